// Two people and one article (requirements: history, D12.1, D15): versions are compared and restored, drafts kept, presence told, and a save on top of
// another's version never overwrites it. WORKING_TOGETHER_ROUNDS sets how many interleaved saves the last test makes: saves of one while the
// other has the form open, or on top of what the other saved meanwhile.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';

import { forms, sleep, startInstance } from '../support/instance.mjs';
import { articleFields, cast, documentOf, mustAct, paragraph, textOf, writeArticle } from '../support/journey.mjs';

const kRounds = Number(process.env.WORKING_TOGETHER_ROUNDS ?? 60);

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
});
after(() => site?.stop());

const isEdit = (form) => form.action.endsWith('/sua');
const isMerge = (form) => form.action.endsWith('/gop');
const isRestore = (form) => form.action.endsWith('/lay-lai');
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const write = (title, more = {}) => writeArticle(people.author, articleFields(site, { title, ...more }));
const save = async (client, url, fields) => {
  const answer = await client.submit(await client.get(`${url}/sua`), isEdit, fields);
  assert.equal(answer.status, 303, textOf(answer));
};
const formOf = (page, pick) => forms(page.body).find(pick);
const valueOf = (form, name) => form.fields.find(([field]) => field === name)?.[1];
const versions = (url) => Number(site.sql(`SELECT working_version FROM core_item WHERE id = ${idOf(url)}`)[0][0]);
const key = () => randomBytes(16).toString('hex');

// An article that the verifier and the board's head may both correct (D15.2).
async function writeForTwo(title, more = {}) {
  const url = await write(title, more);
  site.sql(`UPDATE core_item SET state = 'verifying', submitted_at = UTC_TIMESTAMP(6), supplied_at = UTC_TIMESTAMP(6) WHERE id = ${idOf(url)}`);
  return url;
}

test('two versions are compared by words and by fields, from a link of the history', async () => {
  const url = await write('Từ ngày 30/11/2026 trợ giúp pháp lý', { body: documentOf(['Đoạn giữ nguyên cả bài.', 'Tư vấn miễn phí tại nhà văn hóa.']) });
  await save(people.author, url, {
    title: 'Từ ngày 01/12/2026 trợ giúp pháp lý', source: 'Trung tâm Trợ giúp pháp lý',
    body: documentOf(['Đoạn giữ nguyên cả bài.', 'Tư vấn miễn phí tại nhà văn hóa về đất đai.', 'Người dân mang theo căn cước.']),
  });
  const item = (await people.author.get(url)).html();
  assert.equal(item.querySelector('a[href$="/so-sanh"]').textContent.trim(), 'So sánh hai bản');
  const page = await people.author.get(`${url}/so-sanh?cu=1&moi=2`);
  assert.equal(page.status, 200);
  const html = page.html();
  const words = (selector) => html.querySelectorAll(selector).map((one) => one.textContent.replace(/^\[(thêm|bỏ): |\]$/g, ''));
  assert.deepEqual(words('.diff-rows del'), ['30/11/2026']);
  assert.deepEqual(words('.diff-rows ins'), ['01/12/2026', 'về đất đai', 'Người dân mang theo căn cước.']);
  assert.match(html.querySelector('.table-frame.diff tbody tr').textContent, /Nguồn/);
  assert.match(textOf(page), /Thêm 10 chữ, bỏ 1 chữ, đổi 1 trường/);
  assert.match(html.querySelector('.diff-rows').textContent, /Không có đoạn này/);
  const one = await people.author.get(`${url}/so-sanh?cu=2&moi=1&kieu=mot-cot`);
  assert.equal(one.html().querySelectorAll('.diff-rows').length, 0);
  assert.match(one.html().querySelector('.diff-lines del').textContent, /01\/12\/2026/);
  for (const [query, status] of [['', 200], ['?cu=1&moi=1', 200], ['?cu=9&moi=2', 404], ['?cu=x', 404], ['?moi=0', 404]])
    assert.equal((await people.author.get(`${url}/so-sanh${query}`)).status, status, query);
  // Another unit's draft is not there at all.
  const stranger = await site.login('ha.quynh.anh');
  for (const address of ['/so-sanh', '/dang-sua.json', '/phien-ban/1']) assert.equal((await stranger.get(url + address)).status, 404, address);
});

test('an earlier version is restored as the newest one: nothing is rewritten, and the trail says which', async () => {
  const url = await write('Bản đầu', { source: 'Nguồn đầu' });
  await save(people.author, url, { title: 'Bản hai', source: 'Nguồn hai' });
  const before = site.sql(`SELECT * FROM news_article_version WHERE item_id = ${idOf(url)} AND version < 3 ORDER BY version`);
  const page = await people.author.get(`${url}/phien-ban/1`);
  const [one, two] = await Promise.all([people.author.submit(page, isRestore), people.author.submit(page, isRestore)]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  assert.equal(versions(url), 3, 'sent twice, carried out once');
  assert.deepEqual(site.sql(`SELECT title, source FROM news_article_version WHERE item_id = ${idOf(url)} AND version = 3`)[0], ['Bản đầu', 'Nguồn đầu']);
  assert.deepEqual(site.sql(`SELECT * FROM news_article_version WHERE item_id = ${idOf(url)} AND version < 3 ORDER BY version`), before);
  assert.equal(site.sql(`SELECT n.note FROM core_audit a JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq WHERE a.chain = 'item:${idOf(url)}' AND a.version = 3`)[0][0], 'lấy lại nội dung phiên bản 1');
  assert.match((await people.author.get(url)).html().querySelector('.timeline').textContent, /đã lưu phiên bản 3, lấy lại nội dung phiên bản 1/);
  assert.equal((await people.author.submit(await people.author.get(`${url}/so-sanh?cu=1&moi=3`), isRestore)).status, 409, 'the newest says the same');
  // Not by somebody who does not hold the step, and not on top of what they did not see.
  await mustAct(people.author, url, 'submit-to-unit');
  assert.equal((await people.author.get(`${url}/phien-ban/2`)).html().querySelectorAll('form[action$="/lay-lai"]').length, 0);
  assert.equal((await people.author.submit(page, isRestore, { _key: key() })).status, 403);
  const old = await people.unitHead.get(`${url}/phien-ban/2`);
  await save(people.unitHead, url, { title: 'Bản bốn' });
  assert.equal((await people.unitHead.submit(old, isRestore)).status, 409);
  assert.equal(versions(url), 4);
  const { code, stdout } = await site.portal('check', '--json');
  assert.equal(code, 0, stdout);
});

// What the page's script sends.
async function draft(client, url, fields, { sequence = Date.now(), draftKey, base = 1 } = {}) {
  const page = await client.get(url.endsWith('/moi') ? url : `${url}/sua`);
  const form = formOf(page, (one) => one.action === (url.endsWith('/moi') ? url : `${url}/sua`));
  const body = { _csrf: valueOf(form, '_csrf'), draft: draftKey ?? valueOf(form, 'draft'), base, sequence, ...fields };
  return { body, send: (more = {}) => client.post(`${url}/nhap`, { ...body, ...more }) };
}
const drafts = (where) => site.sql(`SELECT draft_key, JSON_VALUE(fields, '$.title'), base_version FROM core_draft WHERE closed_at IS NULL AND ${where} ORDER BY saved_at`);

test('a draft is kept apart from versions: idempotent, in order, throttled, with the form’s token only', async () => {
  const url = await write('Bài có bản nháp');
  const { body, send } = await draft(people.author, url, { title: 'Đang gõ dở', body: documentOf(['Nháp.']) }, { sequence: 1000 });
  const first = await send();
  assert.equal(first.status, 200, first.body);
  const told = JSON.parse(first.body);
  assert.equal(told.state, 'saved');
  assert.match(told.time, /^\d\d:\d\d:\d\d$/);
  assert.match(first.headers['content-type'], /^application\/json/);
  const row = () => site.sql(`SELECT sequence, fields, saved_at FROM core_draft WHERE draft_key = '${body.draft}'`)[0];
  const stored = row();
  assert.equal((await send()).status, 200, 'the same write again');
  assert.deepEqual(row(), stored);
  assert.equal((await send({ title: 'Cũ hơn', sequence: 999 })).status, 200);
  assert.deepEqual(row(), stored, 'an older write changes nothing');
  // On a busy machine half a second may pass between two lines of a test: asked until it did not.
  let status = 200;
  for (let tries = 0; status !== 429 && tries < 10; tries++) {
    site.sql(`UPDATE core_draft SET saved_at = UTC_TIMESTAMP(6), sequence = 1000 WHERE draft_key = '${body.draft}'`);
    ({ status } = await send({ title: 'Ngay sau đó', sequence: 1001 }));
  }
  assert.equal(status, 429, 'two writes at once');
  await sleep(600);
  assert.equal((await send({ title: 'Muộn hơn', sequence: 1002 })).status, 200);
  assert.equal(drafts(`subject = 'item:${idOf(url)}'`)[0][1], 'Muộn hơn');
  assert.equal(versions(url), 1);
  assert.equal((await send({ _csrf: '' })).status, 403);
  assert.equal((await send({ draft: 'khong-phai-khoa' })).status, 400);
  const other = await site.login('le.thi.thu.hang');
  const csrf = valueOf(formOf(await other.get('/quan-tri/tin-bai/moi'), (form) => form.action.endsWith('/moi')), '_csrf');
  assert.equal((await other.post(`${url}/nhap`, { ...body, _csrf: csrf, sequence: 5000 })).status, 404, 'another person does not see the item');
  assert.equal((await other.post('/quan-tri/tin-bai/moi/nhap', { ...body, _csrf: csrf, sequence: 5000 })).status, 404, 'nor writes into this draft');
  assert.equal((await other.get(`/quan-tri/tin-bai/nhap/${body.draft}`)).status, 404);
  assert.equal((await other.post(`/quan-tri/tin-bai/nhap/${body.draft}/bo`, { _csrf: csrf })).status, 404);
  assert.equal(drafts(`subject = 'item:${idOf(url)}'`)[0][1], 'Muộn hơn');
});

test('a draft is offered with its time, shows how it differs, goes on in the form, and ends with the save', async () => {
  const url = await write('Bài gốc chưa sửa');
  const { body, send } = await draft(people.author, url, { title: 'Bài gốc đã sửa nháp', body: documentOf(['Đoạn thứ nhất của bài.', 'Đoạn thứ hai đổi chữ.']) });
  await send();
  const page = await people.author.get(`${url}/sua`);
  assert.match(textOf(page), /Có bản nháp chưa lưu từ \d\d:\d\d, \d\d\/\d\d\/\d{4}/);
  assert.equal(valueOf(formOf(page, isEdit), 'title'), 'Bài gốc chưa sửa', 'the form shows what is stored');
  assert.match(textOf(await people.author.get(url)), /Có bản nháp chưa lưu/, 'on the item’s page too');
  const shown = await people.author.get(`/quan-tri/tin-bai/nhap/${body.draft}`);
  assert.equal(shown.status, 200);
  assert.match(shown.html().querySelector('.diff-rows').textContent, /đã.*sửa.*nháp/s);
  assert.doesNotMatch(textOf(shown), /Để trống/, 'a field that the draft does not have was not removed');
  const use = page.html().querySelector('a[data-draft-use]').getAttribute('href');
  const form = await people.author.get(use);
  assert.equal(valueOf(formOf(form, isEdit), 'title'), 'Bài gốc đã sửa nháp');
  assert.equal(valueOf(formOf(form, isEdit), 'draft'), body.draft, 'it goes on under its own key');
  assert.equal((await people.author.submit(form, isEdit)).status, 303);
  assert.equal(site.sql(`SELECT title FROM core_item WHERE id = ${idOf(url)}`)[0][0], 'Bài gốc đã sửa nháp');
  assert.deepEqual(drafts(`subject = 'item:${idOf(url)}'`), []);
  assert.equal(JSON.parse((await send({ sequence: Date.now() + 9999, title: 'Ghi muộn' })).body).state, 'closed', 'a late write does not bring it back');
  assert.deepEqual(drafts(`subject = 'item:${idOf(url)}'`), []);
  assert.doesNotMatch(textOf(await people.author.get(`${url}/sua`)), /bản nháp/i);
});

test('a draft of an article that does not exist yet is offered and dropped; a form that was sent leaves none', async () => {
  const kNew = '/quan-tri/tin-bai/moi';
  const { body, send } = await draft(people.author, kNew, { title: 'Bài mới gõ dở', summary: 'Tóm tắt dở.' }, { base: 0 });
  assert.equal((await send()).status, 200);
  const page = await people.author.get(kNew);
  assert.match(textOf(page), /Có bản nháp chưa lưu từ .*Bài mới gõ dở/);
  const form = await people.author.get(`${kNew}?nhap=${body.draft}`);
  assert.equal(valueOf(formOf(form, (one) => one.action === kNew), 'summary'), 'Tóm tắt dở.');
  const isDrop = (one) => one.action === `/quan-tri/tin-bai/nhap/${body.draft}/bo`;
  assert.equal((await people.author.submit(page, isDrop)).status, 303);
  assert.equal((await people.author.submit(page, isDrop)).status, 303, 'twice is once');
  assert.doesNotMatch(textOf(await people.author.get(kNew)), /Bài mới gõ dở/);
  assert.equal((await people.author.get(`/quan-tri/tin-bai/nhap/${body.draft}`)).status, 404);

  const again = await draft(people.author, kNew, { title: 'Bài sẽ gửi' }, { base: 0 });
  await again.send();
  const url = await writeArticle(people.author, { ...articleFields(site, { title: 'Bài sẽ gửi' }), draft: again.body.draft });
  assert.equal(versions(url), 1);
  assert.deepEqual(drafts(`draft_key = '${again.body.draft}'`), []);
});

test('who else is editing is told within the beat, and gone when they leave or are silent for ten seconds', async () => {
  const url = await writeForTwo('Bài hai người cùng mở');
  const { send } = await draft(people.verifier, url, {});
  const editors = async () => JSON.parse((await people.boardHead.get(`${url}/dang-sua.json`)).body).editors.map(({ name }) => name);
  assert.deepEqual(await editors(), []);
  assert.equal((await send()).status, 200);
  assert.deepEqual(await editors(), ['Phan Văn Dũng']);
  const page = await people.boardHead.get(url);
  assert.match(page.html().querySelector('[data-presence]').textContent, /Phan Văn Dũng đang sửa bài này từ \d\d:\d\d/);
  assert.ok(!page.html().querySelector('[data-presence]').hasAttribute('hidden'));
  assert.ok((await people.verifier.get(url)).html().querySelector('[data-presence]').hasAttribute('hidden'), 'nobody is told of themselves');
  const both = await draft(people.boardHead, url, {});
  assert.deepEqual(JSON.parse((await both.send()).body).editors.map(({ name }) => name), ['Phan Văn Dũng']);
  assert.deepEqual(JSON.parse((await send()).body).editors.map(({ name }) => name), ['Lê Thị Thu Hằng']);
  assert.equal((await send({ leave: '1' })).status, 200);
  assert.deepEqual(await editors(), []);
  await send();
  await sleep(10_500);
  assert.deepEqual(await editors(), [], 'a browser that was killed');
  await send();
  await save(people.boardHead, url, { title: 'Bản của người thứ hai' });
  const told = JSON.parse((await send()).body);
  assert.equal(told.version, 2);
  assert.equal(told.version_by, 'Lê Thị Thu Hằng');
});

test('a save on top of another’s version opens the merge page; one side’s change is taken, both sides’ is chosen', async () => {
  const url = await writeForTwo('Tiêu đề gốc', { summary: 'Tóm tắt gốc.', source: 'Nguồn gốc', body: documentOf(['Một.', 'Hai.', 'Ba.']) });
  const mine = await people.verifier.get(`${url}/sua`);
  await save(people.boardHead, url, { title: 'Tiêu đề của Hằng', summary: 'Tóm tắt của Hằng.', body: documentOf(['Một của Hằng.', 'Hai.', 'Ba.']) });
  const merge = await people.verifier.submit(mine, isEdit, { title: 'Tiêu đề của Dũng', source: 'Nguồn của Dũng', body: documentOf(['Một.', 'Hai.', 'Ba của Dũng.']) });
  assert.equal(merge.status, 409);
  assert.equal(versions(url), 2, 'nothing was written');
  const text = merge.html().querySelector('main').textContent.replace(/\s+/g, ' ');
  for (const words of [/Lê Thị Thu Hằng đã lưu bản 2 lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/, /soạn từ bản 1/, /của Hằng/, /của Dũng/]) assert.match(text, words);
  const taken = merge.html().querySelectorAll('.table tbody tr').map((row) => row.textContent.replace(/\s+/g, ' ').trim());
  assert.ok(taken.some((row) => /^Tóm tắt ?Bản của Lê Thị Thu Hằng/.test(row)), taken.join('\n'));
  assert.ok(taken.some((row) => /^Nguồn ?Bản của tôi/.test(row)), taken.join('\n'));
  assert.deepEqual(merge.html().querySelectorAll('fieldset.merge legend').map((one) => one.textContent.trim()), ['Tiêu đề', 'Nội dung']);
  // Nothing chosen for the title: asked again, with what was typed.
  const asked = await people.verifier.submit(merge, isMerge, {});
  assert.equal(asked.status, 422);
  assert.ok(asked.html().querySelector('.govuk-error-summary a[href="#pick_title"]'));
  assert.ok(asked.html().querySelector('#pick_title'));
  assert.match(asked.body, /Tiêu đề của Dũng/);
  // A third version comes in between: the merge is merged.
  await save(people.boardHead, url, { place: '', source: 'Nguồn của Hằng' });
  const again = await people.verifier.submit(asked, isMerge, { pick_title: 'own', own_title: 'Tiêu đề chung', pick_body: 'joined' });
  assert.equal(again.status, 409);
  assert.deepEqual(again.html().querySelectorAll('fieldset.merge legend').map((one) => one.textContent.trim()), ['Nguồn']);
  const done = await people.verifier.submit(again, isMerge, { pick_source: 'mine' });
  assert.equal(done.status, 303, textOf(done));
  const row = site.sql(`SELECT title, summary, source, body_json FROM news_article_version WHERE item_id = ${idOf(url)} AND version = 4`)[0];
  assert.deepEqual(row.slice(0, 3), ['Tiêu đề chung', 'Tóm tắt của Hằng.', 'Nguồn của Dũng']);
  assert.deepEqual(JSON.parse(row[3]).content.map((block) => block.content[0].text), ['Một của Hằng.', 'Hai.', 'Ba của Dũng.']);
  assert.equal(site.sql(`SELECT n.note FROM core_audit a JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq WHERE a.chain = 'item:${idOf(url)}' AND a.version = 4`)[0][0], 'gộp với phiên bản 3, soạn từ phiên bản 2');
  assert.equal((await people.verifier.submit(again, isMerge, { pick_source: 'mine' })).headers.location, done.headers.location, 'sent twice, carried out once');
  assert.equal(versions(url), 4);
});

test('halves that do not fit together come back in the whole form; a form without a base is never saved blindly', async () => {
  const url = await writeForTwo('Hội nghị hai đầu', { section: 'hoi-nghi-tap-huan', starts_at: '10/12/2026 08:00', ends_at: '12/12/2026 17:00', place: 'Hội trường' });
  const mine = await people.verifier.get(`${url}/sua`);
  await save(people.boardHead, url, { starts_at: '12/12/2026 08:00' });
  const merge = await people.verifier.submit(mine, isEdit, { ends_at: '11/12/2026 17:00' });
  assert.equal(merge.status, 409);
  const form = await people.verifier.submit(merge, isMerge);
  assert.equal(form.status, 422);
  assert.ok(form.html().querySelector('.govuk-error-summary a[href="#ends_at"]'));
  assert.equal((await people.verifier.submit(form, isEdit, { ends_at: '13/12/2026 17:00' })).status, 303);
  assert.equal(versions(url), 3);
  const old = await people.verifier.get(`${url}/sua`);
  await save(people.boardHead, url, { title: 'Bản bốn' });
  const blind = await people.verifier.submit(old, isEdit, { base: null, title: 'Ghi mù' });
  assert.equal(blind.status, 409);
  assert.match(blind.body, /Ghi mù/);
  const forged = await people.verifier.submit(blind, isMerge, { theirs: '99', pick_title: 'mine' });
  assert.equal(forged.status, 400);
  assert.equal(versions(url), 4);
});

// ---- Random interleavings against a model ----

const digest = (text) => createHash('sha256').update(text).digest();
function randomFrom(seed) {
  let n = 0;
  let pool = Buffer.alloc(0);
  return (limit) => {
    if (pool.length < 4) pool = Buffer.concat([pool, digest(`${seed}:${n++}`)]);
    const value = pool.readUInt32BE(0);
    pool = pool.subarray(4);
    return value % limit;
  };
}

const kLines = ['title', 'summary', 'source', 'author_line', 'place'];
const lines = (json) => JSON.parse(json).content.map((block) => (block.content ?? []).map((node) => node.text).join(''));
const decode = (text) => text.replaceAll('\\\\', '\u0000').replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\u0000', '\\');

test(`${kRounds} interleaved saves of two editors: nothing is overwritten, every version follows from what its writer saw and chose`, async (t) => {
  const seed = process.env.WORKING_TOGETHER_SEED ?? String(Date.now());
  t.diagnostic(`WORKING_TOGETHER_SEED=${seed}`);
  const random = randomFrom(seed);
  const pick = (list) => list[random(list.length)];
  let word = 0;
  let saves = 0;
  let merges = 0;
  let interleaved = 0;
  for (let n = 1; interleaved < kRounds; n++) {
    const url = await writeForTwo(`Bài nhiều người sửa ${n}`, { body: documentOf(['p0', 'p1', 'p2', 'p3']) });
    const history = [null, readVersion(url, 1)];
    const editors = [people.verifier, people.boardHead].map((client, n) => ({ client, name: `n${n}`, page: null }));
    for (let round = 0; round < 250 && interleaved < kRounds; round++) {
      const actors = random(4) === 0 ? editors : [pick(editors)];
      await Promise.all(actors.map((editor) => step(editor, editors.find((one) => one !== editor), url, history)));
    }
    // Every version of the database is one that the model expects, in order.
    const count = versions(url);
    for (let version = 2; version <= count; version++) {
      const want = history[version];
      assert.ok(want, `version ${version} was written and nobody was told so (seed ${seed})`);
      const got = readVersion(url, version);
      for (const name of kLines) assert.equal(got[name], want.fields[name], `version ${version}: ${name} (seed ${seed})`);
      want.checkBody(lines(got.body));
    }
  }
  t.diagnostic(`${saves} saves, ${interleaved} of them while the other was editing, ${merges} of them merges`);
  assert.ok(merges > kRounds / 10, `${merges} merges try too little`);

  function readVersion(url, version) {
    const [row] = site.sql(`SELECT title, summary, source, author_line, place, body_json FROM news_article_version WHERE item_id = ${idOf(url)} AND version = ${version}`);
    return { title: row[0], summary: row[1], source: row[2], author_line: row[3], place: row[4], body: decode(row[5]) };
  }

  // One act of one editor: open the form, type into it, or save it and see the merge through.
  async function step(editor, other, url, history) {
    if (!editor.page) {
      const page = await editor.client.get(`${url}/sua`);
      assert.equal(page.status, 200);
      const form = formOf(page, isEdit);
      editor.page = page;
      editor.base = Number(valueOf(form, 'base'));
      editor.typed = Object.fromEntries([...kLines, 'body'].map((name) => [name, valueOf(form, name) ?? '']));
      editor.opened = { ...editor.typed };
      return;
    }
    if (random(3) !== 0) {
      if (random(2) === 0) editor.typed[pick(kLines)] = random(6) === 0 ? 'trùng' : `${editor.name} chữ ${++word}`;
      else typeBody(editor);
      if (editor.typed.title === '') editor.typed.title = 'có';
      return;
    }
    const changed = Object.fromEntries(Object.entries(editor.typed).filter(([name]) => kLines.includes(name) || name === 'body'));
    let answer = await editor.client.submit(editor.page, isEdit, changed);
    const isBoth = other.page !== null;
    let base = editor.base;
    let mine = { ...editor.typed };
    if (answer.status === 303) {
      await saved(url, history, base + 1, mine, (got) => assert.deepEqual(got, lines(mine.body)));
    } else {
      for (let tries = 0; answer.status === 409 && tries < 20; tries++) {
        const form = formOf(answer, isMerge);
        assert.ok(form, textOf(answer));
        const theirs = Number(valueOf(form, 'theirs'));
        assert.ok(theirs > base, 'a merge is with a later version');
        const result = choose(answer, readVersion(url, base), readVersion(url, theirs), mine);
        answer = await editor.client.submit(answer, isMerge, result.choices);
        if (answer.status === 303) {
          merges++;
          base = theirs;
          await saved(url, history, theirs + 1, result.fields, result.checkBody);
        } else {
          assert.equal(answer.status, 409, textOf(answer));
          base = theirs;
          mine = { ...result.fields, body: valueOf(formOf(answer, isMerge), 'body') };
          result.checkBody(lines(mine.body));
        }
      }
      assert.equal(answer.status, 303, textOf(answer));
    }
    saves++;
    if (isBoth || base > editor.base) interleaved++;
    editor.page = null;
  }

  async function saved(url, history, version, fields, checkBody) {
    assert.ok(!history[version], `version ${version} was acknowledged twice`);
    history[version] = { fields, checkBody };
  }

  function typeBody(editor) {
    const blocks = JSON.parse(editor.typed.body).content;
    const at = random(blocks.length);
    const fresh = paragraph(`${editor.name} đoạn ${++word}`);
    const act = random(3);
    if (act === 0) blocks.splice(at, 1, fresh);
    else if (act === 1 && blocks.length < 12) blocks.splice(at, 0, fresh);
    else if (blocks.length > 2) blocks.splice(at, 1);
    editor.typed.body = JSON.stringify({ type: 'doc', content: blocks });
  }

  // The rule of the merge, written down once more: one side's change is taken, both sides' is asked.
  function choose(page, base, theirs, mine) {
    const asked = new Set(page.html().querySelectorAll('input[type=radio]').map((one) => one.getAttribute('name')));
    const choices = {};
    const fields = {};
    for (const name of kLines) {
      const mustAsk = theirs[name] !== base[name] && mine[name] !== base[name] && theirs[name] !== mine[name];
      assert.equal(asked.has(`pick_${name}`), mustAsk, `${name}: “${base[name]}” → “${theirs[name]}” and “${mine[name]}”`);
      if (!mustAsk) {
        fields[name] = theirs[name] !== base[name] ? theirs[name] : mine[name];
        continue;
      }
      const way = pick(['theirs', 'mine', 'own']);
      choices[`pick_${name}`] = way;
      if (way === 'own') choices[`own_${name}`] = `chung ${++word}`;
      fields[name] = way === 'theirs' ? theirs[name] : way === 'mine' ? mine[name] : choices[`own_${name}`];
    }
    const [b, t, m] = [base, theirs, mine].map((one) => lines(one.body));
    const same = (x, y) => JSON.stringify(x) === JSON.stringify(y);
    if (same(t, b) || same(m, b) || same(t, m)) {
      assert.ok(!asked.has('pick_body'));
      const want = same(t, b) ? m : t;
      return { choices, fields, checkBody: (got) => assert.deepEqual(got, want) };
    }
    assert.ok(asked.has('pick_body'));
    const way = pick(['theirs', 'mine', 'joined', 'joined']);
    choices.pick_body = way;
    if (way !== 'joined') return { choices, fields, checkBody: (got) => assert.deepEqual(got, way === 'theirs' ? t : m) };
    // Joined: every paragraph that either side wrote is there.
    const written = [...t, ...m].filter((line) => !b.includes(line));
    return { choices, fields, checkBody: (got) => assert.deepEqual(written.filter((line) => !got.includes(line)), [], `lost in ${got}`) };
  }
});
