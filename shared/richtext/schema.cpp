#include "shared/richtext/schema.h"

#include <algorithm>
#include <array>

namespace portal::richtext {
namespace {

constexpr std::array kNodes{
    NodeRule{NodeType::Doc, "doc", "toàn bài", Content::Blocks, true},
    NodeRule{NodeType::Paragraph, "paragraph", "đoạn văn", Content::Inline, true},
    NodeRule{NodeType::Heading, "heading", "đề mục", Content::Inline, true},
    NodeRule{NodeType::BulletList, "bullet_list", "danh sách", Content::Items, false},
    NodeRule{NodeType::OrderedList, "ordered_list", "danh sách đánh số", Content::Items, false},
    NodeRule{NodeType::ListItem, "list_item", "mục của danh sách", Content::Blocks, false},
    NodeRule{NodeType::Blockquote, "blockquote", "đoạn trích", Content::Blocks, false},
    NodeRule{NodeType::HorizontalRule, "horizontal_rule", "đường kẻ ngang", Content::None, true},
    NodeRule{NodeType::HardBreak, "hard_break", "dấu xuống dòng", Content::None, true},
    NodeRule{NodeType::Table, "table", "bảng", Content::Rows, false},
    NodeRule{NodeType::TableRow, "table_row", "hàng của bảng", Content::Cells, true},
    NodeRule{NodeType::TableCell, "table_cell", "ô của bảng", Content::Blocks, false},
    NodeRule{NodeType::TableHeader, "table_header", "ô đầu bảng", Content::Blocks, false},
    NodeRule{NodeType::Figure, "figure", "ảnh", Content::None, true},
    NodeRule{NodeType::Text, "text", "chữ", Content::None, true}};

static_assert(kNodes.size() == static_cast<std::size_t>(NodeType::Text) + 1);

constexpr std::array kAttributes{
    AttributeRule{NodeType::Heading, "level", &Node::level, 2, 4, true},
    AttributeRule{NodeType::OrderedList, "start", &Node::start, 1, 9999, false},
    AttributeRule{NodeType::TableCell, "colspan", &Node::colspan, 1, 20, false},
    AttributeRule{NodeType::TableCell, "rowspan", &Node::rowspan, 1, 20, false},
    AttributeRule{NodeType::TableHeader, "colspan", &Node::colspan, 1, 20, false},
    AttributeRule{NodeType::TableHeader, "rowspan", &Node::rowspan, 1, 20, false},
    AttributeRule{NodeType::Figure, "file", &Node::file, 1, 2'000'000'000, true},
    AttributeRule{NodeType::Figure, "width", &Node::width, 50, 100, false}};

constexpr std::array kTextAttributes{TextAttributeRule{NodeType::Figure, "alt", &Node::alt, kMaxAlt, "Lời mô tả ảnh"},
                                     TextAttributeRule{NodeType::Figure, "caption", &Node::caption, kMaxCaption, "Chú thích ảnh"}};

bool is_block(NodeType type) {
  return type == NodeType::Paragraph || type == NodeType::Heading || type == NodeType::BulletList ||
         type == NodeType::OrderedList || type == NodeType::Blockquote ||
         type == NodeType::HorizontalRule || type == NodeType::Table || type == NodeType::Figure;
}

constexpr std::string_view kTooWide = "bảng rộng quá 100 cột";
constexpr std::string_view kRagged = "các hàng của bảng không có cùng số cột (kể cả ô gộp)";
constexpr std::string_view kOverlap = "các ô gộp của bảng chồng lên nhau";
constexpr std::string_view kPastEnd = "ô gộp kéo dài quá hàng cuối của bảng";

// One pass over the rows. busy_[c] says for how many rows to come column c is taken by a cell from
// above.
class Grid {
 public:
  explicit Grid(std::size_t width) : busy_(width, 0) {}

  std::optional<std::string_view> add(const Node& row) {
    std::vector<int> next(busy_.size());
    std::transform(busy_.begin(), busy_.end(), next.begin(),
                   [](int rows) { return std::max(rows - 1, 0); });
    std::size_t column = 0;
    for (const Node& cell : row.children) {
      column = first_free(column);
      const std::size_t end = column + static_cast<std::size_t>(cell.colspan);
      if (end > busy_.size()) return kRagged;
      for (; column < end; ++column) {
        if (busy_[column] > 0) return kOverlap;
        next[column] = cell.rowspan - 1;
      }
    }
    if (first_free(column) != busy_.size()) return kRagged;
    busy_ = std::move(next);
    return std::nullopt;
  }

  [[nodiscard]] bool is_closed() const {
    return std::all_of(busy_.begin(), busy_.end(), [](int rows) { return rows == 0; });
  }

 private:
  [[nodiscard]] std::size_t first_free(std::size_t column) const {
    while (column < busy_.size() && busy_[column] > 0) ++column;
    return column;
  }

  std::vector<int> busy_;
};

}  // namespace

const NodeRule& rule_of(NodeType type) { return kNodes[static_cast<std::size_t>(type)]; }

const NodeRule* rule_named(std::string_view name) {
  const auto* rule =
      std::find_if(kNodes.begin(), kNodes.end(), [&](const NodeRule& r) { return r.name == name; });
  return rule == kNodes.end() ? nullptr : rule;
}

bool fits(NodeType child, Content content) {
  switch (content) {
    case Content::None:
      return false;
    case Content::Blocks:
      return is_block(child);
    case Content::Inline:
      return child == NodeType::Text || child == NodeType::HardBreak;
    case Content::Items:
      return child == NodeType::ListItem;
    case Content::Rows:
      return child == NodeType::TableRow;
    case Content::Cells:
      return child == NodeType::TableCell || child == NodeType::TableHeader;
  }
  return false;
}

std::string_view words_for(Content content) {
  switch (content) {
    case Content::None:
      return "gì cả";
    case Content::Blocks:
      return "đoạn văn, đề mục, danh sách, đoạn trích, bảng, ảnh hoặc đường kẻ";
    case Content::Inline:
      return "chữ và dấu xuống dòng";
    case Content::Items:
      return "mục của danh sách";
    case Content::Rows:
      return "hàng của bảng";
    case Content::Cells:
      return "ô của bảng";
  }
  return {};
}

const AttributeRule* attribute_of(NodeType type, std::string_view name) {
  const auto* rule =
      std::find_if(kAttributes.begin(), kAttributes.end(),
                   [&](const AttributeRule& r) { return r.type == type && r.name == name; });
  return rule == kAttributes.end() ? nullptr : rule;
}

const TextAttributeRule* text_attribute_of(NodeType type, std::string_view name) {
  const auto* rule = std::find_if(kTextAttributes.begin(), kTextAttributes.end(),
                                  [&](const TextAttributeRule& r) { return r.type == type && r.name == name; });
  return rule == kTextAttributes.end() ? nullptr : rule;
}

bool has_attributes(NodeType type) {
  return std::any_of(kAttributes.begin(), kAttributes.end(),
                     [&](const AttributeRule& r) { return r.type == type; });
}

std::optional<std::string_view> grid_fault(const Node& table) {
  int width = 0;
  for (const Node& cell : table.children.front().children) {
    width += cell.colspan;
    if (width > kMaxTableColumns) return kTooWide;
  }
  if (width == 0) return "hàng đầu của bảng không có ô nào";
  Grid grid(static_cast<std::size_t>(width));
  for (const Node& row : table.children) {
    if (const auto fault = grid.add(row)) return fault;
  }
  if (!grid.is_closed()) return kPastEnd;
  return std::nullopt;
}

}  // namespace portal::richtext
