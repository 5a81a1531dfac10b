// VisibleText: text as an article may hold it: without characters that nobody sees, control characters, and what a symbol font alone could show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace portal::converter {

struct VisibleText {
  std::string text;
  std::size_t dropped = 0;  // characters that something was to be seen of, or that are no text at all
};

// Tabs and line separators become spaces. The soft hyphen and zero-width characters go without being counted: nobody saw them.
[[nodiscard]] VisibleText visible_text(std::string_view text);

}  // namespace portal::converter
