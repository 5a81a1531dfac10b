#include "modules/news/office/document_text.h"

#include <nlohmann/json.hpp>

#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"

namespace portal::news {
namespace {

using base::FaultKind;
using nlohmann::json;
using richtext::Node;
using richtext::NodeType;

std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

// The list of that name; an empty one when there is none.
const json& list_in(const json& object, const char* name) {
  static const json kNone = json::array();
  const auto found = object.find(name);
  return found != object.end() && found->is_array() ? *found : kNone;
}

Node emphasized(std::string words) {
  Node text;
  text.type = NodeType::Text;
  text.text = std::move(words);
  text.marks.em = true;
  Node paragraph;
  paragraph.children.push_back(std::move(text));
  return paragraph;
}

std::string words_for(const Node& figure) {
  std::string words = "[Ảnh " + std::to_string(figure.file) + " của tệp";
  const std::string& said = figure.caption.empty() ? figure.alt : figure.caption;
  if (!said.empty()) words += ": " + said;
  return words + ']';
}

// A tree that was changed by a program is read like one from outside.
base::Result<richtext::Document> checked(const Node& root) {
  auto document = richtext::check_tree(root);
  if (document) return *std::move(document);
  return base::fail(FaultKind::Invalid, "Chưa lấy được vào bài. " + document.error().front().message);
}

// Throws json::type_error for a member of another type.
std::optional<DocumentText> read_whole(const json& whole) {
  if (!whole.is_object() || !whole.contains("tree")) return std::nullopt;
  auto tree = richtext::parse_document(whole["tree"].dump());
  if (!tree) return std::nullopt;
  DocumentText document;
  document.title = text_of(whole, "title");
  document.tree = *std::move(tree);
  for (const json& sentence : list_in(whole, "lost"))
    if (sentence.is_string()) document.lost.push_back(sentence.get<std::string>());
  if (text_of(whole, "encoding") != "unicode") document.encoding = text_of(whole, "encoding_label");
  document.confidence = whole.value("confidence", 1.0);
  document.doubtful = whole.value("doubtful", std::int64_t{0});
  for (const json& doubt : list_in(whole, "doubts"))
    if (doubt.is_object())
      document.doubts.push_back({text_of(doubt, "word"), text_of(doubt, "is"), text_of(doubt, "was"), text_of(doubt, "could_be"), text_of(doubt, "reason")});
  return document;
}

}  // namespace

std::optional<DocumentText> read_document_text(std::string_view text) {
  try {
    return read_whole(json::parse(text, nullptr, false));
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

std::vector<int> pictures_of(const richtext::Document& tree) {
  std::vector<int> numbers;
  for (const Node* figure : richtext::figures(tree)) numbers.push_back(figure->file);
  return numbers;
}

richtext::Document with_pictures_named(const richtext::Document& tree) {
  Node root = tree.root();
  for (Node& block : root.children)
    if (block.type == NodeType::Figure) block = emphasized(words_for(block));
  auto document = checked(root);
  return document ? *std::move(document) : tree;
}

base::Result<richtext::Document> take_over(const std::optional<richtext::Document>& before, const richtext::Document& tree, const std::map<int, int>& uploads) {
  Node root;
  root.type = NodeType::Doc;
  if (before) root.children = before->blocks();
  for (Node block : tree.blocks()) {
    if (block.type == NodeType::Figure) {
      const auto upload = uploads.find(block.file);
      if (upload == uploads.end()) continue;
      block.file = upload->second;
    }
    root.children.push_back(std::move(block));
  }
  if (root.children.empty()) return richtext::Document{};
  return checked(root);
}

}  // namespace portal::news
