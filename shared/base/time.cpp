#include "shared/base/time.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace portal::base {
namespace {

using namespace std::chrono;

struct Parts {
  int year;
  unsigned month, day;
  long hour, minute, second, micro;
  unsigned weekday;  // 0 = Sunday
};

Parts split(UtcTime at) {
  const auto day_point = floor<days>(at);
  const year_month_day date{day_point};
  const hh_mm_ss clock{at - day_point};
  return {int(date.year()), unsigned(date.month()), unsigned(date.day()), clock.hours().count(),
          clock.minutes().count(), clock.seconds().count(), clock.subseconds().count(),
          weekday{day_point}.c_encoding()};
}

template <typename... Args>
std::string print(const char* pattern, Args... args) {
  std::array<char, 96> buffer{};
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  const int length = std::snprintf(buffer.data(), buffer.size(), pattern, args...);
#pragma GCC diagnostic pop
  return {buffer.data(), static_cast<std::size_t>(length)};
}

// Reads exactly `width` digits at `pos` and moves past them.
bool digits(std::string_view text, std::size_t& pos, std::size_t width, int& value) {
  if (pos + width > text.size()) return false;
  const char* begin = text.data() + pos;
  for (std::size_t i = 0; i < width; ++i)
    if (begin[i] < '0' || begin[i] > '9') return false;
  std::from_chars(begin, begin + width, value);
  pos += width;
  return true;
}

bool literal(std::string_view text, std::size_t& pos, char expected) {
  if (pos >= text.size() || text[pos] != expected) return false;
  ++pos;
  return true;
}

std::optional<UtcTime> instant(int year, int month, int day, int hour, int minute, int second) {
  const year_month_day date{std::chrono::year{year}, std::chrono::month{unsigned(month)},
                            std::chrono::day{unsigned(day)}};
  if (!date.ok() || year < 1900 || year > 2999 || hour > 23 || minute > 59 || second > 59) return {};
  return UtcTime{sys_days{date}} + hours{hour} + minutes{minute} + seconds{second};
}

constexpr std::array kWeekdays{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"};
constexpr std::array kShortDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array kShortMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

}  // namespace

LocalDate local_date(UtcTime at) { return year_month_day{floor<days>(at + kVietnamOffset)}; }

UtcTime start_of(LocalDate date) { return UtcTime{sys_days{date}} - kVietnamOffset; }

std::string format_date(UtcTime at) {
  const Parts p = split(at + kVietnamOffset);
  return print("%02u/%02u/%04d", p.day, p.month, p.year);
}

std::string format_time(UtcTime at) {
  const Parts p = split(at + kVietnamOffset);
  return print("%02ld:%02ld", p.hour, p.minute);
}

std::string format_date_time(UtcTime at) { return format_date(at) + " " + format_time(at); }

std::string format_long_date(UtcTime at) {
  const Parts p = split(at + kVietnamOffset);
  return std::string{kWeekdays.at(p.weekday)} +
         print(", ngày %02u tháng %02u năm %04d", p.day, p.month, p.year);
}

std::string format_iso(UtcTime at) {
  const Parts p = split(at + kVietnamOffset);
  return print("%04d-%02u-%02uT%02ld:%02ld:%02ld+07:00", p.year, p.month, p.day, p.hour, p.minute,
               p.second);
}

std::string format_sql(UtcTime at) {
  const Parts p = split(at);
  return print("%04d-%02u-%02u %02ld:%02ld:%02ld.%06ld", p.year, p.month, p.day, p.hour, p.minute,
               p.second, p.micro);
}

std::string format_http(UtcTime at) {
  const Parts p = split(at);
  return print("%s, %02u %s %04d %02ld:%02ld:%02ld GMT", kShortDays.at(p.weekday), p.day,
               kShortMonths.at(p.month - 1), p.year, p.hour, p.minute, p.second);
}

std::string format_rfc822(UtcTime at) {
  const Parts p = split(at + kVietnamOffset);
  return print("%s, %02u %s %04d %02ld:%02ld:%02ld +0700", kShortDays.at(p.weekday), p.day,
               kShortMonths.at(p.month - 1), p.year, p.hour, p.minute, p.second);
}

std::optional<UtcTime> parse_date_time(std::string_view text) {
  std::size_t pos = 0;
  int day = 0, month = 0, year = 0, hour = 0, minute = 0;
  if (!digits(text, pos, 2, day) || !literal(text, pos, '/') || !digits(text, pos, 2, month) ||
      !literal(text, pos, '/') || !digits(text, pos, 4, year))
    return {};
  if (pos < text.size()) {
    if (!literal(text, pos, ' ') || !digits(text, pos, 2, hour) || !literal(text, pos, ':') ||
        !digits(text, pos, 2, minute) || pos != text.size())
      return {};
  }
  const auto local = instant(year, month, day, hour, minute, 0);
  if (!local) return {};
  return *local - kVietnamOffset;
}

std::optional<UtcTime> parse_sql(std::string_view text) {
  std::size_t pos = 0;
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  if (!digits(text, pos, 4, year) || !literal(text, pos, '-') || !digits(text, pos, 2, month) ||
      !literal(text, pos, '-') || !digits(text, pos, 2, day))
    return {};
  if (pos == text.size()) return instant(year, month, day, 0, 0, 0);
  if (text[pos] != ' ' && text[pos] != 'T') return {};
  ++pos;
  if (!digits(text, pos, 2, hour) || !literal(text, pos, ':') || !digits(text, pos, 2, minute) ||
      !literal(text, pos, ':') || !digits(text, pos, 2, second))
    return {};
  auto at = instant(year, month, day, hour, minute, second);
  if (!at || pos == text.size()) return at;
  if (!literal(text, pos, '.')) return {};
  long micro = 0;
  long scale = 100000;
  while (pos < text.size() && text[pos] >= '0' && text[pos] <= '9') {
    micro += (text[pos] - '0') * scale;
    scale /= 10;
    ++pos;
  }
  if (pos != text.size()) return {};
  return *at + microseconds{micro};
}

std::optional<UtcTime> parse_iso(std::string_view text) {
  if (text.empty()) return {};
  if (text.back() == 'Z') return parse_sql(text.substr(0, text.size() - 1));
  if (text.size() < 7) return {};
  const std::string_view offset = text.substr(text.size() - 6);
  if ((offset[0] != '+' && offset[0] != '-') || offset[3] != ':') return {};
  std::size_t pos = 1;
  int hour = 0, minute = 0;
  if (!digits(offset, pos, 2, hour)) return {};
  ++pos;
  if (!digits(offset, pos, 2, minute)) return {};
  const auto local = parse_sql(text.substr(0, text.size() - 6));
  if (!local) return {};
  const minutes shift = hours{hour} + minutes{minute};
  return offset[0] == '+' ? *local - shift : *local + shift;
}

UtcTime SystemClock::now() const { return floor<microseconds>(system_clock::now()); }

}  // namespace portal::base
