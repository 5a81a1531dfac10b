#include "shared/office/deed.h"

#include "shared/db/connection.h"
#include "shared/office/queries.h"
#include "shared/workflow/idempotency.h"

namespace portal::office {

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
  workflow::append_audit(context.db(),
                         {.chain = deed.chain, .person = context.actor.person, .account = context.actor.account, .action = deed.action,
                          .from_state = deed.from_state, .to_state = deed.to_state, .content_digest = {}, .authority = deed.authority, .ground = {},
                          .note = deed.note},
                         context.now);
}

std::string last_change(db::Connection& db, std::string_view chain) {
  auto rows = db.query(kLastDeed, chain);
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

}  // namespace portal::office
