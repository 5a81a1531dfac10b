// The text of a Word or Writer file on its way into an article (modules/news/office/document_text.h, D9.1a).
#include <boost/test/unit_test.hpp>

#include "modules/news/office/document_text.h"
#include "shared/richtext/builder.h"
#include "shared/richtext/json.h"
#include "shared/richtext/plain.h"

using namespace portal;
using namespace portal::news;
using richtext::Builder;

namespace {

const richtext::Document& two_pictures() {
  static const richtext::Document kTree =
      Builder().paragraph("Mở đầu.").figure(1, "Hội trường", "Quang cảnh").paragraph("Giữa.").figure(2, "Tờ gấp").build();
  return kTree;
}

std::string whole(const std::string& more) { return R"({"title":"Kế hoạch","tree":)" + richtext::to_json(two_pictures()) + more + "}"; }

}  // namespace

BOOST_AUTO_TEST_SUITE(document_text)

BOOST_AUTO_TEST_CASE(what_the_converter_wrote_reads_back) {
  const auto text = read_document_text(whole(
      R"x(,"lost":["Đã bỏ 1 hình vẽ."],"pictures":2,"encoding":"tcvn3","encoding_label":"TCVN3 (ABC)","confidence":0.99,"doubtful":3,)x"
      R"("doubts":[{"is":"Ộ","was":"é","could_be":"ộ","word":"BỘ","reason":"chữ hoa"}])"));
  BOOST_REQUIRE(text.has_value());
  BOOST_TEST(text->title == "Kế hoạch");
  BOOST_TEST((text->tree == two_pictures()));
  BOOST_TEST(text->lost.size() == 1U);
  BOOST_TEST(text->encoding == "TCVN3 (ABC)");
  BOOST_TEST(text->doubtful == 3);
  BOOST_REQUIRE(text->doubts.size() == 1U);
  BOOST_TEST(text->doubts.front().word == "BỘ");
  BOOST_TEST(text->doubts.front().could_be == "ộ");
}

BOOST_AUTO_TEST_CASE(a_text_that_was_unicode_names_no_encoding) {
  const auto text = read_document_text(whole(R"(,"encoding":"unicode","encoding_label":"Unicode")"));
  BOOST_REQUIRE(text.has_value());
  BOOST_TEST(text->encoding == "");
  BOOST_TEST(text->doubts.empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_such_text_is_nothing) {
  const struct {
    const char* label;
    std::string input;
  } cases[] = {{"empty", ""},
               {"no JSON", "{"},
               {"no object", "[]"},
               {"no tree", R"({"title":"a"})"},
               {"a tree of another schema", R"({"tree":{"type":"doc","content":[{"type":"video"}]}})"},
               {"a member of another type", whole(R"(,"confidence":"cao")")}};
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(!read_document_text(c.input).has_value());
}

BOOST_AUTO_TEST_CASE(a_picture_is_named_until_it_was_made_anew) {
  BOOST_TEST((pictures_of(two_pictures()) == std::vector<int>{1, 2}));
  const auto named = with_pictures_named(two_pictures());
  BOOST_TEST(richtext::figures(named).empty());
  BOOST_TEST(richtext::to_plain_text(named) == "Mở đầu.\n[Ảnh 1 của tệp: Quang cảnh]\nGiữa.\n[Ảnh 2 của tệp: Tờ gấp]");
}

BOOST_AUTO_TEST_CASE(taken_over_each_figure_names_its_upload_and_nothing_before_is_lost) {
  const auto alone = take_over(std::nullopt, two_pictures(), {{1, 71}, {2, 72}});
  BOOST_REQUIRE(alone.has_value());
  BOOST_TEST((pictures_of(*alone) == std::vector<int>{71, 72}));
  const auto before = Builder().paragraph("Đã viết.").figure(5, "Ảnh cũ").build();
  const auto behind = take_over(before, two_pictures(), {{1, 71}});
  BOOST_REQUIRE(behind.has_value());
  BOOST_TEST((pictures_of(*behind) == std::vector<int>{5, 71}), "a picture that became no upload goes");
  BOOST_TEST(richtext::to_plain_text(*behind) == "Đã viết.\nMở đầu.\nQuang cảnh\nGiữa.");
  const auto nothing = take_over(std::nullopt, Builder().figure(1, "a").build(), {});
  BOOST_REQUIRE(nothing.has_value());
  BOOST_TEST((*nothing == richtext::Document{}));
}

BOOST_AUTO_TEST_CASE(two_texts_that_are_too_long_together_are_refused_with_words) {
  Builder builder;
  for (int i = 0; i < 6000; ++i) builder.paragraph("một dòng");
  const auto half = builder.build();
  BOOST_REQUIRE(take_over(std::nullopt, half, {}).has_value());
  const auto both = take_over(half, half, {});
  BOOST_REQUIRE(!both.has_value());
  BOOST_TEST((both.error().kind == base::FaultKind::Invalid));
  BOOST_TEST(both.error().message.starts_with("Chưa lấy được vào bài. "));
}

BOOST_AUTO_TEST_SUITE_END()
