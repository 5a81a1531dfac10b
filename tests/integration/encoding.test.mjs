// Text in another encoding (D4.1a) in the office: a form that holds it is shown in Unicode with its doubtful letters marked, its author confirms, and nothing in
// another encoding is posted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, documentOf, mustAct, passAllChecks, textOf, writeArticle } from '../support/journey.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
});
after(() => site?.stop());

const isNew = (form) => form.action === '/quan-tri/tin-bai/moi';
const isEdit = (form) => form.action.endsWith('/sua');
const has = (form, name) => form.fields.some(([field]) => field === name);
const isConfirm = (form) => has(form, 'encoding_from');
const isOwn = (form) => form.method === 'post' && has(form, 'title') && !has(form, 'encoding_from');
const count = () => Number(site.sql('SELECT COUNT(*) FROM core_item')[0][0]);
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const stored = (url) => site.sql(`SELECT v.title, v.summary, v.body_json FROM news_article_version v JOIN core_item i ON i.id = v.item_id AND i.working_version = v.version WHERE i.id = ${idOf(url)}`)[0];

const tcvn3 = {
  title: 'Së T\u00AD ph¸p tæ chøc héi nghÞ triÓn khai c«ng t¸c',
  summary: 'Héi nghÞ bµn vÒ phæ biÕn, gi¸o dôc ph¸p luËt t¹i Plªyku.',
  body: documentOf(['C¨n cø LuËt Ban hµnh v¨n b¶n quy ph¹m ph¸p luËt, ng\u00ADêi d©n ®\u00AD\u00EEc h\u00ADíng dÉn.', 'HéI NGHÞ kÕt thóc.']),
};

test('D4_1a an article typed in TCVN3 is shown in Unicode with its doubtful letters; it is saved when its author says so', async () => {
  const items = count();
  const page = await people.author.get('/quan-tri/tin-bai/moi');
  const offer = await people.author.submit(page, isNew, articleFields(site, tcvn3));
  assert.equal(offer.status, 422, textOf(offer));
  assert.equal(count(), items, 'nothing was saved');
  const main = offer.html().querySelector('main');
  assert.match(main.textContent, /Bài có chữ gõ bằng TCVN3 \(ABC\), không phải Unicode/);
  const cells = main.querySelectorAll('.encoding td').map((cell) => cell.textContent);
  assert.ok(cells.includes(tcvn3.title), 'the original is shown');
  assert.ok(cells.includes('Sở Tư pháp tổ chức hội nghị triển khai công tác'));
  const marks = main.querySelectorAll('.encoding mark').map((mark) => mark.textContent.replace(/\[xem lại: |\]/g, ''));
  assert.deepEqual(marks, ['ê', 'Ộ', 'Ị'], 'the letters of Plêyku and of the capitals');

  const edited = await people.author.submit(offer, isConfirm, { encoding: 'sua' });
  assert.equal(edited.status, 200);
  assert.equal(edited.html().querySelector('#title').getAttribute('value'), 'Sở Tư pháp tổ chức hội nghị triển khai công tác');
  assert.equal(count(), items);

  const back = await people.author.submit(offer, isOwn, { encoding: 'lai' });
  assert.equal(back.status, 200);
  assert.equal(back.html().querySelector('#title').getAttribute('value'), tcvn3.title);
  assert.equal(count(), items);

  const saved = await people.author.submit(offer, isConfirm, { encoding: 'dung' });
  assert.equal(saved.status, 303, textOf(saved));
  assert.equal(count(), items + 1);
  const url = saved.headers.location.split('?')[0];
  const [title, summary, body] = stored(url);
  assert.equal(title, 'Sở Tư pháp tổ chức hội nghị triển khai công tác');
  assert.equal(summary, 'Hội nghị bàn về phổ biến, giáo dục pháp luật tại Plêyku.');
  assert.match(body, /người dân được hướng dẫn\./);
  assert.match(body, /HỘI NGHỊ kết thúc\./);
  assert.match((await people.author.get(url)).body, /chuyển từ TCVN3 \(ABC\) sang Unicode/, 'the trail says what was done');
  const twice = await people.author.submit(offer, isConfirm, { encoding: 'dung' });
  assert.equal(twice.headers.location.split('?')[0], url, 'sent twice, saved once');
});

test('D4_1a an edit is offered the same, letters of one word in two styles too; what is Unicode, French and English goes straight through', async () => {
  const url = await writeArticle(people.author, articleFields(site, { title: 'Bài sẽ dán chữ cũ', summary: 'Né en 1945, élève de l’hôtel à Paris; the Department of Justice.' }));
  const body = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Coâng taùc ph' }, { type: 'text', marks: [{ type: 'strong' }], text: 'oå bieán, giaùo du' }, { type: 'text', text: 'ïc phaùp luaät' }] }] });
  const offer = await people.author.submit(await people.author.get(`${url}/sua`), isEdit, { body });
  assert.equal(offer.status, 422);
  assert.match(textOf(offer), /VNI-Windows/);
  const saved = await people.author.submit(offer, isConfirm, { encoding: 'dung' });
  assert.equal(saved.status, 303, textOf(saved));
  assert.match(stored(url)[2], /"text":"Công tác ph"}.*"text":"ổ biến, giáo dụ".*"text":"c pháp luật"/);
  assert.equal(stored(url)[0], 'Bài sẽ dán chữ cũ');
});

test('D4_1a what its author kept in another encoding goes to nobody and is posted by nobody', async () => {
  const page = await people.author.get('/quan-tri/tin-bai/moi');
  const offer = await people.author.submit(page, isNew, articleFields(site, { title: 'Coâng taùc phoå bieán phaùp luaät', summary: 'Sôû Tö phaùp tænh Minh Giang toå chöùc hoäi nghò.' }));
  assert.equal(offer.status, 422);
  const kept = await people.author.submit(offer, isOwn, { encoding: 'giu' });
  assert.equal(kept.status, 303, textOf(kept));
  const url = kept.headers.location.split('?')[0];
  assert.equal(stored(url)[0], 'Coâng taùc phoå bieán phaùp luaät');
  const shown = await people.author.get(url);
  assert.match(shown.html().querySelector('#kiem-tra-noi-dung').parentNode.textContent, /Phải sửa trước khi gửi:.*không phải Unicode mà là VNI-Windows.*D4\.1a/s);
  const sent = await act(people.author, url, 'submit-to-unit').catch((error) => ({ status: 409, error }));
  assert.notEqual(sent.status, 303);
  assert.equal(site.sql(`SELECT state FROM core_item WHERE id = ${idOf(url)}`)[0][0], 'draft');

  // Past every check with good words, and then in another encoding: the posting itself refuses.
  const good = await writeArticle(people.author, articleFields(site, { title: 'Bài qua đủ các bước kiểm tra' }));
  await mustAct(people.author, good, 'submit-to-unit');
  await passAllChecks(site, good);
  site.sql(`UPDATE news_article_version SET summary = 'Sôû Tö phaùp tænh Minh Giang toå chöùc hoäi nghò.' WHERE item_id = ${idOf(good)}`);
  const posted = await act(people.secretary, good, 'publish').catch((error) => ({ status: 409, error }));
  assert.notEqual(posted.status, 303);
  assert.equal(site.sql(`SELECT COUNT(*) FROM news_published WHERE item_id = ${idOf(good)}`)[0][0], '0');
});

test('D4_1a the draft of a form says at once that its text is no Unicode', async () => {
  const page = await people.author.get('/quan-tri/tin-bai/moi');
  const form = page.html().querySelector('form[data-autosave]');
  const value = (name) => form.querySelector(`[name=${name}]`).getAttribute('value');
  const key = (end) => value('draft').slice(0, -1) + end;
  const keep = (more) => people.author.post('/quan-tri/tin-bai/moi/nhap', { _csrf: value('_csrf'), base: '0', sequence: '1', title: 'Bài dán', ...more });
  assert.equal(JSON.parse((await keep({ draft: key('a'), summary: 'Hội nghị bàn về phổ biến' })).body).encoding, undefined);
  assert.equal(JSON.parse((await keep({ draft: key('b'), summary: tcvn3.summary })).body).encoding, 'TCVN3 (ABC)');
});
