// D9.1, D9.1c at 360 and 1280 px and in the dark: a PDF is sent from the form and followed there; the office sees its pages and what its signatures are worth; the
// administrator sees who is trusted; readers see the line beside the download.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fs from 'node:fs';

import { launch, logIn, look, openPage } from '../support/browser.mjs';
import { sendForm } from '../support/files.mjs';
import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, passAllChecks, textOf, writeArticle } from '../support/journey.mjs';
import { attach, looked, newSigner, pdfOf, plantAnchor, signedPdf } from '../support/pdf.mjs';

let site;
let people;
let browser;
let sysadmin;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  sysadmin = site.accounts.find(({ role }) => role === 'sysadmin').username;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

test('D9_1c a signed PDF from the form to the reader, as each of them sees it', async () => {
  const signer = newSigner(path.join(site.dir, 'nguoi-ky'));
  const file = path.join(site.dir, 'Quyết định 125.pdf');
  fs.writeFileSync(file, signedPdf(signer));
  plantAnchor(site);
  const admin = await site.login(sysadmin);
  const today = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10).split('-').reverse().join('/');
  const form = await admin.get('/quan-tri/chung-thu/moi');
  const added = await admin.submit(form, (one) => one.action === '/quan-tri/chung-thu/moi', { certificate: signer.pem, fingerprint: signer.fingerprint, source: 'Cấp cho bài thử, đối chiếu tại chỗ.', valid_from: today, valid_to: '' });
  assert.equal(added.status, 303, textOf(added));

  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài có quyết định ký số' }));
  const signed = await attach(people.author, url, fs.readFileSync(file), 'Quyết định 125.pdf');
  const scripted = await attach(people.author, url, pdfOf({ pages: 12, catalogue: '/OpenAction << /S /JavaScript /JS (1) >>' }), 'Biểu mẫu.pdf');
  await looked(site, people.author, url);
  const saved = await sendForm(people.author, url, { changes: { attachments: `${signed.file.id} ${signed.file.id} Quyết định 125/QĐ-STP\n${scripted.file.id} ${scripted.file.id} Biểu mẫu khai trực tuyến` } });
  assert.equal(saved.status, 303, textOf(saved));
  for (const width of [1280, 360]) {
    const { page, faults, close } = await openPage(browser, site, { width });
    await logIn(page, site, 'nguyen.hoang.yen');
    await page.goto(`${site.officeOrigin}${url}/sua`);
    assert.equal(await page.locator('.files__page').count(), 2);
    await look(page, faults, `the edit form with PDFs at ${width} px`, `sua-bai-co-pdf-${width}`);
    await page.goto(`${site.officeOrigin}${url}`);
    await page.locator('summary:has-text("Chữ ký 1")').click();
    assert.match(await page.locator('main').innerText(), /Chữ ký số hợp lệ/);
    const narrowest = await page.evaluate(() => Math.min(...[...document.querySelectorAll('.facts .facts dd')].map((one) => one.getBoundingClientRect().width)));
    assert.ok(narrowest > 150, `an answer is ${narrowest} px wide at ${width} px`);
    await look(page, faults, `the signatures of a PDF at ${width} px`, `chu-ky-so-${width}`, { dark: true });
    assert.deepEqual(faults, []);
    await close();
  }
  for (const width of [1280, 360]) {
    const { page, faults, close } = await openPage(browser, site, { width });
    await logIn(page, site, sysadmin);
    await page.goto(`${site.officeOrigin}/quan-tri/chung-thu/`);
    await look(page, faults, `the trusted certificates at ${width} px`, `chung-thu-${width}`, { dark: true });
    assert.deepEqual(faults, []);
    await close();
  }
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  await mustAct(people.secretary, url, 'publish');
  const [[slug, section]] = site.sql(`SELECT p.slug, s.path FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${url.slice(url.lastIndexOf('/') + 1)}`);
  await site.until('readers have it', async () => (await site.reader().get(section + slug)).status === 200);
  for (const width of [1280, 360]) {
    const { page, faults, close } = await openPage(browser, site, { width });
    await page.goto(`${site.publicOrigin}${section}${slug}`);
    assert.match(await page.locator('.downloads').innerText(), /Chữ ký số hợp lệ: Nguyen Van Ky[^]*12 trang/);
    await page.locator('.downloads').scrollIntoViewIfNeeded();
    await look(page, faults, `a reader's downloads at ${width} px`, `tep-dinh-kem-${width}`, { dark: true });
    assert.deepEqual(faults, []);
    await close();
  }
});
