// Lighthouse inside its own Node (it needs a newer one than Debian's): reads [{url, cookie, skip, categories}] as JSON from its input, writes one JSON line per page,
// {url, scores, weak}, in that order. One Chromium serves all; Lighthouse clears its storage before each page.
import fs from 'node:fs';
import process from 'node:process';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// The audits that took points, worst first: what a reader of the table needs to mend them.
function weakAudits(report) {
  const found = [];
  for (const category of Object.values(report.categories))
    for (const { id, weight } of category.auditRefs) {
      const audit = report.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 0.9) found.push({ category: category.id, id, lost: weight * (1 - audit.score), value: audit.displayValue ?? '' });
    }
  return found.sort((a, b) => b.lost - a.lost).map(({ category, id, value }) => `${category}: ${id}${value && ` ${value}`}`);
}

// A page's report. Lighthouse itself loses a trace now and then (NO_NAVSTART and the like) and asks to be run again.
async function reportOf(url, options) {
  for (let attempt = 1; ; attempt++) {
    const { lhr } = await lighthouse(url, options);
    if (!lhr.runtimeError) return lhr;
    if (attempt === 3) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  }
}

const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: flags, logLevel: 'silent' });
try {
  for (const { url, cookie, skip, categories } of JSON.parse(fs.readFileSync(0, 'utf8'))) {
    const report = await reportOf(url, {
      port: chrome.port,
      logLevel: 'silent',
      output: 'json',
      onlyCategories: categories,
      ignoreStatusCode: true,
      skipAudits: skip ?? null,
      extraHeaders: cookie ? { Cookie: cookie } : undefined,
    });
    const scores = Object.fromEntries(Object.entries(report.categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
    process.stdout.write(`${JSON.stringify({ url: report.finalDisplayedUrl, scores, weak: weakAudits(report) })}\n`);
  }
} finally {
  await chrome.kill();
}
