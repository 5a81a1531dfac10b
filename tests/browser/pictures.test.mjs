// A person puts a picture into an article (D9.1; TT 32/2017 Đ.18): chosen, sent with its progress, put into the text, described because the office asks for it,
// posted, seen on a phone without anything moving. And the same form without JavaScript.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { launch, logIn, look, openPage, overflow } from '../support/browser.mjs';
import { png, settled } from '../support/files.mjs';
import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, passAllChecks, writeArticle } from '../support/journey.mjs';

let site;
let people;
let browser;
let photo;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  browser = await launch();
  photo = path.join(site.dir, 'hoi-nghi.png');
  fs.writeFileSync(photo, png(1400, 900));
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

test('a picture is chosen, followed, put into the text, described, posted and seen at 360 px', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Hội nghị có ảnh trong bài' }));
  const { page, faults, close } = await openPage(browser, site);
  await logIn(page, site, 'nguyen.hoang.yen');
  await page.goto(`${site.officeOrigin}${url}/sua`);
  await page.setInputFiles('#anh', photo);
  const insert = page.locator('[data-insert-picture]');
  await insert.waitFor({ timeout: 60_000 });
  const number = await insert.getAttribute('value');
  await page.locator('.ProseMirror p').first().click();
  await insert.click();
  const figure = page.locator('.rich-figure');
  await figure.waitFor();
  await page.waitForFunction(() => document.querySelector('.rich-figure img').naturalWidth > 0);
  await figure.getByLabel('Chú thích dưới ảnh').fill('Quang cảnh hội nghị. Ảnh: An');
  await look(page, faults, 'the edit form with a picture', 'sua-bai-co-anh-1280', { dark: true });
  await page.getByRole('button', { name: 'Lưu phiên bản' }).last().click();
  await page.waitForURL(`**${url}?xong=luu`);
  // The office says what is missing before anybody sends it on.
  assert.match(await page.locator('main').innerText(), new RegExp(`Ảnh số ${number} chưa có lời mô tả`));

  await page.goto(`${site.officeOrigin}${url}/sua`);
  await page.locator('.rich-figure').getByLabel(/mô tả cho người không nhìn thấy ảnh/).fill('Hội trường kín người, trên bục có ba người');
  await page.selectOption('#lead', number);
  await page.fill('#lead_alt', 'Hội trường kín người');
  await page.fill('#lead_caption', 'Quang cảnh hội nghị');
  await page.setViewportSize({ width: 360, height: 800 });
  assert.equal(await overflow(page), 0);
  await look(page, faults, 'the edit form with a picture on a phone', 'sua-bai-co-anh-360');
  await page.getByRole('button', { name: 'Lưu phiên bản' }).last().click();
  await page.waitForURL(`**${url}?xong=luu`);
  await close();

  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  await mustAct(people.secretary, url, 'publish');
  const [[address]] = site.sql(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${url.split('/').pop()}`);
  await site.until('readers have it', async () => (await site.reader().get(address)).status === 200);
  for (const width of [360, 1280]) {
    const shown = await openPage(browser, site, { width });
    await shown.page.goto(site.publicOrigin + address);
    const moved = await shown.page.evaluate(async () => {
      let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({ type: 'layout-shift', buffered: true });
      for (let y = 0; y < document.body.scrollHeight; y += 300) {
        scrollTo(0, y);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
      return sum;
    });
    assert.ok(moved <= 0.02, `layout moved by ${moved} at ${width} px`);
    const images = await shown.page.evaluate(() => [...document.querySelectorAll('article picture img')].map((image) => ({ src: image.currentSrc, width: image.naturalWidth, alt: image.alt })));
    assert.equal(images.length, 2);
    for (const image of images) assert.match(image.src, /\.webp$/);
    assert.ok(images.every((image) => image.width > 0 && image.alt));
    assert.equal(await overflow(shown.page), 0);
    await look(shown.page, shown.faults, `an article with pictures at ${width} px`, `bai-co-anh-${width}`, { dark: true });
    await shown.page.goto(site.publicOrigin + '/');
    await shown.page.waitForFunction(() => document.querySelector('.feature img')?.naturalWidth > 0, undefined, { timeout: 10_000 });
    await look(shown.page, shown.faults, `the home page with a leading picture at ${width} px`, `trang-chu-co-anh-${width}`);
    await shown.close();
  }
});

test('without JavaScript the same form sends the picture, and what was typed stays', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài có ảnh, không JavaScript' }));
  const { page, faults, close } = await openPage(browser, site, { javaScriptEnabled: false });
  await logIn(page, site, 'nguyen.hoang.yen');
  await page.goto(`${site.officeOrigin}${url}/sua`);
  await page.fill('#summary', 'Tóm tắt gõ trước khi gửi ảnh.');
  await page.setInputFiles('#anh', photo);
  await page.getByRole('button', { name: 'Tải ảnh lên' }).click();
  await page.waitForURL('**/sua?nhap=*');
  assert.equal(await page.inputValue('#summary'), 'Tóm tắt gõ trước khi gửi ảnh.');
  const [file] = await settled(site, people.author, url);
  await page.reload();
  await page.selectOption('#lead', String(file.id));
  await page.fill('#lead_alt', 'Hội trường kín người');
  await page.getByRole('button', { name: 'Lưu phiên bản' }).last().click();
  await page.waitForURL(`**${url}?xong=luu`);
  assert.equal(await page.locator('main figure img').getAttribute('alt'), 'Hội trường kín người');
  await look(page, faults, 'an item with a leading picture, without JavaScript', 'trang-bai-co-anh-khong-js', { accessibility: false });
  await close();
});
