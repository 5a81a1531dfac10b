// Channels of other portals (D2.3, D3.2d, D9.1b, D11.1): each entry comes into the register once, marked with where it comes from, whatever is killed when; a bad or hostile channel costs
// itself alone and says why in the office; nothing is published by itself. The portal is a server of the test on this machine.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { sleep, startInstance } from '../support/instance.mjs';
import { cast, sectionId, textOf } from '../support/journey.mjs';
import { portalServer, rss } from '../support/portal_server.mjs';

let site;
let people;
let portal;
before(async () => {
  site = await startInstance();
  fs.writeFileSync(path.join(site.dir, 'conf/feeds'), 'feeds_networks=loopback\n');
  await site.up();
  people = await cast(site);
  portal = await portalServer();
  site.sv('down', 'scheduler');
});
after(async () => {
  await portal?.stop();
  await site?.stop();
});

const one = (statement) => site.sql(statement)[0]?.[0];
const contact = { contact_name: 'Trần Văn Đầu Mối', contact_address: 'banbientap@moj.example.vn', contact_phone: '024 3333 4444' };

// Through the office's form; gives the source's number.
async function addSource(address, fields = {}) {
  const page = await people.secretary.get('/quan-tri/nguon-tin/moi');
  assert.equal(page.status, 200, textOf(page));
  const name = fields.name ?? `Nguồn ${address}`;
  const answer = await people.secretary.submit(page, (form) => form.action === '/quan-tri/nguon-tin/moi', { name, address, ...contact, every_minutes: '30', from: '01/01/2026', ...fields });
  assert.equal(answer.status, 303, textOf(answer));
  return one(`SELECT id FROM core_feed_source WHERE address = '${address}'`);
}
const state = (source) => {
  const [row] = site.sql(`SELECT failures, last_error, etag, COALESCE(read_at, ''), TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), next_at) FROM core_feed_state WHERE source_id = ${source}`);
  return row && { failures: Number(row[0]), error: row[1], etag: row[2], readAt: row[3], next: Number(row[4]) };
};
const again = (source) => site.sql(`UPDATE core_feed_state SET next_at = UTC_TIMESTAMP(6) WHERE source_id = ${source}`);
const read = (source, since = '') => site.until('the channel was read', () => state(source)?.readAt > since, 30_000);
const failed = (source, times = 1) => site.until('the channel failed', () => state(source)?.error !== '' && state(source)?.failures >= times, 60_000);
const thingsOf = (source) => site.sql(`SELECT n.id, n.title, n.state FROM core_feed_entry e JOIN core_intake n ON n.id = e.intake_id WHERE e.source_id = ${source} ORDER BY n.id`).map(([id, title, now]) => ({ id, title, state: now }));
const titlesOf = (source) => thingsOf(source).map(({ title }) => title);

const entry = (n, more = {}) => ({ title: `Tin thứ ${n} của Bộ`, guid: `tin-${n}`, link: `https://moj.example.vn/tin/${n}`, html: `<p>Nội dung <b>thứ ${n}</b>.</p><script>alert(1)</script><img src="/a.png">`, date: `Mon, ${String(n).padStart(2, '0')} Nov 2026 08:05:00 +0700`, ...more });

test('D3.2d each entry is a row of the register, oldest first, with its source, cleaned, told once, and becomes an article that names it', async () => {
  portal.put('/rss.xml', rss([entry(3), entry(2), entry(1)]), { ETag: '"mot"', 'Last-Modified': 'Mon, 30 Nov 2026 01:00:00 GMT' });
  const section = sectionId(site, 'hoat-dong-cua-so');
  const source = await addSource(portal.url('/rss.xml'), { name: 'Cổng thông tin điện tử Bộ Tư pháp', section });
  await read(source);
  const things = thingsOf(source);
  assert.deepEqual(things.map(({ title, state: now }) => [title, now]), [1, 2, 3].map((n) => [`Tin thứ ${n} của Bộ`, 'received']));
  const [{ id }] = things;
  const page = await people.secretary.get(`/quan-tri/tiep-nhan/${id}`);
  for (const words of ['Kênh tin RSS, Atom', 'Nguồn tin do Ban Biên tập khai báo', 'Cổng thông tin điện tử Bộ Tư pháp', 'Trần Văn Đầu Mối', 'https://moj.example.vn/tin/1', '1 ảnh trong nội dung không tải về', 'Đăng ở nguồn lúc 01/11/2026 08:05'])
    assert.ok(page.body.includes(words), words);
  assert.ok(!page.body.includes('alert(1)'));
  assert.equal(one(`SELECT COUNT(*) FROM core_notice WHERE cause LIKE 'intake:${id}:%' AND text LIKE '%3 nội dung mới%'`), one("SELECT COUNT(DISTINCT a.person_id) FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id AND a.state = 'active' WHERE r.role = 'secretary' AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL"), 'one notice of all three');
  assert.deepEqual(site.sql(`SELECT COUNT(*) FROM core_mail WHERE intake_id IN (${things.map((thing) => thing.id)})`), [['0']], 'nobody at the source is written to');
  assert.equal(one("SELECT COUNT(*) FROM news_published WHERE title LIKE 'Tin thứ % của Bộ'"), '0', 'nothing is published by itself');

  const address = `/quan-tri/tin-bai/tu-tiep-nhan?tn=${id}`;
  const form = await people.secretary.get(address);
  assert.equal(form.html().querySelector('select[name=section] option[selected]')?.getAttribute('value'), section, 'the hint');
  const unit = one("SELECT id FROM core_unit WHERE kind = 'board'");
  const done = await people.secretary.submit(form, (one_) => one_.action === '/quan-tri/tin-bai/tu-tiep-nhan', { unit, supply: 'personal' });
  assert.equal(done.status, 303, textOf(done));
  const item = one(`SELECT item_id FROM core_intake WHERE id = ${id}`);
  const [[words, from]] = site.sql(`SELECT body_json, source FROM news_article_version WHERE item_id = ${item}`);
  assert.equal(from, 'Cổng thông tin điện tử Bộ Tư pháp');
  assert.ok(words.includes('"href":"https://moj.example.vn/tin/1"') && words.includes('Nguồn: '), words);
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
});

test('only what changed is asked for, and what is known comes never again, not even under a new title', async () => {
  const source = one(`SELECT id FROM core_feed_source WHERE address = '${portal.url('/rss.xml')}'`);
  const before = state(source);
  assert.equal(before.etag, '"mot"');
  assert.ok(before.next > 25 * 60 && before.next <= 30 * 60, `${before.next}`);
  portal.put('/rss.xml', (request, response) => {
    if (request.headers['if-none-match'] === '"mot"' && request.headers['if-modified-since'] === 'Mon, 30 Nov 2026 01:00:00 GMT') return response.writeHead(304).end();
    return response.writeHead(500).end();
  });
  again(source);
  await read(source, before.readAt);
  assert.deepEqual([state(source).failures, state(source).error, state(source).etag], [0, '', '"mot"']);
  portal.put('/rss.xml', rss([entry(4), entry(3, { title: 'Tin thứ 3, sửa lại' }), entry(2), entry(1)]), { ETag: '"hai"' });
  const middle = state(source).readAt;
  again(source);
  await read(source, middle);
  assert.deepEqual(titlesOf(source), [1, 2, 3, 4].map((n) => `Tin thứ ${n} của Bộ`));
});

test('Atom: ids, links, dates, HTML and XHTML, addresses against their base', async () => {
  portal.put('/atom.xml', `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://tinh.example.vn/tin/"><title>Cổng tỉnh</title>
    <entry><id>urn:uuid:1</id><title type="html">Quyết định &amp;lt;mới&amp;gt; của &lt;b&gt;tỉnh&lt;/b&gt;</title><link rel="alternate" href="bai-1.html"/><updated>2026-11-20T08:00:00Z</updated><content type="html">&lt;p&gt;Xem &lt;a href="van-ban/1"&gt;văn bản&lt;/a&gt;, &lt;a href="javascript:alert(1)"&gt;không&lt;/a&gt;.&lt;/p&gt;</content></entry>
    <entry><id>urn:uuid:2</id><title>Thông báo</title><updated>2026-11-21T08:00:00+07:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><ul><li>Một</li><li>Hai</li></ul></div></content></entry></feed>`, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
  const source = await addSource(portal.url('/atom.xml'), { name: 'Cổng tỉnh' });
  await read(source);
  assert.deepEqual(titlesOf(source), ['Thông báo', 'Quyết định <mới> của tỉnh']);
  const body = (title) => one(`SELECT b.document FROM core_intake_body b JOIN core_intake n ON n.id = b.intake_id WHERE n.title = '${title}'`);
  assert.ok(body('Quyết định <mới> của tỉnh').includes('"href":"https://tinh.example.vn/tin/van-ban/1"'));
  assert.ok(body('Quyết định <mới> của tỉnh').includes('"href":"https://tinh.example.vn/tin/bai-1.html"'), 'its page');
  assert.ok(!body('Quyết định <mới> của tỉnh').includes('javascript'));
  assert.ok(body('Thông báo').includes('bullet_list'));
});

test('D4.1a other encodings: UTF-16, Windows-1258, and TCVN3 behind a UTF-8 label come as Unicode', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rss([entry(5, { title: 'Hội nghị ở Đồng Văn' })], { encoding: 'utf-16' }), 'utf16le')]);
  portal.put('/utf16.xml', utf16);
  // "Sở Tư pháp" in Windows-1258: ơ and ư are letters, the tone follows.
  const cp1258 = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1258"?><rss version="2.0"><channel><item><guid>x</guid><title>S'), Buffer.from([0xf5, 0xd2]), Buffer.from(' T'), Buffer.from([0xfd]), Buffer.from(' ph'), Buffer.from([0xe1]), Buffer.from('p</title><description>x</description></item></channel></rss>')]);
  portal.put('/1258.xml', cp1258);
  portal.put('/tcvn3.xml', rss([{ guid: 't', title: 'Céng hßa x· héi chñ nghÜa ViÖt Nam', html: '<p>Tuyªn truyÒn, phæ biÕn ph¸p luËt cho ng­êi d©n vïng cao</p>' }]));
  for (const [address, title] of [['/utf16.xml', 'Hội nghị ở Đồng Văn'], ['/1258.xml', 'Sở Tư pháp'], ['/tcvn3.xml', 'Cộng hòa xã hội chủ nghĩa Việt Nam']]) {
    const source = await addSource(portal.url(address));
    await read(source);
    assert.deepEqual(titlesOf(source), [title], address);
  }
});

test('an entry without guid is known by its link, one without both by its words; the same words twice are one thing', async () => {
  const plain = (more) => ({ title: 'Không có mã', html: '<p>Cùng một nội dung</p>', ...more });
  portal.put('/khong-ma.xml', rss([plain({ link: 'https://moj.example.vn/a' }), plain({}), plain({}), { html: '<p>Không có tiêu đề, chỉ có chữ.</p>', guid: 'k' }, { guid: 'trong', title: '', html: '' }]));
  const source = await addSource(portal.url('/khong-ma.xml'));
  await read(source);
  assert.deepEqual(titlesOf(source).sort(), ['Không có mã', 'Không có mã', 'Không có tiêu đề, chỉ có chữ.'].sort());
  const first = state(source).readAt;
  again(source);
  await read(source, first);
  assert.equal(titlesOf(source).length, 3);
});

test('what was published at the source before its first day is not taken', async () => {
  portal.put('/cu.xml', rss([entry(7), entry(6, { date: 'Fri, 30 Oct 2026 23:59:00 +0700' })]));
  const source = await addSource(portal.url('/cu.xml'), { from: '31/10/2026' });
  await read(source);
  assert.deepEqual(titlesOf(source), ['Tin thứ 7 của Bộ']);
});

test('hostile and broken channels cost themselves alone; the office reads why, and they are asked ever less often', { timeout: 300_000 }, async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><item><guid>1</guid><title>&j;</title></item></channel></rss>`;
  portal.put('/bom.xml', bomb);
  portal.put('/ngoai.xml', '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><guid>1</guid><title>&x;</title></item></channel></rss>');
  portal.put('/trang.xml', '<!DOCTYPE html><html><body>Không phải kênh tin</body></html>', { 'Content-Type': 'text/html' });
  portal.put('/hong.xml', '<rss><channel><item><title>a</title></channel></rss>');
  portal.put('/lon.xml', (request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/xml' });
    const block = Buffer.alloc(1024 * 1024, 'a');
    let left = 100;
    const more = () => {
      while (left-- > 0) if (!response.write(block)) return response.once('drain', more);
      return response.end();
    };
    more();
  });
  portal.put('/ngat.xml', (request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': '100000' });
    response.write('<rss>');
    setTimeout(() => response.destroy(), 100);
  });
  portal.put('/tep.xml', (request, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end());
  portal.put('/vong.xml', (request, response) => response.writeHead(302, { Location: '/vong.xml' }).end());
  portal.put('/noi-bo.xml', (request, response) => response.writeHead(302, { Location: 'http://10.0.0.1/rss.xml' }).end());
  const cases = [
    ['/bom.xml', /khai báo thực thể/],
    ['/ngoai.xml', /khai báo thực thể/],
    ['/trang.xml', /trả về trang web/],
    ['/hong.xml', /không phải XML đúng chuẩn, sai ở dòng 1/],
    ['/lon.xml', /quá lớn, nhiều nhất là 8 MB/],
    ['/ngat.xml', /ngắt giữa chừng/],
    ['/tep.xml', /không phải http/],
    ['/vong.xml', /chuyển hướng quá nhiều/],
    ['/noi-bo.xml', /mạng nội bộ/],
    ['/khong-co.xml', /Không còn kênh tin ở địa chỉ này \(404\)/],
  ];
  portal.put('/tot.xml', rss([entry(8)]));
  const sources = [];
  for (const [address] of cases) sources.push(await addSource(portal.url(address)));
  const good = await addSource(portal.url('/tot.xml'));
  await read(good);
  assert.deepEqual(titlesOf(good), ['Tin thứ 8 của Bộ']);
  for (const [i, [address, words]] of cases.entries()) {
    await failed(sources[i]);
    assert.match(state(sources[i]).error, words, address);
    assert.equal(titlesOf(sources[i]).length, 0, address);
  }
  const page = await people.secretary.get('/quan-tri/nguon-tin/');
  for (const words of ['Không đọc được', 'khai báo thực thể', 'Lỗi 1 lần liền']) assert.ok(page.body.includes(words), words);
  // The pause doubles with each failure; the first success ends that.
  const [bad] = sources;
  const pauses = [state(bad).next];
  for (let times = 2; times <= 3; times++) {
    again(bad);
    await failed(bad, times);
    await site.until('its pause is set', () => state(bad).next > pauses.at(-1) * 1.5);
    pauses.push(state(bad).next);
  }
  assert.ok(Math.abs(pauses[1] / pauses[0] - 2) < 0.2 && Math.abs(pauses[2] / pauses[0] - 4) < 0.4, `${pauses}`);
  portal.put('/bom.xml', rss([entry(9)]));
  again(bad);
  await read(bad);
  assert.deepEqual([state(bad).failures, state(bad).error, titlesOf(bad)], [0, '', ['Tin thứ 9 của Bộ']]);
});

test('from the network a worker reads nothing of this machine unless it is told so', async () => {
  fs.writeFileSync(path.join(site.dir, 'conf/feeds'), '');
  await site.up();
  portal.put('/khong-duoc.xml', rss([entry(10)]));
  const source = await addSource(portal.url('/khong-duoc.xml'));
  await failed(source);
  assert.match(state(source).error, /mạng nội bộ/);
  assert.equal(portal.asked('/khong-duoc.xml').length, 0, 'not even a connection');
  fs.writeFileSync(path.join(site.dir, 'conf/feeds'), 'feeds_networks=loopback\n');
  await site.up();
});

test('F33 the worker is killed in the midst, over and over: each entry is there once', { timeout: 300_000 }, async () => {
  const entries = Array.from({ length: 400 }, (_, i) => ({ title: `Tin đợt lớn ${i + 1}`, guid: `lon-${i + 1}`, link: `https://moj.example.vn/lon/${i + 1}`, html: `<p>Đoạn ${i + 1}</p>` }));
  portal.put('/dot.xml', rss(entries));
  const source = await addSource(portal.url('/dot.xml'));
  const seen = () => Number(one(`SELECT COUNT(*) FROM core_feed_entry WHERE source_id = ${source}`));
  const kills = [];
  for (let i = 0; i < 4; i++) {
    const before = seen();
    if (before === 400) break;
    await site.until('it has begun', () => seen() > before, 60_000);
    try {
      site.signal(i === 2 ? 'mariadb' : 'feeds', 'SIGKILL');
      kills.push(before);
    } catch {
      // just being started again
    }
    await site.until('the database is there', () => one('SELECT 1') === '1', 60_000);
    again(source); // its claim would end by itself, later
  }
  await site.until('all are there', () => {
    if (seen() < 400) again(source);
    return seen() === 400 && state(source).failures === 0;
  }, 120_000);
  await sleep(500);
  assert.ok(kills.length >= 2, `killed ${kills.length} times, at ${kills}`);
  assert.equal(one(`SELECT COUNT(*) FROM core_intake WHERE title LIKE 'Tin đợt lớn %'`), '400');
  assert.deepEqual(site.sql("SELECT title, COUNT(*) FROM core_intake WHERE title LIKE 'Tin đợt lớn %' GROUP BY title HAVING COUNT(*) <> 1"), []);
  const check = await site.portal('check', '--json');
  assert.equal(check.code, 0, check.stdout);
});

test('the office: what is wrong with a form is said, somebody else’s change is not written over, a pause holds, "now" is now', async () => {
  const page = await people.secretary.get('/quan-tri/nguon-tin/moi');
  const isForm = (form) => form.action === '/quan-tri/nguon-tin/moi';
  const wrong = await people.secretary.submit(page, isForm, { name: '', address: 'ftp://moj.example.vn/', contact_name: '', contact_address: 'x', contact_phone: '', every_minutes: '1', from: '01/02/2026', to: '01/01/2026' });
  assert.equal(wrong.status, 422);
  for (const words of ['Xin điền “Tên nguồn”', 'Viết địa chỉ thư điện tử đầy đủ', 'Ghi điện thoại hoặc địa chỉ liên lạc của đầu mối', 'là một số từ 5 đến 10080', 'Ngày cuối phải sau ngày đầu']) assert.ok(wrong.body.includes(words), words);
  const twice = await people.secretary.submit(page, isForm, { name: 'Hai lần', address: portal.url('/rss.xml'), ...contact });
  assert.equal(twice.status, 422);
  assert.ok(twice.body.includes('đã có trong danh sách'));
  portal.put('/tam.xml', rss([entry(11)]));
  const source = await addSource(portal.url('/tam.xml'));
  await read(source);
  const edit = await people.secretary.get(`/quan-tri/nguon-tin/${source}`);
  const isEdit = (form) => form.action === `/quan-tri/nguon-tin/${source}`;
  assert.equal((await people.secretary.submit(edit, isEdit, { row_version: '99' })).status, 409);
  assert.equal((await people.secretary.submit(edit, isEdit, { is_on: null })).status, 303);
  assert.equal(one(`SELECT is_on FROM core_feed_source WHERE id = ${source}`), '0');
  portal.put('/tam.xml', rss([entry(12), entry(11)]));
  again(source);
  await sleep(2500);
  assert.deepEqual(titlesOf(source), ['Tin thứ 11 của Bộ'], 'it pauses');
  const on = await people.secretary.get(`/quan-tri/nguon-tin/${source}`);
  assert.equal((await people.secretary.submit(on, isEdit, { is_on: '1', every_minutes: '600' })).status, 303);
  await site.until('it goes on', () => titlesOf(source).length === 2, 30_000);
  portal.put('/tam.xml', rss([entry(13), entry(12), entry(11)]));
  const list = await people.secretary.get('/quan-tri/nguon-tin/');
  assert.equal((await people.secretary.submit(list, (form) => form.action === `/quan-tri/nguon-tin/${source}/doc-ngay`)).status, 303);
  await site.until('it is read now', () => titlesOf(source).length === 3, 30_000);
  assert.deepEqual(site.sql(`SELECT action FROM core_audit WHERE chain = 'feed:${source}' ORDER BY seq`), [['feed_add'], ['feed_edit'], ['feed_edit'], ['feed_read']]);
  assert.equal((await people.author.get('/quan-tri/nguon-tin/')).status, 403);
});
