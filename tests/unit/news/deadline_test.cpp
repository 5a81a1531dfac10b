#include <boost/test/unit_test.hpp>

#include "modules/news/public/calendar.h"

using namespace portal;
using namespace portal::news;
using namespace std::chrono;

namespace {

std::vector<duty::Duty> duties() {
  duty::Duty hours;
  hours.id = duty::DutyId{1};
  hours.code = hours.clause = "D9.3a";
  hours.valid_from = 2020y / January / 1;
  hours.valid_to = 2026y / December / 31;
  hours.amount = 12;
  hours.unit = "working_hours";
  duty::Duty later = hours;
  later.id = duty::DutyId{2};
  later.valid_from = 2027y / January / 1;
  later.valid_to.reset();
  later.amount = 8;
  return {hours, later};
}

std::string field_of(const DeadlineQuestion& question) {
  const auto deadline = parse_deadline(question, duties());
  return deadline ? "" : deadline.error().fields.front().field;
}

}  // namespace

BOOST_AUTO_TEST_CASE(d9_3_the_row_in_force_on_the_day_of_the_start_rules) {
  const auto all = duties();
  const auto before = parse_deadline({"D9.3a", "", "", "31/12/2026 16:00"}, all);
  const auto after = parse_deadline({"D9.3a", "", "", "01/01/2027 08:00"}, all);
  BOOST_REQUIRE(before.has_value());
  BOOST_REQUIRE(after.has_value());
  BOOST_TEST((before->clock.rule.office_time == 12h));
  BOOST_TEST((after->clock.rule.office_time == 8h));
  BOOST_TEST(field_of({"D9.3a", "", "", "31/12/2019 08:00"}) == "tu");
}

BOOST_AUTO_TEST_CASE(an_amount_of_ones_own_is_read_and_what_is_wrong_is_told_at_its_field) {
  const auto all = duties();
  const auto days = parse_deadline({"", "15", "calendar_days", "16/11/2026 14:20"}, all);
  BOOST_REQUIRE(days.has_value());
  BOOST_TEST(days->clock.rule.days == 15);
  BOOST_TEST(days->clock.rule.roll_forward);
  BOOST_TEST(days->duty == nullptr);
  struct Case {
    const char* label;
    DeadlineQuestion question;
    const char* field;
  };
  const Case cases[] = {
      {"no start", {"", "15", "working_days", ""}, "tu"},           {"a day without a time", {"", "15", "working_days", "16/11/2026"}, "tu"},
      {"no such day", {"", "15", "working_days", "31/02/2026 08:00"}, "tu"}, {"words", {"", "mười lăm", "working_days", "16/11/2026 14:20"}, "so"},
      {"zero", {"", "0", "working_days", "16/11/2026 14:20"}, "so"},   {"too many", {"", "10000", "working_days", "16/11/2026 14:20"}, "so"},
      {"a number with a tail", {"", "15x", "working_days", "16/11/2026 14:20"}, "so"}, {"a window", {"", "15", "window", "16/11/2026 14:20"}, "don-vi"},
      {"no unit", {"", "15", "", "16/11/2026 14:20"}, "don-vi"},       {"no such duty", {"D99", "", "", "16/11/2026 14:20"}, "quy-dinh"},
  };
  for (const Case& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(field_of(c.question) == c.field);
}
