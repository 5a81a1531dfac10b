// Every page type at 360 and 1280 px, light and dark: 0 axe violations, 0 console errors, 0 CSP reports, 0 third-party requests, nothing scrolls
// sideways; also at 320 px and with text at 200 %.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { axe, launch, logIn, openPage, overflow, shot } from '../support/browser.mjs';
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

const address = (where) => site.sql(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE ${where} ORDER BY p.item_id LIMIT 1`)[0][0];
const item = (state) => `/quan-tri/tin-bai/${site.sql(`SELECT id FROM core_item WHERE state = '${state}' ORDER BY id LIMIT 1`)[0][0]}`;

const publicPages = () => [
  ['trang-chu', '/'],
  ['danh-sach', '/tin-tuc/'],
  ['danh-sach-nam', '/tin-tuc/nam/2026/'],
  ['danh-sach-thang', '/tin-tuc/nam/2026/11/'],
  ['bai-viet', address("p.kind = 'news'")],
  ['su-kien', address("p.kind = 'event'")],
  ['ban-in', `${address("p.kind = 'news'")}/in`],
  ['gioi-thieu', '/gioi-thieu/'],
  ['trang-gioi-thieu', address("p.kind = 'page'")],
  ['co-cau-to-chuc', '/gioi-thieu/co-cau-to-chuc'],
  ['lanh-dao', '/gioi-thieu/lanh-dao'],
  ['danh-ba', '/gioi-thieu/danh-ba'],
  ['lien-he', '/lien-he/'],
  ['so-do-trang', '/so-do-trang'],
  ['kenh-tin', '/kenh-tin'],
  ['kha-nang-tiep-can', '/tuyen-bo-kha-nang-tiep-can'],
  ['du-lieu-ca-nhan', '/bao-ve-du-lieu-ca-nhan'],
  ['english', '/en/'],
  ['khong-tim-thay', '/khong-co-trang-nay'],
];

async function inspect(page, faults, name, url) {
  const answer = await page.goto(url);
  assert.ok(answer.status() < 500, `${url} answered ${answer.status()}`);
  await shot(page, name);
  assert.deepEqual(await axe(page), [], `${name} (${url})`);
  assert.ok((await overflow(page)) <= 0, `${name} scrolls sideways`);
  assert.deepEqual(faults, [], `${name} (${url})`);
}

for (const [width, colorScheme] of [
  [360, 'light'],
  [1280, 'light'],
  [1280, 'dark'],
]) {
  test(`public pages at ${width} px, ${colorScheme}`, async () => {
    const { page, faults, close } = await openPage(browser, site, { width, colorScheme });
    for (const [name, url] of publicPages()) await inspect(page, faults, `${name}-${width}-${colorScheme}`, `${site.publicOrigin}${url}`);
    await close();
  });
}

test('public pages do not scroll sideways at 320 px nor with text at 200 %', async () => {
  const { page, faults, close } = await openPage(browser, site, { width: 320 });
  for (const [name, url] of publicPages()) {
    await page.goto(`${site.publicOrigin}${url}`);
    assert.ok((await overflow(page)) <= 0, `${name} at 320 px`);
  }
  await close();
  const large = await openPage(browser, site, { width: 1280 });
  await large.page.goto(`${site.publicOrigin}/`);
  await large.page.getByText('Cỡ chữ').click();
  await large.page.getByRole('button', { name: '200%' }).click();
  for (const [name, url] of publicPages()) {
    await large.page.goto(`${site.publicOrigin}${url}`);
    assert.ok((await overflow(large.page)) <= 0, `${name} at 200 %`);
  }
  assert.deepEqual([...faults, ...large.faults], []);
  await large.close();
});

const officePages = {
  'le.thi.thu.hang': () => [
    ['hop-viec', '/quan-tri/'],
    ['nhat-ky', '/quan-tri/nhat-ky/'],
    ['lich-su', `/quan-tri/nhat-ky/${item('published').split('/').pop()}`],
    ['vai-tro', '/quan-tri/vai-tro/'],
    ['hang-doi', '/quan-tri/hang-doi/submitted'],
    ['tin-bai', '/quan-tri/tin-bai/'],
    ['bai-xac-thuc', item('verifying')],
    ['tu-choi', `${item('verifying')}/viec/refuse`],
    ['bai-da-dang', item('published')],
    ['go-bai', `${item('published')}/viec/withdraw`],
    ['phien-ban', `${item('published')}/phien-ban/1`],
    ['chuyen-muc', '/quan-tri/chuyen-muc/'],
    ['uy-quyen', '/quan-tri/uy-quyen/'],
    ['quyen', '/quan-tri/quyen/'],
  ],
  'tran.minh.chau': () => [['phan-loai', `${item('submitted')}/viec/receive`], ['cho-dang', item('ready')]],
  'bui.duc.thinh': () => [['sua-bai', `${item('editing')}/sua`], ['xem-truoc', `${item('editing')}/xem-truoc`]],
  'nguyen.hoang.yen': () => [['viet-bai', '/quan-tri/tin-bai/moi']],
  'tran.minh.chau.qtm': () => [['tai-khoan', '/quan-tri/tai-khoan/'], ['don-vi', '/quan-tri/don-vi/'], ['cai-dat', '/quan-tri/cai-dat/'], ['nhan-su', '/quan-tri/nhan-su/'], ['ca-nhan', '/quan-tri/ca-nhan'], ['hai-lop', '/quan-tri/ca-nhan/hai-lop']],
};

for (const width of [360, 1280]) {
  test(`office pages at ${width} px`, async () => {
    const login = await openPage(browser, site, { width });
    await inspect(login.page, login.faults, `dang-nhap-${width}`, `${site.officeOrigin}/quan-tri/dang-nhap`);
    await login.close();
    for (const [username, pages] of Object.entries(officePages)) {
      const { page, faults, close } = await openPage(browser, site, { width });
      await logIn(page, site, username);
      for (const [name, url] of pages()) await inspect(page, faults, `vp-${name}-${width}`, `${site.officeOrigin}${url}`);
      await close();
    }
  });
}
