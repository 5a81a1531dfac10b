// The leaders' page (D3.2c, D9.3, D9.4, D13.1, D14.3đ): its numbers are those of the rows behind them, each opens its list, nobody reads a title there that they may not know,
// quotas are data by date, and every statement goes along an index.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { root, startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
let office;
before(async () => {
  site = await startInstance();
  site.sv('down', 'scheduler'); // the numbers stand still while they are compared
  people = await cast(site);
  office = await site.login('office');
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const page = async (client, query = '') => (await client.get(`/quan-tri/dieu-hanh/${query}`)).html();
const tiles = (html) => Object.fromEntries(html.querySelectorAll('.tile').map((tile) => [tile.querySelector('.tile__label').textContent.trim(), tile.querySelector('.tile__n').textContent.trim()]));
const rows = (html, caption) => html.querySelectorAll('table').find((table) => table.querySelector('caption').textContent.includes(caption))?.querySelectorAll('tbody tr') ?? [];
const cells = (row) => row.querySelectorAll('td, th').map((cell) => cell.textContent.replace(/\s+/g, ' ').trim());
const month = '2026-11';
const monthFrom = `'2026-10-31 17:00:00' AND c.closed_at < '2026-11-30 17:00:00'`;

test('D3.2c what is late is counted and listed with whom it waits for, and every number opens its list', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Tin quá hạn để lãnh đạo thấy', event_at: '02/11/2026 08:00' }));
  await mustAct(people.author, url, 'submit-to-unit');
  const overdue = Number(one("SELECT COUNT(*) FROM core_clock WHERE state = 'open' AND due_at < UTC_TIMESTAMP(6)"));
  assert.ok(overdue > 0);
  const html = await page(people.boardHead);
  assert.equal(Number(tiles(html)['Việc quá hạn']), overdue);
  for (const link of html.querySelectorAll('main a[href^="/quan-tri/dieu-hanh/danh-sach"]')) {
    const answer = await people.boardHead.get(link.getAttribute('href').replaceAll('&amp;', '&'));
    assert.equal(answer.status, 200, link.getAttribute('href'));
    const shown = link.textContent.match(/^\s*(\d+)/)?.[1];
    if (shown !== undefined && !link.classList.contains('tile') && Number(shown) <= 30) assert.equal(answer.html().querySelectorAll('tbody tr').length, Number(shown), link.getAttribute('href'));
  }
  for (const row of rows(html, 'Việc đang quá hạn')) assert.notEqual(row.querySelector('td[data-label="Đang chờ"]').textContent.trim(), '', row.textContent);
  let listed = 0;
  for (let next = '/quan-tri/dieu-hanh/danh-sach?loai=qua-han'; next; ) {
    const list = (await people.boardHead.get(next)).html();
    listed += list.querySelectorAll('tbody tr').length;
    next = list.querySelector('.pager a[rel=next]')?.getAttribute('href').replaceAll('&amp;', '&');
  }
  assert.equal(listed, overdue);
});

test('D9.3 how late something is, is said in working units, as at the item; why it is due then is one click away', async () => {
  const html = await page(people.boardHead);
  const late = rows(html, 'Việc đang quá hạn');
  assert.ok(late.length > 0);
  for (const row of late) assert.match(row.querySelector('[data-label="Trễ"] .chip').textContent.trim(), /^(Quá hạn .*làm việc|Vừa quá hạn|Quá hạn \d+ ngày \(theo lịch\))/, row.textContent);
  const list = (await people.boardHead.get('/quan-tri/dieu-hanh/danh-sach?loai=qua-han')).html();
  const links = list.querySelectorAll('tbody a').filter((link) => link.textContent.startsWith('Vì sao hạn này?'));
  assert.ok(links.length > 0);
  for (const link of links) assert.equal((await people.boardHead.get(link.getAttribute('href'))).status, 200, link.getAttribute('href'));
});

test('D3.2c the on-time tile and each percentage open what ended in that month, late or not', async () => {
  const html = await page(people.boardHead, `?thang=${month}`);
  const ended = (where) => Number(one(`SELECT COUNT(*) FROM core_clock c WHERE c.outcome IN ('in_time', 'late') AND c.closed_at >= ${monthFrom} ${where}`));
  const count = async (href) => {
    let listed = 0;
    for (let next = href.replaceAll('&amp;', '&'); next; ) {
      const list = (await people.boardHead.get(next)).html();
      listed += list.querySelectorAll('tbody tr').length;
      next = list.querySelector('.pager a[rel=next]')?.getAttribute('href').replaceAll('&amp;', '&');
    }
    return listed;
  };
  assert.ok(ended('') > 30, 'more than a page');
  const tile = html.querySelectorAll('.tile').find((one) => one.textContent.includes('Đúng hạn trong tháng'));
  assert.equal(await count(tile.getAttribute('href')), ended(''));
  for (const row of rows(html, 'đúng hạn và trễ')) {
    const numbers = [...row.querySelectorAll('[data-label="Đúng hạn"] a, [data-label="Trễ"] a')].map((link) => Number(link.textContent.match(/\d+/)[0]));
    assert.equal(await count(row.querySelector('[data-label="Tỷ lệ"] a').getAttribute('href')), numbers[0] + numbers[1], row.textContent);
  }
});

test('D9.1a a title that somebody may not know is not read on the leaders’ page either', async () => {
  const list = '/quan-tri/dieu-hanh/danh-sach?loai=qua-han';
  const draft = await writeArticle(people.author, articleFields(site, { title: 'Bản nháp riêng đã quá hạn', event_at: '03/11/2026 08:00' }));
  for (const client of [people.boardHead, office, people.secretary]) {
    const body = (await client.get(list)).body + (await client.get('/quan-tri/dieu-hanh/')).body;
    assert.doesNotMatch(body, /Bản nháp riêng đã quá hạn|Tin quá hạn để lãnh đạo thấy/);
  }
  const code = one(`SELECT code FROM core_item WHERE id = ${draft.split('/').at(-1)}`);
  assert.match((await people.boardHead.get(list)).body, new RegExp(`Bài ${code} \\(chưa gửi Ban Biên tập\\)`));
  // The office sees figures and what readers see; work in progress by its code alone.
  const waiting = one("SELECT title FROM core_item WHERE state = 'verifying' LIMIT 1");
  assert.doesNotMatch((await office.get('/quan-tri/dieu-hanh/danh-sach?loai=giu&buoc=verifying')).body, new RegExp(waiting.slice(0, 25)));
  assert.match((await people.boardHead.get('/quan-tri/dieu-hanh/danh-sach?loai=giu&buoc=verifying')).body, new RegExp(waiting.slice(0, 25)));
});

test('D9.3 on-time rates per clause and month are those of the clocks that ended, and never rounded up', async () => {
  const want = site.sql(`SELECT d.clause, SUM(c.outcome = 'in_time'), SUM(c.outcome = 'late') FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.outcome <> '' AND c.closed_at >= ${monthFrom} GROUP BY d.code ORDER BY d.code`);
  assert.ok(want.length >= 3);
  const got = rows(await page(people.boardHead, `?thang=${month}`), 'Số thời hạn kết thúc').map((row) => cells(row));
  assert.deepEqual(got.map(([clause, inTime, late]) => [clause.split(' ')[0], inTime.match(/^\d+/)[0], late.match(/^\d+/)[0]]), want.map(([clause, inTime, late]) => [clause, inTime, late]));
  for (const [, inTime, late, percent] of got) assert.equal(parseInt(percent, 10), Math.floor((parseInt(inTime, 10) * 100) / (parseInt(inTime, 10) + parseInt(late, 10))));
  const trend = rows(await page(people.boardHead, `?thang=${month}`), 'Thời hạn kết thúc mỗi tháng').map((row) => cells(row));
  assert.equal(trend.length, 6);
  const sums = want.reduce(([a, b], [, inTime, late]) => [a + Number(inTime), b + Number(late)], [0, 0]);
  assert.deepEqual([parseInt(trend.at(-1)[1], 10), parseInt(trend.at(-1)[2], 10)], sums);
  assert.equal((await page(people.boardHead)).querySelectorAll('.trend__bar').length, 6);
});

test('D9.4 each unit of the department stands with what it supplied and owes, local units apart and owing nothing of themselves', async () => {
  const html = await page(people.boardHead, `?thang=${month}`);
  const own = rows(html, 'mỗi phòng, đơn vị thuộc Sở').map((row) => cells(row));
  const units = site.sql("SELECT name, id FROM core_unit WHERE kind IN ('department', 'public_service') ORDER BY position, id");
  assert.deepEqual(own.map(([name]) => name), units.map(([name]) => name));
  for (const [i, [, id]] of units.entries()) {
    const supplied = one(`SELECT COUNT(*) FROM core_item WHERE unit_id = ${id} AND first_supplied_at >= '2026-10-31 17:00:00' AND first_supplied_at < '2026-11-30 17:00:00' AND (published_version IS NOT NULL OR state NOT IN ('draft','unit_review','returned','refused','discarded','withdrawn'))`);
    assert.equal(parseInt(own[i][1], 10), Number(supplied), own[i][0]);
  }
  const short = own.filter(([, , , result]) => result.startsWith('Thiếu'));
  assert.ok(short.length > 0 && short.length < own.length, 'the demo has a unit below its quota and others that are not');
  const local = rows(html, 'tư pháp địa phương').map((row) => cells(row));
  assert.deepEqual(local.map(([name]) => name), site.sql("SELECT name FROM core_unit WHERE kind = 'local' ORDER BY position, id").map(([name]) => name));
  for (const [, , owed, result] of local) assert.deepEqual([owed, result], ['không có', '']);
});

test('D9.4 a quota holds from the first day of a month, the one before it stays for its months, and who, old and new are in the trail', async () => {
  const unit = one("SELECT id FROM core_unit WHERE code = 'hctp'");
  const set = async (fields) => people.boardHead.submit(await people.boardHead.get('/quan-tri/dinh-muc/moi'), (form) => form.action === '/quan-tri/dinh-muc/moi', fields);
  const good = { unit, valid_from: '01/11/2026', min: '40', max: '41', source: 'Quyết định số 9/QĐ-STP ngày 28/10/2026' };
  for (const [bad, words] of [[{ valid_from: '15/11/2026' }, /ngày 01 của một tháng/], [{ valid_from: '' }, /Áp dụng từ ngày/], [{ min: 'năm' }, /Ít nhất/], [{ max: '39' }, /không nhỏ hơn/], [{ source: '' }, /Văn bản quyết định/], [{ unit: '99999' }, /Chọn một đơn vị/]]) {
    const answer = await set({ ...good, ...bad });
    assert.equal(answer.status, 422, JSON.stringify(bad));
    assert.match(textOf(answer), words);
  }
  assert.equal((await set(good)).status, 303);
  const resultOf = async (query) => rows(await page(people.boardHead, query), 'mỗi phòng, đơn vị thuộc Sở').map((row) => cells(row)).find(([name]) => name === one(`SELECT name FROM core_unit WHERE id = ${unit}`));
  assert.match((await resultOf('?thang=2026-11'))[2], /^40–41/);
  assert.match((await resultOf('?thang=2026-11'))[3], /^Thiếu/);
  assert.match((await resultOf('?thang=2026-10'))[2], /^1–2/);
  assert.equal((await set({ ...good, min: '1', max: '2' })).status, 303);
  assert.match((await resultOf('?thang=2026-11'))[2], /^1–2/);
  // For every division and unit at once; the unit with a row of its own keeps it.
  assert.equal((await set({ unit: '', valid_from: '01/11/2026', min: '3', max: '4', source: 'Quyết định số 10/QĐ-STP ngày 29/10/2026' })).status, 303);
  const owed = Object.fromEntries(rows(await page(people.boardHead, '?thang=2026-11'), 'mỗi phòng, đơn vị thuộc Sở').map((row) => cells(row)).map(([name, , words]) => [name, words]));
  assert.match(owed[one("SELECT name FROM core_unit WHERE code = 'thanh-tra'")], /^3–4/);
  assert.match(owed[one(`SELECT name FROM core_unit WHERE id = ${unit}`)], /^1–2/);
  const notes = site.sql(`SELECT n.note FROM core_audit a JOIN core_audit_note n USING (chain, seq) WHERE a.chain = 'quota:${unit}' ORDER BY a.seq`).map(([note]) => note);
  assert.match(notes[0], /Định mức: \(trống\) → 40–41/);
  assert.match(notes[1], /Định mức: 40–41 → 1–2/);
  assert.equal((await office.get('/quan-tri/dinh-muc/moi')).status, 403);
});

test('D13.1 working days without news are counted by the agency’s calendar and each is named', async () => {
  const html = (await people.boardHead.get('/quan-tri/dieu-hanh/danh-sach?loai=ngay&thang=2026-10')).html();
  const days = html.querySelectorAll('tbody tr').map((row) => cells(row));
  assert.ok(days.length >= 21 && days.length <= 23, `${days.length} working days in October 2026`);
  const posted = new Set(site.sql("SELECT DISTINCT DATE_FORMAT(published_at + INTERVAL 7 HOUR, '%d/%m/%Y') FROM core_item WHERE published_at >= '2026-09-30 17:00:00' AND published_at < '2026-10-31 17:00:00'").map(([day]) => day));
  for (const [day, words] of days) assert.equal(words, posted.has(day) ? 'Có tin mới' : 'Không có tin mới', day);
  const missed = days.filter(([, words]) => words !== 'Có tin mới').length;
  assert.ok(missed > 0);
  const tile = tiles(await page(people.boardHead, '?thang=2026-10'))['Ngày làm việc có tin mới'];
  assert.equal(tile, `${days.length - missed} / ${days.length}`);
  // No holiday is a day without news.
  const november = (await people.boardHead.get('/quan-tri/dieu-hanh/danh-sach?loai=ngay&thang=2026-11')).html();
  assert.doesNotMatch(november.querySelector('main').textContent, /24\/11\/2026/);
});

test('every statement of the page goes along an index and sorts no table', () => {
  const source = fs.readFileSync(path.join(root, 'modules/admin/overview/queries.h'), 'utf8');
  for (const index of ['core_clock_due', 'core_clock_outcome', 'core_item_unit_supplied', 'core_item_state']) assert.ok(source.includes(`"${index}"`) || source.includes(`(${index})`), index);
  const explain = (statement) => site.sql(`EXPLAIN ${statement}`).map((row) => ({ table: row[2], type: row[3], key: row[5], extra: row[9] ?? '' }));
  const span = "'2026-10-31 17:00:00' AND {c} < '2026-11-30 17:00:00'";
  const statements = {
    due: "SELECT COUNT(*) FROM (SELECT 1 FROM core_clock FORCE INDEX (core_clock_due) WHERE state = 'open' AND due_at >= '2026-11-01' AND due_at < '2026-11-30' LIMIT 1000) few",
    rates: `SELECT duty_id, outcome = 'in_time', COUNT(*) FROM core_clock FORCE INDEX (core_clock_outcome) WHERE outcome IN ('in_time', 'late') AND closed_at >= ${span.replace('{c}', 'closed_at')} GROUP BY 1, 2`,
    supplied: `SELECT COUNT(*) FROM core_item i WHERE i.unit_id = 3 AND i.first_supplied_at >= ${span.replace('{c}', 'i.first_supplied_at')}`,
    holders: "SELECT state, COUNT(*) FROM core_item i WHERE i.state IN ('unit_review', 'submitted', 'editing', 'verifying', 'final_check', 'ready') GROUP BY 1",
  };
  for (const [name, statement] of Object.entries(statements)) for (const row of explain(statement)) if (/^core_/.test(row.table) || row.table === 'i') assert.ok(['range', 'ref', 'index'].includes(row.type) && row.key !== 'NULL', `${name}: ${JSON.stringify(row)}`);
});
