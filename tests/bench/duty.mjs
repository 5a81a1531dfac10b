// The clocks' figures: a due time in at most 10 µs, a recomputation of 100,000 open clocks in at most 10 s.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { buildDir } from '../support/instance.mjs';
import { row } from './support.mjs';

const kClocks = 100_000;

export function measure(site) {
  const act = (...args) => {
    const answer = spawnSync(path.join(buildDir, 'bin/clock_act'), [path.join(site.run, 'db.sock'), path.join(site.dir, 'secrets'), 'portal_admin', ...args.map(String)], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (answer.status !== 0) throw new Error(`clock_act ${args[0]}: ${answer.stdout}${answer.stderr}`);
    return JSON.parse(answer.stdout);
  };
  // Begun all over the year, with a due time that none of them has.
  site.sql(`INSERT INTO core_clock (duty_id, calendar_id, subject, started_at, due_at)
    SELECT d.id, c.id, CONCAT('bench:', s.seq), '2026-01-05 02:00:00' + INTERVAL s.seq * 5 MINUTE, '2027-06-01'
    FROM seq_1_to_${kClocks} s JOIN core_duty d ON d.code = 'D9.3e' JOIN core_calendar c ON c.is_own = 1`);
  try {
    const result = act('recompute', 'calendar', 'Đo');
    if (result.changed !== kClocks) throw new Error(`${result.changed} of ${kClocks} clocks were recomputed`);
    const logged = Number(site.sql("SELECT COUNT(*) FROM core_clock_change WHERE note = 'Đo' AND old_due <> new_due")[0][0]);
    if (logged !== kClocks) throw new Error(`${logged} of ${kClocks} changes were logged`);
    const speed = act('reckon', kClocks);
    return [
      row('tính lại 100.000 thời hạn đang mở, ghi cả hạn cũ và mới', result.seconds, 10, { unit: ' s' }),
      row('một thời hạn 15 ngày làm việc', speed.microseconds, 10, { unit: ' µs', detail: 'không tính đọc và ghi' }),
    ];
  } finally {
    site.sql("DELETE g FROM core_clock_change g JOIN core_clock c ON c.id = g.clock_id WHERE c.subject LIKE 'bench:%'; DELETE FROM core_clock WHERE subject LIKE 'bench:%'");
  }
}
