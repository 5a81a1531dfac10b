// The smallest package that ODF 1.2 allows: `mimetype` first and stored, so that a file's kind is seen at its 38th byte, a manifest, and content.xml.
#include <algorithm>

#include "shared/base/html.h"
#include "shared/sheet/sheet.h"
#include "shared/sheet/zip_file.h"

namespace portal::sheet {
namespace {

constexpr std::string_view kManifest =
    R"(<?xml version="1.0" encoding="UTF-8"?>)"
    "\n"
    R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">)"
    R"(<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>)"
    R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>)"
    "</manifest:manifest>\n";

// Automatic styles: d1 an instant as people here write it, h1 a heading.
constexpr std::string_view kHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>)"
    "\n"
    R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2">)"
    R"(<office:automatic-styles><number:date-style style:name="n1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>)"
    R"(<number:text>/</number:text><number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>)"
    R"(<number:minutes number:style="long"/></number:date-style><style:style style:name="d1" style:family="table-cell" style:data-style-name="n1"/>)"
    R"(<style:style style:name="h1" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>)"
    R"(<style:style style:name="c1" style:family="table-column"><style:table-column-properties style:column-width="5cm"/></style:style>)"
    R"(</office:automatic-styles><office:body><office:spreadsheet>)";

// XML 1.0 has no place for the other control characters, not even as references.
std::string without_controls(std::string_view text) {
  std::string out{text};
  std::erase_if(out, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
  return out;
}

void append_text_cell(std::string& out, std::string_view text, std::string_view style) {
  out += "<table:table-cell";
  if (!style.empty()) out.append(" table:style-name=\"").append(style).append("\"");
  out += R"( office:value-type="string"><text:p>)";
  base::append_escaped(out, without_controls(text));
  out += "</text:p></table:table-cell>";
}

void append_cell(std::string& out, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value())) return append_text_cell(out, *text, "");
  if (const auto* number = std::get_if<std::int64_t>(&cell.value())) {
    const std::string digits = std::to_string(*number);
    out.append(R"(<table:table-cell office:value-type="float" office:value=")").append(digits).append("\"><text:p>").append(digits);
    out += "</text:p></table:table-cell>";
  } else if (const auto* at = std::get_if<base::UtcTime>(&cell.value())) {
    constexpr std::size_t kToSeconds = 19;  // a spreadsheet's date has no offset: it is the time in Viet Nam
    out.append(R"(<table:table-cell table:style-name="d1" office:value-type="date" office:date-value=")").append(base::format_iso(*at).substr(0, kToSeconds));
    out.append("\"><text:p>").append(base::format_date_time(*at)).append("</text:p></table:table-cell>");
  } else {
    out += "<table:table-cell/>";
  }
}

// A table's name is a tab's: some characters mean something in the names of other spreadsheets, and 31 characters are the most there.
std::string tab_name(std::string_view title) {
  constexpr std::size_t kMost = 31;
  std::string name;
  std::size_t characters = 0;
  for (const char c : title) {
    if (std::string_view{"[]*?:/\\'"}.find(c) != std::string_view::npos) continue;
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++characters > kMost) break;
    name += c;
  }
  return name.empty() ? "1" : name;
}

std::string content_of(const Sheet& sheet) {
  std::string out{kHead};
  out += "<table:table table:name=\"";
  base::append_escaped(out, without_controls(tab_name(sheet.title)));
  const std::size_t columns = std::max<std::size_t>(sheet.columns.size(), 1);
  out.append(R"("><table:table-column table:style-name="c1" table:number-columns-repeated=")").append(std::to_string(columns));
  out += R"("/><table:table-header-rows><table:table-row>)";
  for (const std::string& column : sheet.columns) append_text_cell(out, column, "h1");
  out += "</table:table-row></table:table-header-rows>";
  for (const Row& row : sheet.rows) {
    out += "<table:table-row>";
    for (const Cell& cell : row) append_cell(out, cell);
    out += "</table:table-row>\n";
  }
  out += "</table:table></office:spreadsheet></office:body></office:document-content>\n";
  return out;
}

}  // namespace

std::string to_ods(const Sheet& sheet, base::UtcTime made_at) {
  ZipFile package(made_at);
  package.add("mimetype", std::string{kOdsType}, true);
  package.add("META-INF/manifest.xml", std::string{kManifest});
  package.add("content.xml", content_of(sheet));
  return std::move(package).bytes();
}

}  // namespace portal::sheet
