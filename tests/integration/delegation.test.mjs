// Delegations over the life of an item (D15.2, D15.3, D19.2): from, to, sections, acts, number, revocation, no chains; an act begun under one and sent after
// its end; the stand-in for the secretary and the acting head; four eyes through all of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { forms, startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, checklist, mustAct, personId, sectionId, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
let director;
let binh; // a member of the board with a delegation for some sections
before(async () => {
  site = await startInstance();
  people = await cast(site);
  director = await site.login('vu.dinh.khoi');
  binh = await site.login('nong.thi.thanh.binh');
});
after(() => site?.stop());

const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const item = (url, column) => site.sql(`SELECT ${column} FROM core_item WHERE id = ${idOf(url)}`)[0][0];
const state = (url) => item(url, 'state');
const day = (days = 0) => new Date(Date.now() + 7 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
const lastAuthority = (url) => site.sql(`SELECT authority FROM core_audit WHERE chain = 'item:${idOf(url)}' ORDER BY seq DESC LIMIT 1`)[0][0];
const give = async (who, fields) => who.submit(await who.get('/quan-tri/uy-quyen/moi'), (form) => form.action === '/quan-tri/uy-quyen/moi', { section: '', valid_from: day(), valid_to: day(3), ...fields });
const revoke = async (who, number) => {
  const id = site.sql(`SELECT id FROM core_delegation WHERE document_number = '${number}'`)[0][0];
  return who.submit(await who.get('/quan-tri/uy-quyen/'), (form) => form.action === `/quan-tri/uy-quyen/${id}/thu-hoi`);
};

async function toStep(title, step, { section = 'hoat-dong-cua-so' } = {}) {
  const url = await writeArticle(people.author, articleFields(site, { title, section }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  if (step >= 1) await mustAct(people.secretary, url, 'receive', { section: sectionId(site, section), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  if (step >= 2) await mustAct(people.editor, url, 'finish-edit');
  return url;
}
const checks = (url) => checklist(site, item(url, 'kind'));

test('D15_2 a delegation reaches the sections that it names, those below them, and no other', async () => {
  const inside = await toStep('Bài trong chuyên mục được ủy quyền', 2);
  const outside = await toStep('Bài ngoài chuyên mục được ủy quyền', 2, { section: 'nghien-cuu-trao-doi' });
  assert.equal((await binh.get(`${outside}/viec/verify`)).status, 403);
  await mustAct(binh, inside, 'verify', { 'checks[]': checks(inside) });
  assert.equal(lastAuthority(inside), 'Ủy quyền 03/QĐ-BBT', 'the act names it');
  assert.equal((await binh.get(`${inside}/viec/pass-final`)).status, 403, 'verifying was delegated, the last check was not');
});

test('D15_2_D19_2 an act begun under a delegation and sent after its end is refused, says which and when, and gives the text back', async () => {
  assert.equal((await give(people.boardHead, { person: personId(site, 'nong-thi-thanh-binh'), act: 'verify', document_number: '21/QĐ-BBT' })).status, 303);
  const url = await toStep('Bài đang xác thực khi hết ủy quyền', 2, { section: 'nghien-cuu-trao-doi' });
  const form = await binh.get(`${url}/viec/send-back`);
  assert.equal(form.status, 200);
  assert.equal((await revoke(people.boardHead, '21/QĐ-BBT')).status, 303);
  const late = await binh.submit(form, (one) => one.action.endsWith('/viec/send-back'), { reason: 'Đoạn hai cần nêu rõ nguồn số liệu của Sở.' });
  assert.equal(late.status, 403);
  assert.match(textOf(late), /Ủy quyền 21\/QĐ-BBT đã bị thu hồi lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/);
  assert.match(late.body, /Đoạn hai cần nêu rõ nguồn số liệu của Sở/, 'the text is given back');
  assert.equal(state(url), 'verifying');

  site.sql("UPDATE core_delegation SET revoked_at = NULL, revoked_by = NULL, valid_to = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE WHERE document_number = '21/QĐ-BBT'");
  const ended = await binh.get(`${url}/viec/verify`);
  assert.equal(ended.status, 403);
  assert.match(textOf(ended), /Ủy quyền 21\/QĐ-BBT đã hết hiệu lực lúc/);
  // A text that was being corrected within the step.
  site.sql("UPDATE core_delegation SET valid_to = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR WHERE document_number = '21/QĐ-BBT'");
  const edit = await binh.get(`${url}/sua`);
  assert.equal(edit.status, 200);
  site.sql("UPDATE core_delegation SET valid_to = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE document_number = '21/QĐ-BBT'");
  const saved = await binh.submit(edit, (one) => one.action.endsWith('/sua'), { summary: 'Tóm tắt gõ đúng lúc ủy quyền vừa hết.' });
  assert.equal(saved.status, 403);
  assert.match(saved.body, /Tóm tắt gõ đúng lúc ủy quyền vừa hết/);
  assert.equal(item(url, 'working_version'), '1');
});

test('D19_2 the director names an acting head, dated; who acts as head delegates nothing, and is named in every act', async () => {
  const url = await toStep('Bài chờ người thay mặt Trưởng ban', 2, { section: 'nghien-cuu-trao-doi' });
  const person = personId(site, 'nong-thi-thanh-binh');
  assert.equal((await binh.get(`${url}/viec/verify`)).status, 403);
  assert.equal((await give(director, { person, act: 'verify', document_number: '31/QĐ-STP' })).status, 422, 'the director names an acting head and gives nothing else');
  assert.equal((await give(director, { person, act: 'act_as_head', document_number: '32/QĐ-STP' })).status, 303);
  await mustAct(binh, url, 'verify', { 'checks[]': checks(url) });
  assert.equal(lastAuthority(url), 'Ủy quyền 32/QĐ-STP');
  for (const page of ['/quan-tri/uy-quyen/', '/quan-tri/uy-quyen/moi']) assert.equal((await binh.get(page)).status, 403, 'no chains');
  const own = (await binh.get('/quan-tri/ca-nhan')).html().querySelector('[aria-labelledby="uy-quyen-cua-toi"]').textContent.replace(/\s+/g, ' ');
  assert.match(own, /Thay mặt Trưởng Ban Biên tập, mọi chuyên mục ?Số 32\/QĐ-STP, Vũ Đình Khôi giao/);
  assert.equal((await revoke(director, '32/QĐ-STP')).status, 303);
  assert.equal((await binh.get(`${url}/viec/pass-final`)).status, 403);
});

test('D15_2_D15_3 four eyes hold through a delegation: who edited does not check, in whose stead ever', async () => {
  assert.equal((await give(people.boardHead, { person: personId(site, 'bui-duc-thinh'), act: 'verify', document_number: '41/QĐ-BBT' })).status, 303);
  assert.equal((await give(director, { person: personId(site, 'bui-duc-thinh'), act: 'act_as_head', document_number: '42/QĐ-STP' })).status, 303);
  const url = await toStep('Bài do người được ủy quyền biên tập', 1);
  assert.equal((await people.editor.submit(await people.editor.get(`${url}/sua`), (form) => form.action.endsWith('/sua'), { summary: 'Tóm tắt do người biên tập viết.' })).status, 303);
  await mustAct(people.editor, url, 'finish-edit');
  const page = await people.editor.get(url);
  assert.ok(!forms(page.body).some((form) => /verify/.test(form.action)));
  assert.equal((await people.editor.get(`${url}/viec/verify`)).status, 403);
  assert.match(textOf(await people.editor.get(`${url}/viec/verify`)), /đã viết hoặc biên tập bài này/);
  for (const number of ['41/QĐ-BBT', '42/QĐ-STP']) await revoke(number.endsWith('STP') ? director : people.boardHead, number);
});

test('D11_1 the board appoints a stand-in for the secretary: receives and posts in the secretary’s stead, dated, and no longer than that', async () => {
  const vinh = await site.login('do.quang.vinh');
  const url = await toStep('Bài chờ người thay Thư ký', 0);
  assert.equal((await vinh.get(url)).status, 404, 'not seen before');
  assert.equal((await give(director, { person: personId(site, 'do-quang-vinh'), act: 'act_as_secretary', document_number: '51/QĐ-STP' })).status, 422);
  assert.equal((await give(people.boardHead, { person: personId(site, 'do-quang-vinh'), act: 'act_as_secretary', document_number: '52/QĐ-BBT' })).status, 303);
  await mustAct(vinh, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  assert.equal(lastAuthority(url), 'Ủy quyền 52/QĐ-BBT');
  assert.equal((await vinh.get(`${url}/viec/verify`)).status, 409);
  assert.equal((await revoke(people.boardHead, '52/QĐ-BBT')).status, 303);
  assert.equal((await vinh.get(url)).status, 404);
  assert.deepEqual(JSON.parse((await site.portal('check', '--json')).stdout).faults, []);
});
