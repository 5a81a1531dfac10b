// From a picture on somebody's machine to a reader's page and away again (D7, D9.1; TT 32/2017 Đ.18): upload with and without script, quarantine, the
// converter in its sandbox, description before posting, delivery to readers and to who may see the item, take-down, what is refused and how it is said, and
// that rows and files of the store agree whatever dies.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { isWhole, some } from '../support/figures.mjs';
import { bmp, bomb, figure, jpegSize, pdf, plantPicture, png, postFiles, sendForm, settled, sha256, uploadPicture, withExif } from '../support/files.mjs';
import { buildDir, forms, sleep, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, documentOf, mustAct, paragraph, passAllChecks, textOf, withdrawArticle, writeArticle } from '../support/journey.mjs';
import { looked } from '../support/pdf.mjs';

const run = promisify(execFile);
let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  await site.until('the node', () => site.sql('SELECT 1 FROM core_node').length === 1);
});
after(() => site?.stop());

const reader = () => site.reader();
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const bodyWith = (...blocks) => JSON.stringify({ type: 'doc', content: [paragraph('Đoạn đầu của bài.'), ...blocks, paragraph('Đoạn cuối.')] });
const write = (title, more = {}) => writeArticle(people.author, articleFields(site, { title, ...more }));
const setting = (name, value) => site.sql(`UPDATE core_setting SET value = '${value}' WHERE name = '${name}'`);
const inStore = (digest) => path.join(site.dir, 'store', digest.slice(0, 2), digest);
const otherContributor = () => site.accounts.find(({ role, username }) => role === 'contributor' && username !== 'nguyen.hoang.yen').username;
const whole = (answer) => answer.html().querySelector('main').textContent.replace(/\s+/g, ' ');
const checked = async () => JSON.parse((await site.portal('check', '--json')).stdout).faults.filter(({ part }) => part === 'files');

async function save(url, changes) {
  const answer = await sendForm(people.author, url, { changes });
  assert.equal(answer.status, 303, textOf(answer));
}

async function publish(url) {
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  await mustAct(people.secretary, url, 'publish');
  const [[slug, sectionPath]] = site.sql(`SELECT p.slug, s.path FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${idOf(url)}`);
  const article = { url, id: idOf(url), path: sectionPath + slug };
  await site.until('readers have it', async () => (await reader().get(article.path)).status === 200);
  return article;
}

const addressesIn = (html) => [...new Set([...html.matchAll(/\/tep\/\d+\/[a-z0-9-]+\.(?:webp|jpg|pdf)/g)].map(([address]) => address))];

test('D9_1 a picture goes from the form without script into quarantine, to readers once it is posted, and away with the article', async () => {
  const url = await write('Bài có ảnh đi hết con đường');
  const photo = png(2000, 1500);
  // What was typed beside the picture is still there when the page comes back.
  const sent = await sendForm(people.author, url, { files: [{ field: 'anh', name: 'Ảnh hội nghị.png', bytes: photo }], changes: { summary: 'Tóm tắt mới, chưa lưu.' }, button: 'them_tep' });
  assert.equal(sent.status, 303, textOf(sent));
  assert.match(sent.headers.location, /\/sua\?nhap=[0-9a-f]{32}#tep$/);
  const back = await people.author.get(sent.headers.location.split('#')[0]);
  assert.match(back.body, /Tóm tắt mới, chưa lưu\./);
  assert.match(back.body, /Ảnh số \d+/);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_item_version WHERE item_id = ${idOf(url)}`)[0][0], '1', 'no version was made by it');
  assert.match(site.sql(`SELECT action FROM core_audit WHERE chain = 'item:${idOf(url)}' ORDER BY seq DESC LIMIT 1`)[0][0], /^file_add$/);

  const [file] = await settled(site, people.author, url);
  assert.equal(file.state, 'ready', file.words);
  assert.equal(file.words, '1600 × 1200 điểm ảnh');
  const number = file.id;
  const digest = sha256(photo);
  assert.ok(fs.existsSync(inStore(digest)), 'what was received is kept');

  // TT 32/2017: without a description it does not leave its author; the office says which one.
  await save(url, { body: bodyWith(figure(number, { alt: '' })), lead: String(number), lead_alt: '', lead_caption: 'Quang cảnh hội nghị' });
  const refused = await act(people.author, url, 'submit-to-unit');
  assert.equal(refused.status, 422);
  assert.match(whole(refused), new RegExp(`Ảnh số ${number} chưa có lời mô tả`));
  await save(url, { body: bodyWith(figure(number)), lead: String(number), lead_alt: 'Hội trường đông người', lead_caption: 'Quang cảnh hội nghị. Ảnh: An' });

  // The office shows it to who may see the item, and to nobody else; readers know nothing of it.
  const preview = await people.author.get(`${url}/xem-truoc`);
  assert.match(preview.body, new RegExp(`src="${url}/tep/${number}/960.jpg"`));
  const inOffice = await people.author.get(`${url}/tep/${number}/480.webp`);
  assert.deepEqual([inOffice.status, inOffice.headers['content-type'], inOffice.headers['cache-control']], [200, 'image/webp', 'no-store']);
  assert.equal(inOffice.bytes.subarray(8, 12).toString(), 'WEBP');
  const stranger = await site.login(otherContributor());
  assert.equal((await stranger.get(`${url}/tep/${number}/480.webp`)).status, 404);
  assert.equal((await site.visitor().get(`${url}/tep/${number}/480.webp`)).status, 303);
  const made = site.sql(`SELECT p.width, p.format, b.sha256 FROM core_item_file u JOIN core_file_picture p ON p.file_id = u.file_id JOIN core_file b ON b.id = p.blob_id WHERE u.id = ${number} ORDER BY p.width, p.format`);
  assert.deepEqual(made.map(([width, format]) => `${width} ${format}`), ['480 jpeg', '480 webp', '960 jpeg', '960 webp', '1600 jpeg', '1600 webp']);
  const addresses = made.map(([width, format, blob]) => `/tep/${number}/${blob.slice(0, 12)}-${width}.${format === 'jpeg' ? 'jpg' : 'webp'}`);
  for (const address of addresses) assert.equal((await reader().get(address)).status, 404, `${address} before posting`);

  const article = await publish(url);
  const page = await reader().get(article.path);
  assert.deepEqual(addressesIn(page.body).sort(), [...addresses].sort());
  const images = page.html().querySelectorAll('picture img');
  assert.equal(images.length, 2);
  for (const image of images) assert.deepEqual([image.getAttribute('width'), image.getAttribute('height')], ['1600', '1200'], 'nothing moves when it comes');
  assert.deepEqual(images.map((image) => image.getAttribute('loading') ?? 'eager'), ['eager', 'lazy']);
  assert.equal(images[0].getAttribute('alt'), 'Hội trường đông người');
  assert.match(page.body, /<figcaption>Quang cảnh hội nghị\. Ảnh: An<\/figcaption>/);
  await site.until('the home page shows the card', async () => (await reader().get('/')).html().querySelector('.feature picture img')?.getAttribute('alt') === 'Hội trường đông người');
  for (const address of addresses) {
    const answer = await reader().get(address);
    assert.equal(answer.status, 200, address);
    assert.equal(answer.headers['content-type'], address.endsWith('.webp') ? 'image/webp' : 'image/jpeg');
    assert.equal(answer.headers['cache-control'], 'private, max-age=31536000, immutable');
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.ok(answer.headers['content-security-policy'] && answer.headers['x-request-id'], address);
    if (address.endsWith('.jpg')) assert.equal(jpegSize(answer.bytes)[0], Number(address.match(/-(\d+)\./)[1]));
  }
  // Nothing leads to what was received, whatever is asked for.
  for (const address of [`/_store/${digest.slice(0, 2)}/${digest}`, `/tep/${number}/${digest.slice(0, 12)}-2000.jpg`, `/tep/${number}/${digest}.webp`, `/tep/${Number(number) + 1}/${addresses[0].split('/').pop()}`])
    assert.equal((await reader().get(address)).status, 404, address);
  assert.deepEqual(await checked(), []);
  assert.equal((await site.portal('check')).code, 0);

  // D12.3: away within five seconds, confirmed for each of its files.
  await withdrawArticle(site, article);
  await site.until('every file is gone', async () => (await Promise.all(addresses.map((address) => reader().get(address)))).every((answer) => answer.status === 404), 5000);
  await site.until('confirmed', () => site.sql(`SELECT state FROM core_job WHERE item_id = ${article.id} AND kind = 'cache.takedown'`).every(([state]) => state === 'done'), 5000);
  const { addresses: told } = JSON.parse(site.sql(`SELECT payload FROM core_job WHERE kind = 'cache.takedown' AND item_id = ${article.id}`)[0][0]);
  for (const address of addresses) assert.ok(told.includes(address), address);
  assert.equal((await people.author.get(`${url}/tep/${number}/480.webp`)).status, 200, 'the office still has it');
});

test('a photo is turned upright and tells nothing of where, when and with what it was taken', async () => {
  const url = await write('Bài có ảnh chụp bằng điện thoại');
  await uploadPicture(people.author, url, png(600, 300));
  const [first] = await settled(site, people.author, url);
  const lying = withExif((await people.author.get(`${url}/tep/${first.id}/600.jpg`)).bytes, 6);
  assert.ok(lying.includes('MAY-ANH-CUA-AI-DO'));
  await uploadPicture(people.author, url, lying, 'IMG_0001.JPG');
  await uploadPicture(people.author, url, png(300, 200, { text: 'chup tai nha rieng' }));
  const files = await settled(site, people.author, url);
  assert.deepEqual(files.map((file) => file.state), ['ready', 'ready', 'ready']);
  const upright = (await people.author.get(`${url}/tep/${files[1].id}/300.jpg`)).bytes;
  assert.deepEqual(jpegSize(upright), [300, 600], 'orientation 6 of 600 × 300');
  for (const [file, width] of [[files[1], 300], [files[2], 300]])
    for (const form of ['jpg', 'webp']) {
      const { bytes } = await people.author.get(`${url}/tep/${file.id}/${width}.${form}`);
      for (const trace of ['Exif', 'EXIF', 'MAY-ANH', 'nha rieng', 'XMP ', 'http://ns.adobe.com']) assert.ok(!bytes.includes(trace), `${trace} in ${form} of ${file.name}`);
    }
});

test('each kind of picture that the regulation names is taken, by its content and not by its name', async () => {
  const url = await write('Bài có ảnh nhiều định dạng');
  await uploadPicture(people.author, url, bmp(64, 40), 'anh.bmp');
  await uploadPicture(people.author, url, png(50, 30), 'goi-la.jpg');
  let files = await settled(site, people.author, url);
  const webp = (await people.author.get(`${url}/tep/${files[0].id}/64.webp`)).bytes;
  const jpeg = (await people.author.get(`${url}/tep/${files[0].id}/64.jpg`)).bytes;
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64');
  const dir = fs.mkdtempSync(path.join(site.dir, 'tmp-'));
  fs.writeFileSync(path.join(dir, 'a.png'), png(70, 50));
  await run('vips', ['copy', path.join(dir, 'a.png'), path.join(dir, 'a.tif')]);
  for (const [bytes, name] of [[webp, 'a.webp'], [jpeg, 'a.jpg'], [gif, 'a.gif'], [fs.readFileSync(path.join(dir, 'a.tif')), 'a.tif']]) assert.equal((await uploadPicture(people.author, url, bytes, name)).status, 200, name);
  files = await settled(site, people.author, url);
  assert.deepEqual(files.map(({ state, words }) => state === 'ready' || words), Array(6).fill(true));
});

test('what is broken, huge or something else costs itself alone, and its sender reads why', async () => {
  const url = await write('Bài có ảnh hỏng');
  const sound = png(300, 200, { noise: true });
  const converter = site.pid('converter');
  for (const [bytes, name, why] of [[Buffer.from('<html>không phải ảnh</html>'), 'trang.jpg', /không phải ảnh/], [pdf('x'), 'van-ban.jpg', /là PDF, không phải ảnh/], [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 've.png', /không phải ảnh/], [Buffer.alloc(0), 'trong.png', /trống/]]) {
    const answer = await uploadPicture(people.author, url, bytes, name);
    assert.equal(answer.status, 422, name);
    assert.match(answer.errors.join(' '), why);
  }
  await uploadPicture(people.author, url, bomb(20_000, 20_000), 'bom.png');
  await uploadPicture(people.author, url, sound.subarray(0, sound.length / 2), 'dut.png');
  await uploadPicture(people.author, url, Buffer.concat([sound.subarray(0, 60), Buffer.alloc(500, 7)]), 'hong.png');
  await uploadPicture(people.author, url, sound, 'tot.png');
  const files = await settled(site, people.author, url);
  assert.deepEqual(files.map(({ state }) => state), ['refused', 'refused', 'refused', 'ready']);
  assert.match(files[0].words, /rộng 20000, cao 20000 điểm ảnh, quá 60 triệu điểm/);
  for (const file of files.slice(1, 3)) assert.match(file.words, /bị hỏng hoặc thiếu một phần/);
  assert.equal(site.pid('converter'), converter, 'the worker lives on');
  // A refused picture keeps the article back by its own reason.
  await save(url, { body: bodyWith(figure(files[0].id)) });
  assert.match(whole(await act(people.author, url, 'submit-to-unit')), /không dùng được: Ảnh rộng 20000/);
});

test('a tool that takes too long is ended with its time, and the next picture is made', async () => {
  const url = await write('Bài có ảnh cần nhiều thời gian');
  const conf = path.join(site.dir, 'conf/converter.conf');
  const before = fs.readFileSync(conf, 'utf8');
  fs.writeFileSync(conf, `${before}sandbox_memory_mb=256\n`);
  site.sv('restart', 'converter');
  try {
    await uploadPicture(people.author, url, png(5000, 4000), 'to.png'); // 60 MB of pixels and more: within the limit of pixels, over that of memory
    const [file] = await settled(site, people.author, url);
    if (file.state !== 'ready') assert.match(file.words, /bộ nhớ|bị hỏng/);
  } finally {
    fs.writeFileSync(conf, before);
    site.sv('restart', 'converter');
  }
  await uploadPicture(people.author, url, png(40, 30), 'nho.png');
  assert.equal((await settled(site, people.author, url)).at(-1).state, 'ready');
});

test('limits are settings, and a disk that is nearly full is told before anything is read', async () => {
  const url = await write('Bài có tệp quá lớn');
  setting('file_picture_mb', 1);
  const large = await uploadPicture(people.author, url, png(800, 700, { noise: true }), 'lon.png');
  setting('file_picture_mb', 20);
  assert.equal(large.status, 422);
  assert.match(large.errors[0], /“lon\.png” nặng 1,6 MB, nhiều nhất là 1 MB/);
  const everything = () => site.sql('SELECT COUNT(*) FROM core_file')[0][0] + fs.readdirSync(path.join(site.dir, 'store/tmp')).length;
  const before = everything();
  setting('file_floor_mb', 1_000_000);
  try {
    const json = await uploadPicture(people.author, url, png(20, 20));
    assert.equal(json.status, 507);
    assert.match(JSON.parse(json.body).title, /gần hết chỗ lưu tệp .* nên chưa nhận tệp này/);
    const page = await sendForm(people.author, url, { files: [{ field: 'anh', name: 'a.png', bytes: png(20, 20) }], button: 'them_tep' });
    assert.equal(page.status, 507);
    assert.match(page.body, /gần hết chỗ lưu tệp/);
  } finally {
    setting('file_floor_mb', 1024);
  }
  assert.equal(everything(), before, 'nothing of it was kept');
  const tooLong = await people.author.request('POST', `${url}/tep.json`, { headers: { 'Content-Type': 'multipart/form-data; boundary=B', 'Content-Length': String(60 * 1024 * 1024) }, body: Buffer.alloc(1024) }).catch(() => ({ status: 413 }));
  assert.equal(tooLong.status, 413);
});

test('no session, no token, no right: no file', async () => {
  const url = await write('Bài của người khác');
  const before = site.sql('SELECT COUNT(*) FROM core_item_file')[0][0];
  const file = { field: 'anh', name: 'a.png', bytes: png(20, 20) };
  const token = async (client, from) => forms((await client.get(from)).body).flatMap(({ fields }) => fields).find(([name]) => name === '_csrf')[1];
  assert.ok([303, 401].includes((await postFiles(site.visitor(), `${url}/tep.json`, [], [file])).status));
  assert.equal((await postFiles(people.author, `${url}/tep.json`, [['_csrf', 'x']], [file])).status, 403);
  const other = await site.login(otherContributor());
  assert.equal((await postFiles(other, `${url}/tep.json`, [['_csrf', await token(other, '/quan-tri/tin-bai/moi')]], [file])).status, 404);
  await mustAct(people.author, url, 'submit-to-unit');
  assert.equal((await postFiles(people.author, `${url}/tep.json`, [['_csrf', await token(people.author, '/quan-tri/tin-bai/moi')]], [file])).status, 403, 'the unit’s head has the step now');
  assert.equal(site.sql('SELECT COUNT(*) FROM core_item_file')[0][0], before);
  await site.until('no temporary file is left', () => fs.readdirSync(path.join(site.dir, 'store/tmp')).length === 0);
});

test('a text cannot name another item’s picture', async () => {
  const mine = await write('Bài mượn ảnh');
  const theirs = await write('Bài có ảnh chưa đăng');
  const number = plantPicture(site, idOf(theirs));
  await save(mine, { body: bodyWith(figure(number)) });
  assert.doesNotMatch((await people.author.get(`${mine}/xem-truoc`)).body, /<picture>/);
  assert.equal((await people.author.get(`${mine}/tep/${number}/480.jpg`)).status, 404);
  assert.match(whole(await act(people.author, mine, 'submit-to-unit')), /không phải ảnh đã gửi lên cho bài này/);
});

test('an attachment has its size, format and SHA-256 beside it; a replacement keeps the address and comes with the next posting', async () => {
  const url = await write('Bài có tệp đính kèm');
  const first = pdf('bản đầu');
  assert.equal((await sendForm(people.author, url, { files: [{ field: 'tep', name: 'ghi chu.txt', bytes: Buffer.from('chữ') }], button: 'them_tep' })).status, 422);
  const sent = await sendForm(people.author, url, { files: [{ field: 'tep', name: 'Mẫu tờ khai.pdf', bytes: first }], button: 'them_tep' });
  assert.equal(sent.status, 303, textOf(sent));
  const from = sent.headers.location.split('#')[0];
  const page = await people.author.get(from);
  const slot = page.body.match(/name="dk_ten_(\d+)"/)[1];
  assert.match(page.body, /value="Mẫu tờ khai"/);
  const saved = await sendForm(people.author, url, { from, changes: { [`dk_ten_${slot}`]: 'Tờ khai đăng ký khai sinh' } });
  assert.equal(saved.status, 303, textOf(saved));
  await looked(site, people.author, url);
  const article = await publish(url);
  const address = `/tep/${slot}/mau-to-khai.pdf`;
  const shown = (await reader().get(article.path)).html().querySelector('.downloads');
  assert.match(shown.textContent, /Tờ khai đăng ký khai sinh\s+\(PDF, 1 KB, 1 trang\)/);
  assert.ok(shown.textContent.includes(sha256(first)));
  const got = await reader().get(address);
  assert.deepEqual([got.status, got.headers['content-type'], got.headers['content-disposition'], got.headers['cache-control']], [200, 'application/pdf', 'attachment', 'no-store']);
  assert.deepEqual(got.bytes, first, 'the bytes of a PDF are never changed');

  const second = pdf('bản sau, đã sửa');
  await mustAct(people.author, url, 'revise-by-author', { reason: 'Thay mẫu tờ khai mới.' });
  const replaced = await sendForm(people.author, url, { files: [{ field: `thay_${slot}`, name: 'mau moi.pdf', bytes: second }], changes: { change_note: 'Thay mẫu tờ khai.' } });
  assert.equal(replaced.status, 303, textOf(replaced));
  await looked(site, people.author, url);
  assert.deepEqual((await reader().get(address)).bytes, first, 'readers have the posted one until the next posting');
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  await mustAct(people.secretary, url, 'publish', { change_note: 'Thay mẫu tờ khai.' });
  await site.until('the new one is at the old address', async () => (await reader().get(address)).bytes.equals(second), 5000);
  await site.until('the page tells its digest', async () => (await reader().get(article.path)).body.includes(sha256(second)), 5000);
  assert.deepEqual(await checked(), []);
});

test('an attachment for the board’s own eyes stays with the article and reaches no reader, whatever it was before', async () => {
  const url = await write('Bài có tệp nội bộ');
  const send = (name, bytes, changes) => sendForm(people.author, url, { files: [{ field: 'tep', name, bytes }], button: 'them_tep', changes });
  const open = await send('Công khai.pdf', pdf('cho bạn đọc'));
  const both = await sendForm(people.author, url, { from: open.headers.location.split('#')[0], files: [{ field: 'tep', name: 'Phiếu trình.pdf', bytes: pdf('phiếu trình') }], button: 'them_tep' });
  assert.equal(both.status, 303, textOf(both));
  const from = both.headers.location.split('#')[0];
  const page = await people.author.get(from);
  const [first, second] = [...page.body.matchAll(/name="dk_ten_(\d+)"/g)].map(([, slot]) => slot);
  assert.ok(page.html().querySelector(`[name=dk_noi_bo_${second}]`), 'the box is there');
  assert.equal((await sendForm(people.author, url, { from, changes: { [`dk_noi_bo_${second}`]: '1' } })).status, 303);
  await looked(site, people.author, url);
  const [[kept]] = site.sql(`SELECT files_json FROM news_article_version WHERE item_id = ${idOf(url)} ORDER BY version DESC LIMIT 1`);
  assert.deepEqual(JSON.parse(kept).attachments.map(({ title, internal }) => [title, internal ?? false]), [['Công khai', false], ['Phiếu trình', true]]);
  assert.match((await people.author.get(url)).html().querySelector('main').textContent, /Chỉ dùng nội bộ, bạn đọc không thấy/);
  const article = await publish(url);
  const shown = (await reader().get(article.path)).html().querySelector('.downloads').textContent;
  assert.ok(shown.includes('Công khai') && !shown.includes('Phiếu trình'), shown);
  const files = () => site.sql(`SELECT DISTINCT file_id FROM news_published_file WHERE item_id = ${idOf(url)} AND format = 'pdf'`).map(([number]) => number);
  assert.deepEqual(files(), [first]);
  assert.equal((await reader().get(`/tep/${second}/phieu-trinh.pdf`)).status, 404);
  assert.equal((await people.author.get(`${url}/tep/${second}/tai-ve`)).status, 200, 'who handles the article has it');
  // What readers had is theirs no more with the next posting.
  assert.equal((await reader().get(`/tep/${first}/cong-khai.pdf`)).status, 200);
  await mustAct(people.author, url, 'revise-by-author', { reason: 'Rút tệp khỏi trang.' });
  const hidden = await sendForm(people.author, url, { changes: { [`dk_noi_bo_${first}`]: '1', [`dk_noi_bo_${second}`]: '1', change_note: 'Rút tệp đính kèm.' } });
  assert.equal(hidden.status, 303, textOf(hidden));
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  await mustAct(people.secretary, url, 'publish', { change_note: 'Rút tệp đính kèm.' });
  await site.until('it is gone', async () => (await reader().get(`/tep/${first}/cong-khai.pdf`)).status === 404, 5000);
  assert.deepEqual(files(), []);
  assert.deepEqual(await checked(), []);
});

test('an upload says where it is used: in this text, as its leading picture, in which other items', async () => {
  const same = png(48, 32, { text: 'dùng hai nơi' });
  const [one, other] = [await write('Bài thứ nhất dùng ảnh'), await write('Bài thứ hai dùng ảnh')];
  await uploadPicture(people.author, one, same);
  await uploadPicture(people.author, other, same);
  await settled(site, people.author, one);
  const code = site.sql(`SELECT code FROM core_item WHERE id = ${idOf(other)}`)[0][0];
  const words = async () => (await people.author.get(`${one}/sua`)).html().querySelector('[data-files-list]').textContent.replace(/\s+/g, ' ');
  assert.match(await words(), new RegExp(`Chưa dùng trong bài\\. Cũng có ở bài ${code}`));
  const number = site.sql(`SELECT id FROM core_item_file WHERE item_id = ${idOf(one)}`)[0][0];
  assert.equal((await sendForm(people.author, one, { changes: { lead: number, lead_alt: 'Hai nơi' } })).status, 303);
  assert.match(await words(), /Dùng làm ảnh đại diện\. Cũng có ở bài/);
  // The code of what is hidden is told to nobody.
  site.sql(`UPDATE core_item SET secrecy = 'hidden' WHERE id = ${idOf(other)}`);
  assert.doesNotMatch(await words(), /Cũng có ở bài/);
  site.sql(`UPDATE core_item SET secrecy = '' WHERE id = ${idOf(other)}`);
});

test('memory stays flat while files of nearly twenty megabytes come in', async () => {
  const url = await write('Bài có ảnh nặng');
  const peak = () => Math.max(...['news-office-1', 'news-office-2'].map((name) => Number(fs.readFileSync(`/proc/${site.pid(name)}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1])));
  await uploadPicture(people.author, url, png(10, 10));
  const before = peak();
  const heavy = png(2600, 2500, { noise: true });
  assert.ok(heavy.length > 18 * 1024 * 1024);
  for (let i = 0; i < 4; i++) assert.equal((await uploadPicture(people.author, url, heavy, `nang-${i}.png`)).status, 200);
  const grown = peak() - before;
  console.log(`memory of news-office: ${before} KB at most before, ${grown} KB more after 4 × ${(heavy.length / 1048576).toFixed(1)} MB`);
  if (!/asan|tsan/.test(buildDir)) assert.ok(grown < 8 * 1024, `${grown} KB more`);
});

test('a burst of uploads leaves as many files as rows, and every one is made', async () => {
  const count = Number(process.env.BURST_FILES ?? 60);
  const urls = []; // a hundred pictures each: every answer names all that its article has
  for (let n = 0; n * 100 < count; n++) urls.push(await write(`Bài có nhiều ảnh một lúc, số ${n + 1}`));
  const items = urls.map(idOf).join(', ');
  // Of ten thousand the store is what is looked at: to make them would take hours.
  const isMade = count <= 500;
  if (!isMade) site.sv('down', 'converter');
  const page = await people.author.get(`${urls[0]}/sua`);
  const token = forms(page.body).flatMap(({ fields }) => fields).find(([name]) => name === '_csrf')[1];
  const begun = Date.now();
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const n = next++;
      const answer = await postFiles(people.author, `${urls[n % urls.length]}/tep.json`, [['_csrf', token]], [{ field: 'anh', name: `anh-${n}.png`, bytes: png(16, 16, { first: [n % 256, n >> 8, 9], text: String(n) }) }]);
      assert.equal(answer.status, 200, `${n}: ${answer.body.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  console.log(`${count} uploads in ${Date.now() - begun} ms`);
  assert.equal(site.sql(`SELECT COUNT(*), COUNT(DISTINCT file_id) FROM core_item_file WHERE item_id IN (${items})`)[0].join(), `${count},${count}`);
  if (isMade) {
    for (const url of urls) await settled(site, people.author, url, 300_000);
    assert.equal(site.sql(`SELECT COUNT(*) FROM core_item_file u JOIN core_file f ON f.id = u.file_id WHERE u.item_id IN (${items}) AND f.state = 'ready'`)[0][0], String(count));
  }
  assert.deepEqual(await checked(), []);
  const stored = fs.readdirSync(path.join(site.dir, 'store'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  assert.equal(site.sql('SELECT COUNT(*) FROM core_file')[0][0], String(stored), 'rows = files');
  if (!isMade) site.sv('up', 'converter');
});

test('the same picture twice is one file, and both uploads have it', async () => {
  const first = await write('Bài thứ nhất có cùng một ảnh');
  const second = await write('Bài thứ hai có cùng một ảnh');
  const bytes = png(90, 60);
  await uploadPicture(people.author, first, bytes);
  await settled(site, people.author, first);
  await uploadPicture(people.author, second, bytes);
  const [file] = await settled(site, people.author, second);
  assert.equal(file.state, 'ready');
  assert.equal(site.sql(`SELECT COUNT(DISTINCT file_id) FROM core_item_file WHERE item_id IN (${idOf(first)}, ${idOf(second)})`)[0][0], '1');
});

test('what nobody uses is swept after a day: files without a row, rows that nothing uses, what a killed program left', async () => {
  const url = await write('Bài có ảnh được giữ lại');
  await uploadPicture(people.author, url, png(33, 22));
  await settled(site, people.author, url);
  const kept = site.sql('SELECT sha256 FROM core_file').map(([digest]) => digest).filter((digest) => fs.existsSync(inStore(digest)));
  const old = new Date(Date.now() - 30 * 3600_000);
  const plant = (file, bytes) => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.chmodSync(path.dirname(file), 0o2777);
    fs.writeFileSync(file, bytes);
    fs.utimesSync(file, old, old);
    return file;
  };
  const orphan = plant(inStore('a'.repeat(64)), 'không hàng nào');
  const temporary = plant(path.join(site.dir, 'store/tmp/bo-do'), 'nửa tệp');
  const unused = plant(inStore('b'.repeat(64)), 'không ai dùng');
  site.sql(`INSERT INTO core_file (sha256, bytes, format, state, created_at) VALUES ('${'b'.repeat(64)}', 15, 'png', 'ready', UTC_TIMESTAMP(6) - INTERVAL 30 HOUR)`);
  const fresh = inStore('c'.repeat(64));
  fs.mkdirSync(path.dirname(fresh), { recursive: true });
  fs.chmodSync(path.dirname(fresh), 0o2777);
  fs.writeFileSync(fresh, 'vừa đến, hàng sắp có');
  assert.ok((await checked()).some(({ fault }) => fault.includes('without a row')));
  site.sql("UPDATE core_task SET due_at = UTC_TIMESTAMP(6) WHERE name = 'files'");
  await site.until('swept', () => ![orphan, temporary, unused].some((file) => fs.existsSync(file)), 15_000);
  assert.ok(fs.existsSync(fresh), 'a file of this minute may be waiting for its row');
  fs.unlinkSync(fresh);
  for (const digest of kept) assert.ok(fs.existsSync(inStore(digest)), `${digest} is used`);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_file WHERE sha256 = '${'b'.repeat(64)}'`)[0][0], '0');
  assert.deepEqual(await checked(), []);
  // The check can fail: a file that is taken away is missed.
  fs.renameSync(inStore(kept[0]), `${inStore(kept[0])}.weg`);
  assert.match((await checked())[0].fault, /has a row and is not in the store/);
  fs.renameSync(`${inStore(kept[0])}.weg`, inStore(kept[0]));
});

const real = process.env.PORTAL_TEST_DATA ? path.join(process.env.PORTAL_TEST_DATA, 'files/anh') : '';
// How these end; they are always sent.
const kEnds = Object.fromEntries(Object.entries({
  ready: ['rotation-1.jpg', 'rotation-8.jpg', 'sample.jpg', 'cd4.2.jpg', '1.webp', 'looks-like-svg.webp', 'small.bmp', '1bit.tif', 'cogs.gif', 'rgba.png'],
  refused: ['truncated.jpg', 'truncated.gif', 'ojpeg-strip.tif'],
  'not taken': ['logo.svg', 'logo.svgz', 'favicon.ico', '17000x17000.avif', 'blankpage.pdf', 'sRGB.icm'],
}).flatMap(([state, names]) => names.map((name) => [name, state])));

test(`${isWhole ? 'every picture' : 'every fifth picture'} of the test data ends: made or refused with a reason, the worker unharmed`, { skip: fs.existsSync(real) ? false : 'PORTAL_TEST_DATA has no files/anh: the pictures above stand for it' }, async () => {
  const url = await write('Bài có ảnh từ bộ dữ liệu thử');
  const converter = site.pid('converter');
  const results = [];
  for (const name of some(fs.readdirSync(real).sort(), 5, (one) => one in kEnds)) {
    const answer = await uploadPicture(people.author, url, fs.readFileSync(path.join(real, name)), name);
    assert.ok([200, 422].includes(answer.status), `${name}: ${answer.status}`);
    if (answer.status === 422) results.push([name, 'not taken', answer.errors[0]]);
  }
  for (const file of await settled(site, people.author, url, 240_000)) results.push([file.name, file.state, file.words]);
  for (const [name, state, words] of results) console.log(`${name}\t${state}\t${words}`);
  assert.equal(site.pid('converter'), converter);
  const stateOf = Object.fromEntries(results.map(([name, state]) => [name, state]));
  for (const [name, state] of Object.entries(kEnds)) assert.equal(stateOf[name], state, name);
});

test('killed in the midst of uploads, no row is without its file and what was answered is there', async () => {
  const url = await write('Bài có ảnh trong lúc máy chủ gặp sự cố');
  const page = await people.author.get(`${url}/sua`);
  const token = forms(page.body).flatMap(({ fields }) => fields).find(([name]) => name === '_csrf')[1];
  let isOver = false;
  const acknowledged = [];
  const lane = async (n) => {
    for (let i = 0; !isOver; i++) {
      const bytes = png(200, 200, { noise: true });
      const answer = await postFiles(people.author, `${url}/tep.json`, [['_csrf', token]], [{ field: 'anh', name: `l${n}-${i}.png`, bytes }]).catch(() => ({ status: 0 }));
      if (answer.status === 200) acknowledged.push(sha256(bytes));
      await sleep(80);
    }
  };
  const lanes = [0, 1, 2, 3].map(lane);
  try {
    for (let i = 0; i < 6; i++) {
      await sleep(400);
      const name = i % 2 ? 'news-office-1' : 'news-office-2';
      await site.until(`${name} runs`, () => site.pid(name) !== undefined);
      site.signal(name, 'SIGKILL');
      if (i === 3) site.signal('converter', 'SIGKILL');
    }
    await site.until('uploads are answered', () => acknowledged.length > 5, 30_000);
  } finally {
    isOver = true; // or the lanes would go on for ever
  }
  await Promise.all(lanes);
  for (const digest of acknowledged) {
    assert.ok(fs.existsSync(inStore(digest)), digest);
    assert.equal(site.sql(`SELECT COUNT(*) FROM core_file f JOIN core_item_file u ON u.file_id = f.id WHERE f.sha256 = '${digest}'`)[0][0], '1');
  }
  assert.deepEqual((await checked()).filter(({ fault }) => fault.includes('has a row')), []);
  assert.ok((await settled(site, people.author, url, 240_000)).every((file) => file.state === 'ready'), 'a claim of the killed worker is taken up again');
});
