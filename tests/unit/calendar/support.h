// What the calendar's tests share: the reference data, and a plain agency to vary.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <boost/test/unit_test.hpp>

#include "shared/calendar/calendar.h"
#include "shared/calendar/case_file.h"
#include "tests/support/source_dir.h"

namespace portal::calendar {

// A file of the reference data: that of PORTAL_TEST_DATA, or the small sample of this repository.
inline std::string reference_text(const std::string& name) {
  const char* folder = std::getenv("PORTAL_TEST_DATA");
  const std::string path = (folder != nullptr && *folder != '\0' ? std::string{folder} : source_dir() + "/tests/data") + "/ref/" + name;
  std::ifstream in{path, std::ios::binary};
  BOOST_REQUIRE_MESSAGE(in.good(), path + " can be read");
  BOOST_TEST_MESSAGE("reference data: " + path);
  return {std::istreambuf_iterator<char>{in}, {}};
}

inline base::LocalDate date(const std::string& text) {
  const auto read = parse_date_key(text);
  BOOST_REQUIRE_MESSAGE(read.has_value(), text + " is a date");
  return *read;
}

// "2027-03-04 08:15" or with seconds, in Viet Nam.
inline base::UtcTime at(const std::string& text) {
  const auto read = base::parse_iso(text.substr(0, 10) + "T" + text.substr(11) + (text.size() == 16 ? ":00" : "") + "+07:00");
  BOOST_REQUIRE_MESSAGE(read.has_value(), text + " is a moment");
  return *read;
}

inline OfficeSpan hours_between(int from_minutes, int to_minutes) { return {std::chrono::minutes{from_minutes}, std::chrono::minutes{to_minutes}}; }

inline DayHours full_day() { return {hours_between(7 * 60 + 30, 11 * 60 + 30), hours_between(13 * 60 + 30, 17 * 60 + 30)}; }

inline DayHours morning() { return {hours_between(7 * 60 + 30, 11 * 60 + 30)}; }

// 07:30–11:30 and 13:30–17:30 from Monday to Friday in 2027, holidays of the law.
inline CalendarData plain_data() {
  CalendarData data;
  data.id = "SO";
  data.name = "Sở Tư pháp";
  WeekHours week;
  for (std::size_t weekday = 0; weekday < 5; ++weekday) week.weekdays.at(weekday) = full_day();
  week.source = "Quyết định 01/QĐ-STP";
  data.weeks.push_back(week);
  for (const char* day : {"2027-01-01", "2027-02-04", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-04-30", "2027-05-03", "2027-09-02", "2027-09-03"})
    data.public_holidays.push_back({date(day), "Nghỉ lễ", "Thông báo 11/TB"});
  data.public_holidays.push_back({date("2027-04-16"), "Giỗ Tổ Hùng Vương", "Bộ luật Lao động Đ.112.1e"});
  data.entered_years = {2027};
  return data;
}

inline Calendar calendar_of(CalendarData data) {
  auto calendar = Calendar::make(std::move(data));
  BOOST_REQUIRE_MESSAGE(calendar.has_value(), (calendar ? "" : calendar.error().message));
  return *std::move(calendar);
}

inline Rule working_hours(int hours) {
  Rule rule;
  rule.unit = Unit::WorkingHours;
  rule.office_time = std::chrono::hours{hours};
  return rule;
}

inline Rule working_days(int days) {
  Rule rule;
  rule.unit = Unit::WorkingDays;
  rule.days = days;
  return rule;
}

inline Rule calendar_days(int days, bool roll_forward) {
  Rule rule;
  rule.unit = Unit::CalendarDays;
  rule.days = days;
  rule.roll_forward = roll_forward;
  return rule;
}

inline Rule window_rule(WindowKind window, FirstWeek reading = FirstWeek::Days1To7, bool roll_forward = true) {
  Rule rule;
  rule.unit = Unit::Window;
  rule.window = window;
  rule.first_week = reading;
  rule.roll_forward = roll_forward;
  return rule;
}

// "2027-03-05 14:15:00", or the error's key with what it says: "calendar_not_entered 2028", "paused 396000".
inline std::string text_of(const Due& due) {
  if (due) {
    const std::string iso = base::format_iso(*due);
    return iso.substr(0, 10) + " " + iso.substr(11, 8);
  }
  std::string text{key_of(due.error().reason)};
  if (due.error().missing_year != 0) text += " " + std::to_string(due.error().missing_year);
  if (due.error().remaining.count() != 0) text += " " + std::to_string(due.error().remaining.count());
  return text;
}

}  // namespace portal::calendar
