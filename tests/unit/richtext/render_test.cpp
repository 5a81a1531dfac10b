// Rules of shared/richtext/render.h and plain.h: what a document looks like and what it says.
#include "shared/richtext/render.h"

#include <boost/test/unit_test.hpp>

#include "shared/richtext/builder.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"

using namespace portal::richtext;

namespace {

std::string html(const std::string& blocks) {
  const auto document = parse_document(R"({"type":"doc","content":[)" + blocks + "]}");
  if (!document) return "refused: " + document.error().front().message;
  return render_html(*document).text();
}

std::string html_of_inlines(const std::string& inlines) {
  return html(R"({"type":"paragraph","content":[)" + inlines + "]}");
}

std::string text_node(const std::string& text, const std::string& marks = "") {
  return R"({"type":"text","marks":[)" + marks + R"(],"text":")" + text + "\"}";
}

std::string cell(const std::string& type, const std::string& text,
                 const std::string& attrs = "{}") {
  return R"({"type":")" + type + R"(","attrs":)" + attrs +
         R"(,"content":[{"type":"paragraph","content":[)" + text_node(text) + "]}]}";
}

std::string head(const std::string& text, const std::string& attrs = "{}") {
  return cell("table_header", text, attrs);
}

std::string data(const std::string& text, const std::string& attrs = "{}") {
  return cell("table_cell", text, attrs);
}

std::string table(const std::vector<std::string>& rows) {
  std::string out;
  for (const std::string& row : rows)
    out += (out.empty() ? "" : ",") + (R"({"type":"table_row","content":[)" + row + "]}");
  return R"({"type":"table","content":[)" + out + "]}";
}

const std::string kTableOpen =
    "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng 1\">\n<table>\n";
const std::string kTableClose = "</table>\n</div>\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(richtext_render)

struct Case {
  const char* label;
  std::string got;
  std::string want;
};

void check(const Case& c) {
  BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(c.got == c.want); }
}

BOOST_AUTO_TEST_CASE(text_is_escaped_wherever_it_goes) {
  const Case cases[] = {
      {"text", html_of_inlines(text_node("<script>alert('1') & \\\"2\\\"</script>")),
       "<p>&lt;script&gt;alert(&#39;1&#39;) &amp; &quot;2&quot;&lt;/script&gt;</p>\n"},
      {"entity is not decoded", html_of_inlines(text_node("&lt;b&gt;")),
       "<p>&amp;lt;b&amp;gt;</p>\n"},
      {"template braces stay text", html_of_inlines(text_node("{{X}}")), "<p>{{X}}</p>\n"},
      {"address",
       html_of_inlines(text_node("a", R"({"type":"link","attrs":{"href":"/x?a=1&b='2'"}})")),
       "<p><a href=\"/x?a=1&amp;b=&#39;2&#39;\">a</a></p>\n"},
      {"title",
       html_of_inlines(
           text_node("a", R"({"type":"link","attrs":{"href":"/x","title":"\"><img src=x>"}})")),
       "<p><a href=\"/x\" title=\"&quot;&gt;&lt;img src=x&gt;\">a</a></p>\n"},
      {"heading and its id",
       html(R"({"type":"heading","attrs":{"level":2},"content":[)" + text_node("<b> & \\\"c\\\"") +
            "]}"),
       "<h2 id=\"muc-b-c\">&lt;b&gt; &amp; &quot;c&quot;</h2>\n"},
  };
  for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(blocks_become_plain_elements) {
  const Case cases[] = {
      {"paragraphs",
       html(R"({"type":"paragraph","content":[)" + text_node("a") +
            R"(]},{"type":"paragraph","content":[)" + text_node("b") + "]}"),
       "<p>a</p>\n<p>b</p>\n"},
      {"empty paragraph leaves nothing", html(R"({"type":"paragraph"})"), ""},
      {"blank paragraph leaves nothing",
       html_of_inlines(text_node(" \u00A0") + R"(,{"type":"hard_break"})"), ""},
      {"empty heading leaves nothing", html(R"({"type":"heading","attrs":{"level":2}})"), ""},
      {"hard break",
       html_of_inlines(text_node("a") + R"(,{"type":"hard_break"},)" + text_node("b")),
       "<p>a<br>\nb</p>\n"},
      {"rule", html(R"({"type":"horizontal_rule"})"), "<hr>\n"},
      {"quote",
       html(R"({"type":"blockquote","content":[{"type":"paragraph","content":[)" + text_node("a") +
            "]}]}"),
       "<blockquote>\n<p>a</p>\n</blockquote>\n"},
  };
  for (const Case& c : cases) check(c);
  BOOST_TEST(render_html(Builder().bullets({"a", "b"}).build()).text() ==
             "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  BOOST_TEST(render_html(Builder().numbers({"a"}).build()).text() == "<ol>\n<li>a</li>\n</ol>\n");
  BOOST_TEST(render_html(Builder().numbers({"a"}, 5).build()).text() ==
             "<ol start=\"5\">\n<li>a</li>\n</ol>\n");
  BOOST_TEST(render_html(Document()).empty());
}

BOOST_AUTO_TEST_CASE(list_items_keep_their_paragraphs_only_when_there_are_several) {
  const std::string a = R"({"type":"paragraph","content":[)" + text_node("a") + "]}";
  const std::string inner =
      R"({"type":"bullet_list","content":[{"type":"list_item","content":[)" + a + "]}]}";
  const auto list = [](const std::string& blocks) {
    return html(R"({"type":"bullet_list","content":[{"type":"list_item","content":[)" + blocks +
                "]}]}");
  };
  const Case cases[] = {
      {"nested list", list(a + "," + inner),
       "<ul>\n<li>a\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>\n"},
      {"two paragraphs", list(a + "," + a), "<ul>\n<li>\n<p>a</p>\n<p>a</p>\n</li>\n</ul>\n"},
      {"list first", list(inner), "<ul>\n<li>\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>\n"},
  };
  for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(marks_nest_and_shared_ones_stay_open) {
  const std::string strong = R"({"type":"strong"})";
  const std::string em = R"({"type":"em"})";
  const std::string link = R"({"type":"link","attrs":{"href":"/x"}})";
  const Case cases[] = {
      {"all",
       html_of_inlines(
           text_node("a", R"({"type":"sup"},{"type":"underline"},)" + em + "," + strong)),
       "<p><strong><em><u><sup>a</sup></u></em></strong></p>\n"},
      {"sub",
       html_of_inlines(text_node("H") + "," + text_node("2", R"({"type":"sub"})") + "," +
                       text_node("O")),
       "<p>H<sub>2</sub>O</p>\n"},
      {"shared outer",
       html_of_inlines(text_node("a", strong) + "," + text_node("b", strong + "," + em) + "," +
                       text_node("c", strong)),
       "<p><strong>a<em>b</em>c</strong></p>\n"},
      {"shared inner closes and opens",
       html_of_inlines(text_node("a", em) + "," + text_node("b", strong + "," + em)),
       "<p><em>a</em><strong><em>b</em></strong></p>\n"},
      {"one link over changing marks",
       html_of_inlines(text_node("a", link) + "," + text_node("b", link + "," + strong)),
       "<p><a href=\"/x\">a<strong>b</strong></a></p>\n"},
      {"two links side by side",
       html_of_inlines(text_node("a", link) + "," +
                       text_node("b", R"({"type":"link","attrs":{"href":"/y"}})")),
       "<p><a href=\"/x\">a</a><a href=\"/y\">b</a></p>\n"},
      {"link over nothing leaves the space",
       html_of_inlines(text_node("a") + "," + text_node(" ", link) + "," + text_node("b")),
       "<p>a b</p>\n"},
      {"break inside a mark",
       html_of_inlines(text_node("a", strong) +
                       R"(,{"type":"hard_break","marks":[{"type":"strong"}]},)" +
                       text_node("b", strong)),
       "<p><strong>a<br>\nb</strong></p>\n"},
  };
  for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(a_link_that_leaves_the_site_gives_nothing_away) {
  const auto anchor = [](const std::string& href) {
    return html_of_inlines(text_node("a", R"({"type":"link","attrs":{"href":")" + href + "\"}}"));
  };
  BOOST_TEST(anchor("https://vidu.vn/") ==
             "<p><a href=\"https://vidu.vn/\" rel=\"noopener noreferrer\">a</a></p>\n");
  BOOST_TEST(anchor("HTTP://vidu.vn/") ==
             "<p><a href=\"http://vidu.vn/\" rel=\"noopener noreferrer\">a</a></p>\n");
  for (const std::string own : {"/tin-tuc/", "#muc-a", "mailto:a@vidu.vn", "tel:02103800000"}) {
    BOOST_TEST(anchor(own) == "<p><a href=\"" + own + "\">a</a></p>\n");
  }
}

BOOST_AUTO_TEST_CASE(header_cells_say_what_they_head) {
  const Case cases[] = {
      {"first row heads columns",
       html(table({head("A") + "," + head("B"), data("1") + "," + data("2")})),
       kTableOpen +
           "<thead>\n<tr><th scope=\"col\">A</th><th "
           "scope=\"col\">B</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</"
           "tbody>\n" +
           kTableClose},
      {"first column heads rows",
       html(table({head("A") + "," + data("1"), head("B") + "," + data("2")})),
       kTableOpen +
           "<tbody>\n<tr><th scope=\"row\">A</th><td>1</td></tr>\n<tr><th "
           "scope=\"row\">B</th><td>2</td></tr>\n</tbody>\n" +
           kTableClose},
      {"spans",
       html(table({head("A", R"({"colspan":2})"), data("1", R"({"rowspan":2})") + "," + data("2"),
                   data("3")})),
       kTableOpen +
           "<thead>\n<tr><th scope=\"col\" colspan=\"2\">A</th></tr>\n</thead>\n<tbody>\n<tr><td "
           "rowspan=\"2\">1</td><td>2</td></tr>\n<tr><td>3</td></tr>\n</tbody>\n" +
           kTableClose},
      {"two header rows joined by a tall cell",
       html(table({head("A", R"({"rowspan":2})") + "," + head("B"), head("C"),
                   data("1") + "," + data("2")})),
       kTableOpen +
           "<thead>\n<tr><th scope=\"col\" rowspan=\"2\">A</th><th "
           "scope=\"col\">B</th></tr>\n<tr><th "
           "scope=\"col\">C</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</"
           "tbody>\n" +
           kTableClose},
      {"header cell that reaches into the body: no thead",
       html(table({head("A", R"({"rowspan":2})") + "," + head("B"), data("1")})),
       kTableOpen +
           "<tbody>\n<tr><th scope=\"col\" rowspan=\"2\">A</th><th "
           "scope=\"col\">B</th></tr>\n<tr><td>1</td></tr>\n</tbody>\n" +
           kTableClose},
      {"header rows alone: no thead", html(table({head("A")})),
       kTableOpen + "<tbody>\n<tr><th scope=\"col\">A</th></tr>\n</tbody>\n" + kTableClose},
  };
  for (const Case& c : cases) check(c);
  const std::string both = html(table({data("1")}) + "," + table({data("2")}));
  BOOST_TEST((both.find("aria-label=\"Bảng 2\"") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(headings_have_anchors_that_stay_the_same) {
  const Document document = Builder()
                                .heading(2, "Thành phần hồ sơ")
                                .heading(3, "Thành phần hồ sơ")
                                .heading(3, "Thành phần hồ sơ 2")
                                .heading(2, "")
                                .heading(4, "新闻")
                                .build();
  const std::vector<HeadingEntry> want = {{2, "muc-thanh-phan-ho-so", "Thành phần hồ sơ"},
                                          {3, "muc-thanh-phan-ho-so-2", "Thành phần hồ sơ"},
                                          {3, "muc-thanh-phan-ho-so-2-2", "Thành phần hồ sơ 2"},
                                          {4, "muc-de-muc", "新闻"}};
  BOOST_TEST((headings(document) == want));
  const std::string markup = render_html(document).text();
  for (const HeadingEntry& entry : want)
    BOOST_TEST((markup.find("id=\"" + entry.id + "\"") != std::string::npos), entry.id);
}

BOOST_AUTO_TEST_CASE(plain_text_is_a_line_per_block) {
  const Document document = Builder()
                                .heading(2, "Lịch tiếp")
                                .paragraph("")
                                .paragraph(" Thứ Hai ")
                                .bullets({"sáng", "chiều"})
                                .quote("Trích")
                                .rule()
                                .table({{"Xã", "Ngày"}, {"Tân Lập", "01/12"}})
                                .build();
  BOOST_TEST(to_plain_text(document) ==
             "Lịch tiếp\nThứ Hai\nsáng\nchiều\nTrích\nXã\tNgày\nTân Lập\t01/12");
  BOOST_TEST(word_count(document) == 12U);
  BOOST_TEST(first_words(document, 100) == "Thứ Hai sáng chiều Trích");
  BOOST_TEST(first_words(document, 12) == "Thứ Hai…");
  BOOST_TEST(!is_empty(document));
}

BOOST_AUTO_TEST_CASE(a_document_without_words_is_empty) {
  BOOST_TEST(is_empty(Document()));
  BOOST_TEST(
      is_empty(Builder().paragraph(" \u00A0").rule().heading(2, "").table({{"", ""}}).build()));
  BOOST_TEST(first_words(Document(), 10) == "");
  BOOST_TEST(word_count(Document()) == 0U);
}

BOOST_AUTO_TEST_CASE(html_is_escaped_once_and_joined_safely) {
  portal::base::Html html = portal::base::escape_html("a<b>\"'&");
  BOOST_TEST(html.text() == "a&lt;b&gt;&quot;&#39;&amp;");
  html += render_html(Builder().paragraph("x").build());
  BOOST_TEST(html.text() == "a&lt;b&gt;&quot;&#39;&amp;<p>x</p>\n");
  static_assert(!std::is_constructible_v<portal::base::Html, std::string>);
  static_assert(!std::is_convertible_v<std::string, portal::base::Html>);
}

BOOST_AUTO_TEST_SUITE_END()
