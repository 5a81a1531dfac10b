#include "shared/richtext/builder.h"

#include <stdexcept>

#include "shared/richtext/json_write.h"
#include "shared/richtext/parse.h"

namespace portal::richtext {
namespace {

Node make(NodeType type, std::vector<Node> children = {}) {
  Node node;
  node.type = type;
  node.children = std::move(children);
  return node;
}

Node with_text(NodeType type, std::string_view text) {
  Node node = make(type);
  if (text.empty()) return node;
  Node& leaf = node.children.emplace_back();
  leaf.type = NodeType::Text;
  leaf.text = text;
  return node;
}

Node list_of(NodeType type, const std::vector<std::string>& items) {
  Node list = make(type);
  for (const std::string& item : items) {
    list.children.push_back(make(NodeType::ListItem, {with_text(NodeType::Paragraph, item)}));
  }
  return list;
}

}  // namespace

Builder& Builder::paragraph(std::string_view text) {
  blocks_.push_back(with_text(NodeType::Paragraph, text));
  return *this;
}

Builder& Builder::paragraph(const std::vector<Piece>& pieces) {
  Node node = make(NodeType::Paragraph);
  for (const Piece& piece : pieces) {
    Node& leaf = node.children.emplace_back();
    leaf.type = NodeType::Text;
    leaf.text = piece.text;
    leaf.marks = piece.marks;
  }
  blocks_.push_back(std::move(node));
  return *this;
}

Builder& Builder::heading(int level, std::string_view text) {
  Node node = with_text(NodeType::Heading, text);
  node.level = level;
  blocks_.push_back(std::move(node));
  return *this;
}

Builder& Builder::bullets(const std::vector<std::string>& items) {
  blocks_.push_back(list_of(NodeType::BulletList, items));
  return *this;
}

Builder& Builder::numbers(const std::vector<std::string>& items, int start) {
  Node list = list_of(NodeType::OrderedList, items);
  list.start = start;
  blocks_.push_back(std::move(list));
  return *this;
}

Builder& Builder::quote(std::string_view text) {
  blocks_.push_back(make(NodeType::Blockquote, {with_text(NodeType::Paragraph, text)}));
  return *this;
}

Builder& Builder::rule() {
  blocks_.push_back(make(NodeType::HorizontalRule));
  return *this;
}

Builder& Builder::figure(int file, std::string_view alt, std::string_view caption) {
  Node node = make(NodeType::Figure);
  node.file = file;
  node.alt = alt;
  node.caption = caption;
  blocks_.push_back(std::move(node));
  return *this;
}

Builder& Builder::table(const std::vector<std::vector<std::string>>& rows) {
  Node table = make(NodeType::Table);
  for (const auto& cells : rows) {
    const NodeType type = table.children.empty() ? NodeType::TableHeader : NodeType::TableCell;
    Node row = make(NodeType::TableRow);
    for (const std::string& cell : cells)
      row.children.push_back(make(type, {with_text(NodeType::Paragraph, cell)}));
    table.children.push_back(std::move(row));
  }
  blocks_.push_back(std::move(table));
  return *this;
}

Document Builder::build() const {
  auto document = parse_document(write_json(make(NodeType::Doc, blocks_)));
  if (!document) {
    const ContentError& first = document.error().front();
    throw std::logic_error("Builder: " + first.path + ": " + first.message);
  }
  return std::move(*document);
}

}  // namespace portal::richtext
