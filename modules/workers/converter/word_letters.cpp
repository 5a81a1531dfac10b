#include "modules/workers/converter/word_letters.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace portal::converter {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

// The pieces of the text in order, each with the node that it came from; what separates words has none.
struct Piece {
  pugi::xml_node node;
  std::string text;
  std::string font;
};

class Collector : public pugi::xml_tree_walker {
 public:
  explicit Collector(const WordStyles& styles) : styles_(styles) {}

  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = node.name();
    if (name == "w:p") separate("\n");
    if (name == "w:r") font_ = styles_.font_of(node);
    if (name == "w:t") pieces_.push_back({node, node.child_value(), font_});
    // TCVN3's ư: LibreOffice writes the soft hyphen as a node of its own.
    if (name == "w:softHyphen") pieces_.push_back({node, std::string{kSoftHyphen}, font_});
    if (name == "w:tab" || name == "w:br" || name == "w:cr") separate(" ");
    return true;
  }

  [[nodiscard]] std::vector<Piece> take() { return std::move(pieces_); }

 private:
  void separate(const char* by) { pieces_.push_back({{}, by, font_}); }

  const WordStyles& styles_;
  std::string font_;
  std::vector<Piece> pieces_;
};

// The word that a doubtful letter stands in; of a word without an end as much as a person looks at.
std::string word_around(const std::string& text, const encoding::Doubt& doubt) {
  constexpr std::size_t kFar = 60;
  const auto is_edge = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
  const auto is_inside_letter = [&](std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  std::size_t first = doubt.offset;
  while (first > 0 && !is_edge(first - 1) && (doubt.offset - first < kFar || is_inside_letter(first))) --first;
  const std::size_t end = doubt.offset + doubt.length;
  std::size_t last = end;
  while (last < text.size() && !is_edge(last) && (last - end < kFar || is_inside_letter(last))) ++last;
  return text.substr(first, last - first);
}

void write(pugi::xml_node node, const std::string& text) {
  node.set_name("w:t");
  node.remove_children();
  node.remove_attributes();
  node.append_attribute("xml:space").set_value("preserve");
  node.append_child(pugi::node_pcdata).set_value(text.c_str());
}

}  // namespace

Letters to_unicode(const std::vector<pugi::xml_document*>& parts, const WordStyles& styles) {
  Collector collector(styles);
  for (pugi::xml_document* part : parts) part->traverse(collector);
  const std::vector<Piece> pieces = collector.take();
  std::vector<encoding::Run> runs;
  runs.reserve(pieces.size());
  for (const Piece& piece : pieces) runs.push_back({piece.text, piece.font});
  const encoding::Reading reading = encoding::read_runs(runs);
  Letters letters;
  if (!reading.is_legacy()) return letters;
  letters.encoding = reading.encoding;
  letters.confidence = reading.confidence;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].node && reading.pieces[i] != pieces[i].text) write(pieces[i].node, reading.pieces[i]);
  letters.doubtful = reading.doubts.size();
  for (const encoding::Doubt& doubt : std::span{reading.doubts}.first(std::min(reading.doubts.size(), kMostDoubts)))
    letters.doubts.push_back({reading.text.substr(doubt.offset, doubt.length), doubt.was, doubt.could_be, word_around(reading.text, doubt), doubt.reason});
  return letters;
}

}  // namespace portal::converter
