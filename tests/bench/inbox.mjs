// The inbox of an office of 200,000 items and 500 people, against its own queries run by hand: the page's statements, as the server logged them with their values,
// sent again over one connection. The page may cost twice that in processor time and in time. And what the menu's numbers cost, bounded and counted to the end.
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

import { fillOffice, statementsOf } from '../support/many_items.mjs';
import { cpu, median, programs, round, row } from './support.mjs';

const kRounds = 5;
const kRuns = 20;

// The database's and the program's processor time and the time of `work`, each in milliseconds a run.
async function cost(pids, work) {
  const before = cpu(pids);
  const began = performance.now();
  for (let i = 0; i < kRuns; i++) await work();
  return { cpu: ((cpu(pids) - before) * 1000) / kRuns, ms: (performance.now() - began) / kRuns };
}

// A long script over one connection.
const run = (site, script) =>
  execFileSync('mariadb', ['--no-defaults', '--default-character-set=utf8mb4', '-S', path.join(site.run, 'db.sock'), '-u', os.userInfo().username, '--batch', '--skip-column-names', 'portal'], { input: script, maxBuffer: 1 << 28 });

export async function measure(site) {
  site.sv('down', 'scheduler'); // only the page's statements are logged
  const many = fillOffice(site, { items: 200_000, people: 500 });
  try {
    const rows = [];
    const database = [site.pid('mariadb')];
    for (const [name, who, query] of [['Thư ký', 'tran.minh.chau', ''], ['Trưởng ban, xếp theo hạn', 'le.thi.thu.hang', '?xem=ca-ban&xep=han'], ['người biên tập', 'bui.duc.thinh', '']]) {
      const client = await site.login(who);
      const page = () => client.get(`/quan-tri/${query}`);
      await page();
      const statements = (await statementsOf(site, page)).filter((statement) => /^SELECT/i.test(statement) && !/[=<>] \?/.test(statement));
      const office = [...programs(site, 'admin'), ...database]; // started again by the reading of the log
      await page();
      const script = `${statements.join(';\n')};\n`.repeat(kRuns);
      const pairs = [];
      for (let i = 0; i < kRounds; i++) {
        const shown = await cost(office, page);
        // One connection and one client for all runs: what is compared is the queries, not the starting of a client.
        const from = cpu(database);
        const began = performance.now();
        run(site, script);
        pairs.push([shown, { cpu: ((cpu(database) - from) * 1000) / kRuns, ms: (performance.now() - began) / kRuns }]);
      }
      for (const [what, key] of [['CPU', 'cpu'], ['thời gian', 'ms']])
        rows.push(
          row(`hộp việc của ${name}, 200.000 bài: ${what} của trang / của chính các truy vấn`, median(pairs.map(([a, b]) => a[key] / b[key])), 2, {
            detail: `${round(median(pairs.map(([a]) => a[key])), 1)} và ${round(median(pairs.map(([, b]) => b[key])), 1)} ms, ${statements.length} truy vấn`,
          }),
        );
    }
    // The menu: the numbers as they are counted, and to the end as they were before.
    const client = await site.login('tran.minh.chau');
    const counts = (await statementsOf(site, () => client.get('/quan-tri/phim-tat'))).filter((statement) => /LIMIT 1000\) few/.test(statement));
    const time = (list) => {
      const began = performance.now();
      run(site, `${list.join(';\n')};\n`.repeat(kRuns));
      return (performance.now() - began) / kRuns;
    };
    const bounded = median(Array.from({ length: kRounds }, () => time(counts)));
    const whole = median(Array.from({ length: kRounds }, () => time(counts.map((statement) => statement.replaceAll(' LIMIT 1000) few', ') few')))));
    rows.push(row('số ở danh mục của Thư ký: đếm đến 999 / đếm đến hết', bounded / whole, 0.5, { detail: `${round(bounded)} và ${round(whole)} ms, ${counts.length} truy vấn` }));
    return rows;
  } finally {
    many.drop();
  }
}
