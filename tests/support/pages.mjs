// Every page type of both faces, once: what the browser tests look at and Lighthouse measures. The route tables are read too, so a page type that
// nobody listed here is found by a test.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { plantDocument } from './documents.mjs';
import { root } from './instance.mjs';
import { cast, documentOf, mustAct } from './journey.mjs';
import { plantAnchor } from './pdf.mjs';

const published = (site, where) => site.sql(`SELECT CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE ${where} ORDER BY p.item_id LIMIT 1`)[0][0];
const idIn = (site, state, where = '1') => site.sql(`SELECT id FROM core_item WHERE state = '${state}' AND ${where} ORDER BY id LIMIT 1`)[0][0];
const item = (site, state) => `/quan-tri/tin-bai/${idIn(site, state)}`;
const first = (site, table, where = '1') => site.sql(`SELECT id FROM ${table} WHERE ${where} ORDER BY id LIMIT 1`)[0][0];

const matterIn = (site, state) => first(site, 'qa_matter', `state = '${state}'`);

// The page of a clock of an article that the board has.
const clockPage = (site, where) => site.sql(`SELECT CONCAT('/quan-tri/tin-bai/', c.item_id, '/thoi-han/', c.id) FROM core_clock c JOIN core_item i ON i.id = c.item_id WHERE c.state = 'open' AND i.supplied_at IS NOT NULL AND ${where} ORDER BY c.id DESC LIMIT 1`)[0][0];

// An article of the board with more than one version, and one with a single one.
const withVersions = (site, what) => site.sql(`SELECT id FROM core_item WHERE supplied_at IS NOT NULL AND working_version ${what} ORDER BY working_version DESC, id LIMIT 1`)[0][0];
const oneVersion = (site) => withVersions(site, '= 1');

// The demo's articles are written once: a second version with other words is put beside the first when there is none.
function twoVersions(site) {
  if (Number(site.sql('SELECT COUNT(*) FROM core_item WHERE supplied_at IS NOT NULL AND working_version > 1')[0][0]) === 0) {
    const id = oneVersion(site);
    site.sql(`INSERT INTO core_item_version SELECT item_id, 2, person_id, account_id, step, content_digest, created_at FROM core_item_version WHERE item_id = ${id} AND version = 1;
      INSERT INTO news_article_version (item_id, version, title, summary, source, event_at, body_json, section_id) SELECT item_id, 2, CONCAT(title, ' từ ngày 01/12/2026'), CONCAT('Mới: ', summary), 'Trung tâm Trợ giúp pháp lý nhà nước', event_at, REPLACE(body_json, 'người dân', 'bà con'), section_id FROM news_article_version WHERE item_id = ${id} AND version = 1;
      UPDATE core_item SET working_version = 2 WHERE id = ${id}`);
  }
  return withVersions(site, '> 1');
}

// A draft of a new article, as the browser keeps one.
function aDraft(site, username) {
  const key = createHash('md5').update(username).digest('hex');
  const body = documentOf(['Sáng nay, lớp tập huấn hòa giải viên khai mạc tại xã Tân Lập.']);
  const fields = JSON.stringify({ title: 'Sở Tư pháp mở lớp tập huấn', summary: 'Lớp mở trong hai ngày.', body });
  site.sql(`INSERT IGNORE INTO core_draft (draft_key, person_id, subject, sequence, title, fields, began_at, saved_at)
    SELECT '${key}', person_id, 'new:news', 1, 'Sở Tư pháp mở lớp tập huấn', '${fields.replaceAll('\\', '\\\\')}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM core_account WHERE username = '${username}'`);
  return key;
}

// Takes two articles down by the board head's form, one with a notice and one without, so that both kinds of a gone page exist.
export async function withdrawTwo(site) {
  if (Number(site.sql('SELECT COUNT(*) FROM news_gone')[0][0]) >= 2) return;
  const { boardHead } = await cast(site);
  const ids = site.sql("SELECT p.item_id, CONCAT(s.path, p.slug) FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.kind = 'direction' ORDER BY p.item_id DESC LIMIT 2");
  const modes = ['notice', 'gone'];
  for (const [i, [id]] of ids.entries()) {
    const notice = modes[i] === 'notice' ? { notice: 'Số liệu đang được rà soát; bản đúng sẽ đăng lại trong tuần này.' } : {};
    await mustAct(boardHead, `/quan-tri/tin-bai/${id}`, 'withdraw', { reason: 'Số liệu trong bài cần rà soát lại.', withdraw_mode: modes[i], ...notice });
  }
  await site.until('withdrawn pages are gone', async () => (await Promise.all(ids.map(([, address]) => site.reader().get(address)))).every((answer) => answer.status === 410));
}

// [{name, path, status}]: `status` other than 200 is a page that is not meant to be found; `hidden` ones carry noindex on purpose.
export function publicPages(site) {
  const news = published(site, "p.kind = 'news'");
  const gone = site.sql('SELECT CONCAT(s.path, g.slug) FROM news_gone g JOIN core_item i ON i.id = g.item_id JOIN site_section s ON s.id = i.section_id ORDER BY g.mode DESC LIMIT 2').map(([address]) => address);
  const pages = [
    ['trang-chu', '/'],
    ['danh-sach', '/tin-tuc/'],
    ['danh-sach-con', '/tin-tuc/hoat-dong-cua-so/'],
    ['danh-sach-nam', '/tin-tuc/nam/2026/'],
    ['danh-sach-thang', '/tin-tuc/nam/2026/11/'],
    ['danh-sach-trong', '/tin-tuc/nam/2019/'],
    ['danh-sach-cu-hon', '/tin-tuc/?truoc=4102444800000000-1', { hidden: true }],
    ['bai-viet', news],
    ['su-kien', published(site, "p.kind = 'event'")],
    ['ban-in', `${news}/in`, { hidden: true }],
    ['bao-noi-dung-cu', `${news}/bao-cu`, { hidden: true }],
    ['bao-noi-dung-cu-xong', `${news}/bao-cu/da-nhan`, { hidden: true }],
    ['gioi-thieu', '/gioi-thieu/'],
    ['trang-gioi-thieu', published(site, "p.kind = 'page'")],
    ['co-cau-to-chuc', '/gioi-thieu/co-cau-to-chuc'],
    ['lanh-dao', '/gioi-thieu/lanh-dao'],
    ['danh-ba', '/gioi-thieu/danh-ba'],
    ['lien-he', '/lien-he/'],
    ['lich-lam-viec', '/lich-lam-viec'],
    ['lich-lam-viec-nam', '/lich-lam-viec/2027'],
    ['tinh-thoi-han', '/tinh-thoi-han'],
    ['tinh-thoi-han-ket-qua', '/tinh-thoi-han/ket-qua?quy-dinh=D9.3a&so=&don-vi=working_days&tu=29%2F01%2F2027+16%3A30', { hidden: true }],
    ['tinh-thoi-han-loi', '/tinh-thoi-han/ket-qua?quy-dinh=&so=m%C6%B0%E1%BB%9Di&don-vi=working_days&tu=31%2F02%2F2027', { status: 422, hidden: true }],
    ['bo-sung-nguoi-gui', `/bo-sung/${aSenderLink(site)}`, { hidden: true }],
    ['bo-sung-nguoi-gui-xong', '/bo-sung/da-nhan', { hidden: true }],
    ['gui-tin-bai', '/gui-tin-bai', { hidden: true }],
    ['gui-tin-bai-tra-cuu', '/gui-tin-bai/tra-cuu?ma=GT-7KM4-HQ3T', { hidden: true }],
    ['so-do-trang', '/so-do-trang'],
    ['kenh-tin', '/kenh-tin'],
    ['kha-nang-tiep-can', '/tuyen-bo-kha-nang-tiep-can'],
    ['du-lieu-ca-nhan', '/bao-ve-du-lieu-ca-nhan'],
    ['english', '/en/'],
    ['khong-tim-thay', '/khong-co-trang-nay', { status: 404, hidden: true }],
    ...gone.map((address, i) => [`da-go-${i + 1}`, address, { status: 410, hidden: true }]),
  ];
  return pages.map(([name, address, more]) => ({ name, path: address, status: 200, hidden: false, ...more }));
}

// A Word file of an article, ready to be taken over.
const aDocument = (site, item) => site.sql(`SELECT id FROM core_item_file WHERE item_id = ${item} AND kind = 'document' ORDER BY id LIMIT 1`)[0]?.[0] ?? plantDocument(site, item);

// A mail that the server refused; gives the list on which it stands.
const aDeadMail = (site) => {
  site.sql(`INSERT IGNORE INTO core_mail (kind, person_id, address, item_id, message_id, state, attempts, available_at, since, created_at, last_error) SELECT 'notice', p.id, 'hop.thu.cua.mot.nguoi.co.ten.rat.dai@phong-tu-phap.minhgiang.gov.vn', (SELECT MIN(id) FROM core_item), 'trang-thu@minhgiang.gov.vn', 'dead', 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 'Máy chủ thư từ chối (mã 550 – địa chỉ người nhận không có hoặc không nhận thư): 550 5.1.1 <hop.thu.cua.mot.nguoi.co.ten.rat.dai@phong-tu-phap.minhgiang.gov.vn>: Recipient address rejected' FROM core_person p WHERE p.code = 'dinh-cong-tu'`);
  return 'khong-gui-duoc';
};

// Things of the intake register: one that came in whole, one that is held, one that answers a mail of ours, one that was refused on the state-secret ground:
// {received, held, joined, secret}.
export const intakeThings = (site) => {
  site.sql(`INSERT IGNORE INTO core_intake (code, channel, received_at, registered_at, state, state_since, title, sender_name, sender_address, sender_phone, sender_organisation, trust, hold, reason, content_digest, may_answer, files) VALUES
    ('TN-2026-9001', 'mail', '2026-11-29 02:10:00', '2026-11-29 02:10:01', 'received', '2026-11-29 02:10:01', 'Hội nghị tập huấn nghiệp vụ phổ biến, giáo dục pháp luật và hòa giải ở cơ sở “đợt 2” năm 2026', 'Nguyễn Hoàng Yến', 'yen.nh@minhgiang.gov.vn', '0299 3 555 047', 'Phòng Phổ biến, giáo dục pháp luật', 'signed', '', '', SHA2('trang-1', 256), 1, 1),
    ('TN-2026-9002', 'mail', '2026-11-29 03:10:00', '2026-11-29 03:10:01', 'held', '2026-11-29 03:10:01', 'Bài cộng tác', 'Lò Văn Thử', 'hop.thu.cua.mot.nguoi.co.ten.rat.dai@vidu.com', '', '', 'none', 'unknown', 'Người gửi không có trong danh bạ.', SHA2('trang-2', 256), 1, 0),
    ('TN-2026-9003', 'mail', '2026-11-29 04:10:00', '2026-11-29 04:10:01', 'joined', '2026-11-29 04:10:01', 'Re: Đã nhận tin, bài TN-2026-9001', 'Nguyễn Hoàng Yến', 'yen.nh@minhgiang.gov.vn', '0299 3 555 047', 'Phòng Phổ biến, giáo dục pháp luật', 'signed', '', '', SHA2('trang-3', 256), 1, 0),
    ('TN-2026-9004', 'mail', '2026-11-29 05:10:00', '2026-11-29 05:10:01', 'refused', '2026-11-29 05:10:01', 'Tin không được đăng', 'Lò Văn Thử', 'nguoi.gui@vidu.com', '0299 3 555 048', '', 'none', '', '', SHA2('trang-4', 256), 1, 0);
    UPDATE core_intake SET ground = 'D12.3b' WHERE code = 'TN-2026-9004';
    UPDATE core_intake r JOIN core_intake t ON t.code = 'TN-2026-9001' SET r.thread_id = t.id WHERE r.code = 'TN-2026-9003';
    INSERT IGNORE INTO core_intake_body (intake_id, text, remark) SELECT id, 'Kính gửi Ban Biên tập,\n\nSáng nay Sở tổ chức hội nghị.', 'Lấy chữ từ thư có định dạng; định dạng không giữ lại.' FROM core_intake WHERE code LIKE 'TN-2026-900_';
    INSERT IGNORE INTO core_intake_file (id, intake_id, name, type, bytes, reason) SELECT 900000 + id, id, 'bài viết của phòng, bản cuối.docx', '', 0, 'Tệp trống, không có nội dung.' FROM core_intake WHERE code = 'TN-2026-9001'`);
  const numbered = (code) => first(site, 'core_intake', `code = '${code}'`);
  return { received: numbered('TN-2026-9001'), held: numbered('TN-2026-9002'), joined: numbered('TN-2026-9003'), secret: numbered('TN-2026-9004') };
};
// A channel that cannot be read, with a long address.
const aFeed = (site) => {
  site.sql(`INSERT IGNORE INTO core_feed_source (id, name, address, contact_name, contact_address, contact_phone, section_id, every_minutes, valid_from, made_by, made_at) SELECT 9001, 'Cổng thông tin điện tử Bộ Tư pháp, chuyên mục Phổ biến, giáo dục pháp luật', 'https://moj.example.vn/qt/tintuc/Pages/kenh-tin-pho-bien-giao-duc-phap-luat/rss.aspx?ItemID=123456789', 'Trần Văn Đầu Mối', 'banbientap@moj.example.vn', '024 3333 4444', (SELECT MIN(id) FROM core_section WHERE kind = 'article_list'), 60, '2026-01-01', MIN(p.id), UTC_TIMESTAMP(6) FROM core_person p;
    UPDATE core_feed_source SET is_on = 1 WHERE id = 9001;
    INSERT INTO core_feed_state (source_id, address, next_at, tried_at, failures, last_error) VALUES (9001, (SELECT address FROM core_feed_source WHERE id = 9001), '2099-01-01', '2026-11-30 01:00:00', 3, 'Kênh tin không phải XML đúng chuẩn, sai ở dòng 12.') ON DUPLICATE KEY UPDATE next_at = '2099-01-01'`);
  return 9001;
};
// Two systems that send in, one whose token was taken away; gives the other.
const aSender = (site) => {
  site.sql(`INSERT IGNORE INTO core_import_sender (id, name, unit_id, token_digest, token_hint, per_minute, valid_from, valid_to, made_by, made_at, revoked_by, revoked_at, revoked_why) SELECT n.id, n.name, (SELECT id FROM core_unit WHERE code = 'pbgdpl'), SHA2(n.name, 256), 'tn_0a1b2', 30, '2026-01-01', '2026-12-31', (SELECT MIN(id) FROM core_person), UTC_TIMESTAMP(6), IF(n.id = 9002, (SELECT MIN(id) FROM core_person), NULL), IF(n.id = 9002, '2026-11-30 01:00:00', NULL), IF(n.id = 9002, 'Lộ mã', '') FROM (SELECT 9001 AS id, 'Phần mềm tin bài Trung tâm Trợ giúp pháp lý nhà nước' AS name UNION SELECT 9002, 'Phần mềm cũ') n`);
  return 9001;
};
const aThing = (site) => intakeThings(site).received;
// A thing that came over the counter, whose slip can be printed.
const aSlip = (site) => {
  const thing = aThing(site);
  site.sql(`INSERT IGNORE INTO core_intake_track (digest, intake_id, code, secret, made_at) VALUES (SHA2('track:GT-7KM4-HQ3T:C9RE-4WXN', 256), ${thing}, 'GT-7KM4-HQ3T', 'C9RE-4WXN', UTC_TIMESTAMP(6))`);
  return thing;
};
// The link of a receipt, for a thing that waits for its sender; gives its secret.
const aSenderLink = (site) => {
  const token = '00000000000000000000000000000001';
  aThing(site);
  site.sql(`INSERT IGNORE INTO core_intake_link (intake_id, token_digest, code, missing, made_at, expires_at) SELECT id, SHA2('${token}', 256), code, 'name,reach', UTC_TIMESTAMP(6), '2100-01-01' FROM core_intake WHERE code = 'TN-2026-9002'`);
  return token;
};

// The plan of a merger that waits to be confirmed.
const aUnitChange = (site) => {
  site.sql("INSERT INTO core_unit_change (unit_id, into_unit, from_day, document_number, entered_by, entered_at) SELECT u.id, n.id, '2099-01-01', '12/QĐ-UBND ngày 20/11/2026', (SELECT MIN(id) FROM core_person), UTC_TIMESTAMP(6) FROM core_unit u, core_unit n WHERE u.code = 'pbgdpl' AND n.code = 'hctp' AND NOT EXISTS (SELECT 1 FROM core_unit_change c WHERE c.waiting_unit = u.id)");
  return site.sql('SELECT MAX(id) FROM core_unit_change')[0][0];
};

// A unit below its quota of this month, whose head can be reminded.
const shortUnit = (site) =>
  site.sql("SELECT u.id FROM core_unit u JOIN core_role_assignment r ON r.unit_id = u.id AND r.role = 'unit_head' AND r.revoked_at IS NULL WHERE u.kind = 'department' AND u.valid_to IS NULL AND NOT EXISTS (SELECT 1 FROM core_item i WHERE i.unit_id = u.id AND i.first_supplied_at >= DATE_FORMAT(UTC_TIMESTAMP() + INTERVAL 7 HOUR, '%Y-%m-01') - INTERVAL 7 HOUR) ORDER BY u.id LIMIT 1")[0]?.[0];

// {username: [{name, path, status}]}: each page by somebody whose work it is.
export function officePages(site) {
  const pages = {
    'le.thi.thu.hang': [
      ['hop-viec', '/quan-tri/'],
      ['hop-viec-nhom', '/quan-tri/?xem=nhom'],
      ['hop-viec-ca-ban', '/quan-tri/?xem=ca-ban&xep=han'],
      ['hop-viec-loc', '/quan-tri/?xem=ca-ban&han=qua-han&cho=1&nguoi=chua-nhan'],
      ['hang-loat-tra-lai', `/quan-tri/tin-bai/hang-loat?viec=tra-lai&bai%5B%5D=${idIn(site, 'editing')}`],
      ['hang-doi', '/quan-tri/hang-doi/submitted'],
      ['hang-doi-trong', '/quan-tri/hang-doi/submitted?q=khongcoviecnaynhuthe'],
      ['tin-bai', '/quan-tri/tin-bai/'],
      ['tin-bai-trong', '/quan-tri/tin-bai/?q=khongcobainaynhuthe'],
      ['tim', '/quan-tri/tim?q=ho'],
      ['tim-trong', '/quan-tri/tim?q=khongcogica'],
      ['phim-tat', '/quan-tri/phim-tat'],
      ['dieu-hanh', '/quan-tri/dieu-hanh/'],
      ['dieu-hanh-qua-han', '/quan-tri/dieu-hanh/danh-sach?loai=qua-han'],
      ['dieu-hanh-nhac', `/quan-tri/dieu-hanh/nhac?don-vi=${shortUnit(site)}`],
      ['dieu-hanh-ngay', '/quan-tri/dieu-hanh/danh-sach?loai=ngay'],
      ['dinh-muc', '/quan-tri/dinh-muc/'],
      ['dinh-muc-moi', '/quan-tri/dinh-muc/moi'],
      ['thong-bao', '/quan-tri/thong-bao/'],
      ['thong-bao-tat-ca', '/quan-tri/thong-bao/?xem=tat-ca'],
      ['nhat-ky', '/quan-tri/nhat-ky/'],
      ['lich-su', `/quan-tri/nhat-ky/${idIn(site, 'published')}`],
      ['bai-xac-thuc', item(site, 'verifying')],
      ['tu-choi', `${item(site, 'verifying')}/viec/refuse`],
      ['bai-bi-tu-choi', item(site, 'refused')],
      ['thong-bao-tu-choi', site.sql("SELECT CONCAT('/quan-tri/tin-bai/', item_id, '/thu/', id) FROM core_letter WHERE kind = 'refusal' ORDER BY id LIMIT 1")[0][0]],
      ['hoi-xac-nhan', `${item(site, 'verifying')}/xac-nhan/moi`],
      ['yeu-cau-xac-nhan', site.sql("SELECT CONCAT('/quan-tri/tin-bai/', item_id, '/xac-nhan/', id) FROM core_request ORDER BY id LIMIT 1")[0][0]],
      ['bai-da-dang', item(site, 'published')],
      ['go-bai', `${item(site, 'published')}/viec/withdraw`],
      ['phien-ban', `${item(site, 'published')}/phien-ban/1`],
      ['vi-sao-han-nay', clockPage(site, "c.no_due = 'paused'")],
      ['vi-sao-han-gia-han', clockPage(site, 'c.extended_at IS NOT NULL')],
      ['thoi-han-tam-dung', `${clockPage(site, 'c.extended_at IS NOT NULL')}/tam-dung`],
      ['quy-dinh-thoi-han', '/quan-tri/thoi-han/'],
      ['quy-dinh-thoi-han-xem', `/quan-tri/thoi-han/${first(site, 'core_duty', "code = 'D9.3-ban'")}`],
      ['quy-dinh-thoi-han-sua', `/quan-tri/thoi-han/${first(site, 'core_duty', "code = 'D9.3e'")}/sua`],
      ['vi-sao-han-thang', `/quan-tri/thoi-han/dong-ho/${first(site, 'core_clock', "item_id IS NULL AND state = 'open'")}`],
      ['so-sanh', `/quan-tri/tin-bai/${twoVersions(site)}/so-sanh`],
      ['so-sanh-mot-cot', `/quan-tri/tin-bai/${twoVersions(site)}/so-sanh?kieu=mot-cot`],
      ['so-sanh-mot-ban', `/quan-tri/tin-bai/${oneVersion(site)}/so-sanh`],
      ['chuyen-muc', '/quan-tri/chuyen-muc/'],
      ['chuyen-muc-moi', '/quan-tri/chuyen-muc/moi'],
      ['chuyen-muc-sua', `/quan-tri/chuyen-muc/${first(site, 'core_section')}`],
      ['chuyen-muc-quy-dinh', `/quan-tri/chuyen-muc/${site.sql('SELECT section_id FROM core_section_rule ORDER BY id LIMIT 1')[0]?.[0] ?? first(site, 'core_section')}/quy-dinh`],
      ['can-xem-lai', '/quan-tri/tin-bai/xem-lai'],
      ['bao-cu', `${item(site, 'published')}/viec/flag`],
      ['vai-tro', '/quan-tri/vai-tro/'],
      ['uy-quyen', '/quan-tri/uy-quyen/'],
      ['uy-quyen-moi', '/quan-tri/uy-quyen/moi'],
      ['quyen', '/quan-tri/quyen/'],
      ['quyen-mot-nguoi', `/quan-tri/quyen/nguoi?nguoi=${first(site, 'core_person', "code = 'phan-van-dung'")}&bai=${site.sql("SELECT code FROM core_item WHERE state = 'verifying' LIMIT 1")[0][0]}`],
      ['van-phong-khong-tim-thay', '/quan-tri/khong-co-trang-nay', { status: 404 }],
    ],
    'tran.minh.chau': [
      ['so-tiep-nhan', '/quan-tri/tiep-nhan/'],
      ['tiep-nhan-ghi-so', '/quan-tri/tiep-nhan/moi'],
      ['tiep-nhan-giay', `/quan-tri/tiep-nhan/${aSlip(site)}/giay-tiep-nhan`],
      ['tiep-nhan-mot-noi-dung', `/quan-tri/tiep-nhan/${aThing(site)}`],
      ['tiep-nhan-nguoi-gui', `/quan-tri/tiep-nhan/${aThing(site)}/viec/nguoi-gui`],
      ['tiep-nhan-khong-nhan', `/quan-tri/tiep-nhan/${aThing(site)}/viec/khong-tiep-nhan`],
      ['tiep-nhan-bi-mat', `/quan-tri/tiep-nhan/${intakeThings(site).secret}`],
      ['tiep-nhan-tieu-huy', `/quan-tri/tiep-nhan/${intakeThings(site).secret}/tieu-huy`],
      ['nguon-tin', `/quan-tri/nguon-tin/${aFeed(site) && ''}`],
      ['nguon-tin-moi', '/quan-tri/nguon-tin/moi'],
      ['nguon-tin-sua', `/quan-tri/nguon-tin/${aFeed(site)}`],
      ['tiep-nhan-phan-loai', `/quan-tri/tin-bai/tu-tiep-nhan?tn=${aThing(site)}`],
      ['hoi-dap', '/quan-tri/hoi-dap/'],
      ['hoi-dap-qua-han', '/quan-tri/hoi-dap/?han=late'],
      ['hoi-dap-moi', '/quan-tri/hoi-dap/moi'],
      ['hoi-dap-chuyen', `/quan-tri/hoi-dap/chuyen?viec%5B%5D=${matterIn(site, 'received')}`],
      ['hoi-dap-viec', `/quan-tri/hoi-dap/${matterIn(site, 'with_unit')}`],
      ['hoi-dap-da-tra-loi', `/quan-tri/hoi-dap/${matterIn(site, 'answered')}`],
      ['hoi-dap-tra-loi', `/quan-tri/hoi-dap/${matterIn(site, 'unit_answered')}/viec/tra-loi`],
      ['hoi-dap-vi-sao-han', site.sql("SELECT CONCAT('/quan-tri/hoi-dap/', k.matter_id, '/thoi-han/', k.clock_id) FROM qa_matter_clock k JOIN core_clock c ON c.id = k.clock_id AND c.state = 'open' ORDER BY k.clock_id LIMIT 1")[0][0]],
      ['phan-loai', `${item(site, 'submitted')}/viec/receive`],
      ['cho-dang', item(site, 'ready')],
      ['hang-loat-tiep-nhan', `/quan-tri/tin-bai/hang-loat?viec=tiep-nhan&bai%5B%5D=${idIn(site, 'submitted')}&bai%5B%5D=${idIn(site, 'published')}`],
      ['giao-nhieu-bai', `/quan-tri/tin-bai/giao?bai%5B%5D=${idIn(site, 'editing')}`],
      ['hen-dang', `${item(site, 'ready')}/hen-dang`],
      ['het-han', `${item(site, 'published')}/het-han`],
      ['da-bao-cao', `/quan-tri/thoi-han/dong-ho/${first(site, 'core_clock', "state = 'open' AND duty_id IN (SELECT id FROM core_duty WHERE code = 'D18.5')")}/bao-cao`],
    ],
    'bui.duc.thinh': [
      ['bai-bien-tap', item(site, 'editing')],
      ['sua-bai', `${item(site, 'editing')}/sua`],
      ['xem-truoc', `${item(site, 'editing')}/xem-truoc`],
      ['van-ban-gui-len', `${item(site, 'editing')}/tai-lieu/${aDocument(site, idIn(site, 'editing'))}`],
      ['van-phong-khong-duoc', '/quan-tri/tai-khoan/', { status: 403 }],
    ],
    'nguyen.hoang.yen': [
      ['bai-cua-toi', '/quan-tri/bai-cua-toi'],
      ['viet-bai', '/quan-tri/tin-bai/moi'],
      ['ban-nhap', `/quan-tri/tin-bai/nhap/${aDraft(site, 'nguyen.hoang.yen')}`],
      ['viet-bai-tu-nhap', `/quan-tri/tin-bai/moi?nhap=${aDraft(site, 'nguyen.hoang.yen')}`],
    ],
    'tran.minh.chau.qtm': [
      ['tai-khoan', '/quan-tri/tai-khoan/'],
      ['tai-khoan-moi', '/quan-tri/tai-khoan/moi'],
      ['tai-khoan-xem', `/quan-tri/tai-khoan/${first(site, 'core_account')}`],
      ['tai-khoan-vai-tro', `/quan-tri/tai-khoan/${first(site, 'core_account')}/vai-tro`],
      ['don-vi', '/quan-tri/don-vi/'],
      ['don-vi-moi', '/quan-tri/don-vi/moi'],
      ['don-vi-sua', `/quan-tri/don-vi/${first(site, 'core_unit')}`],
      ['don-vi-sap-nhap', `/quan-tri/don-vi/${first(site, 'core_unit', "code = 'hctp'")}/sap-nhap`],
      ['don-vi-thay-doi', `/quan-tri/don-vi/thay-doi/${aUnitChange(site)}`],
      ['nhan-su', '/quan-tri/nhan-su/'],
      ['nhan-su-moi', '/quan-tri/nhan-su/moi'],
      ['nhan-su-sua', `/quan-tri/nhan-su/${first(site, 'core_person')}`],
      ['cai-dat', '/quan-tri/cai-dat/'],
      ['cai-dat-sua', '/quan-tri/cai-dat/phone'],
      ['cai-dat-lich-su', '/quan-tri/cai-dat/phone/lich-su'],
      ['lich', '/quan-tri/lich/'],
      ['lich-moi', '/quan-tri/lich/moi'],
      ['lich-xem', `/quan-tri/lich/${first(site, 'core_calendar', 'is_own = 1')}?nam=2027`],
      ['lich-gio', `/quan-tri/lich/${first(site, 'core_calendar', 'is_own = 1')}/gio`],
      ['lich-nam', `/quan-tri/lich/${first(site, 'core_calendar', 'is_own = 1')}/nam/2028`],
      ['lich-ngay', `/quan-tri/lich/${first(site, 'core_calendar', 'is_own = 1')}/ngay`],
      ['chung-thu', '/quan-tri/chung-thu/'],
      ['chung-thu-moi', '/quan-tri/chung-thu/moi'],
      ['chung-thu-bo', `/quan-tri/chung-thu/${plantAnchor(site)}/bo`],
      ['ket-noi', `/quan-tri/ket-noi/${aSender(site) && ''}`],
      ['ket-noi-moi', '/quan-tri/ket-noi/moi'],
      ['ket-noi-thu-hoi', `/quan-tri/ket-noi/${aSender(site)}/thu-hoi`],
      ['thu-di', '/quan-tri/thu-di/'],
      ['thu-di-khong-gui-duoc', `/quan-tri/thu-di/?trang-thai=${aDeadMail(site)}`],
      ['ca-nhan', '/quan-tri/ca-nhan'],
      ['hai-lop', '/quan-tri/ca-nhan/hai-lop'],
    ],
  };
  return Object.fromEntries(Object.entries(pages).map(([username, list]) => [username, list.map(([name, address, more]) => ({ name, path: address, status: 200, ...more }))]));
}

// The page routes that the programs serve, by face, as [pattern, RegExp]; feeds, texts for machines and fragments are no pages.
export function pageRoutes() {
  const tables = { public: ['modules/news/public/routes.h'], office: ['modules/news/office/routes.h', 'modules/qa/office/routes.h', 'modules/admin/routes.h'] };
  const isPage = (pattern) => !/(\.(xml|txt|json|ics|csv|ods|webp|jpg|pdf)|\/tai-ve)$/.test(pattern) && !pattern.startsWith('/_fragment/');
  const toRegExp = (pattern) => new RegExp(`^${pattern.replace(/\{\w+([*#]?)\}/g, (all, kind) => (kind === '*' ? '.*' : kind === '#' ? '\\d+' : '[^/]+'))}$`);
  const routesOf = (files) => {
    const source = files.map((file) => fs.readFileSync(path.join(root, file), 'utf8')).join('\n');
    return [...source.matchAll(/\{Method::Get, "([^"]+)"/g)].map(([, pattern]) => pattern).filter(isPage).map((pattern) => [pattern, toRegExp(pattern)]);
  };
  return Object.fromEntries(Object.entries(tables).map(([face, files]) => [face, routesOf(files)]));
}
