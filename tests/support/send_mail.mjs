// Mail to the board in tests, over real SMTP to the instance's own mail server, byte by byte as a sender's program would give it.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

const encoded = (text) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

// {from, name, to, subject, text, files: [{name, type, bytes}], headers: {Name: value}} -> the bytes of a mail. A header given as null is left out.
export function compose({ from, name, to, subject = 'Tin hoạt động', text = 'Nội dung tin.', files = [], headers = {} }) {
  const boundary = `=_${randomBytes(12).toString('hex')}`;
  const all = {
    From: name ? `${encoded(name)} <${from}>` : from,
    To: to,
    Subject: encoded(subject),
    Date: new Date().toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${randomBytes(12).toString('hex')}@${from.split('@')[1]}>`,
    'MIME-Version': '1.0',
    ...(files.length > 0 ? { 'Content-Type': `multipart/mixed; boundary="${boundary}"` } : { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': 'base64' }),
    ...headers,
  };
  const head = Object.entries(all)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${value}\r\n`)
    .join('');
  const base64 = (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
  if (files.length === 0) return Buffer.from(`${head}\r\n${typeof text === 'string' && !('Content-Type' in headers) ? base64(text) : text}\r\n`);
  const parts = [
    `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text)}\r\n`,
    ...files.map((file) => `--${boundary}\r\nContent-Type: ${file.type ?? 'application/octet-stream'}\r\nContent-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(file.name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(file.bytes)}\r\n`),
  ];
  return Buffer.from(`${head}\r\n${parts.join('')}--${boundary}--\r\n`);
}

// Hands `mail` to the server; gives the answer to it: {code, words}. `sender` is the envelope's: "" for the null return path.
export function handOver(site, { mail, sender, to }) {
  const port = Number(fs.readFileSync(path.join(site.dir, 'mail-port'), 'utf8'));
  const body = mail.toString('latin1').replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
  const says = ['EHLO thu.vidu.vn', `MAIL FROM:<${sender}>${mail.length > 1e6 ? ` SIZE=${mail.length}` : ''}`, `RCPT TO:<${to}>`, 'DATA', null, 'QUIT'];
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    let heard = '';
    let step = 0;
    socket.setEncoding('latin1');
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the mail server hung up'))); // nothing, once it has answered
    socket.on('data', (chunk) => {
      heard += chunk;
      if (!/^\d{3} .*\r\n$/m.test(heard)) return;
      const last = heard.trim().split('\r\n').at(-1);
      heard = '';
      const code = Number(last.slice(0, 3));
      if (step === 5 || code >= 400) {
        socket.end('QUIT\r\n');
        return resolve({ code, words: last });
      }
      const line = says[step++];
      if (line === null) {
        socket.write(body.endsWith('\r\n') ? `${body}.\r\n` : `${body}\r\n.\r\n`, 'latin1');
      } else socket.write(`${line}\r\n`);
      return undefined;
    });
  });
}

export const board = (site) => site.sql("SELECT value FROM core_setting WHERE name = 'editorial_email'")[0][0];

// Sends a mail to the board and waits until it is registered; gives its row of the ledger and of the register.
export async function sendToBoard(site, options) {
  const to = options.to ?? board(site);
  const before = Number(site.sql('SELECT COALESCE(MAX(id), 0) FROM core_mail_in')[0][0]);
  const answer = await handOver(site, { mail: options.mail ?? compose({ to, ...options }), sender: options.sender ?? options.from ?? '', to });
  if (answer.code !== 250) throw new Error(`the mail server answered ${answer.words}`);
  let row;
  await site.until('the mail is registered', () => (row = site.sql(`SELECT id, verdict, COALESCE(intake_id, ''), COALESCE(mail_id, ''), reason FROM core_mail_in WHERE id > ${before} AND verdict <> '' ORDER BY id DESC LIMIT 1`)[0]) !== undefined);
  const [id, verdict, intake, mail, reason] = row;
  const found = intake === '' ? undefined : site.sql(`SELECT code, state, hold, title, sender_name, sender_address, trust, COALESCE(person_id, ''), COALESCE(unit_id, ''), COALESCE(thread_id, ''), COALESCE(about_item, ''), files FROM core_intake WHERE id = ${intake}`)[0];
  const thing = found && Object.fromEntries(['code', 'state', 'hold', 'title', 'name', 'address', 'trust', 'person', 'unit', 'thread', 'about', 'files'].map((key, i) => [key, found[i]]));
  return { id, verdict, intake, mail, reason, thing };
}
