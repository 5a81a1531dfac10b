// Calendar: when one agency works. Office hours of each weekday (they may change on a date), public holidays, days off and half-days off, make-up
// (swap) days with hours of their own; each with its name and the announcement it comes from (D9.3; Bộ luật Lao động Đ.111, 112).
//
// What a day is, the first that fits: a make-up day (its own hours), a public holiday, a day off, a weekly day off (no hours on that weekday), a
// working day. A day with any office hours, a half-day too, is one whole working day. A year is believed only when an administrator has entered it:
// days of other years have no kind, and whoever asks about a span must ask first_missing_year() before.
//
// A Calendar is a value made once from its rows: a table of days from the first to the last entered year with running sums, so that "office time
// until this moment", "the day on which the n-th hour ends" and "the n-th working day" are look-ups. Immutable, so threads may share one.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace portal::calendar {

// One stretch of office hours, [from, to) since the day's midnight in Viet Nam; to is at most 24 hours.
struct OfficeSpan {
  std::chrono::seconds from{};
  std::chrono::seconds to{};

  bool operator==(const OfficeSpan&) const = default;
  auto operator<=>(const OfficeSpan&) const = default;
};

using DayHours = std::vector<OfficeSpan>;  // in order, not overlapping; empty: the agency is closed

// Office hours of a week, in force from valid_from to valid_to (both included; nothing: without an end).
struct WeekHours {
  std::array<DayHours, 7> weekdays;  // [0] is Monday
  std::optional<base::LocalDate> valid_from;
  std::optional<base::LocalDate> valid_to;
  std::string source;  // the decision that set them
};

struct PublicHoliday {
  base::LocalDate date;
  std::string name;    // "Giỗ Tổ Hùng Vương"
  std::string source;  // the announcement's number, or the law
};

struct DayOff {
  base::LocalDate date;
  std::string name;
  std::string source;
  DayHours closed{};  // when it is closed; empty: the whole day. What is left of the weekday's hours makes a half-day
};

struct MakeUpDay {
  base::LocalDate date;
  std::string name;
  std::string source;
  DayHours hours;
};

// The rows of one agency's calendar, as typed or loaded.
struct CalendarData {
  std::string id;
  std::string name;
  std::string source;
  std::vector<WeekHours> weeks;
  std::vector<PublicHoliday> public_holidays;  // two on one date are both named
  std::vector<DayOff> days_off;
  std::vector<MakeUpDay> make_up_days;
  std::vector<int> entered_years;
};

enum class DayKind : std::uint8_t { MakeUpDay, PublicHoliday, DayOff, WeeklyDayOff, WorkingDay };

class Calendar {
 public:
  // The calendar of `data`, or Invalid with a sentence that names the place: hours out of order or overlapping, two rows of hours for one day, an
  // entered year with a day that no row of hours covers, a make-up day without hours or entered twice, a date or year that cannot be (1900–2999).
  // Rows outside the entered years are checked and wait for their year.
  [[nodiscard]] static base::Result<Calendar> make(CalendarData data);

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& source() const { return source_; }

  // The first year in [from, to] (dates in order) that has not been entered, or nothing.
  [[nodiscard]] std::optional<int> first_missing_year(base::LocalDate from, base::LocalDate to) const;

  // The last day of the unbroken run of entered years in which `date` lies. REQUIRES its year entered.
  [[nodiscard]] base::LocalDate last_entered_after(base::LocalDate date) const;

  // What `date` is. `name` and `source` belong to its holiday, closure or swap (also of a half-day), and are empty on an ordinary day; `hours_source`
  // is that of the weekday's hours. Views live as long as the calendar. REQUIRES its year entered.
  struct Day {
    DayKind kind;
    std::span<const OfficeSpan> hours;
    std::chrono::seconds office_time;
    std::string_view name;
    std::string_view source;
    std::string_view hours_source;
  };
  [[nodiscard]] Day day(base::LocalDate date) const;

  // Office time from the table's first day to `at` (whole seconds; its end counts for anything later). Differences are the office time between two
  // moments of one run of entered years.
  [[nodiscard]] std::chrono::seconds office_time_until(base::UtcTime at) const;

  // The earliest moment at which office_time_until() is `office_time`: 11:30, not the 13:30 that follows. REQUIRES 0 < office_time <= the table's sum.
  [[nodiscard]] base::UtcTime moment_of(std::chrono::seconds office_time) const;

  // Working days before `date`, from the table's first day (clamped to the table).
  [[nodiscard]] std::int64_t working_days_before(base::LocalDate date) const;

  // Working day number `index` (0 = the table's first), or nothing behind the last.
  [[nodiscard]] std::optional<base::LocalDate> working_day(std::int64_t index) const;

  // The first day with office hours on or after `date`, or nothing in the table.
  [[nodiscard]] std::optional<base::LocalDate> working_day_from(base::LocalDate date) const;

 private:
  struct Entry {
    std::int64_t office_before;   // seconds
    std::int32_t working_before;  // days
    std::int32_t hours;           // index in patterns_
    std::int32_t note;            // index in notes_, -1: an ordinary day
    std::int32_t hours_source;    // index in hours_sources_
    DayKind kind;
  };
  struct Pattern {
    DayHours spans;
    std::chrono::seconds sum{};
  };
  struct Note {
    std::string name;
    std::string source;
  };
  class Builder;

  Calendar() = default;
  [[nodiscard]] std::int64_t index_of(base::LocalDate date) const;
  [[nodiscard]] bool is_entered(int year) const;

  std::string id_;
  std::string name_;
  std::string source_;
  int first_year_ = 0;
  std::vector<bool> entered_;            // by year from first_year_
  std::chrono::sys_days first_day_;      // of the table
  std::vector<Entry> days_;              // one a day, and one more with the sums
  std::vector<std::int32_t> working_;    // index in days_ of each working day
  std::vector<Pattern> patterns_;
  std::vector<Note> notes_;
  std::vector<std::string> hours_sources_;
};

// "07:30–11:30, 13:30–17:30"; "nghỉ" for no hours.
[[nodiscard]] std::string describe_hours(std::span<const OfficeSpan> hours);

// "thứ Hai" … "Chủ nhật" for 0 (Monday) … 6; and the weekday number of a date.
[[nodiscard]] std::string_view weekday_name(unsigned weekday);
[[nodiscard]] unsigned weekday_of(base::LocalDate date);

// "04/03/2027".
[[nodiscard]] std::string date_words(base::LocalDate date);

}  // namespace portal::calendar
