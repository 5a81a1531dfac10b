// Rules of shared/text/clean.h.
#include "shared/text/clean.h"

#include <boost/test/unit_test.hpp>

using namespace portal::text;
using portal::base::FaultKind;

BOOST_AUTO_TEST_SUITE(clean)

struct Case {
  const char* label;
  std::string input;
  std::string want;  // "!" + a part of the message when refused
};

template <typename Clean>
void check(const Case& c, Clean clean) {
  BOOST_TEST_CONTEXT(c.label) {
    const auto got = clean(c.input);
    if (c.want.starts_with("!")) {
      BOOST_REQUIRE(!got.has_value());
      BOOST_TEST((got.error().kind == FaultKind::Invalid));
      BOOST_TEST_CONTEXT(got.error().message) {
        BOOST_TEST((got.error().message.find(c.want.substr(1)) != std::string::npos));
      }
    } else {
      BOOST_REQUIRE_MESSAGE(got.has_value(), (got ? std::string() : got.error().message));
      BOOST_TEST(*got == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_line_is_trimmed_composed_and_otherwise_left_alone) {
  const Case cases[] = {
      {"plain", "Kế hoạch phổ biến pháp luật", "Kế hoạch phổ biến pháp luật"},
      {"ends trimmed", " \u00A0\tTin\u3000\r\n", "Tin"},
      {"spaces inside stay", "a  b", "a  b"},
      {"no-break space inside stays", "10\u00A0%", "10\u00A0%"},
      {"tab becomes a space", "a\tb", "a b"},
      {"decomposed becomes composed", "ho\u0323\u0302", "h\u1ED9"},
      {"empty is for the caller to judge", "   ", ""},
      {"line break", "a\nb", "!dấu ngắt dòng U+000A"},
      {"hidden", "a\u200Bb", "!ký tự ẩn U+200B"},
      {"hidden at the end", "abc\uFEFF", "!ký tự ẩn U+FEFF"},
      {"direction", "a\u202Eb", "!ký tự đổi chiều viết U+202E"},
      {"control", "a\x07", "!ký tự điều khiển U+0007"},
      {"NUL", std::string("a\0b", 3), "!ký tự rỗng (NUL) U+0000"},
      {"bad bytes", "a\xFF", "!không phải chữ Unicode"},
      {"exactly the limit", std::string(30, 'x'), std::string(30, 'x')},
      {"over the limit", std::string(31, 'x'), "!Dài 31 ký tự, nhiều nhất được 30 ký tự."},
      {"limit counts letters, not bytes", "ộộộộộộộộộộộộộộộộộộộộộộộộộộộộộộ",
       "ộộộộộộộộộộộộộộộộộộộộộộộộộộộộộộ"},
  };
  for (const Case& c : cases) check(c, [](std::string_view s) { return clean_line(s, 30); });
}

BOOST_AUTO_TEST_CASE(text_keeps_its_lines_and_loses_only_what_nobody_sees) {
  const Case cases[] = {
      {"line ends unified", "một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"},
      {"blank line inside stays", "một\n\nhai", "một\n\nhai"},
      {"blank lines around go", "\r\n  \nmột\n\n", "một"},
      {"indent of the first line stays", "\n  a", "  a"},
      {"spaces at line ends go", "một  \nhai\t", "một\nhai"},
      {"tab inside stays", "a\tb", "a\tb"},
      {"only spaces", " \n \n", ""},
      {"hidden", "một\nh\u200Bai", "!Ký tự thứ 6"},
      {"line separator", "a\u2028b", "!dấu ngắt dòng U+2028"},
      {"direction", "\u2066a", "!ký tự đổi chiều viết"},
      {"over the limit", std::string(31, 'x'), "!Dài 31"},
  };
  for (const Case& c : cases) check(c, [](std::string_view s) { return clean_text(s, 30); });
}

BOOST_AUTO_TEST_CASE(cleaning_twice_is_cleaning_once) {
  for (const std::string typed : {"  ho\u0323\u0302 \n\r\n b ", "\n\n  a\tb  \n c", "x"}) {
    const auto once = clean_text(typed, 100);
    BOOST_REQUIRE(once.has_value());
    BOOST_TEST(clean_text(*once, 100).value() == *once);
  }
}

BOOST_AUTO_TEST_SUITE_END()
