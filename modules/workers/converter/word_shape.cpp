#include "modules/workers/converter/word_shape.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <vector>

#include "modules/workers/converter/visible_text.h"
#include "shared/text/clean.h"
#include "shared/text/fold.h"
#include "shared/text/unicode.h"

namespace portal::converter {
namespace {

// Calls `visit` for every element of the tree once, in order; it gives false for what is not to be entered. What Word keeps for older readers
// (mc:Fallback) says the same a second time and is passed over.
class Walker : public pugi::xml_tree_walker {
 public:
  using Visit = std::function<bool(pugi::xml_node node, std::string_view name)>;

  explicit Walker(Visit visit) : visit_(std::move(visit)) {}

  bool for_each(pugi::xml_node& node) override {
    if (depth() > closed_) return true;
    closed_ = kOpen;
    const std::string_view name = node.name();
    if (node.type() == pugi::node_element && (name == "mc:Fallback" || !visit_(node, name))) closed_ = depth();
    return true;
  }

 private:
  static constexpr int kOpen = 1 << 30;

  Visit visit_;
  int closed_ = kOpen;
};

void walk(const pugi::xml_node& root, Walker::Visit visit) {
  Walker walker(std::move(visit));
  pugi::xml_node{root}.traverse(walker);
}

std::vector<pugi::xml_node> all_named(const pugi::xml_node& root, std::string_view wanted) {
  std::vector<pugi::xml_node> found;
  walk(root, [&](pugi::xml_node node, std::string_view name) {
    if (name == wanted) found.push_back(node);
    return true;
  });
  return found;
}

pugi::xml_node around(pugi::xml_node node, std::string_view wanted) {
  do node = node.parent();
  while (node && node.name() != wanted);
  return node;
}

bool has_text(const pugi::xml_node& run) { return run.child("w:t") && !text::trim(run.child("w:t").child_value()).empty(); }

// The words of a paragraph, or of all within an element; not those of a text box that hangs on it.
std::string text_of(const pugi::xml_node& paragraph) {
  std::string out;
  walk(paragraph, [&](pugi::xml_node node, std::string_view name) {
    if (name == "w:t") out += node.child_value();
    if (name == "w:tab" || name == "w:br") out += ' ';
    return name != "w:txbxContent" && name != "w:del";
  });
  return std::string{text::trim(visible_text(out).text)};
}

bool is_all_bold(const pugi::xml_node& paragraph, const WordStyles& styles) {
  const auto runs = all_named(paragraph, "w:r");
  return std::all_of(runs.begin(), runs.end(), [&](const pugi::xml_node& run) { return !has_text(run) || styles.is_bold(run); });
}

// The head of every official letter (NĐ 30/2020, phụ lục I) is no title, nor is whom it goes to.
bool is_motto(std::string_view line) {
  constexpr std::array<std::string_view, 3> kMottoes{"cong hoa xa hoi chu nghia viet nam", "doc lap", "kinh gui"};
  const std::string folded = text::fold(line);
  return std::any_of(kMottoes.begin(), kMottoes.end(), [&](std::string_view motto) { return folded.starts_with(motto); });
}

bool has_letter(std::string_view line) {
  const std::string folded = text::fold(line);
  return std::any_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void drop_hidden(pugi::xml_document& part, const WordStyles& styles, Losses& losses) {
  std::vector<pugi::xml_node> runs = all_named(part, "w:r");
  std::reverse(runs.begin(), runs.end());  // a text box in a run has runs of its own: those first
  for (pugi::xml_node run : runs) {
    if (!styles.is_hidden(run)) continue;
    if (has_text(run)) losses.add(Loss::HiddenText);
    run.parent().remove_child(run);
  }
}

void move_text_boxes(pugi::xml_document& document, Losses& losses) {
  for (const pugi::xml_node& box : all_named(document, "w:txbxContent")) {
    pugi::xml_node behind = around(box, "w:p");
    // A box within a box hangs on the outer one's paragraph, which has been moved.
    while (around(behind, "w:txbxContent")) behind = around(around(behind, "w:txbxContent"), "w:p");
    if (!behind) continue;
    if (!text_of(box).empty()) losses.add(Loss::TextBox);
    for (pugi::xml_node block = box.first_child(); block;) {
      const pugi::xml_node next = block.next_sibling();
      behind = behind.parent().insert_move_after(block, behind);
      block = next;
    }
  }
}

void drop_indents(pugi::xml_document& part) {
  for (pugi::xml_node indent : all_named(part, "w:ind")) indent.parent().remove_child(indent);
}

void count_losses(const pugi::xml_document& document, const WordStyles& styles, Losses& losses) {
  walk(document, [&](pugi::xml_node node, std::string_view name) {
    if (name == "w:commentReference") losses.add(Loss::Comment);
    if (name == "w:ins" || name == "w:del" || name == "w:moveFrom" || name == "w:moveTo") losses.add(Loss::Change);
    if (name == "w:object") losses.add(Loss::Object);
    if (name == "w:p" && styles.is_centred(node) && !text_of(node).empty()) losses.add(Loss::Alignment);
    if (name == "w:r" && has_text(node)) {
      const pugi::xml_node look = node.child("w:rPr");
      const std::string_view color = look.child("w:color").attribute("w:val").value();
      const bool is_colored = !color.empty() && color != "auto" && color != "000000";
      if (is_colored || look.child("w:highlight")) losses.add(Loss::Look);
    }
    if (name == "a:graphicData") {
      const std::string_view kind = node.attribute("uri").value();
      if (kind.ends_with("/chart") || kind.ends_with("/diagram")) losses.add(Loss::Chart);
      const bool is_shape = kind.ends_with("/wordprocessingShape") || kind.ends_with("/wordprocessingGroup") || kind.ends_with("/wordprocessingCanvas");
      if (is_shape && all_named(node, "w:txbxContent").empty() && all_named(node, "pic:pic").empty()) losses.add(Loss::Drawing);
    }
    if (name == "w:pict" && all_named(node, "v:imagedata").empty() && all_named(node, "w:txbxContent").empty()) losses.add(Loss::Drawing);
    return true;
  });
}

bool has_words(const pugi::xml_document& part) { return has_letter(text_of(part)); }

std::string guess_title(const pugi::xml_document& document, const WordStyles& styles) {
  constexpr std::size_t kLookedAt = 60;   // paragraphs
  constexpr std::size_t kMostLines = 4;
  constexpr std::size_t kLongest = 250;   // characters
  std::string title;
  std::size_t lines = 0;
  std::size_t looked = 0;
  for (const pugi::xml_node paragraph : document.child("w:document").child("w:body").children("w:p")) {
    if (++looked > kLookedAt || lines == kMostLines) break;
    const std::string line = text_of(paragraph);
    if (line.empty() || !has_letter(line)) continue;
    const bool is_styled = styles.is_title(paragraph) || styles.is_heading(paragraph);
    const bool is_loud = styles.is_centred(paragraph) && is_all_bold(paragraph, styles);
    if (title.empty() && is_styled) return line.substr(0, text::offset_of_character(line, kLongest));
    if (is_motto(line) || !is_loud) {
      if (!title.empty()) break;
      continue;
    }
    if (text::count_characters(title) + text::count_characters(line) > kLongest) break;
    if (!title.empty()) title += ' ';
    title += line;
    ++lines;
  }
  return title;
}

}  // namespace portal::converter
