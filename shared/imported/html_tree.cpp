#include "shared/imported/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <vector>

#include "shared/mime/html.h"
#include "shared/mime/words.h"
#include "shared/richtext/link.h"
#include "shared/richtext/parse.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::imported {
namespace {

using richtext::Marks;
using richtext::Node;
using richtext::NodeType;

constexpr std::size_t kDeepest = 150;      // of elements in elements that are looked at one by one; below it only the words count
constexpr std::size_t kMostNested = 10;    // lists, quotations and tables that our tree keeps apart: each is two of its 32 levels
constexpr std::size_t kMostCells = 2000;   // a larger table becomes lines
constexpr std::size_t kMostColumns = 20;
constexpr std::size_t kMostSpan = 20;

// What stands inside them is no text for readers.
constexpr std::array<std::string_view, 14> kSilent{"head",   "title",    "style", "script", "noscript", "template", "applet", "svg",
                                                   "math",   "select",   "map",   "button", "textarea", "frameset"};
constexpr std::array<std::string_view, 6> kMedia{"iframe", "object", "embed", "audio", "video", "canvas"};
// They begin and end a paragraph.
constexpr std::array<std::string_view, 25> kBlocks{"p",      "div",    "section", "article", "header", "footer", "address", "nav",    "main",       "aside",   "form",  "center", "figure",
                                                   "figcaption", "fieldset", "legend", "dl",  "dt",     "dd",     "li",      "caption", "details",   "summary", "pre",   "body"};

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeText {
  void operator()(xmlChar* text) const { xmlFree(text); }
};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

const char* chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }  // NOLINT: C interface
const xmlChar* xml_chars(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }  // NOLINT: C interface

std::string_view name_of(const xmlNode* node) { return node->name == nullptr ? std::string_view{} : std::string_view{chars(node->name)}; }
bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }
bool is_text(const xmlNode* node) { return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != nullptr; }

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, FreeText> value(xmlGetProp(node, xml_chars(name)));
  return value ? std::string{chars(value.get())} : std::string{};
}

Node make(NodeType type) {
  Node node;
  node.type = type;
  return node;
}

bool is_blank(const Node& node) { return node.type == NodeType::HardBreak || text::trim(node.text).empty(); }

// Words of one text node: each run of white space is one space; what nobody can see goes.
std::string words_in(const xmlChar* content) {
  std::string out;
  bool has_space = false;
  const std::string visible = mime::visible(chars(content));
  for (std::size_t i = 0; i < visible.size(); ++i) {
    const bool is_hard_space = std::string_view{visible}.substr(i).starts_with("\xC2\xA0");
    const char c = visible[i];
    if (is_hard_space) ++i;
    if (is_hard_space || c == ' ' || c == '\t' || c == '\n') {
      has_space = true;
      continue;
    }
    if (has_space) out += ' ';
    has_space = false;
    out += c;
  }
  if (has_space) out += ' ';
  return out;
}

// How the line that is being written ends up.
struct Kind {
  NodeType type = NodeType::Paragraph;
  int level = 0;
};

class Reader {
 public:
  Reader(std::string_view base, HtmlTree& found) : base_(base), found_(found) {}

  std::vector<Node> read(const xmlNode* root) {
    std::vector<Node> out;
    walk(root, {}, {}, 0, 0, out);
    end_line({}, out);
    return out;
  }

 private:
  void walk(const xmlNode* parent, const Marks& marks, Kind kind, std::size_t depth, std::size_t nested, std::vector<Node>& out) {
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
      if (is_text(node)) add_words(words_in(node->content), marks);
      if (is_element(node)) element(node, marks, kind, depth + 1, nested, out);
    }
  }

  void element(const xmlNode* node, Marks marks, Kind kind, std::size_t depth, std::size_t nested, std::vector<Node>& out) {
    const std::string_view name = name_of(node);
    if (is_one_of(kSilent, name)) return;
    if (is_one_of(kMedia, name)) {
      ++found_.media;
      return;
    }
    if (name == "img" || name == "picture") {
      ++found_.pictures;
      return;
    }
    if (depth > kDeepest) return words_below(node, marks);
    if (name == "br") return break_line(marks);
    if (name == "hr") {
      end_line(kind, out);
      if (nested == 0) out.push_back(make(NodeType::HorizontalRule));
      return;
    }
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && nested == 0) {
      end_line(kind, out);
      const Kind heading{NodeType::Heading, std::clamp(name[1] - '0', 2, 4)};  // h1 is the article's title
      walk(node, marks, heading, depth, nested, out);
      return end_line(heading, out);
    }
    if ((name == "ul" || name == "ol") && nested < kMostNested) return list(node, kind, depth, nested, out);
    if (name == "blockquote" && nested < kMostNested) return quote(node, kind, depth, nested, out);
    if (name == "table") return table(node, kind, depth, nested, out);
    if (is_one_of(kBlocks, name) || name == "ul" || name == "ol" || name == "blockquote" || name == "tr" || name == "td" || name == "th" ||
        (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')) {
      end_line(kind, out);
      walk(node, marks, kind, depth, nested, out);
      return end_line(kind, out);
    }
    mark(node, name, marks);
    walk(node, marks, kind, depth, nested, out);
  }

  void mark(const xmlNode* node, std::string_view name, Marks& marks) const {
    if (name == "strong" || name == "b") marks.strong = true;
    if (name == "em" || name == "i") marks.em = true;
    if (name == "u" || name == "ins") marks.underline = true;
    if (name == "sub") marks.sub = true, marks.sup = false;
    if (name == "sup") marks.sup = true, marks.sub = false;
    if (name != "a") return;
    const std::string href = attribute(node, "href");
    if (href.starts_with("mailto:") || href.starts_with("tel:")) {
      if (auto clean = richtext::clean_href(href)) marks.link = richtext::Link{*std::move(clean), {}};
      return;
    }
    if (std::string whole = whole_address(href, base_); !whole.empty()) marks.link = richtext::Link{std::move(whole), {}};
  }

  // Deeper than anybody writes: the words, without looking at what they stand in, and without recursion.
  void words_below(const xmlNode* root, const Marks& marks) {
    const xmlNode* node = root;
    for (;;) {
      if (is_text(node)) add_words(words_in(node->content) + " ", marks);
      if (node->children != nullptr && !(is_element(node) && is_one_of(kSilent, name_of(node)))) {
        node = node->children;
        continue;
      }
      while (node != root && node->next == nullptr) node = node->parent;
      if (node == root) return;
      node = node->next;
    }
  }

  void add_words(std::string words, const Marks& marks) {
    const bool needs_no_space = line_.empty() || line_.back().type == NodeType::HardBreak || line_.back().text.ends_with(' ');
    if (needs_no_space && words.starts_with(' ')) words.erase(0, 1);
    if (words.empty()) return;
    if (!line_.empty() && line_.back().type == NodeType::Text && line_.back().marks == marks) {
      line_.back().text += words;
      return;
    }
    Node node = make(NodeType::Text);
    node.text = std::move(words);
    node.marks = marks;
    line_.push_back(std::move(node));
  }

  void break_line(const Marks& marks) {
    if (line_.empty()) return;
    Node node = make(NodeType::HardBreak);
    node.marks = marks;
    node.marks.link.reset();
    line_.push_back(std::move(node));
  }

  void end_line(Kind kind, std::vector<Node>& out) {
    std::vector<Node> line = std::move(line_);
    line_.clear();
    while (!line.empty() && is_blank(line.front())) line.erase(line.begin());
    while (!line.empty() && is_blank(line.back())) line.pop_back();
    if (line.empty()) return;
    Node& last = line.back();
    last.text.resize(last.text.size() - (last.text.size() - text::trim(last.text).size() > 0 && last.text.ends_with(' ') ? 1 : 0));
    Node block = make(kind.type);
    block.level = kind.level;
    block.children = std::move(line);
    out.push_back(std::move(block));
  }

  void list(const xmlNode* node, Kind kind, std::size_t depth, std::size_t nested, std::vector<Node>& out) {
    end_line(kind, out);
    const bool is_ordered = name_of(node) == "ol";
    Node list = make(is_ordered ? NodeType::OrderedList : NodeType::BulletList);
    if (is_ordered) {
      const std::string start = attribute(node, "start");
      int first = 1;
      std::from_chars(start.data(), start.data() + start.size(), first);
      list.start = std::clamp(first, 1, 9000);
    }
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (!is_element(child) && !(is_text(child) && !text::trim(words_in(child->content)).empty())) continue;
      Node item = make(NodeType::ListItem);
      if (is_text(child)) add_words(words_in(child->content), {});
      else if (name_of(child) == "li") walk(child, {}, {}, depth + 1, nested + 1, item.children);
      else element(child, {}, {}, depth + 1, nested + 1, item.children);  // a list that stands in a list without an item of its own
      end_line({}, item.children);
      if (!item.children.empty()) list.children.push_back(std::move(item));
    }
    if (!list.children.empty()) out.push_back(std::move(list));
  }

  void quote(const xmlNode* node, Kind kind, std::size_t depth, std::size_t nested, std::vector<Node>& out) {
    end_line(kind, out);
    Node quote = make(NodeType::Blockquote);
    walk(node, {}, {}, depth, nested + 1, quote.children);
    end_line({}, quote.children);
    if (!quote.children.empty()) out.push_back(std::move(quote));
  }

  struct Cell {
    const xmlNode* node = nullptr;
    std::size_t colspan = 1, rowspan = 1;
  };

  static std::size_t span_of(const xmlNode* node, const char* name) {
    const std::string typed = attribute(node, name);
    std::size_t span = 1;
    std::from_chars(typed.data(), typed.data() + typed.size(), span);
    return std::clamp<std::size_t>(span, 1, kMostSpan);
  }

  // Rows of this table and of no table inside it.
  static void collect_rows(const xmlNode* node, std::vector<std::vector<Cell>>& rows) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (!is_element(child)) continue;
      const std::string_view name = name_of(child);
      if (name == "tr") {
        std::vector<Cell>& row = rows.emplace_back();
        for (const xmlNode* cell = child->children; cell != nullptr; cell = cell->next)
          if (is_element(cell) && (name_of(cell) == "td" || name_of(cell) == "th")) row.push_back({cell, span_of(cell, "colspan"), span_of(cell, "rowspan")});
      } else if (name == "tbody" || name == "thead" || name == "tfoot") {
        collect_rows(child, rows);
      }
    }
  }

  // Each cell in its place, what a span covers left empty: our table needs cells that fill the grid exactly.
  static std::vector<std::vector<const xmlNode*>> grid_of(const std::vector<std::vector<Cell>>& rows) {
    std::vector<std::vector<const xmlNode*>> grid(rows.size());
    std::vector<std::vector<bool>> taken(rows.size());
    std::size_t width = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::size_t column = 0;
      for (const Cell& cell : rows[r]) {
        while (column < taken[r].size() && taken[r][column]) ++column;
        if (column + cell.colspan > kMostColumns) return {};
        for (std::size_t down = r; down < std::min(r + cell.rowspan, rows.size()); ++down) {
          if (taken[down].size() < column + cell.colspan) taken[down].resize(column + cell.colspan, false);
          if (grid[down].size() < taken[down].size()) grid[down].resize(taken[down].size(), nullptr);
          for (std::size_t across = column; across < column + cell.colspan; ++across) taken[down][across] = true;
        }
        grid[r][column] = cell.node;
        column += cell.colspan;
        width = std::max(width, column);
      }
    }
    for (auto& row : grid) row.resize(width, nullptr);
    return grid;
  }

  void table(const xmlNode* node, Kind kind, std::size_t depth, std::size_t nested, std::vector<Node>& out) {
    end_line(kind, out);
    std::vector<std::vector<Cell>> rows;
    if (!in_table_ && nested < kMostNested) collect_rows(node, rows);
    std::erase_if(rows, [](const std::vector<Cell>& row) { return row.empty(); });
    const auto grid = rows.size() > 1 && rows.size() * kMostColumns <= kMostCells * 2 ? grid_of(rows) : std::vector<std::vector<const xmlNode*>>{};
    // One row or one column lays a page out and tells nothing.
    if (grid.empty() || grid.front().size() < 2 || grid.size() * grid.front().size() > kMostCells) {
      walk(node, {}, {}, depth, nested, out);
      return end_line({}, out);
    }
    in_table_ = true;
    Node table = make(NodeType::Table);
    for (const auto& cells : grid) {
      Node row = make(NodeType::TableRow);
      for (const xmlNode* cell : cells) {
        Node made = make(cell != nullptr && name_of(cell) == "th" ? NodeType::TableHeader : NodeType::TableCell);
        if (cell != nullptr) walk(cell, {}, {}, depth + 2, nested + 1, made.children);
        end_line({}, made.children);
        if (made.children.empty()) made.children.push_back(make(NodeType::Paragraph));
        row.children.push_back(std::move(made));
      }
      table.children.push_back(std::move(row));
    }
    in_table_ = false;
    out.push_back(std::move(table));
  }

  std::string base_;
  HtmlTree& found_;
  std::vector<Node> line_;
  bool in_table_ = false;
};

// Its words, each line a paragraph; as much of them as a document takes.
richtext::Document plain_document(std::string_view html, bool& is_cut) {
  std::string words = mime::visible(mime::words_of_html(html));
  constexpr std::size_t kMostWords = 200 * 1024;
  if (words.size() > kMostWords) {
    words.resize(text::cut_to_bytes(words, kMostWords).size());
    is_cut = true;
  }
  if (auto document = richtext::from_plain_text(words)) return *std::move(document);
  // Thousands of lines of a letter each: one paragraph.
  std::replace(words.begin(), words.end(), '\n', ' ');
  const auto one = richtext::from_plain_text(words);
  return one ? *one : richtext::Document{};
}

}  // namespace

std::string whole_address(std::string_view href, std::string_view base) {
  std::string typed{text::trim(href)};
  if (typed.empty() || typed.size() > richtext::kMaxHrefBytes || typed.starts_with('#')) return "";
  // A page's address may hold letters and spaces that an address may not: clean_href() encodes the letters.
  std::size_t at = 0;
  while ((at = typed.find(' ', at)) != std::string::npos) typed.replace(at, 1, "%20");
  const bool is_whole = typed.starts_with("http://") || typed.starts_with("https://") || typed.starts_with("HTTP://") || typed.starts_with("HTTPS://");
  if (!is_whole) {
    const std::string from{base};
    const std::unique_ptr<xmlChar, FreeText> built(xmlBuildURI(xml_chars(typed), xml_chars(from)));
    if (!built) return "";
    typed = chars(built.get());
  }
  const auto clean = richtext::clean_href(typed);
  return clean && richtext::is_external(*clean) ? *clean : std::string{};
}

HtmlTree tree_of_html(std::string_view html, std::string_view base) {
  HtmlTree found;
  if (html.size() > kMostHtml) {
    html = text::cut_to_bytes(html, kMostHtml);
    found.is_cut = true;
  }
  const std::unique_ptr<xmlDoc, FreeDocument> document(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                                                                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return found;
  Node tree = make(NodeType::Doc);
  tree.children = Reader(base, found).read(root);
  if (tree.children.empty()) return found;
  if (auto checked = richtext::check_tree(tree)) {
    found.document = *std::move(checked);
    return found;
  }
  found.is_plain = true;
  found.document = plain_document(html, found.is_cut);
  return found;
}

}  // namespace portal::imported
