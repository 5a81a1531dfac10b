#include "modules/news/office/merge.h"

#include "shared/richtext/compare.h"
#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"

namespace portal::news {
namespace {

using Outcome = FieldMerge::Outcome;

Outcome outcome_of(const FieldMerge& merge, bool is_base_known) {
  if (merge.theirs == merge.mine) return is_base_known && merge.theirs == merge.base ? Outcome::Same : Outcome::Alike;
  if (!is_base_known) return Outcome::Choose;
  if (merge.theirs == merge.base) return Outcome::Mine;
  return merge.mine == merge.base ? Outcome::Theirs : Outcome::Choose;
}

void join_bodies(FieldMerge& merge, text::DiffBudget& budget) {
  const auto base = richtext::parse_document(merge.base);
  const auto theirs = richtext::parse_document(merge.theirs);
  const auto mine = richtext::parse_document(merge.mine);
  if (!base || !theirs || !mine) return;
  if (const auto merged = richtext::merge(*base, *theirs, *mine, budget)) {
    merge.joined = richtext::to_json(merged->document);
    merge.collisions = merged->conflicts;
  }
}

// What the person chose, or nothing.
std::optional<std::string> chosen(const FieldMerge& merge, const http::Fields& choices) {
  const std::string_view pick = choices.get("pick_" + std::string{merge.field->name});
  if (pick == "theirs") return merge.theirs;
  if (pick == "mine") return merge.mine;
  if (pick == "joined") return merge.joined;
  if (pick == "own") return std::string{choices.get("own_" + std::string{merge.field->name})};
  return {};
}

std::string taken(const FieldMerge& merge) { return merge.outcome == Outcome::Mine ? merge.mine : merge.theirs; }

}  // namespace

std::vector<FieldMerge> merge_fields(const std::optional<http::Fields>& base, const http::Fields& theirs, const http::Fields& mine,
                                     text::DiffBudget& budget) {
  std::vector<FieldMerge> merges;
  for (const FormField& field : kFormFields) {
    FieldMerge merge;
    merge.field = &field;
    merge.theirs = theirs.get(field.name);
    merge.base = base ? std::string{base->get(field.name)} : std::string{};
    const bool was_shown = mine.has(field.name);
    merge.mine = was_shown ? std::string{mine.get(field.name)} : (base ? merge.base : merge.theirs);
    merge.outcome = outcome_of(merge, base.has_value());
    if (merge.outcome == Outcome::Choose && field.kind == FormField::Kind::Body && base) join_bodies(merge, budget);
    merges.push_back(std::move(merge));
  }
  return merges;
}

base::Result<http::Fields> resolve(const std::vector<FieldMerge>& merges, const http::Fields& choices) {
  http::Fields fields;
  std::vector<base::FieldError> errors;
  for (const FieldMerge& merge : merges) {
    const std::string name{merge.field->name};
    if (merge.outcome != Outcome::Choose) {
      fields.add(name, taken(merge));
    } else if (auto value = chosen(merge, choices)) {
      fields.add(name, *std::move(value));
    } else {
      errors.push_back({"pick_" + name, std::string{merge.field->label} + ": chọn bản được giữ.", ""});
    }
  }
  if (!errors.empty()) return base::fail(base::FaultKind::Invalid, "Chưa lưu được bản gộp.", std::move(errors));
  return fields;
}

}  // namespace portal::news
