// D15.3, D12.3: posting at a set time exactly the version that passed, and the end of an article's time on the site; done once, by the scheduler, under the rights that
// who set it has at that moment. And what readers are told of a new version: a major change with its note, a minor one in the history alone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { buildDir, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, checklist, documentOf, mustAct, passAllChecks, personId, publishArticle, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const state = (url) => one(`SELECT state FROM core_item WHERE id = ${idOf(url)}`);
const typed = (minutes) => {
  const at = new Date(Date.now() + 7 * 3600_000 + minutes * 60_000).toISOString();
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${at.slice(11, 16)}`;
};
const iso = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+Z/, 'Z');
const schedules = (url) => site.sql(`SELECT act, version, state, why FROM core_schedule WHERE item_id = ${idOf(url)} ORDER BY id`);
const trail = (url, act) => site.sql(`SELECT COALESCE(p.full_name, ''), a.authority, COALESCE(n.note, '') FROM core_audit a LEFT JOIN core_person p ON p.id = a.person_id LEFT JOIN core_audit_note n USING (chain, seq) WHERE a.chain = 'item:${idOf(url)}' AND a.action = '${act}' ORDER BY a.seq`);
const address = (url) => one(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${idOf(url)}`);
const sent = (what) => (form) => form.method === 'post' && form.action.endsWith(`/${what}`);

async function readyArticle(title) {
  const url = await writeArticle(people.author, articleFields(site, { title }));
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  return url;
}
async function set(client, url, what, fields) {
  const page = await client.get(`${url}/${what}`);
  assert.equal(page.status, 200, textOf(page));
  return client.submit(page, sent(what), fields);
}
async function mustSet(client, url, what, fields) {
  const answer = await set(client, url, what, fields);
  assert.equal(answer.status, 303, textOf(answer));
}
// Brings the time of what waits to now; the running scheduler does the rest.
const comeDue = (url) => site.sql(`UPDATE core_schedule SET at = UTC_TIMESTAMP(6) WHERE item_id = ${idOf(url)} AND state = 'waiting'`);
function round(now) {
  return new Promise((resolve) => {
    const child = spawn(path.join(buildDir, 'bin/scheduler'), ['--config', path.join(site.dir, 'conf/scheduler.conf'), '--once', '--now', now], { stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

test('D15.3 the secretary sets a time; the scheduler posts that version at that time, once, and the trail names both', async () => {
  const url = await readyArticle('Bài hẹn giờ đăng');
  await mustSet(people.secretary, url, 'hen-dang', { at: typed(30) });
  assert.match(textOf(await people.secretary.get(url)), /Hẹn đăng phiên bản 1 lúc/);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal(state(url), 'ready');
  // Two schedulers at the moment itself.
  const rounds = await Promise.all([round(iso(31)), round(iso(31))]);
  assert.deepEqual(rounds.map(({ code }) => code), [0, 0], rounds.map(({ stderr }) => stderr).join(''));
  assert.equal(state(url), 'published');
  assert.equal((await people.secretary.get(url)).status, 200);
  assert.deepEqual(schedules(url), [['publish', '1', 'done', '']]);
  assert.equal(trail(url, 'publish').length, 1);
  const [[who, authority, note]] = trail(url, 'publish');
  assert.deepEqual([who, authority], ['Trần Minh Châu', 'Thư ký Ban Biên tập']);
  assert.match(note, /Đăng theo giờ hẹn/);
  assert.match(trail(url, 'schedule_post')[0][2], /Đăng phiên bản 1 lúc/);
  await site.until('readers see it', async () => (await site.reader().get(address(url))).status === 200);
  assert.equal(one(`SELECT COUNT(*) FROM core_notice WHERE kind = 'schedule' AND item_id = ${idOf(url)} AND person_id = ${personId(site, 'tran-minh-chau')}`), '1');
});

test('D15.3 what came due while no scheduler ran is posted when one runs again, within a minute otherwise', async () => {
  const url = await readyArticle('Bài đến giờ lúc máy nghỉ');
  await mustSet(people.secretary, url, 'hen-dang', { at: typed(30) });
  site.sv('down', 'scheduler');
  comeDue(url);
  site.sv('up', 'scheduler');
  await site.until('posted', () => state(url) === 'published');
  const next = await readyArticle('Bài đến giờ lúc máy chạy');
  await mustSet(people.secretary, next, 'hen-dang', { at: typed(30) });
  comeDue(next);
  await site.until('posted', () => state(next) === 'published', 10_000);
});

test('D15.3 bad times are answered in words with what was typed, and only who may post sets one', async () => {
  const url = await readyArticle('Bài hẹn giờ sai');
  for (const [at, words] of [['', /Viết ngày, giờ/], ['mai 8 giờ', /Viết ngày, giờ/], [typed(-5), /đã qua/], ['25/11/2035 08:00', /tối đa một năm/]]) {
    const answer = await set(people.secretary, url, 'hen-dang', { at });
    assert.equal(answer.status, 422, at);
    assert.match(textOf(answer), words);
    assert.equal(answer.html().querySelector('#at').getAttribute('value'), at);
  }
  assert.deepEqual(schedules(url), []);
  assert.equal((await people.editor.get(`${url}/hen-dang`)).status, 403);
  assert.equal((await people.author.get(`${url}/hen-dang`)).status, 403);
  // Seen before somebody else's change: refused with what was typed.
  const page = await people.secretary.get(`${url}/hen-dang`);
  await mustAct(people.boardHead, url, 'reopen', { reason: 'Bổ sung số liệu.' });
  assert.equal((await people.secretary.submit(page, sent('hen-dang'), { at: typed(30) })).status, 409);
});

test('D15.3 another time replaces the first; cancelled, nothing is posted; both are in the trail', async () => {
  const url = await readyArticle('Bài đổi rồi bỏ giờ hẹn');
  await mustSet(people.secretary, url, 'hen-dang', { at: typed(30) });
  await mustSet(people.secretary, url, 'hen-dang', { at: typed(60) });
  const dropped = await people.secretary.submit(await people.secretary.get(url), sent('hen-dang/bo'));
  assert.equal(dropped.status, 303, textOf(dropped));
  assert.deepEqual(schedules(url).map(([, , s]) => s), ['cancelled', 'cancelled']);
  assert.equal((await round(iso(90))).code, 0);
  assert.equal(state(url), 'ready');
  assert.equal(trail(url, 'schedule_cancel').length, 1);
  // Posted by hand before its time: the schedule ends by itself.
  await mustSet(people.secretary, url, 'hen-dang', { at: typed(30) });
  await mustAct(people.secretary, url, 'publish');
  assert.deepEqual(schedules(url).at(-1).slice(2), ['cancelled', 'Đã đăng trước giờ hẹn.']);
});

test('D15.3 checks voided by an edit: the time is void at once, the item says why, who set it is told, and the next version is not posted', async () => {
  const url = await readyArticle('Bài mở lại sau khi hẹn');
  await mustSet(people.secretary, url, 'hen-dang', { at: typed(30) });
  await mustAct(people.boardHead, url, 'reopen', { reason: 'Sai tên đơn vị chủ trì.' });
  assert.equal(schedules(url)[0][2], 'failed');
  assert.match(textOf(await people.secretary.get(url)), /Chưa đăng được theo giờ hẹn.*các lần kiểm tra trước không còn hiệu lực/);
  assert.match(one(`SELECT text FROM core_notice WHERE kind = 'schedule' AND item_id = ${idOf(url)} AND person_id = ${personId(site, 'tran-minh-chau')}`), /không thực hiện được/);
  const checks = checklist(site, 'news');
  await mustAct(people.editor, url, 'finish-edit');
  await mustAct(people.verifier, url, 'verify', { 'checks[]': checks });
  await mustAct(people.boardHead, url, 'pass-final', { 'checks[]': checks });
  assert.equal((await round(iso(45))).code, 0);
  assert.equal(state(url), 'ready');
  assert.equal(trail(url, 'schedule_fail').length, 1);
});

test('D11.1_D15.3 the rights are asked again at that moment: of a stand-in whose time has ended nothing is posted, and the reason stands with the item', async () => {
  const stand = personId(site, 'bui-duc-thinh');
  site.sql(`INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (${stand}, 'act_as_secretary', UTC_TIMESTAMP(6) - INTERVAL 1 DAY, UTC_TIMESTAMP(6) + INTERVAL 1 DAY, '11/QĐ-BBT', ${personId(site, 'le-thi-thu-hang')}, UTC_TIMESTAMP(6))`);
  const url = await readyArticle('Bài do người thay Thư ký hẹn');
  await mustSet(people.editor, url, 'hen-dang', { at: typed(30) });
  site.sql(`UPDATE core_delegation SET revoked_at = UTC_TIMESTAMP(6) WHERE to_person = ${stand} AND act = 'act_as_secretary'`);
  comeDue(url);
  await site.until('failed', () => schedules(url)[0][2] === 'failed');
  assert.equal(state(url), 'ready');
  assert.match(schedules(url)[0][3], /Bùi Đức Thịnh không còn quyền/);
  assert.match(textOf(await people.secretary.get(url)), /Chưa đăng được theo giờ hẹn/);
  const inbox = (await people.secretary.get('/quan-tri/?xem=cho-dang')).html().querySelectorAll('tbody tr').map((row) => row.textContent.replace(/\s+/g, ' '));
  assert.match(inbox.find((row) => row.includes('Bài do người thay Thư ký hẹn')), /Chưa đăng được theo giờ hẹn: lúc đó Bùi Đức Thịnh không còn quyền/);
  assert.match(one(`SELECT text FROM core_notice WHERE kind = 'schedule' AND item_id = ${idOf(url)} AND person_id = ${personId(site, 'tran-minh-chau')}`), /không còn quyền/);
  await mustAct(people.secretary, url, 'publish');
});

test('D12.3 a withdrawal that the secretary planned is no take-down for a fault: nobody is asked to look at it again', async () => {
  const article = await publishArticle(site, { title: 'Thông báo có hạn do Thư ký đặt' });
  await mustSet(people.secretary, article.url, 'het-han', { at: typed(30), mode: 'withdraw', notice: 'Đợt tuyển sinh đã kết thúc.' });
  comeDue(article.url);
  await site.until('withdrawn', () => state(article.url) === 'withdrawn');
  assert.equal(one(`SELECT awaits FROM core_item WHERE id = ${article.id}`), '');
  assert.equal(one(`SELECT COUNT(*) FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${article.id} AND d.code = 'D12.3-go'`), '0');
});

test('D13.2 an article whose time is over leaves the lists and keeps its address, or is withdrawn with a notice, as chosen; both can be cancelled', async () => {
  const article = await publishArticle(site, { title: 'Thông báo tuyển sinh có hạn' });
  const listed = async () => (await site.reader().get(`${article.sectionPath}?t=${Math.random()}`)).body.includes('Thông báo tuyển sinh có hạn');
  await site.until('listed', listed);
  await mustSet(people.secretary, article.url, 'het-han', { at: typed(30), mode: 'unlist' });
  const dropped = await people.secretary.submit(await people.secretary.get(article.url), sent('het-han/bo'));
  assert.equal(dropped.status, 303);
  assert.equal((await round(iso(40))).code, 0);
  assert.equal(one(`SELECT unlisted_at IS NULL FROM news_article WHERE item_id = ${article.id}`), '1');

  await mustSet(people.secretary, article.url, 'het-han', { at: typed(30), mode: 'unlist' });
  comeDue(article.url);
  await site.until('off the lists', async () => !(await listed()));
  const page = await site.reader().get(`${article.path}?t=1`);
  assert.equal(page.status, 200);
  await site.until('says so', async () => /hết thời hạn đăng từ ngày/.test((await site.reader().get(article.path)).body));
  assert.equal(trail(article.url, 'unlist').length, 1);
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
  assert.equal((await site.portal('rebuild-published')).code, 0);
  assert.equal(await listed(), false);

  await mustSet(people.boardHead, article.url, 'het-han', { at: typed(30), mode: 'withdraw', notice: 'Đợt tuyển sinh đã kết thúc.' });
  comeDue(article.url);
  await site.until('withdrawn', () => state(article.url) === 'withdrawn');
  await site.until('gone', async () => (await site.reader().get(article.path)).status === 410);
  assert.match((await site.reader().get(article.path)).body, /Đợt tuyển sinh đã kết thúc/);
});

test('D12.3 a major change shows its date and note, a minor one only stands in the history, and both survive a rebuild', async () => {
  const article = await publishArticle(site, { title: 'Lịch trực tuần của bộ phận một cửa' });
  const page = async () => (await site.reader().get(article.path)).html().querySelector('article').textContent.replace(/\s+/g, ' ');
  const updated = () => one(`SELECT updated_at FROM news_published WHERE item_id = ${article.id}`);
  async function revise(paragraph) {
    await mustAct(people.author, article.url, 'revise-by-author');
    const form = await people.author.get(`${article.url}/sua`);
    assert.equal((await people.author.submit(form, sent('sua'), { body: documentOf([paragraph]) })).status, 303);
    await mustAct(people.author, article.url, 'submit-to-unit');
    await passAllChecks(site, article.url);
  }
  const first = updated();
  await revise('Trực từ thứ Hai đến thứ Bảy.');
  const silent = await act(people.secretary, article.url, 'publish', { change: 'major', change_note: '' });
  assert.equal(silent.status, 422);
  assert.match(textOf(silent), /Viết một câu cho bạn đọc biết/);
  await mustAct(people.secretary, article.url, 'publish', { change: 'minor', change_note: '' });
  await site.until('new words', async () => (await page()).includes('thứ Bảy'));
  assert.equal(updated(), first);
  assert.doesNotMatch(await page(), /Sửa lần cuối|Đính chính/);
  assert.match(await page(), /Lịch sử thay đổi.*Sửa nhỏ/);

  await revise('Trực từ thứ Hai đến thứ Sáu.');
  await mustAct(people.secretary, article.url, 'publish', { change: 'major', change_note: 'Bỏ buổi trực thứ Bảy.' });
  await site.until('new words', async () => (await page()).includes('thứ Sáu'));
  assert.match(await page(), /Sửa lần cuối.*Đính chính ngày .*Bỏ buổi trực thứ Bảy/);
  const shown = await page();
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
  assert.equal((await site.portal('rebuild-published')).code, 0);
  assert.equal(await page(), shown);
  assert.deepEqual(site.sql(`SELECT is_minor, note FROM news_change WHERE item_id = ${article.id} ORDER BY at`), [['1', ''], ['0', 'Bỏ buổi trực thứ Bảy.']]);
});
