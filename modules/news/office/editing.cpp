#include "modules/news/office/editing.h"

#include <algorithm>
#include <charconv>

#include "modules/news/article_writer.h"
#include "modules/news/office/form_fields.h"
#include "modules/news/office/queries.h"
#include "shared/drafts/presence.h"
#include "shared/office/queries.h"
#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/text/clean.h"

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

std::string last_change(db::Connection& db, base::ItemId id) {
  auto rows = db.query(office::kLastChange, "item:" + std::to_string(id.value));
  return rows.next() ? std::string{rows.text(0)} + " làm việc với bài lúc " + base::format_date_time(rows.time(1)) + "." : std::string{};
}

// Whether somebody else's version stands where this save would.
bool is_stale(const workflow::Item& item, const Save& save) {
  return save.base ? item.working_version != *save.base : item.row_version != save.row_version;
}

// A field as it counts when two texts are compared: ends trimmed, a body in its canonical form.
std::string canonical(const FormField& field, std::string_view value) {
  if (field.kind != FormField::Kind::Body) return std::string{text::trim(value)};
  const auto document = richtext::parse_document(text::trim(value).empty() ? R"({"type":"doc","content":[{"type":"paragraph"}]})" : value);
  return document ? richtext::to_json(*document) : std::string{value};
}

bool says_the_same(const http::Fields& draft, const http::Fields& saved) {
  return std::all_of(kFormFields.begin(), kFormFields.end(), [&](const FormField& field) {
    return !draft.has(field.name) || canonical(field, draft.get(field.name)) == canonical(field, saved.get(field.name));
  });
}

// What was typed is stored already: in the version that it began from, or in a later one.
bool is_stored(db::Connection& db, const workflow::Item& item, const drafts::Draft& draft) {
  constexpr unsigned kLookedAt = 10;
  const unsigned first = std::max(draft.base_version, item.working_version > kLookedAt ? item.working_version - kLookedAt : 1);
  for (unsigned version = item.working_version; version >= first && version > 0; --version)
    if (const auto saved = version_fields(db, item, version); saved && says_the_same(draft.fields, *saved)) return true;
  return false;
}

std::uint64_t sequence_in(const http::Fields& form) {
  std::uint64_t value = 0;
  for (const char c : form.get("sequence").substr(0, 18)) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

void fill_draft_slots(view::Dict& content, const server::Context& context, const Shown& shown, std::string_view subject, const std::string& url) {
  content.set("BASE", std::int64_t{shown.base});
  content.set("DRAFT_KEY", shown.draft_key);
  content.set("DRAFT_OWNER", std::to_string(context.actor.account.value));
  content.set("DRAFT_SUBJECT", subject);
  content.set("DRAFT_URL", url);
  if (shown.from_draft) content.section("FROM_DRAFT").set("FROM_DRAFT_AT", base::format_date_time(*shown.from_draft));
}

}  // namespace

drafts::Draft draft_of(const http::Fields& typed, std::string subject) {
  const http::Fields form = with_attachments(typed);
  drafts::Draft draft;
  draft.key = form.get("draft");
  draft.subject = std::move(subject);
  draft.base_version = number_in(form, "base");
  draft.sequence = sequence_in(form);
  draft.title = form.get("title");
  for (const FormField& field : kFormFields)
    if (form.has(field.name)) draft.fields.add(std::string{field.name}, std::string{form.get(field.name)});
  if (form.has("unit")) draft.fields.add("unit", std::string{form.get("unit")});
  return draft;
}

unsigned number_in(const http::Fields& form, std::string_view name) {
  const std::string_view typed = form.get(name);
  unsigned value = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), value);
  return value;
}

const SectionChoice* find_section(const std::vector<SectionChoice>& sections, base::SectionId id) {
  const auto found = std::find_if(sections.begin(), sections.end(), [id](const SectionChoice& s) { return s.id == id; });
  return found == sections.end() ? nullptr : &*found;
}

std::string kind_in_chosen(const std::vector<SectionChoice>& sections, const http::Fields& form) {
  const std::string_view typed = form.get("section");
  std::uint64_t id = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), id);
  const SectionChoice* section = find_section(sections, base::SectionId{id});
  return section == nullptr ? std::string{} : section->item_kind;
}

bool may_move(const workflow::Item& item) { return !item.supplied_at && !item.is_published(); }

std::optional<http::Fields> version_fields(db::Connection& db, const workflow::Item& item, unsigned version) {
  const auto content = read_version(db, item.id, version);
  if (!content) return {};
  http::Fields fields = fields_of(*content);
  base::SectionId section = section_of_version(db, item.id, version);
  if (version == item.working_version) section = item.section;  // the secretary may have moved it since
  if (section.is_set()) fields.add("section", std::to_string(section.value));
  return fields;
}

std::optional<VersionBy> version_by(db::Connection& db, base::ItemId item, unsigned version) {
  auto rows = db.query(office_sql::kVersionBy, item, version);
  if (!rows.next()) return {};
  return VersionBy{std::string{rows.text(0)}, rows.time(1)};
}

base::Result<std::string> save_version(OfficeApp& app, server::Context& context, base::ItemId id, const Save& save) {
  db::Connection& db = context.db();
  return db::in_transaction(db, [&]() -> base::Result<std::string> {
    const auto item = workflow::find_item(db, id, true);
    if (!item) return tl::unexpected(item.error());
    const auto permit = workflow::authorize(db, context.actor, workflow::Action::Save, *item, context.now);
    if (!permit) return tl::unexpected(permit.error());
    if (is_stale(*item, save)) return base::fail(FaultKind::Stale, last_change(db, id));
    const auto version = add_version(db, *permit, save.form.content, save.form.section, context.now, save.note);
    if (!version) return tl::unexpected(version.error());
    drafts::close(db, context.actor.person, save.draft, drafts::subject_of(id), context.now);
    std::string location = app.host.item_url(id) + "?xong=luu";
    workflow::remember_form(db, context.actor, context.request, location, context.now);
    return location;
  });
}

std::vector<drafts::Draft> offered_drafts(server::Context& context, std::string_view subject, const workflow::Item* item, std::string_view except) {
  std::vector<drafts::Draft> offered;
  for (drafts::Draft& draft : drafts::open_drafts(context.db(), context.actor.person, subject)) {
    if (draft.key == except) continue;
    if (item != nullptr && is_stored(context.db(), *item, draft)) drafts::close(context.db(), context.actor.person, draft.key, subject, context.now);
    else offered.push_back(std::move(draft));
  }
  return offered;
}

http::Response new_page(server::Context& context, Shown shown) {
  OfficeStore store(context.db());
  if (shown.draft_key.empty()) shown.draft_key = drafts::new_key();
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
  fill_draft_slots(page.content(), context, shown, kNewSubject, std::string{kOfficePath} + "moi/nhap");
  if (shown.offers_drafts) fill_offers(page.content(), offered_drafts(context, kNewSubject, nullptr, shown.draft_key), 0, std::string{kOfficePath} + "moi");
  fill_edit(page.content(), edit, shown.typed, shown.errors);
  page.content().show("NO_FILES_YET");
  return std::move(page).respond(shown.status);
}

http::Response edit_page(OfficeApp& app, server::Context& context, const workflow::Item& item, Shown shown) {
  OfficeStore store(context.db());
  const std::string item_url = app.host.item_url(item.id);
  const std::string subject = drafts::subject_of(item.id);
  if (shown.draft_key.empty()) shown.draft_key = drafts::new_key();
  EditPage edit;
  edit.action_url = item_url + "/sua";
  edit.cancel_url = item_url;
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
  if (!shown.typed.has("section")) shown.typed.add("section", std::to_string(item.section.value));
  office::Frame frame;
  frame.title = "Sửa: " + item.title;
  frame.menu = "news";
  frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}, {item_url, item.code}};
  frame.here = "Sửa";
  frame.has_editor = true;
  OfficePage page(context, frame, "news-office/edit.tpl");
  view::Dict watched = page.content().section("WATCHED");
  fill_presence(watched, drafts::other_editors(context.db(), item.id, context.actor, context.now));
  fill_draft_slots(page.content(), context, shown, subject, item_url + "/nhap");
  if (shown.offers_drafts) fill_offers(page.content(), offered_drafts(context, subject, &item, shown.draft_key), item.working_version, item_url + "/sua");
  fill_edit(page.content(), edit, shown.typed, shown.errors);
  fill_files(page.content(), {item.id, item_url, shown.draft_key, files::read_limits(context.db())}, ItemPictures(context.db(), item.id, Audience::Office),
             shown.typed, shown.errors);
  return std::move(page).respond(shown.status);
}

}  // namespace portal::news
