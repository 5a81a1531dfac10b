#include "shared/smtp/header.h"

#include <algorithm>
#include <vector>

namespace portal::smtp {
namespace {

constexpr std::size_t kLongestLine = 76, kLongestWord = 75;
constexpr std::string_view kBegin = "=?UTF-8?Q?", kEnd = "?=", kFold = "\r\n ";

// What stands for itself in an encoded word of any place, a display name's too (RFC 2047, 5).
bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view{"!*+-/"}.find(c) != std::string_view::npos;
}

std::string encoded(char c) {
  if (is_plain(c)) return {c};
  if (c == ' ') return "_";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'=', kHex[byte >> 4U], kHex[byte & 0x0FU]};
}

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// One line without control characters.
std::string one_line(std::string_view value) {
  std::string line{value};
  std::replace_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
  return line;
}

// ASCII that no reader takes for an encoded word.
bool is_ascii(std::string_view text) {
  return text.find("=?") == std::string_view::npos && std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

// The letters of `text` as encoded words, the first of which has `room` characters.
std::vector<std::string> words_of(std::string_view text, std::size_t room) {
  std::vector<std::string> words;
  std::string word{kBegin};
  std::size_t limit = std::min(room, kLongestWord);
  for (std::size_t at = 0; at < text.size();) {
    std::string letter = encoded(text[at++]);
    while (at < text.size() && continues_letter(text[at])) letter += encoded(text[at++]);
    if (word.size() + letter.size() + kEnd.size() > limit) {
      words.push_back(word.append(kEnd));
      word = kBegin;
      limit = kLongestWord;
    }
    word += letter;
  }
  words.push_back(word.append(kEnd));
  return words;
}

// `pieces` behind `start` with spaces between them, broken before one that does not fit.
std::string folded(std::string start, const std::vector<std::string>& pieces) {
  std::size_t used = start.size();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool fits = used + 1 + pieces[i].size() <= kLongestLine;
    start += fits || i == 0 ? " " : std::string{kFold};
    used = fits || i == 0 ? used + 1 + pieces[i].size() : 1 + pieces[i].size();
    start += pieces[i];
  }
  return start + "\r\n";
}

std::vector<std::string> split_at_spaces(std::string_view text) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

std::size_t room_after(std::string_view name) { return kLongestLine - name.size() - 2; }

}  // namespace

std::string text_header(std::string_view name, std::string_view value) {
  const std::string line = one_line(value);
  const auto pieces = split_at_spaces(line);
  const bool is_short = std::all_of(pieces.begin(), pieces.end(), [](const std::string& piece) { return piece.size() < kLongestWord; });
  if (is_ascii(line) && is_short && line.find("  ") == std::string::npos) return folded(std::string{name} + ":", pieces);
  return folded(std::string{name} + ":", words_of(line, room_after(name)));
}

std::string address_header(std::string_view name, std::string_view display_name, std::string_view address) {
  const std::string line = one_line(display_name);
  std::vector<std::string> pieces;
  if (line.find_first_not_of(' ') != std::string::npos) {
    const bool is_atoms = is_ascii(line) && std::all_of(line.begin(), line.end(), [](char c) { return is_plain(c) || c == ' '; });
    pieces = is_atoms ? split_at_spaces(line) : words_of(line, room_after(name));
  }
  pieces.push_back(pieces.empty() ? std::string{address} : "<" + std::string{address} + ">");
  return folded(std::string{name} + ":", pieces);
}

std::string plain_header(std::string_view name, std::string_view value) { return std::string{name} + ": " + one_line(value) + "\r\n"; }

}  // namespace portal::smtp
