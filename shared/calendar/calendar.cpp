#include "shared/calendar/calendar.h"

#include <algorithm>

namespace portal::calendar {
namespace {

using namespace std::chrono;

// Seconds on the wall clock of Viet Nam.
sys_seconds local_time(base::UtcTime at) { return floor<seconds>(at) + base::kVietnamOffset; }

}  // namespace

std::int64_t Calendar::index_of(base::LocalDate date) const { return (sys_days{date} - first_day_).count(); }

bool Calendar::is_entered(int year) const {
  const auto offset = static_cast<std::int64_t>(year) - first_year_;
  return offset >= 0 && offset < static_cast<std::int64_t>(entered_.size()) && entered_[static_cast<std::size_t>(offset)];
}

std::optional<int> Calendar::first_missing_year(base::LocalDate from, base::LocalDate to) const {
  for (int year = static_cast<int>(from.year()); year <= static_cast<int>(to.year()); ++year)
    if (!is_entered(year)) return year;
  return {};
}

base::LocalDate Calendar::last_entered_after(base::LocalDate date) const {
  int year = static_cast<int>(date.year());
  while (is_entered(year + 1)) ++year;
  return std::chrono::year{year} / December / 31d;
}

Calendar::Day Calendar::day(base::LocalDate date) const {
  const Entry& entry = days_.at(static_cast<std::size_t>(index_of(date)));
  const Pattern& pattern = patterns_[static_cast<std::size_t>(entry.hours)];
  Day day{entry.kind, pattern.spans, pattern.sum, {}, {}, hours_sources_[static_cast<std::size_t>(entry.hours_source)]};
  if (entry.note >= 0) {
    const Note& note = notes_[static_cast<std::size_t>(entry.note)];
    day.name = note.name;
    day.source = note.source;
  }
  return day;
}

seconds Calendar::office_time_until(base::UtcTime at) const {
  const sys_seconds local = local_time(at);
  const sys_days date = floor<days>(local);
  const std::int64_t index = (date - first_day_).count();
  if (index < 0) return 0s;
  if (index >= static_cast<std::int64_t>(days_.size()) - 1) return seconds{days_.back().office_before};
  const Entry& entry = days_[static_cast<std::size_t>(index)];
  const seconds time_of_day = local - date;
  seconds sum{entry.office_before};
  for (const OfficeSpan& span : patterns_[static_cast<std::size_t>(entry.hours)].spans)
    if (time_of_day > span.from) sum += std::min(time_of_day, span.to) - span.from;
  return sum;
}

base::UtcTime Calendar::moment_of(seconds office_time) const {
  // The day on whose end the sum is reached: the last one that begins with less.
  const auto after = std::partition_point(days_.begin(), days_.end(), [&](const Entry& entry) { return entry.office_before < office_time.count(); });
  const auto entry = std::prev(after);
  seconds left = office_time - seconds{entry->office_before};
  const sys_days date = first_day_ + days{entry - days_.begin()};
  for (const OfficeSpan& span : patterns_[static_cast<std::size_t>(entry->hours)].spans) {
    if (left <= span.to - span.from) return base::UtcTime{date + span.from + left} - base::kVietnamOffset;
    left -= span.to - span.from;
  }
  return base::UtcTime{date + days{1}} - base::kVietnamOffset;  // not reached while office_time is in the table
}

std::int64_t Calendar::working_days_before(base::LocalDate date) const {
  const std::int64_t last = static_cast<std::int64_t>(days_.size()) - 1;
  return days_[static_cast<std::size_t>(std::clamp<std::int64_t>(index_of(date), 0, last))].working_before;
}

std::optional<base::LocalDate> Calendar::working_day(std::int64_t index) const {
  if (index < 0 || index >= static_cast<std::int64_t>(working_.size())) return {};
  return base::LocalDate{first_day_ + days{working_[static_cast<std::size_t>(index)]}};
}

std::optional<base::LocalDate> Calendar::working_day_from(base::LocalDate date) const { return working_day(working_days_before(date)); }

}  // namespace portal::calendar
