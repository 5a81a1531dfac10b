// The workflow through the office's real forms, without JavaScript: who may do what when (D9.1a, D11.1, D12, D15), and what is refused.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { forms, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, checklist, mustAct, passAllChecks, personId, sectionId, textOf, withdrawArticle, writeArticle, publishArticle } from '../support/journey.mjs';

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
const write = (title, more = {}) => writeArticle(people.author, articleFields(site, { title, ...more }));
const receive = (more = {}) => ({ section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh'), ...more });

// An item in step 1, 2 or 3.
async function inStep(title, step) {
  const url = await write(title);
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', receive());
  if (step >= 2) await mustAct(people.editor, url, 'finish-edit');
  if (step >= 3) await mustAct(people.verifier, url, 'verify', { 'checks[]': checklist(site, 'news') });
  return url;
}

test('D9.1a_D11_1_D15 the road from a contributor to posting, every act in the history with its authority', async () => {
  const article = await publishArticle(site, { title: 'Tập huấn nghiệp vụ chứng thực cho công chức cấp xã' });
  assert.equal(state(article.url), 'published');
  const page = await people.secretary.get(article.url);
  const history = page.html().querySelector('.timeline').textContent;
  for (const words of ['đã trình lãnh đạo đơn vị', 'đã duyệt của đơn vị', 'đã tiếp nhận, phân loại', 'đã biên tập xong', 'đã xác thực', 'đã kiểm tra lần cuối', 'đã đăng'])
    assert.ok(history.includes(words), words);
  for (const authority of ['Lãnh đạo đơn vị', 'Thư ký Ban Biên tập', 'Ủy quyền 02/QĐ-BBT', 'Trưởng Ban Biên tập']) assert.ok(history.includes(authority), authority);
  for (const column of ['event_at', 'submitted_at', 'unit_approved_at', 'supplied_at', 'published_at']) assert.notEqual(item(article.url, column), 'NULL', column);
  assert.equal((await site.reader().get(article.path)).status, 200);
});

test('D9_1a another unit’s draft does not exist for anybody else', async () => {
  const url = await write('Bản nháp chỉ người viết thấy');
  assert.equal((await people.author.get(url)).status, 200);
  for (const who of [people.unitHead, people.secretary, people.boardHead, await site.login('ta.huu.phuoc')]) {
    for (const page of ['', '/sua', '/xem-truoc', '/phien-ban/1', '/viec/submit-to-unit']) assert.equal((await who.get(url + page)).status, 404, who.account.username + page);
  }
});

test('D9_1a the unit’s head returns with a reason, the author sends the same item again', async () => {
  const url = await write('Bài cần bổ sung số liệu');
  await mustAct(people.author, url, 'submit-to-unit');
  const bare = await act(people.unitHead, url, 'return-from-unit', { reason: '' });
  assert.equal(bare.status, 422);
  assert.match(textOf(bare), /Nêu lý do/);
  await mustAct(people.unitHead, url, 'return-from-unit', { reason: 'Bổ sung số liệu quý III.' });
  assert.equal(state(url), 'returned');
  assert.match((await people.author.get(url)).body, /Bổ sung số liệu quý III\./);
  await mustAct(people.author, url, 'submit-to-unit');
  assert.equal(state(url), 'unit_review');
});

test('D9_1a a personal item needs its author’s declaration and goes straight to the board', async () => {
  const url = await write('Bài cá nhân về hòa giải ở cơ sở');
  const without = await act(people.author, url, 'submit-personal');
  assert.equal(without.status, 422);
  assert.match(textOf(without), /D9\.1a/);
  await mustAct(people.author, url, 'submit-personal', { declared: '1' });
  assert.equal(state(url), 'submitted');
  assert.equal(item(url, 'supply'), 'personal');
});

test('D11_1 receiving asks for origin, purpose and a board member; D4_2 returning asks for a coded ground', async () => {
  const url = await write('Bài chờ phân loại');
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  const bare = await act(people.secretary, url, 'receive', receive({ origin: '', assignee: '' }));
  assert.equal(bare.status, 422);
  for (const field of ['#origin', '#assignee']) assert.ok(bare.html().querySelector(`.govuk-error-summary a[href="${field}"]`), field);
  assert.equal(bare.html().querySelector('#purpose').getAttribute('value'), 'Thông tin cho người dân', 'what was typed is given back');
  const outsider = await act(people.secretary, url, 'receive', receive({ assignee: personId(site, 'nguyen-hoang-yen') }));
  assert.equal(outsider.status, 422);
  const groundless = await act(people.secretary, url, 'return-to-sender', { reason: 'Thiếu thông tin người gửi.' });
  assert.equal(groundless.status, 422);
  const wrong = await act(people.secretary, url, 'return-to-sender', { reason: 'Thiếu thông tin người gửi.', ground: 'D12.3a' });
  assert.equal(wrong.status, 422);
  await mustAct(people.secretary, url, 'return-to-sender', { reason: 'Thiếu thông tin người gửi.', ground: 'D4.2-nhan-than' });
  assert.equal(state(url), 'returned');
  assert.match((await people.author.get(url)).body, /Thiếu thông tin về người gửi/);
});

test('D12_1 verification needs the whole checklist of the version', async () => {
  const url = await inStep('Bài cần đủ phiếu kiểm tra', 2);
  const checks = checklist(site, 'news');
  const partial = await act(people.verifier, url, 'verify', { 'checks[]': checks.slice(1) });
  assert.equal(partial.status, 422);
  assert.match(textOf(partial), /D12\.1/);
  assert.equal(state(url), 'verifying');
  assert.equal(partial.html().querySelectorAll('input[name="checks[]"][checked]').length, checks.length - 1, 'ticks are given back');
  await mustAct(people.verifier, url, 'verify', { 'checks[]': checks });
  assert.equal(state(url), 'final_check');
});

test('D12_1 the editor’s ticks are kept with the version', async () => {
  const url = await inStep('Bài có phiếu kiểm tra đang làm', 1);
  const checks = checklist(site, 'news');
  const answer = await people.editor.submit(await people.editor.get(url), (form) => form.action.endsWith('/phieu-kiem-tra'), { 'checks[]': checks.slice(0, 2) });
  assert.equal(answer.status, 303);
  const page = await people.editor.get(url);
  assert.equal(page.html().querySelectorAll('input[name="checks[]"][checked]').length, 2);
});

test('D15_2_D15_3 nobody checks what they wrote or edited: by person, not by account', async () => {
  // The head of the board edits in step 1 after a reopening, and then may not check.
  const url = await inStep('Bài do Phó Trưởng ban biên tập', 1);
  await mustAct(people.secretary, url, 'reassign', { assignee: personId(site, 'phan-van-dung') });
  const edited = await people.verifier.submit(await people.verifier.get(`${url}/sua`), (form) => form.action.endsWith('/sua'), { summary: 'Tóm tắt do người biên tập sửa.' });
  assert.equal(edited.status, 303, textOf(edited));
  await mustAct(people.verifier, url, 'finish-edit');
  const page = await people.verifier.get(url);
  assert.match(textOf(page), /đã viết hoặc biên tập bài này/);
  assert.ok(!forms(page.body).some((form) => form.action.endsWith('/viec/verify')));
  const checks = checklist(site, 'news');
  // A form kept from before, or made by hand: refused all the same.
  const forced = await people.verifier.post(`${url}/viec/verify`, [...forms(page.body)[0].fields.filter(([name]) => name === '_csrf'), ['_key', 'a'.repeat(31) + '1'], ['row_version', item(url, 'row_version')], ...checks.map((code) => ['checks[]', code])]);
  assert.equal(forced.status, 403);
  // The same person's second account is the same person.
  const [[hash, personOfVerifier]] = site.sql("SELECT password_phc, person_id FROM core_account WHERE username = 'phan.van.dung'");
  site.sql(`INSERT INTO core_account (person_id, username, password_phc, created_at) VALUES (${personOfVerifier}, 'phan.van.dung.2', '${hash}', UTC_TIMESTAMP(6));
    INSERT INTO core_role_assignment (account_id, role, valid_from, entered_at, confirmed_at) SELECT id, 'board_deputy', '2026-01-01', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM core_account WHERE username = 'phan.van.dung.2'`);
  const second = site.visitor();
  const login = await second.submit(await second.get('/quan-tri/dang-nhap'), (form) => form.action.startsWith('/quan-tri/dang-nhap'), { username: 'phan.van.dung.2', password: people.verifier.account.password });
  assert.equal(login.status, 303);
  assert.equal((await second.get(`${url}/viec/verify`)).status, 403);
  assert.match(textOf(await second.get(url)), /đã viết hoặc biên tập bài này/);
  await mustAct(people.boardHead, url, 'verify', { 'checks[]': checks });
});

test('D15_3 an edit after the last check voids it; only the version that passed is posted', async () => {
  const url = await inStep('Bài mở lại sau kiểm tra lần cuối', 3);
  const checks = checklist(site, 'news');
  await mustAct(people.boardHead, url, 'pass-final', { 'checks[]': checks });
  assert.equal(item(url, 'passed_version'), item(url, 'working_version'));
  assert.equal((await people.editor.get(`${url}/sua`)).status, 409, 'a passed version is not edited without reopening');
  await mustAct(people.secretary, url, 'reopen', { reason: 'Sửa lại tên địa điểm.' });
  assert.equal(state(url), 'editing');
  assert.equal(item(url, 'passed_version'), 'NULL');
  assert.equal(item(url, 'verified_version'), 'NULL');
  const early = await people.secretary.get(`${url}/viec/publish`);
  assert.equal(early.status, 409);
  await people.editor.submit(await people.editor.get(`${url}/sua`), (form) => form.action.endsWith('/sua'), { summary: 'Tóm tắt sau khi mở lại.' });
  await mustAct(people.editor, url, 'finish-edit');
  await mustAct(people.verifier, url, 'verify', { 'checks[]': checks });
  await mustAct(people.boardHead, url, 'pass-final', { 'checks[]': checks });
  await mustAct(people.secretary, url, 'publish');
  assert.equal(site.sql(`SELECT summary FROM news_published WHERE item_id = ${idOf(url)}`)[0][0], 'Tóm tắt sau khi mở lại.');
});

test('D15_3 the last checker’s own correction within the step does not void it', async () => {
  const url = await inStep('Bài được sửa chính tả khi kiểm tra lần cuối', 3);
  const saved = await people.boardHead.submit(await people.boardHead.get(`${url}/sua`), (form) => form.action.endsWith('/sua'), { title: 'Bài đã được sửa chính tả khi kiểm tra lần cuối' });
  assert.equal(saved.status, 303, textOf(saved));
  await mustAct(people.boardHead, url, 'pass-final', { 'checks[]': checklist(site, 'news') });
  await mustAct(people.secretary, url, 'publish');
  assert.equal(site.sql(`SELECT title FROM news_published WHERE item_id = ${idOf(url)}`)[0][0], 'Bài đã được sửa chính tả khi kiểm tra lần cuối');
});

test('D12_3 refusal names a ground and a reason; the item stays searchable for the board', async () => {
  const url = await inStep('Bài bị từ chối đăng', 2);
  const without = await act(people.verifier, url, 'refuse', { reason: 'Không đúng sự thật.' });
  assert.equal(without.status, 422);
  await mustAct(people.verifier, url, 'refuse', { reason: 'Không đúng sự thật.', ground: 'D12.3c' });
  assert.equal(state(url), 'refused');
  const found = await people.secretary.get('/quan-tri/tin-bai/?q=' + encodeURIComponent('bi tu choi dang') + '&trang-thai=refused');
  assert.match(found.body, /Bài bị từ chối đăng/);
});

test('D12_3 withdrawing shows red until every node has confirmed, then green', async () => {
  const article = await publishArticle(site, { title: 'Bài sẽ bị gỡ khỏi trang' });
  site.sql("INSERT INTO core_node (node, seen_at) VALUES ('may-thu-hai', UTC_TIMESTAMP(6))");
  await withdrawArticle(site, article);
  const red = await people.secretary.get(article.url);
  assert.match(textOf(red), /Chưa xác nhận gỡ trên tất cả máy chủ/);
  await site.until('gone for readers', async () => (await site.reader().get(article.path)).status === 410, 5000);
  site.sql(`UPDATE core_job SET state = 'done', done_at = UTC_TIMESTAMP(6) WHERE node = 'may-thu-hai' AND item_id = ${article.id}; DELETE FROM core_node WHERE node = 'may-thu-hai'`);
  await site.until('green', async () => /Đã gỡ trên tất cả máy chủ/.test((await people.secretary.get(article.url)).body), 8000);
});

test('D9_3f a published article is changed as a working copy while the old one stays up', async () => {
  const article = await publishArticle(site, { title: 'Lịch tiếp công dân tháng 12' });
  await mustAct(people.author, article.url, 'revise-by-author');
  const page = await people.author.get(`${article.url}/sua`);
  assert.match(page.body, /Nội dung đính chính/);
  await people.author.submit(page, (form) => form.action.endsWith('/sua'), { title: 'Lịch tiếp công dân tháng 12 (đổi ngày)', change_note: 'Đổi ngày tiếp sang 10/12.' });
  assert.match((await site.reader().get(article.path)).body, /Lịch tiếp công dân tháng 12</);
  await mustAct(people.author, article.url, 'submit-to-unit');
  await passAllChecks(site, article.url);
  await mustAct(people.secretary, article.url, 'publish');
  await site.until('the correction is up', async () => /đổi ngày/.test((await site.reader().get(article.path)).body), 5000);
  assert.match((await site.reader().get(article.path)).body, /Đổi ngày tiếp sang 10\/12/);
  await mustAct(people.author, article.url, 'revise-by-author');
  await mustAct(people.author, article.url, 'drop-revision');
  assert.equal(state(article.url), 'published');
});

test('D9_1b the supplier’s telephone and e-mail are for those who handle the item', async () => {
  const article = await publishArticle(site, { title: 'Bài để xem ai thấy thông tin liên lạc' });
  assert.match((await people.secretary.get(article.url)).body, /yen\.nh@minhgiang\.gov\.vn/);
  const director = await site.login('vu.dinh.khoi');
  const page = await director.get(article.url);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.body, /yen\.nh@minhgiang\.gov\.vn/);
  assert.doesNotMatch((await site.reader().get(article.path)).body, /yen\.nh@minhgiang\.gov\.vn/);
});
