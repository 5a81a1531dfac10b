// Rules of modules/workers/converter/word_numbers.h: which automatic numbers become text.
#include "modules/workers/converter/word_numbers.h"

#include <sstream>

#include <boost/test/unit_test.hpp>

using namespace portal::converter;

namespace {

std::string level(int at, const char* format, const char* text) {
  return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

// A numbering 1 of "Điều 1." and "1.", 2 of letters, 3 of bullets, 4 that goes with 1 and begins its second level at 5.
std::string numbering() {
  return "<w:numbering><w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "Điều %1.") + level(1, "decimal", "%2.") + level(2, "decimal", "%1.%2.%3") +
         "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + level(0, "lowerLetter", "%1)") + "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">" +
         level(0, "bullet", "-") + "</w:abstractNum>"
         "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
         "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>"
         "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num></w:numbering>";
}

std::string item(int number, int at, const char* text) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(at) + "\"/><w:numId w:val=\"" + std::to_string(number) + "\"/></w:numPr></w:pPr><w:r><w:t>" + text +
         "</w:t></w:r></w:p>";
}

// What each paragraph says; "* " before one that is still an item of a list.
std::vector<std::string> typed(const std::string& body, Losses& losses) {
  pugi::xml_document document;
  pugi::xml_document numbers;
  const pugi::xml_document none;
  BOOST_REQUIRE(document.load_string(("<w:document><w:body>" + body + "</w:body></w:document>").c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  BOOST_REQUIRE(numbers.load_string(numbering().c_str()));
  type_numbers(document, numbers, WordStyles(none), losses);
  std::vector<std::string> lines;
  for (const pugi::xml_node paragraph : document.child("w:document").child("w:body").children("w:p")) {
    const std::string_view number = paragraph.child("w:pPr").child("w:numPr").child("w:numId").attribute("w:val").value();
    std::string& line = lines.emplace_back(number.empty() || number == "0" ? "" : "* ");
    for (const pugi::xml_node run : paragraph.children("w:r")) line += run.child("w:t").child_value();
  }
  return lines;
}

const std::string kPlain = "<w:p><w:r><w:t>giữa</w:t></w:r></w:p>";

}  // namespace

BOOST_AUTO_TEST_SUITE(word_numbers)

BOOST_AUTO_TEST_CASE(a_number_that_our_list_would_show_otherwise_is_typed) {
  const struct {
    const char* label;
    std::string body;
    std::vector<std::string> want;
  } cases[] = {
      {"words", item(1, 0, "Phạm vi") + kPlain + item(1, 0, "Đối tượng"), {"Điều 1. Phạm vi", "giữa", "Điều 2. Đối tượng"}},
      {"a plain list stays one", item(1, 1, "một") + item(1, 1, "hai"), {"* một", "* hai"}},
      {"one that goes on behind a paragraph does not", item(1, 1, "một") + kPlain + item(1, 1, "hai"), {"1. một", "giữa", "2. hai"}},
      {"a new outer number begins the inner ones anew", item(1, 1, "một") + item(1, 0, "Sau") + item(1, 1, "lại một"), {"1. một", "Điều 1. Sau", "1. lại một"}},
      {"letters", item(2, 0, "một") + item(2, 0, "hai"), {"a) một", "b) hai"}},
      {"outer numbers in the inner one", item(1, 0, "A") + item(1, 1, "B") + item(1, 2, "C"), {"Điều 1. A", "1. B", "1.1.1 C"}},
      {"bullets stay", item(3, 0, "một"), {"* một"}},
      {"an override begins where it says", item(4, 1, "năm") + item(4, 1, "sáu"), {"5. năm", "6. sáu"}},
      {"number 0 is none", item(0, 0, "không"), {"không"}}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      Losses losses;
      BOOST_TEST(typed(c.body, losses) == c.want, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_told) {
  Losses losses;
  (void)typed(item(2, 0, "một") + item(2, 0, "hai") + item(3, 0, "ba"), losses);
  BOOST_TEST(losses.count(Loss::Number) == 2);
}

BOOST_AUTO_TEST_CASE(numbers_are_written_as_word_writes_them) {
  const struct {
    const char* format;
    int number;
    std::string want;
  } cases[] = {{"decimal", 12, "12"},   {"decimalZero", 3, "03"},     {"lowerLetter", 1, "a"},  {"lowerLetter", 27, "aa"}, {"upperLetter", 28, "BB"},
               {"lowerRoman", 4, "iv"}, {"upperRoman", 1999, "MCMXCIX"}, {"ordinal", 2, "2"}, {"none", 2, ""},           {"upperRoman", 5000, "5000"}};
  for (const auto& c : cases) BOOST_TEST(format_number(c.format, c.number) == c.want);
}

BOOST_AUTO_TEST_SUITE_END()
