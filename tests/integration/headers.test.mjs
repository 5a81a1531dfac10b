// Security headers on every answer (ASVS V3.4): each page of both hosts, each route asked by a stranger and by somebody logged in, files, feeds, JSON,
// and every refusal that nginx or a program makes. What each host sends, nginx/headers.conf says; here it is written again, so that neither changes alone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { formKey } from '../support/actors.mjs';
import { buildDir, root, startInstance } from '../support/instance.mjs';
import { officePages, publicPages, withdrawTwo } from '../support/pages.mjs';
import { officeRoutes, publicRoutes } from './access_routes.mjs';

let site;
before(async () => {
  site = await startInstance();
  await withdrawTwo(site);
});
after(() => site?.stop());

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const policy = (ancestors) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors ${ancestors}`;
const wanted = {
  public: { ...common, 'content-security-policy': policy("'none'") },
  office: { ...common, 'content-security-policy': policy("'self'") }, // the preview stands in a frame of its own host
};

// Node joins a header that came twice with a comma, so that one is caught too.
const missing = (face, headers) => Object.entries(wanted[face]).filter(([name, value]) => headers[name] !== value).map(([name]) => `${name}: ${headers[name]}`);

// Asks all of `asked`, [method, path, status?]; gives the statuses that came and fails with every answer that lacks something.
async function askAll(face, client, asked, { together = false } = {}) {
  const faults = [];
  const statuses = new Set();
  const ask = async ([method, url, expected]) => {
    const answer = await (method === 'POST' ? client.post(url, { _csrf: '', _key: formKey() }) : client.request(method, url));
    statuses.add(answer.status);
    if (expected && answer.status !== expected) faults.push(`${method} ${url} answered ${answer.status}`);
    for (const fault of missing(face, answer.headers)) faults.push(`${method} ${url} (${answer.status}) ${fault}`);
  };
  if (together) await Promise.all(asked.map(ask));
  else for (const one of asked) await ask(one);
  assert.deepEqual(faults, []);
  return statuses;
}

const holds = (statuses, ...expected) => assert.deepEqual(expected.filter((one) => !statuses.has(one)), [], `answers: ${[...statuses]}`);

// The addresses of a program's routes with something in place of each parameter: most of it does not exist, so refusals are among the answers.
const routesOf = (program) =>
  execFileSync(path.join(buildDir, 'bin', program), ['--config', path.join(site.dir, 'conf', `${program}.conf`), '--print-routes'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ method, pattern }) => [method, pattern.replace(/\{\w+\*\}/g, 'tin-tuc/').replace(/\{\w+#\}/g, '1').replace(/\{\w+\}/g, 'khong-co')]);

const asset = () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'build/assets/manifest.json'), 'utf8'));
  return Object.values(manifest).map((name) => (name.startsWith('/') ? name : `/assets/${name}`));
};

test('public host: every page, every route, every file', async () => {
  const pages = publicPages(site).map(({ path: address, status }) => ['GET', address, status]);
  const listed = Object.values(publicRoutes).flat().map(([url, status]) => ['GET', url, status]);
  const routes = routesOf('news');
  assert.ok(routes.length > 20);
  const files = asset().map((url) => ['GET', url, 200]);
  assert.ok(files.length > 3);
  const statuses = await askAll('public', site.reader(), [...pages, ...listed, ...routes, ...files]);
  holds(statuses, 200, 301, 400, 404, 410, 422);
});

test('public host: what nginx answers itself', async () => {
  const statuses = await askAll('public', site.reader(), [
    ['DELETE', '/', 405],
    ['OPTIONS', '/tin-tuc/', 405],
    ['POST', '/tin-tuc/', 405],
    ['GET', '/quan-tri/', 404],
    ['GET', '/.git/config', 404],
    ['GET', '/assets/khong-co.css', 404],
    ['GET', '/_errors/404.html', 404],
    ['GET', '/_health/news', 200],
    ['GET', '/favicon.ico', 204],
    ['HEAD', '/', 200],
    ['GET', `/tin-tuc/?x=${'a'.repeat(9000)}`, 414],
  ]);
  holds(statuses, 204, 404, 405, 414);
  const big = await site.reader().post('/tin-tuc/x/bao-cu', { note: 'x'.repeat(20_000) });
  assert.equal(big.status, 413);
  assert.deepEqual(missing('public', big.headers), []);
  const fresh = await site.reader().get('/');
  const same = await site.reader().get(asset()[0], { headers: { 'If-None-Match': (await site.reader().get(asset()[0])).headers.etag } });
  assert.equal(same.status, 304);
  for (const answer of [fresh, same]) assert.deepEqual(missing('public', answer.headers), []);
});

test('an unknown host, and what is no request at all', async () => {
  const stranger = site.reader();
  stranger.host = 'la.example';
  holds(await askAll('public', stranger, [['GET', '/', 421], ['GET', '/assets/khong-co.css', 404], ['POST', '/quan-tri/dang-nhap', 421]]), 421);
  // A header's name in lower case, as the others are read.
  const raw = (text) =>
    new Promise((resolve, reject) => {
      const socket = net.connect(site.port, '127.0.0.1', () => socket.end(text));
      let got = '';
      socket.setEncoding('utf8').on('data', (chunk) => (got += chunk)).on('error', reject);
      socket.on('end', () => {
        const [first, ...lines] = got.split('\r\n\r\n')[0].split('\r\n');
        resolve({ status: Number(first.split(' ')[1]), headers: Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)])) });
      });
    });
  for (const [text, status] of [
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: localhost\r\nBad Header\r\nContent-Length: x\r\n\r\n', 400],
    [`GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 414],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(9000)}\r\n\r\n`, 431],
  ]) {
    const answer = await raw(text);
    assert.equal(answer.status, status, text.slice(0, 60));
    assert.deepEqual(missing('public', answer.headers), [], text.slice(0, 60));
  }
});

test('office host: every page by whose work it is', async () => {
  for (const [username, pages] of Object.entries(officePages(site))) holds(await askAll('office', await site.login(username), pages.map(({ path: address, status }) => ['GET', address, status])), 200);
});

test('office host: every route asked by a stranger and by somebody logged in, without a form’s token', async () => {
  const routes = [...routesOf('admin'), ...routesOf('news-office'), ...routesOf('qa-office')];
  assert.equal(routes.length, Object.keys(officeRoutes).length, 'the routes of every office program');
  holds(await askAll('office', site.visitor(), routes), 200, 303, 401, 403);
  holds(await askAll('office', await site.login('tran.minh.chau'), routes), 200, 303, 403, 404);
});

test('office host: what nginx answers itself', async () => {
  const statuses = await askAll('office', site.visitor(), [
    ['GET', '/', 302],
    ['GET', '/quan-tri', 301],
    ['DELETE', '/quan-tri/', 405],
    ['GET', '/tin-tuc/', 404],
    ['GET', '/.env', 404],
    ['GET', '/favicon.ico', 204],
    ...asset().slice(0, 3).map((url) => ['GET', url, 200]),
  ]);
  holds(statuses, 200, 204, 301, 302, 404, 405);
  const big = await site.visitor().post('/quan-tri/dang-nhap', { username: 'x'.repeat(5 << 20) }).catch((error) => error);
  assert.equal(big.status, 413);
  assert.deepEqual(missing('office', big.headers), []);
});

test('both hosts while their programs are down', async () => {
  for (const program of ['news', 'admin', 'news-office', 'qa-office']) for (const copy of [1, 2]) site.sv('down', `${program}-${copy}`);
  // Each answer takes as long as nginx waits for a program: all at once.
  const down = [
    ['public', site.reader(), ['/khong-ai-hoi-truoc', '/tin-tuc/?truoc=1', '/tinh-thoi-han/ket-qua?so=1']],
    ['office', site.visitor(), ['/quan-tri/', '/quan-tri/dang-nhap', '/quan-tri/tin-bai/', '/quan-tri/hoi-dap/']],
  ];
  const answers = await Promise.all(down.map(([face, client, urls]) => askAll(face, client, urls.map((url) => ['GET', url]), { together: true })));
  for (const statuses of answers) assert.deepEqual([...statuses].filter((status) => ![502, 504].includes(status)), []);
});
