// What the converter makes of the Word files of the test data (D9.1a, D4.1a): a line for each with what was expected, what came, seconds and memory; no file harms
// more than itself, none takes longer than its limit, old letters are read and right ones are left alone. Needs no instance. PORTAL_FIGURES=all takes every file.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { isWhole, some } from '../support/figures.mjs';
import { buildDir, root } from '../support/instance.mjs';
import { processesBelow } from '../support/processes.mjs';
import { pack } from '../support/zip.mjs';

const data = process.env.PORTAL_TEST_DATA ?? path.join(root, 'tests/data');
const files = path.join(data, 'files');
const portal = path.join(buildDir, 'bin/portal');
const kSeconds = 60; // the machine of the tests does other work too; the limit of an instance is 20

// Whether the tools are there and may run: bubblewrap needs user namespaces.
const has = ['/usr/bin/pandoc', '/usr/lib/libreoffice/program/soffice.bin'].every((tool) => fs.existsSync(tool)) &&
  spawnSync('bwrap', ['--unshare-all', '--ro-bind', '/usr', '/usr', '--symlink', 'usr/lib64', '/lib64', '--symlink', 'usr/lib', '/lib', 'true']).status === 0;
const isHere = has && fs.existsSync(files);

let folder;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-word-'));
});
after(() => fs.rmSync(folder, { recursive: true }));

// The answer of `portal convert`, with the most memory that a process below it had, in MB.
async function convert(file, ...more) {
  const child = spawn(portal, ['convert', file, '--json', ...(more.includes('--seconds') ? [] : ['--seconds', String(kSeconds)]), ...more]);
  let out = '';
  let errors = '';
  child.stdout.on('data', (bytes) => (out += bytes));
  child.stderr.on('data', (bytes) => (errors += bytes));
  let peak = 0;
  const look = setInterval(() => {
    for (const one of processesBelow(child.pid)) peak = Math.max(peak, one.peakMb);
  }, 100);
  const [code, signal] = await new Promise((resolve) => child.on('close', (...how) => resolve(how)));
  clearInterval(look);
  assert.equal(signal, null, `${file}: ${errors}`);
  assert.equal(code, 0, `${file}: ${errors}`);
  return { ...JSON.parse(out), peak };
}

// The answers for several files, two at a time.
async function convertAll(all) {
  const answers = [];
  let next = 0;
  const one = async () => {
    for (let i = next++; i < all.length; i = next++) answers[i] = await convert(all[i]);
  };
  await Promise.all([one(), one()]);
  return answers;
}

const list = (name) => (isHere ? fs.readdirSync(path.join(files, name)).sort().map((file) => path.join(files, name, file)) : []);

function tell(t, file, wanted, answer) {
  const text = answer.text;
  const got = answer.end === 'ready' ? `${text.encoding}, ${text.doubts.length} doubts, ${text.pictures} pictures, ${text.lost.length} losses` : answer.reason;
  t.diagnostic(`${path.basename(path.dirname(file))}/${path.basename(file)}: ${answer.format || 'no document'} | ${wanted} | ${answer.end}: ${got} | ${(answer.seconds ?? 0).toFixed(1)} s | ${answer.peak} MB`);
}

// The words of a tree, a line for each block.
function words(node) {
  if (node.type === 'text') return node.text;
  if (node.type === 'hard_break') return '\n';
  const inner = (node.content ?? []).map(words).join('');
  return ['paragraph', 'heading'].includes(node.type) ? `${inner}\n` : inner;
}

test('D9_1a every Word file of the state becomes an article: Unicode as it was, with a preview', { skip: !isHere }, async (t) => {
  const all = some(list('word_vn'), 4);
  const answers = await convertAll(all);
  for (const [i, file] of all.entries()) {
    const answer = answers[i];
    tell(t, file, 'ready, unicode', answer);
    assert.equal(answer.end, 'ready', file);
    assert.equal(answer.text.encoding, 'unicode', file);
    assert.deepEqual(answer.text.doubts, [], file);
    assert.ok(words(answer.text.tree).length > 500, file);
    assert.ok(answer.parts.some((part) => part.kind === 'preview'), file);
  }
  const seconds = answers.map((answer) => answer.seconds).sort((a, b) => a - b);
  t.diagnostic(`${all.length} files, two at a time: median ${seconds[seconds.length >> 1].toFixed(1)} s, worst ${seconds.at(-1).toFixed(1)} s`);
});

const realFile = path.join(data, 'ref/tcvn3_van_ban_that_1945.json');

// The transcription is a table's work: it has lost the ư, and knows no capitals of .VnTimeH. So letters are compared without case, and without ư.
const comparable = (text) => [...text.normalize('NFC').toLowerCase().replace(/[ư\s\u00AD]/g, '')];

// How many letters of `want` stand in `got` in the same order, by the longest common subsequence within a band: a line that the transcription has elsewhere
// (a header) costs its letters, not the rest.
function matching(want, got) {
  const width = 400;
  let before = new Map();
  for (let i = 0; i <= want.length; i++) {
    const row = new Map();
    for (let j = Math.max(0, i - width); j <= Math.min(got.length, i + width); j++) {
      if (i === 0 || j === 0) row.set(j, 0);
      else if (want[i - 1] === got[j - 1]) row.set(j, (before.get(j - 1) ?? 0) + 1);
      else row.set(j, Math.max(before.get(j) ?? 0, row.get(j - 1) ?? 0));
    }
    before = row;
  }
  return Math.max(...before.values());
}

test(`D4_1a ${isWhole ? 17 : 5} real documents in TCVN3: at least 99.5 % of the letters right by their fonts, what is not sure listed`, { skip: !isHere || !fs.existsSync(realFile) }, async (t) => {
  const real = some(JSON.parse(fs.readFileSync(realFile, 'utf8')).filter((one) => one.loai === 'TCVN3'), 4);
  const total = { letters: 0, right: 0, doubts: 0, lostU: 0 };
  const answers = await convertAll(real.map((one) => path.join(files, 'word_tcvn3_1945', one.tep)));
  for (const [i, one] of real.entries()) {
    const file = path.join(files, 'word_tcvn3_1945', one.tep);
    const answer = answers[i];
    tell(t, file, 'ready, tcvn3', answer);
    assert.equal(answer.end, 'ready', file);
    assert.equal(answer.text.encoding, 'tcvn3', file);
    const text = words(answer.text.tree);
    // Behind the text it has the page's header, which an article has not (it is told so).
    const want = comparable(one.unicode_quy_doi.split('\n PAGE')[0]);
    const right = matching(want, comparable(text).slice(0, want.length + 300));
    if (right < want.length) t.diagnostic(`  ${right} of ${want.length} letters`);
    total.letters += want.length;
    total.right += right;
    total.doubts += answer.text.doubts.length;
    total.lostU += (text.match(/\u00AD/g) ?? []).length;
    // The fonts are known, so no capital is in doubt.
    assert.ok(answer.text.doubts.every((doubt) => !doubt.reason.startsWith('chữ hoa')), file);
  }
  t.diagnostic(JSON.stringify({ ...total, share: total.right / total.letters }));
  assert.ok(total.right / total.letters >= 0.995, `${total.right} of ${total.letters}`);
  assert.equal(total.lostU, 0);
});

test('D9_1a strange files: by content whatever their name, and each harms itself alone', { skip: !isHere }, async (t) => {
  const wanted = {
    'PasswordProtected.doc': /mật khẩu/,
    'bug53475-password-is-pass.docx': /mật khẩu/,
    'tcvn13878-khong-phai-pdf.pdf': /không phải văn bản/,
  };
  const lost = { '60158.docm': /macro/, 'SimpleMacro.doc': /macro/, 'EmbeddedDocument.docx': /tệp nhúng/ };
  const isNamed = (file) => path.basename(file) in { ...wanted, ...lost } || path.dirname(file).endsWith('gia_mao_duoi');
  const all = some([...list('word_la'), ...list('gia_mao_duoi')], 5, isNamed);
  const answers = await convertAll(all);
  for (const [i, file] of all.entries()) {
    const name = path.basename(file);
    const answer = answers[i];
    tell(t, file, wanted[name] ? `refused ${wanted[name]}` : 'ready, or refused with words', answer);
    assert.ok((answer.seconds ?? 0) < 2 * kSeconds, file);
    assert.notEqual(answer.end, 'later', `${file}: ${answer.reason}`);
    if (answer.end === 'refused') assert.match(answer.reason, /\p{L}.*\./u, file);
    if (wanted[name]) assert.match(answer.reason, wanted[name], file);
    if (lost[name]) assert.match(answer.text.lost.join(' '), lost[name], file);
    if (answer.end === 'ready') assert.doesNotMatch(words(answer.text.tree), /root:|\/bin\//, file);
  }
  assert.equal(answers[all.findIndex((file) => file.endsWith('luatpccc-duoi-docx.docx'))].format, 'doc');
});

const kTypes = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const kRelations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const document = (body) => `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

function put(name, members) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, pack({ '[Content_Types].xml': kTypes, '_rels/.rels': kRelations, ...members }));
  return file;
}

test('D9_1a a bomb, a path out of the package and a hang are refused with words, and the next file is converted', { skip: !isHere }, async (t) => {
  const paragraph = '<w:p><w:r><w:t>một hai ba</w:t></w:r></w:p>';
  const cases = [
    ['bom.docx', { 'word/document.xml': document(paragraph), 'word/media/a.png': Buffer.alloc(64 << 20) }, /bom nén/],
    ['ra-ngoai.docx', { 'word/document.xml': document(paragraph), '../../a.xml': 'a' }, /không hợp lệ/],
    ['qua-dai.docx', { 'word/document.xml': document(paragraph.repeat(120_000)) }, /quá dài cho một bài/],
    ['sau.docx', { 'word/document.xml': document('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)) }, /lồng nhau/],
  ];
  for (const [name, members, says] of cases) {
    const file = put(name, members);
    const answer = await convert(file);
    tell(t, file, `refused ${says}`, answer);
    assert.equal(answer.end, 'refused', name);
    assert.match(answer.reason, says, name);
  }
  const long = put('cham.docx', { 'word/document.xml': document(`<w:p>${'<w:r><w:rPr><w:b/></w:rPr><w:t>một</w:t></w:r><w:r><w:t>hai</w:t></w:r>'.repeat(45_000)}</w:p>`) });
  for (const [limit, number, says] of [['--seconds', '1', /quá 1 giây/], ['--memory-mb', '64', /bộ nhớ|bị hỏng/]]) {
    const answer = await convert(long, limit, number);
    tell(t, long, `refused ${says}`, answer);
    assert.match(answer.reason, says, `${limit} ${number}`);
  }
  const next = await convert(put('thuong.docx', { 'word/document.xml': document(paragraph) }));
  assert.equal(next.end, 'ready', next.reason);
});
