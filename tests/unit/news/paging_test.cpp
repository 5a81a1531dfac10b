// Rules of modules/news/public/paging.h and the jumps of a list.
#include "modules/news/public/paging.h"

#include <boost/test/unit_test.hpp>

#include "modules/news/public/views.h"

using namespace portal;
using namespace portal::news;

BOOST_AUTO_TEST_SUITE(paging)

BOOST_AUTO_TEST_CASE(a_cursor_comes_back_as_it_went) {
  const Cursor cursor{base::UtcTime{std::chrono::microseconds{1'764'049'800'123'456}}, 42};
  BOOST_TEST(format_cursor(cursor) == "1764049800123456-42");
  BOOST_TEST((parse_cursor(format_cursor(cursor)) == cursor));
}

BOOST_AUTO_TEST_CASE(only_our_own_form_is_a_cursor) {
  for (const char* text : {"", "-", "1", "1-", "-1", "01-1", "1-01", "1 -1", "1-1 ", "+1-1", "1-1-1", "99999999999999999999-1", "9223372036854775807-1",
                           "1-99999999999999999999", "a-1"})
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!parse_cursor(text).has_value()); }
}

BOOST_AUTO_TEST_CASE(months_begin_and_end_in_viet_nam_time) {
  const auto november = month_period(2026, "11");
  BOOST_REQUIRE(november.has_value());
  BOOST_TEST(base::format_sql(november->from) == "2026-10-31 17:00:00.000000");
  BOOST_TEST(base::format_sql(november->before) == "2026-11-30 17:00:00.000000");
  BOOST_TEST(path_of(*november) == "nam/2026/11/");
  const auto december = month_period(2026, "12");
  BOOST_REQUIRE(december.has_value());
  BOOST_TEST(base::format_sql(december->before) == "2026-12-31 17:00:00.000000");
  BOOST_TEST(path_of(*month_period(2026, "03")) == "nam/2026/03/");
  BOOST_TEST(path_of(*year_period(2026)) == "nam/2026/");
  BOOST_TEST(path_of(all_time()) == "");
}

BOOST_AUTO_TEST_CASE(a_period_has_one_address) {
  for (const char* month : {"", "0", "1", "00", "13", "3", "003", "1a"})
    BOOST_TEST_CONTEXT(month) { BOOST_TEST(!month_period(2026, month).has_value()); }
  BOOST_TEST(!year_period(1989).has_value());
  BOOST_TEST(!year_period(2201).has_value());
}

BOOST_AUTO_TEST_CASE(jumps_show_years_and_the_months_of_the_year_with_kept_counts) {
  const std::vector<MonthCount> months{{2026, 11, 5}, {2026, 9, 2}, {2025, 12, 3}};
  const std::vector<Jump> all{{"/t/nam/2026/", "Năm 2026 (7)", false}, {"/t/nam/2025/", "Năm 2025 (3)", false}};
  BOOST_TEST((make_jumps("/t/", all_time(), months) == all));
  const std::vector<Jump> year{{"/t/nam/2026/", "Năm 2026 (7)", false},
                               {"/t/nam/2025/", "Năm 2025 (3)", false},
                               {"/t/nam/2026/11/", "Tháng 11 (5)", false},
                               {"/t/nam/2026/09/", "Tháng 9 (2)", true}};
  BOOST_TEST((make_jumps("/t/", *month_period(2026, "09"), months) == year));
  BOOST_TEST(make_jumps("/t/", *year_period(2026), months)[0].is_current);
  BOOST_TEST(make_jumps("/t/", all_time(), {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
