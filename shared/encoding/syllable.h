// Syllable: which words can be Vietnamese. Every Vietnamese word is written as syllables (tiếng) of an initial, a rime and a tone, and there are few of each:
// that is how a right reading is told from a wrong one.
#pragma once

#include <string_view>

namespace portal::encoding {

enum class Tone { Level, Grave, Hook, Tilde, Acute, Dot };

// A letter without its tone, in lower case: 'ệ' is 'ê' with Dot. `base` is 0 for what is no letter of Vietnamese.
struct Split {
  char32_t base = 0;
  Tone tone = Tone::Level;
  bool is_upper = false;
};

[[nodiscard]] Split split_letter(char32_t c);

// The letter of a base, a tone and a case; 0 when there is none.
[[nodiscard]] char32_t join_letter(char32_t base, Tone tone, bool is_upper);

[[nodiscard]] char32_t to_upper(char32_t c);
[[nodiscard]] char32_t to_lower(char32_t c);

// True for a vowel of Vietnamese with or without a tone.
[[nodiscard]] bool is_vowel(char32_t c);

// True for an initial, a rime and at most one tone that go together: "nghiêng", "Hoà", "UỶ". In NFC; any mixture of cases.
[[nodiscard]] bool is_syllable(std::u32string_view word);

// True for consonants in capitals, which stand for words: "HĐND", "QĐ", "Đ".
[[nodiscard]] bool is_abbreviation(std::u32string_view word);

}  // namespace portal::encoding
