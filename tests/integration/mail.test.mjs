// Mail that the portal sends (D4.2, D9.3, D12.3), over real SMTP: queued with the act, sent once, tried again, given up where the office sees it; each at once, one digest
// a day or none; nothing of a hidden item; signed. Mails are read by another program (tests/support/decode_mail.py).
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { formKey, makeActors } from '../support/actors.mjs';
import { buildDir, forms, sleep, startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, personId, textOf, writeArticle } from '../support/journey.mjs';
import { localMails, startServer } from '../support/mail.mjs';

let site;
let people;
let sysadmin;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  sysadmin = await site.login('sysadmin');
  site.sv('down', 'scheduler'); // what it tells would come by mail too
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const address = (code) => one(`SELECT email FROM core_person WHERE code = '${code}'`);
const to = (code) => (mail) => mail.toAddress === address(code);
const rows = (where) => site.sql(`SELECT id, kind, state, attempts, last_error, message_id FROM core_mail WHERE ${where} ORDER BY id`).map(([id, kind, state, attempts, error, message]) => ({ id, kind, state, attempts: Number(attempts), error, message }));
const ofItem = (url, code) => rows(`item_id = ${idOf(url)} AND person_id = ${personId(site, code)}`);
const settled = () => site.until('nothing waits', () => one("SELECT COUNT(*) FROM core_mail WHERE state IN ('ready', 'sending')") === '0', 20_000);
const byMessage = (mails, row) => mails.filter((mail) => mail.messageId === `<${row.message}>`);

// One round of another mailer beside the one that runs, as if it were `now`.
function round(now) {
  return new Promise((resolve) => {
    const child = spawn(path.join(buildDir, 'bin/mailer'), ['--config', path.join(site.dir, 'conf/mailer.conf'), '--once', ...(now ? ['--now', now] : [])], { stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

async function choose(client, mode) {
  const page = await client.get('/quan-tri/ca-nhan');
  const answer = await client.submit(page, (form) => form.action === '/quan-tri/ca-nhan/thu', { mail_mode: mode });
  assert.equal(answer.status, 303, textOf(answer));
  return answer;
}

const kLongTitle = 'Hội nghị tập huấn nghiệp vụ phổ biến, giáo dục pháp luật và hòa giải ở cơ sở “đợt 2” năm 2026 tại các xã, phường <vùng cao> & vùng đặc biệt khó khăn của tỉnh';
async function submitted(title) {
  const url = await writeArticle(people.author, articleFields(site, { title }));
  await mustAct(people.author, url, 'submit-to-unit');
  return url;
}

test('D9.3 an act is mailed to who is next within a few seconds, whole, with what such a mail must say', async () => {
  await settled();
  const url = await submitted(kLongTitle);
  const [row] = ofItem(url, 'dinh-cong-tu');
  assert.equal(row.kind, 'notice');
  await site.until('mail', () => ofItem(url, 'dinh-cong-tu')[0].state === 'sent');
  const [mail, ...more] = byMessage(localMails(site), row);
  assert.deepEqual(more, []);
  assert.equal(mail.subject, `Chờ xử lý: ${kLongTitle}`);
  assert.equal(mail.toName, 'Đinh Công Tú');
  assert.ok(to('dinh-cong-tu')(mail));
  assert.equal(mail.fromAddress, one("SELECT value FROM core_setting WHERE name = 'editorial_email'"));
  assert.equal(mail.fromName, `Ban Biên tập, ${one("SELECT value FROM core_setting WHERE name = 'agency_full_name'")}`);
  const [local, domain] = mail.fromAddress.split('@');
  assert.ok(mail.replyTo.includes(`<${local}+${row.message.split('@')[0]}@${domain}>`), mail.replyTo);
  assert.equal(row.message.split('@')[1], domain);
  assert.equal(mail.headers['auto-submitted'], 'auto-generated');
  assert.equal(mail.headers.precedence, 'bulk');
  assert.equal(mail.headers['list-id'], `<thong-bao.${domain}>`);
  assert.equal(mail.headers['x-mailfrom'], '<>', 'the null return path');
  assert.deepEqual(mail.encodings, ['Q']);
  assert.deepEqual(mail.defects, []);
  const code = one(`SELECT code FROM core_item WHERE id = ${idOf(url)}`);
  for (const words of [kLongTitle, code, 'Chờ ông, bà duyệt của đơn vị (D9.1a).', `${site.officeOrigin}${url}`, 'Đinh Công Tú', `${site.officeOrigin}/quan-tri/ca-nhan`]) assert.ok(mail.plain.includes(words), words);
  assert.ok(mail.html.includes('&lt;vùng cao&gt; &amp; vùng'), 'escaped');
  assert.ok(mail.html.includes(`href="${site.officeOrigin}${url}"`));
  await site.until('no trouble', () => one("SELECT last_error FROM core_task WHERE name = 'mailer'") === '', 30_000); // at the start the mail server may come later
  await site.until('heartbeat', () => Number(one("SELECT TIMESTAMPDIFF(SECOND, done_at, UTC_TIMESTAMP()) FROM core_task WHERE name = 'mailer'")) <= 15);
  // The answer of the page did not wait, and what was read before it could leave does not leave.
  site.sv('down', 'mailer');
  const read = await submitted('Bài được duyệt trước khi thư đi');
  await mustAct(people.unitHead, read, 'approve-unit');
  site.sv('up', 'mailer');
  await site.until('not needed', () => ofItem(read, 'dinh-cong-tu')[0].state === 'cancelled');
  assert.match(ofItem(read, 'dinh-cong-tu')[0].error, /đã đọc, hoặc việc đã xong/);
  await settled();
  assert.deepEqual(byMessage(localMails(site), ofItem(read, 'dinh-cong-tu')[0]), []);
});

test('D4.2_D12.3 a refusal and a return are mailed to their sender as a letter, whatever notices they want, and once', async () => {
  await choose(people.author, 'none');
  const returned = await submitted('Bài thiếu thông tin người gửi');
  await mustAct(people.unitHead, returned, 'approve-unit');
  await mustAct(people.secretary, returned, 'return-to-sender', { reason: 'Thiếu họ tên người chụp ảnh.\nThiếu ngày diễn ra sự kiện.', ground: 'D4.2-nhan-than' });
  const refused = await submitted('Bài không đúng sự thật');
  await mustAct(people.unitHead, refused, 'approve-unit');
  await mustAct(people.boardHead, refused, 'refuse', { reason: 'Số liệu không đúng.', ground: 'D12.3c' });
  await settled();
  const mails = localMails(site);
  for (const [url, subject, words] of [
    [returned, 'Trả lại để chỉnh sửa tin, bài', ['Thiếu họ tên người chụp ảnh.', 'Thiếu ngày diễn ra sự kiện.', 'Điều 4 khoản 2', 'Trần Minh Châu', 'Nguyễn Hoàng Yến']],
    [refused, 'Từ chối đăng tin, bài', ['Số liệu không đúng.', 'D12.3c', 'Lê Thị Thu Hằng', 'không đăng tin, bài này']],
  ]) {
    const own = ofItem(url, 'nguyen-hoang-yen');
    assert.deepEqual(own.map(({ kind, state }) => `${kind} ${state}`), ['letter sent'], 'the letter alone');
    const [mail, ...more] = byMessage(mails, own[0]);
    assert.deepEqual(more, []);
    const [[code, title]] = site.sql(`SELECT code, title FROM core_item WHERE id = ${idOf(url)}`);
    assert.equal(mail.subject, `${subject} ${code}: ${title}`);
    for (const one of [...words, title]) {
      assert.ok(mail.plain.includes(one), `${one} in:\n${mail.plain}`);
      assert.ok(mail.html.includes(one), one);
    }
    assert.equal(mail.headers['list-id'], undefined, 'a letter is to one person');
    const [local, domain] = mail.fromAddress.split('@');
    assert.equal(mail.headers['x-mailfrom'], `${local}+${own[0].message.split('@')[0]}@${domain}`, 'the board learns when it does not arrive');
    const link = mail.plain.match(/http\S+\/thu\/\d+/)[0];
    assert.equal((await people.author.get(new URL(link).pathname)).status, 200);
  }
  await choose(people.author, 'at_once');
});

test('D9.3 each person chooses: none, one digest a working day of what is unread, each at once; the bell has everything', async () => {
  const head = personId(site, 'dinh-cong-tu');
  const page = await people.unitHead.get('/quan-tri/ca-nhan');
  assert.ok(page.body.includes(address('dinh-cong-tu')));
  const wrong = await people.unitHead.submit(page, (form) => form.action === '/quan-tri/ca-nhan/thu', { mail_mode: 'hang-tuan' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /Chọn một cách nhận thông báo/);
  await choose(people.unitHead, 'none');
  assert.deepEqual(site.sql(`SELECT a.action, n.note FROM core_audit a JOIN core_audit_note n USING (chain, seq) WHERE a.action = 'mail_preference' AND a.person_id = ${head}`), [['mail_preference', 'Thông báo qua thư: Gửi ngay từng thông báo → Không gửi thư']]);
  site.sql(`UPDATE core_notice SET read_at = UTC_TIMESTAMP(6) WHERE person_id = ${head} AND read_at IS NULL`);
  const first = await submitted('Bài không báo qua thư');
  assert.equal(one(`SELECT COUNT(*) FROM core_notice WHERE person_id = ${head} AND read_at IS NULL`), '1');
  assert.deepEqual(ofItem(first, 'dinh-cong-tu'), []);

  await choose(people.unitHead, 'digest');
  const second = await submitted('Bài thứ hai của thư tổng hợp');
  assert.deepEqual(ofItem(second, 'dinh-cong-tu'), []);
  // Of a hidden item the digest has no word either.
  const third = await submitted('Bài có từ mậtdanhtổnghợp');
  site.sql(`UPDATE core_item SET secrecy = 'hidden', hidden_at = UTC_TIMESTAMP(6), title = 'Nội dung đã ẩn theo căn cứ bí mật nhà nước' WHERE id = ${idOf(third)}; UPDATE core_notice SET text = 'mậtdanhtổnghợp' WHERE item_id = ${idOf(third)}`);
  const digests = () => rows(`person_id = ${head} AND kind = 'digest'`);
  site.sv('down', 'mailer'); // the rounds are the test's
  // A Monday of next year's that nobody entered, before and at the hour; two mailers at once.
  site.sql("UPDATE core_setting SET value = '8' WHERE name = 'mail_digest_hour'");
  const year = new Date().getUTCFullYear() + 1;
  const monday = new Date(Date.UTC(year, 0, 4));
  while (monday.getUTCDay() !== 1) monday.setUTCDate(monday.getUTCDate() + 1);
  const at = (days, time) => `${new Date(monday.getTime() + days * 86_400_000).toISOString().slice(0, 10)}T${time}:00+07:00`;
  for (const now of [at(-1, '09:00'), at(0, '07:59')]) assert.equal((await round(now)).code, 0);
  assert.deepEqual(digests(), [], 'a Sunday, and before the hour');
  const both = await Promise.all([round(at(0, '08:00')), round(at(0, '08:00'))]);
  for (const done of both) assert.equal(done.code, 0, done.stderr);
  assert.deepEqual(digests().map(({ state }) => state), ['sent']);
  assert.equal((await round(at(0, '16:00'))).code, 0);
  assert.equal(digests().length, 1, 'one a day');
  const [mail, ...more] = byMessage(localMails(site), digests()[0]);
  assert.deepEqual(more, []);
  assert.match(mail.subject, /^Thông báo chưa đọc ngày \d\d\/\d\d\/\d{4} \(3\)$/);
  for (const words of ['Bài không báo qua thư', 'Bài thứ hai của thư tổng hợp', 'Nội dung đã ẩn']) assert.ok(mail.plain.includes(words) && mail.html.includes(words), words);
  assert.ok(!mail.plain.includes('mậtdanhtổnghợp') && !mail.html.includes('mậtdanhtổnghợp'));
  assert.equal(mail.headers['x-mailfrom'], '<>');
  assert.equal((await round(at(1, '09:00'))).code, 0);
  assert.equal(digests().length, 1, 'nothing came since');
  site.sql(`INSERT INTO core_notice (person_id, kind, cause, text, created_at) VALUES (${head}, 'waits', 'thu:moi', 'Việc mới', '${at(1, '03:00').slice(0, 10)} 03:00:00')`);
  assert.equal((await round(at(1, '11:00'))).code, 0);
  assert.deepEqual(digests().map(({ state }) => state), ['sent', 'sent']);
  // All read between queueing and sending: nothing leaves.
  site.sql(`INSERT INTO core_notice (person_id, kind, cause, text, created_at) VALUES (${head}, 'waits', 'thu:moi-hon', 'Việc mới hơn', '${at(2, '03:00').slice(0, 10)} 03:00:00'); UPDATE core_setting SET value = '1' WHERE name = 'mail_per_minute'`);
  site.sql(`UPDATE core_mail SET claimed_at = '${at(2, '04:00').slice(0, 10)} 04:00:30' ORDER BY id LIMIT 1`);
  assert.equal((await round(at(2, '11:01'))).code, 0);
  assert.equal(digests().at(-1).state, 'ready', 'queued, and the minute is full');
  site.sql(`UPDATE core_notice SET read_at = UTC_TIMESTAMP(6) WHERE person_id = ${head}; UPDATE core_setting SET value = '300' WHERE name = 'mail_per_minute'`);
  assert.equal((await round(at(2, '11:05'))).code, 0);
  assert.equal(digests().at(-1).state, 'cancelled');
  site.sql("UPDATE core_setting SET value = '7' WHERE name = 'mail_digest_hour'; DELETE FROM core_mail WHERE kind = 'digest'");
  site.sv('up', 'mailer');
  await choose(people.unitHead, 'at_once');
});

test('D9.3 the mail server is down: the act succeeds at once, the mail leaves when it is back, once', async () => {
  await settled();
  site.sv('down', 'mail-server');
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài gửi khi máy chủ thư nghỉ' }));
  await mustAct(people.author, url, 'submit-to-unit');
  await site.until('tried', () => ofItem(url, 'dinh-cong-tu')[0].attempts > 0);
  await site.until('waits', () => ofItem(url, 'dinh-cong-tu')[0].state === 'ready');
  assert.match(ofItem(url, 'dinh-cong-tu')[0].error, /^Không gửi được tới máy chủ thư/);
  await site.until('said', () => /Không gửi được tới máy chủ thư/.test(one("SELECT last_error FROM core_task WHERE name = 'mailer'")), 15_000);
  const list = await sysadmin.get('/quan-tri/thu-di/?trang-thai=dang-cho');
  assert.match(list.body, /Không gửi được tới máy chủ thư/);
  const health = JSON.parse(execFileSync('curl', ['-sS', '--unix-socket', path.join(site.run, 'public.sock'), 'http://localhost/_health/admin'], { encoding: 'utf8' }));
  assert.equal(health.mail_waiting, 1);
  assert.equal(health.mail_dead, 0, JSON.stringify(rows("state = 'dead'")));
  assert.ok(health.mail_oldest_waiting_s >= 0);
  site.sv('up', 'mail-server');
  await site.until('sent later', () => ofItem(url, 'dinh-cong-tu')[0].state === 'sent', 60_000);
  await sleep(1000);
  assert.equal(byMessage(localMails(site), ofItem(url, 'dinh-cong-tu')[0]).length, 1);
});

test('D9.3_D11.1 what the server refuses is a dead letter at once: its reason is read, it is sent again to the mended address, or cancelled, and the trail names who', async () => {
  await settled();
  const server = await startServer(site);
  try {
    server.mode('refuse');
    site.sql("UPDATE core_person SET email = 'sai.dia.chi@minhgiang.gov.vn' WHERE code = 'dinh-cong-tu'");
    const url = await submitted('Bài gửi tới địa chỉ sai');
    await site.until('dead', () => ofItem(url, 'dinh-cong-tu')[0].state === 'dead', 20_000);
    const row = ofItem(url, 'dinh-cong-tu')[0];
    assert.equal(row.attempts, 1);
    assert.match(row.error, /^Máy chủ thư từ chối \(mã 550 – địa chỉ người nhận không có hoặc không nhận thư\): 550 5\.1\.1 no such mailbox here$/);
    server.mode('refuse-data');
    const other = await submitted('Bài bị từ chối nội dung');
    await site.until('dead', () => ofItem(other, 'dinh-cong-tu')[0].state === 'dead', 20_000);
    assert.match(ofItem(other, 'dinh-cong-tu')[0].error, /mã 554/);
    server.mode('accept');
    await sleep(1000);
    assert.deepEqual(server.taken(), [], 'it is not tried again by itself');

    // Where the operator sees it.
    for (const client of [sysadmin, people.secretary]) {
      const link = (await client.get('/quan-tri/')).html().querySelectorAll('nav a[href="/quan-tri/thu-di/"]')[0];
      assert.match(link.textContent, /Thư gửi đi 2/);
    }
    assert.match((await people.secretary.get('/quan-tri/dieu-hanh/')).html().querySelector('a[href="/quan-tri/thu-di/?trang-thai=khong-gui-duoc"]').textContent, /2\s*Thư không gửi được/);
    const list = await people.secretary.get('/quan-tri/thu-di/?trang-thai=khong-gui-duoc');
    assert.equal(list.html().querySelectorAll('tbody tr').length, 2);
    assert.match(list.body, /địa chỉ người nhận không có hoặc không nhận thư/);
    assert.doesNotMatch(list.body, /Bài gửi tới địa chỉ sai/, 'who looks after the mail reads no title');

    site.sql("UPDATE core_person SET email = 'tu.dc@minhgiang.gov.vn' WHERE code = 'dinh-cong-tu'");
    const again = (form) => form.action === `/quan-tri/thu-di/${row.id}/gui-lai`;
    const answer = await people.secretary.submit(list, again);
    assert.equal(answer.headers.location, '/quan-tri/thu-di/?trang-thai=khong-gui-duoc&xong=gui-lai');
    await site.until('sent', () => ofItem(url, 'dinh-cong-tu')[0].state === 'sent', 10_000);
    assert.deepEqual(server.taken().map((mail) => mail.to), [['tu.dc@minhgiang.gov.vn']]);
    assert.equal(server.mails()[0].messageId, `<${row.message}>`);
    assert.equal((await people.secretary.submit(list, again)).headers.location, answer.headers.location, 'the form sent twice is carried out once');
    const [[action, person, authority, note]] = site.sql(`SELECT a.action, a.person_id, a.authority, n.note FROM core_audit a JOIN core_audit_note n USING (chain, seq) WHERE a.chain = 'mail:${row.id}'`);
    assert.deepEqual([action, person, authority], ['mail_resend', personId(site, 'tran-minh-chau'), 'Thư ký Ban Biên tập']);
    assert.match(note, /Thông báo: Chờ xử lý TB-\S+ gửi Đinh Công Tú\. Trước đó: Máy chủ thư từ chối/);
    const gone = await people.secretary.post(`/quan-tri/thu-di/${row.id}/gui-lai`, { _csrf: (await people.secretary.get('/quan-tri/')).html().querySelector('input[name=_csrf]').getAttribute('value'), _key: formKey() });
    assert.equal(gone.status, 409);
    assert.match(textOf(gone), /Chỉ gửi lại được thư không gửi được hoặc đã hủy/);

    // Cancelled before it leaves: it never does.
    server.mode('busy');
    const cancelled = await submitted('Bài có thư bị hủy');
    await site.until('waits', () => ofItem(cancelled, 'dinh-cong-tu')[0].attempts > 0 && ofItem(cancelled, 'dinh-cong-tu')[0].state === 'ready');
    site.sql(`UPDATE core_mail SET available_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR WHERE id = ${ofItem(cancelled, 'dinh-cong-tu')[0].id}`);
    const waiting = await sysadmin.get('/quan-tri/thu-di/?trang-thai=dang-cho');
    assert.match(waiting.body, /thử lại lúc/);
    const done = await sysadmin.submit(waiting, (form) => form.action.endsWith(`${ofItem(cancelled, 'dinh-cong-tu')[0].id}/huy`));
    assert.equal(done.status, 303, textOf(done));
    server.mode('accept');
    assert.equal(ofItem(cancelled, 'dinh-cong-tu')[0].state, 'cancelled');
    assert.match(ofItem(cancelled, 'dinh-cong-tu')[0].error, /^Trần Minh Châu hủy gửi lúc/);
    assert.equal(one(`SELECT action FROM core_audit WHERE chain = 'mail:${ofItem(cancelled, 'dinh-cong-tu')[0].id}'`), 'mail_cancel');
    assert.equal((await site.portal('check')).code, 0, 'the trail verifies');
  } finally {
    await server.stop();
  }
});

test('D9.3 greylisted: again after a minute, then two; too slow to answer: again, under the same Message-ID', async () => {
  await settled();
  site.sql("DELETE FROM core_mail WHERE state = 'dead'");
  fs.appendFileSync(path.join(site.dir, 'conf/mail'), 'smtp_timeout_s=2\n');
  await site.up();
  const server = await startServer(site);
  try {
    server.mode('greylist');
    const url = await submitted('Bài bị hẹn gửi lại');
    await site.until('deferred', () => ofItem(url, 'dinh-cong-tu')[0].attempts === 1 && ofItem(url, 'dinh-cong-tu')[0].state === 'ready', 20_000);
    const wait = Number(one(`SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), available_at) FROM core_mail WHERE id = ${ofItem(url, 'dinh-cong-tu')[0].id}`));
    assert.ok(wait > 45 && wait <= 60, `${wait} s`);
    assert.match(ofItem(url, 'dinh-cong-tu')[0].error, /mã 451 – máy chủ thư hẹn gửi lại sau/);
    site.sql(`UPDATE core_mail SET available_at = UTC_TIMESTAMP(6) WHERE id = ${ofItem(url, 'dinh-cong-tu')[0].id}`);
    await site.until('sent', () => ofItem(url, 'dinh-cong-tu')[0].state === 'sent', 10_000);
    assert.equal(server.taken().length, 1);

    server.mode('hang');
    const slow = await submitted('Bài gặp máy chủ thư treo');
    await site.until('gave up waiting', () => ofItem(slow, 'dinh-cong-tu')[0].error !== '', 20_000);
    assert.equal(ofItem(slow, 'dinh-cong-tu')[0].state === 'dead', false);
    server.mode('accept');
    await site.until('sent', () => ofItem(slow, 'dinh-cong-tu')[0].state === 'sent', 60_000);
    assert.deepEqual(server.mails().map((mail) => mail.messageId), [ofItem(url, 'dinh-cong-tu')[0], ofItem(slow, 'dinh-cong-tu')[0]].map((row) => `<${row.message}>`));
    // 72 hours are the end.
    server.mode('busy');
    const late = await submitted('Bài chờ quá 72 giờ');
    site.sql(`UPDATE core_mail SET since = since - INTERVAL 72 HOUR, available_at = UTC_TIMESTAMP(6) WHERE id = ${ofItem(late, 'dinh-cong-tu')[0].id}`);
    await site.until('given up', () => ofItem(late, 'dinh-cong-tu')[0].state === 'dead', 70_000);
    assert.match(ofItem(late, 'dinh-cong-tu')[0].error, /^Sau 72 giờ vẫn chưa gửi được\./);
  } finally {
    await server.stop();
    fs.writeFileSync(path.join(site.dir, 'conf/mail'), '');
    await site.up();
  }
});

// Puts `count` notices and their mails into the tables, as acts do.
function burst(count, code, tag) {
  const person = personId(site, code);
  site.sql(`
    INSERT INTO core_notice (person_id, kind, cause, text, created_at) SELECT ${person}, 'waits', CONCAT('${tag}:', s.seq), CONCAT('Thư số ', s.seq), UTC_TIMESTAMP(6) FROM seq_1_to_${count} s;
    INSERT INTO core_mail (kind, person_id, address, notice_id, message_id, available_at, since, created_at)
      SELECT 'notice', person_id, '${address(code)}', id, CONCAT(REPLACE(UUID(), '-', ''), '@minhgiang.gov.vn'), created_at, created_at, created_at FROM core_notice WHERE cause LIKE '${tag}:%'`);
  return site.sql(`SELECT m.message_id FROM core_mail m JOIN core_notice n ON n.id = m.notice_id WHERE n.cause LIKE '${tag}:%'`).map(([id]) => `<${id}>`);
}

test('D14.3d kill -9 of the mailer in the midst of 200 mails: none is lost, and none twice but the one on its way, which keeps its Message-ID', { timeout: 300_000 }, async () => {
  await settled();
  site.sql("UPDATE core_setting SET value = '6000' WHERE name = 'mail_per_minute'");
  const server = await startServer(site);
  try {
    server.mode('slow');
    const wanted = burst(200, 'pham-gia-bao', 'loat');
    await site.until('some have left', () => server.taken().length > 10, 30_000);
    let kills = 0;
    for (; kills < 6 && server.taken().length < 170; kills++) {
      site.signal('mailer', 'SIGKILL');
      const before = server.taken().length;
      if (kills === 4) await Promise.all([round(), round()]); // others help meanwhile
      await site.until('goes on', () => server.taken().length > before + 5, 30_000);
    }
    assert.ok(kills >= 3, `${kills} kills`);
    await site.until('all have left', () => one("SELECT COUNT(*) FROM core_mail m JOIN core_notice n ON n.id = m.notice_id WHERE n.cause LIKE 'loat:%' AND m.state = 'sent'") === '200', 60_000);
    const got = server.mails().map((mail) => mail.messageId);
    assert.deepEqual([...new Set(got)].sort(), [...wanted].sort(), 'none is lost');
    const twice = got.length - new Set(got).size;
    assert.ok(twice <= kills, `${twice} came twice after ${kills} kills`);
    console.log(`200 mails, ${kills} kills, ${twice} handed over twice under the same Message-ID`);
  } finally {
    await server.stop();
    site.sql("UPDATE core_setting SET value = '300' WHERE name = 'mail_per_minute'");
  }
});

test('D9.3 at most as many leave a minute as the setting says, over all mailers', async () => {
  await settled();
  site.sv('down', 'mailer');
  site.sql("UPDATE core_mail SET claimed_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR; UPDATE core_setting SET value = '5' WHERE name = 'mail_per_minute'");
  burst(12, 'pham-gia-bao', 'nhip');
  const sent = () => Number(one("SELECT COUNT(*) FROM core_mail m JOIN core_notice n ON n.id = m.notice_id WHERE n.cause LIKE 'nhip:%' AND m.state = 'sent'"));
  for (let i = 0; i < 3; i++) assert.equal((await round()).code, 0);
  assert.equal(sent(), 5);
  site.sql('UPDATE core_mail SET claimed_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE');
  assert.equal((await round()).code, 0);
  assert.equal(sent(), 10);
  site.sql("UPDATE core_setting SET value = '300' WHERE name = 'mail_per_minute'");
  site.sv('up', 'mailer');
  await settled();
});

test('D12.3b no word of an item that was hidden while its mail waited leaves', async () => {
  await settled();
  const kWord = 'mậtdanhtrungkhôi';
  site.sv('down', 'mailer');
  const url = await submitted(`Bài có ${kWord}`);
  await mustAct(people.unitHead, url, 'return-from-unit', { reason: `Sửa chỗ nói về ${kWord}.` });
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.boardHead, url, 'refuse', { reason: `Vì ${kWord}.`, ground: 'D12.3b' });
  assert.equal(one(`SELECT secrecy FROM core_item WHERE id = ${idOf(url)}`), 'hidden');
  // Even where somebody has what was read sent again.
  site.sql(`UPDATE core_mail SET resends = 1 WHERE item_id = ${idOf(url)}`);
  assert.ok(rows(`item_id = ${idOf(url)} AND state = 'ready'`).length >= 3);
  site.sv('up', 'mailer');
  await site.until('sent', () => rows(`item_id = ${idOf(url)} AND state <> 'sent'`).length === 0, 20_000);
  const messages = new Set(rows(`item_id = ${idOf(url)}`).map((row) => `<${row.message}>`));
  const mails = localMails(site).filter((mail) => messages.has(mail.messageId));
  assert.equal(mails.length, messages.size);
  for (const mail of mails) assert.ok(!`${mail.subject} ${mail.plain} ${mail.html}`.includes(kWord), mail.plain);
  assert.ok(mails.some((mail) => /đã được ẩn theo quy định về bảo vệ bí mật nhà nước/.test(mail.plain)), 'the letter says so');
});

test('D6.3 over TLS with a name and password, and signed: another program verifies the signature', async () => {
  await settled();
  const folder = fs.mkdtempSync(path.join(site.dir, 'tls-'));
  const file = (name) => path.join(folder, name);
  fs.chmodSync(folder, 0o755);
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', file('tls.key'), '-out', file('tls.crt')], { stdio: 'ignore' });
  execFileSync('openssl', ['genrsa', '-out', file('dkim.pem'), '2048'], { stdio: 'ignore' });
  const openKey = execFileSync('openssl', ['rsa', '-in', file('dkim.pem'), '-pubout', '-outform', 'DER'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString('base64');
  fs.writeFileSync(file('password'), 'mật khẩu của máy chủ thư\n'.normalize('NFC'));
  const uid = fs.readFileSync(`/proc/${site.pid('mailer')}/status`, 'utf8').match(/^Uid:\s+(\d+)/m)[1];
  for (const name of ['password', 'dkim.pem']) {
    fs.chmodSync(file(name), 0o600);
    if (process.getuid() === 0) fs.chownSync(file(name), Number(uid), 0);
  }
  const port = fs.readFileSync(path.join(site.dir, 'mail-port'), 'utf8').trim();
  const settings = { smtp_url: `smtp://127.0.0.1:${port}`, smtp_ca_file: file('tls.crt'), smtp_user: 'banbientap', smtp_password_file: file('password'), dkim_domain: 'stp.minhgiang.gov.vn', dkim_selector: 'thu2026', dkim_key_file: file('dkim.pem'), mail_reply_tags: '0' };
  const write = (changes = {}) => fs.writeFileSync(path.join(site.dir, 'conf/mail'), Object.entries({ ...settings, ...changes }).map(([key, value]) => `${key}=${value}\n`).join(''));
  // The instance's own server speaks no TLS: nothing is said to it, least of all the password.
  write();
  await site.up();
  const url = await submitted('Bài gửi qua máy chủ thư có TLS');
  await site.until('refused to speak', () => ofItem(url, 'dinh-cong-tu')[0].attempts > 0 && ofItem(url, 'dinh-cong-tu')[0].state === 'ready', 20_000);
  assert.match(ofItem(url, 'dinh-cong-tu')[0].error, /Không gửi được tới máy chủ thư/);
  const server = await startServer(site, { tls: [file('tls.crt'), file('tls.key')], user: ['banbientap', 'mật khẩu của máy chủ thư'] });
  try {
    await site.until('sent', () => ofItem(url, 'dinh-cong-tu')[0].state === 'sent', 60_000);
    assert.deepEqual(server.taken().map(({ tls, user, from }) => ({ tls, user, from })), [{ tls: true, user: 'banbientap', from: '<>' }]);
    const [mail] = server.mails({ key: openKey });
    assert.equal(mail.dkim, true);
    assert.match(mail.headers['dkim-signature'], /d=stp\.minhgiang\.gov\.vn/);
    assert.equal(mail.replyTo, '', 'a mailbox without tags');
    // A wrong password is the configuration's fault: no mail is given up for it.
    fs.writeFileSync(file('password'), 'sai\n');
    site.sv('restart', 'mailer');
    const second = await submitted('Bài gửi khi mật khẩu máy chủ thư sai');
    await site.until('not let in', () => ofItem(second, 'dinh-cong-tu')[0].attempts > 0 && ofItem(second, 'dinh-cong-tu')[0].state === 'ready', 20_000);
    assert.equal(server.taken().length, 1);
  } finally {
    await server.stop();
    fs.writeFileSync(path.join(site.dir, 'conf/mail'), '');
    await site.up();
  }
  await settled();
  // What cannot work is said at the start.
  const started = (changes) => {
    const conf = fs.readFileSync(path.join(site.dir, 'conf/mailer.conf'), 'utf8').replace(/^smtp_.*\n/gm, '');
    const own = path.join(folder, 'mailer.conf');
    fs.writeFileSync(own, conf + Object.entries(changes).map(([key, value]) => `${key}=${value}\n`).join(''));
    try {
      execFileSync(path.join(buildDir, 'bin/mailer'), ['--config', own, '--once'], { encoding: 'utf8', stdio: 'pipe' });
      return '';
    } catch (error) {
      return `${error.status} ${error.stderr}`;
    }
  };
  assert.match(started({}), /^78 .*smtp_url/);
  assert.match(started({ smtp_url: 'smtp://127.0.0.1:9', smtp_starttls: '0', smtp_user: 'a', smtp_password_file: file('password') }), /^78 .*without TLS/);
  assert.match(started({ smtp_url: 'smtp://127.0.0.1:9', dkim_key_file: file('dkim.pem') }), /^78 .*dkim_domain/);
  fs.chmodSync(file('dkim.pem'), 0o644);
  assert.match(started({ smtp_url: 'smtp://127.0.0.1:9', dkim_key_file: file('dkim.pem'), dkim_domain: 'a.vn', dkim_selector: 'b' }), /^78 .*chmod 600/);
});

test('D6.3_D11.1 the stand-in of the secretary looks after the mail under the delegation; nobody else does', async () => {
  const actors = makeActors(site);
  const member = actors.client('board_member');
  assert.equal((await member.get('/quan-tri/thu-di/')).status, 403);
  site.sql(`INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (${actors.board_member.person}, 'act_as_secretary', '2026-01-01', '2100-01-01', '08/QĐ-BBT', ${actors.board_head.person}, UTC_TIMESTAMP(6))`);
  const list = await member.get('/quan-tri/thu-di/?trang-thai=da-huy');
  assert.equal(list.status, 200);
  const form = forms(list.body).find((one) => one.action.endsWith('/gui-lai'));
  assert.equal((await member.submit(list, (one) => one.action === form.action)).status, 303);
  assert.equal(one(`SELECT authority FROM core_audit WHERE chain = 'mail:${form.action.split('/')[3]}' ORDER BY seq DESC LIMIT 1`), 'Ủy quyền 08/QĐ-BBT');
  assert.equal((await member.get('/quan-tri/thu-di/?trang-thai=khong-co')).status, 200);
  assert.equal((await member.post('/quan-tri/thu-di/99999999/huy', { _csrf: member.csrf, _key: formKey() })).status, 404);
});

test('D14.3d old mails leave the register after the days of the setting; what waits stays', async () => {
  await settled();
  site.sv('down', 'mailer');
  site.sql("UPDATE core_mail SET created_at = created_at - INTERVAL 91 DAY; UPDATE core_mail SET state = 'ready', available_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY ORDER BY id LIMIT 1; UPDATE core_task SET due_at = UTC_TIMESTAMP(6) WHERE name = 'sweep'");
  site.sv('up', 'scheduler');
  await site.until('swept', () => one('SELECT COUNT(*) FROM core_mail WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL 90 DAY') === '1', 20_000);
  assert.equal(one("SELECT state FROM core_mail WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL 90 DAY"), 'ready');
});
