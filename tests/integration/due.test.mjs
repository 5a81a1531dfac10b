// portal due --vectors FILE: deadlines of a file, for machines and for people; no instance is needed (D9.3).
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const portal = path.join(process.env.PORTAL_BUILD ?? path.join(root, 'build/dev'), 'bin/portal');
const name = 'ref/han_xu_ly_vector.json';
const sample = path.join(root, 'tests/data', name);
const vectors = [path.join(process.env.PORTAL_TEST_DATA ?? path.join(root, 'tests/data'), name), sample].find(existsSync);
const folder = mkdtempSync(path.join(tmpdir(), 'portal-due-'));
test.after(() => rmSync(folder, { recursive: true }));

function run(args, input) {
  const { status, stdout, stderr } = spawnSync(portal, args, { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  return { status, stdout, stderr };
}
// The sample with one thing changed, run.
function runChanged(change) {
  const file = JSON.parse(readFileSync(sample, 'utf8'));
  change(file);
  const at = path.join(folder, 'changed.json');
  writeFileSync(at, JSON.stringify(file));
  return run(['--json', 'due', '--vectors', at]);
}

test('D9.3: each case of the file has the moment, the days and the seconds that the file says', () => {
  const file = JSON.parse(readFileSync(vectors, 'utf8'));
  const { status, stdout, stderr } = run(['due', '--vectors', vectors, '--json']);
  assert.equal(status, 0, stderr);
  const answers = JSON.parse(stdout);
  assert.deepEqual(answers.map((a) => a.label), file.vectors.map((v) => v.label));
  for (const [i, want] of file.vectors.entries()) {
    const got = answers[i];
    assert.equal(got.due, want.expected_due, want.label);
    assert.equal(got.error, want.expected_error, want.label);
    assert.equal(got.missing_year, want.missing_year, want.label);
    assert.equal(got.remaining_office_seconds, want.remaining_office_seconds, want.label);
    if (want.counted_days) assert.deepEqual(got.explanation.filter((d) => d.counted).map((d) => d.date), want.counted_days, want.label);
    if (want.skipped_days) assert.deepEqual(got.explanation.filter((d) => !d.counted).map(({ date, reason }) => ({ date, reason })), want.skipped_days, want.label);
    if (want.counted_office_seconds) assert.deepEqual(got.counted_office_seconds, want.counted_office_seconds, want.label);
    for (const act of want.acts ?? []) assert.equal(Date.parse(act.at) <= Date.parse(got.due), act.in_time, `${want.label} ${act.at}`);
    const dates = got.explanation.map((d) => d.date);
    assert.deepEqual(dates, [...new Set(dates)].sort(), want.label);
    for (const day of got.explanation) assert.ok(day.reason && day.name && day.source, `${want.label} ${day.date}`);
  }
});

test('the file may come from standard input', () => {
  const { status, stdout } = run(['due', '--vectors', '-', '--json'], readFileSync(sample, 'utf8'));
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).length, 20);
});

test('for people: a table in Vietnamese; what differs from the file is named and is exit code 1', () => {
  const good = run(['due', '--vectors', sample]);
  assert.equal(good.status, 0, good.stdout);
  assert.match(good.stdout, /8 giờ làm việc, bắt đầu 25\/11\/2026 07:00, thứ Tư/);
  assert.match(good.stdout, /Hạn: 26\/11\/2026 14:00, thứ Năm/);
  assert.match(good.stdout, /24\/11\/2026 {2}thứ Ba +không tính +Nghỉ lễ, tết +Ngày Văn hóa Việt Nam/);
  assert.match(good.stdout, /Không có hạn\. Chưa nhập lịch làm việc năm 2028/);
  assert.match(good.stdout, /Không có hạn\. Hạn đang tạm dừng; khi tiếp tục còn 5 giờ làm việc\./);
  const at = path.join(folder, 'wrong.json');
  const file = JSON.parse(readFileSync(sample, 'utf8'));
  file.vectors[0].expected_due = '2026-11-26T14:00:01+07:00';
  writeFileSync(at, JSON.stringify(file));
  const wrong = run(['due', '--vectors', at]);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stdout, /KHÁC VỚI TỆP: hạn tính được là 2026-11-26T14:00:00\+07:00, tệp ghi 2026-11-26T14:00:01\+07:00/);
});

test('a bad file is exit code 2 with a sentence that names the place, and nothing on standard output', () => {
  const cases = [
    ['unknown calendar', (f) => { f.vectors[0].calendar = 'KHÁC'; }, /Trường hợp “S01 .*“calendar”: tệp không có lịch “KHÁC”\./],
    ['unknown unit', (f) => { f.vectors[0].unit = 'hours'; }, /không có đơn vị “hours”/],
    ['hours out of order', (f) => { f.calendars[0].weekly_hours.monday.reverse(); }, /Lịch “MAU”: thứ Hai: các khoảng giờ phải theo thứ tự/],
    ['no start', (f) => { delete f.vectors[2].start; }, /Trường hợp “S03 .*: thiếu “start”\./],
    ['no vectors', (f) => { delete f.vectors; }, /thiếu “vectors”/],
  ];
  for (const [label, change, said] of cases) {
    const { status, stdout, stderr } = runChanged(change);
    assert.equal(status, 2, label);
    assert.equal(stdout, '', label);
    assert.match(stderr, said, label);
  }
  for (const text of ['', '{', 'không', '\u0000']) {
    const { status, stderr } = run(['due', '--vectors', '-'], text);
    assert.equal(status, 2);
    assert.match(stderr, /Tệp không phải là JSON đúng/);
  }
  assert.match(run(['due', '--vectors', path.join(folder, 'none')]).stderr, /Không đọc được tệp/);
  assert.equal(run(['due', '--vectors', folder]).status, 2);
  assert.equal(run(['due']).status, 2);
});

test('a clock that cannot run is exit code 1, the others are answered', () => {
  const { status, stdout, stderr } = runChanged((f) => { f.vectors[12].options.pauses = [{ from: f.vectors[12].start, to: null }]; });
  assert.equal(status, 1);
  assert.match(stderr, /S13 .*Chỉ tạm dừng được thời hạn tính bằng giờ làm việc hoặc ngày làm việc\./);
  const answers = JSON.parse(stdout);
  assert.equal(answers.length, 20);
  assert.equal(answers[12].error, 'not_pausable');
  assert.equal(answers[13].due, '2026-12-13T23:59:59+07:00');
});
