// Readers' questions and feedback through the real forms of the office (D11.2, D11.3), for tests.
import assert from 'node:assert/strict';

import { textOf, when } from './journey.mjs';

export const kList = '/quan-tri/hoi-dap/';
const formOf = (action) => (form) => form.method === 'post' && form.action === action;

export const unitId = (site, code) => site.sql(`SELECT id FROM core_unit WHERE code = '${code}'`)[0][0];
export const idOf = (url) => url.match(/hoi-dap\/(\d+)/)[1];

export function questionFields(more = {}) {
  return {
    kind: 'question',
    channel: 'email',
    received_at: when(-1),
    title: 'Thủ tục đăng ký khai sinh quá hạn',
    text: 'Cháu sinh tại nhà, chưa có giấy chứng sinh.\nTôi cần giấy tờ gì?',
    asker_name: 'Lê Thị Hỏi Thử',
    asker_email: 'hoi.thu@example.vn',
    ...more,
  };
}
export const feedbackFields = (more = {}) => questionFields({ kind: 'feedback', channel: 'phone', title: 'Phải chờ lâu ở bộ phận một cửa', ...more });

// Sends the form of registering; gives the answer.
export async function sendMatter(client, fields) {
  const page = await client.get(`${kList}moi`);
  assert.equal(page.status, 200, textOf(page));
  return client.submit(page, formOf(`${kList}moi`), fields);
}

// …and the matter's address.
export async function register(client, fields) {
  const answer = await sendMatter(client, fields);
  assert.equal(answer.status, 303, `registering answered ${answer.status}: ${textOf(answer)}`);
  return answer.headers.location.split('?')[0];
}

// Sends the form of forwarding one matter or several.
export async function sendForward(client, urls, fields) {
  const page = await client.get(`${kList}chuyen?${urls.map((url) => `viec%5B%5D=${idOf(url)}`).join('&')}`);
  assert.equal(page.status, 200, textOf(page));
  return client.submit(page, formOf(`${kList}chuyen`), fields);
}

export async function forward(client, urls, fields) {
  const answer = await sendForward(client, [urls].flat(), fields);
  assert.equal(answer.status, 303, `forwarding answered ${answer.status}: ${textOf(answer)}`);
  return answer;
}

// Sends the form of an act; what the page filled in rides along.
export async function sendAct(client, url, slug, fields) {
  const page = await client.get(`${url}/viec/${slug}`);
  assert.equal(page.status, 200, `${slug} for ${client.account.username}: ${textOf(page)}`);
  return client.submit(page, formOf(`${url}/viec/${slug}`), fields);
}

export async function mustDo(client, url, slug, fields = {}) {
  const answer = await sendAct(client, url, slug, fields);
  assert.equal(answer.status, 303, `${slug} by ${client.account.username} answered ${answer.status}: ${textOf(answer)}`);
  return answer;
}

// [{code, unit, state, outcome, stopped_by, amount, due}] of a matter, in the order of their beginning.
export function clocksOf(site, url) {
  return site
    .sql(
      `SELECT d.code, COALESCE(c.unit_id, ''), c.state, c.outcome, c.stopped_by, COALESCE(c.amount, ''), DATE_FORMAT(c.due_at + INTERVAL 7 HOUR, '%d/%m/%Y'), c.id
       FROM qa_matter_clock k JOIN core_clock c ON c.id = k.clock_id JOIN core_duty d ON d.id = c.duty_id WHERE k.matter_id = ${idOf(url)} ORDER BY c.id`,
    )
    .map(([code, unit, state, outcome, stopped_by, amount, due, id]) => ({ code, unit, state, outcome, stopped_by, amount, due, id }));
}
export const clockOf = (site, url, code) => clocksOf(site, url).findLast((clock) => clock.code === code);

// "dd/mm/yyyy" of the working day that is so many working days ahead, by the instance's own calendar.
export function workingDay(site, days) {
  const off = new Set(site.sql("SELECT d.day FROM core_calendar_day d JOIN core_calendar c ON c.id = d.calendar_id AND c.is_own = 1 WHERE d.kind IN ('public_holiday', 'day_off')").map(([day]) => day));
  const at = new Date(Date.now() + 7 * 3600_000);
  for (let left = days; left > 0; ) {
    at.setUTCDate(at.getUTCDate() + 1);
    const iso = at.toISOString().slice(0, 10);
    if (at.getUTCDay() !== 0 && at.getUTCDay() !== 6 && !off.has(iso)) left -= 1;
  }
  return at.toISOString().slice(0, 10).split('-').reverse().join('/');
}
