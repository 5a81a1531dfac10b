#include "modules/admin/calendar/handlers.h"

#include <algorithm>

#include "modules/admin/act.h"
#include "modules/admin/calendar/forms.h"
#include "modules/admin/calendar/queries.h"
#include "modules/admin/calendar_publisher.h"
#include "modules/admin/clock_preview.h"
#include "modules/admin/people/forms.h"
#include "shared/calendar/case_file.h"

namespace portal::admin {
namespace {

namespace sql = calendar_admin_sql;
using access::Capability;
using base::FaultKind;

constexpr std::string_view kCalendars = "/quan-tri/lich/";

std::string url_of(duty::CalendarId id) { return std::string{kCalendars} + std::to_string(id.value); }

office::Frame list_frame() { return {.menu = "calendar", .crumbs = {{std::string{kCalendars}, "Lịch làm việc"}}}; }

office::Frame frame_of(const duty::StoredCalendar& calendar) {
  office::Frame frame = list_frame();
  frame.crumbs.push_back({url_of(calendar.id), calendar.name});
  return frame;
}

// The calendar of the address as it is now, not as a copy in memory has it: its row version goes into the form.
base::Result<duty::StoredCalendar> find_calendar(server::Context& context) {
  const auto id = context.path.id<duty::CalendarId>("id");
  for (duty::StoredCalendar& calendar : duty::read_calendars(context.db()))
    if (calendar.id == id) return std::move(calendar);
  return base::fail(FaultKind::NotFound, "Không có lịch này.");
}

// "Thứ Hai 08/02/2027".
std::string day_title(base::LocalDate day) {
  std::string words = std::string{calendar::weekday_name(calendar::weekday_of(day))} + " " + calendar::date_words(day);
  if (words[0] == 't') words[0] = 'T';
  return words;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

// What the open clocks' log says of a change: its first line, which names days or years.
std::string short_note(const std::vector<std::string>& lines) { return lines.empty() ? std::string{} : lines.front(); }

// One kind of change of a calendar: its form, its act, and where it leads.
struct Changing {
  workflow::ActName action;
  FormPage form;
  std::string title;     // of the preview
  std::string location;  // after the act
};

http::Response change_calendar(server::Context& context, const duty::StoredCalendar& calendar, const Changing& changing,
                               const base::Result<CalendarDraft>& draft) {
  const std::string chain = "calendar:" + std::to_string(calendar.id.value);
  const http::Fields& typed = context.request.form;
  if (!draft) return form_again(context, frame_of(calendar), changing.form, draft.error(), chain);
  const Step step = step_of(typed);
  if (step == Step::Edit) return show_form(context, frame_of(calendar), changing.form, typed);
  const auto after = duty::changed_rows(calendar, draft->change);
  if (!after) return form_again(context, frame_of(calendar), changing.form, after.error(), chain);
  if (step == Step::Preview) {
    Proposal proposal{frame_of(calendar), changing.title, draft->lines, changing.form.action, "Ghi vào lịch và tính lại thời hạn",
                      calendar.row_version};
    return show_preview(context, std::move(proposal), duty::with_calendar(duty::load_books(context.db()), *after));
  }
  const auto row_version = row_version_of(typed);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (const auto held = duty::hold_calendar(context.db(), calendar.id, row_version); !held) return tl::unexpected<base::Fault>(held.error());
    if (const auto put = duty::carry_out(context.db(), calendar.id, draft->change); !put) return tl::unexpected<base::Fault>(put.error());
    context.db().execute(sql::kStamp, context.now, calendar.id);
    note(context, {.chain = chain, .action = changing.action, .authority = authority_of(context.actor, Capability::ManageCalendar),
                   .note = joined(draft->lines)});
    publish_calendar(context.db());
    owe_clocks(context, "calendar", short_note(draft->lines));
    return changing.location;
  });
  if (!done) return form_again(context, frame_of(calendar), changing.form, done.error(), chain);
  follow_clocks(context);
  return http::redirect(*done);
}

int shown_year(const server::Context& context) {
  const std::string_view typed = context.request.query.get("nam");
  int year = 0;
  if (typed.size() == 4)
    for (const char c : typed) year = c >= '0' && c <= '9' ? year * 10 + (c - '0') : 0;
  return year >= 2000 ? year : int{base::local_date(context.now).year()};
}

struct HoursPeriod {
  base::LocalDate from;
  std::optional<base::LocalDate> to;
  std::string source;
};

// Each stretch of time in which the hours of the week were the same, the newest first.
std::vector<HoursPeriod> periods_of(const std::vector<duty::HoursRow>& hours) {
  std::vector<std::chrono::sys_days> edges;
  for (const duty::HoursRow& row : hours) {
    edges.push_back(row.valid_from);
    if (row.valid_to) edges.push_back(std::chrono::sys_days{*row.valid_to} + std::chrono::days{1});
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  std::vector<HoursPeriod> periods;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    HoursPeriod period{base::LocalDate{edges[i]}, {}, {}};
    if (i + 1 < edges.size()) period.to = base::LocalDate{edges[i + 1] - std::chrono::days{1}};
    for (const duty::HoursRow& row : hours)
      if (row.valid_from <= period.from && (!row.valid_to || period.from <= *row.valid_to)) period.source = row.source;
    if (!period.source.empty()) periods.push_back(std::move(period));
  }
  std::reverse(periods.begin(), periods.end());
  return periods;
}

void fill_alarm(view::Dict& content, const duty::StoredCalendar& calendar, base::UtcTime now) {
  const auto year = duty::year_to_enter(calendar, base::local_date(now));
  if (!year) return;
  view::Dict alarm = content.section("ALARM");
  alarm.set("ALARM_YEAR", std::to_string(*year));
  alarm.set("ALARM_URL", url_of(calendar.id) + "/nam/" + std::to_string(*year));
}

void fill_hours(view::Dict& content, const duty::StoredCalendar& calendar) {
  for (const HoursPeriod& period : periods_of(calendar.hours)) {
    view::Dict row = content.section("HOURS");
    row.set("HOURS_FROM", calendar::date_words(period.from));
    row.set_if("HOURS_ENDED", "HOURS_TO", period.to ? calendar::date_words(*period.to) : std::string{});
    row.show("HOURS_OPEN", !period.to);
    row.set("HOURS_SOURCE", period.source);
    for (const std::string& line : week_words(calendar.hours, period.from)) row.section("HOURS_LINE").set("HOURS_TEXT", line);
  }
  content.show("NO_HOURS", calendar.hours.empty());
}

void fill_years(view::Dict& content, const duty::StoredCalendar& calendar, int shown, base::LocalDate today) {
  std::vector<int> years;
  for (const duty::YearRow& row : calendar.years) years.push_back(row.year);
  for (const int year : {int{today.year()}, int{today.year()} + 1})
    if (std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
  std::sort(years.rbegin(), years.rend());
  for (const int year : years) {
    const duty::YearRow* known = calendar.find_year(year);
    view::Dict row = content.section("YEAR");
    row.set("YEAR_NUMBER", std::to_string(year));
    row.set("YEAR_URL", url_of(calendar.id) + "?nam=" + std::to_string(year) + "#ngay");
    row.set("ENTER_URL", url_of(calendar.id) + "/nam/" + std::to_string(year));
    row.show("YEAR_SHOWN", year == shown);
    const bool is_entered = known != nullptr && known->is_entered;
    row.show(is_entered ? "ENTERED" : "WAITING");
    if (is_entered) row.set("ANNOUNCEMENT", known->announcement);
    if (is_entered && known->entered_at) row.set_if("HAS_WHEN", "WHEN", base::format_date_time(*known->entered_at));
  }
}

void fill_days(view::Dict& content, server::Context& context, const duty::StoredCalendar& calendar, int year) {
  content.set("SHOWN_YEAR", std::to_string(year));
  bool has_any = false;
  view::Dict table = content;
  for (const duty::DayRow& day : calendar.days) {
    if (int{day.day.year()} != year) continue;
    if (!has_any) table = content.section("DAYS");
    has_any = true;
    view::Dict row = table.section("DAY");
    row.set("DAY_DATE", day_title(day.day));
    row.set("DAY_KIND", label_of_day_kind(day.kind));
    row.set("DAY_NAME", day.name);
    row.set_if("DAY_HAS_HOURS", "DAY_HOURS", day.hours);
    row.set("DAY_SOURCE", day.source);
    row.set("DROP_URL", url_of(calendar.id) + "/ngay/bo");
    row.set("DROP_DAY", calendar::date_key(day.day));
    row.set("DROP_KIND", day.kind);
    row.set("CSRF", context.csrf_token());
    row.set("ROW_VERSION", std::int64_t{calendar.row_version});
  }
  content.show("NO_DAYS", !has_any);
}

base::Result<int> year_of(const server::Context& context) {
  const std::uint64_t year = context.path.number("year");
  if (year < 2000 || year > 2200) return base::fail(FaultKind::NotFound, "Không có năm này trong lịch.");
  return static_cast<int>(year);
}

}  // namespace

http::Response list_calendars(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Lịch làm việc", .menu = "calendar"}, "admin/calendars.tpl");
  for (const duty::StoredCalendar& calendar : duty::read_calendars(context.db())) {
    view::Dict row = page.content().section("ROW");
    row.set("URL", url_of(calendar.id));
    row.set("NAME", calendar.name);
    row.show("OWN", calendar.is_own);
    std::string years;
    for (const duty::YearRow& year : calendar.years)
      if (year.is_entered) years += (years.empty() ? "" : ", ") + std::to_string(year.year);
    row.set("YEARS", years.empty() ? std::string{"chưa nhập năm nào"} : years);
    const auto missing = duty::year_to_enter(calendar, base::local_date(context.now));
    if (missing) row.section("MISSING").set("MISSING_YEAR", std::to_string(*missing));
    row.show("COMPLETE", !missing);
  }
  return std::move(page).respond();
}

http::Response new_calendar(App& /*app*/, server::Context& context) { return show_form(context, list_frame(), calendar_form(), {}); }

http::Response add_calendar(App& /*app*/, server::Context& context) {
  const FormPage form = calendar_form();
  const auto made = parse_calendar(context.request.form);
  if (!made) return form_again(context, list_frame(), form, made.error());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (context.db().query(sql::kCodeTaken, made->code).next())
      return base::fail(FaultKind::Invalid, "Chưa thêm được.", {{"code", "Mã này đã có lịch khác dùng.", ""}});
    const duty::CalendarId id{context.db().execute(sql::kAdd, made->code, made->name).last_id};
    note(context, {.chain = "calendar:" + std::to_string(id.value), .action = "calendar_add",
                   .authority = authority_of(context.actor, Capability::ManageCalendar), .note = "Tên: " + made->name + "\nMã: " + made->code});
    return url_of(id);
  });
  return done ? http::redirect(*done) : form_again(context, list_frame(), form, done.error());
}

http::Response show_one_calendar(App& /*app*/, server::Context& context) {
  const auto calendar = find_calendar(context);
  if (!calendar) return server::fault_response(context, calendar.error());
  office::Frame frame = list_frame();
  frame.title = calendar->name;
  frame.here = calendar->name;
  if (context.request.query.get("xong") == "1") frame.flashes.push_back({"ok", "Đã ghi vào lịch. Các thời hạn đang chạy đã được tính lại; hạn cũ và hạn mới có trong diễn biến của từng thời hạn."});
  office::OfficePage page(context, std::move(frame), "admin/calendar.tpl");
  view::Dict& content = page.content();
  content.set("NAME", calendar->name);
  content.show("OWN", calendar->is_own);
  content.show("OTHER", !calendar->is_own);
  content.set("HOURS_URL", url_of(calendar->id) + "/gio");
  content.set("DAY_URL", url_of(calendar->id) + "/ngay");
  const int year = shown_year(context);
  fill_alarm(content, *calendar, context.now);
  fill_hours(content, *calendar);
  fill_years(content, *calendar, year, base::local_date(context.now));
  fill_days(content, context, *calendar, year);
  return std::move(page).respond();
}

http::Response edit_hours(App& /*app*/, server::Context& context) {
  const auto calendar = find_calendar(context);
  if (!calendar) return server::fault_response(context, calendar.error());
  return show_form(context, frame_of(*calendar), hours_form(*calendar), hours_values(*calendar, base::local_date(context.now)));
}

http::Response save_hours(App& /*app*/, server::Context& context) {
  if (auto answered = answer_of_twin(context)) return *std::move(answered);
  const auto calendar = find_calendar(context);
  if (!calendar) return server::fault_response(context, calendar.error());
  return change_calendar(context, *calendar, {"calendar_hours", hours_form(*calendar), "Đổi giờ làm việc: xem trước", url_of(calendar->id) + "?xong=1"},
                         parse_hours_form(context.request.form, *calendar));
}

http::Response edit_year(App& /*app*/, server::Context& context) {
  const auto calendar = find_calendar(context);
  if (!calendar) return server::fault_response(context, calendar.error());
  const auto year = year_of(context);
  if (!year) return server::fault_response(context, year.error());
  const FormPage form = year_form(*calendar, *year);
  const http::Fields values = year_values(*calendar, *year);
  office::Frame frame = frame_of(*calendar);
  frame.title = form.title;
  frame.here = form.title;
  office::OfficePage page(context, std::move(frame), "admin/calendar_year.tpl");
  view::Dict& content = page.content();
  content.set("HEADING", form.title);
  content.set("LEAD", form.lead);
  view::Dict drawn = content.include("FORM", "office/form.tpl");
  fill_form(drawn, form, values, {}, context.csrf_token());
  const auto holidays = holidays_of(values, *calendar, *year);
  if (!holidays) {
    content.section("NO_LAW").set("NO_LAW_TEXT", holidays.error().message);
    return std::move(page).respond();
  }
  view::Dict table = content.section("LAW");
  for (const calendar::ProposedHoliday& holiday : *holidays) {
    view::Dict row = table.section("HOLIDAY");
    row.set("HOLIDAY_DATE", day_title(holiday.date));
    row.set("HOLIDAY_NAME", holiday.name);
    row.set("HOLIDAY_SOURCE", holiday.source);
    row.show("COMPENSATION", holiday.is_compensation);
    row.show("TO_CONFIRM", holiday.is_to_confirm);
  }
  return std::move(page).respond();
}

http::Response save_year(App& /*app*/, server::Context& context) {
  if (auto answered = answer_of_twin(context)) return *std::move(answered);
  const auto calendar = find_calendar(context);
  if (!calendar) return server::fault_response(context, calendar.error());
  const auto year = year_of(context);
  if (!year) return server::fault_response(context, year.error());
  return change_calendar(context, *calendar,
                         {"calendar_year", year_form(*calendar, *year), "Nhập lịch năm " + std::to_string(*year) + ": xem trước",
                          url_of(calendar->id) + "?nam=" + std::to_string(*year) + "&xong=1"},
                         parse_year_form(context.request.form, *calendar, *year, context.actor.person, context.now));
}

http::Response new_day(App& /*app*/, server::Context& context) {
  const auto calendar = find_calendar(context);
  if (!calendar) return server::fault_response(context, calendar.error());
  return show_form(context, frame_of(*calendar), day_form(*calendar), {});
}

http::Response save_day(App& /*app*/, server::Context& context) {
  if (auto answered = answer_of_twin(context)) return *std::move(answered);
  const auto calendar = find_calendar(context);
  if (!calendar) return server::fault_response(context, calendar.error());
  const auto draft = parse_day_form(context.request.form, *calendar);
  const int year = draft ? int{draft->change.put.front().day.year()} : 0;
  return change_calendar(context, *calendar,
                         {"calendar_day_put", day_form(*calendar), "Ghi ngày vào lịch: xem trước", url_of(calendar->id) + "?nam=" + std::to_string(year) + "&xong=1"},
                         draft);
}

http::Response drop_day(App& /*app*/, server::Context& context) {
  if (auto answered = answer_of_twin(context)) return *std::move(answered);
  const auto calendar = find_calendar(context);
  if (!calendar) return server::fault_response(context, calendar.error());
  const auto draft = parse_drop(context.request.form, *calendar);
  if (!draft) return server::fault_response(context, draft.error());
  const std::string here = url_of(calendar->id) + "?nam=" + std::to_string(int{draft->change.drop.front().day.year()});
  if (step_of(context.request.form) == Step::Edit) return http::redirect(here);
  // Nothing is typed here: a stale page is told so, with a button to do it again.
  FormPage form;
  form.title = "Bỏ ngày khỏi lịch";
  form.lead = draft->lines.front() + ".";
  form.action = url_of(calendar->id) + "/ngay/bo";
  form.submit = "Xem trước";
  form.cancel_url = here;
  form.hidden = {{"ngay", std::string{context.request.form.get("ngay")}}, {"loai", std::string{context.request.form.get("loai")}},
                 {"row_version", std::to_string(calendar->row_version)}};
  form.is_danger = true;
  return change_calendar(context, *calendar, {"calendar_day_drop", form, "Bỏ ngày khỏi lịch: xem trước", here + "&xong=1"}, draft);
}

}  // namespace portal::admin
