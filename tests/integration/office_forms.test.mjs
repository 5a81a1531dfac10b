// What the office's forms must withstand: stale, sent twice, session ended, role taken away, missing and odd fields. Nothing typed is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { forms, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, documentOf, mustAct, passAllChecks, personId, sectionId, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
});
after(() => site?.stop());

const isEdit = (form) => form.action.endsWith('/sua');
const isNew = (form) => form.action === '/quan-tri/tin-bai/moi';
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const write = (title, more = {}) => writeArticle(people.author, articleFields(site, { title, ...more }));

test('a stale save answers 409 with both texts on a page that merges them', async () => {
  const url = await write('Bản gốc của bài');
  const mine = await people.author.get(`${url}/sua`);
  const theirs = await people.author.submit(await people.author.get(`${url}/sua`), isEdit, { title: 'Bản của lần lưu trước' });
  assert.equal(theirs.status, 303);
  const stale = await people.author.submit(mine, isEdit, { title: 'Bản của lần lưu sau', body: documentOf(['Đoạn văn không được mất.']) });
  assert.equal(stale.status, 409);
  assert.match(stale.body, /Bản của lần lưu trước/);
  assert.match(stale.body, /Đoạn văn không được mất\./);
  assert.match(textOf(stale), /Nguyễn Hoàng Yến/);
  const again = await people.author.submit(stale, (form) => form.action.endsWith('/gop'), { pick_title: 'mine' });
  assert.equal(again.status, 303);
  assert.equal(site.sql(`SELECT title FROM core_item WHERE id = ${idOf(url)}`)[0][0], 'Bản của lần lưu sau');
  assert.equal(site.sql(`SELECT COUNT(*) FROM news_article_version WHERE item_id = ${idOf(url)}`)[0][0], '3');
});

test('F33 a form sent twice is carried out once; the same key with another body is a 409', async () => {
  const page = await people.author.get('/quan-tri/tin-bai/moi');
  const fields = articleFields(site, { title: 'Bài gửi hai lần' });
  const [one, two] = await Promise.all([people.author.submit(page, isNew, fields), people.author.submit(page, isNew, fields)]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  assert.equal(one.headers.location, two.headers.location);
  assert.equal(site.sql("SELECT COUNT(*) FROM core_item WHERE title = 'Bài gửi hai lần'")[0][0], '1');
  const other = await people.author.submit(page, isNew, { ...fields, title: 'Bài khác cùng khóa' });
  assert.equal(other.status, 409);
  assert.match(other.body, /Bài khác cùng khóa/, 'the text is given back');
  assert.equal(site.sql("SELECT COUNT(*) FROM core_item WHERE title = 'Bài khác cùng khóa'")[0][0], '0');
});

test('F33 an act sent twice moves the item once', async () => {
  const url = await write('Bài trình hai lần');
  const page = await people.author.get(url);
  const isSubmit = (form) => form.action.endsWith('/viec/submit-to-unit');
  const [one, two] = await Promise.all([people.author.submit(page, isSubmit), people.author.submit(page, isSubmit)]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_audit WHERE chain = 'item:${idOf(url)}' AND action = 'submit_to_unit'`)[0][0], '1');
});

test('an act on a page that is no longer true answers 409 and changes nothing', async () => {
  const url = await write('Bài bị người khác xử lý trước');
  await mustAct(people.author, url, 'submit-to-unit');
  const old = await people.unitHead.get(url);
  await mustAct(people.unitHead, url, 'approve-unit');
  const late = await people.unitHead.submit(old, (form) => form.action.endsWith('/viec/approve-unit'));
  assert.equal(late.status, 409);
  assert.match(textOf(late), /Mới nhận, chờ Thư ký phân loại/);
});

test('a session that ended during writing: the text is given back after login', async () => {
  const writer = await site.login('ha.quynh.anh');
  const page = await writer.get('/quan-tri/tin-bai/moi');
  site.sql("DELETE s FROM core_session s JOIN core_account a ON a.id = s.account_id WHERE a.username = 'ha.quynh.anh'");
  const answer = await writer.submit(page, isNew, articleFields(site, { title: 'Bài viết dở khi hết phiên', body: documentOf(['Đoạn viết trong hai giờ.']) }));
  assert.equal(answer.status, 401);
  assert.match(answer.body, /Bài viết dở khi hết phiên/);
  assert.match(answer.body, /Đoạn viết trong hai giờ\./);
});

test('a role taken away between opening and sending: 403 and the text is still on the page', async () => {
  const url = await write('Bài mà đơn vị sẽ duyệt');
  await mustAct(people.author, url, 'submit-to-unit');
  const page = await people.unitHead.get(`${url}/viec/return-from-unit`);
  site.sql("UPDATE core_role_assignment r JOIN core_account a ON a.id = r.account_id SET r.revoked_at = UTC_TIMESTAMP(6) WHERE a.username = 'dinh.cong.tu'");
  try {
    const answer = await people.unitHead.submit(page, (form) => form.action.endsWith('/viec/return-from-unit'), { reason: 'Lý do dài đã gõ, không được mất.' });
    assert.ok([403, 404].includes(answer.status), String(answer.status));
    assert.match(answer.body, /Lý do dài đã gõ, không được mất\./);
    assert.equal(site.sql(`SELECT state FROM core_item WHERE id = ${idOf(url)}`)[0][0], 'unit_review');
  } finally {
    site.sql("UPDATE core_role_assignment r JOIN core_account a ON a.id = r.account_id SET r.revoked_at = NULL WHERE a.username = 'dinh.cong.tu'");
  }
});

test('D12.1 what was typed comes back: a question after the delegation ended, an answer to a request that was taken back, a pause that came too late', async () => {
  const url = await write('Bài để hỏi sau khi hết ủy quyền');
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  await mustAct(people.editor, url, 'finish-edit');
  const unit = site.sql("SELECT r.unit_id FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id WHERE a.username = 'ta.huu.phuoc'")[0][0];
  const ask = async (page, fields) => people.verifier.submit(page, (form) => form.action.endsWith('/xac-nhan/moi'), { to: 'unit', unit, ...fields });
  const delegation = `to_person = ${personId(site, 'phan-van-dung')}`;
  const page = await people.verifier.get(`${url}/xac-nhan/moi`);
  const [[ends]] = site.sql(`SELECT valid_to FROM core_delegation WHERE ${delegation} AND act = 'verify'`);
  site.sql(`UPDATE core_delegation SET valid_to = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE WHERE ${delegation}`);
  const refused = await ask(page, { question: 'Câu hỏi dài đã gõ, không được mất.' });
  assert.equal(refused.status, 403);
  assert.equal(refused.html().querySelector('#kept-question').textContent.trim(), 'Câu hỏi dài đã gõ, không được mất.');
  site.sql(`UPDATE core_delegation SET valid_to = '${ends}' WHERE ${delegation}`);

  assert.equal((await ask(await people.verifier.get(`${url}/xac-nhan/moi`), { question: 'Số vụ việc có đúng không?' })).status, 303);
  const request = `${url}/xac-nhan/${site.sql(`SELECT MAX(id) FROM core_request WHERE item_id = ${idOf(url)}`)[0][0]}`;
  const head = await site.login('ta.huu.phuoc');
  const asked = await head.get(request);
  assert.equal((await people.verifier.submit(await people.verifier.get(request), (form) => form.action === `${request}/rut`)).status, 303);
  const late = await head.submit(asked, (form) => form.action === request, { answer: 'Câu trả lời dài đã gõ, không được mất.' });
  assert.equal(late.status, 409);
  assert.equal(late.html().querySelector('#kept-answer').textContent.trim(), 'Câu trả lời dài đã gõ, không được mất.');

  const clock = site.sql(`SELECT c.id FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.item_id = ${idOf(url)} AND d.code = 'D9.3-ban'`)[0][0];
  const pause = await people.boardHead.get(`${url}/thoi-han/${clock}/tam-dung`);
  site.sql(`UPDATE core_clock SET state = 'closed', closed_at = UTC_TIMESTAMP(6), outcome = 'in_time', stopped_by = 'published' WHERE id = ${clock}`);
  const tooLate = await people.boardHead.submit(pause, (form) => form.action.endsWith('/tam-dung'), { ground: 'Đang chờ Bộ Tư pháp trả lời.', evidence: 'Công văn 15/STP-VP' });
  assert.ok([403, 409].includes(tooLate.status), String(tooLate.status));
  assert.equal(tooLate.html().querySelector('#kept-ground').textContent.trim(), 'Đang chờ Bộ Tư pháp trả lời.');
  assert.equal(tooLate.html().querySelector('#kept-evidence').textContent.trim(), 'Công văn 15/STP-VP');
});

test('D9_1 a form with mistakes lists each by field with its clause and gives the text back', async () => {
  const page = await people.author.get('/quan-tri/tin-bai/moi');
  const answer = await people.author.submit(page, isNew, articleFields(site, { title: '', event_at: '31/02/2026 10:00', summary: 'Tóm tắt còn lại.' }));
  assert.equal(answer.status, 422);
  const summary = answer.html().querySelector('.govuk-error-summary');
  assert.ok(summary.querySelector('a[href="#title"]'));
  assert.ok(summary.querySelector('a[href="#event_at"]'));
  assert.match(answer.body, /Tóm tắt còn lại\./);
  assert.match(answer.body, /31\/02\/2026 10:00/);
});

test('D9_3a news without the time it took place does not leave its author', async () => {
  const url = await write('Tin chưa có thời điểm diễn ra', { event_at: '' });
  assert.match(textOf(await people.author.get(url)), /D9\.3a/);
  const answer = await act(people.author, url, 'submit-to-unit');
  assert.equal(answer.status, 422);
  assert.match(textOf(answer), /D9\.3a/);
  assert.equal(site.sql(`SELECT state FROM core_item WHERE id = ${idOf(url)}`)[0][0], 'draft');
});

test('D9_3a news tells of what took place: a time ahead is refused with what was typed; D5_9đ an announcement may lie ahead', async () => {
  const ahead = '10/12/2062 08:00';
  const answer = await people.author.submit(await people.author.get('/quan-tri/tin-bai/moi'), isNew, articleFields(site, { title: 'Tin về việc chưa diễn ra', summary: 'Tóm tắt không được mất.', event_at: ahead }));
  assert.equal(answer.status, 422);
  const link = answer.html().querySelector('.govuk-error-summary a[href="#event_at"]');
  assert.match(link.textContent, /Thời điểm này chưa đến\. Tin tức viết về việc đã diễn ra/);
  const field = answer.html().querySelector('#event_at');
  assert.equal(field.getAttribute('value'), ahead);
  assert.match(answer.body, /Tóm tắt không được mất\./);
  assert.equal(site.sql("SELECT COUNT(*) FROM core_item WHERE title = 'Tin về việc chưa diễn ra'")[0][0], '0');

  const announced = await write('Hội nghị sắp tổ chức', { section: 'hoi-nghi-tap-huan', event_at: ahead });
  assert.equal(site.sql(`SELECT kind, event_at IS NOT NULL FROM core_item WHERE id = ${idOf(announced)}`)[0].join(), 'event,1');
  // The kind goes with the section: as news the same words are refused, and the draft stays what it was.
  const moved = await people.author.submit(await people.author.get(`${announced}/sua`), isEdit, { section: articleFields(site, { title: '' }).section });
  assert.equal(moved.status, 422);
  assert.ok(moved.html().querySelector('.govuk-error-summary a[href="#event_at"]'));
  assert.equal(site.sql(`SELECT kind, working_version FROM core_item WHERE id = ${idOf(announced)}`)[0].join(), 'event,1');
});

test('D9_3a what the secretary classified as news does not pass step 1 with a time ahead', async () => {
  const url = await write('Hội nghị bị phân loại nhầm là tin', { section: 'hoi-nghi-tap-huan', event_at: '10/12/2062 08:00', starts_at: '10/12/2062 08:00', place: 'Hội trường tầng 3' });
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  const news = articleFields(site, { title: '' }).section;
  await mustAct(people.secretary, url, 'receive', { section: news, kind: 'news', origin: 'Phòng gửi', purpose: 'Đưa tin', assignee: personId(site, 'bui-duc-thinh') });
  const stopped = await act(people.editor, url, 'finish-edit');
  assert.equal(stopped.status, 422, textOf(stopped));
  assert.match(stopped.body, /Thời điểm này chưa đến/);
  const mended = await people.editor.submit(await people.editor.get(`${url}/sua`), isEdit, { event_at: articleFields(site, { title: '' }).event_at });
  assert.equal(mended.status, 303, textOf(mended));
  await mustAct(people.editor, url, 'finish-edit');
});

test('D4_1a hidden characters, a broken tree and unknown nodes are refused with the place', async () => {
  const page = () => people.author.get('/quan-tri/tin-bai/moi');
  const bad = [
    [{ title: 'Thô\u200bng báo' }, '#title'],
    [{ body: '{"type":"doc"' }, '#body'],
    [{ body: '{"type":"doc","content":[{"type":"script"}]}' }, '#body'],
    [{ body: JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] }] }) }, '#body'],
    [{ title: 'a'.repeat(301) }, '#title'],
  ];
  for (const [change, field] of bad) {
    const answer = await people.author.submit(await page(), isNew, { ...articleFields(site, { title: 'Bài có chỗ sai' }), ...change });
    assert.equal(answer.status, 422, JSON.stringify(change));
    assert.ok(answer.html().querySelector(`.govuk-error-summary a[href="${field}"]`), JSON.stringify(change));
  }
});

test('missing, duplicate and forged fields are answered in Vietnamese, never carried out', async () => {
  const page = await people.author.get('/quan-tri/tin-bai/moi');
  const form = forms(page.body).find(isNew);
  const csrf = form.fields.find(([name]) => name === '_csrf');
  const key = form.fields.find(([name]) => name === '_key');
  const fields = Object.entries(articleFields(site, { title: 'Bài gửi sai cách' }));
  const before = site.sql('SELECT COUNT(*) FROM core_item')[0][0];
  assert.equal((await people.author.post(form.action, [csrf, ...fields])).status, 400, 'no key');
  assert.equal((await people.author.post(form.action, [key, ...fields])).status, 403, 'no token');
  const twice = await people.author.post(form.action, [csrf, key, ...fields, ['title', 'Tiêu đề thứ hai']]);
  assert.equal(twice.status, 400, 'duplicate field');
  assert.match(twice.body, /lang="vi"/);
  assert.equal((await people.author.post(form.action, [csrf, key])).status, 422, 'nothing filled in');
  const foreign = await people.author.post(form.action, [csrf, key, ...fields], { headers: { 'Sec-Fetch-Site': 'cross-site' } });
  assert.equal(foreign.status, 403, 'from another site');
  assert.equal(site.sql('SELECT COUNT(*) FROM core_item')[0][0], before);
});

test('D9_1a a contributor writes for the own unit only', async () => {
  const other = site.sql("SELECT id FROM core_unit WHERE code = 'thanh-tra'")[0][0];
  const answer = await people.author.submit(await people.author.get('/quan-tri/tin-bai/moi'), isNew, { ...articleFields(site, { title: 'Bài viết thay đơn vị khác' }), unit: other });
  assert.equal(answer.status, 403);
  assert.match(answer.body, /Bài viết thay đơn vị khác/);
});

test('the preview is the public page with a banner, for those who may see the item', async () => {
  const url = await write('Bài để xem trước', { body: documentOf(['Đoạn bạn đọc sẽ thấy.']) });
  const preview = await people.author.get(`${url}/xem-truoc`);
  assert.equal(preview.status, 200);
  const html = preview.html();
  assert.match(html.querySelector('.site-notice').textContent, /Bản xem trước/);
  assert.equal(html.querySelector('h1').textContent.trim(), 'Bài để xem trước');
  assert.match(html.querySelector('.reading').textContent, /Đoạn bạn đọc sẽ thấy\./);
  assert.match(preview.headers['cache-control'], /no-store/);
});

test('the preview is exactly what readers then see: <main> of both is the same, but for the time, the address that it gets and what leads to a reader’s form', async () => {
  const text = (words, ...marks) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) });
  const line = (...content) => ({ type: 'paragraph', content });
  const cell = (type, words) => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [line(text(words))] });
  const body = JSON.stringify({
    type: 'doc',
    content: [
      line(text('Đoạn có '), text('chữ đậm', { type: 'strong' }), text(' và '), text('liên kết', { type: 'link', attrs: { href: 'https://moj.gov.vn/' } }), text('.')),
      { type: 'heading', attrs: { level: 2 }, content: [text('Một đề mục & dấu "nháy"')] },
      { type: 'bullet_list', content: [{ type: 'list_item', content: [line(text('Ý thứ nhất'))] }] },
      { type: 'blockquote', content: [line(text('Lời trích.'))] },
      { type: 'table', content: [{ type: 'table_row', content: [cell('table_header', 'Tên'), cell('table_header', 'Số')] }, { type: 'table_row', content: [cell('table_cell', 'Hồ sơ'), cell('table_cell', '12')] }] },
    ],
  });
  const url = await write('Bài xem trước rồi đăng <thử>', { body, summary: 'Tóm tắt có "nháy" & dấu.' });
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
  const preview = await people.secretary.get(`${url}/xem-truoc`);
  await mustAct(people.secretary, url, 'publish');
  const [[slug, section]] = site.sql(`SELECT p.slug, s.path FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${idOf(url)}`);
  await site.until('readers see it', async () => (await site.reader().get(section + slug)).status === 200);
  const page = await site.reader().get(section + slug);
  const seen = (answer) => {
    const main = answer.html().querySelector('main');
    for (const link of main.querySelectorAll('a[href$="/bao-cu"]')) link.remove();
    const own = answer.html().querySelector('link[rel=canonical]').getAttribute('href').split('/').at(-1);
    return main.outerHTML.replace(/<time datetime="[^"]*">[^<]*<\/time>/, '<time>').replaceAll(`/${own}/`, '/<slug>/').replaceAll(' </p>', '</p>').split('\n');
  };
  assert.deepEqual(seen(preview), seen(page));
  assert.ok(seen(page).some((one) => one.includes('Cùng chuyên mục')), 'what stands beside it is compared too');
});

test('discard hides a draft from nobody but its work, restore brings it back', async () => {
  const url = await write('Bài bỏ rồi lấy lại');
  await mustAct(people.author, url, 'discard');
  assert.equal(site.sql(`SELECT state FROM core_item WHERE id = ${idOf(url)}`)[0][0], 'discarded');
  await mustAct(people.author, url, 'restore');
  assert.equal(site.sql(`SELECT state FROM core_item WHERE id = ${idOf(url)}`)[0][0], 'draft');
});

test('lists page by keyset without losing or repeating an item, and filter', async () => {
  for (let n = 0; n < 3; n++) await write(`Bài lọc số ${n}`);
  const seen = new Set();
  let url = '/quan-tri/tin-bai/';
  for (let page = 0; url && page < 20; page++) {
    const html = (await people.secretary.get(url)).html();
    for (const link of html.querySelectorAll('.table__title a')) {
      assert.ok(!seen.has(link.getAttribute('href')), 'repeated');
      seen.add(link.getAttribute('href'));
    }
    url = html.querySelector('a[rel="next"]')?.getAttribute('href').replaceAll('&amp;', '&');
  }
  const [[count]] = site.sql("SELECT COUNT(*) FROM core_item WHERE module = 'news' AND (supplied_at IS NOT NULL OR published_version IS NOT NULL)");
  assert.equal(seen.size, Number(count));
  const mine = await people.author.get('/quan-tri/tin-bai/?cua-toi=1&trang-thai=draft&q=' + encodeURIComponent('bai loc so'));
  assert.equal(mine.html().querySelectorAll('.table__title a').length, 3);
});
