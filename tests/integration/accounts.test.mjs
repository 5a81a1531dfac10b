// Who may become what on the machine: nothing that answers a request is root, no program reads another's password, the database's administrator
// is the instance's owner alone (docs/operations.md, "Accounts of the operating system"). Needs root to become the others; another account skips it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';

const isRoot = process.getuid() === 0;
let site;
before(async () => {
  site = await startInstance({ demo: false });
});
after(() => site?.stop());

const status = (pid, key) => fs.readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${key}:\\s+(.*)$`, 'm'))[1].split(/\s+/);
const uidOf = (pid) => Number(status(pid, 'Uid')[0]);
const workers = () => {
  const master = site.pid('nginx');
  return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return status(pid, 'PPid')[0] === String(master);
    } catch {
      return false; // it ended meanwhile
    }
  });
};

test('no program, worker or database is root, and each program is an account of its own', { skip: !isRoot }, () => {
  const programs = ['news-1', 'news-office-1', 'qa-office-1', 'admin-1', 'cache-agent', 'scheduler', 'converter', 'mailer', 'intake', 'feeds', 'import-api-1', 'mail-server', 'mariadb'];
  const uids = programs.map((name) => uidOf(site.pid(name)));
  for (const [i, uid] of uids.entries()) assert.notEqual(uid, 0, programs[i]);
  assert.equal(new Set(uids).size, programs.length, `${uids}`);
  assert.equal(uidOf(site.pid('news-2')), uids[0]);
  const of = workers();
  assert.ok(of.length >= 2);
  for (const pid of of) assert.notEqual(uidOf(pid), 0);
  // Lost for good: nothing is left to come back with.
  for (const name of programs) assert.equal(status(site.pid(name), 'CapEff')[0].replace(/0/g, ''), '', name);
});

test("a program's account reads its own password and no other secret", { skip: !isRoot }, () => {
  const secrets = path.join(site.dir, 'secrets');
  const may = (service) => {
    const pid = site.pid(service);
    const [uid, gid] = [uidOf(pid), Number(status(pid, 'Gid')[0])];
    const groups = status(pid, 'Groups').filter(Boolean).map(Number);
    return fs.readdirSync(secrets).filter((name) => {
      const answer = spawnSync('chpst', ['-u', `:${[uid, gid, ...groups].join(':')}`, 'cat', path.join(secrets, name)]);
      return answer.status === 0;
    }).sort();
  };
  assert.deepEqual(may('news-1'), ['forms', 'portal_news'], 'the key of public forms');
  assert.deepEqual(may('news-office-1'), ['portal_news_office', 'signing']);
  assert.deepEqual(may('qa-office-1'), ['portal_qa_office', 'signing']);
  assert.deepEqual(may('admin-1'), ['portal_admin', 'signing']);
  assert.deepEqual(may('cache-agent'), ['portal_cache_agent']);
  assert.deepEqual(may('scheduler'), ['portal_scheduler']);
  assert.deepEqual(may('converter'), ['portal_converter']);
  assert.deepEqual(may('mailer'), ['portal_mailer']);
  assert.deepEqual(may('intake'), ['portal_intake']);
  assert.deepEqual(may('feeds'), ['portal_feeds']);
  assert.deepEqual(may('import-api-1'), ['portal_import_api']);
  assert.deepEqual(may('mail-server'), []);
});

test('the file store is open to nginx and to the programs that keep it, and to no other', { skip: !isRoot }, () => {
  const folder = path.join(site.dir, 'store/ab');
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o2775);
  fs.writeFileSync(path.join(folder, 'mot-tep'), 'chữ', { mode: 0o644 });
  const may = (pid) => {
    const groups = status(pid, 'Groups').filter(Boolean).map(Number);
    return spawnSync('chpst', ['-u', `:${[uidOf(pid), Number(status(pid, 'Gid')[0]), ...groups].join(':')}`, 'cat', path.join(folder, 'mot-tep')]).status === 0;
  };
  for (const name of ['news-office-1', 'converter', 'scheduler', 'import-api-1', 'admin-1']) assert.ok(may(site.pid(name)), name);
  for (const pid of workers()) assert.ok(may(pid), 'nginx');
  for (const name of ['news-1', 'feeds', 'mariadb']) assert.ok(!may(site.pid(name)), name);
});

test("the database's administrator is the instance's owner, without a password; nobody else becomes it", { skip: !isRoot }, () => {
  const socket = path.join(site.run, 'db.sock');
  const ask = (user, ...as) => spawnSync(as[0] ?? 'mariadb', [...as.slice(1), ...(as.length ? ['mariadb'] : []), '--no-defaults', '-S', socket, '-u', user, '-NBe', 'SELECT CURRENT_USER()'], { encoding: 'utf8' });
  const owner = os.userInfo().username;
  assert.equal(ask(owner).stdout.trim(), `${owner}@localhost`);
  const news = uidOf(site.pid('news-1'));
  const group = status(site.pid('news-1'), 'Gid')[0];
  for (const user of new Set(['root', owner, 'portal_migrate', 'portal_admin', 'mariadb.sys', ''])) {
    const answer = ask(user, 'chpst', '-u', `:${news}:${group}`);
    assert.notEqual(answer.status, 0, `${user}: ${answer.stdout}`);
    assert.match(answer.stderr, /Access denied/, user);
  }
  // An account of the machine that is none of ours does not even come to the sockets.
  const stranger = ask(owner, 'chpst', '-u', ':64999:64999');
  assert.match(stranger.stderr, /Can't connect/);
});
