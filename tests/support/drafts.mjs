// What the tests of drafts share: typing that knows when each word was typed, and what the table holds of it.
import { sleep } from './instance.mjs';

export const openDrafts = (site, where = '1') =>
  site.sql(`SELECT draft_key, subject, JSON_VALUE(fields, '$.summary') FROM core_draft WHERE closed_at IS NULL AND ${where} ORDER BY saved_at DESC`).map(([key, subject, summary]) => ({ key, subject, summary }));

// Types "1 2 3 …" into the summary, a number every `every` ms, until stop() is called; typed[n] is when number n was typed.
export function typeNumbers(page, every = 150) {
  const typed = [0];
  let isOver = false;
  const loop = (async () => {
    for (let n = 1; !isOver; n++) {
      await page.keyboard.type(`${n} `);
      typed.push(Date.now());
      await sleep(every);
    }
  })().catch(() => {}); // the browser was killed under us
  return {
    typed,
    async stop() {
      isOver = true;
      await loop;
    },
  };
}

export const lastNumber = (text) => Number(/(\d+)\s*$/.exec(text ?? '')?.[1] ?? 0);

// Chromium ends as it would with the machine's power: no page gets a last word.
export async function crash(browser) {
  const ended = new Promise((resolve) => browser.once('disconnected', resolve));
  const session = await browser.newBrowserCDPSession();
  session.send('Browser.crash').catch(() => {});
  await ended;
}
