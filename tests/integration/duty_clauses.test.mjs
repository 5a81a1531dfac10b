// Each obligation that the regulation gives a time, by its clause: the due time of one case reckoned by hand, as the operator's tool gives it and as the
// public calculator shows it, both from the instance's own calendar and duty rows (D9.3, D11.2, D11.3, D12.1, D12.3, D13.3, D15.3, D18.5, D20.1).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, sectionId, textOf, writeArticle } from '../support/journey.mjs';

let site;
before(async () => {
  site = await startInstance();
});
after(() => site?.stop());

// 29/01/2027 is a Friday, 24/11/2026 a holiday (Ngày Văn hóa Việt Nam); the agency works from 07:30 to 11:30 and from 13:30 to 17:30.
const cases = [
  ['D9.3a', 'D9.3a', '2027-01-29T16:30', '2027-02-02T10:30:00', 'twelve working hours after it took place: 1 + 8 + 3'],
  ['D9.3b', 'D9.3b', '2027-01-29T16:30', '2027-02-02T17:30:00', 'two working days after the day of issue'],
  ['D9.3c', 'D9.3c', '2027-01-29T08:00', '2027-02-03T17:30:00', 'three working days after approval'],
  ['D9.3d', 'D9.3d', '2027-01-11T08:00', '2027-01-25T17:30:00', 'ten working days after the leadership decided to publish'],
  ['D9.3đ', 'D9.3đ-thang', '2027-03-15T08:00', '2027-04-07T23:59:59', 'a month’s report in the first week of the next month'],
  ['D9.3đ', 'D9.3đ-quy', '2027-02-15T08:00', '2027-04-12T23:59:59', 'a quarter’s report in the first ten days of the next one; the tenth is a Saturday'],
  ['D9.3đ', 'D9.3đ-6thang', '2027-07-05T08:00', '2027-07-15T23:59:59', 'a half-year’s report ten days after the meeting'],
  ['D9.3đ', 'D9.3đ-nam', '2027-12-06T08:00', '2027-12-21T23:59:59', 'a year’s report, a workshop or an important event fifteen days after it'],
  ['D9.3đ', 'D9.3đ-chuongtrinh', '2027-06-01T08:00', '2027-06-16T23:59:59', 'a programme’s report fifteen days after its end'],
  ['D9.3e', 'D9.3e', '2026-11-16T14:20', '2026-12-08T17:30:00', 'fifteen working days after receipt, over a holiday'],
  ['D9.3f', 'D9.3f', '2026-11-16T14:20', '2026-11-23T17:30:00', 'what has changed is sent again within the days that the board set'],
  ['D11.2', 'D11.2-don-vi', '2026-11-16T14:20', '2026-12-08T17:30:00', 'the unit answers the board within fifteen working days'],
  ['D11.2', 'D11.2-ban', '2026-11-16T14:20', '2026-11-19T17:30:00', 'and the board its reader, a clock of its own'],
  ['D11.3', 'D11.3', '2026-11-16T14:20', '2026-12-08T17:30:00', 'a competent unit answers a legal question'],
  ['D12.1', 'D12.1-xacnhan', '2026-11-16T14:20', '2026-11-18T17:30:00', 'who is asked to confirm answers'],
  ['D12.3', 'D12.3-go', '2027-01-29T16:30', '2027-02-01T17:30:00', 'the head looks at a take-down the next working day'],
  ['D13.3', 'D13.3-yeucau', '2026-11-16T14:20', '2026-11-23T17:30:00', 'a review that the board asked for'],
  ['D15.3', 'D15.3-khan', '2027-01-29T16:30', '2027-02-01T17:30:00', 'what was posted on an urgent order is checked the next working day'],
];

const due = async (code, start, ...more) => JSON.parse((await site.portal('due', '--duty', code, '--start', `${start}:00+07:00`, ...more, '--json')).stdout);
const shown = (moment) => {
  const [, year, month, day, hour, minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(moment);
  return { date: `${day}/${month}/${year}`, time: `${hour}:${minute}` };
};

for (const [clause, code, start, expected, what] of cases)
  test(`${clause} ${what} (${code})`, async () => {
    const answer = await due(code, start);
    assert.equal(answer.due, `${expected}+07:00`);
    assert.equal(answer.duty.clause, clause);
    const from = shown(start);
    const page = await site.reader().get(`/tinh-thoi-han/ket-qua?${new URLSearchParams({ 'quy-dinh': code, so: '', 'don-vi': 'working_days', tu: `${from.date} ${from.time}` })}`);
    assert.equal(page.status, 200, textOf(page));
    const to = shown(expected);
    assert.match(textOf(page), new RegExp(`Hạn: ${to.time}, [^.]*${to.date}`));
  });

test('D9.3e D11.3 thirty working days when a ministry must be asked', async () => {
  for (const code of ['D9.3e', 'D11.3']) assert.equal((await due(code, '2026-11-16T14:20', '--amount', '30')).due, '2026-12-29T17:30:00+07:00', code);
});

test('D9.3b the clock of a document that the department issued begins with its day of issue and says so at the item', async () => {
  const { author } = await cast(site);
  const section = site.sql("SELECT slug FROM core_section WHERE item_kind = 'direction' ORDER BY id LIMIT 1")[0][0];
  const url = await writeArticle(author, articleFields(site, { title: 'Công văn về việc rà soát văn bản quý IV', section, event_at: '20/11/2026 09:00' }));
  const id = url.slice(url.lastIndexOf('/') + 1);
  assert.equal(site.sql(`SELECT section_id FROM core_item WHERE id = ${id}`)[0][0], String(sectionId(site, section)));
  const [[code, at]] = site.sql(`SELECT d.code, DATE_FORMAT(c.due_at + INTERVAL 7 HOUR, '%Y-%m-%dT%H:%i') FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${id} AND c.state = 'open'`);
  assert.deepEqual([code, at], ['D9.3b', '2026-11-25T17:30']); // the 23rd and the 25th: the 24th is a holiday
  assert.match((await author.get(url)).html().querySelector('section[aria-labelledby="thoi-han"]').textContent.replace(/\s+/g, ' '), /D9\.3b/);
});
