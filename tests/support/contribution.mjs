// The public form for articles in tests (D7.3): opened, its question answered as a person does who reads it, sent with files.
import { postFiles } from './files.mjs';
import { forms, sleep } from './instance.mjs';

export const kForm = '/gui-tin-bai';
export const kTrack = '/gui-tin-bai/tra-cuu';

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
function inWords(number) {
  if (number < 10) return digits[number];
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 1 ? 'mười' : `${digits[tens]} mươi`;
  if (ones === 0) return head;
  if (ones === 1 && tens > 1) return `${head} mốt`;
  return `${head} ${ones === 5 ? 'lăm' : digits[ones]}`;
}
const numbers = new Map(Array.from({ length: 40 }, (_, n) => [inWords(n), n]));
const families = {
  'con vật': ['trâu', 'mèo', 'vịt', 'cá chép', 'ong', 'voi'],
  'loại quả': ['cam', 'xoài', 'chuối', 'ổi', 'bưởi', 'nhãn'],
  'đồ dùng trong nhà': ['bàn', 'ghế', 'giường', 'chổi', 'nồi', 'đèn'],
  'ngày trong tuần': ['thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'chủ nhật'],
  'phương tiện đi lại': ['xe đạp', 'ô tô', 'tàu hỏa', 'máy bay', 'xe máy', 'xe buýt'],
};

export function answerTo(question) {
  const sum = question.match(/^Số (.+?) (cộng|trừ) (.+?) bằng /);
  if (sum) return String(sum[2] === 'cộng' ? numbers.get(sum[1]) + numbers.get(sum[3]) : numbers.get(sum[1]) - numbers.get(sum[3]));
  const words = [...question.matchAll(/“([^”]+)”/g)].map(([, word]) => word);
  const place = question.match(/từ đứng (đầu tiên|thứ hai|cuối cùng)/)?.[1];
  if (place) return { 'đầu tiên': words[0], 'thứ hai': words[1], 'cuối cùng': words[3] }[place];
  const family = question.match(/từ nào chỉ (.+)\?/)[1];
  return words.find((word) => families[family].includes(word));
}

// The form of a page as it stands: {fields: Map, question, kept: [name]}.
export function formOn(page) {
  const form = forms(page.body).find((one) => one.action === kForm);
  if (!form) throw new Error(`no form on the page: ${page.status}`);
  const root = page.html();
  return {
    fields: new Map(form.fields),
    question: root.querySelector('label[for="tra_loi"]').textContent.trim(),
    kept: root.querySelectorAll('.uploads li b').map((one) => one.textContent),
    tokens: root.querySelectorAll('button[name="bo_tep"]').map((one) => one.getAttribute('value')),
    errors: root.querySelectorAll('.govuk-error-summary__list a').map((one) => one.textContent),
  };
}

export const sender = { name: 'Lò Văn Thử', email: 'lo.thu@vidu.vn', phone: '0299 3 555 700', place: '', organisation: 'Tổ hòa giải bản Hon', position: 'Tổ trưởng' };

// What a reader fills in; a question is answered, after as long as a person needs.
export async function filled(page, fields = {}) {
  const form = formOn(page);
  await sleep(3200);
  const all = { ...Object.fromEntries(form.fields), ...sender, title: 'Bản Hon hòa giải thành', text: 'Sáng nay tổ hòa giải bản Hon họp.', declared: '1', tra_loi: answerTo(form.question), ...fields };
  return Object.entries(all).filter(([, value]) => value !== null);
}

export const send = (reader, fields, files = []) => postFiles(reader, kForm, fields, files.map((file) => ({ field: 'tep', ...file })));

// {code, secret} of a receipt.
export function receiptOn(page) {
  const [code, secret] = page.html().querySelectorAll('.code-box').map((one) => one.textContent.trim());
  return { code, secret };
}

// Sends a whole form; gives its receipt.
export async function contribute(site, fields, files) {
  const reader = site.reader();
  const page = await reader.get(kForm);
  const answer = await send(reader, await filled(page, fields), files);
  if (answer.status !== 200) throw new Error(`the form answered ${answer.status}: ${formOn(answer).errors.join(' ')}`);
  return receiptOn(answer);
}

// The thing of a receipt, once it is registered.
export async function thingOf(site, { code }) {
  let id;
  await site.until('the form is registered', () => (id = site.sql(`SELECT intake_id FROM core_intake_track WHERE code = '${code}'`)[0]?.[0]) !== undefined, 20_000);
  return id;
}

export const lookUp = (reader, { code, secret }) => reader.post(kTrack, { ma: code, bi_mat: secret });
