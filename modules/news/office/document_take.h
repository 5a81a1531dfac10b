// DocumentTake: the text of a Word or Writer file becomes the text of an article (D9.1a), as a draft of its edit form: nothing is saved, and nothing that was
// there is overwritten before its author has looked at it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/news/office/app.h"
#include "modules/news/office/document_text.h"
#include "shared/files/files.h"
#include "shared/http/fields.h"

namespace portal::news {

// The choice of the form when the article has a body.
inline constexpr std::string_view kHowField = "cach";
inline constexpr std::string_view kReplace = "thay";
inline constexpr std::string_view kAppend = "them";

// What this person has in front of them: the draft that the page was opened from, else the newest version.
struct WorkingText {
  http::Fields fields;
  unsigned base = 0;        // the version that it was begun from
  std::string draft_key;    // what was asked for, "" for none; a form that is left may still be writing it
  bool is_draft = false;    // it was found
  std::optional<richtext::Document> body;  // nothing when what stands there does not read: it is kept, and nothing is put behind it

  [[nodiscard]] bool has_body() const;
};
[[nodiscard]] WorkingText working_text(server::Context& context, const workflow::Item& item, std::string_view draft_key);

struct Taking {
  const files::ItemFile& file;
  const std::vector<files::Part>& parts;
  const DocumentText& text;
  const WorkingText& working;
  bool appends = false;   // else the text stands in the place of the body
};

// In one transaction: the document's pictures become uploads (quarantine, made anew), the draft is written, the form is remembered. Gives the address of the
// edit form. Faults: those of saving the item; Invalid when both texts together are too long for an article.
[[nodiscard]] base::Result<std::string> take_document_text(OfficeApp& app, server::Context& context, base::ItemId id, const Taking& taking);

}  // namespace portal::news
