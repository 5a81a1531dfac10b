// Mail in tests: what the instance's own mail server took, servers that behave badly, and mails read by another program (decode_mail.py).
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

import { root, sleep } from './instance.mjs';

const python = '/usr/bin/python3'; // Debian's: its modules are packages of tools/packages.txt

// Mails as Python's email reads them; `key`: also whether their DKIM signature verifies with it.
export function decode(files, { key } = {}) {
  if (files.length === 0) return [];
  return JSON.parse(execFileSync(python, [path.join(root, 'tests/support/decode_mail.py'), ...(key ? ['--dkim', key] : []), ...files], { encoding: 'utf8', maxBuffer: 1 << 26 }));
}

// Everything in the Maildir of the instance's own server, oldest first.
export function localMails(site) {
  const folder = path.join(site.dir, 'mail/new');
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name)).sort((a, b) => fs.statSync(a).mtimeMs - fs.statSync(b).mtimeMs);
  return decode(files);
}

// In place of the instance's own server, on its port, so that the running mailer meets it: {folder, mode(), taken(), mails(), stop()}.
export async function startServer(site, { tls, user } = {}) {
  site.sv('down', 'mail-server');
  const port = Number(fs.readFileSync(path.join(site.dir, 'mail-port'), 'utf8'));
  const folder = fs.mkdtempSync(path.join(site.dir, 'smtp-'));
  const args = ['--port', String(port), '--dir', folder, ...(tls ? ['--tls', ...tls] : []), ...(user ? ['--user', ...user] : [])];
  const child = spawn(python, [path.join(root, 'tests/support/smtp_server.py'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const answers = () =>
    new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
  for (let i = 0; i < 200 && !(await answers()); i++) await sleep(50);
  const taken = () => (fs.existsSync(path.join(folder, 'taken')) ? fs.readFileSync(path.join(folder, 'taken'), 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : []);
  return {
    folder,
    mode: (name) => fs.writeFileSync(path.join(folder, 'mode'), name),
    taken,
    mails: (options) => decode(taken().map(({ number }) => path.join(folder, `${number}.eml`)), options),
    async stop() {
      child.kill('SIGKILL');
      await new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.on('exit', resolve) : resolve()));
      site.sv('up', 'mail-server');
    },
  };
}
