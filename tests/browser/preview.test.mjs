// The preview of an article checks what its writer wrote with axe and says in its notice, in Vietnamese, what is wrong and where (TT 32/2017, WCAG 2.2); it
// works under the site's own CSP, and no page of readers loads it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, logIn, look, openPage } from '../support/browser.mjs';
import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, documentOf, publishArticle, writeArticle } from '../support/journey.mjs';

let site;
let author;
let browser;
before(async () => {
  site = await startInstance();
  author = (await cast(site)).author;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

const checked = async (page, url) => {
  await page.goto(`${site.officeOrigin}${url}/xem-truoc`);
  const box = page.locator('[data-check]');
  await page.waitForFunction(() => document.querySelector('[data-check]')?.dataset.faults !== undefined, undefined, { timeout: 20_000 });
  return box.innerText();
};

test('the preview names what a screen reader would stumble over, and where; a sound article has nothing', async () => {
  const heading = (level, text) => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] });
  const body = JSON.stringify({ type: 'doc', content: [...JSON.parse(documentOf(['Đoạn đầu.'])).content, heading(2, 'Mục một'), heading(4, 'Mục nhảy cấp'), ...JSON.parse(documentOf(['Đoạn cuối.'])).content] });
  const bad = await writeArticle(author, articleFields(site, { title: 'Bài có đề mục nhảy cấp', body }));
  const good = await writeArticle(author, articleFields(site, { title: 'Bài không có lỗi tiếp cận' }));
  const { page, faults, close } = await openPage(browser, site);
  await logIn(page, site, 'nguyen.hoang.yen');
  const words = await checked(page, bad);
  assert.match(words, /Kiểm tra khả năng tiếp cận: 1 chỗ cần sửa\./);
  assert.match(words, /Đề mục nhảy cấp: Mục nhảy cấp/);
  await page.locator('[data-check] a').click();
  assert.equal(await page.evaluate(() => document.querySelector(location.hash).textContent), 'Mục nhảy cấp');
  assert.match(await checked(page, good), /Không thấy lỗi/);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await look(page, faults, 'a preview that was checked', `xem-truoc-da-kiem-tra-${width}`, { dark: true });
  }
  await close();
});

test('readers’ pages load no check', async () => {
  const article = await publishArticle(site, { title: 'Bài đăng không kèm bộ kiểm tra' });
  assert.doesNotMatch((await site.reader().get(article.path)).body, /check\.|data-check/);
});
