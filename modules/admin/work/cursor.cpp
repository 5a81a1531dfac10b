#include "modules/admin/work/cursor.h"

#include <algorithm>
#include <charconv>

namespace portal::admin {

std::string Cursor::text() const {
  std::string out = std::to_string(at.time_since_epoch().count()) + "-" + std::to_string(id);
  if (!chain.empty()) out += "-" + chain;
  return out;
}

std::optional<Cursor> Cursor::parse(std::string_view text) {
  constexpr std::int64_t kLatest = 4'102'444'800'000'000;  // the year 2100
  Cursor cursor;
  std::int64_t micros = 0;
  const char* const last = text.data() + text.size();
  auto [after_time, time_error] = std::from_chars(text.data(), last, micros);
  if (time_error != std::errc{} || after_time == last || *after_time != '-' || micros < 0 || micros > kLatest) return {};
  const auto [after_id, id_error] = std::from_chars(after_time + 1, last, cursor.id);
  if (id_error != std::errc{}) return {};
  if (after_id != last) {
    if (*after_id != '-') return {};
    cursor.chain.assign(after_id + 1, last);
    constexpr std::size_t kLongestChain = 40;
    const bool is_chain = cursor.chain.size() <= kLongestChain && std::all_of(cursor.chain.begin(), cursor.chain.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':' || c == '_' || c == '-';
    });
    if (!is_chain) return {};
  }
  cursor.at = base::UtcTime{std::chrono::microseconds{micros}};
  return cursor;
}

}  // namespace portal::admin
