// Two hundred mails with attachments in five minutes while the worker, MariaDB and all programs of the instance are killed (D7, D9.1a, F01, F37): what the mail
// server took is registered once, each with its files, with one receipt; none is lost, none is there twice. Short by default; MAIL_IN_MAILS and MAIL_IN_SECONDS
// say how many in how long (`./tools/test deep`: 200 in 300).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { wholeDocx } from '../support/documents.mjs';
import { png } from '../support/files.mjs';
import { sleep, startInstance } from '../support/instance.mjs';
import { board, compose, handOver } from '../support/send_mail.mjs';

const kMails = Number(process.env.MAIL_IN_MAILS ?? 30);
const kSeconds = Number(process.env.MAIL_IN_SECONDS ?? 45);
const kRounds = Math.max(1, Math.round(kSeconds / 50)); // each kills the worker, the database and everything
const kFrom = 'yen.nh@minhgiang.gov.vn';

let site;
let to;
before(async () => {
  site = await startInstance();
  to = board(site);
  site.sv('down', 'scheduler'); // what it tells would come by mail too
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const subjectOf = (n) => `Tin của đợt ${String(n).padStart(3, '0')}`;

function letter(n) {
  const files = [
    { name: `Bài ${n}.docx`, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: wholeDocx({ title: `Kế hoạch số ${n}`, withPicture: false }) },
    { name: `Ảnh ${n}.png`, type: 'image/png', bytes: png(400, 300, { text: `ảnh ${n}` }) },
  ];
  return compose({ from: kFrom, name: 'Nguyễn Hoàng Yến', to, subject: subjectOf(n), text: `Nội dung của thư ${n}.`, files });
}

// As a sender's mail server does: the same mail again until it is taken. Gives how often it was handed over, and when it was taken.
async function sendPatiently(n) {
  const mail = letter(n);
  for (let times = 1; ; times++) {
    try {
      const answer = await handOver(site, { mail, sender: kFrom, to });
      if (answer.code === 250) return { n, times, takenAt: Date.now() };
    } catch {
      // the mail server was killed in the midst of it
    }
    assert.ok(times < 200, `${subjectOf(n)} is not taken`);
    await sleep(300);
  }
}

async function kill(services) {
  const old = Object.fromEntries(services.map((name) => [name, site.pid(name)]));
  for (const name of services)
    try {
      site.signal(name, 'SIGKILL');
    } catch {
      // just being started again
    }
  for (const name of services)
    await site.until(`${name} is back`, () => {
      const pid = site.pid(name);
      return pid !== undefined && pid !== old[name];
    }, 60_000);
}
const everything = () => site.services().filter((name) => !name.startsWith('nginx') && name !== 'scheduler');

test(`F37 D9.1a ${kMails} mails with attachments in ${kSeconds} s and kills of the worker, the database and all programs: each is registered once`, { timeout: 890_000 }, async (t) => {
  const things = Number(one('SELECT COUNT(*) FROM core_intake'));
  const began = Date.now();
  const sent = [];
  const sending = (async () => {
    for (let n = 1; n <= kMails; n++) {
      sent.push(sendPatiently(n));
      await sleep(Math.max(0, began + (n * kSeconds * 1000) / kMails - Date.now()));
    }
  })();
  const kills = { intake: 0, mariadb: 0, everything: 0 };
  for (let round = 0; round < kRounds; round++)
    for (const [who, services] of [['intake', ['intake']], ['mariadb', ['mariadb']], ['everything', everything()]]) {
      await sleep((kSeconds * 1000) / kRounds / 4);
      await kill(services);
      kills[who]++;
    }
  await sending;
  const taken = await Promise.all(sent);
  const allTaken = (Date.now() - began) / 1000;
  await site.until('every mail is registered', () => Number(one('SELECT COUNT(*) FROM core_intake')) >= things + kMails && fs.readdirSync(path.join(site.dir, 'mail-in/new')).length === 0, 180_000);
  await sleep(3000); // whoever would come twice
  // Count in is count registered, none twice.
  const rows = site.sql("SELECT title, COUNT(*), SUM(files), ROUND(UNIX_TIMESTAMP(MIN(registered_at)) * 1000) FROM core_intake WHERE title LIKE 'Tin của đợt %' GROUP BY title ORDER BY title");
  assert.deepEqual(rows.map(([title, count, files]) => [title, count, files]), Array.from({ length: kMails }, (_, i) => [subjectOf(i + 1), '1', '2']));
  assert.equal(Number(one('SELECT COUNT(*) FROM core_intake')), things + kMails);
  // As many rows of the ledger as mails that the server took; those that it took twice, because its answer was lost, are known as duplicates.
  const files = fs.readdirSync(path.join(site.dir, 'mail-in/cur')).length;
  assert.equal(Number(one("SELECT COUNT(*) FROM core_mail_in WHERE verdict <> ''")), files);
  assert.equal(Number(one("SELECT COUNT(*) FROM core_mail_in WHERE verdict = 'duplicate'")), files - kMails);
  // Every file is there as it was sent, and one receipt for each.
  assert.equal(Number(one("SELECT COUNT(*) FROM core_intake_file x JOIN core_intake n ON n.id = x.intake_id WHERE n.title LIKE 'Tin của đợt %' AND x.file_id IS NOT NULL")), 2 * kMails);
  assert.deepEqual(site.sql("SELECT intake_id FROM core_mail WHERE kind = 'receipt' GROUP BY intake_id HAVING COUNT(*) <> 1"), []);
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
  const waits = taken.map(({ n, takenAt }) => Math.max(0, (Number(rows[n - 1][3]) - takenAt) / 1000)).sort((a, b) => a - b);
  const cores = execFileSync('nproc', { encoding: 'utf8' }).trim();
  t.diagnostic(`${kMails} mails (a Word file and a picture each) handed over in ${allTaken.toFixed(0)} s on ${cores} processors, ${taken.filter(({ times }) => times > 1).length} of them again after a kill; kills: ${JSON.stringify(kills)}`);
  t.diagnostic(`registered: ${rows.length}, lost 0, twice 0; from the mail server's 250 to the register: median ${waits[waits.length >> 1].toFixed(1)} s, worst ${waits.at(-1).toFixed(1)} s`);
});
