// An article rendered for each request against a bare program with one prepared read and one expansion of a template of the same size.
import fs from 'node:fs';
import path from 'node:path';

import { articlePath, compare, load, programs, row, yardsticks } from './support.mjs';

export async function measure(site) {
  const address = articlePath(site);
  const slug = address.slice(address.lastIndexOf('/') + 1);
  const page = await site.reader().get(address);
  const password = fs.readFileSync(path.join(site.dir, 'secrets/portal_news'), 'utf8').trim();
  // The page itself as a template, its title, dates and source as variables, and as its body the same bytes.
  const [[title]] = site.sql(`SELECT title FROM news_published WHERE slug = '${slug}'`);
  const escaped = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const template = path.join(site.dir, 'bench-article.tpl');
  fs.writeFileSync(template, `{{%AUTOESCAPE context="HTML"}}\n${page.body.replaceAll('{{', '{ {').replaceAll(escaped, '{{C0}}').replace('</main>', '<p>{{C1}} {{C2}} {{C3}}</p></main>')}`);
  const query = 'SELECT p.title, p.published_at, p.source, p.unit_name, b.body_html FROM news_published p JOIN news_published_body b ON b.item_id = p.item_id WHERE p.slug = ?';
  // As many threads as the two copies of news have together: what is compared is the work of a request, not how often an idle thread is woken.
  const threads = 2 * Number(/^threads=(\d+)/m.exec(fs.readFileSync(path.join(site.dir, 'conf/news.conf'), 'utf8'))?.[1] ?? 4);
  const bench = await yardsticks(site, { bare: { command: 'bare_article', args: [path.join(site.run, 'db.sock'), 'portal_news', password, 'portal', query, slug, template, String(threads)] } });
  try {
    const database = site.pid('mariadb');
    const ours = () => load(`http://127.0.0.1:${bench.port}${address}`, [...bench.workers(), ...programs(site, 'news'), database], { headers: { Host: `localhost:${site.port}` } });
    const bare = () => load(`http://127.0.0.1:${bench.port}/bare`, [...bench.workers(), bench.pid('bare'), database]);
    const result = await compare(ours, bare);
    return [row('bài dựng mới mỗi lượt / libfcgi trần + một câu đọc + một lần dựng mẫu', result.ratio, 1.5, { detail: `${page.bytes.length} byte; ${result.detail}` })];
  } finally {
    await bench.stop();
  }
}
