#include "shared/mime/words.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "shared/encoding/encoding.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::mime {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Nothing for a charset that the library does not know.
std::optional<std::string> converted(std::string_view bytes, const std::string& charset) {
  constexpr std::size_t kLongestName = 60;
  if (charset.empty() || charset.size() > kLongestName) return {};
  UErrorCode error = U_ZERO_ERROR;
  const Converter from(ucnv_open(charset.c_str(), &error));
  if (U_FAILURE(error) || !from) return {};
  const Converter to(ucnv_open("UTF-8", &error));
  if (U_FAILURE(error) || !to) return {};
  std::string out(bytes.size() * 3 + 16, '\0');
  constexpr std::size_t kPivot = 1024;
  std::vector<char16_t> pivot(kPivot);
  char16_t* pivot_from = pivot.data();
  char16_t* pivot_to = pivot.data();
  const char* source = bytes.data();
  char* target = out.data();
  ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, bytes.data() + bytes.size(), pivot.data(), &pivot_from, &pivot_to,
                 pivot.data() + pivot.size(), 1, 1, &error);
  if (U_FAILURE(error)) return {};
  out.resize(static_cast<std::size_t>(target - out.data()));
  return out;
}

std::string lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

// What is certainly UTF-8: the library puts U+FFFD where a byte is none.
std::string repaired(std::string_view bytes) { return converted(bytes, "UTF-8").value_or(std::string{}); }

// One base64 digit's value; nothing for another character.
std::optional<unsigned> digit_of(char c) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto at = kDigits.find(c);
  if (at == std::string_view::npos) return {};
  return static_cast<unsigned>(at);
}

// The bytes of a base64 text as the Q encoding writes them, each of them escaped.
std::string quoted_from_base64(std::string_view data) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : data) {
    const auto digit = digit_of(c);
    if (!digit) continue;
    bits = (bits << 6U) | *digit;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    const unsigned byte = (bits >> static_cast<unsigned>(count)) & 0xFFU;
    out += {'=', kHex[byte >> 4U], kHex[byte & 0x0FU]};
  }
  return out;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view charset) {
  const std::string name = lower(charset);
  const bool is_unnamed = name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii" || name == "unknown-8bit" || name == "8bit";
  if (is_ascii(bytes) && is_unnamed) return std::string{bytes};
  if (!is_unnamed)
    if (auto text = converted(bytes, name)) return *std::move(text);
  if (text::is_readable(bytes)) return std::string{bytes};
  return repaired(encoding::read_bytes(bytes).text);
}

std::string visible(std::string_view utf8) {
  std::string text = repaired(utf8);
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\0') continue;
    if (text[i] != '\r') lines += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n') lines += '\n';
  }
  text = text::to_nfc(lines);
  std::string out;
  out.reserve(text.size());
  std::size_t from = 0;
  for (const text::TextProblem& problem : text::list_problems(text, text::Lines::Many, text.size() + 1)) {
    out.append(text, from, problem.byte_offset - from);
    if (problem.kind == text::ProblemKind::LineBreak) out += '\n';
    if (problem.kind == text::ProblemKind::Unreadable) out += '?';
    const auto lead = static_cast<unsigned char>(text[problem.byte_offset]);
    from = problem.byte_offset + (lead < 0x80U ? 1U : lead < 0xE0U ? 2U : lead < 0xF0U ? 3U : 4U);
  }
  out.append(text, std::min(from, text.size()), std::string::npos);
  return text::to_nfc(out);
}

std::string visible_line(std::string_view utf8, std::size_t max_code_points) {
  std::string line = visible(utf8);
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  line = std::string{text::trim(line)};
  std::size_t end = 0, points = 0;
  while (end < line.size() && points < max_code_points) {
    ++end;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
    ++points;
  }
  line.resize(end);
  return std::string{text::trim(line)};
}

std::string unflowed(std::string_view text, bool drops_space) {
  std::string out;
  out.reserve(text.size());
  std::size_t open_depth = 0;  // of the quotation whose last line goes on
  bool goes_on = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
    std::string_view words = line.substr(depth);
    if (words.starts_with(' ')) words.remove_prefix(1);  // stuffed, so that no line begins with "From " or ">"
    const bool is_signature = words == "-- ";
    if (goes_on && (depth != open_depth || is_signature)) goes_on = false, out += '\n';
    if (!goes_on && depth > 0) out.append(depth, '>').append(" ");
    goes_on = words.ends_with(' ') && !is_signature;
    open_depth = depth;
    if (goes_on && drops_space) words.remove_suffix(1);
    out += words;
    if (!goes_on) out += '\n';
  }
  return out;
}

std::string requoted(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  while (!raw.empty()) {
    const std::size_t begin = raw.find("=?");
    if (begin == std::string_view::npos) break;
    const std::size_t mark = raw.find('?', begin + 2);  // behind the charset
    const bool is_base64 = mark != std::string_view::npos && mark + 2 < raw.size() && (raw[mark + 1] == 'B' || raw[mark + 1] == 'b') && raw[mark + 2] == '?';
    const std::size_t data = mark + 3;
    const std::size_t end = is_base64 ? raw.find("?=", data) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out.append(raw.substr(0, begin + 2));
      raw.remove_prefix(begin + 2);
      continue;
    }
    out.append(raw.substr(0, mark + 1)).append("Q?").append(quoted_from_base64(raw.substr(data, end - data))).append("?=");
    raw.remove_prefix(end + 2);
  }
  return out.append(raw);
}

}  // namespace portal::mime
