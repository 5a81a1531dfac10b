// Rules of shared/text/fold.h, words.h and order.h.
#include "shared/text/fold.h"

#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "shared/text/order.h"
#include "shared/text/words.h"

using namespace portal::text;

BOOST_AUTO_TEST_SUITE(fold_words_order)

struct Case {
  const char* label;
  std::string input;
  std::string want;
};

BOOST_AUTO_TEST_CASE(what_a_person_types_without_marks_matches) {
  const Case cases[] = {
      {"marks and case", "Hộ TỊCH", "ho tich"},
      {"d with stroke", "Đất đai", "dat dai"},
      {"white space", "  a\u00A0\n b ", "a b"},
      {"ascii", "ABC Def", "abc def"},
      {"decomposed", "ti\u0323ch", "tich"},
      {"full width", "ＡＢ", "ab"},
      {"hidden", "ho\u200B tich", "ho tich"},
      {"sharp s", "Straße", "strasse"},
      {"other scripts stay", "Лаос", "лаос"},
      {"hangul is put together again", "한국", "한국"},
      {"empty", "", ""},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      BOOST_TEST(fold(c.input) == c.want);
      BOOST_TEST(fold(fold(c.input)) == fold(c.input));
    }
  }
  BOOST_TEST(fold_case("Hộ TỊCH Đ") == "hộ tịch đ");
}

struct CutCase {
  const char* label;
  std::string input;
  std::size_t max;
  std::string want;
};

BOOST_AUTO_TEST_CASE(a_summary_is_cut_between_words) {
  const CutCase cases[] = {
      {"fits", "Hội nghị tổng kết", 17, "Hội nghị tổng kết"},
      {"one too many", "Hội nghị tổng kết", 16, "Hội nghị tổng…"},
      {"cut exactly behind a word", "Hội nghị tổng kết", 9, "Hội nghị…"},
      {"cut inside a word", "Hội nghị tổng kết", 8, "Hội…"},
      {"punctuation before the cut goes", "Kế hoạch, chương trình năm", 12, "Kế hoạch…"},
      {"dash before the cut goes", "Một – hai ba bốn", 8, "Một…"},
      {"first word too long", "abcdefghij", 5, "abcd…"},
      {"marks are never torn off", "e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301…"},
      {"trimmed", "  a  ", 10, "a"},
      {"empty", "", 5, ""},
      {"max one", "abc", 1, "…"},
  };
  for (const CutCase& c : cases) {
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(cut_words(c.input, c.max) == c.want); }
  }
}

BOOST_AUTO_TEST_CASE(words_are_counted_by_tieng) {
  BOOST_TEST(count_words("") == 0U);
  BOOST_TEST(count_words("Điều 9 – khoản 3") == 4U);
  BOOST_TEST(count_words("  một\u00A0hai\nba ") == 3U);
  BOOST_TEST(count_words("… – !") == 0U);
  BOOST_TEST(one_line(" a \n\n b\u00A0c ") == "a b c");
}

BOOST_AUTO_TEST_CASE(names_sort_as_in_a_vietnamese_dictionary) {
  const std::vector<std::string> want = {"a", "à", "ả", "ã", "á", "ạ", "ă",  "ằ",
                                         "â", "ấ", "b", "d", "đ", "e", "ê",  "o",
                                         "ô", "ơ", "u", "ư", "y", "ý", "yên"};
  std::vector<std::string> got = want;
  std::reverse(got.begin(), got.end());
  const VietnameseOrder order;
  std::sort(got.begin(), got.end(),
            [&](const auto& a, const auto& b) { return order.before(a, b); });
  BOOST_TEST(got == want, boost::test_tools::per_element());
  for (std::size_t i = 1; i < want.size(); ++i) {
    BOOST_TEST((order.key(want[i - 1]) < order.key(want[i])), want[i]);
  }
}

BOOST_AUTO_TEST_SUITE_END()
