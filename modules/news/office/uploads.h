// Uploads: the files that came with an edit form become uploads of its item.
#pragma once

#include <vector>

#include "modules/news/office/app.h"
#include "shared/http/fields.h"
#include "shared/http/response.h"

namespace portal::news {

// What became of them: the form with the new attachments in it, and what was refused. Nothing is lost by a refusal of another file.
struct Intake {
  http::Fields typed;
  std::vector<base::FieldError> errors;  // fields "anh", "tep", "tai_lieu"
  std::size_t added = 0;
};

// Files of the field "anh" are pictures, of "tep" attachments, of "thay_<slot>" what an attachment is replaced by, of "tai_lieu" Word and Writer files (D9.1a).
// Faults: those of saving the item (workflow::authorize), when it may not be saved by this person now.
[[nodiscard]] base::Result<Intake> take_uploads(OfficeApp& app, server::Context& context, base::ItemId item, http::Fields typed);

// The item of the address, whose files are asked for: one that this person sees and whose words are not hidden (D12.3b).
[[nodiscard]] base::Result<workflow::Item> find_item_of_files(OfficeApp& app, server::Context& context);

// What an address without a file answers, whatever the reason.
[[nodiscard]] http::Response no_file(server::Context& context);

}  // namespace portal::news
