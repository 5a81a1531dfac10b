// LegacyText: the words of an article read as one text, to find what is in another encoding (D4.1a). A title of two words says little by itself; with the
// body it is plain. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/encoding/encoding.h"

#include "modules/news/model.h"

namespace portal::news {

// A field's value as it was sent; `is_body` for the JSON of the rich text.
struct TextField {
  std::string_view name;
  std::string_view value;
  bool is_body = false;
};

// A field that would change.
struct ReadField {
  std::string name;
  std::string value;   // as the form sends it
  std::string before;  // its words, a line for each paragraph
  std::string after;
  std::vector<encoding::Doubt> doubts;  // places in `after`
};

struct LegacyText {
  encoding::Encoding encoding = encoding::Encoding::Unicode;
  double confidence = 1.0;
  std::vector<ReadField> fields;
  std::string first_words;  // of what was changed first, as it stands

  // Known to be in another encoding.
  [[nodiscard]] bool is_legacy() const { return confidence >= encoding::kSure && !fields.empty(); }

  // Looks like it, and says too little to be sure.
  [[nodiscard]] bool is_guess() const { return confidence < encoding::kSure && !fields.empty(); }
};

[[nodiscard]] LegacyText read_fields(const std::vector<TextField>& fields);

// The same for a stored version.
[[nodiscard]] LegacyText read_content(const Content& content);

}  // namespace portal::news
