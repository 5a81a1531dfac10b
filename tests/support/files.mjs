// Pictures and files for tests: made here, byte by byte, so that every test runs without a folder of test data.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib, { deflateSync } from 'node:zlib';

import { forms } from './instance.mjs';
import { pdfOf } from './pdf.mjs';

// Node's own crc32 is newer than Debian's Node.
const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
export const crc = (bytes) => (zlib.crc32 ? zlib.crc32(bytes) : [...bytes].reduce((c, byte) => table[(c ^ byte) & 0xff] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

function chunk(type, data) {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(type), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([head, named, sum]);
}

// A PNG whose upper left quarter is of the first colour, the rest of the second; `noise` makes it as large as its pixels. `text` is a comment in it.
export function png(width, height, { first = [200, 30, 30], second = [30, 60, 200], noise = false, text = '' } = {}) {
  const rows = [];
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(1 + 3 * width);
    if (noise) randomBytes(3 * width).copy(row, 1);
    else for (let x = 0; x < width; x++) row.set(x < width / 2 && y < height / 2 ? first : second, 1 + 3 * x);
    rows.push(row);
  }
  return assemble(width, height, deflateSync(Buffer.concat(rows), { level: noise ? 0 : 6 }), text);
}

// A small file that promises a picture of any size: its pixels are one colour, packed.
export function bomb(width, height) {
  return assemble(width, height, deflateSync(Buffer.alloc((1 + 3 * width) * Math.min(height, 200))), '');
}

function assemble(width, height, data, text) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', header)];
  if (text) parts.push(chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), Buffer.from(text)])));
  return Buffer.concat([...parts, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

// An uncompressed 24-bit bitmap.
export function bmp(width, height) {
  const stride = (3 * width + 3) & ~3;
  const out = Buffer.alloc(54 + stride * height, 0x40);
  out.write('BM', 0);
  out.writeUInt32LE(out.length, 2);
  out.writeUInt32LE(0, 6);
  out.writeUInt32LE(54, 10);
  out.writeUInt32LE(40, 14);
  out.writeInt32LE(width, 18);
  out.writeInt32LE(height, 22);
  out.writeUInt16LE(1, 26);
  out.writeUInt16LE(24, 28);
  out.fill(0, 30, 54);
  return out;
}

// `jpeg` with an EXIF block: lying on its side, taken by a named camera at a place (GPS).
export function withExif(jpeg, orientation = 6) {
  const tiff = Buffer.alloc(120);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(3, 8);
  const entry = (at, tag, type, count, value) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  entry(10, 0x010f, 2, 18, 50); // camera
  entry(22, 0x0112, 3, 1, orientation);
  entry(34, 0x8825, 4, 1, 70); // GPS
  tiff.write('MAY-ANH-CUA-AI-DO\0', 50, 'latin1');
  tiff.writeUInt16LE(1, 70);
  entry(72, 0x0001, 2, 2, 0x4e); // north
  const block = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)]);
}

// One page; `words` make it another file.
export const pdf = (words) => Buffer.concat([pdfOf(), Buffer.from(`% ${words}\n`)]);

// [width, height] of a JPEG, from its frame header.
export function jpegSize(bytes) {
  for (let at = 2; at < bytes.length; ) {
    const marker = bytes[at + 1];
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw new Error('no frame in this JPEG');
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

// A multipart/form-data body: fields as [name, value] pairs, files as {field, name, bytes, type}.
export function multipart(fields, files) {
  const boundary = `----thu${randomBytes(12).toString('hex')}`;
  const parts = [];
  for (const [name, value] of fields) parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  for (const { field, name, bytes, type = 'application/octet-stream' } of files)
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`, bytes, '\r\n');
  parts.push(`--${boundary}--\r\n`);
  return { body: Buffer.concat(parts.map((part) => Buffer.from(part))), type: `multipart/form-data; boundary=${boundary}` };
}

export function postFiles(client, url, fields, files, headers = {}) {
  const { body, type } = multipart(fields, files);
  return client.request('POST', url, { body, headers: { 'Content-Type': type, 'Content-Length': String(body.length), ...headers } });
}

// The edit form of an item with files and changes, as a browser without JavaScript sends it; `button` is the one that was pressed.
export async function sendForm(client, itemUrl, { files = [], changes = {}, button = null, from = `${itemUrl}/sua` } = {}) {
  const page = await client.get(from);
  const form = forms(page.body).find((one) => one.action === `${itemUrl}/sua`);
  if (!form) throw new Error(`no edit form at ${from}: ${page.status}`);
  const fields = form.fields.filter(([name]) => !(name in changes));
  for (const [name, value] of Object.entries(changes)) if (value !== null) fields.push([name, value]);
  if (button) fields.push([button, '1']);
  return postFiles(client, form.action, fields, files);
}

// As the form's script sends a picture. Gives {status, files, errors}.
export async function uploadPicture(client, itemUrl, bytes, name = 'anh.png') {
  const page = await client.get(`${itemUrl}/sua`);
  const token = forms(page.body).find((one) => one.action === `${itemUrl}/sua`)?.fields.find(([field]) => field === '_csrf')?.[1];
  const answer = await postFiles(client, `${itemUrl}/tep.json`, [['_csrf', token]], [{ field: 'anh', name, bytes }]);
  return { status: answer.status, ...(answer.status === 200 || answer.status === 422 ? JSON.parse(answer.body) : { body: answer.body }) };
}

// Waits until no picture of the item is being looked into; gives them.
export async function settled(site, client, itemUrl, limit = 60_000) {
  let files = [];
  await site.until('the converter has looked at every picture', async () => {
    files = JSON.parse((await client.get(`${itemUrl}/tep.json`)).body).files;
    return files.length > 0 && files.every((file) => file.state !== 'waiting');
  }, limit);
  return files;
}

// A picture that is ready, without the converter: a row of each kind and two small files in the store. Gives its number.
export function plantPicture(site, item) {
  const put = (bytes, format, state) => {
    const digest = sha256(bytes);
    const folder = path.join(site.dir, 'store', digest.slice(0, 2));
    fs.mkdirSync(folder, { recursive: true, mode: 0o2775 });
    fs.chmodSync(folder, 0o2775);
    fs.writeFileSync(path.join(folder, digest), bytes, { mode: 0o644 });
    return site.sql(`INSERT INTO core_file (sha256, bytes, format, state, width, height, created_at) VALUES ('${digest}', ${bytes.length}, '${format}', '${state}', 480, 360, UTC_TIMESTAMP(6)); SELECT LAST_INSERT_ID()`)[0][0];
  };
  const whole = put(png(480, 360, { text: randomBytes(8).toString('hex') }), 'png', 'ready');
  for (const format of ['jpeg', 'webp'])
    site.sql(`INSERT INTO core_file_picture (file_id, width, format, height, blob_id) VALUES (${whole}, 480, '${format}', 360, ${put(Buffer.concat([Buffer.from(format), randomBytes(16)]), format, 'made')})`);
  return site.sql(`INSERT INTO core_item_file (item_id, file_id, kind, name, created_at) VALUES (${item}, ${whole}, 'picture', 'anh.png', UTC_TIMESTAMP(6)); SELECT LAST_INSERT_ID()`)[0][0];
}

// The same for a PDF.
export function plantAttachment(site, item) {
  const bytes = pdf(randomBytes(8).toString('hex'));
  const digest = sha256(bytes);
  const folder = path.join(site.dir, 'store', digest.slice(0, 2));
  fs.mkdirSync(folder, { recursive: true, mode: 0o2775 });
  fs.chmodSync(folder, 0o2775);
  fs.writeFileSync(path.join(folder, digest), bytes, { mode: 0o644 });
  const file = site.sql(`INSERT INTO core_file (sha256, bytes, format, state, created_at) VALUES ('${digest}', ${bytes.length}, 'pdf', 'ready', UTC_TIMESTAMP(6)); SELECT LAST_INSERT_ID()`)[0][0];
  return site.sql(`INSERT INTO core_item_file (item_id, file_id, kind, name, created_at) VALUES (${item}, ${file}, 'attachment', 'ke hoach.pdf', UTC_TIMESTAMP(6)); SELECT LAST_INSERT_ID()`)[0][0];
}

export const figure = (file, { alt = 'Hội trường trong buổi họp', caption = 'Quang cảnh hội nghị. Ảnh: Văn phòng Sở' } = {}) => ({ type: 'figure', attrs: { file: Number(file), width: 100, ...(alt && { alt }), ...(caption && { caption }) } });
