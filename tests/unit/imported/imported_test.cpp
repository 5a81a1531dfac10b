// HTML and text of other systems as the register keeps them (shared/imported).
#include <boost/test/unit_test.hpp>

#include <ctime>

#include "shared/imported/html_tree.h"
#include "shared/imported/words.h"
#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"

using namespace portal;
using namespace portal::imported;

namespace {

constexpr std::string_view kBase = "https://moj.example.vn/tin/bai.html";

std::string json(std::string_view html) { return richtext::to_json(tree_of_html(html, kBase).document); }
std::string plain(std::string_view html) { return richtext::to_plain_text(tree_of_html(html, kBase).document); }
bool has(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(imported_words)

BOOST_AUTO_TEST_CASE(what_the_tree_knows_is_taken_over) {
  const std::string made = json("<h1>Tên</h1><h5>Mục</h5><p>Một <b>đậm</b> <i>nghiêng</i> <u>gạch</u> H<sub>2</sub>O x<sup>2</sup><br>dòng hai</p>"
                                "<ul><li>một<ol start=3><li>ba</li></ol></li><li><p>hai</p><p>hai nữa</p></li></ul><blockquote>trích</blockquote><hr>");
  for (const char* piece : {R"("type":"heading","attrs":{"level":2})", R"("type":"heading","attrs":{"level":4})", R"("strong")", R"("em")", R"("underline")", R"("sub")", R"("sup")",
                            R"("hard_break")", R"("bullet_list")", R"("ordered_list","attrs":{"start":3})", R"("blockquote")", R"("horizontal_rule")"})
    BOOST_TEST(has(made, piece), piece << " in " << made);
  BOOST_TEST(richtext::parse_document(made).has_value());
}

BOOST_AUTO_TEST_CASE(everything_else_leaves_its_words_or_nothing) {
  BOOST_TEST(plain("<style>p{}</style><script>alert(1)</script><p onclick=\"x()\">Chữ <font color=red>đỏ</font></p><form><input value=mat><button>Gửi</button></form><noscript>x</noscript>") ==
             "Chữ đỏ");
  const HtmlTree read = tree_of_html("<p>a<img src=x onerror=alert(1)>b<iframe src=y></iframe><video></video></p>", kBase);
  BOOST_TEST(read.pictures == 1U);
  BOOST_TEST(read.media == 2U);
  BOOST_TEST(richtext::to_plain_text(read.document) == "ab");
  BOOST_TEST(richtext::is_empty(tree_of_html("", kBase).document));
  BOOST_TEST(richtext::is_empty(tree_of_html("<p> &nbsp; </p><br><br>", kBase).document));
}

BOOST_AUTO_TEST_CASE(links_lead_to_whole_addresses_or_are_none) {
  BOOST_TEST(has(json("<a href='/van-ban/1'>x</a>"), R"("href":"https://moj.example.vn/van-ban/1")"));
  BOOST_TEST(has(json("<a href='khac.html?a=1#b'>x</a>"), R"("href":"https://moj.example.vn/tin/khac.html?a=1#b")"));
  BOOST_TEST(has(json("<a href='mailto:a@b.vn'>x</a>"), R"("href":"mailto:a@b.vn")"));
  for (const char* href : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//[", "ftp://a.vn/", "vbscript:x", "#muc", "", "http://", "https://ten:mat@a.vn/", "\x01javascript:x"})
    BOOST_TEST(!has(json(std::string("<a href=\"") + href + "\">x</a>"), "href"), href);
  BOOST_TEST(whole_address("/a", "") == "");
}

BOOST_AUTO_TEST_CASE(a_table_becomes_a_grid_and_one_that_only_lays_out_becomes_lines) {
  const std::string grid = json("<table><tr><th colspan=2>A</th><th>B</th></tr><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td></tr></table>");
  BOOST_TEST(has(grid, "table_header"), grid);
  BOOST_TEST(richtext::parse_document(grid).has_value());
  BOOST_TEST(plain("<table><tr><td>một</td><td>hai</td></tr></table>") == "một\nhai");
  BOOST_TEST(!has(json("<table><tr><td>a<table><tr><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table></td><td>f</td></tr><tr><td>g</td><td>h</td></tr></table>").substr(40), R"({"type":"table",)"));
  BOOST_TEST(richtext::parse_document(json("<table><tr><td colspan=999999>a</td></tr><tr><td rowspan=-1>b</td><td>c</td></tr></table>")).has_value());
}

BOOST_AUTO_TEST_CASE(hostile_html_is_bounded) {
  const std::clock_t begin = std::clock();  // of this processor, whatever else runs
  for (const char* tag : {"<div>", "<ul><li>", "<blockquote>", "<b>", "<table><tr><td>", "<a href=x>"}) {
    std::string deep;
    for (int i = 0; i < 20'000; ++i) deep += tag;
    const HtmlTree read = tree_of_html(deep + "chữ", kBase);
    BOOST_TEST(richtext::parse_document(richtext::to_json(read.document)).has_value(), tag);
  }
  std::string many;
  for (int i = 0; i < 30'000; ++i) many += "<p>a</p>";
  const HtmlTree read = tree_of_html(many, kBase);
  BOOST_TEST(richtext::parse_document(richtext::to_json(read.document)).has_value());
  BOOST_TEST(tree_of_html(std::string(3 * 1024 * 1024, 'a'), kBase).is_cut);
  BOOST_TEST((std::clock() - begin < 20 * CLOCKS_PER_SEC));
}

BOOST_AUTO_TEST_CASE(hidden_letters_go_and_letters_are_composed) {
  BOOST_TEST(plain("<p>Thô\u200Bng b\u00E1o hô\u0323 tich\u00AD</p>") == "Thông báo hộ tich");
}

BOOST_AUTO_TEST_CASE(words_say_what_did_not_come_over) {
  const Words words = words_of_html("<p>Chữ</p><img><img>", kBase);
  BOOST_TEST(words.text == "Chữ");
  BOOST_TEST(has(words.remark, "2 ảnh"));
  BOOST_TEST(has(words.document, "paragraph"));
  BOOST_TEST(words_of_text(" a\r\nb\u200B ").text == "a\nb");
  const Words typed = words_of_text("Céng hßa x· héi chñ nghÜa ViÖt Nam");
  BOOST_TEST(typed.text == "Cộng hòa xã hội chủ nghĩa Việt Nam");
  BOOST_TEST(typed.original == "Céng hßa x· héi chñ nghÜa ViÖt Nam");
  Words long_remark;
  for (int i = 0; i < 100; ++i) long_remark.note("Một câu dài vừa phải.");
  BOOST_TEST(long_remark.remark.ends_with("vừa phải."));
  BOOST_TEST(long_remark.remark.size() < 1500U);
  const Words old = words_of_html("<p>Céng hßa x· héi chñ nghÜa ViÖt Nam</p>", kBase);
  BOOST_TEST(old.text == "Cộng hòa xã hội chủ nghĩa Việt Nam");
  BOOST_TEST(old.encoding == "tcvn3");
  BOOST_TEST(old.document.empty());
  BOOST_TEST(has(old.original, "Céng"));
}

BOOST_AUTO_TEST_CASE(D3_2d_the_source_stands_below_with_its_address) {
  Words words = words_of_html("<p>Chữ</p>", kBase);
  add_source(words, "Cổng Bộ", "https://moj.example.vn/1");
  BOOST_TEST(words.text == "Chữ\nNguồn: Cổng Bộ (https://moj.example.vn/1)");
  BOOST_TEST(has(words.document, R"("href":"https://moj.example.vn/1")"));
  Words bare;
  add_source(bare, "Cổng Bộ", "javascript:x");
  BOOST_TEST(bare.text == "Nguồn: Cổng Bộ");
  BOOST_TEST(!has(bare.document, "href"));
}

BOOST_AUTO_TEST_CASE(titles_are_one_line_without_markup) {
  BOOST_TEST(title_of("  Nghị định <b>số 1</b> &amp; 2\n ", 300) == "Nghị định số 1 & 2");
  BOOST_TEST(title_of("a\tb\nc", 300) == "a b c");
  BOOST_TEST(title_of(std::string(500, 'x'), 300).size() == 300U);
  BOOST_TEST(title_of("<img>", 300) == "");
}

BOOST_AUTO_TEST_SUITE_END()
