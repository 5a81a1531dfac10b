// Readers' questions and feedback, from the register to the reader's answer (D9.3e, D11.1–D11.5), over real nginx, programs and MariaDB.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';
import { textOf, when } from '../support/journey.mjs';
import { clockOf, clocksOf, feedbackFields, forward, idOf, kList, mustDo, questionFields, register, sendAct, sendForward, sendMatter, unitId, workingDay } from '../support/matters.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  await site.liftLoginLimit();
  people = {
    secretary: await site.login('tran.minh.chau'),
    head: await site.login('le.thi.thu.hang'),
    director: await site.login('vu.dinh.khoi'),
    member: await site.login('le.quoc.dat'),
    civil: await site.login('ngo.thi.bich.thuy'),   // heads hctp
    aid: await site.login('luong.van.thang'),       // heads tgpl
    aidStaff: await site.login('vang.thi.sua'),
    inspection: await site.login('ta.huu.phuoc'),   // heads thanh-tra
    sysadmin: await site.login('tran.minh.chau.qtm'),
  };
});
after(() => site?.stop());

const unit = (code) => unitId(site, code);
const state = (url) => site.sql(`SELECT state FROM qa_matter WHERE id = ${idOf(url)}`)[0][0];
const statusOf = async (client, url) => (await client.get(url)).status;
const newQuestion = (more) => register(people.secretary, questionFields(more));
const newFeedback = (more) => register(people.secretary, feedbackFields(more));
const notices = (person, url) =>
  site.sql(`SELECT n.kind, n.read_at IS NULL FROM core_notice n JOIN core_person p ON p.id = n.person_id WHERE p.code = '${person}' AND n.cause LIKE 'matter:${idOf(url)}:%' ORDER BY n.id`);
// The clock began earlier and has run out: what a test cannot wait for.
const runOut = (id) => site.sql(`UPDATE core_clock SET started_at = started_at - INTERVAL 60 DAY, due_at = UTC_TIMESTAMP(6) - INTERVAL 2 DAY, amber_at = UTC_TIMESTAMP(6) - INTERVAL 5 DAY WHERE id = ${id}`);

test('d11_1 what is missing is said in Vietnamese at its field, and what was typed stays', async () => {
  const answer = await sendMatter(people.secretary, questionFields({ title: '', channel: '', asker_email: '', asker_name: 'Lê Thị Hỏi Thử', received_at: '31/02/2026 09:00' }));
  assert.equal(answer.status, 422);
  const page = answer.html();
  for (const [field, words] of [
    ['title', 'Xin điền “Về việc”.'],
    ['channel', 'Chọn cách nhận.'],
    ['received_at', 'Viết ngày giờ theo dạng'],
    ['asker_email', 'Ghi ít nhất một cách liên hệ'],
  ])
    assert.ok(page.querySelector(`#${field}-error`)?.textContent.includes(words), `${field}: ${page.querySelector(`#${field}-error`)?.textContent}`);
  assert.equal(page.querySelector('#asker_name').getAttribute('value'), 'Lê Thị Hỏi Thử');
  assert.match(page.querySelector('#text').textContent, /Tôi cần giấy tờ gì\?/);
  const ahead = await sendMatter(people.secretary, questionFields({ received_at: when(90) }));
  assert.match(textOf(ahead), /không được ở tương lai/);
});

test('d11_1 a form that is sent twice makes one row, with a number of the system', async () => {
  const page = await people.secretary.get(`${kList}moi`);
  const send = () => people.secretary.submit(page, (form) => form.action === `${kList}moi`, questionFields({ title: 'Gửi hai lần' }));
  const answers = await Promise.all([send(), send()]);
  for (const answer of answers) assert.equal(answer.status, 303, textOf(answer));
  assert.equal(answers[0].headers.location, answers[1].headers.location);
  const rows = site.sql("SELECT code, state FROM qa_matter WHERE title = 'Gửi hai lần'");
  assert.equal(rows.length, 1);
  assert.match(rows[0][0], /^HD-\d{4}-\d{4}$/);
  assert.match((await people.secretary.open(answers[0].headers.location)).body, /Đã ghi vào sổ\./);
});

test('d9_3e a question runs fifteen working days from its receipt, feedback runs none before it is sent to a unit', async () => {
  const question = await newQuestion();
  const clock = clockOf(site, question, 'D9.3e');
  assert.deepEqual([clock.state, clock.due], ['open', workingDay(site, 15)]);
  assert.deepEqual(clocksOf(site, await newFeedback()), []);
  const page = await people.secretary.get(question);
  assert.match(textOf(page), /Còn 15 ngày làm việc/);
  const why = await people.secretary.get(`${question}/thoi-han/${clock.id}`);
  assert.equal(why.status, 200);
  assert.match(why.body, /Tiếp nhận câu hỏi, ý kiến/);
  // Wherever else the clock is named, its page is the matter's.
  const elsewhere = await people.secretary.get(`/quan-tri/thoi-han/dong-ho/${clock.id}`);
  assert.equal(elsewhere.headers.location, `${question}/thoi-han/${clock.id}`);
});

test('d9_1b who the reader is stays with those who handle the matter', async () => {
  const url = await newQuestion({ asker_name: 'Người Hỏi Kín Đáo', asker_phone: '0299 3 555 977' });
  await forward(people.secretary, url, { unit: unit('hctp'), limit_days: '5', 'co_units[]': [unit('tgpl')], instruction: 'Giám đốc Sở, họp giao ban' });
  for (const name of ['secretary', 'head', 'director', 'civil']) assert.match((await people[name].get(url)).body, /Người Hỏi Kín Đáo/, name);
  for (const name of ['member', 'aid']) {
    const page = await people[name].get(url);
    assert.equal(page.status, 200, name);
    assert.doesNotMatch(page.body, /Người Hỏi Kín Đáo|0299 3 555 977/, name);
    assert.match(page.body, /Chỉ người xử lý việc này xem được/, name);
  }
  // Nor does another program hold it.
  for (const account of ['portal_admin', 'portal_news_office', 'portal_scheduler'])
    assert.deepEqual(site.sql(`SELECT 1 FROM information_schema.table_privileges WHERE grantee LIKE '%${account}%' AND table_name IN ('qa_matter_body', 'qa_event')`), []);
});

test('d11_3 a question goes to a unit with a limit that the board sets, at most that of D9.3e', async () => {
  const url = await newQuestion();
  for (const [days, words] of [['', 'là một số từ 1'], ['16', 'từ 1 đến 15 ngày làm việc'], ['mười', 'là một số từ 1']]) {
    const refused = await sendForward(people.secretary, [url], { unit: unit('hctp'), limit_days: days, note: 'Nêu căn cứ.' });
    assert.equal(refused.status, 422);
    assert.ok(refused.html().querySelector('#limit_days-error').textContent.includes(words), textOf(refused));
    assert.match(refused.html().querySelector('#note').textContent, /Nêu căn cứ\./);
  }
  const nobody = await sendForward(people.secretary, [url], { unit: '', limit_days: '5' });
  assert.ok(nobody.html().querySelector('#unit-error'));
  await forward(people.secretary, url, { unit: unit('hctp'), limit_days: '5', note: 'Nêu căn cứ.' });
  const clock = clockOf(site, url, 'D11.3');
  assert.deepEqual([clock.unit, clock.state, clock.amount, clock.due], [unit('hctp'), 'open', '5', workingDay(site, 5)]);
  assert.equal(state(url), 'with_unit');
  // The unit's head is told, and finds it in the inbox, with what is left.
  assert.deepEqual(notices('ngo-thi-bich-thuy', url), [['waits', '1']]);
  const inbox = await people.civil.get('/quan-tri/');
  const card = inbox.html().querySelectorAll('section.card').find((one) => one.textContent.includes('Câu hỏi, phản hồi chờ ông, bà'));
  assert.ok(card.querySelector(`a[href="${url}"]`));
  assert.match(card.textContent, /Còn \d+ ngày làm việc/);
  const told = await people.civil.get('/quan-tri/thong-bao/');
  assert.ok(told.html().querySelector(`h2 a[href="${url}"]`), 'the notice leads to the matter');

  await mustDo(people.civil, url, 'ket-qua', { text: 'Người dân nộp tờ khai và văn bản của người làm chứng.' });
  assert.deepEqual([clockOf(site, url, 'D11.3').outcome, clockOf(site, url, 'D9.3e').state, state(url)], ['in_time', 'open', 'unit_answered']);
  assert.deepEqual(notices('ngo-thi-bich-thuy', url), [['waits', '0']], 'what waited is settled');
  await mustDo(people.secretary, url, 'tra-loi', { how: 'email', at: when(0), text: 'Bà nộp tờ khai tại Ủy ban nhân dân xã.' });
  assert.deepEqual([clockOf(site, url, 'D9.3e').state, clockOf(site, url, 'D9.3e').outcome, state(url)], ['closed', 'in_time', 'answered']);
  const page = await people.civil.get(url);
  for (const words of ['Trả lời bằng: Thư điện tử', 'Bà nộp tờ khai tại Ủy ban nhân dân xã.', 'Việc này đã kết thúc']) assert.ok(page.body.includes(words), words);
  assert.equal(await statusOf(people.secretary, `${url}/viec/tra-loi`), 409);
});

test('d11_3 the unit’s limit does not go past the day on which the reader is to be answered', async () => {
  const url = await newQuestion();
  const answer = clockOf(site, url, 'D9.3e');
  const day = workingDay(site, 3).split('/').reverse().join('-');
  site.sql(`UPDATE core_clock SET due_at = '${day} 10:30:00' WHERE id = ${answer.id}`); // 17:30 in Viet Nam, the end of office hours
  const refused = await sendForward(people.secretary, [url], { unit: unit('hctp'), limit_days: '10' });
  assert.equal(refused.status, 422);
  assert.match(refused.html().querySelector('#limit_days-error').textContent, /đơn vị còn nhiều nhất 3 ngày làm việc/);
  await forward(people.secretary, url, { unit: unit('hctp'), limit_days: '3' });
});

test('d11_3 several questions go in one batch, all or none', async () => {
  const urls = [await newQuestion({ title: 'Câu hỏi theo đợt, một' }), await newQuestion({ title: 'Câu hỏi theo đợt, hai' }), await newFeedback({ title: 'Phản hồi cùng đợt' })];
  const list = await people.secretary.get(kList);
  for (const url of urls) assert.ok(list.html().querySelector(`input[name="viec[]"][value="${idOf(url)}"]`));
  const stale = await people.secretary.get(`${kList}chuyen?${urls.map((url) => `viec%5B%5D=${idOf(url)}`).join('&')}`);
  assert.match(textOf(stale), /Chuyển 3 việc theo đợt/);
  await mustDo(people.secretary, urls[1], 'xin-chi-dao', { text: 'Xin ý kiến về đơn vị chủ trì.' });
  const refused = await people.secretary.submit(stale, (form) => form.action === `${kList}chuyen`, { unit: unit('hctp'), limit_days: '7' });
  assert.equal(refused.status, 409, 'one of them was touched meanwhile');
  assert.deepEqual(urls.map(state), ['received', 'received', 'received']);
  const sent = await people.secretary.submit(refused, (form) => form.action === `${kList}chuyen`, {});
  assert.equal(sent.status, 303, textOf(sent));
  assert.deepEqual(urls.map(state), ['with_unit', 'with_unit', 'with_unit']);
  const batches = site.sql(`SELECT DISTINCT batch FROM qa_forward WHERE matter_id IN (${urls.map(idOf)})`);
  assert.equal(batches.length, 1);
  assert.match(batches[0][0], /^DOT-\d{4}-\d{4}$/);
  assert.deepEqual(urls.map((url) => clocksOf(site, url).at(-1).code), ['D11.3', 'D11.3', 'D11.2-don-vi']);
});

test('d11_2 feedback: fifteen working days for the unit, then the board’s own time to answer the reader', async () => {
  const url = await newFeedback();
  await forward(people.secretary, url, { unit: unit('tgpl') });
  assert.deepEqual([clockOf(site, url, 'D11.2-don-vi').due, clockOf(site, url, 'D11.2-don-vi').unit], [workingDay(site, 15), unit('tgpl')]);
  await mustDo(people.aid, url, 'ket-qua', { text: 'Đã bố trí thêm một quầy.' });
  const board = clockOf(site, url, 'D11.2-ban');
  assert.deepEqual([clockOf(site, url, 'D11.2-don-vi').outcome, board.state, board.due], ['in_time', 'open', workingDay(site, 3)]);
  assert.match(textOf(await people.secretary.get('/quan-tri/')), /Phải chờ lâu ở bộ phận một cửa/);
  const early = await sendAct(people.secretary, url, 'tra-loi', { how: 'letter', at: when(-600), text: 'Đã trả lời.' });
  assert.match(early.html().querySelector('#at-error').textContent, /không trước lúc tiếp nhận/);
  await mustDo(people.secretary, url, 'tra-loi', { how: 'letter', at: when(0), text: 'Sở đã bố trí thêm quầy tiếp nhận.' });
  assert.deepEqual([clockOf(site, url, 'D11.2-ban').outcome, state(url)], ['in_time', 'answered']);
});

test('d11_2 a progress notice answers in time and keeps the unit’s time open to the date that it names', async () => {
  const url = await newFeedback();
  await forward(people.secretary, url, { unit: unit('tgpl') });
  const sunday = new Date(Date.now() + 7 * 3600_000);
  do sunday.setUTCDate(sunday.getUTCDate() + 1);
  while (sunday.getUTCDay() !== 0);
  for (const [day, words] of [['', 'Xin điền'], [when(0).slice(0, 10), 'phải sau hôm nay'], [sunday.toISOString().slice(0, 10).split('-').reverse().join('/'), 'một ngày làm việc'], [workingDay(site, 40), 'trong vòng 15 ngày làm việc']]) {
    const refused = await sendAct(people.aid, url, 'tien-do', { text: 'Đang xác minh.', next_day: day });
    assert.equal(refused.status, 422);
    assert.ok(refused.html().querySelector('#next_day-error').textContent.includes(words), textOf(refused));
  }
  await mustDo(people.aid, url, 'tien-do', { text: 'Đang lấy ý kiến các phòng.', next_day: workingDay(site, 6) });
  const [first, next] = clocksOf(site, url);
  assert.deepEqual([first.state, first.outcome, first.stopped_by], ['closed', 'in_time', 'progress_told']);
  assert.deepEqual([next.code, next.state, next.unit, next.due], ['D11.2-don-vi', 'open', unit('tgpl'), workingDay(site, 6)]);
  assert.equal(state(url), 'with_unit');
  assert.match((await people.secretary.get(url)).body, new RegExp(`Hẹn ngày: ${workingDay(site, 6)}`));
  // What was promised and not kept is late.
  runOut(next.id);
  await mustDo(people.aid, url, 'ket-qua', { text: 'Đã xong.' });
  assert.deepEqual(clocksOf(site, url).map((clock) => clock.outcome), ['in_time', 'late', '']);
});

test('d11_3 a progress notice about a question moves no limit: the board’s stands', async () => {
  const url = await newQuestion();
  await forward(people.secretary, url, { unit: unit('tgpl'), limit_days: '4' });
  const refused = await sendAct(people.aid, url, 'tien-do', { text: 'Đang xác minh.', next_day: workingDay(site, 6) });
  assert.match(refused.html().querySelector('#next_day-error').textContent, /đề nghị Ban Biên tập gia hạn/);
  await mustDo(people.aid, url, 'tien-do', { text: 'Đang xác minh.', next_day: workingDay(site, 3) });
  assert.deepEqual(clocksOf(site, url).map((clock) => [clock.code, clock.state, clock.due]), [['D9.3e', 'open', workingDay(site, 15)], ['D11.3', 'open', workingDay(site, 4)]]);
});

test('d11_2 another unit’s matter does not exist; one that was given back is gone from who gave it', async () => {
  const url = await newFeedback();
  await forward(people.secretary, url, { unit: unit('hctp') });
  for (const rest of ['', '/viec/ket-qua', `/thoi-han/${clockOf(site, url, 'D11.2-don-vi').id}`]) {
    assert.equal(await statusOf(people.civil, url + rest), 200, rest);
    assert.equal(await statusOf(people.aid, url + rest), 404, rest);
    assert.equal(await statusOf(people.sysadmin, url + rest), 404, rest);
  }
  assert.equal((await people.civil.get(kList)).body.includes(`"${url}"`), true);
  assert.equal((await people.aid.get(kList)).body.includes(`"${url}"`), false);
  const back = await mustDo(people.civil, url, 'tra-lai', { text: 'Thuộc lĩnh vực trợ giúp pháp lý.' });
  assert.equal(back.headers.location, `${kList}?xong=tra-lai`);
  assert.deepEqual([state(url), clockOf(site, url, 'D11.2-don-vi').state, await statusOf(people.civil, url)], ['returned', 'cancelled', 404]);
  assert.deepEqual(notices('tran-minh-chau', url).at(-1), ['returned', '1']);
  await forward(people.secretary, url, { unit: unit('tgpl') });
  assert.deepEqual([await statusOf(people.civil, url), await statusOf(people.aid, url)], [404, 200]);
  assert.doesNotMatch((await people.aid.get(url)).body, /Thuộc lĩnh vực trợ giúp pháp lý/, 'what another unit said is not for this one');
  assert.match((await people.secretary.get(url)).body, /Thuộc lĩnh vực trợ giúp pháp lý/);
});

test('d11_2 a unit that gives a late matter back was late', async () => {
  const url = await newFeedback();
  await forward(people.secretary, url, { unit: unit('hctp') });
  runOut(clockOf(site, url, 'D11.2-don-vi').id);
  await mustDo(people.civil, url, 'tra-lai', { text: 'Không thuộc thẩm quyền của phòng.' });
  assert.deepEqual([clockOf(site, url, 'D11.2-don-vi').state, clockOf(site, url, 'D11.2-don-vi').outcome], ['closed', 'late']);
});

test('d11_2 whom the head gives a matter may handle it while they hold their role in the unit', async () => {
  const url = await newFeedback();
  await forward(people.secretary, url, { unit: unit('tgpl') });
  assert.equal(await statusOf(people.aidStaff, url), 404);
  const stranger = site.sql("SELECT id FROM core_person WHERE code = 'nguyen-hoang-yen'")[0][0];
  const refused = await sendAct(people.aid, url, 'giao-viec', { person: stranger });
  assert.match(refused.html().querySelector('#person-error').textContent, /Chọn người của đơn vị/);
  const [[staff]] = site.sql("SELECT id FROM core_person WHERE code = 'vang-thi-sua'");
  await mustDo(people.aid, url, 'giao-viec', { person: staff, text: 'Xác minh rồi trả lời.' });
  assert.equal(await statusOf(people.aidStaff, url), 200);
  assert.equal(await statusOf(people.aidStaff, `${url}/viec/tra-lai`), 403, 'giving it back is the head’s');
  await mustDo(people.aidStaff, url, 'tien-do', { text: 'Đã liên hệ người gửi.', next_day: workingDay(site, 5) });
  // The role is taken away: the next request finds nothing.
  const role = "FROM core_role_assignment WHERE account_id = (SELECT id FROM core_account WHERE username = 'vang.thi.sua')";
  const [[id]] = site.sql(`SELECT id ${role}`);
  site.sql(`UPDATE core_role_assignment SET revoked_at = UTC_TIMESTAMP(6) WHERE id = ${id}`);
  assert.deepEqual([await statusOf(people.aidStaff, url), await statusOf(people.aidStaff, `${url}/viec/ket-qua`)], [404, 404]);
  assert.doesNotMatch((await people.aidStaff.get(kList)).body, new RegExp(url));
  site.sql(`UPDATE core_role_assignment SET revoked_at = NULL WHERE id = ${id}`);
});

test('d11_4 two units or more need the leadership’s instruction; the co-operating unit gives its opinion, the lead answers', async () => {
  const url = await newFeedback();
  const refused = await sendForward(people.secretary, [url], { unit: unit('hctp'), 'co_units[]': [unit('tgpl')] });
  assert.equal(refused.status, 422);
  assert.match(refused.html().querySelector('#instruction-error').textContent, /cần ý kiến chỉ đạo của Lãnh đạo Sở.*D11\.4/s);
  await mustDo(people.secretary, url, 'xin-chi-dao', { text: 'Đề xuất Phòng Hành chính tư pháp chủ trì.' });
  assert.deepEqual(notices('vu-dinh-khoi', url), [['waits', '1']]);
  assert.match(textOf(await people.director.get('/quan-tri/')), /Chờ ý kiến chỉ đạo/);
  const unnamed = await sendAct(people.secretary, url, 'chi-dao', { text: 'Đồng ý.', document: '' });
  assert.match(unnamed.html().querySelector('#document-error').textContent, /D11\.4/, 'who is no director names the document');
  await mustDo(people.director, url, 'chi-dao', { text: 'Đồng ý; Trung tâm Trợ giúp pháp lý phối hợp.' });
  await forward(people.secretary, url, { unit: unit('hctp'), 'co_units[]': [unit('tgpl')] });
  assert.equal(clocksOf(site, url).filter((clock) => clock.state === 'open').length, 1, 'the lead unit alone has the time');
  assert.equal(await statusOf(people.aid, `${url}/viec/ket-qua`), 403);
  await mustDo(people.aid, url, 'gop-y', { text: 'Đối tượng được trợ giúp miễn phí.' });
  assert.match((await people.civil.get(url)).body, /Đối tượng được trợ giúp miễn phí/);
  assert.equal(await statusOf(people.inspection, url), 404);
  await mustDo(people.civil, url, 'ket-qua', { text: 'Kết quả chung của hai đơn vị.' });
});

test('d9_3e fifteen days become thirty for a ministry that is named, by the head, before the time has run out', async () => {
  const url = await newQuestion();
  await forward(people.secretary, url, { unit: unit('hctp'), limit_days: '10' });
  assert.equal(await statusOf(people.secretary, `${url}/viec/gia-han`), 403, 'who answers in that time gives themselves no more');
  const unnamed = await sendAct(people.head, url, 'gia-han', { days: '30', ministry: '', reason: 'Cần hướng dẫn thống nhất.' });
  assert.equal(unnamed.status, 422);
  assert.match(unnamed.html().querySelector('#ministry-error').textContent, /D9\.3e/);
  const most = await sendAct(people.head, url, 'gia-han', { days: '31', ministry: 'Bộ Tư pháp', reason: 'Cần hướng dẫn thống nhất.' });
  assert.match(most.html().querySelector('#days-error').textContent, /không quá 30/);
  await mustDo(people.head, url, 'gia-han', { days: '30', ministry: 'Bộ Tư pháp, Công văn 412/STP', reason: 'Cần hướng dẫn thống nhất.', unit_days: '25' });
  assert.deepEqual([clockOf(site, url, 'D9.3e').due, clockOf(site, url, 'D11.3').due], [workingDay(site, 30), workingDay(site, 25)]);
  const why = await people.civil.get(`${url}/thoi-han/${clockOf(site, url, 'D9.3e').id}`);
  assert.match(why.body, /Gia hạn thành 30 ngày làm việc.*Bộ Tư pháp, Công văn 412\/STP/s);
  const late = await newQuestion();
  runOut(clockOf(site, late, 'D9.3e').id);
  const refused = await sendAct(people.head, late, 'gia-han', { days: '30', ministry: 'Bộ Tư pháp', reason: 'Cần hướng dẫn thống nhất.' });
  assert.equal(refused.status, 409);
  assert.match(textOf(refused), /Đã quá hạn nên không gia hạn được nữa/);
});

test('d9_3e what is late is red with its words in lists, on the leaders’ page and among those to be reminded, and ends late', async () => {
  const url = await newQuestion({ title: 'Câu hỏi đã quá hạn trả lời' });
  runOut(clockOf(site, url, 'D9.3e').id);
  const list = await people.secretary.get(`${kList}?han=late`);
  const row = list.html().querySelectorAll('tr').find((one) => one.textContent.includes('Câu hỏi đã quá hạn trả lời'));
  assert.match(row.querySelector('.chip--red').textContent, /Quá hạn/);
  assert.ok(row.querySelector('.chip--red svg'));
  assert.doesNotMatch((await people.secretary.get(`${kList}?han=near`)).body, /Câu hỏi đã quá hạn trả lời/);
  const behind = await people.head.get('/quan-tri/dieu-hanh/danh-sach?loai=qua-han');
  const line = behind.html().querySelectorAll('tr').find((one) => one.textContent.includes('Câu hỏi đã quá hạn trả lời'));
  assert.ok(line.querySelector(`a[href="${url}"]`));
  assert.ok(line.querySelector(`a[href^="${url}/thoi-han/"]`));
  await mustDo(people.secretary, url, 'tra-loi', { how: 'phone', at: when(0), text: 'Đã trả lời qua điện thoại.' });
  assert.equal(clockOf(site, url, 'D9.3e').outcome, 'late');
});

test('d9_3e the scheduler reminds the unit of its limit and leads to the matter', async () => {
  const url = await newQuestion({ title: 'Câu hỏi sắp đến hạn của đơn vị' });
  await forward(people.secretary, url, { unit: unit('tgpl'), limit_days: '5' });
  const { id } = clockOf(site, url, 'D11.3');
  site.sql(`UPDATE core_clock SET remind_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE WHERE id = ${id}`);
  await site.until('the reminder', () => site.sql(`SELECT 1 FROM core_notice WHERE clock_id = ${id} AND kind = 'due_soon'`).length > 0, 30_000);
  const page = await people.aid.get('/quan-tri/thong-bao/');
  const told = page.html().querySelectorAll('li').find((one) => one.textContent.includes('Sắp đến hạn') && one.querySelector(`a[href="${url}"]`));
  assert.ok(told, textOf(page));
  await mustDo(people.aid, url, 'ket-qua', { text: 'Đã trả lời.' });
  assert.deepEqual(site.sql(`SELECT 1 FROM core_notice WHERE clock_id = ${id} AND read_at IS NULL`), []);
});

test('d11_2 what is not in the department’s remit is told so at once, with where to turn, and is closed', async () => {
  const url = await newQuestion();
  const refused = await sendAct(people.secretary, url, 'ngoai-tham-quyen', { agency: '', how: '', at: when(0), text: 'Xin liên hệ cơ quan khác.' });
  assert.equal(refused.status, 422);
  for (const field of ['agency', 'how']) assert.ok(refused.html().querySelector(`#${field}-error`), field);
  await mustDo(people.secretary, url, 'ngoai-tham-quyen', { agency: 'Văn phòng đăng ký đất đai', how: 'email', at: when(0), text: 'Việc này thuộc thẩm quyền của cơ quan đăng ký đất đai.' });
  assert.deepEqual([state(url), clockOf(site, url, 'D9.3e').state, clockOf(site, url, 'D9.3e').outcome], ['outside', 'closed', 'in_time']);
  assert.match((await people.secretary.get(url)).body, /Nơi có thẩm quyền: Văn phòng đăng ký đất đai/);
});

test('d11_5 the board may answer before the unit does: the unit owes nothing more, and stays late when it was', async () => {
  const url = await newQuestion();
  await forward(people.secretary, url, { unit: unit('hctp'), limit_days: '5' });
  runOut(clockOf(site, url, 'D11.3').id);
  await mustDo(people.secretary, url, 'tra-loi', { how: 'page', at: when(0), text: 'Trả lời theo quy định đã có.' });
  assert.deepEqual([clockOf(site, url, 'D11.3').outcome, clockOf(site, url, 'D9.3e').outcome, state(url)], ['late', 'in_time', 'answered']);
  assert.equal(await statusOf(people.civil, url), 200, 'the unit still reads what it had');
});

test('d11_1 a matter that was entered twice is dropped with its reason, and nobody was late', async () => {
  const url = await newQuestion();
  runOut(clockOf(site, url, 'D9.3e').id);
  await mustDo(people.secretary, url, 'bo', { text: 'Trùng với việc đã có trong sổ.' });
  assert.deepEqual([state(url), clockOf(site, url, 'D9.3e').state, clockOf(site, url, 'D9.3e').outcome], ['dropped', 'cancelled', '']);
});

test('two people at one matter: the second is told who acted, and what was typed stays', async () => {
  const url = await newFeedback();
  const form = await people.head.get(`${url}/viec/xin-chi-dao`);
  await mustDo(people.secretary, url, 'xin-chi-dao', { text: 'Xin ý kiến lần một.' });
  await mustDo(people.director, url, 'chi-dao', { text: 'Chuyển Văn phòng Sở.' });
  const answer = await people.head.submit(form, (one) => one.action.endsWith('/viec/xin-chi-dao'), { text: 'Đoạn đã gõ của người thứ hai.' });
  assert.equal(answer.status, 409);
  assert.match(textOf(answer), /Vũ Đình Khôi vừa thay đổi mục này/);
  assert.match(answer.html().querySelector('#text').textContent, /Đoạn đã gõ của người thứ hai/);
});

test('lists narrow by kind, unit, state, period, words and what waits for oneself, and page by keyset', async () => {
  const url = await newFeedback({ title: 'Phản hồi có từ khóa đặc biệt', received_at: '03/02/2026 09:00' });
  const has = async (client, query) => (await client.get(`${kList}?${query}`)).body.includes(`"${url}"`);
  for (const [query, want] of [
    ['loai=feedback&tu-ngay=01%2F02%2F2026&den-ngay=03%2F02%2F2026', true],
    ['loai=question&tu-ngay=01%2F02%2F2026&den-ngay=03%2F02%2F2026', false],
    ['tu-ngay=04%2F02%2F2026&den-ngay=05%2F02%2F2026', false],
    ['q=tu+khoa+dac+biet', true],
    ['q=%25', false],
    ['trang-thai=open&q=tu+khoa', true],
    ['trang-thai=answered&q=tu+khoa', false],
    ['cho-toi=1&q=tu+khoa', true],
    [`don-vi=${unit('hctp')}&q=tu+khoa`, false],
  ])
    assert.equal(await has(people.secretary, query), want, query);
  assert.equal(await has(people.member, 'cho-toi=1&q=tu+khoa'), false, 'it waits for the secretary');
  assert.match(textOf(await people.secretary.get(`${kList}?tu-ngay=${encodeURIComponent('hôm qua')}`)), /Viết ngày theo dạng/);
  site.sql(`INSERT INTO qa_matter (code, kind, channel, title, received_at, registered_at, registered_by, state, state_since) SELECT CONCAT('HD-1990-', LPAD(seq, 4, '0')), 'question', 'web', CONCAT('Câu hỏi cũ ', seq), '1990-01-01', '1990-01-01', (SELECT MIN(id) FROM core_person), 'answered', '1990-01-01' FROM seq_1_to_70`);
  const seen = new Set();
  for (let address = `${kList}?den-ngay=02%2F01%2F1990`, pages = 0; address && pages < 5; pages++) {
    const page = (await people.secretary.get(address)).html();
    for (const link of page.querySelectorAll('td.table__title a')) {
      assert.ok(!seen.has(link.getAttribute('href')), 'no row twice');
      seen.add(link.getAttribute('href'));
    }
    address = page.querySelector('nav.pager a[rel="next"]')?.getAttribute('href').replaceAll('&amp;', '&');
  }
  assert.equal(seen.size, 70);
  site.sql('DELETE FROM qa_matter WHERE received_at < "1991-01-01"');
});

test('the office’s search finds a matter for who may know of it', async () => {
  const url = await newFeedback({ title: 'Phản hồi tìm bằng phím tắt' });
  const find = async (client, words) => (await client.get(`/quan-tri/tim?q=${encodeURIComponent(words)}`)).body.includes(`"${url}"`);
  const [[code]] = site.sql(`SELECT code FROM qa_matter WHERE id = ${idOf(url)}`);
  assert.deepEqual([await find(people.secretary, 'phim tat'), await find(people.secretary, code), await find(people.aid, code)], [true, true, false]);
  await forward(people.secretary, url, { unit: unit('tgpl') });
  assert.equal(await find(people.aid, code), true);
});

test('every act is in the trail under its right, the network administrator reads no content, and `portal check` finds a word that was changed by hand', async () => {
  const url = await newFeedback();
  await forward(people.secretary, url, { unit: unit('tgpl'), note: 'Kiểm tra lại số liệu.' });
  await mustDo(people.aid, url, 'ket-qua', { text: 'Số liệu đúng.' });
  const chain = `matter:${idOf(url)}`;
  assert.deepEqual(site.sql(`SELECT action, from_state, to_state, authority FROM core_audit WHERE chain = '${chain}' ORDER BY seq`), [
    ['matter_register', '', 'received', 'Thư ký Ban Biên tập'],
    ['matter_forward', 'received', 'with_unit', 'Thư ký Ban Biên tập'],
    ['matter_result', 'with_unit', 'unit_answered', 'Lãnh đạo Trung tâm Trợ giúp pháp lý nhà nước'],
  ]);
  const trail = `/quan-tri/nhat-ky/?muc=${encodeURIComponent(chain)}`;
  const asHead = await people.head.get(trail);
  assert.ok(asHead.html().querySelector(`main a[href="${url}"]`));
  assert.match(asHead.body, /Đơn vị chủ trì/);
  assert.doesNotMatch((await people.sysadmin.get(trail)).body, /Đơn vị chủ trì/);
  const good = await site.portal('check', '--json');
  assert.equal(good.code, 0, good.stdout);
  const faults = async (change, back) => {
    site.sql(change);
    const answer = await site.portal('check', '--json');
    site.sql(back);
    return JSON.parse(answer.stdout).faults.map((one) => one.fault).join('\n');
  };
  const id = idOf(url);
  assert.match(await faults(`UPDATE qa_event SET text = 'Số liệu sai.' WHERE matter_id = ${id} AND act = 'matter_result'`, `UPDATE qa_event SET text = 'Số liệu đúng.' WHERE matter_id = ${id} AND act = 'matter_result'`), new RegExp(`${chain}: line \\d+ of its timeline`));
  assert.match(await faults(`UPDATE qa_matter_body SET text = CONCAT(text, ' thêm') WHERE matter_id = ${id}`, `UPDATE qa_matter_body SET text = LEFT(text, CHAR_LENGTH(text) - 5) WHERE matter_id = ${id}`), new RegExp(`${chain}: its words were changed`));
  assert.match(await faults(`UPDATE qa_matter SET state = 'answered' WHERE id = ${id}`, `UPDATE qa_matter SET state = 'unit_answered' WHERE id = ${id}`), new RegExp(`${chain}: its state \\(answered\\)`));
});
