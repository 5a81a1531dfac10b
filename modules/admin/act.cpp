#include "modules/admin/act.h"

#include <array>

#include "shared/db/connection.h"
#include "shared/workflow/idempotency.h"
#include "shared/workflow/transition.h"

namespace portal::admin {

base::Result<std::string> carry_out(server::Context& context, const std::function<base::Result<std::string>()>& work) {
  db::Connection& db = context.db();
  const auto answered_before = [&]() -> base::Result<std::optional<std::string>> {
    return workflow::find_form(db, context.actor, context.request);
  };
  auto before = answered_before();
  if (!before) return tl::unexpected<base::Fault>(before.error());
  if (*before) return **before;
  try {
    return db::in_transaction(db, [&]() -> base::Result<std::string> {
      base::Result<std::string> location = work();
      if (location) workflow::remember_form(db, context.actor, context.request, *location, context.now);
      return location;
    });
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    // Either the same form won the race a moment ago, or the act itself met a duplicate that its own checks could not see yet.
    before = answered_before();
    if (!before) return tl::unexpected<base::Fault>(before.error());
    if (*before) return **before;
    return base::fail(base::FaultKind::Conflict, "Người khác vừa ghi một thay đổi trùng với thay đổi này. Xin tải lại trang rồi thử lại.");
  }
}

void note(server::Context& context, const Deed& deed) {
  workflow::AuditEntry entry;
  entry.chain = deed.chain;
  entry.action = deed.action;
  entry.from_state = deed.from_state;
  entry.to_state = deed.to_state;
  entry.authority = deed.authority;
  entry.note = deed.note;
  entry.person = context.actor.person;
  entry.account = context.actor.account;
  workflow::append_audit(context.db(), entry, context.now);
}

std::string authority_of(const access::Actor& actor, access::Capability capability) {
  for (const access::CapabilityRow& row : access::capability_table())
    if (row.capability == capability && actor.has(row.role)) return std::string{access::label_of(row.role)};
  return "";
}

void Changes::add(std::string_view label, std::string_view before, std::string_view after) {
  if (before == after) return;
  constexpr std::string_view kNothing = "(trống)";
  if (!text_.empty()) text_ += "\n";
  text_ += std::string{label} + ": " + std::string{before.empty() ? kNothing : before} + " → " + std::string{after.empty() ? kNothing : after};
}

void Changes::state(std::string_view label, std::string_view value) {
  if (value.empty()) return;
  if (!text_.empty()) text_ += "\n";
  text_ += std::string{label} + ": " + std::string{value};
}

std::string words_of_act(std::string_view action) {
  struct Words {
    std::string_view key, words;
  };
  constexpr std::array kWords{
      Words{"unit_add", "thêm đơn vị"},
      Words{"unit_edit", "sửa đơn vị"},
      Words{"person_add", "thêm người"},
      Words{"person_edit", "sửa thông tin người"},
      Words{"account_add", "lập tài khoản"},
      Words{"account_disable", "khóa tài khoản"},
      Words{"account_enable", "mở lại tài khoản"},
      Words{"account_reset", "đặt lại mật khẩu"},
      Words{"account_totp_ask", "yêu cầu xác thực hai lớp"},
      Words{"account_totp_free", "thôi yêu cầu xác thực hai lớp"},
      Words{"account_totp_clear", "gỡ thiết bị xác thực hai lớp"},
      Words{"password_change", "tự đổi mật khẩu"},
      Words{"totp_on", "tự bật xác thực hai lớp"},
      Words{"totp_off", "tự tắt xác thực hai lớp"},
      Words{"session_end", "kết thúc phiên đăng nhập"},
      Words{"role_enter", "nhập vai trò"},
      Words{"role_confirm", "xác nhận vai trò"},
      Words{"role_revoke", "thu hồi vai trò"},
      Words{"delegation_give", "ủy quyền"},
      Words{"delegation_revoke", "thu hồi ủy quyền"},
      Words{"section_add", "thêm chuyên mục"},
      Words{"section_edit", "sửa chuyên mục"},
      Words{"section_move", "đổi thứ tự chuyên mục"},
      Words{"setting_edit", "sửa cài đặt"},
      Words{"create", "bắt đầu bài"},
  };
  for (const Words& words : kWords)
    if (words.key == action) return std::string{words.words};
  if (const auto known = workflow::parse_action(action)) return std::string{workflow::past_of(*known)};
  return std::string{action};
}

}  // namespace portal::admin
