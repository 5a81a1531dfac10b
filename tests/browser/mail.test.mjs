// Mail as people see it: how one chooses to get notices, and what was not sent, read and sent again; at a phone's width and on a desk, with and without scripts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, logIn, look, openPage, overflow, shot } from '../support/browser.mjs';
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

const one = (statement) => site.sql(statement)[0]?.[0];

for (const [width, javaScriptEnabled] of [[360, false], [1280, true]]) {
  test(`one chooses how notices come by mail at ${width} px, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    const { page, faults, close } = await openPage(browser, site, { width, javaScriptEnabled });
    await logIn(page, site, 'nguyen.hoang.yen');
    await page.goto(`${site.officeOrigin}/quan-tri/ca-nhan`);
    const card = page.locator('section.card', { has: page.getByRole('heading', { name: 'Nhận thông báo qua thư điện tử' }) });
    await card.getByText('yen.nh@minhgiang.gov.vn').waitFor();
    const wanted = javaScriptEnabled ? 'Một thư tổng hợp mỗi ngày làm việc' : 'Không gửi thư';
    assert.equal(await card.getByLabel(wanted).isChecked(), false);
    await card.getByLabel(wanted).check();
    await shot(page, `thu-lua-chon-${width}`);
    await card.getByRole('button', { name: 'Lưu cách nhận thư' }).click();
    await page.getByText('Đã lưu cách nhận thông báo qua thư.').waitFor();
    assert.equal(await page.getByLabel(wanted).isChecked(), true);
    assert.equal(one("SELECT mode FROM core_mail_preference w JOIN core_person p ON p.id = w.person_id WHERE p.code = 'nguyen-hoang-yen'"), javaScriptEnabled ? 'digest' : 'none');
    assert.equal(await overflow(page), 0);
    assert.deepEqual(faults, []);
    await close();
  });

  test(`a mail that was not sent is read with its reason and sent again at ${width} px, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    site.sql("DELETE FROM core_mail WHERE message_id = 'trang-thu@minhgiang.gov.vn'");
    officePages(site); // puts a refused mail there
    const { page, faults, close } = await openPage(browser, site, { width, javaScriptEnabled });
    await logIn(page, site, 'tran.minh.chau');
    await page.goto(`${site.officeOrigin}/quan-tri/thu-di/`);
    await page.getByRole('navigation', { name: 'Tình trạng thư' }).getByRole('link', { name: 'Không gửi được 1' }).click();
    await page.getByText('địa chỉ người nhận không có hoặc không nhận thư').waitFor();
    assert.equal(await overflow(page), 0);
    await look(page, faults, 'mails that were not sent', `thu-khong-gui-duoc-${width}`, { accessibility: javaScriptEnabled });
    await page.getByRole('button', { name: /^Gửi lại ?: thư tới Đinh Công Tú$/ }).click();
    await page.getByText('Thư được đưa vào hàng gửi lại').waitFor();
    await page.getByText('Không có thư nào bị trả về hoặc hết thời gian gửi.').waitFor();
    // Its notice is none: the mailer finds nothing to say and says so.
    await site.until('looked at', () => one("SELECT state FROM core_mail WHERE message_id = 'trang-thu@minhgiang.gov.vn'") === 'cancelled');
    await page.goto(`${site.officeOrigin}/quan-tri/thu-di/?trang-thai=da-huy`);
    await page.getByText('Thông báo không còn.').first().waitFor();
    assert.equal(await overflow(page), 0);
    assert.deepEqual(faults, []);
    await close();
  });
}
