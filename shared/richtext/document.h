// Document: the body of an article as a tree (ProseMirror's JSON, our schema). The editor sends it,
// the server validates it, stores its canonical JSON, and renders the HTML itself. No HTML from a
// browser is stored or trusted.
//
//   doc        = block+
//   block      = paragraph | heading{level 2..4} | bullet_list | ordered_list{start 1..9999} |
//   blockquote | horizontal_rule | table | figure{file, width 50|100, alt, caption}
//   paragraph, heading = (text | hard_break)* bullet_list,
//   ordered_list = list_item+        list_item, blockquote = block+ table      = table_row+
//   table_row = (table_cell | table_header)*{colspan, rowspan 1..20}      cell = block+ (no table
//   in a table) marks on text and hard_break: link{href, title}, strong, em, underline, sub, sup
//   (sub and sup exclude each other)
//
// Limits: 1 MiB of JSON, 20,000 nodes, 32 levels, tables of 100 columns whose cells fill the grid
// exactly. A figure names an upload of its item by number (shared/files); whether there is one, and
// whether it may be shown, is asked where the item is known. It stands at the top level only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portal::richtext {

inline constexpr std::size_t kMaxJsonBytes = 1024 * 1024;
inline constexpr std::size_t kMaxNodes = 20'000;
inline constexpr std::size_t kMaxDepth = 32;  // doc is level 0
inline constexpr int kMaxTableColumns = 100;

enum class NodeType {
  Doc,
  Paragraph,
  Heading,
  BulletList,
  OrderedList,
  ListItem,
  Blockquote,
  HorizontalRule,
  HardBreak,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  Figure,
  Text
};

inline constexpr std::size_t kMaxAlt = 300;      // code points
inline constexpr std::size_t kMaxCaption = 500;  // code points

// Where a link leads. `href` is what clean_href() let through; `title` may be empty.
struct Link {
  std::string href;
  std::string title;

  bool operator==(const Link&) const = default;
};

// What is laid on a piece of text. The order here is the canonical one, outermost first.
struct Marks {
  std::optional<Link> link;
  bool strong = false;
  bool em = false;
  bool underline = false;
  bool sub = false;
  bool sup = false;

  bool operator==(const Marks&) const = default;
};

// A node. Which members mean something depends on `type`; the others keep their defaults, so
// equality is plain.
struct Node {
  NodeType type = NodeType::Paragraph;
  int level = 0;     // Heading
  int start = 1;     // OrderedList
  int colspan = 1;   // TableCell, TableHeader
  int rowspan = 1;   // TableCell, TableHeader
  int file = 0;      // Figure: number of the upload
  int width = 100;   // Figure: 50 (half of the column where there is room) or 100
  std::string alt;      // Figure: what the picture shows, for who does not see it; asked for before posting
  std::string caption;  // Figure: the line below it
  std::string text;  // Text: NFC, without hidden or control characters, not empty
  Marks marks;       // Text, HardBreak
  std::vector<Node> children;

  bool operator==(const Node&) const = default;
};

// A validated tree. An immutable value; made by parse_document(), from_plain_text() and Builder
// only. Neighbouring texts with the same marks are one node, so equal documents have equal JSON.
class Document {
 public:
  // One empty paragraph: what the editor shows for a new article.
  Document();

  [[nodiscard]] const Node& root() const { return root_; }

  [[nodiscard]] const std::vector<Node>& blocks() const { return root_.children; }

  bool operator==(const Document&) const = default;

 private:
  friend class SchemaReader;

  explicit Document(Node root) : root_(std::move(root)) {}

  Node root_;
};

}  // namespace portal::richtext
