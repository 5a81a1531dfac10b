#include <algorithm>
#include <array>
#include <utility>

#include "shared/office/chrome.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"

namespace portal::office {
namespace {

struct ErrorWords {
  int status;
  std::string_view heading;
  std::string_view todo;
};

constexpr std::array kWords{
    ErrorWords{400, "Yêu cầu không đọc được", "Quay lại trang trước, tải lại trang rồi gửi lại."},
    ErrorWords{401, "Cần đăng nhập", "Đăng nhập rồi mở lại trang này."},
    ErrorWords{403, "Không có quyền làm việc này", "Nếu vai trò vừa thay đổi, ông, bà liên hệ Trưởng Ban Biên tập hoặc người quản trị mạng."},
    ErrorWords{404, "Không tìm thấy trang này", "Kiểm tra lại địa chỉ, hoặc tìm trong danh sách tin, bài."},
    ErrorWords{405, "Cách gửi không đúng", "Quay lại trang trước rồi dùng nút trên trang."},
    ErrorWords{409, "Việc này không làm được lúc này", "Mở lại trang của bài để xem trạng thái mới nhất."},
    ErrorWords{410, "Trang này không còn", "Tìm trong danh sách tin, bài."},
    ErrorWords{413, "Nội dung gửi lên quá lớn", "Rút gọn nội dung rồi gửi lại."},
    ErrorWords{415, "Kiểu dữ liệu không nhận được", "Dùng biểu mẫu trên trang để gửi."},
    ErrorWords{422, "Thông tin chưa đúng", "Sửa theo lời nhắc rồi gửi lại."},
    ErrorWords{429, "Gửi quá nhiều lần", "Chờ một phút rồi thử lại."},
    ErrorWords{503, "Hệ thống đang gián đoạn", "Lỗi ở phía hệ thống. Chờ một phút rồi thử lại."}};

constexpr ErrorWords kOther{500, "Hệ thống gặp lỗi", "Lỗi ở phía hệ thống. Báo mã yêu cầu dưới đây cho người quản trị mạng."};

ErrorWords words_of(int status) {
  for (const ErrorWords& words : kWords)
    if (words.status == status) return words;
  ErrorWords other = kOther;
  other.status = status;
  return other;
}

// Labels of the fields that people write text into.
std::string_view label_of_field(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 31> kLabels{{{"title", "Tiêu đề"},
                                                                                   {"summary", "Tóm tắt"},
                                                                                   {"body", "Nội dung"},
                                                                                   {"reason", "Lý do"},
                                                                                   {"change_note", "Ghi chú thay đổi"},
                                                                                   {"source", "Nguồn"},
                                                                                   {"author_line", "Tác giả"},
                                                                                   {"origin", "Nguồn gốc"},
                                                                                   {"purpose", "Mục đích"},
                                                                                   {"notice", "Thông báo cho bạn đọc"},
                                                                                   {"place", "Địa điểm"},
                                                                                   {"registration", "Đăng ký"},
                                                                                   {"name", "Tên đơn vị"},
                                                                                   {"short_name", "Tên gọi tắt"},
                                                                                   {"functions", "Chức năng, nhiệm vụ"},
                                                                                   {"full_name", "Họ và tên"},
                                                                                   {"job_title", "Chức vụ, chức danh"},
                                                                                   {"bio", "Tóm tắt tiểu sử"},
                                                                                   {"short_title", "Tên trong danh mục"},
                                                                                   {"description", "Mô tả"},
                                                                                   {"consent_note", "Ý kiến đồng ý"},
                                                                                   {"document_number", "Số, ngày văn bản"},
                                                                                   {"value", "Nội dung cài đặt"},
                                                                                   {"question", "Điều cần xác nhận"},
                                                                                   {"answer", "Câu trả lời"},
                                                                                   {"ground", "Lý do tạm dừng"},
                                                                                   {"evidence", "Căn cứ"},
                                                                                   {"words", "Lời nhắn"},
                                                                                   {"note", "Cách hiểu, căn cứ"},
                                                                                   {"clause", "Căn cứ trong Quy chế"},
                                                                                   {"announcement", "Số, ngày thông báo"}}};
  const auto* found = std::find_if(kLabels.begin(), kLabels.end(), [&](const auto& row) { return row.first == name; });
  return found == kLabels.end() ? std::string_view{} : found->second;
}

std::string readable(std::string_view name, std::string_view value) {
  if (name != "body") return std::string{value};
  const auto document = richtext::parse_document(value);
  return document ? richtext::to_plain_text(*document) : std::string{value};
}

// Whether the answer may offer to send the text again: only to somebody logged in, from our own page (a form planted on another site is not
// given a fresh token with one click).
bool may_resend(const server::Context& context) {
  const http::Request& request = context.request;
  const bool is_own_site = request.fetch_site.empty() || request.fetch_site == "same-origin" || request.fetch_site == "none";
  return context.actor.is_staff() && is_own_site && (request.origin.empty() || request.origin == context.services.config.text("office_origin"));
}

// A ground that was chosen (D12.3) is a code, and sent again with the rest; one that was written (a pause) is a sentence.
bool is_text(std::string_view name, std::string_view value) {
  return !value.empty() && !label_of_field(name).empty() && (name != "ground" || value.find(' ') != std::string_view::npos);
}

bool has_text_to_keep(const server::Context& context) {
  if (!context.request.is_post()) return false;
  return std::any_of(context.request.form.pairs().begin(), context.request.form.pairs().end(),
                     [](const auto& pair) { return is_text(pair.first, pair.second); });
}

void fill_kept(server::Context& context, view::Dict& content) {
  for (const auto& [name, value] : context.request.form.pairs()) {
    if (!is_text(name, value)) continue;
    view::Dict row = content.section("KEPT");
    row.set("KEPT_ID", "kept-" + name);
    row.set("KEPT_LABEL", label_of_field(name));
    const std::string text = readable(name, value);
    row.set("KEPT_TEXT", text);
    row.set("KEPT_ROWS", static_cast<std::int64_t>(std::clamp<std::size_t>(text.size() / 90 + 1, 1, 16)));
  }
  if (!may_resend(context)) return;
  view::Dict again = content.section("RESEND");
  again.set("RESEND_URL", context.request.path);
  for (const auto& [name, value] : context.request.form.pairs()) {
    if ((name.starts_with('_') && name != "_key") || http::is_secret_field(name, value)) continue;
    view::Dict row = again.section("SENT");
    row.set("SENT_NAME", name);
    row.set("SENT_VALUE", value);
  }
}

}  // namespace

http::Response error_page(server::Context& context, int status, std::string_view what) {
  const ErrorWords words = words_of(status);
  const bool is_kept = has_text_to_keep(context);
  OfficePage page(context, {.title = std::string{words.heading}}, is_kept ? "office/kept.tpl" : "errors/error.tpl");
  view::Dict& content = page.content();
  content.set("STATUS", std::int64_t{status});
  content.set("HEADING", words.heading);
  content.set("WHAT", what);
  content.set("TODO", words.todo);
  content.set("REQUEST_ID", context.request.request_id);
  view::Dict link = content.section("HAS_LINK");
  link.set("LINK_URL", context.actor.is_staff() ? "/quan-tri/" : "/quan-tri/dang-nhap");
  link.set("LINK_LABEL", context.actor.is_staff() ? "Về Hộp việc" : "Đăng nhập");
  if (is_kept) fill_kept(context, content);
  return std::move(page).respond(status);
}

}  // namespace portal::office
