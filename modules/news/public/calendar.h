// When the agency works, for readers (D9.3): the year's page, the same as JSON and iCalendar, and the deadline calculator. Everything is read from the
// published copy (site_calendar*, site_duty); a year that was not entered has no page, and no date is promised in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/news/public/app.h"
#include "shared/calendar/due.h"
#include "shared/duty/calendar_rows.h"
#include "shared/http/response.h"

namespace portal::news {

[[nodiscard]] http::Response show_calendar(App& app, server::Context& context);
[[nodiscard]] http::Response show_calendar_year(App& app, server::Context& context);
[[nodiscard]] http::Response show_calendar_ics(App& app, server::Context& context);
[[nodiscard]] http::Response show_calendar_json(App& app, server::Context& context);
[[nodiscard]] http::Response show_deadline_form(App& app, server::Context& context);
[[nodiscard]] http::Response show_deadline(App& app, server::Context& context);

// The agency's calendar as published.
struct WorkingCalendar {
  duty::StoredCalendar rows;  // `calendar` is unset before anything was published
  std::optional<base::UtcTime> changed_at;

  // When what is published was last changed: in the office, or when the newest year was entered.
  [[nodiscard]] base::UtcTime stamp() const;
  [[nodiscard]] bool has_year(int year) const;
};
[[nodiscard]] WorkingCalendar read_working_calendar(db::Connection& db);
[[nodiscard]] std::vector<duty::Duty> read_public_duties(db::Connection& db);

// ---- views, pure (calendar_views.cpp) ----
[[nodiscard]] std::string view_calendar(const Frame& frame, const WorkingCalendar& calendar, int year);
[[nodiscard]] std::string view_calendar_json(const Frame& frame, const WorkingCalendar& calendar, int year);
[[nodiscard]] std::string view_calendar_ics(const Frame& frame, const WorkingCalendar& calendar);

// What a reader asked the calculator, as typed.
struct DeadlineQuestion {
  std::string duty;    // code, "" for an amount of one's own
  std::string amount, unit, start;
};

// A question understood.
struct Deadline {
  const duty::Duty* duty = nullptr;  // lives as long as the duties it was found in
  calendar::DutyClock clock;
};

// The clock that is asked for, or what is wrong, by field (quy-dinh, so, don-vi, tu). Pure.
[[nodiscard]] base::Result<Deadline> parse_deadline(const DeadlineQuestion& question, const std::vector<duty::Duty>& duties);

// The calculator's page: the form, what is wrong with it, and the answer when there is one.
struct DeadlineView {
  const DeadlineQuestion& question;
  const std::vector<duty::Duty>& duties;
  const WorkingCalendar& calendar;
  std::vector<base::FieldError> errors = {};
  std::optional<Deadline> deadline = {};
};
[[nodiscard]] std::string view_deadline(const Frame& frame, const DeadlineView& view);

}  // namespace portal::news
