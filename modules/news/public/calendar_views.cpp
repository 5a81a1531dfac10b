// Views of the agency's working days: the year's page, JSON, iCalendar.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "generated/tpl/layout/public.h"
#include "generated/tpl/news/calendar.h"
#include "modules/news/public/calendar.h"
#include "shared/calendar/case_file.h"
#include "shared/calendar/ical.h"

namespace portal::news {
namespace {

namespace chr = std::chrono;
namespace names = tpl::news_calendar;
using calendar::DayKind;

struct KindWords {
  std::string_view key, label, icon;
};

constexpr std::array kKinds{KindWords{"public_holiday", "Nghỉ lễ, tết", "calendar-x"}, KindWords{"day_off", "Nghỉ", "circle-minus"},
                            KindWords{"make_up_day", "Làm bù", "briefcase"}, KindWords{"half_day", "Làm việc một phần", "clock"}};

const KindWords& words_of(std::string_view kind) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(), [kind](const KindWords& words) { return words.key == kind; });
  return found == kKinds.end() ? kKinds[1] : *found;
}

base::LocalDate first_of(int year) { return chr::year{year} / chr::January / 1; }
base::LocalDate last_of(int year) { return chr::year{year} / chr::December / 31; }
base::LocalDate next(base::LocalDate day) { return chr::sys_days{day} + chr::days{1}; }

std::string weekday_title(unsigned weekday) {
  std::string name{calendar::weekday_name(weekday)};
  name[0] = name[0] == 't' ? 'T' : name[0];
  return name;
}

std::string long_date(base::LocalDate day) { return weekday_title(calendar::weekday_of(day)) + " " + calendar::date_words(day); }

std::string name_of(const duty::DayRow& row) { return row.hours.empty() ? row.name : row.name + " (" + row.hours + ")"; }

// The hours of each weekday that hold on `day`, weekdays with the same hours together: {"Thứ Hai – Thứ Sáu", "07:30–11:30, 13:30–17:30"}.
std::vector<std::pair<std::string, std::string>> week_on(const duty::StoredCalendar& rows, base::LocalDate day) {
  std::array<std::string, 7> hours;
  for (unsigned weekday = 0; weekday < 7; ++weekday) {
    std::vector<calendar::OfficeSpan> spans;
    for (const duty::HoursRow& row : rows.hours)
      if (row.weekday == weekday + 1 && row.valid_from <= day && (!row.valid_to || day <= *row.valid_to))
        spans.push_back({chr::minutes{row.opens_minute}, chr::minutes{row.closes_minute}});
    std::sort(spans.begin(), spans.end());
    hours.at(weekday) = calendar::describe_hours(spans);
  }
  std::vector<std::pair<std::string, std::string>> lines;
  for (unsigned from = 0; from < 7;) {
    unsigned to = from;
    while (to + 1 < 7 && hours.at(to + 1) == hours.at(from)) ++to;
    lines.emplace_back(from == to ? weekday_title(from) : weekday_title(from) + " – " + weekday_title(to), hours.at(from));
    from = to + 1;
  }
  return lines;
}

// The days of `year` on which other hours begin, the first of January among them.
std::vector<base::LocalDate> week_edges(const duty::StoredCalendar& rows, int year) {
  std::vector<base::LocalDate> edges{first_of(year)};
  for (const duty::HoursRow& row : rows.hours) {
    edges.push_back(row.valid_from);
    if (row.valid_to) edges.push_back(next(*row.valid_to));
  }
  std::erase_if(edges, [&](base::LocalDate day) { return day < first_of(year) || day > last_of(year); });
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

void fill_hours(view::Dict& content, const duty::StoredCalendar& rows, int year) {
  const auto edges = week_edges(rows, year);
  for (const base::LocalDate edge : edges) {
    view::Dict week = content.section(names::kWEEK);
    if (edges.size() > 1) week.set_if(names::kWEEK_TITLED, names::kWEEK_TITLE, "Từ ngày " + calendar::date_words(edge));
    for (const auto& [days, spans] : week_on(rows, edge)) {
      view::Dict row = week.section(names::kHOURS_ROW);
      row.set(names::kHOURS_DAYS, days);
      row.set(names::kHOURS_SPANS, spans);
    }
  }
}

const char* shape_of(const calendar::Calendar::Day& day) {
  switch (day.kind) {
    case DayKind::PublicHoliday: return names::kIS_HOLIDAY;
    case DayKind::DayOff: return names::kIS_CLOSED;
    case DayKind::MakeUpDay: return names::kIS_MAKEUP;
    case DayKind::WeeklyDayOff: return names::kIS_OFF;
    case DayKind::WorkingDay: return day.name.empty() ? nullptr : names::kIS_HALF;
  }
  return nullptr;
}

std::string words_of(const calendar::Calendar::Day& day) {
  switch (day.kind) {
    case DayKind::PublicHoliday: return "nghỉ lễ: " + std::string{day.name};
    case DayKind::DayOff: return "nghỉ: " + std::string{day.name};
    case DayKind::MakeUpDay: return "làm bù: " + std::string{day.name};
    case DayKind::WeeklyDayOff: return "nghỉ hằng tuần";
    case DayKind::WorkingDay: return day.name.empty() ? std::string{} : "làm việc một phần: " + std::string{day.name};
  }
  return {};
}

void fill_months(view::Dict& content, const calendar::Calendar& calendar, int year) {
  for (unsigned month = 1; month <= 12; ++month) {
    view::Dict table = content.section(names::kMONTH);
    table.set(names::kMONTH_NUMBER, std::int64_t{month});
    base::LocalDate day = chr::year{year} / chr::month{month} / 1;
    view::Dict row = table.section(names::kROW);
    for (unsigned empty = 0; empty < calendar::weekday_of(day); ++empty) row.section(names::kCELL);
    for (; unsigned{day.month()} == month; day = next(day)) {
      const unsigned weekday = calendar::weekday_of(day);
      if (weekday == 0 && unsigned{day.day()} > 1) row = table.section(names::kROW);
      view::Dict one = row.section(names::kCELL).section(names::kDAY);
      const calendar::Calendar::Day what = calendar.day(day);
      one.set(names::kDAY_NUMBER, std::int64_t{unsigned{day.day()}});
      if (const char* shape = shape_of(what)) one.show(shape);
      one.set_if(names::kHAS_WORDS, names::kDAY_WORDS, words_of(what));
    }
  }
}

std::string json_path(int year) { return "/api/v1/lich-lam-viec/" + std::to_string(year) + ".json"; }

// The host of our address, for UIDs.
std::string host_of(std::string_view origin) {
  const auto slashes = origin.find("//");
  const std::string_view rest = slashes == std::string_view::npos ? origin : origin.substr(slashes + 2);
  return std::string{rest.substr(0, rest.find(':'))};
}

}  // namespace

std::string view_calendar(const Frame& frame, const WorkingCalendar& calendar, int year) {
  const duty::StoredCalendar& rows = calendar.rows;
  view::Page page(tpl::layout_public::kFile);
  const int this_year = int{base::local_date(frame.now).year()};
  const std::string title = "Lịch làm việc năm " + std::to_string(year);
  const std::string path = year == this_year ? "/lich-lam-viec" : "/lich-lam-viec/" + std::to_string(year);
  const std::string description = "Giờ làm việc, ngày nghỉ lễ, tết, ngày làm bù năm " + std::to_string(year) + " của " + frame.site.setting("agency_full_name") + ".";
  site::PageInfo info;
  info.title = title;
  info.description = description;
  info.canonical_path = path;
  info.updated = calendar.stamp();
  view::Dict content = site::fill_layout(page, frame, info, names::kFile);
  content.set(names::kYEAR, std::to_string(year));
  content.set(names::kAGENCY_FULL, frame.site.setting("agency_full_name"));
  for (const duty::YearRow& row : rows.years) {
    view::Dict jump = content.section(names::kJUMP);
    jump.set(names::kJUMP_URL, row.year == this_year ? std::string{"/lich-lam-viec"} : "/lich-lam-viec/" + std::to_string(row.year));
    jump.set(names::kJUMP_YEAR, std::to_string(row.year));
    jump.show(names::kJUMP_CURRENT, row.year == year);
    if (row.year == year) content.set(names::kANNOUNCEMENT, row.announcement);
  }
  if (calendar.stamp() != base::UtcTime{}) content.set_if(names::kHAS_CHANGED, names::kCHANGED, base::format_date_time(calendar.stamp()));
  fill_hours(content, rows, year);
  std::vector<const duty::DayRow*> special;
  for (const duty::DayRow& row : rows.days)
    if (int{row.day.year()} == year) special.push_back(&row);
  content.show(names::kNO_DAYS, special.empty());
  if (!special.empty()) {
    view::Dict table = content.section(names::kHAS_DAYS);
    table.set(names::kYEAR, std::to_string(year));
    for (const duty::DayRow* row : special) {
      view::Dict line = table.section(names::kSPECIAL);
      line.set(names::kSPECIAL_DATE, long_date(row->day));
      line.set(names::kSPECIAL_KIND, words_of(row->kind).label);
      line.set(names::kSPECIAL_ICON, words_of(row->kind).icon);
      line.set(names::kSPECIAL_NAME, name_of(*row));
      line.set(names::kSPECIAL_SOURCE, row->source);
    }
  }
  const calendar::Calendar& made = *rows.calendar;
  std::int64_t holidays = 0;
  for (base::LocalDate day = first_of(year); day <= last_of(year); day = next(day))
    if (made.day(day).kind == DayKind::PublicHoliday) ++holidays;
  content.set(names::kWORKING_DAYS, std::to_string(made.working_days_before(next(last_of(year))) - made.working_days_before(first_of(year))) + " ngày");
  content.set(names::kHOLIDAYS, std::to_string(holidays) + " ngày");
  content.set(names::kJSON_URL, json_path(year));
  fill_months(content, made, year);
  return frame.templates.render(page);
}

std::string view_calendar_json(const Frame& frame, const WorkingCalendar& calendar, int year) {
  using nlohmann::ordered_json;
  const duty::StoredCalendar& rows = calendar.rows;
  ordered_json hours = ordered_json::array();
  for (const base::LocalDate edge : week_edges(rows, year)) {
    ordered_json week{{"from", calendar::date_key(edge)}, {"weekdays", ordered_json::array()}};
    for (unsigned weekday = 1; weekday <= 7; ++weekday) {
      ordered_json spans = ordered_json::array();
      for (const duty::HoursRow& row : rows.hours)
        if (row.weekday == weekday && row.valid_from <= edge && (!row.valid_to || edge <= *row.valid_to)) {
          const calendar::OfficeSpan span{chr::minutes{row.opens_minute}, chr::minutes{row.closes_minute}};
          const std::string words = calendar::describe_hours({&span, 1});  // "07:30–11:30"
          spans.push_back({{"opens", words.substr(0, 5)}, {"closes", words.substr(words.size() - 5)}, {"source", row.source}});
        }
      week["weekdays"].push_back({{"weekday", weekday}, {"spans", std::move(spans)}});
    }
    hours.push_back(std::move(week));
  }
  ordered_json days = ordered_json::array();
  for (const duty::DayRow& row : rows.days) {
    if (int{row.day.year()} != year) continue;
    ordered_json day{{"date", calendar::date_key(row.day)}, {"kind", row.kind}, {"name", row.name}, {"source", row.source}};
    if (!row.hours.empty()) day["hours"] = row.hours;
    days.push_back(std::move(day));
  }
  const calendar::Calendar& made = *rows.calendar;
  ordered_json working = ordered_json::array();
  for (base::LocalDate day = first_of(year); day <= last_of(year); day = next(day))
    if (!made.day(day).hours.empty()) working.push_back(calendar::date_key(day));
  ordered_json others = ordered_json::array();
  for (const duty::YearRow& row : rows.years) others.push_back(std::string{frame.origin} + json_path(row.year));
  const duty::YearRow* entered = rows.find_year(year);
  ordered_json out{{"year", year},
                   {"agency", frame.site.setting("agency_full_name")},
                   {"calendar", rows.name},
                   {"announcement", entered->announcement},
                   {"updated_at", calendar.stamp() == base::UtcTime{} ? ordered_json() : ordered_json(base::format_iso(calendar.stamp()))},
                   {"time_zone", "Asia/Ho_Chi_Minh"},
                   {"hours", std::move(hours)},
                   {"days", std::move(days)},
                   {"working_days", std::move(working)},
                   {"years", std::move(others)}};
  return out.dump();
}

std::string view_calendar_ics(const Frame& frame, const WorkingCalendar& calendar) {
  calendar::IcalCalendar out;
  out.product = "-//" + frame.site.setting("agency_full_name") + "//Lịch làm việc//VI";
  out.name = "Ngày nghỉ, ngày làm bù của " + frame.site.setting("agency_full_name");
  out.stamp = calendar.stamp();
  const std::string host = host_of(frame.origin);
  for (const duty::DayRow& row : calendar.rows.days) {
    const KindWords& words = words_of(row.kind);
    out.events.push_back({calendar::date_key(row.day) + "-" + row.kind + "@" + host, row.day, std::string{words.label} + ": " + name_of(row), row.source,
                          std::string{words.label}});
  }
  return calendar::write_ical(out);
}

}  // namespace portal::news
