// Document: what a request of the import API says, from its JSON (openapi.json), or everything that is wrong with it. Pure.
#pragma once

#include <string>
#include <string_view>

#include "modules/import_api/sender.h"
#include "shared/base/result.h"

namespace portal::import_api {

inline constexpr std::size_t kMostJson = 2 * 1024 * 1024;  // bytes

struct Document {
  std::string title;
  std::string text, html;  // at most one of them
  intake::Sender sender;   // who wrote it: what was sent over what the directory knows
  std::string approved_by; // who of the unit's leadership approved it, as the sender says (D9.1a)
};

// `has_files`: then it may be without words. Faults: BadRequest (no JSON), TooLarge, Invalid with a FieldError for each mistake, D9.1b among them.
[[nodiscard]] base::Result<Document> parse_document(std::string_view json, const Sender& sender, bool has_files);

}  // namespace portal::import_api
