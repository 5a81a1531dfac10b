// Memory of each process at rest, after the programs have served a few hundred pages.
import fs from 'node:fs';

import { load, nginxWorkers, round, row } from './support.mjs';

const rss = (pid) => Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

export async function measure(site) {
  await load(`http://127.0.0.1:${site.port}/tin-tuc/`, [site.pid('news-1')], { seconds: 2, headers: { Host: `localhost:${site.port}` } });
  const editor = await site.login('board_head');
  for (const address of ['/quan-tri/', '/quan-tri/tin-bai/', '/quan-tri/']) for (let i = 0; i < 20; i++) await editor.get(address);
  // Every process of the instance; the bar is for our programs.
  return site.services().flatMap((name) => {
    const what = `bộ nhớ thường trú của ${name}`;
    if (name === 'mariadb') return [{ what, value: round(rss(site.pid(name))), unit: ' MB' }];
    if (name === 'nginx') return [site.pid(name), ...nginxWorkers(site)].map((pid, n) => ({ what: `${what}${n > 0 ? `, tiến trình con ${n}` : ''}`, value: round(rss(pid)), unit: ' MB' }));
    return [row(what, rss(site.pid(name)), 40, { unit: ' MB' })];
  });
}
