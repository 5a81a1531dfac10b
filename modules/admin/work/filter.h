// InboxFilter: what narrows and orders the inbox, as it stands in the page's address, so that a list can be kept, sent and come back to. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/http/fields.h"
#include "shared/workflow/transition.h"

namespace portal::admin {

enum class DueFilter { Any = 0, Overdue = 1, Near = 2, None = 3 };  // the numbers are those of the statements (queries.h)
enum class WorkOrder { Oldest, Newest, Due };

struct InboxFilter {
  base::SectionId section;                // or one of the sections below it
  base::UnitId unit;
  std::optional<workflow::State> state;
  base::PersonId holder;                  // who has the board's step
  bool only_free = false;                 // …or nobody has it
  DueFilter due = DueFilter::Any;
  std::string waiting;                    // "1", "3", "7", "30": longer than so many days; "moi": since yesterday; "" any
  std::string words;                      // of the title, or the code
  WorkOrder order = WorkOrder::Oldest;

  // Whether anything is narrowed: an empty list then says so.
  [[nodiscard]] bool is_set() const;
  // The times between which an item has been in its state.
  [[nodiscard]] base::UtcTime not_before(base::UtcTime now) const;
  [[nodiscard]] base::UtcTime not_after(base::UtcTime now) const;
};

// Reads the address. What it does not know is no filter: an old or mistyped link still shows a list. `me` stands for "toi".
[[nodiscard]] InboxFilter parse_filter(const http::Fields& query, base::PersonId me);

// "chuyen-muc=3&han=qua-han": the filter in an address again, without a leading "&"; "" for none. parse_filter() gives it back.
[[nodiscard]] std::string query_of(const InboxFilter& filter);

}  // namespace portal::admin
