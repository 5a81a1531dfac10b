// The board moves, renames, hides and shows sections (D5.9f, D12.1): lists, kept counts, home page, menu, maps, feeds, old addresses and nginx's
// cache follow within five seconds, and the published tables say what the tree says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { sleep, startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, passAllChecks, publishArticle, sectionId, withdrawArticle, writeArticle } from '../support/journey.mjs';

let site;
let reader;
let head;
before(async () => {
  site = await startInstance();
  reader = site.reader();
  head = await site.login('le.thi.thu.hang');
  await site.until('the node', () => site.sql('SELECT 1 FROM core_node').length === 1);
});
after(() => site?.stop());

const form = (slug) => `/quan-tri/chuyen-muc/${sectionId(site, slug)}`;

// One save of a section's form, as a person does it.
async function edit(slug, changes, client = head) {
  const url = form(slug);
  const page = await client.get(url);
  assert.equal(page.status, 200, `${url} answered ${page.status} to ${client.account.username}`);
  return client.submit(page, (one) => one.action === url, changes);
}

async function mustEdit(slug, changes, client) {
  const answer = await edit(slug, changes, client);
  assert.equal(answer.status, 303, answer.html().querySelector('main')?.textContent.replace(/\s+/g, ' '));
}

const listed = (slug) => site.sql(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE s.slug = '${slug}' ORDER BY p.published_at DESC`).map(([path]) => path);
const counted = async (path) => [...(await reader.get(path)).html().querySelectorAll('nav.jumps a')].reduce((sum, link) => sum + Number(/\((\d+)\)/.exec(link.textContent)[1]), 0);
const location = (answer) => new URL(answer.headers.location, 'http://x').pathname;
const follows = (what, ask) => site.until(what, ask, 5000);

// All rows of some tables, by one client of the database.
const rowsOf = (tables) => site.sql(tables.map((table) => `SELECT '${table}', t.* FROM ${table} t ORDER BY 2, 3`).join('; '));

// Tables are a function of what was posted and of the tree: checking finds nothing, and writing them again changes nothing.
async function assertConsistent() {
  const check = await site.portal('check', '--json');
  const { faults, ok } = JSON.parse(check.stdout);
  assert.deepEqual({ faults, ok }, { faults: [], ok: true });
  const tables = ['news_published', 'news_listed', 'news_month', 'site_section', 'site_hidden_section', 'site_section_redirect'];
  const kept = rowsOf(tables);
  assert.equal((await site.portal('rebuild-published')).code, 0);
  assert.deepEqual(rowsOf(tables), kept);
}

const openJobs = () => site.sql("SELECT last_error FROM core_job WHERE kind = 'cache.sections' AND state <> 'done'");
async function assertCacheFollowed() {
  await follows('every node has confirmed', () => openJobs().length === 0 && site.sql("SELECT 1 FROM core_job WHERE kind = 'cache.sections'").length > 0);
}

test('D5_9f a section under another parent: its articles are listed there, old addresses redirect, the cache forgets the old place', async () => {
  const articles = listed('hoat-dong-cua-so');
  assert.ok(articles.length > 2);
  const before = { from: await counted('/tin-tuc/'), to: await counted('/thong-tin-khac/') };
  for (const path of [...articles, '/tin-tuc/hoat-dong-cua-so/', '/tin-tuc/', '/so-do-trang']) assert.equal((await reader.get(path)).status, 200, path);

  await mustEdit('hoat-dong-cua-so', { parent: sectionId(site, 'thong-tin-khac') });
  const moved = articles.map((path) => path.replace('/tin-tuc/', '/thong-tin-khac/'));
  await follows('the new address', async () => (await reader.get(moved[0])).status === 200);
  await follows('old addresses lead to the new ones', async () => (await reader.get('/tin-tuc/hoat-dong-cua-so/')).status === 301);
  for (const [from, to] of [
    ['/tin-tuc/hoat-dong-cua-so/', '/thong-tin-khac/hoat-dong-cua-so/'],
    ['/tin-tuc/hoat-dong-cua-so/nam/2026/', '/thong-tin-khac/hoat-dong-cua-so/nam/2026/'],
    ['/tin-tuc/hoat-dong-cua-so/rss.xml', '/thong-tin-khac/hoat-dong-cua-so/rss.xml'],
    [articles[1], moved[1]],
    [`${articles[1]}/in`, `${moved[1]}/in`],
  ]) {
    const answer = await reader.get(from);
    assert.equal(answer.status, 301, from);
    assert.equal(location(answer), to);
  }
  await follows('lists of the sections above', async () => !(await reader.get('/tin-tuc/')).body.includes(moved[0]) && (await reader.get('/thong-tin-khac/')).body.includes(moved[0]));
  assert.equal(await counted('/tin-tuc/'), before.from - articles.length);
  assert.equal(await counted('/thong-tin-khac/'), before.to + articles.length);
  await follows('feeds, maps and home page', async () => {
    const bodies = await Promise.all(['/tin-tuc/rss.xml', '/tin-tuc/atom.xml', '/rss.xml', '/', '/so-do-trang', '/sitemap/trang.xml', '/sitemap/2026-11.xml'].map(async (path) => (await reader.get(path)).body));
    return bodies.every((body) => !body.includes('/tin-tuc/hoat-dong-cua-so/'));
  });
  assert.ok((await reader.get('/thong-tin-khac/rss.xml')).body.includes(moved[0]));
  assert.ok((await reader.get('/sitemap/trang.xml')).body.includes('/thong-tin-khac/hoat-dong-cua-so/'));
  await assertCacheFollowed();
  await assertConsistent();
  const history = site.sql(`SELECT n.note FROM core_audit a JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq WHERE a.chain = 'section:${sectionId(site, 'hoat-dong-cua-so')}' ORDER BY a.seq DESC LIMIT 1`)[0][0];
  assert.match(history, /Nằm trong: Tin tức, sự kiện → /);
});

test('nobody has asked since, and then every process of news dies: the old place is not served stale', async () => {
  const [path] = listed('tu-phap-co-so');
  const list = '/tin-tuc/tu-phap-co-so/';
  for (const encoding of ['', 'gzip', 'br']) for (const one of [path, list, '/tin-tuc/']) assert.equal((await reader.get(one, { headers: { 'Accept-Encoding': encoding } })).status, 200);
  await mustEdit('tu-phap-co-so', { is_hidden: '1' });
  await assertCacheFollowed();
  for (const copy of ['news-1', 'news-2']) site.sv('down', copy);
  try {
    // At the same time: nginx waits for programs that are down before it answers.
    const places = [path, list, '/tin-tuc/'];
    const answers = await Promise.all(places.map((one) => reader.get(one)));
    for (const [i, { status, body }] of answers.entries()) assert.ok(!(status === 200 && body.includes(path)), `${places[i]} answered ${status} with the old state`);
    assert.notEqual(answers[0].status, 200);
  } finally {
    for (const copy of ['news-1', 'news-2']) site.sv('up', copy);
  }
  await mustEdit('tu-phap-co-so', { is_hidden: null });
  await follows('shown again', async () => (await reader.get(list)).status === 200);
});

test('D12_3 an article of a hidden section is taken down like any other', async () => {
  const article = await publishArticle(site, { title: 'Bài gỡ khi chuyên mục đang ẩn', section: 'hoat-dong-cua-so' });
  await mustEdit('hoat-dong-cua-so', { is_hidden: '1' });
  await follows('hidden, and the article reads on', async () => (await reader.get(article.path)).body.includes('không còn hiển thị'));
  await withdrawArticle(site, article);
  await follows('taken down', async () => (await reader.get(article.path)).status === 410);
  await follows('confirmed', () => site.sql(`SELECT COUNT(*) FROM core_job WHERE kind = 'cache.takedown' AND item_id = ${article.id} AND state <> 'done'`)[0][0] === '0');
  await mustEdit('hoat-dong-cua-so', { is_hidden: null });
  await follows('shown again', async () => (await reader.get(article.sectionPath)).status === 200);
  await assertConsistent();
});

test('D5_9f a section renamed while it is hidden: its former addresses lead to where it is, its articles read on', async () => {
  const [article] = listed('nghien-cuu-trao-doi');
  await mustEdit('nghien-cuu-trao-doi', { is_hidden: '1' });
  await mustEdit('nghien-cuu-trao-doi', { slug: 'nghien-cuu-an' });
  await follows('the article at its new place', async () => location(await reader.get(article)) === article.replace('/nghien-cuu-trao-doi/', '/nghien-cuu-an/'));
  assert.equal((await reader.get(article.replace('/nghien-cuu-trao-doi/', '/nghien-cuu-an/'))).status, 200);
  assert.equal(location(await reader.get('/nghien-cuu-trao-doi/')), '/nghien-cuu-an/');
  assert.equal((await reader.get('/nghien-cuu-an/')).status, 410);
  await assertConsistent();
  await mustEdit('nghien-cuu-an', { slug: 'nghien-cuu-trao-doi', is_hidden: null });
  await follows('back', async () => (await reader.get('/nghien-cuu-trao-doi/')).status === 200);
  await assertConsistent();
});

test('D5_9f a section that was never shown is not told of', async () => {
  const page = await head.get('/quan-tri/chuyen-muc/moi');
  const answer = await head.submit(page, (one) => one.action === '/quan-tri/chuyen-muc/moi', { title: 'Chuyên mục đang chuẩn bị', slug: 'dang-chuan-bi', kind: 'article_list', item_kind: 'other', clause: 'D5.9f', is_hidden: '1' });
  assert.equal(answer.status, 303);
  await sleep(2500); // programs read the tree each second
  const asked = await reader.get('/dang-chuan-bi/');
  assert.equal(asked.status, 404);
  assert.ok(!asked.body.includes('Chuyên mục đang chuẩn bị'));
  await assertConsistent();
});

test('D5_9f nothing leads into a hidden section: lists, counts, feeds, maps, home; its articles keep their addresses; shown again it is everywhere it was', async () => {
  const section = 'pho-bien-phap-luat';
  const title = site.sql(`SELECT title FROM core_section WHERE slug = '${section}'`)[0][0];
  const articles = [...listed(section), ...listed('huong-dan-chinh-sach')];
  assert.ok(articles.length > 2);
  const tables = () => rowsOf(['news_listed', 'news_month', 'site_section']);
  const shown = tables();
  assert.ok((await reader.get('/')).body.includes(`/${section}/`));
  await mustEdit(section, { is_hidden: '1' });
  await follows('gone', async () => (await reader.get(`/${section}/`)).status === 410);
  await follows('gone everywhere', async () => {
    const pages = ['/', '/rss.xml', '/atom.xml', '/so-do-trang', '/kenh-tin', '/sitemap.xml', '/sitemap/trang.xml', '/sitemap/2026-11.xml', '/sitemap/2026-10.xml', '/tin-tuc/'];
    const bodies = await Promise.all(pages.map(async (path) => (await reader.get(path)).body));
    return bodies.every((body) => !body.includes(`/${section}/`));
  });
  // A published address never dies: the article reads on and says where it stands; the section's own addresses say what became of them.
  for (const path of articles) {
    const answer = await reader.get(path);
    assert.equal(answer.status, 200, path);
    const page = answer.html();
    assert.equal(page.querySelector('meta[name=robots]').getAttribute('content'), 'noindex', path);
    assert.match(page.querySelector('.site-notice').textContent, /Chuyên mục “.+” không còn hiển thị trên trang\. Bài này được giữ ở địa chỉ cũ/);
    assert.deepEqual(page.querySelectorAll('main .list a, .crumbs a, .nav__bar a').map((link) => link.getAttribute('href')).filter((href) => href.startsWith(`/${section}/`)), [], path);
    assert.equal((await reader.get(`${path}/in`)).status, 200, path);
  }
  for (const path of [`/${section}/`, `/${section}/huong-dan-chinh-sach/`, `/${section}/nam/2026/`, `/${section}/nam/2026/11/`, `/${section}/rss.xml`, `/${section}/atom.xml`]) {
    const answer = await reader.get(path);
    assert.equal(answer.status, 410, path);
    assert.match(answer.html().querySelector('main').textContent, /Ban Biên tập đã ẩn chuyên mục “.+”\. Các bài đã đăng trong chuyên mục vẫn đọc được/, path);
  }
  assert.equal(location(await reader.get(`/${section}`)), `/${section}/`);
  for (const path of [`/${section}/khong-co-bai-nay`, `/${section}/khong-co/`]) assert.equal((await reader.get(path)).status, 404, path);
  const office = await head.get(`/quan-tri/tin-bai/${site.sql(`SELECT item_id FROM news_published WHERE slug = '${articles[0].split('/').pop()}'`)[0][0]}`);
  assert.ok(office.body.includes(`${site.publicOrigin}${articles[0]}"`), 'the office still leads to it');
  const ids = site.sql(`SELECT p.item_id FROM news_published p JOIN core_section s ON s.id = p.section_id WHERE s.slug IN ('${section}', 'huong-dan-chinh-sach')`).map(([id]) => id);
  assert.equal(ids.length, articles.length);
  assert.deepEqual(site.sql(`SELECT section_id FROM news_listed WHERE item_id IN (${ids})`), []);
  assert.deepEqual(site.sql(`SELECT section_id FROM news_month WHERE section_id IN (SELECT id FROM core_section WHERE slug IN ('${section}', 'huong-dan-chinh-sach'))`), []);
  assert.equal(site.sql('SELECT SUM(articles) FROM news_month WHERE section_id = 0')[0][0], site.sql('SELECT COUNT(*) FROM news_listed WHERE section_id = 0')[0][0]);
  await assertCacheFollowed();
  await assertConsistent();
  await mustEdit(section, { is_hidden: null });
  await follows('shown again', async () => (await reader.get(`/${section}/`)).status === 200 && (await reader.get('/')).body.includes(title));
  await follows('as an article of a section that is seen', async () => !(await reader.get(articles[0])).body.includes('noindex'));
  assert.deepEqual(tables(), shown);
  await assertConsistent();
});

test('an article posted into a hidden section is listed nowhere until the section is shown', async () => {
  await mustEdit('thong-tin-khac', { is_hidden: '1' });
  const article = await publishArticle(site, { title: 'Bài đăng khi chuyên mục đang ẩn', section: 'tin-tuc' });
  assert.notDeepEqual(site.sql(`SELECT section_id FROM news_listed WHERE item_id = ${article.id}`), [], 'tin-tuc is not hidden');
  await mustEdit('tin-tuc', { is_hidden: '1' });
  assert.deepEqual(site.sql(`SELECT section_id FROM news_listed WHERE item_id = ${article.id}`), []);
  const { author, secretary } = await cast(site);
  await mustAct(author, article.url, 'revise-by-author');
  await mustAct(author, article.url, 'submit-to-unit');
  await passAllChecks(site, article.url, { section: 'tin-tuc' });
  await mustAct(secretary, article.url, 'publish');
  assert.deepEqual(site.sql(`SELECT section_id FROM news_listed WHERE item_id = ${article.id}`), []);
  await assertConsistent();
  await mustEdit('tin-tuc', { is_hidden: null });
  await mustEdit('thong-tin-khac', { is_hidden: null });
  assert.equal(site.sql(`SELECT COUNT(*) FROM news_listed WHERE item_id = ${article.id}`)[0][0], '2');
  await assertConsistent();
});

test('D5_9f another name: menu, breadcrumbs, maps and feeds say it, and the old address redirects', async () => {
  const [article] = listed('nghien-cuu-trao-doi');
  await mustEdit('nghien-cuu-trao-doi', { title: 'Nghiên cứu khoa học pháp lý', short_title: 'Khoa học pháp lý', slug: 'khoa-hoc-phap-ly' });
  await follows('the new address', async () => (await reader.get('/khoa-hoc-phap-ly/')).status === 200);
  await follows('the menu', async () => (await reader.get('/lien-he/')).html().querySelectorAll('.nav__bar a').some((link) => link.textContent === 'Khoa học pháp lý'));
  await follows('map', async () => (await reader.get('/so-do-trang')).body.includes('Nghiên cứu khoa học pháp lý'));
  assert.match((await reader.get('/khoa-hoc-phap-ly/rss.xml')).body, /<title>Nghiên cứu khoa học pháp lý \|/);
  for (const [from, to] of [['/nghien-cuu-trao-doi/', '/khoa-hoc-phap-ly/'], [article, article.replace('/nghien-cuu-trao-doi/', '/khoa-hoc-phap-ly/')], ['/nghien-cuu-trao-doi/atom.xml', '/khoa-hoc-phap-ly/atom.xml']]) {
    const answer = await reader.get(from);
    assert.equal(answer.status, 301, from);
    assert.equal(location(answer), to);
  }
  assert.equal((await reader.get(article.replace('/nghien-cuu-trao-doi/', '/khoa-hoc-phap-ly/'))).status, 200);
  await assertCacheFollowed();
  await assertConsistent();
});

test('there and back again at once: nothing waits for an address that is back', async () => {
  await mustEdit('hoat-dong-cua-so', { parent: '' });
  await mustEdit('hoat-dong-cua-so', { parent: sectionId(site, 'tin-tuc') });
  await follows('the address of before', async () => (await reader.get('/tin-tuc/hoat-dong-cua-so/')).status === 200);
  await follows('one that lay between', async () => location(await reader.get('/thong-tin-khac/hoat-dong-cua-so/')) === '/tin-tuc/hoat-dong-cua-so/');
  await assertCacheFollowed();
  await assertConsistent();
});

test('a section with sections below it, or under itself, stays at the top', async () => {
  const page = await head.get(form('tin-tuc'));
  assert.deepEqual(page.html().querySelectorAll('#parent option').map((option) => option.getAttribute('value')), ['']);
  const answer = await edit('tin-tuc', { parent: sectionId(site, 'thong-tin-khac') });
  assert.equal(answer.status, 422);
  const own = await edit('thong-tin-khac', { parent: sectionId(site, 'thong-tin-khac') });
  assert.equal(own.status, 422);
});

test('D12_1 a delegate moves a section, nobody else does', async () => {
  const editor = await site.login('bui.duc.thinh');
  assert.equal((await editor.get(form('hoi-nghi-tap-huan'))).status, 403);
  const [[person]] = site.sql("SELECT person_id FROM core_account WHERE username = 'bui.duc.thinh'");
  const [[granter]] = site.sql("SELECT person_id FROM core_account WHERE username = 'le.thi.thu.hang'");
  site.sql(`INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (${person}, 'manage_sections', UTC_TIMESTAMP(6) - INTERVAL 1 DAY, UTC_TIMESTAMP(6) + INTERVAL 1 DAY, '09/QĐ-BBT', ${granter}, UTC_TIMESTAMP(6))`);
  await mustEdit('hoi-nghi-tap-huan', { parent: sectionId(site, 'thong-tin-khac') }, editor);
  await follows('moved', async () => (await reader.get('/thong-tin-khac/hoi-nghi-tap-huan/')).status === 200);
  await mustEdit('hoi-nghi-tap-huan', { parent: '' }, editor);
  await assertConsistent();
});

test('posting and withdrawing while the board moves and hides sections leaves lists and counts exact', async () => {
  const { author, secretary } = await cast(site);
  const ready = [];
  for (let i = 0; i < 4; i++) {
    const url = await writeArticle(author, articleFields(site, { title: `Bài đăng trong lúc chuyển chuyên mục ${i}` }));
    await mustAct(author, url, 'submit-to-unit');
    await passAllChecks(site, url);
    ready.push(url);
  }
  const tree = async () => {
    for (let i = 0; i < 4; i++) {
      await mustEdit('hoat-dong-cua-so', { parent: sectionId(site, 'thong-tin-khac') });
      await mustEdit('hoat-dong-cua-so', { is_hidden: '1' });
      await mustEdit('hoat-dong-cua-so', { is_hidden: null, parent: sectionId(site, 'tin-tuc') });
    }
  };
  const acts = async () => {
    for (const url of ready) {
      await mustAct(secretary, url, 'publish');
      if (url !== ready[3]) await withdrawArticle(site, { url });
    }
  };
  await Promise.all([tree(), acts()]);
  assert.equal(site.sql(`SELECT COUNT(*) FROM news_listed l JOIN core_section s ON s.id = l.section_id OR l.section_id = 0 WHERE l.item_id = ${ready[3].split('/').pop()} AND s.slug = 'tin-tuc'`)[0][0], '2');
  await assertConsistent();
});
