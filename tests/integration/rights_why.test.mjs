// "What may this person do, and why" (D6.3, D9.1a, D12.1, D15.2, D15.3, D19.2): asked of the function that decides, for several people, with an item, a section or
// neither; what it says is what the person's own page offers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { makeActors } from '../support/actors.mjs';
import { startInstance } from '../support/instance.mjs';
import { articleFields, cast, checklist, mustAct, personId, sectionId, writeArticle } from '../support/journey.mjs';

const whyPath = '/quan-tri/quyen/nguoi';
let site;
let people;
let actors;
let items; // by state, of the demo's author
before(async () => {
  site = await startInstance();
  site.sv('down', 'scheduler');
  people = await cast(site);
  actors = makeActors(site);
  items = {};
  const checks = checklist(site, 'news');
  const toEditing = async (title) => {
    const url = await writeArticle(people.author, articleFields(site, { title }));
    await mustAct(people.author, url, 'submit-to-unit');
    await mustAct(people.unitHead, url, 'approve-unit');
    await mustAct(people.secretary, url, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Đơn vị', purpose: 'Thông tin', assignee: personId(site, 'bui-duc-thinh') });
    return url;
  };
  items.draft = await writeArticle(people.author, articleFields(site, { title: 'Bản nháp' }));
  items.unitReview = await writeArticle(people.author, articleFields(site, { title: 'Chờ đơn vị' }));
  await mustAct(people.author, items.unitReview, 'submit-to-unit');
  items.editing = await toEditing('Đang biên tập');
  items.verifying = await toEditing('Chờ xác thực');
  await people.editor.submit(await people.editor.get(`${items.verifying}/sua`), (form) => form.action.endsWith('/sua'), { summary: 'Tóm tắt đã biên tập.' });
  await mustAct(people.editor, items.verifying, 'finish-edit');
  items.checks = checks;
});
after(() => site?.stop());

const one = (statement) => site.sql(statement)[0]?.[0];
const codeOf = (url) => one(`SELECT code FROM core_item WHERE id = ${url.slice(url.lastIndexOf('/') + 1)}`);
const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();

// {may: {act: reason}, mayNot: [[reason, acts]], other: {words: [yes, reason]}, held: [lines]} as the page says.
async function ask(client, person, { item, section } = {}) {
  const answer = await client.get(`${whyPath}?nguoi=${person}${item ? `&bai=${codeOf(item)}` : ''}${section ? `&chuyen-muc=${section}` : ''}`);
  assert.equal(answer.status, 200, text(answer.html().querySelector('main')));
  const tables = answer.html().querySelectorAll('table');
  const rows = (words) => tables.find((table) => text(table.querySelector('caption')).startsWith(words)).querySelectorAll('tbody tr');
  return {
    may: Object.fromEntries(rows('Việc với tin, bài mà người này được làm').map((row) => [row.getAttribute('id').slice(5), text(row.querySelectorAll('td')[1])])),
    mayNot: rows('Việc với tin, bài mà người này không').map((row) => row.querySelectorAll('td').map(text)),
    other: Object.fromEntries(rows('Việc khác').map((row) => row.querySelectorAll('td').map(text)).map(([words, yes, reason]) => [words, [yes, reason]])),
    held: answer.html().querySelectorAll('section ul li').map(text),
    about: text(answer.html().querySelector('section p')),
  };
}
const refusal = (answer, act) => answer.mayNot.find(([, acts]) => acts.includes(act))?.[0];

// The acts that a person's own page of the item offers.
async function offered(client, url) {
  const answer = await client.get(url);
  if (answer.status === 404) return [];
  assert.equal(answer.status, 200);
  return [...new Set([...answer.body.matchAll(/\/viec\/([a-z-]+)/g)].map(([, act]) => act.replaceAll('-', '_')))].sort();
}

test('what the page allows is what the person’s own page of the item offers, for everybody and every step', async () => {
  const asked = [['nguyen-hoang-yen', people.author], ['dinh-cong-tu', people.unitHead], ['tran-minh-chau', people.secretary], ['bui-duc-thinh', people.editor], ['phan-van-dung', people.verifier], ['le-thi-thu-hang', people.boardHead]];
  let seen = 0;
  for (const url of [items.editing, items.verifying])
    for (const [code, client] of asked) {
      const { may } = await ask(people.boardHead, personId(site, code), { item: url });
      const buttons = await offered(client, url);
      // Saving is a link to the form, not an act's button.
      assert.deepEqual(Object.keys(may).filter((act) => act !== 'save').sort(), buttons, `${code} on ${url}`);
      seen += buttons.length;
    }
  assert.ok(seen >= 10, `${seen} buttons`);
});

test('D9.1a the head of a unit: the role, the unit and from when; another unit’s head is told why not', async () => {
  const own = await ask(people.secretary, personId(site, 'dinh-cong-tu')).catch(() => null);
  assert.ok(own, 'without an item the page answers too');
  assert.match(own.may.approve_unit, /^Vai trò Lãnh đạo phòng, đơn vị, .* từ \d\d\/\d\d\/\d{4} \(tài khoản dinh\.cong\.tu\)$/);
  // An item that waits for its unit is nobody's business outside it (D9.1a): the secretary may not ask of it.
  const hidden = await people.secretary.get(`${whyPath}?nguoi=${personId(site, 'dinh-cong-tu')}&bai=${codeOf(items.unitReview)}`);
  assert.equal(hidden.status, 422);
  assert.match(hidden.body, /Không tìm thấy bài này, hoặc ông, bà không được xem bài này/);
  assert.doesNotMatch(hidden.body, /Chờ đơn vị</);
  const other = await ask(people.boardHead, personId(site, 'ngo-thi-bich-thuy'), { item: items.editing });
  assert.equal(Object.keys(other.may).length, 0);
  assert.match(other.mayNot[0][0], /không được biết đến bài/);
});

test('D11.1 the secretary by role; D15.2 a delegate by number, by whom, from when to when', async () => {
  const secretary = await ask(people.boardHead, personId(site, 'tran-minh-chau'), { item: items.editing });
  assert.match(secretary.may.reassign, /^Vai trò Thư ký Ban Biên tập, từ .*\(tài khoản tran\.minh\.chau\)$/);
  // What the state does not have stands together, under one sentence.
  const byState = secretary.mayNot.filter(([reason]) => /Bài đang ở trạng thái/.test(reason));
  assert.deepEqual(byState.map(([reason]) => reason), ['“Bài đang ở trạng thái “Bước 1: đang biên tập” nên không còn làm được việc này.”']);
  assert.match(byState[0][1], /Đăng lên trang/);
  assert.match(refusal(secretary, 'Từ chối đăng'), /Việc này dành cho/);
  const delegate = await ask(people.boardHead, personId(site, 'phan-van-dung'), { item: items.verifying });
  assert.equal(delegate.may.verify, 'Ủy quyền số 02/QĐ-BBT do Lê Thị Thu Hằng giao, từ 01/01/2026 đến hết 31/12/2026');
  assert.ok(delegate.held.some((line) => /Ủy quyền: Xác thực.*02\/QĐ-BBT.*đang có hiệu lực/.test(line)), delegate.held.join('\n'));
});

test('D15.2 four eyes: who edited the item is refused, with a delegation as well as without, and told so', async () => {
  const editor = personId(site, 'bui-duc-thinh');
  site.sql(`INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (${editor}, 'verify', '2026-01-01', '2100-01-01', '08/QĐ-BBT', ${personId(site, 'le-thi-thu-hang')}, UTC_TIMESTAMP(6))`);
  const answer = await ask(people.boardHead, editor, { item: items.verifying });
  assert.equal(answer.may.verify, undefined);
  assert.match(answer.mayNot.find(([reason]) => /đã viết hoặc biên tập bài này nên không xác thực/.test(reason))?.[1] ?? '', /Xác thực|xác thực|kiểm tra/);
  // Of another item he may: it is not the delegation that fails.
  assert.match((await ask(people.boardHead, editor)).may.verify, /08\/QĐ-BBT/);
  site.sql(`UPDATE core_setting SET value = '0' WHERE name = 'four_eyes'`);
  assert.match((await ask(people.boardHead, editor, { item: items.verifying })).may.verify, /08\/QĐ-BBT/, 'the rule is asked of the one that decides');
  site.sql(`UPDATE core_setting SET value = '1' WHERE name = 'four_eyes'`);
});

test('D15.2_D19.2 a delegation that has ended, or is for another section, refuses with its number', async () => {
  const person = actors.board_deputy.person;
  const give = (more) => site.sql(`INSERT INTO core_delegation (to_person, act, section_id, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (${person}, 'verify', ${more}, ${actors.board_head.person}, UTC_TIMESTAMP(6))`);
  give(`NULL, '2026-01-01', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, '31/QĐ-BBT'`);
  const ended = await ask(people.boardHead, person, { item: items.verifying });
  assert.equal(ended.may.verify, undefined);
  assert.ok(ended.mayNot.some(([reason]) => /“Ủy quyền 31\/QĐ-BBT đã hết hiệu lực lúc .*Việc này dành cho/.test(reason)), ended.mayNot.map(([reason]) => reason).join('\n'));
  assert.ok(ended.held.some((line) => /31\/QĐ-BBT.*đã hết hiệu lực/.test(line)));
  site.sql(`DELETE FROM core_delegation WHERE document_number = '31/QĐ-BBT'`);
  give(`${sectionId(site, 'pho-bien-phap-luat') ?? one("SELECT id FROM core_section WHERE parent_id IS NULL AND kind = 'article_list' ORDER BY id DESC LIMIT 1")}, '2026-01-01', '2100-01-01', '32/QĐ-BBT'`);
  const elsewhere = await ask(people.boardHead, person, { item: items.verifying });
  assert.equal(elsewhere.may.verify, undefined);
  assert.ok(elsewhere.mayNot.some(([reason]) => /Ủy quyền 32\/QĐ-BBT không gồm chuyên mục của bài/.test(reason)), elsewhere.mayNot.map(([reason]) => reason).join('\n'));
  const there = one("SELECT section_id FROM core_delegation WHERE document_number = '32/QĐ-BBT'");
  assert.match((await ask(people.boardHead, person, { section: there })).may.verify, /32\/QĐ-BBT/, 'in its own section it gives the act');
});

test('D12.1 a step that the section does not have is named as such', async () => {
  const section = sectionId(site, 'hoat-dong-cua-so');
  assert.match((await ask(people.boardHead, personId(site, 'phan-van-dung'), { section })).may.verify, /02\/QĐ-BBT/);
  site.sql(`INSERT INTO core_section_rule (section_id, valid_from, needs_verify, needs_final_check, document_number, decided_by, decided_at) VALUES (${section}, '2026-01-01', 0, 1, '33/QĐ-BBT', ${personId(site, 'le-thi-thu-hang')}, UTC_TIMESTAMP(6))`);
  const answer = await ask(people.boardHead, personId(site, 'phan-van-dung'), { section });
  assert.equal(answer.may.verify, undefined);
  assert.ok(answer.mayNot.some(([reason]) => /bài không phải qua bước này \(D12\.1\)/.test(reason)), answer.mayNot.map(([reason]) => reason).join('\n'));
  assert.match(answer.may.pass_final, /02\/QĐ-BBT/);
});

test('D6.3 who holds nothing, whose role waits, ended, rests or was taken away, may nothing, and each reason is said', async () => {
  const states = { no_role: null, waiting: /chờ .* xác nhận/, ended: /đã hết thời hạn/, to_come: /chưa đến ngày/, revoked: /đã thu hồi/, one_time: /mật khẩu một lần/, no_second_factor: /xác thực hai lớp/ };
  for (const [name, state] of Object.entries(states)) {
    const answer = await ask(people.boardHead, actors[name].person);
    assert.deepEqual(answer.may, {}, name);
    for (const [words, [yes, reason]] of Object.entries(answer.other)) {
      assert.equal(yes, 'Không', `${name}: ${words}`);
      assert.match(reason, /Việc của: ./);
    }
    if (state) assert.ok(answer.held.some((line) => state.test(line)), `${name}: ${answer.held.join('; ')}`);
    else assert.deepEqual(answer.held, []);
  }
  // A person without any account is asked about as well.
  const bare = one(`INSERT INTO core_person (code, full_name, job_title, unit_id) VALUES ('khong-tai-khoan', 'Người không tài khoản', 'Chuyên viên', ${actors.units[0]}); SELECT LAST_INSERT_ID()`);
  assert.deepEqual((await ask(people.boardHead, bare)).may, {});
});

test('D6.3_D12.1 what is not about an item: the role or the delegation that gives it, by the one who decides that', async () => {
  const head = await ask(people.boardHead, personId(site, 'le-thi-thu-hang'));
  assert.equal(head.other['Ủy quyền'][0], 'Được');
  assert.match(head.other['Quản lý chuyên mục, các bước phê duyệt'][1], /Vai trò Trưởng Ban Biên tập, từ/);
  const delegate = await ask(people.boardHead, actors.sections_delegate.person);
  assert.match(delegate.other['Quản lý chuyên mục, các bước phê duyệt'].join(' '), /^Được Ủy quyền số 1\/QĐ-BBT do/);
  assert.equal((await actors.client('sections_delegate').get('/quan-tri/chuyen-muc/')).status, 200);
  assert.equal(delegate.other['Quản lý quy định thời hạn'][0], 'Không');
  // The network administrator, who has no right over content, asks of nobody's item (D6.3).
  const sysadmin = await site.login('tran.minh.chau.qtm');
  assert.equal((await sysadmin.get(`${whyPath}?nguoi=${personId(site, 'dinh-cong-tu')}&bai=${codeOf(items.editing)}`)).status, 422);
  assert.equal((await sysadmin.get(`${whyPath}?nguoi=${personId(site, 'dinh-cong-tu')}`)).status, 200);
  assert.equal((await people.boardHead.get(`${whyPath}?nguoi=999999`)).status, 422);
  assert.equal((await people.boardHead.get(`${whyPath}?nguoi=${personId(site, 'dinh-cong-tu')}&bai=${encodeURIComponent('không có')}`)).status, 422);
  assert.match((await people.boardHead.get('/quan-tri/quyen/')).body, new RegExp(`${whyPath}\\?nguoi=${personId(site, 'dinh-cong-tu')}"`));
});
