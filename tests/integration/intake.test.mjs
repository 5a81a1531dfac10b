// Mail in (D7, D9.1a, D9.1b, D11.1, D11.4; F37), over real SMTP into the board's mailbox: registered once, with its files, its sender known or held; receipts with what is
// missing and a one-time link; answers in their conversation; programs never answered; refused, classified once; nothing lost or doubled whatever is killed when.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { formKey } from '../support/actors.mjs';
import { wholeDocx } from '../support/documents.mjs';
import { pdf, png } from '../support/files.mjs';
import { freePort, root, sleep, startInstance } from '../support/instance.mjs';
import { cast, personId, sectionId, textOf } from '../support/journey.mjs';
import { localMails } from '../support/mail.mjs';
import { board, compose, handOver, sendToBoard } from '../support/send_mail.mjs';
import { pack } from '../support/zip.mjs';

let site;
let people;
let own;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  own = board(site);
  site.sv('down', 'scheduler'); // what it tells would come by mail too
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const kStaff = 'yen.nh@minhgiang.gov.vn'; // Nguyễn Hoàng Yến
const kStranger = 'nguoi.la@vidu.com';
const url = (intake) => `/quan-tri/tiep-nhan/${intake}`;
const stateOf = (intake) => one(`SELECT state FROM core_intake WHERE id = ${intake}`);
const mailsOf = (intake) => site.sql(`SELECT id, kind, state, address, message_id FROM core_mail WHERE intake_id = ${intake} ORDER BY id`).map(([id, kind, state, address, message]) => ({ id, kind, state, address, message }));
const settled = () => site.until('nothing waits to be sent', () => one("SELECT COUNT(*) FROM core_mail WHERE state IN ('ready', 'sending')") === '0', 20_000);
async function mailOf(intake, kind) {
  await settled();
  const row = mailsOf(intake).find((mail) => mail.kind === kind);
  assert.ok(row, `a mail of kind ${kind}`);
  return { row, mail: localMails(site).find((mail) => mail.messageId === `<${row.message}>`) };
}
async function act(client, intake, slug, fields = {}) {
  const page = await client.get(`${url(intake)}/viec/${slug}`);
  assert.equal(page.status, 200, textOf(page));
  return client.submit(page, (form) => form.action === `${url(intake)}/viec/${slug}`, fields);
}
async function mustAct(client, intake, slug, fields) {
  const answer = await act(client, intake, slug, fields);
  assert.equal(answer.status, 303, textOf(answer));
}

test('D9.1a a mail of somebody of the directory is registered whole, with its files, and its sender is told the code', async () => {
  const text = 'Kính gửi Ban Biên tập,\n\nSáng nay Sở tổ chức hội nghị.\n<script>alert(1)</script>';
  const sent = await sendToBoard(site, {
    from: kStaff, name: 'Yến', subject: 'Hội nghị phổ biến pháp luật “đợt 2” tại các xã vùng cao', text,
    files: [{ name: 'Chương trình.pdf', type: 'application/pdf', bytes: pdf() }, { name: 'ảnh.png', type: 'image/png', bytes: png(60, 40) }, { name: 'bài viết.docx', bytes: Buffer.from('PK\x03\x04 không mở') }],
  });
  assert.equal(sent.verdict, 'accept', sent.reason);
  assert.match(sent.thing.code, /^TN-\d{4}-\d{4}$/);
  assert.deepEqual([sent.thing.state, sent.thing.title, sent.thing.name, sent.thing.address, sent.thing.trust, sent.thing.person, sent.thing.files], ['received', 'Hội nghị phổ biến pháp luật “đợt 2” tại các xã vùng cao', 'Nguyễn Hoàng Yến', kStaff, 'address', personId(site, 'nguyen-hoang-yen'), '3']);
  assert.equal(site.sql(`SELECT HEX(text) FROM core_intake_body WHERE intake_id = ${sent.intake}`)[0][0], Buffer.from(text).toString('hex').toUpperCase());
  await site.until('the picture is made', () => one(`SELECT COUNT(*) FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${sent.intake} AND f.state = 'ready'`) === '2', 60_000);
  await site.until('the PDF has been looked into', () => one(`SELECT COUNT(*) FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${sent.intake} AND f.format = 'pdf' AND f.state = 'ready'`) === '1', 30_000);
  assert.deepEqual(site.sql(`SELECT x.name, f.format, f.state FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${sent.intake} ORDER BY x.id`), [['Chương trình.pdf', 'pdf', 'ready'], ['ảnh.png', 'png', 'ready'], ['bài viết.docx', 'other', 'quarantine']]);
  const { row, mail } = await mailOf(sent.intake, 'receipt');
  assert.equal(row.address, kStaff);
  assert.ok(mail.subject.startsWith(`Đã nhận tin, bài ${sent.thing.code}`), mail.subject);
  assert.equal(mail.headers['auto-submitted'], 'auto-generated');
  assert.equal(mail.headers['x-mailfrom'], '<>', 'the null return path');
  assert.ok(mail.plain.includes(sent.thing.code) && !mail.plain.includes('/bo-sung/'), mail.plain);
  assert.ok(!mail.plain.includes('Hội nghị'), 'words of a mail that nobody vouched for are not sent to an address in it');
  // The office.
  const page = await people.secretary.get(url(sent.intake));
  assert.equal(page.status, 200, textOf(page));
  for (const words of ['Hội nghị phổ biến', '&lt;script&gt;', kStaff, 'Chương trình.pdf', 'chưa mở loại tệp này', 'Nguyễn Hoàng Yến', 'Phân loại thành tin, bài']) assert.ok(page.body.includes(words), words);
  const file = one(`SELECT id FROM core_intake_file WHERE intake_id = ${sent.intake} AND name = 'Chương trình.pdf'`);
  const download = await people.secretary.get(`${url(sent.intake)}/tep/${file}/tai-ve`);
  assert.equal(download.status, 200);
  assert.ok(download.bytes.equals(pdf()));
  assert.match(download.headers['content-disposition'], /^attachment/);
  assert.equal((await people.author.get(url(sent.intake))).status, 403, 'who sent what is for who handles the register (D9.1b)');
  assert.match((await people.secretary.get('/quan-tri/thong-bao/')).body, new RegExp(`${sent.thing.code}`));
  // The list and its file.
  const list = await people.secretary.get('/quan-tri/tiep-nhan/?kenh=mail&q=v%C3%B9ng+cao');
  assert.ok(list.body.includes(sent.thing.code));
  assert.ok(!(await people.secretary.get('/quan-tri/tiep-nhan/?q=khong-co-gi')).body.includes(sent.thing.code));
  for (const odd of ['sau=9223372036854775807-1', 'sau=-9223372036854775808-18446744073709551615', 'sau=x-y', 'tu-ngay=31/12/9999&den-ngay=31/12/9999', 'trang-thai=khong-co&kenh=%00'])
    assert.ok([200, 400].includes((await people.secretary.get(`/quan-tri/tiep-nhan/?${odd}`)).status), odd);
  const csv = await people.secretary.get('/quan-tri/tiep-nhan/xuat.csv?trang-thai=received');
  assert.match(csv.headers['content-type'], /^text\/csv/);
  assert.ok(csv.body.includes(`"${sent.thing.code}"`) && csv.body.includes(kStaff));
});

test('D9.1a, D4.1a what a unit packed into a zip file stands in the register file by file, with names in Unicode, and goes the way of every file', async () => {
  const tcvn3 = (name) => Buffer.from(name, 'latin1'); // as a program of Windows 98 wrote it: bytes of which nothing says what they are
  const zip = pack([[tcvn3('Héi nghÞ/'), ''], [tcvn3('Héi nghÞ/¶nh héi nghÞ 1.png'), png(60, 40)], [tcvn3('Héi nghÞ/¶nh héi nghÞ 2.png'), png(50, 40)], [tcvn3('Bµi viÕt vÒ héi nghÞ.docx'), wholeDocx()], ['__MACOSX/._x', 'x']]);
  const sent = await sendToBoard(site, { from: kStaff, subject: 'Ảnh hội nghị trong tệp nén', files: [{ name: 'Ảnh và bài.zip', type: 'application/zip', bytes: zip }, { name: 'sau.pdf', bytes: pdf('sau') }] });
  assert.deepEqual([sent.verdict, sent.thing.files], ['accept', '5'], sent.reason);
  const names = ['ảnh hội nghị 1.png', 'ảnh hội nghị 2.png', 'Bài viết về hội nghị.docx', 'sau.pdf'];
  await site.until('all are made', () => one(`SELECT COUNT(*) FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${sent.intake} AND f.state = 'ready'`) === '4', 90_000);
  assert.deepEqual(site.sql(`SELECT x.name, f.format, f.state, x.reason FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${sent.intake} ORDER BY x.id`), [
    ['Ảnh và bài.zip', 'other', 'quarantine', 'Đã mở: 3 tệp ở dưới.'], [names[0], 'png', 'ready', ''], [names[1], 'png', 'ready', ''], [names[2], 'docx', 'ready', ''], [names[3], 'pdf', 'ready', ''],
  ]);
  const page = await people.secretary.get(url(sent.intake));
  for (const words of [...names, 'Ảnh và bài.zip', 'Đã mở: 3 tệp ở dưới.']) assert.ok(page.body.includes(words), words);
  assert.ok(!page.body.includes('chưa mở loại tệp này'));
  // The same mail again is the same thing; a program in an archive is one beside it.
  assert.equal((await sendToBoard(site, { from: kStaff, subject: 'Ảnh hội nghị trong tệp nén', files: [{ name: 'Ảnh và bài.zip', bytes: zip }, { name: 'sau.pdf', bytes: pdf('sau') }] })).verdict, 'duplicate');
  const program = await sendToBoard(site, { from: kStaff, subject: 'Ảnh', files: [{ name: 'ảnh.zip', bytes: pack({ 'ảnh.png': png(40, 40), 'ảnh/xem.exe': 'MZ' }) }] });
  assert.deepEqual([program.verdict, program.thing.hold], ['hold', 'files']);
  assert.match(program.reason, /xem\.exe trong tệp nén/);
  await site.until('nothing is left beside the store', () => fs.readdirSync(path.join(site.dir, 'store/tmp')).length === 0, 30_000);
});

test('D9.1b what is missing of the sender is asked for by mail, completed once behind the link, and nothing is classified before', async () => {
  const unit = one("SELECT email FROM core_unit WHERE code = 'hctp'");
  const sent = await sendToBoard(site, { from: unit.toUpperCase(), name: 'Phòng HCTP', subject: 'Báo cáo tháng' });
  assert.deepEqual([sent.verdict, sent.thing.state, sent.thing.name, sent.thing.unit], ['accept', 'awaiting', '', one("SELECT id FROM core_unit WHERE code = 'hctp'")]);
  const { mail } = await mailOf(sent.intake, 'receipt');
  assert.match(mail.plain, /còn thiếu: họ và tên người gửi \(Điều 9 khoản 1 điểm b Quy chế\)/);
  const [, token] = mail.plain.match(/\/bo-sung\/([0-9a-f]{32})\n/);
  assert.deepEqual(site.sql(`SELECT code, missing FROM core_intake_link WHERE token_digest = SHA2('${token}', 256)`), [[sent.thing.code, 'name']]);
  assert.equal(one(`SELECT COUNT(*) FROM core_mail WHERE message_id LIKE '%${token}%' OR last_error LIKE '%${token}%'`), '0');
  const form = await people.secretary.get(`/quan-tri/tin-bai/tu-tiep-nhan?tn=${sent.intake}`);
  assert.equal(form.status, 409, 'incomplete');
  const reader = site.reader();
  const page = await reader.get(`/bo-sung/${token}`);
  assert.equal(page.status, 200, textOf(page));
  assert.match(page.headers['cache-control'], /no-store/);
  assert.ok(page.body.includes(sent.thing.code) && !page.body.includes(unit), 'nobody\'s data');
  const isForm = (one) => one.action === `/bo-sung/${token}`;
  const empty = await reader.submit(page, isForm, { name: ' ' });
  assert.equal(empty.status, 422);
  assert.ok(empty.body.includes('Viết họ và tên.'));
  assert.equal((await reader.submit(page, isForm, { name: 'Đinh Công Tú', position: 'Trưởng phòng' })).headers.location, '/bo-sung/da-nhan');
  assert.equal((await reader.submit(page, isForm, { name: 'Kẻ khác' })).status, 404, 'once');
  await site.until('taken over', () => stateOf(sent.intake) === 'received', 20_000);
  assert.deepEqual(site.sql(`SELECT sender_name, sender_position FROM core_intake WHERE id = ${sent.intake}`), [['Đinh Công Tú', 'Trưởng phòng']]);
  assert.deepEqual(site.sql(`SELECT state, name, position FROM core_intake_answer WHERE token_digest = SHA2('${token}', 256)`), [['taken', '', '']], 'the inbox keeps nothing');
  assert.equal((await reader.get('/bo-sung/0123456789abcdef0123456789abcdef')).status, 404);
  assert.ok((await people.secretary.get(url(sent.intake))).body.includes('người gửi bổ sung thông tin'));
  await sleep(1500); // nginx writes its log each second
  for (const log of fs.readdirSync(path.join(site.dir, 'log'))) assert.ok(!fs.readFileSync(path.join(site.dir, 'log', log), 'utf8').includes(token), `the secret is in ${log}`);
});

test('D7.3 a stranger waits in the holding pen and nobody is answered before the secretary takes it in', async () => {
  const sent = await sendToBoard(site, { from: kStranger, name: 'Lò Văn Thử', subject: 'Bài cộng tác', text: 'Tôi gửi bài.' });
  assert.deepEqual([sent.verdict, sent.thing.state, sent.thing.hold, sent.thing.name, sent.thing.trust], ['hold', 'held', 'unknown', 'Lò Văn Thử', 'none']);
  await sleep(1500);
  assert.deepEqual(mailsOf(sent.intake), []);
  assert.ok((await people.secretary.get('/quan-tri/tiep-nhan/?trang-thai=held')).body.includes('Người gửi không có trong danh bạ'));
  // The menu of every office program counts what waits, for who handles it.
  const counted = async (client, page) => (await client.get(page)).html().querySelector('nav.menu a[href="/quan-tri/tiep-nhan/"] b')?.textContent;
  const waiting = one("SELECT COUNT(*) FROM core_intake WHERE state IN ('held', 'received')");
  for (const page of ['/quan-tri/', '/quan-tri/tin-bai/', '/quan-tri/hoi-dap/']) assert.equal(await counted(people.secretary, page), waiting, page);
  assert.equal(await counted(people.author, '/quan-tri/'), undefined);
  await mustAct(people.secretary, sent.intake, 'tiep-nhan');
  assert.equal(stateOf(sent.intake), 'awaiting');
  const { row, mail } = await mailOf(sent.intake, 'receipt');
  assert.equal(row.address, kStranger);
  assert.ok(mail.plain.includes('số điện thoại hoặc địa chỉ liên lạc') && mail.plain.includes('Bài cộng tác'));
  await mustAct(people.secretary, sent.intake, 'nguoi-gui', { sender_phone: '0299 3 555 777' });
  assert.equal(stateOf(sent.intake), 'received');
  // Two at the same thing: the second is told.
  const page = await people.secretary.get(`${url(sent.intake)}/viec/thu-rac`);
  await mustAct(people.boardHead, sent.intake, 'nguoi-gui', { sender_place: 'Bản Hon' });
  assert.equal((await people.secretary.submit(page, (form) => form.action.endsWith('/thu-rac'))).status, 409);
  const spam = await sendToBoard(site, { from: 'khac@vidu.com', subject: 'Trúng thưởng', headers: { 'X-Spam-Flag': 'YES' } });
  assert.deepEqual([spam.thing.state, spam.thing.hold], ['held', 'spam']);
  await mustAct(people.secretary, spam.intake, 'thu-rac');
  await mustAct(people.secretary, spam.intake, 'khong-phai-thu-rac');
  assert.equal(stateOf(spam.intake), 'held');
  assert.deepEqual(mailsOf(spam.intake), []);
});

test('D9.1b a thing that goes in, out as spam and in again has one receipt; what is held or an answer is refused without one', async () => {
  const sent = await sendToBoard(site, { from: kStranger, subject: 'Vào rồi ra rồi vào', text: 'Bài.' });
  await mustAct(people.secretary, sent.intake, 'tiep-nhan');
  await settled();
  await mustAct(people.secretary, sent.intake, 'thu-rac');
  await mustAct(people.secretary, sent.intake, 'khong-phai-thu-rac');
  await mustAct(people.secretary, sent.intake, 'tiep-nhan');
  await settled();
  assert.deepEqual(mailsOf(sent.intake).map(({ kind, state }) => [kind, state]), [['receipt', 'sent']]);
  // A receipt that had not left when its thing moved on is wanted again.
  const late = await sendToBoard(site, { from: kStranger, subject: 'Thư báo chưa kịp đi', text: 'Bài khác.' });
  site.sv('down', 'mailer');
  await mustAct(people.secretary, late.intake, 'tiep-nhan');
  await mustAct(people.secretary, late.intake, 'thu-rac');
  site.sv('up', 'mailer');
  await settled();
  assert.deepEqual(mailsOf(late.intake).map(({ state }) => state), ['cancelled']);
  await mustAct(people.secretary, late.intake, 'khong-phai-thu-rac');
  await mustAct(people.secretary, late.intake, 'tiep-nhan');
  await settled();
  assert.deepEqual(mailsOf(late.intake).map(({ kind, state }) => [kind, state]), [['receipt', 'sent']]);
  // Refused from the holding pen: the refusal alone.
  const held = await sendToBoard(site, { from: kStranger, subject: 'Không nhận ngay', text: 'Quảng cáo.' });
  await mustAct(people.secretary, held.intake, 'khong-tiep-nhan', { ground: 'D12.3d', reason: 'Nội dung quảng cáo.' });
  await settled();
  assert.deepEqual(mailsOf(held.intake).map(({ kind, state }) => [kind, state]), [['refusal', 'sent']]);
});

test('D12.3b what answers a thing that is hidden is hidden with it', async () => {
  const sent = await sendToBoard(site, { from: kStaff, subject: 'Bài sẽ ẩn', text: 'Mậtngữgốc.' });
  const { mail } = await mailOf(sent.intake, 'receipt');
  const answer = await sendToBoard(site, { from: kStaff, to: mail.replyTo.match(/<([^>]+)>/)[1], subject: 'Re: Mậtngữtrảlời', text: 'Trích: Mậtngữgốc.' });
  assert.equal(answer.thing.thread, sent.intake);
  assert.ok((await people.secretary.get(url(answer.intake))).body.includes('Mậtngữgốc'));
  await mustAct(people.secretary, sent.intake, 'khong-tiep-nhan', { ground: 'D12.3b', reason: 'Theo quy định.' });
  for (const address of [url(answer.intake), url(sent.intake), '/quan-tri/tiep-nhan/', '/quan-tri/tiep-nhan/xuat.csv', '/quan-tri/tiep-nhan/?q=M%E1%BA%ADtng%E1%BB%AF']) assert.ok(!(await people.secretary.get(address)).body.replace(/value="[^"]*"/g, '').includes('Mậtngữ'), address);
});

// Columns of the database, and folders of the instance, that hold the word.
function placesOf(word) {
  const columns = site.sql("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'portal' AND data_type IN ('varchar', 'char', 'text', 'mediumtext', 'longtext')");
  const inTables = columns.filter(([table, column]) => one(`SELECT EXISTS (SELECT 1 FROM ${table} WHERE CONVERT(${column} USING utf8mb4) LIKE '%${word}%')`) === '1').map((place) => place.join('.'));
  const folders = ['mail-in/new', 'mail-in/cur', 'mail-in/tmp', 'log'].filter((folder) => fs.readdirSync(path.join(site.dir, folder)).some((name) => fs.readFileSync(path.join(site.dir, folder, name)).includes(Buffer.from(word).toString('base64').slice(0, 16)) || fs.readFileSync(path.join(site.dir, folder, name)).includes(word)));
  return [...inTables, ...folders].sort();
}

test('D12.3b what was refused on the state-secret ground is purged by two people: no table, no mailbox and no store holds a word of it', async () => {
  const word = 'MATDANHTIEUHUY';
  const sent = await sendToBoard(site, { mail: compose({ from: kStaff, to: own, subject: `Tin ${word}`, text: `Nội dung ${word}`, files: [{ name: `${word}.pdf`, type: 'application/pdf', bytes: pdf(word) }], headers: { Subject: `Tin ${word}` } }), sender: kStaff });
  const { mail } = await mailOf(sent.intake, 'receipt');
  const answer = await sendToBoard(site, { mail: compose({ from: kStaff, to: mail.replyTo.match(/<([^>]+)>/)[1], subject: 'Re', text: `Trả lời ${word}`, headers: { Subject: `Re: ${word}` } }), sender: kStaff, to: mail.replyTo.match(/<([^>]+)>/)[1] });
  assert.equal(answer.thing.thread, sent.intake);
  const places = placesOf(word);
  for (const place of ['core_intake.title', 'core_intake_body.text', 'core_intake_file.name', 'mail-in/cur']) assert.ok(places.includes(place), `${place} of ${places}`);
  const [[digest]] = site.sql(`SELECT f.sha256 FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${sent.intake}`);
  const address = `${url(sent.intake)}/tieu-huy`;
  assert.equal((await people.secretary.get(address)).status, 409, 'not refused, not hidden');
  await mustAct(people.secretary, sent.intake, 'khong-tiep-nhan', { ground: 'D12.3b', reason: 'Theo quy định.' });
  const isForm = (form) => form.action === address;
  const step = async (client) => client.submit(await client.get(address), isForm);
  assert.throws(() => site.sql(`CALL core_purge_thing(${sent.intake})`), /no approval by two people/);
  assert.equal((await step(people.secretary)).status, 303);
  assert.ok((await people.secretary.get(url(sent.intake))).body.includes('chờ người khác duyệt'));
  const own_second = await people.secretary.get(address);
  assert.equal(own_second.status, 403, 'who asked does not approve');
  assert.ok(own_second.body.includes('cần người khác duyệt'));
  assert.throws(() => site.sql(`CALL core_purge_thing(${sent.intake})`), /no approval by two people/, 'the database asks the trail itself');
  assert.ok((await people.boardHead.get('/quan-tri/thong-bao/')).body.includes(`${sent.thing.code}: có đề nghị tiêu hủy`));
  assert.equal((await step(people.boardHead)).status, 303);
  const page = await people.boardHead.get(url(sent.intake));
  assert.match(textOf(page), /đã tiêu hủy lúc/);
  for (const words of ['đã đề nghị tiêu hủy nội dung', 'đã duyệt tiêu hủy']) assert.ok(page.body.includes(words), words);
  await site.until('the mails themselves are erased', () => one(`SELECT COUNT(*) FROM core_mail_in WHERE intake_id IN (${sent.intake}, ${answer.intake}) AND erased_at IS NULL`) === '0', 30_000);
  assert.deepEqual(placesOf(word), []);
  site.sv('up', 'scheduler');
  site.sql("UPDATE core_task SET due_at = UTC_TIMESTAMP(6) WHERE name = 'files'");
  await site.until('its file is destroyed', () => !fs.existsSync(path.join(site.dir, 'store', digest.slice(0, 2), digest)), 30_000);
  site.sv('down', 'scheduler');
  assert.equal((await people.secretary.get(address)).status, 409, 'once');
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
  site.sql(`UPDATE core_intake_body SET text = 'Trở lại' WHERE intake_id = ${sent.intake}`);
  assert.match(JSON.parse((await site.portal('check', '--json')).stdout).faults.map(({ fault }) => fault).join(), /was purged and has words again/);
  site.sql(`UPDATE core_intake_body SET text = '' WHERE intake_id = ${sent.intake}`);
});

test('F37 a mail that cannot be read holds up none behind it, and the office can learn of it', async () => {
  const blocked = path.join(site.dir, 'mail-in/new/1000000000.khong-doc-duoc');
  fs.writeFileSync(blocked, compose({ from: kStaff, to: own, subject: 'Không đọc được' }), { mode: 0o000 });
  fs.mkdirSync(path.join(site.dir, 'mail-in/new/1000000001.thu-muc'));
  const sent = await sendToBoard(site, { from: kStaff, subject: 'Nằm sau thư không đọc được' });
  assert.equal(sent.verdict, 'accept');
  await site.until('it is told', () => one("SELECT last_error FROM core_task WHERE name = 'intake'").includes('khong-doc-duoc'), 20_000);
  fs.chmodSync(blocked, 0o666);
  await site.until('it is read as soon as it can be', () => one("SELECT COUNT(*) FROM core_intake WHERE title = 'Không đọc được'") === '1', 20_000);
  await site.until('all is well', () => one("SELECT last_error FROM core_task WHERE name = 'intake'") === '', 30_000);
  fs.rmdirSync(path.join(site.dir, 'mail-in/new/1000000001.thu-muc'));
});

test('F37 duplicates are one thing, another mail under the same Message-ID is held, and what was seen is told apart', async () => {
  const id = `<${randomBytes(8).toString('hex')}@minhgiang.gov.vn>`;
  const first = compose({ from: kStaff, to: own, subject: 'Gửi hai lần', text: 'Một nội dung', headers: { 'Message-ID': id } });
  const sent = await sendToBoard(site, { mail: first, sender: kStaff });
  assert.equal(sent.verdict, 'accept');
  const again = await sendToBoard(site, { mail: first, sender: kStaff });
  assert.deepEqual([again.verdict, again.intake], ['duplicate', sent.intake]);
  const resent = await sendToBoard(site, { from: kStaff, subject: 'Gửi hai lần', text: 'Một nội dung' });
  assert.deepEqual([resent.verdict, resent.intake], ['duplicate', sent.intake], 'under another Message-ID');
  const other = await sendToBoard(site, { from: kStaff, subject: 'Gửi hai lần', text: 'Nội dung khác', headers: { 'Message-ID': id } });
  assert.deepEqual([other.verdict, other.thing.hold], ['hold', 'same_id']);
  await settled();
  assert.equal(mailsOf(sent.intake).length, 1, 'one receipt');
});

test('F37 a bounce is noted with its mail and never answered; answers by programs and loops are noted and go no further', async () => {
  const sent = await sendToBoard(site, { from: kStaff, subject: 'Thư sẽ bị trả lại' });
  const { row } = await mailOf(sent.intake, 'receipt');
  const tag = row.message.split('@')[0];
  const tagged = own.replace('@', `+${tag}@`);
  const before = Number(one('SELECT COUNT(*) FROM core_mail'));
  const things = Number(one('SELECT COUNT(*) FROM core_intake'));
  const report = Buffer.from(`From: MAILER-DAEMON@minhgiang.gov.vn\r\nTo: ${tagged}\r\nSubject: Undelivered\r\nMessage-ID: <b${tag}@x.vn>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n--B\r\n\r\nhong\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; ${kStaff}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--B\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <${row.message}>\r\n\r\nx\r\n--B--\r\n`);
  const bounce = await sendToBoard(site, { mail: report, sender: '', to: tagged });
  assert.deepEqual([bounce.verdict, bounce.mail, bounce.intake], ['bounce', row.id, '']);
  assert.deepEqual(site.sql(`SELECT state, bounced_at IS NOT NULL, last_error FROM core_mail WHERE id = ${row.id}`), [['dead', '1', `Thư bị trả lại, mã 5.1.1, không tới được ${kStaff}.`]]);
  assert.ok((await people.secretary.get('/quan-tri/thu-di/?trang-thai=khong-gui-duoc')).body.includes('Thư bị trả lại, mã 5.1.1'));
  for (const [what, options, verdict] of [
    ['out of office', { from: kStaff, headers: { 'Auto-Submitted': 'auto-replied' } }, 'auto_reply'],
    ['the null return path', { from: kStaff, sender: '' }, 'auto_reply'],
    ['a mail server', { from: 'postmaster@vidu.com' }, 'bounce'],
    ['the board itself', { from: own }, 'loop'],
    ['going round', { mail: Buffer.concat([Buffer.from('Received: from a by b\r\n'.repeat(60)), compose({ from: kStaff, to: own })]), sender: kStaff }, 'loop'],
  ])
    assert.equal((await sendToBoard(site, { subject: what, ...options })).verdict, verdict, what);
  await sleep(1500);
  assert.equal(Number(one('SELECT COUNT(*) FROM core_mail')), before, 'nothing was answered');
  assert.equal(Number(one('SELECT COUNT(*) FROM core_intake')), things, 'nothing was registered');
  assert.match((await people.secretary.get('/quan-tri/tiep-nhan/')).body, /thư bị trả lại/);
});

test('F37 broken, hostile and empty mails are held, with the reason', async () => {
  for (const [what, options, hold] of [
    ['a program', { from: kStaff, files: [{ name: 'anh.jpg.exe', bytes: Buffer.from('MZ') }] }, 'files'],
    ['empty', { from: kStaff, text: ' ' }, 'empty'],
    ['a list', { from: kStaff, headers: { 'List-Id': '<tin.vidu.com>' } }, 'bulk'],
    ['nested without end', { mail: Buffer.from(`From: ${kStaff}\r\nSubject: sau\r\n` + Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')), sender: kStaff }, 'unreadable'],
    ['two senders', { mail: compose({ from: kStaff, to: own, headers: { From: `a@vidu.com, ${kStaff}` } }), sender: kStaff }, 'forged'],
  ]) {
    const sent = await sendToBoard(site, { subject: what, ...options });
    assert.deepEqual([sent.verdict, sent.thing?.hold], ['hold', hold], `${what}: ${sent.reason}`);
  }
  const broken = await sendToBoard(site, { mail: Buffer.from('\xff\xfe\x00khong phai thu\r\n', 'latin1'), sender: kStaff });
  assert.equal(broken.verdict, 'hold');
});

test('D4.1a a mail in TCVN3 is shown in Unicode beside what was sent', async () => {
  const sent = await sendToBoard(site, { mail: Buffer.concat([Buffer.from(`From: ${kStaff}\r\nTo: ${own}\r\nSubject: x\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n`), Buffer.from('C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam\r\n', 'latin1')]), sender: kStaff });
  const page = await people.secretary.get(url(sent.intake));
  for (const words of ['Cộng hòa xã hội chủ nghĩa Việt Nam', 'TCVN3', 'Nguyên văn như đã gửi']) assert.ok(page.body.includes(words), words);
});

test('D11.4 an answer to a mail of ours comes into its conversation, by the tag or by headers', async () => {
  const sent = await sendToBoard(site, { from: kStaff, subject: 'Tin có trao đổi' });
  const { row, mail } = await mailOf(sent.intake, 'receipt');
  const tagged = mail.replyTo.match(/<([^>]+)>/)[1];
  const byTag = await sendToBoard(site, { from: 'nha.rieng@vidu.com', to: tagged, subject: 'Re: Đã nhận', text: 'Tôi trả lời từ hộp thư khác.' });
  assert.deepEqual([byTag.verdict, byTag.thing.state, byTag.thing.thread], ['reply', 'joined', sent.intake]);
  const byHeader = await sendToBoard(site, { from: kStaff, subject: 'Re: Đã nhận', text: 'Bổ sung.', headers: { 'In-Reply-To': `<${row.message}>` } });
  assert.deepEqual([byHeader.verdict, byHeader.thing.thread], ['reply', sent.intake]);
  const guessed = await sendToBoard(site, { from: kStranger, subject: 'Re: Đã nhận', text: 'Kẻ lạ', headers: { References: `<${row.message}>` } });
  assert.deepEqual([guessed.verdict, guessed.thing.hold], ['hold', 'thread']);
  const page = await people.secretary.get(url(sent.intake));
  assert.ok(page.body.includes(byTag.thing.code) && page.body.includes(byHeader.thing.code));
  await mustAct(people.secretary, byHeader.intake, 'tach-rieng');
  assert.equal(stateOf(byHeader.intake), 'received');
});

test('D4.2_D12.3 what is not taken in is told its sender with the ground, and stays in the register', async () => {
  const sent = await sendToBoard(site, { from: kStaff, subject: 'Bài không đạt' });
  const wrong = await act(people.secretary, sent.intake, 'khong-tiep-nhan', { ground: '', reason: '' });
  assert.equal(wrong.status, 422);
  await mustAct(people.secretary, sent.intake, 'khong-tiep-nhan', { ground: 'D12.3c', reason: 'Số liệu không đúng.\nXin đối chiếu lại.' });
  const { mail } = await mailOf(sent.intake, 'refusal');
  for (const words of ['D12.3c', 'Số liệu không đúng.', 'Xin đối chiếu lại.', sent.thing.code]) assert.ok(mail.plain.includes(words), words);
  assert.ok((await people.secretary.get('/quan-tri/tiep-nhan/?trang-thai=refused')).body.includes(sent.thing.code));
  // D12.3b: on the state-secret ground no word of it is shown or leaves.
  const secret = await sendToBoard(site, { from: kStaff, subject: 'Mậtdanhtiếpnhận', text: 'Từngữmật' });
  await mustAct(people.secretary, secret.intake, 'khong-tiep-nhan', { ground: 'D12.3b', reason: 'Theo quy định.' });
  const letter = await mailOf(secret.intake, 'refusal');
  const page = await people.secretary.get(url(secret.intake));
  const list = await people.secretary.get('/quan-tri/tiep-nhan/');
  const csv = await people.secretary.get('/quan-tri/tiep-nhan/xuat.csv');
  for (const text of [letter.mail.plain, letter.mail.subject, page.body, list.body, csv.body]) assert.ok(!/Mậtdanhtiếpnhận|Từngữmật/.test(text));
});

test('D11.1 what came in becomes an article once, in its sender\'s name, with its words and files, with the board', async () => {
  const sent = await sendToBoard(site, { from: kStaff, subject: 'Tập huấn hòa giải viên', text: 'Đoạn một.\n\nĐoạn hai.', files: [{ name: 'Kế hoạch.pdf', type: 'application/pdf', bytes: pdf('kế hoạch') }, { name: 'lop.png', type: 'image/png', bytes: png(40, 30) }] });
  const address = `/quan-tri/tin-bai/tu-tiep-nhan?tn=${sent.intake}`;
  assert.equal((await people.author.get(address)).status, 403);
  const page = await people.secretary.get(address);
  assert.equal(page.status, 200, textOf(page));
  const isForm = (form) => form.action === '/quan-tri/tin-bai/tu-tiep-nhan';
  const fields = { section: sectionId(site, 'hoat-dong-cua-so'), supply: 'collective' };
  const unapproved = await people.secretary.submit(page, isForm, fields);
  assert.equal(unapproved.status, 422);
  assert.ok(unapproved.body.includes('lãnh đạo đơn vị đã duyệt'), 'D9.1a');
  const answers = await Promise.all([people.secretary.submit(page, isForm, { ...fields, approved: '1' }), people.secretary.submit(page, isForm, { ...fields, approved: '1' })]);
  assert.deepEqual(answers.map(({ status }) => status), [303, 303], textOf(answers[0]));
  assert.equal(answers[0].headers.location, answers[1].headers.location, 'twice is once');
  const item = one(`SELECT item_id FROM core_intake WHERE id = ${sent.intake}`);
  assert.equal(stateOf(sent.intake), 'classified');
  assert.deepEqual(site.sql(`SELECT state, title, author_person, supply, supplied_at = (SELECT received_at FROM core_intake WHERE id = ${sent.intake}), working_version FROM core_item WHERE id = ${item}`), [['submitted', 'Tập huấn hòa giải viên', personId(site, 'nguyen-hoang-yen'), 'collective', '1', '1']]);
  const words = one(`SELECT body_json FROM news_article_version WHERE item_id = ${item}`);
  assert.ok(words.includes('Đoạn một.') && words.includes('Đoạn hai.'));
  assert.deepEqual(site.sql(`SELECT kind, name FROM core_item_file WHERE item_id = ${item} ORDER BY id`), [['attachment', 'Kế hoạch.pdf'], ['picture', 'lop.png']]);
  const shown = await people.secretary.get(`/quan-tri/tin-bai/${item}`);
  assert.equal(shown.status, 200);
  assert.ok(shown.body.includes('Tập huấn hòa giải viên'));
  assert.equal((await people.secretary.get(address)).status, 409);
  // Its author sees it, and the road goes on from here.
  assert.equal((await people.author.get(`/quan-tri/tin-bai/${item}`)).status, 200);
  const receive = await people.secretary.get(`/quan-tri/tin-bai/${item}/viec/receive`);
  assert.equal(receive.status, 200, textOf(receive));
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
});

test('D9.1a more than 50 MB is refused clearly: by the mail server, and in the register with a mail to who is known', async () => {
  const answer = await handOver(site, { mail: Buffer.concat([compose({ from: kStaff, to: own }), Buffer.alloc(53 * 1024 * 1024, 'x')]), sender: kStaff, to: own }).catch((error) => ({ code: 552, words: String(error) }));
  assert.equal(answer.code, 552, answer.words);
  // A mail server that lets more in.
  const before = Number(one('SELECT COALESCE(MAX(id), 0) FROM core_mail_in'));
  const file = path.join(site.dir, 'mail-in/tmp/lon');
  fs.writeFileSync(file, compose({ from: kStaff, to: own, subject: 'Phim hội nghị' }));
  fs.truncateSync(file, 61 * 1024 * 1024);
  fs.chmodSync(file, 0o666);
  fs.renameSync(file, path.join(site.dir, 'mail-in/new/1700000000.lon'));
  await site.until('seen', () => one(`SELECT verdict FROM core_mail_in WHERE id > ${before}`) === 'refuse');
  const intake = one(`SELECT intake_id FROM core_mail_in WHERE id > ${before}`);
  const { mail } = await mailOf(intake, 'refusal');
  assert.match(mail.plain, /61(,0)? MB; hộp thư của Ban Biên tập nhận thư nhiều nhất 50(,0)? MB/);
});

test('D14.3d thirty mails and kills of the worker and of the database: each is registered once, none is lost', { timeout: 300_000 }, async () => {
  const before = Number(one('SELECT COUNT(*) FROM core_intake'));
  const ledger = Number(one('SELECT COUNT(*) FROM core_mail_in'));
  const subjects = Array.from({ length: 30 }, (_, i) => `Thư số ${i + 1} của đợt`);
  const sends = (async () => {
    for (const [i, subject] of subjects.entries()) {
      const answer = await handOver(site, { mail: compose({ from: kStaff, to: own, subject, text: `Nội dung ${i}`, files: [{ name: 'a.pdf', bytes: pdf(subject) }] }), sender: kStaff, to: own });
      assert.equal(answer.code, 250);
      await sleep(40);
    }
  })();
  for (let i = 0; i < 6; i++) {
    await sleep(350);
    const service = i % 3 === 2 ? 'mariadb' : 'intake';
    try {
      site.signal(service, 'SIGKILL');
    } catch {
      // just being started again
    }
  }
  await sends;
  await site.until('all are there', () => Number(one('SELECT COUNT(*) FROM core_intake')) >= before + 30, 120_000);
  await sleep(2000);
  assert.equal(Number(one('SELECT COUNT(*) FROM core_intake')), before + 30, 'none twice');
  assert.equal(Number(one("SELECT COUNT(*) FROM core_mail_in WHERE verdict <> ''")), ledger + 30, 'each file is one row');
  assert.deepEqual(site.sql("SELECT title, COUNT(*) FROM core_intake WHERE title LIKE 'Thư số % của đợt' GROUP BY title HAVING COUNT(*) <> 1"), []);
  assert.equal(fs.readdirSync(path.join(site.dir, 'mail-in/new')).length, 0);
  await settled();
  assert.deepEqual(site.sql("SELECT intake_id, COUNT(*) FROM core_mail WHERE kind = 'receipt' GROUP BY intake_id HAVING COUNT(*) <> 1"), []);
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
});

test('D9.1a a mailbox that is kept elsewhere is read by IMAP, each mail once, and nothing is changed there', { timeout: 120_000 }, async () => {
  const folder = fs.mkdtempSync(path.join(site.dir, 'imap-'));
  const port = await freePort();
  const server = spawn('/usr/bin/python3', [path.join(root, 'tests/support/imap_server.py'), '--port', String(port), '--dir', folder, '--user', 'banbientap', 'mat-khau'], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const put = (uid, options) => fs.writeFileSync(path.join(folder, `${uid}.eml`), compose({ from: kStaff, to: own, ...options }));
    put(3, { subject: 'Thư một ở máy chủ khác' });
    put(7, { subject: 'Thư hai ở máy chủ khác', files: [{ name: 'a.pdf', bytes: pdf('imap') }] });
    const secret = path.join(site.dir, 'secrets/imap');
    fs.writeFileSync(secret, 'mat-khau\n', { mode: 0o600 });
    const { uid } = fs.statSync(path.join(site.dir, 'secrets/portal_intake'));
    fs.chownSync(secret, uid, -1);
    const conf = path.join(site.dir, 'conf/mail-in');
    const kept = fs.readFileSync(conf, 'utf8');
    fs.writeFileSync(conf, `${kept}\nimap_url=imap://127.0.0.1:${port}/INBOX\nimap_user=banbientap\nimap_password_file=${secret}\nimap_starttls=0\nimap_poll_s=1\n`);
    await site.up();
    const count = (subject) => Number(one(`SELECT COUNT(*) FROM core_intake WHERE title = '${subject}'`));
    await site.until('both are there', () => count('Thư một ở máy chủ khác') === 1 && count('Thư hai ở máy chủ khác') === 1, 30_000);
    put(8, { subject: 'Thư ba ở máy chủ khác' });
    await site.until('the third too', () => count('Thư ba ở máy chủ khác') === 1, 30_000);
    site.signal('intake', 'SIGKILL');
    put(9, { subject: 'Thư bốn ở máy chủ khác' });
    await site.until('the fourth after a kill', () => count('Thư bốn ở máy chủ khác') === 1, 30_000);
    // Another life of the mailbox: its numbers begin anew, and what is registered is known.
    const things = Number(one('SELECT COUNT(*) FROM core_intake'));
    fs.writeFileSync(path.join(folder, 'validity'), '2');
    site.signal('intake', 'SIGKILL'); // the connection remembers the mailbox as it was
    await site.until('all are seen again', () => one("SELECT COUNT(*) FROM core_mail_in WHERE source LIKE 'maildir:imap-2-%' AND verdict = 'duplicate'") === '4', 30_000);
    assert.equal(Number(one('SELECT COUNT(*) FROM core_intake')), things);
    assert.ok(!/STORE|EXPUNGE|DELETE|COPY|APPEND/.test(fs.readFileSync(path.join(folder, 'asked'), 'utf8')));
    server.kill('SIGKILL');
    await site.until('the office can learn why', () => /Không đọc được hộp thư/.test(one("SELECT last_error FROM core_task WHERE name = 'intake'")), 30_000);
    fs.writeFileSync(conf, kept);
    await site.up();
  } finally {
    server.kill('SIGKILL');
  }
});

test('F37 where the mail server says where mails come from, who forges the department is held and told nothing', async () => {
  fs.appendFileSync(path.join(site.dir, 'conf/mail-in'), '\nintake_authserv_id=mx.minhgiang.gov.vn\n');
  await site.up();
  const forged = await sendToBoard(site, { from: kStaff, subject: 'Giả mạo', headers: { 'Authentication-Results': 'mx.minhgiang.gov.vn; spf=fail smtp.mailfrom=vidu.com; dmarc=fail header.from=minhgiang.gov.vn' } });
  assert.deepEqual([forged.verdict, forged.thing.hold], ['hold', 'forged']);
  const silent = await sendToBoard(site, { from: kStaff, subject: 'Không ai xác thực' });
  assert.deepEqual([silent.verdict, silent.thing.hold], ['hold', 'forged']);
  // Somebody else: after so many mails within the hour an address gets no more receipts.
  const proven = await sendToBoard(site, { from: one("SELECT email FROM core_person WHERE code = 'dinh-cong-tu'"), subject: 'Có xác thực', headers: { 'Authentication-Results': 'mx.minhgiang.gov.vn; dkim=pass header.d=minhgiang.gov.vn; dmarc=pass' } });
  assert.deepEqual([proven.verdict, proven.thing.trust], ['accept', 'signed']);
  const { mail } = await mailOf(proven.intake, 'receipt');
  assert.ok(mail.plain.includes('Có xác thực'));
  assert.deepEqual(mailsOf(forged.intake), []);
  // Taken in by the secretary, it is still answered by no program.
  await mustAct(people.secretary, forged.intake, 'tiep-nhan');
  await sleep(1000);
  assert.deepEqual(mailsOf(forged.intake), []);
});

test('idempotency: a form of the register that is sent twice is carried out once', async () => {
  const sent = await sendToBoard(site, { from: kStranger, subject: `Gửi mẫu hai lần ${formKey()}` });
  const page = await people.secretary.get(`${url(sent.intake)}/viec/thu-rac`);
  const isForm = (form) => form.action.endsWith('/thu-rac');
  const [first, second] = await Promise.all([people.secretary.submit(page, isForm), people.secretary.submit(page, isForm)]);
  assert.deepEqual([first.status, second.status], [303, 303]);
  assert.equal(one(`SELECT COUNT(*) FROM core_audit WHERE chain = 'intake:${sent.intake}' AND action = 'intake_spam'`), '1');
});
