// Reads a zip archive as it is: no library of the tests writes one, so none is needed.
import zlib from 'node:zlib';

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
