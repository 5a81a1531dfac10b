// The guides of docs/huong-dan/ are true: each section is walked in Chromium as the person it is written for, on articles that are where the section
// says; every name in bold is on the screen there, at a phone's width nothing scrolls sideways, every quotation is something a program says. With
// PORTAL_GUIDE_IMAGES=docs/images/huong-dan the pictures of the guides are taken anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { launch, logIn, openPage, overflow, shot } from '../support/browser.mjs';
import { plantDocument } from '../support/documents.mjs';
import { png, settled, uploadPicture } from '../support/files.mjs';
import { guideNames, namesOn, readGuide, spokenText } from '../support/guides.mjs';
import { root, startInstance } from '../support/instance.mjs';
import { articleFields, cast, checklist, documentOf, mustAct, passAllChecks, personId, publishArticle, sectionId, writeArticle } from '../support/journey.mjs';
import { intakeThings, officePages } from '../support/pages.mjs';

const kPhone = { width: 360, height: 740 };
const kDesk = { width: 1280, height: 860 };
const kMostBytes = 60 * 1024;
const pictureFolder = process.env.PORTAL_GUIDE_IMAGES ? path.resolve(root, process.env.PORTAL_GUIDE_IMAGES) : fs.mkdtempSync(path.join(os.tmpdir(), 'guides-'));

let site;
let browser;
let w; // what the walks walk on
before(async () => {
  site = await startInstance();
  browser = await launch();
  w = await world();
});
after(async () => {
  await browser?.close();
  await site?.stop();
  if (!process.env.PORTAL_GUIDE_IMAGES) fs.rmSync(pictureFolder, { recursive: true });
});

// ---- articles where the guides need them, made through the real forms ----

const receive = () => ({ section: sectionId(site, 'hoat-dong-cua-so'), origin: 'Phòng Phổ biến, giáo dục pháp luật', purpose: 'Thông tin cho người dân', assignee: personId(site, 'bui-duc-thinh') });

async function world() {
  const people = await cast(site);
  const director = await site.login('vu.dinh.khoi');
  const sysadmin = await site.login('tran.minh.chau.qtm');
  const { author, unitHead, secretary, editor, verifier, boardHead } = people;
  const write = (title, more) => writeArticle(author, articleFields(site, { title, ...more }));
  const inReview = async (title) => {
    const url = await write(title);
    await mustAct(author, url, 'submit-to-unit');
    return url;
  };
  const submitted = async (title) => {
    const url = await inReview(title);
    await mustAct(unitHead, url, 'approve-unit');
    return url;
  };
  const editing = async (title) => {
    const url = await submitted(title);
    await mustAct(secretary, url, 'receive', receive());
    return url;
  };
  const verifying = async (title) => {
    const url = await editing(title);
    await mustAct(editor, url, 'finish-edit');
    return url;
  };
  const checks = { 'checks[]': checklist(site, 'news') };

  const link = (text, href) => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] });
  const body = JSON.parse(documentOf(['Sáng nay, Sở Tư pháp khai mạc lớp tập huấn hòa giải viên cơ sở.', 'Lớp học mở trong hai ngày tại xã Tân Lập.']));
  body.content.push({ type: 'paragraph', content: [{ type: 'text', text: 'Đăng ký ' }, link('tại đây', '/lien-he/'), { type: 'text', text: '.' }] });
  const draft = await write('Sở Tư pháp khai mạc lớp tập huấn hòa giải viên cơ sở', { body: JSON.stringify(body) });
  const returned = await submitted('Kết quả đợt trợ giúp pháp lý lưu động tháng 11');
  await mustAct(secretary, returned, 'return-to-sender', { ground: 'D4.2-nhan-than', reason: 'Ghi rõ đơn vị phối hợp và số điện thoại liên hệ.' });
  const refused = await submitted('Giới thiệu dịch vụ của một tổ chức hành nghề');
  await mustAct(boardHead, refused, 'refuse', { ground: 'D12.3d', reason: 'Nội dung mang tính quảng cáo, chưa bảo đảm chất lượng.' });
  const review = await inReview('Xã Tân Lập ra mắt tủ sách pháp luật điện tử');
  const fresh = await submitted('Hướng dẫn đăng ký khai sinh tại nhà cho bà con vùng cao');
  const editingUrl = await editing('Sở Tư pháp đối thoại với doanh nghiệp về thủ tục bổ trợ tư pháp');
  await editor.submit(await editor.get(`${editingUrl}/sua`), (form) => form.action.endsWith('/sua'), { summary: 'Hơn 40 doanh nghiệp dự buổi đối thoại.' });
  const asked = await editing('Số liệu chứng thực quý III năm 2026');
  await editor.submit(await editor.get(`${asked}/xac-nhan/moi`), (form) => form.action.endsWith('/xac-nhan/moi'), { to: 'supplier', question: 'Số liệu ở đoạn 2 đã gồm các xã mới chưa?' });
  const request = `${asked}/xac-nhan/${site.sql('SELECT MAX(id) FROM core_request')[0][0]}`;
  const verifyUrl = await verifying('Phường An Bình tiếp nhận chứng thực vào sáng thứ Bảy');
  const finalUrl = await verifying('Cuộc thi tìm hiểu Luật Trẻ em thu hút 2.300 bài dự thi');
  await mustAct(verifier, finalUrl, 'verify', checks);
  const ready = await inReview('Ngày Pháp luật Việt Nam tại các trường phổ thông');
  await passAllChecks(site, ready);
  const published = await publishArticle(site, { title: 'Lịch tiếp công dân tháng 12 của Sở Tư pháp' });
  await mustAct(editor, published.url, 'flag', { reason: 'Số điện thoại tiếp dân đã đổi.' });
  const revised = await publishArticle(site, { title: 'Địa điểm tiếp nhận hồ sơ lý lịch tư pháp' });
  await mustAct(boardHead, revised.url, 'revise-by-board', { reason: 'Cập nhật địa chỉ mới.' });
  site.sql(`UPDATE core_item SET assigned_to = ${personId(site, 'bui-duc-thinh')} WHERE id = ${revised.id}`);
  await mustAct(editor, revised.url, 'finish-edit');
  await mustAct(verifier, revised.url, 'verify', checks);
  await mustAct(boardHead, revised.url, 'pass-final', checks);
  const withdrawn = await publishArticle(site, { title: 'Thông báo tuyển cộng tác viên tư vấn pháp luật' });
  await mustAct(editor, withdrawn.url, 'withdraw', { reason: 'Có phản ánh thời hạn nộp hồ sơ ghi sai.', withdraw_mode: 'notice' });
  const secret = await submitted('Nội dung chờ ẩn');
  await mustAct(boardHead, secret, 'refuse', { ground: 'D12.3d', reason: 'Không bảo đảm chất lượng.' });
  const hidden = await submitted('Nội dung đã ẩn');
  await mustAct(boardHead, hidden, 'refuse', { ground: 'D12.3b', reason: 'Theo ý kiến của cơ quan có thẩm quyền.' });
  const purge = await submitted('Nội dung chờ tiêu hủy');
  await mustAct(boardHead, purge, 'refuse', { ground: 'D12.3b', reason: 'Theo ý kiến của cơ quan có thẩm quyền.' });
  await mustAct(boardHead, purge, 'ask-purge', { reason: 'Tiêu hủy theo quy định về bảo vệ bí mật nhà nước.' });
  site.sql("UPDATE core_setting SET value = '1' WHERE name = 'urgent_publication'");
  const urgent = await verifying('Thông báo khẩn về phòng, chống mưa lũ của Sở Tư pháp');
  await mustAct(director, urgent, 'order-urgent', { reason: 'Đăng ngay trong buổi sáng để người dân biết.' });
  // An article of two years ago, past its section's time in the lists; a reader's report; a delegation that can be taken back; roles that wait.
  const old = site.sql("SELECT i.id FROM core_item i JOIN core_section s ON s.id = i.section_id WHERE i.state = 'published' AND s.slug IN ('hoi-nghi-tap-huan', 'thong-tin-khac') ORDER BY i.id LIMIT 1")[0][0];
  site.sql(`UPDATE core_item SET published_at = UTC_TIMESTAMP(6) - INTERVAL 7 YEAR WHERE id = ${old}`);
  site.sql(`INSERT INTO news_report (item_id, digest, note, received_at) VALUES (${revised.id}, SHA2(UUID(), 256), 'Địa chỉ trong bài đã đổi từ tháng 10.', UTC_TIMESTAMP(6))`);
  const account = (username) => site.sql(`SELECT id FROM core_account WHERE username = '${username}'`)[0][0];
  const enter = async (username, role) => {
    const page = `/quan-tri/tai-khoan/${account(username)}/vai-tro`;
    const answer = await sysadmin.submit(await sysadmin.get(page), (form) => form.action === page, { role, unit: '', valid_from: '01/12/2026' });
    assert.equal(answer.status, 303, `${role} for ${username}`);
  };
  await enter('cao.thi.hong.nhung', 'board_member');
  await enter('nong.thi.thanh.binh', 'board_head');
  const unit = site.sql("SELECT id FROM core_unit WHERE code = 'tgpl'")[0][0];
  return {
    things: intakeThings(site),
    draft, returned, refused, review, fresh, editing: editingUrl, asked, request, verify: verifyUrl, final: finalUrl, ready, published: published.url, revised: revised.url,
    withdrawn: withdrawn.url, secret, hidden, purge, urgent, account: `/quan-tri/tai-khoan/${account('ha.quynh.anh')}`, unit: `/quan-tri/don-vi/${unit}`,
    calendar: `/quan-tri/lich/${site.sql('SELECT id FROM core_calendar WHERE is_own = 1')[0][0]}`,
    rules: `/quan-tri/chuyen-muc/${sectionId(site, 'hoat-dong-cua-so')}/quy-dinh`, editingId: editingUrl.slice(editingUrl.lastIndexOf('/') + 1),
  };
}

// ---- walking ----

const desks = new Map();
async function desk(username) {
  if (!desks.has(username)) {
    const one = await openPage(browser, site, kDesk);
    if (username) await logIn(one.page, site, username);
    desks.set(username, one);
  }
  return desks.get(username);
}

const taken = new Set();
// A picture for a guide: as good as fits into what a picture may weigh.
async function picture(page, name, { size = kDesk, box } = {}) {
  taken.add(name);
  await page.setViewportSize(size);
  const session = await page.context().newCDPSession(page);
  const clip = box ? { ...(await page.locator(box).first().boundingBox()), scale: 1 } : undefined;
  for (const quality of [82, 70, 55, 40, 25]) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, ...(clip && { clip }) });
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length > kMostBytes && quality > 25) continue;
    assert.ok(bytes.length <= kMostBytes, `${name} weighs ${bytes.length} bytes`);
    fs.mkdirSync(pictureFolder, { recursive: true });
    fs.writeFileSync(path.join(pictureFolder, `${name}.webp`), bytes);
    break;
  }
  await session.detach();
  await page.setViewportSize(kDesk);
}

// One section: visits pages as one person, keeps what is named on them.
function walker(username) {
  const seen = new Set();
  let page;
  const keep = async () => {
    const name = `hd-${username || 'khach'}${new URL(page.url()).pathname.replaceAll('/', '-')}`;
    for (const size of [kDesk, kPhone]) {
      await page.setViewportSize(size);
      for (const one of await namesOn(page)) seen.add(one);
      assert.ok((await overflow(page)) <= 0, `${page.url()} scrolls sideways at ${size.width} px`);
      await shot(page, `${name}-${size.width}`);
    }
    await page.setViewportSize(kDesk);
  };
  return {
    seen,
    keep,
    async visit(...addresses) {
      const at = await desk(username);
      page = at.page;
      for (const address of addresses) {
        const answer = await page.goto(`${site.officeOrigin}${address}`);
        assert.equal(answer.status(), 200, `${address} as ${username}`);
        await keep();
      }
      assert.deepEqual(at.faults, [], username);
    },
    picture: (name, options) => picture(page, name, options),
    page: () => page,
  };
}

const kInbox = '/quan-tri/';
const kMine = '/quan-tri/bai-cua-toi';
const kMatters = '/quan-tri/hoi-dap/';
const matterIn = (state, where = '1') => kMatters + site.sql(`SELECT id FROM qa_matter WHERE state = '${state}' AND ${where} ORDER BY id LIMIT 1`)[0][0];
const kReviews = '/quan-tri/tin-bai/xem-lai';
const kAuthor = 'nguyen.hoang.yen';
const kUnitHead = 'dinh.cong.tu';
const kSecretary = 'tran.minh.chau';
const kEditor = 'bui.duc.thinh';
const kVerifier = 'phan.van.dung';
const kHead = 'le.thi.thu.hang';
const kDirector = 'vu.dinh.khoi';
const kSysadmin = 'tran.minh.chau.qtm';

// guide → section → [who, walk]
const walks = {
  README: {
    'Đăng nhập': ['', async (walk) => {
      await walk.visit('/quan-tri/dang-nhap');
      await walk.picture('dang-nhap', { size: { width: 720, height: 520 } });
    }],
    'Lần đầu đăng nhập': [kAuthor, (walk) => walk.visit('/quan-tri/ca-nhan')],
    'Tìm việc của mình': [kAuthor, async (walk) => {
      await walk.visit(w.draft, kInbox);
      await walk.picture('hop-viec-dien-thoai', { size: kPhone });
    }],
    'Thời hạn': [kSecretary, (walk) => walk.visit(w.fresh)],
  },
  'nguoi-viet': {
    'Mỗi ngày': [kAuthor, async (walk) => {
      await walk.visit(kInbox, kMine);
      await walk.picture('nguoi-viet-bai-cua-toi');
    }],
    'Viết bài': [kAuthor, async (walk) => {
      await walk.visit(kInbox, '/quan-tri/tin-bai/moi');
      await walk.picture('nguoi-viet-viet-bai', { size: { width: 1280, height: 1240 } });
      await walk.page().fill('#title', 'Héi nghÞ tËp huÊn hßa gi¶i viªn c¬ së');
      await walk.page().getByRole('button', { name: 'Lưu phiên bản' }).click();
      await walk.page().waitForSelector('h1:has-text("Chuyển sang Unicode")');
      await walk.keep();
    }],
    'Lấy nội dung từ tệp Word': [kAuthor, async (walk) => {
      const number = plantDocument(site, w.draft.split('/').pop());
      await walk.visit(w.draft, `${w.draft}/sua`, `${w.draft}/tai-lieu/${number}`);
    }],
    'Thêm ảnh và tệp đính kèm': [kAuthor, async (walk) => {
      const author = await site.login(kAuthor);
      await uploadPicture(author, w.draft, png(640, 400), 'lop-tap-huan.png');
      await settled(site, author, w.draft);
      await walk.visit(w.draft, `${w.draft}/sua`);
    }],
    'Kiểm tra rồi gửi': [kAuthor, async (walk) => {
      await walk.visit(kMine, w.draft);
      await walk.picture('nguoi-viet-gui-bai');
    }],
    'Bài bị trả lại': [kAuthor, async (walk) => {
      await walk.visit('/quan-tri/thong-bao/', kInbox, `${w.returned}/sua`, w.returned);
      assert.match(await walk.page().locator('.card--act .notice--warn').innerText(), /Trần Minh Châu đã trả lại người gửi: .*Ghi rõ đơn vị phối hợp/, 'the reason stands beside the buttons');
    }],
    'Bài bị từ chối đăng': [kAuthor, (walk) => walk.visit(w.refused)],
    'Bài đã đăng mà thông tin thay đổi': [kAuthor, (walk) => walk.visit(kInbox, w.published)],
    'Ban Biên tập hỏi để xác nhận': [kAuthor, (walk) => walk.visit(kInbox, w.request)],
  },
  'lanh-dao-don-vi': {
    'Mỗi ngày': [kUnitHead, async (walk) => {
      await walk.visit(kInbox);
      await walk.picture('lanh-dao-don-vi-hop-viec');
    }],
    'Duyệt bài': [kUnitHead, async (walk) => {
      await walk.visit(`${w.review}/sua`, w.review);
      await walk.picture('lanh-dao-don-vi-duyet');
    }],
    'Trả lời yêu cầu xác nhận': [kUnitHead, async (walk) => {
      await walk.visit(kInbox, w.request);
      assert.match(await walk.page().locator('main').innerText(), /Còn 2 ngày làm việc\s+Hạn trả lời \d\d\/\d\d\/\d{4}/, 'D12.1: by when it is answered');
      await walk.picture('lanh-dao-don-vi-xac-nhan');
    }],
    'Có người báo thông tin đã cũ': [kUnitHead, (walk) => walk.visit(kInbox, kReviews, w.published)],
    'Định mức của đơn vị': [kUnitHead, async (walk) => {
      await walk.visit('/quan-tri/thong-bao/', kInbox);
      assert.match(await walk.page().locator('[aria-labelledby="dinh-muc-don-vi"]').innerText(), /Định mức tháng \d\d\/\d{4} của đơn vị\s+Phòng Phổ biến, giáo dục pháp luật: đã cung cấp \d+ tin, bài, định mức 2–3 một tháng/);
    }],
  },
  'thu-ky': {
    'Mỗi ngày': [kSecretary, async (walk) => {
      await walk.visit(kReviews, '/quan-tri/dieu-hanh/', kInbox);
      await walk.picture('thu-ky-hop-viec');
    }],
    'Nhận trực tiếp: USB, đĩa, văn bản giấy': [kSecretary, async (walk) => {
      await walk.visit('/quan-tri/tiep-nhan/', `/quan-tri/tiep-nhan/${w.things.received}?xong=vao-so`, `/quan-tri/tiep-nhan/${w.things.held}`, '/quan-tri/tiep-nhan/moi');
      await walk.picture('thu-ky-ghi-vao-so', { size: { width: 1280, height: 1100 } });
    }],
    'Sổ tiếp nhận': [kSecretary, async (walk) => {
      await walk.visit(`/quan-tri/tiep-nhan/${w.things.held}`, `/quan-tri/tiep-nhan/${w.things.joined}`, `/quan-tri/tiep-nhan/${w.things.received}/viec/khong-tiep-nhan`, `/quan-tri/tiep-nhan/${w.things.secret}`, `/quan-tri/tin-bai/tu-tiep-nhan?tn=${w.things.received}`, `/quan-tri/tiep-nhan/${w.things.received}`);
      await walk.picture('thu-ky-noi-dung-den');
      await walk.visit('/quan-tri/tiep-nhan/');
      await walk.picture('thu-ky-so-tiep-nhan');
    }],
    'Tiếp nhận, phân loại và giao': [kSecretary, async (walk) => {
      await walk.visit(w.fresh, `${w.fresh}/viec/return-to-sender`, `${w.fresh}/viec/receive`);
      await walk.picture('thu-ky-phan-loai');
    }],
    'Giao lại cho người khác': [kSecretary, (walk) => walk.visit(w.editing, '/quan-tri/tin-bai/?trang-thai=editing', `/quan-tri/tin-bai/giao?bai%5B%5D=${w.editingId}`)],
    'Đăng bài': [kSecretary, async (walk) => {
      await walk.visit(kInbox, `${w.ready}/hen-dang`, w.published, `${w.revised}/viec/publish`, w.ready);
      await walk.picture('thu-ky-dang');
    }],
    'Bạn đọc báo nội dung đã cũ': [kSecretary, async (walk) => {
      await walk.visit(kReviews);
      await walk.picture('thu-ky-can-xem-lai');
    }],
    'Rà soát và lưu trữ': [kSecretary, (walk) => walk.visit(w.published, kReviews)],
    'Thời hạn đang chờ người khác': [kSecretary, (walk) => walk.visit(w.fresh)],
    'Gỡ bài ngay': [kSecretary, (walk) => walk.visit(w.published)],
  },
  'thanh-vien-ban-bien-tap': {
    'Mỗi ngày': [kEditor, async (walk) => {
      await walk.visit(kInbox);
      await walk.picture('thanh-vien-hop-viec');
    }],
    'Bước 1: biên tập': [kEditor, async (walk) => {
      await walk.visit(`${w.editing}/sua`, w.editing);
      await walk.picture('thanh-vien-bien-tap');
    }],
    'Hỏi để xác nhận': [kEditor, async (walk) => {
      await walk.visit(w.editing, w.request, `${w.editing}/xac-nhan/moi`);
      await walk.picture('thanh-vien-hoi-xac-nhan');
    }],
    'Bước 2, bước 3 khi được ủy quyền': [kVerifier, (walk) => walk.visit(w.verify, w.final)],
    'Gỡ bài ngay, sửa bài đã đăng': [kEditor, (walk) => walk.visit(w.published)],
  },
  'truong-ban': {
    'Mỗi ngày': [kHead, async (walk) => {
      await walk.visit('/quan-tri/dieu-hanh/', '/quan-tri/vai-tro/', kInbox);
      await walk.picture('truong-ban-hop-viec');
    }],
    'Xác thực và kiểm tra lần cuối': [kHead, async (walk) => {
      await walk.visit(w.verify, w.final);
      await walk.picture('truong-ban-kiem-tra');
    }],
    'Ủy quyền': [kHead, async (walk) => {
      await walk.visit('/quan-tri/uy-quyen/moi', '/quan-tri/uy-quyen/');
      await walk.picture('truong-ban-uy-quyen');
    }],
    'Xem lại việc gỡ bài': [kHead, async (walk) => {
      await walk.visit(kReviews, w.withdrawn);
      await walk.picture('truong-ban-xem-lai-go');
    }],
    'Nội dung bí mật nhà nước': [kHead, (walk) => walk.visit(w.secret, w.hidden)],
    'Chuyên mục và các bước': [kHead, (walk) => walk.visit('/quan-tri/chuyen-muc/', w.rules)],
    'Cho phép đăng khẩn': [kHead, (walk) => walk.visit(kReviews, '/quan-tri/cai-dat/')],
    'Định mức': [kHead, (walk) => walk.visit('/quan-tri/dieu-hanh/', '/quan-tri/dinh-muc/')],
  },
  'lanh-dao-so': {
    'Xem toàn cảnh': [kDirector, async (walk) => {
      await walk.visit('/quan-tri/dieu-hanh/');
      await walk.picture('lanh-dao-so-dieu-hanh');
    }],
    'Xem một bài': [kDirector, (walk) => walk.visit('/quan-tri/tin-bai/', w.editing)],
    'Chỉ đạo đăng khẩn': [kDirector, async (walk) => {
      await walk.visit(w.urgent, w.verify, `${w.verify}/viec/order-urgent`);
      await walk.picture('lanh-dao-so-dang-khan');
    }],
    'Cử người thay mặt Trưởng Ban': [kDirector, async (walk) => {
      await walk.visit('/quan-tri/uy-quyen/', '/quan-tri/uy-quyen/moi');
      assert.deepEqual(await walk.page().locator('#act option').allInnerTexts(), ['Chọn việc', 'Thay mặt Trưởng Ban Biên tập'], 'a director is offered what a director may give');
      await walk.picture('lanh-dao-so-uy-quyen');
    }],
    'Xác nhận vai trò Trưởng Ban': [kDirector, (walk) => walk.visit('/quan-tri/vai-tro/')],
    'Duyệt tiêu hủy nội dung mật': [kDirector, async (walk) => {
      await walk.visit(w.purge, '/quan-tri/thong-bao/');
      assert.match(await walk.page().locator('main').innerText(), /cần người thứ hai duyệt/, 'D12.3b: who may approve is told');
    }],
    'Ai được làm gì': [kDirector, (walk) => walk.visit('/quan-tri/quyen/', '/quan-tri/nhat-ky/')],
  },
  'hoi-dap-phan-hoi': {
    'Ghi vào sổ': [kSecretary, (walk) => walk.visit(kMatters, `${kMatters}moi`)],
    'Chuyển đơn vị': [kSecretary, async (walk) => {
      await walk.visit(matterIn('received', 'awaits_direction = 0'), kMatters);
      await walk.picture('hoi-dap-so');
    }],
    'Ở đơn vị': ['ngo.thi.bich.thuy', async (walk) => {
      await walk.visit(kInbox, matterIn('with_unit', "unit_id = (SELECT id FROM core_unit WHERE code = 'hctp')"));
      await walk.picture('hoi-dap-don-vi');
    }],
    'Trả lời bạn đọc': [kSecretary, async (walk) => {
      await walk.visit(matterIn('unit_answered'));
      await walk.picture('hoi-dap-tra-loi');
    }],
    'Gia hạn': [kHead, (walk) => walk.visit(matterIn('received', 'awaits_direction = 0'))],
  },
  'quan-tri': {
    'Ai làm được gì': [kSysadmin, (walk) => walk.visit(kInbox)],
    'Thêm một người': [kSysadmin, async (walk) => {
      await walk.visit(kInbox, '/quan-tri/don-vi/', '/quan-tri/nhan-su/', '/quan-tri/nhan-su/moi', '/quan-tri/tai-khoan/', w.account, `${w.account}/vai-tro`, '/quan-tri/tai-khoan/moi');
      await walk.picture('quan-tri-tai-khoan');
    }],
    'Người nghỉ, chuyển việc, quên mật khẩu': [kSysadmin, (walk) => walk.visit(w.account, '/quan-tri/don-vi/')],
    'Đơn vị': [kSysadmin, async (walk) => {
      await walk.visit(`${w.unit}/sap-nhap`, '/quan-tri/don-vi/', w.unit);
      await walk.picture('quan-tri-don-vi');
    }],
    'Chữ ký số và mã độc': [kSysadmin, async (walk) => {
      await walk.visit('/quan-tri/chung-thu/', '/quan-tri/chung-thu/moi');
      await walk.picture('quan-tri-chung-thu');
    }],
    'Lịch làm việc': [kSysadmin, async (walk) => {
      await walk.visit(kInbox, w.calendar);
      await walk.picture('quan-tri-lich');
    }],
    'Cài đặt': [kSysadmin, (walk) => walk.visit('/quan-tri/cai-dat/')],
    'Thư gửi đi': [kSysadmin, (walk) => walk.visit(kInbox, officePages(site)['tran.minh.chau.qtm'].find(({ name }) => name === 'thu-di-khong-gui-duoc').path)],
    'Nhật ký': [kSysadmin, (walk) => walk.visit('/quan-tri/nhat-ky/')],
  },
};

for (const [guide, sections] of Object.entries(walks)) {
  test(`${guide}.md: what stands in bold is on the screen of who it is written for`, async () => {
    const { sections: written } = readGuide(guide);
    assert.deepEqual(written.filter(({ heading, names }) => names.length > 0 && !(heading in sections)).map(({ heading }) => heading), [], 'sections that nobody walks');
    const lies = [];
    for (const [heading, [username, walk]] of Object.entries(sections)) {
      const section = written.find((one) => one.heading === heading);
      assert.ok(section, `no section “${heading}”`);
      const one = walker(username);
      await walk(one);
      for (const name of section.names) if (!one.seen.has(name)) lies.push(`${heading}: ${name}`);
      for (const name of section.pictures) assert.ok(taken.has(name), `nobody takes ${name}.webp`);
    }
    assert.deepEqual(lies, []);
  });
}

test('every quotation of a guide is something that a program says', () => {
  const spoken = spokenText();
  const lies = guideNames().flatMap((name) => readGuide(name).sections.flatMap(({ heading, quotes }) => quotes.filter((quote) => !spoken.includes(quote)).map((quote) => `${name}, ${heading}: ${quote}`)));
  assert.deepEqual(lies, []);
});

test('every guide is in the index, and every picture is in a guide and light', () => {
  const index = fs.readFileSync(path.join(root, 'docs/huong-dan/README.md'), 'utf8');
  const guides = guideNames();
  assert.deepEqual(guides.filter((name) => name !== 'README' && !index.includes(`(${name}.md)`)), []);
  const shown = new Set(guides.flatMap((name) => readGuide(name).sections.flatMap(({ pictures }) => pictures)));
  assert.deepEqual([...taken].filter((name) => !shown.has(name)), [], 'taken for no guide');
  const folder = path.join(root, 'docs/images/huong-dan');
  const files = fs.readdirSync(folder);
  assert.deepEqual(files.filter((file) => !shown.has(file.replace(/\.webp$/, ''))), [], 'files that no guide shows');
  for (const file of files) assert.ok(fs.statSync(path.join(folder, file)).size <= kMostBytes, `${file} is heavy`);
});

test('the check of the guides can fail', async () => {
  const one = walker(kAuthor);
  await one.visit(w.draft);
  assert.ok(one.seen.has('Trình lãnh đạo đơn vị'));
  assert.ok(!one.seen.has('Duyệt, gửi Ban Biên tập'), 'a button of somebody else');
  assert.ok(!spokenText().includes('Bấm nút này không để làm gì'));
});
