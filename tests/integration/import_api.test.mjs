// The import API (D7, D9.1a, D9.1b, D3.2đ): other systems send documents into the intake register with a token, each once; every refusal says in Vietnamese what is wrong; a sender
// learns of its own things alone; what is served as the description is what is answered.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';

import { docx, settledDocuments, wordParagraph } from '../support/documents.mjs';
import { pdf, png, sendForm, sha256 } from '../support/files.mjs';
import { ask, kImport, multipartOf, plantSender, readDescription, send } from '../support/import_api.mjs';
import { startInstance } from '../support/instance.mjs';
import { cast, checklist, mustAct, personId, sectionId, textOf, when } from '../support/journey.mjs';
import { localMails } from '../support/mail.mjs';

let site;
let api;
let people;
let sender;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  site.sv('down', 'scheduler'); // what it tells would come by mail too
  api = await readDescription(site);
  sender = plantSender(site);
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const things = () => Number(one('SELECT COUNT(*) FROM core_intake'));
const who = { name: 'Lò Văn Thử', email: 'lo.van.thu@vidu.gov.vn', phone: '0299 3 555 111', position: 'Chuyên viên' };
const article = (more = {}) => ({ title: `Tin gửi qua kết nối ${randomUUID()}`, text: 'Đoạn một.\nĐoạn hai.', sender: who, ...more });

// Every answer is one that the description knows.
async function post(options) {
  const answer = await send(site, { token: sender.token, ...options });
  api.answer('post', kImport, answer);
  return { ...answer, json: JSON.parse(answer.body) };
}
async function stateOf(code, token = sender.token) {
  const answer = await ask(site, token, code);
  api.answer('get', `${kImport}/{code}`, answer);
  return { ...answer, json: JSON.parse(answer.body) };
}
async function refused(options, status, words) {
  const before = things();
  const answer = await post(options);
  assert.equal(answer.status, status, answer.body);
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  assert.match(answer.json.title, words);
  assert.equal(answer.json.request_id, answer.headers['x-request-id']);
  assert.equal(things(), before, 'nothing is registered');
  return answer;
}

test('D7 a Word file and two pictures: 201, in the register with its sender, then an article with all of it, posted, and the sender is told', async () => {
  const files = [
    { name: 'Bài viết.docx', bytes: docx(wordParagraph('Hội nghị tập huấn hòa giải viên cơ sở.')) },
    { name: 'toàn cảnh.png', bytes: png(60, 40) },
    { name: 'đại biểu.png', bytes: png(61, 41) },
  ];
  const document = article({ title: 'Tập huấn hòa giải viên cơ sở năm 2026', html: '<h2>Mở đầu</h2><p>Sáng nay <b>Sở</b> khai mạc.</p><script>alert(1)</script>', approved_by: 'Trưởng phòng Đinh Công Tứ' });
  delete document.text;
  assert.ok(api.accepts(document), 'as the description says');
  const answer = await post({ document, files });
  assert.equal(answer.status, 201, answer.body);
  assert.match(answer.json.code, /^TN-\d{4}-\d{4}$/);
  assert.equal(answer.headers.location, `${kImport}/${answer.json.code}`);
  assert.deepEqual(answer.json.files.map(({ name, sha256: digest }) => [name, digest]), files.map(({ name, bytes }) => [name, sha256(bytes)]));
  const [[intake, ...row]] = site.sql(`SELECT id, channel, state, title, sender_name, sender_address, sender_organisation, trust, unit_id, files FROM core_intake WHERE code = '${answer.json.code}'`);
  const [[unit, unitName]] = site.sql("SELECT id, name FROM core_unit WHERE code = 'pbgdpl'");
  assert.deepEqual(row, ['api', 'received', document.title, who.name, who.email, unitName, 'token', unit, '3']);
  const page = await people.secretary.get(`/quan-tri/tiep-nhan/${intake}`);
  for (const words of ['Kết nối từ hệ thống khác', 'Hệ thống gửi có mã truy cập', 'đã được Trưởng phòng Đinh Công Tứ duyệt', 'Sáng nay Sở khai mạc.', 'Bài viết.docx', 'toàn cảnh.png']) assert.ok(page.body.includes(words), words);
  assert.ok(!page.body.includes('alert(1)'));
  const told = await stateOf(answer.json.code);
  assert.deepEqual([told.status, told.json.state, told.json.reason], [200, 'received', undefined]);
  assert.equal((await stateOf(answer.json.code.toLowerCase())).json.code, answer.json.code, 'a code is a code in either case');

  const address = `/quan-tri/tin-bai/tu-tiep-nhan?tn=${intake}`;
  const done = await people.secretary.submit(await people.secretary.get(address), (form) => form.action === '/quan-tri/tin-bai/tu-tiep-nhan', { section: sectionId(site, 'hoat-dong-cua-so'), supply: 'collective', approved: '1' });
  assert.equal(done.status, 303, textOf(done));
  const item = one(`SELECT item_id FROM core_intake WHERE id = ${intake}`);
  assert.deepEqual(site.sql(`SELECT kind, name FROM core_item_file WHERE item_id = ${item} ORDER BY id`), [['document', 'Bài viết.docx'], ['picture', 'toàn cảnh.png'], ['picture', 'đại biểu.png']]);
  const [[words, source]] = site.sql(`SELECT body_json, source FROM news_article_version WHERE item_id = ${item}`);
  assert.ok(words.includes('"heading"') && words.includes('"strong"'), words);
  assert.equal(source, unitName);
  assert.equal((await stateOf(answer.json.code)).json.state, 'classified');
  await site.until('the Word file is ready', () => one(`SELECT f.state FROM core_item_file u JOIN core_file f ON f.id = u.file_id WHERE u.item_id = ${item} AND u.kind = 'document'`) === 'ready', 120_000);
  // On to readers, as every article; its sender is told by mail.
  const url = done.headers.location.split('?')[0];
  await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Kết nối', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  const beside = await people.editor.get((await settledDocuments(site, people.editor, url))[0].url);
  const taken = await people.editor.submit(beside, (form) => form.action.endsWith('/lay'), { cach: 'them' });
  assert.equal(taken.status, 303, textOf(taken));
  const saved = await sendForm(people.editor, url, { from: taken.headers.location, changes: { summary: 'Tóm tắt.', event_at: when(-300) } });
  assert.equal(saved.status, 303, textOf(saved));
  const checks = { 'checks[]': checklist(site, 'news') };
  await mustAct(people.editor, url, 'finish-edit');
  await mustAct(people.verifier, url, 'verify', checks);
  await mustAct(people.boardHead, url, 'pass-final', checks);
  await mustAct(people.secretary, url, 'publish');
  const published = one(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${item}`);
  const read = await site.reader().get(published);
  for (const words of ['Sáng nay', 'Hội nghị tập huấn hòa giải viên cơ sở.']) assert.ok(read.body.includes(words), words);
  await site.until('the letter has left', () => localMails(site).some((mail) => mail.headers['x-rcptto'] === who.email && mail.plain.includes(published)), 60_000);
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
});

test('F33 the same key: the same answer and no second row; another body is refused; the same content under another key is told', async () => {
  const key = randomUUID();
  const document = article();
  const files = [{ name: 'a.pdf', bytes: pdf(key) }];
  const first = await post({ key, document, files });
  const before = things();
  const again = await post({ key, document, files, boundary: 'khacvoilantruoc' });
  assert.deepEqual([again.status, again.body], [201, first.body]);
  assert.equal(again.headers['idempotency-replayed'], 'true');
  assert.equal(first.headers['idempotency-replayed'], undefined);
  await refused({ key, document: { ...document, title: 'Khác' }, files }, 422, new RegExp(`đã dùng cho nội dung khác, mã ${first.json.code}`));
  const same = await refused({ document, files }, 409, new RegExp(`mã ${first.json.code}`));
  assert.equal(same.headers.location, `${kImport}/${first.json.code}`);
  // The same words from another system are another thing.
  const other = plantSender(site, { name: "'Hệ thống khác'" });
  assert.equal((await post({ token: other.token, key, document, files })).status, 201);
  assert.equal(things(), before + 1);
});

test('F33 many sends of one request at once make one thing', async () => {
  const key = randomUUID();
  const document = article();
  const before = things();
  const answers = await Promise.all(Array.from({ length: 8 }, () => post({ key, document })));
  assert.deepEqual([...new Set(answers.map(({ status, body }) => `${status} ${body}`))].length, 1, answers.map(({ status, body }) => `${status} ${body}`).join('\n'));
  assert.equal(answers[0].status, 201);
  assert.equal(things(), before + 1);
});

test('401, 403: no token, a wrong one, one that was revoked, is over, or has not begun', async () => {
  for (const [token, headers] of [[null, {}], ['sai', {}], [`tn_${'0'.repeat(64)}`, {}], [null, { Authorization: `Basic ${sender.token}` }]]) {
    const answer = await refused({ token, headers, document: article() }, 401, /[Mm]ã truy cập/);
    assert.match(answer.headers['www-authenticate'], /^Bearer/);
    assert.equal((await stateOf('TN-2026-0001', token ?? 'sai')).status, 401);
  }
  const past = plantSender(site, { valid_to: "'2026-01-31'" });
  await refused({ token: past.token, document: article() }, 403, /đã hết hạn/);
  const future = plantSender(site, { valid_from: "'2099-01-01'" });
  await refused({ token: future.token, document: article() }, 403, /chưa đến ngày/);
  const gone = plantSender(site, { revoked_at: 'UTC_TIMESTAMP(6)', revoked_by: '(SELECT MIN(id) FROM core_person)', revoked_why: "'thử'" });
  await refused({ token: gone.token, document: article() }, 403, /đã bị thu hồi/);
  assert.equal((await stateOf('TN-2026-0001', gone.token)).status, 403);
});

test('400: no key, a bad one, no JSON, a part that is missing, a body that broke off', async () => {
  await refused({ key: null, document: article() }, 400, /Idempotency-Key/);
  await refused({ key: 'có dấu'.normalize('NFC').replace('ó', '\u00f3').replace('ấ', '\u00e2'), document: article() }, 400, /Idempotency-Key/);
  await refused({ key: 'x'.repeat(101), document: article() }, 400, /Idempotency-Key/);
  await refused({ document: '{"title": "x",' }, 400, /không phải JSON/);
  await refused({ document: '[1]' }, 400, /đối tượng JSON/);
  const whole = multipartOf('{}', []);
  const without = Buffer.from(whole.body.toString('latin1').replace('name="document"', 'name="khac"'), 'latin1');
  const answer = await site.reader().request('POST', kImport, { body: without, headers: { 'Content-Type': whole.type, 'Content-Length': String(without.length), Authorization: `Bearer ${sender.token}`, 'Idempotency-Key': randomUUID() } });
  api.answer('post', kImport, answer);
  assert.deepEqual([answer.status, JSON.parse(answer.body).title], [400, 'Thiếu phần JSON tên document.']);
  const cut = Buffer.from(whole.body.toString('latin1').replace(/--\r\n$/, ''), 'latin1');
  const broken = await site.reader().request('POST', kImport, { body: cut, headers: { 'Content-Type': whole.type, 'Content-Length': String(cut.length), Authorization: `Bearer ${sender.token}`, 'Idempotency-Key': randomUUID() } });
  api.answer('post', kImport, broken);
  assert.equal(broken.status, 400);
});

test('415: another type of body, another kind of file; look-alikes are known by what they are', async () => {
  await refused({ type: 'text/plain', document: article() }, 415, /application\/json/);
  await refused({ type: 'application/x-www-form-urlencoded', document: 'document=%7B%7D' }, 415, /application\/json/);
  const program = await refused({ document: article(), files: [{ name: 'a.pdf', bytes: pdf('ok') }, { name: 'anh.jpg', bytes: Buffer.from('MZ\x90\x00 chương trình') }] }, 415, /“anh\.jpg” không phải/);
  assert.equal(program.json.errors[0].field, 'files[1]');
});

test('413: more than 50 MB, told by the program with the sum, and by nginx when it is far over', async () => {
  const big = Buffer.concat([pdf('lớn'), Buffer.alloc(26 * 1024 * 1024, ' ')]);
  await refused({ document: article(), files: [{ name: 'a.pdf', bytes: big }, { name: 'b.pdf', bytes: Buffer.concat([big, Buffer.from(' ')]) }] }, 413, /nhiều nhất là 50(,0)? MB/);
  const answer = await site.reader().request('POST', kImport, { headers: { 'Content-Type': 'application/json', 'Content-Length': String(70 * 1024 * 1024), Authorization: `Bearer ${sender.token}`, 'Idempotency-Key': randomUUID() } }).catch((error) => error);
  assert.equal(answer.status, 413, String(answer));
  api.answer('post', kImport, answer);
});

test('422: each mistake at its place, with its clause; nothing that is not described slips through', async () => {
  const cases = [
    ['nothing in it', { title: 'x', sender: who }, [['text', 'D9.1']]],
    ['no title', { text: 'x', sender: who }, [['title', 'D9.1']]],
    ['a title of two lines', article({ title: 'một\nhai' }), [['title', 'D9.1']]],
    ['a title that is no text', article({ title: 7 }), [['title', 'D9.1']]],
    ['too long a title', article({ title: 'x'.repeat(301) }), [['title', 'D9.1']]],
    ['text and html', article({ html: '<p>x</p>' }), [['html', undefined]]],
    ['a member nobody knows', article({ tieu_de: 'x' }), [['tieu_de', undefined]]],
    ['no sender', { title: 'x', text: 'x' }, [['sender.name', 'D9.1b'], ['sender.email', 'D9.1b']]],
    ['a sender that is no object', article({ sender: 'Lò Văn Thử' }), [['sender', 'D9.1b']]],
    ['a wrong address', article({ sender: { ...who, email: 'khong phai thu' } }), [['sender.email', 'D9.1b']]],
    ['a wrong telephone', article({ sender: { ...who, phone: 'gọi sau' } }), [['sender.phone', 'D9.1b']]],
    ['a hidden letter', article({ title: 'Thô\u200bng báo' }), [['title', 'D9.1']]],
  ];
  for (const [what, document, errors] of cases) {
    const answer = await refused({ document }, 422, /xem errors/);
    assert.deepEqual(answer.json.errors.map(({ field, clause }) => [field, clause]), errors, what);
  }
  await refused({ document: article(), files: [{ name: 'trong.pdf', bytes: Buffer.alloc(0) }] }, 422, /trống/);
  // What the description refuses, the program refuses.
  for (const document of [{ ...article(), la: 1 }, { text: 'x' }, { ...article(), html: 'x' }, article({ title: '' })]) assert.ok(!api.accepts(document), JSON.stringify(document));
  // A sender outside the directory has no telephone of the directory to fall back on.
  const outside = plantSender(site, { name: "'Hội Luật gia tỉnh'", unit_id: 'NULL' });
  const answer = await refused({ token: outside.token, document: article({ sender: { name: who.name, email: who.email } }) }, 422, /xem errors/);
  assert.deepEqual(answer.json.errors.map(({ field }) => field), ['sender.phone']);
  const fine = await post({ token: outside.token, document: article({ sender: { ...who, phone: undefined, place: 'Phường An Bình' } }) });
  assert.equal(fine.status, 201);
  assert.deepEqual(site.sql(`SELECT sender_organisation, COALESCE(unit_id, ''), sender_place FROM core_intake WHERE code = '${fine.json.code}'`), [['Hội Luật gia tỉnh', '', 'Phường An Bình']]);
});

test('429: more than its share of a minute; the others go on', async () => {
  const slow = plantSender(site, { per_minute: 3 });
  for (let i = 0; i < 3; i++) assert.equal((await stateOf('TN-2026-0001', slow.token)).status, 404);
  const answer = await refused({ token: slow.token, document: article() }, 429, /nhiều nhất là 3 yêu cầu một phút/);
  assert.ok(Number(answer.headers['retry-after']) >= 1 && Number(answer.headers['retry-after']) <= 60);
  assert.equal((await stateOf('TN-2026-0001', slow.token)).status, 429);
  site.sql(`UPDATE core_import_use SET minute_at = minute_at - INTERVAL 61 SECOND WHERE sender_id = ${slow.id}`);
  assert.equal((await stateOf('TN-2026-0001', slow.token)).status, 404);
});

test('a person’s token: the directory’s data, in their own name and nobody else’s', async () => {
  const yen = personId(site, 'nguyen-hoang-yen');
  const own = plantSender(site, { unit_id: 'NULL', person_id: yen });
  const sent = await post({ token: own.token, document: { title: 'Tin của chính tôi', text: 'Nội dung.' } });
  assert.equal(sent.status, 201, sent.body);
  assert.deepEqual(site.sql(`SELECT sender_name, sender_address, person_id FROM core_intake WHERE code = '${sent.json.code}'`), [['Nguyễn Hoàng Yến', 'yen.nh@minhgiang.gov.vn', yen]]);
  const answer = await refused({ token: own.token, document: article() }, 422, /xem errors/);
  assert.deepEqual(answer.json.errors.map(({ field }) => field), ['sender.name']);
  // By a unit's system, somebody of that unit known by their address writes in their own name; of another unit, nobody.
  const byUnit = await post({ document: article({ sender: { name: 'Yến', email: 'Yen.NH@minhgiang.gov.vn' } }) });
  assert.equal(one(`SELECT person_id FROM core_intake WHERE code = '${byUnit.json.code}'`), yen);
});

test('D4.1a text in TCVN3 is registered in Unicode, with the original beside it', async () => {
  const sent = await post({ document: article({ text: 'Céng hßa x· héi chñ nghÜa ViÖt Nam\nTuyªn truyÒn ph¸p luËt' }) });
  assert.equal(sent.status, 201, sent.body);
  const [[text, original, encoding, remark]] = site.sql(`SELECT b.text, b.original, b.encoding, b.remark FROM core_intake_body b JOIN core_intake n ON n.id = b.intake_id WHERE n.code = '${sent.json.code}'`);
  assert.match(text, /Cộng hòa xã hội chủ nghĩa Việt Nam/);
  assert.match(original, /Céng hßa/);
  assert.equal(encoding, 'tcvn3');
  assert.match(remark, /bảng mã TCVN3/);
});

test('the JSON part may come as a file, as curl -F document=@… sends it', async () => {
  assert.equal((await post({ document: article(), asFile: true, files: [{ name: 'a.png', bytes: png(20, 20) }] })).status, 201);
});

test('D4.2, D12.3 a sender learns of its own things alone, with ground and reason; of secret ones without a word', async () => {
  const sent = await post({ document: article() });
  const other = plantSender(site, { name: "'Kẻ tò mò'" });
  assert.equal((await stateOf(sent.json.code, other.token)).status, 404);
  const refuse = async (code, ground) => {
    const id = one(`SELECT id FROM core_intake WHERE code = '${code}'`);
    const page = await people.secretary.get(`/quan-tri/tiep-nhan/${id}/viec/khong-tiep-nhan`);
    assert.equal((await people.secretary.submit(page, (form) => form.action.endsWith('/khong-tiep-nhan'), { ground, reason: 'Xin đối chiếu lại số liệu.' })).status, 303);
  };
  await refuse(sent.json.code, 'D12.3c');
  const told = await stateOf(sent.json.code);
  assert.deepEqual([told.json.state, told.json.reason, typeof told.json.ground], ['refused', 'Xin đối chiếu lại số liệu.', 'string']);
  const secret = await post({ document: article() });
  await refuse(secret.json.code, 'D12.3b');
  const silent = await stateOf(secret.json.code);
  assert.deepEqual([silent.json.state, silent.json.reason, silent.json.ground], ['refused', undefined, undefined]);
  const spam = await post({ document: article() });
  site.sql(`UPDATE core_intake SET state = 'spam' WHERE code = '${spam.json.code}'`);
  assert.deepEqual([(await stateOf(spam.json.code)).json.state, (await stateOf(spam.json.code)).json.reason], ['refused', undefined]);
  site.sql(`UPDATE core_intake SET state = 'received' WHERE code = '${spam.json.code}'`);
});

test('the secretary is told once of each thing', () => {
  assert.equal(one("SELECT COUNT(*) FROM core_intake n WHERE n.channel = 'api' AND NOT EXISTS (SELECT 1 FROM core_notice t WHERE t.cause = CONCAT('intake:', n.id, ':1'))"), '0');
});

test('no page of another site sends through a reader’s browser, and nothing reads the answers there', async () => {
  const answer = await send(site, { token: sender.token, document: article(), headers: { Origin: 'https://noi-khac.example', 'Sec-Fetch-Site': 'cross-site' } });
  assert.equal(answer.status, 403);
  assert.equal(answer.headers['access-control-allow-origin'], undefined);
});

test('the office host has no such address', async () => {
  assert.equal((await site.visitor().get(`${kImport}/openapi.json`)).status, 404);
});

test('D6.3 the office: a token is shown once and is good at once; who took it away and why is in the trail', async () => {
  const admin = await site.login('tran.minh.chau.qtm');
  assert.equal((await people.secretary.get('/quan-tri/ket-noi/')).status, 403);
  const form = await admin.get('/quan-tri/ket-noi/moi');
  const isForm = (one_) => one_.action === '/quan-tri/ket-noi/moi';
  const unit = one("SELECT id FROM core_unit WHERE code = 'pbgdpl'");
  const wrong = await admin.submit(form, isForm, { name: '', unit, person: personId(site, 'nguyen-hoang-yen'), per_minute: '0', from: '31/02/2026' });
  assert.equal(wrong.status, 422);
  for (const words of ['Xin điền “Tên hệ thống hoặc tổ chức”', 'Chỉ chọn một trong hai', 'là một số từ 1 đến 600', 'Viết ngày theo dạng']) assert.ok(wrong.body.includes(words), words);
  const fields = { name: 'Phần mềm tin bài của Phòng', unit, per_minute: '60' };
  const made = await admin.submit(form, isForm, fields);
  assert.equal(made.status, 200, textOf(made));
  const token = made.html().querySelector('.code-box').textContent.trim();
  assert.match(token, /^tn_[0-9a-f]{64}$/);
  assert.equal(made.headers['cache-control'], 'no-store');
  const again = await admin.submit(form, isForm, fields);
  assert.equal(again.status, 303, 'the same form again makes no second one and shows no token');
  assert.equal(one("SELECT COUNT(*) FROM core_import_sender WHERE name = 'Phần mềm tin bài của Phòng'"), '1');
  for (const table of ['core_import_sender', 'core_audit', 'core_audit_note', 'core_idempotency']) assert.ok(!JSON.stringify(site.sql(`SELECT * FROM ${table}`)).includes(token), table);
  assert.equal((await post({ token, document: article() })).status, 201);
  const list = await admin.get('/quan-tri/ket-noi/');
  for (const words of ['Phần mềm tin bài của Phòng', token.slice(0, 8), '1 nội dung', 'Đang dùng']) assert.ok(list.body.includes(words), words);
  assert.ok(!list.body.includes(token));
  const id = one("SELECT id FROM core_import_sender WHERE name = 'Phần mềm tin bài của Phòng'");
  const revoke = await admin.get(`/quan-tri/ket-noi/${id}/thu-hoi`);
  const isRevoke = (one_) => one_.action.endsWith('/thu-hoi');
  assert.equal((await admin.submit(revoke, isRevoke, { why: '' })).status, 422);
  assert.equal((await admin.submit(revoke, isRevoke, { why: 'Lộ mã', row_version: '99' })).status, 409);
  assert.equal((await admin.submit(revoke, isRevoke, { why: 'Lộ mã' })).status, 303);
  await refused({ token, document: article() }, 403, /đã bị thu hồi/);
  assert.equal((await admin.get(`/quan-tri/ket-noi/${id}/thu-hoi`)).status, 409);
  assert.deepEqual(site.sql(`SELECT action FROM core_audit WHERE chain = 'sender:${id}' ORDER BY seq`), [['sender_add'], ['sender_revoke']]);
  assert.ok((await admin.get('/quan-tri/ket-noi/')).body.includes('Lộ mã'));
});

test('the program reads nothing of the register and changes nothing in it', async () => {
  const fs = await import('node:fs');
  const { spawnSync } = await import('node:child_process');
  const password = fs.readFileSync(`${site.dir}/secrets/portal_import_api`, 'utf8').trim();
  const as = (statement) => spawnSync('mariadb', ['--no-defaults', '-S', `${site.run}/db.sock`, '-u', 'portal_import_api', `-p${password}`, 'portal', '-e', statement], { encoding: 'utf8' });
  for (const table of ['core_intake', 'core_intake_body', 'core_intake_file', 'core_item', 'core_item_version', 'news_article_version', 'core_audit_note', 'qa_matter', 'core_session'])
    assert.match(as(`SELECT * FROM ${table} LIMIT 1`).stderr, /ERROR 1142/, table);
  for (const statement of ["UPDATE core_import_sender SET valid_to = NULL", "UPDATE core_intake SET state = 'received'", 'DELETE FROM core_import', "INSERT INTO core_import_sender (name) VALUES ('x')"])
    assert.match(as(statement).stderr, /ERROR 1142/, statement);
  assert.equal(as('SELECT state FROM core_import_state LIMIT 1').status, 0);
});

test('503: nginx answers as a machine expects while the program is down', async () => {
  for (const copy of [1, 2]) site.sv('down', `import-api-${copy}`);
  try {
    const answer = await ask(site, sender.token, 'TN-2026-0001');
    api.answer('get', `${kImport}/{code}`, answer);
    assert.equal(answer.status, 503);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
  } finally {
    for (const copy of [1, 2]) site.sv('up', `import-api-${copy}`);
  }
});

test('every answer that the description names was given, but for a full disk', () => {
  const named = Object.entries(api.text.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, { responses }]) => Object.keys(responses).map((status) => `${method} ${path} ${status}`)));
  const never = [`post ${kImport} 503`, `post ${kImport} 507`, `get ${kImport}/openapi.json 200`];
  assert.deepEqual(named.filter((answer) => !api.used.has(answer) && !never.includes(answer)), []);
});
