// Rules of shared/calendar/holidays.h, against the reference list of days off.
#include "shared/calendar/holidays.h"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "shared/calendar/lunar.h"
#include "tests/unit/calendar/support.h"

using namespace portal::calendar;
namespace base = portal::base;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

using Dates = std::set<std::string>;

bool is_weekday(const std::string& day) { return weekday_of(date(day)) < 5; }

Dates dates_of(const std::vector<ProposedHoliday>& proposal, bool with_readings) {
  Dates dates;
  for (const ProposedHoliday& holiday : proposal)
    if (with_readings || !(holiday.is_compensation && holiday.is_to_confirm)) dates.insert(date_key(holiday.date));
  return dates;
}

Dates on_weekdays(const Dates& dates) {
  Dates kept;
  std::copy_if(dates.begin(), dates.end(), std::inserter(kept, kept.end()), is_weekday);
  return kept;
}

std::vector<ProposedHoliday> propose(int year, const YearChoices& choices = {}) {
  auto proposal = propose_holidays(year, choices, kSaturdaySunday);
  BOOST_REQUIRE_MESSAGE(proposal.has_value(), (proposal ? "" : proposal.error().message));
  return *std::move(proposal);
}

const ProposedHoliday* find(const std::vector<ProposedHoliday>& proposal, const std::string& day) {
  for (const ProposedHoliday& holiday : proposal)
    if (date_key(holiday.date) == day) return &holiday;
  return nullptr;
}

std::string joined(const Dates& dates) {
  std::string text;
  for (const std::string& day : dates) text += day + " ";
  return text;
}

// The list has each year's announced choices in it: how many days before mùng một, and which day beside 2/9.
YearChoices choices_in(int year, const nlohmann::json& listed) {
  YearChoices choices;
  choices.tet_days_before = 0;
  while (listed.contains(date_key(sys_days{lunar_new_year(year)} - days{*choices.tet_days_before + 1}))) ++*choices.tet_days_before;
  choices.national_day_after = !listed.contains(std::to_string(year) + "-09-01");
  return choices;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(holidays)

// On days of the week that are worked, the law gives exactly what the reference list has. Left out of the comparison, as its notes say: swap days
// (hoan_doi: announced, not computed) and days that make up for 24/11 (a reading that the list does not share).
BOOST_AUTO_TEST_CASE(D112_the_law_gives_the_days_of_the_reference_list) {
  const auto reference = nlohmann::json::parse(reference_text("ngay_nghi_le.json"));
  std::set<std::string> swapped;
  for (const auto& swap : reference.at("hoan_doi")) swapped.insert(swap.at("nghi"));
  int compared = 0;
  for (const auto& [text, listed] : reference.at("ngay_nghi").items()) {
    const int year = std::stoi(text);
    if (year < 2021) continue;  // another code of law
    BOOST_TEST_CONTEXT(year) {
      Dates wanted;
      for (const auto& [day, name] : listed.items())
        if (!swapped.contains(day)) wanted.insert(day);
      const YearChoices choices = choices_in(year, listed);
      const Dates proposed = dates_of(propose(year, choices), false);
      BOOST_TEST(joined(on_weekdays(proposed)) == joined(on_weekdays(wanted)));
      // Nothing is invented on weekends either.
      for (const std::string& day : proposed) BOOST_TEST(wanted.contains(day), day);
      // Without an announcement, the day beside 2/9 is the one that has been and will be chosen.
      YearChoices only_tet = choices;
      only_tet.national_day_after.reset();
      const auto suggested = propose(year, only_tet);
      const auto* beside = find(suggested, text + (*choices.national_day_after ? "-09-03" : "-09-01"));
      BOOST_REQUIRE(beside != nullptr);
      BOOST_TEST((beside->is_to_confirm && !beside->is_compensation));
    }
    ++compared;
  }
  BOOST_TEST(compared >= 3);
}

BOOST_AUTO_TEST_CASE(D111_3_a_holiday_on_a_weekly_day_off_moves_to_the_next_working_day) {
  const struct {
    const char* label;
    int year;
    const char* day;
    const char* name;
  } cases[] = {
      {"1/1 on a Saturday", 2028, "2028-01-03", "Tết Dương lịch (nghỉ bù)"},
      {"Giỗ Tổ on a Sunday", 2026, "2026-04-27", "Giỗ Tổ Hùng Vương (nghỉ bù)"},
      {"30/4 on a Saturday and 1/5 on a Sunday: two days", 2033, "2033-05-02", "Ngày Chiến thắng (nghỉ bù)"},
      {"… and the second", 2033, "2033-05-03", "Ngày Quốc tế lao động (nghỉ bù)"},
      {"30/4 on a Sunday before 1/5: not on the holiday", 2028, "2028-05-02", "Ngày Chiến thắng (nghỉ bù)"},
      {"three in a row (Giỗ Tổ, 30/4, 1/5)", 2023, "2023-05-03", "Ngày Chiến thắng (nghỉ bù)"},
      {"2/9 on a Sunday, with 3/9", 2029, "2029-09-04", "Quốc khánh (nghỉ bù)"},
      {"24/11 on a Sunday", 2030, "2030-11-25", "Ngày Văn hóa Việt Nam (nghỉ bù)"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      const auto proposal = propose(c.year);
      const auto* holiday = find(proposal, c.day);
      BOOST_REQUIRE(holiday != nullptr);
      BOOST_TEST(holiday->name == c.name);
      BOOST_TEST(holiday->is_compensation);
      BOOST_TEST(holiday->source.starts_with("Bộ luật Lao động Đ.111.3"));
    }
  BOOST_TEST(find(propose(2030), "2030-11-25")->is_to_confirm);  // a reading
  BOOST_TEST(!find(propose(2028), "2028-01-03")->is_to_confirm);
}

BOOST_AUTO_TEST_CASE(D112_3_tet_and_the_day_beside_2_9_are_as_announced) {
  YearChoices choices;
  choices.tet_days_before = 2;
  choices.tet_source = "Thông báo 9441/TB-BNV";
  choices.national_day_after = true;
  choices.national_day_source = "Thông báo 9441/TB-BNV";
  const auto proposal = propose(2027, choices);
  const std::pair<const char*, const char*> tet[] = {{"2027-02-04", "Tết Nguyên đán (28 tháng Chạp)"}, {"2027-02-05", "Tết Nguyên đán (Giao thừa)"},
                                                     {"2027-02-06", "Tết Nguyên đán (mùng một)"},      {"2027-02-07", "Tết Nguyên đán (mùng hai)"},
                                                     {"2027-02-08", "Tết Nguyên đán (mùng ba)"}};
  for (const auto& [day, name] : tet) BOOST_TEST_CONTEXT(day) {
      const auto* holiday = find(proposal, day);
      BOOST_REQUIRE(holiday != nullptr);
      BOOST_TEST(holiday->name == name);
      BOOST_TEST(holiday->source == "Bộ luật Lao động Đ.112.1b; Thông báo 9441/TB-BNV");
      BOOST_TEST(!holiday->is_to_confirm);
    }
  BOOST_TEST(find(proposal, "2027-02-03") == nullptr);
  BOOST_TEST(find(proposal, "2027-02-09")->is_compensation);
  BOOST_TEST(find(proposal, "2027-02-10")->is_compensation);
  BOOST_TEST(find(proposal, "2027-02-11") == nullptr);
  BOOST_TEST(find(proposal, "2027-09-03")->name == "Quốc khánh (ngày liền kề)");
  for (const ProposedHoliday& holiday : propose(2027))
    if (holiday.name.starts_with("Tết Nguyên đán")) BOOST_TEST(holiday.is_to_confirm, holiday.name);
}

BOOST_AUTO_TEST_CASE(rows_hold_from_their_date) {
  BOOST_TEST(find(propose(2025), "2025-11-24") == nullptr);
  BOOST_REQUIRE(find(propose(2026), "2026-11-24") != nullptr);
  BOOST_TEST(find(propose(2026), "2026-11-24")->source == "Nghị quyết 28/2026/QH16");
  const StatutoryHoliday rows[] = {{StatutoryHoliday::Kind::Solar, 1, 1, "Một", "Luật", date("2021-01-01"), {}},
                                   {StatutoryHoliday::Kind::Solar, 6, 1, "Hai", "Luật", date("2021-01-01"), date("2027-05-31")}};
  BOOST_TEST(propose_holidays(2026, {}, kSaturdaySunday, rows)->size() == 2U);
  BOOST_TEST(propose_holidays(2027, {}, kSaturdaySunday, rows)->size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_agency_that_works_on_saturdays_makes_up_for_sundays_only) {
  const auto proposal = propose_holidays(2027, {}, {false, false, false, false, false, false, true});
  BOOST_REQUIRE(proposal.has_value());
  BOOST_TEST(find(*proposal, "2027-05-01") != nullptr);  // a Saturday
  BOOST_TEST(find(*proposal, "2027-05-03") == nullptr);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_proposed_says_why) {
  YearChoices six;
  six.tet_days_before = 5;
  BOOST_TEST(propose_holidays(2020, {}, kSaturdaySunday).error().message.find("năm 2020") != std::string::npos);
  BOOST_TEST(!propose_holidays(2300, {}, kSaturdaySunday).has_value());
  BOOST_TEST(propose_holidays(2027, six, kSaturdaySunday).error().message.find("từ 0 đến 4") != std::string::npos);
  BOOST_TEST(!propose_holidays(2027, {}, {true, true, true, true, true, true, true}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
