// Every file of the test data sent in as an author would send it, as what its content is: taken, made, refused or not taken, each with words, its seconds and the
// most memory of a tool. The program and the worker that took them are the ones that were there before. PORTAL_FIGURES=all sends all of them, otherwise
// every fifteenth.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { some } from '../support/figures.mjs';
import { postFiles } from '../support/files.mjs';
import { forms, root, startInstance } from '../support/instance.mjs';
import { articleFields, cast, writeArticle } from '../support/journey.mjs';
import { processesBelow } from '../support/processes.mjs';

const folder = path.join(process.env.PORTAL_TEST_DATA ?? path.join(root, 'tests/data'), 'files');
const manifest = fs.existsSync(folder) ? JSON.parse(fs.readFileSync(path.join(folder, 'MANIFEST.json'), 'utf8')) : [];
const sent = some(manifest, 15);
const skip = manifest.length === 0 && 'test data is not here';

let site;
let people;
before(async () => {
  if (skip) return;
  site = await startInstance();
  people = await cast(site);
  await site.until('the node', () => site.sql('SELECT 1 FROM core_node').length === 1);
});
after(() => site?.stop());

const fieldOf = (bytes) => {
  const head = bytes.subarray(0, 8).toString('latin1');
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'tep';
  if (head.startsWith('PK') || head.startsWith('\xd0\xcf\x11\xe0') || head.startsWith('{\\rtf')) return 'tai_lieu';
  return 'anh';
};

test('every file of the test data has an end and words for it, and harms nothing but itself', { skip }, async (t) => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài nhận mọi loại tệp' }));
  const page = await people.author.get(`${url}/sua`);
  const token = forms(page.body).find((one) => one.action === `${url}/sua`).fields.find(([name]) => name === '_csrf')[1];
  const before = ['converter', 'news-office-1', 'news-office-2'].map((name) => site.pid(name));
  const table = [];
  for (const { tep, ky_vong: expected } of sent) {
    const bytes = fs.readFileSync(path.join(folder, tep));
    const field = fieldOf(bytes);
    const began = Date.now();
    const answer = await postFiles(people.author, `${url}/tep.json`, [['_csrf', token]], [{ field, name: path.basename(tep), bytes }]);
    assert.ok([200, 422].includes(answer.status), `${tep}: ${answer.status} ${answer.body.slice(0, 200)}`);
    const row = { tep, expected, field, state: 'not taken', words: '', seconds: 0, mb: 0 };
    if (answer.status === 422) {
      row.words = JSON.parse(answer.body).errors[0];
    } else {
      const use = site.sql('SELECT u.file_id, f.sha256 FROM core_item_file u JOIN core_file f ON f.id = u.file_id ORDER BY u.id DESC LIMIT 1')[0];
      let found;
      const look = setInterval(() => (row.mb = Math.max(row.mb, ...processesBelow(site.pid('converter')).map((one) => one.peakMb))), 50);
      await site.until(`${tep} has an end`, () => {
        [found] = site.sql(`SELECT state, IFNULL(reason, '') FROM core_file WHERE id = ${use[0]}`);
        return found[0] !== 'quarantine';
      }, 240_000).finally(() => clearInterval(look));
      [row.state, row.words] = found;
    }
    row.seconds = (Date.now() - began) / 1000;
    if (row.state !== 'ready') assert.ok(/[à-ỹ]/i.test(row.words), `${tep} is told in words: ${row.words}`);
    table.push(row);
  }
  for (const { tep, expected, field, state, seconds, mb, words } of table) console.log([tep, expected, field, state, `${seconds.toFixed(1)} s`, `${mb} MB`, words].join('\t'));
  const count = (state) => table.filter((one) => one.state === state).length;
  t.diagnostic(`${table.length} files: ${count('ready')} ready, ${count('refused')} refused, ${count('not taken')} not taken`);
  assert.deepEqual(['converter', 'news-office-1', 'news-office-2'].map((name) => site.pid(name)), before, 'nothing died of them');
});
