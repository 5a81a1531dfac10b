// Contact: whether a line can be an e-mail address or a telephone number, as far as its form tells. Pure.
#pragma once

#include <string_view>

namespace portal::text {

// An address of an electronic mailbox, well-formed enough to write to (one @, a dot behind it, no spaces).
[[nodiscard]] bool is_email(std::string_view text);

// Digits, spaces, dots, plus, brackets, 6 to 40 characters.
[[nodiscard]] bool is_phone(std::string_view text);

}  // namespace portal::text
