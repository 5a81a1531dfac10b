// Rules of modules/workers/converter/pdf.h that need no tool.
#include "modules/workers/converter/pdf.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <boost/test/unit_test.hpp>

using namespace portal::converter;
using portal::sandbox::End;
using portal::sandbox::Outcome;

namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "portal-pdf-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path;
};

// A file of one A4 page with a line of text, without a table of places; `catalogue` and `trailer` are what else stands there.
std::string small_pdf(const std::string& catalogue = "", const std::string& trailer = "") {
  const std::string words = "BT /F1 24 Tf 72 720 Td (Ke hoach quy I) Tj ET";
  return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>\nendobj\n"
         "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] "
         "/Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>\nendobj\n5 0 obj\n<< /Length " + std::to_string(words.size()) + " >>\nstream\n" + words +
         "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R " + trailer + " >>\n%%EOF\n";
}

// Everything that make_pdf is given, for a file of these bytes.
Made made_of(const Folder& folder, const std::string& bytes) {
  const std::string input = folder.path + "/input";
  std::ofstream(input, std::ios::binary) << bytes;
  fs::create_directory(folder.path + "/job");
  const portal::files::ToConvert file{portal::files::FileId{1}, std::string(64, 'a'), bytes.size(), portal::files::find_format("pdf")};
  return make_pdf({file, input, folder.path + "/job", {1536ULL << 20U, std::chrono::seconds{60}, 512ULL << 20U}, portal::files::default_limits(), [] { return false; },
                   "", portal::base::parse_iso("2026-11-30T02:00:00Z").value()});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_making)

BOOST_AUTO_TEST_CASE(D9_1_a_pdf_is_looked_into_drawn_and_read_in_the_sandbox) {
  const Folder folder;
  const Made made = made_of(folder, small_pdf("/OpenAction << /S /JavaScript /JS (1) >>"));
  BOOST_REQUIRE((made.end == Made::End::Ready));
  BOOST_REQUIRE(made.pdf.has_value());
  BOOST_TEST(made.pdf->pages == 1U);
  BOOST_TEST(portal::pdf::format_flags(made.pdf->flags) == "javascript,opening,repaired");
  BOOST_TEST(made.pdf->report.find("\"signatures\":[]") != std::string::npos, made.pdf->report);
  BOOST_TEST(made.width == 453U);
  BOOST_TEST(made.height == 640U);
  BOOST_TEST(made.pictures.size() == 2U);  // JPEG and WebP
  BOOST_REQUIRE(made.parts.size() == 1U);
  std::ifstream text(made.parts.front().temporary);
  const std::string words{std::istreambuf_iterator<char>(text), {}};
  BOOST_TEST(words.find("Ke hoach quy I") != std::string::npos, words);
}

BOOST_AUTO_TEST_CASE(D9_1_what_nobody_can_open_or_is_two_things_is_refused_with_what_to_do) {
  const std::string id = "/ID [<" + std::string(32, '0') + "><" + std::string(32, '0') + ">]";
  const struct {
    const char* label;
    std::string bytes;
    const char* says;
  } cases[] = {{"nothing in it", "%PDF-1.4\n", "Không mở được"},
               {"no PDF", std::string(500, 'x'), "Không mở được"},
               {"a password", small_pdf("", id + " /Encrypt << /Filter /Standard /V 1 /R 2 /O <" + std::string(64, 'a') + "> /U <" + std::string(64, 'b') + "> /P -4 >>"), "mật khẩu"},
               {"a page of the web too", "%PDF-1.7\n<html>" + small_pdf().substr(9), "trang web"}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const Folder folder;
      const Made made = made_of(folder, c.bytes);
      BOOST_TEST((made.end == Made::End::Refused));
      BOOST_TEST(made.reason.find(c.says) != std::string::npos, made.reason);
    }
}

BOOST_AUTO_TEST_CASE(the_sender_is_told_what_to_do_and_a_missing_sandbox_is_not_the_files_fault) {
  const struct {
    const char* label;
    End end;
    Made::End want;
    const char* says;
  } cases[] = {{"hang", End::TimedOut, Made::End::Refused, "10 giây"},
               {"crash", End::Crashed, Made::End::Refused, "bộ nhớ"},
               {"broken file", End::Failed, Made::End::Refused, "Không mở được"},
               {"done and nothing there", End::Done, Made::End::Refused, "Không mở được"},
               {"no sandbox", End::NoSandbox, Made::End::Later, "why"},
               {"stop", End::Stopped, Made::End::Later, "stopped"}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const Made made = told_pdf(Outcome{c.end, 1, "", "why"}, 10);
      BOOST_TEST((made.end == c.want));
      BOOST_TEST(made.reason.find(c.says) != std::string::npos, made.reason);
    }
}

BOOST_AUTO_TEST_CASE(what_the_inspector_says_is_read_as_a_strangers) {
  const auto good = read_inspected(R"({"opens":"yes","pages":12,"flags":"javascript,embedded","signatures":{"is_verified":false}})");
  BOOST_REQUIRE(good.has_value());
  BOOST_TEST(good->opens == "yes");
  BOOST_TEST(good->pdf.pages == 12U);
  BOOST_TEST(good->pdf.flags.size() == 2U);
  BOOST_TEST(good->pdf.report == R"({"is_verified":false})");
  for (const char* bad : {"", "[]", "{", R"({"opens":"yes"})", R"({"opens":1,"pages":12,"flags":""})", R"({"opens":"yes","pages":"many","flags":""})"})
    BOOST_TEST(!read_inspected(bad).has_value(), bad);
}

BOOST_AUTO_TEST_SUITE_END()
