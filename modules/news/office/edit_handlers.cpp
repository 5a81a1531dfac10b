// Writing: a new article, and a new version by whoever holds the step.
#include <functional>

#include "modules/news/article_writer.h"
#include "modules/news/office/editing.h"
#include "modules/news/office/encoding_offer.h"
#include "modules/news/office/handlers.h"
#include "modules/news/office/uploads.h"

namespace portal::news {
namespace {

using base::FaultKind;

// Begins the item and its first version in one transaction; gives the page to go to.
base::Result<std::string> begin(OfficeApp& app, server::Context& context, const ArticleForm& form, std::string_view item_kind) {
  db::Connection& db = context.db();
  return db::in_transaction(db, [&]() -> base::Result<std::string> {
    workflow::NewItem item;
    item.module = kModule;
    item.kind = item_kind;
    item.title = form.content.title;
    item.section = form.section;
    item.unit = form.unit;
    item.author = context.actor.person;
    item.event_at = form.content.event_at;
    const auto permit = workflow::create_item(db, context.actor, item, context.now);
    if (!permit) return tl::unexpected(permit.error());
    begin_article(db, *permit);
    const auto version = add_version(db, *permit, form.content, {}, context.now, encoding_note(context.request.form));
    if (!version) return tl::unexpected(version.error());
    drafts::close(db, context.actor.person, context.request.form.get("draft"), kNewSubject, context.now);
    std::string location = app.host.item_url(permit->item()) + "?xong=luu";
    workflow::remember_form(db, context.actor, context.request, location, context.now);
    return location;
  });
}

// The key that the form's draft goes on under; "" for one that no form of ours made.
std::string draft_in(const http::Fields& form) {
  const std::string_view key = form.get("draft");
  return drafts::is_key(key) ? std::string{key} : std::string{};
}

// The version that the form was begun from: what it says, when such a version exists.
std::optional<unsigned> base_in(const http::Fields& form, const workflow::Item& item) {
  const unsigned base = number_in(form, "base");
  return base == 0 || base > item.working_version ? std::nullopt : std::optional{base};
}

http::Response give_back_new(server::Context& context, std::vector<base::FieldError> errors, int status) {
  return new_page(context, {.typed = context.request.form, .draft_key = draft_in(context.request.form), .errors = std::move(errors), .status = status});
}

http::Response give_back(OfficeApp& app, server::Context& context, const workflow::Item& item, const http::Fields& typed,
                         std::vector<base::FieldError> errors, int status) {
  return edit_page(app, context, item,
                   {.typed = typed, .base = base_in(typed, item).value_or(item.working_version), .draft_key = draft_in(typed), .errors = std::move(errors),
                    .status = status});
}

// What stands between a form and its saving when its words are in another encoding, or when the author came back from being told so (D4.1a).
std::optional<http::Response> offered(server::Context& context, const http::Fields& typed, const OfferPage& page,
                                      const std::function<http::Response()>& show_form) {
  const EncodingChoice choice = encoding_choice(typed);
  if (choice == EncodingChoice::Converted || choice == EncodingChoice::Keep) return {};
  if (choice != EncodingChoice::Ask) return show_form();
  const LegacyText read = read_form(typed);
  if (read.is_legacy()) return offer_page(context, typed, read, page);
  if (typed.get("encoding") == "xem") return show_form();  // asked to be shown, and there is nothing any more
  return {};
}

// A save that was refused gives the text back: beside the other's version when there is one, in the form when it may be sent again, else in the error
// page (which keeps it, role taken away).
http::Response refused(OfficeApp& app, server::Context& context, const workflow::Item& item, const http::Fields& mine, const base::Fault& fault) {
  if (fault.kind == FaultKind::Stale) {
    const unsigned base = base_in(context.request.form, item).value_or(0);
    return merge_page(app, context, item, mine, base, {}, 409);
  }
  if (fault.kind == FaultKind::Conflict || fault.kind == FaultKind::BadRequest)
    return give_back(app, context, item, mine, {{"title", fault.message, ""}}, server::status_of(fault.kind));
  if (fault.kind == FaultKind::Invalid) return give_back(app, context, item, mine, fault.fields, 422);
  return server::fault_response(context, fault);
}

// The form again after files came with it: what was typed is kept as a draft, and a page that may be loaded again shows it.
http::Response after_uploads(OfficeApp& app, server::Context& context, const workflow::Item& item, const Intake& intake) {
  if (!intake.errors.empty()) return give_back(app, context, item, intake.typed, intake.errors, 422);
  drafts::Draft draft = draft_of(intake.typed, drafts::subject_of(item.id));
  const std::string old_key = std::exchange(draft.key, drafts::new_key());
  draft.base_version = base_in(intake.typed, item).value_or(item.working_version);
  if (draft.sequence == 0) draft.sequence = 1;  // a page without script counts none
  const auto kept = drafts::keep(context.db(), context.actor.person, draft, context.now);
  if (!kept) return give_back(app, context, item, intake.typed, {}, 200);
  drafts::close(context.db(), context.actor.person, old_key, draft.subject, context.now);
  return http::redirect(app.host.item_url(item.id) + "/sua?nhap=" + draft.key + "#tep");
}

}  // namespace

http::Response show_new(OfficeApp& app, server::Context& context) {
  static_cast<void>(app);
  const auto draft = drafts::find(context.db(), context.actor.person, context.request.query.get("nhap"));
  if (draft && draft->subject == kNewSubject)
    return new_page(context, {.typed = draft->fields, .draft_key = draft->key, .from_draft = draft->saved_at, .offers_drafts = true});
  http::Fields typed;
  typed.add("section", std::string{context.request.query.get("chuyen-muc")});
  return new_page(context, {.typed = std::move(typed), .offers_drafts = true});
}

http::Response create_article(OfficeApp& app, server::Context& context) {
  const http::Fields& typed = context.request.form;
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return give_back_new(context, {{"title", before.error().message, ""}}, server::status_of(before.error().kind));
  if (*before) return http::redirect(**before);
  const std::string action = std::string{kOfficePath} + "moi";
  if (auto offer = offered(context, typed, {action, action, "Viết bài mới"}, [&] { return give_back_new(context, {}, 200); })) return *std::move(offer);
  const auto sections = OfficeStore(context.db()).sections();
  const auto form = parse_article_form(typed, kind_in_chosen(sections, typed), context.now);
  if (!form) return give_back_new(context, form.error().fields, 422);
  const SectionChoice* section = find_section(sections, form->section);
  if (section == nullptr) return give_back_new(context, {{"section", "Chọn chuyên mục.", "D5"}}, 422);
  const auto done = once(context, [&] { return begin(app, context, *form, section->item_kind); });
  if (!done) {
    const bool has_fields = !done.error().fields.empty();
    if (done.error().kind == FaultKind::Forbidden) return give_back_new(context, {{"unit", done.error().message, "D9.1a"}}, 403);
    return has_fields ? give_back_new(context, done.error().fields, 422) : server::fault_response(context, done.error());
  }
  return http::redirect(*done);
}

http::Response show_edit(OfficeApp& app, server::Context& context) {
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  const auto permit = workflow::authorize(context.db(), context.actor, workflow::Action::Save, *item, context.now);
  if (!permit) return server::fault_response(context, permit.error());
  const auto draft = drafts::find(context.db(), context.actor.person, context.request.query.get("nhap"));
  if (draft && draft->subject == drafts::subject_of(item->id))
    return edit_page(app, context, *item,
                     {.typed = draft->fields, .base = draft->base_version, .draft_key = draft->key, .from_draft = draft->saved_at, .offers_drafts = true});
  auto typed = version_fields(context.db(), *item, item->working_version);
  return edit_page(app, context, *item, {.typed = typed ? *std::move(typed) : http::Fields{}, .base = item->working_version, .offers_drafts = true});
}

http::Response save_article(OfficeApp& app, server::Context& context) {
  http::Fields typed = with_attachments(context.request.form);
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return refused(app, context, *item, typed, before.error());
  if (*before) return http::redirect(**before);
  const auto permit = workflow::authorize(context.db(), context.actor, workflow::Action::Save, *item, context.now);
  if (!permit) return refused(app, context, *item, typed, permit.error());
  if (const bool only_files = typed.has("them_tep"); only_files || !context.request.uploads.empty()) {
    auto intake = take_uploads(app, context, item->id, std::move(typed));
    if (!intake) return refused(app, context, *item, with_attachments(context.request.form), intake.error());
    if (only_files && intake->added == 0 && intake->errors.empty()) {
      const std::string_view button = context.request.form.get("them_tep");
      const bool is_known = button == "tep" || button == "tai_lieu";
      intake->errors.push_back({is_known ? std::string{button} : "anh", "Chọn tệp trước, rồi bấm nút tải lên.", "D9.1"});
    }
    if (only_files || !intake->errors.empty()) return after_uploads(app, context, *item, *intake);
    typed = std::move(intake->typed);
  }
  const std::string item_url = app.host.item_url(item->id);
  if (auto offer = offered(context, typed, {item_url + "/sua", item_url, item->code}, [&] { return give_back(app, context, *item, typed, {}, 200); }))
    return *std::move(offer);
  const std::string kind = may_move(*item) ? kind_in_chosen(OfficeStore(context.db()).sections(), typed) : item->kind;
  const auto form = parse_article_form(typed, kind, context.now);
  if (!form) return refused(app, context, *item, typed, form.error());
  const Save save{*form, base_in(typed, *item), number_in(typed, "row_version"), encoding_note(typed), draft_in(typed)};
  const auto done = once(context, [&] { return save_version(app, context, item->id, save); });
  if (!done) {
    const auto newest = workflow::find_item(context.db(), item->id);
    return refused(app, context, newest ? *newest : *item, typed, done.error());
  }
  return http::redirect(*done);
}

}  // namespace portal::news
