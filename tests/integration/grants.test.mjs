// The grant matrix holds in the database: every (account, table, verb) is tried, and a program with more or fewer grants does not start.
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

const verbs = { SELECT: 'kSelect', INSERT: 'kInsert', UPDATE: 'kUpdate', DELETE: 'kDelete' };

// sql/grants.h, read as text: {account: {table: Set(verbs)}}.
function matrix() {
  const text = fs.readFileSync(path.join(root, 'sql/grants.h'), 'utf8');
  const named = { kAll: Object.keys(verbs), kAppend: ['SELECT', 'INSERT'] };
  const out = {};
  for (const [, account, table, bits] of text.matchAll(/db::Grant\{"(\w+)", "(\w+)", ([\w| ]+)\}/g)) {
    const set = new Set();
    for (const bit of bits.split('|').map((b) => b.trim())) {
      for (const verb of named[bit] ?? Object.keys(verbs).filter((v) => verbs[v] === bit)) set.add(verb);
    }
    (out[account] ??= {})[table] = set;
  }
  return out;
}

function statement(verb, table, column) {
  return {
    SELECT: `SELECT 1 FROM ${table} LIMIT 0`,
    INSERT: `EXPLAIN INSERT INTO ${table} () VALUES ()`,
    UPDATE: `EXPLAIN UPDATE ${table} SET ${column} = DEFAULT`,
    DELETE: `EXPLAIN DELETE FROM ${table}`,
  }[verb];
}

test('every account may do with every table exactly what the matrix says', () => {
  const wanted = matrix();
  const tables = site.sql("SELECT table_name, MIN(column_name) FROM information_schema.columns WHERE table_schema = 'portal' GROUP BY table_name");
  assert.ok(tables.length >= 30);
  const wrong = [];
  let tried = 0;
  for (const account of Object.keys(wanted)) {
    const password = fs.readFileSync(path.join(site.dir, 'secrets', account), 'utf8').trim();
    // One session tries all statements; --force goes on after a refusal, and the error's line number says which it was.
    const cells = tables.flatMap(([table, column]) => Object.keys(verbs).map((verb) => ({ table, verb, sql: statement(verb, table, column) })));
    const answer = spawnSync('mariadb', ['--no-defaults', '-S', path.join(site.run, 'db.sock'), '-u', account, `-p${password}`, '--force', 'portal'], {
      input: cells.map((cell) => `${cell.sql};\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 24,
    });
    const denied = new Set([...answer.stderr.matchAll(/ERROR (?:1142|1143|1044) \(\w+\) at line (\d+)/g)].map((m) => Number(m[1])));
    cells.forEach((cell, i) => {
      tried += 1;
      const may = !denied.has(i + 1);
      const should = wanted[account][cell.table]?.has(cell.verb) ?? false;
      if (may !== should) wrong.push(`${account} ${cell.verb} ${cell.table}: ${may ? 'may' : 'may not'}, the matrix says ${should ? 'may' : 'may not'}`);
    });
  }
  assert.deepEqual(wrong, []);
  assert.ok(tried >= 5 * 4 * 30, `${tried} cells tried`);
});

test('the procedures of the purge are the one office program’s alone', () => {
  for (const account of Object.keys(matrix())) {
    const password = fs.readFileSync(path.join(site.dir, 'secrets', account), 'utf8').trim();
    for (const procedure of ['core_purge_notes', 'news_purge_versions', 'core_purge_files', 'news_purge_files', 'core_purge_intake', 'core_purge_thing']) {
      const answer = spawnSync('mariadb', ['--no-defaults', '-S', path.join(site.run, 'db.sock'), '-u', account, `-p${password}`, 'portal', '-e', `CALL ${procedure}(1)`], { encoding: 'utf8' });
      // 1370: may not execute; 1644: asks the trail, which names nobody.
      assert.match(answer.stderr, account === (procedure === 'core_purge_thing' ? 'portal_admin' : 'portal_news_office') ? /ERROR 1644/ : /ERROR 1370/, `${account} ${procedure}`);
    }
  }
});

test('the functions of the register answer who may ask, and open no table', () => {
  const may = { "core_track_intake('x')": ['portal_news'], 'core_count_intake()': ['portal_news_office', 'portal_qa_office', 'portal_admin'] };
  for (const account of Object.keys(matrix())) {
    const password = fs.readFileSync(path.join(site.dir, 'secrets', account), 'utf8').trim();
    for (const [call, asked] of Object.entries(may)) {
      const answer = spawnSync('mariadb', ['--no-defaults', '-S', path.join(site.run, 'db.sock'), '-u', account, `-p${password}`, 'portal', '-NBe', `SELECT ${call}`], { encoding: 'utf8' });
      if (asked.includes(account)) assert.equal(answer.status, 0, `${account} ${call}: ${answer.stderr}`);
      else assert.match(answer.stderr, /ERROR 1370/, `${account} ${call}`);
    }
  }
});

test('the public account reads published tables, adds to its inbox, and nothing else', () => {
  for (const [table, set] of Object.entries(matrix().portal_news)) {
    if (['news_report', 'core_intake_answer', 'core_intake_web'].includes(table)) {
      assert.deepEqual([...set], ['INSERT'], 'an inbox');
      continue;
    }
    if (table === 'core_track_intake') continue;  // a function: above
    assert.match(table, /^(site_\w+|core_intake_link|news_(published|published_body|published_file|listed|month|gone))$/);
    assert.deepEqual([...set], ['SELECT']);
  }
});

// Every program that holds an account, workers too.
const programs = { news: 'portal_news', 'news-office': 'portal_news_office', 'qa-office': 'portal_qa_office', admin: 'portal_admin', 'cache-agent': 'portal_cache_agent', scheduler: 'portal_scheduler', converter: 'portal_converter', mailer: 'portal_mailer', intake: 'portal_intake', feeds: 'portal_feeds', 'import-api': 'portal_import_api' };
const isWorker = (program) => ['cache-agent', 'scheduler', 'converter', 'mailer', 'intake', 'feeds'].includes(program);

test('no account of a program is left out below', () => {
  const running = fs.readdirSync(path.join(site.dir, 'service')).map((name) => name.replace(/-\d$/, '')).filter((name) => !['mariadb', 'nginx', 'mail-server'].includes(name));
  assert.deepEqual([...new Set(running)].sort(), Object.keys(programs).sort());
  for (const account of Object.values(programs)) assert.ok(matrix()[account], account);
});

// Starts a program as its service does, or only asks whether it could start; it must end by itself.
const start = (program, ...how) => spawnSync(path.join(buildDir, 'bin', program), ['--config', path.join(site.dir, 'conf', `${program}.conf`), ...how], { encoding: 'utf8', timeout: 10_000 });

for (const [program, account] of Object.entries(programs)) {
  test(`${program} with more or fewer grants than the matrix refuses to start and says which`, async () => {
    const who = `'${account}'@'localhost'`;
    const own = Object.entries(matrix()[account]);
    const [table, set] = own[0];
    const [verb] = set;
    const [[foreign]] = site.sql(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'portal' AND table_type = 'BASE TABLE' AND table_name NOT IN (${own.map(([name]) => `'${name}'`)}) ORDER BY table_name LIMIT 1`);
    const [widened] = own.find(([, has]) => !has.has('DELETE'));
    for (const [what, change, back, named] of [
      ['a table more', `GRANT SELECT ON portal.${foreign} TO ${who}`, `REVOKE SELECT ON portal.${foreign} FROM ${who}`, foreign],
      ['a verb more', `GRANT DELETE ON portal.${widened} TO ${who}`, `REVOKE DELETE ON portal.${widened} FROM ${who}`, widened],
      ['one fewer', `REVOKE ${verb} ON portal.${table} FROM ${who}`, `GRANT ${verb} ON portal.${table} TO ${who}`, table],
      ['everything', `GRANT SELECT ON portal.* TO ${who}`, `REVOKE SELECT ON portal.* FROM ${who}`, 'outside the matrix'],
    ]) {
      site.sql(change);
      try {
        for (const how of [['--check-config'], isWorker(program) ? [] : ['--socket', path.join(site.run, 'grants.sock')]]) {
          const got = start(program, ...how);
          assert.equal(got.status, 78, `${what}, ${how}: ${got.stderr}`);
          assert.match(got.stderr, new RegExp(`database account '${account}' differ from the matrix`), what);
          assert.ok(got.stderr.includes(named), `${what}: ${got.stderr}`);
        }
        const check = await site.portal('check', '--json');
        assert.equal(check.code, 1, what);
        assert.equal(JSON.parse(check.stdout).faults[0].part, 'grants', what);
      } finally {
        site.sql(back);
      }
    }
    assert.equal(start(program, '--check-config').status, 0, 'with what the matrix says it starts');
  });
}
