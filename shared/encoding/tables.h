// Tables: what the letters of each encoding are. Inside shared/encoding and its tests.
//
// Sources: TCVN 5712:1993 (VN3), RFC 1456 (VISCII, VIQR), VNI's and VPS's published tables; Windows-1258 is ICU's.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/encoding/encoding.h"

namespace portal::encoding {

// A code point of the text as it came, with the byte that it was in an old encoding (as Windows-1252 or Latin-1 shows it); -1 for what never was one.
struct Unit {
  char32_t code = 0;
  std::int16_t byte = -1;
  std::uint32_t at = 0;     // bytes, in the original
  std::uint8_t length = 0;  // bytes
  bool is_digit = false;
};

[[nodiscard]] std::vector<Unit> units_of(std::string_view text);

// The byte that shows as this code point under Windows-1252 or Latin-1; -1 when there is none.
[[nodiscard]] std::int16_t byte_of(char32_t c);

// The other way: what Windows-1252 shows for a byte.
[[nodiscard]] char32_t shown_as(unsigned char byte);

// One letter read from one or more units.
struct Letter {
  char32_t code = 0;
  std::uint8_t units = 1;
  bool is_word = false;              // part of a word; otherwise it ends one
  bool is_read = false;              // the encoding says something of it: also where the result is what stood there
  bool is_stray = false;             // an old byte that the encoding has no letter for
  bool is_strong = false;            // a sequence that no text has by itself
  std::array<char32_t, 4> others{};  // what else it may have been, when a byte was lost
  std::uint8_t swallowed = 0;        // units at its end that stood for the lost byte
};

// The letter at units[i]. REQUIRES i < units.size().
[[nodiscard]] Letter letter_at(Encoding encoding, std::span<const Unit> units, std::size_t i);

// The bytes of `text` in an encoding, for tests: what letter_at() reads back. What the encoding cannot hold (TCVN3's accented capitals become small
// letters) is written as near as it can be; what it has no byte for is given as UTF-8.
[[nodiscard]] std::string encode(Encoding encoding, std::u32string_view text);

// True where an encoding has no capital of its own for a letter that it has: "Ộ" in TCVN3.
[[nodiscard]] bool lacks_capital(Encoding encoding, char32_t lower);

}  // namespace portal::encoding
