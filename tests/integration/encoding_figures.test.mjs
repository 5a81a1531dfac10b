// What the detector of encodings says of real documents in TCVN3, of real articles and laws in Unicode, and of the sentences of the test data (D4.1a).
// Prints the figures. Needs no instance.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { isWhole } from '../support/figures.mjs';
import { buildDir, root } from '../support/instance.mjs';

const data = process.env.PORTAL_TEST_DATA ?? path.join(root, 'tests/data');
const portal = path.join(buildDir, 'bin/portal');

// One answer of `portal decode` for each text.
function decode(texts) {
  const input = texts.map((text) => JSON.stringify(text)).join('\n') + '\n';
  const { status, stdout, stderr } = spawnSync(portal, ['decode', '--lines'], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  assert.equal(status, 0, stderr);
  return stdout.trim().split('\n').map((line) => JSON.parse(line));
}

const rows = (name) => execFileSync('zstd', ['-dc', path.join(data, 'open', name)], { encoding: 'utf8', maxBuffer: 1 << 30 }).trim().split('\n').map((line) => JSON.parse(line));

// Every text of a row that is long enough to be one.
function textsOf(value) {
  if (typeof value === 'string') return value.length > 20 ? [value] : [];
  if (value && typeof value === 'object') return Object.values(value).flatMap(textsOf);
  return [];
}

test('D4_1a real articles and laws in Unicode: none is converted, and none is doubted', { skip: !fs.existsSync(path.join(data, 'open/tin_tuc.jsonl.zst')) }, (t) => {
  // Every article and recent law, and every eighth of the large collection: a debug build reads half a million letters a second. PORTAL_FIGURES=all: all of them.
  for (const [name, each] of [['tin_tuc.jsonl.zst', 1], ['vanban_moi.jsonl.zst', 1], ['vanban_phapdien.jsonl.zst', isWhole ? 1 : 8]]) {
    const all = rows(name).filter((_, i) => i % each === 0);
    const texts = all.flatMap((row) => textsOf(row).map((text) => text.normalize('NFC')));
    const began = Date.now();
    const answers = decode(texts);
    const took = Date.now() - began;
    const converted = texts.filter((text, i) => answers[i].text !== text || answers[i].encoding !== 'unicode');
    t.diagnostic(`${name}: ${all.length} rows, ${texts.length} texts, ${texts.reduce((sum, text) => sum + text.length, 0)} letters, ${converted.length} converted, ${took} ms with reading and writing JSON`);
    assert.deepEqual(converted.map((text) => text.slice(0, 200)), [], name);
  }
});

const realFile = path.join(data, 'ref/tcvn3_van_ban_that_1945.json');

// Compares letter by letter. The transcription is a table's work: it has lost the ư as its input has, and knows no capitals of the font .VnTimeH.
function compare(answer, wanted) {
  const letters = [...answer.text];
  const doubts = new Map(answer.doubts.map((doubt) => [doubt.position - 1, doubt]));
  const want = [...wanted];
  const sum = { letters: want.length, exact: 0, folded: 0, listed: 0, unlisted: 0, restored: 0 };
  let at = 0;
  for (const [i, letter] of letters.entries()) {
    const doubt = doubts.get(i);
    if (doubt && doubt.was === '') {
      sum.restored += 1;
      continue;
    }
    if (letter === want[at]) sum.exact += 1;
    else if (doubt) sum.listed += 1;
    else sum.unlisted += 1;
    if (letter.toLowerCase() === want[at]?.toLowerCase()) sum.folded += 1;
    at += 1;
  }
  assert.equal(at, want.length, 'as many letters as the transcription has');
  return sum;
}

test('D4_1a 17 real TCVN3 documents: at least 99.5 % of the letters right, and every other one listed as doubtful', { skip: !fs.existsSync(realFile) }, (t) => {
  const real = JSON.parse(fs.readFileSync(realFile, 'utf8')).filter((one) => one.loai === 'TCVN3');
  assert.equal(real.length, 17);
  const answers = decode(real.map((one) => one.tcvn3_nhin_nhu_cp1252));
  const total = { letters: 0, exact: 0, folded: 0, listed: 0, unlisted: 0, restored: 0 };
  for (const [i, one] of real.entries()) {
    assert.equal(answers[i].encoding, 'tcvn3', one.tep);
    assert.ok(answers[i].is_sure, one.tep);
    const sum = compare(answers[i], one.unicode_quy_doi);
    for (const key of Object.keys(total)) total[key] += sum[key];
  }
  t.diagnostic(JSON.stringify(total));
  assert.ok(total.folded / total.letters >= 0.995, `${total.folded} of ${total.letters}`);
  assert.equal(total.unlisted, 0);
});

const vectorFile = path.join(data, 'ref/bang_ma_cu_vector.json');

test('D4_1a the sentences of the test data in each encoding', { skip: !fs.existsSync(vectorFile) }, () => {
  // Rows of letters say nothing of their encoding; tests/unit/encoding reads every letter of every table.
  const sentences = JSON.parse(fs.readFileSync(vectorFile, 'utf8')).filter((vector) => !/đơư/i.test(vector.unicode_nfc));
  assert.ok(sentences.length >= 8);
  for (const vector of sentences) {
    for (const [key, encoding] of [['TCVN3', 'tcvn3'], ['VNI-WIN', 'vni'], ['VPS', 'vps'], ['VISCII', 'viscii'], ['CP1258', 'windows-1258']]) {
      if (!vector[key]) continue;
      const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'portal-decode-')), 'text');
      fs.writeFileSync(file, Buffer.from(vector[key].hex, 'hex'));
      const bytes = JSON.parse(execFileSync(portal, ['decode', '--json', '--file', file], { encoding: 'utf8' }));
      fs.rmSync(path.dirname(file), { recursive: true });
      for (const answer of [bytes, decode([vector[key].nhin_nhu_cp1252])[0]]) {
        const same = (a) => a.normalize('NFC').toLowerCase();
        assert.equal(same(answer.text), same(vector.unicode_nfc), `${key}: ${vector.unicode_nfc}`);
        if (answer.is_changed) assert.equal(answer.encoding, encoding, vector.unicode_nfc);
      }
    }
  }
});
