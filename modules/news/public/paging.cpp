#include "modules/news/public/paging.h"

#include <charconv>

namespace portal::news {
namespace {

constexpr std::uint64_t kFirstYear = 1990;
constexpr std::uint64_t kLastYear = 2200;

std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool canonical = !text.empty() && (text == "0" || text.front() != '0');
  if (error != std::errc{} || end != text.data() + text.size() || !canonical) return std::nullopt;
  return value;
}

base::UtcTime begin_of(int year, unsigned month) {
  return base::start_of(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{1});
}

}  // namespace

std::string format_cursor(const Cursor& cursor) {
  return std::to_string(cursor.at.time_since_epoch().count()) + "-" + std::to_string(cursor.item);
}

std::optional<Cursor> parse_cursor(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto at = parse_number(text.substr(0, dash));
  const auto item = parse_number(text.substr(dash + 1));
  const auto last = static_cast<std::uint64_t>(begin_of(static_cast<int>(kLastYear), 1).time_since_epoch().count());
  if (!at || !item || *at > last) return std::nullopt;
  return Cursor{base::UtcTime{std::chrono::microseconds{static_cast<std::int64_t>(*at)}}, *item};
}

Period all_time() { return {base::UtcTime{}, begin_of(static_cast<int>(kLastYear), 1), 0, 0}; }

std::optional<Period> year_period(std::uint64_t year) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  const int number = static_cast<int>(year);
  return Period{begin_of(number, 1), begin_of(number + 1, 1), number, 0};
}

std::optional<Period> month_period(std::uint64_t year, std::string_view month) {
  const auto whole = year_period(year);
  if (!whole || month.size() != 2) return std::nullopt;
  const auto number = parse_number(month.front() == '0' ? month.substr(1) : month);
  if (!number || *number < 1 || *number > 12) return std::nullopt;
  const auto m = static_cast<unsigned>(*number);
  const base::UtcTime end = m == 12 ? whole->before : begin_of(whole->year, m + 1);
  return Period{begin_of(whole->year, m), end, whole->year, m};
}

std::string path_of(const Period& period) {
  if (period.is_all()) return {};
  std::string path = "nam/" + std::to_string(period.year) + "/";
  if (period.month != 0) path.append(period.month < 10 ? "0" : "").append(std::to_string(period.month)).append("/");
  return path;
}

}  // namespace portal::news
