// Word files for tests, made here part by part; and documents that are there without the converter.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { forms } from './instance.mjs';
import { pdf, png, postFiles, sha256 } from './files.mjs';
import { pack } from './zip.mjs';

const kWord = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const kRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kPackage = 'http://schemas.openxmlformats.org/package/2006';
const kType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const run = (text, look = '') => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const wordParagraph = (text, look = '', runLook = '') => `<w:p>${look && `<w:pPr>${look}</w:pPr>`}${run(text, runLook)}</w:p>`;
const cell = (text) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
const row = (cells, look = '') => `<w:tr>${look}${cells.map(cell).join('')}</w:tr>`;
const picture = (relation, description) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1905000" cy="1428750"/><wp:docPr id="1" name="Ảnh 1" descr="${description}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="a.png" descr="${description}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1905000" cy="1428750"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

// A docx with these paragraphs as its body, and with what they refer to.
export function docx(body, more = {}) {
  const space = `xmlns:w="${kWord}" xmlns:r="${kRelation}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;
  const parts = ['document.main', 'styles', 'numbering', 'footnotes'].map((kind) => `<Override PartName="/word/${kind.split('.')[0]}.xml" ContentType="${kType}.${kind}+xml"/>`).join('');
  const heading = (n) => `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/><w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr></w:style>`;
  const relation = (id, kind, target, mode = '') => `<Relationship Id="${id}" Type="${kRelation}/${kind}" Target="${target}"${mode}/>`;
  return pack({
    '[Content_Types].xml': `<Types xmlns="${kPackage}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${parts}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${kPackage}/relationships">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${kPackage}/relationships">${relation('s1', 'styles', 'styles.xml')}${relation('n1', 'numbering', 'numbering.xml')}${relation('f1', 'footnotes', 'footnotes.xml')}${relation('l1', 'hyperlink', 'https://moj.gov.vn/', ' TargetMode="External"')}${relation('p1', 'image', 'media/image1.png')}</Relationships>`,
    'word/styles.xml': `<w:styles ${space}>${[1, 2, 3].map(heading).join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${space}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${space}><w:footnote w:id="2"><w:p>${run('Theo báo cáo quý III của Sở.')}</w:p></w:footnote></w:footnotes>`,
    'word/document.xml': `<w:document ${space}><w:body>${body}</w:body></w:document>`,
    'word/media/image1.png': png(200, 150),
    ...more,
  });
}

// What a unit sends: a title, headings, a list, a table, a footnote, a link, a picture, and something that no article holds (a coloured word).
export function wholeDocx({ title = 'Kế hoạch phổ biến pháp luật quý I', withPicture = true } = {}) {
  const bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  return docx(
    [
      wordParagraph(title, '<w:pStyle w:val="Heading1"/>'),
      wordParagraph('Mục đích', '<w:pStyle w:val="Heading2"/>'),
      `<w:p>${run('Nâng cao hiểu biết pháp luật của người dân')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('; xem ')}<w:hyperlink r:id="l1">${run('trang của Bộ Tư pháp')}</w:hyperlink>${run('.')}</w:p>`,
      wordParagraph('Việc phải làm', '<w:pStyle w:val="Heading2"/>'),
      wordParagraph('Mở hai lớp tập huấn', bullet),
      wordParagraph('Phát hai nghìn tờ gấp', bullet),
      wordParagraph('Chữ này từng có màu đỏ.', '', '<w:color w:val="FF0000"/>'),
      `<w:tbl><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>${row(['Xã', 'Số lớp'], '<w:trPr><w:tblHeader/></w:trPr>')}${row(['Tân Lập', '2'])}</w:tbl>`,
      withPicture ? picture('p1', 'Hòa giải viên trong giờ học') : '',
      wordParagraph('Đoạn cuối của kế hoạch.'),
    ].join(''),
  );
}

// As the form's script sends one. Gives {status, documents, errors}.
export async function uploadDocument(client, itemUrl, bytes, name = 'ke-hoach.docx') {
  const page = await client.get(`${itemUrl}/sua`);
  const token = forms(page.body).find((one) => one.action === `${itemUrl}/sua`)?.fields.find(([field]) => field === '_csrf')?.[1];
  const answer = await postFiles(client, `${itemUrl}/tep.json`, [['_csrf', token]], [{ field: 'tai_lieu', name, bytes }]);
  return { status: answer.status, ...(answer.status === 200 || answer.status === 422 ? JSON.parse(answer.body) : { body: answer.body }) };
}

// Waits until no document of the item is being looked into; gives them.
export async function settledDocuments(site, client, itemUrl, limit = 120_000) {
  let documents = [];
  await site.until('the converter has looked at every document', async () => {
    documents = JSON.parse((await client.get(`${itemUrl}/tep.json`)).body).documents;
    return documents.length > 0 && documents.every((one) => one.state !== 'waiting');
  }, limit);
  return documents;
}

const kText = {
  title: 'Kế hoạch phổ biến pháp luật',
  tree: { type: 'doc', content: [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mục đích' }] }, { type: 'paragraph', content: [{ type: 'text', text: 'Nâng cao hiểu biết pháp luật của người dân.' }] }] },
  lost: ['Đã bỏ chữ ở 2 đầu trang, chân trang.', 'Màu chữ, tô nền không giữ (3 đoạn chữ).'],
  pictures: 0,
  encoding: 'tcvn3',
  encoding_label: 'TCVN3 (ABC)',
  confidence: 0.99,
  doubtful: 1,
  doubts: [{ is: 'Ộ', was: 'é', could_be: 'ộ', word: 'BỘ', reason: 'chữ hoa của phông chữ hoa' }],
};

// A document that is ready, without the converter: its text, its preview, its upload. Gives its number.
export function plantDocument(site, item, text = kText) {
  const put = (bytes, format, state) => {
    const digest = sha256(bytes);
    const folder = path.join(site.dir, 'store', digest.slice(0, 2));
    fs.mkdirSync(folder, { recursive: true, mode: 0o2775 });
    fs.chmodSync(folder, 0o2775);
    fs.writeFileSync(path.join(folder, digest), bytes, { mode: 0o644 });
    return site.sql(`INSERT INTO core_file (sha256, bytes, format, state, created_at) VALUES ('${digest}', ${bytes.length}, '${format}', '${state}', UTC_TIMESTAMP(6)); SELECT LAST_INSERT_ID()`)[0][0];
  };
  const mark = randomBytes(8).toString('hex');
  const whole = put(docx(wordParagraph(mark)), 'docx', 'ready');
  const parts = { text: put(Buffer.from(JSON.stringify({ ...text, mark })), 'json', 'made'), preview: put(pdf(mark), 'pdf', 'made') };
  for (const [kind, blob] of Object.entries(parts)) site.sql(`INSERT INTO core_file_part (file_id, kind, number, blob_id) VALUES (${whole}, '${kind}', 0, ${blob})`);
  return site.sql(`INSERT INTO core_item_file (item_id, file_id, kind, name, created_at) VALUES (${item}, ${whole}, 'document', 'ke hoach.docx', UTC_TIMESTAMP(6)); SELECT LAST_INSERT_ID()`)[0][0];
}
