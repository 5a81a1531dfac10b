// Pictures, attachments and documents of an article: taking them in, telling what became of them, and showing them to who may see the item.
#include <algorithm>
#include <charconv>

#include "modules/news/attachments.h"
#include "modules/news/files.h"
#include "modules/news/office/editing.h"
#include "modules/news/office/handlers.h"
#include "modules/news/office/uploads.h"
#include "shared/files/files.h"

namespace portal::news {
namespace {

using base::FaultKind;

constexpr std::string_view kReplaces = "thay_";
constexpr std::string_view kNoFile = "Không tìm thấy tệp này.";

files::Kind kind_of(const http::Upload& upload) {
  if (upload.field == "anh") return files::Kind::Picture;
  return upload.field == "tai_lieu" ? files::Kind::Document : files::Kind::Attachment;
}

// The field of the form at which a refusal is said, and the clause that wants the file.
base::FieldError refusal(files::Kind kind, std::string message) {
  switch (kind) {
    case files::Kind::Picture: return {"anh", std::move(message), "D9.1"};
    case files::Kind::Document: return {"tai_lieu", std::move(message), "D9.1a"};
    case files::Kind::Attachment: break;
  }
  return {"tep", std::move(message), "D9.1"};
}

int slot_of(const http::Upload& upload) {
  if (!upload.field.starts_with(kReplaces)) return 0;
  const std::string_view digits = std::string_view{upload.field}.substr(kReplaces.size());
  int slot = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), slot);
  return slot;
}

// The upload in the list of attachments: in the place of the one that it replaces, or at the end under its name without the ending.
void attach(std::vector<Attachment>& attachments, const files::Received& received, int number, int slot) {
  const auto found = std::find_if(attachments.begin(), attachments.end(), [slot](const Attachment& one) { return slot != 0 && one.slot == slot; });
  if (found != attachments.end()) {
    found->file = number;
    return;
  }
  attachments.push_back({number, number, received.name.substr(0, received.name.rfind('.'))});
}

http::Response json(std::string body, int status) {
  http::Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = std::move(body);
  return response;
}

std::optional<files::ItemFile> file_of(OfficeApp& app, server::Context& context) {
  const auto item = find_item_of_files(app, context);
  if (!item) return std::nullopt;
  return files::find(context.db(), item->id, files::UploadId{context.path.number("file")});
}

}  // namespace

base::Result<workflow::Item> find_item_of_files(OfficeApp& app, server::Context& context) {
  auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (item && item->is_hidden()) return base::fail(FaultKind::NotFound, std::string{kNoFile});
  return item;
}

http::Response no_file(server::Context& context) { return server::fault_response(context, {FaultKind::NotFound, std::string{kNoFile}, {}}); }

base::Result<Intake> take_uploads(OfficeApp& app, server::Context& context, base::ItemId id, http::Fields typed) {
  db::Connection& db = context.db();
  Intake intake;
  {
    // Before anything goes into the store: what this person may not save leaves nothing there.
    const auto item = workflow::find_item(db, id);
    if (!item) return tl::unexpected(item.error());
    if (const auto permit = workflow::authorize(db, context.actor, workflow::Action::Save, *item, context.now); !permit) return tl::unexpected(permit.error());
  }
  const files::Limits limits = files::read_limits(db);
  std::vector<std::pair<files::Received, int>> all;
  for (const http::Upload& upload : context.request.uploads) {
    const files::Kind kind = kind_of(upload);
    auto received = files::receive(app.store, upload, kind, limits);
    if (received) all.emplace_back(*std::move(received), slot_of(upload));
    else intake.errors.push_back(refusal(kind, received.error().message));
  }
  auto attachments = parse_attachments(typed.get("attachments")).value_or(std::vector<Attachment>{});
  const auto before = attachments;
  const auto done = db::in_transaction(db, [&]() -> base::Result<std::size_t> {
    const auto item = workflow::find_item(db, id, true);
    if (!item) return tl::unexpected(item.error());
    const auto permit = workflow::authorize(db, context.actor, workflow::Action::Save, *item, context.now);
    if (!permit) return tl::unexpected(permit.error());
    attachments = before;  // a transaction may be run again
    for (const auto& [received, slot] : all) {
      const files::UploadId upload = files::add(db, app.store, *permit, *item, received, context.now);
      if (received.kind == files::Kind::Attachment) attach(attachments, received, static_cast<int>(upload.value), slot);
    }
    return all.size();
  });
  if (!done) return tl::unexpected(done.error());
  intake.added = *done;
  intake.typed = attachments == before ? std::move(typed) : with_field(typed, "attachments", format_attachments(attachments));
  return intake;
}

http::Response list_files(OfficeApp& app, server::Context& context) {
  const auto item = find_item_of_files(app, context);
  if (!item) return server::fault_response(context, item.error());
  return json(files_json(app.host.item_url(item->id), ItemPictures(context.db(), item->id, Audience::Office), {}), 200);
}

http::Response add_files(OfficeApp& app, server::Context& context) {
  const auto item = find_item_of_files(app, context);
  if (!item) return server::fault_response(context, item.error());
  const auto intake = take_uploads(app, context, item->id, {});
  if (!intake) return server::fault_response(context, intake.error());
  const ItemPictures pictures(context.db(), item->id, Audience::Office);
  return json(files_json(app.host.item_url(item->id), pictures, intake->errors), intake->errors.empty() ? 200 : 422);
}

http::Response show_picture(OfficeApp& app, server::Context& context) {
  const auto file = file_of(app, context);
  if (!file || !file->is_ready()) return no_file(context);
  const bool is_webp = context.request.path.ends_with(".webp");
  const auto made = files::renditions(context.db(), file->file);
  const auto found = std::find_if(made.begin(), made.end(), [&](const files::Rendition& one) {
    return one.width == context.path.number("width") && (one.format == "webp") == is_webp;
  });
  if (found == made.end()) return no_file(context);
  return http::stored_file(files::accel_path(found->sha256), is_webp ? "image/webp" : "image/jpeg", http::Cache::NoStore);
}

http::Response download_file(OfficeApp& app, server::Context& context) {
  const auto file = file_of(app, context);
  if (!file || !file->is_ready() || file->kind != files::Kind::Attachment || file->format == nullptr) return no_file(context);
  http::Response response = http::stored_file(files::accel_path(file->sha256), std::string{file->format->mime}, http::Cache::NoStore);
  response.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + http::url_encode(file->name));
  return response;
}

}  // namespace portal::news
