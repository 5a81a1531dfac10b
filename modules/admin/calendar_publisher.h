// The public copy of the agency's own working calendar and of the regulation's time limits (site_calendar*, site_duty): what readers see of when the
// agency works and how a due time is reckoned. Only entered years and their days are in it (docs/decisions/0018). Every act that changes a calendar or a
// duty writes it again in its own transaction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/db/connection.h"

namespace portal::admin {

// Writes the tables again. Must run inside the caller's transaction.
void publish_calendar(db::Connection& db);

[[nodiscard]] std::size_t count_calendar_rows(db::Connection& db);

// Each row as one line of text, as it should be and as it is, for `portal check`.
struct CalendarTable {
  std::string_view name;
  std::vector<std::string> wanted, published;
};
[[nodiscard]] std::vector<CalendarTable> calendar_tables(db::Connection& db);

}  // namespace portal::admin
