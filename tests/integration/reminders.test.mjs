// Reminders by a person (D9.4, D14.3đ): beside what is late and a unit below its quota; to who holds it, once per cause and day, with words of one's own,
// in the trail; by who has the right alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { formKey, makeActors } from '../support/actors.mjs';
import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, personId, textOf, writeArticle } from '../support/journey.mjs';

const remindPath = '/quan-tri/dieu-hanh/nhac';
let site;
let people;
let actors;
before(async () => {
  site = await startInstance();
  site.sv('down', 'scheduler'); // it tells of clocks too
  people = await cast(site);
  actors = makeActors(site);
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const hrefOf = (link) => link.getAttribute('href').replaceAll('&amp;', '&');
const rowOf = (html, words) => html.querySelectorAll('tbody tr').find((row) => row.textContent.includes(words));
const buttonOf = (row) => row?.querySelectorAll('a').find((link) => link.textContent.trim().startsWith('Nhắc'));
const reminders = (where = '1') => site.sql(`SELECT n.person_id, n.text, n.read_at IS NOT NULL FROM core_notice n WHERE n.kind = 'reminder' AND ${where} ORDER BY n.person_id`);
const lastOf = (chain) => site.sql(`SELECT a.action, a.person_id, a.authority, n.note, a.from_state = a.to_state, a.version FROM core_audit a JOIN core_audit_note n USING (chain, seq) WHERE a.chain = '${chain}' ORDER BY a.seq DESC LIMIT 1`)[0];
const send = (client, source, fields = {}) => client.submit(source, (form) => form.action === remindPath, fields);
const overdue = '/quan-tri/dieu-hanh/danh-sach?loai=qua-han';

// An article of the demo's author that waits for the unit's head and whose supplier's time is over.
async function lateArticle(title) {
  const url = await writeArticle(people.author, articleFields(site, { title, event_at: '02/11/2026 08:00' }));
  await mustAct(people.author, url, 'submit-to-unit');
  return { url, id: idOf(url), clock: one(`SELECT id FROM core_clock WHERE item_id = ${idOf(url)} AND state = 'open' ORDER BY due_at LIMIT 1`) };
}

test('D14.3đ who holds something late is reminded from the page, with words, and who reminded whom is in the trail', async () => {
  const late = await lateArticle('Tin trễ để được nhắc');
  let row;
  for (let next = overdue; next && !row; ) {
    const list = (await people.boardHead.get(next)).html();
    row = list.querySelectorAll('tbody tr').find((one) => buttonOf(one) && hrefOf(buttonOf(one)).includes(`dong-ho=${late.clock}&`));
    next = list.querySelector('.pager a[rel=next]') && hrefOf(list.querySelector('.pager a[rel=next]'));
  }
  assert.ok(row, 'the late article has a button');
  const form = await people.boardHead.get(hrefOf(buttonOf(row)));
  assert.equal(form.status, 200);
  assert.match(textOf(form), /Nguyễn Hoàng Yến/);
  assert.match(textOf(form), /Đinh Công Tú/);
  assert.doesNotMatch(textOf(form), /Tin trễ để được nhắc/, 'the board has not got it yet: its title is not for the board’s head (D9.1a)');
  const key = formKey();
  const fields = { words: 'Xin duyệt trước 16 giờ hôm nay.', _key: key };
  const done = await send(people.boardHead, form, fields);
  assert.equal(done.status, 303, textOf(done));
  assert.equal(done.headers.location, `${overdue}&xong=nhac`);
  const again = await send(people.boardHead, form, fields);
  assert.deepEqual([again.status, again.headers.location], [303, done.headers.location], 'the form sent twice is carried out once');

  const told = reminders(`n.item_id = ${late.id}`);
  const holders = ['nguyen-hoang-yen', 'dinh-cong-tu'].map((code) => personId(site, code)).sort((a, b) => a - b);
  assert.deepEqual(told.map(([person]) => person), holders);
  for (const [, text] of told) assert.match(text, /^Lê Thị Thu Hằng \(Trưởng Ban Biên tập\) nhắc: Quá hạn .*, hạn .* \(D9\.3a\)\. Lời nhắn: Xin duyệt trước 16 giờ hôm nay\.$/);
  const [action, person, authority, note, stands, version] = lastOf(`item:${late.id}`);
  assert.deepEqual([action, person, authority, stands, version], ['remind', personId(site, 'le-thi-thu-hang'), 'Trưởng Ban Biên tập', '1', '1']);
  assert.match(note, /Nhắc: .*Nguyễn Hoàng Yến/);
  assert.match(note, /Nhắc: .*Đinh Công Tú/);
  assert.match(note, /Lời nhắn: Xin duyệt/);
  assert.equal((await site.portal('check')).code, 0, 'the trail still verifies');
  // Who is reminded finds it in the bell, with the way to the item.
  const bell = await people.unitHead.get('/quan-tri/thong-bao/');
  assert.match(bell.body, /Được nhắc/);
  assert.ok(bell.html().querySelectorAll('h2 a').some((link) => hrefOf(link) === late.url));

  // The list says so in place of the button, to everybody, and a second one that day is refused.
  const list = rowOf((await people.secretary.get(overdue)).html(), one(`SELECT code FROM core_item WHERE id = ${late.id}`));
  assert.equal(buttonOf(list), undefined);
  assert.match(list.textContent.replace(/\s+/g, ' '), /Lê Thị Thu Hằng đã nhắc lúc \d\d:\d\d/);
  const second = await people.secretary.post(remindPath, { _csrf: await tokenOf(people.secretary), _key: formKey(), 'dong-ho': late.clock });
  assert.equal(second.status, 409);
  assert.match(textOf(second), /Lê Thị Thu Hằng đã nhắc việc này lúc \d\d:\d\d hôm nay/);
  assert.equal(reminders(`n.item_id = ${late.id}`).length, 2);
  // The next day it can be done again.
  site.sql(`UPDATE core_reminder SET day = day - INTERVAL 1 DAY WHERE cause = 'clock:${late.clock}'; UPDATE core_notice SET cause = CONCAT(cause, ':hom-qua') WHERE kind = 'reminder' AND item_id = ${late.id}`);
  assert.equal((await send(people.secretary, await people.secretary.get(`${remindPath}?dong-ho=${late.clock}`))).status, 303);
  assert.equal(reminders(`n.item_id = ${late.id}`).length, 4);
  // What was reminded of is done: the bell no longer counts it.
  await mustAct(people.unitHead, late.url, 'approve-unit');
  for (const [, , isRead] of reminders(`n.item_id = ${late.id}`)) assert.equal(isRead, '1');
  const over = await people.boardHead.get(`${remindPath}?dong-ho=${late.clock}`);
  assert.equal(over.status, 409);
  assert.match(textOf(over), /đã xong hoặc chưa đến hạn/);
});

async function tokenOf(client) {
  return (await client.get('/quan-tri/')).html().querySelector('input[name=_csrf]').getAttribute('value');
}

test('D9.4 a unit below its quota of this month is reminded beside its line; one that has met it, or a month that is over, is not', async () => {
  // Two are what this unit owes, so one has met its quota also on the first of a month.
  for (const title of ['Bài thứ nhất của tháng', 'Bài thứ hai của tháng']) {
    const url = await writeArticle(people.author, articleFields(site, { title }));
    await mustAct(people.author, url, 'submit-to-unit');
    await mustAct(people.unitHead, url, 'approve-unit');
  }
  const html = (await people.boardHead.get('/quan-tri/dieu-hanh/')).html();
  const table = html.querySelectorAll('table').find((one) => one.querySelector('caption').textContent.includes('mỗi phòng, đơn vị thuộc Sở'));
  const rows = table.querySelectorAll('tbody tr');
  const short = rows.filter((row) => /Thiếu/.test(row.textContent));
  assert.ok(short.length > 0 && short.length < rows.length);
  for (const row of rows) assert.equal(buttonOf(row) !== undefined, /Thiếu/.test(row.textContent), row.textContent);
  const unit = hrefOf(buttonOf(short[0])).match(/don-vi=(\d+)$/)[1];
  const heads = site.sql(`SELECT DISTINCT a.person_id FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id WHERE r.role = 'unit_head' AND r.unit_id = ${unit} AND r.revoked_at IS NULL ORDER BY a.person_id`).map(([id]) => id);
  assert.ok(heads.length > 0);
  const done = await send(people.boardHead, await people.boardHead.get(hrefOf(buttonOf(short[0]))));
  assert.equal(done.headers.location, '/quan-tri/dieu-hanh/?xong=nhac');
  assert.match((await people.boardHead.get(done.headers.location)).body, /Đã gửi lời nhắc/);
  const told = reminders(`n.unit_id = ${unit}`);
  assert.deepEqual(told.map(([person]) => person), heads);
  assert.match(told[0][1], /mới cung cấp 0 trên 1 tin, bài của tháng/);
  assert.match(lastOf(`quota:${unit}`)[3], /^Nhắc: /);
  assert.doesNotMatch(told[0][1], /Lời nhắn/);

  const met = site.sql("SELECT id FROM core_unit WHERE code = 'pbgdpl'")[0][0];
  assert.equal((await people.boardHead.get(`${remindPath}?don-vi=${met}`)).status, 409);
  assert.equal((await people.boardHead.get(`${remindPath}?don-vi=999999`)).status, 404);
  const past = (await people.boardHead.get('/quan-tri/dieu-hanh/?thang=2026-10')).html();
  assert.equal(past.querySelectorAll(`a[href^="${remindPath}?don-vi"]`).length, 0);
});

test('D14.3đ_D19.2 who has no right to remind sees no button and sends nothing; who acts for the board’s head reminds under the delegation', async () => {
  const late = await lateArticle('Tin trễ của phòng');
  const address = `${remindPath}?dong-ho=${late.clock}`;
  const deputy = actors.client('board_deputy');
  for (const client of [actors.client('office'), deputy]) {
    assert.equal((await client.get('/quan-tri/dieu-hanh/')).html().querySelectorAll(`a[href^="${remindPath}"]`).length, 0);
    assert.equal((await client.get(address)).status, 403);
    assert.equal((await client.post(remindPath, { _csrf: client.csrf, _key: formKey(), 'dong-ho': late.clock })).status, 403);
  }
  assert.equal(reminders(`n.item_id = ${late.id}`).length, 0);
  site.sql(`INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (${actors.board_deputy.person}, 'act_as_head', '2026-01-01', '2100-01-01', '07/QĐ-BBT', ${actors.board_head.person}, UTC_TIMESTAMP(6))`);
  assert.equal((await deputy.post(remindPath, { _csrf: deputy.csrf, _key: formKey(), 'dong-ho': late.clock })).status, 303);
  assert.equal(lastOf(`item:${late.id}`)[2], 'Ủy quyền 07/QĐ-BBT');
});

test('D14.3đ words that are too long come back with what was typed; two who remind at once are one', async () => {
  const late = await lateArticle('Tin trễ, hai người cùng nhắc');
  const address = `${remindPath}?dong-ho=${late.clock}`;
  const form = await people.boardHead.get(address);
  const long = await send(people.boardHead, form, { words: 'dài '.repeat(100) });
  assert.equal(long.status, 422);
  assert.match(long.body, /dài dài dài/);
  assert.equal(reminders(`n.item_id = ${late.id}`).length, 0);
  const leaders = [people.boardHead, people.secretary, actors.client('director')];
  const pages = await Promise.all(leaders.map((client) => client.get(address)));
  const answers = await Promise.all(leaders.map((client, i) => send(client, pages[i])));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 409, 409]);
  assert.equal(reminders(`n.item_id = ${late.id}`).length, 2);
  assert.equal(one(`SELECT COUNT(*) FROM core_audit WHERE chain = 'item:${late.id}' AND action = 'remind'`), '1');
});

test('D14.3đ what nobody else holds, and what is not due, is not reminded of', async () => {
  const far = site.sql("SELECT id FROM core_clock WHERE state = 'open' AND due_at > UTC_TIMESTAMP(6) + INTERVAL 5 DAY AND (amber_at IS NULL OR amber_at > UTC_TIMESTAMP(6) + INTERVAL 1 DAY) LIMIT 1")[0][0];
  assert.equal((await people.boardHead.get(`${remindPath}?dong-ho=${far}`)).status, 409);
  // Waits for the secretary alone.
  const late = await lateArticle('Tin trễ chờ Thư ký');
  await mustAct(people.unitHead, late.url, 'approve-unit');
  const clock = one(`SELECT id FROM core_clock WHERE item_id = ${late.id} AND state = 'open' LIMIT 1`);
  site.sql(`UPDATE core_clock SET due_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE id = ${clock}; UPDATE core_role_assignment SET revoked_at = UTC_TIMESTAMP(6) WHERE role = 'secretary' AND account_id = ${actors.secretary.account}`);
  const own = await people.secretary.get(`${remindPath}?dong-ho=${clock}`);
  assert.equal(own.status, 409);
  assert.match(textOf(own), /Chưa có ai khác giữ việc này/);
  assert.equal((await people.boardHead.get(`${remindPath}?dong-ho=${clock}`)).status, 200);
});
