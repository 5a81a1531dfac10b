// Every page type of both faces at 360 and 1280 px, light and dark: 0 axe violations, 0 console errors, 0 CSP reports, 0 third-party requests,
// nothing scrolls sideways; also at 320 px and with text at 200 %. What a page type is, tests/support/pages.mjs lists.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { cutOff, inLanes, inspect, launch, logIn, look, openPage, overflow, shot } from '../support/browser.mjs';
import { startInstance } from '../support/instance.mjs';
import { officePages, pageRoutes, publicPages, withdrawTwo } from '../support/pages.mjs';
import { totp } from '../support/totp.mjs';

let site;
let browser;
before(async () => {
  site = await startInstance();
  await withdrawTwo(site);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

const halves = (list) => [list.filter((_, i) => i % 2 === 0), list.filter((_, i) => i % 2 === 1)];

// Login pages are looked at by tests of their own below.
const kLogin = ['/quan-tri/dang-nhap', '/quan-tri/dang-nhap/ma'];

test('every page route of the programs is on the list of page types', () => {
  const listed = { public: publicPages(site), office: Object.values(officePages(site)).flat() };
  for (const [face, routes] of Object.entries(pageRoutes())) {
    assert.ok(routes.length > 10, `the route tables of ${face} were read`);
    const addresses = listed[face].filter(({ status }) => status === 200).map(({ path }) => path.split('?')[0]);
    // An address belongs to the first route that matches it, as in the programs.
    const reached = new Set([...addresses, ...(face === 'office' ? kLogin : [])].map((address) => routes.find(([, regexp]) => regexp.test(address))?.[0]));
    assert.deepEqual(routes.map(([pattern]) => pattern).filter((pattern) => !reached.has(pattern)), [], face);
  }
});

for (const width of [360, 1280]) {
  test(`public pages at ${width} px, light and dark`, async () => {
    await inLanes(halves(publicPages(site)), async (pages) => {
      const { page, faults, close } = await openPage(browser, site, { width });
      for (const { name, path, status } of pages) await inspect(page, faults, `${name}-${width}`, `${site.publicOrigin}${path}`, { status, dark: true });
      await close();
    });
  });
}

// Reads every page in a window of 320 px, and with text twice as large in one of 1280 px (WCAG 1.4.10, 1.4.4).
const kLooks = { '320 px': { width: 320 }, '200 %': { width: 1280, isLarge: true } };

async function readAll(name, pages, origin, logInFirst) {
  const { width, isLarge } = kLooks[name];
  const { page, faults, close } = await openPage(browser, site, { width });
  await logInFirst?.(page);
  if (isLarge) {
    await page.goto(`${origin}/${logInFirst ? 'quan-tri/' : ''}`);
    await page.locator(logInFirst ? '.user > summary' : 'summary:has-text("Cỡ chữ")').click();
    await page.getByRole('button', { name: '200%' }).click();
  }
  const found = [];
  for (const one of pages) {
    await page.goto(`${origin}${one.path}`);
    if (isLarge) assert.equal(await page.evaluate(() => document.documentElement.dataset.text), '200', 'the text is large on each page');
    await shot(page, `${one.name}-${name.replaceAll(' ', '')}`);
    if ((await overflow(page)) > 0) found.push(`${one.name} scrolls sideways`);
    for (const what of await cutOff(page)) found.push(`${one.name}: ${what}`);
  }
  assert.deepEqual(found, [], name);
  assert.deepEqual(faults, []);
  await close();
}

test('public pages do not scroll sideways and cut nothing off, at 320 px and with text at 200 %', async () => {
  await inLanes(Object.keys(kLooks), (name) => readAll(name, publicPages(site), site.publicOrigin));
});

test('office pages do not scroll sideways and cut nothing off, at 320 px and with text at 200 %', async () => {
  const visits = Object.entries(officePages(site)).flatMap(([username, pages]) => Object.keys(kLooks).map((name) => [username, pages, name]));
  await inLanes(visits, ([username, pages, name]) => readAll(name, pages, site.officeOrigin, (page) => logIn(page, site, username)));
});

for (const width of [360, 1280]) {
  test(`office pages at ${width} px`, async () => {
    const login = await openPage(browser, site, { width });
    await inspect(login.page, login.faults, `dang-nhap-${width}`, `${site.officeOrigin}/quan-tri/dang-nhap`, { dark: true });
    await login.close();
    const visits = Object.entries(officePages(site)).flatMap(([username, pages]) => halves(pages).map((some) => [username, some]));
    await inLanes(visits, async ([username, pages]) => {
      const { page, faults, close } = await openPage(browser, site, { width });
      await logIn(page, site, username);
      for (const { name, path, status } of pages) await inspect(page, faults, `vp-${name}-${width}`, `${site.officeOrigin}${path}`, { status, dark: width === 1280 });
      await close();
    });
  });
}

test('the page that asks for the second factor', async () => {
  const username = 'ha.quynh.anh';
  const { page, faults, close } = await openPage(browser, site, { width: 360 });
  await logIn(page, site, username);
  await page.goto(`${site.officeOrigin}/quan-tri/ca-nhan/hai-lop`);
  const secret = (await page.locator('main p', { hasText: 'Khóa:' }).locator('b').innerText()).replace(/\s/g, '');
  await page.fill('#code', totp(secret));
  await page.locator('main form button.btn').first().click();
  await page.waitForURL(/ca-nhan\?xong=/);
  await page.context().clearCookies();
  const { password } = site.accounts.find((one) => one.username === username);
  await page.goto(`${site.officeOrigin}/quan-tri/dang-nhap`);
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('main button');
  await page.waitForURL(/\/dang-nhap\/ma/);
  await look(page, faults, 'the second factor', 'ma-hai-lop-360');
  await close();
});
