#include <boost/test/unit_test.hpp>

#include "shared/base/setting_limits.h"

using namespace portal::base;

BOOST_AUTO_TEST_SUITE(setting_limits)

BOOST_AUTO_TEST_CASE(every_fallback_is_within_its_own_limits) {
  for (const SettingLimits& limits : kSettingLimits) BOOST_TEST_CONTEXT(limits.name) {
      BOOST_TEST((parse_within(limits, std::to_string(limits.fallback)) == limits.fallback));
      BOOST_TEST(!parse_within(limits, std::to_string(limits.min - 1)).has_value());
      BOOST_TEST(!parse_within(limits, std::to_string(limits.max + 1)).has_value());
      BOOST_TEST(!parse_within(limits, "").has_value());
      BOOST_TEST(!parse_within(limits, std::to_string(limits.min) + " ngày").has_value());
    }
}

// D9.4: the days on which units below their quota are reminded.
BOOST_AUTO_TEST_CASE(days_of_a_month_rise_and_come_in_every_month) {
  const struct {
    const char* text;
    std::optional<std::vector<unsigned>> want;
  } cases[] = {
      {"20, 25", std::vector<unsigned>{20, 25}}, {"1", std::vector<unsigned>{1}}, {"", std::vector<unsigned>{}}, {"5,10,28", std::vector<unsigned>{5, 10, 28}},
      {"29", std::nullopt}, {"0", std::nullopt}, {"25,20", std::nullopt}, {"20,20", std::nullopt}, {"20,", std::nullopt}, {",20", std::nullopt},
      {"20 25", std::nullopt}, {"hai mươi", std::nullopt}, {"-5", std::nullopt}, {"20;25", std::nullopt},
  };
  for (const auto& c : cases) BOOST_TEST((parse_month_days(c.text) == c.want), c.text);
}

BOOST_AUTO_TEST_SUITE_END()
