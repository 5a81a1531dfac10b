// A random model against the real workflow on a real MariaDB (tests/model/model_walk.cpp): several people, delegations that begin and end, edits, restored
// versions, returns, take-downs, purges. MODEL_STEPS and MODEL_SEED make it longer or repeat a walk; `tools/test deep` walks a million steps.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { buildDir, startInstance } from '../support/instance.mjs';

const steps = Number(process.env.MODEL_STEPS ?? 3000);
const seed = Number(process.env.MODEL_SEED ?? Date.now() % 1_000_000);
let site;
before(async () => {
  site = await startInstance({ demo: false });
  site.sql('SET GLOBAL innodb_flush_log_at_trx_commit = 0'); // what a power cut would lose is not the question here, and a million commits are slow
});
after(() => site?.stop());

const walk = (...args) =>
  new Promise((resolve) =>
    execFile(path.join(buildDir, 'bin/model_walk'), [path.join(site.run, 'db.sock'), path.join(site.dir, 'secrets'), ...args.map(String)], { maxBuffer: 1 << 24 }, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, report: stdout ? JSON.parse(stdout) : undefined, stderr }),
    ),
  );

test(`D12_D15_D19_2 ${steps} random steps: no illegal state, a row in the trail for each act, four eyes, chains that verify (seed ${seed})`, { timeout: 7_200_000 }, async (t) => {
  const { code, report, stderr } = await walk(steps, seed);
  assert.equal(code, 0, `seed ${seed}: ${report?.breach ?? stderr}`);
  const { by_act: byAct, ...figures } = report;
  t.diagnostic(JSON.stringify(figures));
  t.diagnostic(JSON.stringify(byAct));
  assert.equal(report.steps, steps);
  // A walk that gets nowhere proves nothing.
  assert.ok(report.acts_done > steps / 8, `${report.acts_done} acts`);
  for (const name of ['under_delegation', 'four_eyes_refusals', 'stale', 'edits']) assert.ok(report[name] > 0, name);
  for (const act of ['receive', 'return_to_sender', 'verify', 'pass_final', 'publish', 'withdraw', 'refuse', 'hide']) assert.ok(byAct[act] > 0, act);
  const check = JSON.parse((await site.portal('check', '--json')).stdout);
  // The walk puts its units and its setting in by statement, not by form: of those nobody told the public side.
  const faults = check.faults.filter(({ fault }) => !/^site_(unit|setting): /.test(fault));
  assert.deepEqual(faults, []);
});

test('the model can fail: with four eyes switched off in the database it names who checked the own article', { timeout: 600_000 }, async () => {
  const { code, report } = await walk(4000, seed + 1, '--without-four-eyes');
  assert.equal(code, 1, 'nobody checked the own article in 4000 steps');
  assert.match(report.breach, /(verify|pass_final|check_urgent|save|send_back|refuse).*(not allowed|four eyes)/);
});
