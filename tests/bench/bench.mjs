// Runs the benchmarks by name and prints one table: what, the command that measures it, measured, bar, verdict. JSON goes to build/bench.json.
import fs from 'node:fs';
import path from 'node:path';

import { root, startInstance } from '../support/instance.mjs';

const all = ['cached', 'path', 'article', 'list', 'freshness', 'memory', 'duty', 'inbox', 'lighthouse'];
const wanted = process.argv.slice(2).length > 0 ? process.argv.slice(2) : all;
for (const name of wanted) {
  if (!all.includes(name)) {
    console.error(`không có phép đo ${name}; có: ${all.join(' ')}`);
    process.exit(2);
  }
}

const rows = [];
const site = await startInstance();
try {
  for (const name of wanted) {
    console.error(`… ${name}`);
    const { measure } = await import(`./${name}.mjs`);
    for (const row of await measure(site)) rows.push({ name, ...row });
  }
} finally {
  await site.stop();
}

const line = (cells) => `| ${cells.join(' | ')} |`;
console.log(line(['phép đo', 'lệnh', 'kết quả', 'mức phải đạt', 'đạt', 'chi tiết']));
console.log(line(Array(6).fill('---')));
for (const row of rows) console.log(line([row.what, `./tools/bench ${row.name}`, `${row.value}${row.unit ?? ''}`, row.bar === undefined ? '' : `${row.least ? '≥' : '≤'} ${row.bar}${row.unit ?? ''}`, row.bar === undefined ? '' : row.ok ? 'có' : 'KHÔNG', row.detail ?? '']));
fs.writeFileSync(path.join(root, 'build/bench.json'), JSON.stringify({ at: new Date().toISOString(), rows }, null, 1));
process.exit(rows.every((row) => row.ok ?? true) ? 0 : 1);
