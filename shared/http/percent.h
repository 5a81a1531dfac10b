// Percent: strict percent-decoding and the text gate of every name, value and path (F16, F18).
// Inside shared/http.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace portal::http {

enum class Plus { IsSpace, IsPlus };

// `text` with every "%XX" replaced by its byte; nothing when a '%' is not followed by two
// hexadecimal digits.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, Plus plus);

// `text` in NFC with CR LF and CR as LF; nothing for bad UTF-8, NUL, control characters and
// noncharacters.
[[nodiscard]] std::optional<std::string> accept_text(std::string text);

// What was typed into a form: as accept_text(), but control characters and noncharacters stay. They
// come along when text is pasted; text::clean_line() names their place and the form is given back,
// which a refusal of the whole request could not do (D4.1a).
[[nodiscard]] std::optional<std::string> accept_typed(std::string text);

// True for tab, line feed, carriage return and the other C0 controls, which have no place in a
// path, a name or a query.
[[nodiscard]] bool has_control(std::string_view text);

[[nodiscard]] constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);

}  // namespace portal::http
