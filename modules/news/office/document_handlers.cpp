// A Word or Writer file of an article (D9.1a): its original beside what would become of it, and the taking over.
#include <algorithm>
#include <stdexcept>

#include "modules/news/office/document_take.h"
#include "modules/news/office/document_view.h"
#include "modules/news/office/editing.h"
#include "modules/news/office/handlers.h"
#include "modules/news/office/uploads.h"

namespace portal::news {
namespace {

using base::FaultKind;
using base::FieldError;

// A document and what was made of it.
struct Found {
  workflow::Item item;
  files::ItemFile file;
  std::vector<files::Part> parts;  // of a ready one
};

// Nothing for the file of another item, or one that is no document.
std::optional<Found> find_document(OfficeApp& app, server::Context& context) {
  auto item = find_item_of_files(app, context);
  if (!item) return std::nullopt;
  auto file = files::find(context.db(), item->id, files::UploadId{context.path.number("file")});
  if (!file || file->kind != files::Kind::Document) return std::nullopt;
  auto parts = file->is_ready() ? files::parts(context.db(), file->file) : std::vector<files::Part>{};
  return Found{*std::move(item), *std::move(file), std::move(parts)};
}

const files::Part* find_part(const Found& found, files::PartKind kind) {
  const auto part = std::find_if(found.parts.begin(), found.parts.end(), [kind](const files::Part& one) { return one.kind == kind; });
  return part == found.parts.end() ? nullptr : &*part;
}

// Of a ready document. The store's own file that does not read is nothing that anybody could mend by asking again.
DocumentText text_of(OfficeApp& app, const Found& found) {
  const files::Part* part = find_part(found, files::PartKind::Text);
  auto text = part == nullptr ? std::nullopt : read_document_text(app.store.read(part->sha256));
  if (!text) throw std::runtime_error("the text of document " + std::to_string(found.file.id.value) + " does not read");
  return *std::move(text);
}

http::Response document_page(OfficeApp& app, server::Context& context, const Found& found, const WorkingText& working, const std::vector<FieldError>& errors,
                             int status) {
  const std::string item_url = app.host.item_url(found.item.id);
  const std::string url = document_url(item_url, found.file.id);
  const bool may_save = workflow::authorize(context.db(), context.actor, workflow::Action::Save, found.item, context.now).has_value();
  const std::string edit_url = item_url + "/sua" + (working.draft_key.empty() ? std::string{} : "?nhap=" + working.draft_key);
  DocumentPage made{.item_url = item_url, .back_url = may_save ? edit_url : item_url, .file = found.file, .preview_url = {}, .text = {}, .form = {}};
  if (found.file.is_ready()) {
    made.text = text_of(app, found);
    if (find_part(found, files::PartKind::Preview) != nullptr) made.preview_url = url + "/ban-goc.pdf";
    if (may_save)
      made.form = TakeForm{url + "/lay", workflow::new_form_key(), working.draft_key, working.has_body(), std::string{context.request.form.get(kHowField)}};
  }
  office::Frame frame;
  frame.title = found.file.name;
  frame.menu = "news";
  frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}, {item_url, found.item.code}};
  frame.here = "Văn bản gửi lên";
  office::OfficePage page(context, frame, "news-office/document.tpl");
  fill_document(page.content(), made, errors);
  return std::move(page).respond(status);
}

}  // namespace

http::Response show_document(OfficeApp& app, server::Context& context) {
  const auto found = find_document(app, context);
  if (!found) return no_file(context);
  return document_page(app, context, *found, working_text(context, found->item, context.request.query.get("nhap")), {}, 200);
}

http::Response show_document_preview(OfficeApp& app, server::Context& context) {
  const auto found = find_document(app, context);
  const files::Part* preview = found ? find_part(*found, files::PartKind::Preview) : nullptr;
  if (preview == nullptr) return no_file(context);
  http::Response response = http::stored_file(files::accel_path(preview->sha256), "application/pdf", http::Cache::NoStore);
  response.headers.emplace_back("Content-Disposition", "inline");
  return response;
}

http::Response take_document(OfficeApp& app, server::Context& context) {
  const auto found = find_document(app, context);
  if (!found) return no_file(context);
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const auto permit = workflow::authorize(context.db(), context.actor, workflow::Action::Save, found->item, context.now);
  if (!permit) return server::fault_response(context, permit.error());
  const http::Fields& form = context.request.form;
  const WorkingText working = working_text(context, found->item, form.get("draft"));
  const std::string_view how = form.get(kHowField);
  const auto again = [&](std::string message) {
    return document_page(app, context, *found, working, {{std::string{kHowField}, std::move(message), "D9.1a"}}, 422);
  };
  if (!found->file.is_ready())
    return server::fault_response(context, {FaultKind::NotAllowedNow, "Tệp chưa xử lý xong hoặc không dùng được nên chưa lấy được vào bài.", {}});
  // Somebody may have written meanwhile: what stands there is never overwritten unasked.
  if (working.has_body() && how != kReplace && how != kAppend) return again("Chọn thay nội dung đang có hay thêm vào cuối.");
  const DocumentText text = text_of(app, *found);
  const Taking taking{found->file, found->parts, text, working, working.has_body() && how == kAppend};
  const auto done = once(context, [&] { return take_document_text(app, context, found->item.id, taking); });
  if (done) return http::redirect(*done);
  if (done.error().kind == FaultKind::Invalid) return again(done.error().message);
  return server::fault_response(context, done.error());
}

}  // namespace portal::news
