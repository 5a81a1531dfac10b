// Menu: the rows of the office's side menu, one table for every office program. A row is shown when the actor has its capability.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "shared/access/actor.h"
#include "shared/access/capability.h"

namespace portal::office {

// Which number stands behind a row.
enum class MenuCount { None, Waiting, Open };

struct MenuRow {
  std::string_view key;
  std::string_view url;
  std::string_view icon;
  std::string_view label;
  std::string_view group;  // heading of the group, "" for the first one
  std::optional<access::Capability> capability;  // nothing: every member of staff
  MenuCount count = MenuCount::None;
};

// The whole table, groups together.
[[nodiscard]] std::span<const MenuRow> menu_table();

// The rows that `actor` sees.
[[nodiscard]] std::vector<const MenuRow*> menu_of(const access::Actor& actor);

}  // namespace portal::office
