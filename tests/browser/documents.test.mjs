// A person takes the text of a Word file into an article (D9.1a): chosen, followed, looked at beside the original at 360 and 1280 px and in the dark, taken over
// with its picture, saved. And the same by forms alone, without JavaScript.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { launch, logIn, look, openPage } from '../support/browser.mjs';
import { settledDocuments, wholeDocx } from '../support/documents.mjs';
import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, documentOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
let browser;
let file;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  browser = await launch();
  file = path.join(site.dir, 'Kế hoạch phổ biến pháp luật.docx');
  fs.writeFileSync(file, wholeDocx());
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

const isBeside = (page) =>
  page.evaluate(() => {
    const [original, result] = [...document.querySelectorAll('.beside > .card')].map((one) => one.getBoundingClientRect());
    return original.right <= result.left && Math.abs(original.top - result.top) < 2;
  });

test('D9_1a a Word file is chosen, followed, seen beside its original and taken into the article', async () => {
  for (const width of [1280, 360]) {
    const url = await writeArticle(people.author, articleFields(site, { title: `Bài lấy từ tệp Word ${width}`, body: documentOf(['Đoạn đã viết.']) }));
    const { page, faults, close } = await openPage(browser, site, { width });
    await logIn(page, site, 'nguyen.hoang.yen');
    await page.goto(`${site.officeOrigin}${url}/sua`);
    assert.equal(await page.getByRole('button', { name: 'Tải văn bản lên' }).isVisible(), false, 'chosen is sent');
    await page.fill('#summary', 'Tóm tắt gõ trước khi gửi tệp.');
    await page.setInputFiles('#tai_lieu', file);
    const link = page.getByRole('link', { name: /^Xem và lấy vào bài/ });
    await link.waitFor({ timeout: 120_000 });
    await look(page, faults, `the edit form with a document at ${width} px`, `sua-bai-co-van-ban-${width}`);
    await link.click();
    await page.waitForSelector('h2:has-text("Bản chuyển")');
    assert.equal(await isBeside(page), width === 1280, 'beside each other at a desk, one below the other on a phone');
    assert.match(await page.locator('main').innerText(), /Màu chữ, tô nền không giữ/);
    await look(page, faults, `a document beside its original at ${width} px`, `van-ban-${width}`, { dark: true });
    // Without a choice nothing happens to what stands there.
    await page.getByRole('button', { name: 'Lấy vào bài' }).click();
    await page.getByRole('link', { name: /Chọn thay nội dung đang có hay thêm vào cuối/ }).click();
    await look(page, faults, `the choice that was not made at ${width} px`, `van-ban-chua-chon-${width}`);
    await page.getByLabel('Thêm vào cuối').check();
    await page.getByRole('button', { name: 'Lấy vào bài' }).click();
    await page.waitForURL('**/sua?nhap=*');
    assert.equal(await page.inputValue('#summary'), 'Tóm tắt gõ trước khi gửi tệp.');
    const editor = page.locator('.ProseMirror');
    assert.match(await editor.innerText(), /^Đoạn đã viết\.[^]*Đoạn cuối của kế hoạch\./);
    assert.equal(await editor.locator('.rich-figure').count(), 1);
    await page.locator('[data-insert-picture]').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Lưu phiên bản' }).last().click();
    await page.waitForURL(`**${url}?xong=luu`);
    assert.match(await page.locator('main').innerText(), /Phát hai nghìn tờ gấp/);
    assert.deepEqual(faults, []);
    await close();
  }
});

test('D9_1a without JavaScript the same by forms, and what was typed stays', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài từ tệp Word, không JavaScript', body: JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] }) }));
  const { page, faults, close } = await openPage(browser, site, { width: 360, javaScriptEnabled: false });
  await logIn(page, site, 'nguyen.hoang.yen');
  await page.goto(`${site.officeOrigin}${url}/sua`);
  await page.getByRole('button', { name: 'Tải văn bản lên' }).click();
  assert.match(await page.locator('#tai_lieu-error').innerText(), /Chọn tệp trước/);
  await page.fill('#summary', 'Tóm tắt gõ trước khi gửi tệp.');
  await page.setInputFiles('#tai_lieu', file);
  await page.getByRole('button', { name: 'Tải văn bản lên' }).click();
  await page.waitForURL('**/sua?nhap=*');
  await settledDocuments(site, people.author, url);
  await page.reload();
  await page.getByRole('link', { name: /^Xem và lấy vào bài/ }).click();
  await page.waitForSelector('h2:has-text("Bản chuyển")');
  await look(page, faults, 'a document without JavaScript', 'van-ban-khong-js', { accessibility: false });
  await page.getByRole('button', { name: 'Lấy vào bài' }).click();
  await page.waitForURL('**/sua?nhap=*');
  assert.equal(await page.inputValue('#summary'), 'Tóm tắt gõ trước khi gửi tệp.');
  await page.getByRole('button', { name: 'Lưu phiên bản' }).last().click();
  await page.waitForURL(`**${url}?xong=luu`);
  assert.match(await page.locator('main').innerText(), /Nâng cao hiểu biết pháp luật của người dân/);
  assert.deepEqual(faults, []);
  await close();
});
