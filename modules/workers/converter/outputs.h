// Outputs: what a tool left in its output folder, opened as something that a stranger made: a tool that was taken over may have left a link to a file of ours.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace portal::converter {

// The bytes of the regular file at `path` (with slashes) below `folder`, no part of which may be a link, nor ".."; nothing when there is none such, or it
// has more than `most`.
[[nodiscard]] std::optional<std::string> read_output(const std::string& folder, std::string_view path, std::uint64_t most);

// Throws std::system_error when the disk refuses.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace portal::converter
