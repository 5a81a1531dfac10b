// A section of one million articles: its first page against a page 100,000 items deep, uncached.
import { compare, load, programs, row, yardsticks } from './support.mjs';

const million = 1_000_000;

export async function measure(site) {
  const [[section]] = site.sql("SELECT id FROM site_section WHERE slug = 'nghien-cuu-trao-doi'");
  site.sql(`SET SESSION unique_checks = 0; SET SESSION foreign_key_checks = 0;
    INSERT INTO news_published (item_id, slug, section_id, kind, version, title, summary, unit_name, published_at, updated_at)
      SELECT 1000000 + seq, CONCAT('bai-do-', seq), ${section}, 'research', 1, CONCAT('Bài nghiên cứu số ', seq, ' về hòa giải ở cơ sở'), 'Tóm tắt bài nghiên cứu dùng để đo.', 'Văn phòng Sở', '2000-01-01' + INTERVAL seq * 10 MINUTE, '2000-01-01' + INTERVAL seq * 10 MINUTE FROM seq_1_to_${million};
    INSERT INTO news_listed SELECT ${section}, published_at, item_id FROM news_published WHERE item_id > 1000000;
    ANALYZE TABLE news_listed, news_published;`);
  const path = '/nghien-cuu-trao-doi/';
  const [[deepTime, deepId]] = site.sql(`SELECT published_at, item_id FROM news_listed WHERE section_id = ${section} ORDER BY published_at DESC, item_id DESC LIMIT 1 OFFSET 100000`);
  const first = await site.reader().get(path);
  const link = first.html().querySelectorAll('a').map((a) => a.getAttribute('href')).find((href) => href?.includes('truoc='));
  // The cursor of the page 100,000 items deep has the form of the one that the first page links to.
  const cursor = new URL(link, 'http://x').searchParams.get('truoc');
  const shape = cursorLike(cursor, deepTime, deepId);
  const bench = await yardsticks(site, {});
  try {
    const pids = [...bench.workers(), ...programs(site, 'news'), site.pid('mariadb')];
    const one = (p) => () => load(`http://127.0.0.1:${bench.port}${p}`, pids, { headers: { Host: `localhost:${site.port}` }, seconds: 3 });
    const result = await compare(one(`${path}?truoc=${encodeURIComponent(shape)}`), one(path));
    return [row('danh sách một triệu bài: trang sâu 100.000 bài / trang đầu', result.ratio, 1.5, { detail: result.detail })];
  } finally {
    await bench.stop();
    site.sql('DELETE FROM news_listed WHERE item_id > 1000000; DELETE FROM news_published WHERE item_id > 1000000;');
  }
}

// Cursors are "<UTC time>-<item id>" in some plain form; this one keeps the form and changes time and id.
function cursorLike(cursor, time, id) {
  const digits = time.replace(/\D/g, '');
  const parts = cursor.split(/[-_.~]/);
  const separator = cursor[parts[0].length];
  if (parts.length !== 2) throw new Error(`unknown cursor form: ${cursor}`);
  const micros = BigInt(Date.UTC(+digits.slice(0, 4), +digits.slice(4, 6) - 1, +digits.slice(6, 8), +digits.slice(8, 10), +digits.slice(10, 12), +digits.slice(12, 14))) * 1000n;
  return `${parts[0].length > 14 ? micros : digits.slice(0, 14)}${separator}${id}`;
}
