// Browser, programs and database are killed while somebody types: at most five seconds of typing are lost, and the form offers the rest back. Short by
// default; TYPING_KILLS sets how many kills (`./tools/test deep`: 100).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { launch, launchProfile, logIn, openPage } from '../support/browser.mjs';
import { crash, lastNumber, openDrafts, typeNumbers, watchSendings } from '../support/drafts.mjs';
import { sleep, startInstance } from '../support/instance.mjs';
import { articleFields, cast, writeArticle } from '../support/journey.mjs';

const kKills = Number(process.env.TYPING_KILLS ?? 4);
const kLost = 5000;

let site;
let author;
before(async () => {
  site = await startInstance();
  author = (await cast(site)).author;
});
after(() => site?.stop());

const isUp = async (service, old) => {
  const pid = site.pid(service);
  return pid !== undefined && pid !== old;
};

async function kill(services) {
  const old = Object.fromEntries(services.map((name) => [name, site.pid(name)]));
  for (const name of services) site.signal(name, 'SIGKILL');
  for (const name of services) await site.until(`${name} is back`, () => isUp(name, old[name]), 30_000);
  await site.until('the database answers', () => site.sql('SELECT 1').length === 1, 30_000);
  await site.until('the office answers', async () => (await author.get('/quan-tri/tin-bai/')).status === 200, 30_000);
}

const kOffice = ['news-office-1', 'news-office-2'];
const kEverything = () => site.services().filter((name) => name !== 'nginx' && !name.startsWith('nginx'));

// [name, what dies, whether the browser dies too]
const kWays = [
  ['the browser', () => [], true],
  ['both office programs', () => kOffice, false],
  ['the database', () => ['mariadb'], false],
  ['every process of the instance, and the browser', kEverything, true],
];

for (let n = 0; n < kKills; n++) {
  const [name, services, browserToo] = kWays[n % kWays.length];
  test(`kill ${n + 1} of ${kKills}: ${name}, while somebody types`, async () => {
    const url = await writeArticle(author, articleFields(site, { title: `Bài gõ khi có sự cố ${n + 1}`, summary: '' }));
    const subject = `item:${url.slice(url.lastIndexOf('/') + 1)}`;
    const kept = () => lastNumber(openDrafts(site, `subject = '${subject}'`)[0]?.summary);
    const browser = await launch();
    try {
      const { page } = await openPage(browser, site);
      await logIn(page, site, 'nguyen.hoang.yen');
      await page.goto(`${site.officeOrigin}${url}/sua`);
      await page.click('#summary');
      const sendings = watchSendings(page);
      const typing = typeNumbers(page);
      await sleep(6000 + 700 * (n % 5));
      const killedAt = Date.now();
      const isDone = kill(services());
      if (browserToo) await crash(browser);
      await isDone;
      if (!browserToo) {
        // The page lives: it sends what it kept as soon as somebody answers.
        await sleep(1000);
        await typing.stop();
        await site.until('all that was typed is in the table', () => kept() === typing.typed.length - 1, 15_000);
        return;
      }
      await typing.stop();
      const last = kept();
      // Five seconds, and what the busiest answer took: how fast a loaded machine's table is, no test measures.
      const slowest = Math.max(0, ...sendings.map(({ at, answeredAt }) => Math.min(answeredAt ?? killedAt, killedAt) - at));
      const lost = typing.typed.filter((at, number) => number > last && at < killedAt - kLost - slowest);
      assert.deepEqual(lost, [], `${typing.typed.length - 1} numbers were typed, ${last} are kept`);
    } finally {
      await browser.close().catch(() => {});
    }
    const again = await launch();
    try {
      const { page } = await openPage(again, site);
      await logIn(page, site, 'nguyen.hoang.yen');
      await page.goto(`${site.officeOrigin}${url}/sua`);
      await page.getByRole('link', { name: 'Dùng bản nháp' }).click();
      await page.waitForURL(/\?nhap=/);
      assert.equal(lastNumber(await page.inputValue('#summary')), kept());
    } finally {
      await again.close();
    }
  });
}

test('the browser is killed while the line is silent and somebody types without a pause: the next browser of the profile offers what was typed', async () => {
  const url = await writeArticle(author, articleFields(site, { title: 'Bài gõ khi mất mạng rồi mất trình duyệt', summary: '' }));
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-profile-'));
  try {
    const context = await launchProfile(profile);
    const page = await context.newPage();
    await logIn(page, site, 'nguyen.hoang.yen');
    await page.goto(`${site.officeOrigin}${url}/sua`);
    await page.route('**/nhap', () => {}); // neither an answer nor a fault
    await page.click('#summary');
    const typing = typeNumbers(page);
    await sleep(20_000); // longer than a browser keeps localStorage to itself
    const killedAt = Date.now();
    const ended = new Promise((resolve) => context.once('close', resolve));
    (await context.newCDPSession(page)).send('Browser.crash').catch(() => {});
    await ended;
    await typing.stop();
    assert.deepEqual(openDrafts(site, `subject = 'item:${url.slice(url.lastIndexOf('/') + 1)}'`), [], 'the server has nothing of it');

    const again = await launchProfile(profile);
    const form = await again.newPage();
    await logIn(form, site, 'nguyen.hoang.yen');
    await form.goto(`${site.officeOrigin}${url}/sua`);
    await form.getByRole('button', { name: 'Lấy lại phần đã gõ' }).click();
    const last = lastNumber(await form.inputValue('#summary'));
    const lost = typing.typed.filter((at, number) => number > last && at < killedAt - kLost);
    assert.deepEqual(lost, [], `${typing.typed.length - 1} numbers were typed, ${last} are kept`);
    await site.until('it is sent', () => lastNumber(openDrafts(site, `subject = 'item:${url.slice(url.lastIndexOf('/') + 1)}'`)[0]?.summary) === last, 15_000);
    await again.close();
  } finally {
    fs.rmSync(profile, { recursive: true, force: true });
  }
});
