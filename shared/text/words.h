// Words: cutting and counting text for people. A Vietnamese "word" here is a tiếng: what stands
// between spaces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace portal::text {

// `text` in at most `max_characters` characters (graphemes), cut between words with "…" behind it
// (counted); the punctuation before the cut goes. A text that fits is only trimmed. A first word
// that alone is too long is cut inside. REQUIRES is_valid(text), max >= 1.
[[nodiscard]] std::string cut_words(std::string_view text, std::size_t max_characters);

// Parts between white space that hold a letter or a digit: "Điều 9 – khoản 3" has 4.
[[nodiscard]] std::size_t count_words(std::string_view text);

// White space runs, line ends included, become one space; trimmed. For titles taken from documents,
// summaries, meta descriptions.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace portal::text
