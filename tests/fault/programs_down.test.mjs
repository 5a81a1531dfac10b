// A section whose programs are all down: Vietnamese pages with every header, stale pages where there are some, none for cursor pages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';

let site;
before(async () => {
  site = await startInstance();
  assert.equal((await site.reader().get('/gioi-thieu/')).status, 200);
  for (const copy of [1, 2]) site.sv('down', `news-${copy}`);
});
after(() => site?.stop());

function assertOwnPage(answer) {
  assert.ok([502, 504].includes(answer.status), String(answer.status));
  assert.match(answer.body, /lang="vi"/);
  assert.ok(answer.body.includes(answer.headers['x-request-id']), 'the page names the request');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.ok(Number(answer.headers['retry-after']) > 0);
  assert.match(answer.headers['content-security-policy'], /default-src 'none'/);
}

test('F01 a page that nobody asked for before is an error page in Vietnamese', async () => {
  assertOwnPage(await site.reader().get('/khong-ai-hoi-truoc'));
});

test('F01 a page that was asked for is read from the cache', async () => {
  assert.equal((await site.reader().get('/gioi-thieu/')).status, 200);
});

test('F01 a cursor page is an error page in Vietnamese, never stale', async () => {
  assertOwnPage(await site.reader().get('/tin-tuc/?truoc=1'));
});

test('F01 the office goes on', async () => {
  assert.equal((await site.visitor().get('/quan-tri/dang-nhap')).status, 200);
});
