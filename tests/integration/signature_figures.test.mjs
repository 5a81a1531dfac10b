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
const kLongestMs = 60_000; // a hang; on a free machine the longest of the test data takes a tenth of a second
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

const kSigned = 47; // files with a signature, of those that libqpdf can read at all
const kVietnamese = ['06-bct.signed', '188-vpcp.signed', '2450-kgvx.signed', '2470-qhdp.signed', '255-nn.signed', '288-ttg.signed', 'rag-src-d-04'].map((name) => `pdf_ky_so_vn/${name}.pdf`);

// Which signatures are valid at some time, in their order: v; all others of the test data never are.
const kValid = {
  'pdf_ky_so_dss/DSS-3226.pdf': 'vv', // the second signature shows nothing
  'pdf_ky_so_dss/DSS1376-rev_n-5.pdf': 'v', // its later revisions, n-4 to n-1, fill in fields
  'pdf_ky_so_dss/PAdES-BpB-att-SHA256-SHA3_224withRSA.pdf': 'v',
  'pdf_ky_so_dss/doc-firmado-LT.pdf': 'v', // proofs in the DSS, and a stamp
  'pdf_ky_so_dss/pdf-structtreeroot-changes.pdf': '-v', // the second signature is seen over the first
  'pdf_ky_so_pyhanko/minimal-two-fields-signed-twice.pdf': '-v',
  'pdf_ky_so_pyhanko/pades-lta-dss-indirect-arrs-test.pdf': 'vv', // also today: a document time stamp proves the time
  ...Object.fromEntries(kVietnamese.map((name) => [name, 'v'])), // pinned: the file carries the signer's certificate alone
};
const kOtherTimes = { 'pdf_ky_so_dss/doc-firmado-LT.pdf': ['2018-09-17T08:00:00Z'] }; // its proofs were made two days after signing

// Why pdfsig, another library's judge, says otherwise of a signature's bytes.
const kOtherwise = {
  'pdf_ky_so_dss/PAdES-BpB-att-SHA256-SHA3_224withRSA.pdf': 'NSS knows no SHA-3',
  'pdf_ky_so_dss/Signature-P-BG_BOR-2.pdf': 'pdfsig judges no document time stamps',
  'pdf_ky_so_pyhanko/pades-lta-dss-indirect-arrs-test.pdf': 'pdfsig judges no document time stamps',
  'pdf_ky_so_pyhanko/one-byterange.pdf': 'a ByteRange of two numbers leaves the rest of the file unsigned; pdfsig says valid',
  'pdf_ky_so_pyhanko/pdf-sig-with-econtent.pdf': 'the signature holds its content; we do not judge that, pdfsig does',
  'pdf_ky_so_pyhanko/sig-with-ski-sid.pdf': 'NSS does not find the signer by its key identifier',
  'pdf_ky_so_dss/siwa.pdf': 'signature wrapping: ByteRange does not go around Contents; pdfsig says valid',
};

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
      assert.equal(codes(report.signatures[0]), 'no_anchors revocation_unknown unproved_time', name);
    }
  }
  assert.equal(signed, kSigned);
});

test('D9_1c with the anchors that a file suggests, valid is exactly what should be', { skip }, (t) => {
  const valid = {};
  for (const name of all) {
    const file = path.join(files, name);
    const plain = inspect(file);
    const anchors = plain.signatures.length > 0 ? anchorsOf(file) : null;
    if (!anchors) continue;
    // As at each signature, when what it carries was fresh, and today.
    const claimed = plain.signatures.map((one) => one.claimed_time).filter(Boolean).map((time) => new Date(Date.parse(time) + 300_000).toISOString());
    const seen = [kNow, ...claimed, ...(kOtherTimes[name] ?? [])].map((at) => inspect(file, { at, anchors: [anchors] }));
    for (const report of seen) t.diagnostic(`${name} at ${report.at}: ${line(report)}`);
    const best = plain.signatures.map((_, i) => (seen.some((report) => report.signatures[i].verdict === 'valid') ? 'v' : '-')).join('');
    if (best.includes('v')) valid[name] = best;
  }
  assert.deepEqual(valid, kValid);
});

test('D9_1c one byte that is changed in a signed file makes its signature invalid, whoever is trusted', { skip }, () => {
  for (const name of Object.keys(kValid)) {
    const file = path.join(files, name);
    const bytes = fs.readFileSync(file);
    const anchors = anchorsOf(file);
    // In the producer's comment behind the head, which nothing depends on, and so many bytes before the first signature that it is in what all of them cover.
    const changed = path.join(temporary, 'changed.pdf');
    const at = bytes.indexOf('%', 5) + 1;
    bytes[at] ^= 1;
    fs.writeFileSync(changed, bytes);
    const report = inspect(changed, { anchors: [anchors] });
    assert.equal(report.signatures.length, kValid[name].length, name);
    for (const one of report.signatures) {
      assert.deepEqual([one.verdict, one.is_intact], ['invalid', false], `${name}: ${codes(one)}`);
      assert.match(codes(one), /digest_mismatch/, name);
    }
  }
});

const hasPdfsig = spawnSync('pdfsig', ['-v']).status !== null;

test('D9_1c what pdfsig says otherwise of a signature is explained', { skip: skip || !hasPdfsig }, (t) => {
  const unexplained = [];
  const differing = new Set();
  let compared = 0;
  for (const name of all.filter((one) => one.endsWith('.pdf'))) {
    const file = path.join(files, name);
    const ours = inspect(file).signatures;
    const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8', timeout: kLongestMs });
    const theirs = stdout.split(/^Signature #\d+:/m).slice(1).filter((one) => /Signature Validation:/.test(one));
    // The same signature on both sides: by the field.
    for (const one of ours) {
      const other = theirs.find((block) => block.includes(`Signature Field Name: ${one.field}\n`)) ?? (ours.length === 1 && theirs.length === 1 ? theirs[0] : null);
      const says = other === null || other === undefined ? 'nothing' : other.match(/Signature Validation: (.*)/)[1];
      compared += 1;
      const isSame = (says === 'Signature is Valid.') === one.is_intact && (other ? /^ *- Total document signed/m.test(other) === one.covers_all : true);
      if (isSame) continue;
      differing.add(name);
      t.diagnostic(`${name} ${one.field}: ${one.verdict} ${one.is_intact ? 'intact' : 'not intact'} ${one.covers_all ? 'whole' : 'part'} [${codes(one)}], pdfsig: ${says}: ${kOtherwise[name] ?? 'NOT EXPLAINED'}`);
      if (!kOtherwise[name]) unexplained.push(`${name} ${one.field}`);
    }
  }
  t.diagnostic(`${compared} signatures compared, ${differing.size} files differ`);
  assert.ok(compared >= 60, `${compared}`);
  assert.deepEqual(unexplained, []);
  assert.deepEqual(Object.keys(kOtherwise).filter((name) => !differing.has(name)), [], 'explained, and no longer different');
});

test('D9_1c a file that inflates without end is answered within the limits', (t) => {
  // Objects in a stream that is packed twice: a few kilobytes stand for two gigabytes.
  const part = zlib.deflateRawSync(Buffer.alloc(1 << 28, ' '), { finishFlush: zlib.constants.Z_SYNC_FLUSH });
  const packed = zlib.deflateSync(Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array(8).fill(part), Buffer.from([3, 0])]), { level: 9 });
  const parts = ['%PDF-1.7\n'];
  const offsets = {};
  const object = (number, text, data = null) => {
    offsets[number] = Buffer.concat(parts.map((part) => Buffer.from(part, 'latin1'))).length;
    parts.push(`${number} 0 obj\n${text}\n`);
    if (data) parts.push('stream\n', data.toString('latin1'), '\nendstream\n');
    parts.push('endobj\n');
  };
  object(1, '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R >>');
  object(2, '<< /Type /Pages /Kids [] /Count 0 >>');
  object(3, `<< /Type /ObjStm /N 1 /First 5 /Filter [/FlateDecode /FlateDecode] /Length ${packed.length} >>`, packed);
  const start = Buffer.concat(parts.map((part) => Buffer.from(part, 'latin1'))).length;
  const entry = (type, field2, field3) => Buffer.from([type, field2 >> 24, (field2 >> 16) & 255, (field2 >> 8) & 255, field2 & 255, field3]);
  const table = Buffer.concat([entry(0, 0, 255), entry(1, offsets[1], 0), entry(1, offsets[2], 0), entry(1, offsets[3], 0), entry(2, 3, 0), entry(1, start, 0)]);
  object(5, `<< /Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R /Length ${table.length} >>`, table);
  parts.push(`startxref\n${start}\n%%EOF\n`);
  const file = path.join(temporary, 'bomb.pdf');
  fs.writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part, 'latin1'))));
  assert.ok(fs.statSync(file).size < 1 << 20, `${fs.statSync(file).size}`);
  const began = Date.now();
  const measure = 'import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(code)';
  const { status, stdout, stderr } = spawnSync('python3', ['-c', measure, portal, 'signatures', file], { encoding: 'utf8', timeout: kLongestMs });
  assert.equal(status, 0, stderr);
  const report = { ...JSON.parse(stdout), ms: Date.now() - began };
  const megabytes = Number(stderr.trim()) / 1024;
  t.diagnostic(`${megabytes} MB, ${report.ms} ms`);
  if (!/asan|tsan/.test(buildDir)) assert.ok(megabytes < 1024, `${megabytes} MB`); // sanitizers reserve more than the limit, so it is not set for them
  assert.deepEqual([report.is_verified, report.reasons.map((reason) => reason.code)], [false, ['unreadable']]);
  assert.ok(report.ms < kLongestMs, `${report.ms} ms`);
});
