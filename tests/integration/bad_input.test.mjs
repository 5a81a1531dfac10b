// What no honest client sends, and what honest people send by mistake (F12, F16–F18): each has a clear answer in Vietnamese, nothing is stored,
// what was typed comes back, and the logs hold the request's id and nobody's secrets. Stale, repeated and half-finished article forms are in
// office_forms; forged forms in access.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { contentsOf, formKey, makeActors } from '../support/actors.mjs';
import { forms, root, startInstance } from '../support/instance.mjs';
import { articleFields, documentOf, textOf } from '../support/journey.mjs';

let site;
let actors;
let author;
let secretary;
let sysadmin;
let head;
const seen = []; // {status, id} of every answer that refused something, to be found in the logs
const secrets = new Set(); // what no log may hold
before(async () => {
  site = await startInstance();
  for (const worker of ['scheduler', 'mailer', 'intake', 'feeds']) site.sv('down', worker); // nothing moves by itself while contents are compared
  actors = makeActors(site);
  ({ contributor: author, secretary, sysadmin, board_head: head } = actors.clients(['contributor', 'secretary', 'sysadmin', 'board_head']));
  for (const client of [author, secretary, sysadmin, head]) {
    secrets.add(client.csrf).add(client.cookies.get('portal')).add(client.account.password);
  }
});
after(() => site?.stop());

// A page that a citizen understands: Vietnamese, with a heading, with the id that the office finds in its logs.
function isClear(answer, what) {
  assert.match(answer.headers['content-type'] ?? '', /^text\/html; charset=utf-8$/i, what);
  assert.match(answer.body, /<html lang="vi"/, what);
  const heading = answer.html().querySelector('h1')?.textContent.trim() ?? '';
  assert.match(heading, /[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/i, `${what}: “${heading}”`);
  const id = answer.headers['x-request-id'];
  assert.match(id ?? '', /^[0-9a-f]{32}$/, what);
  assert.ok(answer.body.includes(id), `${what}: the page names its request`);
  assert.doesNotMatch(answer.body, /nginx|SqlError|exception|core_\w+/i, what);
  seen.push({ status: answer.status, id, what });
}

// One request byte for byte; the answer as far as it came. `end`: the sender hangs up behind the last byte.
function raw(text, { end = false } = {}) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(site.port, '127.0.0.1');
    const chunks = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const all = Buffer.concat(chunks).toString('utf8');
      const [top, ...rest] = all.split('\r\n\r\n');
      const headers = Object.fromEntries(top.split('\r\n').slice(1).map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]));
      const bytes = Buffer.from(rest.join('\r\n\r\n'));
      resolve({ status: Number(top.slice(9, 12)) || 0, headers, body: bytes.toString('utf8'), html: () => parseHtml(bytes.toString('utf8')) });
    });
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer')));
    socket.write(text);
    if (end) socket.end();
  });
}
const { parse: parseHtml } = await import('node-html-parser');

const long = (n, text = 'a') => text.repeat(n);
const cookieOf = (client) => `portal=${client.cookies.get('portal')}`;

for (const [what, address, status] of [
  ['bad UTF-8 in the path', '/%ff', 400],
  ['overlong UTF-8 in the path', '/tin-tuc/%c0%af', 400],
  ['a surrogate in the path', '/%ed%a0%80', 400],
  ['NUL in the path', '/tin-tuc/%00', 400],
  ['a line break in the path', '/tin-tuc/%0a', 400],
  ['an encoded slash', '/tin-tuc%2fhoat-dong-cua-so/', 400],
  ['half an escape', '/%4', 400],
  ['a path that leaves the site', '/../../etc/passwd', 400],
  ['the same, encoded', '/%2e%2e/%2e%2e/etc/passwd', 400],
  ['bad UTF-8 in the query', '/tin-tuc/?truoc=%ff', 400],
  ['NUL in the query', '/tin-tuc/?truoc=%00', 400],
  ['a control character in the query', '/tin-tuc/?truoc=%1b', 400],
  ['a parameter given twice', '/tin-tuc/?truoc=1-1&truoc=2-2', 400],
  ['half an escape in the query', '/tin-tuc/?truoc=%', 400],
  ['a path of 1,500 bytes', `/${long(1500)}`, 414],
  ['a query of 5,000 bytes', `/tin-tuc/?x=${long(5000)}`, 414],
  ['a request line of 9,000 bytes', `/${long(9000)}`, 414],
  ['a number beyond all numbers', '/tin-tuc/nam/99999999999999999999999/', 404],
  ['a cursor beyond all time', '/tin-tuc/?truoc=9223372036854775807-1', 404],
  ['a hidden file', '/.git/config', 404],
]) {
  test(`${what}: ${status} on the public host and never 500 in the office`, async () => {
    const answer = await site.reader().get(address);
    assert.equal(answer.status, status);
    isClear(answer, what);
    const inside = await author.get(address.replace(/^\/(tin-tuc)?/, (_, section) => (section ? '/quan-tri/tin-bai' : '/quan-tri/')));
    assert.ok(inside.status < 500, `the office answered ${inside.status}`);
    if (inside.status >= 400) isClear(inside, `${what}, office`);
  });
}

test('headers and cookies that are too long: 431, an odd method: 405, an unknown host: 421', async () => {
  const reader = site.reader();
  for (const [what, answer, status] of [
    ['a header of 9,000 bytes', await reader.get('/', { headers: { 'X-Dai': long(9000) } }), 431],
    ['a cookie of 9,000 bytes', await reader.get('/', { headers: { Cookie: `portal=${long(9000)}` } }), 431],
    ['PUT', await reader.request('PUT', '/'), 405],
    ['DELETE in the office', await author.request('DELETE', '/quan-tri/'), 405],
    ['POST to a page', await reader.post('/tin-tuc/', { a: '1' }), 405],
    ['GET of an act', await author.get('/quan-tri/dang-xuat'), 405],
    ['an unknown host', await raw('GET / HTTP/1.1\r\nHost: la.example\r\nConnection: close\r\n\r\n'), 421],
    ['an unknown host for the office', await raw('GET /quan-tri/ HTTP/1.1\r\nHost: quantri.la.example\r\nConnection: close\r\n\r\n'), 421],
    ['two hosts', await raw('GET / HTTP/1.1\r\nHost: localhost\r\nHost: la.example\r\nConnection: close\r\n\r\n'), 400],
    ['a host with a blank', await raw('GET / HTTP/1.1\r\nHost: local host\r\nConnection: close\r\n\r\n'), 400],
    ['two lengths', await raw('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\na'), 400],
    ['a length and chunks', await raw('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n'), 400],
    ['a negative length', await raw('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\nConnection: close\r\n\r\n'), 400],
    ['a header name with NUL', await raw('GET / HTTP/1.1\r\nHost: localhost\r\nX-\0: a\r\nConnection: close\r\n\r\n'), 400],
    ['no HTTP at all', await raw('xin chào\r\n\r\n'), 400],
  ]) {
    assert.equal(answer.status, status, what);
    isClear(answer, what);
  }
});

test('an unknown, broken or planted cookie is a visitor, never an error', async () => {
  const token = author.cookies.get('portal');
  for (const cookie of ['portal=', `portal=${long(64, '0')}`, `portal=${long(64, 'g')}`, `portal="${token}"`, `portal=${token.toUpperCase()}`, `portal=${token}0`, `la=1; portal=${long(64, 'f')}; portal=${token}`, '=; ;;; a', 'portal=%00', 'portal_pre=xyz', long(60, 'a=1; ')]) {
    const visitor = site.visitor();
    const answer = await visitor.get('/quan-tri/', { headers: { Cookie: cookie } });
    assert.equal(answer.status, 303, cookie);
    assert.equal((await visitor.get('/quan-tri/dang-nhap', { headers: { Cookie: cookie } })).status, 200, cookie);
    assert.equal((await site.reader().get('/tin-tuc/', { headers: { Cookie: cookie } })).status, 200, cookie);
  }
  const bytes = await raw(Buffer.from(`GET /quan-tri/ HTTP/1.1\r\nHost: quantri.localhost\r\nCookie: portal=\xff\xfe\r\nUser-Agent: \xff\r\nConnection: close\r\n\r\n`, 'latin1'));
  assert.equal(bytes.status, 303);
  assert.equal((await author.get('/quan-tri/', { headers: { Cookie: `khac=1; ${cookieOf(author)}; nua=%ff` } })).status, 200, 'strange neighbours of a good one');
});

const newArticle = '/quan-tri/tin-bai/moi';
const encoded = (fields) => new URLSearchParams(Object.entries(fields)).toString();
const genuine = (more = {}) => encoded({ _csrf: author.csrf, _key: formKey(), ...articleFields(site, { title: 'Bài gửi sai cách', unit: actors.contributor.unit }), ...more });
const urlencoded = 'application/x-www-form-urlencoded';

function post(body, type = urlencoded) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
  return author.request('POST', newArticle, { body: bytes, headers: { 'Content-Length': String(bytes.length), ...(type && { 'Content-Type': type }) } });
}

function multipart(fields, boundary = 'ranh-gioi') {
  const parts = fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return `${parts.join('')}--${boundary}--\r\n`;
}

test('bodies that no form of ours sends are refused, and nothing of them is stored', async () => {
  const before = contentsOf(site);
  const type = 'multipart/form-data; boundary=ranh-gioi';
  const pairs = [...new URLSearchParams(genuine())];
  for (const [what, answer, status] of [
    ['bad UTF-8 in a field', await post(`${genuine()}&place=%ff%fe`), 400],
    ['raw bytes in a field', await post(Buffer.concat([Buffer.from(`${genuine()}&place=`), Buffer.from([0xc3, 0x28])])), 400],
    ['NUL in a field', await post(`${genuine()}&place=a%00b`), 400],
    ['a surrogate in a field', await post(`${genuine()}&place=%ed%b0%80`), 400],
    ['half an escape in a field', await post(`${genuine()}&place=%e`), 400],
    ['bad UTF-8 in a name', await post(`${genuine()}&%ff=1`), 400],
    ['a control character in a name', await post(`${genuine()}&a%0b=1`), 400],
    ['a field without a name', await post(`${genuine()}&=1`), 400],
    ['a name of 200 bytes', await post(`${genuine()}&${long(200)}=1`), 413],
    ['500 fields', await post(`${genuine()}&${[...Array(500).keys()].map((n) => `x${n}=1`).join('&')}`), 413],
    ['a field over 2 MB', await post(`${genuine()}&place=${long(2_200_000)}`), 413],
    ['a body over 4 MB', await post(`${genuine()}&place=${long(4_300_000)}`), 413],
    ['JSON', await post('{"title":"x"}', 'application/json'), 415],
    ['no type', await post(genuine(), ''), 415],
    ['an unknown type', await post(genuine(), 'la/la'), 415],
    ['multipart without a boundary', await post(multipart(pairs), 'multipart/form-data'), 400],
    ['multipart that breaks off', await post(multipart(pairs).slice(0, -20), type), 400],
    ['multipart with a field twice', await post(multipart([...pairs, ['title', 'Lần hai']]), type), 400],
    ['multipart with a file', await post(multipart(pairs).replace('name="title"', 'name="title"; filename="a.exe"'), type), 400],
    ['a GET with a body', await author.request('GET', '/quan-tri/', { body: 'a=1', headers: { 'Content-Type': urlencoded, 'Content-Length': '3' } }), 400],
  ]) {
    assert.equal(answer.status, status, `${what}: ${textOf(answer)}`);
    isClear(answer, what);
  }
  // 415 and 413 reach a reader of the public pages too, where nginx allows 1 MB.
  const large = await site.reader().request('POST', '/', { body: long(1_200_000), headers: { 'Content-Type': urlencoded, 'Content-Length': '1200000' } });
  assert.equal(large.status, 413);
  isClear(large, 'a body over 1 MB on the public host');
  assert.equal(contentsOf(site), before);
  const good = await post(multipart(pairs), type);
  assert.equal(good.status, 303, 'a whole multipart form is taken');
});

test('a body shorter than it says is never taken for the whole', async () => {
  const before = contentsOf(site);
  const body = genuine();
  const headers = (length) => `POST ${newArticle} HTTP/1.1\r\nHost: quantri.localhost\r\nCookie: ${cookieOf(author)}\r\nContent-Type: ${urlencoded}\r\n${length}\r\nConnection: close\r\n\r\n`;
  const short = await raw(headers(`Content-Length: ${body.length + 500}`) + body, { end: true });
  assert.ok([0, 400, 408].includes(short.status), `answered ${short.status}`);
  if (short.status) isClear(short, 'a short body');
  const broken = await raw(`${headers('Transfer-Encoding: chunked')}${body.length.toString(16)}\r\n${body}`, { end: true });
  assert.ok([0, 400].includes(broken.status), `chunks without an end answered ${broken.status}`);
  const bad = await raw(`${headers('Transfer-Encoding: chunked')}khong-phai-so\r\n${body}\r\n0\r\n\r\n`);
  assert.equal(bad.status, 400);
  isClear(bad, 'a chunk without a size');
  assert.equal(contentsOf(site), before);
  const whole = await raw(`${headers('Transfer-Encoding: chunked')}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
  assert.equal(whole.status, 303, 'whole chunks are taken');
});

const isNew = (form) => form.action === newArticle;
const odd = { 'a vertical tab': '\u000b', 'an escape character': '\u001b', 'a C1 control': '\u0085', 'a zero-width space': '\u200b', 'a soft hyphen': '\u00ad', 'a byte order mark': '\ufeff', 'a direction override': '\u202e', 'a noncharacter': '\uffff', 'a private character': '\ue000', 'a replacement character': '\ufffd' };

for (const [what, character] of Object.entries(odd)) {
  test(`D4_1a ${what} in a text is named at its place and the text comes back`, async () => {
    const before = contentsOf(site);
    const page = await author.get(newArticle);
    for (const field of ['title', 'summary', 'source', 'author_line', 'body']) {
      const typed = `Thông${character} báo gõ dở`;
      const answer = await author.submit(page, isNew, { ...articleFields(site, { title: 'Bài có ký tự lạ' }), [field]: field === 'body' ? documentOf([typed]) : typed });
      assert.equal(answer.status, 422, `${field}: ${textOf(answer)}`);
      const link = answer.html().querySelector(`.govuk-error-summary a[href="#${field}"]`);
      assert.match(link?.textContent ?? '', /Ký tự thứ 6 \(sau “Thông”\)/, field);
      assert.match(answer.body, /báo gõ dở/, `${field} comes back`);
      seen.push({ status: 422, id: answer.headers['x-request-id'], what: `${what} in ${field}` });
    }
    assert.equal(contentsOf(site), before);
  });
}

test('D4_1a decomposed letters are stored composed', async () => {
  const answer = await author.submit(await author.get(newArticle), isNew, articleFields(site, { title: 'Phổ biến pháp luật ở xã'.normalize('NFD') }));
  assert.equal(answer.status, 303);
  const id = answer.headers.location.match(/(\d+)\?/)[1];
  assert.equal(site.sql(`SELECT HEX(title) FROM core_item WHERE id = ${id}`)[0][0], Buffer.from('Phổ biến pháp luật ở xã', 'utf8').toString('hex').toUpperCase());
});

test('a text that is too long for its field is given back whole, with the limit', async () => {
  const before = contentsOf(site);
  const page = await author.get(newArticle);
  for (const field of ['title', 'summary', 'author_line', 'source', 'place', 'registration', 'change_note']) {
    if (!forms(page.body).find(isNew).fields.some(([name]) => name === field)) continue;
    const typed = `${long(4000, 'ế')}. Hết.`;
    const answer = await author.submit(page, isNew, { ...articleFields(site, { title: 'Bài có ô quá dài' }), [field]: typed });
    assert.equal(answer.status, 422, field);
    assert.match(answer.html().querySelector(`.govuk-error-summary a[href="#${field}"]`)?.textContent ?? '', /nhiều nhất được \d+ ký tự/, field);
    assert.ok(answer.body.includes(typed), `${field} comes back`);
  }
  for (const [event_at, message] of [['31/02/2026 10:00', /viết ngày giờ/], ['31/12/9999 23:59', /viết ngày giờ/], ['hôm qua', /viết ngày giờ/]]) {
    const answer = await author.submit(page, isNew, { ...articleFields(site, { title: 'Bài có ngày sai' }), event_at });
    assert.equal(answer.status, 422);
    assert.match(answer.html().querySelector('.govuk-error-summary a[href="#event_at"]').textContent, message);
    assert.ok(answer.body.includes(`value="${event_at}"`));
  }
  assert.equal(contentsOf(site), before);
});

test('filters and choices take any text: they find nothing, and a search with diacritics finds', async () => {
  const q = encodeURIComponent;
  const cut = (n) => q(`${long(n - 1)}ế`);
  const title = 'Hội nghị sơ kết công tác hòa giải ở cơ sở';
  assert.equal((await author.submit(await author.get(newArticle), isNew, articleFields(site, { title }))).status, 303);
  const found = await author.get(`/quan-tri/tin-bai/?q=${q('hòa giải ở cơ')}`);
  assert.equal(found.status, 200);
  assert.match(found.body, new RegExp(title));
  for (const [client, address] of [
    [author, `/quan-tri/tin-bai/?q=${cut(300)}`],
    [author, `/quan-tri/tin-bai/?q=${cut(200)}`],
    [author, '/quan-tri/tin-bai/?q=%25_%5C%27%22'],
    [author, '/quan-tri/tin-bai/?tu=9223372036854775807-1'],
    [author, '/quan-tri/tin-bai/?tu=-9223372036854775807-18446744073709551615'],
    [author, `/quan-tri/tin-bai/?trang-thai=${q('nháp')}&chuyen-muc=${q('ế')}&don-vi=18446744073709551615&cua-toi=2`],
    [secretary, `/quan-tri/hang-doi/submitted?q=${q('hòa giải')}&loai=${q('tin tức')}&don-vi=${q('ế')}`],
    [secretary, `/quan-tri/hang-doi/submitted?q=${cut(200)}&sau=${q('không')}`],
    [secretary, `/quan-tri/?xem=${q('<script>')}&sau=4102444800000000-1`],
    [sysadmin, `/quan-tri/nhat-ky/?muc=${q('bài ế')}`],
    [sysadmin, `/quan-tri/nhat-ky/?muc=${cut(40)}`],
    [sysadmin, `/quan-tri/nhat-ky/?nguoi=${q('ế')}&den-ngay=31/12/9999`],
    [sysadmin, '/quan-tri/nhat-ky/?den-ngay=01/01/0000&truoc=4102444800000000-18446744073709551615-item:1'],
  ]) {
    const answer = await client.get(address);
    assert.equal(answer.status, 200, `${address}: ${textOf(answer)}`);
    assert.doesNotMatch(answer.body, /<script>/);
  }
  const id = site.sql(`SELECT id FROM core_item WHERE title = '${title}'`)[0][0];
  for (const address of [`/quan-tri/tin-bai/18446744073709551615`, `/quan-tri/tin-bai/${id}/phien-ban/4294967297`, `/quan-tri/tin-bai/${id}/phien-ban/18446744073709551615`, `/quan-tri/tin-bai/${id}/viec/khong-co`, '/quan-tri/tin-bai/0', '/quan-tri/tin-bai/007', '/quan-tri/hang-doi/khong-co']) {
    const answer = await author.get(address);
    assert.equal(answer.status, 404, address);
    isClear(answer, address);
  }
});

test('a choice that no list offers is refused beside its field', async () => {
  const none = '9223372036854775807';
  const account = actors.contributor.account;
  const today = { valid_from: '25/11/2026', valid_to: '31/12/2026' };
  const before = contentsOf(site);
  for (const [client, address, fields, field] of [
    [author, newArticle, { ...articleFields(site, { title: 'Bài chọn sai' }), unit: actors.contributor.unit, section: none }, 'section'],
    [sysadmin, '/quan-tri/don-vi/moi', { name: 'Đơn vị', short_name: 'Đv', code: 'ế', kind: 'ế', position: none, valid_from: '31/12/9999' }, 'kind'],
    [sysadmin, '/quan-tri/nhan-su/moi', { full_name: 'Người', code: 'thu-a', job_title: 'Chuyên viên', unit: none, position: '1' }, 'unit'],
    [sysadmin, '/quan-tri/tai-khoan/moi', { person: none, username: 'thu.a' }, 'person'],
    [sysadmin, '/quan-tri/tai-khoan/moi', { person: actors.contributor.person, username: 'thử' }, 'username'],
    [sysadmin, `/quan-tri/tai-khoan/${account}/vai-tro`, { role: 'thư ký', unit: '', ...today }, 'role'],
    [sysadmin, `/quan-tri/tai-khoan/${account}/vai-tro`, { role: 'unit_head', unit: none, ...today }, 'unit'],
    [head, '/quan-tri/uy-quyen/moi', { person: none, act: 'verify', section: '', document_number: '1', ...today }, 'person'],
    [head, '/quan-tri/uy-quyen/moi', { person: actors.board_member.person, act: 'ế', section: '', document_number: '1', ...today }, 'act'],
    [head, '/quan-tri/uy-quyen/moi', { person: actors.board_member.person, act: 'verify', section: none, document_number: '1', ...today }, 'section'],
    [head, '/quan-tri/chuyen-muc/moi', { title: 'Chuyên mục', slug: 'chuyên-mục', parent: '', kind: 'article_list', item_kind: 'other', clause: 'D5.5' }, 'slug'],
    [head, '/quan-tri/chuyen-muc/moi', { title: 'Chuyên mục', slug: 'chuyen-muc', parent: none, kind: 'ế', item_kind: 'ế', clause: 'D5.5' }, 'parent'],
    [sysadmin, '/quan-tri/cai-dat/phone', { value: 'không có số', row_version: '1' }, 'value'],
  ]) {
    const answer = await client.post(address, { _csrf: client.csrf, _key: formKey(), ...fields });
    assert.equal(answer.status, 422, `${address} ${field}: ${textOf(answer)}`);
    assert.ok(answer.html().querySelector(`.govuk-error-summary a[href="#${field}"]`), `${address} ${field}`);
    const typed = fields.title ?? fields.name ?? fields.full_name ?? fields.document_number ?? fields.value;
    if (typed) assert.ok(answer.body.includes(typed), `${address}: what was typed comes back`);
    seen.push({ status: 422, id: answer.headers['x-request-id'], what: `${address} ${field}` });
  }
  assert.equal(contentsOf(site), before);
});

test('a session that is not one of the own ends nothing', async () => {
  const sessions = () => site.sql('SELECT COUNT(*) FROM core_session')[0][0];
  const count = sessions();
  const theirs = site.sql(`SELECT LEFT(digest, 16) FROM core_session WHERE account_id = ${actors.sysadmin.account}`)[0][0];
  for (const [session, status] of [['ếếếếếx', 303], [theirs, 303], ['', 400], ['x', 400]]) {
    const answer = await author.post('/quan-tri/ca-nhan/phien', { _csrf: author.csrf, _key: formKey(), session });
    assert.equal(answer.status, status, session);
  }
  assert.equal(sessions(), count);
});

test('D12_1 a check that is on no list is no check', async () => {
  const answer = await author.submit(await author.get(newArticle), isNew, articleFields(site, { title: 'Bài để kiểm tra' }));
  const id = answer.headers.location.match(/(\d+)\?/)[1];
  site.sql(`UPDATE core_item SET state = 'verifying', submitted_at = UTC_TIMESTAMP(6), supplied_at = UTC_TIMESTAMP(6), assigned_to = ${actors.board_member.person} WHERE id = ${id}`);
  const fields = { _csrf: head.csrf, row_version: site.sql(`SELECT row_version FROM core_item WHERE id = ${id}`)[0][0], 'checks[]': 'đúng chuyên mục' };
  const refused = await head.post(`/quan-tri/tin-bai/${id}/viec/verify`, { ...fields, _key: formKey() });
  assert.equal(refused.status, 422, textOf(refused));
  const saved = await head.post(`/quan-tri/tin-bai/${id}/phieu-kiem-tra`, { ...fields, _key: formKey() });
  assert.equal(saved.status, 303, textOf(saved));
  assert.equal(site.sql(`SELECT COUNT(*) FROM core_item_check WHERE item_id = ${id}`)[0][0], '0');
});

const unitForm = { name: 'Phòng Thử nghiệm', short_name: 'Thử nghiệm', kind: 'department', phone: '', email: '', position: '500', valid_from: '01/01/2026' };
const postAs = (client, address, fields) => client.post(address, { _csrf: client.csrf, _key: formKey(), ...fields });
const functions = 'Tham mưu, giúp Giám đốc Sở quản lý nhà nước về công tác thử nghiệm.';

test('administration: odd characters are named beside their field, and the text comes back', async () => {
  const before = contentsOf(site);
  for (const [client, address, fields, field] of [
    [sysadmin, '/quan-tri/don-vi/moi', { ...unitForm, code: 'thu-a', functions: `Tham mưu\u000b. ${functions}` }, 'functions'],
    [sysadmin, '/quan-tri/don-vi/moi', { ...unitForm, code: 'thu-a', name: 'Phòng\u200b Thử' }, 'name'],
    [sysadmin, '/quan-tri/nhan-su/moi', { full_name: 'Người\u202e thử', code: 'thu-b', job_title: 'Chuyên viên', unit: actors.units[0], position: '1' }, 'full_name'],
    [head, '/quan-tri/chuyen-muc/moi', { title: 'Chuyên\u0085 mục', slug: 'thu-c', kind: 'article_list', item_kind: 'other', clause: 'D5.5' }, 'title'],
    [sysadmin, '/quan-tri/cai-dat/address', { value: 'Số 1\u001b đường Thử', row_version: '1' }, 'value'],
    [head, '/quan-tri/uy-quyen/moi', { person: actors.board_member.person, act: 'verify', section: '', document_number: '05\ufeff/QĐ', valid_from: '25/11/2026', valid_to: '31/12/2026' }, 'document_number'],
  ]) {
    const answer = await postAs(client, address, fields);
    assert.equal(answer.status, 422, `${address}: ${textOf(answer)}`);
    assert.match(answer.html().querySelector(`.govuk-error-summary a[href="#${field}"]`)?.textContent ?? '', /Ký tự thứ \d+ \(sau “/, address);
    assert.ok(answer.body.includes(fields[field].slice(-8)), `${address}: ${field} comes back`);
  }
  assert.equal(contentsOf(site), before);
});

test('F32 administration: a stale form says so and keeps what was typed', async () => {
  const unit = actors.units[0];
  const person = actors.contributor.person;
  const section = site.sql("SELECT id FROM core_section WHERE slug = 'nghien-cuu-trao-doi'")[0][0];
  for (const [client, address, changes] of [
    [sysadmin, `/quan-tri/don-vi/${unit}`, { functions }],
    [sysadmin, `/quan-tri/nhan-su/${person}`, { job_title: 'Chuyên viên chính phụ trách thử' }],
    [sysadmin, '/quan-tri/cai-dat/address', { value: 'Số 12 đường Hùng Vương, phường Minh Giang' }],
    [head, `/quan-tri/chuyen-muc/${section}`, { description: 'Mô tả gõ sau khi người khác đã sửa.' }],
  ]) {
    const isForm = (form) => form.action === address;
    const mine = await client.get(address);
    const first = await client.submit(await client.get(address), isForm, Object.fromEntries(Object.entries(changes).map(([name, text]) => [name, `${text} (bản trước)`])));
    assert.equal(first.status, 303, `${address}: ${textOf(first)}`);
    const before = contentsOf(site);
    const stale = await client.submit(mine, isForm, changes);
    assert.ok([409, 422].includes(stale.status), `${address} answered ${stale.status}`);
    assert.ok(stale.body.includes(Object.values(changes)[0]), `${address}: what was typed comes back`);
    assert.equal(contentsOf(site), before, address);
    seen.push({ status: stale.status, id: stale.headers['x-request-id'], what: `stale ${address}` });
  }
});

test('F33 administration: a form sent twice is carried out once', async () => {
  const count = (statement) => Number(site.sql(`SELECT COUNT(*) FROM ${statement}`)[0][0]);
  const person = site.sql("SELECT id FROM core_person WHERE code = 'ha-quynh-anh'")[0][0];
  for (const [client, address, fields, statement] of [
    [sysadmin, '/quan-tri/don-vi/moi', { ...unitForm, code: 'thu-hai-lan', functions: '' }, "core_unit WHERE code = 'thu-hai-lan'"],
    [sysadmin, '/quan-tri/nhan-su/moi', { full_name: 'Người Hai Lần', code: 'thu-hai-lan', job_title: 'Chuyên viên', unit: actors.units[0], position: '1', phone: '', email: '', bio: '' }, "core_person WHERE code = 'thu-hai-lan'"],
    [sysadmin, '/quan-tri/tai-khoan/moi', { person, username: 'thu.hai.lan' }, "core_account WHERE username = 'thu.hai.lan'"],
    [head, '/quan-tri/uy-quyen/moi', { person: actors.board_member.person, act: 'verify', section: '', valid_from: '25/11/2026', valid_to: '31/12/2026', document_number: '99/QĐ-BBT' }, "core_delegation WHERE document_number = '99/QĐ-BBT'"],
    [head, '/quan-tri/chuyen-muc/moi', { title: 'Thử hai lần', short_title: '', slug: 'thu-hai-lan', parent: '', kind: 'article_list', item_kind: 'other', clause: 'D5.9f', consent_note: '', description: '' }, "core_section WHERE slug = 'thu-hai-lan'"],
  ]) {
    const form = { _csrf: client.csrf, _key: formKey(), ...fields };
    const trail = count('core_audit');
    const answers = await Promise.all([1, 2, 3].map(() => client.post(address, form)));
    for (const answer of answers) assert.ok([200, 303].includes(answer.status), `${address} answered ${answer.status}: ${textOf(answer)}`);
    assert.equal(answers.filter((answer) => answer.status === 200).length, address.includes('tai-khoan') ? 1 : 0, 'a one-time password is shown once');
    assert.equal(count(statement), 1, address);
    assert.equal(count('core_audit'), trail + 1, `${address}: one row in the trail`);
    for (const answer of answers) if (answer.status === 200) secrets.add(answer.html().querySelector('main').textContent.match(/[a-z2-9]{4}(?:-[a-z2-9]{4}){3}/)[0]);
    const other = await client.post(address, { ...form, ...(fields.name ? { name: 'Tên khác hẳn' } : fields.full_name ? { full_name: 'Tên khác hẳn' } : fields.title ? { title: 'Tên khác hẳn' } : { username: 'thu.khac' }) });
    assert.ok([409, 422].includes(other.status), `${address}, the same key with another text: ${other.status}`);
    assert.equal(count('core_audit'), trail + 1);
  }
});

// Sends the page's only form that leads on, as the button does.
const goOn = (client, page, changes = {}) => client.submit(page, () => true, changes);
const endSessions = (name) => site.sql(`DELETE FROM core_session WHERE account_id = ${actors[name].account}`);

// The six digits of a base32 secret now (RFC 6238).
function totp(secret) {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

for (const [how, secret] of [['', ''], [' and a second factor', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP']]) {
  test(`a session that ended during writing: after the login${how} the text comes back and is stored as it was typed`, async () => {
    const name = 'other_contributor';
    const writer = actors.client(name);
    const { username, password } = actors[name];
    if (secret) site.sql(`UPDATE core_account SET totp_secret = '${secret}' WHERE username = '${username}'`);
    const title = `Bài viết hai giờ thì hết phiên${how && ', lần hai'} <b>&amp; "nháy"`;
    const body = documentOf(['Đoạn một: 5 < 6 & "trích".', 'Đoạn hai, có dấu \\ và \t thẻ.']);
    const page = await writer.get(newArticle);
    const old = page.html().querySelector('input[name=_csrf]').getAttribute('value');
    endSessions(name);
    const over = await writer.submit(page, isNew, { ...articleFields(site, { title, body }), summary: 'Dòng tóm tắt.' });
    assert.equal(over.status, 401);
    isClear({ ...over, body: over.body.replace('</body>', `${over.headers['x-request-id']}</body>`) }, 'an ended session');
    assert.ok(!over.body.includes(old), 'the old token is not carried on');
    let next = await goOn(writer, over);
    assert.equal(next.status, 200);
    const wrong = await goOn(writer, next, { username, password: 'sai mật khẩu' });
    assert.equal(wrong.status, 422);
    assert.ok(!wrong.body.includes('sai mật khẩu'), 'a password is never sent back');
    next = await goOn(writer, wrong, { username, password });
    assert.equal(next.status, 200, textOf(next));
    if (secret) {
      secrets.add(secret);
      const code = totp(secret);
      const missed = await goOn(writer, next, { code: code === '000000' ? '111111' : '000000' });
      assert.equal(missed.status, 422);
      next = await goOn(writer, missed, { code });
      assert.equal(next.status, 200, textOf(next));
      site.sql(`UPDATE core_account SET totp_secret = NULL, totp_last_step = 0 WHERE username = '${username}'`);
    }
    assert.match(textOf(next), /Nội dung đang soạn vẫn còn/);
    secrets.add(writer.cookies.get('portal'));
    const stored = await goOn(writer, next);
    assert.equal(stored.status, 303, textOf(stored));
    const id = stored.headers.location.match(/(\d+)\?/)[1];
    const read = await writer.get(`/quan-tri/tin-bai/${id}/sua`);
    const fields = Object.fromEntries(forms(read.body).find((form) => form.action.endsWith('/sua')).fields);
    assert.deepEqual(JSON.parse(fields.body), JSON.parse(body));
    assert.equal(fields.title, title);
    assert.equal(fields.summary, 'Dòng tóm tắt.');
  });
}

test('a password typed into a form whose session ended is on no page', async () => {
  const writer = actors.client('other_contributor');
  endSessions('other_contributor');
  const typed = 'cau mat khau moi rat dai';
  secrets.add(typed);
  const over = await writer.post('/quan-tri/ca-nhan/mat-khau', { _csrf: writer.csrf, _key: formKey(), old_password: actors.other_contributor.password, new_password: typed, again_password: typed });
  assert.equal(over.status, 401);
  for (const secret of secrets) assert.ok(!over.body.includes(secret));
  const page = await goOn(writer, over);
  for (const secret of secrets) assert.ok(!page.body.includes(secret));
});

test('a role taken away between opening and sending: 403, the text is on the page, and it can be sent again when the role is back', async () => {
  for (const [name, address, changes, table] of [
    ['contributor', newArticle, { ...articleFields(site, { title: 'Bài gõ khi còn vai trò', body: documentOf(['Đoạn gõ khi còn vai trò.']) }) }, 'core_item'],
    ['sysadmin', '/quan-tri/don-vi/moi', { ...unitForm, code: 'thu-mat-quyen', functions }, 'core_unit'],
    ['board_head', '/quan-tri/uy-quyen/moi', { person: actors.board_member.person, act: 'verify', section: '', valid_from: '25/11/2026', valid_to: '31/12/2026', document_number: '77/QĐ-BBT' }, 'core_delegation'],
  ]) {
    const client = actors.client(name);
    const page = await client.get(address);
    const role = (state) => site.sql(`UPDATE core_role_assignment SET revoked_at = ${state} WHERE account_id = ${actors[name].account}`);
    role('UTC_TIMESTAMP(6)');
    const rows = () => site.sql(`SELECT COUNT(*) FROM ${table}`)[0][0];
    const count = rows();
    const refused = await client.submit(page, (form) => form.action === address, changes);
    role('NULL');
    assert.equal(refused.status, 403, address);
    isClear(refused, `${address}, role taken away`);
    for (const text of [changes.title, changes.functions, changes.document_number, changes.body && 'Đoạn gõ khi còn vai trò.']) if (text) assert.ok(refused.body.includes(text), `${address}: ${text}`);
    assert.equal(rows(), count);
    const again = await client.submit(refused, (form) => form.action === address);
    assert.equal(again.status, 303, `${address}: ${textOf(again)}`);
    assert.equal(rows(), String(Number(count) + 1));
  }
});

// Real texts where the test data is at hand; those with control or zero-width characters belong here (issue: the road).
test('D4_1a real texts with hidden characters are refused with the place and come back', async (t) => {
  const file = path.join(process.env.PORTAL_TEST_DATA ?? path.join(root, 'tests/data'), 'open/tin_tuc.jsonl.zst');
  // eslint-disable-next-line no-control-regex
  const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
  let texts = ['Sở Tư pháp\u200b thông báo lịch tiếp công dân', 'Hướng dẫn\ufeff đăng ký khai sinh', 'Kết quả\u00ad kiểm tra công tác chứng thực'];
  if (fs.existsSync(file)) {
    const rows = execFileSync('zstd', ['-dc', file], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n').map((line) => JSON.parse(line));
    texts = texts.concat(rows.map((row) => row.noi_dung ?? row.content ?? row.text ?? '').filter((text) => hidden.test(text) && !text.includes('\0')).slice(0, 20));
  }
  t.diagnostic(`${texts.length} texts`);
  const before = contentsOf(site);
  const page = await author.get(newArticle);
  for (const text of texts) {
    const answer = await author.submit(page, isNew, articleFields(site, { title: 'Bài có ký tự ẩn', body: documentOf(text.split('\n').filter(Boolean)) }));
    assert.equal(answer.status, 422, text.slice(0, 80));
    assert.match(answer.html().querySelector('.govuk-error-summary a[href="#body"]').textContent, /Ký tự thứ \d+/);
    const words = text.split(hidden).sort((a, b) => b.length - a.length)[0].split('\n')[0].trim().slice(0, 30);
    // The field holds the document as JSON, where a quotation mark is written \".
    assert.ok(answer.html().querySelector('[name=body]').textContent.includes(JSON.stringify(words).slice(1, -1)), words);
  }
  assert.equal(contentsOf(site), before);
});

test('the logs name every request that was refused, and hold no password, cookie, token or text', async () => {
  const folder = path.join(site.dir, 'log');
  const access = () => fs.readFileSync(path.join(folder, 'access.log'), 'utf8');
  await site.until('the access log', () => access().includes(seen.at(-1).id), 5000);
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.log'));
  const all = Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
  for (const { id, status, what } of seen) {
    const line = all['access.log'].split('\n').find((one) => one.includes(id));
    assert.ok(line, `${what}: no line with ${id}`);
    assert.equal(JSON.parse(line).status, status, what);
  }
  const programs = files.filter((name) => /^(news|news-office|qa-office|admin)-\d/.test(name));
  assert.ok(programs.length >= 3);
  const answered = new Map(programs.flatMap((name) => all[name].split('\n').filter((line) => line.includes('"request_id"')).map((line) => JSON.parse(line)).map((entry) => [entry.request_id, entry.status])));
  const refusals = seen.filter(({ status }) => [401, 403, 409, 422].includes(status));
  assert.ok(refusals.length > 30);
  for (const { id, status, what } of refusals) assert.equal(answered.get(id), status, `${what}: the program's line`);
  for (const name of programs) {
    for (const line of all[name].split('\n').filter(Boolean)) {
      const entry = JSON.parse(line);
      assert.notEqual(entry.status, 500, `${name}: ${line}`);
      if (entry.event === 'request') assert.match(entry.request_id, /^[0-9a-f]{32}$/, line);
    }
  }
  assert.ok(secrets.size > 10);
  const typed = ['Thông báo gõ dở', 'báo gõ dở', 'Đoạn gõ khi còn vai trò', functions, 'Bài gửi sai cách', 'sai mật khẩu', 'Người Hai Lần'];
  for (const [name, text] of Object.entries(all)) for (const secret of [...secrets, ...typed]) assert.ok(!text.includes(secret), `${name} holds “${secret.slice(0, 12)}…”`);
});
