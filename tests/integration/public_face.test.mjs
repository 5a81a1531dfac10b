// What the public face promises to readers and to machines (D5.1, D5.10, D9.2): feeds, maps, lists at both ends, jumps, the article's facts, print
// view, contact data on every page, directory and organisation chart; nothing is fetched from anybody else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';
import { sectionId } from '../support/journey.mjs';

let site;
let reader;
before(async () => {
  site = await startInstance();
  reader = site.reader();
});
after(() => site?.stop());

const rows = (statement) => site.sql(statement);
const setting = (name) => rows(`SELECT value FROM site_setting WHERE name = '${name}'`)[0]?.[0] ?? '';
const all = (text, pattern) => [...text.matchAll(pattern)].map((found) => found[1]);
const one = (text, pattern) => {
  const found = all(text, new RegExp(pattern.source, `${pattern.flags}g`));
  assert.equal(found.length, 1, `${pattern} stands ${found.length} times`);
  return found[0];
};
const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const kRfc822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} \+0700$/;
const kIso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/;
const seconds = (text) => Math.floor(new Date(text).getTime() / 1000);

async function xml(path) {
  const answer = await reader.get(path);
  assert.equal(answer.status, 200, path);
  execFileSync('xmllint', ['--noout', '-'], { input: answer.bytes });
  return answer;
}

// The newest twenty of a list, as feeds must have them.
const newest = (section) =>
  rows(`SELECT p.item_id, p.title, CONCAT(s.path, p.slug), UNIX_TIMESTAMP(p.published_at) DIV 1, UNIX_TIMESTAMP(p.updated_at) DIV 1, p.unit_name FROM news_listed l JOIN news_published p USING (item_id)
    JOIN site_section s ON s.id = p.section_id WHERE l.section_id = ${section} ORDER BY l.published_at DESC, l.item_id DESC LIMIT 20`);

async function assertRss(path, section) {
  const answer = await xml(`${path}rss.xml`);
  assert.match(answer.headers['content-type'], /^application\/rss\+xml; charset=utf-8$/);
  const [head, ...items] = answer.body.split('<item>');
  assert.equal(one(head, /<link>([^<]+)<\/link>/), site.publicOrigin + path);
  assert.equal(one(head, /<atom:link href="([^"]+)" rel="self"/), `${site.publicOrigin}${path}rss.xml`);
  assert.ok(one(head, /<description>([^<]+)<\/description>/).length > 0);
  const want = newest(section);
  assert.equal(items.length, want.length, path);
  if (items.length > 0) assert.match(one(head, /<lastBuildDate>([^<]+)<\/lastBuildDate>/), kRfc822);
  items.forEach((item, i) => {
    const [, title, address, published, , unit] = want[i];
    assert.equal(plain(one(item, /<title>([^<]*)<\/title>/)), title);
    assert.equal(one(item, /<link>([^<]+)<\/link>/), site.publicOrigin + address);
    assert.match(one(item, /<pubDate>([^<]+)<\/pubDate>/), kRfc822);
    assert.equal(seconds(one(item, /<pubDate>([^<]+)<\/pubDate>/)), Number(published));
    assert.equal(plain(one(item, /<dc:creator>([^<]+)<\/dc:creator>/)), unit);
    assert.ok(one(item, /<description>([^<]*)<\/description>/).length > 0);
  });
  return items.map((item) => one(item, /<guid isPermaLink="false">([^<]+)<\/guid>/));
}

// RFC 4287: one id, title and updated each; a person; absolute links; times of RFC 3339.
async function assertAtom(path, section) {
  const answer = await xml(`${path}atom.xml`);
  assert.match(answer.headers['content-type'], /^application\/atom\+xml; charset=utf-8$/);
  const [head, ...entries] = answer.body.split('<entry>');
  assert.match(head, /<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="vi">/);
  assert.equal(one(head, /<link rel="self" type="application\/atom\+xml" href="([^"]+)"\/>/), `${site.publicOrigin}${path}atom.xml`);
  assert.equal(one(head, /<link rel="alternate" type="text\/html" href="([^"]+)"\/>/), site.publicOrigin + path);
  assert.match(one(head, /<updated>([^<]+)<\/updated>/), kIso);
  assert.ok(seconds(one(head, /<updated>([^<]+)<\/updated>/)) > seconds('2000-01-01'), 'a feed without entries is not of 1970');
  const want = newest(section);
  assert.equal(entries.length, want.length, path);
  entries.forEach((entry, i) => {
    const [, title, address, published, updated] = want[i];
    assert.equal(plain(one(entry, /<title>([^<]*)<\/title>/)), title);
    assert.equal(one(entry, /<link rel="alternate" type="text\/html" href="([^"]+)"\/>/), site.publicOrigin + address);
    for (const [tag, value] of [['published', published], ['updated', updated]]) {
      const text = one(entry, new RegExp(`<${tag}>([^<]+)</${tag}>`));
      assert.match(text, kIso);
      assert.equal(seconds(text), Number(value));
    }
    assert.ok(one(entry, /<author><name>([^<]+)<\/name><\/author>/).length > 0);
  });
  return { id: one(head, /<id>([^<]+)<\/id>/), ids: entries.map((entry) => one(entry, /<id>([^<]+)<\/id>/)) };
}

const feeds = () => [['/', 0], ...rows("SELECT path, id FROM site_section WHERE kind IN ('article_list', 'event') ORDER BY id").map(([path, id]) => [path, Number(id)])];

test('D9_2 RSS and Atom of every section: well-formed, absolute addresses, true dates, one id an article in every feed', async () => {
  assert.ok(feeds().length > 8);
  const seen = new Map();
  const feedIds = new Set();
  for (const [path, section] of feeds()) {
    const guids = await assertRss(path, section);
    const atom = await assertAtom(path, section);
    assert.deepEqual(atom.ids, guids, 'RSS and Atom name an article alike');
    assert.equal(new Set(guids).size, guids.length);
    feedIds.add(atom.id);
    newest(section).forEach(([item], i) => {
      assert.equal(seen.get(item) ?? guids[i], guids[i]);
      seen.set(item, guids[i]);
    });
    if (path !== '/') {
      const list = (await reader.get(path)).html();
      assert.deepEqual(list.querySelectorAll('link[rel=alternate]').map((link) => [link.getAttribute('type'), link.getAttribute('href')]), [['application/rss+xml', `${path}rss.xml`], ['application/atom+xml', `${path}atom.xml`]]);
    }
  }
  assert.equal(feedIds.size, feeds().length);
  const page = (await reader.get('/kenh-tin')).body;
  for (const [path] of feeds()) for (const kind of ['rss.xml', 'atom.xml']) assert.ok(page.includes(`"${path}${kind}"`), path + kind);
});

test('a section without articles has feeds that readers accept', async () => {
  const head = await site.login('le.thi.thu.hang');
  const answer = await head.submit(await head.get('/quan-tri/chuyen-muc/moi'), (form) => form.action.endsWith('/moi'), { title: 'Chuyên mục chưa có bài', slug: 'chua-co-bai', kind: 'article_list', item_kind: 'other', clause: 'D5.9f' });
  assert.equal(answer.status, 303);
  await site.until('the section', async () => (await reader.get('/chua-co-bai/')).status === 200);
  assert.deepEqual(await assertRss('/chua-co-bai/', sectionId(site, 'chua-co-bai')), []);
  assert.deepEqual((await assertAtom('/chua-co-bai/', sectionId(site, 'chua-co-bai'))).ids, []);
});

test('ids in feeds stay when the section gets another name and address', async () => {
  const head = await site.login('le.thi.thu.hang');
  const id = sectionId(site, 'nghien-cuu-trao-doi');
  const before = await assertAtom('/nghien-cuu-trao-doi/', id);
  const guids = await assertRss('/nghien-cuu-trao-doi/', id);
  assert.ok(guids.length > 0);
  const url = `/quan-tri/chuyen-muc/${id}`;
  await head.submit(await head.get(url), (form) => form.action === url, { slug: 'nghien-cuu', title: 'Nghiên cứu' });
  await site.until('the new address', async () => (await reader.get('/nghien-cuu/atom.xml')).status === 200);
  assert.deepEqual(await assertAtom('/nghien-cuu/', id), before);
  assert.deepEqual(await assertRss('/nghien-cuu/', id), guids);
});

test('sitemap.xml names every page of the site once, /so-do-trang every section, robots.txt the map', async () => {
  const index = await xml('/sitemap.xml');
  const parts = all(index.body, /<loc>([^<]+)<\/loc>/g);
  const listed = [];
  for (const part of parts) {
    assert.ok(part.startsWith(site.publicOrigin));
    const map = await xml(part.slice(site.publicOrigin.length));
    listed.push(...all(map.body, /<loc>([^<]+)<\/loc>/g));
    for (const changed of all(map.body, /<lastmod>([^<]+)<\/lastmod>/g)) assert.match(changed, kIso);
  }
  assert.equal(new Set(listed).size, listed.length);
  const articles = rows('SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id').map(([path]) => site.publicOrigin + path);
  const sections = rows('SELECT path FROM site_section').map(([path]) => path);
  for (const address of [...articles, ...sections.map((path) => site.publicOrigin + path)]) assert.ok(listed.includes(address), address);
  const map = (await reader.get('/so-do-trang')).html();
  for (const path of sections) assert.ok(map.querySelector(`main a[href="${path}"]`), path);
  const robots = await reader.get('/robots.txt');
  assert.equal(robots.status, 200);
  assert.match(robots.headers['content-type'], /^text\/plain; charset=utf-8$/);
  assert.ok(robots.body.split('\n').includes(`Sitemap: ${site.publicOrigin}/sitemap.xml`));
});

test('lists: no newer link at the top, no older one at the end, none of both within a period that fits a page; jumps count what is there', async () => {
  rows("UPDATE site_setting SET value = '5' WHERE name = 'list_page_size'");
  const link = (page, rel) => page.querySelector(`.pager a[rel=${rel}]`)?.getAttribute('href');
  const titles = (page) => page.querySelectorAll('.cols__main .list__title').length;
  await site.until('short pages', async () => titles((await reader.get('/tin-tuc/')).html()) === 5);
  let page = (await reader.get('/tin-tuc/')).html();
  assert.equal(link(page, 'prev'), undefined);
  let pages = 1;
  for (let next = link(page, 'next'); next; next = link(page, 'next'), pages++) {
    page = (await reader.get(next)).html();
    assert.ok(link(page, 'prev'), 'every page but the first leads to newer ones');
    assert.ok(titles(page) > 0);
  }
  assert.ok(pages > 2);
  for (let prev = link(page, 'prev'); prev; prev = link(page, 'prev'), pages--) page = (await reader.get(prev)).html();
  assert.equal(pages, 1, 'as many steps back as forth');
  assert.equal(titles(page), 5);
  for (const [path, section] of feeds().slice(1)) {
    const list = (await reader.get(path)).html();
    for (const jump of list.querySelectorAll('nav.jumps a')) {
      const address = jump.getAttribute('href');
      const [, year, count] = /Năm (\d+) \((\d+)\)/.exec(jump.textContent);
      const inYear = rows(`SELECT COUNT(*) FROM news_listed WHERE section_id = ${section} AND YEAR(published_at + INTERVAL 7 HOUR) = ${year}`)[0][0];
      assert.equal(count, inYear, address);
      const months = (await reader.get(address)).html().querySelectorAll('nav.jumps a').filter((one) => /nam\/\d+\/\d+\//.test(one.getAttribute('href')));
      assert.equal(months.reduce((sum, one) => sum + Number(/\((\d+)\)/.exec(one.textContent)[1]), 0), Number(inYear));
      for (const month of months) assert.equal((await reader.get(month.getAttribute('href'))).status, 200);
    }
  }
  const [[early]] = rows("SELECT MIN(month) FROM news_month m JOIN site_section s ON s.id = m.section_id WHERE s.slug = 'tin-tuc' AND articles <= 5");
  const few = (await reader.get(`/tin-tuc/nam/${early.slice(0, 4)}/${early.slice(5)}/`)).html();
  for (const rel of ['prev', 'next']) assert.equal(link(few, rel), undefined, `${early}: ${rel}`);
  rows("UPDATE site_setting SET value = '20' WHERE name = 'list_page_size'");
});

test('an article says when, who, which unit answers for it, from where, and what else there is', async () => {
  const [[item, title, path, author, unit, source, published]] = rows(`SELECT p.item_id, p.title, CONCAT(s.path, p.slug), p.author_line, p.unit_name, p.source, UNIX_TIMESTAMP(p.published_at) DIV 1 FROM news_published p
    JOIN site_section s ON s.id = p.section_id WHERE s.slug = 'tin-tuc' ORDER BY p.published_at DESC LIMIT 1`);
  const answer = await reader.get(path);
  const page = answer.html();
  assert.equal(page.querySelector('h1').textContent, title);
  assert.equal(seconds(page.querySelector('.page-head time').getAttribute('datetime')), Number(published));
  assert.match(page.querySelector('.page-head time').textContent, /^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/);
  for (const text of [author, unit]) assert.ok(page.querySelector('.page-head').textContent.includes(text), text);
  const side = page.querySelector('.cols__side').textContent;
  assert.ok(side.includes(`Nguồn: ${source.replace(/\.+$/, '')}.`));
  assert.ok(side.includes(`Đơn vị chịu trách nhiệm nội dung: ${unit}.`));
  const related = page.querySelectorAll('.cols__side .list a').map((link) => link.getAttribute('href'));
  const older = rows(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE s.slug = 'tin-tuc' ORDER BY p.published_at DESC, p.item_id DESC LIMIT 5 OFFSET 1`).map(([one]) => one);
  assert.ok(older.length > 0, String(item));
  assert.deepEqual(related, older);
  for (const one of related) assert.equal((await reader.get(one)).status, 200, one);
  assert.equal(page.querySelector('link[rel=canonical]').getAttribute('href'), site.publicOrigin + path);
  const print = await reader.get(`${path}/in`);
  assert.equal(print.status, 200);
  for (const text of [title, author, unit, source.replace(/\.+$/, ''), site.publicOrigin + path]) assert.ok(print.html().textContent.includes(text), `print: ${text}`);
  assert.ok(print.html().querySelector('svg[role=img] path'));
  assert.equal(print.html().querySelector('nav'), null);
});

test('nothing on any page is fetched from anybody else, sharing included', async () => {
  const [[article]] = rows("SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE s.slug = 'tin-tuc' LIMIT 1");
  for (const path of ['/', '/tin-tuc/', article, `${article}/in`, '/lien-he/', '/gioi-thieu/', '/so-do-trang']) {
    const answer = await reader.get(path);
    assert.equal(answer.headers['set-cookie'], undefined, path);
    const page = answer.html();
    for (const node of page.querySelectorAll('[src], link[href], use, form, iframe, img')) {
      const url = node.getAttribute('src') ?? node.getAttribute('href') ?? node.getAttribute('action') ?? '';
      assert.ok(url.startsWith('/') || url.startsWith(site.publicOrigin), `${path}: ${url}`);
    }
    for (const link of page.querySelectorAll('a[href^=http]')) {
      const url = link.getAttribute('href');
      if (!url.startsWith(site.publicOrigin)) assert.match(link.getAttribute('rel') ?? '', /noopener noreferrer/, `${path}: ${url}`);
    }
  }
});

test('D5_10 address, telephone, fax, e-mail and map stand in the footer of every page and on the contact page', async () => {
  const [[article]] = rows("SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE s.slug = 'tin-tuc' LIMIT 1");
  for (const name of ['address', 'phone', 'fax', 'email', 'map_url', 'responsible_person']) assert.notEqual(setting(name), '', name);
  const pages = ['/', '/tin-tuc/', article, '/gioi-thieu/', '/gioi-thieu/danh-ba', '/gioi-thieu/co-cau-to-chuc', '/lien-he/', '/so-do-trang', '/kenh-tin', '/en/', '/khong-co-trang-nay'];
  for (const path of pages) {
    const footer = (await reader.get(path)).html().querySelector('footer.footer');
    for (const name of ['address', 'phone', 'fax', 'email', 'responsible_person']) assert.ok(footer.textContent.includes(setting(name)), `${path}: ${name}`);
    assert.ok(footer.querySelector(`a[href="mailto:${setting('email')}"]`), path);
    assert.ok(footer.querySelector(`a[href="tel:${setting('phone').replace(/\D/g, '')}"]`), path);
    assert.ok(footer.querySelector(`a[href="${setting('map_url')}"]`), `${path}: map`);
  }
  const contact = (await reader.get('/lien-he/')).html().querySelector('main');
  for (const name of ['address', 'phone', 'fax', 'email']) assert.ok(contact.textContent.includes(setting(name)), name);
  assert.ok(contact.querySelector(`a[href="${setting('map_url')}"]`));
  // A setting that is emptied leaves no words behind.
  rows("UPDATE site_setting SET value = '' WHERE name IN ('fax', 'map_url')");
  await site.until('no fax', async () => !(await reader.get('/so-do-trang')).html().querySelector('footer.footer').textContent.includes('Fax'));
  assert.ok(!(await reader.get('/so-do-trang')).html().querySelector('footer.footer').textContent.includes('bản đồ'));
});

test('D5_1 the directory names every public member of staff with position, unit, telephone and e-mail; nobody else', async () => {
  const page = (await reader.get('/gioi-thieu/danh-ba')).html();
  const people = rows('SELECT p.full_name, p.job_title, u.name, p.phone, p.email FROM site_person p JOIN site_unit u ON u.id = p.unit_id ORDER BY p.id');
  assert.ok(people.length >= 15);
  const found = page.querySelectorAll('section').flatMap((section) => section.querySelectorAll('tbody tr').map((row) => [row.querySelector('th').textContent, row.querySelectorAll('td')[0].textContent, section.querySelector('h2').textContent, row.querySelectorAll('td')[1].textContent, row.querySelectorAll('td')[2].textContent]));
  const sorted = (list) => list.map((row) => row.join(' | ')).sort();
  assert.deepEqual(sorted(found), sorted(people));
  const [hidden] = rows('SELECT full_name FROM core_person WHERE is_public = 0 LIMIT 1');
  if (hidden) assert.ok(!page.textContent.includes(hidden[0]));
});

test('D5_1 the organisation chart shows every unit with its functions and reach, the leaders their short biographies', async () => {
  const chart = (await reader.get('/gioi-thieu/co-cau-to-chuc')).html().querySelector('main').textContent;
  for (const [name, functions, phone, email, kind] of rows('SELECT name, functions, phone, email, kind FROM site_unit')) {
    assert.ok(chart.includes(name), name);
    assert.ok(chart.includes(functions), `${name}: functions`);
    if (kind !== 'board') for (const reach of [phone, email]) assert.ok(chart.includes(reach), `${name}: ${reach}`);
  }
  const leaders = (await reader.get('/gioi-thieu/lanh-dao')).html().querySelector('main').textContent;
  const people = rows('SELECT full_name, job_title, bio, phone, email FROM site_person WHERE is_leader = 1');
  assert.ok(people.length > 1);
  for (const facts of people) for (const fact of facts) assert.ok(leaders.includes(fact), fact);
  const pages = (await reader.get('/gioi-thieu/')).body;
  for (const [path] of rows("SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.kind = 'page' AND s.kind = 'pages'")) assert.ok(pages.includes(`"${path}"`), path);
});
