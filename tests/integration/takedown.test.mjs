// D12.3 from the office's act to the last cache: the act writes its jobs, the agent empties this node's nginx and asks as a reader, the office is red
// until that is confirmed; also when nobody has asked since, and when programs, agent or database die right after; and what posting again ends.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { sleep, startInstance } from '../support/instance.mjs';
import { cast, checklist, mustAct, personId, publishArticle, withdrawArticle } from '../support/journey.mjs';

let site;
let reader;
let people;
before(async () => {
  site = await startInstance();
  reader = site.reader();
  people = await cast(site);
  await site.until('the node', () => site.sql('SELECT 1 FROM core_node').length === 1);
});
after(() => site?.stop());
beforeEach(() => site.sql("DELETE FROM core_node WHERE node = 'may-thu-hai'"));

// As readers' programs spell them; the agent knows three.
const kEncodings = ['', 'gzip', 'br', 'gzip, deflate, br', 'br;q=1.0, gzip;q=0.8'];
const ask = (path, encoding = '') => reader.get(path, { headers: { 'Accept-Encoding': encoding } });
const jobs = (article) => site.sql(`SELECT node, state, JSON_VALUE(payload, '$.republished') FROM core_job WHERE item_id = ${article.id} AND kind = 'cache.takedown' ORDER BY id`);
const isConfirmed = (article) => jobs(article).length > 0 && jobs(article).every(([, state]) => state === 'done');
const panelOf = async (article) => (await people.secretary.get(article.url)).html().querySelector('.card--act').textContent;
const kRed = /Chưa xác nhận gỡ trên tất cả máy chủ/;
const kGreen = /Đã gỡ trên tất cả máy chủ/;
const kOld = /Bản đã gỡ lần trước chưa được xác nhận là đã mất/;

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
const textOf = (answer) => (unpack[answer.headers['content-encoding']]?.(answer.bytes) ?? answer.bytes).toString();

// An article that every cache holds: its page, print view, lists and feeds in each encoding, and the home page.
async function cachedArticle(title) {
  const article = await publishArticle(site, { title });
  const places = [article.path, `${article.path}/in`, article.sectionPath, '/tin-tuc/', '/', '/rss.xml', `${article.sectionPath}atom.xml`];
  await site.until('the article is on the home page', async () => (await reader.get('/')).body.includes(article.path));
  for (const encoding of kEncodings) for (const place of places) assert.equal((await ask(place, encoding)).status, 200, place);
  return { ...article, title, places };
}

// With the agent standing still, what happens in between can be looked at.
async function whileAgentStands(work) {
  site.signal('cache-agent', 'SIGSTOP');
  try {
    await work();
  } finally {
    site.signal('cache-agent', 'SIGCONT');
  }
}

for (const [mode, notice] of [['notice', 'Bài đang được Ban Biên tập rà soát lại.'], ['gone', '']]) {
  test(`D12_3 withdrawn by the act (${mode}): every address it showed on says so within five seconds, and the office is red until then`, async () => {
    const article = await cachedArticle(`Bài gỡ theo cách ${mode}`);
    await whileAgentStands(async () => {
      await withdrawArticle(site, article, { withdraw_mode: mode, notice });
      assert.match(await panelOf(article), kRed);
      assert.doesNotMatch(await panelOf(article), kGreen);
    });
    const begun = Date.now();
    await site.until('confirmed', () => isConfirmed(article), 5000);
    assert.ok(Date.now() - begun < 5000);
    assert.match(await panelOf(article), kGreen);
    const { addresses } = JSON.parse(site.sql(`SELECT payload FROM core_job WHERE kind = 'cache.takedown' AND item_id = ${article.id}`)[0][0]);
    for (const place of article.places) assert.ok(addresses.includes(place), `${place} is not in the job`);
    for (const address of addresses.filter((one) => !one.startsWith('/_fragment/'))) {
      const answer = await ask(address);
      if (address === article.path || address === `${article.path}/in`) assert.equal(answer.status, 410, address);
      else assert.ok(!answer.body.includes(`${article.path}"`) && !answer.body.includes(`${article.path}<`), `${address} still leads to it`);
    }
    const page = await reader.get(article.path);
    assert.equal(page.body.includes(article.title), mode === 'notice');
    assert.equal(page.body.includes('rà soát lại'), mode === 'notice');
  });
}

test('nobody has asked since, and every process of news dies after the confirmation: nothing of it is served', async () => {
  const article = await cachedArticle('Bài không ai hỏi lại trước khi máy chủ dừng');
  await withdrawArticle(site, article);
  await site.until('confirmed', () => isConfirmed(article), 5000);
  for (const copy of ['news-1', 'news-2']) site.sv('down', copy);
  try {
    // At the same time: nginx waits for programs that are down before it answers.
    const asked = kEncodings.flatMap((encoding) => article.places.map((place) => [encoding, place]));
    const answers = await Promise.all(asked.map(([encoding, place]) => ask(place, encoding)));
    for (const [i, [encoding, place]] of asked.entries()) {
      const text = textOf(answers[i]);
      assert.ok(!text.includes(article.path), `${place} is served as it was`);
      if (place === article.path || place === `${article.path}/in`) assert.notEqual(answers[i].status, 200, place);
    }
  } finally {
    for (const copy of ['news-1', 'news-2']) site.sv('up', copy);
  }
});

test('nobody has asked since, and MariaDB dies after the confirmation: the page is not served, others are', async () => {
  const article = await cachedArticle('Bài không ai hỏi lại trước khi cơ sở dữ liệu dừng');
  assert.equal((await reader.get('/lien-he/')).status, 200);
  await withdrawArticle(site, article);
  await site.until('confirmed', () => isConfirmed(article), 5000);
  site.sv('down', 'mariadb');
  try {
    await sleep(1200); // past the second for which what the agent itself asked counts as fresh
    for (const place of [article.path, `${article.path}/in`]) assert.notEqual((await reader.get(place)).status, 200, place);
    assert.equal((await reader.get('/lien-he/')).status, 200);
  } finally {
    site.sv('up', 'mariadb');
  }
  await site.until('MariaDB is back', () => site.sql('SELECT 1').length === 1, 15_000);
  assert.equal((await reader.get(article.path)).status, 410);
});

test('MariaDB is killed between the act and the agent: red stays, and it is gone within five seconds of its return', async () => {
  const article = await cachedArticle('Bài gỡ ngay trước khi cơ sở dữ liệu bị ngắt');
  await whileAgentStands(async () => {
    await withdrawArticle(site, article);
    const old = site.pid('mariadb');
    site.signal('mariadb', 'SIGKILL');
    await site.until('MariaDB is back', () => site.pid('mariadb') !== undefined && site.pid('mariadb') !== old && site.sql('SELECT 1').length === 1, 15_000);
    await site.until('the office is red', async () => kRed.test(await panelOf(article)), 5000);
    assert.ok(!isConfirmed(article));
  });
  await site.until('confirmed', () => isConfirmed(article), 5000);
  assert.equal((await reader.get(article.path)).status, 410);
  assert.match(await panelOf(article), kGreen);
});

test('the agent is killed with the job in its hands: its successor finishes within five seconds', async () => {
  const article = await cachedArticle('Bài gỡ khi tiến trình gỡ bị ngắt');
  site.signal('cache-agent', 'SIGSTOP');
  await withdrawArticle(site, article);
  site.sql(`UPDATE core_job SET state = 'claimed', claimed_at = UTC_TIMESTAMP(6), attempts = 1 WHERE kind = 'cache.takedown' AND item_id = ${article.id}`);
  site.signal('cache-agent', 'SIGKILL');
  await site.until('confirmed', () => isConfirmed(article), 5000);
  assert.equal((await reader.get(article.path)).status, 410);
});

test('two nodes: one that does not answer keeps the office red', async () => {
  const article = await cachedArticle('Bài gỡ khi một máy chủ không trả lời');
  site.sql("INSERT INTO core_node (node, seen_at) VALUES ('may-thu-hai', UTC_TIMESTAMP(6))");
  await withdrawArticle(site, article);
  await site.until('this node has confirmed', () => jobs(article).some(([node, state]) => node !== 'may-thu-hai' && state === 'done'), 5000);
  assert.match(await panelOf(article), kRed);
  assert.match(await panelOf(article), /Đã xác nhận 1\/2 máy chủ/);
});

test('what was posted is kept at once: programs that die before anybody asks leave it on its page, in lists and on the home page', async () => {
  const places = ['/', '/tin-tuc/', '/rss.xml'];
  const before = await publishArticle(site, { title: 'Bài đứng trước bài đăng khi máy chủ dừng' });
  for (const place of [...places, before.sectionPath]) assert.equal((await reader.get(place)).status, 200);
  const article = await publishArticle(site, { title: 'Bài đăng ngay trước khi máy chủ dừng' });
  await site.until('made again', () => site.sql(`SELECT 1 FROM core_job WHERE item_id = ${article.id} AND kind = 'cache.refresh' AND state = 'done'`).length === 1);
  for (const copy of ['news-1', 'news-2']) site.sv('down', copy);
  try {
    const seen = [article.path, article.sectionPath, ...places];
    const answers = await Promise.all(seen.map((place) => reader.get(place)));
    for (const [i, place] of seen.entries()) assert.ok(answers[i].body.includes(article.path), `${place} is kept as it was before`);
    const asked = await reader.get(article.path, { headers: { 'X-Portal-Refresh': '1' } });
    assert.equal(asked.status, 200, 'from the network nobody gets past the cache');
  } finally {
    for (const copy of ['news-1', 'news-2']) site.sv('up', copy);
  }
});

// Withdrawn, reworked by order of the board's head, posted again: with the same words or others.
async function postAgain(article, summary) {
  const checks = checklist(site, 'news');
  await mustAct(people.boardHead, article.url, 'rework', { reason: 'Đã rà soát, cho đăng lại.', assignee: personId(site, 'bui-duc-thinh') });
  if (summary) {
    const saved = await people.editor.submit(await people.editor.get(`${article.url}/sua`), (form) => form.action.endsWith('/sua'), { summary });
    assert.equal(saved.status, 303);
  }
  await mustAct(people.editor, article.url, 'finish-edit');
  await mustAct(people.verifier, article.url, 'verify', { 'checks[]': checks });
  await mustAct(people.boardHead, article.url, 'pass-final', { 'checks[]': checks });
  await mustAct(people.secretary, article.url, 'publish');
}

test('posted again as it was: the take-down that was never confirmed ends, and the office is not red', async () => {
  const article = await cachedArticle('Bài gỡ nhầm rồi đăng lại');
  site.sql("INSERT INTO core_node (node, seen_at) VALUES ('may-thu-hai', UTC_TIMESTAMP(6))");
  await withdrawArticle(site, article);
  assert.match(await panelOf(article), kRed);
  await postAgain(article);
  assert.ok(isConfirmed(article), 'no job waits for a page to go that is meant to be there');
  for (const colour of [kRed, kOld]) assert.doesNotMatch(await panelOf(article), colour);
  await site.until('readable', async () => (await reader.get(article.path)).status === 200, 5000);
});

test('posted again with other words: what was withdrawn must still leave every cache, and only then the office is not red', async () => {
  const article = await cachedArticle('Bài gỡ vì nêu sai số liệu');
  site.sql("INSERT INTO core_node (node, seen_at) VALUES ('may-thu-hai', UTC_TIMESTAMP(6))");
  await withdrawArticle(site, article);
  await site.until('this node has confirmed', () => jobs(article).some(([, state]) => state === 'done'), 5000);
  await whileAgentStands(async () => {
    // As if this node had not been reached either; said once the agent stands, or it has the job in its hands already.
    site.sql(`UPDATE core_job SET state = 'ready' WHERE kind = 'cache.takedown' AND item_id = ${article.id}`);
    await postAgain(article, 'Tóm tắt với số liệu đã sửa.');
    assert.deepEqual(jobs(article).map(([, state, republished]) => [state, republished]), [['ready', '1'], ['ready', '1']]);
    assert.match(await panelOf(article), kOld);
    assert.doesNotMatch(await panelOf(article), kRed);
  });
  await site.until('this node has forgotten the withdrawn words', () => jobs(article).filter(([, state]) => state === 'done').length === 1, 5000);
  assert.match(await panelOf(article), kOld, 'the other node has not');
  site.sql(`UPDATE core_job SET state = 'done', done_at = UTC_TIMESTAMP(6) WHERE node = 'may-thu-hai' AND item_id = ${article.id}`);
  assert.doesNotMatch(await panelOf(article), kOld);
  assert.match((await reader.get(article.path)).body, /số liệu đã sửa/);
  site.sql("DELETE FROM core_node WHERE node = 'may-thu-hai'");
  await withdrawArticle(site, article);
  await site.until('withdrawn once more', () => isConfirmed(article), 5000);
  assert.equal((await reader.get(article.path)).status, 410);
});
