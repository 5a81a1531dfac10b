// Drafts without a database: keys, subjects, and a form that comes back as it was typed.
#include <boost/test/unit_test.hpp>

#include "shared/drafts/drafts.h"
#include "shared/drafts/json.h"
#include "shared/drafts/presence.h"

using namespace portal;
using namespace portal::drafts;

BOOST_AUTO_TEST_SUITE(drafts_suite)

BOOST_AUTO_TEST_CASE(only_our_own_keys_are_keys) {
  BOOST_TEST(is_key(new_key()));
  BOOST_TEST(new_key() != new_key());
  for (const char* bad : {"", "a", "0123456789abcdef0123456789abcdeg", "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef0123456789abcdef0"})
    BOOST_TEST(!is_key(bad), bad);
}

BOOST_AUTO_TEST_CASE(a_subject_names_its_item) {
  BOOST_TEST(subject_of(base::ItemId{17}) == "item:17");
  BOOST_TEST(item_of("item:17").value == 17U);
  BOOST_TEST(!item_of("new:news").is_set());
}

BOOST_AUTO_TEST_CASE(what_was_typed_comes_back_byte_for_byte) {
  http::Fields typed;
  typed.add("title", "Thông báo \"khẩn\" \\ 1/2 \x01 hết");
  typed.add("summary", "dòng một\ndòng hai\t");
  typed.add("body", R"({"type":"doc","content":[]})");
  const http::Fields back = read_fields(write_fields(typed));
  for (const auto& [name, value] : typed.pairs()) BOOST_TEST(back.get(name) == value, name);
  BOOST_TEST(read_fields("").empty());
  BOOST_TEST(read_fields("[1]").empty());
  BOOST_TEST(read_fields(R"({"a":1,"b":"x"})").get("b") == "x");
}

BOOST_AUTO_TEST_CASE(an_open_page_is_told_in_JSON) {
  Watch watch;
  watch.state = "saved";
  watch.at = *base::parse_iso("2026-11-25T02:41:12Z");
  watch.version = 5;
  watch.editors = {{"Trần \"Minh\" Châu", *base::parse_iso("2026-11-25T02:38:00Z")}};
  BOOST_TEST(to_json(watch) == R"({"editors":[{"name":"Trần \"Minh\" Châu","since":"09:38"}],"state":"saved","time":"09:41:12","version":5})");
  watch.version_by = "Bùi Đức Thịnh";
  watch.version_at = *base::parse_iso("2026-11-25T02:40:00Z");
  BOOST_TEST(to_json(watch).find(R"("version_at":"09:40","version_by":"Bùi Đức Thịnh")") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
