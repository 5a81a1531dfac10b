// What the benchmarks share: load by wrk, processor time of exactly the processes that did the work, medians, a second nginx for yardsticks.
import { execFile, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { buildDir, sleep } from '../support/instance.mjs';

const run = promisify(execFile);
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const round = (value, digits = 2) => Number(value.toFixed(digits));

// A row of the table; `bar` is the most allowed (the least, with `least`).
export function row(what, value, bar, { unit = '×', detail = '', least = false } = {}) {
  return { what, value: round(value), bar, unit, detail, least, ok: least ? value >= bar : value <= bar };
}

// Seconds of processor time that a process and its children have used.
function cpuOf(pid) {
  const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

export const childrenOf = (pid) =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
    .map(Number);

export const cpu = (pids) => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);

// Loads `url` for `seconds`; microseconds of processor time of `pids` per request, and requests a second.
export async function load(url, pids, { seconds = 4, connections = 8, headers = {}, script } = {}) {
  const before = cpu(pids);
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, ...Object.entries(headers).flatMap(([k, v]) => ['-H', `${k}: ${v}`])];
  if (script) args.push('-s', script);
  const { stdout } = await run('wrk', [...args, url]);
  const requests = Number(/(\d+) requests in/.exec(stdout)[1]);
  const bad = /Non-2xx or 3xx responses: (\d+)/.exec(stdout);
  const broken = /Socket errors: (.*)/.exec(stdout);
  if (bad || broken) throw new Error(`${url}: ${stdout}`);
  await sleep(100);
  return { microseconds: ((cpu(pids) - before) / requests) * 1e6, perSecond: requests / seconds, requests };
}

// Loads A and B in turn, `rounds` times: medians and the median of the pairwise ratios.
export async function compare(a, b, rounds = 5) {
  const pairs = [];
  await a();
  await b();
  for (let i = 0; i < rounds; i++) pairs.push([await a(), await b()]);
  const per = (i) => median(pairs.map((pair) => pair[i].microseconds));
  return { ratio: median(pairs.map(([x, y]) => x.microseconds / y.microseconds)), a: per(0), b: per(1), detail: `${round(per(0), 1)} và ${round(per(1), 1)} µs CPU một lượt` };
}

// FastCGI programs behind an nginx of their own, uncached and uncompressed: {name: {command, args}} → {port, pid(name), nginx, stop()}.
export async function yardsticks(site, programs) {
  const dir = path.join(site.dir, 'bench');
  fs.mkdirSync(dir, { recursive: true });
  const children = {};
  for (const [name, { command, args }] of Object.entries(programs)) {
    const socket = path.join(site.run, `bench-${name}.sock`);
    children[name] = spawn('spawn-fcgi', ['-n', '-s', socket, '--', path.join(buildDir, 'bin', command), ...args], { stdio: ['ignore', 'ignore', fs.openSync(path.join(dir, `${name}.log`), 'a')] });
  }
  const port = site.port + 1;
  const locations = Object.keys(programs)
    .map((name) => `location = /${name} { include ${site.dir}/nginx/fastcgi_common.conf; fastcgi_param REQUEST_URI $bench_uri; fastcgi_param HTTP_ACCEPT_ENCODING ""; fastcgi_pass unix:${site.run}/bench-${name}.sock; }`)
    .join('\n');
  const others = Object.entries({ news: 'news' })
    .map(([name, socket]) => `location / { include ${site.dir}/nginx/fastcgi_common.conf; fastcgi_param HTTP_ACCEPT_ENCODING ""; fastcgi_pass unix:${site.run}/${socket}.sock; }`)
    .join('\n');
  fs.writeFileSync(
    path.join(dir, 'nginx.conf'),
    `${process.getuid() === 0 ? 'user root;' : ''}\ndaemon off;\npid ${site.run}/bench-nginx.pid;\nworker_processes 1;\nerror_log ${dir}/nginx.log;\nevents {}\nhttp { access_log off; map $uri $bench_uri { default "/"; }
client_body_temp_path ${dir}/b; fastcgi_temp_path ${dir}/f; proxy_temp_path ${dir}/p; uwsgi_temp_path ${dir}/u; scgi_temp_path ${dir}/s;
fastcgi_buffers 16 16k; fastcgi_buffer_size 16k;
server { listen 127.0.0.1:${port}; server_name localhost; ${locations}\n${others} } }`,
  );
  children.nginx = spawn('nginx', ['-e', path.join(dir, 'nginx.log'), '-c', path.join(dir, 'nginx.conf')], { stdio: 'ignore' });
  await sleep(1500);
  return {
    port,
    pid: (name) => children[name].pid,
    workers: () => childrenOf(children.nginx.pid),
    async stop() {
      for (const child of Object.values(children)) child.kill('SIGTERM');
      await sleep(500);
      for (const child of Object.values(children)) if (child.exitCode === null) child.kill('SIGKILL');
    },
  };
}

export const nginxWorkers = (site) => childrenOf(site.pid('nginx'));
export const programs = (site, name) => [site.pid(`${name}-1`), site.pid(`${name}-2`)];

// The address of a typical article: the one whose page is nearest 25 KB.
export function articlePath(site) {
  const [[address]] = site.sql("SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id JOIN news_published_body b ON b.item_id = p.item_id WHERE p.kind = 'news' ORDER BY LENGTH(b.body_html) DESC LIMIT 1");
  return address;
}
