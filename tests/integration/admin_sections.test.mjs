// The forms of the section tree (D5.9f, D5.11, D12.1) and the delegation of them (D19.2): who may, what is refused with which words, what the trail
// keeps, two people at once. What the public site makes of it, with moving and hiding, is in sections.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { forms, startInstance } from '../support/instance.mjs';
import { publishArticle, sectionId, textOf } from '../support/journey.mjs';

let site;
let head;
let reader;
before(async () => {
  site = await startInstance();
  head = await site.login('le.thi.thu.hang');
  reader = site.reader();
});
after(() => site?.stop());

const kList = '/quan-tri/chuyen-muc/';
const urlOf = (slug) => `${kList}${sectionId(site, slug)}`;
const good = { title: 'Chuyên mục thử', short_title: '', slug: 'chuyen-muc-thu', parent: '', kind: 'article_list', item_kind: 'other', clause: 'D5.9f', consent_note: '', description: 'Mô tả cho bạn đọc.' };
const add = async (fields, client = head) => client.submit(await client.get(`${kList}moi`), (form) => form.action === `${kList}moi`, fields);
const save = async (slug, fields, client = head) => {
  const url = urlOf(slug);
  return client.submit(await client.get(url), (form) => form.action === url, fields);
};
const errorsOf = (answer) => answer.html().querySelector('.govuk-error-summary')?.textContent.replace(/\s+/g, ' ') ?? textOf(answer);
const typedIn = (answer, action) => Object.fromEntries(forms(answer.body).find((form) => form.action === action).fields);
const trailOf = (chain) =>
  site
    .sql(
      `SELECT a.action, p.full_name, a.from_state, a.to_state, a.authority, COALESCE(n.note, '') FROM core_audit a JOIN core_person p ON p.id = a.person_id ` +
        `LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq WHERE a.chain = '${chain}' ORDER BY a.seq`,
    )
    .map(([action, who, from, to, authority, note]) => ({ action, who, from, to, authority, note }));
const lastOf = (chain) => trailOf(chain).at(-1);
const day = (days = 0) => new Date(Date.now() + 7 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
const follows = (what, ask) => site.until(what, ask, 5000);
const menu = async () => (await reader.get('/so-do-trang')).body;

test('D5_9f a section is added: in the trail, on the map of the site, at its address', async () => {
  const answer = await add({ ...good, title: 'Chuyên đề & “dữ liệu mở”', slug: 'chuyen-de' });
  assert.equal(answer.status, 303, errorsOf(answer));
  const first = lastOf(`section:${sectionId(site, 'chuyen-de')}`);
  assert.deepEqual([first.action, first.who, first.to, first.authority], ['section_add', 'Lê Thị Thu Hằng', 'shown', 'Trưởng Ban Biên tập']);
  assert.match(first.note, /Địa chỉ: \(trống\) → chuyen-de/);
  await follows('the address answers', async () => (await reader.get('/chuyen-de/')).status === 200);
  await follows('the map names it', async () => (await menu()).includes('Chuyên đề &amp; “dữ liệu mở”'));
  assert.match((await head.get(kList)).body, /Chuyên đề &amp; “dữ liệu mở”/);
});

test('each mistake in a section’s form has its words and nothing typed is lost', async () => {
  for (const [fields, words] of [
    [{ title: '' }, /Xin điền “Tên chuyên mục”\./],
    [{ title: 'x'.repeat(151) }, /150/],
    [{ slug: '' }, /chữ thường không dấu/],
    [{ slug: 'Có Dấu' }, /chữ thường không dấu/],
    [{ slug: 'quan-tri' }, /trang đã dùng cho việc khác/],
    [{ slug: 'rss' }, /trang đã dùng cho việc khác/],
    [{ slug: 'tin-tuc' }, /chuyên mục khác đang dùng hoặc đã từng dùng/],
    [{ kind: 'shop' }, /Xin chọn kiểu chuyên mục\./],
    [{ item_kind: 'shop' }, /Xin chọn loại tin, bài\./],
    [{ clause: '' }, /Xin điền “Căn cứ trong Quy chế”\./],
    [{ parent: sectionId(site, 'hoat-dong-cua-so') }, /Xin chọn một chuyên mục trong danh sách\./],
    [{ parent: '999999' }, /Xin chọn một chuyên mục trong danh sách\./],
    [{ parent: 'x' }, /Xin chọn “Nằm trong”\./],
    [{ description: 'x'.repeat(501) }, /500/],
  ]) {
    const answer = await add({ ...good, ...fields });
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(errorsOf(answer), words);
    const typed = typedIn(answer, `${kList}moi`);
    assert.equal(typed.description, { ...good, ...fields }.description);
    assert.equal(typed.title, { ...good, ...fields }.title);
  }
  assert.deepEqual(site.sql("SELECT 1 FROM core_section WHERE slug = 'chuyen-muc-thu'"), []);
});

test('D5_11 information beyond the list of Điều 5 records the leadership’s consent', async () => {
  const without = await add({ ...good, clause: 'D5.11' });
  assert.equal(without.status, 422);
  assert.match(errorsOf(without), /phải ghi ý kiến đồng ý của Lãnh đạo Sở/);
  assert.match(without.body, /D5\.11/);
  const answer = await add({ ...good, slug: 'ngoai-danh-muc', clause: 'D5.11', consent_note: 'Giám đốc đồng ý ngày 20/11/2026, văn bản 120/STP-VP' });
  assert.equal(answer.status, 303, errorsOf(answer));
  assert.match(lastOf(`section:${sectionId(site, 'ngoai-danh-muc')}`).note, /Ý kiến đồng ý: \(trống\) → Giám đốc đồng ý ngày 20\/11\/2026/);
});

test('D5_9f another address: the old one and every article below it redirect for good, and nobody else gets it', async () => {
  const article = await publishArticle(site, { title: 'Bài ở chuyên mục sẽ đổi địa chỉ', section: 'nghien-cuu-trao-doi', kind: 'research' });
  assert.equal((await save('nghien-cuu-trao-doi', { slug: 'nghien-cuu', title: 'Nghiên cứu' })).status, 303);
  const chain = `section:${sectionId(site, 'nghien-cuu')}`;
  assert.match(lastOf(chain).note, /^Tên: Nghiên cứu, trao đổi → Nghiên cứu\\nĐịa chỉ: nghien-cuu-trao-doi → nghien-cuu$/);
  await follows('the old address leads on', async () => (await reader.get('/nghien-cuu-trao-doi/')).status === 301);
  assert.match((await reader.get('/nghien-cuu-trao-doi/')).headers.location, /\/nghien-cuu\/$/);
  const old = await reader.get(article.path);
  assert.equal(old.status, 301);
  assert.match(old.headers.location, new RegExp(`/nghien-cuu/${article.slug}$`));
  assert.equal((await reader.open(article.path)).status, 200);
  const taken = await add({ ...good, slug: 'nghien-cuu-trao-doi' });
  assert.equal(taken.status, 422);
  assert.match(errorsOf(taken), /đang dùng hoặc đã từng dùng/);

  assert.equal((await save('nghien-cuu', { slug: 'nghien-cuu-trao-doi' })).status, 303, 'back to a former name of its own');
  await follows('the address of before answers', async () => (await reader.get('/nghien-cuu-trao-doi/')).status === 200);
  assert.equal((await reader.get('/nghien-cuu/')).status, 301);
});

test('the order is changed one place at a time; at the ends nothing happens and nothing is written in the trail', async () => {
  const roots = () => site.sql('SELECT slug FROM core_section WHERE parent_id IS NULL ORDER BY position, id').map(([slug]) => slug);
  const before = roots();
  const move = async (slug, verb) => head.submit(await head.get(kList), (form) => form.action === `${urlOf(slug)}/${verb}`);
  const second = before[1];
  assert.equal((await move(second, 'len')).status, 303);
  assert.deepEqual(roots(), [second, before[0], ...before.slice(2)]);
  assert.deepEqual([lastOf(`section:${sectionId(site, second)}`).action, lastOf(`section:${sectionId(site, second)}`).note], ['section_move', 'lên một bậc']);
  await follows('the public menu follows', async () => {
    const page = await menu();
    return page.indexOf(`href="/${second}/"`) < page.indexOf(`href="/${before[0]}/"`) && page.includes(`href="/${second}/"`);
  });
  const page = await head.get(kList);
  assert.equal(forms(page.body).filter((form) => form.action === `${urlOf(second)}/len`).length, 0, 'the first one has no button up');
  const token = forms(page.body).find((form) => form.action === `${urlOf(second)}/xuong`).fields;
  const count = trailOf(`section:${sectionId(site, second)}`).length;
  assert.equal((await head.post(`${urlOf(second)}/len`, token)).status, 303);
  assert.deepEqual(roots(), [second, before[0], ...before.slice(2)]);
  assert.equal(trailOf(`section:${sectionId(site, second)}`).length, count);
  assert.equal((await move(second, 'xuong')).status, 303);
  assert.deepEqual(roots(), before);
});

test('sent twice, a move is one place', async () => {
  const roots = () => site.sql('SELECT slug FROM core_section WHERE parent_id IS NULL ORDER BY position, id').map(([slug]) => slug);
  const before = roots();
  const page = await head.get(kList);
  const isDown = (form) => form.action === `${urlOf(before[0])}/xuong`;
  const answers = await Promise.all([head.submit(page, isDown), head.submit(page, isDown)]);
  assert.deepEqual(answers.map((answer) => answer.status), [303, 303]);
  assert.equal(roots()[1], before[0]);
  await head.submit(await head.get(kList), (form) => form.action === `${urlOf(before[0])}/len`);
});

test('a stale save keeps what was typed, says who changed what, and goes through when sent again', async () => {
  const url = urlOf('thong-tin-khac');
  const isSave = (form) => form.action === url;
  const mine = await head.get(url);
  assert.equal((await save('thong-tin-khac', { short_title: 'Tin khác' })).status, 303);
  const stale = await head.submit(mine, isSave, { description: 'Mô tả tôi đã gõ rất lâu.' });
  assert.equal(stale.status, 409);
  assert.match(stale.body, /Lê Thị Thu Hằng vừa thay đổi mục này lúc \d\d\/\d\d\/\d{4} \d\d:\d\d \(Tên ngắn: .* → Tin khác\)/);
  assert.equal(typedIn(stale, url).description, 'Mô tả tôi đã gõ rất lâu.');
  assert.equal(site.sql("SELECT short_title FROM core_section WHERE slug = 'thong-tin-khac'")[0][0], 'Tin khác', 'nothing is overwritten unseen');
  assert.equal((await head.submit(stale, isSave, { short_title: 'Tin khác' })).status, 303);
  assert.deepEqual(site.sql("SELECT short_title, description FROM core_section WHERE slug = 'thong-tin-khac'"), [['Tin khác', 'Mô tả tôi đã gõ rất lâu.']]);
  const count = trailOf(`section:${sectionId(site, 'thong-tin-khac')}`).length;
  assert.equal((await save('thong-tin-khac', {})).status, 303);
  assert.equal(trailOf(`section:${sectionId(site, 'thong-tin-khac')}`).length, count, 'saving nothing leaves nothing in the trail');
});

test('D12_1_D19_2 the board’s head delegates sections for a time; it works at once, is named in the trail, and ends at once', async () => {
  const delegate = await site.login('nong.thi.thanh.binh');
  const person = site.sql("SELECT person_id FROM core_account WHERE username = 'nong.thi.thanh.binh'")[0][0];
  const give = async (fields) =>
    head.submit(await head.get('/quan-tri/uy-quyen/moi'), (form) => form.action === '/quan-tri/uy-quyen/moi', { person, act: 'manage_sections', section: '', valid_from: day(), valid_to: day(3), document_number: '07/QĐ-BBT', ...fields });
  assert.equal((await delegate.get(kList)).status, 403);
  for (const [fields, words] of [
    [{ person: '' }, /Xin chọn “Người được ủy quyền”\./],
    [{ person: site.sql("SELECT person_id FROM core_account WHERE username = 'le.thi.thu.hang'")[0][0] }, /Không ủy quyền cho chính mình\./],
    [{ act: 'verify', person: site.sql("SELECT person_id FROM core_account WHERE username = 'do.quang.vinh'")[0][0] }, /chỉ ủy quyền cho Phó Trưởng Ban hoặc thành viên Ban Biên tập/],
    [{ section: sectionId(site, 'tin-tuc') }, /Việc này không giới hạn theo chuyên mục/],
    [{ act: 'verify', section: '999999' }, /Xin chọn một chuyên mục trong danh sách\./],
    [{ valid_to: day(-1) }, /Ngày cuối phải sau ngày đầu\./],
    [{ valid_to: '' }, /Xin điền “Đến hết ngày”/],
    [{ document_number: '' }, /Xin điền “Số văn bản ủy quyền”\./],
  ]) {
    const answer = await give(fields);
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(errorsOf(answer), words);
  }

  assert.equal((await give({ valid_from: day(1), document_number: '06/QĐ-BBT' })).status, 303);
  assert.equal((await delegate.get(kList)).status, 403, 'tomorrow’s delegation is not today’s');
  assert.equal((await give({})).status, 303);
  assert.equal((await delegate.get(kList)).status, 200, 'in force in the open session');
  const id = site.sql("SELECT id FROM core_delegation WHERE document_number = '07/QĐ-BBT'")[0][0];
  const given = lastOf(`delegation:${id}`);
  assert.deepEqual([given.action, given.who, given.to, given.authority], ['delegation_give', 'Lê Thị Thu Hằng', 'in_force', 'Trưởng Ban Biên tập']);
  assert.match(given.note, /Việc: Quản lý chuyên mục và các bước phê duyệt.*Số văn bản: 07\/QĐ-BBT/);

  assert.equal((await save('hoi-nghi-tap-huan', { description: 'Mô tả của người được ủy quyền.' }, delegate)).status, 303);
  const done = lastOf(`section:${sectionId(site, 'hoi-nghi-tap-huan')}`);
  assert.deepEqual([done.who, done.authority], ['Nông Thị Thanh Bình', 'Ủy quyền 07/QĐ-BBT']);
  assert.equal((await delegate.get('/quan-tri/uy-quyen/')).status, 403, 'a delegate does not delegate further');

  const open = await delegate.get(urlOf('hoi-nghi-tap-huan'));
  assert.equal((await head.submit(await head.get('/quan-tri/uy-quyen/'), (form) => form.action === `/quan-tri/uy-quyen/${id}/thu-hoi`)).status, 303);
  assert.deepEqual([lastOf(`delegation:${id}`).action, lastOf(`delegation:${id}`).to], ['delegation_revoke', 'revoked']);
  const late = await delegate.submit(open, (form) => form.action === urlOf('hoi-nghi-tap-huan'), { title: 'Tên gõ khi quyền vừa hết' });
  assert.equal(late.status, 403);
  assert.match(late.body, /Tên gõ khi quyền vừa hết/, 'the text is given back');
  assert.equal((await delegate.get(kList)).status, 403, 'gone with the next request');
  assert.match((await head.get('/quan-tri/uy-quyen/')).body, /Đã thu hồi/);
});

test('the trail and the public copies still hold together', async () => {
  const answer = await site.portal('check', '--json');
  assert.deepEqual(JSON.parse(answer.stdout).faults, []);
});
