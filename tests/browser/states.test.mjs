// Pages in the states that are easy to forget: very long names and titles, 200 items, nothing at all, a refused form, errors of programs, database
// and nginx, no JavaScript, paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { inLanes, inspect, launch, logIn, look, openPage, overflow, shot } from '../support/browser.mjs';
import { startInstance } from '../support/instance.mjs';
import { officePages, publicPages } from '../support/pages.mjs';

let site;
let browser;
before(async () => {
  site = await startInstance();
  stretch();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

const kName = 'Nguyễn-Thị-Phương-Thảo-Công-Tằng-Tôn-Nữ-Huyền-Trang-Thục-Anh'; // 60 letters, no space
const kTitle = 'Khôngcókhoảngtrắng'.repeat(12).slice(0, 200);
const kMany = 200;

// Content as long and as much as the forms allow, put straight into the tables.
function stretch() {
  assert.equal([...kName].length, 60);
  assert.equal([...kTitle].length, 200);
  site.sql(`
    UPDATE core_item SET title = '${kTitle}' WHERE state IN ('editing', 'verifying', 'submitted', 'ready', 'refused');
    UPDATE news_article_version SET title = '${kTitle}', author_line = '${kName}', source = '${kTitle}' WHERE item_id IN (SELECT id FROM core_item WHERE title = '${kTitle}');
    UPDATE news_published SET title = '${kTitle}', author_line = '${kName}', unit_name = '${kName}', source = '${kTitle}', summary = '${kTitle}', place = '${kTitle}', change_note = '${kTitle}' WHERE item_id <= 6;
    UPDATE core_person SET full_name = '${kName}', job_title = '${kName}';
    UPDATE site_person SET full_name = '${kName}', job_title = '${kName}';
    UPDATE core_request SET question = '${kTitle}', authority = '${kName}';
    UPDATE core_letter SET title = '${kTitle}', reason = '${kTitle}', to_name = '${kName}', to_title = '${kName}', to_unit = '${kName}', signed_name = '${kName}', authority = '${kName}';
    UPDATE core_section_rule SET document_number = '${kTitle.slice(0, 100)}';
    UPDATE core_delegation SET document_number = '${kTitle.slice(0, 100)}';
    UPDATE core_item SET awaits = 'review_asked', flagged_at = UTC_TIMESTAMP(6) WHERE state = 'published' LIMIT 30;
    INSERT INTO news_report (item_id, digest, note, contact, received_at)
      SELECT p.item_id, SHA2(UUID(), 256), '${kTitle}', '${kName.toLowerCase().replace(/[^a-z]/g, 'a')}@vidu.vn', UTC_TIMESTAMP(6) FROM news_published p ORDER BY p.item_id LIMIT 20;
    INSERT INTO news_published (item_id, slug, section_id, kind, version, title, summary, author_line, source, unit_name, published_at, updated_at, place, registration, change_note)
      SELECT 100000 + s.seq, CONCAT('bai-so-', s.seq), p.section_id, 'news', 1, CONCAT('Bài số ', s.seq), '', '', '', 'Văn phòng Sở', NOW(6) - INTERVAL s.seq DAY, NOW(6), '', '', ''
      FROM seq_1_to_${kMany} s JOIN (SELECT section_id FROM news_published WHERE kind = 'news' ORDER BY item_id LIMIT 1) p;
    INSERT INTO news_published_body (item_id, body_html) SELECT item_id, '<p>Nội dung.</p>' FROM news_published WHERE item_id > 100000;
    INSERT INTO news_listed (section_id, published_at, item_id) SELECT section_id, published_at, item_id FROM news_published WHERE item_id > 100000;
    INSERT INTO core_item (code, module, kind, title, section_id, unit_id, author_person, state, state_since, created_at, submitted_at, supplied_at)
      SELECT CONCAT('TB-THU-', s.seq), i.module, i.kind, CONCAT('Bài số ', s.seq), i.section_id, i.unit_id, i.author_person, 'submitted', NOW(6), NOW(6), NOW(6), NOW(6)
      FROM seq_1_to_${kMany} s JOIN (SELECT * FROM core_item WHERE state = 'submitted' ORDER BY id LIMIT 1) i;`);
}

const kPublicShown = ['trang-chu', 'danh-sach', 'danh-sach-con', 'danh-sach-nam', 'danh-sach-trong', 'bai-viet', 'su-kien', 'ban-in', 'trang-gioi-thieu', 'co-cau-to-chuc', 'lanh-dao', 'danh-ba', 'lien-he', 'so-do-trang', 'bao-noi-dung-cu', 'bao-noi-dung-cu-xong'];
const kOfficeShown = ['hop-viec', 'hang-doi', 'hang-doi-trong', 'tin-bai', 'tin-bai-trong', 'nhat-ky', 'lich-su', 'bai-xac-thuc', 'tu-choi', 'bai-da-dang', 'phan-loai', 'cho-dang', 'bai-bien-tap', 'sua-bai', 'xem-truoc', 'quyen', 'uy-quyen', 'nhan-su', 'tai-khoan', 'ca-nhan', 'bai-cua-toi', 'can-xem-lai', 'yeu-cau-xac-nhan',
  'hoi-xac-nhan', 'thong-bao-tu-choi', 'bai-bi-tu-choi', 'chuyen-muc-quy-dinh', 'bao-cu', 'go-bai', 'thong-bao-tat-ca', 'dieu-hanh', 'vai-tro', 'cai-dat', 'thu-di-khong-gui-duoc'];

// What length and number can break is the room a page has, and what a program makes of it; axe has looked at these page types in pages.test.mjs.
for (const width of [360, 1280]) {
  test(`long names, long titles and ${kMany} items at ${width} px`, async () => {
    const visits = [[null, publicPages(site).filter((one) => kPublicShown.includes(one.name))], ...Object.entries(officePages(site)).map(([username, pages]) => [username, pages.filter((one) => kOfficeShown.includes(one.name))])];
    await inLanes(visits.filter(([, pages]) => pages.length > 0), async ([username, pages]) => {
      const { page, faults, close } = await openPage(browser, site, { width });
      if (username) await logIn(page, site, username);
      for (const { name, path } of pages) await inspect(page, faults, `dai-${username ? 'vp-' : ''}${name}-${width}`, `${username ? site.officeOrigin : site.publicOrigin}${path}`, { accessibility: false });
      await close();
    });
  });
}

test('the preview of a changed calendar: each open clock with both due times, at a phone’s width too', async () => {
  for (const width of [360, 1280]) {
    const { page, faults, close } = await openPage(browser, site, { width });
    await logIn(page, site, 'tran.minh.chau.qtm');
    await page.goto(`${site.officeOrigin}/quan-tri/lich/${site.sql('SELECT id FROM core_calendar WHERE is_own = 1')[0][0]}/ngay`);
    await page.selectOption('#kind', 'day_off');
    await page.fill('#day', '07/12/2026');
    await page.fill('#name', 'Nghỉ tránh bão số 12');
    await page.fill('#source', 'Công điện 05/CĐ-UBND');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('button', { name: 'Ghi vào lịch và tính lại thời hạn' }).waitFor();
    await look(page, faults, 'the preview of a calendar', `xem-truoc-lich-${width}`, { dark: true });
    await page.getByRole('button', { name: 'Sửa lại' }).click();
    assert.equal(await page.inputValue('#name'), 'Nghỉ tránh bão số 12');
    await close();
  }
});

test('a refused form shows a summary with links to each field, the same words beside it, and what was typed', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, faults, close } = await openPage(browser, site, { width: 360, javaScriptEnabled });
    await logIn(page, site, 'nguyen.hoang.yen');
    await page.goto(`${site.officeOrigin}/quan-tri/tin-bai/moi`);
    await page.fill('#title', '');
    await page.fill('#event_at', '31/02/2026 25:00');
    await page.getByRole('button', { name: 'Lưu phiên bản' }).click();
    const summary = page.locator('.govuk-error-summary');
    await summary.waitFor();
    for (const link of await summary.getByRole('link').all()) {
      const field = page.locator(await link.getAttribute('href'));
      assert.equal(await field.count(), 1);
      assert.match(await page.locator('main').innerText(), new RegExp((await link.innerText()).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    }
    assert.ok((await summary.getByRole('link').count()) >= 2);
    assert.equal(await page.locator('#event_at').inputValue(), '31/02/2026 25:00');
    assert.equal(await page.locator('[aria-invalid="true"]').count() >= 2, true);
    if (javaScriptEnabled) {
      assert.equal(await page.evaluate(() => document.activeElement.className), 'govuk-error-summary');
      await look(page, faults, 'a refused form', 'bieu-mau-loi-360');
    }
    await close();
  }
});

test('an empty login says what is missing', async () => {
  const { page, faults, close } = await openPage(browser, site, { width: 360 });
  await page.goto(`${site.officeOrigin}/quan-tri/dang-nhap`);
  await page.locator('main button').click();
  await page.locator('.govuk-error-summary').waitFor();
  await look(page, faults, 'an empty login', 'dang-nhap-loi-360');
  await close();
});

const nginxPages = () => [
  ['421', `http://khac.localhost:${site.port}/`, 421],
  ['404', `${site.publicOrigin}/quan-tri/`, 404],
  ['403', `${site.publicOrigin}/_fragment/news/latest`, 404],
  ['414', `${site.publicOrigin}/?${'a'.repeat(20_000)}`, 414],
];

test('pages of nginx itself: wrong host, hidden address, an address too long', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, faults, close } = await openPage(browser, site, { width: 360, colorScheme });
    for (const [name, url, status] of nginxPages()) {
      await inspect(page, faults, `nginx-${name}-${colorScheme}`, url, { status });
      assert.match(await page.locator('h1').innerText(), /\p{L}/u);
      assert.doesNotMatch(await page.locator('body').innerText(), /nginx/i);
    }
    await close();
  }
});

test('a body that is too large is answered by a page in Vietnamese', async () => {
  // nginx answers while the browser still sends, which Chromium reports as a broken line; the page is therefore fetched first and shown then.
  const answer = await site.visitor().request('POST', '/quan-tri/dang-nhap', { headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '12000000' } });
  assert.equal(answer.status, 413);
  const { page, faults, close } = await openPage(browser, site, { width: 360 });
  await page.route('**/qua-lon', (route) => route.fulfill({ status: 413, contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': answer.headers['content-security-policy'] }, body: answer.body }));
  await inspect(page, faults, 'nginx-413', `${site.publicOrigin}/qua-lon`, { status: 413 });
  assert.match(await page.locator('h1').innerText(), /quá lớn/);
  await close();
});

test('a fault of a program, a stopped database and stopped programs each have a page', async () => {
  const { page, faults, close } = await openPage(browser, site, { width: 360 });
  await logIn(page, site, 'le.thi.thu.hang');
  site.sql('RENAME TABLE news_listed TO news_listed_away');
  try {
    await inspect(page, faults, 'loi-500', `${site.publicOrigin}/tin-tuc/nam/2020/`, { status: 500 });
  } finally {
    site.sql('RENAME TABLE news_listed_away TO news_listed');
  }
  site.sv('down', 'mariadb');
  try {
    await inspect(page, faults, 'loi-503', `${site.publicOrigin}/tin-tuc/nam/2021/`, { status: 503 });
    await inspect(page, faults, 'loi-503-vp', `${site.officeOrigin}/quan-tri/tin-bai/`, { status: 503 });
  } finally {
    site.sv('up', 'mariadb');
  }
  for (const one of ['news-1', 'news-2']) site.sv('down', one);
  try {
    await page.goto(`${site.publicOrigin}/tin-tuc/nam/2022/`);
    await look(page, faults, 'no program', 'loi-502');
    assert.match(await page.locator('main').innerText(), /Lỗi từ phía Sở/);
  } finally {
    for (const one of ['news-1', 'news-2']) site.sv('up', one);
  }
  await close();
});

test('public pages without JavaScript show no control that needs it', async () => {
  const { page, close } = await openPage(browser, site, { width: 360, javaScriptEnabled: false });
  for (const { name, path } of publicPages(site)) {
    await page.goto(`${site.publicOrigin}${path}`);
    for (const control of await page.locator('.js-only, [data-tool], [data-copy], [data-print], [data-read-aloud]').all()) assert.equal(await control.isVisible(), false, name);
    assert.equal(await page.locator('h1').count(), 1, name);
    await shot(page, `khong-js-${name}`);
  }
  // The menu opens without a script.
  await page.goto(`${site.publicOrigin}/`);
  await page.locator('.nav__phone summary').first().click();
  assert.ok(await page.locator('.nav__list a').first().isVisible());
  await close();
});

test('paper: black on white, also for a reader of dark pages; no menus, the address of the page at its end', async () => {
  const { page, close } = await openPage(browser, site, { width: 720, colorScheme: 'dark' });
  const article = publicPages(site).find(({ name }) => name === 'bai-viet');
  for (const [name, path] of [['bai-viet', article.path], ['ban-in', `${article.path}/in`]]) {
    await page.goto(`${site.publicOrigin}${path}`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const luma = (text) => text.match(/\d+(\.\d+)?/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
      const inks = [...document.querySelectorAll('h1, .meta, .reading p, .reading a, .reading td, .brand, .brand b')].filter((one) => one.checkVisibility()).map((one) => [one.tagName, luma(getComputedStyle(one).color)]);
      return { inks, ground: luma(getComputedStyle(document.body).backgroundColor) };
    });
    assert.equal(colours.ground, 765, `${name} is printed on white`);
    for (const [tag, ink] of colours.inks) assert.ok(ink < 380, `${name}: ${tag} is dark on paper`);
    assert.equal(await page.locator('.nav, .tools, .share, .btns, .crumbs').filter({ visible: true }).count(), 0, name);
    await shot(page, `giay-${name}`);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  }
  assert.ok((await overflow(page)) <= 0);
  await close();
});
