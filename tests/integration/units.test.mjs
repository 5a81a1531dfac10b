// Units that are merged or dissolved, with dates (D5.1, D6.3, D9.1a, D9.4): what follows is shown first, the board's head confirms, the scheduler does it on its day; history
// keeps the old name, the successor answers, readers find who does the work now.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { contentsOf as checksums, formKey } from '../support/actors.mjs';
import { buildDir, startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, personId, publishArticle, sectionId, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
let office;
let successor; // heads the unit that takes over
before(async () => {
  site = await startInstance();
  site.sv('down', 'scheduler'); // its rounds are the test's
  site.sql("UPDATE core_task SET due_at = '2100-01-01' WHERE name <> 'units'");
  people = await cast(site);
  office = await site.login('do.quang.vinh');
  successor = await site.login('ngo.thi.bich.thuy');
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
// What the database holds, clocks without what was told of them.
const contentsOf = () => [...checksums(site).split('\n').filter((line) => !/core_clock /.test(line)), JSON.stringify(site.sql('SELECT id, unit_id, state, due_at, closed_at FROM core_clock ORDER BY id'))].join('\n');
const unitId = (code) => one(`SELECT id FROM core_unit WHERE code = '${code}'`);
const unitOf = (url) => one(`SELECT u.code FROM core_item i JOIN core_unit u ON u.id = i.unit_id WHERE i.id = ${idOf(url)}`);
const day = (offset = 0) => new Date(Date.now() + 7 * 3600_000 + offset * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
const iso = (offset = 0) => day(offset).split('/').reverse().join('-');
const notes = (chain, action) => site.sql(`SELECT n.note FROM core_audit a JOIN core_audit_note n USING (chain, seq) WHERE a.chain = '${chain}' AND a.action = '${action}' ORDER BY a.seq`).map(([note]) => note);

function round(now) {
  site.sql("UPDATE core_task SET due_at = '2020-01-01', claimed_at = NULL WHERE name = 'units'");
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
  return done.stderr;
}

const formOf = (unit) => `/quan-tri/don-vi/${unit}/sap-nhap`;
const send = async (unit, fields) => office.submit(await office.get(formOf(unit)), (form) => form.action === formOf(unit), fields);
// Through the preview to the plan; gives its address.
async function plan(unit, fields) {
  const preview = await send(unit, fields);
  assert.equal(preview.status, 200, textOf(preview));
  const done = await office.submit(preview, (form) => form.action === formOf(unit), { buoc: 'xac-nhan' });
  assert.equal(done.status, 303, textOf(done));
  return done.headers.location;
}
const confirm = async (client, address) => client.submit(await client.get(address), (form) => form.action === `${address}/xac-nhan`);

test('D9.4_D6.3 a merger is shown whole before it is entered, waits for the board’s head, and then moves what the board never had', async () => {
  const [from, into] = [unitId('pbgdpl'), unitId('hctp')];
  const draft = await writeArticle(people.author, articleFields(site, { title: 'Bản nháp của phòng cũ' }));
  const waiting = await writeArticle(people.author, articleFields(site, { title: 'Chờ lãnh đạo phòng cũ' }));
  await mustAct(people.author, waiting, 'submit-to-unit');
  const supplied = await writeArticle(people.author, articleFields(site, { title: 'Đã đến Ban Biên tập' }));
  await mustAct(people.author, supplied, 'submit-to-unit');
  await mustAct(people.unitHead, supplied, 'approve-unit');
  const published = await publishArticle(site, { title: 'Tin của phòng cũ đã đăng' });
  const untouched = contentsOf();

  for (const [bad, words] of [[{ into: '' }, /phải có đơn vị tiếp nhận/], [{ into: from }, /Chọn một đơn vị khác/], [{ from: day(-1) }, /không trước hôm nay/], [{ from: '' }, /Từ ngày/], [{ document_number: '' }, /Số quyết định/]]) {
    const answer = await send(from, { into, from: day(), document_number: '12/QĐ-UBND', ...bad });
    assert.equal(answer.status, 422, JSON.stringify(bad));
    assert.match(textOf(answer), words);
  }
  const preview = await send(from, { into, from: day(), document_number: '12/QĐ-UBND ngày 20/11/2026' });
  const shown = preview.html().querySelector('main').textContent.replace(/\s+/g, ' ');
  for (const words of [/Nguyễn Hoàng Yến/, /Đinh Công Tú/, /\d+ người chuyển sang Phòng Hành chính tư pháp/, /bài chưa gửi Ban Biên tập chuyển sang/, /giữ tên Phòng Phổ biến/]) assert.match(shown, words);
  assert.ok(shown.includes(one(`SELECT code FROM core_item WHERE id = ${idOf(draft)}`)));
  assert.doesNotMatch(shown, /Bản nháp của phòng cũ|Chờ lãnh đạo phòng cũ/, 'titles are their authors’ (D9.1a)');
  const roles = preview.html().querySelectorAll('tbody tr').map((row) => row.textContent.replace(/\s+/g, ' '));
  assert.ok(roles.some((row) => /Đinh Công Tú.*Lãnh đạo phòng, đơn vị.*Kết thúc/.test(row)), roles.join('\n'));
  assert.ok(roles.some((row) => /Nguyễn Hoàng Yến.*Người viết.*Chuyển sang Phòng Hành chính tư pháp/.test(row)));
  assert.equal(contentsOf(), untouched, 'nothing has changed yet');

  const address = await plan(from, { into, from: day(), document_number: '12/QĐ-UBND ngày 20/11/2026' });
  assert.match((await office.get('/quan-tri/don-vi/')).body, /Sáp nhập vào Phòng Hành chính tư pháp từ [\d/]+, chờ xác nhận/);
  assert.match((await people.boardHead.get('/quan-tri/vai-tro/')).body, new RegExp(address));
  assert.match((await people.boardHead.get('/quan-tri/thong-bao/')).body, /chờ ông, bà xác nhận/);
  assert.equal((await office.get(formOf(from))).status, 409, 'one plan at a time');
  assert.match(await mustRound(), /^(?!.*unit_changed)/s);
  assert.equal(one(`SELECT valid_to FROM core_unit WHERE id = ${from}`), 'NULL', 'not before it is confirmed');
  assert.equal((await office.post(`${address}/xac-nhan`, { _csrf: 'x', _key: formKey() })).status, 403);
  assert.equal((await people.author.get(address)).status, 403);
  assert.equal((await confirm(people.boardHead, address)).status, 303);
  const both = await Promise.all([round(), round()]);
  assert.equal(both.map(({ stderr }) => stderr.match(/"unit_changed"/g)?.length ?? 0).reduce((a, b) => a + b), 1, 'two schedulers do it once');
  assert.match(textOf(await office.get(address)), /Đã thực hiện lúc/);

  assert.deepEqual(site.sql(`SELECT valid_to, merged_into FROM core_unit WHERE id = ${from}`), [[iso(-1), into]]);
  assert.deepEqual([draft, waiting, supplied, published.url].map(unitOf), ['hctp', 'hctp', 'pbgdpl', 'pbgdpl']);
  assert.deepEqual(notes(`item:${idOf(draft)}`, 'unit_follow'), ['Đơn vị: Phòng Phổ biến, giáo dục pháp luật → Phòng Hành chính tư pháp']);
  const role = (account, name) => site.sql(`SELECT r.unit_id, r.valid_from, r.valid_to, r.confirmed_at IS NOT NULL FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id WHERE a.username = '${account}' AND r.role = '${name}' ORDER BY r.id`);
  assert.deepEqual(role('nguyen.hoang.yen', 'contributor').map(([unit, begin, end, confirmed]) => [unit, end, confirmed, unit === into ? begin : '']), [[from, iso(-1), '1', ''], [into, 'NULL', '1', iso()]]);
  assert.deepEqual(role('dinh.cong.tu', 'unit_head').map(([unit, , end]) => [unit, end]), [[from, iso(-1)]]);
  assert.equal(one(`SELECT COUNT(*) FROM core_person WHERE unit_id = ${from}`), '0');
  assert.match(notes(`person:${personId(site, 'nguyen-hoang-yen')}`, 'unit_follow')[0], /→ Phòng Hành chính tư pháp$/);
  const [merge] = site.sql(`SELECT a.person_id, a.authority, a.from_state, a.to_state FROM core_audit a WHERE a.chain = 'unit:${from}' AND a.action = 'unit_merge'`);
  assert.deepEqual(merge, [personId(site, 'le-thi-thu-hang'), 'Quyết định 12/QĐ-UBND ngày 20/11/2026', 'active', 'ended']);
  assert.equal((await site.portal('check')).code, 0);

  // Who heads the successor answers for all of it; who headed the old unit no longer does.
  assert.equal((await people.unitHead.get(waiting)).status, 404);
  assert.match((await successor.get('/quan-tri/')).body, /Chờ lãnh đạo phòng cũ/);
  assert.match((await successor.get('/quan-tri/thong-bao/')).body, /Chuyển theo đơn vị từ Phòng Phổ biến/);
  assert.equal((await successor.get(supplied)).status, 200);
  assert.equal((await successor.get(published.url)).status, 200);
  await mustAct(successor, waiting, 'approve-unit');
  // What the board sends back finds the new head too.
  await mustAct(people.secretary, supplied, 'return-to-sender', { ground: one("SELECT code FROM core_ground WHERE kind = 'return' LIMIT 1"), reason: 'Thiếu ngày diễn ra hội nghị.' });
  await mustAct(people.author, supplied, 'submit-to-unit');
  assert.match((await successor.get('/quan-tri/')).body, /Đã đến Ban Biên tập/);
  await mustAct(successor, supplied, 'approve-unit');

  // A request for the old unit answers clearly.
  const form = await people.author.get('/quan-tri/tin-bai/moi');
  const refused = await people.author.submit(form, (one) => one.action === '/quan-tri/tin-bai/moi', articleFields(site, { title: 'Viết cho phòng cũ', unit: from }));
  assert.equal(refused.status, 403);
  assert.match(textOf(refused), /Ông, bà chỉ viết bài cho đơn vị của mình|đã sáp nhập vào Phòng Hành chính tư pháp từ ngày/);
  assert.equal((await successor.submit(await successor.get('/quan-tri/tin-bai/moi'), (one) => one.action === '/quan-tri/tin-bai/moi', articleFields(site, { title: 'Viết cho phòng cũ', unit: from }))).status, 403);
  const again = await office.get(formOf(from));
  assert.equal(again.status, 409);
  assert.match(textOf(again), /đã kết thúc, hoạt động đến hết ngày/);
});

test('D5.1 readers see the organisation of today: the old unit by name with its successor, its people there, its articles under its name', async () => {
  const [from, into] = [unitId('pbgdpl'), unitId('hctp')];
  // The public program reads the site once a second, and nginx keeps a page as long.
  let page;
  await site.until('the old unit has left the tree', async () => {
    page = (await site.reader().open('/gioi-thieu/co-cau-to-chuc')).html();
    return page.querySelectorAll('ul.tree a').every((link) => !/Phổ biến, giáo dục pháp luật/.test(link.textContent));
  }, 5000);
  const former = page.querySelector(`#don-vi-${from}`);
  assert.match(former.textContent.replace(/\s+/g, ' '), new RegExp(`Phòng Phổ biến, giáo dục pháp luật.*Đã sáp nhập vào Phòng Hành chính tư pháp; hoạt động đến hết ngày ${day(-1)}`));
  assert.equal(former.querySelector('a').getAttribute('href'), `#don-vi-${into}`);
  assert.ok(page.querySelector(`#don-vi-${into}`), 'the successor’s place is there to go to');
  let directory;
  await site.until('nor does the directory name it', async () => {
    directory = (await site.reader().open('/gioi-thieu/danh-ba')).body;
    return !/Phòng Phổ biến, giáo dục pháp luật/.test(directory);
  }, 5000);
  assert.match(directory, /Nguyễn Hoàng Yến/);
  const path = one("SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.title = 'Tin của phòng cũ đã đăng'");
  assert.match((await site.reader().get(path)).body, /Phòng Phổ biến, giáo dục pháp luật/, 'history keeps the old name');
});

test('D9.4 a plan that is dropped changes nothing; one for a later day waits for it', async () => {
  const unit = unitId('thanh-tra');
  const into = unitId('hctp');
  const dropped = await plan(unit, { into, from: day(5), document_number: '13/QĐ-UBND' });
  const cancelled = await office.submit(await office.get(dropped), (form) => form.action === `${dropped}/bo`);
  assert.equal(cancelled.status, 303);
  assert.equal((await confirm(people.boardHead, dropped).catch(() => ({ status: 'no button' }))).status, 'no button');
  const later = await plan(unit, { into, from: day(5), document_number: '14/QĐ-UBND' });
  assert.equal((await confirm(people.boardHead, later)).status, 303);
  await mustRound();
  assert.equal(one(`SELECT valid_to FROM core_unit WHERE id = ${unit}`), 'NULL');
  assert.match(textOf(await office.get(later)), new RegExp(`thực hiện ngày ${day(5)}`));
  await mustRound(`${iso(5)}T00:00:30+07:00`);
  assert.deepEqual(site.sql(`SELECT valid_to, merged_into FROM core_unit WHERE id = ${unit}`), [[iso(4), into]]);
});

test('D9.4 a unit with nothing is dissolved without a successor; a successor that ends hands its predecessors on; a unit begins on its first day', async () => {
  const empty = one("INSERT INTO core_unit (code, name, short_name, kind, valid_from) VALUES ('trong', 'Phòng Trống', 'Trống', 'department', '2026-01-01'); SELECT LAST_INSERT_ID()");
  assert.equal((await confirm(people.boardHead, await plan(empty, { into: '', from: day(), document_number: '15/QĐ-UBND' }))).status, 303);
  await mustRound();
  await site.until('the page says so', async () => /Phòng Trống[\s\S]*Đã giải thể/.test((await site.reader().open('/gioi-thieu/co-cau-to-chuc')).body));
  assert.equal(notes(`unit:${empty}`, 'unit_dissolve').length, 1);

  const next = one(`INSERT INTO core_unit (code, name, short_name, kind, valid_from) VALUES ('moi', 'Phòng Mới', 'Mới', 'department', '${iso(1)}'); SELECT LAST_INSERT_ID()`);
  await mustRound();
  assert.doesNotMatch((await site.reader().open('/gioi-thieu/co-cau-to-chuc')).body, /Phòng Mới/, 'it begins tomorrow');
  await mustRound(); // nothing of a new day: nothing is published again
  site.sql(`UPDATE core_unit SET valid_from = '${iso()}' WHERE id = ${next}; UPDATE core_task SET done_at = done_at - INTERVAL 1 DAY WHERE name = 'units'`);
  await mustRound();
  await site.until('it is there on its first day', async () => /Phòng Mới/.test((await site.reader().open('/gioi-thieu/co-cau-to-chuc')).body));
  const hctp = unitId('hctp');
  assert.equal((await confirm(people.boardHead, await plan(hctp, { into: next, from: day(), document_number: '16/QĐ-UBND' }))).status, 303);
  await mustRound();
  assert.equal(one(`SELECT merged_into FROM core_unit WHERE code = 'pbgdpl'`), next);
  // The old head's role ended with the unit; a head of the newest unit answers for both.
  site.sql(`INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, entered_at, confirmed_at) SELECT id, 'unit_head', ${next}, '${iso()}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM core_account WHERE username = 'ngo.thi.bich.thuy'`);
  const old = one("SELECT id FROM core_item WHERE title = 'Tin của phòng cũ đã đăng'");
  assert.equal((await successor.get(`/quan-tri/tin-bai/${old}`)).status, 200);
  assert.equal((await site.portal('check')).code, 0);
});
