// What comes back after a login (modules/admin/login/held.h): the text that was being sent, and the page that was asked for.
#include "modules/admin/login/held.h"

#include <boost/test/unit_test.hpp>

using namespace portal;
using namespace portal::admin;

namespace {

http::Fields form(std::initializer_list<std::pair<const char*, const char*>> pairs) {
  http::Fields fields;
  for (const auto& [name, value] : pairs) fields.add(name, value);
  return fields;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(held)

BOOST_AUTO_TEST_CASE(F34_every_field_comes_back_in_order_and_unchanged) {
  const auto held = held_of(form({{"username", "a"}, {"held_path", "/quan-tri/tin-bai/moi"}, {"held_title", "Đang viết"}, {"held_checks[]", "1"},
                                  {"held_checks[]", "2"}, {"held__key", "k"}, {"held_row_version", "3"}}));
  BOOST_REQUIRE(held.has_value());
  BOOST_TEST(held->path == "/quan-tri/tin-bai/moi");
  const std::vector<std::pair<std::string, std::string>> want{{"title", "Đang viết"}, {"checks[]", "1"}, {"checks[]", "2"}, {"_key", "k"}, {"row_version", "3"}};
  BOOST_TEST((held->fields == want));
}

BOOST_AUTO_TEST_CASE(the_old_sessions_token_and_passwords_are_not_carried_along) {
  const auto held = held_of(form({{"held_path", "/quan-tri/ca-nhan/mat-khau"}, {"held__csrf", "old"}, {"held_old_password", "bí mật"}, {"held_new_password", "bí mật"},
                                  {"held_password", "bí mật"}, {"held_code", "123456"}, {"held_", "x"}, {"held_note", "ghi chú"}}));
  BOOST_REQUIRE(held.has_value());
  const std::vector<std::pair<std::string, std::string>> want{{"note", "ghi chú"}};
  BOOST_TEST((held->fields == want));
}

BOOST_AUTO_TEST_CASE(text_is_held_for_the_office_only_and_never_for_the_login_itself) {
  for (const char* path : {"", "/tin-tuc/", "https://evil.vn/", "//evil.vn/", "/quan-tri/dang-nhap", "/quan-tri/dang-nhap/ma", "/quan-tri/dang-xuat", "/quan-tri/../x"})
    BOOST_TEST(!held_of(form({{"held_path", path}, {"held_title", "x"}})).has_value(), path);
  BOOST_TEST(!held_of(form({{"held_title", "x"}})).has_value());
}

BOOST_AUTO_TEST_CASE(a_login_leads_to_the_page_that_was_asked_for_or_to_the_work_page) {
  BOOST_TEST(next_after_login("/quan-tri/tin-bai/7") == "/quan-tri/tin-bai/7");
  for (const char* asked : {"", "/", "https://evil.vn/", "//evil.vn", "/quan-tri/dang-nhap", "/quan-tri/dang-xuat", "/quan-tri/\n"}) BOOST_TEST(next_after_login(asked) == "/quan-tri/", asked);
}

BOOST_AUTO_TEST_SUITE_END()
