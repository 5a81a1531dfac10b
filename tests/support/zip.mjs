// Reads and writes zip archives as they are: what hostile ones hold, no library would write.
import zlib from 'node:zlib';

import { crc } from './files.mjs';

// A package of these files, {name: text or bytes} or [[name, text or bytes]], each packed. A name that is a Buffer stands as it is, and nothing says that it
// is UTF-8.
export function pack(files) {
  const locals = [];
  const entries = [];
  let at = 0;
  for (const [name, content] of Array.isArray(files) ? files : Object.entries(files)) {
    const called = Buffer.from(name);
    const bytes = Buffer.from(content);
    const packed = zlib.deflateRawSync(bytes);
    const head = Buffer.alloc(26); // what a local header and the directory have in common, from the version on
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(typeof name === 'string' ? 0x800 : 0, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(called.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, called, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    locals.push(local);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, called]));
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

// The files of a package by its central directory: [{name, stored, bytes}].
export function unpack(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = [];
  for (let n = 0, at = bytes.readUInt32LE(end + 16); n < bytes.readUInt16LE(end + 10); n++) {
    const [method, packed, nameLength, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(begin, begin + packed);
    files.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), stored: method === 0, bytes: method === 0 ? data : zlib.inflateRawSync(data) });
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
