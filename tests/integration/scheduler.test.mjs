// What happens at its time without anybody asking (D9.3, D9.4, D14.3đ, D18.5, D20.1), by the scheduler that `up` started and by single rounds of the same
// program at a moment of the test's choice; and the notices that people see of it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { formKey } from '../support/actors.mjs';
import { buildDir, startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, passAllChecks, personId, sectionId, textOf, writeArticle } from '../support/journey.mjs';

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

test('D9.4 a month that is over without its quota ends as late in that month: told once, kept in its list and rate, reminded of no more', async () => {
  const unit = one("SELECT id FROM core_unit WHERE code = 'pbgdpl'");
  const [year, number] = thisMonth().split('-').map(Number);
  const before = new Date(Date.UTC(year, number - 2, 1) - 7 * 3600_000);
  const [month, from] = [inVietnam(before).slice(0, 7), before.toISOString().slice(0, 19).replace('T', ' ')];
  const end = `TIMESTAMP('${thisMonth()}-01') - INTERVAL 7 HOUR - INTERVAL 1 SECOND`;
  site.sql(`INSERT INTO core_clock (duty_id, calendar_id, unit_id, subject, started_at, due_at) SELECT duty_id, calendar_id, unit_id, 'unit:${unit}:${month}', '${from}', ${end} FROM core_clock WHERE subject = 'unit:${unit}:${thisMonth()}' AND duty_id = (SELECT MAX(id) FROM core_duty WHERE code = 'D9.4')`);
  const clock = () => site.sql(`SELECT c.id, c.state, c.stopped_by, c.outcome, c.closed_at = ${end} FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = 'D9.4' AND c.subject = 'unit:${unit}:${month}'`)[0];
  await runTask('quota');
  const [id, ...ended] = clock();
  assert.deepEqual(ended, ['closed', 'month_over', 'late', '1']);
  await runTask('quota');
  for (const code of ['dinh-cong-tu', 'tran-minh-chau']) assert.deepEqual(noticesOf(code, `clock_id = ${id}`).map(([kind]) => kind), ['overdue'], code);
  const list = await people.boardHead.get(`/quan-tri/dieu-hanh/danh-sach?loai=tre-han&thang=${month}`);
  const row = list.html().querySelectorAll('tbody tr').find((tr) => tr.textContent.includes('D9.4'));
  assert.match(row.textContent.replace(/\s+/g, ' '), /Định mức tin, bài trong tháng.*PBGDPL.*Chưa đạt/i);
  const page = (await people.boardHead.get(`/quan-tri/dieu-hanh/?thang=${month}`)).html();
  const rate = page.querySelectorAll('table').find((table) => table.querySelector('caption').textContent.includes('đúng hạn và trễ')).querySelectorAll('tbody tr').find((tr) => tr.textContent.includes('D9.4'));
  assert.equal(rate.querySelector('[data-label="Trễ"]').textContent.match(/\d+/)[0], '1');
});

test('D18.5_D20.1 the month’s report is said to be sent by whom the duty names, with its document, and that ends its clock', async () => {
  const unit = one("SELECT id FROM core_unit WHERE code = 'pbgdpl'");
  const clock = (code, subject) => site.sql(`SELECT c.id, c.state, c.stopped_by, c.outcome FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = '${code}' AND c.subject = '${subject}:${thisMonth()}'`)[0];
  const pages = { 'D20.1': [people.unitHead, `unit:${unit}`], 'D18.5': [people.secretary, 'board'] };
  for (const [code, [who, subject]] of Object.entries(pages)) {
    const url = `/quan-tri/thoi-han/dong-ho/${clock(code, subject)[0]}`;
    const card = (await who.get('/quan-tri/')).html().querySelector('[aria-labelledby=bao-cao-den-han]');
    assert.ok(card?.querySelector(`a[href="${url}"]`), `${code} is in the inbox of who answers for it`);
    assert.match((await who.get(url)).body, /Vì sao hạn này\?/);
    // Who follows it sees why it is due then, and does not say it for them.
    assert.equal((await people.boardHead.get(url)).status, 200);
    assert.equal((await people.boardHead.get(`${url}/bao-cao`)).status, 403);
    assert.equal((await people.author.get(url)).status, 404);
    const form = await who.get(`${url}/bao-cao`);
    const key = formKey();
    const send = (fields) => who.submit(form, (f) => f.action.endsWith('/bao-cao'), { ...fields, _key: key });
    assert.equal((await send({ document_number: '' })).status, 422);
    assert.equal((await send({ document_number: '12/BC', at: '01/01/2099 08:00' })).status, 422);
    const done = await send({ document_number: `12/BC-${code} ngày 28/11/2026` });
    assert.equal(done.status, 303);
    assert.equal((await send({ document_number: `12/BC-${code} ngày 28/11/2026` })).headers.location, done.headers.location, 'sent twice, done once');
    assert.deepEqual(clock(code, subject).slice(1), ['closed', 'reported', 'in_time']);
    const page = await who.get(done.headers.location);
    assert.match(page.body, new RegExp(`đã báo cáo.*12/BC-${code} ngày 28/11/2026`, 's'));
    assert.ok(!page.body.includes(`${url}/bao-cao`), 'a report that was sent is not sent again');
    assert.equal((await who.get(`${url}/bao-cao`)).status, 409);
    const trail = site.sql(`SELECT p.code, a.authority, n.note FROM core_audit a JOIN core_person p ON p.id = a.person_id JOIN core_audit_note n USING (chain, seq) WHERE a.chain = 'clock:${clock(code, subject)[0]}' AND a.action = 'clock_report'`);
    assert.equal(trail.length, 1);
    assert.match(trail[0][2], new RegExp(`Văn bản: 12/BC-${code} ngày 28/11/2026`));
    assert.ok(!(await who.get('/quan-tri/')).body.includes(`href="${url}"`));
  }
});

test('D12.1_D9.1a the time of a request for confirmation is told to who is asked alone, without the item', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài chỉ Ban Biên tập được biết tên' }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  const asked = site.sql("SELECT r.unit_id, a.person_id FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id WHERE a.username = 'ta.huu.phuoc'")[0];
  const form = await people.editor.get(`${url}/xac-nhan/moi`);
  assert.equal((await people.editor.submit(form, (f) => f.action.endsWith('/xac-nhan/moi'), { to: 'unit', unit: asked[0], question: 'Số vụ việc nêu trong bài có đúng không?' })).status, 303);
  const clock = one(`SELECT c.id FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = 'D12.1-xacnhan' AND c.item_id = ${idOf(url)}`);
  const told = () => site.sql(`SELECT DISTINCT person_id FROM core_notice WHERE clock_id = ${clock}`).map(([person]) => person);
  const move = (remind, due) => site.sql(`UPDATE core_clock SET remind_at = UTC_TIMESTAMP(6) + INTERVAL ${remind} MINUTE, due_at = UTC_TIMESTAMP(6) + INTERVAL ${due} MINUTE WHERE id = ${clock}`);
  move(-1, 90);
  await site.until('reminder', () => told().length > 0);
  assert.deepEqual(told(), [asked[1]], 'neither the editor nor the board');
  move(-90, -1);
  await site.until('overdue', () => site.sql(`SELECT 1 FROM core_notice WHERE clock_id = ${clock} AND kind = 'overdue'`).length > 0);
  assert.deepEqual(told(), [asked[1]], 'no other head of a unit');
  assert.deepEqual(site.sql(`SELECT DISTINCT item_id IS NULL FROM core_notice WHERE clock_id = ${clock}`), [['1']]);
  const head = await site.login('ta.huu.phuoc');
  const bell = await head.get('/quan-tri/thong-bao/');
  assert.match(bell.body, /Mở Hộp việc để trả lời/);
  assert.doesNotMatch(bell.body, /Bài chỉ Ban Biên tập được biết tên/);
  assert.equal((await head.get(`/quan-tri/thoi-han/dong-ho/${clock}`)).status, 200, 'who is asked may know why it is due then');
  assert.equal((await people.unitHead.get(`/quan-tri/thoi-han/dong-ho/${clock}`)).status, 200, 'so may who sees the item');
  assert.equal((await (await site.login('pham.gia.bao')).get(`/quan-tri/thoi-han/dong-ho/${clock}`)).status, 404);
  // The leaders' page says that it waits for the asked unit, and reminds its head.
  const unit = one(`SELECT short_name FROM core_unit WHERE id = ${asked[0]}`);
  const row = (await people.boardHead.get('/quan-tri/dieu-hanh/danh-sach?loai=qua-han')).html().querySelectorAll('tbody tr').find((tr) => tr.querySelector(`a[href*="dong-ho=${clock}&"]`));
  assert.match(row.querySelector('[data-label="Trạng thái"]').textContent, new RegExp(`Lãnh đạo ${unit}`));
  assert.match(textOf(await people.boardHead.get(`/quan-tri/dieu-hanh/nhac?dong-ho=${clock}`)), /Thông báo gửi đến: Tạ Hữu Phước\./);
  const request = await head.get(`${url}/xac-nhan/${one(`SELECT id FROM core_request WHERE item_id = ${idOf(url)}`)}`);
  assert.ok(request.body.includes(`href="/quan-tri/thoi-han/dong-ho/${clock}"`));
});

test('D9.3 a year without an entered calendar is told the board’s head and the leadership, once', async () => {
  const alarms = () => site.sql("SELECT p.code FROM core_notice n JOIN core_person p ON p.id = n.person_id WHERE n.cause LIKE 'calendar:%' ORDER BY p.code").map(([code]) => code);
  await runTask('calendar');
  assert.deepEqual(alarms(), []);
  const year = `core_calendar_year SET state = '%' WHERE year = ${today().slice(0, 4)} AND calendar_id = (SELECT id FROM core_calendar WHERE is_own = 1)`;
  site.sql(`UPDATE ${year.replace('%', 'proposed')}`);
  await runTask('calendar');
  await runTask('calendar');
  site.sql(`UPDATE ${year.replace('%', 'entered')}`);
  const told = site.sql("SELECT DISTINCT p.code FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id JOIN core_person p ON p.id = a.person_id WHERE r.role IN ('board_head', 'director') AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL ORDER BY p.code").map(([code]) => code);
  assert.ok(told.length >= 2 && told.includes('vu-dinh-khoi'));
  assert.deepEqual(alarms(), told);
  assert.match(noticesOf('vu-dinh-khoi', "cause LIKE 'calendar:%'")[0][1], new RegExp(`Chưa nhập lịch làm việc năm ${today().slice(0, 4)}`));
});

test('D9.3 a recomputation that a stop cut off is finished under the name of who changed the calendar', async () => {
  const [clock, due, calendar] = site.sql("SELECT c.id, c.due_at, c.calendar_id FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.state = 'open' AND d.unit = 'working_days' AND c.due_at > UTC_TIMESTAMP(6) ORDER BY c.due_at LIMIT 1")[0];
  const who = personId(site, 'le-thi-thu-hang');
  // As the change was committed: the day and what is owed; then the program was killed.
  site.sql(`INSERT INTO core_calendar_day (calendar_id, day, kind, name, source) VALUES (${calendar}, DATE('${due}' + INTERVAL 7 HOUR), 'day_off', 'Nghỉ đột xuất', 'TB 9');
    UPDATE core_calendar SET revision = revision + 1 WHERE id = ${calendar};
    INSERT INTO core_recompute (cause, note, person_id, account_id, made_at) SELECT 'calendar', 'Nghỉ đột xuất', ${who}, id, UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE FROM core_account WHERE person_id = ${who} LIMIT 1`);
  await runTask('recompute');
  const [[old, person, cause, note]] = site.sql(`SELECT old_due, person_id, cause, note FROM core_clock_change WHERE clock_id = ${clock} ORDER BY id DESC LIMIT 1`);
  assert.deepEqual([old, person, cause, note], [due, who, 'calendar', 'Nghỉ đột xuất']);
  assert.ok(one(`SELECT due_at FROM core_clock WHERE id = ${clock}`) > due);
  assert.equal(one('SELECT COUNT(*) FROM core_recompute'), '0');
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
    INSERT INTO core_intake (code, channel, received_at, registered_at, state, state_since, title, content_digest) VALUES ('TN-quet', 'mail', ${ago(120)}, ${ago(120)}, 'received', ${ago(120)}, 'Quét', SHA2('quet', 256));
    INSERT INTO core_intake_link (intake_id, token_digest, code, missing, made_at, expires_at) SELECT id, SHA2(t.word, 256), code, 'name', ${ago(120)}, t.ends FROM core_intake JOIN (SELECT 'cu' word, ${ago(91)} ends UNION SELECT 'moi', ${ago(89)}) t WHERE code = 'TN-quet';
    INSERT INTO core_intake_answer (token_digest, sent_at, state) VALUES (SHA2('cu', 256), ${ago(95)}, 'taken'), (SHA2('moi', 256), ${ago(95)}, 'taken'), (SHA2('la', 256), ${ago(89)}, 'void');
    INSERT INTO core_notice (person_id, kind, cause, text, created_at) VALUES (${author}, 'waits', 'thu:cu', 'Cũ', ${ago(181)}), (${author}, 'waits', 'thu:moi', 'Mới', ${ago(179)})`);
  const trail = one('SELECT COUNT(*) FROM core_audit');
  await runTask('sweep');
  assert.deepEqual(site.sql(`SELECT idem_key FROM core_idempotency WHERE idem_key IN ('${key('a')}', '${key('b')}')`), [[key('b')]]);
  assert.deepEqual(site.sql("SELECT subject FROM core_login_throttle WHERE subject LIKE 'thu:%'"), [['thu:moi']]);
  assert.deepEqual(site.sql(`SELECT digest FROM core_session WHERE digest IN ('${key('a')}', '${key('b')}')`), [[key('b')]]);
  assert.deepEqual(site.sql("SELECT draft_key FROM core_draft WHERE draft_key REGEXP '^([abcd])\\\\1+$' ORDER BY 1").map(([k]) => k[0]), ['b', 'd']);
  assert.deepEqual(site.sql("SELECT last_error FROM core_job WHERE kind = 'thu' ORDER BY id").map(([e]) => e), ['moi', 'cho', 'go']);
  assert.deepEqual(site.sql("SELECT cause FROM core_notice WHERE cause LIKE 'thu:%'"), [['thu:moi']]);
  const known = "(SELECT 'cu' word UNION SELECT 'moi' UNION SELECT 'la') k";
  assert.deepEqual(site.sql(`SELECT k.word FROM core_intake_link l JOIN ${known} ON CONVERT(SHA2(k.word, 256) USING ascii) = l.token_digest`), [['moi']]);
  assert.deepEqual(site.sql(`SELECT k.word FROM core_intake_answer l JOIN ${known} ON CONVERT(SHA2(k.word, 256) USING ascii) = l.token_digest ORDER BY 1`), [['la'], ['moi']], 'a link that might be used again keeps its answer');
  assert.ok(Number(one('SELECT COUNT(*) FROM core_audit')) >= Number(trail));
  site.sql(`UPDATE core_item SET withdrawn_at = NULL WHERE id = ${withdrawn}; DELETE FROM core_job WHERE kind = 'thu'; DELETE FROM core_intake_link; DELETE FROM core_intake_answer; DELETE FROM core_intake WHERE code = 'TN-quet'`);
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
