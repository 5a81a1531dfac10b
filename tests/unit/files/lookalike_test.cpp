// A file that pretends is not taken: by its name, or by being two kinds at once (shared/files/lookalike.h).
#include "shared/files/lookalike.h"

#include <boost/test/unit_test.hpp>

using namespace portal::files;

namespace {

const std::string kPdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";

// The end of a zip's directory, with so many bytes of directory before it.
std::string zip_end(std::size_t directory, const std::string& comment = "") {
  std::string end{"PK\x05\x06", 4};
  end += std::string(8, '\0');
  for (std::size_t i = 0; i < 4; ++i) end += static_cast<char>(directory >> (8 * i) & 0xFFU);
  end += std::string(4, '\0');
  end += static_cast<char>(comment.size() & 0xFFU);
  end += static_cast<char>(comment.size() >> 8U & 0xFFU);
  return end + comment;
}

std::string entry() { return std::string{"PK\x01\x02", 4} + std::string(42, 'e'); }

}  // namespace

BOOST_AUTO_TEST_SUITE(lookalike)

BOOST_AUTO_TEST_CASE(a_name_that_says_another_kind_is_refused_with_both) {
  const struct {
    const char* name;
    const char* content;
    bool is_refused;
  } cases[] = {{"Quyết định.pdf", "pdf", false},     {"Quyết định.PDF", "pdf", false},  {"khong duoi", "pdf", false},       {"Số 12.QĐ-STP", "pdf", false},
               {"bao-cao.exe", "pdf", true},         {"bao-cao.pdf.js", "pdf", true},   {"anh.jpg", "pdf", true},           {"van-ban.docx", "pdf", true},
               {"anh.jpg", "png", false},            {"anh.jpeg", "webp", false},       {"anh.pdf", "png", true},           {"anh.html", "gif", true},
               {"van-ban.doc", "docx", false},       {"van-ban.docm", "docx", false},   {"van-ban.zip", "docx", true},      {"van-ban.pdf", "rtf", true}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.name << " is " << c.content) {
      const auto fault = name_fault(c.name, *find_format(c.content));
      BOOST_TEST(fault.has_value() == c.is_refused);
      if (fault) BOOST_TEST(fault->find(find_format(c.content)->label) != std::string::npos, *fault);
    }
}

BOOST_AUTO_TEST_CASE(a_pdf_that_is_an_archive_or_a_page_too_is_refused) {
  const struct {
    const char* label;
    std::string file;
    const char* says;  // "" when it is taken
  } cases[] = {{"a PDF", kPdf + "startxref\n0\n%%EOF\n", ""},
               {"a zip behind it", kPdf + entry() + zip_end(46), "tệp nén"},
               {"a zip whose comment is the PDF's end", kPdf + entry() + zip_end(46, "\ntrailer\n%%EOF\n"), "tệp nén"},
               {"a zip and some bytes more", kPdf + entry() + zip_end(46) + "\n%%EOF\n", "tệp nén"},
               {"letters of a zip that are none", kPdf + "PK\x05\x06 in a text that goes on and on\n%%EOF\n", ""},
               {"a page at its beginning", "%PDF-1.7\n<HTML><script>alert(1)</script>" + kPdf, "trang web"},
               {"a drawing with a script", "%PDF-1.7\n%<svg onload=x>" + kPdf, "trang web"},
               {"a page far inside, as metadata may be", kPdf + std::string(2000, ' ') + "<html>", ""}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const auto fault = polyglot_fault(c.file, c.file);
      BOOST_TEST(fault.value_or("").find(c.says) != std::string::npos, fault.value_or("taken"));
      BOOST_TEST(fault.has_value() == (c.says[0] != '\0'));
    }
}

BOOST_AUTO_TEST_SUITE_END()
