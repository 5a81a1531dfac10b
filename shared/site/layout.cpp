#include "shared/site/layout.h"

#include <array>

#include "generated/tpl/errors/error.h"
#include "generated/tpl/layout/public.h"

namespace portal::site {
namespace {

namespace frame = tpl::layout_public;

void add_crumbs(view::Dict& layout, const SiteSnapshot& site, const PageInfo& info) {
  view::Dict crumbs = layout.section(frame::kBREADCRUMBS);
  const auto add = [&](std::string_view path, std::string_view label) {
    view::Dict crumb = crumbs.section(frame::kCRUMB);
    crumb.set(frame::kCRUMB_URL, path);
    crumb.set(frame::kCRUMB_LABEL, label);
  };
  add("/", "Trang chủ");
  if (info.section != nullptr) {
    for (const std::size_t at : info.section->ancestors) add(site.sections()[at].path, site.sections()[at].title);
    if (!info.is_section_itself && !info.section->is_hidden) add(info.section->path, info.section->title);
  }
  for (const Crumb& crumb : info.more_crumbs) add(crumb.path, crumb.label);
}

struct StatusWords {
  int status;
  ErrorWords words;
};

constexpr std::array<StatusWords, 10> kWords{{
    {400, {"Yêu cầu không hợp lệ", "Trình duyệt gửi đến một yêu cầu mà hệ thống không đọc được.",
           "Ông, bà hãy quay lại trang trước và thử lại, hoặc mở trang từ trang chủ."}},
    {403, {"Không mở được trang này", "Trang này không dành cho bạn đọc.", "Ông, bà hãy mở trang cần tìm từ trang chủ."}},
    {404, {"Không tìm thấy trang", "Địa chỉ này không có trên trang thông tin của Sở. Có thể địa chỉ bị gõ thiếu, hoặc liên kết đã cũ.",
           "Ông, bà hãy kiểm tra lại địa chỉ, tìm trong sơ đồ trang, hoặc gọi số điện thoại ở chân trang để được hướng dẫn."}},
    {405, {"Không làm được việc này ở đây", "Trang này chỉ để đọc, không nhận thông tin gửi đến.", "Ông, bà hãy quay lại trang trước."}},
    {410, {"Nội dung đã được gỡ", "Nội dung này từng được đăng và nay đã được Ban Biên tập gỡ xuống.",
           "Ông, bà cần tìm hiểu thêm, xin liên hệ theo số điện thoại hoặc thư điện tử ở chân trang."}},
    {413, {"Nội dung gửi quá lớn", "Nội dung gửi đến vượt quá giới hạn của trang.", "Ông, bà hãy rút gọn rồi gửi lại."}},
    {414, {"Địa chỉ quá dài", "Địa chỉ được mở dài quá giới hạn.", "Ông, bà hãy mở trang từ trang chủ."}},
    {429, {"Xin chờ một lát", "Có quá nhiều yêu cầu từ máy của ông, bà trong thời gian ngắn.", "Ông, bà hãy chờ một phút rồi thử lại."}},
    {500, {"Hệ thống gặp sự cố", "Lỗi thuộc về hệ thống của Sở, không phải do ông, bà. Bộ phận kỹ thuật đã nhận được thông tin.",
           "Ông, bà hãy thử lại sau ít phút."}},
    {503, {"Trang tạm thời chưa mở được", "Hệ thống đang bận hoặc đang được bảo trì. Lỗi thuộc về hệ thống của Sở, không phải do ông, bà.",
           "Ông, bà hãy thử lại sau ít phút. Việc gấp xin gọi số điện thoại ở chân trang."}},
}};

}  // namespace

view::Dict fill_layout(view::Page& page, const Frame& in, const PageInfo& info, std::string_view content_file) {
  const SiteSnapshot& site = in.site;
  const std::string& agency = site.setting("agency_full_name");
  if (info.is_home) {
    page.set(frame::kTITLE, site.setting("site_name"));
  } else {
    std::string title;
    title.reserve(info.title.size() + agency.size() + 3);
    title.append(info.title).append(" | ").append(agency);
    page.set(frame::kTITLE, title);
  }
  page.set(frame::kDESCRIPTION, info.description);
  page.show(frame::kNOINDEX, info.is_noindex);
  if (!info.canonical_path.empty()) page.set_if(frame::kHAS_CANONICAL, frame::kCANONICAL_URL, std::string{in.origin}.append(info.canonical_path));
  if (!info.canonical_path.empty() && !info.is_noindex) {
    view::Dict graph = page.section(frame::kHAS_OG);
    graph.set(frame::kOG_TITLE, info.is_home ? std::string_view{site.setting("site_name")} : info.title);
    graph.set(frame::kOG_TYPE, info.is_article ? "article" : "website");
    graph.set(frame::kOG_SITE, site.setting("site_name"));
  }
  for (const Feed& feed : info.feeds) {
    view::Dict one = page.section(frame::kFEED);
    one.set(frame::kFEED_TITLE, feed.title);
    one.set(frame::kFEED_URL, feed.path);
    one.set(frame::kFEED_TYPE, feed.type);
  }
  page.set(frame::kDATE_LINE, base::format_long_date(in.now));
  page.set_if(frame::kHAS_ENGLISH, frame::kENGLISH_URL, "/en/");
  page.set(frame::kUBND_LINE, site.setting("ubnd_line"));
  page.set(frame::kAGENCY_NAME, site.setting("agency_name"));
  page.set_html(frame::kMENU_HTML, in.chrome.menu(site, info.section));
  if (!info.is_home && info.has_crumbs) add_crumbs(page, site, info);
  page.show(frame::kWIDE, info.is_home);
  page.show(frame::kNOT_WIDE, !info.is_home);
  page.set_html(frame::kFOOT_HTML, in.chrome.foot());
  page.set(frame::kRESPONSIBLE, site.setting("responsible_person"));
  page.set(frame::kUPDATED, base::format_date_time(info.updated == base::UtcTime{} ? in.now : info.updated));
  return page.include(frame::kCONTENT, content_file);
}

ErrorWords words_of(int status) {
  for (const StatusWords& row : kWords)
    if (row.status == status) return row.words;
  return status >= 500 ? words_of(500) : words_of(400);
}

std::string render_error(const Frame& in, int status, std::string_view what, std::string_view request_id) {
  const ErrorWords words = words_of(status);
  view::Page page(frame::kFile);
  PageInfo info;
  info.title = words.heading;
  info.description = words.heading;
  info.is_noindex = true;
  view::Dict error = fill_layout(page, in, info, tpl::errors_error::kFile);
  error.set(tpl::errors_error::kSTATUS, std::int64_t{status});
  error.set(tpl::errors_error::kHEADING, words.heading);
  error.set(tpl::errors_error::kWHAT, what.empty() ? words.what : what);
  error.set(tpl::errors_error::kTODO, words.todo);
  error.set(tpl::errors_error::kREQUEST_ID, request_id);
  view::Dict link = error.section(tpl::errors_error::kHAS_LINK);
  link.set(tpl::errors_error::kLINK_URL, "/");
  link.set(tpl::errors_error::kLINK_LABEL, "Về trang chủ");
  return in.templates.render(page);
}

}  // namespace portal::site
