// A cached article page against the same bytes as a static file, both by the instance's own nginx with the same log.
import fs from 'node:fs';
import path from 'node:path';

import { sleep } from '../support/instance.mjs';
import { articlePath, compare, load, nginxWorkers, programs, row } from './support.mjs';

export async function measure(site) {
  const address = articlePath(site);
  const page = await site.reader().get(address, { headers: { 'Accept-Encoding': 'gzip' } });
  const file = path.join(site.dir, 'bench-page');
  fs.writeFileSync(file, page.bytes);
  fs.appendFileSync(path.join(site.dir, 'nginx/elsewhere.conf'), `location = /bench-page { alias ${file}; default_type text/html; }\n`);
  site.sv('hup', 'nginx');
  await sleep(1000);
  const pids = [...nginxWorkers(site), ...programs(site, 'news')];
  const url = (p) => `http://127.0.0.1:${site.port}${p}`;
  const headers = { Host: `localhost:${site.port}`, 'Accept-Encoding': 'gzip' };
  const result = await compare(() => load(url(address), pids, { headers }), () => load(url('/bench-page'), pids, { headers }));
  return [row('trang bài lấy từ bộ đệm / tệp tĩnh cùng số byte', result.ratio, 1.5, { detail: `${page.bytes.length} byte; ${result.detail}` })];
}
