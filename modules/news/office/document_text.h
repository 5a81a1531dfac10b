// DocumentText: what the converter made of a Word or Writer file (D9.1a), as the office shows it and takes it over. Pure: no database, no HTML.
//
// The JSON is that of modules/workers/converter/document.h. In its tree a figure names a picture of the document, from 1: it has no upload yet.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/richtext/document.h"

namespace portal::news {

// A letter that somebody should look at, with the word that it stands in (D4.1a).
struct DoubtfulLetter {
  std::string word, is, was, could_be, reason;
};

struct DocumentText {
  std::string title;                   // guessed; "" when nothing looked like one
  richtext::Document tree;
  std::vector<std::string> lost;       // sentences
  std::string encoding;                // what the letters were in before; "" when they were Unicode
  double confidence = 1.0;             // of that
  std::int64_t doubtful = 0;           // letters, of which `doubts` may be the first ones only
  std::vector<DoubtfulLetter> doubts;
};

// Nothing for a text that is no such JSON.
[[nodiscard]] std::optional<DocumentText> read_document_text(std::string_view json);

// The numbers of the document's pictures that its tree names, in order.
[[nodiscard]] std::vector<int> pictures_of(const richtext::Document& tree);

// For reading only: each picture as a line that says which one stands there, since it is not fit to be seen before it was made anew.
[[nodiscard]] richtext::Document with_pictures_named(const richtext::Document& tree);

// The body of the article with the document's text in it, behind `before` when there is one; each figure names the upload that its picture became, and goes
// when it became none. Faults: those of a body that is too large.
[[nodiscard]] base::Result<richtext::Document> take_over(const std::optional<richtext::Document>& before, const richtext::Document& tree,
                                                         const std::map<int, int>& uploads);

}  // namespace portal::news
