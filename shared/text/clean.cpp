#include "shared/text/clean.h"

#include "shared/text/decode.h"
#include "shared/text/unicode.h"

namespace portal::text {
namespace {

using base::FaultKind;
using base::Result;

std::size_t space_at_start(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded d = decode_at(text, at);
    if (d.length == 0 || !is_space(d.code)) break;
    at += d.length;
  }
  return at;
}

std::size_t end_without_space(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    const Decoded d = decode_at(text, at);
    if (d.length != end - at || !is_space(d.code)) break;
    end = at;
  }
  return end;
}

Result<std::string> check(std::string text, std::string_view typed, Lines lines,
                          std::size_t max_code_points) {
  const auto problems = list_problems(typed, lines, 1);
  if (!problems.empty()) return base::fail(FaultKind::Invalid, describe(problems.front(), typed));
  text = to_nfc(text);
  const std::size_t length = count_code_points(text);
  if (length > max_code_points) {
    return base::fail(FaultKind::Invalid, "Dài " + std::to_string(length) +
                                              " ký tự, nhiều nhất được " +
                                              std::to_string(max_code_points) + " ký tự.");
  }
  return text;
}

// One line break for all; spaces at line ends dropped.
std::string even_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (true) {
    const std::size_t at = text.find_first_of("\r\n");
    const std::string_view line = text.substr(0, at);
    out.append(line.substr(0, end_without_space(line)));
    if (at == std::string_view::npos) return out;
    out += '\n';
    const bool pair = text.substr(at, 2) == "\r\n";
    text.remove_prefix(at + (pair ? 2 : 1));
  }
}

std::string_view without_blank_lines_around(std::string_view text) {
  text = text.substr(0, end_without_space(text));
  const std::size_t lead = text.substr(0, space_at_start(text)).rfind('\n');
  return lead == std::string_view::npos ? text : text.substr(lead + 1);
}

}  // namespace

std::string_view trim(std::string_view text) {
  text = text.substr(0, end_without_space(text));
  return text.substr(space_at_start(text));
}

Result<std::string> clean_line(std::string_view typed, std::size_t max_code_points) {
  const std::string_view core = trim(typed);
  std::string line(core);
  for (char& c : line) {
    if (c == '\t') c = ' ';
  }
  return check(std::move(line), core, Lines::One, max_code_points);
}

Result<std::string> clean_text(std::string_view typed, std::size_t max_code_points) {
  const std::string lines = even_lines(typed);
  return check(std::string(without_blank_lines_around(lines)), typed, Lines::Many, max_code_points);
}

}  // namespace portal::text
