// PDFs for tests, made here: with a table of places, so that nothing has to be mended; with what acts in them; signed with keys that are made for the test.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { forms } from './instance.mjs';
import { postFiles } from './files.mjs';

// A file of these objects ("<< … >>" or whole streams), numbered from 1; the first is the catalogue.
function assemble(objects) {
  let file = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const places = [];
  objects.forEach((object, i) => {
    places.push(Buffer.byteLength(file, 'latin1'));
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const at = Buffer.byteLength(file, 'latin1');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`, 'latin1');
}

const stream = (words) => `<< /Length ${words.length} >>\nstream\n${words}\nendstream`;

// `pages` pages, each with a line of text; `catalogue` and `page` are what else stands in those objects.
export function pdfOf({ pages = 1, words = 'So Tu phap', catalogue = '', page = '' } = {}) {
  const kids = Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const objects = [`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, `<< /Type /Pages /Kids [ ${kids} ] /Count ${pages} >>`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  for (let i = 0; i < pages; i++) {
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R ${i === 0 ? page : ''} >>`);
    objects.push(stream(`BT /F1 24 Tf 72 720 Td (${words}, trang ${i + 1}) Tj ET`));
  }
  return assemble(objects);
}

// A person's certificate that signs itself, and its key; PEM files in a folder of the test. An administrator may trust it as it is.
export function newSigner(dir, name = 'Nguyen Van Ky') {
  fs.mkdirSync(dir, { recursive: true });
  const key = path.join(dir, 'key.pem');
  const cert = path.join(dir, 'cert.pem');
  const conf = path.join(dir, 'openssl.cnf');
  fs.writeFileSync(conf, '[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\n[dn]\nCN=' + name + '\nO=So Tu phap thu nghiem\n[ext]\nkeyUsage=critical,digitalSignature,nonRepudiation\nbasicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\n');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', cert, '-days', '3650', '-config', conf], { stdio: 'ignore' });
  const fingerprint = execFileSync('openssl', ['x509', '-in', cert, '-noout', '-fingerprint', '-sha256']).toString().trim().split('=')[1];
  return { key, cert, dir, pem: fs.readFileSync(cert, 'utf8'), fingerprint };
}

// A PDF with one signature over all of it (adbe.pkcs7.detached, no look).
export function signedPdf(signer, words = 'Quyet dinh 125/QD-STP') {
  const kGap = 8192; // hexadecimal digits
  const now = new Date(Date.now() + 7 * 3600_000).toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ 6 0 R ] /SigFlags 3 >> >>',
    '<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R /Annots [ 6 0 R ] >>',
    stream(`BT /F1 24 Tf 72 720 Td (${words}) Tj ET`),
    '<< /Type /Annot /Subtype /Widget /FT /Sig /T (ChuKy1) /Rect [ 0 0 0 0 ] /F 132 /P 4 0 R /V 7 0 R >>',
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:${now}+07'00') /ByteRange [ 0 AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC ] /Contents <${'0'.repeat(kGap)}> >>`,
  ];
  let file = assemble(objects).toString('latin1');
  const from = file.indexOf('/Contents <000') + '/Contents '.length;
  const to = from + kGap + 2;
  const pad = (number) => String(number).padEnd(10, ' ');
  file = file.replace('AAAAAAAAAA', pad(from)).replace('BBBBBBBBBB', pad(to)).replace('CCCCCCCCCC', pad(file.length - to));
  const content = path.join(signer.dir, 'content');
  fs.writeFileSync(content, Buffer.from(file.slice(0, from) + file.slice(to), 'latin1'));
  const der = execFileSync('openssl', ['cms', '-sign', '-binary', '-cades', '-md', 'sha256', '-in', content, '-signer', signer.cert, '-inkey', signer.key, '-outform', 'DER']);
  return Buffer.from(file.slice(0, from + 1) + der.toString('hex').padEnd(kGap, '0') + file.slice(to - 1), 'latin1');
}

// Sends an attachment with the edit form; gives its number, or the page that refused it.
export async function attach(client, itemUrl, bytes, name = 'van-ban.pdf') {
  const page = await client.get(`${itemUrl}/sua`);
  const token = forms(page.body).find((one) => one.action === `${itemUrl}/sua`)?.fields.find(([field]) => field === '_csrf')?.[1];
  const answer = await postFiles(client, `${itemUrl}/tep.json`, [['_csrf', token]], [{ field: 'tep', name, bytes }]);
  const body = JSON.parse(answer.body);
  return { status: answer.status, errors: body.errors, file: body.attachments.at(-1) };
}

// Waits until the converter has looked at every attachment of the item; gives them.
export async function looked(site, client, itemUrl, limit = 60_000) {
  let files = [];
  await site.until('the converter has looked at every attachment', async () => {
    files = JSON.parse((await client.get(`${itemUrl}/tep.json`)).body).attachments;
    return files.length > 0 && files.every((file) => file.state !== 'waiting');
  }, limit);
  return files;
}

// A certificate that is to be trusted one day, as a row: for pages that show it. Gives its number.
export function plantAnchor(site) {
  const fingerprint = randomBytes(32).toString('hex');
  return site.sql(`INSERT INTO core_trust_anchor (fingerprint, pem, name, subject, issuer, serial, not_after, source, valid_from, added_by, added_at) SELECT '${fingerprint}', '', 'Chứng thư thử ${fingerprint.slice(0, 4)}', 'CN=Chứng thư thử', 'CN=Chứng thư thử', '07', '2030-01-01', 'Bài thử', '2099-01-01', MIN(id), UTC_TIMESTAMP(6) FROM core_person; SELECT LAST_INSERT_ID()`)[0][0];
}
