// CaseFile: calendars and deadlines to compute, as a JSON file (`portal due --vectors FILE`); the format is that of the frozen worked cases.
//
//   {"calendars": [{"id", "name"?, "source"?, "utc_offset"?: "+07:00", "entered_years": [2027],
//                   "weekly_hours": {"monday": [["07:30", "11:30"], …], …, "sunday": []},
//                   "public_holidays"?, "days_off"?: [{"date": "2027-01-01", "name"?, "source"?}], "make_up_days"?: [{… , "hours": […]}]}],
//    "vectors":   [{"label", "calendar", "unit", "amount", "start": "2027-03-04T08:15:00+07:00",
//                   "options"?: {"pauses"?: [{"from", "to" or null, "ground"?}], "extension"?: {"amount", "decided_at"}, "roll_forward"?,
//                                "window"?, "first_week"?},
//                   "expected_…"?, "counted_days"?, "skipped_days"?, "counted_office_seconds"?, "acts"?}]}
//
// Texts hold no control characters. Unknown members are passed over, a weekday that is left out is a day off. `amount` of working_hours may have a
// fraction that makes whole seconds.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/calendar.h"
#include "shared/calendar/due.h"

namespace portal::calendar {

// What a case says should come out; what it leaves out is not compared.
struct ExpectedDue {
  bool is_given = false;             // the file has expected_due (or expected_error) for this case
  std::optional<base::UtcTime> due;  // nothing: an error is expected
  std::string error;
  std::optional<int> missing_year;
  std::optional<long> remaining_office_seconds;
  std::optional<std::vector<base::LocalDate>> counted_days;
  std::optional<std::vector<std::pair<base::LocalDate, std::string>>> skipped_days;  // date, reason
  std::optional<std::vector<std::pair<base::LocalDate, long>>> counted_office_seconds;
  std::vector<std::pair<base::UtcTime, bool>> acts;  // moment, in time
};

struct DueCase {
  std::string label;
  std::size_t calendar = 0;  // index in CaseFile::calendars
  DutyClock clock;
  ExpectedDue expected;
};

struct CaseFile {
  std::vector<Calendar> calendars;
  std::vector<DueCase> cases;
};

// `json` read. Invalid with a sentence that names calendar or case and what is wrong in it. Pure.
[[nodiscard]] base::Result<CaseFile> read_cases(std::string_view json);

// How what was computed differs from what the case expects, one sentence each; empty: agrees (or nothing was expected).
[[nodiscard]] std::vector<std::string> differences(const CaseFile& file, const DueCase& one);

// "2027-03-04"; and back, nothing for a date that cannot be.
[[nodiscard]] std::string date_key(base::LocalDate date);
[[nodiscard]] std::optional<base::LocalDate> parse_date_key(std::string_view text);

}  // namespace portal::calendar
