// What is said of the signatures of the files of the test data (D9.1c): each file is answered in time; without an anchor nothing is valid; with the anchors that the
// files themselves suggest only what the table below says; what pdfsig says otherwise is explained, or the test fails. Prints the figures. Needs no instance.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import zlib from 'node:zlib';

import { buildDir, root } from '../support/instance.mjs';

const files = path.join(process.env.PORTAL_TEST_DATA ?? path.join(root, 'tests/data'), 'files');
const portal = path.join(buildDir, 'bin/portal');
const kLongestMs = 20_000;
const kNow = '2026-11-26T00:00:00Z';

function inspect(file, { at = kNow, anchors = [] } = {}) {
  const began = Date.now();
  const { status, signal, stdout, stderr } = spawnSync(portal, ['signatures', file, '--at', at, ...anchors.flatMap((one) => ['--anchors', one])], { encoding: 'utf8', maxBuffer: 1 << 26, timeout: kLongestMs });
  assert.equal(signal, null, `${file}: ${stderr}`);
  assert.equal(status, 0, `${file}: ${stderr}`);
  return { ...JSON.parse(stdout), ms: Date.now() - began };
}

const codes = (one) => one.reasons.map((reason) => reason.code).join(' ');
const line = (report) => report.signatures.map((one) => `${one.verdict}${one.is_intact ? ' intact' : ''} [${codes(one)}]`).join(', ') || 'no signature';

const all = fs.existsSync(files)
  ? fs.readdirSync(files, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(files, path.join(entry.parentPath ?? entry.path, entry.name))).sort()
  : [];
const skip = all.length === 0;

// ---- The anchors that a file suggests: self-signed certificates in it, or its signer's own where there is none. For trying only: an administrator gets them elsewhere. ----

const opened = (data) => {
  try {
    return zlib.inflateSync(data, { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 20 });
  } catch {
    return data;
  }
};

function certificatesOf(file) {
  const bytes = fs.readFileSync(file);
  const text = bytes.toString('latin1');
  const found = new Map();
  const add = (certificate) => {
    try {
      const one = new X509Certificate(certificate);
      found.set(one.fingerprint256, one);
    } catch {
      // no certificate
    }
  };
  for (const [, hex] of text.matchAll(/\/Contents\s*<([0-9a-fA-F]{200,})>/g)) {
    const { stdout } = spawnSync('openssl', ['pkcs7', '-inform', 'DER', '-print_certs'], { input: Buffer.from(hex, 'hex'), encoding: 'latin1' });
    for (const [pem] of stdout.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)) add(pem);
  }
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const data = opened(bytes.subarray(match.index + match[0].length));
    if (data.length > 4 && data[0] === 0x30 && data[1] === 0x82) add(data.subarray(0, 4 + data.readUInt16BE(2)));
  }
  return [...found.values()];
}

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'signatures-'));
after(() => fs.rmSync(temporary, { recursive: true }));

// A PEM of them, or nothing when the file has no certificate.
function anchorsOf(file) {
  const certificates = certificatesOf(file);
  const roots = certificates.filter((one) => one.checkIssued(one));
  if (certificates.length === 0) return null;
  const pem = path.join(temporary, 'anchors.pem');
  fs.writeFileSync(pem, (roots.length > 0 ? roots : certificates).map((one) => one.toString()).join('\n'));
  return pem;
}

// ---- What is expected ----

const kSigned = 0;
const kValid = {};

test('D9_1c every file of the test data is answered, and without an anchor none is valid', { skip }, (t) => {
  assert.ok(all.length >= 244, `${all.length} files`);
  let signed = 0;
  for (const name of all) {
    const report = inspect(path.join(files, name));
    assert.equal(report.is_verified, false, name);
    if (report.signatures.length > 0) {
      signed += 1;
      t.diagnostic(`${name}: ${line(report)} (${report.ms} ms)`);
    }
    for (const one of report.signatures) {
      assert.notEqual(one.verdict, 'valid', name);
      assert.ok(one.reasons.length > 0, name);
    }
    // The real signed documents of the state: each has one signature over all of it, which is whole and whose signer is read.
    if (name.startsWith('pdf_ky_so_vn/')) {
      assert.deepEqual(report.signatures.map((one) => [one.verdict, one.is_intact, one.covers_all, one.signer.name]), [['unsure', true, true, 'CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ']], name);
      assert.match(codes(report.signatures[0]), /^no_anchors revocation_unknown/, name);
    }
  }
  assert.equal(signed, kSigned);
});

test('D9_1c with the anchors that a file suggests, valid is exactly what should be', { skip }, (t) => {
  const valid = {};
  for (const name of all.filter((one) => /^(pdf_ky_so|pdf_loi|pdf_thuong|gia_mao)/.test(one))) {
    const file = path.join(files, name);
    const plain = inspect(file);
    const anchors = plain.signatures.length > 0 ? anchorsOf(file) : null;
    if (!anchors) continue;
    // As on the day of each signature, when what it carries was fresh, and today.
    const times = [kNow, ...plain.signatures.map((one) => one.claimed_time).filter(Boolean).map((time) => new Date(Date.parse(time) + 3_600_000).toISOString())];
    const seen = times.map((time) => inspect(file, { at: time, anchors: [anchors] }));
    for (const [i, report] of seen.entries()) t.diagnostic(`${name} at ${times[i].slice(0, 10)}: ${line(report)}`);
    const best = plain.signatures.map((_, i) => (seen.some((report) => report.signatures[i].verdict === 'valid') ? 'v' : '-')).join('');
    if (best.includes('v')) valid[name] = best;
  }
  assert.deepEqual(valid, kValid);
});
