// Schema: the node types as data, one row each. Validation, JSON names and the words for people all
// come from here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/richtext/document.h"

namespace portal::richtext {

// What may stand inside a node.
enum class Content { None, Blocks, Inline, Items, Rows, Cells };

struct NodeRule {
  NodeType type;
  std::string_view name;   // in JSON
  std::string_view label;  // for people
  Content content;
  bool may_be_empty;  // without children
};

[[nodiscard]] const NodeRule& rule_of(NodeType type);
[[nodiscard]] const NodeRule* rule_named(std::string_view name);

// True if a node of `child` may stand where `content` is asked for.
[[nodiscard]] bool fits(NodeType child, Content content);

// What is asked for, in words: "đoạn văn, đề mục, danh sách…".
[[nodiscard]] std::string_view words_for(Content content);

// An integer attribute of a node type.
struct AttributeRule {
  NodeType type;
  std::string_view name;
  int Node::*member;
  int min;
  int max;
  bool required;
};

[[nodiscard]] const AttributeRule* attribute_of(NodeType type, std::string_view name);

// An attribute that is one line of text; left out when it is empty.
struct TextAttributeRule {
  NodeType type;
  std::string_view name;
  std::string Node::*member;
  std::size_t max;         // code points
  std::string_view label;  // for people
};

[[nodiscard]] const TextAttributeRule* text_attribute_of(NodeType type, std::string_view name);

// True if a node of this type has an `attrs` object.
[[nodiscard]] bool has_attributes(NodeType type);

// Why the cells of `table` do not make a rectangle, or nothing if they do.
[[nodiscard]] std::optional<std::string_view> grid_fault(const Node& table);

}  // namespace portal::richtext
