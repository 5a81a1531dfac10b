// Dates as MariaDB writes them and as seed files have them ("2026-11-25").
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace portal::duty {

// "2026-11-25" of a DATE column. Throws std::runtime_error for anything else: the schema would be another one.
[[nodiscard]] inline base::LocalDate date_of(std::string_view text) {
  const auto at = base::parse_sql(text);
  if (!at) throw std::runtime_error("not a date: " + std::string{text});
  return base::LocalDate{std::chrono::floor<std::chrono::days>(*at)};
}

// The same back, for a parameter.
[[nodiscard]] inline std::string date_text(base::LocalDate day) { return base::format_iso(base::start_of(day)).substr(0, 10); }

}  // namespace portal::duty
