// A question's way in Chromium, as people do it (D11.1–D11.5): the secretary registers it and sends it to a unit, the unit's head finds it in the inbox and gives
// the result, the secretary records what the reader was told. With JavaScript and without; pictures of each step on a phone and at a desk.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { atBothWidths, launch, logIn, look, openPage } from '../support/browser.mjs';
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

for (const js of [true, false])
  test(`register, forward, the unit answers, the reader is answered (${js ? 'with' : 'without'} JavaScript)`, async () => {
    const named = (step) => `hoi-dap-${step}-${js ? 'js' : 'khong-js'}`;
    const secretary = await openPage(browser, site, { javaScriptEnabled: js });
    const unit = await openPage(browser, site, { javaScriptEnabled: js });
    await logIn(secretary.page, site, 'tran.minh.chau');
    await logIn(unit.page, site, 'ngo.thi.bich.thuy');
    const title = `Đổi tên trong giấy khai sinh cho con (${js ? 'một' : 'hai'})`;

    const { page } = secretary;
    await page.goto(`${site.officeOrigin}/quan-tri/hoi-dap/`);
    await page.getByRole('link', { name: 'Ghi vào sổ' }).click();
    await page.locator('main button.btn').click();
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Chọn loại/);
    await atBothWidths(page, named('1-chua-du'));
    await page.selectOption('#kind', 'question');
    await page.selectOption('#channel', 'phone');
    await page.fill('#title', title);
    await page.fill('#text', 'Con tôi 5 tuổi, muốn đổi chữ đệm trong giấy khai sinh thì làm thế nào?');
    await page.fill('#asker_name', 'Phùng Thị Thử');
    await page.fill('#asker_phone', '0299 3 555 988');
    await atBothWidths(page, named('2-ghi-so'));
    await page.locator('main button.btn').click();
    await page.waitForURL(/xong=vao-so/);
    assert.match(await page.locator('main .chip').nth(1).innerText(), /Còn 15 ngày làm việc/);
    await atBothWidths(page, named('3-da-ghi'));

    await page.getByRole('link', { name: 'Chuyển đơn vị xử lý' }).click();
    await page.selectOption('#unit', { label: 'Phòng Hành chính tư pháp' });
    await page.fill('#limit_days', '7');
    await page.fill('#note', 'Nêu điều kiện và nơi nộp.');
    await atBothWidths(page, named('4-chuyen'));
    await page.locator('main button.btn').click();
    await page.waitForURL(/xong=chuyen/);
    const url = new URL(page.url()).pathname;

    await unit.page.goto(`${site.officeOrigin}/quan-tri/`);
    await atBothWidths(unit.page, named('5-hop-viec-don-vi'));
    await unit.page.locator('section.card').getByRole('link', { name: title }).click();
    assert.equal(new URL(unit.page.url()).pathname, url);
    await unit.page.getByRole('link', { name: 'Gửi kết quả cho Ban Biên tập' }).click();
    await unit.page.fill('#text', 'Người đại diện nộp tờ khai tại Ủy ban nhân dân xã nơi đã đăng ký khai sinh.');
    await unit.page.locator('main button.btn').click();
    await unit.page.waitForURL(/xong=ket-qua/);
    await atBothWidths(unit.page, named('6-don-vi-da-gui'));

    await page.goto(`${site.officeOrigin}/quan-tri/hoi-dap/?cho-toi=1`);
    await atBothWidths(page, named('7-danh-sach'));
    await page.getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('link', { name: 'Ghi trả lời bạn đọc' }).click();
    await page.selectOption('#how', 'phone');
    await page.fill('#text', 'Bà nộp tờ khai cải chính tại Ủy ban nhân dân xã nơi đã đăng ký khai sinh.');
    await atBothWidths(page, named('8-tra-loi'));
    await page.locator('main button.btn').click();
    await page.waitForURL(/xong=tra-loi/);
    await atBothWidths(page, named('9-da-tra-loi'));
    assert.match(await page.locator('main').innerText(), /Đã trả lời bạn đọc/);
    assert.match(await page.locator('#thoi-han').locator('..').innerText(), /Xong đúng hạn/);
    if (js) await look(page, secretary.faults, url, named('trang'), { dark: true });
    assert.deepEqual([...secretary.faults, ...unit.faults], []);
    await secretary.close();
    await unit.close();
  });
