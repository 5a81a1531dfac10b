// Chromium for browser tests: contexts with or without JavaScript, console errors and CSP reports collected, axe on demand.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import { chromium } from 'playwright-core';

import { root } from './instance.mjs';

const axeSource = fs.readFileSync(path.join(root, 'tests/node_modules/axe-core/axe.min.js'), 'utf8');

const kStart = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export const launch = () => chromium.launch(kStart);

// A browser that keeps what its pages leave on the machine in `dir`: the next one of the same folder finds it. Gives its context.
export const launchProfile = (dir) => chromium.launchPersistentContext(dir, { ...kStart, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });

// Does `work` for each of `tasks`, two at a time: each has a page of its own, so Chromium gives each a process.
export async function inLanes(tasks, work) {
  const waiting = [...tasks];
  const lane = async () => {
    while (waiting.length > 0) await work(waiting.shift());
  };
  await Promise.all([lane(), lane()]);
}

// A page whose faults are kept: console errors, uncaught exceptions, CSP violations, requests to anybody else.
export async function openPage(browser, site, { width = 1280, height = 900, javaScriptEnabled = true, colorScheme = 'light' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled, colorScheme, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    // A page that answers 4xx or 5xx on purpose is named by Chromium as a failed resource: the test looks at the status itself.
    if (message.type() === 'error' && !/the server responded with a status of [45]\d\d/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && !url.hostname.endsWith('localhost')) faults.push(`third party: ${request.url()}`);
  });
  return { page, context, faults, close: () => context.close() };
}

export async function logIn(page, site, username) {
  const account = site.accounts.find((a) => a.username === username);
  await page.goto(`${site.officeOrigin}/quan-tri/dang-nhap`);
  await page.fill('#username', account.username);
  await page.fill('#password', account.password);
  await page.click('main button');
  await page.waitForURL(/\/quan-tri\/(?!dang-nhap)/);
}

const kAllRules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
// What another colour scheme can break.
const kColourRules = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

// axe on the document that the page shows now, in an isolated world, so that the page's CSP stays as it is: run(rules) gives its violations, one line
// each. Reading axe's source costs as much as running it, so one document reads it once; close() when done.
async function axeOn(page) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' });
  await session.send('Runtime.evaluate', { expression: axeSource, contextId: executionContextId });
  return {
    async run(rules) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `axe.run(document, ${JSON.stringify(rules)}).then((r) => JSON.stringify(r.violations.map((v) => \`\${v.id}: \${v.help}: \${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}\`)))`,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return JSON.parse(result.value);
    },
    close: () => session.detach(),
  };
}

const shots = process.env.PORTAL_SHOTS;

// Keeps a picture when PORTAL_SHOTS names a folder.
export async function shot(page, name) {
  if (!shots) return;
  fs.mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
}

// Wider than the window: something scrolls sideways.
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// The page as it stands, on a phone and at a desk: nothing scrolls sideways, and both pictures are kept.
export async function atBothWidths(page, name) {
  const before = page.viewportSize();
  for (const [width, height] of [[360, 740], [1280, 900]]) {
    await page.setViewportSize({ width, height });
    await shot(page, `${name}-${width}`);
    assert.ok((await overflow(page)) <= 0, `${name} scrolls sideways at ${width} px`);
  }
  await page.setViewportSize(before);
}

// What a reader cannot see whole: a box that clips its words, or one that stands out of the window where nothing scrolls. One line each. Three dots are
// no fault: they say that there is more, and where it is the style says.
export const cutOff = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found = [];
    const nameOf = (one) => `${one.tagName.toLowerCase()}${one.className ? `.${String(one.className).trim().replace(/\s+/g, '.')}` : ''} “${one.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
    const isClipped = (how, inner, outer) => ['hidden', 'clip'].includes(how) && inner > outer + 1;
    const walk = (one, scrolls) => {
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const isForReadersOnly = box.width <= 1 || box.height <= 1 || style.clipPath === 'inset(50%)';
      if (style.display === 'none' || style.visibility === 'hidden' || (isForReadersOnly && style.position === 'absolute')) return;
      if (style.textOverflow !== 'ellipsis' && (isClipped(style.overflowX, one.scrollWidth, one.clientWidth) || isClipped(style.overflowY, one.scrollHeight, one.clientHeight))) found.push(`${nameOf(one)} clips`);
      if (!scrolls && box.width > 0 && (box.right > width + 1 || box.left < -1)) found.push(`${nameOf(one)} from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`);
      const inside = scrolls || ['auto', 'scroll'].includes(style.overflowX);
      for (const child of one.children) if (!['svg', 'SELECT', 'INPUT', 'TEXTAREA', 'IFRAME'].includes(child.tagName)) walk(child, inside);
    };
    walk(document.body, false);
    return found.slice(0, 5);
  });

// Opens a page and looks at all that holds of every page: the status it should have, 0 axe violations (unless `accessibility` is false), nothing
// scrolls sideways, 0 faults; with `dark` also the dark scheme, on the page as it stands.
export async function inspect(page, faults, name, url, { status = 200, ...rest } = {}) {
  const answer = await page.goto(url);
  assert.equal(answer.status(), status, `${url} answered ${answer.status()}`);
  await look(page, faults, `${name} (${url})`, name, rest);
}

// The same for a page as it stands.
export async function look(page, faults, what, name, { accessibility = true, dark = false } = {}) {
  await shot(page, name);
  assert.ok((await overflow(page)) <= 0, `${what} scrolls sideways`);
  const axe = accessibility || dark ? await axeOn(page) : undefined;
  if (accessibility) assert.deepEqual(await axe.run(kAllRules), [], what);
  if (dark) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await shot(page, `${name}-dark`);
    assert.deepEqual(await axe.run(kColourRules), [], `${what}, dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await axe?.close();
  assert.deepEqual(faults, [], what);
}
