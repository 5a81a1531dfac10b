// The operator's tool: what `portal check` finds of configuration and schema, migrations that were broken off or changed, and answers as JSON also when
// nothing can be done (docs/operations.md).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';

let site;
before(async () => {
  site = await startInstance({ demo: false });
});
after(() => site?.stop());

const check = async () => JSON.parse((await site.portal('check', '--json')).stdout);
const faultsOf = async (part) => (await check()).faults.filter((one) => one.part === part).map(({ fault }) => fault);

test('a step that was carried out but not recorded is recognised, and recorded by the next migrate', async () => {
  assert.deepEqual((await check()).faults, []);
  const [[name]] = site.sql("SELECT name FROM core_migration WHERE owner = 'core' ORDER BY name DESC LIMIT 1");
  site.sql(`DELETE FROM core_migration WHERE owner = 'core' AND name = '${name}'`);
  assert.deepEqual(await faultsOf('schema'), [`core/${name} was not carried out: run portal migrate`]);
  const again = await site.portal('migrate', '--json');
  assert.deepEqual([again.code, JSON.parse(again.stdout)], [0, { migrations: 1 }]);
  assert.deepEqual(await faultsOf('schema'), []);
});

test('a file that was changed after it ran is named, and migrate refuses it', async () => {
  const [[checksum]] = site.sql("SELECT checksum FROM core_migration WHERE owner = 'core' AND name = '0019_create_core_job'");
  site.sql("UPDATE core_migration SET checksum = REPEAT('0', 64) WHERE owner = 'core' AND name = '0019_create_core_job'");
  assert.deepEqual(await faultsOf('schema'), ['core/0019_create_core_job was changed after it ran']);
  const refused = await site.portal('migrate', '--json');
  assert.equal(refused.code, 1);
  assert.match(JSON.parse(refused.stdout).error, /0019_create_core_job: was changed after it ran/);
  site.sql(`UPDATE core_migration SET checksum = '${checksum}' WHERE owner = 'core' AND name = '0019_create_core_job'`);
});

test('what somebody took away by hand, and a schema that is newer than the programs, are named', async () => {
  site.sql('DROP INDEX core_job_done ON core_job');
  assert.deepEqual(await faultsOf('schema'), ['core/0096_index_core_job_done was carried out, and what it made is there no more']);
  site.sql('CREATE INDEX core_job_done ON core_job (state, done_at)');
  site.sql("INSERT INTO core_migration (owner, name, checksum, finished_at) VALUES ('news', '9999_later', REPEAT('0', 64), UTC_TIMESTAMP(6))");
  assert.match((await faultsOf('schema'))[0], /^news\/9999_later was carried out by a newer version/);
  site.sql("DELETE FROM core_migration WHERE name = '9999_later'");
  assert.deepEqual(await faultsOf('schema'), []);
});

test('a key that no program knows is found before the program is started with it', async () => {
  const file = path.join(site.dir, 'conf/news.conf');
  const text = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, `${text}\nthred=4\n`);
  const faults = await faultsOf('configuration');
  fs.writeFileSync(file, text);
  assert.equal(faults.length, 1);
  assert.match(faults[0], /news\.conf.*thred/);
});

test('accounts are made, reset and locked with answers in JSON; what cannot be done says why and what there is', async () => {
  const made = JSON.parse((await site.portal('user', 'add', 'nguoi.moi', '--role', 'sysadmin', '--json')).stdout);
  assert.deepEqual([made.username, made.role, typeof made.password], ['nguoi.moi', 'sysadmin', 'string']);
  const reset = JSON.parse((await site.portal('user', 'reset', 'nguoi.moi', '--json')).stdout);
  assert.notEqual(reset.password, made.password);
  assert.deepEqual(JSON.parse((await site.portal('user', 'disable', 'nguoi.moi', '--json')).stdout), { username: 'nguoi.moi', state: 'disabled' });
  const role = await site.portal('user', 'add', 'nguoi.khac', '--role', 'giam_doc', '--json');
  assert.equal(role.code, 1);
  assert.match(JSON.parse(role.stdout).error, /không có vai trò giam_doc; các vai trò: contributor, .*sysadmin/);
  const nobody = await site.portal('user', 'reset', 'khong.co', '--json');
  assert.deepEqual([nobody.code, JSON.parse(nobody.stdout).ok], [1, false]);
});

test('with the database away the answer is still a JSON document', async () => {
  site.sv('down', 'mariadb');
  try {
    const answer = await site.portal('check', '--json');
    assert.equal(answer.code, 1);
    const { ok, error } = JSON.parse(answer.stdout);
    assert.equal(ok, false);
    assert.match(error, /cannot connect/);
  } finally {
    site.sv('up', 'mariadb');
  }
});
