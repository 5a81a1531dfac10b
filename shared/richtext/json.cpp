#include "shared/richtext/json.h"

#include "shared/richtext/json_write.h"
#include "shared/richtext/schema.h"

namespace portal::richtext {
namespace {

void append_escape(std::string& out, char c) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    out += '\\';
    out += c;
  } else if (c == '\t') {
    out += "\\t";
  } else {  // only in trees that were not validated (Builder)
    out += "\\u00";
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xF];
  }
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const bool plain = static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
    if (plain) {
      out += c;
    } else {
      append_escape(out, c);
    }
  }
  out += '"';
}

void append_link(std::string& out, const Link& link) {
  out += R"({"type":"link","attrs":{"href":)";
  append_string(out, link.href);
  if (!link.title.empty()) {
    out += R"(,"title":)";
    append_string(out, link.title);
  }
  out += "}}";
}

void append_marks(std::string& out, const Marks& marks) {
  if (marks == Marks{}) return;
  out += R"(,"marks":[)";
  if (marks.link) append_link(out, *marks.link);
  const auto flag = [&](bool set, std::string_view name) {
    if (!set) return;
    if (out.back() != '[') out += ',';
    out += R"({"type":")";
    out += name;
    out += R"("})";
  };
  flag(marks.strong, "strong");
  flag(marks.em, "em");
  flag(marks.underline, "underline");
  flag(marks.sub, "sub");
  flag(marks.sup, "sup");
  out += ']';
}

void append_attributes(std::string& out, const Node& node) {
  static constexpr std::string_view kNames[] = {"level", "start", "colspan", "rowspan", "file", "width"};
  static constexpr std::string_view kTextNames[] = {"alt", "caption"};
  if (!has_attributes(node.type)) return;
  out += R"(,"attrs":{)";
  for (const std::string_view name : kNames) {
    const AttributeRule* rule = attribute_of(node.type, name);
    if (rule == nullptr) continue;
    if (out.back() != '{') out += ',';
    out += '"';
    out += name;
    out += "\":";
    out += std::to_string(node.*(rule->member));
  }
  for (const std::string_view name : kTextNames) {
    const TextAttributeRule* rule = text_attribute_of(node.type, name);
    if (rule == nullptr || (node.*(rule->member)).empty()) continue;
    out += ",\"";
    out += name;
    out += "\":";
    append_string(out, node.*(rule->member));
  }
  out += '}';
}

// Depth is bounded by kMaxDepth, since only validated trees get here.
void append_node(std::string& out, const Node& node) {
  out += R"({"type":")";
  out += rule_of(node.type).name;
  out += '"';
  append_attributes(out, node);
  if (!node.children.empty()) {
    out += R"(,"content":[)";
    for (const Node& child : node.children) {
      if (out.back() != '[') out += ',';
      append_node(out, child);
    }
    out += ']';
  }
  append_marks(out, node.marks);
  if (node.type == NodeType::Text) {
    out += R"(,"text":)";
    append_string(out, node.text);
  }
  out += '}';
}

}  // namespace

std::string write_json(const Node& node) {
  std::string out;
  append_node(out, node);
  return out;
}

std::string to_json(const Document& document) { return write_json(document.root()); }

}  // namespace portal::richtext
