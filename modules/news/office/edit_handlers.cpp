// Writing: a new article, and a new version by whoever holds the step.
#include <algorithm>
#include <charconv>

#include "modules/news/article_writer.h"
#include "modules/news/office/forms.h"
#include "modules/news/office/handlers.h"
#include "modules/news/office/views.h"
#include "shared/office/queries.h"
#include "shared/workflow/idempotency.h"

namespace portal::news {
namespace {

using base::FaultKind;
using base::FieldError;
using office::OfficePage;

std::vector<UnitChoice> own_units(OfficeStore& store, const access::Actor& actor) {
  const std::vector<base::UnitId> mine = writing_units(actor);
  std::vector<UnitChoice> choices;
  for (const UnitChoice& unit : store.units())
    if (std::find(mine.begin(), mine.end(), unit.id) != mine.end()) choices.push_back(unit);
  return choices;
}

const SectionChoice* find_section(const std::vector<SectionChoice>& sections, base::SectionId id) {
  const auto found = std::find_if(sections.begin(), sections.end(), [id](const SectionChoice& s) { return s.id == id; });
  return found == sections.end() ? nullptr : &*found;
}

// The kind that an article has in the section which the form chose; "" for none.
std::string kind_in_chosen(const std::vector<SectionChoice>& sections, const http::Fields& form) {
  const std::string_view typed = form.get("section");
  std::uint64_t id = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), id);
  const SectionChoice* section = find_section(sections, base::SectionId{id});
  return section == nullptr ? std::string{} : section->item_kind;
}

// The author still chooses the section, and with it the kind (record_version honours it so long).
bool may_move(const workflow::Item& item) { return !item.supplied_at && !item.is_published(); }

http::Response new_page(server::Context& context, const http::Fields& typed, const std::vector<FieldError>& errors, int status) {
  OfficeStore store(context.db());
  EditPage edit;
  edit.action_url = std::string{kOfficePath} + "moi";
  edit.cancel_url = kOfficePath;
  edit.heading = "Viết bài mới";
  edit.key = workflow::new_form_key();
  edit.sections = store.sections();
  edit.units = own_units(store, context.actor);
  office::Frame frame;
  frame.title = "Viết bài mới";
  frame.menu = "news";
  frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}};
  frame.here = "Viết bài mới";
  frame.has_editor = true;
  OfficePage page(context, frame, "news-office/edit.tpl");
  fill_edit(page.content(), edit, typed, errors);
  return std::move(page).respond(status);
}

// What the edit page of an existing item needs. `stale` says why a save was refused, "" when none was.
http::Response edit_page(OfficeApp& app, server::Context& context, const workflow::Item& item, http::Fields typed, const std::vector<FieldError>& errors,
                         const std::string& stale, int status) {
  OfficeStore store(context.db());
  EditPage edit;
  edit.action_url = app.host.item_url(item.id) + "/sua";
  edit.cancel_url = app.host.item_url(item.id);
  edit.heading = "Sửa bài " + item.code;
  edit.key = workflow::new_form_key();
  edit.row_version = item.row_version;
  edit.kind = item.kind;
  edit.sections = store.sections();
  edit.may_move = may_move(item);
  edit.is_correction = item.published_at.has_value();
  if (const SectionChoice* section = find_section(edit.sections, item.section)) {
    edit.section_title = section->title;
    edit.is_event_time_required = section->is_event_required;
  }
  if (!typed.has("section")) typed.add("section", std::to_string(item.section.value));
  OfficePage page(context,
                  [&] {
                    office::Frame frame;
                    frame.title = "Sửa: " + item.title;
                    frame.menu = "news";
                    frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}, {app.host.item_url(item.id), item.code}};
                    frame.here = "Sửa";
                    frame.has_editor = true;
                    return frame;
                  }(),
                  "news-office/edit.tpl");
  if (!stale.empty()) {
    view::Dict notice = page.content().section("STALE");
    notice.set("STALE_TEXT", stale);
    notice.set("CURRENT_URL", app.host.item_url(item.id));
    // Both texts on one page: what is stored now above, what was typed in the form below (nothing is lost).
    if (const auto newest = read_version(context.db(), item.id, item.working_version)) {
      view::Dict theirs = page.content().section("THEIRS");
      theirs.set("THEIR_VERSION", std::int64_t{item.working_version});
      view::Dict words = theirs.include("WORDS", "news-office/words.tpl");
      fill_content(words, *newest, item.kind);
    }
  }
  fill_edit(page.content(), edit, typed, errors);
  return std::move(page).respond(status);
}

std::string last_change(db::Connection& db, base::ItemId id) {
  auto rows = db.query(office::kLastChange, "item:" + std::to_string(id.value));
  return rows.next() ? std::string{rows.text(0)} + " làm việc với bài lúc " + base::format_date_time(rows.time(1)) + "." : std::string{};
}

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
    const auto version = add_version(db, *permit, form.content, {}, context.now);
    if (!version) return tl::unexpected(version.error());
    std::string location = app.host.item_url(permit->item()) + "?xong=luu";
    workflow::remember_form(db, context.actor, context.request, location, context.now);
    return location;
  });
}

// A new version of an existing item.
base::Result<std::string> save(OfficeApp& app, server::Context& context, base::ItemId id, const ArticleForm& form, unsigned row_version) {
  db::Connection& db = context.db();
  return db::in_transaction(db, [&]() -> base::Result<std::string> {
    const auto item = workflow::find_item(db, id, true);
    if (!item) return tl::unexpected(item.error());
    const auto permit = workflow::authorize(db, context.actor, workflow::Action::Save, *item, context.now);
    if (!permit) return tl::unexpected(permit.error());
    if (item->row_version != row_version) return base::fail(FaultKind::Stale, last_change(db, id));
    const auto version = add_version(db, *permit, form.content, form.section, context.now);
    if (!version) return tl::unexpected(version.error());
    std::string location = app.host.item_url(id) + "?xong=luu";
    workflow::remember_form(db, context.actor, context.request, location, context.now);
    return location;
  });
}

// Runs a write that remembers its form; a twin that was carried out at the same moment answers for both.
template <typename Work>
base::Result<std::string> once(server::Context& context, Work work) {
  try {
    base::Result<std::string> done = work();
    if (done) return done;
    // The twin may have been carried out while this one waited for the row: then nothing was refused.
    if (const auto twin = workflow::find_form(context.db(), context.actor, context.request); twin && *twin) return **twin;
    return done;
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    const auto twin = workflow::find_form(context.db(), context.actor, context.request);
    if (!twin) return tl::unexpected(twin.error());
    if (!*twin) throw;
    return **twin;
  }
}

// A save that was refused gives the text back: in the form when it may be sent again, else in the error page (which keeps it, role taken away).
http::Response refused(OfficeApp& app, server::Context& context, const workflow::Item& item, const base::Fault& fault) {
  if (fault.kind == FaultKind::Stale) return edit_page(app, context, item, context.request.form, {}, fault.message, 409);
  if (fault.kind == FaultKind::Conflict || fault.kind == FaultKind::BadRequest)
    return edit_page(app, context, item, context.request.form, {{"title", fault.message, ""}}, "", server::status_of(fault.kind));
  return server::fault_response(context, fault);
}

unsigned version_in_form(const http::Fields& form) {
  const std::string_view typed = form.get("row_version");
  unsigned value = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), value);
  return value;
}

}  // namespace

http::Response show_new(OfficeApp& app, server::Context& context) {
  static_cast<void>(app);
  http::Fields typed;
  typed.add("section", std::string{context.request.query.get("chuyen-muc")});
  return new_page(context, typed, {}, 200);
}

http::Response create_article(OfficeApp& app, server::Context& context) {
  const http::Fields& typed = context.request.form;
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return new_page(context, typed, {{"title", before.error().message, ""}}, server::status_of(before.error().kind));
  if (*before) return http::redirect(**before);
  const auto sections = OfficeStore(context.db()).sections();
  const auto form = parse_article_form(typed, kind_in_chosen(sections, typed), context.now);
  if (!form) return new_page(context, typed, form.error().fields, 422);
  const SectionChoice* section = find_section(sections, form->section);
  if (section == nullptr) return new_page(context, typed, {{"section", "Chọn chuyên mục.", "D5"}}, 422);
  const auto done = once(context, [&] { return begin(app, context, *form, section->item_kind); });
  if (!done) {
    const bool has_fields = !done.error().fields.empty();
    if (done.error().kind == FaultKind::Forbidden) return new_page(context, typed, {{"unit", done.error().message, "D9.1a"}}, 403);
    return has_fields ? new_page(context, typed, done.error().fields, 422) : server::fault_response(context, done.error());
  }
  return http::redirect(*done);
}

http::Response show_edit(OfficeApp& app, server::Context& context) {
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  const auto permit = workflow::authorize(context.db(), context.actor, workflow::Action::Save, *item, context.now);
  if (!permit) return server::fault_response(context, permit.error());
  const auto version = read_version(context.db(), item->id, item->working_version);
  return edit_page(app, context, *item, version ? fields_of(*version) : http::Fields{}, {}, "", 200);
}

http::Response save_article(OfficeApp& app, server::Context& context) {
  const http::Fields& typed = context.request.form;
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return refused(app, context, *item, before.error());
  if (*before) return http::redirect(**before);
  const auto permit = workflow::authorize(context.db(), context.actor, workflow::Action::Save, *item, context.now);
  if (!permit) return refused(app, context, *item, permit.error());
  const std::string kind = may_move(*item) ? kind_in_chosen(OfficeStore(context.db()).sections(), typed) : item->kind;
  const auto form = parse_article_form(typed, kind, context.now);
  if (!form) return edit_page(app, context, *item, typed, form.error().fields, "", 422);
  const auto done = once(context, [&] { return save(app, context, item->id, *form, version_in_form(typed)); });
  if (!done) {
    const auto newest = workflow::find_item(context.db(), item->id);
    return refused(app, context, newest ? *newest : *item, done.error());
  }
  return http::redirect(*done);
}

}  // namespace portal::news
