#include "modules/news/public/calendar.h"

#include <algorithm>
#include <charconv>

#include "modules/news/public/queries.h"
#include "shared/calendar/due.h"
#include "shared/duty/reckon.h"
#include "shared/duty/rows.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::news {
namespace {

using base::FaultKind;
using http::Cache;

constexpr std::size_t kLongestAnswer = 60;  // characters of one typed field; longer texts are cut, they are wrong anyhow

http::Response as(std::string body, std::string_view type) {
  http::Response response = http::page(std::move(body), 200, Cache::Page);
  response.content_type = std::string{type};
  return response;
}

int year_of(const server::Context& context) { return static_cast<int>(std::min<std::uint64_t>(context.path.number("year"), 9999)); }

http::Response no_year(server::Context& context) {
  http::Response response = server::fault_response(context, {FaultKind::NotFound, "Lịch làm việc của năm này chưa được công bố.", {}});
  response.cache = Cache::Page;
  return response;
}

std::string typed(const server::Context& context, std::string_view key) {
  const std::string_view text = context.request.query.get(key);
  return std::string{text::trim(text.substr(0, text::offset_of_character(text, kLongestAnswer)))};
}

}  // namespace

base::UtcTime WorkingCalendar::stamp() const {
  base::UtcTime newest = changed_at.value_or(base::UtcTime{});
  for (const duty::YearRow& year : rows.years) newest = std::max(newest, year.entered_at.value_or(base::UtcTime{}));
  return newest;
}

bool WorkingCalendar::has_year(int year) const { return rows.calendar && rows.find_year(year) != nullptr; }

WorkingCalendar read_working_calendar(db::Connection& db) {
  WorkingCalendar made;
  duty::StoredCalendar& rows = made.rows;
  {
    auto row = db.query(kCalendar);
    if (!row.next()) return made;
    rows.code = row.text(0);
    rows.name = row.text(1);
    rows.is_own = true;
    made.changed_at = row.optional_time(2);
  }
  {
    auto row = db.query(kCalendarHours);
    while (row.next()) {
      duty::HoursRow& hours = rows.hours.emplace_back();
      hours.weekday = static_cast<unsigned>(row.number(0));
      hours.opens_minute = static_cast<unsigned>(row.number(1));
      hours.closes_minute = static_cast<unsigned>(row.number(2));
      hours.valid_from = duty::date_of(row.text(3));
      if (!row.is_null(4)) hours.valid_to = duty::date_of(row.text(4));
      hours.source = row.text(5);
    }
  }
  {
    auto row = db.query(kCalendarYears);
    while (row.next()) rows.years.push_back({static_cast<int>(row.number(0)), true, std::string{row.text(1)}, {}, row.optional_time(2)});
  }
  {
    auto row = db.query(kCalendarDays);
    while (row.next())
      rows.days.push_back({duty::date_of(row.text(0)), std::string{row.text(1)}, std::string{row.text(2)}, std::string{row.text(3)}, std::string{row.text(4)}});
  }
  if (auto fitting = duty::make_calendar(rows)) rows.calendar = *std::move(fitting);
  return made;
}

std::vector<duty::Duty> read_public_duties(db::Connection& db) {
  std::vector<duty::Duty> duties;
  auto row = db.query(kDuties);
  while (row.next()) {
    duty::Duty& duty = duties.emplace_back();
    duty.id = row.id<duty::DutyId>(0);
    duty.code = row.text(1);
    duty.clause = row.text(2);
    duty.title = row.text(3);
    duty.valid_from = duty::date_of(row.text(4));
    if (!row.is_null(5)) duty.valid_to = duty::date_of(row.text(5));
    duty.start_event = row.text(6);
    if (!row.is_null(7)) duty.amount = static_cast<unsigned>(row.number(7));
    duty.unit = row.text(8);
    duty.window_kind = row.text(9);
    duty.first_week = row.text(10);
    duty.roll_forward = row.flag(11);
    duty.note = row.text(12);
  }
  return duties;
}

base::Result<Deadline> parse_deadline(const DeadlineQuestion& question, const std::vector<duty::Duty>& duties) {
  std::vector<base::FieldError> errors;
  Deadline deadline;
  const auto start = base::parse_date_time(question.start);
  const bool has_time = question.start.find(':') != std::string::npos;
  if (!start || !has_time) {
    errors.push_back({"tu", "Viết ngày và giờ theo dạng ngày/tháng/năm giờ:phút, ví dụ 25/11/2026 14:30.", ""});
  } else {
    deadline.clock.start = *start;
  }
  if (!question.duty.empty()) {
    const auto is_code = [&](const duty::Duty& duty) { return duty.code == question.duty; };
    if (std::find_if(duties.begin(), duties.end(), is_code) == duties.end()) {
      errors.push_back({"quy-dinh", "Chọn một việc trong danh sách, hoặc chọn tự nhập số và đơn vị.", ""});
    } else if (start && has_time) {
      deadline.duty = duty::find_duty(duties, question.duty, base::local_date(*start));
      if (deadline.duty == nullptr) errors.push_back({"tu", "Vào ngày này Quy chế chưa có quy định về thời hạn của việc đã chọn.", ""});
      else deadline.clock.rule = duty::rule_of(*deadline.duty);
    }
  } else {
    const auto unit = calendar::parse_unit(question.unit);
    if (!unit || *unit == calendar::Unit::Window) errors.push_back({"don-vi", "Chọn giờ làm việc, ngày làm việc hoặc ngày theo lịch.", ""});
    int amount = 0;
    const char* last = question.amount.data() + question.amount.size();
    const auto [end, error] = std::from_chars(question.amount.data(), last, amount);
    if (question.amount.empty() || error != std::errc{} || end != last || amount < 1 || amount > calendar::kMaxAmount)
      errors.push_back({"so", "Ghi một số từ 1 đến " + std::to_string(calendar::kMaxAmount) + ".", ""});
    deadline.clock.rule.unit = unit.value_or(calendar::Unit::WorkingDays);
    deadline.clock.rule.days = amount;
    deadline.clock.rule.office_time = std::chrono::hours{amount};
    deadline.clock.rule.roll_forward = true;  // Bộ luật Dân sự Đ.148.5, where nothing else is said
  }
  // In the order of the form's fields: the start is the last of them.
  const auto is_start = [](const base::FieldError& error) { return error.field == "tu"; };
  std::stable_sort(errors.begin(), errors.end(), [&](const auto& a, const auto& b) { return is_start(a) < is_start(b); });
  if (!errors.empty()) return base::fail(FaultKind::Invalid, "Chưa tính được.", std::move(errors));
  return deadline;
}

http::Response show_calendar(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const WorkingCalendar calendar = read_working_calendar(context.db());
  // A year that nobody has entered yet is not promised; what was entered last is shown.
  int year = int{base::local_date(context.now).year()};
  if (!calendar.has_year(year) && !calendar.rows.years.empty()) year = calendar.rows.years.back().year;
  if (!calendar.has_year(year)) return no_year(context);
  return http::page(view_calendar(here.frame(), calendar, year), 200, Cache::Page);
}

http::Response show_calendar_year(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const WorkingCalendar calendar = read_working_calendar(context.db());
  const int year = year_of(context);
  if (!calendar.has_year(year)) return no_year(context);
  return http::page(view_calendar(here.frame(), calendar, year), 200, Cache::Page);
}

http::Response show_calendar_ics(App& app, server::Context& context) {
  const RequestSite here(app, context);
  return as(view_calendar_ics(here.frame(), read_working_calendar(context.db())), "text/calendar; charset=utf-8");
}

http::Response show_calendar_json(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const WorkingCalendar calendar = read_working_calendar(context.db());
  const int year = year_of(context);
  if (!calendar.has_year(year))
    return server::fault_response(context, {base::FaultKind::NotFound, "Lịch làm việc của năm này chưa được công bố.", {}});
  return as(view_calendar_json(here.frame(), calendar, year), "application/json");
}

http::Response show_deadline_form(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const WorkingCalendar calendar = read_working_calendar(context.db());
  const auto duties = read_public_duties(context.db());
  const DeadlineQuestion empty{"", "", "working_days", ""};
  return http::page(view_deadline(here.frame(), {empty, duties, calendar}), 200, Cache::Page);
}

http::Response show_deadline(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const WorkingCalendar calendar = read_working_calendar(context.db());
  const auto duties = read_public_duties(context.db());
  context.release_db();  // the rest is reckoning and rendering
  const DeadlineQuestion question{typed(context, "quy-dinh"), typed(context, "so"), typed(context, "don-vi"), typed(context, "tu")};
  DeadlineView view{question, duties, calendar};
  auto deadline = parse_deadline(question, duties);
  if (deadline) view.deadline = *std::move(deadline);
  else view.errors = deadline.error().fields;
  return http::page(view_deadline(here.frame(), view), view.errors.empty() ? 200 : 422);
}

}  // namespace portal::news
