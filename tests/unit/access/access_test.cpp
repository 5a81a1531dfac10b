#include <boost/test/unit_test.hpp>

#include <cmath>
#include <map>
#include <set>

#include "shared/access/capability.h"
#include "shared/access/session.h"

using namespace portal;
using namespace portal::access;

namespace {

Actor with(Role role) {
  Actor actor;
  actor.person = base::PersonId{1};
  actor.roles.push_back({role, {}});
  return actor;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(access_rules)

BOOST_AUTO_TEST_CASE(D6_3_the_network_administrator_has_no_right_over_content) {
  const Actor sysadmin = with(Role::Sysadmin);
  for (const Capability content : {Capability::WriteItem, Capability::SeeAllItems, Capability::ConfirmContentRoles, Capability::ManageSections, Capability::Delegate})
    BOOST_TEST(!may(sysadmin, content));
  BOOST_TEST(may(sysadmin, Capability::ManageAccounts));
}

BOOST_AUTO_TEST_CASE(D9_3_time_limits_belong_to_the_boards_head_and_the_calendar_to_who_maintains_the_site) {
  for (const Role role : kAllRoles) {
    BOOST_TEST(may(with(role), Capability::ManageDuties) == (role == Role::BoardHead));
    BOOST_TEST(may(with(role), Capability::ManageCalendar) == (role == Role::Office || role == Role::Sysadmin));
  }
}

BOOST_AUTO_TEST_CASE(D5_9f_sections_belong_to_the_boards_head) {
  for (const Role role : kAllRoles) BOOST_TEST(may(with(role), Capability::ManageSections) == (role == Role::BoardHead));
}

BOOST_AUTO_TEST_CASE(D14_3d_the_board_and_the_leadership_remind_and_no_deputy_of_its_own) {
  for (const Role role : kAllRoles)
    BOOST_TEST(may(with(role), Capability::Remind) == (role == Role::BoardHead || role == Role::Secretary || role == Role::Director));
}

BOOST_AUTO_TEST_CASE(D6_3_who_sees_settings_does_not_thereby_change_them) {
  for (const Role role : kAllRoles) {
    const bool maintains = role == Role::Office || role == Role::Sysadmin;
    BOOST_TEST(may(with(role), Capability::SeeSettings) == (maintains || role == Role::BoardHead || role == Role::Director));
    BOOST_TEST(may(with(role), Capability::ManageSettings) == maintains);
  }
}

BOOST_AUTO_TEST_CASE(a_visitor_may_nothing) {
  for (const CapabilityRow& row : capability_table()) BOOST_TEST(!may(Actor{}, row.capability));
}

BOOST_AUTO_TEST_CASE(every_row_of_the_capability_table_names_its_clause) {
  for (const CapabilityRow& row : capability_table()) BOOST_TEST(!row.clause.empty());
}

BOOST_AUTO_TEST_CASE(role_keys_read_back) {
  for (const Role role : kAllRoles) {
    Role read{};
    BOOST_TEST(parse_role(key_of(role), read));
    BOOST_TEST((read == role));
  }
  Role unused{};
  BOOST_TEST(!parse_role("emperor", unused));
}

BOOST_AUTO_TEST_CASE(a_unit_role_holds_in_its_unit_only) {
  Actor actor;
  actor.person = base::PersonId{1};
  actor.roles.push_back({Role::UnitHead, base::UnitId{7}});
  BOOST_TEST(actor.has(Role::UnitHead, base::UnitId{7}));
  BOOST_TEST(!actor.has(Role::UnitHead, base::UnitId{8}));
  BOOST_TEST(!actor.has(Role::UnitHead, base::UnitId{}));
}

BOOST_AUTO_TEST_CASE(D9_1a_a_person_may_head_any_number_of_units) {
  Actor actor;
  actor.person = base::PersonId{1};
  BOOST_TEST(base::list_of(actor.headed_units()) == "");
  for (const std::uint64_t unit : {12U, 3U, 7U, 40U, 8U, 5U, 7U}) actor.roles.push_back({unit % 2 == 0 ? Role::UnitHead : Role::LocalUnit, base::UnitId{unit}});
  actor.roles.push_back({Role::Contributor, base::UnitId{99}});
  actor.roles.push_back({Role::BoardMember, {}});
  actor.roles.push_back({Role::UnitHead, {}});  // a role without its unit heads nothing
  BOOST_TEST(base::list_of(actor.headed_units()) == "3,5,7,8,12,40");
}

BOOST_AUTO_TEST_CASE(passwords_verify_only_against_their_own_hash) {
  const std::string phc = hash_password("mật khẩu dài");
  BOOST_TEST(phc.rfind("$argon2id$v=19$m=19456,t=2,p=1$", 0) == 0U);
  BOOST_TEST(verify_password("mật khẩu dài", phc));
  BOOST_TEST(!verify_password("mat khau dai", phc));
  BOOST_TEST(!verify_password("", phc));
  BOOST_TEST(!verify_password("mật khẩu dài", "not a hash"));
}

BOOST_AUTO_TEST_CASE(a_one_time_password_is_read_out_without_mistakes_and_never_the_same) {
  std::set<std::string> seen;
  std::map<char, int> letters;
  constexpr int kMade = 2000;
  for (int i = 0; i < kMade; ++i) {
    const std::string password = one_time_password();
    BOOST_REQUIRE(password.size() == 19U);
    for (std::size_t at = 0; at < password.size(); ++at) {
      BOOST_REQUIRE((password[at] == '-') == (at % 5 == 4));
      if (password[at] != '-') ++letters[password[at]];
    }
    BOOST_REQUIRE(password.find_first_of("ilo01") == std::string::npos);
    seen.insert(password);
  }
  BOOST_TEST(seen.size() == std::size_t{kMade});
  BOOST_TEST(letters.size() == 31U);
  // Fair, the first eight letters are 8/31 of all; the remainder of 256 by 31 would make them 72/256. Five standard deviations either way are 0.0122.
  double first = 0;
  for (const char letter : {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}) first += letters[letter];
  BOOST_TEST(std::abs(first / (16.0 * kMade) - 8.0 / 31.0) < 0.0122);
}

BOOST_AUTO_TEST_CASE(one_time_codes_follow_rfc_6238_one_step_either_way) {
  const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";  // RFC 6238 appendix B, SHA-1; the last six of its eight digits
  const auto at = [](long seconds) { return base::UtcTime{std::chrono::seconds{seconds}}; };
  const struct {
    long seconds;
    const char* code;
  } vectors[] = {{59, "287082"}, {1111111109, "081804"}, {1234567890, "005924"}, {2000000000, "279037"}};
  for (const auto& v : vectors) BOOST_TEST_CONTEXT(v.code) {
      BOOST_TEST(totp_step(secret, v.code, at(v.seconds)).has_value());
      BOOST_TEST(totp_step(secret, v.code, at(v.seconds + 30)).has_value());
      BOOST_TEST(!totp_step(secret, v.code, at(v.seconds + 61)).has_value());
    }
  BOOST_TEST(!totp_step(secret, "28708", at(59)));
  BOOST_TEST(!totp_step("", "287082", at(59)));
}

BOOST_AUTO_TEST_CASE(no_two_answers_carry_a_form_token_in_the_same_letters) {
  const std::string token(64, 'a');
  const std::string first = mask_token(token);
  const std::string second = mask_token(token);
  BOOST_TEST(first.size() == 128);
  BOOST_TEST(first != second);
  BOOST_TEST(first.find(token) == std::string::npos);
  std::string own;
  for (std::size_t i = 0; i < 64; ++i) own += std::stoi(first.substr(i, 1), nullptr, 16) == (std::stoi(first.substr(64 + i, 1), nullptr, 16) ^ 0xA) ? 'a' : '?';
  BOOST_TEST(own == token);
  BOOST_TEST(mask_token("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
