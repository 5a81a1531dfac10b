// U8: how many clicks it takes to bring a received item to its readers, counted in Chromium as the pointer goes down on the page, by every person whom the
// regulation gives a part: who edits (D15.1), who verifies (D15.2), who does the last check (D15.3), the secretary who posts. Counted is everything from each
// person's inbox, which is what they see after logging in, up to the item on the site; not counted are logging in and reading.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, logIn, openPage } from '../support/browser.mjs';
import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, personId, sectionId, writeArticle } from '../support/journey.mjs';

let site;
let browser;
let people;
before(async () => {
  site = await startInstance();
  browser = await launch();
  people = await cast(site);
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

async function received(title) {
  const url = await writeArticle(people.author, articleFields(site, { title }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  return url;
}

// The people's desks; `clicks` is what their pointers did.
function desks(javaScriptEnabled) {
  const open = new Map();
  const count = { clicks: 0, seen: 0 };
  return {
    count,
    async at(username, work) {
      if (!open.has(username)) {
        const desk = await openPage(browser, site, { javaScriptEnabled });
        await logIn(desk.page, site, username);
        // Seen by the page itself, beside what the script says that it did.
        await desk.page.exposeBinding('pointerWentDown', () => void count.seen++);
        await desk.page.addInitScript(() => document.addEventListener('pointerdown', (event) => event.isTrusted && window.pointerWentDown(), true));
        open.set(username, desk);
      }
      const { page, faults } = open.get(username);
      await page.goto(`${site.officeOrigin}/quan-tri/`);
      await work({
        page,
        row: (title) => page.locator('tbody tr', { has: page.getByRole('link', { name: title, exact: true }) }),
        click: async (locator) => {
          count.clicks++;
          await locator.click();
          await page.waitForLoadState();
        },
      });
      assert.deepEqual(faults, [], username);
    },
    close: () => Promise.all([...open.values()].map((desk) => desk.close())),
  };
}

const state = (url) => site.sql(`SELECT state FROM core_item WHERE id = ${url.split('/').at(-1)}`)[0][0];

// From the editor's inbox to the site; `checkers` verifies and last-checks.
async function publish(title, url, [verifier, lastChecker], javaScriptEnabled) {
  const office = desks(javaScriptEnabled);
  try {
    await office.at('bui.duc.thinh', ({ row, click }) => click(row(title).getByRole('button', { name: /^Chuyển bước tiếp theo/ })));
    assert.equal(state(url), 'verifying');
    await office.at(verifier, async ({ page, row, click }) => {
      await click(row(title).getByRole('link', { name: /^Xác thực/ }));
      await click(page.getByRole('button', { name: 'Mọi mục đều đạt: Xác thực' }));
      assert.equal(state(url), 'final_check');
      if (lastChecker === verifier) await click(page.locator('.card--act').getByRole('button', { name: 'Đạt kiểm tra lần cuối' }));
    });
    if (lastChecker !== verifier)
      await office.at(lastChecker, async ({ page, row, click }) => {
        await click(row(title).getByRole('link', { name: /^Kiểm tra lần cuối/ }));
        await click(page.getByRole('button', { name: 'Đạt kiểm tra lần cuối', exact: true }));
      });
    assert.equal(state(url), 'ready');
    await office.at('tran.minh.chau', ({ row, click }) => click(row(title).getByRole('button', { name: /^Đăng/ })));
    assert.equal(state(url), 'published');
    return office.count;
  } finally {
    await office.close();
  }
}

test('U8_D15 a received item is on the site after at most 6 clicks of all who have a part in it, with and without JavaScript', async () => {
  const cases = [
    ['Bài do hai người kiểm tra', ['phan.van.dung', 'le.thi.thu.hang'], true, 6],
    ['Bài do Trưởng ban kiểm tra cả hai bước', ['le.thi.thu.hang', 'le.thi.thu.hang'], true, 5],
    ['Bài đăng không cần JavaScript', ['phan.van.dung', 'le.thi.thu.hang'], false, 6],
  ];
  for (const [title, checkers, js, most] of cases) {
    const url = await received(title);
    const { clicks, seen } = await publish(title, url, checkers, js);
    assert.equal(clicks, most, title);
    if (js) assert.equal(seen, clicks, `${title}: the pages saw as many`);
    const ticks = site.sql(`SELECT COUNT(DISTINCT code) FROM core_item_check WHERE item_id = ${url.split('/').at(-1)}`)[0][0];
    assert.equal(ticks, site.sql("SELECT COUNT(*) FROM core_checklist_item WHERE kind = 'news'")[0][0], 'every item of the checklist stands with who answered for it (D12.1)');
  }
});

test('a button in a list that is pressed by who may not is refused like everywhere', async () => {
  const title = 'Bài bị giữ lại giữa chừng';
  const url = await received(title);
  const { page, close } = await openPage(browser, site);
  await logIn(page, site, 'bui.duc.thinh');
  await page.goto(`${site.officeOrigin}/quan-tri/`);
  await mustAct(people.secretary, url, 'reassign', { assignee: personId(site, 'nong-thi-thanh-binh') });
  await page.locator('tbody tr', { has: page.getByRole('link', { name: title, exact: true }) }).getByRole('button', { name: /^Chuyển bước tiếp theo/ }).click();
  await page.waitForLoadState();
  assert.match(await page.locator('main').innerText(), /Việc này dành cho/);
  assert.equal(state(url), 'editing');
  await close();
});

test('on a phone the first task of the inbox stands above the choices, which a box opens without JavaScript and a choice in use keeps open', async () => {
  const { page, faults, close } = await openPage(browser, site, { width: 360, height: 740, javaScriptEnabled: false });
  await logIn(page, site, 'tran.minh.chau');
  const bulk = page.getByRole('button', { name: 'Tiếp nhận', exact: true }).first();
  assert.equal(await bulk.isVisible(), false, 'nothing is ticked');
  await page.locator('[name="bai[]"]').first().check();
  assert.equal(await bulk.isVisible(), true);
  const due = page.locator('select[name="han"]');
  assert.equal(await due.isVisible(), false);
  await page.getByLabel('Hiện các mục lọc, xếp thứ tự').check();
  assert.equal(await due.isVisible(), true);
  await due.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  assert.match(page.url(), /[?&]han=./);
  assert.equal(await due.isVisible(), true);
  assert.deepEqual(faults, []);
  await close();
});
