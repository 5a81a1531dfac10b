// Compare: what changed between two documents, paragraph by paragraph and word by word; and merging two that came from the same one.
//
// A document is compared as its lines: paragraphs, headings, list items, table rows, pictures. Lines that are the same on both sides are found first; what
// lies between is paired by likeness, and each pair is compared by words (shared/text/diff.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/richtext/document.h"
#include "shared/text/diff.h"

namespace portal::richtext {

enum class LineKind { Paragraph, Heading, Item, Quote, Row, Rule, Figure };

// One line of a document. `shape` is its canonical JSON with where it stands (list, quotation, cell); lines with the same shape are the same.
struct Line {
  LineKind kind = LineKind::Paragraph;
  std::string text;   // cells of a row joined by " | "; a line break is "\n"
  std::string shape;
};
[[nodiscard]] std::vector<Line> lines_of(const Document& document);

enum class Change {
  Same,
  Words,     // both sides have the line; the words differ
  Looks,     // the same words; headings, emphasis, list or a link's address differ
  Added,
  Removed
};

struct LineDiff {
  Change change = Change::Same;
  LineKind kind = LineKind::Paragraph;   // of the new side, of the old one for Removed
  std::vector<text::DiffRun> runs;       // Same and Added make the new line, Same and Removed the old one
  bool is_cut = false;                   // too unlike to compare by words: given whole
};

struct DocumentDiff {
  std::vector<LineDiff> lines;
  std::size_t added = 0;     // words
  std::size_t removed = 0;
  std::size_t changes = 0;   // lines that are not Same
  bool is_cut = false;
};
[[nodiscard]] DocumentDiff compare(const Document& before, const Document& after, text::DiffBudget& budget);

// The document with what `theirs` and `mine` each changed of `base`, by whole top-level blocks. Where both changed the same place, the blocks of
// both stand there, theirs first: nothing is lost, and `conflicts` says at how many places a person must look.
struct Merged {
  Document document;
  std::size_t conflicts = 0;
};
// Nothing when the two together are more than a document may hold, or too unlike to be compared.
[[nodiscard]] std::optional<Merged> merge(const Document& base, const Document& theirs, const Document& mine, text::DiffBudget& budget);

}  // namespace portal::richtext
