// What a first visit costs on the line, as the network counts it: the reader's home page and the editor of the office, and that a second page brings its
// HTML alone. Bytes are the same on every machine, so they are a test and no benchmark.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, logIn, openPage } from '../support/browser.mjs';
import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, documentOf, writeArticle } from '../support/journey.mjs';

let site;
let browser;
before(async () => {
  site = await startInstance();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

// Every answer that came over the line since start(): [{url, type, bytes}], headers included.
async function lineOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const seen = new Map();
  session.on('Network.responseReceived', ({ requestId, type, response }) => seen.set(requestId, { url: new URL(response.url).pathname, type, cached: response.fromDiskCache || response.fromPrefetchCache, bytes: 0 }));
  session.on('Network.requestServedFromCache', ({ requestId }) => seen.delete(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (seen.has(requestId)) seen.get(requestId).bytes = encodedDataLength;
  });
  return {
    start: () => seen.clear(),
    came: () => [...seen.values()].filter(({ cached, bytes }) => !cached && bytes > 0),
  };
}
const sum = (answers) => answers.reduce((all, { bytes }) => all + bytes, 0);
const told = (answers) => answers.map(({ url, type, bytes }) => `${bytes} ${type} ${url}`).join('\n');

test('a first visit to the home page is at most 60 KB with fonts', async () => {
  const { page, close } = await openPage(browser, site, { width: 360, height: 740 });
  const line = await lineOf(page);
  await page.goto(`${site.publicOrigin}/`, { waitUntil: 'networkidle' });
  assert.ok(line.came().length >= 3, told(line.came()));
  assert.ok(sum(line.came()) <= 60 * 1024, told(line.came()));
  await close();
});

for (const [what, pathOf] of [
  ['a new article', () => '/quan-tri/tin-bai/moi'],
  ['an article that is there', (urls) => `${urls.pop()}/sua`],
]) {
  test(`the editor of ${what} is at most 134 KB on its first load, and HTML alone on the next article`, async (t) => {
    const people = await cast(site);
    const body = documentOf(Array.from({ length: 12 }, (_, n) => `Đoạn ${n + 1} của bài: ${'một câu dài vừa phải để trang có nội dung như thật. '.repeat(4)}`));
    const urls = [];
    for (const title of ['Bài đã có thứ nhất', 'Bài đã có thứ hai']) urls.push(await writeArticle(people.author, articleFields(site, { title, body })));
    const { page, context, close } = await openPage(browser, site);
    await logIn(page, site, people.author.account.username);
    // What the login page has left in the cache is part of a first load of the editor: a second context with the same session begins without it.
    const fresh = await browser.newContext({ storageState: await context.storageState(), locale: 'vi-VN' });
    const editor = await fresh.newPage();
    const line = await lineOf(editor);
    const open = async () => {
      line.start();
      await editor.goto(`${site.officeOrigin}${pathOf(urls)}`, { waitUntil: 'networkidle' });
      await editor.locator('.ProseMirror').waitFor();
      return line.came();
    };
    const first = await open();
    t.diagnostic(`${(sum(first) / 1024).toFixed(1)} KB`);
    assert.ok(first.some(({ url }) => /editor.*\.js$/.test(url)), told(first));
    assert.ok(sum(first) <= 134 * 1024, told(first));
    const second = await open();
    assert.deepEqual(second.filter(({ type }) => !['Document', 'Fetch', 'XHR'].includes(type)).map(({ url }) => url), []);
    assert.ok(second.some(({ type }) => type === 'Document'));
    await fresh.close();
    await close();
  });
}
