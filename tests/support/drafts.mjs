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

// The page's sendings of its draft, in order: {at, text, answeredAt}. `text` is the summary, undefined in a mere sign of life. From them a test reads
// the page's own punctuality, whatever else the machine does meanwhile.
export function watchSendings(page) {
  const sendings = [];
  const of = new Map();
  page.on('request', (request) => {
    if (request.method() !== 'POST' || request.resourceType() !== 'fetch' || !request.postData()?.includes('draft=')) return;
    const sending = { at: Date.now(), text: new URLSearchParams(request.postData()).get('summary') ?? undefined, answeredAt: undefined };
    sendings.push(sending);
    of.set(request, sending);
  });
  page.on('response', (response) => {
    const sending = of.get(response.request());
    if (sending) sending.answeredAt = Date.now();
  });
  return sendings;
}

// How long, in ms, the oldest number that was not sent yet waited for the page at each sending; the time in which the sending before it was not
// answered is the server's, not the page's.
export function waits(sendings, typed) {
  const found = [];
  let last = 0;
  let free = 0;
  for (const { at, text, answeredAt } of sendings.filter((one) => one.text !== undefined)) {
    const oldest = typed[last + 1];
    if (oldest !== undefined) found.push(at - Math.max(oldest, free));
    last = Math.max(last, lastNumber(text));
    free = answeredAt ?? at;
  }
  return found;
}

// The last number that was typed whole: one without its space may be the first digit of the next.
export const lastNumber = (text) => Number([...(text ?? '').matchAll(/(\d+)\s/g)].at(-1)?.[1] ?? 0);

// Chromium ends as it would with the machine's power: no page gets a last word.
export async function crash(browser) {
  const ended = new Promise((resolve) => browser.once('disconnected', resolve));
  const session = await browser.newBrowserCDPSession();
  session.send('Browser.crash').catch(() => {});
  await ended;
}
