#include "modules/admin/overview/model.h"

#include <algorithm>
#include <charconv>

namespace portal::admin {
namespace {

std::string two(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string Month::text() const { return std::to_string(int{value.year()}) + "-" + two(unsigned{value.month()}); }

std::string Month::words() const { return two(unsigned{value.month()}) + "/" + std::to_string(int{value.year()}); }

Month Month::of(base::UtcTime at) {
  const base::LocalDate day = base::local_date(at);
  return {day.year() / day.month()};
}

std::optional<Month> Month::parse(std::string_view text) {
  constexpr std::size_t kLength = 7;
  if (text.size() != kLength || text[4] != '-') return {};
  int year = 0;
  unsigned month = 0;
  const auto [year_end, year_error] = std::from_chars(text.data(), text.data() + 4, year);
  const auto [month_end, month_error] = std::from_chars(text.data() + 5, text.data() + kLength, month);
  if (year_error != std::errc{} || year_end != text.data() + 4 || month_error != std::errc{} || month_end != text.data() + kLength) return {};
  if (year < 2000 || year > 2999 || month < 1 || month > 12) return {};
  return Month{std::chrono::year{year} / std::chrono::month{month}};
}

std::int64_t Freshness::fresh() const {
  return std::count_if(days.begin(), days.end(), [](const Day& day) { return day.has_news; });
}

std::int64_t Freshness::missed() const {
  return std::count_if(days.begin(), days.end(), [](const Day& day) { return !day.has_news && !day.is_today; });
}

}  // namespace portal::admin
