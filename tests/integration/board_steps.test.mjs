// The board's steps on one item: which of them a section asks for, by decisions with dates (D12.1), requests for confirmation (D12.1), refusal and
// return with their letters (D4.2, D12.3).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { forms, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, checklist, mustAct, personId, sectionId, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
});
after(() => site?.stop());

const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const item = (url, column) => site.sql(`SELECT ${column} FROM core_item WHERE id = ${idOf(url)}`)[0][0];
const state = (url) => item(url, 'state');
const day = (days = 0) => new Date(Date.now() + 7 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
const kSection = 'nghien-cuu-trao-doi';
const receive = () => ({ section: sectionId(site, kSection), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });

async function received(title) {
  const url = await writeArticle(people.author, articleFields(site, { title, section: kSection }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', receive());
  return url;
}

// ---- D12.1: the steps of a section are decisions with dates ----

const rules = () => `/quan-tri/chuyen-muc/${sectionId(site, kSection)}/quy-dinh`;
const decide = async (fields, client = people.boardHead) =>
  client.submit(await client.get(rules()), (form) => form.action === rules(), { valid_from: day(), valid_to: '', retention_months: '0', document_number: '09/QĐ-BBT', ...fields });

test('D12_1 a decision changes the steps of what is classified from its day on; what was classified before keeps its steps', async () => {
  const before = await received('Bài phân loại trước quyết định');
  assert.equal((await decide({ needs_verify: null, needs_final_check: '1' })).status, 303);
  const after = await received('Bài phân loại sau quyết định');
  await mustAct(people.editor, before, 'finish-edit');
  await mustAct(people.editor, after, 'finish-edit');
  assert.deepEqual([state(before), state(after)], ['verifying', 'final_check']);
  const list = await people.boardHead.get('/quan-tri/chuyen-muc/');
  assert.match(list.body, /Theo 09\/QĐ-BBT/);
  const trail = site.sql(`SELECT a.action, a.authority, n.note FROM core_audit a JOIN core_audit_note n USING (chain, seq) WHERE a.chain = 'section:${sectionId(site, kSection)}' ORDER BY a.seq DESC LIMIT 1`)[0];
  assert.deepEqual(trail.slice(0, 2), ['section_rule', 'Trưởng Ban Biên tập']);
  assert.match(trail[2], /Quyết định số: 09\/QĐ-BBT.*Chỉ bước 3 kiểm tra lần cuối/);
});

test('D12_1 a section without step 2 and 3 still asks for the whole checklist before posting', async () => {
  assert.equal((await decide({ needs_verify: null, needs_final_check: null, document_number: '10/QĐ-BBT' })).status, 303);
  const url = await received('Bài của chuyên mục không cần bước nào');
  const kind = item(url, 'kind');
  const bare = await act(people.editor, url, 'finish-edit', { 'checks[]': [] });
  assert.equal(bare.status, 422);
  assert.match(textOf(bare), /D12\.1/);
  await mustAct(people.editor, url, 'finish-edit', { 'checks[]': checklist(site, kind) });
  assert.equal(state(url), 'ready');
  assert.equal((await people.editor.get(`${url}/viec/publish`)).status, 403, 'posting is the secretary’s');
  await mustAct(people.secretary, url, 'publish');
});

test('D12_1 a decision with a last day gives way to the one before it; one to come can be taken back, one that has begun cannot', async () => {
  site.sql(`UPDATE core_section_rule SET valid_from = CURRENT_DATE - INTERVAL 9 DAY, valid_to = CURRENT_DATE - INTERVAL 2 DAY WHERE document_number = '10/QĐ-BBT'`);
  const url = await received('Bài sau khi quyết định tạm hết hạn');
  assert.deepEqual([item(url, 'needs_verify'), item(url, 'needs_final_check')], ['0', '1']);

  assert.equal((await decide({ valid_from: day(3), needs_verify: '1', needs_final_check: '1', document_number: '11/QĐ-BBT' })).status, 303);
  const page = await people.boardHead.get(rules());
  assert.match(textOf(page), /Hôm nay: Chỉ bước 3 kiểm tra lần cuối/);
  assert.match(page.body, /Chưa đến ngày/);
  const drops = forms(page.body).filter((form) => form.action.endsWith('/bo'));
  assert.equal(drops.length, 1, 'only the one to come can be taken back');
  const begun = site.sql("SELECT id FROM core_section_rule WHERE document_number = '09/QĐ-BBT'")[0][0];
  assert.equal((await people.boardHead.post(`${rules()}/${begun}/bo`, [...drops[0].fields])).status, 409);
  assert.equal((await people.boardHead.submit(page, (form) => form.action.endsWith('/bo'))).status, 303);
  assert.match((await people.boardHead.get(rules())).body, /Đã bỏ/);
  assert.equal((await people.secretary.get(rules())).status, 403);
});

test('D12_1 a wrong decision is answered at its fields with what was typed', async () => {
  for (const [fields, words] of [
    [{ valid_from: day(-1) }, /không áp dụng ngược về ngày đã qua/],
    [{ valid_from: '31/02/2027' }, /Viết ngày theo dạng/],
    [{ valid_from: day(5), valid_to: day(4) }, /Ngày cuối phải sau ngày đầu/],
    [{ retention_months: '-1' }, /Lưu trữ sau bao nhiêu tháng/],
    [{ document_number: '' }, /Số quyết định/],
  ]) {
    const answer = await decide({ document_number: '12/QĐ-BBT', ...fields });
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(answer.html().querySelector('.govuk-error-summary').textContent, words);
    const typed = Object.fromEntries(forms(answer.body).find((form) => form.action === rules()).fields);
    const [[name, value]] = Object.entries(fields);
    assert.equal(typed[name], value);
  }
  assert.deepEqual(site.sql("SELECT 1 FROM core_section_rule WHERE document_number = '12/QĐ-BBT'"), []);
});

// ---- D12.1: requests for confirmation ----

async function inVerifying(title) {
  const url = await writeArticle(people.author, articleFields(site, { title }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', { ...receive(), section: sectionId(site, 'hoat-dong-cua-so') });
  await mustAct(people.editor, url, 'finish-edit');
  return url;
}

const ask = async (client, url, fields) => client.submit(await client.get(`${url}/xac-nhan/moi`), (form) => form.action.endsWith('/xac-nhan/moi'), fields);
const requestOf = (url) => `${url}/xac-nhan/${site.sql(`SELECT MAX(id) FROM core_request WHERE item_id = ${idOf(url)}`)[0][0]}`;
const unreadRequests = (username, url) => site.sql(`SELECT n.id FROM core_notice n JOIN core_account a ON a.person_id = n.person_id JOIN core_request r ON n.cause = CONCAT('request:', r.id) WHERE a.username = '${username}' AND r.item_id = ${idOf(url)} AND n.read_at IS NULL`);
const answer = async (client, request, fields) => client.submit(await client.get(request), (form) => form.action === request, fields);
const otherUnit = () => site.sql("SELECT r.unit_id FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id WHERE a.username = 'ta.huu.phuoc'")[0][0];

test('D12_1 the verifier asks a competent unit; its people find it in their inbox, its head answers, question and answer stay with the item', async () => {
  const url = await inVerifying('Bài cần đơn vị chuyên môn xác nhận');
  const bare = await ask(people.verifier, url, { to: 'unit', unit: '', question: 'Số vụ việc nêu trong bài có đúng không?' });
  assert.equal(bare.status, 422);
  assert.match(textOf(bare), /Chọn đơn vị cần hỏi/);
  assert.equal(Object.fromEntries(forms(bare.body).find((form) => form.action.endsWith('/xac-nhan/moi')).fields).question, 'Số vụ việc nêu trong bài có đúng không?');
  assert.equal((await ask(people.verifier, url, { to: 'unit', unit: otherUnit(), question: 'Số vụ việc nêu trong bài có đúng không?' })).status, 303);
  const request = requestOf(url);
  assert.match(textOf(await people.verifier.get(request)), /Ủy quyền 02\/QĐ-BBT/);

  // It waits in the asked unit, and only there.
  const head = await site.login('ta.huu.phuoc');
  const inbox = await head.get('/quan-tri/');
  assert.match(inbox.body, /Bài cần đơn vị chuyên môn xác nhận/);
  assert.ok(inbox.body.includes(`href="${request}"`));
  assert.ok(!(await people.unitHead.get('/quan-tri/')).body.includes(`href="${request}"`), 'the item’s own unit is not asked');
  const page = await head.get(request);
  assert.equal(page.status, 200);
  assert.match(page.body, /Đoạn thứ nhất của bài/, 'the words in question are there');
  assert.equal((await head.get(url)).status, 404, 'the rest of the item is not theirs to see');
  assert.doesNotMatch(page.body, /yen\.nh@minhgiang\.gov\.vn/, 'nor the supplier’s contact data (D9.1b)');

  const notice = (username) => site.sql(`SELECT n.text FROM core_notice n JOIN core_account a ON a.person_id = n.person_id WHERE a.username = '${username}' AND n.cause LIKE 'request:%' ORDER BY n.id DESC LIMIT 1`)[0]?.[0] ?? '';
  assert.match(notice('ta.huu.phuoc'), /cần ông, bà xác nhận về TB-/);
  assert.equal(unreadRequests('ta.huu.phuoc', url).length, 1);

  // Until it is answered, the check is not passed; the item shows it open.
  assert.match((await people.verifier.get(url)).body, /Đang chờ trả lời/);
  const early = await act(people.verifier, url, 'verify', { 'checks[]': checklist(site, 'news') });
  assert.equal(early.status, 422);
  assert.match(textOf(early), /yêu cầu xác nhận chưa được trả lời/);
  assert.equal((await answer(people.verifier, request, { answer: 'Tự trả lời cho mình.' }).catch(() => ({ status: 403 }))).status, 403, 'nobody answers themselves');

  const short = await answer(head, request, { answer: 'Đ' });
  assert.equal(short.status, 422);
  assert.equal((await answer(head, request, { answer: 'Số liệu đúng, theo báo cáo quý III.' })).status, 303);
  const done = await people.verifier.get(url);
  assert.match(done.body, /Đã trả lời/);
  assert.match(done.html().querySelector('.timeline').textContent, /Số liệu đúng, theo báo cáo quý III/);
  const [[asked, ended, state_]] = site.sql(`SELECT asked_at, ended_at, state FROM core_request WHERE item_id = ${idOf(url)}`);
  assert.ok(asked < ended && state_ === 'answered');
  assert.ok(!(await head.get('/quan-tri/')).body.includes(`href="${request}"`), 'out of the inbox');
  assert.match(notice('phan.van.dung'), /Đã có trả lời/);
  assert.deepEqual(unreadRequests('ta.huu.phuoc', url), [], 'what is answered waits in nobody’s bell');
  const again = await head.post(request, [...forms(page.body).find((form) => form.action === request).fields.filter(([name]) => name !== 'answer' && name !== '_key'), ['_key', 'b'.repeat(32)], ['answer', 'Trả lời lần nữa.']]);
  assert.equal(again.status, 409);
  await mustAct(people.verifier, url, 'verify', { 'checks[]': checklist(site, 'news') });
});

test('D12_1_D9_3 asking stops no clock of the board; the asked unit has one of its own, stopped by the answer', async () => {
  const url = await inVerifying('Bài hỏi lại người cung cấp');
  const board = () => site.sql(`SELECT c.due_at FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${idOf(url)} AND d.code = 'D9.3-ban'`)[0][0];
  const own = () => site.sql(`SELECT c.state, c.outcome, d.party FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${idOf(url)} AND d.code = 'D12.1-xacnhan'`);
  const before = board();
  assert.equal((await ask(people.verifier, url, { to: 'supplier', unit: '', question: 'Xin bổ sung tên địa điểm tổ chức.' })).status, 303);
  assert.deepEqual(own(), [['open', '', 'unit']]);
  assert.ok((await people.author.get('/quan-tri/')).body.includes(`href="${requestOf(url)}"`));
  assert.equal((await answer(people.author, requestOf(url), { answer: 'Địa điểm là hội trường Sở Tư pháp.' })).status, 303);
  assert.equal(board(), before);
  assert.deepEqual(own(), [['closed', 'in_time', 'unit']]);
});

test('D12_1 a request is taken back by who asked; what leaves the board takes its requests along', async () => {
  const url = await inVerifying('Bài có yêu cầu được rút');
  await ask(people.verifier, url, { to: 'unit', unit: otherUnit(), question: 'Nội dung này có còn đúng không?' });
  const first = requestOf(url);
  assert.equal(unreadRequests('ta.huu.phuoc', url).length, 1);
  assert.equal((await people.verifier.submit(await people.verifier.get(first), (form) => form.action === `${first}/rut`)).status, 303);
  assert.deepEqual(unreadRequests('ta.huu.phuoc', url), [], 'what is taken back waits in nobody’s bell');
  await ask(people.verifier, url, { to: 'unit', unit: otherUnit(), question: 'Xin xác nhận tên cơ quan phối hợp.' });
  await mustAct(people.verifier, url, 'refuse', { reason: 'Nội dung không đúng sự thật.', ground: 'D12.3c' });
  assert.deepEqual(site.sql(`SELECT state FROM core_request WHERE item_id = ${idOf(url)} ORDER BY id`), [['taken_back'], ['closed']]);
  assert.deepEqual(site.sql(`SELECT DISTINCT c.state FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${idOf(url)} AND d.code = 'D12.1-xacnhan'`), [['cancelled']]);
  assert.deepEqual(unreadRequests('ta.huu.phuoc', url), []);
  const head = await site.login('ta.huu.phuoc');
  assert.match(textOf(await head.get(requestOf(url))), /Không còn cần trả lời/);
});

// ---- D4.2, D12.3: the letter to the sender ----

test('D12_3 a refusal writes its sender a letter with ground, reason and authority, to read and to print', async () => {
  const url = await inVerifying('Bài bị từ chối có thông báo');
  await mustAct(people.verifier, url, 'refuse', { reason: 'Số liệu không có nguồn đối chiếu được.', ground: 'D12.3d' });
  const page = await people.author.get(url);
  const link = page.html().querySelector('a[href*="/thu/"]').getAttribute('href');
  const letter = await people.author.get(link);
  assert.equal(letter.status, 200);
  const text = letter.html().querySelector('.letter').textContent.replace(/\s+/g, ' ');
  for (const words of ['Nguyễn Hoàng Yến', 'D12.3d: Không bảo đảm chất lượng', 'Số liệu không có nguồn đối chiếu được.', 'Bài bị từ chối có thông báo', 'Phan Văn Dũng', 'Ủy quyền 02/QĐ-BBT'])
    assert.ok(text.includes(words), `${words} in: ${text}`);
  assert.ok(letter.html().querySelector('[data-print]'));
  assert.equal((await (await site.login('ta.huu.phuoc')).get(link)).status, 404, 'a letter is the sender’s and the board’s');
  const other = site.sql(`SELECT MAX(id) FROM core_item WHERE id < ${idOf(url)}`)[0][0];
  assert.equal((await people.secretary.get(link.replace(`/${idOf(url)}/`, `/${other}/`))).status, 404, 'not under another item');
  const found = await people.secretary.get(`/quan-tri/tin-bai/?q=${encodeURIComponent('bi tu choi co thong bao')}&trang-thai=refused`);
  assert.match(found.body, /Bài bị từ chối có thông báo/);
});

test('D12_3_D4_2 the sender mends a refused item and sends the same item again; its history and letters stay', async () => {
  const url = await inVerifying('Bài sửa lại sau khi bị từ chối');
  await mustAct(people.verifier, url, 'refuse', { reason: 'Chưa bảo đảm chất lượng.', ground: 'D12.3d' });
  assert.equal((await people.unitHead.get(`${url}/viec/amend`)).status, 403);
  await mustAct(people.author, url, 'amend');
  assert.equal(state(url), 'returned');
  const saved = await people.author.submit(await people.author.get(`${url}/sua`), (form) => form.action.endsWith('/sua'), { summary: 'Tóm tắt đã sửa theo thông báo.' });
  assert.equal(saved.status, 303, textOf(saved));
  await mustAct(people.author, url, 'submit-to-unit');
  assert.equal(state(url), 'unit_review');
  const page = await people.author.get(url);
  assert.match(page.html().querySelector('.timeline').textContent, /đã từ chối đăng/);
  assert.ok(page.html().querySelector('a[href*="/thu/"]'));
});

// Each ground with its clause; D12.3b, which hides the words, is secret.test.mjs.
for (const code of ['D12.3a', 'D12.3c', 'D12.3d', 'D12.3đ'])
  test(`${code} refused on this ground: the letter names clause and ground, the item says so, and the board finds it by its state`, async () => {
    const title = `Bài bị từ chối theo ${code}`;
    const url = await inVerifying(title);
    const [[clause, label]] = site.sql(`SELECT clause, label FROM core_ground WHERE code = '${code}'`);
    const without = await act(people.verifier, url, 'refuse', { reason: 'Nội dung không đăng được.' });
    assert.equal(without.status, 422, 'a refusal without a ground');
    await mustAct(people.verifier, url, 'refuse', { reason: 'Nội dung không đăng được.', ground: code });
    assert.equal(state(url), 'refused');
    assert.equal(site.sql(`SELECT ground FROM core_audit WHERE chain = 'item:${idOf(url)}' AND action = 'refuse'`)[0][0], code);
    const link = (await people.author.get(url)).html().querySelector('a[href*="/thu/"]').getAttribute('href');
    assert.ok(textOf(await people.author.get(link)).includes(`${clause}: ${label}`));
    assert.ok((await people.secretary.get(`/quan-tri/tin-bai/?trang-thai=refused&q=${encodeURIComponent(title)}`)).body.includes(title));
  });

test('D4_2 a return writes its letter too: the clause and what to mend', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài trả lại có thông báo' }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'return-to-sender', { reason: 'Bổ sung số điện thoại liên hệ.', ground: 'D4.2-nhan-than' });
  const link = (await people.author.get(url)).html().querySelector('a[href*="/thu/"]').getAttribute('href');
  assert.match(textOf(await people.author.get(link)), /trả lại để chỉnh sửa.*D9\.1b: Thiếu thông tin về người gửi.*Bổ sung số điện thoại liên hệ/);
});

test('the trail, the clocks and the public copies still hold together', async () => {
  const answer_ = await site.portal('check', '--json');
  assert.deepEqual(JSON.parse(answer_.stdout).faults, []);
});
