#include "shared/richtext/texts.h"

#include <functional>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "shared/richtext/document.h"
#include "shared/richtext/json_tree.h"

namespace portal::richtext {
namespace {

using nlohmann::json;

bool is_text(const json& node) {
  const auto type = node.find("type");
  const auto text = node.find("text");
  return node.is_object() && type != node.end() && type->is_string() && *type == "text" && text != node.end() && text->is_string();
}

// Calls `on_line` with the children of every node that holds text. The tree is at most JsonLimits::max_depth deep.
void each_line(json& node, const std::function<void(json::array_t&)>& on_line) {
  if (!node.is_object()) return;
  const auto content = node.find("content");
  if (content == node.end() || !content->is_array()) return;
  auto& children = content->get_ref<json::array_t&>();
  bool has_text = false;
  for (json& child : children) {
    has_text = has_text || (child.is_object() && is_text(child));
    each_line(child, on_line);
  }
  if (has_text) on_line(children);
}

// The tree, or a discarded value for what read_json() does not let through: its limits are what makes the recursion above safe.
json read_tree(std::string_view text) {
  if (text.size() > kMaxJsonBytes || !read_json(text)) return json(json::value_t::discarded);
  return json::parse(text, nullptr, false);
}

}  // namespace

std::optional<std::vector<std::vector<std::string>>> texts_of(std::string_view json_text) {
  json tree = read_tree(json_text);
  if (tree.is_discarded()) return {};
  std::vector<std::vector<std::string>> lines;
  each_line(tree, [&](json::array_t& children) {
    std::vector<std::string> line;
    for (const json& child : children)
      if (child.is_object() && is_text(child)) line.push_back(child["text"].get<std::string>());
    lines.push_back(std::move(line));
  });
  return lines;
}

std::string with_texts(std::string_view json_text, const std::vector<std::vector<std::string>>& texts) {
  json tree = read_tree(json_text);
  if (tree.is_discarded()) throw std::logic_error("with_texts: no tree");
  std::size_t at = 0;
  each_line(tree, [&](json::array_t& children) {
    const std::vector<std::string>& line = texts.at(at++);
    std::size_t piece = 0;
    json::array_t kept;
    for (json& child : children) {
      if (child.is_object() && is_text(child)) {
        child["text"] = line.at(piece++);
        if (line[piece - 1].empty()) continue;
      }
      kept.push_back(std::move(child));
    }
    children = std::move(kept);
  });
  return tree.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace portal::richtext
