#include "modules/workers/converter/word_numbers.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace portal::converter {
namespace {

constexpr std::size_t kLevels = 9;

struct Level {
  int start = 1;
  std::string format = "decimal";
  std::string text;             // "Điều %1."
  std::string style;            // the heading that is numbered so
  bool is_legal = false;        // its own and the outer numbers are decimal whatever their format
  bool restarts = true;

  [[nodiscard]] bool is_bullet() const { return format == "bullet"; }
};

using Levels = std::array<Level, kLevels>;

Level read_level(pugi::xml_node node) {
  Level level;
  level.start = node.child("w:start").attribute("w:val").as_int(1);
  level.format = node.child("w:numFmt").attribute("w:val").as_string("decimal");
  level.text = node.child("w:lvlText").attribute("w:val").value();
  level.style = node.child("w:pStyle").attribute("w:val").value();
  level.is_legal = !node.child("w:isLgl").empty();
  level.restarts = node.child("w:lvlRestart").attribute("w:val").as_int(1) != 0;
  return level;
}

// One w:num: what it counts with, and which counter it shares.
struct Numbering {
  std::string counter;  // w:abstractNumId
  Levels levels;
  std::array<std::optional<int>, kLevels> restarts;  // w:startOverride, until it was used
};

std::map<std::string, Numbering> read_numbering(const pugi::xml_document& part) {
  std::map<std::string, Levels> abstract;
  const pugi::xml_node root = part.child("w:numbering");
  for (const pugi::xml_node one : root.children("w:abstractNum"))
    for (const pugi::xml_node level : one.children("w:lvl"))
      if (const auto at = level.attribute("w:ilvl").as_uint(); at < kLevels) abstract[one.attribute("w:abstractNumId").value()][at] = read_level(level);
  std::map<std::string, Numbering> all;
  for (const pugi::xml_node one : root.children("w:num")) {
    Numbering& numbering = all[one.attribute("w:numId").value()];
    numbering.counter = one.child("w:abstractNumId").attribute("w:val").value();
    numbering.levels = abstract[numbering.counter];
    for (const pugi::xml_node changed : one.children("w:lvlOverride")) {
      const auto at = changed.attribute("w:ilvl").as_uint();
      if (at >= kLevels) continue;
      if (changed.child("w:lvl")) numbering.levels[at] = read_level(changed.child("w:lvl"));
      if (const auto start = changed.child("w:startOverride").attribute("w:val")) numbering.restarts[at] = start.as_int(1);
    }
  }
  return all;
}

// A numbered paragraph with what Word shows before it.
struct Numbered {
  pugi::xml_node paragraph;
  std::string numbering;   // w:numId
  std::size_t level = 0;
  int number = 0;
  std::string label;
  bool is_bullet = false;
  bool may_be_item = false;  // our list shows the same number, if it begins where this one does
  bool is_first = false;     // the number that its level begins with
};

class Counter : public pugi::xml_tree_walker {
 public:
  Counter(std::map<std::string, Numbering> numberings, const WordStyles& styles) : numberings_(std::move(numberings)), styles_(styles) {}

  bool for_each(pugi::xml_node& node) override {
    if (std::string_view{node.name()} == "w:p") count(node);
    return true;
  }

  [[nodiscard]] const std::vector<Numbered>& all() const { return all_; }

 private:
  void count(pugi::xml_node paragraph) {
    pugi::xml_node own = paragraph.child("w:pPr").child("w:numPr");
    const pugi::xml_node by_style = styles_.numbering_of(paragraph);
    const pugi::xml_node given = own.child("w:numId") ? own : by_style;
    const auto found = numberings_.find(given.child("w:numId").attribute("w:val").value());
    if (found == numberings_.end()) return;
    Numbering& numbering = found->second;
    const std::size_t at = level_of(paragraph, own, by_style, numbering);
    if (at >= kLevels) return;
    const Level& level = numbering.levels[at];
    Numbered one{paragraph, found->first, at, 0, {}, level.is_bullet(), false, false};
    if (!one.is_bullet) {
      one.number = next(numbering, at);
      one.label = label(numbering, at);
      if (one.label.empty()) return;
      const std::string own_number = "%" + std::to_string(at + 1);
      one.may_be_item = level.format == "decimal" && (level.text == own_number + "." || level.text == own_number + ")") && !styles_.is_heading(paragraph);
      one.is_first = one.number == level.start;
    }
    all_.push_back(std::move(one));
  }

  static std::size_t level_of(pugi::xml_node paragraph, pugi::xml_node own, pugi::xml_node by_style, const Numbering& numbering) {
    for (const pugi::xml_node given : {own, by_style})
      if (given.child("w:ilvl")) return given.child("w:ilvl").attribute("w:val").as_uint();
    const std::string_view style = paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
    for (std::size_t i = 0; i < kLevels; ++i)
      if (!style.empty() && numbering.levels[i].style == style) return i;
    return 0;
  }

  int next(Numbering& numbering, std::size_t at) {
    auto& counts = counts_[numbering.counter];
    if (numbering.restarts[at]) {
      counts[at] = *numbering.restarts[at];
      numbering.restarts[at].reset();
    } else {
      counts[at] = counts[at] ? *counts[at] + 1 : numbering.levels[at].start;
    }
    for (std::size_t deeper = at + 1; deeper < kLevels; ++deeper)
      if (numbering.levels[deeper].restarts) counts[deeper].reset();
    return *counts[at];
  }

  std::string label(const Numbering& numbering, std::size_t at) {
    auto& counts = counts_[numbering.counter];
    const std::string_view text = numbering.levels[at].text;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool is_number = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
      if (!is_number) {
        out += text[i];
        continue;
      }
      const auto which = static_cast<std::size_t>(text[++i] - '1');
      const Level& level = numbering.levels[which];
      out += format_number(numbering.levels[at].is_legal ? std::string_view{"decimal"} : std::string_view{level.format}, counts[which].value_or(level.start));
    }
    return out;
  }

  std::map<std::string, Numbering> numberings_;
  const WordStyles& styles_;
  std::map<std::string, std::array<std::optional<int>, kLevels>> counts_;
  std::vector<Numbered> all_;
};

pugi::xml_node next_element(pugi::xml_node node) {
  do node = node.next_sibling();
  while (node && node.type() != pugi::node_element);
  return node;
}

// The paragraphs from `first` on that pandoc makes one list of: one behind the other, of one numbering.
std::size_t end_of_list(const std::vector<Numbered>& all, std::size_t first) {
  std::size_t end = first + 1;
  while (end < all.size() && all[end].numbering == all[first].numbering && next_element(all[end - 1].paragraph) == all[end].paragraph) ++end;
  return end;
}

bool stays_list(const std::vector<Numbered>& all, std::size_t first, std::size_t end) {
  std::array<bool, kLevels> begun{};
  for (std::size_t i = first; i < end; ++i) {
    if (all[i].is_bullet) continue;
    if (!all[i].may_be_item || (!begun[all[i].level] && !all[i].is_first)) return false;
    begun[all[i].level] = true;
    // A deeper list within the next item begins anew.
    std::fill(begun.begin() + static_cast<std::ptrdiff_t>(all[i].level) + 1, begun.end(), false);
  }
  return true;
}

void type_label(const Numbered& one, const WordStyles& styles) {
  pugi::xml_node paragraph = one.paragraph;
  pugi::xml_node look = paragraph.child("w:pPr") ? paragraph.child("w:pPr") : paragraph.prepend_child("w:pPr");
  // Number 0 is none, also where the style would bring one.
  look.remove_child("w:numPr");
  // Pandoc would put it into the list before it.
  if (styles.is_list_paragraph(paragraph)) look.remove_child("w:pStyle");
  look.append_child("w:numPr").append_child("w:numId").append_attribute("w:val").set_value("0");
  pugi::xml_node run = paragraph.insert_child_after("w:r", look);
  if (const pugi::xml_node words = run.next_sibling("w:r"); words.child("w:rPr")) run.append_copy(words.child("w:rPr"));
  pugi::xml_node text = run.append_child("w:t");
  text.append_attribute("xml:space").set_value("preserve");
  text.append_child(pugi::node_pcdata).set_value((one.label + " ").c_str());
}

std::string roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kSigns{
      {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
  std::string out;
  for (const auto& [value, sign] : kSigns)
    for (; number >= value; number -= value) out += sign;
  return out;
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

std::string format_number(std::string_view format, int number) {
  constexpr int kMostRoman = 3999;
  constexpr int kLetters = 26;
  constexpr int kMostLetters = kLetters * 10;
  if (format == "none") return {};
  if (number > 0 && number <= kMostRoman && format.ends_with("Roman")) return format == "upperRoman" ? upper(roman(number)) : roman(number);
  if (number > 0 && number <= kMostLetters && format.ends_with("Letter")) {
    // a … z, aa, bb …
    const std::string letters(static_cast<std::size_t>((number - 1) / kLetters + 1), static_cast<char>('a' + (number - 1) % kLetters));
    return format == "upperLetter" ? upper(letters) : letters;
  }
  const std::string digits = std::to_string(number);
  return format == "decimalZero" && digits.size() == 1 ? "0" + digits : digits;
}

void type_numbers(pugi::xml_document& document, const pugi::xml_document& numbering, const WordStyles& styles, Losses& losses) {
  Counter counter(read_numbering(numbering), styles);
  document.traverse(counter);
  const std::vector<Numbered>& all = counter.all();
  // One numbering is a list everywhere or nowhere: its items 1 and 2 in two cells of a table belong together.
  std::set<std::string> typed;
  for (std::size_t first = 0; first < all.size();) {
    const std::size_t end = end_of_list(all, first);
    if (!stays_list(all, first, end)) typed.insert(all[first].numbering);
    first = end;
  }
  for (const Numbered& one : all) {
    if (one.is_bullet || !typed.contains(one.numbering)) continue;
    type_label(one, styles);
    losses.add(Loss::Number);
  }
}

}  // namespace portal::converter
