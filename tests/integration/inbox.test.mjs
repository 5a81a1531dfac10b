// The inbox (issue B, part 8; D9.3, D11.1, D15): a number and the list that it opens are of the same items, filters stay in the address, what has no due time comes
// last, nobody finds by a filter what they may not know, and every statement goes along an index in an office of twenty thousand items.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, personId, sectionId, writeArticle } from '../support/journey.mjs';
import { fillOffice, statementsOf } from '../support/many_items.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  site.sv('down', 'scheduler'); // the numbers stand still while they are compared
  people = await cast(site);
});
after(() => site?.stop());

// All of the page's words: the journey's textOf() is cut for messages.
const textOf = (answer) => (answer.html().querySelector('main')?.textContent ?? answer.body).replace(/\s+/g, ' ').trim();
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const unescape = (text) => text.replaceAll('&amp;', '&');
const inbox = async (client, query = '') => {
  const answer = await client.get(`/quan-tri/${query}`);
  assert.equal(answer.status, 200, textOf(answer));
  return answer.html();
};
const rowsOf = (html) => html.querySelectorAll('tbody tr').map((row) => row.querySelector('.table__title a')?.getAttribute('href'));
const tilesOf = (html) =>
  html.querySelectorAll('.tile').map((tile) => ({
    label: tile.querySelector('.tile__label').textContent.trim(),
    number: tile.querySelector('.tile__n').textContent.trim(),
    url: unescape(tile.getAttribute('href')),
    age: tile.querySelector('.tile__age')?.textContent ?? '',
    current: tile.getAttribute('aria-current') === 'true',
  }));

// Every item of a list, page by page.
async function walk(client, url) {
  const found = [];
  for (let next = url; next; ) {
    const html = (await client.get(next)).html();
    found.push(...rowsOf(html));
    next = html.querySelector('.pager a[rel=next]')?.getAttribute('href');
    next = next && unescape(next);
    assert.ok(found.length < 3000);
  }
  return found;
}

async function item(title, { step = 0, author = people.author, ...fields } = {}) {
  const url = await writeArticle(author, articleFields(site, { title, ...fields }));
  await mustAct(author, url, 'submit-to-unit');
  if (step >= 1) await mustAct(people.unitHead, url, 'approve-unit');
  if (step >= 2) await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị', purpose: 'Thông tin', assignee: personId(site, 'bui-duc-thinh') });
  if (step >= 3) await mustAct(people.editor, url, 'finish-edit');
  return url;
}

test('each person’s numbers are those of the lists that they open, and say since when the oldest waits', async () => {
  await item('Bài chờ đơn vị duyệt');
  const verifying = await item('Bài chờ xác thực trong hộp việc', { step: 3 });
  await people.verifier.submit(await people.verifier.get(verifying), (form) => form.action.endsWith('/viec/claim'));
  const director = await site.login('vu.dinh.khoi');
  // What waits besides the steps: ordered to be posted at once (D6.1), posted so and not checked yet (D15.3), to be purged by a second person (D12.3b).
  const [ordered, urgent, purged] = [await item('Bài được chỉ đạo đăng khẩn', { step: 3 }), await item('Bài đã đăng khẩn', { step: 3 }), await item('Bài chờ tiêu hủy', { step: 3 })].map(idOf);
  site.sql(`UPDATE core_item SET urgent_ordered_at = UTC_TIMESTAMP(6) WHERE id = ${ordered};
    UPDATE core_item SET state = 'published', published_version = 1, awaits = 'urgent' WHERE id = ${urgent};
    UPDATE core_item SET state = 'withdrawn', secrecy = 'purge_asked', purge_asked_by = ${personId(site, 'le-thi-thu-hang')} WHERE id = ${purged}`);
  const has = async (client, id, query = '') => (await walk(client, `/quan-tri/${query}`)).includes(`/quan-tri/tin-bai/${id}`);
  for (const query of ['', '?xep=han', '?xep=moi-nhat']) {
    assert.deepEqual([await has(people.secretary, ordered, query), await has(people.boardHead, urgent, query), await has(director, purged, query)], [true, true, true], query);
    assert.deepEqual([await has(people.author, ordered, query), await has(people.editor, urgent, query), await has(people.boardHead, purged, query)], [false, false, false], query);
  }
  for (const client of [people.author, people.unitHead, people.secretary, people.editor, people.verifier, people.boardHead, director]) {
    const tiles = tilesOf(await inbox(client));
    assert.equal(tiles.filter((tile) => tile.current).length, 1);
    for (const tile of tiles) {
      const listed = await walk(client, tile.url);
      if (tile.url.includes('da-gui')) continue; // the list has what has come to its end too
      assert.equal(String(listed.length), tile.number, `${client.account.username}: ${tile.label}`);
      assert.equal(new Set(listed).size, listed.length, 'each item once');
      if (listed.length > 0 && !tile.url.includes('han=')) assert.match(tile.age, /^lâu nhất (vừa xong|chưa đến 2 phút|\d+ (phút|giờ|ngày))$/);
    }
    const menu = (await inbox(client)).querySelectorAll('nav a').find((link) => link.textContent.includes('Hộp việc'))?.textContent.match(/\d+\+?/)?.[0] ?? '0';
    assert.equal(menu, tiles[0].number, `${client.account.username}: the menu counts the same`);
  }
  assert.ok(!(await walk(people.boardHead, '/quan-tri/')).includes(verifying), 'what somebody has taken waits for nobody else');
  assert.ok((await walk(people.verifier, '/quan-tri/')).includes(verifying));
});

test('D15 what waits for a group is a list of its own, for who may take it', async () => {
  const url = await item('Bài được trả lại nhóm', { step: 2 });
  await mustAct(people.editor, url, 'hand-back', { reason: 'Nghỉ ốm hai ngày.' });
  const binh = await site.login('nong.thi.thanh.binh');
  for (const client of [people.editor, binh, people.boardHead]) assert.ok((await walk(client, '/quan-tri/?xem=nhom')).includes(url), client.account.username);
  for (const client of [people.author, people.unitHead]) assert.doesNotMatch((await client.get('/quan-tri/')).body, /xem=nhom/);
  assert.ok(!(await walk(people.author, '/quan-tri/?xem=nhom')).includes(url));
  await mustAct(binh, url, 'claim');
  assert.ok(!(await walk(people.editor, '/quan-tri/?xem=nhom')).includes(url));
  assert.ok((await walk(binh, '/quan-tri/')).includes(url));
});

test('filters narrow the list, stay in the address and in the form, and are dropped by one link', async () => {
  const section = sectionId(site, 'nghien-cuu-trao-doi');
  const url = await item('Bài nghiên cứu để lọc', { section: 'nghien-cuu-trao-doi', step: 1 });
  const all = await walk(people.secretary, '/quan-tri/?xem=ca-ban');
  assert.ok(all.includes(url));
  const ids = (where) => site.sql(`SELECT CONCAT('/quan-tri/tin-bai/', id) FROM core_item i WHERE i.state IN ('submitted', 'editing', 'verifying', 'final_check', 'ready') AND ${where} ORDER BY state_since, id`).map(([one]) => one);
  const holder = "IF(i.state = 'editing', i.assigned_to, i.checked_by)";
  const [[unit]] = site.sql(`SELECT unit_id FROM core_item WHERE id = ${idOf(url)}`);
  const cases = [
    [`chuyen-muc=${section}`, `i.section_id = ${section}`],
    [`don-vi=${unit}`, `i.unit_id = ${unit}`],
    ['trang-thai=verifying', "i.state = 'verifying'"],
    [`nguoi=${personId(site, 'bui-duc-thinh')}`, `${holder} = ${personId(site, 'bui-duc-thinh')}`],
    ['nguoi=chua-nhan', `i.state IN ('editing', 'verifying', 'final_check') AND ${holder} IS NULL`],
    ['han=qua-han', "EXISTS (SELECT 1 FROM core_clock c WHERE c.item_id = i.id AND c.state = 'open' AND c.due_at < UTC_TIMESTAMP(6))"],
    ['han=khong-co', "NOT EXISTS (SELECT 1 FROM core_clock c WHERE c.item_id = i.id AND c.state = 'open' AND c.due_at IS NOT NULL)"],
    ['cho=3', 'i.state_since <= UTC_TIMESTAMP(6) - INTERVAL 3 DAY'],
    ['cho=moi', 'i.state_since >= UTC_TIMESTAMP(6) - INTERVAL 1 DAY'],
    ['q=nghi%C3%AAn+c%E1%BB%A9u', "i.title LIKE '%nghiên cứu%'"],
    [`don-vi=${unit}&trang-thai=submitted&cho=moi`, `i.unit_id = ${unit} AND i.state = 'submitted' AND i.state_since >= UTC_TIMESTAMP(6) - INTERVAL 1 DAY`],
  ];
  let narrowed = 0;
  for (const [query, where] of cases) {
    const listed = await walk(people.secretary, `/quan-tri/?xem=ca-ban&${query}`);
    assert.deepEqual(listed, ids(where), query);
    if (listed.length > 0 && listed.length < all.length) narrowed++;
    const html = await inbox(people.secretary, `?xem=ca-ban&${query}`);
    const form = html.querySelector('form.filters');
    for (const [name, value] of new URLSearchParams(query)) {
      const chosen = form.querySelector(`select[name="${name}"] option[selected]`)?.getAttribute('value') ?? form.querySelector(`input[name="${name}"]`)?.getAttribute('value');
      assert.equal(chosen, value, `the form shows ${name}`);
    }
    assert.equal(form.querySelector('input[name=xem]').getAttribute('value'), 'ca-ban');
    assert.equal(unescape(html.querySelectorAll('form.filters a').find((link) => link.textContent === 'Bỏ lọc').getAttribute('href')), '/quan-tri/?xem=ca-ban');
  }
  assert.ok(narrowed >= 7, `${narrowed} filters left something out and something in`);
  assert.match(textOf(await people.secretary.get('/quan-tri/?xem=ca-ban&q=khongcoviecnaynhuthe')), /Không có việc nào hợp với điều kiện lọc/);
});

test('D9.3 by due time: the nearest first, each item once at its first clock, and what has none after them', async () => {
  const listed = await walk(people.secretary, '/quan-tri/?xem=ca-ban&xep=han');
  const due = new Map(site.sql("SELECT CONCAT('/quan-tri/tin-bai/', i.id), MIN(c.due_at) FROM core_item i LEFT JOIN core_clock c ON c.item_id = i.id AND c.state = 'open' WHERE i.state IN ('submitted', 'editing', 'verifying', 'final_check', 'ready') GROUP BY i.id"));
  assert.equal(listed.length, due.size);
  assert.deepEqual([...listed].sort(), [...due.keys()].sort());
  const times = listed.map((url) => due.get(url)).map((time) => (time === 'NULL' ? '9999' : time));
  assert.deepEqual(times, [...times].sort());
  assert.deepEqual(await walk(people.secretary, '/quan-tri/?xem=ca-ban&xep=moi-nhat'), (await walk(people.secretary, '/quan-tri/?xem=ca-ban')).reverse());
});

test('D9.1a no filter and no order finds what somebody may not know', async () => {
  const draft = await writeArticle(people.author, articleFields(site, { title: 'Bản nháp riêng không ai lọc ra' }));
  site.sql(`UPDATE core_clock SET due_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE item_id = ${idOf(draft)}`);
  const director = await site.login('vu.dinh.khoi');
  for (const client of [people.secretary, people.boardHead, people.unitHead, people.editor, director])
    for (const query of ['', '?xem=ca-ban&xep=han', '?trang-thai=draft', '?xem=ca-ban&trang-thai=draft', '?han=qua-han&xep=han', '?q=B%E1%BA%A3n+nh%C3%A1p', '?xem=nhom&xep=han', '?xem=da-gui'])
      assert.doesNotMatch((await client.get(`/quan-tri/${query}`)).body, /Bản nháp riêng không ai lọc ra/, `${client.account.username} ${query}`);
  assert.ok((await walk(people.author, '/quan-tri/?xep=han')).includes(draft));
  // A tab of the board that somebody else types in is the own list.
  assert.deepEqual(await walk(people.author, '/quan-tri/?xem=ca-ban'), await walk(people.author, '/quan-tri/'));
});

describe('in an office of twenty thousand items', () => {
  let many;
  before(() => {
    many = fillOffice(site, { items: 20_000, people: 500 });
  });
  after(() => many?.drop());

  test('every statement of the inbox and of the menu goes along an index, and none sorts what it walks', async () => {
    const queries = ['', '?xep=han', '?xep=moi-nhat', '?xem=nhom', '?xem=ca-ban', '?xem=ca-ban&xep=han&han=qua-han', '?xem=chua-giao&cho=3&don-vi=3', '?xem=cho-dang&q=tin', '?xem=da-gui'];
    const statements = await statementsOf(site, async () => {
      for (const client of [people.secretary, people.boardHead, people.verifier, people.editor, people.unitHead, people.author, await site.login('vu.dinh.khoi')]) for (const query of queries) await inbox(client, query);
    });
    const own = statements.filter((statement) => /^SELECT/i.test(statement) && /\bcore_(item|clock)\b/.test(statement));
    assert.ok(own.length > 60, `${own.length} statements`);
    const faults = [];
    for (const statement of own)
      for (const [, , table, type, , key, , , , extra] of site.sql(`EXPLAIN ${statement}`)) {
        const isBig = /^(i|c|c2|e|v|core_item|core_clock|core_item_version)$/.test(table);
        // What is said to be outdated or ordered to be posted at once is a handful of rows, in the order of the flag or the order.
        const isFlagged = /flagged_at IS NOT NULL AND i\.state = 'published'|urgent_ordered_at IS NOT NULL/.test(statement) && !/FIND_IN_SET/.test(statement);
        if (isBig && (key === 'NULL' || type === 'ALL')) faults.push(`${table}: no index: ${statement}`);
        if (isBig && /filesort|temporary/i.test(extra ?? '') && !isFlagged) faults.push(`${table}: ${extra}: ${statement}`);
      }
    assert.deepEqual(faults, []);
  });

  test('a number stops at “999+” and a list goes on by pages', async () => {
    const tiles = tilesOf(await inbox(people.secretary));
    assert.equal(tiles[0].number, '999+');
    const first = rowsOf(await inbox(people.secretary, '?xem=ca-ban'));
    assert.equal(first.length, 30);
    const next = unescape((await inbox(people.secretary, '?xem=ca-ban')).querySelector('.pager a[rel=next]').getAttribute('href'));
    const second = rowsOf((await people.secretary.get(next)).html());
    assert.equal(second.length, 30);
    assert.equal(first.filter((url) => second.includes(url)).length, 0);
  });
});
