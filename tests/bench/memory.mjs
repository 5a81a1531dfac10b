// Memory of each program at rest, after it has served a few hundred pages.
import fs from 'node:fs';

import { load, row } from './support.mjs';

const rss = (pid) => Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

export async function measure(site) {
  await load(`http://127.0.0.1:${site.port}/tin-tuc/`, [site.pid('news-1')], { seconds: 2, headers: { Host: `localhost:${site.port}` } });
  const editor = await site.login('board_head');
  for (const address of ['/quan-tri/', '/quan-tri/tin-bai/', '/quan-tri/']) for (let i = 0; i < 20; i++) await editor.get(address);
  return ['news-1', 'news-2', 'news-office-1', 'admin-1', 'cache-agent'].map((name) => row(`bộ nhớ thường trú của ${name}`, rss(site.pid(name)), 40, { unit: ' MB' }));
}
