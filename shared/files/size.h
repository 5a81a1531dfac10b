// Sizes of files as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace portal::files {

// "320 KB", "1,4 MB".
[[nodiscard]] std::string size_words(std::uint64_t bytes);

}  // namespace portal::files
