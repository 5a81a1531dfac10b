// Rules of shared/text/slug.h.
#include "shared/text/slug.h"

#include <boost/test/unit_test.hpp>

using namespace portal::text;

BOOST_AUTO_TEST_SUITE(slug)

struct Case {
  const char* label;
  std::string input;
  std::string want;
};

BOOST_AUTO_TEST_CASE(a_title_becomes_an_address_without_marks) {
  const Case cases[] = {
      {"title", "Tuyên truyền Luật Đất đai năm 2024", "tuyen-truyen-luat-dat-dai-nam-2024"},
      {"every marked vowel",
       "àáảãạ ằắẳẵặ ầấẩẫậ èéẻẽẹ ềếểễệ ìíỉĩị òóỏõọ ồốổỗộ ờớởỡợ ùúủũụ ừứửữự ỳýỷỹỵ đ",
       "aaaaa-aaaaa-aaaaa-eeeee-eeeee-iiiii-ooooo-ooooo-ooooo-uuuuu-uuuuu-yyyyy-d"},
      {"capitals", "ĐẨY MẠNH CẢI CÁCH", "day-manh-cai-cach"},
      {"decomposed", "Ho\u0323\u0302 ti\u0323ch", "ho-tich"},
      {"document number", "Nghị định số 24/2026/NĐ-CP", "nghi-dinh-so-24-2026-nd-cp"},
      {"punctuation at the ends", "“Ngày Pháp luật” – 09/11!", "ngay-phap-luat-09-11"},
      {"apostrophe joins", "Vietnam’s Best", "vietnams-best"},
      {"foreign letters", "Łódź, Straße, Ærø, Çeşme", "lodz-strasse-aero-cesme"},
      {"full width", "ＡＢＣ １２", "abc-12"},
      {"ligature and superscript", "ﬁle m²", "file-m2"},
      {"hidden characters vanish", "a\u200Bb", "ab"},
      {"other scripts are left out", "Tin 新闻 mới", "tin-moi"},
      {"nothing left", "新闻 ?!", "bai-viet"},
      {"empty", "", "bai-viet"},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const Slug slug = slugify(c.input);
      BOOST_TEST(slug.text() == c.want);
      BOOST_TEST((Slug::parse(slug.text()).value() == slug));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_long_title_is_cut_between_words) {
  std::string title;
  for (int i = 0; i < 40; ++i) title += "pháp luật ";
  const std::string text = slugify(title).text();
  BOOST_TEST(text.size() <= Slug::kMaxBytes);
  BOOST_TEST(text.ends_with("-phap-luat"));
  BOOST_TEST(text.size() == 119U);
  BOOST_TEST(slugify(std::string(500, 'x')).text() == std::string(120, 'x'));
  const std::string fits = std::string(60, 'a') + " " + std::string(59, 'b');
  BOOST_TEST(slugify(fits + " c").text().size() == 120U);
}

BOOST_AUTO_TEST_CASE(only_a_slug_is_parsed_as_one) {
  for (const char* good : {"a", "0", "tin-tuc", "luat-dat-dai-2024"})
    BOOST_TEST(Slug::parse(good).has_value(), good);
  for (const std::string bad :
       {"", "-", "-a", "a-", "a--b", "A", "đ", "a_b", "a.b", "a/b", "a b", "a\n", "..", "%61"}) {
    BOOST_TEST(!Slug::parse(bad).has_value(), bad);
  }
  BOOST_TEST(Slug::parse(std::string(120, 'a')).has_value());
  BOOST_TEST(!Slug::parse(std::string(121, 'a')).has_value());
}

BOOST_AUTO_TEST_CASE(a_second_article_of_the_same_title_gets_a_number_that_fits) {
  BOOST_TEST(slugify("Tin").numbered(2).text() == "tin-2");
  const Slug longest = Slug::parse(std::string(60, 'a') + "-" + std::string(59, 'b')).value();
  BOOST_TEST(longest.numbered(12).text() == std::string(60, 'a') + "-12");
  BOOST_TEST(Slug::parse(std::string(120, 'a')).value().numbered(7).text() ==
             std::string(118, 'a') + "-7");
}

BOOST_AUTO_TEST_CASE(a_fallback_that_is_no_slug_is_a_programming_error) {
  BOOST_CHECK_THROW((void)slugify("x", "Không"), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
