// The menu of the public pages: one line from 1280 px on, short titles, nothing cut off at 1024 px, and the phone's menu below 700 px.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, openPage, overflow, shot } from '../support/browser.mjs';
import { startInstance } from '../support/instance.mjs';

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

// How many lines the entries of the bar stand in, and whether one of them leaves the window.
const measure = (page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.nav__bar > li')].map((entry) => entry.getBoundingClientRect());
    return { lines: new Set(boxes.map((box) => Math.round(box.top))).size, right: Math.max(...boxes.map((box) => box.right)), labels: document.querySelectorAll('.nav__bar a').length };
  });

for (const [width, most] of [[1280, 1], [1440, 1], [1024, 2]]) {
  test(`the menu at ${width} px takes at most ${most} line${most > 1 ? 's' : ''}`, async () => {
    const { page, faults, close } = await openPage(browser, site, { width });
    for (const [name, path] of [['trang-chu', '/'], ['danh-sach', '/tin-tuc/']]) {
      await page.goto(`${site.publicOrigin}${path}`);
      const menu = await measure(page);
      assert.ok(menu.lines <= most, `${path}: ${menu.lines} lines`);
      assert.ok(menu.right <= width, `${path}: an entry ends at ${menu.right} px`);
      assert.equal(menu.labels, Number(site.sql('SELECT COUNT(*) FROM site_section WHERE parent_id IS NULL')[0][0]));
      await shot(page, `menu-${name}-${width}`);
    }
    assert.deepEqual(faults, []);
    await close();
  });
}

test('at 360 px the menu opens and names every section by its short title', async () => {
  const { page, close } = await openPage(browser, site, { width: 360, height: 740 });
  await page.goto(`${site.publicOrigin}/tin-tuc/`);
  assert.equal(await page.locator('.nav__bar').isVisible(), false);
  await page.getByText('Danh mục', { exact: true }).click();
  const shown = await page.locator('.nav__list a').allInnerTexts();
  assert.deepEqual(shown.map((text) => text.trim()), site.sql("SELECT IF(short_title = '', title, short_title) FROM site_section WHERE parent_id IS NULL ORDER BY position, id").map(([title]) => title));
  assert.equal(await overflow(page), 0);
  await shot(page, 'menu-mo-360');
  await close();
});
