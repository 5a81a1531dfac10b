// What the layouts show in the gallery. All names invented.
export const site = {
  DESCRIPTION: "Trang thông tin của Sở Tư pháp tỉnh Minh Giang",
  HAS_CANONICAL: { CANONICAL_URL: "https://stp.minhgiang.example/" },
  FEED: [{ FEED_TITLE: "Tin mới", FEED_URL: "/rss.xml", FEED_TYPE: "application/rss+xml" }],
  DATE_LINE: "Thứ Tư, ngày 25 tháng 11 năm 2026",
  HAS_ENGLISH: { ENGLISH_URL: "/en/" },
  UBND_LINE: "Ủy ban nhân dân tỉnh Minh Giang",
  AGENCY_NAME: "Sở Tư pháp",
  HAS_SEARCH: { SEARCH_QUERY: "" },
  NAV_ITEM: [
    { NAV_URL: "/gioi-thieu/", NAV_LABEL: "Giới thiệu" }, { NAV_URL: "/tin-tuc/", NAV_LABEL: "Tin tức, sự kiện", NAV_CURRENT: true },
    { NAV_URL: "/pho-bien-phap-luat/", NAV_LABEL: "Phổ biến pháp luật" }, { NAV_URL: "/chi-dao-dieu-hanh/", NAV_LABEL: "Chỉ đạo, điều hành" },
    { NAV_URL: "/huong-dan-nghiep-vu/", NAV_LABEL: "Hướng dẫn nghiệp vụ" }, { NAV_URL: "/nghien-cuu-trao-doi/", NAV_LABEL: "Nghiên cứu, trao đổi" },
    { NAV_URL: "/lien-he/", NAV_LABEL: "Liên hệ" },
  ],
  BREADCRUMBS: { CRUMB: [{ CRUMB_URL: "/", CRUMB_LABEL: "Trang chủ" }, { CRUMB_URL: "/tin-tuc/", CRUMB_LABEL: "Tin tức, sự kiện" }] },
  NOT_WIDE: true,
  ADDRESS: "Số 12, đường Nguyễn Trãi, phường An Bình, tỉnh Minh Giang", PHONE: "0299 3 555 012", PHONE_HREF: "02993555012", HAS_FAX: [{ FAX: "0299 3 555 013" }],
  EMAIL: "sotuphap@minhgiang.gov.vn", HOURS: "Thứ Hai đến Thứ Sáu, 7:30 – 11:30 và 13:30 – 17:00",
  FOOTER_COLUMN: [
    { COLUMN_TITLE: "Dành cho bạn đọc", FOOTER_LINK: [
      { LINK_URL: "#", LINK_LABEL: "Theo dõi câu hỏi, hồ sơ" }, { LINK_URL: "#", LINK_LABEL: "Gửi tin, bài cho Ban Biên tập" },
      { LINK_URL: "#", LINK_LABEL: "Lịch công tác lãnh đạo" }, { LINK_URL: "#", LINK_LABEL: "Kênh RSS" }] },
    { COLUMN_TITLE: "Về trang này", FOOTER_LINK: [
      { LINK_URL: "#", LINK_LABEL: "Sơ đồ trang" }, { LINK_URL: "#", LINK_LABEL: "Tuyên bố khả năng tiếp cận" },
      { LINK_URL: "#", LINK_LABEL: "Bảo vệ dữ liệu cá nhân" }, { LINK_URL: "#", LINK_LABEL: "Góp ý về trang" }] },
  ],
  RESPONSIBLE: "Bà Lê Thị Thu Hằng, Giám đốc Sở, Trưởng Ban Biên tập", UPDATED: "25/11/2026 15:20",
};

const item = (MENU_URL, MENU_ICON, MENU_LABEL, count, MENU_CURRENT) =>
  ({ MENU_URL, MENU_ICON, MENU_LABEL, MENU_COUNT_SHOWN: count ? { MENU_COUNT: count } : false, MENU_CURRENT });

const menu = (current) => [
  { GROUP_TITLE_SHOWN: false, MENU_ITEM: [
    item("#", "inbox", "Hộp việc", 37, current === "inbox"), item("#", "newspaper", "Tin, bài", 214, current === "news"),
    item("#", "file-text", "Văn bản", 12), item("#", "message-circle-question-mark", "Hỏi đáp", 18), item("#", "megaphone", "Góp ý dự thảo", 3),
    item("#", "briefcase", "Thủ tục"), item("#", "calendar-days", "Lịch công tác")] },
  { GROUP_TITLE_SHOWN: { GROUP_TITLE: "Quản lý" }, MENU_ITEM: [
    item("#", "layout-dashboard", "Điều hành"), item("#", "chart-column", "Báo cáo"), item("#", "users", "Tài khoản"),
    item("#", "user-check", "Ủy quyền"), item("#", "folder-tree", "Chuyên mục")] },
  { GROUP_TITLE_SHOWN: { GROUP_TITLE: "Trợ giúp" }, MENU_ITEM: [item("#", "keyboard", "Phím tắt"), item("#", "circle-question-mark", "Hướng dẫn")] },
];

export const office = {
  AGENCY_FULL: "Sở Tư pháp tỉnh Minh Giang", HAS_SEARCH: { SEARCH_URL: "/quan-tri/tim-kiem", SEARCH_QUERY: "" },
  MENU_GROUP: menu("inbox"), HAS_NOTICES: { NOTICES_URL: "#", NOTICES_COUNT: 4 }, USER_NAME: "Trần Minh Châu", USER_ROLE: "Thư ký Ban Biên tập",
  ACCOUNT_URL: "#", LOGOUT_URL: "/quan-tri/dang-xuat", CSRF_TOKEN: "x",
};

const flash = [{ FLASH_KIND: "ok", FLASH_ICON: "circle-check", FLASH_TEXT: "Đã chuyển bài sang bước xác thực lúc 09:42." }];

export const pages = {
  home: { layout: "public", data: { TITLE: "Sở Tư pháp tỉnh Minh Giang", WIDE: true, NOT_WIDE: false, BREADCRUMBS: false } },
  article: { layout: "public", data: { TITLE: "Minh Giang đưa trợ giúp pháp lý lưu động đến 14 xã vùng cao" } },
  list: { layout: "public", data: { TITLE: "Tin tức, sự kiện", SITE_NOTICE: { NOTICE_TEXT: "Trang bảo trì từ 20:00 ngày 05/12 đến 06:00 ngày 06/12/2026.", NOTICE_LINK: { NOTICE_URL: "#", NOTICE_LABEL: "Xem thông báo" } } } },
  form: { layout: "public", data: { TITLE: "Liên hệ" } },
  people: { layout: "public", data: { TITLE: "Giới thiệu" } },
  components: { layout: "bare", data: { TITLE: "Bảng thành phần", PUBLIC: true } },
  login: { layout: "bare", data: { TITLE: "Đăng nhập", OFFICE: true } },
  print: { layout: "bare", data: { TITLE: "Bản in", PUBLIC: true } },
  inbox: { layout: "office", data: { TITLE: "Hộp việc" } },
  item: { layout: "office", data: {
    TITLE: "Trợ giúp pháp lý lưu động tại xã Tân Lập", MENU_GROUP: menu("news"), HAS_EDITOR: true, FLASH: flash, USER_NAME: "Bùi Đức Thịnh", USER_ROLE: "Thành viên Ban Biên tập",
    CRUMBS: { CRUMB: [{ CRUMB_URL: "#", CRUMB_LABEL: "Tin, bài" }], CRUMB_HERE: "TB-2026-0931" } } },
  "office-form": { layout: "office", data: { TITLE: "Tài khoản mới", MENU_GROUP: menu("users") } },
  compare: { layout: "office", data: { TITLE: "So sánh phiên bản 4 và 6", MENU_GROUP: menu("news") } },
};
