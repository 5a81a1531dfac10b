// ActName: the name of an act as the audit trail keeps it, and the words in which people read it.
//
//   append_audit(db, {.chain = "unit:7", .action = "unit_edit", …}, now);   // a literal that stands in kActs, or a workflow::Action
//
// A name without words does not compile, so the trail never shows a bare key. The acts on items are those of the transition table, with the words
// there; all others are here. A name that has been written stays here for good: the trail is append-only.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "shared/workflow/transition.h"

namespace portal::workflow {

struct ActWords {
  std::string_view key, words;
};

inline constexpr std::array kActs{
    ActWords{"create", "bắt đầu bài"},
    ActWords{"report_drop", "bỏ thông báo của bạn đọc"},
    ActWords{"request_ask", "hỏi để xác nhận"},
    ActWords{"request_answer", "trả lời yêu cầu xác nhận"},
    ActWords{"request_take_back", "rút yêu cầu xác nhận"},
    ActWords{"schedule_post", "hẹn giờ đăng"},
    ActWords{"schedule_expiry", "đặt ngày hết hạn"},
    ActWords{"schedule_cancel", "bỏ lịch hẹn"},
    ActWords{"schedule_fail", "không thực hiện được lịch hẹn"},
    ActWords{"file_add", "gửi lên ảnh hoặc tệp đính kèm"},
    ActWords{"file_infected", "phát hiện mã độc trong tệp"},
    ActWords{"unlist", "đưa ra khỏi các danh sách"},
    ActWords{"unit_add", "thêm đơn vị"},
    ActWords{"unit_edit", "sửa đơn vị"},
    ActWords{"unit_end_enter", "nhập việc sáp nhập, giải thể đơn vị"},
    ActWords{"unit_end_confirm", "xác nhận việc sáp nhập, giải thể đơn vị"},
    ActWords{"unit_end_cancel", "bỏ việc sáp nhập, giải thể đơn vị"},
    ActWords{"unit_merge", "sáp nhập đơn vị"},
    ActWords{"unit_dissolve", "giải thể đơn vị"},
    ActWords{"unit_take_over", "tiếp nhận đơn vị sáp nhập"},
    ActWords{"unit_follow", "chuyển theo đơn vị sáp nhập"},
    ActWords{"person_add", "thêm người"},
    ActWords{"person_edit", "sửa thông tin người"},
    ActWords{"account_add", "lập tài khoản"},
    ActWords{"account_disable", "khóa tài khoản"},
    ActWords{"account_enable", "mở lại tài khoản"},
    ActWords{"account_reset", "đặt lại mật khẩu"},
    ActWords{"account_totp_ask", "yêu cầu xác thực hai lớp"},
    ActWords{"account_totp_free", "thôi yêu cầu xác thực hai lớp"},
    ActWords{"account_totp_clear", "gỡ thiết bị xác thực hai lớp"},
    ActWords{"password_change", "tự đổi mật khẩu"},
    ActWords{"totp_on", "tự bật xác thực hai lớp"},
    ActWords{"totp_off", "tự tắt xác thực hai lớp"},
    ActWords{"session_end", "kết thúc phiên đăng nhập"},
    ActWords{"role_enter", "nhập vai trò"},
    ActWords{"role_confirm", "xác nhận vai trò"},
    ActWords{"role_revoke", "thu hồi vai trò"},
    ActWords{"delegation_give", "ủy quyền"},
    ActWords{"delegation_revoke", "thu hồi ủy quyền"},
    ActWords{"section_add", "thêm chuyên mục"},
    ActWords{"section_edit", "sửa chuyên mục"},
    ActWords{"section_move", "đổi thứ tự chuyên mục"},
    ActWords{"section_rule", "quyết định các bước của chuyên mục"},
    ActWords{"section_rule_drop", "bỏ quyết định chưa đến ngày của chuyên mục"},
    ActWords{"setting_edit", "sửa cài đặt"},
    ActWords{"anchor_add", "thêm chứng thư gốc được tin cậy"},
    ActWords{"anchor_remove", "bỏ chứng thư gốc khỏi danh sách được tin cậy"},
    ActWords{"quota_edit", "sửa định mức tin, bài"},
    ActWords{"remind", "nhắc việc"},
    ActWords{"mail_resend", "cho gửi lại thư"},
    ActWords{"mail_cancel", "hủy gửi thư"},
    ActWords{"mail_preference", "đổi cách nhận thông báo qua thư"},
    ActWords{"calendar_add", "thêm lịch làm việc"},
    ActWords{"calendar_hours", "đổi giờ làm việc"},
    ActWords{"calendar_year", "nhập lịch năm"},
    ActWords{"calendar_day_put", "ghi ngày vào lịch"},
    ActWords{"calendar_day_drop", "bỏ ngày khỏi lịch"},
    ActWords{"duty_change", "đổi quy định thời hạn"},
    ActWords{"clock_pause", "tạm dừng thời hạn"},
    ActWords{"clock_resume", "cho thời hạn chạy tiếp"},
    ActWords{"clock_extend", "gia hạn"},
    ActWords{"clock_report", "ghi đã báo cáo"},
    ActWords{"matter_register", "ghi câu hỏi, phản hồi vào sổ"},
    ActWords{"matter_forward", "chuyển đơn vị xử lý"},
    ActWords{"matter_ask_direction", "xin ý kiến chỉ đạo"},
    ActWords{"matter_direct", "chỉ đạo xử lý"},
    ActWords{"matter_assign", "giao người xử lý"},
    ActWords{"matter_progress", "thông báo quá trình xử lý"},
    ActWords{"matter_result", "gửi kết quả cho Ban Biên tập"},
    ActWords{"matter_opinion", "gửi ý kiến phối hợp"},
    ActWords{"matter_return", "trả lại, không thuộc thẩm quyền của đơn vị"},
    ActWords{"matter_answer", "trả lời bạn đọc"},
    ActWords{"matter_outside", "hướng dẫn gửi nơi có thẩm quyền"},
    ActWords{"matter_drop", "bỏ khỏi sổ, ghi nhầm hoặc trùng"},
    ActWords{"intake_register", "ghi vào sổ tiếp nhận"},
    ActWords{"intake_release", "đưa vào tiếp nhận"},
    ActWords{"intake_spam", "đánh dấu thư rác"},
    ActWords{"intake_unspam", "bỏ đánh dấu thư rác"},
    ActWords{"intake_fill_in", "ghi thông tin người gửi"},
    ActWords{"intake_complete", "người gửi bổ sung thông tin"},
    ActWords{"intake_separate", "tách khỏi thư trao đổi"},
    ActWords{"intake_refuse", "không tiếp nhận"},
    ActWords{"intake_classify", "phân loại thành tin, bài"},
    ActWords{"sender_add", "cấp mã truy cập cho hệ thống kết nối"},
    ActWords{"sender_revoke", "thu hồi mã truy cập của hệ thống kết nối"},
    ActWords{"feed_add", "thêm nguồn tin"},
    ActWords{"feed_edit", "sửa nguồn tin"},
    ActWords{"feed_read", "cho đọc ngay nguồn tin"},
    // By the operator's tool, outside the office.
    ActWords{"account.create", "lập tài khoản bằng lệnh quản trị"},
    ActWords{"account.disable", "khóa tài khoản bằng lệnh quản trị"},
    ActWords{"account.reset", "đặt lại mật khẩu bằng lệnh quản trị"},
    ActWords{"delegation.give", "ủy quyền khi thiết lập"},
};

// Whether kActs has words for `key`. Acts on items are not in it: they are named by their Action.
[[nodiscard]] constexpr bool has_words(std::string_view key) {
  for (const ActWords& act : kActs)
    if (act.key == key) return true;
  return false;
}

class ActName {
 public:
  // A literal of kActs; another one does not compile.
  consteval ActName(const char* key) : key_(key) {  // NOLINT(google-explicit-constructor): literals convert
    if (!has_words(key_)) this_act_has_no_words_in_kActs();
  }
  ActName(Action action) : key_(key_of(action)) {}  // NOLINT(google-explicit-constructor): an act on an item is one

  // As stored (core_audit.action).
  [[nodiscard]] constexpr std::string_view key() const { return key_; }

 private:
  static void this_act_has_no_words_in_kActs();  // never defined: the compiler stops at the call and shows its name

  std::string_view key_;
};

// A stored name in words ("role_confirm" -> "xác nhận vai trò", "publish" -> "đã đăng"); the name itself for one of a newer program.
[[nodiscard]] std::string words_of_act(std::string_view key);

}  // namespace portal::workflow
