// What a PDF holds that acts, and whether it opens at all (D9.1): shared/pdf/look.h.
#include "shared/pdf/look.h"

#include <string>

#include <boost/test/unit_test.hpp>

using namespace portal::pdf;

namespace {

// A file of one page; `catalogue` and `page` are what else stands in these objects, `more` further objects. With a table of places, so that nothing is mended.
std::string file_with(const std::string& catalogue, const std::string& page = "", const std::string& more = "") {
  std::string file = "%PDF-1.7\n";
  std::string table;
  const auto add = [&](const std::string& object) {
    std::string place = std::to_string(file.size());
    table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
    file += object;
  };
  add("1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>\nendobj\n");
  add("2 0 obj\n<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>\nendobj\n");
  add("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 200 200 ] " + page + " >>\nendobj\n");
  add("4 0 obj\n" + (more.empty() ? "null" : more) + "\nendobj\n");
  const std::size_t at = file.size();
  return file + "xref\n0 5\n0000000000 65535 f \n" + table + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + std::to_string(at) + "\n%%EOF\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_look)

BOOST_AUTO_TEST_CASE(what_acts_is_found_wherever_it_stands) {
  const struct {
    const char* label;
    std::string file;
    const char* flags;
  } cases[] = {
      {"nothing", file_with(""), ""},
      {"opens at a page", file_with("/OpenAction [ 3 0 R /Fit ]"), ""},
      {"goes to a page", file_with("/OpenAction << /S /GoTo /D [ 3 0 R /Fit ] >>"), ""},
      {"a link on the web", file_with("", "/Annots [ << /Subtype /Link /Rect [0 0 1 1] /A << /S /URI /URI (https://moj.gov.vn) >> >> ]"), ""},
      {"script at opening", file_with("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), "javascript,opening"},
      {"script at opening, by number", file_with("/OpenAction 4 0 R", "", "<< /S /JavaScript /JS (1) >>"), "javascript,opening"},
      {"script under an escaped name", file_with("", "", "<< /S /J#61vaScript >>"), "javascript"},
      {"scripts of the file", file_with("/Names << /JavaScript 4 0 R >>", "", "<< /Names [] >>"), "javascript"},
      {"a page that acts", file_with("", "/AA << /O << /S /GoTo /D [ 3 0 R /Fit ] >> >>"), "opening"},
      {"a program", file_with("", "/Annots [ << /Subtype /Link /Rect [0 0 1 1] /A << /S /Launch /F (calc.exe) >> >> ]"), "launch"},
      {"files inside", file_with("/Names << /EmbeddedFiles << /Names [] >> >>"), "embedded"},
      {"a file at a page", file_with("", "/Annots [ << /Subtype /FileAttachment /Rect [0 0 1 1] /FS << /F (a.zip) /EF << /F 4 0 R >> >> >> ]"), "embedded"},
      {"XFA", file_with("/AcroForm << /Fields [] /XFA 4 0 R >>", "", "[]"), "xfa"},
      {"a film", file_with("", "/Annots [ << /Subtype /RichMedia /Rect [0 0 1 1] >> ]"), "media"},
      {"a form that is sent", file_with("", "/Annots [ << /Subtype /Widget /Rect [0 0 1 1] /A << /S /SubmitForm /F (http://a) >> >> ]"), "submits"},
      {"another file", file_with("", "/Annots [ << /Subtype /Link /Rect [0 0 1 1] /A << /S /GoToR /F (b.pdf) >> >> ]"), "remote"},
      {"deep inside", file_with("", "/X [ [ [ << /Y << /S /Launch >> >> ] ] ]"), "launch"}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const Looked looked = look(c.file);
      BOOST_TEST((looked.opens == Opens::Yes));
      BOOST_TEST(looked.pages == 1U);
      BOOST_TEST(format_flags(looked.flags) == c.flags);
    }
}

BOOST_AUTO_TEST_CASE(what_does_not_open_says_so_and_what_was_mended_is_told) {
  std::string broken = file_with("");
  broken.erase(broken.find("xref\n0 5"), 8);
  const Looked mended = look(broken);
  BOOST_TEST((mended.opens == Opens::Yes));
  BOOST_TEST(format_flags(mended.flags) == "repaired");
  for (const std::string& file : {std::string{}, std::string{"%PDF-1.4\n"}, std::string{"%PDF-1.4\n%%EOF\n"}, std::string{"<html>" + file_with("")}, std::string(5000, '%')})
    BOOST_TEST((look(file).opens == Opens::No), file.substr(0, 20));
  std::string no_page = file_with("");
  no_page.replace(no_page.find("[ 3 0 R ] /Count 1"), 18, "[       ] /Count 0");
  BOOST_TEST((look(no_page).opens == Opens::No));
}

BOOST_AUTO_TEST_CASE(too_deep_is_not_believed_to_be_harmless) {
  std::string nested;
  for (int i = 0; i < 80; ++i) nested += "[ ";
  nested += "<< /S /Launch >> ";
  for (int i = 0; i < 80; ++i) nested += "] ";
  BOOST_TEST(format_flags(look(file_with("", "", nested)).flags) == "unseen");
}

BOOST_AUTO_TEST_CASE(flags_are_kept_as_words_and_a_newer_program_is_not_misread) {
  BOOST_TEST(format_flags(parse_flags("embedded,launch,somethingnew")) == "launch,embedded");
  BOOST_TEST(parse_flags("").empty());
  BOOST_TEST(words_of({Flag::JavaScript, Flag::Embedded}) == "Tệp có mã JavaScript chạy trong trình xem PDF; có tệp khác nhúng bên trong.");
  BOOST_TEST(words_of({}).empty());
  for (std::size_t i = 0; i < kFlags.size(); ++i) BOOST_TEST(static_cast<std::size_t>(kFlags[i].flag) == i);
}

BOOST_AUTO_TEST_SUITE_END()
