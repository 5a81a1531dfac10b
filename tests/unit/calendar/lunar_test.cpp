// Rules of shared/calendar/lunar.h, against the reference dates.
#include "shared/calendar/lunar.h"

#include <nlohmann/json.hpp>

#include "tests/unit/calendar/support.h"

using namespace portal::calendar;
namespace base = portal::base;

namespace {

nlohmann::json reference() { return nlohmann::json::parse(reference_text("am_lich_vector.json")); }

}  // namespace

BOOST_AUTO_TEST_SUITE(lunar)

BOOST_AUTO_TEST_CASE(tet_is_where_the_reference_has_it) {
  const auto tet = reference().at("tet");
  BOOST_REQUIRE(tet.size() >= 5U);
  for (const auto& [year, day] : tet.items()) BOOST_TEST_CONTEXT(year) {
      BOOST_TEST(date_key(lunar_new_year(std::stoi(year))) == day.get<std::string>());
      BOOST_TEST((to_lunar(date(day)) == LunarDate{std::stoi(year), 1, 1, false}));
    }
}

BOOST_AUTO_TEST_CASE(gio_to_is_where_the_reference_has_it) {
  const auto days = reference().at("gio_to_10_3");
  BOOST_REQUIRE(days.size() >= 5U);
  for (const auto& [year, day] : days.items()) BOOST_TEST_CONTEXT(year) {
      const auto found = from_lunar({std::stoi(year), 3, 10, false});
      BOOST_REQUIRE(found.has_value());
      BOOST_TEST(date_key(*found) == day.get<std::string>());
    }
}

BOOST_AUTO_TEST_CASE(months_begin_where_the_reference_has_them) {
  const auto months = reference().at("dau_thang");
  BOOST_REQUIRE(months.size() >= 12U);
  for (const auto& month : months) BOOST_TEST_CONTEXT(month.dump()) {
      const LunarDate first{month.at("nam"), month.at("thang"), 1, month.at("nhuan")};
      const base::LocalDate solar = date(month.at("duong"));
      BOOST_TEST((to_lunar(solar) == first));
      const auto back = from_lunar(first);
      BOOST_TEST((back && *back == solar));
      const LunarDate before = to_lunar(std::chrono::sys_days{solar} - std::chrono::days{1});
      BOOST_TEST((before.day == 29U || before.day == 30U));
    }
}

// "17/11/2009", "15/6/2025N" in a leap month; only the larger reference data have them.
BOOST_AUTO_TEST_CASE(sample_days_are_those_of_the_reference) {
  const auto all = reference();
  if (!all.contains("mau_ngay")) return;
  for (const auto& day : all.at("mau_ngay")) {
    const LunarDate lunar = to_lunar(date(day.at("duong")));
    const std::string text = std::to_string(lunar.day) + "/" + std::to_string(lunar.month) + "/" + std::to_string(lunar.year) + (lunar.is_leap_month ? "N" : "");
    BOOST_TEST(day.at("am").get<std::string>() == text);
  }
}

// Public facts: where Viet Nam's calendar left the Chinese one, and leap months.
BOOST_AUTO_TEST_CASE(viet_nam_is_not_beijing) {
  const struct {
    const char* label;
    LunarDate lunar;
    const char* solar;
  } cases[] = {
      {"Tết 2007: a day before Beijing's", {2007, 1, 1, false}, "2007-02-17"},
      {"Tết 2030: a day before", {2030, 1, 1, false}, "2030-02-02"},
      {"Tết 2053: a day before", {2053, 1, 1, false}, "2053-02-18"},
      {"Tết 1985: a month before", {1985, 1, 1, false}, "1985-01-21"},
      {"2025 has a second sixth month", {2025, 6, 1, true}, "2025-07-25"},
      {"2028 has a second fifth month", {2028, 5, 1, true}, "2028-06-23"},
      {"2033 has a second eleventh month", {2033, 11, 1, true}, "2033-12-22"},
      {"the year's end is the old year's", {2026, 12, 29, false}, "2027-02-05"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      const auto solar = from_lunar(c.lunar);
      BOOST_REQUIRE(solar.has_value());
      BOOST_TEST(date_key(*solar) == c.solar);
      BOOST_TEST((to_lunar(date(c.solar)) == c.lunar));
    }
}

BOOST_AUTO_TEST_CASE(days_that_do_not_exist_are_nothing) {
  const LunarDate none[] = {{2027, 1, 0, false}, {2027, 1, 31, false}, {2027, 13, 1, false}, {2027, 0, 1, false},
                            {2027, 6, 1, true},  {2025, 5, 1, true},   {1899, 1, 1, false},  {2200, 1, 1, false}};
  for (const LunarDate& lunar : none) BOOST_TEST(!from_lunar(lunar).has_value());
}

// Each day of forty years has one lunar date, they follow each other, and lead back.
BOOST_AUTO_TEST_CASE(days_follow_each_other_and_lead_back) {
  using std::chrono::sys_days;
  LunarDate last = to_lunar(date("2019-12-31"));
  long wrong = 0;
  for (sys_days day = sys_days{date("2020-01-01")}; day <= sys_days{date("2060-12-31")}; day += std::chrono::days{1}) {
    const LunarDate lunar = to_lunar(day);
    const bool follows = lunar.day == last.day + 1 ? lunar.month == last.month && lunar.is_leap_month == last.is_leap_month && lunar.year == last.year
                                                   : lunar.day == 1 && (last.day == 29 || last.day == 30);
    const auto back = from_lunar(lunar);
    if (!follows || !back || sys_days{*back} != day) ++wrong;
    last = lunar;
  }
  BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_SUITE_END()
