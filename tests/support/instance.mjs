// A private instance of the whole site for one test file: real nginx, MariaDB and programs in a folder and on a port of their own.
//
//   const site = await startInstance();
//   after(() => site.stop());
//   const editor = await site.login('board_member');
//   const page = await editor.get('/quan-tri/');
//
// The first instance of a schema is kept stopped as a template; later ones copy its database folder and start in about two seconds.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { parse } from 'node-html-parser';

import { holderOf, tryLock } from './lock.mjs';
import { sanitizerReport } from './sanitizers.mjs';

const run = promisify(execFile);
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const buildDir = process.env.PORTAL_BUILD ?? path.join(root, 'build/dev');
const preset = path.basename(buildDir);
const isSanitized = preset === 'asan' || preset === 'tsan';
const testDir = path.join(root, 'build/test');

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// What a database folder depends on: every migration and seed, and the program that carries them out.
function templateKey(demo) {
  const hash = createHash('sha256');
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(full);
      else hash.update(entry.name).update(fs.readFileSync(full));
    }
  };
  walk(path.join(root, 'sql'));
  hash.update(fs.readFileSync(path.join(buildDir, 'bin/portal')));
  return hash.digest('hex').slice(0, 16) + (demo ? '-demo' : '-bare');
}

async function up(dir, port, demo) {
  const args = ['--dir', dir, '--port', String(port), '--preset', preset, '--no-build'];
  if (!demo) args.push('--no-demo');
  try {
    await run(path.join(root, 'tools/up'), args, { maxBuffer: 1 << 24 });
  } catch (error) {
    throw new Error(`tools/up did not bring ${dir} up:\n${error.stderr}`);
  }
}

async function down(dir, purge) {
  await run(path.join(root, 'tools/down'), ['--dir', dir, ...(purge ? ['--purge', '--yes'] : [])], { maxBuffer: 1 << 24 });
}

// Makes the template once, also when several test files start at the same time.
async function template(demo) {
  const dir = path.join(testDir, `template-${templateKey(demo)}`);
  const guard = `${dir}.making`;
  fs.mkdirSync(testDir, { recursive: true });
  let lock;
  for (let waited = 0; ; waited += 200) {
    if (fs.existsSync(path.join(dir, 'complete'))) return dir;
    lock = tryLock(guard);
    if (lock) break;
    if (waited > 800_000) throw new Error(`process ${holderOf(guard)} has been making ${dir} for too long`); // a test ends after 900 s
    await sleep(200);
  }
  try {
    if (fs.existsSync(path.join(dir, 'complete'))) return dir; // another one made it between the question and the lock
    for (const old of fs.readdirSync(testDir)) {
      // Another build's tests may be making or copying theirs at this moment.
      const made = fs.statSync(path.join(testDir, old, 'complete'), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (old.startsWith('template-') && old.endsWith(demo ? '-demo' : '-bare') && old !== path.basename(dir) && Date.now() - made > 3_600_000) {
        fs.rmSync(path.join(testDir, old), { recursive: true, force: true });
        fs.rmSync(path.join(testDir, `${old}.making`), { force: true });
      }
    }
    // What a maker left that was stopped halfway may be no instance yet.
    if (fs.existsSync(dir)) await down(dir, true).catch(() => fs.rmSync(dir, { recursive: true }));
    await up(dir, await freePort(), demo);
    await down(dir, false);
    fs.writeFileSync(path.join(dir, 'complete'), '');
  } finally {
    lock.release();
  }
  return dir;
}

// A browser without JavaScript: cookies, forms, redirects followed by hand.
export class Client {
  constructor(site, host) {
    this.site = site;
    this.host = host;
    this.cookies = new Map();
  }

  // {status, headers, body, html()}; never follows a redirect.
  request(method, url, { body, headers = {} } = {}) {
    return new Promise((resolve, reject) => {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const request = http.request(
        { host: '127.0.0.1', port: this.site.port, method, path: url, agent: false, headers: { Host: `${this.host}:${this.site.port}`, ...(cookie && { Cookie: cookie }), ...headers } },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            for (const line of response.headers['set-cookie'] ?? []) {
              const [pair, ...attributes] = line.split(';');
              const name = pair.slice(0, pair.indexOf('='));
              const value = pair.slice(pair.indexOf('=') + 1);
              if (attributes.some((a) => a.trim().toLowerCase() === 'max-age=0')) this.cookies.delete(name);
              else this.cookies.set(name, value);
            }
            const bytes = Buffer.concat(chunks);
            resolve({ status: response.statusCode, headers: response.headers, bytes, body: bytes.toString('utf8'), html: () => parse(bytes.toString('utf8')) });
          });
        },
      );
      request.on('error', reject);
      request.setTimeout(30_000, () => request.destroy(new Error(`no answer: ${method} ${url}`)));
      if (body !== undefined) request.write(body);
      request.end();
    });
  }

  get(url, options) {
    return this.request('GET', url, options);
  }

  // fields: object or [name, value] pairs (names ending in [] may repeat).
  post(url, fields, { headers = {} } = {}) {
    const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
    const body = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
    return this.request('POST', url, { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(Buffer.byteLength(body)), ...headers } });
  }

  // GET, then follow at most five redirects.
  async open(url) {
    let answer = await this.get(url);
    for (let i = 0; i < 5 && [301, 302, 303].includes(answer.status); i++) answer = await this.get(new URL(answer.headers.location, 'http://x').pathname + new URL(answer.headers.location, 'http://x').search);
    return answer;
  }

  // Sends the form of `page` that `pick` accepts, with `changes` over what the page filled in; a [name] button value rides along.
  submit(page, pick, changes = {}) {
    const form = forms(page.body).find(pick);
    if (!form) throw new Error(`no such form on the page:\n${forms(page.body).map((f) => f.action).join('\n')}`);
    const fields = form.fields.filter(([name]) => !(name in changes));
    for (const [name, value] of Object.entries(changes)) for (const one of Array.isArray(value) ? value : [value]) if (one !== null) fields.push([name, one]);
    return this.post(form.action, fields);
  }
}

// The forms of a page as a browser would send them: [{action, method, fields: [[name, value]…], text}].
export function forms(html) {
  return parse(html)
    .querySelectorAll('form')
    .map((form) => {
      const fields = [];
      for (const field of form.querySelectorAll('input, textarea, select')) {
        const name = field.getAttribute('name');
        if (!name || field.hasAttribute('disabled')) continue;
        const type = (field.getAttribute('type') ?? 'text').toLowerCase();
        if (field.tagName === 'SELECT') {
          const options = field.querySelectorAll('option');
          const chosen = options.find((o) => o.hasAttribute('selected')) ?? options[0];
          if (chosen) fields.push([name, chosen.getAttribute('value') ?? chosen.textContent]);
        } else if (field.tagName === 'TEXTAREA') {
          fields.push([name, field.textContent.replace(/^\n/, '')]);
        } else if (['checkbox', 'radio'].includes(type)) {
          if (field.hasAttribute('checked')) fields.push([name, field.getAttribute('value') ?? 'on']);
        } else if (!['submit', 'button', 'file', 'image', 'reset'].includes(type)) {
          fields.push([name, field.getAttribute('value') ?? '']);
        }
      }
      return { action: form.getAttribute('action') ?? '', method: (form.getAttribute('method') ?? 'get').toLowerCase(), fields, text: form.textContent.replace(/\s+/g, ' ').trim() };
    });
}

export class Site {
  constructor(dir, port) {
    this.dir = dir;
    this.port = port;
    this.publicHost = 'localhost';
    this.officeHost = 'quantri.localhost';
  }

  get publicOrigin() {
    return `http://localhost:${this.port}`;
  }

  get officeOrigin() {
    return `http://quantri.localhost:${this.port}`;
  }

  get run() {
    return fs.realpathSync(path.join(this.dir, 'run'));
  }

  // [{role, username, password}]
  get accounts() {
    return fs
      .readFileSync(path.join(this.dir, 'demo-accounts.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [role, username, password] = line.split(' ');
        return { role, username, password };
      });
  }

  reader() {
    return new Client(this, this.publicHost);
  }

  visitor() {
    return new Client(this, this.officeHost);
  }

  // A client logged in as the first account with that role, or as that user name.
  async login(who, { password } = {}) {
    const account = this.accounts.find((a) => a.username === who) ?? this.accounts.find((a) => a.role === who);
    if (!account) throw new Error(`no demo account for ${who}`);
    const client = this.visitor();
    const page = await client.get('/quan-tri/dang-nhap');
    const answer = await client.submit(page, (form) => form.action.startsWith('/quan-tri/dang-nhap'), { username: account.username, password: password ?? account.password });
    if (answer.status !== 303) throw new Error(`login as ${account.username} answered ${answer.status}: ${answer.html().querySelector('main')?.textContent}`);
    client.account = account;
    return client;
  }

  // Rows of a statement as the database's own administrator: [[column…]…]. For checks and faults only.
  sql(statement) {
    const out = execFileSync('mariadb', ['--no-defaults', '--default-character-set=utf8mb4', '-S', path.join(this.run, 'db.sock'), '-u', os.userInfo().username, '--batch', '--skip-column-names', 'portal', '-e', statement], { encoding: 'utf8', maxBuffer: 1 << 26 });
    return out === '' ? [] : out.replace(/\n$/, '').split('\n').map((line) => line.split('\t'));
  }

  // The operator's tool on this instance: {code, stdout, stderr}.
  portal(...args) {
    return new Promise((resolve) => {
      execFile(path.join(buildDir, 'bin/portal'), ['--dir', this.dir, '--sql-dir', path.join(root, 'sql'), ...args], { maxBuffer: 1 << 24 }, (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }));
    });
  }

  // Services of this instance, as runit names them: "news-1", "mariadb"…
  services() {
    return fs.readdirSync(path.join(this.dir, 'service'));
  }

  sv(command, service) {
    // A program under sanitizers looks for leaks before it ends.
    return execFileSync('sv', ['-w', isSanitized ? '90' : '20', command, path.join(this.dir, 'service', service)], { encoding: 'utf8' });
  }

  // The pid of a service of this instance, or nothing when it is down. Only such a pid may be signalled.
  pid(service) {
    const text = fs.readFileSync(path.join(this.dir, 'service', service, 'supervise/pid'), 'utf8').trim();
    const pid = Number(text);
    if (!Number.isInteger(pid) || pid <= 1) return undefined;
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(this.dir) ? pid : undefined;
  }

  signal(service, name) {
    const pid = this.pid(service);
    if (pid === undefined) throw new Error(`${service} is not running`);
    process.kill(pid, name);
  }

  // Waits until `ask()` is true; says `what` when it never is.
  async until(what, ask, limit = 10_000) {
    const end = Date.now() + limit;
    // A question may start a client of the database: asked ever less often, it leaves the processor to what is waited for.
    for (let pause = 30; ; pause = Math.min(pause * 1.25, 250)) {
      try {
        if (await ask()) return;
      } catch {
        // not yet
      }
      if (Date.now() > end) throw new Error(`${what}: not within ${limit} ms`);
      await sleep(pause);
    }
  }

  // nginx's own limit of logins, ten a second for an address, stands far off: for tests that log in as many (limits.test.mjs tests it).
  async liftLoginLimit() {
    const workers = () => execFileSync('ps', ['-o', 'pid=', '--ppid', String(this.pid('nginx'))], { encoding: 'utf8' }).trim().split(/\s+/);
    const maps = path.join(this.dir, 'nginx/maps.conf');
    fs.writeFileSync(maps, fs.readFileSync(maps, 'utf8').replace('zone=login:1m rate=10r/s', 'zone=login:1m rate=1000r/s'));
    const old = new Set(workers());
    this.signal('nginx', 'SIGHUP');
    await this.until('nginx works with it', () => workers().every((pid) => !old.has(pid)));
  }

  // Brings this running instance to what its `conf/` says now, as its owner does.
  up() {
    return up(this.dir, this.port, true);
  }

  async stop() {
    if (process.env.PORTAL_KEEP) {
      console.error(`kept: ${this.dir}`);
      return;
    }
    await down(this.dir, false); // leaks are reported at the end of a program
    const reports = this.sanitizerReports();
    await down(this.dir, true);
    if (reports.length > 0) throw new Error(`sanitizers reported:\n${reports.join('\n')}`);
  }

  // What AddressSanitizer and its kin wrote into this instance's logs: a program that died and was started again makes its test red all the same.
  sanitizerReports() {
    if (!isSanitized) return []; // a benchmark's access log is larger than a string can be
    const folder = path.join(this.dir, 'log');
    return fs.readdirSync(folder).flatMap((name) => {
      const report = sanitizerReport(fs.readFileSync(path.join(folder, name), 'utf8'));
      return report ? [`${name}:\n${report}`] : [];
    });
  }
}

export async function startInstance({ demo = true } = {}) {
  const from = await template(demo);
  const dir = fs.mkdtempSync(path.join(testDir, 'site-'));
  for (const part of ['data', 'secrets', ...(demo ? ['demo-accounts.txt'] : [])]) execFileSync('cp', ['-a', '--reflink=auto', '--sparse=always', path.join(from, part), path.join(dir, part)]);
  const site = new Site(dir, await freePort());
  try {
    await up(dir, site.port, demo);
  } catch (error) {
    await down(dir, true).catch(() => {});
    throw error;
  }
  return site;
}
