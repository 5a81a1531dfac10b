// A server with TLS as docs/operations.md tells to make one: nginx/tls.conf.example in place of the listen lines, tls=1 in every configuration. What the
// example promises is asked of the running server: HSTS, TLS 1.2 and 1.3 with AEAD only, plain http led to https, cookies `__Host-` and Secure (ASVS V3.3, V12).
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { forms, freePort, root, startInstance } from '../support/instance.mjs';
import { publicRoutes } from './access_routes.mjs';

const kWeb = ['news', 'news-office', 'qa-office', 'admin'];
let site;
let httpPort;
before(async () => {
  site = await startInstance();
  httpPort = await freePort();
  const folder = path.join(site.dir, 'tls');
  fs.mkdirSync(folder);
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', path.join(folder, 'privkey.pem'), '-out', path.join(folder, 'fullchain.pem')], { stdio: 'ignore' });
  const example = fs.readFileSync(path.join(root, 'nginx/tls.conf.example'), 'utf8').replaceAll('/etc/portal/tls/', `${folder}/`);
  const lines = example.split('\n').filter((line) => line && !line.startsWith('#')).join('\n    ').replace('listen 443', `listen 127.0.0.1:${site.port}`);
  const redirecting = example.match(/^# (server \{ listen 80 .*)$/m)[1].replace('listen 80', `listen 127.0.0.1:${httpPort}`);
  const hosts = path.join(site.dir, 'nginx/hosts.conf');
  const plain = fs.readFileSync(hosts, 'utf8');
  const places = new RegExp(`listen 127\\.0\\.0\\.1:${site.port}( default_server)?;`, 'g');
  assert.equal(plain.match(places).length, 3, 'each server that visitors reach');
  fs.writeFileSync(hosts, `${plain.replace(places, (all, first = '') => lines.replace(/(listen [^;]+);/, `$1${first};`))}\n${redirecting}\n`);
  const judged = spawnSync('nginx', ['-t', '-e', path.join(site.dir, 'log/nginx-error.log'), '-c', path.join(site.dir, 'nginx/portal.conf')], { encoding: 'utf8' });
  assert.equal(judged.status, 0, judged.stderr);
  assert.doesNotMatch(judged.stderr, /\[(warn|emerg)\]/);
  for (const name of fs.readdirSync(path.join(site.dir, 'conf')).filter((one) => /^[a-z-]+\.conf$/.test(one))) {
    const file = path.join(site.dir, 'conf', name);
    fs.writeFileSync(file, `${fs.readFileSync(file, 'utf8').replaceAll('=http://', '=https://')}tls=1\n`);
  }
  for (const program of kWeb) for (const copy of [1, 2]) site.sv('restart', `${program}-${copy}`);
  const workers = () => fs.readFileSync(`/proc/${site.pid('nginx')}/task/${site.pid('nginx')}/children`, 'utf8').split(' ').filter(Boolean);
  const plainOnes = workers();
  site.sv('hup', 'nginx');
  // A worker that still speaks plain http takes connections until it has heard of its end.
  await site.until('the workers of before are gone', () => !workers().some((pid) => plainOnes.includes(pid)));
  await site.until('it answers over TLS', async () => (await ask('localhost', '/')).status === 200);
});
after(() => site?.stop());

// Over TLS, the certificate unproved: it was made a moment ago.
function ask(host, url, { method = 'GET', headers = {}, body, port = site.port, over = https } = {}) {
  return new Promise((resolve, reject) => {
    const request = over.request({ host: '127.0.0.1', port, path: url, method, agent: false, rejectUnauthorized: false, headers: { Host: `${host}:${port}`, ...headers } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

// [name, value, attributes] of the cookies that an answer sets.
const cookiesOf = (answer) => (answer.headers['set-cookie'] ?? []).map((line) => line.split('; ')).map(([pair, ...rest]) => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1), rest]);

test('every answer of either host tells the browser to stay with https, errors too', async () => {
  for (const [host, urls] of [
    ['localhost', ['/', '/khong-co', '/assets/khong-co.css', ...Object.values(publicRoutes).flat().map(([url]) => url)]],
    ['quantri.localhost', ['/', '/quan-tri/', '/quan-tri/dang-nhap', '/khong-co']],
    ['la.example', ['/']],
  ])
    for (const url of urls) assert.equal((await ask(host, url)).headers['strict-transport-security'], 'max-age=31536000; includeSubDomains', `${host}${url}`);
});

test('plain http is led to https, on its own port and on this one', async () => {
  const other = await ask('localhost', '/tin-tuc/?x=1', { over: http, port: httpPort });
  assert.deepEqual([other.status, other.headers.location], [301, 'https://localhost/tin-tuc/?x=1']);
  const same = await ask('localhost', '/tin-tuc/', { over: http });
  assert.deepEqual([same.status, same.headers.location], [301, 'https://localhost/tin-tuc/']);
});

test('TLS 1.2 and 1.3 with authenticated encryption, nothing older or weaker', () => {
  const speaks = (...options) => spawnSync('openssl', ['s_client', '-connect', `127.0.0.1:${site.port}`, ...options], { input: '', encoding: 'utf8', timeout: 10_000 }).status === 0;
  assert.ok(speaks('-tls1_3'));
  assert.ok(speaks('-tls1_2'));
  assert.ok(speaks('-tls1_2', '-cipher', 'ECDHE-RSA-AES256-GCM-SHA384'));
  assert.ok(!speaks('-tls1_1', '-cipher', 'ALL:@SECLEVEL=0'));
  assert.ok(!speaks('-tls1_2', '-cipher', 'ECDHE-RSA-AES128-SHA256'), 'CBC');
  assert.ok(!speaks('-tls1_2', '-cipher', 'AES256-GCM-SHA384'), 'no forward secrecy');
});

test('readers get no cookie and addresses with https', async () => {
  const list = await ask('localhost', '/tin-tuc/');
  assert.equal(list.headers['set-cookie'], undefined);
  assert.match(list.body, new RegExp(`<link rel="canonical" href="https://localhost:${site.port}/tin-tuc/">`));
  assert.match((await ask('localhost', '/rss.xml')).body, new RegExp(`https://localhost:${site.port}/`));
});

test('the cookies before and after login are __Host-, Secure, HttpOnly and bound to this host; the name without it means nothing', async () => {
  const isBound = ([name, , attributes]) => {
    assert.match(name, /^__Host-portal/);
    for (const one of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) assert.ok(attributes.includes(one), `${name}: ${attributes}`);
    assert.ok(!attributes.some((one) => /^domain/i.test(one)), 'a __Host- cookie with a domain is none');
  };
  const page = await ask('quantri.localhost', '/quan-tri/dang-nhap');
  const before = cookiesOf(page);
  assert.deepEqual(before.map(([name]) => name), ['__Host-portal_pre']);
  before.forEach(isBound);
  const { username, password } = site.accounts.find((one) => one.username === 'tran.minh.chau');
  const token = forms(page.body).find((form) => form.action.startsWith('/quan-tri/dang-nhap')).fields.find(([name]) => name === '_csrf')[1];
  const logIn = (origin) => {
    const body = new URLSearchParams({ _csrf: token, username, password }).toString();
    return ask('quantri.localhost', '/quan-tri/dang-nhap', { method: 'POST', body, headers: { Cookie: `__Host-portal_pre=${before[0][1]}`, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(body.length) } });
  };
  assert.equal((await logIn(`http://quantri.localhost:${site.port}`)).status, 403, 'a form of the same name over http is another site’s');
  const answer = await logIn(`https://quantri.localhost:${site.port}`);
  assert.equal(answer.status, 303);
  const session = cookiesOf(answer).find(([name]) => name === '__Host-portal');
  cookiesOf(answer).forEach(isBound);
  assert.equal((await ask('quantri.localhost', '/quan-tri/', { headers: { Cookie: `__Host-portal=${session[1]}` } })).status, 200);
  assert.equal((await ask('quantri.localhost', '/quan-tri/', { headers: { Cookie: `portal=${session[1]}` } })).status, 303, 'a cookie that http or a sister host could set');
});
