// JSON: the canonical bytes of a Document.
#pragma once

#include <string>

#include "shared/richtext/document.h"

namespace portal::richtext {

// ProseMirror's JSON without spaces: members in the order type, attrs, content, marks, text; marks
// in the order of Marks; every attribute written out, an empty `title`, `alt` or `caption` left out; no escapes but \"
// \\ and \t. Equal documents give equal bytes, so a digest of them names the version that was
// checked (D15.3). parse_document(to_json(d)) == d.
[[nodiscard]] std::string to_json(const Document& document);

}  // namespace portal::richtext
