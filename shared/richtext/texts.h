// Texts: the words of a body as it was sent, before anything is validated, so that what is typed in another encoding (D4.1a) can be read while its invisible
// letters, which parse_document() refuses, are still there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::richtext {

// The texts of each paragraph or heading, in order, one for each text node: neighbours belong to one line. Nothing for what is no JSON tree within the
// limits of document.h.
[[nodiscard]] std::optional<std::vector<std::vector<std::string>>> texts_of(std::string_view json);

// The same tree with other texts, in the order of texts_of(); a node whose text is empty goes. REQUIRES as many texts as texts_of(json) gave.
[[nodiscard]] std::string with_texts(std::string_view json, const std::vector<std::vector<std::string>>& texts);

}  // namespace portal::richtext
