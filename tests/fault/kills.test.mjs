// Programs and the database die or hang while people read and write (fault matrix F01, F02, F05; requirement: no acknowledged write is lost, none doubled).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { sleep, startInstance } from '../support/instance.mjs';
import { articleFields, publishArticle } from '../support/journey.mjs';

let site;
let author;
let article;
let fields; // asked once, while the database lives: they need a query
const fieldsOf = (title) => ({ ...fields, title });
before(async () => {
  site = await startInstance();
  article = await publishArticle(site, { title: 'Bài đọc trong lúc máy chủ gặp sự cố' });
  fields = articleFields(site, { title: '-' });
  author = await site.login('nguyen.hoang.yen');
  await site.until('the article is readable', async () => (await site.reader().get(article.path)).status === 200);
});
after(() => site?.stop());

const kForm = '/quan-tri/tin-bai/moi';

// Writes an article as a patient person does: the same form (hence the same idempotency key) again until it is acknowledged.
async function writePatiently(title, limit = 20_000) {
  const end = Date.now() + limit;
  const seen = [];
  let page;
  while (Date.now() < end) {
    try {
      page ??= await author.get(kForm).then((got) => (got.status === 200 ? got : undefined));
      if (page) {
        const answer = await author.submit(page, (form) => form.action === kForm, fieldsOf(title));
        seen.push(answer.status);
        if (answer.status === 303) return seen;
      }
    } catch (error) {
      seen.push(error.code ?? error.message);
    }
    await sleep(50);
  }
  throw new Error(`${title}: never acknowledged; answers: ${seen}`);
}

const copies = (title) => Number(site.sql(`SELECT COUNT(*) FROM news_article_version WHERE title = '${title}'`)[0][0]);

// Reads and writes go on until `fault` is done; what was answered is given back.
async function underLoad(label, fault) {
  let isOver = false;
  const read = [];
  const written = [];
  const reader = site.reader();
  const readLoop = async (n) => {
    for (let i = 0; !isOver; i++) read.push(await reader.get(`/khong-co-${label}-${n}-${i}`).then((answer) => answer, (error) => ({ status: 0, body: String(error) })));
  };
  const writeLoop = async (n) => {
    for (let i = 0; !isOver; i++) {
      const title = `Sự cố ${label} ${n}-${i}`;
      await writePatiently(title);
      written.push(title);
    }
  };
  const loops = [readLoop(1), readLoop(2), writeLoop(1), writeLoop(2)];
  try {
    await fault();
  } finally {
    isOver = true;
  }
  await Promise.all(loops);
  return { read, written };
}

function assertWrittenOnce(written) {
  assert.ok(written.length > 0, 'nothing was written under load');
  for (const title of written) assert.equal(copies(title), 1, title);
}

test('F01 kill -9 of programs under load: few answers fail, with a Vietnamese page; every acknowledged write is there once', async () => {
  const kills = 6;
  const { read, written } = await underLoad('F01', async () => {
    for (let i = 0; i < kills; i++) {
      await sleep(400);
      const copy = (i % 2) + 1;
      for (const program of [`news-${copy}`, `news-office-${copy}`]) {
        const old = site.pid(program);
        site.signal(program, 'SIGKILL');
        await site.until(`${program} is back`, () => site.pid(program) !== undefined && site.pid(program) !== old, 3000);
      }
    }
  });
  const failed = read.filter((answer) => answer.status !== 404);
  // A kill takes at most what was in flight: one read of each of the two readers.
  assert.ok(failed.length <= 2 * kills, `${failed.length} of ${read.length} reads failed`);
  for (const answer of failed) {
    assert.equal(answer.status, 502, answer.body.slice(0, 200));
    assert.match(answer.body, /khởi động lại/);
    assert.ok(answer.headers['x-request-id']);
    assert.ok(answer.headers['content-security-policy']);
  }
  assertWrittenOnce(written);
});

test('F01 SIGTERM during posts: nobody sees a failure and every acknowledged write is there once', async () => {
  const { read, written } = await underLoad('TERM', async () => {
    for (let i = 0; i < 5; i++) {
      await sleep(500);
      const copy = (i % 2) + 1;
      for (const program of [`news-${copy}`, `news-office-${copy}`]) {
        const old = site.pid(program);
        site.signal(program, 'SIGTERM');
        await site.until(`${program} is back`, () => site.pid(program) !== undefined && site.pid(program) !== old, 5000);
      }
    }
  });
  assert.deepEqual(read.filter((answer) => answer.status !== 404).map((answer) => answer.status), []);
  assertWrittenOnce(written);
});

test('F02 kill -9 of MariaDB: pages are read from the cache, no acknowledged write is lost or doubled', async () => {
  const written = [];
  for (let i = 0; i < 3; i++) {
    await site.until('the cache holds the article', async () => (await site.reader().get(article.path)).status === 200);
    const title = `Sự cố F02 ${i}`;
    const writing = writePatiently(title);
    const old = site.pid('mariadb');
    site.signal('mariadb', 'SIGKILL');
    assert.equal((await site.reader().get(article.path)).status, 200);
    await site.until('MariaDB is back', () => site.pid('mariadb') !== undefined && site.pid('mariadb') !== old && site.sql('SELECT 1').length === 1, 15_000);
    await writing;
    written.push(title);
  }
  assertWrittenOnce(written);
  assert.equal((await site.portal('check')).code, 0);
});

test('F02 while MariaDB stays down: the article is read, a write is refused with 503, and all recovers by itself', async () => {
  const form = await author.get(kForm);
  assert.equal(form.status, 200);
  await site.until('the cache holds the article', async () => (await site.reader().get(article.path)).status === 200);
  site.sv('down', 'mariadb');
  try {
    await sleep(1200); // past the second for which a page counts as fresh
    const page = await site.reader().get(article.path);
    assert.equal(page.status, 200);
    assert.match(page.body, /Bài đọc trong lúc máy chủ gặp sự cố/);
    const refused = await author.submit(form, (one) => one.action === kForm, fieldsOf('Bài gửi khi cơ sở dữ liệu dừng'));
    assert.equal(refused.status, 503);
    assert.ok(refused.headers['retry-after']);
    assert.match(refused.body, /lang="vi"/);
  } finally {
    site.sv('up', 'mariadb');
  }
  await site.until('the office answers', async () => (await author.get(kForm)).status === 200, 15_000);
  assert.equal(copies('Bài gửi khi cơ sở dữ liệu dừng'), 0);
  const again = await author.submit(form, (one) => one.action === kForm, fieldsOf('Bài gửi khi cơ sở dữ liệu dừng'));
  assert.equal(again.status, 303);
  assert.equal(copies('Bài gửi khi cơ sở dữ liệu dừng'), 1);
});

test('F05 a database that hangs is an answer within 5 s, and the site recovers when it goes on', async () => {
  await site.until('the cache holds the article', async () => (await site.reader().get(article.path)).status === 200);
  site.signal('mariadb', 'SIGSTOP');
  try {
    await sleep(1200);
    const timed = async (url) => {
      const start = Date.now();
      const answer = await site.reader().get(url);
      return { answer, ms: Date.now() - start };
    };
    const [cold, warm] = await Promise.all([timed('/tin-tuc/khong-co-trong-bo-dem'), timed(article.path)]);
    assert.ok([503, 504].includes(cold.answer.status), String(cold.answer.status));
    assert.ok(cold.ms < 5000, `${cold.ms} ms`);
    assert.match(cold.answer.body, /lang="vi"/);
    assert.equal(warm.answer.status, 200);
    assert.ok(warm.ms < 5000, `${warm.ms} ms`);
  } finally {
    site.signal('mariadb', 'SIGCONT');
  }
  await site.until('pages are made again', async () => (await site.reader().get('/tin-tuc/khong-co-sau-su-co')).status === 404, 10_000);
});
