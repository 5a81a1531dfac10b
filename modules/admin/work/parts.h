// What the inbox and the queues have in common on their pages.
#pragma once

#include <optional>
#include <string>

#include "modules/admin/app.h"
#include "modules/admin/work/store.h"
#include "shared/office/clocks.h"
#include "shared/view/view.h"

namespace portal::admin {

// The clock that each row shows.
[[nodiscard]] office::ClockChips clocks_of(App& app, server::Context& context, const WorkList& list);

// Section PAGER: back to the beginning, and on; nothing for a list of one page. `next_url` is what the cursor is put behind.
void fill_pager(view::Dict& content, const std::string& first_url, bool is_first, const std::optional<Cursor>& next, const std::string& next_url);

// The queue of one state, and section QUEUES: the way to each of the open states.
[[nodiscard]] std::string queue_url(workflow::State state);
void fill_queues(view::Dict& content, std::optional<workflow::State> current);

}  // namespace portal::admin
