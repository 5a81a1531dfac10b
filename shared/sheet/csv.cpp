#include <algorithm>
#include <array>

#include "shared/sheet/sheet.h"

namespace portal::sheet {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What begins a formula in some spreadsheet: in ASCII and in the full-width forms that they fold to it (OWASP, CSV injection).
constexpr std::array<std::string_view, 11> kFormulaStarts{"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool is_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(), [text](std::string_view start) { return text.starts_with(start); });
}

void append_text(std::string& out, std::string_view text) {
  out += '"';
  if (is_formula(text)) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_cell(std::string& out, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value())) return append_text(out, *text);
  if (const auto* number = std::get_if<std::int64_t>(&cell.value())) out += std::to_string(*number);
  if (const auto* at = std::get_if<base::UtcTime>(&cell.value())) {
    constexpr std::size_t kToMinutes = 16;
    std::string iso = base::format_iso(*at).substr(0, kToMinutes);
    iso[iso.find('T')] = ' ';
    out += iso;
  }
}

}  // namespace

std::string to_csv(const Sheet& sheet) {
  std::string out{kByteOrderMark};
  for (const std::string& column : sheet.columns) {
    if (&column != &sheet.columns.front()) out += ',';
    append_text(out, column);
  }
  out += "\r\n";
  for (const Row& row : sheet.rows) {
    for (const Cell& cell : row) {
      if (&cell != &row.front()) out += ',';
      append_cell(out, cell);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace portal::sheet
