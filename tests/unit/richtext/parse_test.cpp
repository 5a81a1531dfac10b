// Rules of shared/richtext/parse.h: which trees are documents, and what is said about the others.
#include "shared/richtext/parse.h"

#include <boost/test/unit_test.hpp>

#include "shared/richtext/builder.h"
#include "shared/richtext/json.h"
#include "shared/richtext/plain.h"

using namespace portal::richtext;
using portal::base::FaultKind;

namespace {

std::string doc(const std::string& blocks) {
  return R"({"type":"doc","content":[)" + blocks + "]}";
}

std::string paragraph(const std::string& inlines) {
  return R"({"type":"paragraph","content":[)" + inlines + "]}";
}

std::string words(const std::string& text) { return R"({"type":"text","text":")" + text + "\"}"; }

std::string marked(const std::string& marks, const std::string& text = "a") {
  return doc(paragraph(R"({"type":"text","marks":[)" + marks + R"(],"text":")" + text + "\"}"));
}

std::string link(const std::string& href) {
  return marked(R"({"type":"link","attrs":{"href":")" + href + "\"}}");
}

std::string cell(const std::string& attrs = "{}", const std::string& type = "table_cell") {
  return R"({"type":")" + type + R"(","attrs":)" + attrs + R"(,"content":[)" +
         paragraph(words("x")) + "]}";
}

std::string span(int columns, int rows) {
  return cell(R"({"colspan":)" + std::to_string(columns) + R"(,"rowspan":)" + std::to_string(rows) +
              "}");
}

// table({{span(1,1), span(1,1)}, …})
std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (const auto& row : rows) {
    out += out.empty() ? "" : ",";
    out += R"({"type":"table_row","content":[)";
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + row[i];
    out += "]}";
  }
  return doc(R"({"type":"table","content":[)" + out + "]}");
}

std::string nested(std::size_t quotes) {
  std::string open;
  std::string close;
  for (std::size_t i = 0; i < quotes; ++i) {
    open += R"({"type":"blockquote","content":[)";
    close += "]}";
  }
  return doc(open + paragraph(words("x")) + close);
}

std::string first_error(const std::string& json) {
  const auto result = parse_document(json);
  if (result) return "accepted";
  return result.error().front().path + " | " + result.error().front().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(richtext_parse)

struct GoodCase {
  const char* label;
  std::string input;
  std::string want;  // canonical JSON; "" = the input
};

BOOST_AUTO_TEST_CASE(a_tree_of_the_schema_is_read_and_written_back_in_one_form) {
  const std::string empty = R"({"type":"doc","content":[{"type":"paragraph"}]})";
  const GoodCase cases[] = {
      {"paragraph", doc(paragraph(words("Sở Tư pháp"))), ""},
      {"empty paragraph", empty, ""},
      {"document without content", R"({"type":"doc"})", empty},
      {"document with empty content", doc(""), empty},
      {"spaces, order and escapes",
       R"( { "content" : [ {"content":[{"text":"\u0053\u1edf \"a\" \/","type":"text"}], "type":"paragraph"} ], "type":"doc" } )",
       doc(paragraph(words("Sở \\\"a\\\" /")))},
      {"heading", doc(R"({"type":"heading","attrs":{"level":3},"content":[)" + words("Mục") + "]}"),
       ""},
      {"start defaults to 1",
       doc(R"({"type":"ordered_list","content":[{"type":"list_item","content":[{"type":"paragraph"}]}]})"),
       doc(R"({"type":"ordered_list","attrs":{"start":1},"content":[{"type":"list_item","content":[{"type":"paragraph"}]}]})")},
      {"list in a list",
       doc(R"({"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph"},{"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph"}]}]}]}]})"),
       ""},
      {"blockquote and rule",
       doc(R"({"type":"blockquote","content":[{"type":"paragraph"}]},{"type":"horizontal_rule"})"),
       ""},
      {"hard break with a mark",
       doc(paragraph(
           R"({"type":"text","marks":[{"type":"strong"}],"text":"a"},{"type":"hard_break","marks":[{"type":"strong"}]})")),
       ""},
      {"marks are put in order",
       marked(
           R"({"type":"sup"},{"type":"em"},{"type":"strong"},{"type":"underline"},{"type":"link","attrs":{"title":null,"href":"/a"}})"),
       marked(
           R"({"type":"link","attrs":{"href":"/a"}},{"type":"strong"},{"type":"em"},{"type":"underline"},{"type":"sup"})")},
      {"null and empty attributes",
       doc(R"({"type":"paragraph","attrs":null,"content":[{"type":"text","attrs":{},"text":"a","marks":[]}]})"),
       doc(paragraph(words("a")))},
      {"neighbours with equal marks are one", doc(paragraph(words("Hộ ") + "," + words("tịch"))),
       doc(paragraph(words("Hộ tịch")))},
      {"decomposed is composed", doc(paragraph(words("ho\u0323\u0302"))),
       doc(paragraph(words("h\u1ED9")))},
      {"composed across a seam", doc(paragraph(words("e") + "," + words("\u0301"))),
       doc(paragraph(words("\u00E9")))},
      {"tab stays", doc(paragraph(words("a\\tb"))), ""},
      {"column widths of the editor are dropped",
       table({{cell(R"({"colspan":1,"rowspan":1,"colwidth":[120]})"),
               cell(R"({"colwidth":null})", "table_header")}}),
       table({{span(1, 1), cell(R"({"colspan":1,"rowspan":1})", "table_header")}})},
      {"link with a title",
       marked(R"({"type":"link","attrs":{"href":"https://vidu.vn/","title":"Chú thích"}})"), ""},
      {"letters in an address are encoded", link("https://vidu.vn/tài-liệu?q=hộ"),
       link("https://vidu.vn/t%C3%A0i-li%E1%BB%87u?q=h%E1%BB%99")},
      {"deepest", nested(30), ""},
  };
  for (const GoodCase& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const auto document = parse_document(c.input);
      BOOST_REQUIRE_MESSAGE(document.has_value(), first_error(c.input));
      const std::string written = to_json(*document);
      BOOST_TEST(written == (c.want.empty() ? c.input : c.want));
      const auto again = parse_document(written);
      BOOST_REQUIRE(again.has_value());
      BOOST_TEST((*again == *document));
    }
  }
}

struct BadCase {
  const char* label;
  std::string input;
  std::string path;
  std::string message;  // a part of it
};

void check(const BadCase& c) {
  BOOST_TEST_CONTEXT(c.label) {
    const auto document = parse_document(c.input);
    BOOST_REQUIRE(!document.has_value());
    const ContentError& error = document.error().front();
    BOOST_TEST(error.path == c.path);
    BOOST_TEST_CONTEXT(error.message) {
      BOOST_TEST((error.message.find(c.message) != std::string::npos));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_json_is_refused) {
  const BadCase cases[] = {
      {"empty", "", "", "JSON sai ở byte"},
      {"html", "<p>a</p>", "", "JSON sai"},
      {"cut", R"({"type":"doc","content":[)", "", "JSON sai"},
      {"rest behind", R"({"type":"doc"} {})", "", "JSON sai"},
      {"comment", R"(/* */{"type":"doc"})", "", "JSON sai"},
      {"bad UTF-8", doc(paragraph(words("\xC0\xAF"))), "", "JSON sai"},
      {"lone surrogate", doc(paragraph(words("\\ud800"))), "", "JSON sai"},
      {"number that overflows", R"({"type":"doc","attrs":{"a":1e999}})", "", "JSON sai"},
      {"member twice", R"({"type":"doc","type":"doc"})", "", "trùng tên"},
      {"array", "[]", "", "Không nhận loại nội dung lạ"},
      {"string", "\"doc\"", "", "Không nhận loại nội dung lạ"},
      {"other root", paragraph(words("a")), "",
       "Ở đây chỉ được có một bài (doc), không phải đoạn văn."},
  };
  for (const BadCase& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(unknown_or_misplaced_parts_are_refused_by_name_and_place) {
  const std::string item = R"({"type":"list_item","content":[{"type":"paragraph"}]})";
  const BadCase cases[] = {
      {"unknown node", doc(R"({"type":"image","attrs":{"src":"/a.jpg"}})"), "content[0]",
       "Không nhận loại nội dung “image”."},
      {"node name that is markup is not repeated", doc(R"({"type":"<script>"})"), "content[0]",
       "Không nhận loại nội dung lạ."},
      {"node without a type", doc("{}"), "content[0]", "lạ"},
      {"node is no object", doc("7"), "content[0]", "lạ"},
      {"text among blocks", doc(words("a")), "content[0]", "không phải chữ"},
      {"block in a paragraph", doc(paragraph(paragraph(words("a")))), "content[0].content[0]",
       "Khối thứ 1 (đoạn văn): Ở đây chỉ được có chữ và dấu xuống dòng"},
      {"list item among blocks", doc(item), "content[0]", "không phải mục của danh sách"},
      {"paragraph in a list", doc(R"({"type":"bullet_list","content":[{"type":"paragraph"}]})"),
       "content[0].content[0]", "chỉ được có mục của danh sách"},
      {"cell without a row", doc(R"({"type":"table","content":[)" + cell() + "]}"),
       "content[0].content[0]", "chỉ được có hàng của bảng"},
      {"row without a table", doc(R"({"type":"table_row","content":[)" + cell() + "]}"),
       "content[0]", "không phải hàng của bảng"},
      {"document in a document", doc(doc("")), "content[0]", "không phải toàn bài"},
      {"empty list", doc(R"({"type":"bullet_list","content":[]})"), "content[0]", "đang trống"},
      {"empty list item", doc(R"({"type":"bullet_list","content":[{"type":"list_item"}]})"),
       "content[0].content[0]", "đang trống"},
      {"empty blockquote", doc(R"({"type":"blockquote"})"), "content[0]",
       "Khối thứ 1 (đoạn trích): Phần đoạn trích đang trống"},
      {"content is no list", doc(R"({"type":"paragraph","content":{}})"), "content[0]",
       "Nội dung phải là một danh sách"},
      {"unknown member", doc(R"({"type":"paragraph","class":"x"})"), "content[0]", "“class”"},
      {"text on a paragraph", doc(R"({"type":"paragraph","text":"x"})"), "content[0]", "“text”"},
      {"content in a text", doc(paragraph(R"({"type":"text","text":"a","content":[]})")),
       "content[0].content[0]", "“content”"},
      {"marks on a paragraph", doc(R"({"type":"paragraph","marks":[]})"), "content[0]", "“marks”"},
      {"unknown attribute", doc(R"({"type":"paragraph","attrs":{"style":"color:red"}})"),
       "content[0].attrs", "“style”"},
      {"align of a heading", doc(R"({"type":"heading","attrs":{"level":2,"id":"x"}})"),
       "content[0].attrs", "“id”"},
      {"attributes are no object", doc(R"({"type":"paragraph","attrs":[]})"), "content[0].attrs",
       "đối tượng"},
      {"heading without a level", doc(R"({"type":"heading"})"), "content[0].attrs", "thiếu cấp"},
      {"heading 1", doc(R"({"type":"heading","attrs":{"level":1}})"), "content[0].attrs.level",
       "từ 2 đến 4"},
      {"heading 5", doc(R"({"type":"heading","attrs":{"level":5}})"), "content[0].attrs.level",
       "từ 2 đến 4"},
      {"heading 2.0", doc(R"({"type":"heading","attrs":{"level":2.0}})"), "content[0].attrs.level",
       "từ 2 đến 4"},
      {"heading as text", doc(R"({"type":"heading","attrs":{"level":"2"}})"),
       "content[0].attrs.level", "từ 2 đến 4"},
      {"start 0", doc(R"({"type":"ordered_list","attrs":{"start":0},"content":[)" + item + "]}"),
       "content[0].attrs.start", "từ 1 đến 9999"},
      {"start huge",
       doc(R"({"type":"ordered_list","attrs":{"start":18446744073709551615},"content":[)" + item +
           "]}"),
       "content[0].attrs.start", "từ 1 đến 9999"},
      {"start of bullets",
       doc(R"({"type":"bullet_list","attrs":{"start":1},"content":[)" + item + "]}"),
       "content[0].attrs", "“start”"},
      {"second block is named",
       doc(R"({"type":"paragraph"},{"type":"heading","attrs":{"level":9}})"),
       "content[1].attrs.level", "Khối thứ 2 (đề mục): "},
  };
  for (const BadCase& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(text_and_marks_that_break_a_rule_are_refused) {
  const std::string text_path = "content[0].content[0].text";
  const std::string mark_path = "content[0].content[0].marks[0]";
  const BadCase cases[] = {
      {"empty text", doc(paragraph(words(""))), text_path, "đoạn chữ rỗng"},
      {"text missing", doc(paragraph(R"({"type":"text"})")), text_path, "đoạn chữ rỗng"},
      {"text is a number", doc(paragraph(R"({"type":"text","text":1})")), text_path,
       "đoạn chữ rỗng"},
      {"NUL", doc(paragraph(words("a\\u0000"))), text_path, "ký tự rỗng (NUL)"},
      {"control", doc(paragraph(words("a\\u001b"))), text_path, "ký tự điều khiển U+001B"},
      {"line feed", doc(paragraph(words("a\\nb"))), text_path, "dấu ngắt dòng"},
      {"hidden", doc(paragraph(words("pháp\u200B lý"))), text_path,
       "Khối thứ 1 (đoạn văn): Ký tự thứ 5 (sau “pháp”) là ký tự ẩn U+200B"},
      {"direction", doc(paragraph(words("\\u202e"))), text_path, "đổi chiều"},
      {"noncharacter", doc(paragraph(words("\\uffff"))), text_path, "mã không phải ký tự"},
      {"unknown mark", marked(R"({"type":"code"})"), mark_path, "Không nhận định dạng chữ “code”."},
      {"mark is text", marked(R"("strong")"), mark_path, "không đúng cấu trúc"},
      {"mark with attributes", marked(R"({"type":"strong","attrs":{"style":"x"}})"), mark_path,
       "không được có thuộc tính"},
      {"mark with members", marked(R"({"type":"strong","x":1})"), mark_path, "không đúng cấu trúc"},
      {"mark twice", marked(R"({"type":"em"},{"type":"em"})"), "content[0].content[0].marks[1]",
       "bị lặp"},
      {"sub and sup", marked(R"({"type":"sub"},{"type":"sup"})"), "content[0].content[0]",
       "chỉ số"},
      {"marks are no list", doc(paragraph(R"({"type":"text","marks":{},"text":"a"})")),
       "content[0].content[0]", "phải là một danh sách"},
      {"two links",
       marked(R"({"type":"link","attrs":{"href":"/a"}},{"type":"link","attrs":{"href":"/b"}})"),
       "content[0].content[0].marks[1]", "chồng lên nhau"},
      {"link without address", marked(R"({"type":"link"})"), mark_path + ".attrs.href", "để trống"},
      {"link with target", marked(R"({"type":"link","attrs":{"href":"/a","target":"_blank"}})"),
       mark_path + ".attrs", "“target”"},
      {"link with a number", marked(R"({"type":"link","attrs":{"href":1}})"), mark_path + ".attrs",
       "“href”"},
      {"javascript", link("javascript:alert(1)"), mark_path + ".attrs.href",
       "Liên kết phải bắt đầu bằng"},
      {"bad title", marked(R"({"type":"link","attrs":{"href":"/a","title":"a\u202eb"}})"),
       mark_path + ".attrs.title", "đổi chiều"},
  };
  for (const BadCase& c : cases) check(c);
}

struct TableCase {
  const char* label;
  std::vector<std::vector<std::string>> rows;
  std::string message;  // "" = a good table
};

BOOST_AUTO_TEST_CASE(cells_of_a_table_fill_the_grid_exactly) {
  const std::string one = span(1, 1);
  const TableCase cases[] = {
      {"two by two", {{one, one}, {one, one}}, ""},
      {"wide cell", {{span(2, 1)}, {one, one}}, ""},
      {"tall cell", {{span(1, 2), one}, {one}}, ""},
      {"tall cell in the middle", {{one, span(1, 2), one}, {one, one}}, ""},
      {"row covered from above", {{span(2, 2)}, {}}, ""},
      {"pinwheel", {{span(2, 1), span(1, 2)}, {span(1, 2), one}, {span(2, 1)}}, ""},
      {"short row", {{one, one}, {one}}, "cùng số cột"},
      {"long row", {{one}, {one, one}}, "cùng số cột"},
      {"empty row", {{one}, {}}, "cùng số cột"},
      {"empty first row", {{}, {one}}, "không có ô nào"},
      {"wide cell over the edge", {{one, one}, {one, span(2, 1)}}, "cùng số cột"},
      {"wide cell meets a tall one", {{one, span(1, 2), one}, {span(2, 1)}}, "chồng lên nhau"},
      {"tall cell past the end", {{one, span(1, 3)}, {one}}, "quá hàng cuối"},
      {"six times twenty columns",
       {{span(20, 1), span(20, 1), span(20, 1), span(20, 1), span(20, 1), one}},
       "quá 100 cột"},
  };
  for (const TableCase& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const std::string got = first_error(table(c.rows));
      if (c.message.empty()) {
        BOOST_TEST(got == "accepted");
      } else {
        BOOST_TEST_CONTEXT(got) { BOOST_TEST((got.find(c.message) != std::string::npos)); }
      }
    }
  }
  BOOST_TEST((first_error(table({{span(21, 1)}})).find("từ 1 đến 20") != std::string::npos));
  BOOST_TEST((first_error(table({{span(1, 0)}})).find("từ 1 đến 20") != std::string::npos));
  const std::string inner = table({{one}});
  const std::string block = inner.substr(inner.find("[") + 1, inner.size() - inner.find("[") - 3);
  const std::string in_quote = R"({"type":"blockquote","content":[)" + block + "]}";
  for (const std::string& inside : {block, in_quote}) {
    const std::string outer = R"({"type":"table_cell","content":[)" + inside + "]}";
    BOOST_TEST(
        (first_error(table({{outer}})).find("không được có bảng khác") != std::string::npos));
  }
}

BOOST_AUTO_TEST_CASE(sizes_over_the_limits_are_refused_before_they_cost_anything) {
  BOOST_TEST((first_error(nested(31)).find("quá sâu") != std::string::npos));
  const std::string brackets(100'000, '[');
  BOOST_TEST((first_error(brackets).find("quá sâu") != std::string::npos));
  std::string objects;
  for (int i = 0; i < 40'000; ++i) objects += R"({"content":)";
  BOOST_TEST((first_error(objects).find("quá sâu") != std::string::npos));
  BOOST_TEST((first_error(std::string(kMaxJsonBytes + 1, ' ')).find("nhiều nhất 1 MB") !=
              std::string::npos));
  std::string many = paragraph("");
  for (std::size_t i = 2; i < kMaxNodes; ++i) many += R"(,{"type":"paragraph"})";
  BOOST_TEST(first_error(doc(many)) == "accepted");
  BOOST_TEST((first_error(doc(many + R"(,{"type":"paragraph"})")).find("quá nhiều phần tử") !=
              std::string::npos));
  std::string zeros = "0";
  for (int i = 0; i < 300'000; ++i) zeros += ",0";
  BOOST_TEST((first_error(doc(zeros)).find("quá nhiều phần tử") != std::string::npos));
}

// U+FB2C composes to three letters of UTF-8 twice as long: what is accepted must be accepted again
// when it comes back.
BOOST_AUTO_TEST_CASE(a_document_that_grows_over_the_limit_in_canonical_form_is_refused) {
  std::string text;
  while (text.size() < kMaxJsonBytes * 2 / 3) text += "\uFB2C";
  BOOST_TEST(
      (first_error(doc(paragraph(words(text)))).find("nhiều nhất 1 MB") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(at_most_twenty_mistakes_are_listed) {
  std::string blocks = R"({"type":"x"})";
  for (int i = 0; i < 100; ++i) blocks += R"(,{"type":"x"})";
  BOOST_TEST(parse_document(doc(blocks)).error().size() == kMaxErrors);
}

// The twentieth mistake is the table's own attribute: its rows are no longer read, so there is no
// grid.
BOOST_AUTO_TEST_CASE(a_table_that_is_the_twentieth_mistake_is_not_judged) {
  std::string blocks = R"({"type":"x"})";
  for (std::size_t i = 1; i + 1 < kMaxErrors; ++i) blocks += R"(,{"type":"x"})";
  const std::string bad_table =
      R"(,{"type":"table","attrs":{"x":1},"content":[{"type":"table_row"}]})";
  BOOST_TEST(parse_document(doc(blocks + bad_table)).error().size() == kMaxErrors);
}

BOOST_AUTO_TEST_CASE(mistakes_of_a_form_field_carry_its_name) {
  const auto result = parse_field(doc(R"({"type":"x"},{"type":"y"})"), "body");
  BOOST_REQUIRE(!result.has_value());
  BOOST_TEST((result.error().kind == FaultKind::Invalid));
  BOOST_REQUIRE(result.error().fields.size() == 2U);
  BOOST_TEST(result.error().fields[1].field == "body");
  BOOST_TEST(result.error().message == result.error().fields[0].message);
  BOOST_TEST((parse_field(std::string(kMaxJsonBytes + 1, ' '), "body").error().kind ==
              FaultKind::TooLarge));
}

BOOST_AUTO_TEST_CASE(plain_text_becomes_a_paragraph_a_line) {
  const auto document = from_plain_text("Dòng một\r\n\r\n  Ho\u0323\u0302 tịch \n\n");
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST((*document == Builder().paragraph("Dòng một").paragraph("H\u1ED9 tịch").build()));
  BOOST_TEST((from_plain_text("").value() == Document()));
  BOOST_TEST((from_plain_text(" \n ").value() == Document()));
  BOOST_TEST((from_plain_text("a\u200Bb").error().kind == FaultKind::Invalid));
  std::string lines;
  for (std::size_t i = 0; i < kMaxNodes / 2 - 1; ++i) lines += "a\n";
  BOOST_TEST(from_plain_text(lines).has_value());
  BOOST_TEST(parse_document(to_json(*from_plain_text(lines))).has_value());
  BOOST_TEST((from_plain_text(lines + "a\n").error().kind == FaultKind::TooLarge));
  BOOST_TEST(
      (from_plain_text(std::string(kMaxJsonBytes - 2, '"')).error().kind == FaultKind::TooLarge));
}

BOOST_AUTO_TEST_CASE(a_builder_that_breaks_the_schema_throws) {
  BOOST_CHECK_THROW((void)Builder().heading(1, "a").build(), std::logic_error);
  BOOST_CHECK_THROW((void)Builder().paragraph("a\x01").build(), std::logic_error);
  BOOST_CHECK_THROW((void)Builder().table({{"a", "b"}, {"c"}}).build(), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
