// Every name that the trail can hold has Vietnamese words (a name without them does not compile: shared/workflow/act_name.h).
#include "shared/workflow/act_name.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <type_traits>

using namespace portal::workflow;

namespace {

// Words for people: with a letter that only Vietnamese has, no underscore, no key.
bool is_vietnamese(std::string_view words) {
  const auto is_marked = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  return std::any_of(words.begin(), words.end(), is_marked) && words.find_first_of("_.") == std::string_view::npos;
}

static_assert(has_words("delegation.give"));
static_assert(!has_words("delegation.gave"));
static_assert(!has_words(""));
// Text that was made while the program runs is no name.
static_assert(!std::is_constructible_v<ActName, std::string>);
static_assert(!std::is_constructible_v<ActName, std::string_view>);

}  // namespace

BOOST_AUTO_TEST_SUITE(act_names)

BOOST_AUTO_TEST_CASE(every_act_has_words_and_stands_once) {
  std::set<std::string_view> seen;
  for (const ActWords& act : kActs) {
    BOOST_TEST(seen.insert(act.key).second, act.key);
    BOOST_TEST(!parse_action(act.key).has_value(), act.key << " is an act on items: its words are in the transition table");
    BOOST_TEST(is_vietnamese(act.words), act.key);
    BOOST_TEST(act.key.size() <= 32U, act.key << " does not fit core_audit.action");
    BOOST_TEST(words_of_act(act.key) == act.words);
  }
  for (const Action action : kAllActions) {
    BOOST_TEST(is_vietnamese(past_of(action)), key_of(action));
    BOOST_TEST(ActName{action}.key() == key_of(action));
    BOOST_TEST(words_of_act(key_of(action)) == past_of(action));
  }
}

BOOST_AUTO_TEST_CASE(a_name_of_a_newer_program_is_shown_as_it_is) { BOOST_TEST(words_of_act("viec_moi") == "viec_moi"); }

BOOST_AUTO_TEST_SUITE_END()
