// Lists as files (D3.2c, D9.2, D9.4): what RFC 4180 asks, no text that a spreadsheet would calculate, and a package that begins as ODF says.
#include <zip.h>

#include <memory>

#include <boost/test/unit_test.hpp>

#include "shared/sheet/sheet.h"

namespace {

using portal::base::UtcTime;
using portal::sheet::Sheet;

UtcTime at(std::string_view iso) { return *portal::base::parse_iso(iso); }

const UtcTime kNow = at("2026-11-29T12:00:00Z");

// The file `name` of a package, "" when it has none.
std::string file_in(const std::string& package, const char* name) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(package.data(), package.size(), 0, &error);
  BOOST_REQUIRE(source != nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  BOOST_REQUIRE(archive != nullptr);
  zip_stat_t stat;
  std::string out;
  if (zip_stat(archive, name, 0, &stat) == 0) {
    out.resize(stat.size);
    zip_file_t* file = zip_fopen(archive, name, 0);
    BOOST_REQUIRE(file != nullptr);
    BOOST_TEST(zip_fread(file, out.data(), out.size()) == static_cast<zip_int64_t>(out.size()));
    zip_fclose(file);
  }
  zip_discard(archive);
  return out;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(comma_separated_text_is_that_of_rfc_4180_behind_a_byte_order_mark) {
  Sheet sheet{"Việc", {"Việc", "Số", "Từ lúc"}, {}};
  sheet.rows.push_back({"Hội nghị \"Pháp luật\", lần 2\nở Minh Giang", std::int64_t{-3}, at("2026-11-25T06:50:00Z")});
  sheet.rows.push_back({"", std::int64_t{12}, {}});
  BOOST_TEST(portal::sheet::to_csv(sheet) ==
             "\xEF\xBB\xBF\"Việc\",\"Số\",\"Từ lúc\"\r\n\"Hội nghị \"\"Pháp luật\"\", lần 2\nở Minh Giang\",-3,2026-11-25 13:50\r\n\"\",12,\r\n");
}

BOOST_AUTO_TEST_CASE(what_somebody_typed_is_never_calculated_by_a_spreadsheet) {
  struct Case {
    const char *label, *input, *want;
  };
  const Case cases[] = {
      {"equals", "=1+1", "'=1+1"},
      {"a command", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
      {"plus", "+84 299 355", "'+84 299 355"},
      {"minus", "-2+3", "'-2+3"},
      {"at", "@SUM(A1)", "'@SUM(A1)"},
      {"tab", "\t=1", "'\t=1"},
      {"carriage return", "\r=1", "'\r=1"},
      {"line feed", "\n=1", "'\n=1"},
      {"spaces before it", "   =1", "'   =1"},
      {"full-width equals", "＝1+1", "'＝1+1"},
      {"full-width plus, minus, at", "＋－＠", "'＋－＠"},
      {"in the middle", "1=1", "1=1"},
      {"a dash that is no minus", "– gạch ngang", "– gạch ngang"},
      {"Vietnamese", "Đề án 06", "Đề án 06"},
      {"only spaces", "  ", "  "},
  };
  for (const Case& one : cases) BOOST_TEST_CONTEXT(one.label) {
    BOOST_TEST(portal::sheet::to_csv({"", {"A"}, {{one.input}}}) == "\xEF\xBB\xBF\"A\"\r\n\"" + std::string{one.want} + "\"\r\n");
    // In a spreadsheet of our own making it is a text cell as it stands, and no cell has a formula.
    const std::string content = file_in(portal::sheet::to_ods({"", {"A"}, {{one.input}}}, kNow), "content.xml");
    BOOST_TEST(!has(content, "table:formula"));
    BOOST_TEST(has(content, "office:value-type=\"string\""));
  }
}

BOOST_AUTO_TEST_CASE(a_spreadsheet_package_says_what_it_is_where_odf_says) {
  Sheet sheet{"Đang quá hạn: [tháng 11/2026], danh sách dài hơn một thẻ", {"Việc", "Số", "Hạn"}, {}};
  sheet.rows.push_back({"<b>Tin & bài</b>\x01", std::int64_t{41}, at("2026-11-25T06:50:00Z")});
  sheet.rows.push_back({{}, {}, {}});
  const std::string package = portal::sheet::to_ods(sheet, kNow);
  // The first file is `mimetype`, stored, without an extra field: its words are at byte 38.
  BOOST_TEST(package.substr(0, 4) == "PK\x03\x04");
  BOOST_TEST(package.substr(30, 8) == "mimetype");
  BOOST_TEST(package.substr(38, portal::sheet::kOdsType.size()) == portal::sheet::kOdsType);
  BOOST_TEST(file_in(package, "mimetype") == portal::sheet::kOdsType);
  BOOST_TEST(has(file_in(package, "META-INF/manifest.xml"), "manifest:full-path=\"content.xml\""));
  const std::string content = file_in(package, "content.xml");
  BOOST_TEST(has(content, "table:name=\"Đang quá hạn tháng 112026, danh\""));
  BOOST_TEST(has(content, "&lt;b&gt;Tin &amp; bài&lt;/b&gt;</text:p>"));
  BOOST_TEST(has(content, "office:value-type=\"float\" office:value=\"41\""));
  BOOST_TEST(has(content, "office:date-value=\"2026-11-25T13:50:00\"><text:p>25/11/2026 13:50</text:p>"));
  BOOST_TEST(has(content, "<table:table-row><table:table-cell/><table:table-cell/><table:table-cell/></table:table-row>"));
  BOOST_TEST(has(content, "<table:table-header-rows>"));
}
