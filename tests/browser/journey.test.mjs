// The whole journey in Chromium, as people do it: a contributor writes in the rich editor, the unit head approves, the secretary receives, an editor
// edits, the verifier and the board's head check, the secretary posts, a citizen reads on a phone; then it is withdrawn and gone. Approvals
// and the public half once more without JavaScript.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { atBothWidths, launch, logIn, openPage } from '../support/browser.mjs';
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

// The people of one journey: each has a browser, logged in once and kept open, as at a desk.
function people() {
  const desks = new Map();
  return async (username, options, work) => {
    const key = `${username} ${JSON.stringify(options)}`;
    if (!desks.has(key)) {
      desks.set(key, await openPage(browser, site, options));
      await logIn(desks.get(key).page, site, username);
    }
    const { page, faults } = desks.get(key);
    await work(page);
    assert.deepEqual(faults, [], username);
  };
}

// Opens an item's act by its button's words; fills its form when it has one; sends. What the person has before them and what they are told is kept in
// pictures at both widths.
async function press(page, url, words, fill, name) {
  await page.goto(`${site.officeOrigin}${url}`);
  const button = page.locator('.card--act').getByRole('button', { name: words }).or(page.locator('.card--act').getByRole('link', { name: words }));
  await button.first().click();
  if (fill) {
    await page.waitForURL(/\/viec\//);
    await fill(page);
    await atBothWidths(page, `${name}-phieu`);
    await page.locator('form.card button.btn').first().click();
  }
  await page.waitForURL(/\?xong=/);
  assert.match(await page.locator('.notice--ok').first().innerText(), /^Đã .*Về Hộp việc$/, 'what was done, and the way to what is next');
  await atBothWidths(page, `${name}-xong`);
}

const tickAll = async (page) => {
  for (const box of await page.locator('input[name="checks[]"]').all()) await box.check();
};

async function journey({ title, js, as }) {
  const options = { javaScriptEnabled: js };
  const named = (step) => `${step}-${js ? 'js' : 'khong-js'}`;
  let url;
  // Writing needs the rich editor, so JavaScript; everything after it does not.
  await as('nguyen.hoang.yen', { javaScriptEnabled: true }, async (page) => {
    await page.goto(`${site.officeOrigin}/quan-tri/`);
    await page.getByRole('link', { name: 'Viết bài mới' }).click();
    await page.fill('#title', title);
    await page.selectOption('#section', { label: '– Hoạt động của Sở' });
    await page.fill('#summary', 'Từ ngày 01/12/2026, người dân được hướng dẫn tại chỗ.');
    await page.fill('#event_at', '25/11/2026 08:00');
    await page.fill('#source', 'Phòng Phổ biến, giáo dục pháp luật');
    const editor = page.locator('.ProseMirror');
    await editor.click();
    await page.keyboard.type('Sáng nay, Sở Tư pháp tổ chức hướng dẫn thủ tục hộ tịch cho bà con.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Mỗi điểm có hai công chức trực.');
    await atBothWidths(page, named('1-soan-bai'));
    await page.getByRole('button', { name: 'Lưu phiên bản' }).click();
    await page.waitForURL(/\?xong=luu/);
    url = new URL(page.url()).pathname;
  });
  await as('nguyen.hoang.yen', options, (page) => press(page, url, 'Trình lãnh đạo đơn vị', undefined, named('2-trinh')));
  await as('dinh.cong.tu', options, (page) => press(page, url, 'Duyệt, gửi Ban Biên tập', undefined, named('3-duyet')));
  await as('tran.minh.chau', options, (page) =>
    press(page, url, 'Tiếp nhận, phân loại và giao', async (form) => {
      await form.fill('#origin', 'Phòng Phổ biến, giáo dục pháp luật');
      await form.fill('#purpose', 'Thông tin cho người dân');
      await form.selectOption('#assignee', { label: (await form.locator('#assignee option', { hasText: 'Bùi Đức Thịnh' }).innerText()).trim() });
    }, named('4-tiep-nhan')),
  );
  await as('bui.duc.thinh', options, async (page) => {
    await page.goto(`${site.officeOrigin}/quan-tri/`);
    await page.getByRole('link', { name: title }).click();
    assert.match(await page.locator('main').innerText(), /Bước 1: biên tập, đang ở đây/);
    await atBothWidths(page, named('5-bien-tap'));
    await press(page, url, 'Chuyển xác thực', undefined, named('5-bien-tap'));
  });
  await as('phan.van.dung', options, (page) => press(page, url, 'Xác thực', tickAll, named('6-xac-thuc')));
  // The checklist is ticked for this version, by name: the last check is a click.
  await as('le.thi.thu.hang', options, (page) => press(page, url, 'Đạt kiểm tra lần cuối', undefined, named('7-kiem-tra')));
  await as('tran.minh.chau', options, (page) => press(page, url, 'Đăng lên trang', undefined, named('8-dang')));
  return url;
}

async function citizenReads(title, js) {
  const { page, faults, close } = await openPage(browser, site, { width: 360, height: 740, javaScriptEnabled: js });
  try {
    await site.until('the home page shows it', async () => (await site.reader().get('/')).body.includes(title));
    await page.goto(`${site.publicOrigin}/`);
    await atBothWidths(page, `9-ban-doc-trang-chu-${js ? 'js' : 'khong-js'}`);
    await page.getByRole('link', { name: title }).click();
    assert.equal(await page.locator('h1').innerText(), title);
    assert.match(await page.locator('.reading').innerText(), /hướng dẫn thủ tục hộ tịch cho bà con/);
    await atBothWidths(page, `9-ban-doc-${js ? 'js' : 'khong-js'}`);
    assert.deepEqual(faults, []);
    return new URL(page.url()).pathname;
  } finally {
    await close();
  }
}

// Side by side: two articles are on their way at the same time, and each person serves both.
describe('the journey', { concurrency: true }, () => {
  test('D9.1a–D15.3 one article travels from a contributor to a citizen’s phone, and D12.3 is gone when withdrawn', async () => {
    const title = 'Sở Tư pháp hướng dẫn thủ tục hộ tịch lưu động tại bốn xã';
    const as = people();
    const url = await journey({ title, js: true, as });
    const address = await citizenReads(title, true);
    await as('le.thi.thu.hang', { javaScriptEnabled: true }, (page) =>
      press(page, url, 'Gỡ khỏi trang', async (form) => {
        await form.fill('#reason', 'Địa điểm thay đổi, cần kiểm tra lại trước khi thông báo.');
        await form.fill('#notice', 'Lịch hướng dẫn đang được điều chỉnh.');
      }, '10-go'),
    );
    await site.until('gone', async () => (await site.reader().get(address)).status === 410, 5000);
    const citizen = await openPage(browser, site, { width: 360, height: 740 });
    await citizen.page.goto(`${site.publicOrigin}${address}`);
    await atBothWidths(citizen.page, '11-ban-doc-da-go');
    await citizen.close();
    await as('le.thi.thu.hang', { javaScriptEnabled: true }, async (page) => {
      await site.until('confirmed', async () => {
        await page.goto(`${site.officeOrigin}${url}`);
        return (await page.locator('.notice--ok', { hasText: 'Đã gỡ trên tất cả máy chủ' }).count()) === 1;
      });
      await atBothWidths(page, '11-da-go');
    });
  });

  test('every approval and the public half work without JavaScript', async () => {
    const title = 'Sở Tư pháp mở lớp tập huấn hòa giải viên tại xã Tân Lập';
    await journey({ title, js: false, as: people() });
    await citizenReads(title, false);
  });
});
