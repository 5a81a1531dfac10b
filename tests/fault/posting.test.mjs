// The program or the database dies while the secretary's posting is under way, and the secretary sends the same form again: what was acknowledged is
// there, nothing is posted twice (fault matrix F01, F02; D15.3).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { sleep, startInstance } from '../support/instance.mjs';
import { articleFields, cast, mustAct, passAllChecks, writeArticle } from '../support/journey.mjs';

const kOffice = ['news-office-1', 'news-office-2'];
// Who dies of what; how many milliseconds after the form was sent, or while it waits for the item's row, so certainly in the midst of its transaction.
const kFaults = [
  ['kill -9 of the office program', kOffice, 'SIGKILL'],
  ['kill -9 of MariaDB', ['mariadb'], 'SIGKILL'],
  ['SIGTERM of the office program', kOffice, 'SIGTERM'],
];
const kMoments = ['in its transaction', 3, 6, 10];

let site;
let people;
const ready = [];
before(async () => {
  site = await startInstance();
  people = await cast(site);
  const write = async (n) => {
    const url = await writeArticle(people.author, articleFields(site, { title: `Bài đăng khi có sự cố ${n}` }));
    await mustAct(people.author, url, 'submit-to-unit');
    await passAllChecks(site, url);
    ready.push(url);
  };
  const waiting = Array.from({ length: kFaults.length * kMoments.length }, (_, n) => n);
  await Promise.all([0, 1, 2].map(async () => {
    while (waiting.length > 0) await write(waiting.shift());
  }));
});
after(() => site?.stop());

// Holds an item's row, so that whoever posts it waits: {release}.
async function hold(id) {
  const client = spawn('mariadb', ['--no-defaults', '-S', path.join(site.run, 'db.sock'), '-u', os.userInfo().username, '--unbuffered', '--skip-column-names', 'portal'], { stdio: ['pipe', 'pipe', 'ignore'] });
  client.stdin.on('error', () => {}); // the server may be gone
  const ended = new Promise((resolve) => client.on('close', resolve));
  const held = new Promise((resolve) => client.stdout.once('data', resolve));
  client.stdin.write(`START TRANSACTION; SELECT id FROM core_item WHERE id = ${id} FOR UPDATE;\n`);
  await held;
  return {
    async release() {
      client.stdin.end('ROLLBACK;\n');
      await ended;
    },
  };
}
const isAwaited = () => site.sql("SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'")[0][0] === '1';

const isPublish = (form) => form.action.endsWith('/viec/publish');
const count = (statement) => Number(site.sql(statement)[0][0]);
const answers = new Map(kFaults.map(([what]) => [what, []]));

for (const [what, services, signal] of kFaults)
  for (const moment of kMoments)
    test(`D15_3 ${what} ${typeof moment === 'number' ? `${moment} ms after` : 'while'} the posting ${typeof moment === 'number' ? 'was sent' : `is ${moment}`}: it is carried out once`, async () => {
      const url = ready.pop();
      const id = url.slice(url.lastIndexOf('/') + 1);
      const form = await people.secretary.get(url);
      assert.equal(form.status, 200);
      const lock = typeof moment === 'number' ? undefined : await hold(id);
      const sent = people.secretary.submit(form, isPublish).then((answer) => answer.status, () => 'cut off');
      if (lock) await site.until('the posting waits for the row', isAwaited, 2000);
      else await sleep(moment);
      const old = services.map((name) => site.pid(name));
      for (const name of services) site.signal(name, signal);
      if (lock && signal === 'SIGTERM') await sleep(100); // what was begun goes on after the stop was asked for
      await lock?.release();
      const first = await sent;
      answers.get(what).push(first);
      await site.until('all is up again', () => services.every((name, n) => site.pid(name) !== undefined && site.pid(name) !== old[n]) && site.sql('SELECT 1').length === 1, 15_000);
      if (first === 303) assert.equal(count(`SELECT COUNT(*) FROM news_published WHERE item_id = ${id}`), 1, 'what was acknowledged is there');
      // The same form again, the same key, as a person does who saw an error page.
      await site.until('the same form is acknowledged', async () => (await people.secretary.submit(form, isPublish)).status === 303, 15_000);
      assert.equal(count(`SELECT COUNT(*) FROM core_audit WHERE chain = 'item:${id}' AND action = 'publish'`), 1, 'one line in the trail');
      assert.deepEqual(site.sql(`SELECT state, published_version = working_version FROM core_item WHERE id = ${id}`), [['published', '1']]);
      assert.equal(count(`SELECT COUNT(*) FROM news_published WHERE item_id = ${id}`), 1);
      assert.equal(count(`SELECT COUNT(*) - COUNT(DISTINCT section_id) FROM news_listed WHERE item_id = ${id}`), 0, 'once in each list');
    });

test('the faults did hit, a stop that was asked for hit nobody, and nothing is out of step', async () => {
  for (const [what, , signal] of kFaults) {
    const got = answers.get(what);
    if (signal === 'SIGTERM') assert.deepEqual(got, kMoments.map(() => 303), what);
    else assert.notEqual(got[0], 303, `${what}: ${got}`);
  }
  const { faults, ok } = JSON.parse((await site.portal('check', '--json')).stdout);
  assert.deepEqual({ faults, ok }, { faults: [], ok: true });
});
