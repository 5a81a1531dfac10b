// A PDF for readers: from quarantine through the sandbox to the reader's page (D9.1, D9.2). Its bytes stay as they are; how many pages it has, its words and its
// first page are taken from it; what acts in it is told; what nobody can open is refused with words; what pretends is not taken.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { isWhole, some } from '../support/figures.mjs';
import { jpegSize, png, sendForm, sha256, uploadPicture } from '../support/files.mjs';
import { startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, mustAct, passAllChecks, textOf, withdrawArticle, writeArticle } from '../support/journey.mjs';
import { attach, looked, pdfOf } from '../support/pdf.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  await site.until('the node', () => site.sql('SELECT 1 FROM core_node').length === 1);
});
after(() => site?.stop());

const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const write = (title, more = {}) => writeArticle(people.author, articleFields(site, { title, ...more }));
const inStore = (digest) => path.join(site.dir, 'store', digest.slice(0, 2), digest);
const whole = (answer) => answer.html().querySelector('main').textContent.replace(/\s+/g, ' ');

async function save(url, attachments) {
  const answer = await sendForm(people.author, url, { changes: { attachments } });
  assert.equal(answer.status, 303, textOf(answer));
}

async function publish(url) {
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  await mustAct(people.secretary, url, 'publish');
  const [[slug, sectionPath]] = site.sql(`SELECT p.slug, s.path FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${idOf(url)}`);
  const article = { url, id: idOf(url), path: sectionPath + slug };
  await site.until('readers have it', async () => (await site.reader().get(article.path)).status === 200);
  return article;
}

test('D9_1 a PDF goes through quarantine, is looked into, and is given to readers byte for byte with its pages and its first page', async () => {
  const url = await write('Bài có PDF ba trang');
  const bytes = pdfOf({ pages: 3, words: 'Ke hoach quy I' });
  site.sv('stop', 'converter');
  const sent = await attach(people.author, url, bytes, 'Kế hoạch quý I.pdf');
  assert.equal(sent.status, 200);
  assert.equal(sent.file.state, 'waiting');
  assert.equal((await people.author.get(`${url}/tep/${sent.file.id}/tai-ve`)).status, 404, 'nobody opens what was not looked into');
  await save(url, `${sent.file.id} ${sent.file.id} Kế hoạch quý I`);
  assert.match(whole(await act(people.author, url, 'submit-to-unit')), /Tệp đính kèm “Kế hoạch quý I” chưa dùng được/);
  site.sv('start', 'converter');
  const [file] = await looked(site, people.author, url);
  assert.equal(file.state, 'ready', file.words);
  assert.equal(file.pages, 3);
  assert.match(file.facts, /^PDF, .*, 3 trang$/);
  assert.equal(file.words, 'Mở được, không có phần tự chạy');
  assert.equal(site.sql(`SELECT f.sha256 FROM core_item_file u JOIN core_file f ON f.id = u.file_id WHERE u.id = ${file.id}`)[0][0], sha256(bytes));
  assert.ok(fs.readFileSync(inStore(sha256(bytes))).equals(bytes));
  const [[text]] = site.sql(`SELECT b.sha256 FROM core_item_file u JOIN core_file_part p ON p.file_id = u.file_id AND p.kind = 'text' JOIN core_file b ON b.id = p.blob_id WHERE u.id = ${file.id}`);
  assert.match(fs.readFileSync(inStore(text), 'utf8'), /Ke hoach quy I, trang 1[^]*Ke hoach quy I, trang 3/);
  // The office: pages, first page, and the words of it.
  const page = await people.author.get(url);
  const thumb = page.html().querySelector('.files__page');
  assert.match(thumb.getAttribute('src'), new RegExp(`^${url}/tep/${file.id}/\\d+\\.jpg$`));
  assert.deepEqual(jpegSize((await people.author.get(thumb.getAttribute('src'))).bytes), [453, 640], 'an A4 page');
  assert.match(whole(page), /PDF, [^)]*3 trang/);
  assert.match(whole(page), /Tệp không có chữ ký số/);

  const article = await publish(url);
  const read = await site.reader().get(article.path);
  assert.match(whole(read), /Kế hoạch quý I \(PDF, [^)]*, 3 trang\)/);
  const picture = read.html().querySelector('.downloads__page');
  assert.match(picture.getAttribute('src'), new RegExp(`^/tep/${file.id}/[0-9a-f]{12}-453\\.jpg$`));
  const seen = await site.reader().get(picture.getAttribute('src'));
  assert.deepEqual([seen.status, seen.headers['content-type'], seen.headers['cache-control']], [200, 'image/jpeg', 'private, max-age=31536000, immutable']);
  const address = read.html().querySelector('.downloads a').getAttribute('href');
  assert.ok((await site.reader().get(address)).bytes.equals(bytes), 'byte for byte');
  assert.equal((await site.portal('check')).code, 0);
  await withdrawArticle(site, article);
  for (const gone of [address, picture.getAttribute('src')]) await site.until(`${gone} is gone`, async () => (await site.reader().get(gone)).status === 404, 5000);
});

test('D9_1 what acts in a PDF is told whoever checks it; what starts a program is not posted', async () => {
  const url = await write('Bài có PDF tự chạy');
  const scripted = await attach(people.author, url, pdfOf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }), 'co-ma.pdf');
  const launching = await attach(people.author, url, pdfOf({ page: '/Annots [ << /Type /Annot /Subtype /Link /Rect [ 0 0 9 9 ] /A << /S /Launch /F (calc.exe) >> >> ]' }), 'mo-chuong-trinh.pdf');
  const files = await looked(site, people.author, url);
  assert.deepEqual(files.map((file) => file.state), ['ready', 'ready']);
  assert.match(files[0].words, /có mã JavaScript chạy trong trình xem PDF; tự làm một việc khi người xem mở tệp/);
  await save(url, `${scripted.file.id} ${scripted.file.id} Tệp có mã\n${launching.file.id} ${launching.file.id} Tệp mở chương trình`);
  assert.match(whole(await people.author.get(url)), /Tệp đính kèm “Tệp có mã”: Tệp có mã JavaScript/);
  assert.match(whole(await act(people.author, url, 'submit-to-unit')), /“Tệp mở chương trình” có lệnh mở chương trình trên máy của người xem.*in tệp ra một PDF mới/);
  await save(url, `${scripted.file.id} ${scripted.file.id} Tệp có mã`);
  await mustAct(people.author, url, 'submit-to-unit');
});

test('D9_1 a PDF that nobody can open, or only with a password, is refused with what to do, and the worker lives on', async () => {
  const url = await write('Bài có PDF hỏng');
  const converter = site.pid('converter');
  const sound = pdfOf();
  // RC4 of 40 bits with a password that is not empty: the file opens for nobody who does not know it.
  const locked = Buffer.from(sound.toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R /ID [<${'00'.repeat(16)}><${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`), 'latin1');
  for (const [bytes, name] of [[Buffer.from('%PDF-1.4\nkhông có gì\n'), 'trong.pdf'], [locked, 'mat-khau.pdf'], [sound, 'tot.pdf']]) assert.equal((await attach(people.author, url, bytes, name)).status, 200, name);
  const files = await looked(site, people.author, url);
  assert.deepEqual(files.map((file) => file.state), ['refused', 'refused', 'ready'], JSON.stringify(files));
  assert.match(files[0].words, /Không mở được tệp/);
  assert.match(files[1].words, /đặt mật khẩu.*bỏ mật khẩu/);
  assert.equal(site.pid('converter'), converter);
});

test('D9_1 a file that pretends is not taken: by its name, or by being an archive or a page as well', async () => {
  const url = await write('Bài có tệp giả dạng');
  const sound = pdfOf({ words: 'Gia dang' });
  const zip = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.alloc(42, 1), Buffer.from('PK\x05\x06'), Buffer.alloc(8), Buffer.from([46, 0, 0, 0]), Buffer.alloc(6)]);
  const cases = [
    [sound, 'bao-cao.exe', /có đuôi “\.exe” nhưng nội dung là PDF/],
    [Buffer.concat([sound, zip]), 'kem-zip.pdf', /vừa là PDF vừa là tệp nén/],
    [Buffer.from(sound.toString('latin1').replace('%PDF-1.7\n', '%PDF-1.7\n<html><script>alert(1)</script>\n'), 'latin1'), 'trang.pdf', /vừa là PDF vừa là trang web/],
    [Buffer.concat([Buffer.from('<html>'), sound]), 'truoc.pdf', /không phải PDF/],
    [png(20, 20), 'anh.pdf', /là ảnh PNG, không phải PDF/],
    [Buffer.from('MZ' + '\0'.repeat(200)), 'chuong-trinh.pdf', /không phải PDF/],
  ];
  for (const [bytes, name, why] of cases) {
    const answer = await attach(people.author, url, bytes, name);
    assert.equal(answer.status, 422, name);
    assert.match(answer.errors.join(' '), why, name);
    assert.equal(fs.existsSync(inStore(sha256(bytes))), false, `${name} is not kept`);
  }
  const named = await uploadPicture(people.author, url, png(30, 30), 'anh.html');
  assert.equal(named.status, 422);
  assert.match(named.errors[0], /có đuôi “\.html” nhưng nội dung là ảnh PNG/);
});

const real = process.env.PORTAL_TEST_DATA ? path.join(process.env.PORTAL_TEST_DATA, 'files') : '';
const folders = ['pdf_thuong', 'pdf_vn', 'pdf_loi', 'pdf_a_ua', 'pdf_ky_so_dss', 'pdf_ky_so_pyhanko', 'pdf_ky_so_vn', 'gia_mao_duoi'];
// Looked at by name below; they are always sent.
const kReady = ['openoffice-test-document.pdf', 'rotation.pdf', '10209619.pdf', '188-vpcp.signed.pdf', 'minimal-badxref.pdf'];
const kNamed = [...kReady, 'open_protected.pdf', 'js-buttons.pdf', 'xfa_issue14315.pdf', 'tcvn13878-khong-phai-pdf.pdf'];

test(`${isWhole ? 'every PDF' : 'every sixth PDF'} of the test data ends: ready or refused with a reason, the worker unharmed`, { skip: fs.existsSync(path.join(real, 'pdf_loi')) ? false : 'PORTAL_TEST_DATA has no PDFs: those above stand for them' }, async () => {
  const url = await write('Bài có PDF từ bộ dữ liệu thử');
  const converter = site.pid('converter');
  const stateOf = {};
  for (const folder of folders)
    for (const name of some(fs.readdirSync(path.join(real, folder)).filter((one) => one.endsWith('.pdf')).sort(), 6, (one) => kNamed.includes(one))) {
      const answer = await attach(people.author, url, fs.readFileSync(path.join(real, folder, name)), name);
      assert.ok([200, 422].includes(answer.status), `${name}: ${answer.status}`);
      if (answer.status === 422) stateOf[name] = ['not taken', answer.errors[0]];
    }
  for (const file of await looked(site, people.author, url, 600_000)) stateOf[file.name] = [file.state, file.words, file.pages];
  for (const [name, [state, words, pages]] of Object.entries(stateOf)) console.log(`${name}\t${state}\t${pages ?? ''}\t${words}`);
  assert.equal(site.pid('converter'), converter);
  for (const name of kReady) assert.equal(stateOf[name][0], 'ready', `${name}: ${stateOf[name]}`);
  for (const name of ['open_protected.pdf']) assert.equal(stateOf[name][0], 'refused', `${name}: ${stateOf[name]}`);
  assert.match(stateOf['js-buttons.pdf'][1], /JavaScript/);
  assert.match(stateOf['xfa_issue14315.pdf'][1], /XFA/);
  assert.notEqual(stateOf['tcvn13878-khong-phai-pdf.pdf'][0], 'ready');
});
