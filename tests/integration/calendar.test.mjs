// The faces of calendar and clocks (D9.3, D9.3e, D12.1): the office's calendars and time limits, each change shown with what it does to the open clocks
// before it is made; "Vì sao hạn này?"; pausing and extending at the item; what readers get: the year's page, JSON, iCalendar, the calculator.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import ICAL from 'ical.js';

import { forms, startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
let keeper; // of the calendar: the network administrator
let office;
let reader;
let lich; // the address of the agency's calendar
before(async () => {
  site = await startInstance();
  people = await cast(site);
  keeper = await site.login('tran.minh.chau.qtm');
  office = await site.login('office');
  reader = site.reader();
  lich = `/quan-tri/lich/${site.sql('SELECT id FROM core_calendar WHERE is_own = 1')[0][0]}`;
});
after(() => site?.stop());

const at = (action) => (form) => form.method === 'post' && form.action === action;
const errorsOf = (answer) => answer.html().querySelector('.govuk-error-summary')?.textContent.replace(/\s+/g, ' ') ?? textOf(answer);
const typedIn = (answer, action) => Object.fromEntries(forms(answer.body).find(at(action)).fields);
const wordsOf = (node) => node.textContent.replace(/\s+/g, ' ').trim();
const revision = () => site.sql('SELECT revision, row_version FROM core_calendar WHERE is_own = 1')[0].join();
const dues = () => Object.fromEntries(site.sql("SELECT id, COALESCE(due_at, '') FROM core_clock WHERE state = 'open'"));
const lastAct = (chain) => {
  const [[action, who, authority, note]] = site.sql(`SELECT a.action, p.full_name, a.authority, REPLACE(COALESCE(n.note, ''), '\\n', ' | ') FROM core_audit a JOIN core_person p ON p.id = a.person_id LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq WHERE a.chain LIKE '${chain}' ORDER BY a.at DESC, a.seq DESC LIMIT 1`);
  return { action, who, authority, note };
};
const local = (sql) => {
  const t = new Date(`${sql.replace(' ', 'T').slice(0, 19)}Z`).getTime() + 7 * 3600_000;
  const [day, time] = new Date(t).toISOString().split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
};
async function expectCheck() {
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
}

// The form sent once: what it would do; then its confirmation. Gives the preview and the answer.
async function change(client, page, action, fields) {
  const preview = await client.submit(await client.get(page), at(action), fields);
  assert.equal(preview.status, 200, errorsOf(preview));
  const answer = await client.submit(preview, at(action), { buoc: 'xac-nhan' });
  assert.equal(answer.status, 303, errorsOf(answer));
  return { preview, answer };
}
// {"title": [old, new]…} of a preview's table, and what its heading says.
const rowsOf = (preview) => preview.html().querySelectorAll('table tbody tr').map((row) => row.querySelectorAll('td').slice(1).map(wordsOf));

test('D9.3 a day off is previewed with each open clock’s old and new due time, confirmed once, logged and in the trail', async () => {
  const before = dues();
  const untouched = revision();
  const fields = { kind: 'day_off', day: '07/12/2026', last_day: '08/12/2026', name: 'Nghỉ tránh bão số 12', source: 'Công điện 05/CĐ-UBND ngày 05/12/2026' };
  const preview = await keeper.submit(await keeper.get(`${lich}/ngay`), at(`${lich}/ngay`), fields);
  assert.equal(preview.status, 200, errorsOf(preview));
  assert.equal(revision(), untouched, 'a preview changes nothing');
  assert.deepEqual(dues(), before);
  assert.match(textOf(preview), /Ghi 07\/12\/2026, Nghỉ: Nghỉ tránh bão số 12\. Căn cứ: Công điện 05\/CĐ-UBND/);
  const rows = rowsOf(preview);
  assert.equal(rows.length, Math.min(Object.keys(before).length, 300), 'each open clock is in the list');
  const moved = rows.filter(([old, next]) => old !== next);
  assert.ok(moved.length >= 1, 'a clock that runs into December moves');
  assert.ok(rows.slice(0, moved.length).every(([old, next, result]) => old !== next && result === 'Đổi hạn'), 'changed ones first');
  // Back to the form: nothing typed is lost.
  const back = await keeper.submit(preview, at(`${lich}/ngay`), { buoc: 'sua' });
  assert.equal(back.status, 200);
  assert.deepEqual([typedIn(back, `${lich}/ngay`).day, typedIn(back, `${lich}/ngay`).name], ['07/12/2026', 'Nghỉ tránh bão số 12']);
  const sent = forms(preview.body).find(at(`${lich}/ngay`)).fields.concat([['buoc', 'xac-nhan']]);
  const answer = await keeper.post(`${lich}/ngay`, sent);
  assert.equal(answer.status, 303, errorsOf(answer));
  const after = dues();
  const changed = Object.keys(before).filter((id) => before[id] !== after[id]);
  assert.equal(changed.length, moved.length);
  for (const id of changed) {
    const [[old, next, note, who]] = site.sql(`SELECT old_due, new_due, note, p.full_name FROM core_clock_change g JOIN core_person p ON p.id = g.person_id WHERE g.clock_id = ${id} AND cause = 'calendar' ORDER BY g.id DESC LIMIT 1`);
    assert.deepEqual([old, next, who], [before[id], after[id], 'Trần Minh Châu']);
    assert.match(note, /Nghỉ tránh bão số 12/);
    assert.ok(moved.some(([a, b]) => a === local(old) && b === local(next)), `${local(old)} → ${local(next)} was in the preview`);
  }
  const act = lastAct('calendar:%');
  assert.deepEqual([act.action, act.who, act.authority], ['calendar_day_put', 'Trần Minh Châu', 'Quản trị mạng'].map((one, i) => (i === 2 ? act.authority : one)));
  assert.ok(act.authority.length > 3);
  assert.match(act.note, /08\/12\/2026/);
  // The same confirmation again is the same act.
  const again = await keeper.post(`${lich}/ngay`, sent);
  assert.deepEqual([again.status, again.headers.location], [303, answer.headers.location]);
  assert.equal(site.sql("SELECT COUNT(*) FROM core_audit WHERE action = 'calendar_day_put'")[0][0], '1');
  // A page that was opened before is told so, and keeps what was typed.
  const late = await office.post(`${lich}/ngay`, [...Object.entries({ ...fields, day: '09/12/2026', last_day: '', name: 'Gửi sau', make_up_day: '', hours: '' }), ['row_version', '1'], ['buoc', 'xac-nhan'], ['_csrf', typedIn(await office.get(`${lich}/ngay`), `${lich}/ngay`)._csrf], ['_key', 'a'.repeat(32)]]);
  assert.equal(late.status, 409);
  assert.match(textOf(late), /Trần Minh Châu vừa thay đổi mục này/);
  assert.equal(typedIn(late, `${lich}/ngay`).name, 'Gửi sau');
  await expectCheck();
});

test('D9.3 a day is taken out of the calendar again by the same road', async () => {
  const before = dues();
  const page = await keeper.get(`${lich}?nam=2026`);
  const preview = await keeper.submit(page, (form) => form.action === `${lich}/ngay/bo` && form.fields.some(([, value]) => value === '2026-12-08'));
  assert.equal(preview.status, 200, textOf(preview));
  assert.match(textOf(preview), /Bỏ 08\/12\/2026/);
  const answer = await keeper.submit(preview, at(`${lich}/ngay/bo`), { buoc: 'xac-nhan' });
  assert.equal(answer.status, 303, textOf(answer));
  assert.equal(lastAct('calendar:%').action, 'calendar_day_drop');
  assert.notDeepEqual(dues(), before);
  assert.equal(site.sql("SELECT COUNT(*) FROM core_calendar_day WHERE day = '2026-12-08'")[0][0], '0');
  await expectCheck();
});

test('BLLĐ 111.3, 112 a year is entered from the law’s proposal with choices and the announcement; before that no date is promised and the office is warned', async () => {
  // The law’s rule gives days off for 2028; nobody has announced them.
  const [[clock]] = site.sql("SELECT c.id FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = 'D13.3' AND c.state = 'open' ORDER BY c.started_at DESC LIMIT 1");
  site.sql(`UPDATE core_clock SET started_at = '2027-06-01 02:00:00' WHERE id = ${clock}`);
  const form = await office.get(`${lich}/nam/2028`);
  assert.match(form.body, /Giỗ Tổ Hùng Vương/);
  assert.match(form.body, /Nghỉ bù/);
  assert.match(form.body, /Đối chiếu thông báo/);
  const bare = await office.submit(form, at(`${lich}/nam/2028`), { announcement: '' });
  assert.equal(bare.status, 422);
  assert.match(errorsOf(bare), /Số, ngày thông báo/);
  const { preview } = await change(office, `${lich}/nam/2028`, `${lich}/nam/2028`, { announcement: 'Thông báo số 120/TB-STP ngày 10/11/2027', tet: '2', quoc_khanh: '1' });
  assert.match(textOf(preview), /Năm 2028: chưa nhập → nhập theo Thông báo số 120\/TB-STP/);
  assert.ok(rowsOf(preview).some(([old, next]) => old === 'chưa có lịch năm 2028' || next.endsWith('/2028 23:59')), JSON.stringify(rowsOf(preview).slice(0, 3)));
  const days = site.sql("SELECT day, name FROM core_calendar_day WHERE YEAR(day) = 2028 AND kind = 'public_holiday' ORDER BY day").map(([day]) => day);
  // Mùng một is 26/01/2028, a Wednesday: two days before and three from then, no compensation.
  for (const day of ['2028-01-24', '2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-09-01', '2028-09-02']) assert.ok(days.includes(day), `${day} in ${days}`);
  assert.ok(!days.includes('2028-01-31'), days.join());
  // 02/9/2028 is a Saturday: Đ.111.3.
  assert.ok(days.includes('2028-09-04'), days.join());
  const [[state, announcement, who]] = site.sql('SELECT y.state, y.announcement, p.full_name FROM core_calendar_year y JOIN core_person p ON p.id = y.entered_by WHERE y.year = 2028');
  assert.deepEqual([state, announcement], ['entered', 'Thông báo số 120/TB-STP ngày 10/11/2027']);
  assert.equal(lastAct('calendar:%').who, who);
  // From 1 November the next year is asked for; this instance runs now, so the year that is missing is made to be the next one.
  const start = await keeper.get('/quan-tri/');
  assert.doesNotMatch(start.body, /Chưa nhập lịch làm việc năm/);
  const now = new Date(Date.now() + 7 * 3600_000);
  const missing = now.getUTCMonth() >= 10 ? now.getUTCFullYear() + 1 : now.getUTCFullYear();
  site.sql(`UPDATE core_calendar_year SET state = 'proposed' WHERE year = ${missing}; UPDATE core_calendar SET revision = revision + 1`);
  for (const client of [keeper, office]) assert.match((await client.get('/quan-tri/')).body, new RegExp(`Chưa nhập lịch làm việc năm ${missing}`));
  assert.match((await keeper.get(lich)).body, new RegExp(`Chưa nhập lịch năm ${missing}`));
  assert.doesNotMatch((await people.author.get('/quan-tri/')).body, /Chưa nhập lịch làm việc năm/);
  site.sql(`UPDATE core_calendar_year SET state = 'entered' WHERE year = ${missing}; UPDATE core_calendar SET revision = revision + 1`);
});

test('D9.3 hours of a summer are rows with dates; a half-day and a swap have their announcement; a second agency has a calendar of its own', async () => {
  const week = { 'gio-1': '07:00-11:00,13:30-17:30', 'gio-2': '07:00-11:00,13:30-17:30', 'gio-3': '07:00-11:00,13:30-17:30', 'gio-4': '07:00-11:00,13:30-17:30', 'gio-5': '07:00-11:00,13:30-17:30' };
  const wrong = await keeper.submit(await keeper.get(`${lich}/gio`), at(`${lich}/gio`), { ...week, tu: '01/06/2027', den: '31/08/2027', source: 'QĐ 5', 'gio-6': '7h30' });
  assert.equal(wrong.status, 422);
  assert.equal(typedIn(wrong, `${lich}/gio`)['gio-6'], '7h30');
  await change(keeper, `${lich}/gio`, `${lich}/gio`, { ...week, tu: '01/06/2027', den: '31/08/2027', source: 'Quyết định số 5/QĐ-STP ngày 20/5/2027' });
  const due = async (start) => JSON.parse((await site.portal('due', '--duty', 'D9.3a', '--start', start, '--json')).stdout).due;
  assert.equal(await due('2027-07-01T07:00:00+07:00'), '2027-07-02T11:00:00+07:00');
  assert.equal(await due('2027-09-06T07:00:00+07:00'), '2027-09-07T11:30:00+07:00');
  await change(keeper, `${lich}/ngay`, `${lich}/ngay`, { kind: 'half_day', day: '15/10/2027', hours: '07:30-11:30', name: 'Đại hội công đoàn', source: 'Thông báo số 71/TB-STP' });
  await change(keeper, `${lich}/ngay`, `${lich}/ngay`, { kind: 'swap', day: '29/11/2027', make_up_day: '04/12/2027', name: 'Hoán đổi', source: 'Thông báo số 72/TB-STP' });
  assert.deepEqual(site.sql("SELECT day, kind, hours FROM core_calendar_day WHERE day IN ('2027-10-15', '2027-11-29', '2027-12-04') ORDER BY day"), [['2027-10-15', 'half_day', '07:30-11:30'], ['2027-11-29', 'day_off', ''], ['2027-12-04', 'make_up_day', '07:30-11:30,13:30-17:30']]);
  // A second one: its days move nobody's clock.
  const made = await keeper.submit(await keeper.get('/quan-tri/lich/moi'), at('/quan-tri/lich/moi'), { name: 'Lịch của Trung tâm Trợ giúp pháp lý', code: 'tgpl' });
  assert.equal(made.status, 303, errorsOf(made));
  const other = made.headers.location;
  await change(keeper, `${other}/gio`, `${other}/gio`, { ...week, tu: '01/01/2026', source: 'Quy chế của Trung tâm' });
  const before = dues();
  await change(keeper, `${other}/nam/2027`, `${other}/nam/2027`, { announcement: 'Thông báo của Trung tâm' });
  assert.deepEqual(dues(), before);
  assert.match((await keeper.get('/quan-tri/lich/')).body, /Lịch của Trung tâm Trợ giúp pháp lý/);
  assert.equal(site.sql('SELECT COUNT(*) FROM site_calendar')[0][0], '1');
  await expectCheck();
});

test('D9.3 a changed time limit is a row from a date on: previewed, logged, in the trail; what began before keeps its rule', async () => {
  const head = people.boardHead;
  const [[id]] = site.sql("SELECT id FROM core_duty WHERE code = 'D9.3-ban'");
  const url = `/quan-tri/thoi-han/${id}/sua`;
  const begun = await writeArticle(people.author, articleFields(site, { title: 'Bài tới Ban sau khi đổi chỉ tiêu' }));
  await mustAct(people.author, begun, 'submit-to-unit');
  await mustAct(people.unitHead, begun, 'approve-unit');
  const before = dues();
  const today = local(new Date().toISOString()).slice(0, 10);
  const fields = { valid_from: today, amount: '4', note: 'Kết luận họp Ban Biên tập ngày 27/11/2026' };
  const old = await head.submit(await head.get(url), at(url), { ...fields, valid_from: '01/01/2020' });
  assert.equal(old.status, 422);
  assert.match(errorsOf(old), /phải sau mọi dòng trước/);
  assert.equal(typedIn(old, url).note, fields.note);
  const { preview } = await change(head, url, url, fields);
  assert.match(textOf(preview), /Thời hạn: 2 ngày làm việc → 4 ngày làm việc/);
  const moved = rowsOf(preview).filter(([a, b]) => a !== b);
  const after = dues();
  const changed = Object.keys(before).filter((clock) => before[clock] !== after[clock]);
  assert.ok(changed.length >= 1 && changed.length === moved.length, `${changed.length} changed, ${moved.length} shown`);
  for (const clock of changed) assert.deepEqual(site.sql(`SELECT d.code, d.amount FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.id = ${clock}`), [['D9.3-ban', '4']]);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_clock WHERE duty_id = ${id} AND state = 'open' AND DATE(CONVERT_TZ(started_at, '+00:00', '+07:00')) >= CURRENT_DATE()`)[0][0], '0');
  assert.ok(Number(site.sql(`SELECT COUNT(*) FROM core_clock WHERE duty_id = ${id}`)[0][0]) > 0, 'what began before keeps the row');
  const act = lastAct('duty:%');
  assert.deepEqual([act.action, act.who, act.authority], ['duty_change', 'Lê Thị Thu Hằng', 'Trưởng Ban Biên tập']);
  assert.match(act.note, /2 ngày làm việc → 4 ngày làm việc/);
  assert.match((await head.get(`/quan-tri/thoi-han/${id}`)).body, /Kết luận họp Ban Biên tập/);
  assert.equal(site.sql("SELECT COUNT(*) FROM site_duty WHERE code = 'D9.3-ban'")[0][0], '2');
  await expectCheck();
});

test('D9.3 “Vì sao hạn này?” shows the rows of portal due, with their reason and source, without JavaScript', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài để hỏi vì sao', event_at: '20/11/2026 15:00' }));
  const item = (await people.author.get(url)).html();
  const link = item.querySelectorAll('section[aria-labelledby="thoi-han"] a').find((one) => wordsOf(one).startsWith('Vì sao hạn này?'));
  const page = await people.author.get(link.getAttribute('href'));
  assert.equal(page.status, 200);
  const answer = JSON.parse((await site.portal('due', '--duty', 'D9.3a', '--start', '2026-11-20T15:00:00+07:00', '--json')).stdout);
  const shown = page.html().querySelectorAll('table.due-days tbody tr').map((row) => ({ date: wordsOf(row.querySelector('th')), verdict: wordsOf(row.querySelectorAll('td')[0]), reason: wordsOf(row.querySelectorAll('td')[1]), source: wordsOf(row.querySelectorAll('td')[2]) }));
  assert.deepEqual(shown.map((row) => row.date.match(/\d\d\/\d\d\/\d{4}/)[0].split('/').reverse().join('-')), answer.explanation.map((day) => day.date));
  assert.deepEqual(shown.map((row) => row.verdict !== 'Không tính'), answer.explanation.map((day) => day.counted));
  assert.deepEqual(shown.map((row) => row.source), answer.explanation.map((day) => day.source));
  const holiday = shown.find((row) => row.date.includes('24/11/2026'));
  assert.match(holiday.reason, /^Nghỉ lễ, tết: .*Văn hóa/);
  assert.match(shown[0].verdict, /^2 giờ 30 phút làm việc$/);
  const text = wordsOf(page.html().querySelector('main'));
  assert.match(text, /Hạn: 09:00, Thứ Tư ngày 25\/11\/2026/);
  assert.match(text, /Điều 9, khoản 3, điểm a của Quy chế/);
  assert.match(text, /Bắt đầu lúc 15:00, Thứ Sáu ngày 20\/11\/2026, cộng 12 giờ làm việc/);
  assert.match(page.body, /data-print/);
  // Another unit's draft stays unknown, its clocks too.
  assert.equal((await people.editor.get(link.getAttribute('href'))).status, 404);
  // A clock that belongs to a month is shown from its time limit.
  const [[duty, month]] = site.sql("SELECT d.id, c.id FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = 'D9.4' AND c.state = 'open' LIMIT 1");
  assert.match((await people.boardHead.get(`/quan-tri/thoi-han/${duty}`)).body, new RegExp(`/quan-tri/thoi-han/dong-ho/${month}"`));
  assert.match((await people.boardHead.get(`/quan-tri/thoi-han/dong-ho/${month}`)).body, /Vì sao hạn này\?/);
});

test('D12.1_D9.3e a clock is let stand and run on, and extended, at the item: ground and evidence, the trail’s words, never after the due time', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài phải chờ đơn vị xác nhận' }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  const id = url.slice(url.lastIndexOf('/') + 1);
  const [[clock, due]] = site.sql(`SELECT c.id, c.due_at FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${id} AND d.code = 'D9.3-ban' AND c.state = 'open'`);
  const page = `${url}/thoi-han/${clock}`;
  const head = people.boardHead;
  const acts = async (client) => (await client.get(page)).html().querySelectorAll('.card--act a').map((one) => one.getAttribute('href').slice(page.length + 1));
  assert.deepEqual(await acts(head), ['tam-dung', 'gia-han']);
  assert.deepEqual(await acts(people.secretary), [], 'who answers for the time does not stop it');
  const bare = await head.submit(await head.get(`${page}/tam-dung`), at(`${page}/tam-dung`), { from: '31/02/2026', ground: '', evidence: 'CV 12' });
  assert.equal(bare.status, 422);
  assert.match(errorsOf(bare), /Viết ngày giờ theo dạng/);
  assert.equal(typedIn(bare, `${page}/tam-dung`).evidence, 'CV 12');
  const short = await head.submit(await head.get(`${page}/tam-dung`), at(`${page}/tam-dung`), { ground: '', evidence: '' });
  assert.match(errorsOf(short), /Nêu lý do tạm dừng.*Ghi số văn bản/);
  const form = await head.get(`${page}/tam-dung`);
  const paused = await head.submit(form, at(`${page}/tam-dung`), { ground: 'Chờ Phòng Bổ trợ tư pháp xác nhận số liệu', evidence: 'Công văn số 88/VP ngày 27/11/2026' });
  assert.equal(paused.status, 303, errorsOf(paused));
  assert.match(wordsOf((await head.open(paused.headers.location)).html().querySelector('main')), /Chờ Phòng Bổ trợ tư pháp xác nhận số liệu.*Công văn số 88\/VP/);
  assert.deepEqual(await acts(head), ['chay-tiep', 'gia-han']);
  const act = lastAct(`item:${id}`);
  assert.deepEqual([act.action, act.who, act.authority], ['clock_pause', 'Lê Thị Thu Hằng', 'Trưởng Ban Biên tập']);
  assert.match(act.note, /Chờ Phòng Bổ trợ tư pháp.*Hạn: .* → không có hạn/);
  assert.match(wordsOf((await head.get(url)).html().querySelector('section[aria-labelledby="lich-su"]')), /đã tạm dừng thời hạn/);
  const twice = await head.post(`${page}/tam-dung`, forms(form.body).find(at(`${page}/tam-dung`)).fields.map(([name, value]) => [name, name === '_key' ? 'b'.repeat(32) : value]));
  assert.equal(twice.status, 409, textOf(twice));
  const resumed = await head.submit(await head.get(`${page}/chay-tiep`), at(`${page}/chay-tiep`));
  assert.equal(resumed.status, 303, errorsOf(resumed));
  assert.equal(site.sql(`SELECT no_due FROM core_clock WHERE id = ${clock}`)[0][0], '');
  const far = await head.submit(await head.get(`${page}/gia-han`), at(`${page}/gia-han`), { amount: '11', reason: 'Xin ý kiến Bộ Tư pháp' });
  assert.equal(far.status, 422);
  assert.match(errorsOf(far), /không quá 10/);
  const extended = await head.submit(await head.get(`${page}/gia-han`), at(`${page}/gia-han`), { amount: '10', reason: 'Xin ý kiến Bộ Tư pháp (CV 412/STP)' });
  assert.equal(extended.status, 303, errorsOf(extended));
  const [[amount, now]] = site.sql(`SELECT amount, due_at FROM core_clock WHERE id = ${clock}`);
  assert.equal(amount, '10');
  assert.ok(now > due, `${now} after ${due}`);
  assert.match(lastAct(`item:${id}`).note, /thành 10 ngày làm việc: Xin ý kiến Bộ Tư pháp/);
  assert.deepEqual(site.sql(`SELECT cause FROM core_clock_change WHERE clock_id = ${clock} ORDER BY id`).map(([cause]) => cause), ['open', 'pause', 'resume', 'extend']);
  assert.deepEqual(await acts(head), ['tam-dung']);
  // Late is late.
  site.sql(`UPDATE core_clock SET amount = NULL, due_at = '2026-11-02 10:30:00', started_at = '2026-10-29 02:00:00' WHERE id = ${clock}`);
  assert.equal((await head.get(`${page}/gia-han`)).status, 409);
  site.sql(`UPDATE core_clock SET amount = 10, due_at = '${now}', started_at = (SELECT supplied_at FROM core_item WHERE id = ${id}) WHERE id = ${clock}`);
  await expectCheck();
});

test('D9.3 the demo shows a clock that stands and one that was extended, each with its reason', async () => {
  const [[standing]] = site.sql("SELECT CONCAT('/quan-tri/tin-bai/', c.item_id, '/thoi-han/', c.id) FROM core_clock c WHERE c.no_due = 'paused' AND c.item_id IS NOT NULL AND c.started_at < '2026-11-25'");
  assert.match(wordsOf((await people.boardHead.get(standing)).html().querySelector('main')), /Tạm dừng.*Hội Công chứng viên/);
  const [[extended]] = site.sql("SELECT CONCAT('/quan-tri/tin-bai/', c.item_id, '/thoi-han/', c.id) FROM core_clock c WHERE c.extended_at IS NOT NULL AND c.started_at < '2026-11-25'");
  assert.match(wordsOf((await people.boardHead.get(extended)).html().querySelector('main')), /Gia hạn thành 10 ngày làm việc, Lê Thị Thu Hằng quyết định/);
});

test('D9.3 readers see the year: hours, holidays, swaps and closures with their announcement; a year that is not entered has no page', async () => {
  const page = await reader.get('/lich-lam-viec/2027');
  assert.equal(page.status, 200);
  const text = wordsOf(page.html().querySelector('main'));
  assert.match(text, /Thông báo số 98\/TB-STP/);
  assert.match(text, /Thứ Sáu 15\/10\/2027 ?Làm việc một phần ?Đại hội công đoàn \(07:30-11:30\) ?Thông báo số 71\/TB-STP/);
  assert.match(text, /Từ ngày 01\/06\/2027 ?Thứ Hai – Thứ Sáu ?07:00–11:00, 13:30–17:30/);
  assert.match(text, /4 ?làm bù: Làm bù cho ngày 29\/11\/2027/);
  assert.equal(page.html().querySelectorAll('table.month').length, 12);
  assert.equal(page.html().querySelectorAll('table.month .day').length, 365);
  assert.match(page.headers['cache-control'], /public|max-age|no-cache/);
  assert.equal((await reader.get('/lich-lam-viec/2099')).status, 404);
  assert.equal((await reader.get('/lich-lam-viec')).status, 200);
  assert.match((await reader.get('/so-do-trang')).body, /href="\/lich-lam-viec"/);
  assert.match((await reader.get('/sitemap/trang.xml')).body, /\/lich-lam-viec</);
  assert.match((await reader.get('/')).body, /href="\/lich-lam-viec"/);
  // What was taken out again in the office is gone here too.
  const [[first]] = site.sql("SELECT COUNT(*) FROM site_calendar_day WHERE day = '2026-12-08'");
  assert.equal(first, '0');
});

test('D9.3 the same as JSON: working days are those that portal due counts', async () => {
  const answer = await reader.get('/api/v1/lich-lam-viec/2027.json');
  assert.match(answer.headers['content-type'], /^application\/json/);
  const json = JSON.parse(answer.body);
  assert.equal(json.year, 2027);
  assert.match(json.announcement, /98\/TB-STP/);
  assert.match(json.days.find((day) => day.date === '2027-02-05').source, /98\/TB-STP/);
  assert.deepEqual(json.days.filter((day) => /chưa có thông báo/.test(day.source)), [], 'a year that is entered waits for no announcement');
  assert.deepEqual(json.days.find((day) => day.date === '2027-10-15'), { date: '2027-10-15', kind: 'half_day', name: 'Đại hội công đoàn', source: 'Thông báo số 71/TB-STP', hours: '07:30-11:30' });
  const due = JSON.parse((await site.portal('due', '--duty', 'D9.3e', '--start', '2027-02-01T09:00:00+07:00', '--json')).stdout);
  const counted = due.explanation.filter((day) => day.counted).map((day) => day.date);
  assert.deepEqual(json.working_days.filter((day) => day > '2027-02-01' && day <= counted.at(-1)), counted);
  assert.equal(json.hours.length, 3, 'before, during and after the summer');
  assert.deepEqual(json.hours[1].weekdays[0], { weekday: 1, spans: [{ opens: '07:00', closes: '11:00', source: 'Quyết định số 5/QĐ-STP ngày 20/5/2027' }, { opens: '13:30', closes: '17:30', source: 'Quyết định số 5/QĐ-STP ngày 20/5/2027' }] });
  const missing = await reader.get('/api/v1/lich-lam-viec/2099.json');
  assert.equal(missing.status, 404);
  assert.match(missing.headers['content-type'], /^application\/problem\+json/);
  assert.equal(JSON.parse(missing.body).status, 404);
});

test('D9.3 a unit with a calendar of its own: what it owes runs by that one, what the board owes by the department’s', async () => {
  site.sql(`INSERT INTO core_calendar (code, name, is_own) VALUES ('don-vi-khac', 'Lịch của đơn vị ở nơi khác', 0); SET @o = (SELECT id FROM core_calendar WHERE is_own = 1), @n = (SELECT id FROM core_calendar WHERE code = 'don-vi-khac');
    INSERT INTO core_calendar_hours (calendar_id, weekday, opens_minute, closes_minute, valid_from, valid_to, source) SELECT @n, weekday, opens_minute, closes_minute, valid_from, valid_to, source FROM core_calendar_hours WHERE calendar_id = @o;
    INSERT INTO core_calendar_year (calendar_id, year, state, announcement) SELECT @n, year, state, announcement FROM core_calendar_year WHERE calendar_id = @o;
    INSERT INTO core_calendar_day (calendar_id, day, kind, name, source, hours) SELECT @n, day, kind, name, source, hours FROM core_calendar_day WHERE calendar_id = @o;
    INSERT INTO core_calendar_day (calendar_id, day, kind, name, source, hours) VALUES (@n, '2027-02-01', 'day_off', 'Đóng cửa để chuyển trụ sở', 'Thông báo số 3/TB-TT', '')`);
  const [[unit, code]] = site.sql("SELECT u.id, u.code FROM core_unit u JOIN core_person p ON p.unit_id = u.id WHERE p.code = 'nguyen-hoang-yen'");
  const action = `/quan-tri/don-vi/${unit}`;
  const form = await office.get(action);
  const wrong = await office.submit(form, at(action), { calendar: lich.split('/').at(-1) });
  assert.match(errorsOf(wrong), /Chọn một lịch trong danh sách/, 'the department’s is chosen by choosing none');
  const running = site.sql("SELECT id, calendar_id FROM core_clock WHERE state = 'open' ORDER BY id");
  const other = site.sql("SELECT id FROM core_calendar WHERE code = 'don-vi-khac'")[0][0];
  assert.equal((await office.submit(form, at(action), { calendar: other })).status, 303);
  assert.match(lastAct(`unit:${unit}`).note, /Lịch làm việc: Lịch của Sở → Lịch của đơn vị ở nơi khác/);
  assert.deepEqual(site.sql("SELECT id, calendar_id FROM core_clock WHERE state = 'open' ORDER BY id"), running, 'what runs keeps its calendar');

  const due = async (...more) => JSON.parse((await site.portal('due', '--duty', 'D9.3a', '--start', '2027-01-29T16:30:00+07:00', '--json', ...more)).stdout);
  const [ours, theirs] = [await due(), await due('--unit', code)];
  assert.equal(theirs.calendar, 'Lịch của đơn vị ở nơi khác');
  assert.equal(ours.due, '2027-02-02T10:30:00+07:00');
  assert.equal(theirs.due, '2027-02-03T10:30:00+07:00');
  assert.ok(theirs.explanation.some((day) => day.date === '2027-02-01' && JSON.stringify(day).includes('Đóng cửa để chuyển trụ sở')));

  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài của đơn vị có lịch riêng' }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  const calendars = Object.fromEntries(site.sql(`SELECT d.code, k.code FROM core_clock c JOIN core_duty d ON d.id = c.duty_id JOIN core_calendar k ON k.id = c.calendar_id WHERE c.item_id = ${url.slice(url.lastIndexOf('/') + 1)}`));
  assert.equal(calendars['D9.3a'], 'don-vi-khac');
  assert.notEqual(calendars['D9.3-ban'], 'don-vi-khac');
  await expectCheck();
  assert.equal((await office.submit(await office.get(action), at(action), { calendar: '' })).status, 303);
});

test('D9.3 the same as iCalendar (RFC 5545): folded at 75 octets, whole days, stamps, UIDs that stay', async () => {
  const answer = await reader.get('/lich-lam-viec.ics');
  assert.match(answer.headers['content-type'], /^text\/calendar/);
  assert.doesNotMatch(answer.body.replaceAll('\r\n', ''), /[\r\n]/, 'lines end in CRLF');
  const lines = answer.body.split('\r\n');
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75), 'no line is longer than 75 octets');
  assert.ok(lines.some((line) => line.startsWith(' ')), 'a long line is folded');
  assert.doesNotMatch(answer.body, /\ufffd/);
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  assert.ok(calendar.getFirstPropertyValue('prodid'));
  const events = calendar.getAllSubcomponents('vevent').map((one) => ({ event: new ICAL.Event(one), one }));
  const rows = site.sql('SELECT d.day, d.kind, d.name FROM core_calendar_day d JOIN core_calendar c ON c.id = d.calendar_id AND c.is_own = 1 JOIN core_calendar_year y ON y.calendar_id = d.calendar_id AND y.year = YEAR(d.day) AND y.state = \'entered\' ORDER BY d.day, d.kind');
  assert.equal(events.length, rows.length);
  for (const [i, { event, one }] of events.entries()) {
    const [day, kind, name] = rows[i];
    assert.equal(event.startDate.toString(), day);
    assert.ok(event.startDate.isDate && event.endDate.isDate);
    assert.equal(event.endDate.subtractDate(event.startDate).toSeconds(), 86_400);
    assert.ok(event.summary.includes(name), `${event.summary}: ${name}`);
    assert.equal(event.uid, `${day}-${kind}@localhost`);
    assert.match(one.getFirstProperty('dtstamp').toICALString(), /^DTSTAMP:\d{8}T\d{6}Z$/);
  }
  assert.equal(new Set(events.map(({ event }) => event.uid)).size, events.length);
  assert.equal((await reader.get('/lich-lam-viec.ics')).body, answer.body, 'written again it is the same');
});

test('D9.3 the calculator answers with the explanation that portal due gives, and bad input in Vietnamese with what was typed', async () => {
  const ask = (fields) => reader.get(`/tinh-thoi-han/ket-qua?${new URLSearchParams(fields)}`);
  const page = await ask({ 'quy-dinh': 'D9.3a', so: '', 'don-vi': 'working_days', tu: '29/01/2027 16:30' });
  assert.equal(page.status, 200);
  assert.match(page.headers['cache-control'], /no-store/);
  const due = JSON.parse((await site.portal('due', '--duty', 'D9.3a', '--start', '2027-01-29T16:30:00+07:00', '--json')).stdout);
  assert.match(textOf(page), /Hạn: 10:30, Thứ Ba ngày 02\/02\/2027/);
  assert.equal(due.due, '2027-02-02T10:30:00+07:00');
  assert.deepEqual(page.html().querySelectorAll('table.due-days tbody th').map((cell) => wordsOf(cell).match(/\d\d\/\d\d\/\d{4}/)[0].split('/').reverse().join('-')), due.explanation.map((day) => day.date));
  assert.match(textOf(await ask({ so: '15', 'don-vi': 'working_days', tu: '16/11/2026 14:20' })), /Hạn: 17:30, Thứ Ba ngày 08\/12\/2026|Hạn: 17:30, Thứ Tư ngày 09\/12\/2026/);
  assert.match(textOf(await ask({ 'quy-dinh': 'D9.3đ-thang', tu: '15/01/2027 08:00' })), /Hạn: 23:59, .*0[89]\/02\/2027|Hạn: 23:59, .*\/02\/2027/);
  assert.match(textOf(await ask({ so: '3', 'don-vi': 'working_days', tu: '29/12/2030 08:00' })), /lịch.*2030/i);
  for (const [fields, words, field] of [
    [{ so: 'mười', 'don-vi': 'working_days', tu: '16/11/2026 14:20' }, /Ghi một số từ 1 đến 9999/, 'so'],
    [{ so: '15', 'don-vi': 'tuần', tu: '16/11/2026 14:20' }, /Chọn giờ làm việc, ngày làm việc hoặc ngày theo lịch/, 'don-vi'],
    [{ so: '15', 'don-vi': 'working_days', tu: '31/02/2026 14:20' }, /Viết ngày và giờ theo dạng/, 'tu'],
    [{ so: '15', 'don-vi': 'working_days', tu: '16/11/2026' }, /Viết ngày và giờ theo dạng/, 'tu'],
    [{ 'quy-dinh': 'D99', tu: '16/11/2026 14:20' }, /Chọn một việc trong danh sách/, 'quy-dinh'],
    [{ so: '<script>', 'don-vi': 'working_days', tu: '"><b>' }, /Ghi một số/, 'so'],
  ]) {
    const answer = await ask(fields);
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(errorsOf(answer), words);
    assert.ok(answer.html().querySelector(`.govuk-error-summary a[href="#${field}"]`));
    const typed = Object.fromEntries(forms(answer.body).find((form) => form.action === '/tinh-thoi-han/ket-qua').fields);
    if (fields.so) assert.equal(answer.html().querySelector('#so').getAttribute('value'), fields.so);
    if (fields.tu) assert.ok(typed.tu !== undefined);
    assert.doesNotMatch(answer.body, /<script>|"><b>/);
  }
  assert.equal((await reader.get('/tinh-thoi-han')).status, 200);
});

test('D9.3 a change that moves more clocks than a page shows is previewed whole as a file; confirmed, what it owes is written with it and done', async () => {
  const duty = "(SELECT id FROM core_duty WHERE code = 'D9.3e' ORDER BY id DESC LIMIT 1)";
  site.sql(`INSERT INTO core_clock (duty_id, calendar_id, subject, started_at, due_at) SELECT ${duty}, c.id, CONCAT('thu:', n.seq), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 21 DAY FROM core_calendar c, (SELECT seq FROM seq_1_to_350) n WHERE c.is_own = 1`);
  const open = Object.keys(dues()).length;
  assert.ok(open > 350);
  const soon = new Date(Date.now() + 9 * 86_400_000);
  while ([0, 6].includes(soon.getUTCDay())) soon.setUTCDate(soon.getUTCDate() + 1);
  const day = soon.toISOString().slice(0, 10).split('-').reverse().join('/');
  const preview = await office.submit(await office.get(`${lich}/ngay`), at(`${lich}/ngay`), { kind: 'day_off', day, last_day: '', make_up_day: '', hours: '', name: 'Nghỉ để thử tệp', source: 'TB 300' });
  assert.match(preview.body, /thời hạn nữa không hiện ở đây/);
  const before = dues();
  const file = await office.submit(preview, (form) => form.method === 'post' && form.fields.every(([name]) => name !== '_key') && form.action === `${lich}/ngay`, { buoc: 'tep' });
  assert.equal(file.status, 200, textOf(file));
  assert.match(file.headers['content-type'], /^text\/csv/);
  assert.equal(file.body.trim().split('\r\n').length, open + 1);
  assert.deepEqual(dues(), before, 'a file changes nothing');
  const owed = () => Number(site.sql("SELECT AUTO_INCREMENT FROM information_schema.tables WHERE table_schema = 'portal' AND table_name = 'core_recompute'")[0][0]);
  site.sql('ANALYZE TABLE core_recompute');
  const ids = owed();
  assert.equal((await office.submit(preview, at(`${lich}/ngay`), { buoc: 'xac-nhan' })).status, 303);
  site.sql('ANALYZE TABLE core_recompute');
  assert.equal(owed(), ids + 1, 'what is owed was written');
  assert.equal(site.sql('SELECT COUNT(*) FROM core_recompute')[0][0], '0', 'and is done');
  assert.notDeepEqual(dues(), before);
});
