// Menu: the rows of the office's side menu, one table for every office program. A row is shown to whom its page has something for: by role, or under
// a delegation in force, which is no role (D15.2, D19.2).
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/access/actor.h"

namespace portal::office {

// Which number stands behind a row.
enum class MenuCount { None, Waiting, Open, Roles, DeadMail, Intake };

struct MenuRow {
  std::string_view key;
  std::string_view url;
  std::string_view icon;
  std::string_view label;
  std::string_view group;  // heading of the group, "" for the first one
  bool (*is_for)(const access::Actor& actor);
  std::string_view delegated;  // the act of a delegation that shows the row too (core_delegation.act), "" for none
  MenuCount count = MenuCount::None;
};

// The whole table, groups together.
[[nodiscard]] std::span<const MenuRow> menu_table();

// The rows that `actor` sees; `delegated`: the acts that are delegated to the person now (delegated_acts, counts.h).
[[nodiscard]] std::vector<const MenuRow*> menu_of(const access::Actor& actor, const std::set<std::string, std::less<>>& delegated = {});

}  // namespace portal::office
