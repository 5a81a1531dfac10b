// The road has carried real input: articles written through the real forms, taken through every step by the roles that the regulation names,
// read back on the public pages with their Vietnamese text exact. Real articles where the test data is at hand, the sample of tests/data otherwise; 40 of them, with PORTAL_FIGURES=all 200.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { parse } from 'node-html-parser';

import { isWhole } from '../support/figures.mjs';
import { root, startInstance } from '../support/instance.mjs';
import { documentOf, publishArticle } from '../support/journey.mjs';

const dataFolder = process.env.PORTAL_TEST_DATA ?? path.join(root, 'tests/data');
const corpus = path.join(dataFolder, 'open/tin_tuc.jsonl.zst');
const wanted = isWhole ? 200 : 40;

let site;
before(async () => {
  site = await startInstance();
});
after(() => site?.stop());

// Characters that belong to the bad-input tests: controls and zero-width.
// eslint-disable-next-line no-control-regex
const odd = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/;

function articles() {
  if (fs.existsSync(corpus)) {
    const lines = execFileSync('zstd', ['-dc', corpus], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n');
    const texts = lines.map((line) => JSON.parse(line)).map((row) => row.noi_dung ?? row.content ?? row.text ?? Object.values(row).filter((v) => typeof v === 'string').sort((a, b) => b.length - a.length)[0]);
    return texts.filter((text) => !odd.test(text) && text.trim().split('\n').length > 1).slice(0, wanted);
  }
  const demo = path.join(root, 'sql/seeds/demo/articles');
  const plain = (node) => (node.type === 'text' ? node.text : (node.content ?? []).map(plain).join(''));
  return fs
    .readdirSync(demo)
    .map((file) => JSON.parse(fs.readFileSync(path.join(demo, file), 'utf8')))
    .map((article) => [`${article.title} (bản gửi lại)`, ...article.body.content.map(plain).filter(Boolean)].join('\n'));
}

// First line cut at 200 characters is the title; the rest, paragraph by paragraph, the body.
function split(text) {
  const lines = text.normalize('NFC').split('\n').map((line) => line.trim()).filter(Boolean);
  return { title: [...lines[0]].slice(0, 200).join('').trim().replace(/\s+/g, ' '), paragraphs: lines.map((line) => line.replace(/[ \t]+/g, ' ')) };
}

const read = (html, selector) => parse(html, { comment: false }).querySelector(selector);

test('D9.1a–D15.3: articles travel from a contributor to a citizen with their Vietnamese text exact', async (t) => {
  const texts = articles();
  assert.ok(texts.length >= (fs.existsSync(corpus) ? wanted : Math.min(40, wanted)), `${texts.length} articles of ${wanted}`);
  t.diagnostic(`${texts.length} articles from ${fs.existsSync(corpus) ? corpus.split('/').slice(-2).join('/') : 'the demo content'}`);
  const reader = site.reader();
  for (const text of texts) {
    const { title, paragraphs } = split(text);
    const article = await publishArticle(site, { title, summary: '', body: documentOf(paragraphs) });
    await site.until(`${article.path} is up`, async () => (await reader.get(article.path)).status === 200);
    const page = await reader.get(article.path);
    assert.equal(decode(read(page.body, 'h1').innerHTML), title);
    const shown = read(page.body, '.reading').querySelectorAll('p').map((p) => decode(p.innerHTML));
    assert.deepEqual(shown, paragraphs, article.path);
  }
  const [[count]] = site.sql("SELECT COUNT(*) FROM news_published WHERE title <> ''");
  assert.ok(Number(count) >= texts.length);
  const check = await site.portal('check', '--json');
  const { faults, ok } = JSON.parse(check.stdout);
  assert.deepEqual({ faults, ok }, { faults: [], ok: true });
});

function decode(html) {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&nbsp;', '\u00a0').replaceAll('&amp;', '&');
}
