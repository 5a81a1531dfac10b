// Role × route (reliability S4, F26, F29): every route that the programs print is asked for by a visitor, by each role and by each way in which a
// role is not in force, over the real nginx. A route without an expected answer (access_routes.mjs) makes this red. What is refused changes
// nothing in the database, and a form that is not genuine is refused to those who may as well.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';

import { actorNames, contentsOf, formKey, makeActors, traceOf } from '../support/actors.mjs';
import { postFiles } from '../support/files.mjs';
import { buildDir, startInstance } from '../support/instance.mjs';
import { articleFields, checklist, sectionId } from '../support/journey.mjs';
import { officeRoutes, prepared, publicRoutes, why } from './access_routes.mjs';

let site;
let w;  // what the cases need: {site, actors, items, section, checks, newItem}
before(async () => {
  site = await startInstance();
  await site.liftLoginLimit(); // everybody asks at once
  for (const worker of ['scheduler', 'mailer', 'intake', 'feeds']) site.sv('down', worker); // nothing moves by itself while contents are compared
  const actors = makeActors(site);
  w = { site, actors, section: sectionId(site, 'hoat-dong-cua-so'), checks: checklist(site, 'news'), newItem: (state) => w.items[state] };
  await writeItems();
});
after(() => site?.stop());

// How many items of a state the acts use up, beside the one that nobody may change.
const usedUp = {
  ...{ draft: 5, unit_review: 4, submitted: 4, editing: 7, verifying: 7, final_check: 2, ready: 10, published: 12 },
  ...{ returned: 1, discarded: 1, free_editing: 6, revision: 1, held: 1, posted: 46, flagged: 2, archived: 6, withdrawn: 7, awaiting: 1, refused: 2 },
  ...{ hidden: 3, purge_asked: 4, ordered: 2, posted_urgently: 1 },
};
let stock;

// Articles of `contributor`, written through the form and put into their state in the database.
async function writeItems() {
  const author = w.actors.client('contributor');
  const secretary = w.actors.client('secretary');
  site.sql("UPDATE core_setting SET value = '1' WHERE name = 'urgent_publication'");
  stock = {};
  w.items = {};
  const write = async (kind) => {
    const { state, through = [], set } = prepared[kind] ?? { state: kind };
    const body = { _csrf: author.csrf, _key: formKey(), ...articleFields(site, { title: `Bài ở trạng thái ${state}`, unit: w.actors.contributor.unit }) };
    const answer = await author.post('/quan-tri/tin-bai/moi', body);
    assert.equal(answer.status, 303);
    const id = answer.headers.location.match(/\/(\d+)\?/)[1];
    const supplied = !['draft', 'unit_review'].includes(state) ? ', supplied_at = UTC_TIMESTAMP(6), submitted_at = UTC_TIMESTAMP(6)' : '';
    const passed = ['ready', 'published'].includes(state) ? ', passed_version = 1, verified_version = 1' : '';
    const published = state === 'published' ? ', published_version = 1, published_at = UTC_TIMESTAMP(6)' : '';
    site.sql(`UPDATE core_item SET state = '${state}', assigned_to = ${w.actors.board_member.person}${supplied}${passed}${published} WHERE id = ${id}`);
    for (const act of through) {
      const [[row_version]] = site.sql(`SELECT row_version FROM core_item WHERE id = ${id}`);
      const done = await secretary.post(`/quan-tri/tin-bai/${id}/viec/${act}`, { _csrf: secretary.csrf, _key: formKey(), row_version, ...why });
      assert.equal(done.status, 303, act);
    }
    if (set) site.sql(`UPDATE core_item SET ${set(w)} WHERE id = ${id}`);
    if (kind === 'purge_asked') {
      // The first of the two people, whom the purge looks for in the trail.
      site.sql(`INSERT INTO core_audit (chain, seq, at, person_id, account_id, action, previous, digest) SELECT chain, seq + 1, at, ${w.actors.office.person}, account_id, 'ask_purge', digest, SHA2(digest, 256) FROM core_audit WHERE chain = 'item:${id}' ORDER BY seq DESC LIMIT 1`);
    }
    return id;
  };
  for (const [state, count] of Object.entries(usedUp)) {
    w.items[state] = await write(state);
    stock[state] = [];
    for (let n = 0; n < count; n++) stock[state].push(await write(state));
  }
}

const printed = (program) =>
  execFileSync(path.join(buildDir, 'bin', program), ['--config', path.join(site.dir, 'conf', `${program}.conf`), '--print-routes'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((route) => `${program} ${route.method} ${route.pattern}`);

test('every route has an expected answer, and no answer is expected of a route that is gone', () => {
  assert.deepEqual(Object.keys(publicRoutes).sort(), [...printed('news'), ...printed('import-api')].sort());
  assert.deepEqual(Object.keys(officeRoutes).sort(), [...printed('news-office'), ...printed('qa-office'), ...printed('admin')].sort());
});

const urlOf = (one) => (typeof one.url === 'function' ? one.url(w) : one.url);
// What `name` gets who may not: nothing that tells that an item exists, unless it is one to know of.
const refusalOf = (one, name) => (one.sees && !one.sees.includes(name) ? 404 : (one.denied ?? 403));

for (const [route, cases] of Object.entries(officeRoutes)) {
  if (!route.includes(' GET ')) continue;
  test(`${route}: who may see it`, async () => {
    const clients = w.actors.clients(actorNames);
    for (const one of cases) {
      const url = urlOf(one);
      const got = {};
      const expected = {};
      const visitor = await site.visitor().get(url);
      got.anonymous = visitor.status;
      // A machine reads no login page (RFC 9457).
      const isMachine = url.endsWith('.json');
      expected.anonymous = one.see.includes('anonymous') ? 200 : isMachine ? 401 : 303;
      if (isMachine) {
        assert.equal(visitor.headers['content-type'], 'application/problem+json');
        assert.equal(JSON.parse(visitor.body).status, 401);
      }
      if (visitor.status === 303) assert.equal(visitor.headers.location, `/quan-tri/dang-nhap?tiep=${encodeURIComponent(url)}`);
      await Promise.all(
        actorNames.map(async (name) => {
          const answer = await clients[name].get(url);
          got[name] = answer.status;
          expected[name] = one.see.includes(name) ? (one.ok ?? 200) : refusalOf(one, name);
          assert.match(answer.headers['cache-control'], /no-store/, `${url} for ${name}`);
        }),
      );
      assert.deepEqual(got, expected, url);
    }
  });
}

const other = 'http://noi-khac.example';

// Ways to send a form that no page of ours sends. Each must be refused to a person who may do what the form asks.
function forgeries(client, stranger, url, fields) {
  const good = { _csrf: client.csrf, _key: formKey(), ...fields };
  const query = new URLSearchParams(Object.entries(good).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString();
  return {
    'no token': () => send(client, url, { ...good, _csrf: null }),
    'an empty token': () => send(client, url, { ...good, _csrf: '' }),
    'the token without its mask': () => send(client, url, { ...good, _csrf: client.csrf.slice(64) }),
    'a mask of another length': () => send(client, url, { ...good, _csrf: client.csrf.slice(2) }),
    'the token of another session': () => send(client, url, { ...good, _csrf: stranger.csrf }),
    'the token in the address': () => send(client, `${url}?_csrf=${client.csrf}`, { ...good, _csrf: null }),
    'another origin': () => send(client, url, good, { Origin: other }),
    'the public host as origin': () => send(client, url, good, { Origin: site.publicOrigin }),
    'no origin to name': () => send(client, url, good, { Origin: 'null' }),
    'from another site': () => send(client, url, good, { 'Sec-Fetch-Site': 'cross-site' }),
    'from a sister host': () => send(client, url, good, { 'Sec-Fetch-Site': 'same-site' }),
    'GET': () => client.get(`${url}?${query}`),
    'plain text': () => client.request('POST', url, { body: query, headers: { 'Content-Type': 'text/plain', 'Content-Length': String(query.length) } }),
  };
}

// Posts `fields`; null leaves one out, an array repeats it, {name, bytes} is a file.
function send(client, url, fields, headers = {}) {
  const isFile = (value) => Buffer.isBuffer(value?.bytes);
  const pairs = Object.entries(fields).flatMap(([name, value]) => (value === null || isFile(value) ? [] : [value].flat().map((one) => [name, one])));
  const files = Object.entries(fields).filter(([, value]) => isFile(value));
  if (files.length > 0) return postFiles(client, url, pairs, files.map(([field, file]) => ({ field, ...file })), headers);
  return client.post(url, pairs, { headers });
}

const posts = Object.entries(officeRoutes).flatMap(([route, cases]) =>
  !route.includes(' POST ') || cases === 'before login' ? [] : cases.map((one, n) => ({ route: n ? `${route} (${n + 1})` : route, one })),
);

let everybody;
let stranger;
let untouched;
let clocks; // by themselves, since a digest says only that something moved
const clocksOf = () => site.sql('SELECT * FROM core_clock ORDER BY id');
test('the forms that must be refused are made ready', () => {
  everybody = w.actors.clients(actorNames);
  stranger = w.actors.client('contributor');
  for (const post of posts) {
    const makers = post.one.may.length > 0 ? post.one.may.slice(0, 1) : post.one.ask;
    post.forms = Object.fromEntries(makers.map((name) => post.one.make(w, name)).map(([url, fields], n) => [makers[n], [url, fields()]]));
  }
  clocks = clocksOf();
  untouched = contentsOf(site);
});

for (const post of posts) {
  test(`${post.route}: refused to all others, and to everybody without a genuine form`, async () => {
    const { one } = post;
    const trace = traceOf(site);
    const got = {};
    const expected = {};
    const [shared] = Object.values(post.forms);
    const refused = one.ask ?? actorNames.filter((name) => !one.may.includes(name));
    got.anonymous = (await send(site.visitor(), shared[0], { _csrf: '', _key: formKey(), ...shared[1] })).status;
    expected.anonymous = 401;
    await Promise.all(
      refused.map(async (name) => {
        const [url, fields] = post.forms[name] ?? shared;
        got[name] = (await send(everybody[name], url, { _csrf: everybody[name].csrf, _key: formKey(), ...fields })).status;
        expected[name] = refusalOf(one, name);
      }),
    );
    const whoMay = everybody[one.may[0] ?? one.ask[0]];
    for (const [how, ask] of Object.entries(forgeries(whoMay, stranger, ...shared))) {
      const answer = await ask();
      got[how] = answer.status;
      // GET has no act: it shows the page of that address, or there is none, or it is too long for an address.
      if (how === 'GET') assert.ok([200, 303, 400, 403, 404, 405].includes(answer.status), `GET answered ${answer.status}`);
      expected[how] = how === 'GET' ? answer.status : how === 'plain text' ? 415 : 403;
    }
    const foreign = await send(site.visitor(), ...shared, { 'Sec-Fetch-Site': 'cross-site' });
    assert.equal(foreign.status, 403, 'a form of another site, without a session');
    assert.doesNotMatch(foreign.body, /held_/, 'nothing of it is carried through the login');
    assert.deepEqual(got, expected);
    assert.deepEqual(traceOf(site), trace, 'what was refused left a trace');
  });
}

test('nothing that was refused changed the database', () => {
  assert.deepEqual(clocksOf(), clocks);
  assert.equal(contentsOf(site), untouched);
});

for (const post of posts) {
  const { one } = post;
  if (one.may.length === 0) continue;
  test(`${post.route}: carried out for those who may, so the refused forms would have been`, async () => {
    const clients = w.actors.clients(one.may);
    w.newItem = (state) => stock[state].shift();
    const act = async (name, url, form) => {
      const answer = await send(clients[name], url, { _csrf: clients[name].csrf, _key: formKey(), ...form });
      assert.equal(answer.status, one.ok ?? 303, `${name}: ${answer.html().querySelector('main')?.textContent.replace(/\s+/g, ' ').slice(0, 400)}`);
    };
    if (one.may.length > 2) {
      // What several may do is done by all at once: acts on items of one section meet each other's locks, and everybody is served (db::in_transaction).
      const ready = one.may.map((name) => [name, ...one.make(w, name)]);
      const trace = traceOf(site);
      await Promise.all(ready.map(([name, url, fields]) => act(name, url, fields())));
      const moved = traceOf(site).map((count, n) => Math.abs(count - trace[n]));
      assert.ok(Math.max(...moved) >= one.may.length, `somebody left no trace: ${moved}`);
    } else {
      for (const name of one.may) {
        const [url, fields] = one.make(w, name);
        const form = fields();
        const trace = traceOf(site);
        await act(name, url, form);
        assert.notDeepEqual(traceOf(site), trace, `${name} left no trace`);
      }
    }
    one.undo?.(w);
  });
}

test('login and second factor take no form but their own', async () => {
  const { username, password } = w.actors.contributor;
  const visitor = site.visitor();
  const page = await visitor.get('/quan-tri/dang-nhap');
  const token = page.html().querySelector('input[name=_csrf]').getAttribute('value');
  const elsewhere = site.visitor();
  await elsewhere.get('/quan-tri/dang-nhap');
  const before = contentsOf(site);
  const good = { _csrf: token, username, password };
  for (const [how, client, fields, headers] of [
    ['no token', visitor, { ...good, _csrf: null }, {}],
    ['the token of another visitor', elsewhere, good, {}],
    ['no cookie', site.visitor(), good, {}],
    ['another origin', visitor, good, { Origin: other }],
    ['another site', visitor, good, { 'Sec-Fetch-Site': 'cross-site' }],
  ]) {
    const answer = await send(client, '/quan-tri/dang-nhap', fields, headers);
    assert.equal(answer.status, 403, how);
    assert.ok(!client.cookies.has('portal'), how);
  }
  for (const fields of [{ code: '123456' }, { code: '123456', _csrf: token }]) {
    const answer = await send(visitor, '/quan-tri/dang-nhap/ma', fields);
    assert.equal(answer.status, 403, 'a code without its session');
  }
  assert.equal((await visitor.get(`/quan-tri/dang-nhap?username=${username}&password=${password}`)).status, 200);
  assert.ok(!visitor.cookies.has('portal'), 'GET logs nobody in');
  assert.equal(contentsOf(site), before);
  assert.equal((await send(visitor, '/quan-tri/dang-nhap', good)).status, 303);
  assert.ok(visitor.cookies.has('portal'));
});

test('a form token stands under another mask in every answer, since answers are compressed', async () => {
  const client = w.actors.client('contributor');
  const tokens = new Set();
  for (let time = 0; time < 3; time += 1) {
    const page = await client.get('/quan-tri/tin-bai/moi', { headers: { 'Accept-Encoding': 'br' } });
    assert.equal(page.headers['content-encoding'], 'br');
    const html = brotliDecompressSync(page.bytes).toString();
    const found = [...html.matchAll(/name="_csrf" value="([0-9a-f]+)"/g)].map(([, value]) => value);
    assert.ok(found.length >= 2);
    assert.equal(new Set(found).size, 1, 'one mask for an answer');
    assert.ok(!html.includes(client.csrf.slice(64)));
    tokens.add(found[0]);
  }
  assert.equal(tokens.size, 3);
});

test('a session that waits for its second factor may do nothing else', async () => {
  const client = w.actors.client('sysadmin');
  site.sql(`UPDATE core_session SET stage = 'second_factor' WHERE csrf = '${client.csrf.slice(64)}'`);
  for (const url of ['/quan-tri/', '/quan-tri/tai-khoan/', '/quan-tri/tin-bai/']) assert.equal((await client.get(url)).status, 303, url);
  assert.equal((await send(client, '/quan-tri/ca-nhan/phien', { _csrf: client.csrf, _key: formKey(), session: 'others' })).status, 401);
});

test('public pages are the same for readers and for staff, and take no form', async () => {
  const staff = w.actors.client('board_head');
  const asStaff = site.reader();
  asStaff.cookies = staff.cookies;
  const before = contentsOf(site);
  for (const [url, status] of Object.values(publicRoutes).flat()) {
    const reader = await site.reader().get(url);
    assert.equal(reader.status, status, url);
    const same = await asStaff.get(url);
    assert.equal(same.status, status, `${url} for staff`);
    assert.doesNotMatch(same.body, /Người thử board_head/, url);
    assert.equal(same.headers['set-cookie'], undefined, url);
    const posted = await asStaff.post(url, { _csrf: staff.csrf, _key: formKey(), title: 'x' });
    // The forms of the public host say what is missing of them (D9.3f, D7.3).
    assert.ok((/\/bao-cu$|^\/gui-tin-bai/.test(url) ? [404, 422] : [404, 405]).includes(posted.status), `POST ${url} answered ${posted.status}`);
  }
  assert.equal(contentsOf(site), before);
});

test('the office is on its own host only, the public pages on theirs, and neither on a third', async () => {
  const staff = w.actors.client('board_head');
  const asReader = site.reader();
  asReader.cookies = staff.cookies;
  const stranger = site.reader();
  stranger.host = 'la.example';
  stranger.cookies = staff.cookies;
  const office = ['/quan-tri', '/%71uan-tri/', '//quan-tri/', '/./quan-tri/', '/tin-tuc/../quan-tri/'];
  for (const cases of Object.values(officeRoutes)) for (const one of cases) if (one.url) office.push(urlOf(one));
  for (const url of new Set(office)) {
    assert.equal((await asReader.get(url)).status, 404, `${url} on the public host`);
    assert.equal((await asReader.post(url, { _csrf: staff.csrf, _key: formKey() })).status, 404, `POST ${url} on the public host`);
    assert.equal((await stranger.get(url)).status, 421, `${url} on an unknown host`);
  }
  for (const [url] of Object.values(publicRoutes).flat()) {
    const answer = await staff.get(url);
    if (url === '/') assert.equal(new URL(answer.headers.location, 'http://x').pathname, '/quan-tri/');
    else assert.equal(answer.status, 404, `${url} on the office's host`);
    assert.equal((await stranger.get(url)).status, 421, `${url} on an unknown host`);
  }
});

test('what is taken away is gone with the next request, in both programs', async () => {
  const pages = ['/quan-tri/vai-tro/', '/quan-tri/tin-bai/moi', `/quan-tri/tin-bai/${w.items.submitted}`];
  const head = w.actors.client('board_head');
  const statuses = async (client, urls) => Promise.all(urls.map(async (url) => (await client.get(url)).status));
  const account = w.actors.board_head.account;
  const roleId = site.sql(`SELECT id FROM core_role_assignment WHERE account_id = ${account}`)[0][0];
  assert.deepEqual(await statuses(head, pages), [200, 200, 200]);

  // Through the form of the network administrator, as it happens.
  const sysadmin = w.actors.client('sysadmin');
  assert.equal((await send(sysadmin, `/quan-tri/vai-tro/${roleId}/thu-hoi`, { _csrf: sysadmin.csrf, _key: formKey() })).status, 303);
  assert.deepEqual(await statuses(head, pages), [403, 403, 404]);
  site.sql(`UPDATE core_role_assignment SET revoked_at = NULL, valid_to = CURRENT_DATE() - INTERVAL 2 DAY WHERE id = ${roleId}`);
  assert.deepEqual(await statuses(head, pages), [403, 403, 404], 'its last day has passed');
  site.sql(`UPDATE core_role_assignment SET valid_to = NULL WHERE id = ${roleId}`);
  assert.deepEqual(await statuses(head, pages), [200, 200, 200]);

  const delegate = w.actors.client('sections_delegate');
  assert.equal((await delegate.get('/quan-tri/chuyen-muc/')).status, 200);
  site.sql(`UPDATE core_delegation SET revoked_at = UTC_TIMESTAMP(6) WHERE to_person = ${w.actors.sections_delegate.person}`);
  assert.equal((await delegate.get('/quan-tri/chuyen-muc/')).status, 403, 'the delegation was revoked');

  assert.equal((await send(sysadmin, `/quan-tri/tai-khoan/${account}/viec/khoa`, { _csrf: sysadmin.csrf, _key: formKey(), row_version: site.sql(`SELECT row_version FROM core_account WHERE id = ${account}`)[0][0] })).status, 303);
  assert.deepEqual(await statuses(head, pages), [303, 303, 303], 'the account is locked');

  const member = w.actors.client('board_member');
  assert.equal((await member.get(pages[2])).status, 200);
  site.sql(`UPDATE core_session SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE csrf = '${member.csrf.slice(64)}'`);
  assert.deepEqual(await statuses(member, ['/quan-tri/', pages[2]]), [303, 303], 'the session has ended');
  const idle = w.actors.client('board_member');
  site.sql(`UPDATE core_session SET seen_at = UTC_TIMESTAMP(6) - INTERVAL 1 DAY WHERE csrf = '${idle.csrf.slice(64)}'`);
  assert.deepEqual(await statuses(idle, ['/quan-tri/', pages[2]]), [303, 303], 'the session was idle too long');
});
