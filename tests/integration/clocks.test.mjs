// The regulation's clocks on a running instance (D9.3, D9.3e, D9.3f, D11.2, D13.1, D13.3): an item's acts through the office's real forms open, stop, reopen
// and correct them; pauses, extensions, the calendar and its recomputation through the store functions with the accounts that will call them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { buildDir, startInstance } from '../support/instance.mjs';
import { articleFields, cast, checklist, mustAct, passAllChecks, personId, publishArticle, sectionId, withdrawArticle, writeArticle } from '../support/journey.mjs';

let site;
let people;
let person;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  person = personId(site, 'tran-minh-chau');
});
after(() => site?.stop());

const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const columns = 'c.id, d.code, c.subject, c.state, c.outcome, c.stopped_by, c.started_at, c.due_at, c.closed_at';
const rowOf = ([id, code, subject, state, outcome, stopped, started, due, closed]) => ({ id, code, subject, state, outcome, stopped, started, due, closed });
const clocksOf = (url) => site.sql(`SELECT ${columns} FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${idOf(url)} ORDER BY c.id`).map(rowOf);
const clockOf = (url, code) => clocksOf(url).findLast((clock) => clock.code === code);
const causesOf = (id) => site.sql(`SELECT cause FROM core_clock_change WHERE clock_id = ${id} ORDER BY id`).map(([cause]) => cause);
const item = (url, column) => site.sql(`SELECT ${column} FROM core_item WHERE id = ${idOf(url)}`)[0][0];
const receive = (more = {}) => ({ section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh'), ...more });
const write = (title, more = {}) => writeArticle(people.author, articleFields(site, { title, ...more }));
async function supply(url) {
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
}
async function edit(client, url, changes) {
  const answer = await client.submit(await client.get(`${url}/sua`), (form) => form.action.endsWith('/sua'), changes);
  assert.equal(answer.status, 303, answer.html().querySelector('main')?.textContent.replace(/\s+/g, ' ').slice(0, 500));
}

// The store functions, with the account of the program that calls them: {code, ...answer}.
function clock(verb, ...args) {
  const answer = spawnSync(path.join(buildDir, 'bin/clock_act'), [path.join(site.run, 'db.sock'), path.join(site.dir, 'secrets'), 'portal_admin', verb, ...args.map(String), '--person', person], { encoding: 'utf8' });
  assert.ok(answer.status === 0 || answer.status === 1, answer.stderr);
  const json = JSON.parse(answer.stdout);
  return Array.isArray(json) ? json : { code: answer.status, ...json };
}

// `portal due --duty`: the due moment that the instance gives, and the whole answer.
async function due(code, start) {
  const answer = await site.portal('due', '--duty', code, '--start', start, '--json');
  return { code: answer.code, ...JSON.parse(answer.stdout) };
}

const iso = (sqlTime) => `${sqlTime.replace(' ', 'T').slice(0, 19)}Z`;
const sameMoment = (a, b) => assert.equal(new Date(a).getTime(), new Date(b).getTime(), `${a} is not ${b}`);
async function expectCheck() {
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
}

test('D9.3a the supplier’s clock begins with the event and stops when the item reaches the board', async () => {
  const url = await write('Hội nghị triển khai công tác chứng thực');
  const running = clockOf(url, 'D9.3a');
  assert.equal(running.state, 'open');
  assert.equal(running.started, item(url, 'event_at'));
  sameMoment(iso(running.due), (await due('D9.3a', iso(running.started))).due);
  await supply(url);
  const stopped = clockOf(url, 'D9.3a');
  assert.deepEqual([stopped.id, stopped.state, stopped.outcome, stopped.stopped], [running.id, 'closed', 'in_time', 'supplied']);
  assert.equal(stopped.closed, item(url, 'supplied_at'));
  assert.deepEqual(causesOf(running.id), ['open', 'close']);
});

test('D9.3a an item that reaches the board after its due time is late, by the supplier alone', async () => {
  const url = await write('Tin gửi muộn về lễ ra quân', { event_at: '02/11/2026 08:00' });
  await supply(url);
  assert.equal(clockOf(url, 'D9.3a').outcome, 'late');
  assert.equal(clockOf(url, 'D9.3-ban').state, 'open');
  assert.equal(clockOf(url, 'D9.3-ban').outcome, '');
});

test('D9.3 the board’s own clock runs from supply to posting', async () => {
  const article = await publishArticle(site, { title: 'Bài đi hết đường của Ban Biên tập' });
  const board = clockOf(article.url, 'D9.3-ban');
  assert.equal(board.started, item(article.url, 'supplied_at'));
  assert.deepEqual([board.state, board.outcome, board.stopped], ['closed', 'in_time', 'published']);
  assert.equal(board.closed, item(article.url, 'published_at'));
  assert.equal(clockOf(article.url, 'D9.3a').state, 'closed');
});

test('D4.2 an item sent back has not been supplied: its clock runs on with the due time that it had, and the next supply is another board clock', async () => {
  const url = await write('Bài bị trả lại vì thiếu người gửi');
  await supply(url);
  const before = clockOf(url, 'D9.3a');
  await mustAct(people.secretary, url, 'return-to-sender', { reason: 'Thiếu thông tin người gửi.', ground: 'D4.2-nhan-than' });
  const reopened = clockOf(url, 'D9.3a');
  assert.deepEqual([reopened.id, reopened.state, reopened.due, reopened.closed], [before.id, 'open', before.due, 'NULL']);
  assert.deepEqual([clockOf(url, 'D9.3-ban').state, clockOf(url, 'D9.3-ban').stopped], ['cancelled', 'return_to_sender']);
  await supply(url);
  assert.equal(clockOf(url, 'D9.3a').state, 'closed');
  assert.equal(clockOf(url, 'D9.3a').closed, item(url, 'supplied_at'));
  const boards = clocksOf(url).filter((one) => one.code === 'D9.3-ban');
  assert.deepEqual(boards.map((one) => one.state), ['cancelled', 'open']);
  assert.deepEqual(causesOf(before.id), ['open', 'close', 'reopen', 'close']);
});

test('D9.3a a corrected event time is reckoned anew, and both due times are in the log', async () => {
  const url = await write('Bài ghi sai giờ diễn ra', { event_at: '20/11/2026 08:00' });
  const wrong = clockOf(url, 'D9.3a');
  await edit(people.author, url, { event_at: '23/11/2026 13:30' });
  const right = clockOf(url, 'D9.3a');
  assert.equal(right.id, wrong.id);
  // 4 hours on 23/11, nothing on 24/11 (Ngày Văn hóa Việt Nam), 8 hours on 25/11.
  sameMoment(iso(right.due), '2026-11-25T17:30:00+07:00');
  const [[old, next]] = site.sql(`SELECT old_due, new_due FROM core_clock_change WHERE clock_id = ${right.id} AND cause = 'event_changed'`);
  assert.deepEqual([old, next], [wrong.due, right.due]);
  await edit(people.author, url, { summary: 'Chỉ sửa tóm tắt.' });
  assert.equal(causesOf(right.id).filter((cause) => cause === 'event_changed').length, 1);
  // Corrected by the board after the supply: judged anew.
  await supply(url);
  await mustAct(people.secretary, url, 'receive', receive());
  await edit(people.editor, url, { event_at: '02/11/2026 08:00' });
  assert.deepEqual([clockOf(url, 'D9.3a').state, clockOf(url, 'D9.3a').outcome], ['closed', 'late']);
});

test('D9.1 a discarded draft owes nothing; taken up again it owes what it owed', async () => {
  const url = await write('Bản nháp bỏ đi rồi lấy lại');
  const { due: owed } = clockOf(url, 'D9.3a');
  await mustAct(people.author, url, 'discard');
  assert.deepEqual([clockOf(url, 'D9.3a').state, clockOf(url, 'D9.3a').stopped], ['cancelled', 'discard']);
  await mustAct(people.author, url, 'restore');
  assert.deepEqual([clockOf(url, 'D9.3a').state, clockOf(url, 'D9.3a').due], ['open', owed]);
});

test('D12.3 a refused item ends the board’s clock, reconsidering lets it run on', async () => {
  const url = await write('Bài bị từ chối rồi xem xét lại');
  await supply(url);
  const { due: owed } = clockOf(url, 'D9.3-ban');
  await mustAct(people.boardHead, url, 'refuse', { reason: 'Không đúng sự thật.', ground: 'D12.3c' });
  assert.equal(clockOf(url, 'D9.3-ban').state, 'cancelled');
  assert.equal(clockOf(url, 'D9.3a').state, 'closed');
  await mustAct(people.boardHead, url, 'reconsider', { reason: 'Có tài liệu bổ sung.' });
  assert.deepEqual([clockOf(url, 'D9.3-ban').state, clockOf(url, 'D9.3-ban').due], ['open', owed]);
});

test('D9.3f a working copy of a posted item has a clock until the new version is supplied; D13.3 each posting starts the next review', async () => {
  const article = await publishArticle(site, { title: 'Lịch trực tháng 12 của bộ phận một cửa' });
  const { url } = article;
  assert.equal(clockOf(url, 'D13.3').state, 'open');
  const supplied = clockOf(url, 'D9.3a');
  await mustAct(people.author, url, 'revise-by-author');
  assert.equal(clockOf(url, 'D9.3f').state, 'open');
  await mustAct(people.author, url, 'drop-revision');
  assert.equal(clockOf(url, 'D9.3f').state, 'cancelled');
  await mustAct(people.author, url, 'revise-by-author');
  await edit(people.author, url, { title: 'Lịch trực tháng 12 (đổi ngày)', change_note: 'Đổi ngày trực 10/12.' });
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  assert.deepEqual([clockOf(url, 'D9.3f').state, clockOf(url, 'D9.3f').stopped], ['closed', 'supplied']);
  await mustAct(people.secretary, url, 'publish');
  assert.deepEqual(clocksOf(url).filter((one) => one.code === 'D13.3').map((one) => [one.state, one.stopped]), [['closed', 'published'], ['open', '']]);
  // What the first version owed was settled with the first supply.
  assert.deepEqual(clockOf(url, 'D9.3a'), supplied);
  await withdrawArticle(site, article);
  assert.deepEqual(clocksOf(url).filter((one) => one.state === 'open'), []);
});

test('D13.1 a day with a posting has one clock, closed by the next day’s first posting', () => {
  const days = site.sql("SELECT c.subject, c.state, c.outcome, DATE(CONVERT_TZ(c.started_at, '+00:00', '+07:00')) FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = 'D13.1' ORDER BY c.started_at");
  assert.ok(days.length > 10, `${days.length} days with a posting`);
  for (const [subject, , , day] of days) assert.equal(subject, `board:${day}`);
  const posted = site.sql("SELECT DISTINCT DATE(CONVERT_TZ(published_at, '+00:00', '+07:00')) FROM core_item WHERE published_at IS NOT NULL").map(([day]) => day);
  for (const day of posted) assert.ok(days.some(([, , , one]) => one === day), day);
  assert.deepEqual(days.slice(0, -1).filter(([, state]) => state !== 'closed'), []);
  assert.equal(days.at(-1)[1], 'open');
  // Friday 20/11 to Monday 23/11 leaves no working day without news; 23/09 to 24/09 neither; 15/09/2025 to 22/10/2025 leaves many.
  const outcome = (day) => days.find(([, , , one]) => one === day)[2];
  assert.deepEqual([outcome('2026-11-20'), outcome('2026-09-23'), outcome('2025-09-15')], ['in_time', 'in_time', 'late']);
});

test('D13.1 mending a spelling is no new information: the day’s clock opens with the next real posting', async () => {
  const article = await publishArticle(site, { title: 'Bài chỉ sửa lỗi chính tả' });
  const today = "SELECT COUNT(*) FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = 'D13.1' AND c.subject = CONCAT('board:', DATE(CONVERT_TZ(UTC_TIMESTAMP(), '+00:00', '+07:00')))";
  assert.equal(site.sql(today)[0][0], '1');
  const keep = site.sql(today.replace('COUNT(*)', 'c.id'))[0][0];
  site.sql(`UPDATE core_clock SET subject = 'board:1999-01-01', started_at = started_at - INTERVAL 2 DAY WHERE id = ${keep}`); // as if nothing had been posted today
  const repost = async (fields) => {
    await mustAct(people.author, article.url, 'revise-by-author');
    assert.equal((await people.author.submit(await people.author.get(`${article.url}/sua`), (form) => form.action.endsWith('/sua'), { summary: `Tóm tắt ${fields.change_note ?? 'sửa nhỏ'}.` })).status, 303);
    await mustAct(people.author, article.url, 'submit-to-unit');
    await passAllChecks(site, article.url);
    await mustAct(people.secretary, article.url, 'publish', fields);
  };
  await repost({ change: 'minor' });
  assert.equal(site.sql(today)[0][0], '0');
  await repost({ change: 'major', change_note: 'Bổ sung số liệu' });
  assert.equal(site.sql(today)[0][0], '1');
});

test('D9.4_D18.5_D20.1 each month asks of the board and of every unit what the regulation says, once', () => {
  const units = (kinds) => site.sql(`SELECT id FROM core_unit WHERE kind IN (${kinds})`).map(([id]) => id);
  const department = units("'department', 'public_service'");
  const all = units("'department', 'public_service', 'local'");
  // A month that nobody has begun yet, whatever day it is today, with a working day seven days after it.
  const dayOf = (ahead, day) => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + ahead, day)).toISOString().slice(0, 10);
  const isWorking = (day) => ![0, 6].includes(new Date(day).getUTCDay()) && !/-0[1259]-/.test(day); // the months of Tết and of public holidays are left out
  const ahead = [2, 3, 4, 5, 6].find((n) => isWorking(dayOf(n + 1, 7)));
  const [name, last, seventh] = [dayOf(ahead, 1).slice(0, 7), dayOf(ahead + 1, 0), dayOf(ahead + 1, 7)];
  const opened = clock('month', '--now', `${name}-03T08:00:00+07:00`).opened;
  assert.equal(opened, department.length + all.length + 1);
  const due = (code) => site.sql(`SELECT c.subject, c.unit_id, DATE_FORMAT(CONVERT_TZ(c.due_at, '+00:00', '+07:00'), '%Y-%m-%d %H:%i:%s') FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = '${code}' AND c.subject LIKE '%:${name}' ORDER BY c.unit_id`);
  assert.deepEqual(due('D9.4'), department.map((id) => [`unit:${id}:${name}`, id, `${last} 23:59:59`]));
  assert.deepEqual(due('D20.1'), all.map((id) => [`unit:${id}:${name}`, id, `${seventh} 23:59:59`]));
  assert.deepEqual(due('D18.5'), [[`board:${name}`, 'NULL', `${seventh} 23:59:59`]]);
  assert.equal(clock('month', '--now', `${name}-28T08:00:00+07:00`).opened, 0);
});

test('D12.1 a clock pauses only with ground and evidence and runs on when it is resumed', () => {
  const open = clock('open', 'D11.2-don-vi', 'feedback:9001:1', '2026-11-02T10:00:00+07:00', '--now', '2026-11-02T10:05:00+07:00');
  sameMoment(open.due, '2026-11-23T17:30:00+07:00');
  const now = ['--now', '2026-11-09T09:00:00+07:00'];
  const bare = clock('pause', open.id, '2026-11-09T08:00:00+07:00', '', '', ...now);
  assert.equal(bare.code, 1);
  assert.deepEqual(Object.keys(bare.fields).sort(), ['evidence', 'ground']);
  const early = clock('pause', open.id, '2026-11-01T08:00:00+07:00', 'Chờ bạn đọc bổ sung', 'Thư điện tử 09/11', ...now);
  assert.deepEqual(Object.keys(early.fields), ['from']);
  const paused = clock('pause', open.id, '2026-11-09T07:30:00+07:00', 'Chờ bạn đọc bổ sung', 'Thư điện tử 09/11', ...now);
  assert.deepEqual([paused.due, paused.no_due, paused.remaining_seconds], [null, 'paused', 11 * 8 * 3600]);
  assert.equal(clock('show', open.id, ...now).chip, 'violet');
  assert.equal(clock('pause', open.id, '2026-11-09T08:30:00+07:00', 'Chờ bạn đọc bổ sung', 'Thư', ...now).code, 1);
  const resumed = clock('resume', open.id, '2026-11-11T07:30:00+07:00', '--now', '2026-11-11T08:00:00+07:00');
  // Two working days stood; 24/11 is no working day.
  sameMoment(resumed.due, '2026-11-26T17:30:00+07:00');
  assert.equal(clock('resume', open.id, '2026-11-11T09:00:00+07:00', '--now', '2026-11-11T09:00:00+07:00').code, 1);
  const shown = clock('show', open.id, '--now', '2026-11-11T08:00:00+07:00');
  assert.deepEqual(shown.changes.map((change) => change.cause), ['open', 'pause', 'resume']);
  assert.match(shown.changes[1].note, /Chờ bạn đọc bổ sung \(Thư điện tử 09\/11\)/);
  assert.equal(shown.changes[1].person, 'Trần Minh Châu');
  assert.deepEqual(site.sql(`SELECT ground, evidence, person_id FROM core_clock_pause WHERE clock_id = ${open.id}`), [['Chờ bạn đọc bổ sung', 'Thư điện tử 09/11', person]]);
  // Stopped while it stands: the pause ends with it.
  clock('pause', open.id, '2026-11-12T08:00:00+07:00', 'Chờ bạn đọc lần nữa', 'Thư 12/11', '--now', '2026-11-12T08:30:00+07:00');
  const closed = clock('close', open.id, '2026-11-13T09:00:00+07:00', 'unit_answered', '--now', '2026-11-13T09:00:00+07:00');
  assert.deepEqual([closed.state, closed.outcome], ['closed', 'in_time']);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_clock_pause WHERE clock_id = ${open.id} AND to_at IS NULL`)[0][0], '0');
});

test('D9.3e fifteen working days are extended to thirty with a reason, never further and never after the due time', () => {
  const open = clock('open', 'D9.3e', 'question:9001:1', '2026-11-02T10:00:00+07:00', '--now', '2026-11-02T10:05:00+07:00');
  const now = ['--now', '2026-11-20T09:00:00+07:00'];
  assert.ok(clock('extend', open.id, 30, '', ...now).fields.reason);
  assert.ok(clock('extend', open.id, 31, 'Xin ý kiến Bộ Tư pháp', ...now).fields.amount);
  assert.equal(clock('extend', open.id, 30, 'Xin ý kiến Bộ Tư pháp', '--now', '2026-11-23T17:30:01+07:00').code, 1);
  const extended = clock('extend', open.id, 30, 'Xin ý kiến Bộ Tư pháp (CV 412/STP)', ...now);
  sameMoment(extended.due, '2026-12-15T17:30:00+07:00');
  const last = clock('show', open.id, ...now).changes.at(-1);
  assert.deepEqual([last.cause, last.note], ['extend', '15 → 30 ngày làm việc: Xin ý kiến Bộ Tư pháp (CV 412/STP)']);
  sameMoment(last.old, '2026-11-23T17:30:00+07:00');
  sameMoment(last.new, '2026-12-15T17:30:00+07:00');
  assert.equal(clock('extend', clock('open', 'D11.2-ban', 'feedback:9002:1', '2026-11-20T09:00:00+07:00', ...now).id, 5, 'Không gia hạn được', ...now).code, 1);
});

test('the calendar of a year that is not entered promises no date and says which year; entering it gives the due time', async () => {
  const open = clock('open', 'D9.3e', 'question:9002:1', '2027-12-27T10:00:00+07:00', '--now', '2027-12-27T10:05:00+07:00');
  assert.deepEqual([open.due, open.no_due, open.missing_year], [null, 'calendar_not_entered', 2028]);
  assert.equal(clock('show', open.id, '--now', '2027-12-28T10:00:00+07:00').words, 'Chưa có lịch năm 2028 để tính hạn');
  const asked = await due('D9.3e', '2027-12-27T10:00:00+07:00');
  assert.deepEqual([asked.code, asked.due, asked.error, asked.missing_year], [1, null, 'calendar_not_entered', 2028]);
  assert.ok(clock('year', 'co-quan', 2028, '').fields.announcement);
  clock('year', 'co-quan', 2028, 'Thông báo số 120/TB-STP ngày 10/11/2027');
  assert.ok(clock('recompute', 'calendar', 'Lịch năm 2028').changed >= 1);
  const promised = clock('show', open.id);
  sameMoment(promised.due, (await due('D9.3e', '2027-12-27T10:00:00+07:00')).due);
  assert.deepEqual(promised.changes.map((change) => change.cause), ['open', 'calendar']);
});

test('D9.3 the preview of a changed calendar is what the recomputation writes, and every changed clock has both due times in its log', async () => {
  const far = clock('open', 'D11.3', 'question:9003:1', '2026-12-01T10:00:00+07:00', '--now', '2026-12-01T10:00:00+07:00');
  assert.ok(clock('day', 'co-quan', '2026-12-09', 'day_off', 'Nghỉ tránh bão', '').fields.source);
  assert.equal(clock('day', 'co-quan', '2026-12-12', 'make_up_day', 'Làm bù', 'CV 1').code, 1);
  clock('day', 'co-quan', '2026-12-09', 'day_off', 'Nghỉ tránh bão', 'Công điện 05/CĐ-UBND');
  const list = clock('preview');
  const openIds = site.sql("SELECT id FROM core_clock WHERE state = 'open' ORDER BY id").map(([id]) => Number(id));
  assert.deepEqual(list.map((one) => one.id), openIds, 'each open clock is in the list');
  const moved = list.filter((one) => one.changed);
  assert.ok(moved.some((one) => one.id === far.id));
  const before = Object.fromEntries(site.sql("SELECT id, due_at FROM core_clock WHERE state = 'open'"));
  const result = clock('recompute', 'calendar', 'Công điện 05/CĐ-UBND');
  assert.equal(result.changed, moved.length);
  for (const one of list) {
    const [[now]] = site.sql(`SELECT due_at FROM core_clock WHERE id = ${one.id}`);
    if (one.new === null) assert.equal(now, 'NULL');
    else sameMoment(iso(now), one.new);
    const logged = site.sql(`SELECT old_due, new_due, note, person_id FROM core_clock_change WHERE clock_id = ${one.id} AND cause = 'calendar' AND note = 'Công điện 05/CĐ-UBND'`);
    assert.deepEqual(logged, one.changed ? [[before[one.id], now, 'Công điện 05/CĐ-UBND', person]] : []);
  }
  assert.deepEqual(clock('preview').filter((one) => one.changed), []);
  assert.equal(clock('recompute', 'calendar', 'nothing is left').changed, 0);
  await expectCheck();
});

test('D9.3 a changed regulation is a row with a from-date: what began before keeps its rule, what began after is recomputed and logged', async () => {
  const before = clock('open', 'D11.2-ban', 'feedback:9008:1', '2026-11-12T10:00:00+07:00');
  const after = clock('open', 'D11.2-ban', 'feedback:9009:1', '2026-11-18T10:00:00+07:00');
  sameMoment(after.due, '2026-11-23T17:30:00+07:00');
  assert.ok(clock('duty', 'D11.2-ban', '2020-01-01', 5).fields.valid_from);
  clock('duty', 'D11.2-ban', '2026-11-16', 5);
  const moved = clock('preview').filter((one) => one.changed);
  const begun = site.sql("SELECT c.id FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = 'D11.2-ban' AND c.state = 'open' AND c.started_at >= '2026-11-15 17:00' ORDER BY c.id").map(([id]) => Number(id));
  assert.ok(begun.includes(after.id) && !begun.includes(before.id));
  assert.deepEqual(moved.map((one) => one.id), begun);
  assert.equal(clock('recompute', 'duty', 'Quyết định 15/QĐ-STP').changed, begun.length);
  assert.equal(clock('show', before.id).due, before.due);
  sameMoment(clock('show', after.id).due, '2026-11-26T17:30:00+07:00');
  const last = clock('show', after.id).changes.at(-1);
  assert.deepEqual([last.cause, last.note, last.person], ['duty', 'Quyết định 15/QĐ-STP', 'Trần Minh Châu']);
  assert.deepEqual(site.sql("SELECT valid_from, valid_to FROM core_duty WHERE code = 'D11.2-ban' ORDER BY valid_from"), [['2020-01-01', '2026-11-15'], ['2026-11-16', 'NULL']]);
  await expectCheck();
});

test('D9.3 the item’s page and the lists show its clock: colour, icon and words in working units, with its basis', async () => {
  const url = await write('Bài để xem thời hạn trên trang', { event_at: '02/11/2026 08:00' });
  const page = (await people.author.get(url)).html();
  const card = page.querySelector('section[aria-labelledby="thoi-han"]').textContent.replace(/\s+/g, ' ');
  assert.match(card, /Quá hạn \d+ (giờ|ngày) làm việc/);
  assert.match(card, /Cung cấp tin tức, sự kiện \(D9\.3a, Người cung cấp\)/);
  assert.match(card, /12 giờ làm việc từ 02\/11\/2026 08:00, hạn 03\/11\/2026 14:00/);
  assert.ok(page.querySelector('.office-head .chip--red svg use[href$="#triangle-alert"]'), 'the chip beside the title');
  for (const list of ['/quan-tri/', '/quan-tri/tin-bai/']) {
    const row = (await people.author.get(list)).html().querySelectorAll('tr').find((one) => one.textContent.includes('Bài để xem thời hạn trên trang'));
    assert.match(row.textContent.replace(/\s+/g, ' '), /Quá hạn \d+ (giờ|ngày) làm việc ?D9\.3a · hạn 03\/11\/2026 14:00/, list);
    assert.ok(row.querySelector('.chip--red svg'), list);
  }
  await supply(url);
  const settled = (await people.author.get(url)).html().querySelector('section[aria-labelledby="thoi-han"]').textContent;
  assert.match(settled, /Xong, trễ \d+ (giờ|ngày) làm việc/);
});

test('D9.3a portal due answers from the instance’s own calendar and duty rows', async () => {
  const answer = await due('D9.3a', '2027-01-29T16:30:00+07:00');
  assert.equal(answer.code, 0);
  assert.equal(answer.due, '2027-02-02T10:30:00+07:00'); // 1 + 8 + 3 hours
  assert.deepEqual(answer.duty, { code: 'D9.3a', clause: 'D9.3a', title: 'Cung cấp tin tức, sự kiện', rule: '12 giờ làm việc', note: answer.duty.note });
  assert.deepEqual(answer.explanation.map((day) => [day.date, day.counted]), [['2027-01-29', true], ['2027-01-30', false], ['2027-01-31', false], ['2027-02-01', true], ['2027-02-02', true]]);
  const text = await site.portal('due', '--duty', 'D9.3a', '--start', '2027-01-29T16:30:00+07:00');
  assert.match(text.stdout, /D9\.3a: Cung cấp tin tức, sự kiện\n.*12 giờ làm việc/);
  const unknown = await due('D99', '2027-01-29T16:30:00+07:00');
  assert.deepEqual([unknown.code, unknown.error], [1, 'no_such_duty']);
  assert.equal((await site.portal('due', '--duty', 'D9.3a', '--start', 'hôm qua')).code, 2);
});

test('the demo’s items have the clocks of their real road, at the times that their files say', async () => {
  const rows = site.sql("SELECT i.title, d.code, c.state, c.outcome FROM core_clock c JOIN core_duty d ON d.id = c.duty_id JOIN core_item i ON i.id = c.item_id WHERE i.created_at < '2026-11-25' AND d.code IN ('D9.3a', 'D9.3-ban')");
  assert.ok(rows.filter(([, code]) => code === 'D9.3a').length >= 12);
  assert.ok(rows.filter(([, code]) => code === 'D9.3-ban').length >= 40);
  assert.ok(rows.some(([, code, state, outcome]) => code === 'D9.3a' && state === 'closed' && outcome === 'in_time'));
  await expectCheck();
});

test('portal check finds a clock that is missing, one that runs on, and a due time that calendar and duty do not give', async () => {
  const url = await write('Bài để thử kiểm tra thời hạn');
  await supply(url);
  const { id } = clockOf(url, 'D9.3a');
  const faults = async () => JSON.parse((await site.portal('check', '--json')).stdout).faults.filter((fault) => fault.part === 'clocks').map((fault) => fault.fault);
  const kept = site.sql(`SELECT state, closed_at, outcome, due_at FROM core_clock WHERE id = ${id}`)[0];
  site.sql(`UPDATE core_clock SET state = 'open', closed_at = NULL, outcome = '' WHERE id = ${id}`);
  assert.deepEqual(await faults(), [`item:${idOf(url)}: D9.3a: its clock runs though the item reached the board`]);
  site.sql(`UPDATE core_clock SET state = 'closed', closed_at = '${kept[1]}', outcome = 'late' WHERE id = ${id}`);
  assert.match((await faults())[0], /is judged wrongly/);
  site.sql(`UPDATE core_clock SET outcome = '${kept[2]}' WHERE id = ${id}`);
  const board = clockOf(url, 'D9.3-ban');
  site.sql(`UPDATE core_clock SET due_at = due_at + INTERVAL 1 DAY WHERE id = ${board.id}`);
  assert.match((await faults())[0], /has another due time than calendar and duty give/);
  clock('recompute', 'calendar', 'mended');
  assert.equal(clockOf(url, 'D9.3-ban').due, board.due);
  site.sql(`DELETE FROM core_clock_change WHERE clock_id = ${id}; DELETE FROM core_clock WHERE id = ${id}`);
  assert.deepEqual(await faults(), [`item:${idOf(url)}: D9.3a: has no clock`]);
});

test('an instance that is older than its duties gets the clocks that its items call for when it is seeded', async () => {
  const ids = site.sql("SELECT id FROM core_item WHERE event_at IS NOT NULL OR supplied_at IS NOT NULL").map(([id]) => id);
  assert.ok(ids.length > 45);
  const states = () => site.sql("SELECT i.id, d.code, c.state FROM core_clock c JOIN core_duty d ON d.id = c.duty_id JOIN core_item i ON i.id = c.item_id WHERE d.code IN ('D9.3a', 'D9.3-ban') AND c.state = 'open' ORDER BY i.id, d.code");
  const before = states();
  // Clocks of readers' matters begin with acts, not with seeding.
  const others = 'NOT IN (SELECT clock_id FROM qa_matter_clock)';
  site.sql(`DELETE FROM core_clock_pause WHERE clock_id ${others}; DELETE FROM core_clock_change WHERE clock_id ${others}; DELETE FROM core_clock WHERE id ${others}`);
  const seeded = await site.portal('seed');
  assert.equal(seeded.code, 0, seeded.stderr);
  assert.deepEqual(states(), before);
  await expectCheck();
});
