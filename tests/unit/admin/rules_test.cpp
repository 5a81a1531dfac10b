// Rules of administration (modules/admin/rules.h): who may change whose rights, what a delegation may hold, which names and values are allowed.
#include "modules/admin/rules.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "shared/access/capability.h"

using namespace portal;
using namespace portal::admin;
using access::Actor;
using access::Role;
using base::PersonId;

namespace {

constexpr PersonId kHead{1};
constexpr PersonId kDirector{2};
constexpr PersonId kSysadmin{3};
constexpr PersonId kWriter{4};

Actor with(PersonId person, std::initializer_list<Role> roles) {
  Actor actor;
  actor.person = person;
  for (const Role role : roles) actor.roles.push_back({role, {}});
  return actor;
}

// A role of `whose`, entered by the network administrator, waiting for its confirmation.
RoleEntry waiting(Role role, PersonId whose = kWriter) {
  RoleEntry entry;
  entry.role = role;
  entry.role_key = access::key_of(role);
  entry.person = whose;
  entry.entered_by = kSysadmin;
  return entry;
}

const base::UtcTime kNow = *base::parse_date_time("25/11/2026 09:00");

}  // namespace

BOOST_AUTO_TEST_SUITE(admin_rules)

BOOST_AUTO_TEST_CASE(D6_3_every_role_but_the_network_administrators_waits_for_a_confirmation) {
  for (const Role role : kAllRoles) BOOST_TEST(is_content_role(role) == (role != Role::Sysadmin), access::key_of(role));
}

// Requirements, actors: a content role takes effect when board_head confirms it, the head's own when director does; never by whom it is,
// never by who entered it. Every role as the confirmer of every role.
BOOST_AUTO_TEST_CASE(D6_3_only_the_boards_head_confirms_and_a_director_for_the_head) {
  for (const Role entered : kAllRoles) {
    for (const Role confirmer : kAllRoles) {
      const bool may_confirm = confirmer == (entered == Role::BoardHead ? Role::Director : Role::BoardHead);
      const std::string why = why_not_confirm(with(kDirector, {confirmer}), waiting(entered));
      BOOST_TEST(why.empty() == may_confirm, access::key_of(confirmer) << " confirms " << access::key_of(entered) << ": " << why);
    }
  }
}

BOOST_AUTO_TEST_CASE(D6_3_the_refusal_names_who_confirms) {
  BOOST_TEST(why_not_confirm(with(kDirector, {Role::Sysadmin}), waiting(Role::Secretary)) == "Vai trò này do Trưởng Ban Biên tập xác nhận.");
  BOOST_TEST(why_not_confirm(with(kHead, {Role::BoardHead}), waiting(Role::BoardHead)) == "Vai trò này do Lãnh đạo Sở xác nhận.");
}

BOOST_AUTO_TEST_CASE(D6_3_another_role_of_who_heads_the_board_is_the_directors_to_confirm) {
  RoleEntry entry = waiting(Role::Director);
  entry.is_board_head = true;
  BOOST_TEST(!why_not_confirm(with(kHead, {Role::BoardHead}), entry).empty());
  BOOST_TEST(why_not_confirm(with(kDirector, {Role::Director}), entry).empty());
}

BOOST_AUTO_TEST_CASE(nobody_confirms_their_own_role_not_even_by_another_account) {
  const Actor head = with(kHead, {Role::BoardHead, Role::Director});
  BOOST_TEST(!why_not_confirm(head, waiting(Role::Secretary, kHead)).empty());
  BOOST_TEST(!why_not_confirm(head, waiting(Role::BoardHead, kHead)).empty());
}

BOOST_AUTO_TEST_CASE(who_entered_a_role_does_not_confirm_it) {
  BOOST_TEST(why_not_confirm(with(kSysadmin, {Role::Sysadmin, Role::BoardHead}), waiting(Role::Secretary)) == "Người nhập vai trò không tự xác nhận vai trò đó.");
}

BOOST_AUTO_TEST_CASE(a_role_that_is_over_revoked_or_confirmed_is_not_confirmed_again) {
  const Actor head = with(kHead, {Role::BoardHead});
  RoleEntry over = waiting(Role::Secretary);
  over.is_over = true;
  RoleEntry revoked = waiting(Role::Secretary);
  revoked.revoked_at = kNow;
  RoleEntry confirmed = waiting(Role::Secretary);
  confirmed.confirmed_at = kNow;
  BOOST_TEST(why_not_confirm(head, over) == "Vai trò này đã hết thời hạn.");
  BOOST_TEST(why_not_confirm(head, revoked) == "Vai trò này đã bị thu hồi.");
  BOOST_TEST(why_not_confirm(head, confirmed) == "Vai trò này đã được xác nhận.");
}

BOOST_AUTO_TEST_CASE(a_role_is_revoked_by_the_network_administrator_or_by_who_confirms_it_and_by_nobody_else) {
  for (const Role held : kAllRoles) {
    for (const Role revoker : kAllRoles) {
      const bool is_confirmer = is_content_role(held) && revoker == (held == Role::BoardHead ? Role::Director : Role::BoardHead);
      const std::string why = why_not_revoke(with(kDirector, {revoker}), waiting(held));
      BOOST_TEST(why.empty() == (revoker == Role::Sysadmin || is_confirmer), access::key_of(revoker) << " revokes " << access::key_of(held) << ": " << why);
    }
  }
}

BOOST_AUTO_TEST_CASE(nobody_revokes_or_changes_their_own_rights) {
  BOOST_TEST(!why_not_revoke(with(kSysadmin, {Role::Sysadmin}), waiting(Role::Sysadmin, kSysadmin)).empty());
  BOOST_TEST(!why_not_revoke(with(kHead, {Role::BoardHead}), waiting(Role::Contributor, kHead)).empty());
  BOOST_TEST(!why_not_change_rights(with(kSysadmin, {Role::Sysadmin}), kSysadmin).empty());
  BOOST_TEST(why_not_change_rights(with(kSysadmin, {Role::Sysadmin}), kWriter).empty());
}

BOOST_AUTO_TEST_CASE(a_revoked_role_is_not_revoked_again) {
  RoleEntry entry = waiting(Role::Contributor);
  entry.revoked_at = kNow;
  BOOST_TEST(why_not_revoke(with(kSysadmin, {Role::Sysadmin}), entry) == "Vai trò này đã bị thu hồi.");
}

BOOST_AUTO_TEST_CASE(a_role_of_a_newer_program_is_treated_as_one_over_content) {
  RoleEntry entry = waiting(Role::Contributor);
  entry.role.reset();
  BOOST_TEST(why_not_revoke(with(kHead, {Role::BoardHead}), entry).empty());
  BOOST_TEST(!why_not_revoke(with(kDirector, {Role::Office}), entry).empty());
}

BOOST_AUTO_TEST_CASE(D6_3_a_delegation_works_only_through_an_account_with_a_role_over_content) {
  BOOST_TEST(!with(kWriter, {}).has_content_role());
  BOOST_TEST(!with(kWriter, {Role::Sysadmin}).has_content_role());
  BOOST_TEST(with(kWriter, {Role::Sysadmin, Role::Contributor}).has_content_role());
}

BOOST_AUTO_TEST_CASE(D15_2_D15_3_D19_2_checks_and_the_heads_place_are_delegated_to_the_board_only) {
  for (const DelegableAct& act : delegable_acts()) {
    const bool to_board = act.key == "verify" || act.key == "final_check" || act.key == "act_as_head";
    BOOST_TEST(why_not_delegate(act, false, true).empty(), act.key);
    BOOST_TEST(why_not_delegate(act, false, false).empty() == !to_board, act.key);
    BOOST_TEST(why_not_delegate(act, true, true) == "Không ủy quyền cho chính mình.", act.key);
    BOOST_TEST(!act.clause.empty());
  }
  BOOST_TEST(find_act("publish") == nullptr);
}

BOOST_AUTO_TEST_CASE(D5_9f_a_sections_address_is_a_slug_that_the_site_does_not_use_itself) {
  struct Case {
    const char* slug;
    bool is_root;
    bool is_good;
  };
  for (const Case& c : {Case{"tin-tuc", true, true}, Case{"2026", false, true}, Case{"", true, false}, Case{"Tin-tuc", true, false},
                        Case{"tin tuc", true, false}, Case{"tin--tuc", true, false}, Case{"-tin", true, false}, Case{"tin-tức", true, false},
                        Case{"../etc", true, false}, Case{"quan-tri", true, false}, Case{"quan-tri", false, true}, Case{"assets", true, false},
                        Case{"rss", false, false}, Case{"nam", false, false}, Case{"in", false, false}, Case{"errors", true, false}})
    BOOST_TEST(why_not_slug(c.slug, c.is_root).empty() == c.is_good, c.slug);
  BOOST_TEST(why_not_slug(std::string(80, 'a'), true).empty());
  BOOST_TEST(!why_not_slug(std::string(81, 'a'), true).empty());
}

BOOST_AUTO_TEST_CASE(D5_10_each_setting_takes_only_what_it_means) {
  struct Case {
    const char* name;
    const char* value;
    bool is_good;
  };
  for (const Case& c :
       {Case{"four_eyes", "1", true}, Case{"four_eyes", "0", true}, Case{"four_eyes", "2", false}, Case{"four_eyes", "", false},
        Case{"list_page_size", "5", true}, Case{"list_page_size", "50", true}, Case{"list_page_size", "4", false}, Case{"list_page_size", "51", false},
        Case{"list_page_size", "15x", false}, Case{"list_page_size", "", false}, Case{"list_page_size", "99999999999", false},
        Case{"timezone", "Asia/Ho_Chi_Minh", true}, Case{"timezone", "UTC", false}, Case{"email", "sotuphap@minhgiang.gov.vn", true},
        Case{"email", "sotuphap", false}, Case{"editorial_email", "", false}, Case{"phone", "0299 3 555 000", true}, Case{"phone", "gọi sau", false},
        Case{"fax", "", true}, Case{"fax", "x", false}, Case{"map_url", "", true}, Case{"map_url", "https://example.org/", true},
        Case{"map_url", "javascript:alert(1)", false}, Case{"map_url", "http://example.org/", false}, Case{"agency_name", "", false},
        Case{"agency_name", "Sở Tư pháp", true}})
    BOOST_TEST(why_not_setting(c.name, c.value).empty() == c.is_good, c.name << " = " << c.value);
}

BOOST_AUTO_TEST_CASE(D12_1_the_four_eyes_rule_is_the_boards) {
  BOOST_TEST(is_board_setting("four_eyes"));
  BOOST_TEST(!is_board_setting("email"));
}

BOOST_AUTO_TEST_CASE(a_password_is_long_and_not_what_everybody_tries_first) {
  struct Case {
    const char* password;
    const char* want;  // part of the sentence, "" for a good one
  };
  for (const Case& c : {Case{"ngõ nhỏ phố nhỏ nhà tôi ở đó", ""}, Case{"mot-cau-ngan-de-nho", ""}, Case{"", "ít nhất 12"}, Case{"ngan", "ít nhất 12"},
                        Case{"12345678901", "ít nhất 12"}, Case{"nguyen.van.an1", "tên đăng nhập"}, Case{"Nguyen.Van.An-2026", "tên đăng nhập"},
                        Case{"matkhau12345", "dễ đoán"}, Case{"MatKhau@2026", "dễ đoán"}, Case{"Mậtkhẩu@2026", "dễ đoán"}, Case{"sotuphap2026", "dễ đoán"},
                        Case{"aaaaaaaaaaaa", "dễ đoán"}, Case{"            ", "dễ đoán"}}) {
    const std::string why = why_not_password(c.password, "nguyen.van.an");
    BOOST_TEST((*c.want == '\0' ? why.empty() : why.find(c.want) != std::string::npos), c.password << ": " << why);
  }
  BOOST_TEST(why_not_password(std::string(100, 'a') + std::string(156, 'b'), "x").empty());
  BOOST_TEST(!why_not_password(std::string(100, 'a') + std::string(157, 'b'), "x").empty());
}

BOOST_AUTO_TEST_CASE(a_password_is_counted_in_characters_not_in_bytes) {
  BOOST_TEST(!why_not_password("đđđđđơơ", "nguyen.van.an").empty(), "7 characters are 14 bytes");
}

BOOST_AUTO_TEST_CASE(an_address_that_can_be_written_to) {
  for (const char* good : {"a@b.vn", "ten.ho@minhgiang.gov.vn", "x+y@a-b.vn"}) BOOST_TEST(is_email(good), good);
  for (const char* bad : {"", "a", "@b.vn", "a@", "a@b", "a@b.", "a@@b.vn", "a@b.vn@c.vn", "a b@c.vn", "a@b.vn, c@d.vn", "<a@b.vn>", "tên@b.vn", "a@.vn"})
    BOOST_TEST(!is_email(bad), bad);
  BOOST_TEST(!is_email(std::string(200, 'a') + "@b.vn"));
}

BOOST_AUTO_TEST_CASE(a_telephone_number_is_digits_and_what_people_put_between_them) {
  for (const char* good : {"0299 3 555 000", "+84 (299) 3-555.000", "113113"}) BOOST_TEST(is_phone(good), good);
  for (const char* bad : {"", "113", "0299x555000", "số 0299355500", "0299/3555000"}) BOOST_TEST(!is_phone(bad), bad);
  BOOST_TEST(!is_phone(std::string(41, '1')));
}

BOOST_AUTO_TEST_CASE(a_login_leads_back_into_the_office_only) {
  for (const char* good : {"/quan-tri/", "/quan-tri/tin-bai/12/sua", "/quan-tri/nhat-ky/?muc=role%3A7&nguoi=2"}) BOOST_TEST(is_office_path(good), good);
  for (const char* bad : {"", "/", "/tin-tuc/", "//evil.vn/quan-tri/", "https://evil.vn/quan-tri/", "/quan-tri//evil.vn", "/quan-tri/../", "/quan-tri/./x",
                          "/quan-tri", "/quan-tri/\r\nSet-Cookie: a=b", "/quan-tri/#x", "/quan-tri/\\evil", "javascript:alert(1)"})
    BOOST_TEST(!is_office_path(bad), bad);
  BOOST_TEST(!is_office_path("/quan-tri/" + std::string(300, 'a')));
}

BOOST_AUTO_TEST_CASE(a_kind_has_its_words_and_an_unknown_one_stays_as_it_is) {
  BOOST_TEST(label_in(unit_kinds(), "local") == "Tư pháp địa phương");
  BOOST_TEST(label_in(item_kinds(), "mới") == "mới");
}

BOOST_AUTO_TEST_SUITE_END()
