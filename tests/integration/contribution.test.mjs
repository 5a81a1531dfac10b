// The public form for articles (D7.3, D9.1b): whole or given back with everything that was typed, files too; one question opens one form once; files in pieces go on after a broken
// line; a receipt with code and second secret; what became of it told to who has both and to nobody else; the same register, quarantine and acts as mail; nothing lost or doubled.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { answerTo, contribute, filled, formOn, kForm, kTrack, lookUp, receiptOn, send, sender, thingOf } from '../support/contribution.mjs';
import { wholeDocx } from '../support/documents.mjs';
import { pdf, png, postFiles } from '../support/files.mjs';
import { sleep, startInstance } from '../support/instance.mjs';
import { cast, checklist, mustAct, personId, sectionId, textOf } from '../support/journey.mjs';
import { localMails } from '../support/mail.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  site.sv('down', 'scheduler'); // what it tells would come by mail too
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const waiting = () => Number(one("SELECT COUNT(*) FROM core_intake_web WHERE state = 'new'"));
const things = () => Number(one("SELECT COUNT(*) FROM core_intake WHERE channel = 'web'"));
const folder = () => path.join(site.dir, 'incoming/forms');
const formsLying = () => (fs.existsSync(folder()) ? fs.readdirSync(folder()) : []);

test('D7.3, D9.1b web form with Word and photos → receipt → queue → item → publish → the tracking page says published', async () => {
  const receipt = await contribute(site, { title: 'Bản Hon hòa giải thành 12 vụ', event_at: '29/11/2026 09:00' }, [
    { name: 'Bài viết.docx', bytes: wholeDocx() },
    { name: 'ảnh 1.png', bytes: png(320, 200) },
    { name: 'ảnh 2.png', bytes: png(200, 320) },
  ]);
  assert.match(receipt.code, /^GT-[34679ACDEFHJKMNPQRTWXY]{4}-[34679ACDEFHJKMNPQRTWXY]{4}$/);
  assert.match(receipt.secret, /^[34679ACDEFHJKMNPQRTWXY]{4}-[34679ACDEFHJKMNPQRTWXY]{4}$/);
  const reader = site.reader();
  const id = await thingOf(site, receipt);
  const [[code, state, channel, name, address, trust, files, event, declared]] = site.sql(`SELECT code, state, channel, sender_name, sender_address, trust, files, event_at, declared_at IS NOT NULL FROM core_intake WHERE id = ${id}`);
  assert.deepEqual([state, channel, name, address, trust, files, event, declared], ['received', 'web', sender.name, sender.email, 'none', '3', '2026-11-29 02:00:00.000000', '1']);
  assert.deepEqual(site.sql(`SELECT name, address, title, text, files, state FROM core_intake_web WHERE code = '${receipt.code}'`), [['', '', '', '', '', 'taken']], 'the inbox keeps nothing');
  assert.deepEqual(formsLying().filter((form) => one(`SELECT COUNT(*) FROM core_intake_web WHERE nonce = '${form}'`) !== '0'), [], 'its files are in the store alone');
  const before = await lookUp(reader, receipt);
  assert.ok(before.body.includes('Đã vào sổ, chờ phân loại') && before.body.includes(code), textOf(before));
  assert.ok(!before.body.includes('hòa giải thành') && !before.body.includes(sender.email), 'words and persons stay in the office');
  // The receipt by mail: the number in the register, no word that a stranger chose, and no secret.
  await site.until('the mail has left', () => one(`SELECT state FROM core_mail WHERE intake_id = ${id} AND kind = 'receipt'`) === 'sent', 20_000);
  const message = one(`SELECT message_id FROM core_mail WHERE intake_id = ${id} AND kind = 'receipt'`);
  const mail = localMails(site).find((one_) => one_.messageId === `<${message}>`);
  assert.ok(mail.plain.includes(code) && mail.plain.includes(receipt.code), mail.plain);
  assert.ok(!mail.plain.includes(receipt.secret) && !mail.plain.includes('hòa giải thành'), mail.plain);
  // The queue, the item.
  const list = await people.secretary.get('/quan-tri/tiep-nhan/?kenh=web&trang-thai=received');
  assert.ok(list.body.includes(code));
  await site.until('the files are made', () => one(`SELECT COUNT(*) FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${id} AND f.state = 'ready'`) === '3', 90_000);
  const page = await people.secretary.get(`/quan-tri/tiep-nhan/${id}`);
  for (const words of ['Bài viết.docx', 'ảnh 1.png', receipt.code, 'Cam đoan lúc', '29/11/2026 09:00']) assert.ok(page.body.includes(words), words);
  assert.ok(!page.body.includes(receipt.secret));
  const form = await people.secretary.get(`/quan-tri/tin-bai/tu-tiep-nhan?tn=${id}`);
  const made = await people.secretary.submit(form, (one_) => one_.action === '/quan-tri/tin-bai/tu-tiep-nhan', {
    section: sectionId(site, 'hoat-dong-cua-so'), unit: one("SELECT id FROM core_unit WHERE kind = 'board'"), supply: 'personal',
  });
  assert.equal(made.status, 303, textOf(made));
  const url = made.headers.location.split('?')[0];
  const item = url.slice(url.lastIndexOf('/') + 1);
  assert.equal(one(`SELECT event_at FROM core_item WHERE id = ${item}`), '2026-11-29 02:00:00.000000', 'what the sender said of the time is offered');
  assert.equal(one(`SELECT COUNT(*) FROM core_item_file WHERE item_id = ${item}`), '3');
  // The item's page leads back to what it was made of: for who handles the register alone (D9.1b).
  const own = await people.secretary.get(url);
  for (const words of [`href="/quan-tri/tiep-nhan/${id}"`, code]) assert.ok(own.body.includes(words), words);
  const others = await people.editor.get(url);
  assert.equal(others.status, 200);
  assert.ok(!others.body.includes('/quan-tri/tiep-nhan/'));
  assert.ok((await lookUp(reader, receipt)).body.includes('Đang biên tập, kiểm tra'));
  const checks = checklist(site, 'news');
  await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Bạn đọc', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  const edit = await people.editor.get(`${url}/sua`);
  const saved = await people.editor.submit(edit, (one_) => one_.action === `${url}/sua`, { summary: 'Tổ hòa giải bản Hon họp.', source: 'Tổ hòa giải bản Hon' });
  assert.equal(saved.status, 303, textOf(saved));
  await mustAct(people.editor, url, 'finish-edit');
  await mustAct(people.verifier, url, 'verify', { 'checks[]': checks });
  await mustAct(people.boardHead, url, 'pass-final', { 'checks[]': checks });
  assert.ok((await lookUp(reader, receipt)).body.includes('Đã duyệt, chờ đăng'));
  await mustAct(people.secretary, url, 'publish');
  const done = await lookUp(reader, receipt);
  assert.ok(done.body.includes('Đã đăng'), textOf(done));
  const link = done.html().querySelector('main section a').getAttribute('href');
  assert.equal(link, one(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${item}`));
  assert.equal((await reader.get(link)).status, 200);
});

test('D9.1b what was typed comes back with any mistake, files too, and each mistake has its words', async () => {
  const reader = site.reader();
  const page = await reader.get(kForm);
  assert.equal(page.status, 200);
  assert.match(page.headers['cache-control'], /no-store/);
  const answer = await send(reader, await filled(page, { email: 'thu@', phone: '', declared: null, tra_loi: 'không biết' }), [{ name: 'bài.pdf', bytes: pdf() }]);
  assert.equal(answer.status, 422);
  const again = formOn(answer);
  assert.deepEqual(again.errors, ['Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@vidu.vn.', 'Viết số điện thoại hoặc địa chỉ liên lạc.', 'Đánh dấu ô cam đoan thì tin, bài mới được tiếp nhận.', 'Câu trả lời chưa đúng. Xin đọc lại câu hỏi và trả lời lần nữa.']);
  for (const [field, value] of [['name', sender.name], ['email', 'thu@'], ['title', 'Bản Hon hòa giải thành'], ['text', 'Sáng nay tổ hòa giải bản Hon họp.'], ['position', 'Tổ trưởng']]) assert.equal(again.fields.get(field), value);
  assert.deepEqual(again.kept, ['bài.pdf']);
  // Another file, one that is none, one taken away; then whole.
  const more = await send(reader, [...again.fields, ['them_tep', '1']], [{ name: 'ảnh.png', bytes: png(20, 20) }, { name: 'trò chơi.jpg', bytes: Buffer.from('MZ\x90\0 chuong trinh') }]);
  assert.equal(more.status, 422);
  assert.match(formOn(more).errors.join(), /“trò chơi.jpg” không phải Word, Writer, PDF hoặc ảnh/);
  assert.deepEqual(formOn(more).kept, ['bài.pdf', 'ảnh.png']);
  const less = await send(reader, [...formOn(more).fields, ['bo_tep', formOn(more).tokens[0]]]);
  assert.equal(less.status, 200);
  assert.deepEqual(formOn(less).kept, ['ảnh.png']);
  const done = await send(reader, await filled(less));
  assert.equal(done.status, 200, textOf(done));
  const id = await thingOf(site, receiptOn(done));
  assert.deepEqual(site.sql(`SELECT name FROM core_intake_file WHERE intake_id = ${id}`), [['ảnh.png']]);
});

test('D7.3 the question: nobody makes one, answers it in no time, or uses it twice', async () => {
  const reader = site.reader();
  const page = await reader.get(kForm);
  const quick = { ...Object.fromEntries(formOn(page).fields), ...sender, title: 'Nhanh', text: 'Nhanh.', declared: '1', tra_loi: answerTo(formOn(page).question) };
  const answer = await send(reader, Object.entries(quick));
  assert.equal(answer.status, 422);
  assert.match(formOn(answer).errors.join(), /nhanh hơn người gõ được/);
  const before = things() + waiting();
  // A program fills in what people do not see, and is told nothing.
  const robot = await send(reader, await filled(page, { website: 'http://vidu.com' }));
  assert.equal(robot.status, 303);
  const forged = await send(reader, await filled(page, { phieu: `${'a'.repeat(32)}-1700000000-${'b'.repeat(32)}` }));
  assert.equal(forged.status, 422);
  assert.match(formOn(forged).errors.join(), /đã quá 12 giờ/);
  assert.equal(things() + waiting(), before);
  // The same form twice: one thing, one receipt. With another text: a form of its own is asked for.
  const fields = await filled(page, { title: 'Hai lần' });
  const first = await send(reader, fields);
  const second = await send(reader, fields);
  assert.deepEqual([first.status, second.status], [200, 200]);
  assert.deepEqual(receiptOn(second), receiptOn(first));
  assert.ok(second.body.includes('đã được nhận từ trước'));
  const id = await thingOf(site, receiptOn(first));
  const third = await send(reader, fields);
  assert.deepEqual(receiptOn(third), receiptOn(first), 'also when it is registered');
  const other = await send(reader, fields.map(([name, value]) => [name, name === 'text' ? 'Văn bản khác.' : value]));
  assert.equal(other.status, 409);
  assert.match(formOn(other).errors.join(), new RegExp(`đã được gửi, mã ${receiptOn(first).code}`));
  assert.notEqual(formOn(other).fields.get('phieu'), formOn(page).fields.get('phieu'));
  assert.equal(formOn(other).fields.get('text'), 'Văn bản khác.');
  assert.equal(one(`SELECT COUNT(*) FROM core_intake WHERE title = 'Hai lần'`), '1');
  // The same content by another form is the same thing, with a receipt of its own.
  const twin = await contribute(site, { title: 'Hai lần' });
  assert.equal(await thingOf(site, twin), id);
  assert.notEqual(twin.code, receiptOn(first).code);
  assert.equal((await lookUp(reader, twin)).status, 200);
});

test('D7.3 a wrong pair is told nothing, whatever is wrong with it', async () => {
  const receipt = await contribute(site, { title: 'Của riêng tôi' });
  await thingOf(site, receipt);
  const reader = site.reader();
  const wrong = [{ ...receipt, secret: 'AAAA-AAAA' }, { code: 'GT-AAAA-AAAA', secret: receipt.secret }, { code: receipt.secret, secret: receipt.code }, { code: '', secret: '' }, { code: "' OR 1=1 --", secret: 'x' }];
  const said = new Set();
  for (const pair of wrong) {
    const answer = await lookUp(reader, pair);
    assert.equal(answer.status, 404);
    if (pair.code !== receipt.secret) assert.ok(!answer.body.includes(receipt.secret), 'a secret is never sent back');
    said.add(answer.html().querySelector('.govuk-error-summary').textContent);
  }
  assert.equal(said.size, 1);
  assert.equal((await lookUp(reader, { code: receipt.code.toLowerCase().replaceAll('-', ' '), secret: ` ${receipt.secret.replace('-', '')} ` })).status, 200, 'as people type');
  const page = await reader.get(`${kTrack}?ma=${receipt.code}`);
  assert.ok(page.body.includes(`value="${receipt.code}"`) && !page.body.includes('chờ phân loại'));
  await sleep(1500); // nginx writes its log each second
  for (const log of fs.readdirSync(path.join(site.dir, 'log'))) assert.ok(!fs.readFileSync(path.join(site.dir, 'log', log), 'utf8').includes(receipt.secret), `the secret is in ${log}`);
  // Refused: with its ground and reason; on the state-secret ground nothing but that it is closed (D12.3b).
  const id = await thingOf(site, receipt);
  const act = async (intake, fields) => {
    const form = await people.secretary.get(`/quan-tri/tiep-nhan/${intake}/viec/khong-tiep-nhan`);
    assert.equal((await people.secretary.submit(form, (one_) => one_.action.endsWith('/khong-tiep-nhan'), fields)).status, 303);
  };
  await act(id, { ground: 'D12.3c', reason: 'Số liệu chưa đúng, xin sửa rồi gửi lại.' });
  const refused = await lookUp(reader, receipt);
  assert.ok(refused.body.includes('Không tiếp nhận') && refused.body.includes('Số liệu chưa đúng'), textOf(refused));
  const secret = await contribute(site, { title: 'Điều không được nói' });
  await act(await thingOf(site, secret), { ground: one('SELECT code FROM core_ground WHERE is_secret = 1 LIMIT 1'), reason: 'Có nội dung mật.' });
  const closed = await lookUp(reader, secret);
  assert.ok(closed.body.includes('Đã kết thúc xử lý') && !closed.body.includes('mật.'), textOf(closed));
});

test('D7.3 files in pieces: they go on after a broken line, keep within the limits, and belong to one form', async () => {
  const reader = site.reader();
  const page = await reader.get(kForm);
  const phieu = formOn(page).fields.get('phieu');
  const bytes = Buffer.concat([pdf(), Buffer.alloc(1_300_000, '\n')]);
  const ask = async (fields, piece) => {
    const answer = await postFiles(reader, `${kForm}/tep.json`, Object.entries({ phieu, ...fields }), piece ? [{ field: 'phan', name: 'x', bytes: piece }] : []);
    return { status: answer.status, ...JSON.parse(answer.body) };
  };
  const begun = await ask({ ten: 'Kế hoạch.pdf', tong: bytes.length });
  assert.deepEqual([begun.status, begun.ten, begun.da_nhan, begun.tong], [200, 'Kế hoạch.pdf', 0, bytes.length]);
  assert.equal((await ask({ tep: begun.tep, vi_tri: 0 }, bytes.subarray(0, 500_000))).da_nhan, 500_000);
  const repeated = await ask({ tep: begun.tep, vi_tri: 0 }, bytes.subarray(0, 500_000));
  assert.deepEqual([repeated.status, repeated.da_nhan], [409, 500_000], 'a piece whose answer was lost');
  // The form is sent before: the file is asked for, and stays.
  const early = await send(reader, await filled(page));
  assert.equal(early.status, 422);
  assert.match(formOn(early).errors.join(), /“Kế hoạch.pdf” chưa gửi xong/);
  site.sv('restart', 'news-1');
  site.sv('restart', 'news-2');
  const found = await ask({ ten: 'Kế hoạch.pdf', tong: bytes.length });
  assert.deepEqual([found.tep, found.da_nhan], [begun.tep, 500_000], 'the programs keep nothing in memory');
  assert.equal((await ask({ tep: begun.tep, vi_tri: 500_000 }, bytes.subarray(500_000))).da_nhan, bytes.length);
  for (const [what, fields, piece, status] of [
    ['a file that is too large', { ten: 'phim.pdf', tong: 30 * 1024 * 1024 }, null, 413],
    ['a file without content', { ten: 'rong.pdf', tong: 0 }, null, 422],
    ['another form’s file', { phieu: formOn(await reader.get(kForm)).fields.get('phieu'), tep: begun.tep, vi_tri: bytes.length }, Buffer.from('x'), 404],
    ['no form', { phieu: 'x', ten: 'a.pdf', tong: 10 }, null, 409],
  ]) {
    const answer = await ask(fields, piece);
    assert.equal(answer.status, status, what);
    assert.ok(answer.title.length > 10, what);
  }
  const program = await ask({ ten: 'anh.jpg', tong: 10 });
  const refused = await ask({ tep: program.tep, vi_tri: 0 }, Buffer.from('MZ90123456'));
  assert.deepEqual([refused.status, /không phải Word/.test(refused.title)], [422, true]);
  const done = await send(reader, await filled(early, { title: 'Gửi từng phần' }));
  assert.equal(done.status, 200, textOf(done));
  const id = await thingOf(site, receiptOn(done));
  assert.deepEqual(site.sql(`SELECT x.name, x.bytes, f.sha256 = SHA2(CONCAT('', ''), 256) FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${id}`), [['Kế hoạch.pdf', String(bytes.length), '0']]);
});

test('D9.1b whose address is typed nobody knows: no one of the directory becomes a sender, and the secretary is told', async () => {
  const staff = 'yen.nh@minhgiang.gov.vn';
  const receipt = await contribute(site, { title: 'Giả danh', email: staff, name: 'Nguyễn Hoàng Yến' });
  const id = await thingOf(site, receipt);
  assert.deepEqual(site.sql(`SELECT COALESCE(person_id, ''), COALESCE(unit_id, ''), trust FROM core_intake WHERE id = ${id}`), [['', '', 'none']]);
  assert.ok((await people.secretary.get(`/quan-tri/tiep-nhan/${id}`)).body.includes('biểu mẫu không xác nhận được người gửi'));
});

test('D4.1a text of another encoding is registered in Unicode, the original beside it', async () => {
  const receipt = await contribute(site, { title: 'Bảng mã cũ', text: 'Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc' });
  const id = await thingOf(site, receipt);
  assert.deepEqual(site.sql(`SELECT text, encoding FROM core_intake_body WHERE intake_id = ${id}`), [['Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc', 'tcvn3']]);
});

test('nothing is lost or doubled when the worker or the database is killed in the midst of a burst', async () => {
  site.sv('down', 'intake');
  const before = things();
  const receipts = await Promise.all(Array.from({ length: 12 }, (_, n) => contribute(site, { title: `Dồn dập ${n}` }, [{ name: `ảnh ${n}.png`, bytes: png(40, 40, { noise: true }) }])));
  assert.equal(waiting(), 12, 'a receipt does not wait for the register');
  assert.ok((await lookUp(site.reader(), receipts[0])).body.includes('đang được ghi vào sổ'));
  site.sv('up', 'intake');
  for (let kills = 0; kills < 4; kills++) {
    await sleep(150);
    const pid = site.pid('intake');
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    if (kills === 1) site.signal('mariadb', 'SIGKILL');
    await sleep(900);
  }
  await site.until('everything is registered', () => waiting() === 0, 60_000);
  assert.equal(things() - before, 12);
  for (const receipt of receipts) {
    const id = await thingOf(site, receipt);
    assert.equal(one(`SELECT COUNT(*) FROM core_intake_file WHERE intake_id = ${id} AND file_id IS NOT NULL`), '1');
  }
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
});

test('one-time links whose time is over, and rows of the inboxes that were taken over, go after their days', async () => {
  const receipt = await contribute(site, { title: 'Quét đi' });
  const id = await thingOf(site, receipt);
  site.sql(`INSERT INTO core_intake_link (intake_id, token_digest, code, missing, made_at, expires_at) VALUES (${id}, SHA2('cu', 256), 'TN', 'name', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) - INTERVAL 95 DAY), (${id}, SHA2('moi', 256), 'TN', 'name', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 8 DAY);
    INSERT INTO core_intake_answer (token_digest, sent_at, state) VALUES (SHA2('cu', 256), UTC_TIMESTAMP(6) - INTERVAL 95 DAY, 'taken');
    UPDATE core_intake_web SET sent_at = sent_at - INTERVAL 8 DAY WHERE code = '${receipt.code}'; UPDATE core_task SET due_at = UTC_TIMESTAMP(6) WHERE name = 'sweep'`);
  site.sv('up', 'scheduler');
  await site.until('swept', () => one(`SELECT COUNT(*) FROM core_intake_web WHERE code = '${receipt.code}'`) === '0', 30_000);
  await site.until('links too', () => one("SELECT COUNT(*) FROM core_intake_link WHERE token_digest = SHA2('cu', 256)") === '0');
  site.sv('down', 'scheduler');
  assert.equal(one("SELECT COUNT(*) FROM core_intake_link WHERE token_digest = SHA2('moi', 256)"), '1');
  assert.equal(one("SELECT COUNT(*) FROM core_intake_answer WHERE token_digest = SHA2('cu', 256)"), '0');
  assert.equal((await lookUp(site.reader(), receipt)).status, 200, 'the receipt stays good');
});

test('what was begun and never sent is swept after two days, and what is sent is not', async () => {
  const reader = site.reader();
  await send(reader, [...formOn(await reader.get(kForm)).fields, ['them_tep', '1']], [{ name: 'bỏ.pdf', bytes: pdf() }]);
  site.sv('down', 'intake');
  const kept = await contribute(site, { title: 'Chờ lâu' }, [{ name: 'giữ.pdf', bytes: pdf() }]);
  const [[nonce]] = site.sql(`SELECT nonce FROM core_intake_web WHERE code = '${kept.code}'`);
  const old = new Date(Date.now() - 3 * 24 * 3600_000);
  for (const form of formsLying())
    for (const file of [...fs.readdirSync(path.join(folder(), form)).map((name) => path.join(folder(), form, name)), path.join(folder(), form)]) fs.utimesSync(file, old, old);
  assert.ok(formsLying().length >= 2 && formsLying().includes(nonce));
  site.sv('up', 'intake'); // it sweeps when it starts
  const id = await thingOf(site, kept);
  await site.until('swept', () => formsLying().length === 0, 30_000);
  assert.equal(one(`SELECT COUNT(*) FROM core_intake_file WHERE intake_id = ${id} AND file_id IS NOT NULL`), '1');
});
