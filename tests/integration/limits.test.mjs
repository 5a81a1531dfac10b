// How much one address may ask (nginx/maps.conf): 50 pages a second and 100 at once of the public host, 10 a second and 40 at once of both steps of the
// login. The machine itself reads without a limit; it logs in with one. What is over it gets a Vietnamese page and is told when to come back.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';

import { startInstance } from '../support/instance.mjs';

let site;
before(async () => {
  site = await startInstance();
});
after(() => site?.stop());

// As from another address of this machine.
function ask(from, host, url, body) {
  return new Promise((resolve, reject) => {
    const headers = { Host: `${host}:${site.port}`, ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(body.length) }) };
    const request = http.request({ host: '127.0.0.1', localAddress: from, port: site.port, method: body === undefined ? 'GET' : 'POST', path: url, agent: false, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

// `count` requests as fast as they go; how many were let through is what the zone's rate and burst allow in that time, no more and not fewer.
async function flood(from, count, { rate, burst }, one) {
  const began = Date.now();
  const answers = [];
  const lane = async () => {
    while (count-- > 0) answers.push(await one(from));
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  const seconds = (Date.now() - began) / 1000;
  const refused = answers.filter(({ status }) => status === 429);
  const passed = answers.length - refused.length;
  assert.ok(refused.length > 0, `nothing of ${answers.length} was refused in ${seconds} s`);
  assert.ok(passed >= burst + rate * (seconds - 0.5) && passed <= burst + 1 + rate * (seconds + 0.1), `${passed} of ${answers.length} were let through in ${seconds} s`);
  for (const { headers, body } of refused) {
    assert.equal(headers['retry-after'], '60');
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(body, /lang="vi"/);
    assert.match(headers['content-security-policy'], /default-src 'none'/);
  }
  return answers;
}

test('the public host: 50 a second and 100 at once for each address, and another address does not pay for it', async () => {
  const page = (from) => ask(from, 'localhost', '/tin-tuc/');
  assert.equal((await page('127.0.0.2')).status, 200);
  const answers = await flood('127.0.0.2', 400, { rate: 50, burst: 100 }, page);
  assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [200, 429]);
  assert.equal((await page('127.0.0.3')).status, 200);
  const own = await Promise.all(Array.from({ length: 200 }, () => page('127.0.0.1')));
  assert.ok(own.every(({ status }) => status === 200), 'the machine itself reads without a limit');
  await site.until('the address is let in again', async () => (await page('127.0.0.2')).status === 200, 5000);
});

const office = 'quantri.localhost';
const first = (from) => ask(from, office, '/quan-tri/dang-nhap', 'username=a&password=b');
const second = (from) => ask(from, office, '/quan-tri/dang-nhap/ma', 'code=123456');

test('the login: 10 a second and 40 at once for each address, the machine’s own too', async () => {
  for (const from of ['127.0.0.4', '127.0.0.1']) {
    const answers = await flood(from, 120, { rate: 10, burst: 40 }, first);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [403, 429], 'a form without its token, or none');
  }
});

test('the second factor’s step counts together with the first: who tries codes is held up as who tries passwords', async () => {
  await flood('127.0.0.5', 120, { rate: 10, burst: 40 }, second);
  const after = await Promise.all(Array.from({ length: 30 }, () => first('127.0.0.5')));
  assert.ok(after.filter(({ status }) => status === 429).length > 15, 'the first step, for the same address');
  assert.notEqual((await ask('127.0.0.5', office, '/quan-tri/')).status, 429, 'who is logged in goes on');
});

test('D7.3 who guesses at a receipt is held up after a few tries, and who sends forms after a few more; reading is not', async () => {
  const guess = (from) => ask(from, 'localhost', '/gui-tin-bai/tra-cuu', 'ma=GT-AAAA-AAAA&bi_mat=AAAA-AAAA');
  const guesses = [];
  for (let n = 0; n < 12; n++) guesses.push(await guess('127.0.0.6'));
  const passed = guesses.filter(({ status }) => status === 404).length;
  assert.ok(passed >= 5 && passed <= 7, `${passed} of 12 guesses were let through`);
  assert.ok(guesses.filter(({ status }) => status === 429).every(({ body }) => /lang="vi"/.test(body)));
  assert.equal((await ask('127.0.0.6', 'localhost', '/gui-tin-bai/tra-cuu')).status, 200, 'the page itself');
  const forms = [];
  for (let n = 0; n < 20; n++) forms.push(await ask('127.0.0.7', 'localhost', '/gui-tin-bai', 'name=a'));
  const sent = forms.filter(({ status }) => status === 422).length;
  assert.ok(sent >= 11 && sent <= 14, `${sent} of 20 forms were let through`);
  assert.equal((await ask('127.0.0.7', 'localhost', '/gui-tin-bai')).status, 200);
});
