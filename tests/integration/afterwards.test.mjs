// What happens to an article after its posting: taken down by a member of the board and reviewed (D12.3), posted before the checks on an order and checked
// afterwards (D15.3), said to be outdated by the office or by a reader (D9.3f), reviewed (D13.3), archived (D13.2), withdrawn to another address (D12.3).
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { forms, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, checklist, mustAct, passAllChecks, personId, publishArticle, sectionId, textOf, writeArticle } from '../support/journey.mjs';
import { unpack } from '../support/zip.mjs';

let site;
let people;
let director;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  director = await site.login('vu.dinh.khoi');
});
after(() => site?.stop());

const kReviews = '/quan-tri/tin-bai/xem-lai';
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const item = (url, column) => site.sql(`SELECT ${column} FROM core_item WHERE id = ${idOf(url)}`)[0][0];
const state = (url) => item(url, 'state');
const clock = (url, code) => site.sql(`SELECT c.state, c.outcome, c.stopped_by FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${idOf(url)} AND d.code = '${code}' ORDER BY c.id`);
const listed = async (list, title) => (await site.reader().get(list)).body.includes(title);

async function inStep1(title) {
  const url = await writeArticle(people.author, articleFields(site, { title }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  return url;
}

test('D12_3 any member of the board takes down at once; the head’s review is a task with a clock until the next working day, red when missed', async () => {
  const article = await publishArticle(site, { title: 'Bài do thành viên gỡ' });
  await mustAct(people.editor, article.url, 'withdraw', { reason: 'Có phản ánh nội dung chưa chính xác.', ground: 'D12.3c', withdraw_mode: 'notice' });
  assert.deepEqual([state(article.url), item(article.url, 'awaits')], ['withdrawn', 'withdrawn']);
  assert.deepEqual(clock(article.url, 'D12.3-go'), [['open', '', '']]);
  // In the head's inbox and on the page of what must be looked at; the due time is the end of the next working day.
  assert.ok((await people.boardHead.get('/quan-tri/')).body.includes(`href="${article.url}"`));
  const [[started, due]] = site.sql(`SELECT DATE(CONVERT_TZ(c.started_at, '+00:00', '+07:00')), DATE(CONVERT_TZ(c.due_at, '+00:00', '+07:00')) FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${article.id} AND d.code = 'D12.3-go'`);
  assert.ok(due > started, `${started} → ${due}`);
  site.sql(`UPDATE core_clock c JOIN core_duty d ON d.id = c.duty_id SET c.due_at = UTC_TIMESTAMP(6) - INTERVAL 1 DAY, c.amber_at = UTC_TIMESTAMP(6) - INTERVAL 2 DAY WHERE c.item_id = ${article.id} AND d.code = 'D12.3-go'`);
  const page = await people.secretary.get(kReviews);
  assert.match(page.html().querySelector('[aria-labelledby="go-bai"]').innerHTML, /Bài do thành viên gỡ[\s\S]*chip--red/);
  site.sql(`UPDATE core_clock c JOIN core_duty d ON d.id = c.duty_id SET c.due_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY WHERE c.item_id = ${article.id} AND d.code = 'D12.3-go'`);

  assert.equal((await people.editor.get(`${article.url}/viec/review-takedown`)).status, 403, 'the review is the head’s');
  const bare = await act(people.boardHead, article.url, 'review-takedown', { reason: '' });
  assert.equal(bare.status, 422);
  await mustAct(people.boardHead, article.url, 'review-takedown', { reason: 'Gỡ đúng; chờ đơn vị đính chính.' });
  assert.equal(item(article.url, 'awaits'), '');
  assert.deepEqual(clock(article.url, 'D12.3-go'), [['closed', 'in_time', 'takedown_reviewed']]);
  const own = await publishArticle(site, { title: 'Bài do Trưởng ban gỡ' });
  await mustAct(people.boardHead, own.url, 'withdraw', { reason: 'Số liệu cần rà soát lại.', withdraw_mode: 'gone' });
  assert.equal(item(own.url, 'awaits'), '', 'what the head took down the head has looked at');
});

test('D12_3 a withdrawn article’s address leads to the one in its place, and only to one that is there', async () => {
  const better = await publishArticle(site, { title: 'Bài thay thế đầy đủ hơn' });
  const article = await publishArticle(site, { title: 'Bài có bài thay thế' });
  for (const bad of ['', 'https://noi-khac.example/', '/tin-tuc/khong-co-bai-nay', article.path]) {
    const answer = await act(people.editor, article.url, 'withdraw', { reason: 'Đã có bài thay thế.', withdraw_mode: 'redirect', redirect_to: bad });
    assert.equal(answer.status, 422, bad);
    assert.match(textOf(answer), /địa chỉ một trang đang đăng/);
  }
  await mustAct(people.editor, article.url, 'withdraw', { reason: 'Đã có bài thay thế.', withdraw_mode: 'redirect', redirect_to: better.path });
  await site.until('it leads on', async () => (await site.reader().get(article.path)).status === 301, 5000);
  assert.ok((await site.reader().get(article.path)).headers.location.endsWith(better.path));
});

test('D6_1_D15_3 urgent posting is off until the board’s head allows it, only on the leadership’s order, by the secretary, with the check afterwards, and counted', async () => {
  const url = await inStep1('Tin khẩn về dịch vụ công tạm dừng');
  assert.equal((await director.get(`${url}/viec/order-urgent`)).status, 409, 'off by default');
  const setting = await people.boardHead.get('/quan-tri/cai-dat/urgent-publication');
  assert.equal((await people.boardHead.submit(setting, (form) => form.action.endsWith('/urgent-publication'), { value: '1' })).status, 303);
  assert.equal((await people.secretary.get(`${url}/viec/publish-urgent`)).status, 409, 'no order, no posting');
  assert.equal((await people.secretary.get(`${url}/viec/order-urgent`)).status, 403, 'the order is the leadership’s');
  const waits = async (client) => (await client.get('/quan-tri/')).html().querySelectorAll('tbody .table__title a').some((link) => link.getAttribute('href') === url);
  assert.equal(await waits(people.secretary), false);
  await mustAct(director, url, 'order-urgent', { reason: 'Thông báo ngay cho người dân về việc tạm dừng tiếp nhận hồ sơ.' });
  assert.equal(await waits(people.secretary), true, 'what is ordered waits for the secretary');
  assert.equal((await people.editor.get(`${url}/viec/publish-urgent`)).status, 403, 'posting is the secretary’s');
  const bare = await act(people.secretary, url, 'publish-urgent', {});
  assert.equal(bare.status, 422, 'the checklist is asked for all the same (D12.1)');
  await mustAct(people.secretary, url, 'publish-urgent', { 'checks[]': checklist(site, 'news') });
  assert.deepEqual([state(url), item(url, 'awaits'), item(url, 'urgent_ordered_at')], ['published', 'urgent', 'NULL']);
  assert.equal(site.sql(`SELECT title FROM news_published WHERE item_id = ${idOf(url)}`)[0][0], 'Tin khẩn về dịch vụ công tạm dừng');
  const page = await people.secretary.get(kReviews);
  assert.match(page.body, /đã đăng khẩn 1 lần/);
  assert.match(page.html().querySelector('[aria-labelledby="dang-khan"]').textContent, /Tin khẩn/);
  assert.deepEqual(clock(url, 'D15.3-khan'), [['open', '', '']]);
  assert.equal((await people.editor.get(`${url}/viec/check-urgent`)).status, 403, 'the editor does not check');
  // The check waits for the head and for who has it by delegation, and for nobody else (D15.3).
  const binh = await site.login('nong.thi.thanh.binh');
  assert.equal(await waits(binh), false);
  site.sql(`INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) SELECT id, 'final_check', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, UTC_TIMESTAMP(6) + INTERVAL 1 DAY, '12/QĐ-BBT', ${personId(site, 'le-thi-thu-hang')}, UTC_TIMESTAMP(6) FROM core_person WHERE code = 'nong-thi-thanh-binh'`);
  for (const [client, does] of [[binh, true], [people.boardHead, true], [people.editor, false], [people.secretary, false]]) assert.equal(await waits(client), does, client.account.username);
  site.sql("UPDATE core_delegation SET revoked_at = UTC_TIMESTAMP(6) WHERE document_number = '12/QĐ-BBT'");
  await mustAct(people.boardHead, url, 'check-urgent', { 'checks[]': checklist(site, 'news') });
  assert.deepEqual(clock(url, 'D15.3-khan'), [['closed', 'in_time', 'urgent_checked']]);
  const history = (await people.secretary.get(url)).html().querySelector('.timeline').textContent;
  for (const words of ['đã chỉ đạo đăng khẩn', 'đã đăng khẩn theo chỉ đạo', 'Lãnh đạo Sở', 'đã kiểm tra lại bài đăng khẩn']) assert.ok(history.includes(words), words);
});

test('D11_1 a working copy that was classified elsewhere moves with its posting, urgent and without another word too, and not before', async () => {
  const url = await inStep1('Tin khẩn sẽ chuyển chuyên mục');
  await mustAct(director, url, 'order-urgent', { reason: 'Đăng ngay trong ngày.' });
  await mustAct(people.secretary, url, 'publish-urgent', { 'checks[]': checklist(site, 'news') });
  await mustAct(people.boardHead, url, 'check-urgent', { 'checks[]': checklist(site, 'news') });
  const standsIn = () => site.sql(`SELECT s.slug FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${idOf(url)}`)[0][0];
  const [[other, slug]] = site.sql("SELECT s.id, s.slug FROM site_section s JOIN core_section c ON c.id = s.id WHERE c.kind = 'article_list' AND s.slug NOT IN ('hoat-dong-cua-so', 'tin-tuc') ORDER BY s.id LIMIT 1");
  await mustAct(people.author, url, 'revise-by-author');
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', { section: other, origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  assert.equal(standsIn(), 'hoat-dong-cua-so');
  await mustAct(director, url, 'order-urgent', { reason: 'Đăng lại ngay ở chuyên mục đúng.' });
  await mustAct(people.secretary, url, 'publish-urgent', { 'checks[]': checklist(site, 'news'), change_note: 'Chuyển sang chuyên mục đúng.' });
  assert.equal(standsIn(), slug);
  // The same item twice is two urgent postings (D6.1): three with the one before.
  assert.match((await people.secretary.get(kReviews)).body, /đã đăng khẩn 3 lần/);
  const overview = (await people.boardHead.get('/quan-tri/dieu-hanh/')).html();
  const tile = overview.querySelectorAll('.tile').find((one) => one.textContent.includes('Đăng khẩn trong tháng'));
  assert.equal(tile.querySelector('.tile__n').textContent.trim(), '3');
  const listed = (await people.boardHead.get(tile.getAttribute('href').replaceAll('&amp;', '&'))).html().querySelectorAll('tbody .table__title a').map((link) => link.textContent);
  assert.deepEqual(listed.filter((title) => title === 'Tin khẩn sẽ chuyển chuyên mục').length, 2);
  assert.equal(listed.length, 3);
  assert.deepEqual(JSON.parse((await site.portal('check', '--json')).stdout).faults, []);
});

test('D6_1 an order is for one passage through the steps: sent back, the item needs a new one', async () => {
  const url = await inStep1('Tin có chỉ đạo rồi bị trả lại');
  await mustAct(director, url, 'order-urgent', { reason: 'Đăng ngay trong ngày.' });
  await mustAct(people.editor, url, 'return-to-sender', { reason: 'Thiếu thông tin người gửi.', ground: 'D4.2-nhan-than' });
  assert.equal(item(url, 'urgent_ordered_at'), 'NULL');
});

test('D9_3f somebody of the office says that an article is outdated: a task of the unit with a clock, closed by an answer or by a new version', async () => {
  const article = await publishArticle(site, { title: 'Lịch tiếp công dân quý IV' });
  const other = await site.login('ta.huu.phuoc');
  assert.equal((await other.get(article.url)).status, 404, 'who may not see the item uses the public page');
  await mustAct(people.editor, article.url, 'flag', { reason: 'Lịch đã đổi sang thứ Năm.' });
  assert.deepEqual(clock(article.url, 'D9.3f'), [['open', '', '']]);
  for (const client of [people.author, people.unitHead]) assert.ok((await client.get('/quan-tri/')).body.includes(`href="${article.url}"`), client.account.username);
  assert.match((await people.unitHead.get(kReviews)).body, /Lịch tiếp công dân quý IV/);
  assert.equal((await people.editor.get(`${article.url}/viec/answer-flag`)).status, 403, 'the answer is the supplier’s');
  await mustAct(people.unitHead, article.url, 'answer-flag', { reason: 'Lịch vẫn đúng, đã xác nhận với bộ phận tiếp công dân.' });
  assert.deepEqual(clock(article.url, 'D9.3f'), [['closed', 'in_time', 'answered']]);
  assert.match((await people.editor.get(article.url)).body, /Lịch vẫn đúng, đã xác nhận/);
  assert.ok(!(await people.unitHead.get('/quan-tri/')).body.includes(`href="${article.url}"`));

  await mustAct(people.editor, article.url, 'flag', { reason: 'Nay đã có lịch mới.' });
  await mustAct(people.author, article.url, 'revise-by-author');
  assert.equal((await people.author.submit(await people.author.get(`${article.url}/sua`), (form) => form.action.endsWith('/sua'), { title: 'Lịch tiếp công dân quý IV (mới)', change_note: 'Đổi lịch.' })).status, 303);
  await mustAct(people.author, article.url, 'submit-to-unit');
  await passAllChecks(site, article.url);
  await mustAct(people.secretary, article.url, 'publish');
  assert.equal(item(article.url, 'flagged_at'), 'NULL');
  assert.deepEqual(site.sql(`SELECT state FROM core_flag WHERE item_id = ${article.id} ORDER BY id`), [['answered'], ['new_version']]);
  assert.equal(clock(article.url, 'D9.3f').at(-1)[0], 'closed');
});

test('D9_3f a reader reports from the article’s page without JavaScript; the secretary passes it on or drops it', async () => {
  const article = await publishArticle(site, { title: 'Mức thu phí chứng thực' });
  const reader = site.reader();
  const link = (await reader.get(article.path)).html().querySelector('a[href$="/bao-cu"]').getAttribute('href');
  assert.equal(link, `${article.path}/bao-cu`);
  const page = await reader.get(link);
  assert.equal(page.status, 200);
  assert.equal(page.headers['set-cookie'], undefined);
  const send = (fields) => reader.submit(page, (form) => form.action === link, fields);
  const reports = () => site.sql(`SELECT note, contact, state FROM news_report WHERE item_id = ${article.id} ORDER BY id`);
  for (const [fields, words] of [
    [{ note: 'sai' }, /ít nhất 10 chữ cái/],
    [{ note: 'x'.repeat(1001) }, /1\.?000/],
    [{ note: 'Mức phí đã đổi từ tháng này.', contact: 'khong-phai-thu' }, /địa chỉ thư điện tử đầy đủ/],
  ]) {
    const answer = await send(fields);
    assert.equal(answer.status, 422, JSON.stringify(fields).slice(0, 60));
    assert.match(answer.html().querySelector('.govuk-error-summary').textContent, words);
    const typed = Object.fromEntries(forms(answer.body).find((form) => form.action === link).fields);
    assert.equal(typed.note, fields.note);
  }
  assert.equal((await send({ note: 'Mua hàng ở đây nhé các bạn.', website: 'http://quang-cao.example' })).status, 303, 'a program is told nothing');
  assert.equal((await reader.post(link, { note: 'Gửi từ một trang khác đến.' }, { headers: { Origin: 'http://noi-khac.example' } })).status, 403);
  assert.deepEqual(reports(), []);
  for (let twice = 0; twice < 2; twice++) assert.equal((await send({ note: 'Mức phí <b>đã đổi</b> từ tháng này.', contact: 'ban.doc@vidu.vn' })).status, 303);
  assert.deepEqual(reports(), [['Mức phí <b>đã đổi</b> từ tháng này.', 'ban.doc@vidu.vn', 'new']], 'sent twice is once');
  assert.equal((await reader.get(`${link}/da-nhan`)).status, 200);

  const review = await people.secretary.get(kReviews);
  assert.match(review.body, /Mức phí &lt;b&gt;đã đổi&lt;\/b&gt;/);
  assert.doesNotMatch((await people.editor.get(kReviews)).body, /ban\.doc@vidu\.vn/, 'the reader’s address is for who handles it');
  assert.equal((await people.secretary.submit(review, (form) => form.action.endsWith('/chuyen'))).status, 303);
  assert.deepEqual(reports().map((row) => row[2]), ['passed_on']);
  assert.deepEqual(site.sql(`SELECT source, person_id, state FROM core_flag WHERE item_id = ${article.id}`), [['reader', 'NULL', 'open']]);
  assert.match((await people.unitHead.get(article.url)).body, /Bạn đọc/);
  await send({ note: 'Nội dung linh tinh không liên quan.' });
  assert.equal((await people.secretary.submit(await people.secretary.get(kReviews), (form) => form.action.endsWith('/bo'))).status, 303);
  assert.deepEqual(reports().map((row) => row[2]), ['passed_on', 'dropped']);
});

test('D9_3f nginx lets one address send a few reports a minute, and small ones only', async () => {
  const path = `${site.sql('SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id ORDER BY p.item_id LIMIT 1')[0][0]}/bao-cu`;
  // From another address of this machine: the first one is exempt.
  const post = (body) =>
    new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', localAddress: '127.0.0.2', port: site.port, method: 'POST', path, agent: false, headers: { Host: `localhost:${site.port}`, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(body.length) } }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      });
      request.on('error', reject);
      request.end(body);
    });
  const answers = [];
  for (let n = 0; n < 8; n++) answers.push(await post('note=sai'));
  assert.equal(answers[0], 422);
  assert.ok(answers.filter((status) => status === 429).length >= 2, answers.join(' '));
  const big = await site.reader().post(path, { note: 'x'.repeat(20_000) });
  assert.equal(big.status, 413);
});

test('D13_3 a review keeps, asks for an update, or archives; by date or at the board’s request, and its outcome is in the history', async () => {
  const article = await publishArticle(site, { title: 'Bài đến kỳ rà soát' });
  const due = `UPDATE core_clock c JOIN core_duty d ON d.id = c.duty_id SET c.amber_at = UTC_TIMESTAMP(6) - INTERVAL 1 DAY, c.due_at = UTC_TIMESTAMP(6) + INTERVAL 10 DAY WHERE c.item_id = ${article.id} AND d.code = 'D13.3' AND c.state = 'open'`;
  site.sql(due);
  assert.match((await people.secretary.get(kReviews)).html().querySelector('[aria-labelledby="den-han-ra-soat"]').textContent, /Bài đến kỳ rà soát/);
  await mustAct(people.secretary, article.url, 'review-keep', { reason: 'Nội dung vẫn đúng.' });
  assert.deepEqual(clock(article.url, 'D13.3').map((row) => [row[0], row[2]]), [['closed', 'reviewed'], ['open', '']]);

  await mustAct(people.boardHead, article.url, 'ask-review', { reason: 'Rà lại số liệu trước hội nghị.' });
  assert.deepEqual(clock(article.url, 'D13.3-yeucau'), [['open', '', '']]);
  assert.match((await people.secretary.get(kReviews)).html().querySelector('[aria-labelledby="yeu-cau-ra-soat"]').textContent, /Bài đến kỳ rà soát/);
  await mustAct(people.secretary, article.url, 'review-update', { reason: 'Cập nhật số liệu quý IV.' });
  assert.deepEqual(clock(article.url, 'D13.3-yeucau'), [['closed', 'in_time', 'review_done']]);
  assert.deepEqual(clock(article.url, 'D9.3f'), [['open', '', '']], 'the unit has the task');
  const history = (await people.author.get(article.url)).html().querySelector('.timeline').textContent;
  for (const words of ['đã rà soát, giữ nguyên', 'đã yêu cầu rà soát', 'đã rà soát, yêu cầu đơn vị cập nhật']) assert.ok(history.includes(words), words);
});

test('D13_2 an article past its section’s retention leaves lists and feeds, keeps its address and says so; it can come back', async () => {
  const section = 'nghien-cuu-trao-doi';
  const article = await publishArticle(site, { title: 'Nghiên cứu đã quá thời gian', section, kind: 'research' });
  const later = await publishArticle(site, { title: 'Nghiên cứu mới hơn', section, kind: 'research' });
  const list = article.sectionPath;
  site.sql(`UPDATE core_item SET published_at = published_at - INTERVAL 400 DAY WHERE id = ${article.id}`);
  assert.equal((await people.boardHead.get(kReviews)).html().querySelector('#den-han-luu-tru'), null, 'no rule, nothing is due');
  const rules = `/quan-tri/chuyen-muc/${sectionId(site, section)}/quy-dinh`;
  const decided = await people.boardHead.submit(await people.boardHead.get(rules), (form) => form.action === rules, { retention_months: '12', document_number: '15/QĐ-BBT' });
  assert.equal(decided.status, 303, textOf(decided));
  const page = await people.secretary.get(kReviews);
  assert.match(page.html().querySelector('[aria-labelledby="den-han-luu-tru"]').textContent, /Nghiên cứu đã quá thời gian/);
  assert.doesNotMatch(page.html().querySelector('[aria-labelledby="den-han-luu-tru"]').textContent, /Nghiên cứu mới hơn/);
  site.sql(`UPDATE core_item SET published_at = published_at + INTERVAL 400 DAY WHERE id = ${article.id}`); // as it was posted, so that the copies agree
  await mustAct(people.secretary, article.url, 'archive', { reason: 'Hết thời gian ở danh sách theo 15/QĐ-BBT.' });
  assert.equal(state(article.url), 'archived');
  await site.until('off the list', async () => !(await listed(list, 'Nghiên cứu đã quá thời gian')), 5000);
  for (const place of [`${list}rss.xml`, later.path]) await site.until(`off ${place}`, async () => !(await listed(place, 'Nghiên cứu đã quá thời gian')), 5000);
  await site.until('its page says so', async () => /Bài đã lưu trữ từ ngày/.test((await site.reader().get(article.path)).body), 5000);
  assert.equal((await site.reader().get(article.path)).status, 200);
  assert.equal(JSON.parse((await site.portal('check', '--json')).stdout).ok, true);
  assert.equal((await site.portal('rebuild-published')).code, 0);
  assert.ok(!(await listed(list, 'Nghiên cứu đã quá thời gian')), 'nor after everything was written again');
  await mustAct(people.secretary, article.url, 'unarchive', { reason: 'Còn cần tra cứu thường xuyên.' });
  await site.until('back on the list', async () => listed(list, 'Nghiên cứu đã quá thời gian'), 5000);
});

test('D13_2 what was archived in a period is exported as one file with pages, words, data, trail and checksums', async () => {
  const article = await publishArticle(site, { title: 'Bài sẽ lưu trữ & xuất <ra tệp>', section: 'nghien-cuu-trao-doi', kind: 'research' });
  await mustAct(people.secretary, article.url, 'archive', { reason: 'Hết thời gian ở danh sách theo 15/QĐ-BBT.' });
  const out = path.join(site.dir, 'luu-tru.zip');
  const today = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
  const answer = await site.portal('export', '--from', today, '--to', today, '--out', out, '--json');
  assert.equal(answer.code, 0, answer.stderr);
  const told = JSON.parse(answer.stdout);
  const bytes = fs.readFileSync(out);
  assert.equal(told.sha256, createHash('sha256').update(bytes).digest('hex'));
  const files = Object.fromEntries(unpack(bytes).map((file) => [file.name, file.bytes]));
  for (const line of files.SHA256SUMS.toString().trim().split('\n')) {
    const [sum, name] = line.split('  ');
    assert.equal(createHash('sha256').update(files[name]).digest('hex'), sum, name);
  }
  assert.equal(Object.keys(files).length, files.SHA256SUMS.toString().trim().split('\n').length + 1, 'every file but the list itself has its sum');
  const code = item(article.url, 'code');
  const data = JSON.parse(files[`${code}/thong-tin.json`]);
  assert.deepEqual([data.title, data.address, data.content_digest], ['Bài sẽ lưu trữ & xuất <ra tệp>', article.path, site.sql(`SELECT content_digest FROM core_item_version WHERE item_id = ${article.id} ORDER BY version DESC LIMIT 1`)[0][0]]);
  assert.match(files[`${code}/bai.html`].toString(), /<h1>Bài sẽ lưu trữ &amp; xuất &lt;ra tệp&gt;<\/h1>/);
  assert.deepEqual(JSON.parse(files[`${code}/nhat-ky.json`]).map(({ digest }) => digest), site.sql(`SELECT digest FROM core_audit WHERE chain = 'item:${article.id}' ORDER BY seq`).map(([digest]) => digest));
  assert.equal(JSON.parse(files[`${code}/noi-dung.json`]).type, 'doc');
  assert.match(files['muc-luc.csv'].toString(), new RegExp(code));
  const none = JSON.parse((await site.portal('export', '--from', '2001-01-01', '--to', '2001-12-31', '--out', out, '--json')).stdout);
  assert.equal(none.items, 0);
  assert.equal((await site.portal('export', '--from', today, '--to', 'hôm nay', '--out', out)).code, 2);
});

test('D13_2 those past their time are archived together by one form', async () => {
  const section = 'nghien-cuu-trao-doi';
  const urls = [];
  for (const n of [1, 2]) urls.push((await publishArticle(site, { title: `Nghiên cứu cũ số ${n}`, section, kind: 'research' })).url);
  const ids = urls.map(idOf);
  const shift = (sign) => site.sql(`UPDATE core_item SET published_at = published_at ${sign} INTERVAL 400 DAY WHERE id IN (${ids})`);
  shift('-');
  const answer = await people.secretary.submit(await people.secretary.get(kReviews), (form) => form.action.endsWith('/luu-tru'), { 'items[]': ids });
  shift('+');
  assert.equal(answer.status, 303, textOf(answer));
  assert.deepEqual(urls.map(state), ['archived', 'archived']);
  assert.match((await people.secretary.get(urls[0])).html().querySelector('.timeline').textContent, /Hết thời gian ở danh sách theo 15\/QĐ-BBT/);
});

test('the trail, the clocks and the public copies still hold together', async () => {
  // The due times that the tests above moved by hand are reckoned again.
  await site.portal('recompute-clocks');
  assert.deepEqual(JSON.parse((await site.portal('check', '--json')).stdout).faults, []);
});
