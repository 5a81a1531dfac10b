// Without a mouse: each stop of the Tab key is visible and shows its focus, the order follows the page, Esc closes what was opened and gives the
// focus back; in the menus, a list, the editor and the workflow panel.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, logIn, openPage } from '../support/browser.mjs';
import { startInstance } from '../support/instance.mjs';
import { officePages } from '../support/pages.mjs';

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

// What has the focus: its words, place in the document, and whether a person can see that it has it.
const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const box = one.getBoundingClientRect();
    const ring = (element) => element && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) >= 2;
    // A box inside a frame shows it on the frame; a native box of a radio or tick on its label.
    const shown = [one, one.closest('.filter, .filters__search, .search, .rich-editor'), one.nextElementSibling].some((element) => {
      if (!element) return false;
      const before = getComputedStyle(element, '::before');
      return ring(element) || (before.outlineStyle !== 'none' && parseFloat(before.outlineWidth) >= 2);
    });
    return {
      words: (one.innerText || one.getAttribute('aria-label') || one.name || one.id || '').replace(/\s+/g, ' ').trim(),
      tag: one.tagName.toLowerCase(),
      at: [...document.querySelectorAll('*')].indexOf(one),
      inView: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
      shown,
      key: `${one.tagName}#${one.id}.${one.className}:${one.getAttribute('href') ?? one.getAttribute('name') ?? ''}`,
    };
  });

// Presses Tab from the top of the page until it leaves it; every stop is checked. Gives the stops.
async function walk(page, limit = 250) {
  const stops = [];
  for (let i = 0; i < limit; i++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop || (stops.length > 0 && stop.at === stops[0].at)) return stops;
    assert.ok(stop.inView, `${stop.key} has the focus outside the window`);
    assert.ok(stop.shown, `${stop.key} has the focus and does not show it`);
    if (stops.length > 0) assert.ok(stop.at > stops.at(-1).at, `${stop.key} comes after ${stops.at(-1).key} against the order of the page`);
    stops.push(stop);
  }
  throw new Error(`Tab does not get through the page in ${limit} steps`);
}

async function tabTo(page, words, limit = 120) {
  for (let i = 0; i < limit; i++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop && (words instanceof RegExp ? words.test(stop.words) : stop.words === words)) return stop;
  }
  throw new Error(`Tab does not reach ${words}`);
}

test('public home, list and article: the skip link first, every stop visible, in the order of the page', async () => {
  const { page, faults, close } = await openPage(browser, site, { width: 1280 });
  const article = site.sql("SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.kind = 'news' ORDER BY p.item_id LIMIT 1")[0][0];
  for (const address of ['/', '/tin-tuc/', article, '/gioi-thieu/danh-ba']) {
    await page.goto(`${site.publicOrigin}${address}`);
    const stops = await walk(page);
    assert.equal(stops[0].words, 'Tới nội dung chính');
    assert.ok(stops.length > 15, address);
  }
  await page.goto(`${site.publicOrigin}/tin-tuc/`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'noi-dung');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)), true);
  assert.deepEqual(faults, []);
  await close();
});

test('public menus open by Enter, close by Esc and give the focus back', async () => {
  const wide = await openPage(browser, site, { width: 1280 });
  await wide.page.goto(`${site.publicOrigin}/`);
  await tabTo(wide.page, 'Cỡ chữ');
  await wide.page.keyboard.press('Enter');
  await tabTo(wide.page, '125%');
  await wide.page.keyboard.press('Enter');
  assert.equal(await wide.page.locator('html').getAttribute('data-text'), '125');
  await wide.page.keyboard.press('Escape');
  assert.equal(await wide.page.locator('details[open]').count(), 0);
  assert.equal((await focused(wide.page)).words, 'Cỡ chữ');
  await wide.close();

  const phone = await openPage(browser, site, { width: 360, height: 740 });
  await phone.page.goto(`${site.publicOrigin}/`);
  await tabTo(phone.page, 'Danh mục');
  await phone.page.keyboard.press('Enter');
  await phone.page.keyboard.press('Tab');
  const first = await focused(phone.page);
  assert.ok(first.inView && first.shown);
  assert.equal(first.tag, 'a');
  await phone.page.keyboard.press('Escape');
  assert.equal((await focused(phone.page)).words, 'Danh mục');
  assert.equal(await phone.page.locator('.nav__list').filter({ visible: true }).count(), 0);
  await phone.close();
});

test('office list: filters, rows and account menu by keyboard; Ctrl+K finds the search box', async () => {
  const { page, faults, close } = await openPage(browser, site, { width: 1280 });
  await logIn(page, site, 'le.thi.thu.hang');
  await page.goto(`${site.officeOrigin}/quan-tri/tin-bai/`);
  const stops = await walk(page);
  assert.equal(stops[0].words, 'Tới nội dung chính');
  assert.ok(stops.some(({ key }) => key.includes('trang-thai')) && stops.some(({ key }) => /:\/quan-tri\/tin-bai\/\d+$/.test(key)));
  await page.keyboard.press('Control+k');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'q');
  await page.goto(`${site.officeOrigin}/quan-tri/tin-bai/`);
  await tabTo(page, /Trưởng Ban Biên tập/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Đăng xuất');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('details[open]').count(), 0);
  assert.match((await focused(page)).words, /Trưởng Ban Biên tập/);
  assert.deepEqual(faults, []);
  await close();
});

test('editor: text, toolbar by Alt+F10 and arrows, link form by Ctrl+L and Esc, saved without a mouse', async () => {
  const { page, faults, close } = await openPage(browser, site, { width: 1280 });
  await logIn(page, site, 'nguyen.hoang.yen');
  await page.goto(`${site.officeOrigin}/quan-tri/tin-bai/moi`);
  await page.locator('.ProseMirror').waitFor();
  await tabTo(page, 'title');
  await page.keyboard.type('Viết bài chỉ bằng bàn phím');
  for (let i = 0; i < 10 && (await page.evaluate(() => document.activeElement.name)) !== 'section'; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown'); // the first section of the list
  for (let i = 0; i < 60 && !(await page.evaluate(() => document.activeElement.classList.contains('ProseMirror'))); i++) await page.keyboard.press('Tab');
  assert.ok((await focused(page)).shown);
  await page.keyboard.type('Đoạn đầu. ');
  await page.keyboard.press('Alt+F10');
  assert.equal(await page.evaluate(() => document.activeElement.closest('[role=toolbar]') !== null), true);
  for (let i = 0; i < 30 && !/^Đậm/.test((await focused(page)).words); i++) await page.keyboard.press('ArrowRight');
  assert.ok((await focused(page)).shown);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains('ProseMirror')), true);
  await page.keyboard.type('chữ đậm');
  await page.keyboard.press('Shift+Home');
  const isLink = async () => /-href$/.test(await page.evaluate(() => document.activeElement.id));
  for (let i = 0; i < 40 && !(await isLink()); i++) {
    await page.keyboard.press('Control+l'); // the editor hears of a selection a moment after it was made
    await page.waitForTimeout(50);
  }
  assert.ok(await isLink());
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.rich-link').isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains('ProseMirror')), true);
  await page.keyboard.press('End');
  await page.keyboard.press('Tab'); // not in a list or a table: leaves the text
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains('ProseMirror')), false);
  await tabTo(page, 'Lưu phiên bản');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?xong=luu/);
  assert.match(await page.locator('.reading').innerHTML(), /<strong>chữ đậm<\/strong>/);
  assert.deepEqual(faults, []);
  await close();
});

test('workflow panel: the next acts come before the text, an act and its form by keyboard', async () => {
  const { page, faults, close } = await openPage(browser, site, { width: 1280 });
  await logIn(page, site, 'bui.duc.thinh');
  const { path } = officePages(site)['bui.duc.thinh'].find(({ name }) => name === 'bai-bien-tap');
  await page.goto(`${site.officeOrigin}${path}`);
  const stops = await walk(page);
  const at = (words) => stops.findIndex((stop) => stop.words === words);
  assert.ok(at('Chuyển xác thực') > 0 && at('Chuyển xác thực') < at('Xem trước như bạn đọc thấy'));
  assert.ok(stops.some(({ tag, key }) => tag === 'input' && key.includes('checks[]')));
  await page.goto(`${site.officeOrigin}${path}`);
  await tabTo(page, 'Trả lại người gửi');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/viec\//);
  await walk(page);
  await page.goto(`${site.officeOrigin}${path}`);
  await tabTo(page, 'Chuyển xác thực');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?xong=/);
  assert.deepEqual(faults, []);
  await close();
});

test('an item’s acts by V and a letter; «?» lists the keys of the page, Esc closes it and gives the focus back', async () => {
  const { page, faults, close } = await openPage(browser, site, { width: 1280 });
  await logIn(page, site, 'phan.van.dung');
  const [[id]] = site.sql("SELECT id FROM core_item WHERE state = 'verifying' AND checked_by IS NULL ORDER BY id LIMIT 1");
  await page.goto(`${site.officeOrigin}/quan-tri/tin-bai/${id}`);
  await page.keyboard.press('Shift+?');
  assert.match(await page.locator('dialog').innerText(), /V rồi C\s+Xác thực[\s\S]*V rồi N\s+Nhận xác thực[\s\S]*G rồi H\s+Hộp việc/);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('v');
  await page.keyboard.press('n');
  await page.waitForURL(/\?xong=claim/);
  assert.match(await page.locator('.card--act').innerText(), /Người xác thực: Phan Văn Dũng/);
  await page.keyboard.press('v');
  await page.keyboard.press('t');
  await page.waitForURL(/\/viec\/hand-back/);
  await page.locator('textarea').focus();
  await page.keyboard.type('vn?');
  assert.equal(await page.locator('textarea').inputValue(), 'vn?', 'keys are letters where somebody writes');
  assert.deepEqual(faults, []);
  await close();
});
