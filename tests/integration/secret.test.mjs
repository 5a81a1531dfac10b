// The state-secret ground (D12.3b): what is hidden at once, and what a purge under two people's approval leaves. A word that stands nowhere else is put
// into every text of an item; then every page of every role, and afterwards every table, is searched for it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { makeActors } from '../support/actors.mjs';
import { plantPicture } from '../support/files.mjs';
import { forms, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, checklist, documentOf, mustAct, personId, sectionId, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
let actors;
let url;
let publicPath;
let neighbour;
const kWord = 'mậtdanhtrungkhôi';   // in every text; its plain form is in the address
const kPlain = 'matdanhtrungkhoi';
const draftKey = 'abcdef0123456789abcdef0123456789';
before(async () => {
  site = await startInstance();
  people = await cast(site);
  actors = makeActors(site);
});
after(() => site?.stop());

const idOf = (address) => address.slice(address.lastIndexOf('/') + 1);
const item = (column) => site.sql(`SELECT ${column} FROM core_item WHERE id = ${idOf(url)}`)[0][0];
const holds = (text) => text.includes(kWord) || text.includes(kPlain);

// Every column of every table that holds the word, as "table.column".
function placesInDatabase() {
  const columns = site.sql(
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'portal' AND data_type IN ('varchar', 'char', 'text', 'mediumtext', 'longtext')",
  );
  return columns
    .filter(([table, column]) => Number(site.sql(`SELECT COUNT(*) FROM ${table} WHERE CONVERT(${column} USING utf8mb4) LIKE '%${kWord}%' OR CONVERT(${column} USING utf8mb4) LIKE '%${kPlain}%'`)[0][0]) > 0)
    .map((place) => place.join('.'))
    .sort();
}

// Every office page that shows something of an item, and every list and search where it could turn up.
function officePages() {
  const id = idOf(url);
  const versions = site.sql(`SELECT version FROM core_item_version WHERE item_id = ${id}`).map(([version]) => `${url}/phien-ban/${version}`);
  const requests = site.sql(`SELECT id FROM core_request WHERE item_id = ${id}`).map(([request]) => `${url}/xac-nhan/${request}`);
  const letters = site.sql(`SELECT id FROM core_letter WHERE item_id = ${id}`).map(([letter]) => `${url}/thu/${letter}`);
  const acts = ['withdraw', 'rework', 'hide', 'unhide', 'ask-purge', 'purge', 'reconsider', 'amend'].map((name) => `${url}/viec/${name}`);
  const q = encodeURIComponent(kWord);
  return [url, `${url}/sua`, `${url}/xem-truoc`, `${url}/so-sanh`, `${url}/so-sanh?cu=1&moi=2`, `${url}/so-sanh?cu=1&moi=2&kieu=mot-cot`, `${url}/dang-sua.json`, ...versions, ...requests, ...letters, ...acts,
    `/quan-tri/tin-bai/nhap/${draftKey}`, `${url}/sua?nhap=${draftKey}`, '/quan-tri/', '/quan-tri/?xem=da-gui', '/quan-tri/thong-bao/?xem=tat-ca', '/quan-tri/tin-bai/', `/quan-tri/tin-bai/?q=${q}`, `/quan-tri/tin-bai/?trang-thai=withdrawn`,
    `/quan-tri/hang-doi/withdrawn`, `/quan-tri/hang-doi/withdrawn?q=${q}`, `/quan-tri/nhat-ky/${id}`, '/quan-tri/nhat-ky/', `/quan-tri/nhat-ky/?muc=item:${id}`];
}

// The pages of `pages` on which somebody reads the word, as "who page".
async function seenBy(clients, pages) {
  const seen = [];
  for (const [who, client] of Object.entries(clients))
    for (const page of pages) {
      const answer = await client.get(page);
      // What was asked for in the address stands in the search box.
      const body = page.includes('?q=') ? answer.body.replaceAll(kWord, '').replaceAll(encodeURIComponent(kWord), '') : answer.body;
      if (page.includes('?q=') ? new RegExp(`href="${url}"`).test(body) : holds(body)) seen.push(`${who} ${page}`);
    }
  return seen;
}

const readers = () => ['/', '/tin-tuc/', '/tin-tuc/hoat-dong-cua-so/', '/rss.xml', '/atom.xml', '/tin-tuc/rss.xml', '/sitemap.xml', '/so-do-trang', `/sitemap/${new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 7)}.xml`, publicPath, `${publicPath}/in`, neighbour];
async function seenByReaders() {
  const seen = [];
  for (const page of readers()) {
    const answer = await site.reader().get(page);
    const body = page.startsWith(publicPath) ? answer.body.replaceAll(publicPath, '') : answer.body;
    if (holds(body)) seen.push(page);
  }
  return seen;
}

async function publish(title, body) {
  const made = await writeArticle(people.author, articleFields(site, { title, summary: `Tóm tắt ${body}.`, body: documentOf([`Đoạn có ${body}.`]), source: `Nguồn ${body}` }));
  await mustAct(people.author, made, 'submit-to-unit');
  await mustAct(people.unitHead, made, 'return-from-unit', { reason: `Sửa lại chỗ nói về ${body}.` });
  assert.equal((await people.author.submit(await people.author.get(`${made}/sua`), (form) => form.action.endsWith('/sua'), { summary: `Tóm tắt lần hai ${body}.` })).status, 303);
  await mustAct(people.author, made, 'submit-to-unit');
  await mustAct(people.unitHead, made, 'approve-unit');
  await mustAct(people.secretary, made, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: `Nguồn gốc ${body}`, purpose: `Mục đích ${body}`, assignee: personId(site, 'bui-duc-thinh') });
  await mustAct(people.editor, made, 'finish-edit');
  const unit = site.sql("SELECT r.unit_id FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id WHERE a.username = 'ta.huu.phuoc'")[0][0];
  const asked = await people.verifier.submit(await people.verifier.get(`${made}/xac-nhan/moi`), (form) => form.action.endsWith('/xac-nhan/moi'), { to: 'unit', unit, question: `Có đúng là ${body} không?` });
  assert.equal(asked.status, 303, textOf(asked));
  const request = `${made}/xac-nhan/${site.sql('SELECT MAX(id) FROM core_request')[0][0]}`;
  const head = await site.login('ta.huu.phuoc');
  assert.equal((await head.submit(await head.get(request), (form) => form.action === request, { answer: `Đúng là ${body}.` })).status, 303);
  const checks = checklist(site, 'news');
  await mustAct(people.verifier, made, 'verify', { 'checks[]': checks });
  await mustAct(people.boardHead, made, 'pass-final', { 'checks[]': checks });
  await mustAct(people.secretary, made, 'publish');
  return made;
}

test('D12_3b a published article is taken down on the state-secret ground: hidden at once from every page of every role, and from readers', async () => {
  url = await publish(`Bài có ${kWord}`, kWord);
  const other = await publish('Bài đăng ngay sau đó', 'điều khác');
  const address = (made) => site.sql(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${idOf(made)}`)[0][0];
  publicPath = address(url);
  neighbour = address(other);
  assert.ok(holds(publicPath));
  // Somebody's unsaved draft of the item.
  site.sql(`INSERT INTO core_draft (draft_key, person_id, subject, sequence, title, fields, began_at, saved_at) SELECT '${draftKey}', id, 'item:${idOf(url)}', 1, 'Nháp ${kWord}', '{"title":"Nháp ${kWord}","summary":"${kWord}"}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM core_person WHERE code = 'nguyen-hoang-yen'`);
  const clients = { ...people, asked: await site.login('ta.huu.phuoc'), director: await site.login('vu.dinh.khoi'), ...actors.clients(['board_head', 'secretary', 'director', 'sysadmin', 'unit_head']) };
  // The search can find it: the same pages show the word before.
  const before = await seenBy(clients, officePages());
  for (const page of [url, `${url}/phien-ban/1`, `${url}/so-sanh`, `${url}/xem-truoc`, `/quan-tri/tin-bai/nhap/${draftKey}`, `/quan-tri/nhat-ky/${idOf(url)}`, '/quan-tri/tin-bai/'])
    assert.ok(before.some((line) => line.endsWith(` ${page}`)), `${page} shows the word while nothing is hidden`);
  assert.ok((await seenByReaders()).length >= 5);

  await mustAct(people.editor, url, 'withdraw', { reason: 'Cấp có thẩm quyền báo nội dung chưa được phổ biến.', ground: 'D12.3b', withdraw_mode: 'notice', notice: `Lời nhắn lỡ có ${kWord}` });
  assert.deepEqual([item('state'), item('secrecy')], ['withdrawn', 'hidden']);
  site.sql(`UPDATE core_job SET last_error = '${publicPath} answers 200, not 410', state = 'ready' WHERE item_id = ${idOf(url)} AND kind = 'cache.takedown'; INSERT INTO core_job (kind, node, item_id, payload, available_at, created_at, last_error) VALUES ('cache.takedown', 'may-thu-hai', ${idOf(url)}, '{}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), '${publicPath} answers 200, not 410')`);
  assert.deepEqual(await seenBy(clients, officePages()), []);
  site.sql("DELETE FROM core_job WHERE node = 'may-thu-hai'");
  await site.until('gone for readers', async () => (await seenByReaders()).length === 0, 5000);
  assert.equal((await site.reader().get(publicPath)).status, 410);

  const page = await people.boardHead.get(url);
  assert.match(textOf(page), /Nội dung đã ẩn theo căn cứ bí mật nhà nước/);
  for (const words of ['Bản nháp chưa lưu của Nguyễn Hoàng Yến', 'Các bản sao lưu', 'máy tìm kiếm', 'Yêu cầu xác nhận gửi']) assert.ok(page.body.includes(words), words);
  assert.doesNotMatch((await people.author.get(url)).body, /Nơi có thể còn bản sao/, 'the list is for the board and the leadership');
  // Nobody goes on with it, or gets the words back by a form kept from before.
  for (const [client, name] of [[people.boardHead, 'rework'], [people.author, 'revise-by-author']]) assert.equal((await client.get(`${url}/viec/${name}`)).status, 409, name);
  assert.equal((await people.boardHead.get(`${url}/phien-ban/1`)).status, 404);
});

test('D12_3b a mistake is undone by the board’s head, and by nobody else', async () => {
  assert.equal((await people.editor.get(`${url}/viec/unhide`)).status, 403);
  await mustAct(people.boardHead, url, 'unhide', { reason: 'Cấp có thẩm quyền xác nhận không phải bí mật.' });
  assert.equal(item('title'), `Bài có ${kWord}`);
  assert.ok(holds((await people.secretary.get(url)).body));
  await mustAct(people.editor, url, 'hide', { reason: 'Có văn bản mới của cấp có thẩm quyền.', ground: 'D12.3b' });
  assert.equal(item('secrecy'), 'hidden');
  assert.ok(!holds((await people.secretary.get(url)).body));
});

test('D12_3 a purge needs two people; the database itself refuses it without them', async () => {
  assert.equal((await people.editor.get(`${url}/viec/ask-purge`)).status, 403, 'a member of the board does not');
  await mustAct(people.boardHead, url, 'ask-purge', { reason: 'Theo văn bản của cấp có thẩm quyền.' });
  const own = await people.boardHead.get(url);
  assert.match(textOf(own), /người khác duyệt/);
  const waits = async (client) => (await client.get('/quan-tri/')).body.includes(`href="${url}"`);
  assert.equal(await waits(await site.login('vu.dinh.khoi')), true, 'the second person finds it in the inbox');
  assert.equal((await people.boardHead.get(`${url}/viec/purge`)).status, 403, 'who asked does not approve');
  assert.ok(placesInDatabase().includes('news_article_version.body_json'), 'nothing is gone before the second person');
  // Also by hand, with the program's own account: the trail shows no second person.
  site.sql(`UPDATE core_item SET secrecy = 'purged' WHERE id = ${idOf(url)}`);
  for (const procedure of ['core_purge_notes', 'news_purge_versions', 'core_purge_files', 'news_purge_files']) assert.throws(() => site.sql(`CALL ${procedure}(${idOf(url)})`), /no approval by two people/, procedure);
  site.sql(`UPDATE core_item SET secrecy = 'purge_asked' WHERE id = ${idOf(url)}`);
});

test('D12_3 after the purge no table holds a word of it, the address still says that something is gone, and the trail verifies', async () => {
  const director = await site.login('vu.dinh.khoi');
  // A picture of it, under a name that tells.
  site.sql(`UPDATE core_item_file SET name = '${kWord}.png' WHERE id = ${plantPicture(site, idOf(url))}`);
  const blobs = site.sql(`SELECT f.sha256 FROM core_item_file u JOIN core_file f ON f.id = u.file_id WHERE u.item_id = ${idOf(url)} UNION SELECT b.sha256 FROM core_item_file u JOIN core_file_picture p ON p.file_id = u.file_id JOIN core_file b ON b.id = p.blob_id WHERE u.item_id = ${idOf(url)}`);
  const inStore = ([digest]) => fs.existsSync(path.join(site.dir, 'store', digest.slice(0, 2), digest));
  assert.equal(blobs.filter(inStore).length, 3);
  assert.ok(placesInDatabase().includes('core_item_file.name'));
  await mustAct(director, url, 'purge', { reason: 'Đồng ý tiêu hủy.' });
  assert.equal(item('secrecy'), 'purged');
  assert.deepEqual(placesInDatabase(), []);
  site.sql("UPDATE core_task SET due_at = UTC_TIMESTAMP(6) WHERE name = 'files'");
  await site.until('its files are destroyed', () => blobs.filter(inStore).length === 0, 15_000);
  assert.equal((await site.reader().get(publicPath)).status, 410);
  const page = await people.boardHead.get(url);
  assert.match(textOf(page), /Nội dung đã tiêu hủy/);
  const history = page.html().querySelector('.timeline').textContent;
  for (const words of ['đã đăng', 'đã gỡ khỏi trang', 'đã đề nghị tiêu hủy nội dung', 'Vũ Đình Khôi', 'Lãnh đạo Sở']) assert.ok(history.includes(words), words);
  assert.ok(!forms(page.body).some((form) => /unhide|rework|purge/.test(form.action)));
  const check = JSON.parse((await site.portal('check', '--json')).stdout);
  assert.deepEqual(check.faults, []);
  // The check can fail: words put back by hand show.
  site.sql(`UPDATE news_article_version SET title = 'Trở lại' WHERE item_id = ${idOf(url)} AND version = 1`);
  assert.match(JSON.parse((await site.portal('check', '--json')).stdout).faults[0].fault, /was purged and has words again/);
  site.sql(`UPDATE news_article_version SET title = '' WHERE item_id = ${idOf(url)} AND version = 1`);
});

test('D12_3b a ground that an act does not ask for hides nothing, whoever sends it along', async () => {
  url = await writeArticle(people.author, articleFields(site, { title: 'Bài thường, mẫu gửi kèm căn cứ' }));
  await mustAct(people.author, url, 'submit-to-unit', { ground: 'D12.3b' });
  assert.deepEqual([item('secrecy'), item('title')], ['', 'Bài thường, mẫu gửi kèm căn cứ']);
});

test('D12_3b an item refused on the state-secret ground is hidden too; its letter names the ground and no word of it', async () => {
  url = await writeArticle(people.author, articleFields(site, { title: `Bài chờ có ${kWord}`, body: documentOf([`Đoạn ${kWord}.`]) }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.boardHead, url, 'refuse', { reason: 'Thuộc danh mục chưa phổ biến.', ground: 'D12.3b' });
  assert.equal(item('secrecy'), 'hidden');
  assert.deepEqual(await seenBy(people, officePages()), []);
  const link = (await people.author.get(url)).html().querySelector('a[href*="/thu/"]').getAttribute('href');
  assert.match(textOf(await people.author.get(link)), /D12\.3b/);
  assert.equal((await act(people.author, url, 'amend').catch(() => ({ status: 409 }))).status, 409, 'it is not sent again');
  assert.equal(JSON.parse((await site.portal('check', '--json')).stdout).ok, true);
});
