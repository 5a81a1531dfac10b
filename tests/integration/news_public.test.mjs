// The public face over the real nginx: every address answers as it should, lists page by place, feeds are valid, and what is taken down is gone
// from every cache, confirmed by cache-agent.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';

import { sleep, startInstance } from '../support/instance.mjs';

let site;
let reader;
before(async () => {
  site = await startInstance();
  reader = site.reader();
});
after(() => site?.stop());

const event = '/hoi-nghi-tap-huan/tap-huan-ky-nang-hoa-giai-cho-120-hoa-giai-vien-co-so';

for (const [address, status, location] of [
  ['/', 200],
  ['/tin-tuc/', 200],
  ['/tin-tuc', 301, '/tin-tuc/'],
  ['/tin-tuc/hoat-dong-cua-so/', 200],
  ['/tin-tuc/nam/2026/', 200],
  ['/tin-tuc/nam/2026/11/', 200],
  ['/tin-tuc/nam/2026/3/', 404],
  ['/tin-tuc/nam/2026/13/', 404],
  ['/tin-tuc/nam/1900/', 404],
  ['/tin-tuc/?truoc=x', 404],
  ['/gioi-thieu/', 200],
  ['/gioi-thieu/chuc-nang-nhiem-vu', 200],
  ['/gioi-thieu/co-cau-to-chuc', 200],
  ['/gioi-thieu/lanh-dao', 200],
  ['/gioi-thieu/danh-ba', 200],
  ['/gioi-thieu/rss.xml', 404],
  ['/lien-he/', 200],
  ['/so-do-trang', 200],
  ['/kenh-tin', 200],
  ['/en/', 200],
  ['/tuyen-bo-kha-nang-tiep-can', 200],
  ['/bao-ve-du-lieu-ca-nhan', 200],
  [event, 200],
  [`${event}/in`, 200],
  ['/tap-huan-ky-nang-hoa-giai-cho-120-hoa-giai-vien-co-so', 301, event],
  [event.replace('/hoi-nghi-tap-huan/', '/tin-tuc/'), 301, event],
  [`${event.replace('/hoi-nghi-tap-huan/', '/tin-tuc/')}/in`, 301, `${event}/in`],
  ['/khong-co', 404],
  ['/khong-co/', 404],
  ['/tin-tuc/khong-co', 404],
  ['/sitemap/2026-13.xml', 404],
  ['/_fragment/news/latest', 404],
]) {
  test(`${address} answers ${status}`, async () => {
    const answer = await reader.get(address);
    assert.equal(answer.status, status);
    if (location) assert.equal(new URL(answer.headers.location, 'http://x').pathname, location);
    if (status === 200 && address !== '/en/') assert.equal(answer.html().querySelectorAll('h1').length, 1);
  });
}

test('the home page is composed and no directive reaches the browser', async () => {
  const page = await reader.get('/');
  assert.doesNotMatch(page.body, /<!--#/);
  const [[title]] = site.sql("SELECT p.title FROM news_listed l JOIN news_published p USING (item_id) WHERE l.section_id = 0 ORDER BY l.published_at DESC LIMIT 1");
  assert.equal(page.html().querySelector('.feature__title').textContent, title);
});

test('feeds and maps are well-formed XML and every address in them answers', async () => {
  for (const address of ['/rss.xml', '/atom.xml', '/tin-tuc/rss.xml', '/tin-tuc/atom.xml', '/sitemap.xml', '/sitemap/trang.xml', '/sitemap/2026-11.xml']) {
    const answer = await reader.get(address);
    assert.equal(answer.status, 200, address);
    assert.match(answer.headers['content-type'], /xml; charset=utf-8$/);
    execFileSync('xmllint', ['--noout', '-'], { input: answer.bytes });
    for (const [, link] of answer.body.matchAll(/<(?:link|loc)>http:\/\/[^/]+([^<]+)<\/(?:link|loc)>/g)) assert.equal((await reader.get(link)).status, 200, link);
  }
  const list = (await reader.get('/tin-tuc/')).html();
  assert.deepEqual(list.querySelectorAll('link[rel=alternate]').map((link) => link.getAttribute('href')), ['/tin-tuc/rss.xml', '/tin-tuc/atom.xml']);
});

test('walking a list by its links shows every article once, and back again', async () => {
  // Equal times too: the place between two articles of one moment is told apart by their ids.
  site.sql("UPDATE site_setting SET value = '5' WHERE name = 'list_page_size'");
  site.sql('UPDATE news_listed SET published_at = "2026-03-03 03:03:03" WHERE section_id = 0');
  site.sql('UPDATE news_listed l JOIN site_section s ON s.id = l.section_id SET l.published_at = "2026-03-03 03:03:03" WHERE s.slug = "tin-tuc"');
  site.sql('UPDATE news_published p JOIN news_listed l USING (item_id) JOIN site_section s ON s.id = l.section_id SET p.published_at = "2026-03-03 03:03:03" WHERE s.slug = "tin-tuc"');
  await sleep(2500);
  const titles = (page) => page.querySelectorAll('.cols__main .list__title a').map((link) => link.getAttribute('href'));
  const seen = [];
  const pages = [];
  for (let address = '/tin-tuc/'; address; ) {
    const answer = await reader.get(address);
    assert.equal(answer.status, 200);
    const page = answer.html();
    pages.push(titles(page));
    seen.push(...titles(page));
    address = page.querySelector('.pager a[rel=next]')?.getAttribute('href');
    if (!address) {
      const [before] = [pages[pages.length - 2]];
      const back = await reader.get(page.querySelector('.pager a[rel=prev]').getAttribute('href'));
      assert.deepEqual(titles(back.html()), before);
    }
  }
  const [[count]] = site.sql("SELECT COUNT(*) FROM news_listed l JOIN site_section s ON s.id = l.section_id WHERE s.slug = 'tin-tuc'");
  assert.equal(seen.length, Number(count));
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(pages.length > 2);
  await site.portal('rebuild-published');
});

test('a former address of a section leads to the section of today, with its rest', async () => {
  site.sql("INSERT INTO site_section_redirect (path, section_id) SELECT '/su-kien/', id FROM site_section WHERE slug = 'tin-tuc'");
  await site.until('the redirect', async () => (await reader.get(`/su-kien/?x=${Date.now()}`)).status === 301);
  for (const [from, to] of [['/su-kien/', '/tin-tuc/'], ['/su-kien/rss.xml', '/tin-tuc/rss.xml'], ['/su-kien/nam/2026/11/', '/tin-tuc/nam/2026/11/']]) {
    const answer = await reader.get(from);
    assert.equal(new URL(answer.headers.location, 'http://x').pathname, to);
  }
});

// What NewsPublisher::withdraw and the act write, so that this test needs no login.
function withdraw(path, mode) {
  const slug = path.slice(path.lastIndexOf('/') + 1);
  const [[item, title]] = site.sql(`SELECT item_id, title FROM news_published WHERE slug = '${slug}'`);
  const section = path.slice(0, path.lastIndexOf('/') + 1);
  const addresses = [path, `${path}/in`, section, `${section}rss.xml`, '/', '/rss.xml', '/_fragment/news/latest', `/_fragment/news/section/${section.split('/').at(-2)}`];
  site.sql(`START TRANSACTION;
    DELETE FROM news_listed WHERE item_id = ${item};
    DELETE FROM news_published_body WHERE item_id = ${item};
    DELETE FROM news_published WHERE item_id = ${item};
    INSERT INTO news_gone (slug, item_id, mode, title, notice, withdrawn_at) VALUES ('${slug}', ${item}, '${mode}', '${mode === 'notice' ? title : ''}', 'Đang rà soát lại.', UTC_TIMESTAMP(6));
    INSERT INTO core_job (kind, node, item_id, payload, available_at, created_at)
      SELECT 'cache.takedown', node, ${item}, '${JSON.stringify({ addresses, item: Number(item) })}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM core_node;
    COMMIT;`);
  return { item, title, addresses };
}
const jobState = (item) => site.sql(`SELECT state, last_error FROM core_job WHERE item_id = ${item} AND kind = 'cache.takedown' ORDER BY id DESC LIMIT 1`)[0];

test('a withdrawn article is gone from every page within five seconds, and that is confirmed', async () => {
  await site.until('the node', () => site.sql('SELECT 1 FROM core_node').length === 1);
  const path = '/tin-tuc/ra-mat-tu-sach-phap-luat-dien-tu-cap-xa';
  for (const encoding of ['', 'gzip', 'br']) for (const address of [path, '/tin-tuc/', '/']) assert.equal((await reader.get(address, { headers: { 'Accept-Encoding': encoding } })).status, 200);
  const begun = Date.now();
  const { item, title } = withdraw(path, 'notice');
  await site.until('confirmation', () => jobState(item)[0] === 'done', 5000);
  assert.ok(Date.now() - begun < 5000);
  const page = await reader.get(path);
  assert.equal(page.status, 410);
  assert.match(page.body, /Đang rà soát lại\./);
  assert.ok(page.body.includes(title));
  for (const address of ['/tin-tuc/', '/', '/rss.xml']) assert.ok(!(await reader.get(address)).body.includes(path), address);
});

test('gone says nothing of what it was', async () => {
  const path = '/tin-tuc/cuoc-thi-tim-hieu-luat-tre-em-2300-bai-du-thi';
  const { item, title } = withdraw(path, 'gone');
  await site.until('confirmation', () => jobState(item)[0] === 'done', 5000);
  const page = await reader.get(path);
  assert.equal(page.status, 410);
  assert.ok(!page.body.includes(title));
});

test('a program that dies right after the act serves nothing stale; nothing is confirmed until it is back', async () => {
  const path = '/tin-tuc/minh-giang-huong-ung-ngay-phap-luat-nam-2026';
  assert.equal((await reader.get(path)).status, 200);
  const others = await reader.get('/lien-he/');
  assert.equal(others.status, 200);
  for (const copy of ['news-1', 'news-2']) site.sv('down', copy);
  const { item } = withdraw(path, 'gone');
  await site.until('an attempt', () => jobState(item)[1] !== '', 8000);
  const page = await reader.get(path);
  assert.notEqual(page.status, 200);
  assert.notEqual(jobState(item)[0], 'done');
  for (const copy of ['news-1', 'news-2']) site.sv('up', copy);
  await site.until('confirmation', () => jobState(item)[0] === 'done', 10_000);
  assert.equal((await reader.get(path)).status, 410);
});
