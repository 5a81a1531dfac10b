#include "modules/admin/rules.h"

#include <algorithm>

#include "shared/base/setting_limits.h"
#include "shared/text/fold.h"
#include "shared/text/slug.h"

namespace portal::admin {
namespace {

using access::Actor;
using access::Role;

constexpr std::array kActs{
    DelegableAct{"verify", "Xác thực (bước 2)", "D15.2", true, true},
    DelegableAct{"final_check", "Kiểm tra lần cuối (bước 3)", "D15.3", true, true},
    DelegableAct{"act_as_head", "Thay mặt Trưởng Ban Biên tập", "D19.2", true, false},
    DelegableAct{"act_as_secretary", "Thay Thư ký Ban Biên tập", "D11.1", false, false},
    DelegableAct{"manage_sections", "Quản lý chuyên mục và các bước phê duyệt", "D12.1", false, false},
    DelegableAct{"manage_duties", "Quản lý quy định về thời hạn", "D9.3", false, false},
};

constexpr std::array kUnitKinds{KindWords{"department", "Phòng thuộc Sở"}, KindWords{"public_service", "Đơn vị sự nghiệp thuộc Sở"},
                                KindWords{"local", "Tư pháp địa phương"}, KindWords{"board", "Lãnh đạo Sở"}};
constexpr std::array kSectionKinds{KindWords{"article_list", "Danh sách tin, bài"}, KindWords{"pages", "Các trang giới thiệu"},
                                   KindWords{"contact", "Trang liên hệ"}};
constexpr std::array kItemKinds{KindWords{"news", "Tin, sự kiện"},           KindWords{"legal_education", "Phổ biến pháp luật"},
                                KindWords{"direction", "Chỉ đạo, điều hành"}, KindWords{"guidance", "Hướng dẫn nghiệp vụ"},
                                KindWords{"research", "Nghiên cứu, trao đổi"}, KindWords{"event", "Hội nghị, tập huấn"},
                                KindWords{"other", "Thông tin khác"},         KindWords{"page", "Trang giới thiệu"}};

// First segments that other parts of the site answer, now or by the contract.
constexpr std::array<std::string_view, 24> kReservedRoots{"quan-tri", "assets",  "api",     "en",          "tim-kiem",  "so-do-trang", "sitemap", "rss",
                                                          "atom",     "van-ban", "thu-tuc", "dich-vu-cong", "hoi-dap",   "gop-y-du-thao", "tep",  "favicon",
                                                          "robots",   "healthz", "errors",  "static",      "admin",     "loi",
                                                          "lich-lam-viec", "tinh-thoi-han"};
// Segments that mean something below every section.
constexpr std::array<std::string_view, 7> kReservedAnywhere{"nam", "in", "rss", "atom", "trang", "bao-cu", "da-nhan"};

constexpr std::array<std::string_view, 10> kCommonPasswords{"matkhau", "password", "123456", "qwerty",  "abcdef",
                                                            "111111",  "000000",   "sotuphap", "iloveyou", "admin123"};

bool holds_board_head(const RoleEntry& entry) { return entry.role == Role::BoardHead || entry.is_board_head; }

}  // namespace

std::string why_not_change_rights(const Actor& actor, base::PersonId whose) {
  if (actor.person == whose) return "Không ai tự thay đổi quyền của mình, kể cả bằng một tài khoản khác. Xin nhờ người có thẩm quyền khác.";
  return "";
}

std::string confirmer_of(const RoleEntry& entry) {
  return std::string{access::label_of(holds_board_head(entry) ? Role::Director : Role::BoardHead)};
}

std::string why_not_confirm(const Actor& actor, const RoleEntry& entry) {
  if (entry.revoked_at) return "Vai trò này đã bị thu hồi.";
  if (entry.confirmed_at) return "Vai trò này đã được xác nhận.";
  if (entry.is_over) return "Vai trò này đã hết thời hạn.";
  if (std::string why = why_not_change_rights(actor, entry.person); !why.empty()) return why;
  if (entry.entered_by == actor.person) return "Người nhập vai trò không tự xác nhận vai trò đó.";
  if (!actor.has(holds_board_head(entry) ? Role::Director : Role::BoardHead)) return "Vai trò này do " + confirmer_of(entry) + " xác nhận.";
  return "";
}

std::string why_not_revoke(const Actor& actor, const RoleEntry& entry) {
  if (entry.revoked_at) return "Vai trò này đã bị thu hồi.";
  if (std::string why = why_not_change_rights(actor, entry.person); !why.empty()) return why;
  if (actor.has(Role::Sysadmin)) return "";
  const bool is_content = !entry.role || is_content_role(*entry.role);
  if (is_content && actor.has(holds_board_head(entry) ? Role::Director : Role::BoardHead)) return "";
  return "Vai trò này do " + (is_content ? confirmer_of(entry) : std::string{access::label_of(Role::Sysadmin)}) + " thu hồi.";
}

std::span<const DelegableAct> delegable_acts() { return kActs; }

const DelegableAct* find_act(std::string_view key) {
  const auto found = std::find_if(kActs.begin(), kActs.end(), [key](const DelegableAct& act) { return act.key == key; });
  return found == kActs.end() ? nullptr : &*found;
}

std::string why_not_give(const Actor& actor, const DelegableAct& act) {
  if (actor.has(Role::BoardHead) || act.key == "act_as_head") return "";
  return "Việc này do Trưởng Ban Biên tập ủy quyền. Lãnh đạo Sở cử người thay mặt Trưởng Ban.";
}

std::string why_not_delegate(const DelegableAct& act, bool is_self, bool is_on_board) {
  if (is_self) return "Không ủy quyền cho chính mình.";
  if (act.to_board_only && !is_on_board) return "Việc này chỉ ủy quyền cho Phó Trưởng Ban hoặc thành viên Ban Biên tập.";
  return "";
}

std::string why_not_slug(std::string_view slug, bool is_root) {
  if (!text::Slug::parse(slug) || slug.size() > 80) return "Viết bằng chữ thường không dấu, chữ số và dấu gạch nối, tối đa 80 ký tự.";
  const bool is_reserved = std::find(kReservedAnywhere.begin(), kReservedAnywhere.end(), slug) != kReservedAnywhere.end() ||
                           (is_root && std::find(kReservedRoots.begin(), kReservedRoots.end(), slug) != kReservedRoots.end());
  return is_reserved ? "Địa chỉ này trang đã dùng cho việc khác. Xin chọn địa chỉ khác." : "";
}

std::string why_not_setting(std::string_view name, std::string_view value) {
  if (const base::SettingLimits* limits = base::find_limits(name))
    return base::parse_within(*limits, value) ? "" : "Là một số từ " + std::to_string(limits->min) + " đến " + std::to_string(limits->max) + ".";
  if (name == "quota_reminder_days")
    return base::parse_month_days(value) ? "" : "Viết các ngày trong tháng, từ 1 đến 28, tăng dần, cách nhau dấu phẩy; để trống thì không nhắc.";
  if (name == base::kSecondFactorRoles) return "";  // ticked from the list of roles
  if (name == "urgent_publication") return value == "0" || value == "1" ? "" : "Chỉ nhận 1 (cho phép) hoặc 0 (không cho phép).";
  if (name == "four_eyes") return value == "0" || value == "1" ? "" : "Chỉ nhận 1 (kiểm tra) hoặc 0 (không kiểm tra).";
  if (name == "timezone") return value == "Asia/Ho_Chi_Minh" ? "" : "Trang chỉ dùng múi giờ Asia/Ho_Chi_Minh.";
  if (name == "email" || name == "editorial_email") return is_email(value) ? "" : "Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@minhgiang.gov.vn.";
  if (name == "phone") return is_phone(value) ? "" : "Viết số điện thoại bằng chữ số, có thể có dấu cách.";
  if (name == "fax") return value.empty() || is_phone(value) ? "" : "Viết số fax bằng chữ số, có thể có dấu cách.";
  if (name == "map_url")
    return value.empty() || value.starts_with("https://") ? "" : "Liên kết bản đồ phải bắt đầu bằng https://.";
  return value.empty() ? "Xin điền nội dung này." : "";
}

bool is_board_setting(std::string_view name) { return name == "four_eyes" || name == "urgent_publication"; }

std::string why_not_password(std::string_view password, std::string_view username) {
  constexpr std::size_t kShortest = 12;
  constexpr std::size_t kLongest = 256;
  // Characters, not bytes: seven letters with marks are fourteen bytes.
  const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  const auto length = static_cast<std::size_t>(std::count_if(password.begin(), password.end(), begins_character));
  if (length < kShortest) return "Mật khẩu cần ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất.";
  if (length > kLongest) return "Mật khẩu dài quá 256 ký tự.";
  const std::string folded = text::fold(password);
  if (username.size() >= 3 && folded.find(username) != std::string::npos) return "Mật khẩu không được chứa tên đăng nhập.";
  for (const std::string_view common : kCommonPasswords)
    if (folded.find(common) != std::string::npos && folded.size() < common.size() + 8) return "Mật khẩu này quá dễ đoán. Xin chọn mật khẩu khác.";
  if (std::all_of(folded.begin(), folded.end(), [&folded](char c) { return c == folded.front(); })) return "Mật khẩu này quá dễ đoán. Xin chọn mật khẩu khác.";
  return "";
}

std::span<const KindWords> unit_kinds() { return kUnitKinds; }

std::span<const KindWords> section_kinds() { return kSectionKinds; }

std::span<const KindWords> item_kinds() { return kItemKinds; }

std::string_view label_in(std::span<const KindWords> kinds, std::string_view key) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [key](const KindWords& kind) { return kind.key == key; });
  return found == kinds.end() ? key : found->label;
}

bool is_office_path(std::string_view path) {
  constexpr std::string_view kOffice = "/quan-tri/";
  if (!path.starts_with(kOffice) || path.size() > 300) return false;
  if (path.find("//") != std::string_view::npos || path.find("/.") != std::string_view::npos) return false;
  return std::all_of(path.begin(), path.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '_' || c == '.' || c == '?' || c == '=' ||
           c == '&' || c == '%';
  });
}

}  // namespace portal::admin
