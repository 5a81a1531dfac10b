// The editor's safety net, in Chromium: what is typed is in the table within five seconds and offered after the browser was killed; who else is editing is
// seen within ten; while the line is down the text stays on the machine; and two people's versions are merged at 360 and 1280 px, also by keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, logIn, look, openPage, shot } from '../support/browser.mjs';
import { crash, lastNumber, openDrafts, typeNumbers, waits, watchSendings } from '../support/drafts.mjs';
import { sleep, startInstance } from '../support/instance.mjs';
import { articleFields, cast, documentOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
let browser;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const write = (title, more = {}) => writeArticle(people.author, articleFields(site, { title, ...more }));
const isEdit = (form) => form.action.endsWith('/sua');

async function writeForTwo(title, more = {}) {
  const url = await write(title, more);
  site.sql(`UPDATE core_item SET state = 'verifying', submitted_at = UTC_TIMESTAMP(6), supplied_at = UTC_TIMESTAMP(6) WHERE id = ${idOf(url)}`);
  return url;
}

async function opened(username, address, options = {}, from = browser) {
  const opening = await openPage(from, site, options);
  await logIn(opening.page, site, username);
  await opening.page.goto(`${site.officeOrigin}${address}`);
  return opening;
}

const states = (page) => page.locator('[data-save-state]').innerText();
const saysSaved = (page) => page.waitForFunction(() => /^Đã lưu nháp lúc \d\d:\d\d:\d\d$/.test(document.querySelector('[data-save-state]').textContent), undefined, { timeout: 7000 });

test('what is typed, the whole form, is in the table within five seconds of the last change, and a pause is not needed', async () => {
  const { page, faults, close } = await opened('nguyen.hoang.yen', '/quan-tri/tin-bai/moi');
  await page.fill('#title', 'Bài gõ trong trình duyệt');
  await page.fill('#source', 'Phòng Hành chính tư pháp');
  await page.locator('.ProseMirror').click();
  await page.keyboard.type('Đoạn văn gõ trong trình soạn thảo.');
  const found = () => site.sql("SELECT fields FROM core_draft WHERE subject = 'new:news' AND closed_at IS NULL AND title = 'Bài gõ trong trình duyệt'")[0]?.[0] ?? '';
  await site.until('the draft is in the table', () => found().includes('Đoạn văn gõ trong trình soạn thảo.') && found().includes('Phòng Hành chính tư pháp'), 15_000);
  await saysSaved(page);
  await shot(page, 'nhap-da-luu-1280');
  // Somebody who types without a pause loses no more: the page sends no text later than five seconds after it was typed, as long as the server has
  // answered what was sent before (a busy machine's table may take its time, and a test does not measure that).
  const sendings = watchSendings(page);
  await page.click('#summary');
  const typing = typeNumbers(page);
  await sleep(12_000);
  await typing.stop();
  const waited = waits(sendings, typing.typed);
  assert.ok(waited.length >= 3, `${waited.length} sendings in twelve seconds`);
  assert.deepEqual(waited.filter((ms) => ms > 5000), []);
  await site.until('all that was typed is in the table', () => lastNumber(openDrafts(site, "title = 'Bài gõ trong trình duyệt'")[0].summary) === typing.typed.length - 1, 15_000);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('portal.nhap:') && JSON.parse(localStorage[key]).now === undefined).length), 0);
  await saysSaved(page);
  await site.until('nothing stays on the machine once the server has it', () => page.evaluate(() => Object.keys(localStorage).every((key) => !key.startsWith('portal.nhap:'))));
  await page.selectOption('#section', { label: '– Hoạt động của Sở' });
  await page.getByRole('button', { name: 'Lưu phiên bản' }).click();
  await page.waitForURL(/\?xong=luu/);
  assert.deepEqual(openDrafts(site, "subject = 'new:news'"), [], 'saved: the draft is swept');
  assert.deepEqual(faults, []);
  await close();
});

test('after the browser was killed the form offers the draft, shows how it differs, and goes on with it', async () => {
  const url = await write('Bài sửa khi trình duyệt bị tắt', { body: documentOf(['Đoạn đầu giữ nguyên.', 'Đoạn hai sẽ sửa.']) });
  const doomed = await launch();
  const { page } = await opened('nguyen.hoang.yen', `${url}/sua`, {}, doomed);
  await page.fill('#title', 'Bài sửa khi trình duyệt bị tắt, đã đổi');
  await page.locator('.ProseMirror').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Thêm câu này.');
  await saysSaved(page);
  await crash(doomed);

  for (const width of [1280, 360]) {
    const again = await opened('nguyen.hoang.yen', `${url}/sua`, { width });
    assert.match(await again.page.locator('[data-offer]').innerText(), /Có bản nháp chưa lưu từ \d\d:\d\d, \d\d\/\d\d\/\d{4}/);
    assert.equal(await again.page.inputValue('#title'), 'Bài sửa khi trình duyệt bị tắt');
    await look(again.page, again.faults, 'the offer of a draft', `nhap-duoc-moi-${width}`);
    await again.page.getByRole('link', { name: 'Xem khác gì' }).click();
    await again.page.waitForURL(/\/nhap\//);
    assert.match(await again.page.locator('.diff-rows').innerText(), /đã đổi/);
    assert.match(await again.page.locator('.diff-rows').innerText(), /Thêm câu này/);
    await look(again.page, again.faults, 'the difference of a draft', `nhap-khac-gi-${width}`);
    await again.close();
  }
  const { page: last, faults, close } = await opened('nguyen.hoang.yen', `${url}/sua`);
  await last.getByRole('link', { name: 'Dùng bản nháp' }).click();
  await last.waitForURL(/\?nhap=/);
  assert.equal(await last.inputValue('#title'), 'Bài sửa khi trình duyệt bị tắt, đã đổi');
  assert.match(await last.locator('.ProseMirror').innerText(), /Thêm câu này/);
  await last.getByRole('button', { name: 'Lưu phiên bản' }).click();
  await last.waitForURL(/\?xong=luu/);
  assert.deepEqual(openDrafts(site, `subject = 'item:${idOf(url)}'`), []);
  assert.deepEqual(faults, []);
  await close();
});

test('who else is editing is seen within ten seconds, in the form and on the item’s page, and gone within fifteen', async () => {
  const url = await writeForTwo('Bài hai người cùng mở');
  const one = await opened('phan.van.dung', `${url}/sua`);
  const two = await opened('le.thi.thu.hang', url);
  const seen = (page, words) => page.waitForFunction((text) => document.querySelector('[data-presence]:not([hidden])')?.textContent.includes(text) ?? false, words, { timeout: 10_000 });
  const gone = (page) => page.waitForFunction(() => document.querySelector('[data-presence]').hidden, undefined, { timeout: 15_000 });
  await seen(two.page, 'Phan Văn Dũng đang sửa bài này từ');
  await look(two.page, two.faults, 'somebody is editing', 'co-nguoi-sua-1280');
  await two.page.goto(`${site.officeOrigin}${url}/sua`);
  await seen(one.page, 'Lê Thị Thu Hằng đang sửa bài này từ');
  await seen(two.page, 'Phan Văn Dũng đang sửa bài này từ');
  // A version saved meanwhile is told too.
  await two.page.fill('#title', 'Bài hai người cùng mở, bản của Hằng');
  await two.page.getByRole('button', { name: 'Lưu phiên bản' }).click();
  await two.page.waitForURL(/\?xong=luu/);
  await one.page.waitForFunction(() => /Lê Thị Thu Hằng đã lưu bản 2 lúc/.test(document.querySelector('[data-newer]:not([hidden])')?.textContent ?? ''), undefined, { timeout: 10_000 });
  await look(one.page, one.faults, 'a newer version', 'co-ban-moi-1280');
  await gone(one.page);
  await one.close();
  await gone(two.page);
  assert.deepEqual(two.faults, []);
  await two.close();
});

test('while the line is down the text stays on this machine, is sent when it is back, and offered in another window until then', async () => {
  const url = await write('Bài gõ khi mất mạng');
  const { page, context, faults, close } = await opened('nguyen.hoang.yen', `${url}/sua`);
  await context.setOffline(true);
  await page.fill('#summary', 'Gõ khi mất mạng.');
  await page.waitForFunction(() => document.querySelector('[data-save-state]').textContent === 'Mất kết nối: bản nháp đang giữ trên máy này', undefined, { timeout: 10_000 });
  await shot(page, 'mat-ket-noi-1280');
  const copies = () => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('portal.nhap:')).map(([key, value]) => [key, value]));
  const kept = await copies();
  assert.equal(kept.length, 1);
  assert.match(kept[0][0], new RegExp(`^portal\\.nhap:\\d+:item:${idOf(url)}$`), 'by person and item');
  assert.match(kept[0][1], /Gõ khi mất mạng/);
  assert.deepEqual(openDrafts(site, `subject = 'item:${idOf(url)}'`), []);
  await context.setOffline(false);
  await saysSaved(page);
  assert.equal(openDrafts(site, `subject = 'item:${idOf(url)}'`)[0].summary, 'Gõ khi mất mạng.');
  await site.until('the copy is gone', async () => (await copies()).length === 0);

  // The window is closed before the line comes back: the copy is offered when the form is opened again.
  await context.setOffline(true);
  await page.fill('#summary', 'Gõ rồi đóng cửa sổ.');
  await sleep(1000);
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${site.officeOrigin}${url}/sua`);
  await again.getByRole('button', { name: 'Lấy lại phần đã gõ' }).click();
  assert.equal(await again.inputValue('#summary'), 'Gõ rồi đóng cửa sổ.');
  await saysSaved(again);
  assert.equal(openDrafts(site, `subject = 'item:${idOf(url)}'`)[0].summary, 'Gõ rồi đóng cửa sổ.');
  // Logging out leaves nothing behind, and asks first when something was not sent.
  await context.setOffline(true);
  await again.fill('#summary', 'Chưa gửi được.');
  await site.until('the copy is kept', () => again.evaluate(() => Object.values(localStorage).some((value) => value.includes('Chưa gửi được.'))));
  await again.locator('.user summary').click();
  await again.getByRole('button', { name: 'Đăng xuất' }).click();
  assert.match(await again.locator('dialog').innerText(), /Máy này còn giữ phần gõ mà hệ thống chưa nhận được/);
  await again.getByRole('button', { name: 'Thôi, quay lại' }).click();
  await context.setOffline(false);
  await site.until('it is sent', () => openDrafts(site, `subject = 'item:${idOf(url)}'`)[0].summary === 'Chưa gửi được.', 10_000);
  await site.until('the copy is gone', () => again.evaluate(() => !Object.keys(localStorage).some((key) => key.startsWith('portal.nhap:'))));
  if (!(await again.getByRole('button', { name: 'Đăng xuất' }).isVisible())) await again.locator('.user summary').click();
  await again.getByRole('button', { name: 'Đăng xuất' }).click();
  await again.waitForURL(/dang-nhap/);
  assert.equal(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('portal.nhap:')).length), 0);
  assert.deepEqual(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault)), []);
  await close();
});

test('a session that ended during typing: said beside the button, the text stays', async () => {
  const url = await write('Bài gõ khi hết phiên');
  const { page, close } = await opened('nguyen.hoang.yen', `${url}/sua`);
  site.sql("DELETE s FROM core_session s JOIN core_account a ON a.id = s.account_id WHERE a.username = 'nguyen.hoang.yen'");
  people.author = await site.login('nguyen.hoang.yen');
  await page.fill('#summary', 'Gõ sau khi phiên đã hết.');
  await page.waitForFunction(() => /^Phiên làm việc đã hết: bản nháp đang giữ trên máy này/.test(document.querySelector('[data-save-state]').textContent), undefined, { timeout: 10_000 });
  await page.getByRole('button', { name: 'Lưu phiên bản' }).click();
  await page.getByRole('button', { name: 'Đăng nhập lại, giữ nội dung đã viết' }).click();
  const { username, password } = people.author.account;
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('main button');
  await page.waitForLoadState();
  assert.match(await page.content(), /Gõ sau khi phiên đã hết\./);
  await close();
});

for (const width of [1280, 360]) {
  test(`two versions are merged at ${width} px`, async () => {
    const url = await writeForTwo(`Trợ giúp pháp lý lưu động ${width}`, {
      summary: 'Từ ngày 30/11/2026, trợ giúp viên tư vấn miễn phí.',
      body: documentOf(['Từ ngày 30/11/2026, trợ giúp viên pháp lý sẽ tư vấn miễn phí tại nhà văn hóa của 14 xã vùng cao.', 'Đợt trợ giúp do Trung tâm Trợ giúp pháp lý nhà nước chủ trì.']),
    });
    const { page, faults, close } = await opened('phan.van.dung', `${url}/sua`, { width });
    await page.fill('#title', 'Minh Giang đưa trợ giúp pháp lý đến 14 xã vùng cao');
    await page.fill('#source', 'Trung tâm Trợ giúp pháp lý nhà nước');
    await page.locator('.ProseMirror').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Mỗi điểm có hai trợ giúp viên.');
    const theirs = await people.boardHead.submit(await people.boardHead.get(`${url}/sua`), isEdit, {
      title: 'Sở Tư pháp đưa trợ giúp pháp lý về 14 xã',
      summary: 'Từ ngày 01/12/2026, trợ giúp viên tư vấn miễn phí về đất đai.',
      body: documentOf(['Từ ngày 01/12/2026, trợ giúp viên pháp lý sẽ tư vấn miễn phí tại nhà văn hóa của 14 xã vùng cao.', 'Đợt trợ giúp do Trung tâm Trợ giúp pháp lý nhà nước chủ trì, phối hợp với Hội Nông dân.']),
    });
    assert.equal(theirs.status, 303);
    await page.getByRole('button', { name: 'Lưu phiên bản' }).click();
    await page.getByRole('heading', { name: 'Gộp hai bản sửa' }).waitFor();
    assert.match(await page.locator('main').innerText(), /Lê Thị Thu Hằng đã lưu bản 2 lúc/);
    await look(page, faults, 'the merge page', `gop-${width}`);
    await saysSaved(page);
    // Nothing chosen: the page says what is missing and brings the keyboard there.
    await page.getByRole('button', { name: 'Lưu bản gộp' }).click();
    await page.locator('.govuk-error-summary').waitFor();
    await look(page, faults, 'the merge page with what is missing', `gop-thieu-${width}`);
    await page.locator('.govuk-error-summary a').first().focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'pick_title');
    // By keyboard: the radios with the arrows, the text of the own, the editor.
    await page.keyboard.press('ArrowDown');
    assert.ok(await page.locator('#pick_title-mine').isChecked());
    await page.locator('#own_title').focus();
    await page.keyboard.press('End');
    await page.keyboard.type(', từ ngày 01/12/2026');
    assert.ok(await page.locator('#pick_title-own').isChecked(), 'writing a text of the own chooses it');
    await page.locator('.ProseMirror').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Hết.');
    assert.ok(await page.locator('#pick_body-own').isChecked());
    await page.getByRole('button', { name: 'Lưu bản gộp' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?xong=luu/);
    const row = site.sql(`SELECT title, summary, source, body_json FROM news_article_version WHERE item_id = ${idOf(url)} AND version = 3`)[0];
    assert.equal(row[0], 'Minh Giang đưa trợ giúp pháp lý đến 14 xã vùng cao, từ ngày 01/12/2026');
    assert.equal(row[1], 'Từ ngày 01/12/2026, trợ giúp viên tư vấn miễn phí về đất đai.');
    assert.equal(row[2], 'Trung tâm Trợ giúp pháp lý nhà nước');
    for (const words of [/Từ ngày 01\/12\/2026/, /phối hợp với Hội Nông dân/, /Mỗi điểm có hai trợ giúp viên/, / Hết\./]) assert.match(row[3], words);
    await page.getByRole('link', { name: 'So sánh hai bản' }).click();
    await page.waitForURL(/\/so-sanh/);
    await look(page, faults, 'the comparison', `so-sanh-${width}`);
    await page.getByLabel('Cách xem').selectOption('mot-cot');
    await page.getByRole('button', { name: 'So sánh', exact: true }).click();
    await page.waitForURL(/kieu=mot-cot/);
    await look(page, faults, 'the comparison in one column', `so-sanh-mot-cot-${width}`);
    await close();
  });
}

test('without JavaScript a save that came second is merged too', async () => {
  const url = await writeForTwo('Bài gộp không có JavaScript', { summary: 'Tóm tắt gốc.' });
  const { page, faults, close } = await opened('phan.van.dung', `${url}/sua`, { javaScriptEnabled: false });
  const theirs = await people.boardHead.submit(await people.boardHead.get(`${url}/sua`), isEdit, { title: 'Tiêu đề của Hằng' });
  assert.equal(theirs.status, 303);
  await page.fill('#title', 'Tiêu đề của Dũng');
  await page.fill('#summary', 'Tóm tắt của Dũng.');
  await page.getByRole('button', { name: 'Lưu phiên bản' }).click();
  await page.getByRole('heading', { name: 'Gộp hai bản sửa' }).waitFor();
  await page.getByLabel('Giữ bản của tôi').check();
  await page.getByRole('button', { name: 'Lưu bản gộp' }).click();
  await page.waitForURL(/\?xong=luu/);
  assert.deepEqual(site.sql(`SELECT title, summary FROM news_article_version WHERE item_id = ${idOf(url)} AND version = 3`)[0], ['Tiêu đề của Dũng', 'Tóm tắt của Dũng.']);
  assert.deepEqual(faults, []);
  await close();
});
