// Unicode: what text may enter the portal (D4.1a: TCVN 6909, stored in NFC), and how long it is.
//
// Two gates. first_fault() is for every byte string from outside: well-formed UTF-8, no NUL, no
// control characters. list_problems() is for text that will be shown: also no character that a
// reader cannot see or that turns the direction of writing, because such characters make two
// different titles look the same and hide words from search.
//
//   auto fault = first_fault("ho\xC0\xAF");     // BadUtf8 at byte 2, position 3
//   to_nfc("hô\u0323")                          // "hộ": one precomposed letter
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::text {

enum class ProblemKind {
  BadUtf8,  // overlong form, surrogate, value over U+10FFFF, stray or missing continuation byte
  Nul,      // U+0000
  Control,  // C0 (other than tab, line feed, carriage return), DEL, C1
  Noncharacter,  // U+FDD0..FDEF, U+xxFFFE, U+xxFFFF
  LineBreak,     // a line break (also U+2028, U+2029) where one line is wanted; in longer text only
                 // the two separators
  Hidden,        // zero width or otherwise invisible: U+00AD, U+200B, U+FEFF, tags …
  Direction,     // bidirectional controls: U+200E/F, U+202A..E, U+2066..9, U+061C
  Unreadable  // U+FFFC, U+FFFD, private use: what is left of a letter or picture that was lost on
              // the way
};

// One fault in a text. `code_point` is 0 for BadUtf8.
struct TextProblem {
  ProblemKind kind = ProblemKind::BadUtf8;
  std::size_t byte_offset = 0;  // from 0
  std::size_t position = 0;     // in code points, from 1, as people count
  char32_t code_point = 0;

  bool operator==(const TextProblem&) const = default;
};

enum class Lines { One, Many };

// The first byte sequence or character that no text of the portal may hold: BadUtf8, Nul, Control
// or Noncharacter. Strict: what it lets through every conforming decoder reads alike. Linear, no
// allocation.
[[nodiscard]] std::optional<TextProblem> first_fault(std::string_view bytes);

[[nodiscard]] inline bool is_valid(std::string_view bytes) { return !first_fault(bytes); }

// True when `bytes` are UTF-8 without NUL: text that can be shown again to whoever typed it, although
// it may hold control characters that must not be stored.
[[nodiscard]] bool is_readable(std::string_view bytes);

// Every problem of every kind, at most `limit`, in order. Stops at the first BadUtf8, since
// positions after it mean nothing. Emoji sequences keep their joiner (U+200D between two
// pictographs) and their variation selector.
[[nodiscard]] std::vector<TextProblem> list_problems(std::string_view text, Lines lines,
                                                     std::size_t limit = 10);

// One Vietnamese sentence that says which character, where, and next to what, e.g.
// "Ký tự thứ 4 (sau “Thô”) là ký tự ẩn U+200B, hãy xóa đi."
[[nodiscard]] std::string describe(const TextProblem& problem, std::string_view text);

// `text` in Normalization Form C. REQUIRES is_valid(text). A text that is in NFC already costs one
// scan and one copy.
[[nodiscard]] std::string to_nfc(std::string_view text);
[[nodiscard]] bool is_nfc(std::string_view text);

// Code points, as VARCHAR(n) counts. Bytes that are not UTF-8 count as one each.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// What a reader calls characters (extended grapheme clusters). REQUIRES is_valid(text).
[[nodiscard]] std::size_t count_characters(std::string_view text);

// The byte offset behind the first `count` characters (graphemes), or text.size() if there are
// fewer. REQUIRES is_valid(text).
[[nodiscard]] std::size_t offset_of_character(std::string_view text, std::size_t count);

// The longest beginning of `text` that has at most `max_bytes` bytes and is UTF-8: no letter is cut
// in its middle, and it ends before the first byte that is not UTF-8. For what goes into a column, a
// log line or JSON of limited length, such as an error's text. A view into `text`.
[[nodiscard]] std::string_view cut_to_bytes(std::string_view text, std::size_t max_bytes);

}  // namespace portal::text
