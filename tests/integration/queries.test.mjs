// Every statement of every program prepares with that program's own database account; tests/queries/query_check.cpp says which sets a program links.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { buildDir, root, startInstance } from '../support/instance.mjs';

let site;
before(async () => {
  site = await startInstance({ demo: false });
});
after(() => site?.stop());

const check = () => spawnSync(path.join(buildDir, 'bin/query_check'), [path.join(site.run, 'db.sock'), path.join(site.dir, 'secrets')], { encoding: 'utf8' });

test('every statement prepares with the account of each program that links it', () => {
  const answer = check();
  assert.equal(answer.status, 0, answer.stdout + answer.stderr);
  const [, tried] = answer.stdout.match(/^(\d+) statements, 0 faults$/m);
  assert.ok(Number(tried) > 250, `${tried} statements`);
});

test('every file of statements is in the check', () => {
  const text = fs.readFileSync(path.join(root, 'tests/queries/query_check.cpp'), 'utf8');
  const files = ['modules', 'shared', 'tools/portal_cli'].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(folder, name)).filter((name) => /\.(h|cpp)$/.test(name)),
  );
  const holders = files.filter((name) => /\bdb::Sql\s+k[A-Z]\w*\s*\{/.test(fs.readFileSync(path.join(root, name), 'utf8')));
  assert.ok(holders.length > 10);
  assert.deepEqual(holders.filter((name) => !text.includes(`#include "${name}"`)), []);
});

test('a column that is gone and a grant that is gone are told by name', () => {
  const before = check();
  site.sql('ALTER TABLE news_gone RENAME COLUMN title TO title_before');
  site.sql("REVOKE SELECT ON portal.site_unit FROM 'portal_news'@'localhost'");
  try {
    const answer = check();
    assert.equal(answer.status, 1, answer.stdout + answer.stderr);
    assert.match(answer.stdout, /^portal_news: news\/public: .*Unknown column '[\w.]*title'/m);
    assert.match(answer.stdout, /^portal_news: site: .*SELECT command denied .*`site_unit`/m);
  } finally {
    site.sql('ALTER TABLE news_gone RENAME COLUMN title_before TO title');
    site.sql("GRANT SELECT ON portal.site_unit TO 'portal_news'@'localhost'");
  }
  assert.equal(check().stdout, before.stdout);
});
