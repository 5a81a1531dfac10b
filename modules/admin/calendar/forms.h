// Forms of a calendar: typed fields -> a change, or what is wrong with each field. Pure.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "modules/admin/form_view.h"
#include "shared/calendar/holidays.h"
#include "shared/duty/calendar_change.h"

namespace portal::admin {

// A change as a form asks for it, and in words, line by line: for the preview and the trail.
struct CalendarDraft {
  duty::CalendarChange change;
  std::vector<std::string> lines;
};

struct NewCalendar {
  std::string code, name;
};
[[nodiscard]] FormPage calendar_form();
[[nodiscard]] base::Result<NewCalendar> parse_calendar(const http::Fields& form);

[[nodiscard]] FormPage hours_form(const duty::StoredCalendar& calendar);
[[nodiscard]] http::Fields hours_values(const duty::StoredCalendar& calendar, base::LocalDate today);
[[nodiscard]] base::Result<CalendarDraft> parse_hours_form(const http::Fields& form, const duty::StoredCalendar& calendar);

// A year with its holidays: the law's proposal by the choices that were announced (Bộ luật Lao động Đ.111.3, Đ.112).
[[nodiscard]] FormPage year_form(const duty::StoredCalendar& calendar, int year);
[[nodiscard]] http::Fields year_values(const duty::StoredCalendar& calendar, int year);
// The holidays that the law and the form's choices give. Fault: Invalid.
[[nodiscard]] base::Result<std::vector<calendar::ProposedHoliday>> holidays_of(const http::Fields& form, const duty::StoredCalendar& calendar, int year);
[[nodiscard]] base::Result<CalendarDraft> parse_year_form(const http::Fields& form, const duty::StoredCalendar& calendar, int year, base::PersonId by,
                                                          base::UtcTime now);

[[nodiscard]] FormPage day_form(const duty::StoredCalendar& calendar);
[[nodiscard]] base::Result<CalendarDraft> parse_day_form(const http::Fields& form, const duty::StoredCalendar& calendar);

// The day that a "Bỏ" button names (ngay: 2027-02-08, loai: public_holiday). Fault: NotFound.
[[nodiscard]] base::Result<CalendarDraft> parse_drop(const http::Fields& form, const duty::StoredCalendar& calendar);

// "Thứ Hai – Thứ Sáu: 07:30–11:30, 13:30–17:30", one line for weekdays with the same hours together, of the hours in force on `day`.
[[nodiscard]] std::vector<std::string> week_words(const std::vector<duty::HoursRow>& hours, base::LocalDate day);
// "Nghỉ lễ, tết", "Nghỉ", "Làm bù", "Làm việc một phần".
[[nodiscard]] std::string_view label_of_day_kind(std::string_view kind);

}  // namespace portal::admin
