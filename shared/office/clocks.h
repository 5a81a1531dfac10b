// An item's clocks in office pages (D9.3: every item with a deadline shows it with its basis): one chip in a list's row, all of them beside the item.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/duty/show.h"
#include "shared/view/view.h"

namespace portal::office {

// The clock that a list shows for each of `items` that has one running.
using ClockChips = std::map<base::ItemId, duty::Shown>;
[[nodiscard]] ClockChips read_clock_chips(db::Connection& db, duty::BooksHolder& books, const std::vector<base::ItemId>& items, base::UtcTime now);

// Fills section CLOCK of a list's row: CLOCK_CHIP, CLOCK_BASIS ("D9.3a · hạn 26/11/2026 14:15"). Nothing for an item without a running clock.
void fill_clock_chip(view::Dict& row, const ClockChips& chips, base::ItemId item);

// What the item's own page shows.
struct ItemClocks {
  std::optional<duty::Shown> next;   // the one that its lists show
  std::vector<duty::Shown> all;      // running ones by due time, then the ended ones; what was cancelled is not shown
};
[[nodiscard]] ItemClocks read_item_clocks(db::Connection& db, duty::BooksHolder& books, base::ItemId item, base::UtcTime now);

// The same of clocks that are read already: of what is no item.
[[nodiscard]] ItemClocks show_clocks(const duty::Books& books, std::vector<duty::Clock> clocks, base::UtcTime now);

// Fills CLOCK_CHIP of the page's head and CLOCKS (templates/office/clocks.tpl) beside the item, each with the way to its "Vì sao hạn này?" below `item_url`.
void fill_head_clock(view::Dict& content, const ItemClocks& clocks);
void fill_clocks(view::Dict& part, const ItemClocks& clocks, std::string_view item_url);

}  // namespace portal::office
