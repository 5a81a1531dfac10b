// From a Word file on somebody's machine to the draft of an article (D7, D9.1a, D4.1a): upload with and without script, the converter in its sandbox, the original
// beside the result, what was not carried over, and the taking over, which overwrites nothing unasked. The file itself reaches no reader.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { docx, plantDocument, settledDocuments, uploadDocument, wholeDocx, wordParagraph } from '../support/documents.mjs';
import { pdf, png, postFiles, sendForm, settled, sha256 } from '../support/files.mjs';
import { forms, startInstance } from '../support/instance.mjs';
import { articleFields, cast, documentOf, mustAct, passAllChecks, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  await site.until('the node', () => site.sql('SELECT 1 FROM core_node').length === 1);
});
after(() => site?.stop());

const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const kEmpty = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });
const write = (title, more = {}) => writeArticle(people.author, articleFields(site, { title, ...more }));
const setting = (name, value) => site.sql(`UPDATE core_setting SET value = '${value}' WHERE name = '${name}'`);
const otherContributor = () => site.accounts.find(({ role, username }) => role === 'contributor' && username !== 'nguyen.hoang.yen').username;
const takes = (form) => form.action.endsWith('/lay');
const formOf = (answer, matches) => forms(answer.body).find(matches);
const fieldOf = (answer, action, name) => formOf(answer, (form) => form.action === action).fields.find(([field]) => field === name)?.[1];
const words = (answer) => answer.html().querySelector('main').textContent.replace(/\s+/g, ' ');
const versions = (url) => site.sql(`SELECT COUNT(*) FROM core_item_version WHERE item_id = ${idOf(url)}`)[0][0];
const bodyIn = async (address, url) => JSON.parse(fieldOf(await people.author.get(address), `${url}/sua`, 'body'));
const sayings = (node) => (node.type === 'text' ? node.text : (node.content ?? []).map(sayings).join(node.type === 'doc' ? '\n' : ''));
const kindsOf = (tree) => tree.content.map(({ type }) => type);

// Sends, waits, gives the page's address of the one document.
async function ready(url, bytes, name) {
  assert.equal((await uploadDocument(people.author, url, bytes, name)).status, 200);
  const [document] = await settledDocuments(site, people.author, url);
  assert.equal(document.state, 'ready', document.words);
  return document.url;
}

test('D9_1a a Word file goes from the form without script to its page, and into the article as a draft; its picture is made anew, readers get nothing of the file', async () => {
  const url = await write('Bài lấy từ tệp Word', { body: kEmpty });
  const bytes = wholeDocx();
  const sent = await sendForm(people.author, url, { files: [{ field: 'tai_lieu', name: 'Kế hoạch quý I.docx', bytes }], changes: { summary: 'Tóm tắt gõ trước, chưa lưu.' }, button: 'them_tep' });
  assert.equal(sent.status, 303, textOf(sent));
  const [document] = await settledDocuments(site, people.author, url);
  assert.equal(document.state, 'ready', document.words);
  const form = await people.author.get(sent.headers.location.split('#')[0]);
  const link = form.html().querySelector(`a[href^="${document.url}"]`).getAttribute('href');
  assert.match(link, /\?nhap=[0-9a-f]{32}$/, 'the page knows what is being typed');

  const page = await people.author.get(link);
  assert.equal(page.status, 200);
  const main = page.html().querySelector('main');
  assert.match(words(page), /Tiêu đề đoán được ?Kế hoạch phổ biến pháp luật quý I/);
  assert.match(words(page), /Màu chữ, tô nền không giữ \(1 đoạn chữ\)/);
  assert.match(words(page), /1 chú thích chân trang được đưa về cuối bài/);
  const shown = main.querySelector('.reading');
  assert.match(shown.textContent, /Nâng cao hiểu biết pháp luật của người dân/);
  assert.match(shown.textContent, /\[Ảnh 1 của tệp/);
  assert.equal(shown.querySelector('a').getAttribute('href'), 'https://moj.gov.vn/');
  assert.equal(shown.querySelectorAll('table td, table th').length, 4);
  assert.equal(shown.querySelectorAll('img').length, 0, 'a picture of the file is not looked at before it was made anew');
  const original = main.querySelector('iframe').getAttribute('src').split('#')[0];
  assert.equal(main.querySelector('a[target=_blank]').getAttribute('href'), original);
  const preview = await people.author.get(original);
  assert.deepEqual([preview.status, preview.headers['content-type'], preview.headers['content-disposition'], preview.headers['cache-control']], [200, 'application/pdf', 'inline', 'no-store']);
  assert.equal(preview.bytes.subarray(0, 5).toString(), '%PDF-');
  assert.match(preview.headers['content-security-policy'], /frame-ancestors 'self'/);

  const taken = await people.author.submit(page, takes);
  assert.equal(taken.status, 303, textOf(taken));
  assert.equal(versions(url), '1', 'nothing is saved by it');
  const draft = await people.author.get(taken.headers.location);
  assert.equal(fieldOf(draft, `${url}/sua`, 'title'), 'Bài lấy từ tệp Word', 'a title that is there stays');
  assert.equal(fieldOf(draft, `${url}/sua`, 'summary'), 'Tóm tắt gõ trước, chưa lưu.', 'what was typed before is in the draft');
  const tree = await bodyIn(taken.headers.location, url);
  assert.deepEqual(kindsOf(tree).slice(0, 7), ['heading', 'paragraph', 'heading', 'bullet_list', 'paragraph', 'table', 'figure']);
  assert.match(sayings(tree), /Theo báo cáo quý III của Sở\./);
  const figure = tree.content.find(({ type }) => type === 'figure');
  const [picture] = await settled(site, people.author, url);
  assert.equal(figure.attrs.file, picture.id, 'the figure names the upload');
  assert.deepEqual([picture.state, picture.name], ['ready', 'Kế hoạch quý I, ảnh 1.png']);
  assert.equal((await people.author.get(`${url}/tep/${picture.id}/200.webp`)).status, 200);

  // Saved, posted: readers get the picture that was made, and no address gives them the file, its preview or the received picture.
  const body = JSON.stringify({ ...tree, content: tree.content.map((block) => (block === figure ? { ...block, attrs: { ...block.attrs, alt: 'Hòa giải viên trong giờ học' } } : block)) });
  const saved = await sendForm(people.author, url, { from: taken.headers.location, changes: { body } });
  assert.equal(saved.status, 303, textOf(saved));
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  await mustAct(people.secretary, url, 'publish');
  const [[address]] = site.sql(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${idOf(url)}`);
  await site.until('readers have it', async () => (await site.reader().get(address)).status === 200);
  assert.deepEqual([...new Set(site.sql(`SELECT file_id FROM news_published_file WHERE item_id = ${idOf(url)}`).flat())], [String(picture.id)]);
  const digest = sha256(bytes);
  for (const wanted of [`/_store/${digest.slice(0, 2)}/${digest}`, `/tep/${document.id}/ke-hoach-quy-i.docx`, `/tep/${document.id}/ban-goc.pdf`, original]) assert.equal((await site.reader().get(wanted)).status, 404, wanted);
});

test('D9_1a what stands in the article is replaced or added to as its author says, never unasked, and the same picture is not sent in twice', async () => {
  const url = await write('Bài đã có nội dung', { body: documentOf(['Đoạn đã viết từ trước.']) });
  const address = await ready(url, wholeDocx({ title: 'Kế hoạch khác' }));
  const page = await people.author.get(address);
  assert.match(words(page), /Bài đã có nội dung/);
  const unasked = await people.author.submit(page, takes);
  assert.equal(unasked.status, 422);
  assert.match(words(unasked), /Chọn thay nội dung đang có hay thêm vào cuối/);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_draft WHERE subject = 'item:${idOf(url)}'`)[0][0], '0', 'a refusal leaves nothing');

  const added = await people.author.submit(unasked, takes, { cach: 'them' });
  assert.equal(added.status, 303, textOf(added));
  const both = await bodyIn(added.headers.location, url);
  assert.equal(sayings(both).split('\n')[0], 'Đoạn đã viết từ trước.');
  assert.match(sayings(both), /Đoạn cuối của kế hoạch\./);
  const replaced = await people.author.submit(await people.author.get(address), takes, { cach: 'thay' });
  assert.equal(replaced.status, 303, textOf(replaced));
  const only = await bodyIn(replaced.headers.location, url);
  assert.doesNotMatch(sayings(only), /Đoạn đã viết từ trước/);
  const fileOf = (tree) => tree.content.find(({ type }) => type === 'figure').attrs.file;
  assert.equal(fileOf(both), fileOf(only));
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_item_file WHERE item_id = ${idOf(url)} AND kind = 'picture'`)[0][0], '1');
  assert.match((await people.author.get(`${url}/phien-ban/1`)).body, /Đoạn đã viết từ trước/, 'the version stands as it was');
});

test('the same form twice is carried out once, and a draft without a title gets the one that was guessed', async () => {
  const url = await write('Bài sẽ bỏ tiêu đề', { body: kEmpty });
  const address = await ready(url, wholeDocx());
  // As the edit form's script keeps a draft.
  const key = 'ab'.repeat(16);
  const form = await people.author.get(`${url}/sua`);
  const kept = await people.author.post(`${url}/nhap`, { _csrf: fieldOf(form, `${url}/sua`, '_csrf'), draft: key, sequence: '1', base: '1', title: '', body: kEmpty });
  assert.equal(kept.status, 200);
  const page = await people.author.get(`${address}?nhap=${key}`);
  const first = await people.author.submit(page, takes);
  assert.equal(first.status, 303, textOf(first));
  const draft = await people.author.get(first.headers.location);
  assert.equal(fieldOf(draft, `${url}/sua`, 'title'), 'Kế hoạch phổ biến pháp luật quý I');
  const again = await people.author.submit(page, takes);
  assert.equal(again.headers.location, first.headers.location);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_draft WHERE subject = 'item:${idOf(url)}' AND closed_at IS NULL`)[0][0], '1', 'the draft before is in the new one');
});

test('D4_1a a file in TCVN3 is shown in Unicode with the letters to look at', async () => {
  const url = await write('Bài từ tệp cũ', { body: kEmpty });
  const font = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>';
  const old = docx(['C«ng t¸c phæ biÕn, gi¸o dôc ph¸p luËt trªn ®Þa bµn tØnh.', 'Së T­ ph¸p h­íng dÉn c¸c x· thùc hiÖn ®óng thêi h¹n.'].map((line) => wordParagraph(line, '', font)).join(''));
  const page = await people.author.get(await ready(url, old, 'cong-van-cu.docx'));
  assert.match(words(page), /Bảng mã ?TCVN3 \(ABC\), đã chuyển sang Unicode theo phông chữ/);
  assert.match(page.html().querySelector('.reading').textContent, /Công tác phổ biến, giáo dục pháp luật trên địa bàn tỉnh\./);
});

test('a file that is broken, locked, too large or something else costs itself alone, and its sender reads why', async () => {
  const url = await write('Bài có tệp Word hỏng');
  const converter = site.pid('converter');
  for (const [bytes, name, why] of [[pdf('x'), 'ban-ky.docx', /là PDF, không phải văn bản Word hoặc Writer/], [png(20, 20), 'anh.doc', /không phải văn bản Word hoặc Writer/], [Buffer.alloc(0), 'trong.docx', /trống/]]) {
    const answer = await uploadDocument(people.author, url, bytes, name);
    assert.equal(answer.status, 422, name);
    assert.match(answer.errors.join(' '), why);
  }
  setting('file_attachment_mb', 1);
  const large = await uploadDocument(people.author, url, docx(wordParagraph('x'), { 'word/media/image1.png': png(700, 700, { noise: true }) }), 'lon.docx');
  setting('file_attachment_mb', 20);
  assert.equal(large.status, 422);
  assert.match(large.errors[0], /“lon\.docx” nặng .* nhiều nhất là 1 MB/);
  const withoutScript = await sendForm(people.author, url, { files: [{ field: 'tai_lieu', name: 'a.docx', bytes: pdf('y') }], button: 'them_tep' });
  assert.equal(withoutScript.status, 422);
  assert.match(withoutScript.html().querySelector('#tai_lieu-error').textContent, /là PDF/);

  await uploadDocument(people.author, url, docx('<w:p><w:r><w:t>chưa đóng'), 'hong.docx');
  await uploadDocument(people.author, url, wholeDocx({ withPicture: false }), 'tot.docx');
  const [broken, sound] = await settledDocuments(site, people.author, url);
  assert.deepEqual([broken.state, sound.state], ['refused', 'ready']);
  assert.match(broken.words, /^Không dùng được: .*bị hỏng/);
  assert.equal(broken.url, '');
  assert.equal(site.pid('converter'), converter, 'the worker lives on');
  const page = await people.author.get(`${url}/tai-lieu/${broken.id}`);
  assert.match(words(page), /Không dùng được: /);
  assert.equal(formOf(page, takes), undefined);
  const token = fieldOf(await people.author.get(`${url}/sua`), `${url}/sua`, '_csrf');
  assert.equal((await people.author.post(`${url}/tai-lieu/${broken.id}/lay`, { _csrf: token, _key: 'cd'.repeat(16), cach: 'thay' })).status, 409);
});

test('no session, no token, no right, another item’s number: nothing is shown and nothing is taken', async () => {
  const url = await write('Bài có tệp Word của riêng mình');
  const other = await write('Bài khác của cùng người');
  const number = plantDocument(site, idOf(url));
  const addresses = [`${url}/tai-lieu/${number}`, `${url}/tai-lieu/${number}/ban-goc.pdf`];
  const page = await people.author.get(addresses[0]);
  assert.equal(page.status, 200);
  assert.match(words(page), /1 chữ cần xem lại/);
  const stranger = await site.login(otherContributor());
  const drafts = () => site.sql('SELECT COUNT(*) FROM core_draft')[0][0];
  const before = drafts();
  for (const address of addresses) {
    assert.equal((await site.visitor().get(address)).status, 303, address);
    assert.equal((await stranger.get(address)).status, 404, address);
    assert.equal((await people.author.get(address.replace(url, other))).status, 404, 'by the number of another item');
  }
  const token = async (client, from) => forms((await client.get(from)).body).flatMap(({ fields }) => fields).find(([name]) => name === '_csrf')[1];
  const take = (client, csrf, at = url) => client.post(`${at}/tai-lieu/${number}/lay`, { _csrf: csrf, _key: sha256(Buffer.from(String(Math.random()))).slice(0, 32), cach: 'thay' });
  assert.ok([303, 401].includes((await take(site.visitor(), '')).status));
  assert.equal((await take(people.author, 'x')).status, 403);
  const mine = await token(people.author, '/quan-tri/tin-bai/moi');
  assert.equal((await take(stranger, await token(stranger, '/quan-tri/tin-bai/moi'))).status, 404);
  assert.equal((await take(people.author, mine, other)).status, 404);
  // A picture and an attachment have no such page, and a document is no attachment and no picture.
  for (const rest of ['tai-ve', '480.jpg']) assert.equal((await people.author.get(`${url}/tep/${number}/${rest}`)).status, 404, rest);
  await mustAct(people.author, url, 'submit-to-unit');
  const seen = await people.author.get(addresses[0]);
  assert.equal(seen.status, 200, 'who sees the item sees the file');
  assert.equal(formOf(seen, takes), undefined);
  assert.match(words(seen), /chỉ để xem/);
  assert.equal((await take(people.author, mine)).status, 403, 'the unit’s head has the step now');
  assert.equal(drafts(), before);
});

test('a form that names a document as an attachment is refused before posting', async () => {
  const url = await write('Bài đưa tệp Word làm tệp đính kèm');
  const number = plantDocument(site, idOf(url));
  const saved = await sendForm(people.author, url, { changes: { attachments: `${number} ${number} Kế hoạch` } });
  assert.equal(saved.status, 303, textOf(saved));
  assert.doesNotMatch((await people.author.get(`${url}/xem-truoc`)).body, /tai-ve/);
  const page = await people.author.get(url);
  assert.match(words(page), /Kế hoạch” không phải tệp đã gửi lên cho bài này/);
});

test('what a document was made into is kept while it is used, and every row has its file', async () => {
  const { faults } = JSON.parse((await site.portal('check', '--json')).stdout);
  assert.deepEqual(faults.filter(({ part }) => part === 'files'), []);
  const parts = site.sql("SELECT b.sha256 FROM core_file_part p JOIN core_file b ON b.id = p.blob_id");
  assert.ok(parts.length > 4);
  for (const [digest] of parts) assert.ok(fs.existsSync(path.join(site.dir, 'store', digest.slice(0, 2), digest)), digest);
});
