// Parse: JSON text to a Document, or everything that is wrong with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "shared/base/result.h"
#include "shared/richtext/document.h"

namespace portal::richtext {

// One mistake: where in the tree ("content[2].content[0].marks[1].attrs.href", "" for the whole)
// and one Vietnamese sentence that names the block as a person counts it.
struct ContentError {
  std::string path;
  std::string message;

  bool operator==(const ContentError&) const = default;
};

inline constexpr std::size_t kMaxErrors = 20;

using ParseResult = tl::expected<Document, std::vector<ContentError>>;

// Reads and validates a tree against the schema in document.h. Unknown nodes, marks, attributes and
// members are errors, never skipped; text is brought to NFC; `colwidth` of cells and a null `title`
// of links (both written by the editor) are read and dropped. Never more than kMaxErrors errors.
// Safe on any bytes: depth is limited before anything recurses, time and memory are linear.
[[nodiscard]] ParseResult parse_document(std::string_view json);

// A tree that a program made, read and validated like one from outside. `root` is a Doc.
[[nodiscard]] ParseResult check_tree(const Node& root);

// parse_document() as a Result: Fault Invalid (TooLarge when over a size limit) with one FieldError named
// `field` per mistake.
[[nodiscard]] base::Result<Document> parse_field(std::string_view json, std::string_view field);

// Plain text to paragraphs: each non-blank line is one. For forms without JavaScript and for
// imports. Errors: Invalid as clean_text, TooLarge over the limits.
[[nodiscard]] base::Result<Document> from_plain_text(std::string_view text);

}  // namespace portal::richtext
