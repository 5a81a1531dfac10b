// The clocks of items (D9.3): what an act of the workflow tells shared/duty, in the act's transaction, and what `portal` asks of all items.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/duty/item_clocks.h"
#include "shared/workflow/item.h"

namespace portal::workflow {

// What clocks see of an item. A state of a newer program is taken for one in the board's hands: its clocks stay as they are.
[[nodiscard]] duty::ItemFacts clock_facts(const Item& item);

// The item is now as `item` says, by the act with that key ("create", "save" or key_of(Action)); `is_minor`: a posting of a minor change. Must run inside
// the act's transaction.
void follow_clocks(db::Connection& db, const Item& item, std::string_view act_key, const duty::Act& act, bool is_minor = false);

// Gives items that have no clock those that their times call for, each in a transaction of its own: after duties were entered for the first time.
// Gives how many items that were; `progress` is called with it after every block that had some.
std::size_t open_missing_clocks(db::Connection& db, base::UtcTime now, const std::function<void(std::size_t)>& progress = {});

// What is wrong with any item's clocks, one sentence each, at most `limit`. `progress` is called every 500 items.
[[nodiscard]] std::vector<std::string> check_clocks(db::Connection& db, std::size_t limit, const std::function<void(std::size_t)>& progress = {});

}  // namespace portal::workflow
