// Pasting from an old Word file, in Chromium: the form says at once that the text is no Unicode, shows what it would become with the doubtful letters marked, at 360
// and 1280 px and in the dark, and takes it over when its author says so; the same by forms alone, without JavaScript (D4.1a).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, logIn, look, openPage } from '../support/browser.mjs';
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

const newArticle = '/quan-tri/tin-bai/moi';
const storedTitle = (url) => site.sql(`SELECT title FROM core_item WHERE id = ${/\/tin-bai\/(\d+)/.exec(url)[1]}`)[0][0];

// What Word puts on the clipboard: a heading in .VnTimeH, whose small letters look like capitals, and a paragraph in .VnTime.
const fromWord =
  '<html><body><!--StartFragment--><p class=MsoNormal><span style=\'font-family:".VnTimeH"\'>céng hßa x· héi</span></p>' +
  '<p class=MsoNormal><span style=\'font-family:".VnTime"\'>C«ng t¸c phæ biÕn, gi¸o dôc ph¸p luËt; ng\u00ADêi d©n ®\u00AD\u00EEc h\u00ADíng dÉn.</span></p><!--EndFragment--></body></html>';

const paste = (page, html) =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/html', text);
    document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);

test('D4_1a pasted TCVN3 is said at once, shown in Unicode, and taken over by its author', async () => {
  for (const width of [1280, 360]) {
    const { page, faults, close } = await openPage(browser, site, { width });
    await logIn(page, site, 'nguyen.hoang.yen');
    await page.goto(`${site.officeOrigin}${newArticle}`);
    await page.fill('#title', `Bài dán từ Word ${width}`);
    await page.fill('#source', 'Phòng Phổ biến, giáo dục pháp luật');
    await page.selectOption('#section', { label: '– Hoạt động của Sở' });
    await page.locator('.ProseMirror').click();
    assert.equal(await page.locator('[data-encoding]').isVisible(), false);
    await paste(page, fromWord);
    const notice = page.locator('[data-encoding]');
    await notice.waitFor({ state: 'visible', timeout: 10_000 });
    assert.match(await notice.innerText(), /Có chữ gõ bằng TCVN3 \(ABC\), không phải Unicode/);
    await page.getByRole('button', { name: 'Xem bản chuyển sang Unicode' }).click();
    await page.waitForSelector('h1:has-text("Chuyển sang Unicode")');
    const converted = await page.locator('td[data-label=Unicode]').textContent();
    assert.match(converted.replace(/\[xem lại: |\]/g, ''), /CỘNG HÒA XÃ HỘI/, 'the capitals of the font');
    assert.match(converted.replace(/\[xem lại: |\]/g, ''), /người dân được hướng dẫn\./);
    await page.locator('details.fold summary').click();
    await look(page, faults, `the offer at ${width} px`, `bang-ma-${width}`, { dark: width === 360 });
    await page.getByRole('button', { name: 'Dùng bản Unicode và lưu' }).click();
    await page.waitForURL(/\?xong=luu/);
    assert.match(await page.locator('main').innerText(), /Công tác phổ biến, giáo dục pháp luật/);
    assert.equal(storedTitle(page.url()), `Bài dán từ Word ${width}`);
    await close();
  }
});

test('D4_1a without JavaScript the same by forms, and going back loses nothing', async () => {
  const { page, faults, close } = await openPage(browser, site, { javaScriptEnabled: false });
  await logIn(page, site, 'nguyen.hoang.yen');
  await page.goto(`${site.officeOrigin}${newArticle}`);
  await page.fill('#title', 'Thoâng baùo veà coâng taùc phoå bieán phaùp luaät');
  await page.selectOption('#section', { label: '– Hoạt động của Sở' });
  await page.getByRole('button', { name: 'Lưu phiên bản' }).click();
  assert.match(await page.locator('main').innerText(), /VNI-Windows, không phải Unicode/);
  await page.getByRole('button', { name: 'Quay lại, giữ chữ đã gõ' }).click();
  assert.equal(await page.inputValue('#title'), 'Thoâng baùo veà coâng taùc phoå bieán phaùp luaät');
  await page.getByRole('button', { name: 'Lưu phiên bản' }).click();
  await page.getByRole('button', { name: 'Dùng bản Unicode và lưu' }).click();
  await page.waitForURL(/\?xong=luu/);
  assert.equal(storedTitle(page.url()), 'Thông báo về công tác phổ biến pháp luật');
  assert.deepEqual(faults, []);
  await close();
});
