// The office as a place to work: one search over items, people, units, sections and screens, each as far as the person may see it; «Bài của tôi» with state, next person and due
// time (D9.3, D14.3b); content checks before an article leaves its author (D4.1a, D12.1).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, mustAct, personId, sectionId, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
});
after(() => site?.stop());

const find = async (client, words) => (await client.get(`/quan-tri/tim?q=${encodeURIComponent(words)}`)).html().querySelector('main');
const groups = (main) => Object.fromEntries(main.querySelectorAll('section.card').map((card) => [card.querySelector('h2').textContent.trim(), card.querySelectorAll('li').map((li) => li.textContent.replace(/\s+/g, ' ').trim())]));

test('search finds items by title and code, people, units, sections and screens, without accents too', async () => {
  const found = groups(await find(people.boardHead, 'ho tich'));
  assert.ok(found['Tin, bài'].length > 0, JSON.stringify(found));
  const [code, title] = site.sql("SELECT code, title FROM core_item WHERE state = 'published' ORDER BY id LIMIT 1")[0];
  assert.match(groups(await find(people.boardHead, code))['Tin, bài'][0], new RegExp(title.slice(0, 20)));
  assert.match(groups(await find(people.boardHead, 'tran minh chau'))['Người'][0], /Trần Minh Châu/);
  assert.ok(groups(await find(people.boardHead, 'thanh tra'))['Đơn vị'].length > 0);
  assert.ok(groups(await find(people.boardHead, 'tin tuc'))['Chuyên mục'].length > 0);
  assert.deepEqual(groups(await find(people.boardHead, 'uy quyen'))['Màn hình'], ['Ủy quyền Quản lý']);
  assert.match((await find(people.boardHead, 'khongcogica')).textContent, /Không tìm thấy gì/);
  assert.match((await find(people.boardHead, 'a')).textContent, /ít nhất hai chữ/);
  // Signs that mean something to the database mean themselves.
  for (const words of ['%%', '__', "'; DROP", '\\\\']) assert.match((await find(people.boardHead, words)).textContent, /Không tìm thấy gì/, words);
  const head = (await people.boardHead.get('/quan-tri/')).html().querySelector('.topbar__search');
  assert.equal(head.getAttribute('action'), '/quan-tri/tim');
});

test('D15.2_D19.2 search finds a screen that only a delegation opens, and a unit whose last day is yet to come', async () => {
  const screens = async (client, words) => groups(await find(client, words))['Màn hình'] ?? [];
  assert.deepEqual(await screens(people.editor, 'quy dinh thoi han'), []);
  site.sql(`INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (${personId(site, 'bui-duc-thinh')}, 'manage_duties', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, UTC_TIMESTAMP(6) + INTERVAL 1 DAY, '11/QĐ-BBT', ${personId(site, 'le-thi-thu-hang')}, UTC_TIMESTAMP(6))`);
  assert.deepEqual(await screens(people.editor, 'quy dinh thoi han'), ['Quy định thời hạn Quản lý']);
  const found = async () => groups(await find(people.editor, 'thanh tra'))['Đơn vị'] ?? [];
  const before = await found();
  assert.ok(before.length > 0);
  const units = "name LIKE '%Thanh tra%'";
  site.sql(`UPDATE core_unit SET valid_to = UTC_DATE() + INTERVAL 20 DAY WHERE ${units}`);
  assert.deepEqual(await found(), before);
  site.sql(`UPDATE core_unit SET valid_to = UTC_DATE() - INTERVAL 2 DAY WHERE ${units}`);
  assert.deepEqual(await found(), []);
  site.sql(`UPDATE core_unit SET valid_to = NULL WHERE ${units}`);
});

test('D9.1a search shows nobody an item that they may not know', async () => {
  const draft = await writeArticle(people.author, articleFields(site, { title: 'Bản nháp tuyệt mật của Yến' }));
  const items = async (client) => groups(await find(client, 'tuyệt mật của Yến'))['Tin, bài'] ?? [];
  assert.equal((await items(people.author)).length, 1);
  for (const client of [people.unitHead, people.secretary, people.boardHead, people.editor]) assert.deepEqual(await items(client), []);
  await mustAct(people.author, draft, 'submit-to-unit');
  assert.equal((await items(people.unitHead)).length, 1);
  assert.deepEqual(await items(people.boardHead), []);
  await mustAct(people.unitHead, draft, 'approve-unit');
  assert.equal((await items(people.boardHead)).length, 1);
  const other = await site.login('pham.gia.bao');
  assert.deepEqual(await items(other), []);
});

test('D14.3b «Bài của tôi» shows every own item with its state, who is next and its due time', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài theo dõi của tôi' }));
  const row = async () => {
    const main = (await people.author.get('/quan-tri/bai-cua-toi')).html().querySelector('main');
    return main.querySelectorAll('tbody tr').map((tr) => tr.textContent.replace(/\s+/g, ' ')).find((text) => text.includes('Bài theo dõi của tôi'));
  };
  assert.match(await row(), /Đang soạn.*(Còn|Đến hạn|Quá hạn).*D9\.3a/);
  await mustAct(people.author, url, 'submit-to-unit');
  assert.match(await row(), /Chờ lãnh đạo đơn vị duyệt.*Lãnh đạo/);
  await mustAct(people.unitHead, url, 'approve-unit');
  assert.match(await row(), /Mới nhận, chờ Thư ký phân loại.*Trần Minh Châu/);
  assert.doesNotMatch((await people.unitHead.get('/quan-tri/bai-cua-toi')).body, /Bài theo dõi của tôi/);
});

test('D4.1a_D12.1 what readers would stumble over is shown to who can mend it; a legacy encoding does not leave the author', async () => {
  const link = (text, href) => ({ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }] });
  const kGood = ['/lich-lam-viec', '/lich-lam-viec/2026', '/tinh-thoi-han', '/tin-tuc/nam/2026/', '/tin-tuc/nam/2026/11/', '/tin-tuc/rss.xml', '/lich-lam-viec.ics'];
  const body = JSON.stringify({ type: 'doc', content: [{ type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: 'Nhảy cấp' }] }, link('tại đây', '/tin-tuc/'), link('Trang đã mất', '/tin-tuc/khong-co-bai-nay'), link('Tin tức', '/tin-tuc/'), ...kGood.map((href, i) => link(`Trang tốt ${i}`, href)), link('Lịch năm chưa có', '/lich-lam-viec/2099')] });
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài có chỗ cần sửa', body }));
  const main = async (client) => (await client.get(url)).html().querySelector('main').textContent.replace(/\s+/g, ' ');
  const text = await main(people.author);
  assert.match(text, /Kiểm tra nội dung/);
  assert.match(text, /nhảy cấp/);
  assert.match(text, /“tại đây” không nói dẫn tới đâu/);
  assert.match(text, /“\/tin-tuc\/khong-co-bai-nay” trong trang này không mở được/);
  assert.match(text, /“\/lich-lam-viec\/2099” trong trang này không mở được/);
  for (const path of ['/tin-tuc/', ...kGood]) {
    assert.equal((await site.reader().get(path)).status, 200, path);
    assert.ok(!text.includes(`“${path}” trong trang này`), path);
  }
  await mustAct(people.author, url, 'submit-to-unit');

  const legacy = await writeArticle(people.author, articleFields(site, { title: 'Bài dán từ tệp cũ', body: JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Sôû Tö phaùp tænh Minh Giang toå chöùc hoäi nghò' }] }] }), encoding: 'giu' }));
  const refused = await act(people.author, legacy, 'submit-to-unit');
  assert.equal(refused.status, 422, textOf(refused));
  assert.match((await people.author.get(legacy)).body, /Có chữ không phải Unicode mà là VNI-Windows/);
});

test('D11.1 several items are given to another editor with a preview, whole or not at all, and given back by one button', async () => {
  const ids = [];
  for (const title of ['Bài giao chung một', 'Bài giao chung hai']) {
    const url = await writeArticle(people.author, articleFields(site, { title }));
    await mustAct(people.author, url, 'submit-to-unit');
    await mustAct(people.unitHead, url, 'approve-unit');
    await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
    ids.push(url.split('/').at(-1));
  }
  const holders = () => site.sql(`SELECT p.code FROM core_item i JOIN core_person p ON p.id = i.assigned_to WHERE i.id IN (${ids}) ORDER BY i.id`).map(([code]) => code);
  const list = (await people.secretary.get('/quan-tri/tin-bai/?trang-thai=editing')).html();
  for (const id of ids) assert.ok(list.querySelector(`input.tick[name="bai[]"][value="${id}"]`), id);
  assert.equal((await people.boardHead.get('/quan-tri/tin-bai/?trang-thai=editing')).html().querySelectorAll('input.tick[name="bai[]"]').length, 0);
  const query = ids.map((id) => `bai%5B%5D=${id}`).join('&');
  const preview = await people.secretary.get(`/quan-tri/tin-bai/giao?${query}&bai%5B%5D=${site.sql("SELECT id FROM core_item WHERE state = 'published' LIMIT 1")[0][0]}`);
  assert.match(textOf(preview), /Bùi Đức Thịnh.*1 bài đã chọn không giao được/);
  const bulk = (form) => form.method === 'post' && form.action === '/quan-tri/tin-bai/giao';
  const nobody = await people.secretary.submit(preview, bulk, { assignee: '' });
  assert.equal(nobody.status, 422);
  assert.match(textOf(nobody), /Chọn một thành viên Ban Biên tập/);
  // One of them was touched meanwhile: nothing of it is done.
  const stale = await people.secretary.get(`/quan-tri/tin-bai/giao?${query}`);
  site.sql(`UPDATE core_item SET row_version = row_version + 1 WHERE id = ${ids[1]}`);
  assert.equal((await people.secretary.submit(stale, bulk, { assignee: personId(site, 'nong-thi-thanh-binh') })).status, 409);
  assert.deepEqual(holders(), ['bui-duc-thinh', 'bui-duc-thinh']);

  const fresh = await people.secretary.get(`/quan-tri/tin-bai/giao?${query}`);
  const done = await people.secretary.submit(fresh, bulk, { assignee: personId(site, 'nong-thi-thanh-binh') });
  assert.equal(done.status, 303, textOf(done));
  assert.deepEqual(holders(), ['nong-thi-thanh-binh', 'nong-thi-thanh-binh']);
  assert.equal(Number(site.sql(`SELECT COUNT(*) FROM core_audit WHERE action = 'reassign' AND chain IN (${ids.map((id) => `'item:${id}'`)})`)[0][0]), 2);
  const after = await people.secretary.get(done.headers.location);
  assert.match(textOf(after), /Đã giao 2 bài/);
  assert.equal((await people.secretary.submit(after, bulk)).status, 303);
  assert.deepEqual(holders(), ['bui-duc-thinh', 'bui-duc-thinh']);
  // Once more is no undo: they have been touched since.
  assert.doesNotMatch((await people.secretary.get(done.headers.location)).body, /Hoàn tác/);
  const refused = await people.editor.get(`/quan-tri/tin-bai/giao?${query}`);
  assert.match(textOf(refused), /Chưa chọn bài nào giao được/);
});
