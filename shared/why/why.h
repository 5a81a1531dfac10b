// Why: the words of "Vì sao hạn này?", the same for the office's page of a clock and for readers' deadline calculator (D9.3: start event, rule, every
// day counted and skipped with its reason and legal source). The days are those of calendar::explain(), so they are what `portal due` prints.
//
//   const calendar::Explanation answer = calendar::explain(calendar, clock);
//   why::fill_days(content.include("DAYS", "partials/due_days.tpl"), {calendar, clock, answer, today});
//
// Pure, apart from the dictionary that is filled.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/calendar.h"
#include "shared/calendar/explain.h"
#include "shared/view/view.h"

namespace portal::why {

// One clock and its explanation, as seen on `today`.
struct Question {
  const calendar::Calendar& calendar;
  const calendar::DutyClock& clock;
  const calendar::Explanation& answer;
  base::LocalDate today;
};

// One date of the explanation in words.
struct DayLine {
  std::string date;      // "Ba 17/11/2026"
  std::string verdict;   // "Ngày thứ 5", "3 giờ làm việc (cộng 9 giờ làm việc)", "Không tính"
  std::string reason;    // "Nghỉ lễ, tết: Quốc khánh", "Ngày làm việc, 07:30–11:30, 13:30–17:30"
  std::string source;    // the law or the announcement
  bool is_counted = false;
  bool is_today = false;
  bool is_due = false;   // the due moment lies in it

  bool operator==(const DayLine&) const = default;
};
[[nodiscard]] std::vector<DayLine> lines_of(const Question& question);

// How many days were counted and why the others were not: {"Được tính", "15 ngày"}, {"Nghỉ hằng tuần", "6 ngày"}…
struct Tally {
  std::string label, value;

  bool operator==(const Tally&) const = default;
};
[[nodiscard]] std::vector<Tally> tallies_of(const calendar::Explanation& answer);

// "17:30, Thứ Ba ngày 08/12/2026".
[[nodiscard]] std::string moment_words(base::UtcTime at);

// "Bắt đầu lúc 14:20, Thứ Hai ngày 16/11/2026, cộng 15 ngày làm việc. Ngày bắt đầu không tính."
[[nodiscard]] std::string rule_words(const calendar::DutyClock& clock);

// "D9.3a" -> "Điều 9, khoản 3, điểm a"; other text as it is.
[[nodiscard]] std::string clause_words(std::string_view clause);

// Fills templates/partials/due_days.tpl; nothing is shown for an explanation without days.
void fill_days(view::Dict part, const Question& question);

}  // namespace portal::why
