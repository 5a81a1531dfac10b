// Rules of the office that a form made by hand, a moved item or a second person must not get round (D4.2, D9.1a, D11.1, D12, D15; reliability F26, F28, F33).
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';

import { forms, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, checklist, mustAct, personId, publishArticle, sectionId, textOf, withdrawArticle, writeArticle } from '../support/journey.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
});
after(() => site?.stop());

const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const item = (url, column) => site.sql(`SELECT ${column} FROM core_item WHERE id = ${idOf(url)}`)[0][0];
const write = (title, more = {}) => writeArticle(people.author, articleFields(site, { title, ...more }));
const receive = (more = {}) => ({ section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh'), ...more });
const isEdit = (form) => form.action.endsWith('/sua');
const key = () => createHash('sha256').update(String(Math.random())).digest('hex').slice(0, 32);

async function submitted(title, more = {}) {
  const url = await write(title, more);
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  return url;
}

// A post with this session's token to an address whose form the page does not show.
async function forced(client, url, address, fields) {
  const [, token] = forms((await client.get(url)).body)
    .flatMap((form) => form.fields)
    .find(([name]) => name === '_csrf');
  return client.post(url + address, [['_csrf', token], ['_key', key()], ['row_version', item(url, 'row_version')], ...fields]);
}

test('D11_1 the stand-in for the secretary, a member of no board, receives and posts while the delegation is in force', async () => {
  const url = await submitted('Bài do người thay Thư ký tiếp nhận');
  const standIn = await site.login('duong.thi.lan.chi');
  assert.equal((await standIn.get(url)).status, 404, 'another unit’s item');
  site.sql(`INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at)
    VALUES (${personId(site, 'duong-thi-lan-chi')}, 'act_as_secretary', UTC_TIMESTAMP(6) - INTERVAL 1 DAY, UTC_TIMESTAMP(6) + INTERVAL 1 DAY, '09/QĐ-BBT', ${personId(site, 'le-thi-thu-hang')}, UTC_TIMESTAMP(6))`);
  const page = await standIn.get(url);
  assert.equal(page.status, 200, textOf(page));
  assert.match(page.body, /yen\.nh@minhgiang\.gov\.vn/, 'who handles the item sees its supplier (D9.1b)');
  assert.match((await standIn.get('/quan-tri/tin-bai/')).body, /Bài do người thay Thư ký tiếp nhận/, 'and finds it in the list');
  await mustAct(standIn, url, 'receive', receive());
  const checks = checklist(site, 'news');
  await mustAct(people.editor, url, 'finish-edit');
  await mustAct(people.verifier, url, 'verify', { 'checks[]': checks });
  await mustAct(people.boardHead, url, 'pass-final', { 'checks[]': checks });
  await mustAct(standIn, url, 'publish');
  assert.match(textOf(await people.secretary.get(url)) + (await people.secretary.get(url)).body, /Ủy quyền 09\/QĐ-BBT/);
  const draft = await write('Bản nháp của người khác');
  assert.equal((await standIn.get(draft)).status, 404, 'a draft stays its author’s');
  const next = await submitted('Bài sau khi thu hồi ủy quyền');
  site.sql("UPDATE core_delegation SET revoked_at = UTC_TIMESTAMP(6) WHERE document_number = '09/QĐ-BBT'");
  assert.equal((await standIn.get(next)).status, 404);
});

test('D9_1a who heads six units finds the items of all six, in the office’s list, the queue and the work that waits', async () => {
  const head = 'dinh.cong.tu';
  const units = site.sql("SELECT id FROM core_unit WHERE valid_to IS NULL AND kind <> 'board' ORDER BY id LIMIT 6").map(([id]) => id);
  assert.equal(units.length, 6);
  const urls = [];
  for (const unit of units) {
    const url = await write(`Bài của đơn vị số ${unit} do một người phụ trách`);
    await mustAct(people.author, url, 'submit-to-unit');
    site.sql(`UPDATE core_item SET unit_id = ${unit} WHERE id = ${idOf(url)}`);
    urls.push(url);
  }
  const [[account]] = site.sql(`SELECT id FROM core_account WHERE username = '${head}'`);
  const note = '2020-02-03 00:00:00';
  site.sql(`INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, entered_at, confirmed_at) VALUES ${units.map((unit) => `(${account}, 'unit_head', ${unit}, '2020-01-01', '${note}', '${note}')`).join(', ')}`);
  try {
    for (const list of ['/quan-tri/tin-bai/?trang-thai=unit_review', '/quan-tri/hang-doi/unit-review', '/quan-tri/']) {
      const links = (await people.unitHead.get(list)).html().querySelectorAll('main a').map((link) => link.getAttribute('href'));
      for (const url of urls) assert.ok(links.includes(url), `${list} lacks ${url}`);
    }
    for (const url of urls) assert.equal((await people.unitHead.get(url)).status, 200, url);
  } finally {
    site.sql(`DELETE FROM core_role_assignment WHERE account_id = ${account} AND entered_at = '${note}'`);
  }
  const links = (await people.unitHead.get('/quan-tri/tin-bai/?trang-thai=unit_review')).html().querySelectorAll('main a').map((link) => link.getAttribute('href'));
  const [[own]] = site.sql(`SELECT COALESCE(MAX(unit_id), 0) FROM core_role_assignment WHERE account_id = ${account} AND role = 'unit_head'`);
  assert.deepEqual(urls.filter((url) => links.includes(url)), urls.filter((_, at) => units[at] === own), 'the other five’s no more when the roles have ended');
});

test('D12_1 the quality checklist is the board’s: neither the author nor the unit’s head ticks it', async () => {
  const url = await write('Bài tự chấm chất lượng');
  const ticks = checklist(site, 'news').map((code) => ['checks[]', code]);
  assert.equal((await forced(people.author, url, '/phieu-kiem-tra', ticks)).status, 409);
  await mustAct(people.author, url, 'submit-to-unit');
  assert.equal((await forced(people.unitHead, url, '/phieu-kiem-tra', ticks)).status, 409);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_item_check WHERE item_id = ${idOf(url)}`)[0][0], '0');
});

test('D12_1 a tick keeps the name of who made it; F33 the checklist sent twice is no fault', async () => {
  const url = await submitted('Bài hai người cùng đánh dấu phiếu');
  await mustAct(people.secretary, url, 'receive', receive());
  const isChecks = (form) => form.action.endsWith('/phieu-kiem-tra');
  const checks = checklist(site, 'news');
  const page = await people.editor.get(url);
  const [one, two] = await Promise.all([people.editor.submit(page, isChecks, { 'checks[]': checks.slice(0, 2) }), people.editor.submit(page, isChecks, { 'checks[]': checks.slice(0, 2) })]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  await mustAct(people.editor, url, 'finish-edit');
  const saved = await people.verifier.submit(await people.verifier.get(url), isChecks, { 'checks[]': [checks[0], checks[2]] });
  assert.equal(saved.status, 303, textOf(saved));
  const rows = site.sql(`SELECT k.code, p.code FROM core_item_check k JOIN core_person p ON p.id = k.person_id WHERE k.item_id = ${idOf(url)} ORDER BY k.code`);
  assert.deepEqual(new Map(rows), new Map([[checks[0], 'bui-duc-thinh'], [checks[2], 'phan-van-dung']].sort()));
});

test('D11_1_D5_9đ the kind goes with the section: by the author’s move and by the secretary’s', async () => {
  const url = await write('Hội nghị gửi nhầm chuyên mục');
  assert.equal(item(url, 'kind'), 'news');
  const moved = await people.author.submit(await people.author.get(`${url}/sua`), isEdit, { section: sectionId(site, 'hoi-nghi-tap-huan') });
  assert.equal(moved.status, 303, textOf(moved));
  assert.equal(item(url, 'kind'), 'event');
  const other = await submitted('Hội thảo mà Thư ký chuyển chuyên mục');
  await mustAct(people.secretary, other, 'receive', receive({ section: sectionId(site, 'hoi-nghi-tap-huan') }));
  assert.equal(item(other, 'kind'), 'event');
  const early = await act(people.editor, other, 'finish-edit');
  assert.equal(early.status, 422, 'a conference states its start and place');
  assert.match(textOf(early), /D5\.9đ/);
});

test('D5 an item goes to no section that does not exist, nor to the contact page', async () => {
  const url = await write('Bài gửi vào chuyên mục không có');
  for (const section of ['999999', sectionId(site, 'lien-he')]) {
    const saved = await people.author.submit(await people.author.get(`${url}/sua`), isEdit, { section, title: 'Tiêu đề không được mất' });
    assert.equal(saved.status, 422, section);
    assert.match(saved.body, /Tiêu đề không được mất/);
  }
  assert.equal(item(url, 'section_id'), sectionId(site, 'hoat-dong-cua-so'));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  const received = await forced(people.secretary, url, '/viec/receive', Object.entries(receive({ section: sectionId(site, 'lien-he') })));
  assert.equal(received.status, 422);
  assert.ok(!(await people.secretary.get(`${url}/viec/receive`)).html().querySelector(`#section option[value="${sectionId(site, 'lien-he')}"]`), 'nor is it offered');
});

test('D9_1a what the unit approved before is not what it is asked to approve now', async () => {
  const url = await submitted('Bài sửa lại sau khi bị trả');
  await mustAct(people.secretary, url, 'return-to-sender', { reason: 'Thiếu thông tin người gửi.', ground: 'D4.2-nhan-than' });
  assert.notEqual(item(url, 'unit_approved_at'), 'NULL');
  await mustAct(people.author, url, 'submit-personal', { declared: '1' });
  assert.equal(item(url, 'unit_approved_at'), 'NULL');
  assert.notEqual(item(url, 'supplied_at'), 'NULL');
});

test('D12_3 the board corrects what readers see although its author holds a working copy', async () => {
  const article = await publishArticle(site, { title: 'Bài đang được người viết sửa' });
  await mustAct(people.author, article.url, 'revise-by-author');
  const bare = await act(people.secretary, article.url, 'revise-by-board', { reason: '' });
  assert.equal(bare.status, 422);
  await mustAct(people.secretary, article.url, 'revise-by-board', { reason: 'Sửa ngay số liệu sai.' });
  assert.equal(item(article.url, 'state'), 'editing');
  assert.equal((await site.reader().get(article.path)).status, 200);
  assert.equal((await people.author.get(`${article.url}/sua`)).status, 403);
});

test('D9_3f a working copy that is given up leaves the words that readers see', async () => {
  const article = await publishArticle(site, { title: 'Lịch tiếp công dân mà bạn đọc đang thấy' });
  await mustAct(people.author, article.url, 'revise-by-author');
  const saved = await people.author.submit(await people.author.get(`${article.url}/sua`), isEdit, { title: 'Tiêu đề nháp chưa ai duyệt' });
  assert.equal(saved.status, 303, textOf(saved));
  await mustAct(people.author, article.url, 'drop-revision');
  assert.equal(item(article.url, 'state'), 'published');
  assert.equal(item(article.url, 'title'), 'Lịch tiếp công dân mà bạn đọc đang thấy');
  await mustAct(people.author, article.url, 'revise-by-author');
  const again = await people.author.get(`${article.url}/sua`);
  assert.match(again.body, /Lịch tiếp công dân mà bạn đọc đang thấy/);
  assert.doesNotMatch(again.body, /Tiêu đề nháp chưa ai duyệt/, 'the next revision begins with what readers see');
});

test('D12_3 the notice of a withdrawal names the title that readers knew, not a working copy’s', async () => {
  const article = await publishArticle(site, { title: 'Thông báo mà bạn đọc đã thấy' });
  await mustAct(people.author, article.url, 'revise-by-author');
  const saved = await people.author.submit(await people.author.get(`${article.url}/sua`), isEdit, { title: 'Lời chưa ai duyệt' });
  assert.equal(saved.status, 303, textOf(saved));
  await withdrawArticle(site, article, { notice: 'Bài đang được xem lại.' });
  await site.until('gone for readers', async () => (await site.reader().get(article.path)).status === 410, 5000);
  const gone = await site.reader().get(article.path);
  assert.match(gone.body, /Thông báo mà bạn đọc đã thấy/);
  assert.doesNotMatch(gone.body, /Lời chưa ai duyệt/);
});

test('passwords leave no digest that could be guessed (ASVS 11.4.2)', async () => {
  const client = await site.login('vang.thi.sua');
  const page = await client.get('/quan-tri/ca-nhan');
  const form = forms(page.body).find((one) => one.action === '/quan-tri/ca-nhan/mat-khau');
  const fields = form.fields.filter(([name]) => !name.endsWith('_password')).concat([['old_password', client.account.password], ['new_password', 'con trâu đi trước cái cày'], ['again_password', 'con trâu đi trước cái cày']]);
  assert.equal((await client.post(form.action, fields)).status, 303);
  const [, sent] = fields.find(([name]) => name === '_key');
  const [[stored]] = site.sql(`SELECT request_digest FROM core_idempotency WHERE idem_key = '${sent}'`);
  const digest = (list) => createHash('sha256').update(form.action + list.map(([name, value]) => `\x1f${name}\x1e${value}`).join('')).digest('hex');
  const told = fields.filter(([name]) => name !== '_csrf');
  assert.notEqual(stored, digest(told));
  assert.equal(stored, digest(told.filter(([name]) => !name.endsWith('_password'))));
});

test('F28 old failures are forgotten after an hour: one slip does not lock a person out', async () => {
  site.sql("REPLACE INTO core_login_throttle (subject, failures, blocked_until, last_at) VALUES ('account:lo.thi.mai', 40, UTC_TIMESTAMP(6) - INTERVAL 2 HOUR, UTC_TIMESTAMP(6) - INTERVAL 2 HOUR)");
  await assert.rejects(site.login('lo.thi.mai', { password: 'gõ nhầm một lần' }));
  await site.login('lo.thi.mai');
  site.sql("REPLACE INTO core_login_throttle (subject, failures, blocked_until, last_at) VALUES ('account:lo.thi.mai', 40, UTC_TIMESTAMP(6) - INTERVAL 20 MINUTE, UTC_TIMESTAMP(6) - INTERVAL 20 MINUTE)");
  await assert.rejects(site.login('lo.thi.mai', { password: 'lại gõ nhầm' }));
  await assert.rejects(site.login('lo.thi.mai'), /429/, 'within the hour the count goes on');
});

test('F26 a browser that sends no origin but vouches for the page may post; one that does not vouch may not', async () => {
  const url = await write('Bài gửi từ trình duyệt kín đáo');
  const form = forms((await people.author.get(url)).body).find((one) => one.action.endsWith('/viec/discard'));
  for (const headers of [{ Origin: 'null' }, { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'http://xau.example' }]) {
    assert.equal((await people.author.post(form.action, form.fields, { headers })).status, 403, JSON.stringify(headers));
  }
  assert.equal((await people.author.post(form.action, form.fields, { headers: { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' } })).status, 303);
});

test('D5_9f a section that the board has renamed does not come back with the next start', async () => {
  const count = () => site.sql('SELECT COUNT(*) FROM core_section')[0][0];
  const before = count();
  site.sql("INSERT INTO core_section_address (slug, section_id, since) SELECT slug, id, UTC_TIMESTAMP(6) FROM core_section WHERE slug = 'nghien-cuu-trao-doi'; UPDATE core_section SET slug = 'nghien-cuu' WHERE slug = 'nghien-cuu-trao-doi'");
  assert.equal((await site.portal('seed')).code, 0);
  assert.equal(count(), before);
});

test('D15_2 a mistyped --person makes no second person: four-eyes compares people', async () => {
  const count = () => site.sql('SELECT COUNT(*) FROM core_person')[0][0];
  const before = count();
  const wrong = await site.portal('user', 'add', 'bui.duc.thinh.2', '--role', 'board_member', '--person', 'bui-duc-thin');
  assert.equal(wrong.code, 1);
  assert.equal(count(), before);
  assert.equal((await site.portal('user', 'add', 'bui.duc.thinh.2', '--role', 'board_member', '--person', 'bui-duc-thinh')).code, 0);
  assert.equal(count(), before);
});
