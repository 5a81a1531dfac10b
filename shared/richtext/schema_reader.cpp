#include "shared/richtext/schema_reader.h"

#include <algorithm>
#include <array>

#include "shared/richtext/link.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::richtext {
namespace {

using Kind = JsonTree::Kind;

constexpr std::size_t kMaxLinkTitle = 200;  // code points

struct FlagMark {
  std::string_view name;
  bool Marks::*member;
};

constexpr std::array kFlagMarks{FlagMark{"strong", &Marks::strong}, FlagMark{"em", &Marks::em},
                                FlagMark{"underline", &Marks::underline},
                                FlagMark{"sub", &Marks::sub}, FlagMark{"sup", &Marks::sup}};

// A name from outside as it may be shown: identifiers as they are, anything else not at all.
std::string shown(std::string_view name) {
  const bool plain =
      !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
      });
  return plain ? "“" + std::string(name) + "”" : std::string("lạ");
}

// The value of a string member, or "" if it is missing or something else.
std::string_view string_member(const JsonTree& json, std::string_view name) {
  const JsonTree* member = json.find(name);
  return member != nullptr && member->kind == Kind::String ? std::string_view(member->text)
                                                           : std::string_view();
}

bool takes_marks(NodeType type) { return type == NodeType::Text || type == NodeType::HardBreak; }

bool takes_member(const NodeRule& rule, std::string_view name) {
  if (name == "type" || name == "attrs") return true;
  if (name == "content") return rule.content != Content::None;
  if (name == "marks") return takes_marks(rule.type);
  return name == "text" && rule.type == NodeType::Text;
}

bool is_cell(NodeType type) { return type == NodeType::TableCell || type == NodeType::TableHeader; }

// prosemirror-tables writes the width of columns that somebody dragged: null or a list of numbers.
bool is_column_width(const JsonTree& value) {
  return value.kind == Kind::Null ||
         (value.kind == Kind::Array &&
          std::all_of(value.items.begin(), value.items.end(), [](const JsonTree& item) {
            return item.kind == Kind::Integer || item.kind == Kind::Fraction;
          }));
}

// Neighbouring texts with the same marks become one, so that equal content has one form; then the
// seam may need composing.
void merge_texts(std::vector<Node>& nodes) {
  std::vector<Node> merged;
  merged.reserve(nodes.size());
  for (Node& node : nodes) {
    const bool joins = node.type == NodeType::Text && !merged.empty() &&
                       merged.back().type == NodeType::Text && merged.back().marks == node.marks;
    if (joins) {
      merged.back().text += node.text;
    } else {
      merged.push_back(std::move(node));
    }
  }
  for (Node& node : merged) {
    if (!text::is_nfc(node.text)) node.text = text::to_nfc(node.text);
  }
  nodes = std::move(merged);
}

}  // namespace

std::string SchemaReader::Place::path() const {
  std::string out = parent == nullptr ? std::string() : parent->path();
  if (member.empty()) return out;
  if (!out.empty()) out += '.';
  out += member;
  if (has_index) out += "[" + std::to_string(index) + "]";
  return out;
}

void SchemaReader::complain(const Place& place, std::string message) {
  if (full()) return;
  if (!block_.empty()) message.insert(0, block_ + ": ");
  errors_.push_back({place.path(), std::move(message)});
}

ParseResult SchemaReader::read(const JsonTree& tree) {
  SchemaReader reader;
  std::vector<Node> out;
  reader.read_node(tree, nullptr, Place{nullptr, {}, 0, false}, 0, out);
  if (!reader.errors_.empty()) return tl::unexpected(std::move(reader.errors_));
  Document document(std::move(out.front()));
  return document.blocks().empty() ? Document() : document;
}

Document SchemaReader::paragraphs(const std::vector<std::string_view>& lines) {
  if (lines.empty()) return {};
  Node root;
  root.type = NodeType::Doc;
  for (const std::string_view line : lines) {
    Node& text = root.children.emplace_back().children.emplace_back();
    text.type = NodeType::Text;
    text.text = line;
  }
  return Document(std::move(root));
}

const NodeRule* SchemaReader::rule_for(const JsonTree& json, const NodeRule* parent,
                                       const Place& place) {
  const std::string_view name = string_member(json, "type");
  const NodeRule* rule = json.kind == Kind::Object ? rule_named(name) : nullptr;
  if (rule == nullptr) {
    complain(place, "Không nhận loại nội dung " + shown(name) + ".");
    return nullptr;
  }
  const bool welcome =
      parent == nullptr ? rule->type == NodeType::Doc : fits(rule->type, parent->content);
  if (welcome) return rule;
  const std::string_view wanted = parent == nullptr ? "một bài (doc)" : words_for(parent->content);
  complain(place, "Ở đây chỉ được có " + std::string(wanted) + ", không phải " +
                      std::string(rule->label) + ".");
  return nullptr;
}

void SchemaReader::read_node(const JsonTree& json, const NodeRule* parent, const Place& place,
                             std::size_t depth, std::vector<Node>& out) {
  if (++nodes_ > kMaxNodes || depth > kMaxDepth) {
    complain(place, depth > kMaxDepth ? "Nội dung lồng nhau quá sâu (nhiều nhất 32 tầng)."
                                      : "Bài có quá nhiều phần tử (nhiều nhất 20.000).");
    gave_up_ = true;
    return;
  }
  const NodeRule* rule = rule_for(json, parent, place);
  if (rule == nullptr) return;
  if (rule->type == NodeType::Figure && depth > 1) complain(place, "Ảnh đứng riêng thành một khối, không nằm trong danh sách, đoạn trích hay bảng.");
  const bool is_table = rule->type == NodeType::Table;
  if (is_table && in_table_) complain(place, "Trong ô của bảng không được có bảng khác.");
  if (depth == 1)
    block_ = "Khối thứ " + std::to_string(place.index + 1) + " (" + std::string(rule->label) + ")";
  Node node;
  node.type = rule->type;
  check_members(json, *rule, place);
  read_attributes(json, place, node);
  if (takes_marks(node.type)) read_marks(json, place, node);
  if (node.type == NodeType::Text) read_text(json, place, node);
  const std::size_t mistakes = errors_.size();
  const bool was_in_table = std::exchange(in_table_, in_table_ || is_table);
  read_content(json, *rule, place, depth, node);
  in_table_ = was_in_table;
  // A table whose parts were already refused (or no longer read) has no grid to judge.
  if (is_table && errors_.size() == mistakes && !full()) check_table(place, node);
  if (depth == 1) block_.clear();
  out.push_back(std::move(node));
}

void SchemaReader::check_members(const JsonTree& json, const NodeRule& rule, const Place& place) {
  for (const std::string& name : json.names) {
    if (takes_member(rule, name)) continue;
    complain(place, "Phần " + std::string(rule.label) + " có thành phần " + shown(name) +
                        " không được phép.");
    return;
  }
}

void SchemaReader::read_attributes(const JsonTree& json, const Place& place, Node& node) {
  const Place here{&place, "attrs", 0, false};
  const JsonTree* attrs = json.find("attrs");
  if (attrs != nullptr && attrs->kind != Kind::Object && attrs->kind != Kind::Null) {
    complain(here, "Thuộc tính phải là một đối tượng.");
    return;
  }
  if (attrs != nullptr) {
    for (std::size_t i = 0; i < attrs->names.size() && !full(); ++i) {
      read_attribute(attrs->names[i], attrs->items[i], here, node);
    }
  }
  if (node.type == NodeType::Heading && (attrs == nullptr || attrs->find("level") == nullptr)) {
    complain(here, "Đề mục thiếu cấp (2, 3 hoặc 4).");
  }
  if (node.type == NodeType::Figure && (attrs == nullptr || attrs->find("file") == nullptr)) complain(here, "Ảnh thiếu số của tệp.");
}

void SchemaReader::read_attribute(std::string_view name, const JsonTree& value, const Place& place,
                                  Node& node) {
  const Place here{&place, name, 0, false};
  if (is_cell(node.type) && name == "colwidth" && is_column_width(value)) return;
  if (const TextAttributeRule* rule = text_attribute_of(node.type, name)) return read_text_attribute(*rule, value, here, node);
  const AttributeRule* rule = attribute_of(node.type, name);
  if (rule == nullptr) {
    complain(place, "Phần " + std::string(rule_of(node.type).label) + " có thuộc tính " +
                        shown(name) + " không được phép.");
    return;
  }
  if (value.kind != Kind::Integer || value.integer < rule->min || value.integer > rule->max) {
    complain(here, "Thuộc tính " + shown(name) + " phải là số từ " + std::to_string(rule->min) +
                       " đến " + std::to_string(rule->max) + ".");
    return;
  }
  node.*(rule->member) = static_cast<int>(value.integer);
}

void SchemaReader::read_text_attribute(const TextAttributeRule& rule, const JsonTree& value, const Place& here, Node& node) {
  if (value.kind == Kind::Null) return;
  if (value.kind != Kind::String) return complain(here, std::string(rule.label) + " phải là chữ.");
  auto line = text::clean_line(value.text, rule.max);
  if (!line) return complain(here, std::string(rule.label) + ": " + line.error().message);
  node.*(rule.member) = *std::move(line);
}

void SchemaReader::read_content(const JsonTree& json, const NodeRule& rule, const Place& place,
                                std::size_t depth, Node& node) {
  const JsonTree* content = json.find("content");
  if (rule.content == Content::None) return;
  if (content != nullptr && content->kind != Kind::Array) {
    complain(place, "Nội dung phải là một danh sách.");
    return;
  }
  if (content == nullptr || content->items.empty()) {
    if (!rule.may_be_empty) {
      complain(place, "Phần " + std::string(rule.label) +
                          " đang trống; hãy thêm nội dung hoặc xóa phần này.");
    }
    return;
  }
  node.children.reserve(std::min(content->items.size(), kMaxNodes));
  for (std::size_t i = 0; i < content->items.size() && !full(); ++i) {
    read_node(content->items[i], &rule, Place{&place, "content", i, true}, depth + 1,
              node.children);
  }
  if (rule.content == Content::Inline) merge_texts(node.children);
}

void SchemaReader::read_text(const JsonTree& json, const Place& place, Node& node) {
  const Place here{&place, "text", 0, false};
  const std::string_view raw = string_member(json, "text");
  if (raw.empty()) {
    complain(here, "Có đoạn chữ rỗng.");
    return;
  }
  for (const text::TextProblem& problem : text::list_problems(raw, text::Lines::One, 3)) {
    complain(here, text::describe(problem, raw));
  }
  node.text = raw;
}

void SchemaReader::read_marks(const JsonTree& json, const Place& place, Node& node) {
  const JsonTree* marks = json.find("marks");
  if (marks == nullptr) return;
  if (marks->kind != Kind::Array) {
    complain(place, "Định dạng chữ phải là một danh sách.");
    return;
  }
  for (std::size_t i = 0; i < marks->items.size() && !full(); ++i) {
    read_mark(marks->items[i], Place{&place, "marks", i, true}, node.marks);
  }
  if (node.marks.sub && node.marks.sup) {
    complain(place, "Chữ không thể vừa là chỉ số trên vừa là chỉ số dưới.");
  }
}

void SchemaReader::read_mark(const JsonTree& json, const Place& place, Marks& marks) {
  const std::string_view name = string_member(json, "type");
  const JsonTree* attrs = json.find("attrs");
  const bool known_members =
      std::all_of(json.names.begin(), json.names.end(),
                  [](const std::string& member) { return member == "type" || member == "attrs"; });
  if (json.kind != Kind::Object || !known_members) {
    complain(place, "Định dạng chữ không đúng cấu trúc.");
    return;
  }
  if (name == "link") {
    if (marks.link) complain(place, "Hai liên kết chồng lên nhau trên cùng một đoạn chữ.");
    read_link(attrs == nullptr ? JsonTree{} : *attrs, Place{&place, "attrs", 0, false}, marks);
    return;
  }
  const auto* flag = std::find_if(kFlagMarks.begin(), kFlagMarks.end(),
                                  [&](const FlagMark& f) { return f.name == name; });
  if (flag == kFlagMarks.end()) {
    complain(place, "Không nhận định dạng chữ " + shown(name) + ".");
    return;
  }
  const bool bare = attrs == nullptr || attrs->kind == Kind::Null ||
                    (attrs->kind == Kind::Object && attrs->names.empty());
  if (!bare) complain(place, "Định dạng chữ " + shown(name) + " không được có thuộc tính.");
  if (marks.*(flag->member)) complain(place, "Định dạng chữ " + shown(name) + " bị lặp.");
  marks.*(flag->member) = true;
}

void SchemaReader::read_link(const JsonTree& attrs, const Place& place, Marks& marks) {
  for (std::size_t i = 0; i < attrs.names.size(); ++i) {
    const bool null_title = attrs.names[i] == "title" && attrs.items[i].kind == Kind::Null;
    const bool known = attrs.names[i] == "href" || attrs.names[i] == "title";
    if (known && (attrs.items[i].kind == Kind::String || null_title)) continue;
    complain(place, "Liên kết có thuộc tính " + shown(attrs.names[i]) + " không được phép.");
    return;
  }
  Link link;
  auto href = clean_href(string_member(attrs, "href"));
  if (!href) complain(Place{&place, "href", 0, false}, href.error().message);
  auto title = text::clean_line(string_member(attrs, "title"), kMaxLinkTitle);
  if (!title)
    complain(Place{&place, "title", 0, false}, "Lời chú của liên kết: " + title.error().message);
  if (href) link.href = std::move(*href);
  if (title) link.title = std::move(*title);
  marks.link = std::move(link);
}

void SchemaReader::check_table(const Place& place, const Node& node) {
  if (const auto fault = grid_fault(node))
    complain(place, "Bảng không hợp lệ: " + std::string(*fault) + ".");
}

}  // namespace portal::richtext
