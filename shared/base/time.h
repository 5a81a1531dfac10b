// Time: instants are UTC, dates and everything shown are Asia/Ho_Chi_Minh (UTC+7, no daylight saving since 1975, so a fixed offset is exact
// for every date the portal handles). "Now" is always an argument that comes from a Clock; nothing below main() calls system_clock.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace portal::base {

// An instant, microseconds, UTC. Stored as DATETIME(6) in UTC.
using UtcTime = std::chrono::sys_time<std::chrono::microseconds>;

// A calendar day in Viet Nam (deadlines, holidays, list jumps).
using LocalDate = std::chrono::year_month_day;

inline constexpr std::chrono::hours kVietnamOffset{7};

// The day in Viet Nam in which `at` falls.
[[nodiscard]] LocalDate local_date(UtcTime at);

// The instant at which `date` begins in Viet Nam.
[[nodiscard]] UtcTime start_of(LocalDate date);

// "25/11/2026", "13:50", "25/11/2026 13:50", "Thứ Tư, ngày 25 tháng 11 năm 2026": Vietnamese civil style, UTC+7.
[[nodiscard]] std::string format_date(UtcTime at);
[[nodiscard]] std::string format_time(UtcTime at);
[[nodiscard]] std::string format_date_time(UtcTime at);
[[nodiscard]] std::string format_long_date(UtcTime at);

// "2026-11-25T13:50:00+07:00" for machines; "2026-11-25 06:50:00.000000" (UTC) for the database; RFC 1123 (GMT) for HTTP headers; RFC 822 (+0700) for RSS.
[[nodiscard]] std::string format_iso(UtcTime at);
[[nodiscard]] std::string format_sql(UtcTime at);
[[nodiscard]] std::string format_http(UtcTime at);
[[nodiscard]] std::string format_rfc822(UtcTime at);

// What a person types: "dd/mm/yyyy hh:mm", "dd/mm/yyyy" (midnight), in Viet Nam time. Nothing for text that is not a real date.
[[nodiscard]] std::optional<UtcTime> parse_date_time(std::string_view text);

// Reads format_sql's form (fraction optional) and ISO 8601 with an offset or Z.
[[nodiscard]] std::optional<UtcTime> parse_sql(std::string_view text);
[[nodiscard]] std::optional<UtcTime> parse_iso(std::string_view text);

// Where "now" comes from. A program has one SystemClock; tests set a FixedClock.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual UtcTime now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] UtcTime now() const override;
};

class FixedClock final : public Clock {
 public:
  explicit FixedClock(UtcTime at) : at_(at) {}

  [[nodiscard]] UtcTime now() const override { return at_; }

  void set(UtcTime at) { at_ = at; }

 private:
  UtcTime at_;
};

}  // namespace portal::base
