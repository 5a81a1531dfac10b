// What happens at its time without anybody asking (D9.3, D9.4, D14.3đ, D18.5, D20.1), by the scheduler that `up` started and by single rounds of the same
// program at a moment of the test's choice; and the notices that people see of it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { buildDir, startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, passAllChecks, personId, writeArticle } from '../support/journey.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const inVietnam = (at) => new Date(at.getTime() + 7 * 3600_000).toISOString();
const today = () => inVietnam(new Date()).slice(0, 10);
const thisMonth = () => today().slice(0, 7);

// One round of another scheduler beside the one that runs, as if it were `now`.
function round(now) {
  const args = ['--config', path.join(site.dir, 'conf/scheduler.conf'), '--once', ...(now ? ['--now', now] : [])];
  return new Promise((resolve) => {
    const child = spawn(path.join(buildDir, 'bin/scheduler'), args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => resolve({ code, stderr }));
  });
}
async function mustRound(now) {
  const done = await round(now);
  assert.equal(done.code, 0, done.stderr);
}
// The task is due at once; waits until the running scheduler has done it.
async function runTask(name) {
  const asked = one('SELECT UTC_TIMESTAMP(6)');
  site.sql(`UPDATE core_task SET due_at = '${asked}' WHERE name = '${name}'`);
  await site.until(`${name} done`, () => one(`SELECT done_at >= '${asked}' AND claimed_at IS NULL FROM core_task WHERE name = '${name}'`) === '1');
  assert.equal(one(`SELECT last_error FROM core_task WHERE name = '${name}'`), '');
}
const noticesOf = (code, where = '1') => site.sql(`SELECT kind, text, read_at IS NOT NULL FROM core_notice WHERE person_id = ${personId(site, code)} AND ${where} ORDER BY id`);

test('D14.3d a running scheduler says so every ten seconds', async () => {
  await site.until('heartbeat', () => Number(one("SELECT TIMESTAMPDIFF(SECOND, done_at, UTC_TIMESTAMP()) FROM core_task WHERE name = 'heartbeat'")) <= 15);
});

test('D9.4_D18.5_D20.1 the clocks of a month are opened by themselves, also of a month that passed without a scheduler, once by two of them', async () => {
  const count = (month) => Number(one(`SELECT COUNT(*) FROM core_clock WHERE subject LIKE '%:${month}'`));
  site.sql("UPDATE core_task SET done_at = UTC_TIMESTAMP(6) WHERE name = 'open_months'");
  await site.until('this month', () => count(thisMonth()) > 10);
  // Put away on 15/01 of next year, started again on 03/03: January is open, February and March are not.
  const year = Number(today().slice(0, 4)) + 1;
  site.sql(`UPDATE core_task SET done_at = '${year}-01-15 03:00:00', due_at = '${year}-01-15 17:00:00' WHERE name = 'open_months'`);
  // The rounds of next year do nothing else: sweeping then would end this year's sessions.
  site.sql("UPDATE core_task SET due_at = '2100-01-01' WHERE name <> 'open_months'");
  const now = `${year}-03-03T08:00:00+07:00`;
  const rounds = await Promise.all([round(now), round(now)]);
  assert.deepEqual(rounds.map(({ code }) => code), [0, 0], rounds.map(({ stderr }) => stderr).join(''));
  for (const month of [`${year}-01`, `${year}-02`, `${year}-03`]) assert.equal(count(month), count(thisMonth()), month);
  assert.equal(one(`SELECT COUNT(*) FROM (SELECT duty_id, subject FROM core_clock GROUP BY duty_id, subject HAVING COUNT(*) > 1) twice`), '0');
  assert.match(one("SELECT due_at FROM core_task WHERE name = 'open_months'"), new RegExp(`^${year}-03-03 17:00:00`));
  site.sql('UPDATE core_task SET due_at = UTC_TIMESTAMP(6), done_at = UTC_TIMESTAMP(6)');
});

test('D9.3 the supplier is reminded before the due time and told once when it passed; a new due time is told of anew', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài sắp đến hạn gửi' }));
  const clock = one(`SELECT c.id FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = 'D9.3a' AND c.item_id = ${idOf(url)}`);
  const told = () => noticesOf('nguyen-hoang-yen', `clock_id = ${clock}`).map(([kind]) => kind);
  const move = (remind, due) => site.sql(`UPDATE core_clock SET remind_at = UTC_TIMESTAMP(6) + INTERVAL ${remind} MINUTE, due_at = UTC_TIMESTAMP(6) + INTERVAL ${due} MINUTE WHERE id = ${clock}`);
  move(30, 60);
  await mustRound();
  assert.deepEqual(told(), []);
  move(-1, 60);
  await site.until('reminder', () => told().length === 1);
  await Promise.all([mustRound(), mustRound()]);
  assert.deepEqual(told(), ['due_soon']);
  move(-90, -1);
  await site.until('overdue', () => told().length === 2);
  await Promise.all([mustRound(), mustRound()]);
  assert.deepEqual(told(), ['due_soon', 'overdue']);
  assert.match(noticesOf('nguyen-hoang-yen', `clock_id = ${clock} AND kind = 'overdue'`)[0][1], /D9\.3a/);
  // A draft is its author's alone: its head learns nothing of it.
  assert.deepEqual(noticesOf('dinh-cong-tu', `item_id = ${idOf(url)}`), []);
  move(-1, 90);
  await site.until('reminder of the new due time', () => told().length === 3);
  // Supplied: what was said of the clock is settled.
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  assert.deepEqual(noticesOf('nguyen-hoang-yen', `clock_id = ${clock}`).map(([, , read]) => read), ['1', '1', '1']);
});

test('D9.3 a due time that passed while no scheduler ran is told as passed, without the reminder', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài quá hạn trong lúc máy nghỉ' }));
  const clock = one(`SELECT id FROM core_clock WHERE item_id = ${idOf(url)}`);
  site.sv('down', 'scheduler');
  site.sql(`UPDATE core_clock SET remind_at = UTC_TIMESTAMP(6) - INTERVAL 2 HOUR, due_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE id = ${clock}`);
  site.sv('up', 'scheduler');
  await site.until('told', () => noticesOf('nguyen-hoang-yen', `clock_id = ${clock}`).length > 0);
  assert.deepEqual(noticesOf('nguyen-hoang-yen', `clock_id = ${clock}`).map(([kind]) => kind), ['overdue']);
});

test('D9.4 a unit below its quota is reminded on the days of the setting; one that met it has its clock closed as of that supply', async () => {
  const unit = one("SELECT id FROM core_unit WHERE code = 'pbgdpl'");
  const clock = () => site.sql(`SELECT c.state, c.stopped_by, c.outcome, c.closed_at, c.id FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = 'D9.4' AND c.subject = 'unit:${unit}:${thisMonth()}'`)[0];
  // Nothing of this month is there yet, and two are owed (the unit's own row).
  site.sql(`UPDATE core_item SET first_supplied_at = '2026-01-15 03:00:00' WHERE unit_id = ${unit} AND first_supplied_at IS NOT NULL;
    UPDATE core_clock SET state = 'open', closed_at = NULL, outcome = '', stopped_by = '' WHERE id = ${clock()[4]};
    DELETE FROM core_notice WHERE kind = 'quota'`);
  const day = Math.min(28, Number(today().slice(8)));
  const sysadmin = await site.login('sysadmin');
  const set = async (value) => sysadmin.submit(await sysadmin.get('/quan-tri/cai-dat/quota-reminder-days'), (form) => form.action.endsWith('/quota-reminder-days'), { value });
  for (const bad of ['29', '0', '5,3', 'hai mươi', '5,,6', '5 6']) assert.equal((await set(bad)).status, 422, bad);
  assert.equal((await set(String(day))).status, 303);
  await runTask('quota');
  const [kind, text] = noticesOf('dinh-cong-tu', "kind = 'quota'")[0];
  assert.equal(kind, 'quota');
  assert.match(text, /0 trên 2 tin, bài của tháng/);
  await runTask('quota');
  assert.equal(noticesOf('dinh-cong-tu', "kind = 'quota'").length, 1);
  assert.equal(clock()[0], 'open');

  const urls = [];
  for (const title of ['Bài thứ nhất của tháng', 'Bài thứ hai của tháng']) {
    const url = await writeArticle(people.author, articleFields(site, { title }));
    await mustAct(people.author, url, 'submit-to-unit');
    await mustAct(people.unitHead, url, 'approve-unit');
    urls.push(url);
  }
  // One that is sent back does not count (D4.2).
  await mustAct(people.secretary, urls[0], 'return-to-sender', { reason: 'Thiếu thông tin người gửi.', ground: 'D4.2-nhan-than' });
  await runTask('quota');
  assert.equal(clock()[0], 'open');
  await mustAct(people.author, urls[0], 'submit-to-unit');
  await mustAct(people.unitHead, urls[0], 'approve-unit');
  await runTask('quota');
  const [state, stopped, outcome, closed] = clock();
  assert.deepEqual([state, stopped, outcome], ['closed', 'quota_met', 'in_time']);
  assert.equal(closed, one(`SELECT MAX(first_supplied_at) FROM core_item WHERE id IN (${urls.map(idOf)})`));
});

test('D9.4 the first supply is kept when an item is supplied again', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài cung cấp hai lần' }));
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  const first = one(`SELECT first_supplied_at FROM core_item WHERE id = ${idOf(url)}`);
  assert.equal(first, one(`SELECT supplied_at FROM core_item WHERE id = ${idOf(url)}`));
  await mustAct(people.secretary, url, 'publish');
  await mustAct(people.author, url, 'revise-by-author');
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  assert.deepEqual(site.sql(`SELECT first_supplied_at, supplied_at > first_supplied_at FROM core_item WHERE id = ${idOf(url)}`), [[first, '1']]);
});

test('what nobody needs any more goes after the days of its setting, and nothing else', async () => {
  const key = (c) => c.repeat(32);
  const account = one("SELECT id FROM core_account WHERE username = 'nguyen.hoang.yen'");
  const author = personId(site, 'nguyen-hoang-yen');
  const ago = (days) => `UTC_TIMESTAMP(6) - INTERVAL ${days} DAY`;
  const withdrawn = one("SELECT id FROM core_item WHERE state = 'published' ORDER BY id LIMIT 1");
  site.sql(`INSERT INTO core_idempotency VALUES ('${key('a')}', ${account}, '', '/', ${ago(8)}), ('${key('b')}', ${account}, '', '/', ${ago(6)});
    INSERT INTO core_login_throttle VALUES ('thu:cu', 3, ${ago(3)}, ${ago(3)}), ('thu:moi', 3, ${ago(1)}, ${ago(1)});
    INSERT INTO core_session (digest, account_id, csrf, stage, created_at, seen_at, expires_at) VALUES ('${key('a')}', ${account}, '', 'full', ${ago(4)}, ${ago(4)}, ${ago(3)}), ('${key('b')}', ${account}, '', 'full', ${ago(1)}, ${ago(1)}, ${ago(0)});
    INSERT INTO core_draft (draft_key, person_id, subject, sequence, fields, began_at, saved_at, closed_at) VALUES ('${key('a')}', ${author}, 'new:news', 1, '{}', ${ago(91)}, ${ago(91)}, NULL), ('${key('b')}', ${author}, 'new:news', 1, '{}', ${ago(89)}, ${ago(89)}, NULL), ('${key('c')}', ${author}, 'new:news', 1, '{}', ${ago(2)}, ${ago(2)}, ${ago(2)}), ('${key('d')}', ${author}, 'new:news', 1, '{}', ${ago(2)}, ${ago(2)}, ${ago(0)});
    INSERT INTO core_job (kind, payload, state, available_at, done_at, created_at, last_error) VALUES ('thu', '{}', 'done', ${ago(40)}, ${ago(31)}, ${ago(40)}, 'cu'), ('thu', '{}', 'done', ${ago(40)}, ${ago(29)}, ${ago(40)}, 'moi'), ('thu', '{}', 'ready', ${ago(-1)}, NULL, ${ago(40)}, 'cho');
    INSERT INTO core_job (kind, item_id, payload, state, available_at, done_at, created_at, last_error) VALUES ('thu', ${withdrawn}, '{}', 'done', ${ago(40)}, ${ago(31)}, ${ago(40)}, 'go');
    UPDATE core_item SET withdrawn_at = ${ago(40)} WHERE id = ${withdrawn};
    INSERT INTO core_notice (person_id, kind, cause, text, created_at) VALUES (${author}, 'waits', 'thu:cu', 'Cũ', ${ago(181)}), (${author}, 'waits', 'thu:moi', 'Mới', ${ago(179)})`);
  const trail = one('SELECT COUNT(*) FROM core_audit');
  await runTask('sweep');
  assert.deepEqual(site.sql(`SELECT idem_key FROM core_idempotency WHERE idem_key IN ('${key('a')}', '${key('b')}')`), [[key('b')]]);
  assert.deepEqual(site.sql("SELECT subject FROM core_login_throttle WHERE subject LIKE 'thu:%'"), [['thu:moi']]);
  assert.deepEqual(site.sql(`SELECT digest FROM core_session WHERE digest IN ('${key('a')}', '${key('b')}')`), [[key('b')]]);
  assert.deepEqual(site.sql("SELECT draft_key FROM core_draft WHERE draft_key REGEXP '^([abcd])\\\\1+$' ORDER BY 1").map(([k]) => k[0]), ['b', 'd']);
  assert.deepEqual(site.sql("SELECT last_error FROM core_job WHERE kind = 'thu' ORDER BY id").map(([e]) => e), ['moi', 'cho', 'go']);
  assert.deepEqual(site.sql("SELECT cause FROM core_notice WHERE cause LIKE 'thu:%'"), [['thu:moi']]);
  assert.ok(Number(one('SELECT COUNT(*) FROM core_audit')) >= Number(trail));
  site.sql(`UPDATE core_item SET withdrawn_at = NULL WHERE id = ${withdrawn}; DELETE FROM core_job WHERE kind = 'thu'`);
});

test('D11.1_D15 who is next is told by the act, and it is settled by the next act', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài báo cho người kế tiếp' }));
  const waits = (code) => noticesOf(code, `item_id = ${idOf(url)} AND kind = 'waits'`).map(([, , read]) => read);
  await mustAct(people.author, url, 'submit-to-unit');
  assert.deepEqual(waits('dinh-cong-tu'), ['0']);
  await mustAct(people.unitHead, url, 'return-from-unit', { reason: 'Bổ sung số người dự hội nghị.' });
  assert.deepEqual(waits('dinh-cong-tu'), ['1']);
  assert.match(noticesOf('nguyen-hoang-yen', `item_id = ${idOf(url)} AND kind = 'returned'`)[0][1], /Bổ sung số người dự hội nghị/);
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  // The verifier was asked, then the head; neither wrote it. The secretary is asked to post.
  assert.deepEqual(waits('phan-van-dung').at(-1), '1');
  assert.deepEqual(waits('tran-minh-chau'), ['1', '0']);
  await mustAct(people.secretary, url, 'publish');
  assert.deepEqual(waits('tran-minh-chau'), ['1', '1']);
  assert.equal(noticesOf('nguyen-hoang-yen', `item_id = ${idOf(url)} AND kind = 'posted'`).length, 1);
});

test('the bell counts what is unread, its page marks read and unread, and nobody marks another’s', async () => {
  const author = await site.login('nguyen.hoang.yen');
  const count = async (client) => Number((await client.get('/quan-tri/')).html().querySelector('.bell b').textContent);
  site.sql(`UPDATE core_notice SET read_at = UTC_TIMESTAMP(6) WHERE person_id = ${personId(site, 'nguyen-hoang-yen')}`);
  assert.equal(await count(author), 0);
  assert.match((await author.get('/quan-tri/thong-bao/')).body, /Không có thông báo nào chưa đọc/);
  const item = one("SELECT id FROM core_item WHERE state = 'published' ORDER BY id LIMIT 1");
  site.sql(Array.from({ length: 32 }, (_, i) => `INSERT INTO core_notice (person_id, kind, item_id, cause, text, created_at) VALUES (${personId(site, 'nguyen-hoang-yen')}, 'waits', ${item}, 'chuong:${i}', 'Thông báo thử ${i}', UTC_TIMESTAMP(6))`).join(';'));
  assert.equal(await count(author), 32);
  const page = await author.get('/quan-tri/thong-bao/');
  assert.equal(page.html().querySelectorAll('.list__item').length, 30);
  const [id] = site.sql("SELECT id FROM core_notice WHERE cause = 'chuong:31'")[0];
  const mine = (form) => form.action === `/quan-tri/thong-bao/${id}/da-doc`;
  assert.equal((await author.submit(page, mine)).status, 303);
  assert.equal(await count(author), 31);
  const all = await author.get('/quan-tri/thong-bao/?xem=tat-ca');
  const back = await author.submit(all, (form) => form.action === `/quan-tri/thong-bao/${id}/chua-doc`);
  assert.equal(back.headers.location, '/quan-tri/thong-bao/?xem=tat-ca');
  assert.equal(await count(author), 32);
  // Another's: the answer is the same, nothing happens.
  const other = await site.login('bui.duc.thinh');
  const csrf = (await other.get('/quan-tri/')).body.match(/name="_csrf" value="(\w+)"/)[1];
  const form = { _csrf: csrf, _key: 'f'.repeat(32), xem: '' };
  assert.equal((await other.post(`/quan-tri/thong-bao/${id}/da-doc`, form)).status, 303);
  assert.equal(await count(author), 32);
  // Everything that was on the page; what came meanwhile stays.
  const older = await author.get(page.html().querySelector('.pager a[rel=next]').getAttribute('href'));
  assert.equal(older.html().querySelectorAll('.list__item').length, 2);
  site.sql(`INSERT INTO core_notice (person_id, kind, cause, text, created_at) VALUES (${personId(site, 'nguyen-hoang-yen')}, 'quota', 'chuong:moi', 'Vừa đến', UTC_TIMESTAMP(6))`);
  assert.equal((await author.submit(page, (f) => f.action === '/quan-tri/thong-bao/da-doc')).status, 303);
  assert.equal(await count(author), 1);
});
