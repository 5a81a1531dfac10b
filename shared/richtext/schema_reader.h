// SchemaReader: walks a JsonTree by the schema and makes the Document, collecting every mistake on
// the way. Inside shared/richtext.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/richtext/document.h"
#include "shared/richtext/json_tree.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/schema.h"

namespace portal::richtext {

class SchemaReader {
 public:
  [[nodiscard]] static ParseResult read(const JsonTree& tree);

  // REQUIRES non-empty lines that clean_text() let through.
  [[nodiscard]] static Document paragraphs(const std::vector<std::string_view>& lines);

 private:
  // Where we are, as a chain on the stack: written out only when there is something to say.
  struct Place {
    const Place* parent;
    std::string_view member;
    std::size_t index;
    bool has_index;

    [[nodiscard]] std::string path() const;
  };

  [[nodiscard]] bool full() const { return errors_.size() >= kMaxErrors || gave_up_; }

  void complain(const Place& place, std::string message);

  // nullptr, after complaining, if the node may not stand here at all.
  const NodeRule* rule_for(const JsonTree& json, const NodeRule* parent, const Place& place);
  void read_node(const JsonTree& json, const NodeRule* parent, const Place& place,
                 std::size_t depth, std::vector<Node>& out);
  void check_members(const JsonTree& json, const NodeRule& rule, const Place& place);
  void read_attributes(const JsonTree& json, const Place& place, Node& node);
  void read_attribute(std::string_view name, const JsonTree& value, const Place& place, Node& node);
  void read_text_attribute(const TextAttributeRule& rule, const JsonTree& value, const Place& here, Node& node);
  void read_content(const JsonTree& json, const NodeRule& rule, const Place& place,
                    std::size_t depth, Node& node);
  void read_text(const JsonTree& json, const Place& place, Node& node);
  void read_marks(const JsonTree& json, const Place& place, Node& node);
  void read_mark(const JsonTree& json, const Place& place, Marks& marks);
  void read_link(const JsonTree& attrs, const Place& place, Marks& marks);
  void check_table(const Place& place, const Node& node);

  std::vector<ContentError> errors_;
  std::string block_;  // "Khối thứ 3 (bảng)": the block being read, for messages
  std::size_t nodes_ = 0;
  bool in_table_ = false;
  bool gave_up_ = false;
};

}  // namespace portal::richtext
