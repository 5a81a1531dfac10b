// Rules of shared/mail: what an address is, and the names that rows keep.
#include "shared/mail/outbox.h"

#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "shared/mail/preference.h"

using namespace portal::mail;

BOOST_AUTO_TEST_SUITE(outbox)

BOOST_AUTO_TEST_CASE(an_address_can_add_nothing_to_a_header_or_a_command) {
  const struct {
    const char* label;
    std::string text;
    bool is_good;
  } cases[] = {
      {"plain", "ten@minhgiang.gov.vn", true},
      {"tag", "ban-bien.tap+thu_1@stp.minhgiang.gov.vn", true},
      {"one label", "root@localhost", true},
      {"none", "", false},
      {"no domain", "ten@", false},
      {"no name", "@minhgiang.gov.vn", false},
      {"two", "a@b.vn,c@d.vn", false},
      {"two signs", "a@b@c.vn", false},
      {"a line", "a@b.vn\r\nBcc: c@d.vn", false},
      {"a line feed", "a@b.vn\nX: y", false},
      {"brackets", "<a@b.vn>", false},
      {"quotes", "\"a b\"@c.vn", false},
      {"a space", "a b@c.vn", false},
      {"letters with marks", "hằng@c.vn", false},
      {"dots", "a@b..vn", false},
      {"a dot at the end", "a@b.vn.", false},
      {"a long name", std::string(65, 'a') + "@b.vn", false},
      {"too long", "a@" + std::string(200, 'b'), false},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(is_address(c.text) == c.is_good); }
}

BOOST_AUTO_TEST_CASE(stored_names_are_read_back_and_others_are_nothing) {
  for (const Kind kind : {Kind::Notice, Kind::Digest, Kind::Letter, Kind::Receipt, Kind::Refusal, Kind::Posted}) BOOST_TEST((parse_kind(key_of(kind)) == kind));
  for (const State state : {State::Ready, State::Sending, State::Sent, State::Dead, State::Cancelled}) BOOST_TEST((parse_state(key_of(state)) == state));
  for (const Mode mode : {Mode::AtOnce, Mode::Digest, Mode::None}) {
    BOOST_TEST((parse_mode(key_of(mode)) == mode));
    BOOST_TEST(!label_of(mode).empty());
  }
  BOOST_TEST(!parse_kind("postcard"));
  BOOST_TEST(!parse_state(""));
  BOOST_TEST(!parse_mode("weekly"));
}

BOOST_AUTO_TEST_CASE(a_holder_names_node_process_and_its_start) {
  const std::string name = holder_name("nut-1");
  BOOST_TEST(name.starts_with("nut-1:" + std::to_string(getpid()) + ":"));
  BOOST_TEST(name.back() != ':');
  BOOST_TEST(name == holder_name("nut-1"));
}

BOOST_AUTO_TEST_SUITE_END()
