// Lookalike: a file that pretends. Its name says another kind than its content, or it is two kinds at once (a polyglot): a PDF that an archiver, or a browser
// that guesses, opens as something else. Nothing of that is taken, whatever its purpose (D9.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/files/format.h"

namespace portal::files {

// Why a file of this content is not taken under its name, in words for its sender; nothing when it is. Another ending of the same family is no lie that
// matters: pictures and documents are made anew by their content.
[[nodiscard]] std::optional<std::string> name_fault(std::string_view name, const Format& format);

// Why a PDF is not taken although a reader of PDF opens it; nothing when it is. `head` and `tail`: its first and last bytes, kHeadBytes and kTailBytes of
// them or as many as it has.
inline constexpr std::size_t kHeadBytes = 1024;
inline constexpr std::size_t kTailBytes = 66 * 1024;
[[nodiscard]] std::optional<std::string> polyglot_fault(std::string_view head, std::string_view tail);

// The same of a file on disk. Throws std::system_error.
[[nodiscard]] std::optional<std::string> polyglot_fault_of(const std::string& path);

}  // namespace portal::files
