// Places in the office's lists (modules/admin/work/cursor.h) and the words of the trail.
#include "modules/admin/work/cursor.h"

#include <boost/test/unit_test.hpp>

#include "modules/admin/act.h"
#include "modules/admin/work/views.h"

using namespace portal;
using namespace portal::admin;

BOOST_AUTO_TEST_SUITE(work_lists)

BOOST_AUTO_TEST_CASE(a_cursor_is_read_back_as_it_was_written) {
  const Cursor item{*base::parse_date_time("25/11/2026 09:00"), 42, ""};
  const Cursor trail{*base::parse_date_time("25/11/2026 09:00"), 3, "role:7"};
  for (const Cursor& cursor : {item, trail}) {
    const auto back = Cursor::parse(cursor.text());
    BOOST_REQUIRE(back.has_value());
    BOOST_TEST((back->at == cursor.at && back->id == cursor.id && back->chain == cursor.chain));
  }
}

BOOST_AUTO_TEST_CASE(a_malformed_cursor_is_the_beginning) {
  for (const std::string& text : {std::string{}, std::string{"x"}, std::string{"1"}, std::string{"1-"}, std::string{"-1-2"}, std::string{"1-x"}, std::string{"1-2x"},
                                  std::string{"9999999999999999999-1"}, std::string{"1-2-Role"}, std::string{"1-2-a b"}, "1-2-" + std::string(41, 'a')})
    BOOST_TEST(!Cursor::parse(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(waiting_is_told_in_the_largest_whole_unit) {
  const base::UtcTime now = *base::parse_date_time("25/11/2026 09:00");
  struct Case {
    const char* since;
    const char* want;
  };
  for (const Case& c : {Case{"25/11/2026 09:00", "vừa xong"}, Case{"25/11/2026 08:58", "2 phút"}, Case{"25/11/2026 08:00", "1 giờ"}, Case{"24/11/2026 09:01", "23 giờ"},
                        Case{"24/11/2026 09:00", "1 ngày"}, Case{"25/11/2025 09:00", "365 ngày"}, Case{"26/11/2026 09:00", "vừa xong"}}) {
    BOOST_TEST(age_words(*base::parse_date_time(c.since), now) == c.want, c.since);
    BOOST_TEST(length_words(*base::parse_date_time(c.since), now) == (c.want == std::string{"vừa xong"} ? std::string{"chưa đến 2 phút"} : std::string{c.want}), c.since);
  }
}

BOOST_AUTO_TEST_CASE(the_trail_names_things_in_words) {
  BOOST_TEST(words_of_chain("role:7") == "Vai trò số 7");
  BOOST_TEST(words_of_chain("moi:7") == "moi:7");
  BOOST_TEST(url_of_chain("account:3") == "/quan-tri/tai-khoan/3");
  BOOST_TEST(url_of_chain("role:7") == "");
}

BOOST_AUTO_TEST_CASE(the_trail_tells_old_and_new_of_what_really_changed) {
  Changes changes;
  changes.add("Tên", "A", "A");
  BOOST_TEST(changes.empty());
  changes.add("Tên", "A", "B");
  changes.add("Điện thoại", "", "0299 3 555 000");
  changes.state("Đơn vị", "");
  BOOST_TEST(changes.text() == "Tên: A → B\nĐiện thoại: (trống) → 0299 3 555 000");
}

BOOST_AUTO_TEST_SUITE_END()
