// Rules of shared/calendar/calendar.h.
#include "shared/calendar/calendar.h"

#include "tests/unit/calendar/support.h"

using namespace portal::calendar;
using namespace std::chrono_literals;
namespace base = portal::base;

BOOST_AUTO_TEST_SUITE(calendar)

// First match wins: make-up day, public holiday, day off, weekly day off, working day.
BOOST_AUTO_TEST_CASE(a_day_is_the_first_kind_that_fits) {
  CalendarData data = plain_data();
  data.weeks.front().weekdays.at(5) = morning();
  data.days_off = {{date("2027-09-02"), "Nghỉ tránh bão", "Công điện 5", {}},          // also a holiday
                   {date("2027-03-03"), "Nghỉ tránh bão", "Công điện 6", {}},
                   {date("2027-03-04"), "Mất điện buổi chiều", "Thông báo 3", {hours_between(13 * 60, 18 * 60)}},
                   {date("2027-03-05"), "Khử khuẩn", "Thông báo 4", {hours_between(0, 24 * 60)}},
                   {date("2027-03-07"), "Họp mặt", "Thông báo 5", {hours_between(600, 660)}},   // a Sunday anyway
                   {date("2027-03-09"), "Buổi tối", "Thông báo 6", {hours_between(1200, 1260)}}};
  data.make_up_days = {{date("2027-09-03"), "Làm bù", "Thông báo 7", morning()}};  // a holiday that is worked
  const Calendar calendar = calendar_of(data);
  const struct {
    const char* label;
    const char* day;
    DayKind kind;
    const char* hours;
    const char* name;
  } cases[] = {
      {"a working day", "2027-03-02", DayKind::WorkingDay, "07:30–11:30, 13:30–17:30", ""},
      {"a worked Saturday morning", "2027-03-06", DayKind::WorkingDay, "07:30–11:30", ""},
      {"a Sunday", "2027-03-14", DayKind::WeeklyDayOff, "nghỉ", ""},
      {"a closure", "2027-03-03", DayKind::DayOff, "nghỉ", "Nghỉ tránh bão"},
      {"a half-day closure is a working day", "2027-03-04", DayKind::WorkingDay, "07:30–11:30", "Mất điện buổi chiều"},
      {"closed in all its hours", "2027-03-05", DayKind::DayOff, "nghỉ", "Khử khuẩn"},
      {"closed in part on a weekly day off", "2027-03-07", DayKind::WeeklyDayOff, "nghỉ", ""},
      {"closed outside its hours", "2027-03-09", DayKind::WorkingDay, "07:30–11:30, 13:30–17:30", ""},
      {"a holiday before a closure", "2027-09-02", DayKind::PublicHoliday, "nghỉ", "Nghỉ lễ"},
      {"a make-up day before a holiday", "2027-09-03", DayKind::MakeUpDay, "07:30–11:30", "Làm bù"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      const Calendar::Day day = calendar.day(date(c.day));
      BOOST_TEST((day.kind == c.kind));
      BOOST_TEST(describe_hours(day.hours) == c.hours);
      BOOST_TEST(day.name == c.name);
    }
  BOOST_TEST(calendar.day(date("2027-03-03")).source == "Công điện 6");
  BOOST_TEST(calendar.day(date("2027-03-02")).hours_source == "Quyết định 01/QĐ-STP");
}

BOOST_AUTO_TEST_CASE(two_holidays_on_one_date_are_both_named) {
  CalendarData data = plain_data();
  data.public_holidays.push_back({date("2027-04-16"), "Ngày hội", "Thông báo 8"});
  const Calendar calendar = calendar_of(data);
  BOOST_TEST(calendar.day(date("2027-04-16")).name == "Giỗ Tổ Hùng Vương; Ngày hội");
  BOOST_TEST(calendar.day(date("2027-04-16")).source == "Bộ luật Lao động Đ.112.1e; Thông báo 8");
}

BOOST_AUTO_TEST_CASE(office_hours_change_on_their_date) {
  CalendarData data = plain_data();
  data.weeks.front().valid_to = date("2027-04-14");
  WeekHours summer = data.weeks.front();
  summer.valid_from = date("2027-04-15");
  summer.valid_to.reset();
  summer.source = "Quyết định 02/QĐ-STP";
  for (std::size_t weekday = 0; weekday < 5; ++weekday) summer.weekdays.at(weekday) = {hours_between(7 * 60, 11 * 60), hours_between(13 * 60, 17 * 60)};
  data.weeks.push_back(summer);
  const Calendar calendar = calendar_of(data);
  BOOST_TEST(describe_hours(calendar.day(date("2027-04-14")).hours) == "07:30–11:30, 13:30–17:30");
  BOOST_TEST(describe_hours(calendar.day(date("2027-04-15")).hours) == "07:00–11:00, 13:00–17:00");
  BOOST_TEST(calendar.day(date("2027-04-15")).hours_source == "Quyết định 02/QĐ-STP");
}

BOOST_AUTO_TEST_CASE(sums_and_their_inverse_agree) {
  const Calendar calendar = calendar_of(plain_data());
  BOOST_TEST((calendar.office_time_until(at("2026-05-05 10:00")) == 0s));
  BOOST_TEST((calendar.office_time_until(at("2027-01-04 07:30")) == 0s));  // the first working day
  BOOST_TEST((calendar.office_time_until(at("2027-01-04 12:00")) == 4h));
  BOOST_TEST((calendar.office_time_until(at("2027-01-05 13:30:01")) == 12h + 1s));
  BOOST_TEST((calendar.office_time_until(at("2030-01-01 00:00")) == calendar.office_time_until(at("2028-01-01 00:00"))));
  BOOST_TEST((calendar.moment_of(4h) == at("2027-01-04 11:30")));
  BOOST_TEST((calendar.moment_of(4h + 1s) == at("2027-01-04 13:30:01")));
  BOOST_TEST((calendar.moment_of(8h) == at("2027-01-04 17:30")));
  BOOST_TEST((calendar.moment_of(calendar.office_time_until(at("2028-01-01 00:00"))) == at("2027-12-31 17:30")));
  BOOST_TEST(calendar.working_days_before(date("2027-01-06")) == 2);
  BOOST_TEST(date_key(*calendar.working_day(0)) == "2027-01-04");
  BOOST_TEST(date_key(*calendar.working_day_from(date("2027-02-04"))) == "2027-02-11");
  BOOST_TEST(!calendar.working_day_from(date("2028-01-01")).has_value());
}

BOOST_AUTO_TEST_CASE(a_year_is_believed_only_when_entered) {
  CalendarData data = plain_data();
  data.entered_years = {2029, 2027, 2027, 2026};
  const Calendar calendar = calendar_of(data);
  BOOST_TEST(!calendar.first_missing_year(date("2026-01-01"), date("2027-12-31")).has_value());
  BOOST_TEST(calendar.first_missing_year(date("2025-12-31"), date("2027-12-31")).value() == 2025);
  BOOST_TEST(calendar.first_missing_year(date("2027-12-31"), date("2029-01-01")).value() == 2028);
  BOOST_TEST(calendar.first_missing_year(date("2030-01-01"), date("2030-01-01")).value() == 2030);
  BOOST_TEST(date_key(calendar.last_entered_after(date("2026-05-05"))) == "2027-12-31");
  CalendarData empty = plain_data();
  empty.entered_years.clear();
  BOOST_TEST(calendar_of(empty).first_missing_year(date("1970-01-01"), date("1970-01-01")).value() == 1970);
}

BOOST_AUTO_TEST_CASE(rows_that_cannot_be_are_refused_by_name) {
  const struct {
    const char* label;
    void (*spoil)(CalendarData&);
    const char* said;
  } cases[] = {
      {"hours that end before they begin", [](CalendarData& d) { d.weeks[0].weekdays[0] = {hours_between(690, 450)}; }, "thứ Hai: giờ kết thúc phải sau giờ bắt đầu: 11:30–07:30"},
      {"hours of no length", [](CalendarData& d) { d.weeks[0].weekdays[6] = {hours_between(450, 450)}; }, "Chủ nhật: giờ kết thúc"},
      {"hours out of order", [](CalendarData& d) { d.weeks[0].weekdays[1] = {hours_between(810, 1050), hours_between(450, 690)}; }, "thứ Ba: các khoảng giờ phải theo thứ tự"},
      {"overlapping hours", [](CalendarData& d) { d.weeks[0].weekdays[2] = {hours_between(450, 720), hours_between(700, 900)}; }, "07:30–12:00 rồi 11:40–15:00"},
      {"beyond the day", [](CalendarData& d) { d.weeks[0].weekdays[3] = {hours_between(450, 24 * 60 + 1)}; }, "không nằm trong một ngày"},
      {"two weeks for one day", [](CalendarData& d) { d.weeks.push_back(d.weeks[0]); d.weeks[1].valid_from = date("2027-06-01"); }, "ngày 01/06/2027"},
      {"valid backwards", [](CalendarData& d) { d.weeks[0].valid_from = date("2027-06-01"); d.weeks[0].valid_to = date("2027-05-31"); }, "trước ngày bắt đầu hiệu lực"},
      {"a day without hours in force", [](CalendarData& d) { d.weeks[0].valid_from = date("2027-03-01"); }, "năm 2027 đã nhập nhưng ngày 01/01/2027 chưa có giờ làm việc"},
      {"no hours at all", [](CalendarData& d) { d.weeks.clear(); }, "chưa có giờ làm việc"},
      {"a make-up day without hours", [](CalendarData& d) { d.make_up_days = {{date("2027-02-20"), "", "", {}}}; }, "ngày làm bù 20/02/2027 phải có giờ làm việc"},
      {"a make-up day twice", [](CalendarData& d) { d.make_up_days = {{date("2027-02-20"), "", "", morning()}, {date("2027-02-20"), "", "", morning()}}; }, "được nhập hai lần"},
      {"make-up hours out of order", [](CalendarData& d) { d.make_up_days = {{date("2027-02-20"), "", "", {hours_between(9, 8)}}}; }, "ngày làm bù 20/02/2027: giờ kết thúc"},
      {"a closure twice, differently", [](CalendarData& d) { d.days_off = {{date("2027-02-20"), "", "", morning()}, {date("2027-02-20"), "", "", {}}}; }, "hai lần với giờ nghỉ khác nhau"},
      {"a date that is none", [](CalendarData& d) { d.public_holidays.push_back({std::chrono::year{2027} / 2 / 30, "Lạ", ""}); }, "“Lạ” có ngày không có thật"},
      {"a year that is none", [](CalendarData& d) { d.entered_years.push_back(27); }, "năm 27 nằm ngoài khoảng"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      CalendarData data = plain_data();
      c.spoil(data);
      const auto calendar = Calendar::make(data);
      BOOST_REQUIRE(!calendar.has_value());
      BOOST_TEST(calendar.error().message.find("Lịch “Sở Tư pháp”: ") == 0U);
      BOOST_TEST(calendar.error().message.find(c.said) != std::string::npos, calendar.error().message);
    }
}

BOOST_AUTO_TEST_SUITE_END()
