// One register over all ways in (D7, D9.1a): what came by mail, the public form, over the counter or by the API, and what the department's own people send in
// from the office. The latter are items already, with their own words, history and rights: the register shows them and keeps no copy of them.
#pragma once

#include "shared/intake/store.h"

namespace portal::intake {

// As list_intake(), with the items that nothing of the register became. Such a row has no id but an item: `received_at` is when it first reached the board, its
// state how far the secretary is with it. At the same instant things of the register come first.
[[nodiscard]] IntakeList list_all_ways(db::Connection& db, const Filter& filter, std::size_t limit = kListPage);

// The register's state of an item that the office sent in. Pure.
[[nodiscard]] State state_of_item(std::string_view item_state);

}  // namespace portal::intake
