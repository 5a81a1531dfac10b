// The page of a Word or Writer file (D9.1a): the original beside what an article would have of it. Filled from plain values; no SQL, no decision about rights.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/news/office/document_text.h"
#include "shared/base/result.h"
#include "shared/files/files.h"
#include "shared/view/view.h"

namespace portal::news {

// The form that takes the text over.
struct TakeForm {
  std::string url;
  std::string key;
  std::string draft_key;   // of the form that the person came from; "" for none
  bool asks_how = false;   // the article has a body already: it is the person who says what becomes of it
  std::string how;         // what was chosen, for showing it again
};

struct DocumentPage {
  std::string item_url;
  std::string back_url;
  const files::ItemFile& file;
  std::string preview_url;                 // "" when none could be made
  std::optional<DocumentText> text;        // when the file is ready
  std::optional<TakeForm> form;            // when the person may save the item
};

void fill_document(view::Dict& content, const DocumentPage& page, const std::vector<base::FieldError>& errors);

}  // namespace portal::news
