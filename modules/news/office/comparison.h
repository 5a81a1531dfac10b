// Comparison: two sets of the article form's fields shown beside each other (templates/news-office/comparison.tpl), by fields and by words. Pure.
#pragma once

#include <string>
#include <vector>

#include "modules/news/office/form_fields.h"
#include "modules/news/office/store.h"
#include "shared/http/fields.h"
#include "shared/richtext/document.h"
#include "shared/text/diff.h"
#include "shared/view/view.h"

namespace portal::news {

// One side of a comparison: whose text and when, for the head of its column.
struct Side {
  std::string label;    // "Bản 4", "Bản nháp"
  std::string note;     // "Nguyễn Hoàng Yến, 25/11/2026 08:55"
  http::Fields fields;  // as fields_of() gives them, and "section"
};

struct ComparisonStyle {
  bool is_one_column = false;   // removed and added words in one text
};

// Fills COMPARISON of `content`. `sections` gives the words for a section's number.
void fill_comparison(view::Dict& content, const Side& before, const Side& after, const std::vector<SectionChoice>& sections, ComparisonStyle style = {});

// What a field's value reads like: the title of a section, a time, the text; never the JSON of a body.
[[nodiscard]] std::string value_words(const FormField& field, std::string_view value, const std::vector<SectionChoice>& sections);

// Fills {{>slot}} with the runs of a comparison (templates/news-office/runs.tpl). `only`: all of them, or those of one side.
enum class RunsOf { Both, Before, After };
void add_runs(view::Dict& dict, const char* slot, const std::vector<text::DiffRun>& runs, RunsOf which);

// The words that `after` changed of `before`, in one text, as {{>slot}}: a line's words, or the changed lines of a body.
void add_changes(view::Dict& dict, const char* slot, const FormField& field, std::string_view before, std::string_view after,
                 const std::vector<SectionChoice>& sections, text::DiffBudget& budget);

// The tree of a stored or half-typed body; one that cannot be read is shown as the text that it is.
[[nodiscard]] richtext::Document body_of(std::string_view json);

}  // namespace portal::news
