// Rules of modules/workers/converter/pandoc_tree.h. The trees are what pandoc 2.17 prints.
#include "modules/workers/converter/pandoc_tree.h"

#include <boost/test/unit_test.hpp>

#include "shared/richtext/json.h"
#include "shared/richtext/plain.h"

using namespace portal::converter;

namespace {

PictureUse look(const std::string& path) {
  return path.ends_with(".png") ? PictureUse::Usable : path.ends_with(".emf") ? PictureUse::OtherFormat : PictureUse::Missing;
}

std::string str(const std::string& text) { return R"({"t":"Str","c":")" + text + "\"}"; }

std::string block(const std::string& kind, const std::string& content) { return R"({"t":")" + kind + R"(","c":)" + content + "}"; }

std::string para(const std::string& text) { return block("Para", "[" + str(text) + "]"); }

std::string header(int level, const std::string& text) { return block("Header", "[" + std::to_string(level) + R"(,["",[],[]],[)" + str(text) + "]]"); }

std::string image(const std::string& path) { return R"({"t":"Image","c":[["",[],[]],[)" + str("Hội nghị") + R"(],[")" + path + R"(",""]]})"; }

std::string cell(int rows, int columns, const std::string& blocks) {
  return R"([["",[],[]],{"t":"AlignDefault"},)" + std::to_string(rows) + "," + std::to_string(columns) + ",[" + blocks + "]]";
}

std::string row(const std::string& cells) { return R"([["",[],[]],[)" + cells + "]]"; }

std::string table(const std::string& head, const std::string& body) {
  return block("Table", R"([["",[],[]],[null,[]],[],[["",[],[]],[)" + head + R"(]],[[["",[],[]],0,[],[)" + body + R"(]]],[["",[],[]],[]]])");
}

std::string pandoc(const std::string& blocks, const std::string& meta = "") { return R"({"pandoc-api-version":[1,22,2,1],"meta":{)" + meta + R"(},"blocks":[)" + blocks + "]}"; }

struct Fixture {
  PandocTree read(const std::string& blocks, const std::string& title = "", const std::string& meta = "") {
    auto tree = read_pandoc(pandoc(blocks, meta), title, look, losses);
    BOOST_REQUIRE_MESSAGE(tree.has_value(), (tree ? std::string{} : tree.error().message));
    return *std::move(tree);
  }

  std::string json(const std::string& blocks) { return portal::richtext::to_json(read(blocks).tree); }

  Losses losses;
};

std::string doc(const std::string& content) { return R"({"type":"doc","content":[)" + content + "]}"; }

std::string text(const std::string& words, const std::string& marks = "") {
  return R"({"type":"text",)" + (marks.empty() ? "" : R"("marks":[)" + marks + "],") + R"("text":")" + words + "\"}";
}

std::string paragraph(const std::string& content) { return R"({"type":"paragraph","content":[)" + content + "]}"; }

std::string heading(int level, const std::string& words) { return R"({"type":"heading","attrs":{"level":)" + std::to_string(level) + R"(},"content":[)" + text(words) + "]}"; }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pandoc_tree, Fixture)

BOOST_AUTO_TEST_CASE(headings_begin_where_an_articles_body_does) {
  BOOST_TEST(json(header(1, "A") + "," + header(2, "B") + "," + header(5, "C")) == doc(heading(2, "A") + "," + heading(3, "B") + "," + heading(4, "C")));
  BOOST_TEST(json(header(3, "A") + "," + header(4, "B")) == doc(heading(2, "A") + "," + heading(3, "B")));
}

BOOST_AUTO_TEST_CASE(the_heading_that_became_the_title_does_not_stand_twice) {
  const PandocTree same = read(header(1, "Tên bài") + "," + header(2, "Mục") + "," + para("chữ"), "Tên bài");
  BOOST_TEST(portal::richtext::to_json(same.tree) == doc(heading(2, "Mục") + "," + paragraph(text("chữ"))));
  const PandocTree other = read(header(1, "Tên bài") + "," + para("chữ"), "Tên khác");
  BOOST_TEST(portal::richtext::to_json(other.tree) == doc(heading(2, "Tên bài") + "," + paragraph(text("chữ"))));
}

BOOST_AUTO_TEST_CASE(marks_are_kept_and_what_nobody_sees_goes) {
  const std::string inlines = block("Strong", "[" + str("a") + "]") + "," + block("Emph", "[" + block("Superscript", "[" + str("b") + "]") + "]") + "," +
                              block("Strikeout", "[" + str("c\u200B\uF0B7") + "]") + ",{\"t\":\"Space\"},{\"t\":\"LineBreak\"}";
  BOOST_TEST(json(block("Para", "[" + inlines + "]")) ==
             doc(paragraph(text("a", R"({"type":"strong"})") + "," + text("b", R"({"type":"em"},{"type":"sup"})") + "," + text("c"))));
  BOOST_TEST(losses.count(Loss::Strike) == 1);
  BOOST_TEST(losses.count(Loss::SymbolCharacter) == 1, "the bullet of a symbol font; the zero width space was nothing");
}

BOOST_AUTO_TEST_CASE(a_link_is_kept_when_a_page_may_have_it) {
  const auto link = [](const std::string& href) { return block("Para", R"([{"t":"Link","c":[["",[],[]],[)" + str("đây") + R"(],[")" + href + R"(",""]]}])"); };
  BOOST_TEST(json(link("https://moj.gov.vn/")) == doc(paragraph(text("đây", R"({"type":"link","attrs":{"href":"https://moj.gov.vn/"}})"))));
  for (const char* bad : {"javascript:alert(1)", "file:///C:/a.doc", "#_Toc12", "..\\\\a"}) BOOST_TEST(json(link(bad)) == doc(paragraph(text("đây"))), bad);
  BOOST_TEST(losses.count(Loss::Link) == 4);
}

BOOST_AUTO_TEST_CASE(footnotes_become_a_list_at_the_end_with_their_numbers_in_place) {
  const std::string note = R"({"t":"Note","c":[)" + para("nguồn") + "]}";
  const std::string sup = R"({"type":"sup"})";
  BOOST_TEST(json(block("Para", "[" + str("chữ") + "," + note + "]") + "," + para("sau")) ==
             doc(paragraph(text("chữ") + "," + text("1", sup)) + "," + paragraph(text("sau")) + "," + heading(2, "Chú thích") +
                 R"(,{"type":"ordered_list","attrs":{"start":1},"content":[{"type":"list_item","content":[)" + paragraph(text("nguồn")) + "]}]}"));
  BOOST_TEST(losses.count(Loss::Note) == 1);
}

BOOST_AUTO_TEST_CASE(pictures_stand_between_paragraphs_and_are_named_by_their_order) {
  const PandocTree read_tree = read(block("Para", "[" + str("trước") + "," + image("media/a.png") + "," + str("sau") + "]") + "," + block("Para", "[" + image("media/a.png") + "]") + "," +
                                    block("Para", "[" + image("media/b.png") + "," + image("x.emf") + "," + image("gone") + "]"));
  const auto figure = [](int file) { return R"({"type":"figure","attrs":{"file":)" + std::to_string(file) + R"(,"width":100,"alt":"Hội nghị"}})"; };
  BOOST_TEST(portal::richtext::to_json(read_tree.tree) == doc(paragraph(text("trướcsau")) + "," + figure(1) + "," + figure(1) + "," + figure(2)));
  const std::vector<std::string> want{"media/a.png", "media/b.png"};
  BOOST_TEST(read_tree.pictures == want, boost::test_tools::per_element());
  BOOST_TEST(losses.count(Loss::PictureFormat) == 1);
  BOOST_TEST(losses.count(Loss::PictureMissing) == 1);
  BOOST_TEST(losses.count(Loss::PictureMoved) == 0);
}

BOOST_AUTO_TEST_CASE(a_picture_in_a_table_comes_out_behind_it) {
  const PandocTree read_tree = read(table("", row(cell(1, 1, block("Plain", "[" + image("a.png") + "]")))) + "," + para("sau"));
  BOOST_REQUIRE(read_tree.tree.blocks().size() == 3);
  BOOST_TEST((read_tree.tree.blocks()[1].type == portal::richtext::NodeType::Figure));
  BOOST_TEST(losses.count(Loss::PictureMoved) == 1);
}

BOOST_AUTO_TEST_CASE(a_table_fills_its_grid_whatever_its_spans_say) {
  const struct {
    const char* label;
    std::string body;
    std::string want;  // as text: cells of a row by tabs. The validator has refused every other grid.
  } cases[] = {
      {"whole", row(cell(2, 1, para("a")) + "," + cell(1, 1, para("b"))) + "," + row(cell(1, 1, para("c"))), "a\tb\nc"},
      {"a hole at the end", row(cell(1, 1, para("a")) + "," + cell(1, 1, para("b"))) + "," + row(cell(1, 1, para("c"))), "a\tb\nc"},
      {"past the last row", row(cell(9, 1, para("a")) + "," + cell(1, 1, para("b"))), "a\tb"},
      {"over another cell", row(cell(1, 1, para("a")) + "," + cell(2, 1, para("b"))) + "," + row(cell(1, 2, para("c"))), "a\tb\nc"},
      {"an empty row", row(cell(1, 2, para("a"))) + "," + row(""), "a"}};
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(portal::richtext::to_plain_text(read(table("", c.body)).tree) == c.want);
}

BOOST_AUTO_TEST_CASE(a_table_too_wide_or_within_another_becomes_paragraphs_and_loses_no_word) {
  std::string wide;
  for (int i = 0; i < 101; ++i) wide += (i == 0 ? "" : ",") + cell(1, 1, para("o" + std::to_string(i)));
  BOOST_TEST(read(table("", row(wide))).tree.blocks().size() == 101);
  BOOST_TEST(losses.count(Loss::WideTable) == 1);
  const PandocTree nested = read(table("", row(cell(1, 1, table("", row(cell(1, 1, para("trong"))))))));
  BOOST_TEST(portal::richtext::to_plain_text(nested.tree) == "trong");
  BOOST_TEST(losses.count(Loss::NestedTable) == 1);
}

BOOST_AUTO_TEST_CASE(what_word_calls_author_and_date_stays_in_the_text) {
  const PandocTree read_tree = read(para("chữ"), "Tên", R"("title":{"t":"MetaInlines","c":[)" + str("Tên") + R"(]},"author":{"t":"MetaList","c":[{"t":"MetaInlines","c":[)" + str("An") + "]}]}");
  BOOST_TEST(portal::richtext::to_plain_text(read_tree.tree) == "An\nchữ");
}

BOOST_AUTO_TEST_CASE(what_is_no_article_is_refused_with_words) {
  std::string deep = para("đáy");
  for (int i = 0; i < 400; ++i) deep = block("Div", R"([["",[],[]],[)" + deep + "]]");
  const struct {
    const char* label;
    std::string json;
    const char* says;
  } cases[] = {{"no JSON", "{", "lưu lại"},
               {"not pandoc's", R"({"meta":{},"blocks":[{"t":"Para","c":5}]})", "lưu lại"},
               {"no blocks", "{}", "lưu lại"},
               {"deep", pandoc(deep), "lồng nhau quá sâu"},
               {"a megabyte of text", pandoc(para(std::string(1100000, 'a'))), "Bài quá dài"}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const auto tree = read_pandoc(c.json, "", look, losses);
      BOOST_REQUIRE(!tree);
      BOOST_TEST(tree.error().message.find(c.says) != std::string::npos, tree.error().message);
    }
}

BOOST_AUTO_TEST_CASE(lists_within_each_other_end_at_a_depth_and_lose_no_word) {
  std::string deep = para("đáy");
  for (int i = 0; i < 30; ++i) deep = block("BulletList", "[[" + deep + "]]");
  BOOST_TEST(portal::richtext::to_plain_text(read(deep).tree) == "đáy");
  BOOST_TEST(losses.count(Loss::Nesting) > 0);
}

BOOST_AUTO_TEST_SUITE_END()
