// The intake register as the secretary sees it (D7, D9.1b, D11.1): what came in by mail is found, read with its files, its sender written down, made an article;
// what is held is looked at and refused. On a phone without scripts, at a desk with them. And what the sender sees behind the link of the receipt.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, logIn, look, openPage } from '../support/browser.mjs';
import { wholeDocx } from '../support/documents.mjs';
import { png } from '../support/files.mjs';
import { startInstance } from '../support/instance.mjs';
import { localMails } from '../support/mail.mjs';
import { sendToBoard } from '../support/send_mail.mjs';

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
const photo = png(640, 480, { noise: true });

for (const [width, javaScriptEnabled] of [[360, false], [1280, true]]) {
  const how = `at ${width} px, ${javaScriptEnabled ? 'with' : 'without'} scripts`;
  const rules = { accessibility: javaScriptEnabled, dark: javaScriptEnabled };

  test(`D11.1 a mail with a Word file and a photograph is found in the register and made an article ${how}`, { timeout: 300_000 }, async () => {
    const subject = `Hội nghị tập huấn nghiệp vụ hòa giải ở cơ sở tại các xã vùng cao, đợt ${width}`;
    const sent = await sendToBoard(site, {
      from: 'yen.nh@minhgiang.gov.vn', name: 'Nguyễn Hoàng Yến', subject, text: `Kính gửi Ban Biên tập,\n\nPhòng gửi bài và ảnh của lớp tập huấn ${width}.\n\nTrân trọng.`,
      files: [{ name: 'Bài viết về lớp tập huấn nghiệp vụ hòa giải ở cơ sở, bản đã duyệt.docx', bytes: wholeDocx({ title: `Lớp tập huấn ${width}` }) }, { name: 'Quang cảnh lớp học.jpg', type: 'image/jpeg', bytes: photo }, { name: 'trống.txt', bytes: Buffer.alloc(0) }],
    });
    assert.equal(sent.verdict, 'accept', sent.reason);
    await site.until('the files are looked at', () => one(`SELECT COUNT(*) FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${sent.intake} AND f.state = 'ready'`) === '2', 120_000);
    const { page, faults, close } = await openPage(browser, site, { width, javaScriptEnabled });
    await logIn(page, site, 'tran.minh.chau');
    await page.goto(`${site.officeOrigin}/quan-tri/tiep-nhan/?q=${encodeURIComponent(`đợt ${width}`)}`);
    await look(page, faults, `the register ${how}`, `so-tiep-nhan-${width}`, rules);
    await page.getByRole('link', { name: subject }).click();
    await page.getByRole('heading', { name: 'Tệp gửi kèm' }).waitFor();
    await page.getByText(/trống, không có nội dung/).first().waitFor();
    await look(page, faults, `a mail in the register ${how}`, `thu-da-nhan-${width}`, rules);
    // U8: from the register to the article in the section's office.
    await page.getByRole('link', { name: 'Phân loại thành tin, bài' }).click();
    await page.getByLabel('Chuyên mục').selectOption({ label: one("SELECT title FROM core_section WHERE slug = 'hoat-dong-cua-so'") }).catch(async () => {
      const value = one("SELECT id FROM core_section WHERE slug = 'hoat-dong-cua-so'");
      await page.getByLabel('Chuyên mục').selectOption(value);
    });
    await page.getByLabel('Hình thức cung cấp').selectOption('collective');
    await page.getByRole('button', { name: 'Tạo tin, bài' }).click();
    await page.getByText('lãnh đạo đơn vị đã duyệt').first().waitFor();
    await look(page, faults, `what is missing to classify ${how}`, `phan-loai-thieu-${width}`, rules);
    await page.getByLabel('Lãnh đạo đơn vị đã duyệt bài này').check();
    await page.getByRole('button', { name: 'Tạo tin, bài' }).click();
    await page.waitForURL('**/quan-tri/tin-bai/*?xong=luu');
    await page.getByText(`lớp tập huấn ${width}`).first().waitFor();
    assert.equal(await page.getByRole('link', { name: sent.thing.code }).count(), 1, 'it names where it came from');
    await look(page, faults, `the article that was made ${how}`, `bai-tu-tiep-nhan-${width}`, rules);
    await page.getByRole('link', { name: sent.thing.code }).click();
    await page.getByText('Đã thành tin, bài').first().waitFor();
    assert.equal(await page.getByRole('link', { name: 'Phân loại thành tin, bài' }).count(), 0, 'once');
    assert.deepEqual(faults, []);
    await close();
  });

  test(`D9.1b what a stranger sent is looked at, completed by its sender behind the link, or refused ${how}`, { timeout: 180_000 }, async () => {
    const from = `nguoi.gui.${width}@vidu.com`;
    const sent = await sendToBoard(site, { from, name: 'Lò Văn Thử', subject: `Bài cộng tác ${width}`, text: 'Tôi gửi bài.\n\n<b>Không phải thẻ</b>', files: [{ name: 'ảnh.png', bytes: png(60, 40, { text: `${width}` }) }] });
    const { page, faults, close } = await openPage(browser, site, { width, javaScriptEnabled });
    await logIn(page, site, 'tran.minh.chau');
    await page.goto(`${site.officeOrigin}/quan-tri/tiep-nhan/${sent.intake}`);
    await page.getByText('Người gửi không có trong danh bạ').first().waitFor();
    await look(page, faults, `a held mail ${how}`, `thu-cho-kiem-tra-${width}`, rules);
    await page.getByRole('link', { name: 'Đưa vào tiếp nhận' }).click();
    await page.getByText('được đề nghị bổ sung: số điện thoại hoặc địa chỉ liên lạc').waitFor();
    await page.getByRole('button', { name: 'Đưa vào tiếp nhận' }).click();
    await page.getByText('Đã đưa vào tiếp nhận.').waitFor();
    await site.until('the receipt left', () => one(`SELECT state FROM core_mail WHERE intake_id = ${sent.intake} AND kind = 'receipt'`) === 'sent', 20_000);
    const receipt = localMails(site).find((mail) => mail.headers['x-rcptto'] === from);
    const token = receipt.plain.match(/\/bo-sung\/([0-9a-f]{32})/)[1];
    const sender = await openPage(browser, site, { width, javaScriptEnabled });
    await sender.page.goto(`${site.publicOrigin}/bo-sung/${token}`);
    await sender.page.getByRole('heading', { name: 'Bổ sung thông tin người gửi' }).waitFor();
    await look(sender.page, sender.faults, `the sender's form ${how}`, `bo-sung-${width}`, rules);
    await sender.page.getByRole('button', { name: /Gửi/ }).click();
    await sender.page.getByText('Viết số điện thoại hoặc địa chỉ liên lạc.').first().waitFor();
    await look(sender.page, sender.faults, `the sender's form with what is missing ${how}`, `bo-sung-thieu-${width}`, rules);
    await sender.page.getByLabel('Điện thoại').fill('0299 3 555 123');
    await sender.page.getByRole('button', { name: /Gửi/ }).click();
    await sender.page.waitForURL('**/bo-sung/da-nhan');
    await look(sender.page, sender.faults, `what the sender sent is there ${how}`, `bo-sung-xong-${width}`, rules);
    assert.deepEqual(sender.faults, []);
    await sender.close();
    await site.until('taken over', () => one(`SELECT state FROM core_intake WHERE id = ${sent.intake}`) === 'received', 30_000);
    await page.reload();
    await page.getByText('0299 3 555 123').waitFor();
    await page.getByRole('link', { name: 'Không tiếp nhận' }).click();
    await page.getByRole('button', { name: 'Không tiếp nhận' }).click();
    await page.getByText('Chọn một căn cứ.').first().waitFor();
    await look(page, faults, `a refusal with what is missing ${how}`, `khong-tiep-nhan-${width}`, rules);
    await page.getByLabel('Căn cứ').selectOption('D12.3d');
    await page.getByLabel('Lý do').fill('Nội dung đã đăng ở nơi khác.');
    await page.getByRole('button', { name: 'Không tiếp nhận' }).click();
    await page.getByText('Đã ghi không tiếp nhận.').waitFor();
    assert.deepEqual(faults, []);
    await close();
  });
}
