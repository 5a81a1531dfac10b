// Acts on several items at once (D11.1, D13.2, D15): previewed with what each would answer, done one by one through the workflow, each an act of its own in the
// trail, with an answer for each, and undone by one button while nobody has touched it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, checklist, mustAct, personId, sectionId, writeArticle } from '../support/journey.mjs';

let site;
let people;
let binh;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  binh = await site.login('nong.thi.thanh.binh');
});
after(() => site?.stop());

// All of the page's words: the journey's textOf() is cut for messages.
const textOf = (answer) => (answer.html().querySelector('main')?.textContent ?? answer.body).replace(/\s+/g, ' ').trim();
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const values = (ids, column) => site.sql(`SELECT COALESCE(${column}, '') FROM core_item WHERE id IN (${ids}) ORDER BY id`).map(([value]) => value);
const acts = (ids, action) => Number(site.sql(`SELECT COUNT(*) FROM core_audit WHERE action = '${action}' AND chain IN (${ids.map((id) => `'item:${id}'`)})`)[0][0]);
const kPath = '/quan-tri/tin-bai/hang-loat';
const isBulk = (form) => form.method === 'post' && form.action === kPath;
const preview = (client, act, ids) => client.get(`${kPath}?viec=${act}&${ids.map((id) => `bai%5B%5D=${id}`).join('&')}`);

async function items(count, step, title) {
  const ids = [];
  for (let n = 0; n < count; n++) {
    const url = await writeArticle(people.author, articleFields(site, { title: `${title} ${n + 1}` }));
    await mustAct(people.author, url, 'submit-to-unit');
    await mustAct(people.unitHead, url, 'approve-unit');
    if (step >= 1) await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị', purpose: 'Thông tin', assignee: personId(site, 'bui-duc-thinh') });
    if (step >= 2) await mustAct(people.editor, url, 'finish-edit');
    ids.push(idOf(url));
  }
  return ids;
}

test('D11.1 the secretary receives several at once: each keeps its section and the name of its unit, goes to one editor, and is taken back by one button', async () => {
  const ids = await items(3, 0, 'Bài tiếp nhận chung');
  const inbox = (await people.secretary.get('/quan-tri/?xem=chua-giao')).html();
  for (const id of ids) assert.ok(inbox.querySelector(`input.tick[name="bai[]"][value="${id}"]`), `the inbox offers ${id}`);
  assert.ok(inbox.querySelector('button[name="viec"][value="tiep-nhan"]'));
  const [[published]] = site.sql("SELECT id FROM core_item WHERE state = 'published' LIMIT 1");
  const page = await preview(people.secretary, 'tiep-nhan', [...ids, published]);
  assert.match(textOf(page), /Bài đang ở trạng thái “Đã đăng”.*Làm được/);
  const asked = await people.secretary.submit(page, isBulk, { purpose: '', assignee: '' });
  assert.equal(asked.status, 422);
  assert.match(textOf(asked), /Ghi rõ mục đích.*Chọn một thành viên/);
  assert.deepEqual(values(ids, 'state'), ['submitted', 'submitted', 'submitted']);
  // One of them is touched between preview and act: it answers for itself, the others are done.
  site.sql(`UPDATE core_item SET row_version = row_version + 1 WHERE id = ${ids[1]}`);
  const done = await people.secretary.submit(page, isBulk, { purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  assert.equal(done.status, 303, textOf(done));
  assert.deepEqual(values(ids, 'state'), ['editing', 'submitted', 'editing']);
  assert.equal(acts(ids, 'receive'), 2, 'each is an act of its own in the trail');
  assert.equal(values([ids[0]], 'origin')[0], site.sql(`SELECT u.name FROM core_item i JOIN core_unit u ON u.id = i.unit_id WHERE i.id = ${ids[0]}`)[0][0]);
  const answers = await people.secretary.get(done.headers.location);
  assert.match(textOf(answers), /Đã tiếp nhận 2 trên 3 việc.*người khác đã thay đổi bài/);
  const again = await people.secretary.submit(page, isBulk, { purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  assert.equal(again.headers.location, done.headers.location, 'the same form twice is carried out once');
  const undone = await people.secretary.submit(answers, isBulk);
  assert.equal(undone.status, 303, textOf(undone));
  assert.deepEqual(values(ids, 'state'), ['submitted', 'submitted', 'submitted']);
  assert.deepEqual(values(ids, 'assigned_to'), ['', '', '']);
  assert.match(textOf(await people.secretary.get(undone.headers.location)), /Đã đưa về chờ phân loại 2 trên 2 việc/);
  assert.doesNotMatch((await people.secretary.get(done.headers.location)).body, /Hoàn tác/, 'what was undone is not undone again');
});

test('D15_2 two who take the same four at once: each item has one of them, and each is told which they did not get', async () => {
  const ids = await items(4, 2, 'Bài hai người cùng nhận hàng loạt');
  const pages = await Promise.all([preview(people.verifier, 'nhan', ids), preview(binh, 'nhan', ids)]);
  const answers = await Promise.all([people.verifier.submit(pages[0], isBulk), binh.submit(pages[1], isBulk)]);
  const holders = values(ids, 'checked_by');
  assert.equal(acts(ids, 'claim'), 4);
  assert.ok(holders.every((id) => [personId(site, 'phan-van-dung'), personId(site, 'nong-thi-thanh-binh')].includes(id)));
  const lost = answers.find((answer) => answer.status !== 303);
  assert.ok(lost, 'the items are locked in one order, so one of the two has all of them');
  assert.equal(lost.status, 409);
  assert.match(textOf(lost), /đã nhận việc này lúc/);
  const winner = answers[0].status === 303 ? people.verifier : binh;
  const result = await winner.get(answers.find((answer) => answer.status === 303).headers.location);
  assert.match(textOf(result), /Đã nhận 4 trên 4 việc/);
  // Handed back by one button, with a word why in each trail.
  assert.equal((await winner.submit(result, isBulk)).status, 303);
  assert.deepEqual(values(ids, 'checked_by'), ['', '', '', '']);
  assert.equal(Number(site.sql(`SELECT COUNT(*) FROM core_audit a JOIN core_audit_note n USING (chain, seq) WHERE a.action = 'hand_back' AND n.note LIKE 'Hoàn tác%' AND a.chain IN (${ids.map((id) => `'item:${id}'`)})`)[0][0]), 4);
});

test('D15_1 several are handed back with one reason; four eyes and other people’s work answer for themselves', async () => {
  const ids = await items(2, 1, 'Bài trả lại chung');
  const others = await items(1, 2, 'Bài của người khác');
  const page = await preview(people.editor, 'tra-lai', [...ids, ...others]);
  const bare = await people.editor.submit(page, isBulk, { reason: '' });
  assert.equal(bare.status, 422);
  assert.deepEqual(values(ids, 'assigned_to'), [personId(site, 'bui-duc-thinh'), personId(site, 'bui-duc-thinh')]);
  const done = await people.editor.submit(page, isBulk, { reason: 'Nghỉ phép từ ngày mai.' });
  assert.equal(done.status, 303, textOf(done));
  assert.deepEqual(values(ids, 'assigned_to'), ['', '']);
  const back = await people.editor.submit(await people.editor.get(done.headers.location), isBulk);
  assert.equal(back.status, 303);
  assert.deepEqual(values(ids, 'assigned_to'), [personId(site, 'bui-duc-thinh'), personId(site, 'bui-duc-thinh')]);
  const refused = await preview(people.author, 'nhan', others);
  assert.match(textOf(refused), /Việc này dành cho/);
  assert.doesNotMatch(refused.body, /name="_key"[^>]*>\s*<input type="hidden" name="viec"/, 'there is nothing to send');
  const stranger = await site.login('vang.thi.sua');
  assert.match(textOf(await preview(stranger, 'nhan', others)), /1 việc đã chọn không thuộc phần việc/);
});

test('D13_2 several posted items leave the lists at once and come back by one button', async () => {
  const ids = site.sql("SELECT id FROM core_item WHERE state = 'published' ORDER BY id LIMIT 2").map(([id]) => id);
  const list = (await people.boardHead.get('/quan-tri/tin-bai/?trang-thai=published')).html();
  assert.ok(list.querySelector('button[name="viec"][value="luu-tru"]'));
  assert.ok(list.querySelectorAll('input.tick[name="bai[]"]').length > 0);
  assert.equal((await people.author.get('/quan-tri/tin-bai/?trang-thai=published')).html().querySelectorAll('input.tick[name="bai[]"]').length, 0);
  const listed = () => Number(site.sql(`SELECT COUNT(DISTINCT item_id) FROM news_listed WHERE item_id IN (${ids})`)[0][0]);
  const done = await people.boardHead.submit(await preview(people.boardHead, 'luu-tru', ids), isBulk, { reason: 'Đã qua thời gian cần theo dõi.' });
  assert.equal(done.status, 303, textOf(done));
  assert.deepEqual([values(ids, 'state'), listed()], [['archived', 'archived'], 0]);
  assert.equal((await people.boardHead.submit(await people.boardHead.get(done.headers.location), isBulk)).status, 303);
  assert.deepEqual([values(ids, 'state'), listed()], [['published', 'published'], 2]);
});

test('nothing that is typed into the address makes an answer', async () => {
  for (const query of ['', '?viec=khong-co', '?viec=nhan&xong=zz', '?viec=nhan&xong=1.-', '?viec=nhan&bai%5B%5D=abc', '?viec=nhan&lui-xong=-', `?viec=nhan&xong=${'1.1-'.repeat(40)}1.1`]) {
    const answer = await people.boardHead.get(kPath + query);
    assert.ok([200, 404].includes(answer.status), `${query}: ${answer.status}`);
    assert.doesNotMatch(answer.body, /Đã nhận \d/);
  }
});
