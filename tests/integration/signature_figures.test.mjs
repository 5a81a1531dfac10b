// What is said of the signatures of the PDF files of the test data (D9.1c): a line for each, no crash, and none "valid" that nobody is trusted for, that is damaged by
// its name, or that was changed after signing. Needs no instance.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { buildDir, root } from '../support/instance.mjs';

const files = path.join(process.env.PORTAL_TEST_DATA ?? path.join(root, 'tests/data'), 'files');
const portal = path.join(buildDir, 'bin/portal');
const kLongestMs = 20_000;

function inspect(file, ...more) {
  const began = Date.now();
  const { status, signal, stdout, stderr } = spawnSync(portal, ['signatures', file, ...more], { encoding: 'utf8', maxBuffer: 1 << 26, timeout: kLongestMs });
  assert.equal(signal, null, `${file}: ${stderr}`);
  assert.equal(status, 0, `${file}: ${stderr}`);
  return { ...JSON.parse(stdout), ms: Date.now() - began };
}

const pdfs = fs.existsSync(files)
  ? fs.readdirSync(files, { recursive: true }).map(String).filter((name) => name.endsWith('.pdf')).sort()
  : [];

test('D9_1c every PDF of the test data is answered, and without an anchor none is valid', { skip: pdfs.length === 0 }, (t) => {
  for (const name of pdfs) {
    const report = inspect(path.join(files, name));
    t.diagnostic(`${name}: ${report.signatures.map((one) => `${one.verdict}${one.is_intact ? ' intact' : ''} [${one.reasons.map((reason) => reason.code).join(' ')}]`).join(', ') || 'no signature'} (${report.ms} ms)`);
    assert.equal(report.is_verified, false, name);
    for (const one of report.signatures) {
      assert.notEqual(one.verdict, 'valid', name);
      assert.ok(one.reasons.length > 0, name);
    }
    // The real signed documents of the state: each signature is found, and its signer is read.
    if (name.startsWith('pdf_ky_so_vn/')) {
      assert.ok(report.signatures.length > 0, name);
      assert.ok(report.signatures.every((one) => one.signer === null || one.signer.subject), name);
    }
  }
});

test('D9_1c a file whose name says that its digest is wrong, or that it was corrupted, is invalid', { skip: pdfs.length === 0 }, () => {
  for (const name of pdfs.filter((one) => /HASH_FAILURE|corrupted/i.test(one))) {
    const report = inspect(path.join(files, name));
    for (const one of report.signatures) assert.equal(one.is_intact, false, `${name}: ${JSON.stringify(one.reasons)}`);
  }
});
