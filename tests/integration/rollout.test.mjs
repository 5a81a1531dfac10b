// Rolling out section by section (nginx/README.md): what conf/left-out names is out of service and stays out at each `up`; what conf/elsewhere names is
// answered by another address, the rest of the path kept. Nothing else changes, and no request is lost meanwhile.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';

let site;
before(async () => {
  site = await startInstance();
});
after(() => site?.stop());

const conf = (name) => path.join(site.dir, 'conf', name);
const configure = (name, ...lines) => fs.appendFileSync(conf(name), lines.map((line) => `${line}\n`).join(''));
const status = async (client, url) => (await client.get(url)).status;
const isReloaded = (url, expected) => site.until(`${url} answers ${expected}`, async () => (await status(site.reader(), url)) === expected, 5000);

test('a new instance leaves nothing out, and both files say what belongs into them', () => {
  for (const name of ['elsewhere', 'left-out']) assert.match(fs.readFileSync(conf(name), 'utf8'), /^# .*\n$/, name);
  const names = (folder) => fs.readdirSync(folder).sort();
  assert.deepEqual(names(path.join(site.dir, 'nginx/sections-enabled')), names(new URL('../../nginx/sections-available', import.meta.url)));
});

test('a section that another site answers is a temporary redirect that keeps path and query; the others are answered here', async () => {
  configure('elsewhere', '/van-ban/ http://cu.minhgiang.gov.vn/van-ban/  # chưa chuyển', '/tin-tuc/ https://tin.minhgiang.gov.vn/');
  await site.up();
  await isReloaded('/van-ban/', 302);
  for (const [url, target] of [
    ['/van-ban', 'http://cu.minhgiang.gov.vn/van-ban/'],
    ['/van-ban/', 'http://cu.minhgiang.gov.vn/van-ban/'],
    ['/van-ban/quyet-dinh/12?trang=2&q=h%E1%BB%99', 'http://cu.minhgiang.gov.vn/van-ban/quyet-dinh/12?trang=2&q=h%E1%BB%99'],
    ['/van-ban/a%20b', 'http://cu.minhgiang.gov.vn/van-ban/a%20b'],
    ['/tin-tuc/nam/2026/', 'https://tin.minhgiang.gov.vn/nam/2026/'],
  ]) {
    const answer = await site.reader().get(url);
    assert.deepEqual([answer.status, answer.headers.location], [302, target], url);
    assert.equal(answer.headers['cache-control'], 'no-store', 'tomorrow the section may be here');
  }
  const split = await site.reader().get('/van-ban/a%0d%0aSet-Cookie:%20x=1');
  assert.equal(split.headers['set-cookie'], undefined);
  assert.equal(await status(site.reader(), '/gioi-thieu/'), 200);
  assert.equal(await status(site.reader(), '/van-banh'), 404, 'only the section itself');
  assert.equal(await status(site.visitor(), '/van-ban/'), 404, 'not on the office’s host');
});

test('a module that is left out stays out at each `up`, and comes back when its line is gone', async () => {
  configure('left-out', 'public-news', 'home-news  # trang cũ còn chạy');
  for (const time of ['first', 'second']) {
    await site.up();
    await isReloaded('/gioi-thieu/', 404);
    for (const url of ['/', '/rss.xml', '/index.html', '/etc/passwd']) {
      const answer = await site.reader().get(url);
      assert.equal(answer.status, 404, `${url} after the ${time} up`);
      assert.match(answer.body, /lang="vi"/, url);
    }
    assert.equal(await status(site.reader(), '/van-ban/'), 302, 'what another site answers goes on');
    assert.equal(await status(site.visitor(), '/quan-tri/dang-nhap'), 200, 'the office goes on');
  }
  fs.writeFileSync(conf('left-out'), '');
  await site.up();
  await isReloaded('/gioi-thieu/', 200);
});

test('a name that no file has is refused and changes nothing', async () => {
  configure('left-out', 'public-tin');
  await assert.rejects(site.up(), /conf\/left-out: không có tệp nginx\/sections-available\/public-tin\.conf/);
  assert.equal(await status(site.reader(), '/gioi-thieu/'), 200);
});
