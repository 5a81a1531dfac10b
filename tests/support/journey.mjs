// The regulation's road through the real forms, by the roles that it names: used by tests and benchmarks.
import assert from 'node:assert/strict';

import { forms } from './instance.mjs';

export const paragraph = (text) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
export const documentOf = (paragraphs) => JSON.stringify({ type: 'doc', content: paragraphs.map(paragraph) });

const byAct = (act) => (form) => form.method === 'post' && form.action.endsWith(`/viec/${act}`);

// One act on an item as a person does it: the button on the item's page, or the act's own form filled in.
export async function act(client, itemUrl, name, fields = {}) {
  const page = await client.get(itemUrl);
  assert.equal(page.status, 200, `${itemUrl} answered ${page.status} to ${client.account.username}`);
  let source = page;
  if (!forms(page.body).some(byAct(name))) {
    source = await client.get(`${itemUrl}/viec/${name}`);
    assert.equal(source.status, 200, `${name} on ${itemUrl} answered ${source.status} to ${client.account.username}: ${textOf(source)}`);
  }
  return client.submit(source, byAct(name), fields);
}

export const textOf = (answer) => answer.html().querySelector('main')?.textContent.replace(/\s+/g, ' ').trim().slice(0, 600) ?? answer.body.slice(0, 300);

export async function mustAct(client, itemUrl, name, fields) {
  const answer = await act(client, itemUrl, name, fields);
  assert.equal(answer.status, 303, `${name} by ${client.account.username} answered ${answer.status}: ${textOf(answer)}`);
  return answer;
}

// Writes an article through the form; gives its office address.
export async function writeArticle(client, fields) {
  const page = await client.get('/quan-tri/tin-bai/moi');
  assert.equal(page.status, 200, textOf(page));
  const answer = await client.submit(page, (form) => form.action === '/quan-tri/tin-bai/moi', fields);
  assert.equal(answer.status, 303, `writing answered ${answer.status}: ${textOf(answer)}`);
  return answer.headers.location.split('?')[0];
}

// Everybody the road needs, logged in once per site.
const casts = new WeakMap();
export async function cast(site) {
  if (!casts.has(site)) {
    casts.set(site, {
      author: await site.login('nguyen.hoang.yen'),
      unitHead: await site.login('dinh.cong.tu'),
      secretary: await site.login('tran.minh.chau'),
      editor: await site.login('bui.duc.thinh'),
      verifier: await site.login('phan.van.dung'),
      boardHead: await site.login('le.thi.thu.hang'),
    });
  }
  return casts.get(site);
}

export function sectionId(site, slug) {
  return site.sql(`SELECT id FROM core_section WHERE slug = '${slug}'`)[0][0];
}

export function personId(site, code) {
  return site.sql(`SELECT id FROM core_person WHERE code = '${code}'`)[0][0];
}

export function checklist(site, kind) {
  return site.sql(`SELECT code FROM core_checklist_item WHERE kind = '${kind}' ORDER BY position`).map(([code]) => code);
}

// "25/11/2026 14:30", so many minutes from now.
export const when = (offsetMinutes = 0) => {
  const at = new Date(Date.now() + 7 * 3600_000 + offsetMinutes * 60_000);
  const two = (n) => String(n).padStart(2, '0');
  return `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
};

export function articleFields(site, { title, summary = 'Tóm tắt của bài.', body = documentOf(['Đoạn thứ nhất của bài.', 'Đoạn thứ hai của bài.']), section = 'hoat-dong-cua-so', ...more }) {
  return { title, summary, section: sectionId(site, section), event_at: when(-120), source: 'Phòng Phổ biến, giáo dục pháp luật', body, ...more };
}

// Takes an item that waits for its unit's head to the state before posting.
export async function passAllChecks(site, url, { section = 'hoat-dong-cua-so', kind = 'news' } = {}) {
  const people = await cast(site);
  const checks = checklist(site, kind);
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', { section: sectionId(site, section), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  await mustAct(people.editor, url, 'finish-edit');
  await mustAct(people.verifier, url, 'verify', { 'checks[]': checks });
  await mustAct(people.boardHead, url, 'pass-final', { 'checks[]': checks });
}

// The whole road for one new article. Gives {url, id, slug, path, sectionPath, publishedAt}.
export async function publishArticle(site, options) {
  const people = await cast(site);
  const url = await writeArticle(people.author, articleFields(site, options));
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url, options);
  await mustAct(people.secretary, url, 'publish');
  const publishedAt = Date.now();
  const id = url.slice(url.lastIndexOf('/') + 1);
  const [[slug, sectionPath]] = site.sql(`SELECT p.slug, s.path FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${id}`);
  return { url, id, slug, sectionPath, path: sectionPath + slug, publishedAt };
}

export async function withdrawArticle(site, article, fields = {}) {
  const { boardHead } = await cast(site);
  await mustAct(boardHead, article.url, 'withdraw', { reason: 'Nội dung cần rà soát lại theo yêu cầu của Ban Biên tập.', withdraw_mode: 'notice', ...fields });
}
