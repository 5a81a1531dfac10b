// The secretary's counter (D9.1a): what came by USB, on a disc or on paper stands in the same register as mail and the web form, its files through the same quarantine, with what is
// missing said (D9.1b) and a slip to take away; the menu counts what waits; one filter and one file over all ways in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { kTrack, lookUp } from '../support/contribution.mjs';
import { settledDocuments, wholeDocx } from '../support/documents.mjs';
import { pdf, png, postFiles, sendForm } from '../support/files.mjs';
import { forms, startInstance } from '../support/instance.mjs';
import { articleFields, cast, checklist, mustAct, personId, sectionId, textOf, when, writeArticle } from '../support/journey.mjs';
import { localMails } from '../support/mail.mjs';
import { pack } from '../support/zip.mjs';

let site;
let people;
before(async () => {
  site = await startInstance();
  people = await cast(site);
});
after(() => site?.stop());

const kCounter = '/quan-tri/tiep-nhan/moi';
const one = (statement) => site.sql(statement)[0]?.[0];
const formOf = (page) => {
  const form = forms(page.body).find((each) => each.action === kCounter);
  assert.ok(form, textOf(page));
  return form.fields;
};
const filled = (page, fields) => Object.entries({ ...Object.fromEntries(formOf(page)), medium: 'usb', sender_name: 'Lò Văn Thử', sender_phone: '0299 3 555 700', sender_address: 'lo.thu@vidu.vn', title: 'Bản Hon hòa giải thành', text: '', ...fields });
const send = (client, fields, files = []) => postFiles(client, kCounter, fields, files.map((file) => ({ field: 'tep', ...file })));
const errorsOf = (page) => page.html().querySelectorAll('.govuk-error-summary__list a').map((each) => each.textContent);
// Registers a thing; gives its address.
async function register(fields, files, client = people.secretary) {
  const answer = await send(client, filled(await client.get(kCounter), fields), files);
  assert.equal(answer.status, 303, `${answer.status} ${errorsOf(answer)} ${textOf(answer)}`);
  return answer.headers.location.split('?')[0];
}
const numberIn = (address) => address.slice(address.lastIndexOf('/') + 1);

test('D9.1a counter → receipt slip → queue → item → edit beside the original → publish → the sender is told, and the slip’s owner sees where it is', async () => {
  const before = Number((await people.secretary.get('/quan-tri/')).html().querySelector('a[href="/quan-tri/tiep-nhan/"]').textContent.match(/\d+/)?.[0] ?? 0);
  const url = await register({ brought_by: 'Quàng Thị Thử', received_at: when(-30), event_at: when(-300) }, [{ name: 'Bài viết.docx', bytes: wholeDocx() }, { name: 'ảnh.png', bytes: png(60, 40) }, { name: 'lạ.bin', bytes: Buffer.from('MZ lạ') }]);
  const id = numberIn(url);
  assert.deepEqual(site.sql(`SELECT channel, medium, brought_by, state, sender_name, sender_phone, files, COALESCE(registered_by, '') FROM core_intake WHERE id = ${id}`), [['counter', 'usb', 'Quàng Thị Thử', 'received', 'Lò Văn Thử', '0299 3 555 700', '3', personId(site, 'tran-minh-chau')]]);
  const code = one(`SELECT code FROM core_intake WHERE id = ${id}`);
  // The menu counts it, on every office program's pages.
  for (const address of ['/quan-tri/', '/quan-tri/tin-bai/', '/quan-tri/hoi-dap/']) assert.equal((await people.secretary.get(address)).html().querySelector('a[href="/quan-tri/tiep-nhan/"]').textContent.match(/\d+/)?.[0], String(before + 1), address);
  assert.equal((await people.author.get('/quan-tri/')).html().querySelector('a[href="/quan-tri/tiep-nhan/"]'), null);
  const page = await people.secretary.get(`${url}?xong=vao-so`);
  for (const words of ['Đã ghi vào sổ', 'In giấy tiếp nhận', 'USB, thẻ nhớ', 'Quàng Thị Thử', 'lạ.bin', 'chưa mở loại tệp này']) assert.ok(page.body.includes(words), words);
  // The slip.
  const slip = await people.secretary.get(`${url}/giay-tiep-nhan`);
  assert.equal(slip.status, 200, textOf(slip));
  const [printed, secret] = slip.html().querySelectorAll('.slip b').map((each) => each.textContent);
  for (const words of [code, 'Bản Hon hòa giải thành', 'Lò Văn Thử', 'Quàng Thị Thử', 'Bài viết.docx', kTrack]) assert.ok(slip.body.includes(words), words);
  assert.ok(slip.html().querySelector('.slip svg.qr path').getAttribute('d').length > 500);
  const reader = site.reader();
  const told = await lookUp(reader, { code: printed, secret });
  assert.equal(told.status, 200, textOf(told));
  assert.ok(told.body.includes('Đã vào sổ, chờ phân loại') && told.body.includes(code));
  assert.equal((await lookUp(reader, { code: printed, secret: 'AAAA-AAAA' })).status, 404);
  assert.equal((await people.author.get(`${url}/giay-tiep-nhan`)).status, 403, 'D9.1b');
  // The files went the way of every upload; the queue, the item.
  await site.until('the files are made', () => one(`SELECT COUNT(*) FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${id} AND f.state = 'ready'`) === '2', 90_000);
  assert.deepEqual(site.sql(`SELECT x.name, f.format, f.state FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${id} ORDER BY x.id`), [['Bài viết.docx', 'docx', 'ready'], ['ảnh.png', 'png', 'ready'], ['lạ.bin', 'other', 'quarantine']]);
  const form = await people.secretary.get(`/quan-tri/tin-bai/tu-tiep-nhan?tn=${id}`);
  const made = await people.secretary.submit(form, (each) => each.action === '/quan-tri/tin-bai/tu-tiep-nhan', { section: sectionId(site, 'hoat-dong-cua-so'), unit: one("SELECT id FROM core_unit WHERE kind = 'board'"), supply: 'personal' });
  assert.equal(made.status, 303, textOf(made));
  const item = made.headers.location.split('?')[0];
  await mustAct(people.secretary, item, 'receive', { section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Bạn đọc', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });
  assert.ok((await lookUp(reader, { code: printed, secret })).body.includes('Đang biên tập, kiểm tra'));
  // The editor takes the text over beside its original; posted, the sender is told by mail and by the slip.
  const [document] = await settledDocuments(site, people.editor, item);
  const beside = await people.editor.get(document.url);
  const taken = await people.editor.submit(beside, (each) => each.action.endsWith('/lay'), /Thay nội dung/.test(beside.body) ? { cach: 'thay' } : {});
  assert.equal(taken.status, 303, textOf(taken));
  const tree = JSON.parse(forms((await people.editor.get(taken.headers.location)).body).find((each) => each.action === `${item}/sua`).fields.find(([name]) => name === 'body')[1]);
  const described = { ...tree, content: tree.content.map((block) => (block.type === 'figure' ? { ...block, attrs: { ...block.attrs, alt: block.attrs.alt || 'Ảnh trong văn bản' } } : block)) };
  await site.until('every picture is made', () => one(`SELECT COUNT(*) FROM core_item_file u JOIN core_file f ON f.id = u.file_id WHERE u.item_id = ${numberIn(item)} AND u.kind = 'picture' AND f.state <> 'ready'`) === '0', 90_000);
  const saved = await sendForm(people.editor, item, { from: taken.headers.location, changes: { body: JSON.stringify(described), summary: 'Tóm tắt.', source: 'Tổ hòa giải bản Hon' } });
  assert.equal(saved.status, 303, textOf(saved));
  const checks = { 'checks[]': checklist(site, 'news') };
  await mustAct(people.editor, item, 'finish-edit');
  await mustAct(people.verifier, item, 'verify', checks);
  await mustAct(people.boardHead, item, 'pass-final', checks);
  await mustAct(people.secretary, item, 'publish');
  assert.ok((await lookUp(reader, { code: printed, secret })).body.includes('Đã đăng'));
  const address = one(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.item_id = ${numberIn(item)}`);
  await site.until('the letter has left', () => localMails(site).some((mail) => mail.headers['x-rcptto'] === 'lo.thu@vidu.vn' && mail.plain.includes(address)), 60_000);
});

test('D9.1a, D4.1a a zip file of a stick is opened: its photos stand beside it with their names in Unicode; one that cannot be opened says why', async () => {
  const vni = (name) => Buffer.from(name, 'latin1');
  const url = await register({ title: 'Ảnh trong USB' }, [{ name: 'ảnh.zip', bytes: pack([[vni('AÛnh hoäi nghò hoøa giaûi.png'), png(61, 40)], ['tệp nén nữa.zip', pack({ 'a.png': png(30, 30) })]]) }, { name: 'đĩa cũ.zip', bytes: Buffer.from('PK\x03\x04 hỏng') }]);
  const id = numberIn(url);
  await site.until('the photo is made', () => one(`SELECT COUNT(*) FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${id} AND f.state = 'ready'`) === '1', 60_000);
  assert.deepEqual(site.sql(`SELECT x.name, f.format, f.state FROM core_intake_file x JOIN core_file f ON f.id = x.file_id WHERE x.intake_id = ${id} ORDER BY x.id`), [['ảnh.zip', 'other', 'quarantine'], ['Ảnh hội nghị hòa giải.png', 'png', 'ready'], ['tệp nén nữa.zip', 'other', 'quarantine'], ['đĩa cũ.zip', 'other', 'quarantine']]);
  assert.equal(one(`SELECT files FROM core_intake WHERE id = ${id}`), '4');
  const page = await people.secretary.get(url);
  for (const words of ['Đã mở: 2 tệp ở dưới.', 'Ảnh hội nghị hòa giải.png', 'Tệp nén trong tệp nén không được mở.', 'Tệp nén hỏng hoặc thiếu phần cuối nên không mở được.']) assert.ok(page.body.includes(words), words);
});

test('D9.1b what is missing is said, keeps it out of the queue, and is filled in later', async () => {
  const url = await register({ medium: 'paper', sender_name: '', sender_phone: '', sender_address: '', title: 'Bản giấy', text: 'Hai trang, một ảnh;\nbản gốc ở tủ số 2.' });
  const id = numberIn(url);
  assert.equal(one(`SELECT state FROM core_intake WHERE id = ${id}`), 'awaiting');
  const page = await people.secretary.get(`${url}?xong=vao-so`);
  assert.ok(page.body.includes('Còn thiếu: họ và tên người gửi; địa chỉ thư điện tử; số điện thoại hoặc địa chỉ liên lạc'));
  assert.ok((await people.secretary.get(`${url}/giay-tiep-nhan`)).body.includes('Cần bổ sung'));
  assert.equal((await people.secretary.get(`/quan-tri/tin-bai/tu-tiep-nhan?tn=${id}`)).status, 409);
  assert.ok(page.body.includes('Hai trang, một ảnh;\nbản gốc ở tủ số 2.'), 'in its lines');
  // What a person brought is no spam: it is neither offered nor taken.
  assert.ok(!page.body.includes('thu-rac'));
  assert.equal((await people.secretary.get(`${url}/viec/thu-rac`)).status, 409);
  const form = await people.secretary.get(`${url}/viec/nguoi-gui`);
  assert.equal((await people.secretary.submit(form, (each) => each.action.endsWith('/nguoi-gui'), { sender_name: 'Lò Văn Thử', sender_address: 'lo.thu@vidu.vn', sender_place: 'Bản Hon' })).status, 303);
  assert.equal(one(`SELECT state FROM core_intake WHERE id = ${id}`), 'received');
});

test('mistakes are said with what was typed and the files that came; the same form twice is one thing', async () => {
  const page = await people.secretary.get(kCounter);
  const wrong = await send(people.secretary, filled(page, { medium: '', title: '', sender_phone: 'x', received_at: '31/12/2099 08:00' }), [{ name: 'ảnh.png', bytes: png(30, 30) }, { name: 'rong.pdf', bytes: Buffer.alloc(0) }]);
  assert.equal(wrong.status, 422);
  const said = errorsOf(wrong).join(' ');
  for (const words of ['Chọn cách nộp', 'Viết số điện thoại bằng chữ số', 'rong.pdf” trống']) assert.ok(said.includes(words), said);
  assert.ok(wrong.body.includes('Đã nhận: ảnh.png'));
  const again = Object.fromEntries(formOf(wrong));
  assert.equal(again.sender_name, 'Lò Văn Thử');
  const fields = Object.entries({ ...again, medium: 'disc', title: 'Đĩa ảnh', sender_phone: '0299 3 555 700', received_at: when(-10) });
  const [first, second] = [await send(people.secretary, fields), await send(people.secretary, fields)];
  assert.deepEqual([first.status, second.status], [303, 303], textOf(first));
  assert.equal(first.headers.location, second.headers.location);
  const id = numberIn(first.headers.location.split('?')[0]);
  assert.deepEqual(site.sql(`SELECT name FROM core_intake_file WHERE intake_id = ${id}`), [['ảnh.png']]);
  const same = await send(people.secretary, Object.entries({ ...Object.fromEntries(formOf(await people.secretary.get(kCounter))), ...Object.fromEntries(fields.filter(([name]) => !['_key', '_csrf', 'phieu'].includes(name))) }), [{ name: 'ảnh.png', bytes: png(30, 30) }]);
  assert.equal(same.status, 422);
  assert.match(errorsOf(same).join(), new RegExp(`đã có trong sổ, mã ${one(`SELECT code FROM core_intake WHERE id = ${id}`)}`));
  // Who may not, and a form that is not genuine.
  assert.equal((await people.author.get(kCounter)).status, 403);
  const fresh = Object.fromEntries(formOf(await people.secretary.get(kCounter)));
  assert.equal((await send(people.secretary, Object.entries({ ...fresh, _csrf: 'x', medium: 'usb', title: 'T', text: 'T' }))).status, 403);
  assert.equal((await send(people.secretary, Object.entries({ ...fresh, phieu: '../../x', medium: 'usb', title: 'T', text: 'T' }))).status, 400);
});

test('D4.1a, D9.1 one register over all ways in: filtered by way, state, sender and dates, and taken away as one file', async () => {
  const url = await register({ title: 'Tìm theo mọi cách', sender_name: 'Mùa A Tìm', received_at: when(-5) }, [{ name: 'a.pdf', bytes: pdf('tim') }]);
  const code = one(`SELECT code FROM core_intake WHERE id = ${numberIn(url)}`);
  const day = when().slice(0, 10);
  for (const [query, is] of [
    ['kenh=counter', true], ['kenh=mail', false], ['kenh=web', false], ['trang-thai=received', true], ['trang-thai=refused', false], ['q=m%C3%B9a+a+t%C3%ACm', true], ['q=khong+co', false],
    [`tu-ngay=${encodeURIComponent(day)}&den-ngay=${encodeURIComponent(day)}&kenh=counter`, true], ['den-ngay=01%2F01%2F2020', false],
  ]) {
    assert.equal((await people.secretary.get(`/quan-tri/tiep-nhan/?${query}`)).body.includes(code), is, query);
    assert.equal((await people.secretary.get(`/quan-tri/tiep-nhan/xuat.csv?${query}`)).body.includes(`"${code}"`), is, query);
  }
  // What the office's own people send in stands in the same list, without a copy of it; what became an item of a thing stands there once.
  const article = await writeArticle(people.author, articleFields(site, { title: 'Gửi từ trang quản trị' }));
  const number = numberIn(article);
  const own = one(`SELECT code FROM core_item WHERE id = ${number}`);
  const listed = async (query) => (await people.secretary.get(`/quan-tri/tiep-nhan/?${query}`)).html().querySelectorAll('.table__title a').map((each) => each.getAttribute('href'));
  assert.ok(!(await listed('kenh=office')).includes(article), 'the board has it not yet');
  await mustAct(people.author, article, 'submit-to-unit');
  await mustAct(people.unitHead, article, 'approve-unit');
  assert.equal((await listed('kenh=office&trang-thai=received'))[0], article);
  assert.ok((await listed('trang-thai=open')).includes(article) && !(await listed('kenh=web')).includes(article));
  assert.ok((await people.secretary.get('/quan-tri/tiep-nhan/xuat.csv?kenh=office')).body.includes(`"${own}"`));
  assert.equal(one(`SELECT COUNT(*) FROM core_intake WHERE title = 'Gửi từ trang quản trị'`), '0');
  const everything = [];
  let address = '/quan-tri/tiep-nhan/';
  for (let pages = 0; address && pages < 30; pages++) {
    const page = await people.secretary.get(address);
    everything.push(...page.html().querySelectorAll('.table__title a').map((each) => each.getAttribute('href')));
    address = page.html().querySelector('.pager a[rel="next"]')?.getAttribute('href').replaceAll('&amp;', '&');
  }
  const wanted = Number(one('SELECT (SELECT COUNT(*) FROM core_intake) + (SELECT COUNT(*) FROM core_item i WHERE first_supplied_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM core_intake n WHERE n.item_id = i.id))'));
  assert.deepEqual([everything.length, new Set(everything).size], [wanted, wanted], 'page by page each once');
  const csv = await people.secretary.get('/quan-tri/tiep-nhan/xuat.csv?kenh=counter');
  assert.ok(csv.body.includes('"USB, thẻ nhớ"') && csv.body.includes('"Người mang đến"'));
});
