// Rules of the intake register that need no database (shared/intake).
#include <boost/test/unit_test.hpp>

#include <set>

#include "shared/intake/all_ways.h"
#include "shared/intake/identity.h"
#include "shared/intake/register.h"
#include "shared/intake/transition.h"

using namespace portal;
using namespace portal::intake;

BOOST_AUTO_TEST_SUITE(register_rules)

BOOST_AUTO_TEST_CASE(D11_1_what_the_office_sent_in_stands_where_the_secretary_is_with_it) {
  BOOST_TEST((state_of_item("submitted") == State::Received));
  BOOST_TEST((state_of_item("refused") == State::Refused));
  for (const char* state : {"editing", "verifying", "final_check", "ready", "published", "withdrawn", "returned"}) BOOST_TEST((state_of_item(state) == State::Classified));
}

BOOST_AUTO_TEST_CASE(D9_1b_name_mail_and_a_way_to_reach_are_asked_for) {
  const struct {
    const char* label;
    Sender sender;
    const char* want;
  } cases[] = {
      {"whole, by telephone", {.name = "A", .address = "a@b.vn", .phone = "0271"}, ""},
      {"whole, by address", {.name = "A", .address = "a@b.vn", .place = "12 Trần Phú"}, ""},
      {"no organisation or position is asked of a citizen", {.name = "A", .address = "a@b.vn", .phone = "0271"}, ""},
      {"no name", {.address = "a@b.vn", .phone = "0271"}, "name"},
      {"no way to reach", {.name = "A", .address = "a@b.vn"}, "reach"},
      {"nothing", {}, "name,email,reach"},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      BOOST_TEST(missing_keys(c.sender) == c.want);
      BOOST_TEST(missing_words(c.sender).empty() == is_complete(c.sender));
    }
}

BOOST_AUTO_TEST_CASE(D9_1b_what_lacks_its_senders_data_becomes_no_item) {
  for (const State from : kAllStates) {
    BOOST_TEST(!next_state(from, Act::Classify, false).has_value());
    BOOST_TEST((next_state(from, Act::Classify, true) == (from == State::Received ? std::optional{State::Classified} : std::nullopt)));
  }
  BOOST_TEST((next_state(State::Held, Act::Release, false) == State::Awaiting));
  BOOST_TEST((next_state(State::Received, Act::FillIn, false) == State::Awaiting));
}

BOOST_AUTO_TEST_CASE(what_was_classified_or_refused_stays_so) {
  for (const State last : {State::Classified, State::Refused})
    for (const ActRow& row : act_table())
      for (const bool is_complete : {true, false}) BOOST_TEST(!next_state(last, row.act, is_complete).has_value());
}

BOOST_AUTO_TEST_CASE(the_holding_pen_is_left_by_the_office_alone) {
  for (const Transition& row : transitions())
    if (row.from == State::Held || row.from == State::Spam) BOOST_TEST((row_of(row.act).party == Party::Office));
}

BOOST_AUTO_TEST_CASE(keys_are_read_back_and_words_are_there) {
  std::set<std::string_view> slugs;
  for (const State state : kAllStates) {
    BOOST_TEST((parse_state(key_of(state)) == state));
    BOOST_TEST(!label_of(state).empty());
    BOOST_TEST(key_of(state).size() <= 12U);  // core_intake.state
  }
  for (const Channel channel : kAllChannels) BOOST_TEST((parse_channel(key_of(channel)) == channel));
  for (const Trust trust : {Trust::None, Trust::Typed, Trust::Address, Trust::Signed, Trust::Token, Trust::Source}) BOOST_TEST((parse_trust(key_of(trust)) == trust));
  for (const Hold hold : {Hold::None, Hold::Unknown, Hold::Forged, Hold::Spam, Hold::Bulk, Hold::Files, Hold::Thread, Hold::SameId, Hold::Empty, Hold::Unreadable}) {
    BOOST_TEST((parse_hold(key_of(hold)) == hold));
    BOOST_TEST(key_of(hold).size() <= 12U);  // core_intake.hold
  }
  for (const ActRow& row : act_table())
    if (row.party == Party::Office && row.act != Act::Classify) BOOST_TEST((slugs.insert(row.slug).second && find_act(row.slug) == &row));
  BOOST_TEST(find_act("") == nullptr);
  BOOST_TEST(!parse_state("khac").has_value());
}

BOOST_AUTO_TEST_CASE(a_cause_names_its_thing) {
  BOOST_TEST(intake_of_cause("intake:7:2").value == 7U);
  BOOST_TEST(intake_of_cause("intake:7").value == 7U);
  BOOST_TEST(!intake_of_cause("intake:7x").is_set());
  BOOST_TEST(!intake_of_cause("matter:7").is_set());
  BOOST_TEST(lower_ascii("A.Đ@B.VN") == "a.Đ@b.vn");
}

BOOST_AUTO_TEST_CASE(the_same_thing_has_the_same_digest_and_another_one_has_not) {
  NewIntake one;
  one.sender.address = "a@b.vn";
  one.title = "Tin";
  one.body.text = "chữ";
  one.files = {{.name = "a.pdf", .type = "", .bytes = 3}};
  const std::string digest = content_digest_of(one);
  BOOST_TEST(content_digest_of(NewIntake(one)) == digest);
  const auto differs = [&](const auto& change) {
    NewIntake other = one;
    change(other);
    BOOST_TEST(content_digest_of(other) != digest);
  };
  differs([](NewIntake& other) { other.sender.address = "c@b.vn"; });
  differs([](NewIntake& other) { other.title = "Tin 2"; });
  differs([](NewIntake& other) { other.title = "Tinchữ", other.body.text = ""; });
  differs([](NewIntake& other) { other.files.clear(); });
  differs([](NewIntake& other) { other.thread = IntakeId{3}; });
  differs([](NewIntake& other) { other.channel = Channel::Web; });
}

BOOST_AUTO_TEST_SUITE_END()
