// Logging in to the office: the throttle, session ids, cookies that nobody gave out, text held over an ended session, the second factor, ending
// other sessions, and what a password must be (reliability S4; ASVS 6, 7).
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';
import { articleFields, textOf } from '../support/journey.mjs';
import { stepNow, totp } from '../support/totp.mjs';

let site;
before(async () => {
  site = await startInstance();
  await site.liftLoginLimit(); // what is tested is the program's own throttle
});
after(() => site?.stop());
beforeEach(() => site.sql('DELETE FROM core_login_throttle'));

const kLogin = '/quan-tri/dang-nhap';
const kOwn = '/quan-tri/ca-nhan';
const isLogin = (form) => form.action === kLogin && form.method === 'post';
const isCode = (form) => form.action === `${kLogin}/ma`;
const isPassword = (form) => form.action === `${kOwn}/mat-khau`;
const isTotp = (form) => form.action === `${kOwn}/hai-lop`;
const isDrop = (form) => form.action === `${kOwn}/hai-lop/tat`;
const isEndOthers = (form) => form.action === `${kOwn}/phien` && form.fields.some(([name, value]) => name === 'session' && value === 'others');
const isEndOne = (form) => form.action === `${kOwn}/phien` && form.fields.some(([name, value]) => name === 'session' && value !== 'others');

const accountOf = (username) => site.accounts.find((account) => account.username === username);
const idOf = (username) => site.sql(`SELECT id FROM core_account WHERE username = '${username}'`)[0][0];
const trailOf = (username) => site.sql(`SELECT action, person_id IS NOT NULL, COALESCE(account_id, 0) FROM core_audit WHERE chain = 'account:${idOf(username)}' ORDER BY seq`);

async function tryLogin(username, password, client = site.visitor()) {
  const answer = await client.submit(await client.get(kLogin), isLogin, { username, password });
  return { client, answer };
}

// The first 30-second step later than `after` whose code is taken now (one before and one after the present are), and that will be for some seconds.
async function stepAfter(after = 0) {
  const next = () => Math.max(after + 1, stepNow() - 1);
  await site.until('the next step of the second factor', () => next() <= stepNow() + 1 && Date.now() % 30_000 < 26_000, 40_000);
  return next();
}

test('a wrong name and a wrong password get the same sentence and the same page', async () => {
  const { answer: noName } = await tryLogin('khong.co.ai', 'mật khẩu nào đó');
  const { answer: wrong } = await tryLogin('nguyen.hoang.yen', 'mật khẩu nào đó');
  const bare = (answer) => textOf(answer).replaceAll('khong.co.ai', '').replaceAll('nguyen.hoang.yen', '');
  assert.deepEqual([noName.status, wrong.status], [422, 422]);
  assert.match(textOf(wrong), /Tên đăng nhập hoặc mật khẩu không đúng\./);
  assert.equal(bare(noName), bare(wrong));
  assert.doesNotMatch(wrong.body, /mật khẩu nào đó/, 'a password is never sent back');
  assert.match(wrong.body, /value="nguyen\.hoang\.yen"/, 'the name stays');
});

test('an empty name or password is told without counting as a try', async () => {
  const { answer } = await tryLogin('', '');
  assert.equal(answer.status, 422);
  assert.match(textOf(answer), /Xin điền tên đăng nhập\./);
  assert.match(textOf(answer), /Xin điền mật khẩu\./);
  assert.deepEqual(site.sql('SELECT subject FROM core_login_throttle'), []);
});

test('per account: five free tries, then the right password waits too, and the wait is told in Vietnamese', async () => {
  const { username, password } = accountOf('ha.quynh.anh');
  for (let n = 0; n < 5; n++) assert.equal((await tryLogin(username, 'sai mật khẩu')).answer.status, 422, `try ${n + 1}`);
  const { answer, client } = await tryLogin(username, password);
  assert.equal(answer.status, 429);
  assert.match(textOf(answer), /Đăng nhập sai nhiều lần\. Xin thử lại sau ([1-9]|10) giây\./);
  assert.ok(!client.cookies.has('portal'));
  const { answer: other } = await tryLogin('dinh.cong.tu', accountOf('dinh.cong.tu').password);
  assert.equal(other.status, 303, 'another account is not held up');
});

test('per account: each further failure doubles the wait up to fifteen minutes; it ends, and a right password clears it', async () => {
  const { username, password } = accountOf('ha.quynh.anh');
  const failures = (count) =>
    site.sql(`REPLACE INTO core_login_throttle (subject, failures, blocked_until, last_at) VALUES ('account:${username}', ${count}, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))`);
  for (const [before, words] of [[5, /sau (20|1\d) giây/], [6, /sau (40|3\d) giây/], [7, /sau 2 phút/], [8, /sau 3 phút/], [11, /sau 15 phút/], [5000, /sau 15 phút/]]) {
    failures(before);
    assert.equal((await tryLogin(username, 'sai mật khẩu')).answer.status, 422);
    const { answer } = await tryLogin(username, password);
    assert.equal(answer.status, 429, `after ${before} failures`);
    assert.match(textOf(answer), words, `after ${before} failures`);
  }
  site.sql(`UPDATE core_login_throttle SET blocked_until = UTC_TIMESTAMP(6) WHERE subject = 'account:${username}'`);
  assert.equal((await tryLogin(username, password)).answer.status, 303, 'never a permanent lock-out');
  assert.deepEqual(site.sql(`SELECT 1 FROM core_login_throttle WHERE subject = 'account:${username}'`), []);
});

test('per account: failures of more than an hour ago are forgotten', async () => {
  site.sql("INSERT INTO core_login_throttle VALUES ('account:ha.quynh.anh', 12, UTC_TIMESTAMP(6) - INTERVAL 2 HOUR, UTC_TIMESTAMP(6) - INTERVAL 2 HOUR)");
  assert.equal((await tryLogin('ha.quynh.anh', 'sai mật khẩu')).answer.status, 422);
  assert.equal((await tryLogin('ha.quynh.anh', accountOf('ha.quynh.anh').password)).answer.status, 303);
});

test('per address: fifty failures over any names, then every name waits', async () => {
  site.sql("INSERT INTO core_login_throttle VALUES ('address:127.0.0.1', 49, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
  assert.equal((await tryLogin('mot.ten.khac', 'sai mật khẩu')).answer.status, 422, 'the fiftieth');
  const { answer } = await tryLogin('dinh.cong.tu', accountOf('dinh.cong.tu').password);
  assert.equal(answer.status, 429);
  assert.match(textOf(answer), /Xin thử lại sau ([1-9]|10) giây\./);
});

test('the session id that a browser brings is not the one it has after login (fixation)', async () => {
  const planted = randomBytes(32).toString('hex');
  const client = site.visitor();
  client.cookies.set('portal', planted);
  const { username, password } = accountOf('dinh.cong.tu');
  assert.equal((await tryLogin(username, password, client)).answer.status, 303);
  const first = client.cookies.get('portal');
  assert.notEqual(first, planted);
  assert.match(first, /^[0-9a-f]{64}$/);
  const stranger = site.visitor();
  stranger.cookies.set('portal', planted);
  assert.equal((await stranger.get('/quan-tri/')).status, 303);

  // Logging in again with the session still open: the old id is worth nothing.
  site.sql(`UPDATE core_session SET expires_at = UTC_TIMESTAMP(6) WHERE account_id = ${idOf(username)}`);
  assert.equal((await tryLogin(username, password, client)).answer.status, 303);
  assert.notEqual(client.cookies.get('portal'), first);
  stranger.cookies.set('portal', first);
  assert.equal((await stranger.get('/quan-tri/')).status, 303);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_session WHERE digest = SHA2('${first}', 256)`)[0][0], '0');
});

test('the database never holds the token itself, and the cookie is HttpOnly and SameSite', async () => {
  const { client, answer } = await tryLogin('dinh.cong.tu', accountOf('dinh.cong.tu').password);
  const token = client.cookies.get('portal');
  const line = answer.headers['set-cookie'].find((cookie) => cookie.startsWith('portal='));
  assert.match(line, /; HttpOnly/);
  assert.match(line, /; SameSite=(Lax|Strict)/);
  assert.match(line, /; Path=\//);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_session WHERE digest = '${token}' OR csrf = '${token}'`)[0][0], '0');
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_session WHERE digest = SHA2('${token}', 256)`)[0][0], '1');
});

test('a cookie that nobody gave out is a visitor: sent to the login, never an error', async () => {
  const wild = [randomBytes(32).toString('hex'), '', 'x', '0'.repeat(64), 'F'.repeat(64), 'a'.repeat(63), 'a'.repeat(65), 'a'.repeat(4000), "' OR '1'='1", '../../etc/passwd', '%00%ff', '"quoted"'];
  for (const value of wild) {
    const client = site.visitor();
    client.cookies.set('portal', value);
    client.cookies.set('portal_pre', value);
    const page = await client.get('/quan-tri/tin-bai/');
    assert.equal(page.status, 303, JSON.stringify(value));
    assert.match(page.headers.location, /^\/quan-tri\/dang-nhap\?tiep=/);
    assert.equal((await client.get(kLogin)).status, 200);
    const { answer } = await tryLogin('dinh.cong.tu', accountOf('dinh.cong.tu').password, client);
    assert.equal(answer.status, 303, `logging in over ${JSON.stringify(value)}`);
    site.sql('DELETE FROM core_login_throttle');
  }
});

test('a session ends when it was idle or is too old, and at log-out', async () => {
  const { client } = await tryLogin('dinh.cong.tu', accountOf('dinh.cong.tu').password);
  const mine = `digest = SHA2('${client.cookies.get('portal')}', 256)`;
  assert.equal((await client.get('/quan-tri/')).status, 200);
  site.sql(`UPDATE core_session SET seen_at = UTC_TIMESTAMP(6) - INTERVAL 1 DAY WHERE ${mine}`);
  assert.equal((await client.get('/quan-tri/')).status, 303, 'idle');
  site.sql(`UPDATE core_session SET seen_at = UTC_TIMESTAMP(6), expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE ${mine}`);
  assert.equal((await client.get('/quan-tri/')).status, 303, 'too old');
  site.sql(`UPDATE core_session SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR WHERE ${mine}`);
  const page = await client.get('/quan-tri/');
  const token = client.cookies.get('portal');
  const out = await client.submit(page, (form) => form.action === '/quan-tri/dang-xuat');
  assert.equal(out.status, 303);
  assert.match(textOf(await client.open(out.headers.location)), /Ông, bà đã đăng xuất\./);
  client.cookies.set('portal', token);
  assert.equal((await client.get('/quan-tri/')).status, 303, 'the id is worth nothing after log-out');
});

test('F34 what was being written when the session ended comes back after login and is saved by one button', async () => {
  const writer = await site.login('ha.quynh.anh');
  const page = await writer.get('/quan-tri/tin-bai/moi');
  site.sql(`DELETE FROM core_session WHERE account_id = ${idOf('ha.quynh.anh')}`);
  const over = await writer.submit(page, (form) => form.action === '/quan-tri/tin-bai/moi', articleFields(site, { title: 'Bài còn nguyên “sau khi” hết phiên & <đăng nhập>' }));
  assert.equal(over.status, 401);

  const login = await writer.submit(over, isLogin);
  assert.equal(login.status, 200);
  assert.match(textOf(login), /Nội dung đang soạn vẫn còn\./);
  const wrong = await writer.submit(login, isLogin, { username: 'ha.quynh.anh', password: 'gõ nhầm' });
  assert.equal(wrong.status, 422, 'a wrong password loses nothing');
  const resumed = await writer.submit(wrong, isLogin, { username: 'ha.quynh.anh', password: accountOf('ha.quynh.anh').password });
  assert.equal(resumed.status, 200);
  assert.match(textOf(resumed), /Gửi tiếp nội dung đang soạn/);
  const saved = await writer.submit(resumed, (form) => form.action === '/quan-tri/tin-bai/moi');
  assert.equal(saved.status, 303);
  assert.equal(site.sql("SELECT COUNT(*) FROM core_item WHERE title = 'Bài còn nguyên “sau khi” hết phiên & <đăng nhập>'")[0][0], '1');
});

test('passwords do not travel through the login with the rest', async () => {
  const { client } = await tryLogin('ha.quynh.anh', accountOf('ha.quynh.anh').password);
  const page = await client.get(kOwn);
  site.sql(`DELETE FROM core_session WHERE account_id = ${idOf('ha.quynh.anh')}`);
  const over = await client.submit(page, isPassword, { old_password: 'bí-mật-cũ-dài', new_password: 'bí-mật-mới-dài', again_password: 'bí-mật-mới-dài' });
  assert.equal(over.status, 401);
  assert.doesNotMatch(over.body, /bí-mật/);
});

test('a login leads to the page that was asked for, and to no other site', async () => {
  const client = site.visitor();
  const asked = await client.get('/quan-tri/tin-bai/');
  const page = await client.get(asked.headers.location);
  const { username, password } = accountOf('dinh.cong.tu');
  assert.equal((await client.submit(page, isLogin, { username, password })).headers.location, '/quan-tri/tin-bai/');
  for (const tiep of ['//evil.example/', 'https://evil.example/', '/quan-tri/../../evil', '/quan-tri/dang-xuat']) {
    const other = site.visitor();
    const away = await other.submit(await other.get(`${kLogin}?tiep=${encodeURIComponent(tiep)}`), isLogin, { username, password, tiep });
    assert.equal(away.headers.location, '/quan-tri/', tiep);
  }
});

test('a password is changed with the old one, by the rules, and every other session ends', async () => {
  const username = 'luong.van.thang';
  const { password } = accountOf(username);
  const { client } = await tryLogin(username, password);
  const { client: elsewhere } = await tryLogin(username, password);
  const before = client.cookies.get('portal');
  const change = async (fields) => client.submit(await client.get(kOwn), isPassword, fields);
  const good = 'một câu ngắn dễ nhớ 2026';
  for (const [fields, words] of [
    [{ old_password: 'không phải', new_password: good, again_password: good }, /Mật khẩu đang dùng không đúng\./],
    [{ old_password: password, new_password: 'ngắn quá', again_password: 'ngắn quá' }, /ít nhất 12 ký tự/],
    [{ old_password: password, new_password: `${username}-2026`, again_password: `${username}-2026` }, /không được chứa tên đăng nhập/],
    [{ old_password: password, new_password: 'matkhau12345', again_password: 'matkhau12345' }, /quá dễ đoán/],
    [{ old_password: password, new_password: good, again_password: `${good}.` }, /không giống nhau/],
    [{ old_password: password, new_password: password, again_password: password }, /phải khác mật khẩu đang dùng/],
  ]) {
    const answer = await change(fields);
    assert.equal(answer.status, 422, String(words));
    assert.match(textOf(answer) + answer.html().querySelector('.govuk-error-summary').textContent, words);
    assert.doesNotMatch(answer.body, /một câu ngắn dễ nhớ 2026/);
  }
  assert.equal((await elsewhere.get('/quan-tri/')).status, 200, 'refused changes end nothing');

  const done = await change({ old_password: password, new_password: good, again_password: good });
  assert.equal(done.status, 303);
  assert.match(textOf(await client.open(done.headers.location)), /Đã đổi mật khẩu/);
  assert.notEqual(client.cookies.get('portal'), before, 'the session goes on under a new id');
  const old = site.visitor();
  old.cookies.set('portal', before);
  assert.equal((await old.get('/quan-tri/')).status, 303, 'the old id is worth nothing');
  assert.equal((await elsewhere.get('/quan-tri/')).status, 303, 'other sessions have ended');
  assert.equal((await tryLogin(username, password)).answer.status, 422, 'the old password is worth nothing');
  assert.equal((await tryLogin(username, good)).answer.status, 303);
  assert.deepEqual(trailOf(username).at(-1), ['password_change', '1', idOf(username)]);
});

test('one sends the change of a password twice: it is done once and both are led on', async () => {
  const username = 'vang.thi.sua';
  const { password } = accountOf(username);
  const { client } = await tryLogin(username, password);
  const page = await client.get(kOwn);
  const fields = { old_password: password, new_password: 'một câu khác cũng dài', again_password: 'một câu khác cũng dài' };
  const answers = await Promise.all([client.submit(page, isPassword, fields), client.submit(page, isPassword, fields)]);
  // The later one may find its session already renewed; it is then asked to log in, never told that the password was wrong.
  assert.ok(answers.some((answer) => answer.status === 303));
  for (const answer of answers) assert.ok([303, 401].includes(answer.status), String(answer.status));
  assert.equal(trailOf(username).filter(([action]) => action === 'password_change').length, 1);
  assert.equal((await client.get('/quan-tri/')).status, 200, 'the browser holds the session that is open');
});

test('one’s own other sessions are ended one by one or all at once, from any device', async () => {
  const { username, password } = accountOf('mai.xuan.truong');
  const [here, there, lost] = [await tryLogin(username, password), await tryLogin(username, password), await tryLogin(username, password)].map(({ client }) => client);
  const page = await here.get(kOwn);
  assert.equal(page.html().querySelectorAll('form[action="/quan-tri/ca-nhan/phien"]').length, 3, 'two others, and all others');
  assert.equal((await here.submit(page, isEndOne)).status, 303);
  const alive = async () => (await Promise.all([here, there, lost].map((client) => client.get('/quan-tri/')))).map((answer) => answer.status).sort();
  assert.deepEqual(await alive(), [200, 200, 303]);
  assert.equal((await here.submit(await here.get(kOwn), isEndOthers)).status, 303);
  assert.deepEqual(await alive(), [200, 303, 303]);
  assert.equal((await here.get('/quan-tri/')).status, 200, 'this one stays');
  assert.deepEqual(trailOf(username).map(([action]) => action).slice(-2), ['session_end', 'session_end']);
});

test('nobody ends the session of somebody else by its short name', async () => {
  const { client: victim } = await tryLogin('mai.xuan.truong', accountOf('mai.xuan.truong').password);
  const { client } = await tryLogin('dinh.cong.tu', accountOf('dinh.cong.tu').password);
  const digest = site.sql(`SELECT LEFT(digest, 16) FROM core_session WHERE digest = SHA2('${victim.cookies.get('portal')}', 256)`)[0][0];
  await client.submit(await client.get(kOwn), isEndOthers, { session: digest });
  assert.equal((await victim.get('/quan-tri/')).status, 200);
});

test('the second factor: set up with a code, asked at login, each code once, text held through it, taken off with the password', async () => {
  const username = 'ta.huu.phuoc';
  const { password } = accountOf(username);
  const { client } = await tryLogin(username, password);
  const { client: elsewhere } = await tryLogin(username, password);
  const before = client.cookies.get('portal');

  const setUp = await client.get(`${kOwn}/hai-lop`);
  const secret = setUp.html().querySelector('input[name=secret]').getAttribute('value');
  assert.match(secret, /^[A-Z2-7]{26,}$/);
  assert.match(textOf(setUp).replaceAll(' ', ''), new RegExp(secret), 'the key can be typed by hand');
  assert.ok(setUp.html().querySelector('svg.qr path').getAttribute('d'), 'and read by a camera');
  const wrong = await client.submit(setUp, isTotp, { code: '000000' });
  assert.equal(wrong.status, 422);
  assert.match(textOf(wrong), /Mã không đúng\. Kiểm tra giờ trên điện thoại/);
  assert.equal(wrong.html().querySelector('input[name=secret]').getAttribute('value'), secret, 'the same key: the telephone has it already');
  assert.equal(site.sql(`SELECT totp_secret IS NULL FROM core_account WHERE username = '${username}'`)[0][0], '1');

  const first = await stepAfter();
  const on = await client.submit(wrong, isTotp, { code: totp(secret, first).replace(/(...)/, '$1 ') });
  assert.equal(on.status, 303);
  assert.match(textOf(await client.open(on.headers.location)), /Đã bật xác thực hai lớp/);
  assert.notEqual(client.cookies.get('portal'), before, 'a new right, a new session id');
  assert.deepEqual(trailOf(username).at(-1), ['totp_on', '1', idOf(username)]);
  assert.equal((await elsewhere.get('/quan-tri/')).status, 200, 'sessions that are open stay open');

  // The password alone opens nothing now.
  const half = await tryLogin(username, password);
  assert.equal(half.answer.status, 303);
  assert.match(half.answer.headers.location, /^\/quan-tri\/dang-nhap\/ma/);
  assert.equal((await half.client.get('/quan-tri/')).status, 303, 'half a login is a visitor');
  const halfId = half.client.cookies.get('portal');
  const code = (value, client_ = half.client) => client_.get(`${kLogin}/ma`).then((page) => client_.submit(page, isCode, { code: value }));
  const replay = await code(totp(secret, first));
  assert.equal(replay.status, 422, 'the code that switched it on is used up');
  assert.match(textOf(replay), /Mã xác thực không đúng hoặc đã dùng\./);
  assert.match(textOf(await code('')), /Xin điền 6 chữ số/);
  assert.equal((await code('123')).status, 422);
  assert.equal((await code('abcdef')).status, 422);

  const second = await stepAfter(first);
  const inside = await code(totp(secret, second));
  assert.equal(inside.status, 303);
  assert.notEqual(half.client.cookies.get('portal'), halfId, 'fixation: the id of half a login is not the id after it');
  assert.equal((await half.client.get('/quan-tri/')).status, 200);
  const again = await tryLogin(username, password);
  assert.equal((await code(totp(secret, second), again.client)).status, 422, 'the same code does not open a second session');

  // Five wrong codes: the next one waits, whatever it is.
  for (let n = 0; n < 5; n++) await code('000000', again.client);
  const held = await code('000000', again.client);
  assert.equal(held.status, 429);
  assert.match(textOf(held), /Xin thử lại sau \d+ giây\./);
  site.sql('DELETE FROM core_login_throttle');

  // Half a login lasts five minutes.
  site.sql(`UPDATE core_session SET expires_at = UTC_TIMESTAMP(6) WHERE stage = 'second_factor' AND account_id = ${idOf(username)}`);
  const late = await code('123456', again.client);
  assert.equal(late.status, 403);
  assert.match(textOf(late), /Phiên đăng nhập đã hết\. Xin đăng nhập lại từ đầu\./);

  // What was being written goes through both steps.
  const writer = half.client;
  const page = await writer.get('/quan-tri/tin-bai/moi');
  site.sql(`DELETE FROM core_session WHERE account_id = ${idOf(username)}`);
  const over = await writer.submit(page, (form) => form.action === '/quan-tri/tin-bai/moi', articleFields(site, { title: 'Bài qua hai lớp' }));
  const asked = await writer.submit(await writer.submit(over, isLogin), isLogin, { username, password });
  assert.equal(asked.status, 200);
  assert.match(textOf(asked), /Mã xác thực/);
  const third = await stepAfter(second);
  const resumed = await writer.submit(asked, isCode, { code: totp(secret, third) });
  assert.equal(resumed.status, 200);
  assert.equal((await writer.submit(resumed, (form) => form.action === '/quan-tri/tin-bai/moi')).status, 303);
  assert.equal(site.sql("SELECT COUNT(*) FROM core_item WHERE title = 'Bài qua hai lớp'")[0][0], '1');

  const kept = await writer.submit(await writer.get(kOwn), isDrop, { password: 'không phải' });
  assert.equal(kept.status, 422);
  assert.match(kept.body, /Mật khẩu đang dùng không đúng\./);
  assert.equal((await writer.submit(await writer.get(kOwn), isDrop, { password })).status, 303);
  assert.deepEqual(trailOf(username).at(-1), ['totp_off', '1', idOf(username)]);
  assert.equal((await tryLogin(username, password)).answer.headers.location, '/quan-tri/');
});

test('D6_3 a lost telephone: the network administrator clears the device; the roles work again with a new one, confirmed by the board’s head', async () => {
  const username = 'le.quoc.dat';
  const { password } = accountOf(username);
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  site.sql(`UPDATE core_account SET totp_secret = '${secret}', totp_required = 1 WHERE username = '${username}'`);
  const half = await tryLogin(username, password);
  assert.match(half.answer.headers.location, /dang-nhap\/ma/);

  const sysadmin = await site.login('tran.minh.chau.qtm');
  const page = await sysadmin.get(`/quan-tri/tai-khoan/${idOf(username)}`);
  assert.equal((await sysadmin.submit(page, (form) => form.action.endsWith('/viec/go-hai-lop'))).status, 303);
  const [[action, who, authority]] = site.sql(
    `SELECT a.action, p.full_name, a.authority FROM core_audit a JOIN core_person p ON p.id = a.person_id WHERE a.chain = 'account:${idOf(username)}' ORDER BY a.seq DESC LIMIT 1`,
  );
  assert.deepEqual([action, who, authority], ['account_totp_clear', 'Trần Minh Châu', 'Quản trị mạng']);

  const back = await tryLogin(username, password);
  assert.equal(back.answer.headers.location, '/quan-tri/');
  assert.match((await back.client.get('/quan-tri/')).body, /phải dùng xác thực hai lớp\. Vai trò của ông, bà chỉ có tác dụng sau khi cài/);
  assert.equal((await back.client.get('/quan-tri/tin-bai/moi')).status, 403, 'the roles rest');
  const setUp = await back.client.get(`${kOwn}/hai-lop`);
  const fresh = setUp.html().querySelector('input[name=secret]').getAttribute('value');
  assert.equal((await back.client.submit(setUp, isTotp, { code: totp(fresh, await stepAfter()) })).status, 303);
  assert.equal((await back.client.get('/quan-tri/tin-bai/moi')).status, 403, 'who takes the device off does not give the content away');
  const head = await site.login('le.thi.thu.hang');
  const roles = await head.get('/quan-tri/vai-tro/');
  const mine = site.sql(`SELECT id FROM core_role_assignment WHERE account_id = ${idOf(username)} AND confirmed_at IS NULL`).map(([id]) => id);
  assert.equal(mine.length, 2);
  for (const id of mine) assert.equal((await head.submit(roles, (form) => form.action === `/quan-tri/vai-tro/${id}/xac-nhan`)).status, 303);
  assert.equal((await back.client.get('/quan-tri/tin-bai/moi')).status, 200, 'and work again at once');
  assert.match((await back.client.get(kOwn)).body, /bắt buộc xác thực hai lớp nên không tắt được/);
});

test('D6_3 a second factor may be asked of a role: its accounts rest until they have one, others go on', async () => {
  const sysadmin = await site.login('tran.minh.chau.qtm');
  const address = '/quan-tri/cai-dat/second-factor-roles';
  const set = async (roles) => sysadmin.submit(await sysadmin.get(address), (form) => form.action === address, Object.fromEntries(roles.map((role) => [`role_${role}`, '1'])));
  const head = await site.login('le.thi.thu.hang');
  const secretary = await site.login('tran.minh.chau');
  assert.equal((await head.get('/quan-tri/vai-tro/')).status, 200);
  assert.equal((await set(['board_head', 'director'])).status, 303);
  assert.equal(site.sql("SELECT value FROM core_setting WHERE name = 'second_factor_roles'")[0][0], 'board_head,director');
  assert.ok((await sysadmin.get('/quan-tri/cai-dat/')).body.includes('Trưởng Ban Biên tập, Lãnh đạo Sở'));
  assert.equal((await head.get('/quan-tri/vai-tro/')).status, 403, 'the roles rest at once');
  assert.match((await head.get('/quan-tri/')).body, /phải dùng xác thực hai lớp/);
  assert.equal((await secretary.get('/quan-tri/tin-bai/moi')).status, 200);
  const setUp = await head.get(`${kOwn}/hai-lop`);
  const secret = setUp.html().querySelector('input[name=secret]').getAttribute('value');
  assert.equal((await head.submit(setUp, isTotp, { code: totp(secret, await stepAfter()) })).status, 303);
  assert.equal((await head.get('/quan-tri/vai-tro/')).status, 200);
  assert.match((await head.get(kOwn)).body, /bắt buộc xác thực hai lớp nên không tắt được/);
  // Unticked boxes are not sent: an empty list asks it of nobody by role.
  const form = await sysadmin.get(address);
  assert.equal((await sysadmin.submit(form, (one) => one.action === address, { role_board_head: null, role_director: null })).status, 303);
  assert.equal(site.sql("SELECT value FROM core_setting WHERE name = 'second_factor_roles'")[0][0], '');
  assert.doesNotMatch(textOf(await head.get(kOwn)), /không tắt được/);
  site.sql("UPDATE core_account SET totp_secret = NULL WHERE username = 'le.thi.thu.hang'");
});

test('a locked account: no login, and the same sentence as for a wrong password', async () => {
  const { username, password } = accountOf('lo.thi.mai');
  site.sql(`UPDATE core_account SET state = 'disabled' WHERE username = '${username}'`);
  const { answer } = await tryLogin(username, password);
  assert.equal(answer.status, 422);
  assert.match(textOf(answer), /Tên đăng nhập hoặc mật khẩu không đúng\./);
});
