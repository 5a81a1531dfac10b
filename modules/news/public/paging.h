// Paging: which part of a list an address asks for. Cursors stand for a place between two articles, so that a page keeps its content while new
// articles come in on top.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace portal::news {

// A place in a list: (time, id) of an article that was there when the link was made. In addresses "<microseconds since 1970>-<id>".
struct Cursor {
  base::UtcTime at;
  std::uint64_t item = 0;

  bool operator==(const Cursor&) const = default;
};

[[nodiscard]] std::string format_cursor(const Cursor& cursor);
// Nothing for anything that format_cursor() does not write.
[[nodiscard]] std::optional<Cursor> parse_cursor(std::string_view text);

// [from, before): a year, a month, or all time.
struct Period {
  base::UtcTime from;
  base::UtcTime before;
  int year = 0;         // 0: all time
  unsigned month = 0;   // 0: the whole year

  [[nodiscard]] bool is_all() const { return year == 0; }
};

[[nodiscard]] Period all_time();
// Nothing outside 1990–2200: not a time of this site, so not an address of it.
[[nodiscard]] std::optional<Period> year_period(std::uint64_t year);
// `month` as in addresses: "01".."12".
[[nodiscard]] std::optional<Period> month_period(std::uint64_t year, std::string_view month);

// "nam/2026/11/", "nam/2026/", "".
[[nodiscard]] std::string path_of(const Period& period);

}  // namespace portal::news
