// Rules of shared/calendar/case_file.h: what a file may say, and what it is told when it does not.
#include "shared/calendar/case_file.h"

#include <nlohmann/json.hpp>

#include "tests/unit/calendar/support.h"

using namespace portal::calendar;
using nlohmann::json;

namespace {

json good_file() {
  return json::parse(R"({
    "calendars": [{"id": "T", "entered_years": [2027], "utc_offset": "+07:00",
      "weekly_hours": {"monday": [["07:30", "11:30"], ["13:30", "17:30"]], "saturday": []},
      "public_holidays": [{"date": "2027-01-04", "name": "Lễ", "source": "TB 1"}],
      "days_off": [], "make_up_days": [{"date": "2027-02-20", "name": "Bù", "hours": [["07:30", "24:00"]]}]}],
    "vectors": [{"label": "một", "calendar": "T", "unit": "working_hours", "amount": 12, "start": "2027-03-01T08:15:00+07:00", "options": {"pauses": []},
      "expected_due": "2027-03-08T12:15:00+07:00"}]})");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(case_file)

BOOST_AUTO_TEST_CASE(a_good_file_is_read_whole) {
  const auto file = read_cases(good_file().dump());
  BOOST_REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().message));
  BOOST_TEST(file->calendars.front().id() == "T");
  BOOST_TEST(describe_hours(file->calendars.front().day(date("2027-02-20")).hours) == "07:30–24:00");
  BOOST_TEST(describe_hours(file->calendars.front().day(date("2027-02-23")).hours) == "nghỉ");  // a weekday that is left out
  const DutyClock& clock = file->cases.front().clock;
  BOOST_TEST(clock.rule.office_time.count() == 43200);
  BOOST_TEST((clock.start == at("2027-03-01 08:15")));
  json half = good_file();
  half["vectors"][0]["amount"] = 1.5;
  half["vectors"][0]["start"] = "2027-03-01T01:15:00Z";
  const auto fraction = read_cases(half.dump());
  BOOST_REQUIRE(fraction.has_value());
  BOOST_TEST(fraction->cases.front().clock.rule.office_time.count() == 5400);
  BOOST_TEST((fraction->cases.front().clock.start == at("2027-03-01 08:15")));
}

BOOST_AUTO_TEST_CASE(what_differs_from_the_file_is_named) {
  const auto file = read_cases(good_file().dump());
  BOOST_REQUIRE(file.has_value());
  const auto found = differences(*file, file->cases.front());
  BOOST_REQUIRE(found.size() == 1U);  // 12 hours from a Monday, and only Mondays are worked: 13:30 + 3 h 15 min… of the next one, not 12:15
  BOOST_TEST(found.front().find("tệp ghi 2027-03-08T12:15:00+07:00") != std::string::npos);
  DueCase wrong = file->cases.front();
  wrong.expected.due = due_of(file->calendars.front(), wrong.clock).value();
  BOOST_TEST(differences(*file, wrong).empty());
  wrong.expected.counted_days = std::vector{date("2027-03-01")};
  wrong.expected.skipped_days = std::vector<std::pair<portal::base::LocalDate, std::string>>{};
  wrong.expected.counted_office_seconds = std::vector<std::pair<portal::base::LocalDate, long>>{{date("2027-03-01"), 1}};
  wrong.expected.acts = {{at("2027-03-01 09:00"), false}, {at("2027-03-01 09:00"), true}};
  BOOST_TEST(differences(*file, wrong).size() == 4U);
  wrong = file->cases.front();
  wrong.expected.due.reset();
  wrong.expected.error = "paused";
  wrong.expected.missing_year = 2028;
  wrong.expected.remaining_office_seconds = 5;
  BOOST_TEST(differences(*file, wrong).size() == 4U);
  wrong.expected.is_given = false;
  BOOST_TEST(differences(*file, wrong).empty());
}

BOOST_AUTO_TEST_CASE(a_bad_file_is_told_where_and_what) {
  const struct {
    const char* label;
    const char* place;  // JSON pointer
    const char* value;  // JSON; "" takes the member away
    const char* said;
  } cases[] = {
      {"no calendars", "/calendars", "", "Tệp: thiếu “calendars”"},
      {"no cases", "/vectors", "", "Tệp: thiếu “vectors”"},
      {"cases that are no list", "/vectors", "{}", "phải là một danh sách"},
      {"a case that is no object", "/vectors/0", "7", "mục 1: phải là một đối tượng"},
      {"an unknown calendar", "/vectors/0/calendar", "\"X\"", "Trường hợp “một”, “calendar”: tệp không có lịch “X”."},
      {"an unknown unit", "/vectors/0/unit", "\"hours\"", "không có đơn vị “hours”; dùng working_hours"},
      {"no amount", "/vectors/0/amount", "", "Trường hợp “một”: thiếu “amount”"},
      {"an amount of nothing", "/vectors/0/amount", "null", "“amount”: phải là một số"},
      {"an amount of zero", "/vectors/0/amount", "0", "phải lớn hơn 0"},
      {"an amount below zero", "/vectors/0/amount", "-1", "phải lớn hơn 0"},
      {"an amount of no whole second", "/vectors/0/amount", "1.00001", "số giờ tròn đến giây"},
      {"an amount beyond sense", "/vectors/0/amount", "1e300", "không quá 9999 giờ"},
      {"a start without a zone", "/vectors/0/start", "\"2027-03-01T08:15:00\"", "không phải là thời điểm dạng"},
      {"a start that cannot be", "/vectors/0/start", "\"2027-02-30T08:15:00+07:00\"", "không phải là thời điểm dạng"},
      {"a start that is a number", "/vectors/0/start", "1", "phải là một chuỗi"},
      {"a label that writes to the terminal", "/vectors/0/label", R"("\u001b[31m")", "“label”: có ký tự điều khiển"},
      {"a member's name that does", "/calendars/0/weekly_hours/mon\x7f", "[]", "“weekly_hours”: có ký tự điều khiển"},
      {"a label that is none", "/vectors/0/label", "[]", "phải là một chuỗi"},
      {"a pause without an end", "/vectors/0/options/pauses", R"([{"from": "2027-03-01T09:00:00+07:00"}])", "thiếu “to”"},
      {"a pause backwards", "/vectors/0/options/pauses", R"([{"from": "2027-03-01T09:00:00+07:00", "to": "2027-03-01T08:00:00+07:00"}])", "kết thúc trước khi bắt đầu"},
      {"an extension of part of a day", "/vectors/0/options/extension", R"({"amount": 1.5, "decided_at": "2027-03-01T08:00:00+07:00"})", "số nguyên"},
      {"hours backwards", "/calendars/0/weekly_hours/monday", R"([["11:30", "07:30"]])", "Lịch “T”: thứ Hai: giờ kết thúc phải sau giờ bắt đầu"},
      {"hours out of order", "/calendars/0/weekly_hours/monday", R"([["13:30", "17:30"], ["07:30", "11:30"]])", "theo thứ tự"},
      {"hours with one end", "/calendars/0/weekly_hours/monday", R"([["13:30"]])", "hai mốc"},
      {"an hour that cannot be", "/calendars/0/weekly_hours/monday", R"([["07:60", "17:30"]])", "không phải là giờ dạng 07:30"},
      {"an hour in words", "/calendars/0/weekly_hours/monday", R"([["sáng", "17:30"]])", "“sáng” không phải là giờ"},
      {"an unknown weekday", "/calendars/0/weekly_hours/mondy", "[]", "không phải là tên thứ"},
      {"a date that cannot be", "/calendars/0/public_holidays/0/date", "\"2027-02-29\"", "không phải là ngày có thật"},
      {"a make-up day without hours", "/calendars/0/make_up_days/0/hours", "[]", "ngày làm bù 20/02/2027 phải có giờ làm việc"},
      {"another zone", "/calendars/0/utc_offset", "\"+08:00\"", "giờ Việt Nam (+07:00)"},
      {"a year in words", "/calendars/0/entered_years", "[\"2027\"]", "phải là một số"},
      {"a year and a half", "/calendars/0/entered_years", "[2027.5]", "số nguyên"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      json file = good_file();
      const json::json_pointer place{c.place};
      if (*c.value == '\0') file.at(place.parent_pointer()).erase(place.back());
      else file[place] = json::parse(c.value);
      const auto read = read_cases(file.dump());
      BOOST_REQUIRE(!read.has_value());
      BOOST_TEST(read.error().message.find(c.said) != std::string::npos, read.error().message);
    }
  json twice = good_file();
  twice["calendars"].push_back(twice["calendars"][0]);
  BOOST_TEST(read_cases(twice.dump()).error().message.find("khai báo hai lần") != std::string::npos);
  json window = good_file();
  window["vectors"][0]["unit"] = "window";
  BOOST_TEST(read_cases(window.dump()).error().message.find("thiếu “window”") != std::string::npos);
  window["vectors"][0]["options"]["window"] = "first_week_of_next_month";
  BOOST_TEST(read_cases(window.dump()).error().message.find("thiếu “first_week”") != std::string::npos);
  window["vectors"][0]["options"]["window"] = "next";
  BOOST_TEST(read_cases(window.dump()).error().message.find("không có kỳ “next”") != std::string::npos);
  BOOST_TEST(read_cases("{\"calendars\": [").error().message.find("không phải là JSON đúng") != std::string::npos);
  BOOST_TEST(read_cases("").error().message.find("không phải là JSON đúng") != std::string::npos);
  BOOST_TEST(read_cases("\"\xff\"").error().message.find("không phải là JSON đúng") != std::string::npos);
  BOOST_TEST(read_cases("[4e999]").error().message.find("số quá lớn") != std::string::npos);
  BOOST_TEST(read_cases(std::string(100000, '[')).error().message.find("không phải là JSON đúng") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
