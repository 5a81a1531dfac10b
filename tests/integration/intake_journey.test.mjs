// The regulation's main road in, whole (D7, D9.1a, D9.1b, D11.1, D15; D4.2, D12.3): a mail with a Word file and two photographs, over real SMTP → receipt → register →
// an article → its text taken over beside the original → the checks → posted → its sender is told. Once from somebody of the directory, once from a stranger.
// Real files of the test data where it is at hand, ones that are made here otherwise.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { settledDocuments, wholeDocx } from '../support/documents.mjs';
import { figure, png, sendForm, sha256 } from '../support/files.mjs';
import { forms, root, startInstance } from '../support/instance.mjs';
import { cast, checklist, mustAct, personId, sectionId, textOf } from '../support/journey.mjs';
import { localMails } from '../support/mail.mjs';
import { board, sendToBoard } from '../support/send_mail.mjs';

const data = path.join(process.env.PORTAL_TEST_DATA ?? path.join(root, 'tests/data'), 'files');
const isReal = fs.existsSync(path.join(data, 'word_vn'));
const real = (name) => fs.readFileSync(path.join(data, name));
const kWord = isReal ? real('word_vn/nd30-2020-Phuluc5.docx') : wholeDocx();
const kOldWord = isReal ? real('word_vn/10209631.doc') : wholeDocx();
const kPhotos = ['anh/cd1.1.jpg', 'anh/rotation-8.jpg'].map((name) => (isReal ? real(name) : png(640, 480, { noise: true })));
const attached = (bytes, name, type) => ({ name, type, bytes });

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  await site.until('the node', () => site.sql('SELECT 1 FROM core_node').length === 1);
  fs.appendFileSync(path.join(site.dir, 'conf/converter.conf'), 'sandbox_seconds=120\n'); // the machine of the tests does other work too
  site.sv('restart', 'converter');
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const words = (answer) => answer.html().querySelector('main').textContent.replace(/\s+/g, ' ');
const thing = (intake) => `/quan-tri/tiep-nhan/${intake}`;
const settled = () => site.until('nothing waits to be sent', () => one("SELECT COUNT(*) FROM core_mail WHERE state IN ('ready', 'sending')") === '0', 30_000);
const mailsTo = (address) => localMails(site).filter((mail) => mail.headers['x-rcptto'] === address);
const untilLooked = (intake) =>
  site.until('the converter has looked at every file', () => one(`SELECT COUNT(*) FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${intake} AND f.state = 'ready'`) === '3', 120_000);
async function act(client, intake, slug, fields = {}) {
  const page = await client.get(`${thing(intake)}/viec/${slug}`);
  const answer = await client.submit(page, (form) => form.action === `${thing(intake)}/viec/${slug}`, fields);
  assert.equal(answer.status, 303, textOf(answer));
}

// The secretary makes an article of it by the button of its page; gives the article's address.
async function classify(intake, fields) {
  const link = (await people.secretary.get(thing(intake))).html().querySelector('a[href^="/quan-tri/tin-bai/tu-tiep-nhan"]');
  const answer = await people.secretary.submit(await people.secretary.get(link.getAttribute('href')), (form) => form.action === '/quan-tri/tin-bai/tu-tiep-nhan', { section: sectionId(site, 'hoat-dong-cua-so'), ...fields });
  assert.equal(answer.status, 303, textOf(answer));
  return answer.headers.location.split('?')[0];
}

const receive = (url) => mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Thư điện tử', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });

// The editor takes the document's text over, beside the original, puts the photographs behind it and saves. Gives the tree.
async function edit(url, photos) {
  const [document] = await settledDocuments(site, people.editor, url);
  assert.equal(document.state, 'ready', document.words);
  const beside = await people.editor.get(document.url);
  assert.equal(beside.status, 200, textOf(beside));
  const original = beside.html().querySelector('main a[target=_blank]');
  assert.ok(original, words(beside).slice(0, 2000));
  assert.equal((await people.editor.get(original.getAttribute('href'))).bytes.subarray(0, 5).toString(), '%PDF-');
  const takes = (form) => form.action.endsWith('/lay');
  const taken = await people.editor.submit(beside, takes, forms(beside.body).find(takes).fields.some(([name]) => name === 'cach') || /Thay nội dung/.test(words(beside)) ? { cach: 'thay' } : {});
  assert.equal(taken.status, 303, textOf(taken));
  const draft = await people.editor.get(taken.headers.location);
  const typed = forms(draft.body).find((form) => form.action === `${url}/sua`).fields;
  const tree = JSON.parse(typed.find(([name]) => name === 'body')[1]);
  assert.ok(tree.content.length > 3, 'the document has its paragraphs');
  const pictures = site.sql(`SELECT id, name FROM core_item_file WHERE item_id = ${url.split('/').at(-1)} AND kind = 'picture' ORDER BY id`);
  const ours = photos.map((name) => pictures.find(([, has]) => has === name)[0]);
  const body = { ...tree, content: [...tree.content.map((block) => (block.type === 'figure' ? { ...block, attrs: { ...block.attrs, alt: block.attrs.alt || 'Ảnh trong văn bản' } } : block)), ...ours.map((id) => figure(id))] };
  await site.until('every picture is made', () => one(`SELECT COUNT(*) FROM core_item_file u JOIN core_file f ON f.id = u.file_id WHERE u.item_id = ${url.split('/').at(-1)} AND u.kind = 'picture' AND f.state <> 'ready'`) === '0', 60_000);
  const saved = await sendForm(people.editor, url, { from: taken.headers.location, changes: { body: JSON.stringify(body), summary: 'Tóm tắt do người biên tập viết.', source: 'Bài gửi tới Ban Biên tập', event_at: new Date(Date.now() + 5 * 3600_000).toISOString().replace(/(\d+)-(\d+)-(\d+)T(\d+:\d+).*/, '$3/$2/$1 $4') } });
  assert.equal(saved.status, 303, textOf(saved));
  return tree;
}

// From the editor's hands to readers; gives the public page.
async function publish(url) {
  const checks = { 'checks[]': checklist(site, 'news') };
  await mustAct(people.editor, url, 'finish-edit');
  await mustAct(people.verifier, url, 'verify', checks);
  await mustAct(people.boardHead, url, 'pass-final', checks);
  await mustAct(people.secretary, url, 'publish');
  const address = one(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${url.split('/').at(-1)}`);
  await site.until('readers have it', async () => (await site.reader().get(address)).status === 200);
  return { address, page: await site.reader().get(address) };
}

const saying = (node) => (node.type === 'text' ? node.text : (node.content ?? []).map(saying).join(''));

// What readers see of it: the document's words, the photographs made anew; neither the Word file nor the photographs as they came.
async function assertReadersSee({ page }, tree, files) {
  const text = page.html().querySelector('.reading').textContent.replace(/\s+/g, ' ');
  for (const paragraph of tree.content.filter(({ type }) => type === 'paragraph').map(saying).filter((said) => said.trim().length > 20).slice(0, 5)) assert.ok(text.includes(paragraph.replace(/\s+/g, ' ').trim()), paragraph);
  const pictures = [...new Set([...page.body.matchAll(/\/tep\/\d+\/[a-z0-9-]+\.jpg/g)].map(([address]) => address))];
  assert.ok(pictures.length >= 2, page.body.slice(0, 200));
  for (const address of pictures) {
    const picture = await site.reader().get(address);
    assert.deepEqual([picture.status, picture.headers['content-type']], [200, 'image/jpeg']);
    assert.ok(!picture.bytes.includes('Exif'), 'place and camera are nobody\'s business');
  }
  for (const bytes of files) assert.equal((await site.reader().get(`/_store/${sha256(bytes).slice(0, 2)}/${sha256(bytes)}`)).status, 404);
}

test('D9.1a D11.1 mail with a Word file and two photographs → receipt → register → article → beside the original → posted → its sender is told', { timeout: 600_000 }, async (t) => {
  const from = 'yen.nh@minhgiang.gov.vn';
  const files = [attached(kWord, 'Bài viết.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'), attached(kPhotos[0], 'Quang cảnh lớp học.jpg', 'image/jpeg'), attached(kPhotos[1], 'Học viên.jpg', 'image/jpeg')];
  const began = Date.now();
  const sent = await sendToBoard(site, { from, name: 'Nguyễn Hoàng Yến', subject: 'Lớp tập huấn hòa giải viên cơ sở', text: 'Kính gửi Ban Biên tập bài và ảnh.\n\nTrân trọng.', files });
  assert.deepEqual([sent.verdict, sent.thing.state, sent.thing.files], ['accept', 'received', '3'], sent.reason);
  await untilLooked(sent.intake);
  const seconds = (Date.now() - began) / 1000;
  t.diagnostic(`${isReal ? 'a real Word file' : 'a made one'}: ${seconds.toFixed(1)} s from the mail server's 250 to a document and two pictures that are ready`);
  assert.ok(seconds < 60, 'within a minute');
  await settled();
  const receipt = mailsTo(from).find((mail) => mail.subject.startsWith(`Đã nhận tin, bài ${sent.thing.code}`));
  assert.ok(receipt.plain.includes('kèm 3 tệp'), receipt.plain);
  assert.ok((await people.secretary.get('/quan-tri/tiep-nhan/?trang-thai=open')).body.includes(sent.thing.code));
  const url = await classify(sent.intake, { supply: 'personal' });
  await receive(url);
  const tree = await edit(url, ['Quang cảnh lớp học.jpg', 'Học viên.jpg']);
  const article = await publish(url);
  await assertReadersSee(article, tree, files.map(({ bytes }) => bytes));
  assert.ok(!article.page.body.includes(from), 'D9.1b');
  await settled();
  const told = mailsTo(from).find((mail) => mail.subject.startsWith('Đã đăng: Lớp tập huấn'));
  assert.ok(told, mailsTo(from).map(({ subject }) => subject).join('\n'));
  assert.equal(one(`SELECT COUNT(*) FROM core_mail WHERE intake_id = ${sent.intake} AND kind = 'posted'`), '0', 'who has a bell is told by it');
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout + check.stderr);
});

test('D7.3 D9.1b D12.3 the same from a stranger, with an older Word file: held, taken in, completed by the link, posted; the mail says where', { timeout: 600_000 }, async () => {
  const from = 'lo.van.thu@vidu.com';
  const files = [attached(kOldWord, 'Chuyện hòa giải ở bản.doc', 'application/msword'), attached(kPhotos[0], 'mot.jpg', 'image/jpeg'), attached(kPhotos[1], 'hai.jpg', 'image/jpeg')];
  const sent = await sendToBoard(site, { from, name: 'Lò Văn Thử', subject: 'Chuyện hòa giải ở bản', text: 'Tôi gửi bài cộng tác.', files });
  assert.deepEqual([sent.verdict, sent.thing.hold], ['hold', 'unknown']);
  await act(people.secretary, sent.intake, 'tiep-nhan');
  await settled();
  const [receipt] = mailsTo(from);
  const token = receipt.plain.match(/\/bo-sung\/([0-9a-f]{32})/)[1];
  const reader = site.reader();
  const completed = await reader.submit(await reader.get(`/bo-sung/${token}`), (form) => form.action === `/bo-sung/${token}`, { place: 'Bản Hon, xã Tân Lập' });
  assert.equal(completed.headers.location, '/bo-sung/da-nhan');
  await site.until('complete', () => one(`SELECT state FROM core_intake WHERE id = ${sent.intake}`) === 'received', 30_000);
  await untilLooked(sent.intake);
  const url = await classify(sent.intake, { supply: 'personal', unit: one("SELECT id FROM core_unit WHERE kind = 'board'") });
  await receive(url);
  const tree = await edit(url, ['mot.jpg', 'hai.jpg']);
  const article = await publish(url);
  await assertReadersSee(article, tree, files.map(({ bytes }) => bytes));
  assert.ok(!article.page.body.includes('Lò Văn Thử') && !article.page.body.includes(from), 'D9.1b: shown to who handles it alone');
  await settled();
  const told = mailsTo(from).find((mail) => mail.subject.startsWith(`Đã đăng tin, bài ${sent.thing.code}`));
  assert.ok(told, mailsTo(from).map(({ subject }) => subject).join('\n'));
  assert.ok(told.plain.includes(article.address) && told.plain.includes('Lò Văn Thử'), told.plain);
  assert.equal(told.headers['x-mailfrom'], '<>', 'never answered by a bounce');
  assert.equal(mailsTo(from).length, 2, 'a receipt and this');
});

test('D4.2 D12.3 what is sent back or refused after it became an article is told to the stranger who sent it, under their name, without a way into the office', { timeout: 300_000 }, async () => {
  const from = 'sung.a.pao@vidu.com';
  const make = async (subject) => {
    const sent = await sendToBoard(site, { from, name: 'Sùng A Páo', subject, text: 'Nội dung bài.' });
    await act(people.secretary, sent.intake, 'nguoi-gui', { sender_phone: '0299 3 555 777' });
    await act(people.secretary, sent.intake, 'tiep-nhan');
    return { ...sent, url: await classify(sent.intake, { supply: 'personal', unit: one("SELECT id FROM core_unit WHERE kind = 'board'") }) };
  };
  const back = await make('Bài thiếu nguồn');
  await mustAct(people.secretary, back.url, 'return-to-sender', { ground: 'D4.2-nhan-than', reason: 'Ghi rõ nguồn của số liệu.' });
  const refused = await make('Bài quảng cáo');
  await mustAct(people.boardHead, refused.url, 'refuse', { ground: 'D12.3d', reason: 'Nội dung mang tính quảng cáo.' });
  await settled();
  for (const [subject, reason] of [['Trả lại để chỉnh sửa', 'Ghi rõ nguồn của số liệu.'], ['Từ chối đăng', 'Nội dung mang tính quảng cáo.']]) {
    const letter = mailsTo(from).find((mail) => mail.subject.startsWith(subject));
    assert.ok(letter, subject);
    assert.ok(letter.plain.includes('Kính gửi: Sùng A Páo') && letter.plain.includes(reason), letter.plain);
    assert.ok(!letter.plain.includes('/quan-tri/') && !letter.html.includes('/quan-tri/'), 'they cannot open the office');
    assert.match(letter.replyTo, new RegExp(`\\+[0-9a-f]{32}@${board(site).split('@')[1]}`));
  }
  assert.deepEqual(site.sql(`SELECT to_name FROM core_letter WHERE item_id = ${back.url.split('/').at(-1)}`), [[`Người gửi nội dung mã ${back.thing.code}`]], 'letters stay for good, personal data do not');
  // Their answer comes back to the item (D11.4).
  const letter = mailsTo(from).find((mail) => mail.subject.startsWith('Trả lại'));
  const answer = await sendToBoard(site, { from, to: letter.replyTo.match(/<([^>]+)>/)[1], subject: 'Re: Trả lại', text: 'Nguồn: báo cáo của xã.' });
  assert.deepEqual([answer.verdict, answer.thing.state, answer.thing.about], ['reply', 'joined', back.url.split('/').at(-1)]);
  const page = await people.secretary.get(back.url);
  for (const shown of ['Thư trả lời', 'Re: Trả lại', 'Nguồn: báo cáo của xã.', 'Sùng A Páo', thing(answer.intake), thing(back.intake), from]) assert.ok(page.body.includes(shown), shown);
  const other = await people.verifier.get(back.url); // of the board: handles items, not the register
  assert.ok(other.body.includes('Nguồn: báo cáo của xã.') && !other.body.includes('/quan-tri/tiep-nhan/'), textOf(other));
});
