// The save that came second: two versions of one beginning become the next one, and nothing that was typed is lost.
#include <algorithm>

#include "modules/news/office/comparison.h"
#include "modules/news/office/editing.h"
#include "modules/news/office/handlers.h"
#include "modules/news/office/merge.h"
#include "shared/office/fields.h"

namespace portal::news {
namespace {

using base::FaultKind;
using base::FieldError;
using office::OfficePage;
using Outcome = FieldMerge::Outcome;

// What was typed, as a version would hold it, so that a space at an end is no difference; as it is when it cannot be a version yet. Fields that the form did
// not have stay away.
http::Fields canonical_mine(const http::Fields& typed, const workflow::Item& item, base::UtcTime now) {
  const auto form = parse_article_form(typed, item.kind, now);
  const http::Fields clean = form ? fields_of(form->content) : typed;
  http::Fields mine;
  for (const FormField& field : kFormFields) {
    if (!typed.has(field.name)) continue;
    if (field.kind == FormField::Kind::Section) {
      if (may_move(item)) mine.add("section", std::string{typed.get("section")});
    } else {
      mine.add(std::string{field.name}, std::string{clean.get(field.name)});
    }
  }
  return mine;
}

// The three texts of one merge.
struct Three {
  std::optional<http::Fields> base;
  http::Fields theirs;
  std::vector<FieldMerge> merges;
};

Three merge_of(db::Connection& db, const workflow::Item& item, unsigned base, unsigned theirs, const http::Fields& mine) {
  Three three;
  if (base != 0) three.base = version_fields(db, item, base);
  if (three.base && !three.base->has("section") && may_move(item)) three.base->add("section", std::string{mine.get("section")});
  if (auto fields = version_fields(db, item, theirs)) three.theirs = *std::move(fields);
  text::DiffBudget budget;
  three.merges = merge_fields(three.base, three.theirs, mine, budget);
  return three;
}

// The field in which the person writes a text of the own: of the kind that the edit form has for it.
void add_own_field(view::Dict& dict, const FieldMerge& merge, const std::vector<SectionChoice>& sections, const http::Fields& choices,
                   const std::vector<FieldError>& errors) {
  office::Field field;
  field.name = "own_" + std::string{merge.field->name};
  field.label = "Bản sửa: " + std::string{merge.field->label};
  field.value = choices.has(field.name) ? std::string{choices.get(field.name)} : merge.joined.value_or(merge.mine);
  switch (merge.field->kind) {
    case FormField::Kind::Body: return office::add_rich_editor(dict, "OWN_FIELD", field, errors);
    case FormField::Kind::Paragraph: return office::add_textarea(dict, "OWN_FIELD", field, errors, 4);
    case FormField::Kind::Time: return office::add_date_time(dict, "OWN_FIELD", field, errors);
    case FormField::Kind::Section: {
      std::vector<office::Choice> options;
      for (const SectionChoice& section : sections) {
        const std::string id = std::to_string(section.id.value);
        options.push_back({id, (section.is_child ? "– " : "") + section.title, "", id == field.value});
      }
      return office::add_select(dict, "OWN_FIELD", field, options, errors);
    }
    case FormField::Kind::Line: return office::add_text(dict, "OWN_FIELD", field, errors);
  }
}

void fill_choice(view::Dict& choices, const FieldMerge& merge, const std::string& their_name, unsigned their_version,
                 const std::vector<SectionChoice>& sections, const http::Fields& picked, const std::vector<FieldError>& errors, text::DiffBudget& budget) {
  view::Dict choice = choices.section("CHOICE");
  const std::string pick = "pick_" + std::string{merge.field->name};
  choice.set("CHOICE_LABEL", merge.field->label);
  choice.set("PICK_NAME", pick);
  choice.set("PICK_ID", pick);
  choice.set("THEIR_NAME", their_name);
  choice.set("THEIR_VERSION", std::int64_t{their_version});
  choice.set_if("HAS_ERROR", "ERROR", office::error_of(errors, pick));
  add_changes(choice, "THEIR_CHANGES", *merge.field, merge.base, merge.theirs, sections, budget);
  add_changes(choice, "MY_CHANGES", *merge.field, merge.base, merge.mine, sections, budget);
  const std::string_view value = picked.get(pick);
  choice.show("PICKED_THEIRS", value == "theirs");
  choice.show("PICKED_MINE", value == "mine");
  choice.show("PICKED_OWN", value == "own");
  choice.show("OWN_NEEDS_JS", merge.field->kind == FormField::Kind::Body);
  if (merge.joined) {
    view::Dict joined = choice.section("JOINED");
    joined.show("PICKED_JOINED", value == "joined" || (value.empty() && merge.collisions == 0));
    if (merge.collisions != 0) joined.section("COLLISIONS").set("COLLISION_COUNT", static_cast<std::int64_t>(merge.collisions));
  }
  add_own_field(choice, merge, sections, picked, errors);
}

void fill_taken(view::Dict& content, const std::vector<FieldMerge>& merges, const std::string& their_name, const std::vector<SectionChoice>& sections,
                text::DiffBudget& budget) {
  const auto is_taken = [](const FieldMerge& merge) { return merge.outcome == Outcome::Theirs || merge.outcome == Outcome::Mine; };
  if (std::none_of(merges.begin(), merges.end(), is_taken)) return;
  view::Dict taken = content.section("TAKEN");
  for (const FieldMerge& merge : merges) {
    if (!is_taken(merge)) continue;
    view::Dict row = taken.section("TAKEN_ROW");
    row.set("TAKEN_LABEL", merge.field->label);
    row.set("TAKEN_FROM", merge.outcome == Outcome::Mine ? std::string{"Bản của tôi"} : "Bản của " + their_name);
    add_changes(row, "TAKEN_CHANGES", *merge.field, merge.base, merge.outcome == Outcome::Mine ? merge.mine : merge.theirs, sections, budget);
  }
}

// Shows the merge of `mine`, begun from `base`, with the version `theirs`.
http::Response show_merge(OfficeApp& app, server::Context& context, const workflow::Item& item, const http::Fields& mine, unsigned base, unsigned theirs,
                          const std::vector<FieldError>& errors, int status) {
  const Three three = merge_of(context.db(), item, base, theirs, mine);
  const auto sections = OfficeStore(context.db()).sections();
  const auto by = version_by(context.db(), item.id, theirs);
  const std::string their_name = by ? by->name : "Người khác";
  const std::string item_url = app.host.item_url(item.id);
  office::Frame frame;
  frame.title = "Gộp: " + item.title;
  frame.menu = "news";
  frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}, {item_url, item.code}};
  frame.here = "Gộp hai bản sửa";
  frame.has_editor = true;
  OfficePage page(context, frame, "news-office/merge.tpl");
  view::Dict& content = page.content();
  content.set("MERGE_URL", item_url + "/gop");
  content.set("COMPARE_URL", item_url + "/phien-ban/" + std::to_string(theirs));
  content.set("KEY", workflow::new_form_key());
  content.set("ROW_VERSION", std::int64_t{item.row_version});
  content.set("BASE", std::int64_t{base});
  content.set("BASE_WORDS", base == 0 ? "một bản cũ hơn" : "bản " + std::to_string(base));
  content.set("THEIR_VERSION", std::int64_t{theirs});
  content.set("THEIR_NAME", their_name);
  content.set("THEIR_AT", by ? base::format_date_time(by->at) : std::string{});
  const std::string_view draft = context.request.form.get("draft");
  content.set("DRAFT_KEY", drafts::is_key(draft) ? std::string{draft} : drafts::new_key());
  content.set("DRAFT_OWNER", std::to_string(context.actor.account.value));
  content.set("DRAFT_SUBJECT", drafts::subject_of(item.id));
  content.set("DRAFT_URL", item_url + "/nhap");
  office::fill_error_summary(content, errors);
  for (const auto& [name, value] : mine.pairs()) {
    if (find_form_field(name) == nullptr) continue;
    view::Dict field = content.section("MINE");
    field.set("MINE_NAME", name);
    field.set("MINE_VALUE", value);
  }
  text::DiffBudget budget;
  const bool asks = std::any_of(three.merges.begin(), three.merges.end(), [](const FieldMerge& merge) { return merge.outcome == Outcome::Choose; });
  if (asks) {
    view::Dict choices = content.section("CHOICES");
    for (const FieldMerge& merge : three.merges)
      if (merge.outcome == Outcome::Choose) fill_choice(choices, merge, their_name, theirs, sections, context.request.form, errors, budget);
  }
  fill_taken(content, three.merges, their_name, sections, budget);
  content.show("NOTHING_MINE", !asks && std::none_of(three.merges.begin(), three.merges.end(), [](const FieldMerge& m) { return m.outcome == Outcome::Mine; }));
  return std::move(page).respond(status);
}

std::string merge_note(unsigned base, unsigned theirs) {
  const std::string from = base == 0 ? std::string{} : ", soạn từ phiên bản " + std::to_string(base);
  return "gộp với phiên bản " + std::to_string(theirs) + from;
}

// A refused merge: what was chosen is shown again, against the newest version when that is another one by now.
http::Response refused_merge(OfficeApp& app, server::Context& context, const workflow::Item& item, const http::Fields& resolved, unsigned theirs,
                             const base::Fault& fault) {
  const http::Fields& form = context.request.form;
  // What was resolved stands on top of `theirs`: that is what the next merge begins from.
  if (fault.kind == FaultKind::Stale) return show_merge(app, context, item, resolved, theirs, item.working_version, {}, 409);
  if (fault.kind == FaultKind::Invalid || fault.kind == FaultKind::Conflict || fault.kind == FaultKind::BadRequest) {
    const std::vector<FieldError> errors = fault.fields.empty() ? std::vector<FieldError>{{"pick_title", fault.message, ""}} : fault.fields;
    return show_merge(app, context, item, form, number_in(form, "base"), theirs, errors, server::status_of(fault.kind));
  }
  return server::fault_response(context, fault);
}

}  // namespace

http::Response merge_page(OfficeApp& app, server::Context& context, const workflow::Item& item, const http::Fields& mine, unsigned base,
                          const std::vector<FieldError>& errors, int status) {
  return show_merge(app, context, item, canonical_mine(mine, item, context.now), base, item.working_version, errors, status);
}

http::Response save_merge(OfficeApp& app, server::Context& context) {
  const http::Fields& form = context.request.form;
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  const auto permit = workflow::authorize(context.db(), context.actor, workflow::Action::Save, *item, context.now);
  const unsigned theirs = number_in(form, "theirs");
  const unsigned base = number_in(form, "base");
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (before && *before) return http::redirect(**before);
  if (!permit) return server::fault_response(context, permit.error());
  if (theirs == 0 || theirs > item->working_version || base > theirs)
    return server::fault_response(context, {FaultKind::BadRequest, "Biểu mẫu gộp thiếu số phiên bản. Xin mở lại trang sửa bài rồi lưu lại.", {}});
  if (!before) return refused_merge(app, context, *item, form, theirs, before.error());
  const Three three = merge_of(context.db(), *item, base, theirs, form);
  const auto resolved = resolve(three.merges, form);
  if (!resolved) return refused_merge(app, context, *item, form, theirs, resolved.error());
  const http::Fields& complete = *resolved;
  const std::string kind = may_move(*item) ? kind_in_chosen(OfficeStore(context.db()).sections(), complete) : item->kind;
  const auto article = parse_article_form(complete, kind, context.now);
  // Two halves that do not fit together (an end before its beginning): the whole form shows both, and what is wrong.
  const auto mend = [&](std::vector<FieldError> errors) {
    return edit_page(app, context, *item,
                     {.typed = complete, .base = theirs, .draft_key = std::string{form.get("draft")}, .errors = std::move(errors), .status = 422});
  };
  if (!article) return mend(article.error().fields);
  const Save save{*article, theirs, 0, merge_note(base, theirs), std::string{form.get("draft")}};
  const auto done = once(context, [&] { return save_version(app, context, item->id, save); });
  if (done) return http::redirect(*done);
  if (done.error().kind == FaultKind::Invalid) return mend(done.error().fields);
  const auto newest = workflow::find_item(context.db(), item->id);
  return refused_merge(app, context, newest ? *newest : *item, complete, theirs, done.error());
}

}  // namespace portal::news
