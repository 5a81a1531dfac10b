// The request path without a database: fixed bytes through our skeleton against a bare libfcgi program, each behind the same nginx.
import path from 'node:path';

import { compare, load, row, yardsticks } from './support.mjs';

const bytes = '25000';

export async function measure(site) {
  const bench = await yardsticks(site, {
    bare: { command: 'bare_fixed', args: [bytes, '4'] },
    house: { command: 'house_fixed', args: [bytes, path.join(site.dir, 'conf/news.conf')] },
  });
  try {
    const one = (name) => () => load(`http://127.0.0.1:${bench.port}/${name}`, [...bench.workers(), bench.pid(name)]);
    const result = await compare(one('house'), one('bare'));
    const alone = (name) => () => load(`http://127.0.0.1:${bench.port}/${name}`, [bench.pid(name)]);
    const program = await compare(alone('house'), alone('bare'), 3);
    return [
      row('trang cố định qua khung của ta / chương trình libfcgi trần (gồm nginx)', result.ratio, 1.3, { detail: result.detail }),
      { what: 'như trên, riêng chương trình', value: program.ratio.toFixed(2), unit: '×', detail: program.detail },
    ];
  } finally {
    await bench.stop();
  }
}
