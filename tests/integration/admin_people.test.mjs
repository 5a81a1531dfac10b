// Accounts, roles, units and people (D6.3, D19.1; requirements, actors): what is taken away is gone with the next request, nobody changes their own
// rights, a content role waits for its confirmation, everything has its dates, and the trail says who, when, what was and what is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { forms, startInstance } from '../support/instance.mjs';
import { textOf } from '../support/journey.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = {
    sysadmin: await site.login('tran.minh.chau.qtm'),
    boardHead: await site.login('le.thi.thu.hang'),
    deputyDirector: await site.login('vu.dinh.khoi'),
    office: await site.login('do.quang.vinh'),
  };
});
after(() => site?.stop());

const accountId = (username) => site.sql(`SELECT id FROM core_account WHERE username = '${username}'`)[0][0];
const unitId = (code) => site.sql(`SELECT id FROM core_unit WHERE code = '${code}'`)[0][0];
const accountUrl = (username) => `/quan-tri/tai-khoan/${accountId(username)}`;
const today = () => {
  const at = new Date(Date.now() + 7 * 3600_000);
  return (days = 0) => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
};
const day = today();
const lastOf = (chain) => {
  const [row] = site.sql(
    `SELECT a.action, p.full_name, a.from_state, a.to_state, a.authority, REPLACE(COALESCE(n.note, ''), '\\n', ' | '), TIMESTAMPDIFF(SECOND, a.at, UTC_TIMESTAMP(6)) FROM core_audit a JOIN core_person p ON p.id = a.person_id ` +
      `LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq WHERE a.chain = '${chain}' ORDER BY a.seq DESC LIMIT 1`,
  );
  if (!row) return undefined;
  const [action, who, from, to, authority, note, age] = row;
  assert.ok(Number(age) < 60, `the trail's time is the act's: ${age} s ago`);
  return { action, who, from, to, authority, note: note.replaceAll('\\n', ' | ') };
};
const errorsOf = (answer) => answer.html().querySelector('.govuk-error-summary')?.textContent.replace(/\s+/g, ' ') ?? textOf(answer);

// The network administrator enters a role; gives its id.
async function enterRole(username, fields) {
  const url = `${accountUrl(username)}/vai-tro`;
  const answer = await people.sysadmin.submit(await people.sysadmin.get(url), (form) => form.action === url, fields);
  assert.equal(answer.status, 303, errorsOf(answer));
  return site.sql(`SELECT MAX(id) FROM core_role_assignment WHERE account_id = ${accountId(username)}`)[0][0];
}

// Presses the button of a role on the page where the person finds it.
async function onRole(client, page, id, verb) {
  const found = await client.get(page);
  assert.equal(found.status, 200, `${page} answered ${found.status}`);
  return client.submit(found, (form) => form.action === `/quan-tri/vai-tro/${id}/${verb}`);
}
const confirm = (client, id) => onRole(client, '/quan-tri/vai-tro/', id, 'xac-nhan');
const revoke = (id, username) => onRole(people.sysadmin, accountUrl(username), id, 'thu-hoi');
async function tokenOf(client) {
  return forms((await client.get('/quan-tri/ca-nhan')).body).find((form) => form.action === '/quan-tri/ca-nhan/mat-khau').fields.find(([name]) => name === '_csrf')[1];
}
// The request itself, as somebody sends it who was not offered the button.
async function sendAnyway(client, url, fields = {}) {
  const page = await client.get('/quan-tri/ca-nhan');
  const own = Object.fromEntries(forms(page.body).find((form) => form.action === '/quan-tri/ca-nhan/mat-khau').fields);
  return client.post(url, { _csrf: own._csrf, _key: own._key, ...fields });
}

test('D6_3 a content role rests until the board’s head confirms it, then works in the session that is open', async () => {
  const person = await site.login('cao.thi.hong.nhung');
  assert.equal((await person.get('/quan-tri/quyen/')).status, 403);
  const id = await enterRole('cao.thi.hong.nhung', { role: 'secretary', unit: '', valid_from: day(), valid_to: '' });
  assert.deepEqual(lastOf(`role:${id}`), {
    action: 'role_enter', who: 'Trần Minh Châu', from: '', to: 'waiting', authority: 'Quản trị mạng',
    note: `Tài khoản: cao.thi.hong.nhung | Vai trò: Thư ký Ban Biên tập | Từ ngày: ${day()}`,
  });
  assert.equal((await person.get('/quan-tri/quyen/')).status, 403, 'waiting: no right');
  assert.match(textOf(await people.sysadmin.get(accountUrl('cao.thi.hong.nhung'))), /Chờ Trưởng Ban Biên tập xác nhận; Trần Minh Châu nhập/);

  assert.equal((await sendAnyway(people.sysadmin, `/quan-tri/vai-tro/${id}/xac-nhan`)).status, 403, 'who entered it does not confirm it');
  const director = await sendAnyway(people.deputyDirector, `/quan-tri/vai-tro/${id}/xac-nhan`);
  assert.equal(director.status, 403);
  assert.match(textOf(director), /Vai trò này do Trưởng Ban Biên tập xác nhận\./);

  assert.equal((await confirm(people.boardHead, id)).status, 303);
  assert.deepEqual(lastOf(`role:${id}`), {
    action: 'role_confirm', who: 'Lê Thị Thu Hằng', from: 'waiting', to: 'in_force', authority: 'Trưởng Ban Biên tập',
    note: 'Thư ký Ban Biên tập: Cao Thị Hồng Nhung (cao.thi.hong.nhung)',
  });
  assert.equal((await person.get('/quan-tri/quyen/')).status, 200, 'confirmed: the open session has it');
  const again = await sendAnyway(people.boardHead, `/quan-tri/vai-tro/${id}/xac-nhan`);
  assert.equal(again.status, 403);
  assert.match(textOf(again), /Vai trò này đã được xác nhận\./);

  assert.equal((await revoke(id, 'cao.thi.hong.nhung')).status, 303);
  assert.deepEqual(lastOf(`role:${id}`), {
    action: 'role_revoke', who: 'Trần Minh Châu', from: 'in_force', to: 'revoked', authority: 'Quản trị mạng',
    note: 'Thư ký Ban Biên tập: Cao Thị Hồng Nhung (cao.thi.hong.nhung)',
  });
  assert.equal((await person.get('/quan-tri/quyen/')).status, 403, 'revoked: gone with the next request');
  assert.equal((await person.get('/quan-tri/')).status, 200, 'the other roles stay');
});

test('D6_3 the role of the board’s head is confirmed by a director, and not by the head', async () => {
  const id = await enterRole('bui.duc.thinh', { role: 'board_head', valid_from: day(), valid_to: day(7) });
  const byHead = await sendAnyway(people.boardHead, `/quan-tri/vai-tro/${id}/xac-nhan`);
  // Lê Thị Thu Hằng is a director as well, and may confirm as one; by the role of head alone she may not.
  assert.equal(byHead.status, 303);
  assert.equal(lastOf(`role:${id}`).authority, 'Lãnh đạo Sở');
  assert.equal((await revoke(id, 'bui.duc.thinh')).status, 303);

  site.sql(`UPDATE core_role_assignment r JOIN core_account a ON a.id = r.account_id SET r.revoked_at = UTC_TIMESTAMP(6) WHERE a.username = 'le.thi.thu.hang' AND r.role = 'director'`);
  try {
    const other = await enterRole('bui.duc.thinh', { role: 'board_head', valid_from: day(), valid_to: day(7) });
    const refused = await sendAnyway(people.boardHead, `/quan-tri/vai-tro/${other}/xac-nhan`);
    assert.equal(refused.status, 403);
    assert.match(textOf(refused), /Vai trò này do Lãnh đạo Sở xác nhận\./);
    assert.equal((await confirm(people.deputyDirector, other)).status, 303);
    assert.equal((await revoke(other, 'bui.duc.thinh')).status, 303);
  } finally {
    site.sql(`UPDATE core_role_assignment r JOIN core_account a ON a.id = r.account_id SET r.revoked_at = NULL WHERE a.username = 'le.thi.thu.hang' AND r.role = 'director'`);
  }
});

test('nobody changes their own rights, by either account', async () => {
  for (const own of ['tran.minh.chau.qtm', 'tran.minh.chau']) {
    const page = await people.sysadmin.get(accountUrl(own));
    assert.match(textOf(page), /Không ai tự thay đổi quyền của mình, kể cả bằng một tài khoản khác\./);
    assert.deepEqual(forms(page.body).filter((form) => /viec|vai-tro/.test(form.action)), [], 'no button is offered');
    const before = site.sql(`SELECT * FROM core_role_assignment WHERE account_id = ${accountId(own)}`);
    assert.equal((await people.sysadmin.get(`${accountUrl(own)}/vai-tro`)).status, 403);
    for (const url of [`${accountUrl(own)}/vai-tro`, `${accountUrl(own)}/viec/khoa`, `${accountUrl(own)}/viec/mat-khau`, `${accountUrl(own)}/viec/go-hai-lop`]) {
      const answer = await sendAnyway(people.sysadmin, url, { role: 'board_head', valid_from: day(), row_version: '1' });
      assert.equal(answer.status, 403, url);
    }
    assert.deepEqual(site.sql(`SELECT * FROM core_role_assignment WHERE account_id = ${accountId(own)}`), before);
    const [[role]] = site.sql(`SELECT id FROM core_role_assignment WHERE account_id = ${accountId(own)} LIMIT 1`);
    assert.equal((await sendAnyway(people.sysadmin, `/quan-tri/vai-tro/${role}/thu-hoi`)).status, 403);
  }
  // A third account for oneself.
  const person = site.sql("SELECT person_id FROM core_account WHERE username = 'tran.minh.chau'")[0][0];
  const answer = await people.sysadmin.submit(await people.sysadmin.get('/quan-tri/tai-khoan/moi'), (form) => form.action.endsWith('/moi'), { person, username: 'tran.minh.chau.ba' });
  assert.equal(answer.status, 422);
  assert.match(errorsOf(answer), /Không ai tự thay đổi quyền của mình/);
});

test('a role lasts from its first day to the end of its last, in Vietnamese days', async () => {
  const person = await site.login('ngo.thi.bich.thuy');
  const url = '/quan-tri/quyen/';
  for (const [from, to, works] of [[day(1), day(5), false], [day(-5), day(-1), false], [day(), day(), true], [day(-3), '', true]]) {
    const id = await enterRole('ngo.thi.bich.thuy', { role: 'secretary', valid_from: from, valid_to: to });
    if (to === day(-1)) {
      const late = await sendAnyway(people.boardHead, `/quan-tri/vai-tro/${id}/xac-nhan`);
      assert.equal(late.status, 403);
      assert.match(textOf(late), /đã hết thời hạn/);
      continue;
    }
    assert.equal((await confirm(people.boardHead, id)).status, 303);
    assert.equal((await person.get(url)).status, works ? 200 : 403, `${from} – ${to}`);
    assert.equal((await revoke(id, 'ngo.thi.bich.thuy')).status, 303);
    assert.equal((await person.get(url)).status, 403);
  }
});

test('a role’s form names each mistake and keeps what was typed; the same role is not entered twice', async () => {
  const url = `${accountUrl('ngo.thi.bich.thuy')}/vai-tro`;
  const send = async (fields) => people.sysadmin.submit(await people.sysadmin.get(url), (form) => form.action === url, fields);
  for (const [fields, words] of [
    [{ role: '', valid_from: day() }, /Xin chọn vai trò\./],
    [{ role: 'contributor', unit: '', valid_from: day() }, /Vai trò này giữ ở một đơn vị\. Xin chọn đơn vị\./],
    [{ role: 'contributor', unit: '999999', valid_from: day() }, /Xin chọn một đơn vị trong danh sách\./],
    [{ role: 'office', valid_from: '30/02/2026' }, /ngày\/tháng\/năm/],
    [{ role: 'office', valid_from: day(), valid_to: day(-1) }, /Ngày cuối phải sau ngày đầu\./],
  ]) {
    const answer = await send({ valid_to: '', ...fields });
    assert.equal(answer.status, 422, String(words));
    assert.match(errorsOf(answer), words);
    const typed = Object.fromEntries(forms(answer.body).find((form) => form.action === url).fields);
    assert.equal(typed.valid_from, fields.valid_from);
  }
  const id = await enterRole('ngo.thi.bich.thuy', { role: 'service_officer', unit: unitId('hctp'), valid_from: day(), valid_to: '' });
  const twice = await send({ role: 'service_officer', unit: unitId('hctp'), valid_from: day(), valid_to: '' });
  assert.equal(twice.status, 422);
  assert.match(errorsOf(twice), /Tài khoản đã có vai trò này\./);
  assert.equal((await onRole(people.boardHead, '/quan-tri/vai-tro/', id, 'bac')).status, 303, 'refusing what waits');
  assert.equal(lastOf(`role:${id}`).from, 'waiting');
});

test('a locked account is out with the next request; opened again it logs in again; the trail has old and new', async () => {
  const username = 'pham.gia.bao';
  const person = await site.login(username);
  const chain = `account:${accountId(username)}`;
  const press = async (verb) => people.sysadmin.submit(await people.sysadmin.get(accountUrl(username)), (form) => form.action.endsWith(`/viec/${verb}`));
  assert.equal((await press('khoa')).status, 303);
  assert.equal((await person.get('/quan-tri/')).status, 303, 'out at once');
  assert.deepEqual(lastOf(chain), {
    action: 'account_disable', who: 'Trần Minh Châu', from: 'active', to: 'disabled', authority: 'Quản trị mạng',
    note: `Tài khoản: ${username} (Phạm Gia Bảo) | Tình trạng: đang dùng → đã khóa`,
  });
  await assert.rejects(site.login(username), /422/);
  assert.match((await people.sysadmin.get('/quan-tri/tai-khoan/')).body, /Đã khóa/);
  const twice = await sendAnyway(people.sysadmin, `${accountUrl(username)}/viec/khoa`, { row_version: '1' });
  assert.equal(twice.status, 409);
  assert.equal((await press('mo')).status, 303);
  assert.equal(lastOf(chain).note, `Tài khoản: ${username} (Phạm Gia Bảo) | Tình trạng: đã khóa → đang dùng`);
  assert.equal((await (await site.login(username)).get('/quan-tri/')).status, 200);
});

test('two administrators press at the same time: the later one is told, nothing is done twice', async () => {
  const username = 'pham.gia.bao';
  const page = await people.sysadmin.get(accountUrl(username));
  assert.equal((await people.sysadmin.submit(await people.sysadmin.get(accountUrl(username)), (form) => form.action.endsWith('/viec/hai-lop'))).status, 303);
  assert.match(lastOf(`account:${accountId(username)}`).note, /Xác thực hai lớp: không bắt buộc → bắt buộc/);
  const late = await people.sysadmin.submit(page, (form) => form.action.endsWith('/viec/khoa'));
  assert.equal(late.status, 409);
  assert.match(textOf(late), /Người khác vừa sửa mục này/);
  assert.equal(site.sql(`SELECT state FROM core_account WHERE username = '${username}'`)[0][0], 'active');
  assert.equal((await people.sysadmin.submit(await people.sysadmin.get(accountUrl(username)), (form) => form.action.endsWith('/viec/thoi-hai-lop'))).status, 303);
});

test('D6_3 a one-time password is shown once and opens a session without rights; those over content wait for the board’s head again', async () => {
  const username = 'pham.gia.bao';
  const open = await site.login(username);
  const page = await people.sysadmin.get(accountUrl(username));
  const isReset = (form) => form.action.endsWith('/viec/mat-khau');
  const answers = await Promise.all([people.sysadmin.submit(page, isReset), people.sysadmin.submit(page, isReset)]);
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 303], 'sent twice: one password, and the other is led to the account');
  const shown = answers.find((answer) => answer.status === 200);
  assert.equal(shown.headers['cache-control'], 'no-store');
  const password = shown.html().querySelector('.code-box').textContent.trim();
  assert.equal((await open.get('/quan-tri/')).status, 303, 'whoever was inside with the old one is out');
  assert.doesNotMatch(lastOf(`account:${accountId(username)}`).note, new RegExp(password), 'never in the trail');

  const person = await site.login(username, { password });
  assert.match((await person.get('/quan-tri/')).body, /Mật khẩu đang dùng là mật khẩu một lần\./);
  assert.equal((await person.get('/quan-tri/tin-bai/moi')).status, 403, 'the roles rest');
  const mine = 'câu riêng của tôi 2026';
  const changed = await person.submit(await person.get('/quan-tri/ca-nhan'), (form) => form.action.endsWith('/mat-khau'), { old_password: password, new_password: mine, again_password: mine });
  assert.equal(changed.status, 303, errorsOf(changed));
  assert.equal((await person.get('/quan-tri/tin-bai/moi')).status, 403, 'who hands out a password does not hand out a right over content');
  assert.match(lastOf(`account:${accountId(username)}`).action, /password_change/);
  const waiting = site.sql(`SELECT id FROM core_role_assignment WHERE account_id = ${accountId(username)} AND confirmed_at IS NULL AND revoked_at IS NULL`);
  assert.ok(waiting.length > 0);
  for (const [id] of waiting) assert.equal((await confirm(people.boardHead, id)).status, 303);
  assert.equal((await person.get('/quan-tri/tin-bai/moi')).status, 200, 'and work with the next request');
});

test('D6_3 an account that the administrator makes for somebody has no right, not even by a delegation of its person', async () => {
  // Phan Văn Dũng stands in for the secretary and manages sections, under dated delegations of his own.
  const person = site.sql("SELECT person_id FROM core_account WHERE username = 'phan.van.dung'")[0][0];
  for (const act of ['act_as_secretary', 'manage_sections'])
    site.sql(`INSERT INTO core_delegation (to_person, act, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (${person}, '${act}', '2026-01-01', '2030-01-01', '09/QĐ-BBT', ${person}, UTC_TIMESTAMP(6))`);
  const real = await site.login('phan.van.dung');
  assert.equal((await real.get('/quan-tri/chuyen-muc/')).status, 200);

  const made = await people.sysadmin.submit(await people.sysadmin.get('/quan-tri/tai-khoan/moi'), (form) => form.action.endsWith('/moi'), { person, username: 'phan.van.dung.hai' });
  assert.equal(made.status, 200, errorsOf(made));
  const password = made.html().querySelector('.code-box').textContent.trim();
  const chain = `account:${accountId('phan.van.dung.hai')}`;
  assert.deepEqual(lastOf(chain), {
    action: 'account_add', who: 'Trần Minh Châu', from: '', to: 'active', authority: 'Quản trị mạng',
    note: 'Tên đăng nhập: phan.van.dung.hai | Xác thực hai lớp: không bắt buộc',
  });
  const second = await site.visitor();
  const opened = await second.submit(await second.get('/quan-tri/dang-nhap'), (form) => form.action === '/quan-tri/dang-nhap', { username: 'phan.van.dung.hai', password });
  assert.equal(opened.status, 303);
  const mine = 'câu riêng của tài khoản hai';
  assert.equal((await second.submit(await second.get('/quan-tri/ca-nhan'), (form) => form.action.endsWith('/mat-khau'), { old_password: password, new_password: mine, again_password: mine })).status, 303);
  assert.equal((await second.get('/quan-tri/chuyen-muc/')).status, 403, 'no confirmed role, no delegation');
  const [[item]] = site.sql("SELECT id FROM core_item WHERE state IN ('submitted', 'ready') LIMIT 1");
  assert.equal((await second.get(`/quan-tri/tin-bai/${item}`)).status, 404);
  assert.equal((await real.get(`/quan-tri/tin-bai/${item}`)).status, 200);
  site.sql("UPDATE core_delegation SET revoked_at = UTC_TIMESTAMP(6) WHERE document_number = '09/QĐ-BBT'");
});

test('a user name is taken once; an account’s form keeps what was typed', async () => {
  const send = async (fields) => people.sysadmin.submit(await people.sysadmin.get('/quan-tri/tai-khoan/moi'), (form) => form.action.endsWith('/moi'), fields);
  const person = site.sql("SELECT person_id FROM core_account WHERE username = 'lo.thi.mai'")[0][0];
  const taken = await send({ person, username: 'dinh.cong.tu' });
  assert.equal(taken.status, 422);
  assert.match(errorsOf(taken), /Tên đăng nhập này đã có người dùng\./);
  const typed = Object.fromEntries(forms(taken.body).find((form) => form.action.endsWith('/moi')).fields);
  assert.deepEqual([typed.person, typed.username], [person, 'dinh.cong.tu']);
  assert.match(errorsOf(await send({ person: '999999', username: 'ten.moi' })), /Xin chọn một người trong danh sách\./);
  assert.match(errorsOf(await send({ person, username: 'Tên có dấu' })), /Từ 3 đến 64 ký tự/);
});

test('D6_4 units and people: added, changed with old and new in the trail, ended; the public directory follows', async () => {
  const reader = site.reader();
  const add = async (kind, fields) => people.office.submit(await people.office.get(`/quan-tri/${kind}/moi`), (form) => form.action === `/quan-tri/${kind}/moi`, fields);
  const unit = { name: 'Phòng Thử nghiệm <b>đổi mới</b>', short_name: 'Phòng TN', code: 'thu-nghiem', kind: 'department', phone: '0299 3 555 777', email: 'tn@minhgiang.gov.vn', functions: 'Việc một\nViệc hai', position: '90', valid_from: '01/01/2026' };
  const added = await add('don-vi', unit);
  assert.equal(added.status, 303, errorsOf(added));
  const id = unitId('thu-nghiem');
  const first = lastOf(`unit:${id}`);
  assert.deepEqual([first.action, first.who, first.authority, first.to], ['unit_add', 'Đỗ Quang Vinh', 'Văn phòng Sở', 'active']);
  assert.match(first.note, /Tên: \(trống\) → Phòng Thử nghiệm/);
  assert.match(errorsOf(await add('don-vi', { ...unit, name: 'Tên khác' })), /Mã này đã có đơn vị khác dùng\./);

  const longName = 'Nguyễn Phước Tôn Nữ Hoàng Quỳnh Anh Thư Thị Mỹ Duyên Khuê Các';
  const person = { full_name: longName, code: 'nguoi-thu', job_title: 'Chuyên viên chính', unit: id, phone: '0299 3 555 778', email: 'thu@minhgiang.gov.vn', position: '1', is_public: '1' };
  assert.equal((await add('nhan-su', person)).status, 303);
  await site.until('the directory names the new person', async () => {
    const page = await reader.open('/gioi-thieu/danh-ba');
    return page.body.includes(longName) && page.body.includes('Phòng Thử nghiệm &lt;b&gt;đổi mới&lt;/b&gt;');
  });

  const [[personId]] = site.sql("SELECT id FROM core_person WHERE code = 'nguoi-thu'");
  const isSave = (form) => form.action === `/quan-tri/nhan-su/${personId}`;
  const page = await people.office.get(`/quan-tri/nhan-su/${personId}`);
  assert.equal((await people.office.submit(page, isSave, { phone: '0299 3 555 779' })).status, 303);
  assert.deepEqual(lastOf(`person:${personId}`), { action: 'person_edit', who: 'Đỗ Quang Vinh', from: '', to: '', authority: 'Văn phòng Sở', note: 'Điện thoại: 0299 3 555 778 → 0299 3 555 779' });

  // The network administrator had the form open meanwhile.
  const { _key: _, ...opened } = Object.fromEntries(forms(page.body).find(isSave).fields);
  const stale = await sendAnyway(people.sysadmin, `/quan-tri/nhan-su/${personId}`, { ...opened, _csrf: await tokenOf(people.sysadmin), job_title: 'Chức danh gõ công phu' });
  assert.equal(stale.status, 409);
  assert.match(stale.body, /Đỗ Quang Vinh vừa thay đổi mục này lúc .* \(Điện thoại: 0299 3 555 778 → 0299 3 555 779\)\. Nội dung ông, bà vừa nhập còn ở dưới/);
  assert.equal(Object.fromEntries(forms(stale.body).find(isSave).fields).job_title, 'Chức danh gõ công phu', 'what was typed stays');
  assert.equal(site.sql(`SELECT job_title FROM core_person WHERE id = ${personId}`)[0][0], 'Chuyên viên chính', 'nothing is overwritten unseen');
  assert.equal((await people.sysadmin.submit(stale, isSave, { phone: '0299 3 555 779' })).status, 303, 'and can be sent over it knowingly');
  assert.match(lastOf(`person:${personId}`).note, /^Chức vụ: Chuyên viên chính → Chức danh gõ công phu$/);

  const count = () => site.sql(`SELECT COUNT(*) FROM core_audit WHERE chain = 'person:${personId}'`)[0][0];
  const before = count();
  assert.equal((await people.office.submit(await people.office.get(`/quan-tri/nhan-su/${personId}`), isSave)).status, 303);
  assert.equal(count(), before, 'saving nothing leaves nothing in the trail');
});

test('D5_10 a setting is changed with old and new in the trail; a bad value is refused; D12_1 four eyes belong to the board’s head', async () => {
  const url = '/quan-tri/cai-dat/phone';
  const send = async (client, address, value) => client.submit(await client.get(address), (form) => form.action === address, { value });
  const [[before]] = site.sql("SELECT value FROM core_setting WHERE name = 'phone'");
  assert.match(errorsOf(await send(people.office, url, 'gọi sau')), /Viết số điện thoại bằng chữ số/);
  assert.equal((await send(people.office, url, '0299 3 555 001')).status, 303);
  assert.match(lastOf('setting:phone').note, new RegExp(`: ${before} → 0299 3 555 001$`));
  await site.until('the footer says it', async () => (await site.reader().get('/')).body.includes('0299 3 555 001'));

  // The page tells of each setting what it means, its limits, its clause, and who changed it last from what to what (D6.4).
  const list = (await people.boardHead.get('/quan-tri/cai-dat/')).html();
  const rowOf = (label) => list.querySelectorAll('tbody tr').find((row) => row.querySelector('.table__title').childNodes[0].rawText.trim() === label);
  for (const [label, help] of site.sql('SELECT label, help FROM core_setting')) {
    const row = rowOf(label);
    assert.ok(row, label);
    assert.ok(row.textContent.includes(help), label);
    assert.match(row.textContent, /Căn cứ: D\d/, label);
    assert.notEqual(row.querySelector('td[data-label="Giới hạn"]').textContent.trim(), '', label);
    assert.notEqual(row.querySelector('td[data-label="Thay đổi gần nhất"]').textContent.trim(), '', label);
  }
  const changed = rowOf('Điện thoại').querySelector('td[data-label="Thay đổi gần nhất"]').textContent.replace(/\s+/g, ' ');
  assert.match(changed, new RegExp(`Đỗ Quang Vinh ?\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d.*${before} → 0299 3 555 001`));
  assert.match(rowOf('Số ngày giữ thông báo').textContent.replace(/\s+/g, ' '), /180 ngày.*Từ 30 đến 730; mặc định 180/);
  assert.equal(rowOf('Điện thoại').querySelectorAll('a[href="/quan-tri/cai-dat/phone"]').length, 0, 'the board’s head sees it and does not change it');
  const history = (await people.boardHead.get('/quan-tri/cai-dat/phone/lich-su')).html().querySelectorAll('tbody tr');
  assert.equal(history.length, 1);
  assert.match(history[0].textContent.replace(/\s+/g, ' '), new RegExp(`Đỗ Quang Vinh ?Văn phòng Sở.*${before} → 0299 3 555 001`));
  assert.match((await people.office.get('/quan-tri/cai-dat/list-page-size')).body, /Từ 5 đến 50; mặc định 15\. Đơn vị tính: tin, bài\./);
  assert.equal((await people.sysadmin.get('/quan-tri/cai-dat/four-eyes')).status, 403);
  const sent = await sendAnyway(people.sysadmin, '/quan-tri/cai-dat/four-eyes', { value: '0', row_version: '1' });
  assert.equal(sent.status, 403);
  assert.match(textOf(sent), /Quy tắc này do Trưởng Ban Biên tập quyết định/);
  assert.equal((await send(people.boardHead, '/quan-tri/cai-dat/four-eyes', '0')).status, 303);
  assert.equal(lastOf('setting:four_eyes').authority, 'Trưởng Ban Biên tập');
  assert.equal((await send(people.boardHead, '/quan-tri/cai-dat/four-eyes', '1')).status, 303);
});

test('the trail’s page finds by person, by thing and by day, and an odd question is no error', async () => {
  const page = await people.sysadmin.get(`/quan-tri/nhat-ky/?muc=account:${accountId('pham.gia.bao')}`);
  assert.match(page.body, /khóa tài khoản/);
  assert.match(page.body, /Tình trạng: đang dùng → đã khóa/);
  const person = site.sql("SELECT person_id FROM core_account WHERE username = 'do.quang.vinh'")[0][0];
  const rows = (await people.sysadmin.get(`/quan-tri/nhat-ky/?nguoi=${person}`)).html().querySelectorAll('tbody tr');
  assert.ok(rows.length > 0 && rows.every((row) => row.textContent.includes('Đỗ Quang Vinh')));
  assert.match((await people.sysadmin.get(`/quan-tri/nhat-ky/?den-ngay=${encodeURIComponent('hôm qua')}`)).body, /Viết ngày theo dạng ngày\/tháng\/năm/);
  for (const query of ['?den-ngay=31/12/2999', '?muc=%F0%9F%98%80', '?muc=role:999999', '?nguoi=abc', '?truoc=x', `?muc=${'x'.repeat(300)}`, '?den-ngay=01/01/1900']) {
    const answer = await people.sysadmin.get(`/quan-tri/nhat-ky/${query}`);
    assert.equal(answer.status, 200, query);
  }
});

test('the trail’s page names every act in words, also those of the operator’s tool', async () => {
  assert.equal((await site.portal('user', 'reset', 'pham.gia.bao')).code, 0);
  const keys = site.sql('SELECT DISTINCT action FROM core_audit').map(([key]) => key);
  assert.ok(keys.includes('account.reset') && keys.includes('account.create') && keys.includes('delegation.give') && keys.includes('publish'));
  const shown = new Set();
  let next = '/quan-tri/nhat-ky/';
  for (let pages = 0; next && pages < 100; pages++) {
    const page = (await people.sysadmin.get(next)).html();
    for (const cell of page.querySelectorAll('td[data-label="Việc"]')) shown.add(cell.firstChild.textContent);
    next = page.querySelector('nav.pager a[rel=next]')?.getAttribute('href').replaceAll('&amp;', '&');
  }
  assert.equal(next, undefined);
  assert.ok(shown.has('đặt lại mật khẩu bằng lệnh quản trị'));
  for (const key of keys) assert.ok(!shown.has(key), `${key} is shown as it is stored`);
});

test('the whole trail still holds together', async () => {
  const answer = await site.portal('check', '--json');
  assert.deepEqual(JSON.parse(answer.stdout).faults, []);
});
