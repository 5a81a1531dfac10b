// Holidays: the days off that the law gives a year, as a proposal that an administrator compares with the announcement and confirms.
//
// Bộ luật Lao động 45/2019/QH14 Đ.112.1: 1/1; Tết Âm lịch 5 days; 30/4; 1/5; 2/9 and one day beside it; 10 tháng 3 lunar; from 01/7/2026 also 24/11
// (Nghị quyết 28/2026/QH16). Which five days of Tết and which day beside 2/9 the Prime Minister decides each year (Đ.112.3). Đ.111.3: where a weekly
// day off falls on one of them, the next working day is off instead. Swap days are announced too; nothing computes them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace portal::calendar {

// A row of the law: one holiday, or one group of days, from a date on.
struct StatutoryHoliday {
  enum class Kind {
    Solar,        // day and month of the Gregorian calendar
    Lunar,        // day and month of the lunar year of the same number
    TetChoice,    // five days around mùng một, chosen each year
    BesideChoice  // the day before or after day/month, chosen each year
  };
  Kind kind;
  unsigned month;  // TetChoice: 1
  unsigned day;    // TetChoice: 1
  std::string_view name;
  std::string_view source;
  base::LocalDate valid_from;
  std::optional<base::LocalDate> valid_to;
  bool is_made_up_by_reading = false;  // 24/11: that Đ.111.3 reaches it is read from the law, no announcement has said so yet
};

inline constexpr int kTetDays = 5;  // Đ.112.1b

// The rows of the laws that the program knows (from 01/01/2021). An instance may keep its own.
[[nodiscard]] std::span<const StatutoryHoliday> statutory_holidays();

// What is announced for one year. What is not announced is proposed and marked.
struct YearChoices {
  std::optional<int> tet_days_before;     // days of Tết before mùng một, 0–4; the rest of the five follow
  std::string tet_source;                 // number of the announcement
  std::optional<bool> national_day_after; // true: 3/9, false: 1/9
  std::string national_day_source;
};

struct ProposedHoliday {
  base::LocalDate date;
  std::string name;    // "Tết Nguyên đán (mùng ba)", "Quốc khánh (nghỉ bù)"
  std::string source;  // the law, and the announcement where one was given
  bool is_compensation = false;  // Đ.111.3
  bool is_to_confirm = false;    // rests on a choice that is not announced yet, or on a reading of the law that no announcement has confirmed
};

// The days off of `year` in order of date. `weekly_days_off`: [0] is Monday. Error: Invalid for a year that the rows do not cover whole, or choices that
// cannot be. Where a choice is missing, the one that gives the longest unbroken time off is taken (for equals, the one with fewer days to make up for,
// then the earlier), as has been announced in most years.
[[nodiscard]] base::Result<std::vector<ProposedHoliday>> propose_holidays(int year, const YearChoices& choices, const std::array<bool, 7>& weekly_days_off,
                                                                         std::span<const StatutoryHoliday> rows = statutory_holidays());

inline constexpr std::array<bool, 7> kSaturdaySunday{false, false, false, false, false, true, true};

}  // namespace portal::calendar
