// Reminders by a person (D9.4, D14.3đ): beside what is late or due and the units below their quota stands a button; who has the right sends who holds it an
// office notice, with words of their own if they like, once per cause and day. Who reminded whom is in the trail.
#pragma once

#include <map>
#include <string>

#include "modules/admin/overview/model.h"
#include "shared/server/server.h"
#include "shared/view/view.h"

namespace portal::admin {

// "clock:5", "quota:3:2026-11": what is reminded of.
[[nodiscard]] std::string cause_of_clock(std::uint64_t clock);
[[nodiscard]] std::string cause_of_quota(base::UnitId unit, const Month& month);

// Under what right the actor reminds: a role, or the delegation to act for the board's head (D19.2); "" when there is none.
[[nodiscard]] std::string authority_to_remind(server::Context& context);

// What a page shows of them beside its lines.
struct Reminders {
  bool may = false;
  std::map<std::string, Reminded> today;  // by cause

  // Fills REMIND { REMIND_URL REMIND_OF } or REMINDED { REMINDED_BY REMINDED_AT } of a line. `back` is the list to return to ("" the leaders' page).
  void fill(view::Dict& line, const std::string& cause, const std::string& of, std::string_view back) const;
};
[[nodiscard]] Reminders reminders_of(server::Context& context);

}  // namespace portal::admin
