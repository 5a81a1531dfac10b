// Plain: what a document says, without its looks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/richtext/document.h"

namespace portal::richtext {

// The text: one line per paragraph, heading, list item, picture's caption or hard break, cells of a row joined by
// tabs, no blank lines, no markers. For search, mail, and comparing.
// to_plain_text(*from_plain_text(t)) is t without blank lines and spaces at line ends.
[[nodiscard]] std::string to_plain_text(const Document& document);

// Words (tiếng) in the text, headings and tables included.
[[nodiscard]] std::size_t word_count(const Document& document);

// The beginning of the running text (headings, tables and rules left out) on one line, at most
// `max_characters` with "…". Empty when there is none. For summaries and meta descriptions.
[[nodiscard]] std::string first_words(const Document& document, std::size_t max_characters);

// True if nothing would be read: no letter, digit or sign anywhere.
[[nodiscard]] bool is_empty(const Document& document);

// Its pictures, in order; they live as long as the document.
[[nodiscard]] std::vector<const Node*> figures(const Document& document);

// A heading as a table of contents needs it; `id` is the anchor that render_html() writes.
struct HeadingEntry {
  int level;
  std::string id;
  std::string text;

  bool operator==(const HeadingEntry&) const = default;
};

// The headings that hold text, in order. Ids are "muc-" + the slug of the heading, numbered when a
// heading repeats, so they depend on the document alone, stay the same from one rendering to the
// next, and never meet an id of the page around.
[[nodiscard]] std::vector<HeadingEntry> headings(const Document& document);

}  // namespace portal::richtext
