#include "modules/admin/act.h"

#include <array>

#include "modules/admin/work/queries.h"
#include "shared/db/connection.h"
#include "shared/workflow/idempotency.h"
#include "shared/workflow/transition.h"

namespace portal::admin {

base::Result<Carried> carry_out_once(server::Context& context, const std::function<base::Result<std::string>()>& work) {
  db::Connection& db = context.db();
  const auto answered_before = [&] { return workflow::find_form(db, context.actor, context.request); };
  auto before = answered_before();
  if (!before) return tl::unexpected<base::Fault>(before.error());
  if (*before) return Carried{**before, true};

  base::Result<std::string> done;
  try {
    done = db::in_transaction(db, [&]() -> base::Result<std::string> {
      base::Result<std::string> location = work();
      if (location) workflow::remember_form(db, context.actor, context.request, *location, context.now);
      return location;
    });
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    done = base::fail(base::FaultKind::Conflict, "Người khác vừa ghi một thay đổi trùng với thay đổi này. Xin tải lại trang rồi thử lại.");
  }
  if (done) return Carried{*done, false};
  // The same form may have won the race a moment ago; then what stopped this send is the very change that it asked for.
  before = answered_before();
  if (before && *before) return Carried{**before, true};
  return tl::unexpected<base::Fault>(done.error());
}

base::Result<std::string> carry_out(server::Context& context, const std::function<base::Result<std::string>()>& work) {
  auto done = carry_out_once(context, work);
  if (!done) return tl::unexpected<base::Fault>(done.error());
  return std::move(done->location);
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

std::string last_change(db::Connection& db, std::string_view chain) {
  auto rows = db.query(work_sql::kLastChange, chain);
  if (!rows.next()) return "";
  std::string what{rows.text(2)};
  for (std::size_t at = what.find('\n'); at != std::string::npos; at = what.find('\n', at)) what.replace(at, 1, "; ");
  return std::string{rows.text(0)} + " vừa thay đổi mục này lúc " + base::format_date_time(rows.time(1)) + (what.empty() ? "" : " (" + what + ")") + ". ";
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
      Words{"account.create", "lập tài khoản"},   // by the operator's tool
      Words{"delegation.give", "ủy quyền"},
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
