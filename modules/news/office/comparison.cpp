#include "modules/news/office/comparison.h"

#include <algorithm>
#include <charconv>

#include "shared/richtext/compare.h"
#include "shared/richtext/parse.h"

namespace portal::news {
namespace {

using FieldKind = FormField::Kind;
using richtext::Change;
using richtext::LineDiff;
using richtext::LineKind;
using text::DiffRun;

// Numbers for the line above the comparison.
struct Totals {
  std::size_t added = 0, removed = 0, fields = 0, places = 0;
  bool is_cut = false;
};

std::string_view class_of(LineKind kind) {
  switch (kind) {
    case LineKind::Heading: return "heading";
    case LineKind::Item: return "item";
    case LineKind::Quote: return "quote";
    case LineKind::Row: return "row";
    case LineKind::Rule: return "rule";
    case LineKind::Figure: return "figure";
    case LineKind::Paragraph: return "text";
  }
  return "text";
}

// A line of text that both sides have, or only one.
LineDiff compare_text(std::string_view before, std::string_view after, LineKind kind, text::DiffBudget& budget, Totals& totals) {
  LineDiff line;
  line.kind = kind;
  if (before == after) {
    line.runs = {{DiffRun::Kind::Same, std::string{after}}};
    return line;
  }
  text::WordDiff words = text::diff_words(before, after, budget);
  line.change = before.empty() ? Change::Added : (after.empty() ? Change::Removed : Change::Words);
  line.runs = std::move(words.runs);
  line.is_cut = words.is_cut;
  totals.added += words.added;
  totals.removed += words.removed;
  totals.is_cut = totals.is_cut || words.is_cut;
  return line;
}

void fill_cell(view::Dict& row, const char* section, const char* none, const LineDiff& line, bool is_there, RunsOf which) {
  if (!is_there) return row.show(none);
  view::Dict cell = row.section(section);
  add_runs(cell, "RUNS", line.runs, which);
}

void fill_row(view::Dict& table, const LineDiff& line, Totals& totals, bool is_one_column) {
  view::Dict row = table.section(is_one_column ? "LINE" : "ROW");
  row.set("ROW_KIND", class_of(line.kind));
  row.show("IS_SAME", line.change == Change::Same);
  if (line.change != Change::Same) row.section("MARK").set("MARK_NUMBER", static_cast<std::int64_t>(++totals.places));
  row.show("IS_LOOKS", line.change == Change::Looks);
  row.show("IS_CUT", line.is_cut);
  if (is_one_column) return add_runs(row, "RUNS", line.runs, RunsOf::Both);
  fill_cell(row, "BEFORE", "NOT_BEFORE", line, line.change != Change::Added, RunsOf::Before);
  fill_cell(row, "AFTER", "NOT_AFTER", line, line.change != Change::Removed, RunsOf::After);
}

// The fields beside the text: only those that differ.
void fill_fields(view::Dict& part, const Side& before, const Side& after, const std::vector<SectionChoice>& sections, text::DiffBudget& budget,
                 Totals& totals) {
  std::vector<const FormField*> changed;
  for (const FormField& field : kFormFields) {
    const bool is_text = field.name == "title" || field.name == "summary" || field.kind == FieldKind::Body;
    if (!is_text && before.fields.get(field.name) != after.fields.get(field.name)) changed.push_back(&field);
  }
  totals.fields = changed.size();
  if (changed.empty()) return;
  view::Dict table = part.section("FIELDS");
  table.set("BEFORE_LABEL", before.label);
  table.set("AFTER_LABEL", after.label);
  for (const FormField* field : changed) {
    const std::string old_words = value_words(*field, before.fields.get(field->name), sections);
    const std::string new_words = value_words(*field, after.fields.get(field->name), sections);
    std::vector<DiffRun> runs{{DiffRun::Kind::Removed, old_words}, {DiffRun::Kind::Added, new_words}};
    if (field->kind == FieldKind::Line) runs = text::diff_words(old_words, new_words, budget).runs;
    view::Dict row = table.section("FIELD");
    row.set("FIELD_LABEL", field->label);
    LineDiff line;
    line.runs = std::move(runs);
    fill_cell(row, "BEFORE", "NOT_BEFORE", line, !old_words.empty(), RunsOf::Before);
    fill_cell(row, "AFTER", "NOT_AFTER", line, !new_words.empty(), RunsOf::After);
  }
}

void fill_totals(view::Dict& part, const Totals& totals) {
  part.set("WORDS_ADDED", static_cast<std::int64_t>(totals.added));
  part.set("WORDS_REMOVED", static_cast<std::int64_t>(totals.removed));
  part.set("FIELDS_CHANGED", static_cast<std::int64_t>(totals.fields));
  part.show("HAS_FIRST", totals.places != 0);
  part.show("IS_CUT", totals.is_cut);
}

}  // namespace

void add_runs(view::Dict& dict, const char* slot, const std::vector<DiffRun>& runs, RunsOf which) {
  view::Dict part = dict.include(slot, "news-office/runs.tpl");
  for (const DiffRun& run : runs) {
    const bool is_left_out = (which == RunsOf::Before && run.kind == DiffRun::Kind::Added) || (which == RunsOf::After && run.kind == DiffRun::Kind::Removed);
    if (is_left_out || run.text.empty()) continue;
    const char* kind = run.kind == DiffRun::Kind::Same ? "SAME" : (run.kind == DiffRun::Kind::Added ? "INSERTED" : "DELETED");
    part.section("RUN").section(kind).set("RUN_TEXT", run.text);
  }
}

richtext::Document body_of(std::string_view json) {
  if (auto document = richtext::parse_document(json)) return *std::move(document);
  if (auto document = richtext::from_plain_text(json)) return *std::move(document);
  return {};
}

std::string value_words(const FormField& field, std::string_view value, const std::vector<SectionChoice>& sections) {
  if (field.kind != FieldKind::Section) return std::string{value};
  std::uint64_t id = 0;
  std::from_chars(value.data(), value.data() + value.size(), id);
  for (const SectionChoice& section : sections)
    if (section.id.value == id) return section.title;
  return {};
}

void add_changes(view::Dict& dict, const char* slot, const FormField& field, std::string_view before, std::string_view after,
                 const std::vector<SectionChoice>& sections, text::DiffBudget& budget) {
  view::Dict part = dict.include(slot, "news-office/changes.tpl");
  const auto add = [&part](const std::vector<DiffRun>& runs, std::string_view kind, bool is_looks) {
    view::Dict line = part.section("LINE");
    line.set("ROW_KIND", kind);
    line.show("IS_LOOKS", is_looks);
    add_runs(line, "RUNS", runs, RunsOf::Both);
  };
  if (field.kind == FieldKind::Body) {
    const richtext::DocumentDiff diff = richtext::compare(body_of(before), body_of(after), budget);
    for (const LineDiff& line : diff.lines)
      if (line.change != Change::Same) add(line.runs, class_of(line.kind), line.change == Change::Looks);
    part.show("NOTHING", diff.changes == 0);
    return;
  }
  const std::string old_words = value_words(field, before, sections);
  const std::string new_words = value_words(field, after, sections);
  if (old_words.empty() && new_words.empty()) return part.show("NOTHING");
  const bool is_whole = field.kind == FieldKind::Time || field.kind == FieldKind::Section;
  if (is_whole && old_words != new_words) return add({{DiffRun::Kind::Removed, old_words}, {DiffRun::Kind::Added, new_words}}, "text", false);
  add(text::diff_words(old_words, new_words, budget).runs, "text", false);
}

void fill_comparison(view::Dict& content, const Side& before, const Side& after, const std::vector<SectionChoice>& sections, ComparisonStyle style) {
  view::Dict part = content.include("COMPARISON", "news-office/comparison.tpl");
  text::DiffBudget budget;
  Totals totals;
  fill_fields(part, before, after, sections, budget, totals);
  view::Dict table = part.section(style.is_one_column ? "ONE_COLUMN" : "TWO_COLUMNS");
  table.set("BEFORE_LABEL", before.label);
  table.set("BEFORE_NOTE", before.note);
  table.set("AFTER_LABEL", after.label);
  table.set("AFTER_NOTE", after.note);
  fill_row(table, compare_text(before.fields.get("title"), after.fields.get("title"), LineKind::Heading, budget, totals), totals, style.is_one_column);
  const LineDiff summary = compare_text(before.fields.get("summary"), after.fields.get("summary"), LineKind::Quote, budget, totals);
  if (!summary.runs.empty() && !(summary.runs.size() == 1 && summary.runs.front().text.empty())) fill_row(table, summary, totals, style.is_one_column);
  const richtext::DocumentDiff body = richtext::compare(body_of(before.fields.get("body")), body_of(after.fields.get("body")), budget);
  for (const LineDiff& line : body.lines)
    if (line.change != Change::Same || !line.runs.front().text.empty()) fill_row(table, line, totals, style.is_one_column);
  totals.added += body.added;
  totals.removed += body.removed;
  totals.is_cut = totals.is_cut || body.is_cut;
  fill_totals(part, totals);
  part.show("IS_SAME", totals.places == 0 && totals.fields == 0);
}

}  // namespace portal::news
