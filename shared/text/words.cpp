#include "shared/text/words.h"

#include <unicode/uchar.h>

#include "shared/text/clean.h"
#include "shared/text/decode.h"
#include "shared/text/unicode.h"

namespace portal::text {
namespace {

bool is_word_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

// The start of the last white space run in text[0, end], 0 if there is none. `end` itself may be a
// space.
std::size_t last_break(std::string_view text, std::size_t end) {
  std::size_t found = 0;
  bool in_space = false;
  for (std::size_t at = 0; at <= end && at < text.size();) {
    const Decoded d = decode_at(text, at);
    const bool space = is_space(d.code);
    if (space && !in_space) found = at;
    in_space = space;
    at += d.length == 0 ? 1 : d.length;
  }
  return found;
}

std::string_view without_tail(std::string_view text) {
  static constexpr std::string_view kAscii = ",;:-(/.";
  static constexpr std::string_view kWide[] = {"–", "—", "“", "‘", "…"};
  while (true) {
    text = trim(text);
    const std::size_t size = text.size();
    if (!text.empty() && kAscii.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    for (const std::string_view mark : kWide) {
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    if (text.size() == size) return text;
  }
}

}  // namespace

std::string cut_words(std::string_view text, std::size_t max_characters) {
  text = trim(text);
  if (offset_of_character(text, max_characters) >= text.size()) return std::string(text);
  const std::size_t limit = offset_of_character(text, max_characters == 0 ? 0 : max_characters - 1);
  const std::size_t word_end = last_break(text, limit);
  const std::string_view kept = without_tail(text.substr(0, word_end == 0 ? limit : word_end));
  return std::string(kept) + "…";
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool counted = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_at(text, at);
    if (is_space(d.code)) {
      counted = false;
    } else if (!counted && is_word_letter(d.code)) {
      counted = true;
      ++words;
    }
    at += d.length == 0 ? 1 : d.length;
  }
  return words;
}

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_at(text, at);
    const std::size_t length = d.length == 0 ? 1 : d.length;
    if (is_space(d.code)) {
      pending = !out.empty();
    } else {
      if (pending) out += ' ';
      pending = false;
      out.append(text, at, length);
    }
    at += length;
  }
  return out;
}

}  // namespace portal::text
