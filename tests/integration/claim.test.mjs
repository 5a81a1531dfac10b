// Who has an item (D11.1, D15.1–D15.3): what waits for a group is taken by one of it, given by name or to the group, handed back with a word why. Everybody
// who sees the item sees who has it; two who take it at once: one has it, the other is told who.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { forms, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, checklist, mustAct, personId, sectionId, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
let binh; // a member of the board who verifies for some sections by delegation
before(async () => {
  site = await startInstance();
  people = await cast(site);
  binh = await site.login('nong.thi.thanh.binh');
});
after(() => site?.stop());

const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const item = (url, column) => site.sql(`SELECT ${column} FROM core_item WHERE id = ${idOf(url)}`)[0][0];
const checks = (url) => checklist(site, item(url, 'kind'));
const isAct = (name) => (form) => form.method === 'post' && form.action.endsWith(`/viec/${name}`);
const trail = (url) => site.sql(`SELECT action, authority FROM core_audit WHERE chain = 'item:${idOf(url)}' ORDER BY seq DESC LIMIT 1`)[0];
const told = (person, url) => site.sql(`SELECT text FROM core_notice WHERE item_id = ${idOf(url)} AND person_id = ${personId(site, person)} AND read_at IS NULL`).map(([text]) => text);

async function toStep(title, step, more = {}) {
  const url = await writeArticle(people.author, articleFields(site, { title }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  if (step >= 1) await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh'), ...more });
  if (step >= 2) await mustAct(people.editor, url, 'finish-edit');
  if (step >= 3) await mustAct(people.verifier, url, 'verify', { 'checks[]': checks(url) });
  return url;
}

test('D15_1 an item for the whole board is taken by one member, who alone edits it, and is handed back with a word why', async () => {
  const url = await toStep('Bài để cả Ban nhận', 1, { assignee: 'nhom' });
  assert.equal(item(url, 'assigned_to'), 'NULL');
  assert.match(textOf(await people.boardHead.get(url)), /Chưa ai nhận biên tập/);
  assert.ok(told('bui-duc-thinh', url).some((text) => /Chưa ai nhận biên tập/.test(text)), 'the members are told that it can be taken');
  assert.equal((await people.editor.get(`${url}/sua`)).status, 403, 'nobody edits what nobody has');
  assert.equal((await people.author.get(`${url}/viec/claim`)).status, 403, 'who is no member takes nothing');
  await mustAct(people.editor, url, 'claim');
  assert.deepEqual([item(url, 'assigned_to'), trail(url)[0]], [personId(site, 'bui-duc-thinh'), 'claim']);
  assert.deepEqual(told('nong-thi-thanh-binh', url), [], 'what was taken waits for nobody else');
  for (const client of [people.secretary, people.boardHead, people.unitHead, people.author]) assert.match(textOf(await client.get(url)) + (await client.get(url)).body, /Người biên tập: Bùi Đức Thịnh, từ \d\d\//);
  assert.equal((await people.editor.get(`${url}/sua`)).status, 200);
  assert.equal((await binh.get(`${url}/sua`)).status, 403);
  assert.equal((await act(people.editor, url, 'hand-back', { reason: '' })).status, 422, 'a word why');
  await mustAct(people.editor, url, 'hand-back', { reason: 'Đi công tác đến hết tuần, chưa bắt đầu biên tập.' });
  assert.equal(item(url, 'assigned_to'), 'NULL');
  assert.ok(told('tran-minh-chau', url).some((text) => /Chưa ai nhận biên tập.*Đi công tác/.test(text)), told('tran-minh-chau', url).join());
  await mustAct(binh, url, 'claim');
  await mustAct(binh, url, 'finish-edit');
});

test('D15_2 two who take a check at once: one has it, the other is told who and when, and the trail has one act', async () => {
  const url = await toStep('Bài hai người cùng nhận', 2);
  const pages = await Promise.all([people.verifier.get(url), binh.get(url)]);
  const [one, two] = await Promise.all([people.verifier.submit(pages[0], isAct('claim')), binh.submit(pages[1], isAct('claim'))]);
  const winner = one.status === 303 ? 'phan-van-dung' : 'nong-thi-thanh-binh';
  const refused = one.status === 303 ? two : one;
  assert.deepEqual([one.status, two.status].sort(), [303, 409]);
  const name = { 'phan-van-dung': 'Phan Văn Dũng', 'nong-thi-thanh-binh': 'Nông Thị Thanh Bình' }[winner];
  assert.match(textOf(refused), new RegExp(`${name} đã nhận việc này lúc \\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d`));
  assert.equal(item(url, 'checked_by'), personId(site, winner));
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_audit WHERE chain = 'item:${idOf(url)}' AND action = 'claim'`)[0][0], '1');
});

test('D15_2_D15_3 a check that somebody took is theirs and the head’s; handed back it is everybody’s again; every act under a delegation names it', async () => {
  const url = await toStep('Bài đã có người nhận xác thực', 2);
  await mustAct(binh, url, 'claim');
  assert.deepEqual(trail(url), ['claim', 'Ủy quyền 03/QĐ-BBT']);
  const page = await people.verifier.get(url);
  assert.match(page.body, /Người xác thực: Nông Thị Thanh Bình/);
  assert.match(page.body, /Nông Thị Thanh Bình đã nhận việc này lúc .*Muốn làm thay thì nhờ người đó trả lại việc/, 'why there is no button');
  assert.equal(forms(page.body).some(isAct('claim')), false);
  for (const name of ['verify', 'send-back']) assert.equal((await people.verifier.get(`${url}/viec/${name}`)).status, 403, name);
  assert.equal((await people.boardHead.get(`${url}/viec/verify`)).status, 200, 'the head may always');
  await mustAct(binh, url, 'hand-back', { reason: 'Không thuộc lĩnh vực của tôi.' });
  assert.ok(told('phan-van-dung', url).some((text) => /Chờ ông, bà xác thực.*Không thuộc lĩnh vực/.test(text)));
  await mustAct(people.verifier, url, 'verify', { 'checks[]': checks(url) });
  assert.deepEqual([item(url, 'state'), item(url, 'checked_by')], ['final_check', 'NULL'], 'the next step is for everybody again');
});

test('D15_2_D19_2 a check taken under a delegation that has ended is anybody’s again who may do it', async () => {
  const url = await toStep('Bài do người hết ủy quyền giữ', 2);
  await mustAct(binh, url, 'claim');
  const note = "document_number = '03/QĐ-BBT'";
  site.sql(`UPDATE core_delegation SET revoked_at = UTC_TIMESTAMP(6) WHERE ${note}`);
  try {
    await mustAct(people.verifier, url, 'verify', { 'checks[]': checks(url) });
  } finally {
    site.sql(`UPDATE core_delegation SET revoked_at = NULL WHERE ${note}`);
  }
});

test('D15 four eyes: who edited takes no check and is given none; the head gives it to who may', async () => {
  const url = await toStep('Bài mà người biên tập muốn tự xác thực', 1, { assignee: personId(site, 'nong-thi-thanh-binh') });
  const saved = await binh.submit(await binh.get(`${url}/sua`), (form) => form.action.endsWith('/sua'), { summary: 'Tóm tắt đã biên tập.' });
  assert.equal(saved.status, 303, textOf(saved));
  await mustAct(binh, url, 'finish-edit');
  const page = await binh.get(url);
  assert.equal(forms(page.body).some(isAct('claim')), false);
  assert.match(page.body, /đã viết hoặc biên tập bài này/);
  const form = await people.boardHead.get(`${url}/viec/reassign`);
  const options = form.html().querySelectorAll('#assignee option').map((option) => option.getAttribute('value'));
  assert.ok(options.includes(personId(site, 'phan-van-dung')) && !options.includes(personId(site, 'nong-thi-thanh-binh')), options.join());
  const forced = await people.boardHead.submit(form, isAct('reassign'), { assignee: personId(site, 'nong-thi-thanh-binh') });
  assert.equal(forced.status, 422);
  assert.match(textOf(forced), /chưa viết, chưa biên tập bài/);
  assert.equal((await people.verifier.get(`${url}/viec/reassign`)).status, 403, 'a delegate gives nothing to others');
  await mustAct(people.boardHead, url, 'reassign', { assignee: personId(site, 'phan-van-dung') });
  assert.equal(item(url, 'checked_by'), personId(site, 'phan-van-dung'));
  assert.ok(told('phan-van-dung', url).some((text) => /Được giao cho ông, bà xác thực/.test(text)));
  assert.match((await people.secretary.get('/quan-tri/tin-bai/?trang-thai=verifying')).body, /Phan Văn Dũng/, 'the list shows who has it');
});

test('D11_1 a working copy that was classified elsewhere moves nothing for readers, and given up it leaves the item where it was', async () => {
  const [[id]] = site.sql("SELECT i.id FROM core_item i JOIN core_section s ON s.id = i.section_id WHERE i.state = 'published' AND i.kind = 'news' AND s.slug = 'hoat-dong-cua-so' ORDER BY i.id LIMIT 1");
  const url = `/quan-tri/tin-bai/${id}`;
  const faults = async () => JSON.parse((await site.portal('check', '--json')).stdout).faults.filter(({ part }) => part === 'published');
  await mustAct(people.editor, url, 'revise-by-board', { reason: 'Cần sửa một số liệu.' });
  await mustAct(people.secretary, url, 'unreceive', { reason: 'Giao nhầm người.' });
  await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'nghien-cuu-trao-doi'), origin: 'Đơn vị', purpose: 'Thông tin', assignee: personId(site, 'bui-duc-thinh') });
  assert.equal(item(url, 'section_id'), sectionId(site, 'nghien-cuu-trao-doi'));
  assert.deepEqual(await faults(), [], 'what readers see is where it was posted');
  assert.equal((await site.portal('rebuild-published')).code, 0);
  assert.equal(site.sql(`SELECT section_id FROM news_published WHERE item_id = ${id}`)[0][0], sectionId(site, 'hoat-dong-cua-so'), 'and stays there when it is written again');
  await mustAct(people.editor, url, 'drop-revision');
  assert.deepEqual([item(url, 'section_id'), item(url, 'kind')], [sectionId(site, 'hoat-dong-cua-so'), 'news']);
  assert.deepEqual(await faults(), []);
});
