#include "modules/news/office/document_take.h"

#include <algorithm>

#include "modules/news/office/editing.h"
#include "modules/news/office/forms.h"
#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::news {
namespace {

// The uploads of the pictures that the text names, by their numbers in the document. A picture that the item has already (the same text, taken over before) is
// not sent in a second time.
std::map<int, int> add_pictures(OfficeApp& app, server::Context& context, const workflow::Permit& permit, const workflow::Item& item, const Taking& taking) {
  const auto before = files::of_item(context.db(), item.id);
  const std::vector<int> wanted = pictures_of(taking.text.tree);
  std::map<int, int> uploads;
  for (const files::Part& part : taking.parts) {
    const int number = static_cast<int>(part.number);
    if (part.kind != files::PartKind::Picture || std::find(wanted.begin(), wanted.end(), number) == wanted.end()) continue;
    const auto same = std::find_if(before.begin(), before.end(),
                                   [&part](const files::ItemFile& file) { return file.kind == files::Kind::Picture && file.sha256 == part.sha256; });
    const files::UploadId upload = same != before.end() ? same->id
                                                        : files::add(context.db(), app.store, permit, item,
                                                                     files::picture_of_part(app.store, part, taking.file.name), context.now);
    uploads[number] = static_cast<int>(upload.value);
  }
  return uploads;
}

// The form's fields with the text in them; the title only when there is none yet.
http::Fields fields_with(const WorkingText& working, const richtext::Document& body, const std::string& title) {
  http::Fields fields = with_field(working.fields, "body", richtext::to_json(body));
  if (!text::trim(fields.get("title")).empty() || title.empty()) return fields;
  return with_field(fields, "title", title.substr(0, text::offset_of_character(title, kMaxTitle)));
}

}  // namespace

bool WorkingText::has_body() const { return !body || !richtext::is_empty(*body) || !richtext::figures(*body).empty(); }

WorkingText working_text(server::Context& context, const workflow::Item& item, std::string_view draft_key) {
  WorkingText working;
  working.base = item.working_version;
  if (drafts::is_key(draft_key)) working.draft_key = draft_key;
  const auto draft = drafts::find(context.db(), context.actor.person, draft_key);
  if (draft && draft->subject == drafts::subject_of(item.id)) {
    working.fields = draft->fields;
    working.base = draft->base_version;
    working.is_draft = true;
  } else if (auto saved = version_fields(context.db(), item, item.working_version)) {
    working.fields = *std::move(saved);
  }
  const std::string_view typed = text::trim(working.fields.get("body"));
  if (typed.empty()) working.body.emplace();
  else if (auto body = richtext::parse_document(typed)) working.body = *std::move(body);
  return working;
}

base::Result<std::string> take_document_text(OfficeApp& app, server::Context& context, base::ItemId id, const Taking& taking) {
  db::Connection& db = context.db();
  if (taking.appends && !taking.working.body)
    return base::fail(base::FaultKind::Invalid, "Nội dung đang soạn có chỗ không hợp lệ nên chưa thêm vào cuối được. Hãy lưu bài trước, hoặc chọn thay nội dung.");
  drafts::Draft draft;
  draft.key = drafts::new_key();
  draft.subject = drafts::subject_of(id);
  draft.base_version = taking.working.base;
  draft.sequence = 1;
  return db::in_transaction(db, [&]() -> base::Result<std::string> {
    const auto item = workflow::find_item(db, id, true);
    if (!item) return tl::unexpected(item.error());
    const auto permit = workflow::authorize(db, context.actor, workflow::Action::Save, *item, context.now);
    if (!permit) return tl::unexpected(permit.error());
    const auto uploads = add_pictures(app, context, *permit, *item, taking);
    const auto body = take_over(taking.appends ? taking.working.body : std::nullopt, taking.text.tree, uploads);
    if (!body) return tl::unexpected(body.error());
    draft.fields = fields_with(taking.working, *body, taking.text.title);
    draft.title = draft.fields.get("title");
    const auto kept = drafts::keep(db, context.actor.person, draft, context.now);
    if (!kept) return tl::unexpected(kept.error());
    // The draft before goes when all of it is in the new one; a body that was replaced can still be taken back from it.
    const WorkingText& before = taking.working;
    if (before.is_draft && (taking.appends || !before.has_body())) drafts::close(db, context.actor.person, before.draft_key, draft.subject, context.now);
    std::string location = app.host.item_url(id) + "/sua?nhap=" + draft.key;
    workflow::remember_form(db, context.actor, context.request, location, context.now);
    return location;
  });
}

}  // namespace portal::news
