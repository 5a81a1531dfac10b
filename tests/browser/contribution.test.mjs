// The public form and the secretary's counter in Chromium, as people use them (D7.3, D9.1a): with JavaScript files go in pieces with progress and go on after the
// line was broken; without it the same form does everything. On a phone and at a desk, 0 axe violations.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { atBothWidths, launch, logIn, look, openPage } from '../support/browser.mjs';
import { answerTo, kForm, sender, thingOf } from '../support/contribution.mjs';
import { wholeDocx } from '../support/documents.mjs';
import { pdf, png } from '../support/files.mjs';
import { sleep, startInstance } from '../support/instance.mjs';

let site;
let browser;
let dir;
before(async () => {
  site = await startInstance();
  browser = await launch();
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gui-tin-bai-'));
});
after(async () => {
  await browser?.close();
  await site?.stop();
  if (dir) fs.rmSync(dir, { recursive: true });
});

function file(name, bytes) {
  const full = path.join(dir, name);
  fs.writeFileSync(full, bytes);
  return full;
}

async function answer(page) {
  await page.fill('#tra_loi', answerTo((await page.locator('label[for="tra_loi"]').innerText()).trim()));
  await sleep(3200);
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

for (const js of [true, false])
  test(`a reader sends an article with Word and a photo, and looks it up (${js ? 'with' : 'without'} JavaScript)`, async () => {
    const named = (step) => `gui-tin-bai-${step}-${js ? 'js' : 'khong-js'}`;
    const { page, faults, close } = await openPage(browser, site, { width: 360, height: 740, javaScriptEnabled: js });
    await page.goto(`${site.publicOrigin}${kForm}`);
    await atBothWidths(page, named('1-mo'));
    await press(page, 'Gửi tin, bài');
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Viết họ và tên/);
    await atBothWidths(page, named('2-con-thieu'));
    for (const field of ['name', 'email', 'phone', 'organisation', 'position']) await page.fill(`#${field}`, sender[field]);
    await page.fill('#title', `Bản Hon hòa giải thành (${js ? 'một' : 'hai'})`);
    await page.fill('#text', 'Sáng nay tổ hòa giải bản Hon họp.');
    await page.fill('#event_at', '29/11/2026 09:00');
    await page.setInputFiles('#tep', [file('Bài viết.docx', wholeDocx()), file('ảnh.png', png(320, 200))]);
    if (!js) await press(page, 'Gửi tệp trước, viết tiếp sau');
    await page.locator('.uploads li', { hasText: 'ảnh.png' }).getByRole('button', { name: /Bỏ tệp/ }).waitFor();
    assert.equal(await page.locator('.uploads li').count(), 2);
    assert.equal(await page.inputValue('#name'), sender.name);
    await atBothWidths(page, named('3-tep'));
    await page.check('#declared');
    await answer(page);
    await press(page, 'Gửi tin, bài');
    await page.getByRole('heading', { name: 'Đã nhận tin, bài' }).waitFor();
    await atBothWidths(page, named('4-giay-tiep-nhan'));
    if (js) await look(page, faults, 'the receipt', named('giay'), { dark: true });
    const [code, secret] = await page.locator('.code-box').allInnerTexts();
    const id = await thingOf(site, { code });
    assert.equal(site.sql(`SELECT files FROM core_intake WHERE id = ${id}`)[0][0], '2');
    await page.getByRole('link', { name: 'Tra cứu', exact: true }).click();
    assert.equal(await page.inputValue('#ma'), code);
    await page.fill('#bi_mat', 'AAAA-AAAA');
    await press(page, 'Tra cứu');
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Không tìm thấy/);
    await atBothWidths(page, named('5-sai-ma'));
    await page.fill('#bi_mat', secret);
    await press(page, 'Tra cứu');
    assert.match(await page.locator('main section').innerText(), /Đã vào sổ, chờ phân loại/);
    await atBothWidths(page, named('6-tra-cuu'));
    if (js) await look(page, faults, 'what became of it', named('tra-cuu'), { dark: true });
    assert.deepEqual(faults, []);
    await close();
  });

test('a file goes on after the line was broken, and the form waits for it', async () => {
  const { page, context, faults, close } = await openPage(browser, site, { width: 360, height: 740 });
  await page.goto(`${site.publicOrigin}${kForm}`);
  await page.fill('#title', 'Đường truyền yếu');
  // The line breaks after the second piece; the address is the form's own, so nothing else is touched.
  let pieces = 0;
  let broken = true;
  await page.route('**/gui-tin-bai/tep.json', (route) => {
    if (broken && ++pieces > 2) return route.abort('connectionreset');
    return route.continue();
  });
  await page.setInputFiles('#tep', file('Kế hoạch.pdf', Buffer.concat([pdf(), Buffer.alloc(1_800_000, '\n')])));
  await page.getByText('mất kết nối ở').waitFor();
  await atBothWidths(page, 'gui-tin-bai-7-mat-ket-noi');
  await press(page, 'Gửi tin, bài');
  assert.match(await page.locator('[data-upload-live]').innerText(), /Còn 1 tệp đang gửi/);
  assert.equal(new URL(page.url()).pathname, kForm);
  assert.equal(await page.inputValue('#title'), 'Đường truyền yếu');
  broken = false;
  await page.locator('.uploads li', { hasText: 'Kế hoạch.pdf' }).getByRole('button', { name: /Bỏ tệp/ }).waitFor({ timeout: 30_000 });
  // A program under a picture's name is refused with the reason, and the rest stays.
  await page.setInputFiles('#tep', file('ảnh.jpg', Buffer.from('MZ chuong trinh')));
  await page.getByText('không phải Word, Writer, PDF hoặc ảnh').first().waitFor();
  await atBothWidths(page, 'gui-tin-bai-8-tep-khong-nhan');
  assert.deepEqual(faults.filter((fault) => !/ERR_CONNECTION_RESET/.test(fault)), []);
  await context.close();
  await close();
});

for (const js of [true, false])
  test(`the counter: entered, said what is missing, the slip printed (${js ? 'with' : 'without'} JavaScript)`, async () => {
    const named = (step) => `quay-${step}-${js ? 'js' : 'khong-js'}`;
    const { page, faults, close } = await openPage(browser, site, { javaScriptEnabled: js });
    await logIn(page, site, 'tran.minh.chau');
    await page.goto(`${site.officeOrigin}/quan-tri/tiep-nhan/`);
    await page.getByRole('link', { name: 'Ghi vào sổ' }).click();
    await page.locator('main form button.btn').click();
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Chọn cách nộp/);
    await atBothWidths(page, named('1-con-thieu'));
    await page.selectOption('#medium', 'usb');
    await page.fill('#sender_name', 'Quàng Thị Thử');
    await page.fill('#title', `Lớp tập huấn ở Tân Lập (${js ? 'một' : 'hai'})`);
    await page.setInputFiles('#tep', [file('lớp học.png', png(200, 150)), file('bài.docx', wholeDocx())]);
    await page.locator('main form button.btn').click();
    await page.waitForURL(/xong=vao-so/);
    assert.match(await page.locator('body').innerText(), /Còn thiếu: địa chỉ thư điện tử/);
    await atBothWidths(page, named('2-da-ghi'));
    await page.getByRole('link', { name: 'In giấy tiếp nhận' }).click();
    await atBothWidths(page, named('3-giay'));
    if (js) await look(page, faults, 'the slip', named('giay'), { dark: true });
    // On paper: the slip alone.
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.menu:visible').count(), 0);
    assert.equal(await page.locator('.slip').isVisible(), true);
    if (process.env.PORTAL_SHOTS) await page.screenshot({ path: path.join(process.env.PORTAL_SHOTS, `${named('4-ban-in')}.png`), fullPage: true });
    assert.deepEqual(faults, []);
    await close();
  });
