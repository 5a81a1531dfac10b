// How long from the act until readers see it: publish to page, list and home; withdraw to gone everywhere: page, print view, lists, feeds, home.
import { median, row } from './support.mjs';
import { publishArticle, withdrawArticle } from '../support/journey.mjs';

export async function measure(site) {
  const seen = [];
  const home = [];
  const gone = [];
  const reader = site.reader();
  for (let i = 0; i < 5; i++) {
    const article = await publishArticle(site, { title: `Đo thời gian hiển thị lần ${i + 1} sau khi Thư ký đăng` });
    const since = () => (Date.now() - article.publishedAt) / 1000;
    await site.until('page visible', async () => (await reader.get(article.path)).status === 200);
    await site.until('list visible', async () => (await reader.get(article.sectionPath)).body.includes(article.slug));
    seen.push(since());
    await site.until('home visible', async () => (await reader.get('/')).body.includes(article.slug));
    home.push(since());
    // Each place has it, in the cache too, before it goes.
    for (const feed of [`${article.sectionPath}rss.xml`, '/rss.xml']) await site.until(`${feed} has it`, async () => (await reader.get(feed)).body.includes(article.slug));
    await site.until('print view visible', async () => (await reader.get(`${article.path}/in`)).status === 200);
    const at = Date.now();
    await withdrawArticle(site, article);
    const pages = [article.path, `${article.path}/in`];
    const lists = [article.sectionPath, `${article.sectionPath}rss.xml`, '/rss.xml', '/'];
    await site.until('gone', async () => {
      for (const page of pages) if ((await reader.get(page)).status !== 410) return false;
      for (const list of lists) if ((await reader.get(list)).body.includes(article.slug)) return false;
      return true;
    });
    gone.push((Date.now() - at) / 1000);
  }
  return [
    row('đăng → thấy ở trang bài và danh sách', median(seen), 2, { unit: ' giây' }),
    row('đăng → thấy ở trang chủ', median(home), 3, { unit: ' giây' }),
    row('gỡ → hết ở trang bài, bản in, danh sách, RSS, trang chủ', median(gone), 5, { unit: ' giây' }),
  ];
}
