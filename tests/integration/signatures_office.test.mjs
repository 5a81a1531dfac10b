// D9.1c: whose signatures are trusted is entered by an administrator; each PDF's signatures are judged in the sandbox and shown to the office and to readers, never
// "hợp lệ" when unsure; a change of the trusted certificates judges again; and in the sections that ask for it nothing is posted before the signed original is
// confirmed, by a verified signature or by the secretary who saw the paper, on whatever way it is posted.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { sendForm } from '../support/files.mjs';
import { startInstance } from '../support/instance.mjs';
import { act, articleFields, cast, checklist, mustAct, passAllChecks, personId, sectionId, textOf, writeArticle } from '../support/journey.mjs';
import { attach, looked, newSigner, pdfOf, signedPdf } from '../support/pdf.mjs';

let site;
let people;
let sysadmin;
let signer;
before(async () => {
  site = await startInstance();
  people = await cast(site);
  sysadmin = await site.login(site.accounts.find(({ role }) => role === 'sysadmin').username);
  signer = newSigner(path.join(site.dir, 'nguoi-ky'));
});
after(() => site?.stop());

const kSection = 'hoat-dong-cua-so';
const one = (statement) => site.sql(statement)[0]?.[0];
const idOf = (url) => url.slice(url.lastIndexOf('/') + 1);
const state = (url) => one(`SELECT state FROM core_item WHERE id = ${idOf(url)}`);
const whole = (answer) => answer.html().querySelector('main').textContent.replace(/\s+/g, ' ');
const verdict = (file) => one(`SELECT GROUP_CONCAT(s.verdict) FROM core_item_file u JOIN core_file_signature s ON s.file_id = u.file_id WHERE u.id = ${file}`);
const typedDay = (days = 0) => new Date(Date.now() + 7 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
const trail = (url, name) => site.sql(`SELECT COALESCE(n.note, '') FROM core_audit a LEFT JOIN core_audit_note n USING (chain, seq) WHERE a.chain = 'item:${idOf(url)}' AND a.action = '${name}' ORDER BY a.seq`).map(([note]) => note);

async function addAnchor(fields) {
  const page = await sysadmin.get('/quan-tri/chung-thu/moi');
  assert.equal(page.status, 200, textOf(page));
  return sysadmin.submit(page, (form) => form.action === '/quan-tri/chung-thu/moi', { certificate: signer.pem, fingerprint: signer.fingerprint, source: 'Cấp cho bài thử, đối chiếu tại chỗ.', valid_from: typedDay(), valid_to: '', ...fields });
}
async function removeAnchor(why) {
  const id = one('SELECT id FROM core_trust_anchor WHERE removed_at IS NULL');
  const page = await sysadmin.get(`/quan-tri/chung-thu/${id}/bo`);
  return sysadmin.submit(page, (form) => form.action.endsWith('/bo'), { why });
}

// An article with one attachment, as its author leaves it.
async function written(title, bytes, name = 'Quyết định.pdf') {
  const url = await writeArticle(people.author, articleFields(site, { title }));
  const { file } = await attach(people.author, url, bytes, name);
  const [ready] = await looked(site, people.author, url);
  assert.equal(ready.state, 'ready', ready.words);
  const saved = await sendForm(people.author, url, { changes: { attachments: `${file.id} ${file.id} Quyết định` } });
  assert.equal(saved.status, 303, textOf(saved));
  return { url, file: file.id };
}
async function ready(url) {
  await mustAct(people.author, url, 'submit-to-unit');
  await passAllChecks(site, url);
}
const readersPage = async (url) => {
  const [[slug, sectionPath]] = site.sql(`SELECT p.slug, s.path FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${idOf(url)}`);
  return site.reader().get(sectionPath + slug);
};

let signed; // with the signer's signature; written before anybody is trusted

test('D9_1c without trusted certificates no signature is valid, and the office says of each signature what is known', async () => {
  signed = await written('Bài có quyết định ký số', signedPdf(signer));
  assert.equal(verdict(signed.file), 'unsure');
  const page = await people.author.get(signed.url);
  const text = whole(page);
  assert.match(text, /Chưa kết luận được 1 chữ ký số: chưa kết luận được là hợp lệ\./);
  assert.match(text, /theo 0 chứng thư gốc được tin cậy/);
  assert.match(text, /Người ký\s*Nguyen Van Ky \(So Tu phap thu nghiem\)/);
  assert.match(text, /Phạm vi\s*Phủ toàn bộ tệp/);
  assert.match(text, /Sau khi ký\s*Không có gì được thêm/);
  assert.match(text, /Chuỗi chứng thư\s*Chưa dẫn tới chứng thư gốc được tin cậy/);
  assert.match(text, /Chưa cấu hình chứng thư gốc được tin cậy\./);
  assert.doesNotMatch(text, /Chữ ký số hợp lệ/);
});

test('D9_1c only an administrator names who is trusted, with a certificate whose fingerprint was compared and a source', async () => {
  for (const client of [people.secretary, people.boardHead, people.author]) assert.equal((await client.get('/quan-tri/chung-thu/')).status, 403);
  assert.match(whole(await sysadmin.get('/quan-tri/chung-thu/')), /Chưa có chứng thư nào được tin cậy/);
  for (const [fields, why] of [
    [{ certificate: 'không phải chứng thư' }, /Không đọc được chứng thư nào/],
    [{ certificate: signer.pem + signer.pem }, /Không đọc được chứng thư nào/],
    [{ fingerprint: '00'.repeat(32) }, /Không trùng với chứng thư: dấu vân tay của chứng thư đã dán là/],
    [{ source: '' }, /Nguồn/],
    [{ valid_from: '' }, /Tin cậy từ ngày/],
    [{ valid_to: '01/01/2000' }, /Ngày cuối phải sau ngày đầu/],
  ]) {
    const answer = await addAnchor(fields);
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(whole(answer), why);
  }
  assert.equal(one('SELECT COUNT(*) FROM core_trust_anchor'), '0');
  const added = await addAnchor({});
  assert.equal(added.status, 303, textOf(added));
  assert.match(whole(await sysadmin.get('/quan-tri/chung-thu/')), /Nguyen Van Ky.*tự cấp.*Đang tin cậy/);
  assert.match(whole(await addAnchor({})), /Chứng thư này đã có trong danh sách/);
  assert.equal(one("SELECT COUNT(*) FROM core_audit WHERE chain LIKE 'anchor:%' AND action = 'anchor_add'"), '1');
});

test('D9_1c a new trusted certificate judges what is stored again, and the office shows the verdict', async () => {
  await site.until('judged again', () => verdict(signed.file) === 'valid', 20_000);
  const text = whole(await people.author.get(signed.url));
  assert.match(text, /Chữ ký số hợp lệ 1 chữ ký số: đã xác thực\./);
  assert.match(text, /theo 1 chứng thư gốc được tin cậy/);
  const tampered = Buffer.from(signedPdf(signer).toString('latin1').replace('Quyet dinh 125', 'Quyet dinh 999'), 'latin1');
  const other = await written('Bài có quyết định bị sửa', tampered);
  assert.equal(verdict(other.file), 'invalid');
  assert.match(whole(await people.author.get(other.url)), /Tệp đính kèm “Quyết định”: có chữ ký số không hợp lệ/);
});

test('D9_1c the section of direction documents asks for the signed original from the start, and the secretary recorded those of its published ones', () => {
  const sections = site.sql('SELECT slug FROM core_section WHERE needs_original = 1').map(([slug]) => slug);
  assert.deepEqual(sections, ['chi-dao-dieu-hanh']);
  const recorded = site.sql(`SELECT i.state, o.document, o.kept, p.code FROM core_item i JOIN core_section s ON s.id = i.section_id JOIN core_original o ON o.item_id = i.id JOIN core_person p ON p.id = o.recorded_by WHERE s.needs_original = 1 ORDER BY o.document`);
  assert.deepEqual(recorded.map(([state, document]) => [state, document]), [['published', 'Công văn số 1064/STP-VP ngày 22/9/2026'], ['published', 'Kế hoạch số 118/KH-STP ngày 19/11/2026']]);
  assert.equal(one("SELECT COUNT(*) FROM core_item i JOIN core_section s ON s.id = i.section_id WHERE s.needs_original = 1 AND i.state = 'published' AND NOT EXISTS (SELECT 1 FROM core_original o WHERE o.item_id = i.id)"), '0');
});

test('D9_1c where the board asks for the signed original, an article without it is not posted on any way, and is told what to do', async () => {
  const rules = `/quan-tri/chuyen-muc/${sectionId(site, kSection)}/quy-dinh`;
  const page = await people.boardHead.get(rules);
  const decided = await people.boardHead.submit(page, (form) => form.action === rules, { valid_from: typedDay(), valid_to: '', needs_verify: '1', needs_final_check: '1', needs_original: '1', retention_months: '0', document_number: '31/QĐ-BBT' });
  assert.equal(decided.status, 303, textOf(decided));
  assert.match(whole(await people.boardHead.get(rules)), /Chỉ đăng khi đã xác nhận bản gốc có chữ ký/);

  const { url } = await written('Bài có quyết định chưa ký số', pdfOf());
  await ready(url);
  const told = /Chưa xác nhận được bản gốc có chữ ký.*Tệp “Quyết định”: tệp không có chữ ký số\..*“Ghi nhận bản gốc”.*\(D9\.1c\)/;
  assert.match(whole(await people.secretary.get(url)), told, 'before the button');
  const refused = await act(people.secretary, url, 'publish');
  assert.equal(refused.status, 422);
  assert.match(whole(refused), /Chưa xác nhận được bản gốc có chữ ký/);
  assert.equal(state(url), 'ready');
  // By date: the scheduler asks the same at that moment.
  const times = await people.secretary.get(`${url}/hen-dang`);
  const at = new Date(Date.now() + 7 * 3600_000 + 30 * 60_000).toISOString();
  await people.secretary.submit(times, (form) => form.action.endsWith('/hen-dang'), { at: `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${at.slice(11, 16)}` });
  site.sql(`UPDATE core_schedule SET at = UTC_TIMESTAMP(6) WHERE item_id = ${idOf(url)} AND state = 'waiting'`);
  await site.until('the schedule has been tried', () => one(`SELECT COUNT(*) FROM core_schedule WHERE item_id = ${idOf(url)} AND state = 'waiting'`) === '0', 20_000);
  assert.equal(state(url), 'ready');
  assert.match(one(`SELECT why FROM core_schedule WHERE item_id = ${idOf(url)} ORDER BY id DESC LIMIT 1`), /Chưa xác nhận được bản gốc có chữ ký/);

  // The secretary, and nobody else, records the paper; what is missing is asked for.
  assert.equal((await people.boardHead.get(`${url}/viec/record-original`)).status, 403);
  const empty = await act(people.secretary, url, 'record-original', {});
  assert.equal(empty.status, 422);
  for (const words of [/Ghi số, ký hiệu và ngày/, /Ghi người đã ký bản gốc/, /Ghi nơi lưu bản gốc/]) assert.match(whole(empty), words);
  await mustAct(people.secretary, url, 'record-original', { original_kind: 'paper', original_document: '125/QĐ-STP ngày 20/11/2026', original_signer: 'Giám đốc Sở', original_kept: 'Văn thư Sở' });
  assert.deepEqual(trail(url, 'record_original'), ['Bản giấy 125/QĐ-STP ngày 20/11/2026, người ký: Giám đốc Sở, lưu tại: Văn thư Sở.']);
  assert.doesNotMatch(whole(await people.secretary.get(url)), /ghi bản giấy đã ký\. \(D9\.1c\)/);
  await mustAct(people.secretary, url, 'publish');
  assert.equal(state(url), 'published');
});

test('D9_1c an urgent order of the leadership does not stand for the signed original', async () => {
  const { url } = await written('Bài đăng khẩn chưa có bản gốc', pdfOf({ words: 'Khan' }));
  await mustAct(people.author, url, 'submit-to-unit');
  await mustAct(people.unitHead, url, 'approve-unit');
  await mustAct(people.secretary, url, 'receive', { section: sectionId(site, kSection), origin: 'Đơn vị thuộc Sở', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  site.sql("UPDATE core_setting SET value = '1' WHERE name = 'urgent_publication'");
  const director = await site.login(site.accounts.find(({ role }) => role === 'director').username);
  await mustAct(director, url, 'order-urgent', { reason: 'Thông báo ngay cho người dân.' });
  const refused = await act(people.secretary, url, 'publish-urgent', { 'checks[]': checklist(site, 'news') });
  assert.equal(refused.status, 422);
  assert.match(whole(refused), /Chưa xác nhận được bản gốc có chữ ký/);
  await mustAct(people.secretary, url, 'record-original', { original_kind: 'paper', original_document: '126/QĐ-STP', original_signer: 'Giám đốc Sở', original_kept: 'Văn thư Sở' });
  await mustAct(people.secretary, url, 'publish-urgent', { 'checks[]': checklist(site, 'news') });
  assert.equal(state(url), 'published');
});

test('D9_1c what was confirmed is one version: another text wants another look', async () => {
  const { url } = await written('Bài có bản gốc rồi sửa lại', pdfOf({ words: 'Ban khac' }));
  await ready(url);
  await mustAct(people.secretary, url, 'record-original', { original_kind: 'other', original_document: '12/2026/TT-BTP', original_signer: 'Bộ Tư pháp', original_kept: '' });
  await mustAct(people.boardHead, url, 'reopen', { reason: 'Sửa lại một số liệu trong bài.' });
  await mustAct(people.editor, url, 'claim').catch(() => {});
  const saved = await sendForm(people.editor, url, { changes: { summary: 'Tóm tắt khác.' } });
  assert.equal(saved.status, 303, textOf(saved));
  await mustAct(people.editor, url, 'finish-edit');
  await mustAct(people.verifier, url, 'verify', { 'checks[]': checklist(site, 'news') });
  await mustAct(people.boardHead, url, 'pass-final', { 'checks[]': checklist(site, 'news') });
  assert.equal((await act(people.secretary, url, 'publish')).status, 422);
});

test('D9_1c a verified signature is enough, readers see whose it is, and are told when it is not trusted any more', async () => {
  await ready(signed.url);
  await mustAct(people.secretary, signed.url, 'publish');
  await site.until('readers see it', async () => /Chữ ký số hợp lệ: Nguyen Van Ky \(So Tu phap thu nghiem\), ký ngày/.test(whole(await readersPage(signed.url))), 5000);
  assert.equal((await site.portal('check')).code, 0);
  assert.equal((await removeAnchor('')).status, 422);
  assert.equal((await removeAnchor('Chứng thư thử đã hết việc.')).status, 303);
  await site.until('readers are told', async () => /Có chữ ký số của Nguyen Van Ky.*chưa kết luận được/.test(whole(await readersPage(signed.url))), 30_000);
  assert.doesNotMatch(whole(await readersPage(signed.url)), /hợp lệ:/);
  assert.equal((await site.portal('check')).code, 0, 'what readers see is what was judged');
  assert.match(whole(await sysadmin.get('/quan-tri/chung-thu/')), /Đã bỏ.*Chứng thư thử đã hết việc/);
});

test('D9_1c PDFs that came before they were looked into are looked into, and what readers are told of them follows; what cannot be opened is given out no more', async () => {
  const other = await written('Bài có quyết định từ trước', signedPdf(newSigner(path.join(site.dir, 'nguoi-ky-cu'))));
  const broken = await written('Bài có tệp hỏng từ trước', pdfOf({ words: 'Tep hong' }));
  await ready(other.url);
  // As an older release left them: given out, and nothing is known of them. One has bytes in which nothing can be found.
  site.sv('down', 'converter');
  const blob = ({ file }) => site.sql(`SELECT f.id, f.sha256 FROM core_item_file u JOIN core_file f ON f.id = u.file_id WHERE u.id = ${file}`)[0];
  for (const made of [other, broken]) {
    const [id] = blob(made);
    for (const table of ['core_file_pdf', 'core_file_judgement', 'core_file_signature', 'core_file_part', 'core_file_picture']) site.sql(`DELETE FROM ${table} WHERE file_id = ${id}`);
  }
  const [, digest] = blob(broken);
  const place = path.join(site.dir, 'store', digest.slice(0, 2), digest);
  const kept = fs.readFileSync(place);
  fs.writeFileSync(place, Buffer.alloc(kept.length, 'x'));
  await mustAct(people.secretary, other.url, 'record-original', { original_kind: 'paper', original_document: '126/QĐ-STP ngày 20/11/2026', original_signer: 'Giám đốc Sở', original_kept: 'Văn thư Sở' });
  await mustAct(people.secretary, other.url, 'publish');
  assert.equal(one(`SELECT state FROM core_file WHERE id = ${blob(other)[0]}`), 'ready');
  assert.doesNotMatch(whole(await readersPage(other.url)), /chữ ký số/);

  site.sv('up', 'converter');
  await site.until('looked into', () => verdict(other.file) === 'unsure' && one(`SELECT pages FROM core_file_pdf WHERE file_id = ${blob(other)[0]}`) === '1', 30_000);
  await site.until('readers are told', async () => /Có chữ ký số của Nguyen Van Ky.*chưa kết luận được/.test(whole(await readersPage(other.url))), 20_000);
  await site.until('refused', () => one(`SELECT state FROM core_file WHERE id = ${blob(broken)[0]}`) === 'refused', 30_000);
  assert.match((await looked(site, people.author, broken.url))[0].words, /Không mở được|không đọc được|hỏng/i);
  fs.writeFileSync(place, kept);
});
