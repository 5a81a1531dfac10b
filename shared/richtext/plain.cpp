#include "shared/richtext/plain.h"

#include <set>

#include "shared/text/clean.h"
#include "shared/text/slug.h"
#include "shared/text/words.h"

namespace portal::richtext {
namespace {

bool is_text_block(const Node& node) {
  return node.type == NodeType::Paragraph || node.type == NodeType::Heading;
}

std::string inline_text(const Node& block, char line_break) {
  std::string out;
  for (const Node& child : block.children) {
    if (child.type == NodeType::HardBreak) {
      out += line_break;
    } else {
      out += child.text;
    }
  }
  return out;
}

// Appends `line` on a line of its own; blank ones are left out.
void append_line(std::string& out, std::string_view line) {
  const std::string_view core = text::trim(line);
  if (core.empty()) return;
  if (!out.empty()) out += '\n';
  out += core;
}

void append_lines(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    append_line(out, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void append_plain(std::string& out, const Node& node);

void append_row(std::string& out, const Node& row) {
  std::string line;
  for (const Node& cell : row.children) {
    std::string inside;
    for (const Node& block : cell.children) append_plain(inside, block);
    if (&cell != &row.children.front()) line += '\t';
    line += text::one_line(inside);
  }
  append_line(out, line);
}

void append_plain(std::string& out, const Node& node) {
  if (is_text_block(node)) {
    append_lines(out, inline_text(node, '\n'));
  } else if (node.type == NodeType::TableRow) {
    append_row(out, node);
  } else if (node.type == NodeType::Figure) {
    append_line(out, node.caption);
  } else {
    for (const Node& child : node.children) append_plain(out, child);
  }
}

// Running text only, until there is more than `enough` bytes.
void append_running(std::string& out, const Node& node, std::size_t enough) {
  if (out.size() > enough || node.type == NodeType::Heading || node.type == NodeType::Table) return;
  if (node.type == NodeType::Paragraph) {
    append_line(out, inline_text(node, ' '));
    return;
  }
  for (const Node& child : node.children) append_running(out, child, enough);
}

std::string free_id(std::set<std::string, std::less<>>& taken, const text::Slug& slug) {
  std::string id = slug.text();
  for (unsigned number = 2; !taken.insert(id).second; ++number) id = slug.numbered(number).text();
  return "muc-" + id;
}

void collect_headings(const Node& node, std::set<std::string, std::less<>>& taken,
                      std::vector<HeadingEntry>& out) {
  if (node.type == NodeType::Heading) {
    std::string words = text::one_line(inline_text(node, ' '));
    if (words.empty()) return;
    std::string id = free_id(taken, text::slugify(words, "de-muc"));
    out.push_back({node.level, std::move(id), std::move(words)});
    return;
  }
  for (const Node& child : node.children) collect_headings(child, taken, out);
}

}  // namespace

std::string to_plain_text(const Document& document) {
  std::string out;
  append_plain(out, document.root());
  return out;
}

std::size_t word_count(const Document& document) {
  return text::count_words(to_plain_text(document));
}

std::string first_words(const Document& document, std::size_t max_characters) {
  std::string running;
  // A character is at most a few dozen bytes even with marks; 64 leaves room and keeps long
  // articles from being copied whole.
  append_running(running, document.root(), max_characters * 64);
  return text::cut_words(text::one_line(running), max_characters);
}

bool is_empty(const Document& document) { return to_plain_text(document).empty(); }

std::vector<const Node*> figures(const Document& document) {
  std::vector<const Node*> found;
  for (const Node& block : document.blocks())  // they stand nowhere else
    if (block.type == NodeType::Figure) found.push_back(&block);
  return found;
}

std::vector<HeadingEntry> headings(const Document& document) {
  std::set<std::string, std::less<>> taken;
  std::vector<HeadingEntry> out;
  collect_headings(document.root(), taken, out);
  return out;
}

}  // namespace portal::richtext
