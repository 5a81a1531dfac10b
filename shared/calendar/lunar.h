// Lunar: the Vietnamese lunar calendar, computed at UTC+7. Tết Âm lịch and Giỗ Tổ Hùng Vương (10 tháng 3) are lunar (Bộ luật Lao động Đ.112.1b, e).
//
//   to_lunar(2027-02-06) == {2027, 1, 1, false}        from_lunar({2027, 3, 10}) == 2027-04-16
//
// The rule: a month begins on the day of the new moon; the month of the winter solstice is month 11; when thirteen months begin between two of
// those, the first one in which the sun enters no sign (no multiple of 30° of longitude) is a leap month and bears the number of the month before
// it. Days are those of Viet Nam: a new moon at 23:30 in Hà Nội is tomorrow in Beijing, so Chinese tables (UTC+8) are wrong here in 2007, 2030, 2053…
// The method is the one Hồ Ngọc Đức published (new moons and solar longitude by Meeus' short series), written anew. Debian has no library for it:
// liblunar and ICU's "chinese" calendar are fixed at UTC+8.
#pragma once

#include <optional>

#include "shared/base/time.h"

namespace portal::calendar {

struct LunarDate {
  int year = 0;        // the lunar year, named after the solar year in which its Tết falls
  unsigned month = 0;  // 1–12
  unsigned day = 0;    // 1–30
  bool is_leap_month = false;

  bool operator==(const LunarDate&) const = default;
};

// Years for which the short series are good to a few minutes.
inline constexpr int kFirstLunarYear = 1900;
inline constexpr int kLastLunarYear = 2199;

// The lunar date of `date`. REQUIRES date.ok() and a year from kFirstLunarYear to kLastLunarYear.
[[nodiscard]] LunarDate to_lunar(base::LocalDate date);

// The solar date of `lunar`, or nothing when that day does not exist: a month of 29 days has no 30th, a year has at most one leap month.
[[nodiscard]] std::optional<base::LocalDate> from_lunar(const LunarDate& lunar);

// The first day of the lunar year (mùng một Tết). REQUIRES a year from kFirstLunarYear to kLastLunarYear.
[[nodiscard]] base::LocalDate lunar_new_year(int year);

}  // namespace portal::calendar
