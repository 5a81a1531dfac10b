// Published is a table: it says exactly what was posted, can be written again, and a difference or a tampered trail is found by `portal check`.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';

let site;
before(async () => {
  site = await startInstance();
});
after(() => site?.stop());

const check = async () => {
  const answer = await site.portal('check', '--json');
  assert.notEqual(answer.stdout, '', answer.stderr);
  const { faults, ok } = JSON.parse(answer.stdout);
  return { code: answer.code, ok, faults };
};

test('the demo instance is as it should be', async () => {
  assert.deepEqual(await check(), { code: 0, ok: true, faults: [] });
});

test('rebuild-published writes the same rows again', async () => {
  const tables = ['news_published', 'news_published_body', 'news_listed', 'news_month', 'site_section', 'site_person', 'site_unit', 'site_setting'];
  const read = () => tables.map((table) => site.sql(`SELECT * FROM ${table} ORDER BY 1, 2`));
  const before = read();
  assert.ok(before[0].length >= 40);
  for (const table of ['news_listed', 'news_month', 'news_published_body', 'news_published', 'site_section', 'site_person', 'site_unit', 'site_setting']) site.sql(`DELETE FROM ${table}`);
  assert.equal((await check()).code, 1);
  assert.equal((await site.portal('rebuild-published')).code, 0);
  assert.deepEqual(read(), before);
  assert.equal((await check()).code, 0);
});

test('a published row that says something else than what was posted is found', async () => {
  const [[id, title]] = site.sql('SELECT item_id, title FROM news_published ORDER BY item_id LIMIT 1');
  site.sql(`UPDATE news_published SET title = 'Tiêu đề khác' WHERE item_id = ${id}`);
  const found = await check();
  assert.equal(found.code, 1);
  assert.equal(found.faults[0].part, 'published');
  site.sql(`UPDATE news_published SET title = '${title.replaceAll("'", "''")}' WHERE item_id = ${id}`);
  assert.equal((await check()).code, 0);
});

// F43: each way to tamper with the trail, and back again.
const [chain, seq] = ['item:1', 3];
for (const [what, change] of [
  ['a row is edited', `UPDATE core_audit SET action = 'verify' WHERE chain = '${chain}' AND seq = ${seq}`],
  ['the person of a row is changed', `UPDATE core_audit SET person_id = person_id + 1 WHERE chain = '${chain}' AND seq = ${seq}`],
  ['the time of a row is changed', `UPDATE core_audit SET at = at - INTERVAL 1 DAY WHERE chain = '${chain}' AND seq = ${seq}`],
  ['a row is removed', `DELETE FROM core_audit WHERE chain = '${chain}' AND seq = ${seq}`],
  ['the last row is removed', `DELETE FROM core_audit WHERE chain = '${chain}' ORDER BY seq DESC LIMIT 1`],
  ['a whole chain is removed', `DELETE FROM core_audit WHERE chain = '${chain}'`],
  ['a reason is rewritten', "UPDATE core_audit_note SET note = 'khác' WHERE chain LIKE 'item:%' LIMIT 1"],
  ['a state is set by hand', "UPDATE core_item SET state = 'published' WHERE state = 'editing' LIMIT 1"],
  ['a version is added by hand', `INSERT INTO core_item_version SELECT item_id, version + 50, person_id, account_id, step, content_digest, created_at FROM core_item_version WHERE item_id = 1`],
]) {
  test(`F43 tampering shows: ${what}`, async () => {
    assert.equal((await check()).code, 0);
    site.sql('CREATE TABLE keep_audit AS SELECT * FROM core_audit');
    site.sql('CREATE TABLE keep_note AS SELECT * FROM core_audit_note');
    site.sql('CREATE TABLE keep_state AS SELECT id, state FROM core_item');
    try {
      site.sql(change);
      const found = await check();
      assert.equal(found.code, 1, `${what} was not seen`);
      assert.equal(found.faults[0].part, 'audit');
      assert.match(found.faults[0].fault, /^item:\d+/);
    } finally {
      site.sql('DELETE FROM core_audit; INSERT INTO core_audit SELECT * FROM keep_audit; DROP TABLE keep_audit');
      site.sql('DELETE FROM core_audit_note; INSERT INTO core_audit_note SELECT * FROM keep_note; DROP TABLE keep_note');
      site.sql('UPDATE core_item i JOIN keep_state k ON k.id = i.id SET i.state = k.state; DROP TABLE keep_state');
      site.sql('DELETE FROM core_item_version WHERE version > 50');
    }
  });
}

// The words themselves, posted or not, against the digest that the trail vouches for.
for (const [what, change, back] of [
  ['a word of a version that waits to be posted is changed', "UPDATE news_article_version v JOIN core_item i ON i.id = v.item_id AND i.working_version = v.version SET v.summary = CONCAT(v.summary, ' ') WHERE i.state = 'ready'", "UPDATE news_article_version v JOIN core_item i ON i.id = v.item_id AND i.working_version = v.version SET v.summary = LEFT(v.summary, CHAR_LENGTH(v.summary) - 1) WHERE i.state = 'ready'"],
  ['a version gets another digest', "UPDATE core_item_version SET content_digest = REVERSE(content_digest) WHERE item_id = 2 AND version = 1", "UPDATE core_item_version SET content_digest = REVERSE(content_digest) WHERE item_id = 2 AND version = 1"],
  ['a version gets another writer', 'UPDATE core_item_version SET person_id = person_id + 1 WHERE item_id = 2 AND version = 1', 'UPDATE core_item_version SET person_id = person_id - 1 WHERE item_id = 2 AND version = 1'],
  ['the item points at another version', 'UPDATE core_item SET working_version = working_version + 1, passed_version = NULL WHERE id = 2', 'UPDATE core_item SET working_version = working_version - 1, passed_version = working_version WHERE id = 2'],
]) {
  test(`F43 tampering shows: ${what}`, async () => {
    assert.equal((await check()).code, 0);
    site.sql(change);
    const found = await check();
    site.sql(back);
    assert.equal(found.code, 1, `${what} was not seen`);
    assert.equal(found.faults[0].part, 'audit');
    assert.match(found.faults[0].fault, /^item:\d+/);
    assert.equal((await check()).code, 0);
  });
}

test('a purged reason leaves the chain whole', async () => {
  site.sql("DELETE FROM core_audit_note WHERE chain LIKE 'item:%' LIMIT 1");
  assert.equal((await check()).code, 0);
});
