// Pictures in a text (shared/richtext): the node, its JSON, its markup, its line in a comparison.
#include <boost/test/unit_test.hpp>

#include "shared/richtext/builder.h"
#include "shared/richtext/compare.h"
#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"
#include "shared/richtext/render.h"

using namespace portal::richtext;

namespace {

std::string doc(const std::string& blocks) { return R"({"type":"doc","content":[)" + blocks + "]}"; }

std::string figure(const std::string& attrs) { return R"({"type":"figure","attrs":{)" + attrs + "}}"; }

const Picture kPicture{1600, 1200, "/tep/7/a-960.jpg", "/tep/7/a-480.jpg 480w, /tep/7/a-960.jpg 960w", "/tep/7/a-480.webp 480w"};

const FindPicture kFind = [](int file) { return file == 7 ? &kPicture : nullptr; };

}  // namespace

BOOST_AUTO_TEST_SUITE(figure_node)

BOOST_AUTO_TEST_CASE(what_is_a_figure_and_what_is_not) {
  const std::string item = R"({"type":"bullet_list","content":[{"type":"list_item","content":[)" + figure(R"("file":7)") + "]}]}";
  const struct {
    const char* label;
    std::string json;
    bool is_taken;
  } cases[] = {{"with everything", doc(figure(R"("file":7,"width":50,"alt":"Hội trường","caption":"Ảnh: An")")), true},
               {"a number alone", doc(figure(R"("file":7)")), true},
               {"null words, as the editor may write them", doc(figure(R"("file":7,"alt":null,"caption":null)")), true},
               {"without a number", doc(figure(R"("alt":"x")")), false},
               {"zero", doc(figure(R"("file":0)")), false},
               {"an address instead of a number", doc(figure(R"("file":"http://x/a.jpg")")), false},
               {"a source", doc(figure(R"("file":7,"src":"/a.jpg")")), false},
               {"too wide", doc(figure(R"("file":7,"width":400)")), false},
               {"a line break in the description", doc(figure(R"("file":7,"alt":"a\nb")")), false},
               {"a description without end", doc(figure(R"("file":7,"alt":")" + std::string(400, 'x') + "\"")), false},
               {"words as a number", doc(figure(R"("file":7,"alt":5)")), false},
               {"with content", doc(R"({"type":"figure","attrs":{"file":7},"content":[]})"), false},
               {"in a list", doc(item), false}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(parse_document(c.json).has_value() == c.is_taken); }
}

BOOST_AUTO_TEST_CASE(its_json_is_canonical_and_reads_back) {
  const Document document = Builder().paragraph("Đầu.").figure(7, "Hội trường \"lớn\"", "Ảnh: An").figure(8, "").build();
  const std::string json = to_json(document);
  BOOST_TEST(json.find(R"({"type":"figure","attrs":{"file":7,"width":100,"alt":"Hội trường \"lớn\"","caption":"Ảnh: An"}})") != std::string::npos, json);
  BOOST_TEST(json.find(R"({"type":"figure","attrs":{"file":8,"width":100}})") != std::string::npos, json);
  BOOST_TEST((*parse_document(json) == document));
  BOOST_TEST(figures(document).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_page_reserves_its_place_and_escapes_its_words) {
  const Document document = Builder().figure(7, "\"><script>", "Ảnh <b>").build();
  const std::string html = render_html(document, kFind).text();
  BOOST_TEST(html.find("width=\"1600\" height=\"1200\"") != std::string::npos, html);
  BOOST_TEST(html.find("<source type=\"image/webp\" srcset=\"/tep/7/a-480.webp 480w\"") != std::string::npos, html);
  BOOST_TEST(html.find("loading=\"lazy\"") != std::string::npos);
  BOOST_TEST(html.find("alt=\"&quot;&gt;&lt;script&gt;\"") != std::string::npos, html);
  BOOST_TEST(html.find("<figcaption>Ảnh &lt;b&gt;</figcaption>") != std::string::npos, html);
  BOOST_TEST(html.find("<script") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_picture_that_cannot_be_shown_leaves_its_caption) {
  const Document document = Builder().figure(9, "x", "Ảnh: An").figure(9, "y").build();
  BOOST_TEST(render_html(document, kFind).text() == "<p>Ảnh: An</p>\n");
  BOOST_TEST(render_html(document).text() == "<p>Ảnh: An</p>\n");
}

BOOST_AUTO_TEST_CASE(its_caption_is_read_and_its_change_is_a_line) {
  const Document before = Builder().paragraph("Đoạn.").figure(7, "Hội trường", "Ảnh: An").build();
  const Document after = Builder().paragraph("Đoạn.").figure(7, "Hội trường tầng 2", "Ảnh: An").build();
  BOOST_TEST(to_plain_text(before) == "Đoạn.\nẢnh: An");
  portal::text::DiffBudget budget;
  const DocumentDiff diff = compare(before, after, budget);
  BOOST_TEST(diff.changes == 1U);
  BOOST_TEST((diff.lines.back().kind == LineKind::Figure));
}

BOOST_AUTO_TEST_SUITE_END()
