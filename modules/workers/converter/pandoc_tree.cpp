#include "modules/workers/converter/pandoc_tree.h"

#include <algorithm>
#include <map>
#include <optional>

#include <nlohmann/json.hpp>

#include "modules/workers/converter/pandoc_table.h"
#include "modules/workers/converter/visible_text.h"
#include "shared/richtext/link.h"
#include "shared/richtext/parse.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::converter {
namespace {

using nlohmann::json;
using richtext::Marks;
using richtext::Node;
using richtext::NodeType;

constexpr int kFirstLevel = 2;  // h1 is the article's title
constexpr int kLastLevel = 4;
constexpr std::size_t kDeepest = 200;   // of pandoc's own nesting; nothing that a person wrote comes near
constexpr std::size_t kMostNested = 10; // lists and quotations that our tree keeps apart: each is two of its 32 levels

struct TooDeep {};

Node make(NodeType type) {
  Node node;
  node.type = type;
  return node;
}

Node text_node(std::string text, const Marks& marks) {
  Node node = make(NodeType::Text);
  node.text = std::move(text);
  node.marks = marks;
  return node;
}

bool is_blank(const Node& node) { return node.type == NodeType::HardBreak || text::trim(node.text).empty(); }

// Without white space and line breaks at both ends.
void trim(std::vector<Node>& line) {
  while (!line.empty() && is_blank(line.front())) line.erase(line.begin());
  while (!line.empty() && is_blank(line.back())) line.pop_back();
}

std::string plain(const std::vector<Node>& line) {
  std::string out;
  for (const Node& node : line) out += node.type == NodeType::HardBreak ? " " : node.text;
  return std::string{text::trim(out)};
}

// One line of at most `most` code points, whatever it held.
std::string one_line(std::string_view text, std::size_t most) {
  const auto line = text::clean_line(text.substr(0, text::offset_of_character(text, most)), most);
  return line ? *line : std::string{};
}

class Reader {
 public:
  Reader(const LookAtPicture& look, Losses& losses) : look_(look), losses_(losses) {}

  std::vector<Node> read(const json& document) {
    std::vector<Node> out;
    // What Word calls title, author or date pandoc takes out of the text; all but the title come back.
    for (const char* name : {"subtitle", "author", "date", "abstract"})
      if (document.at("meta").contains(name)) meta(document.at("meta").at(name), out);
    for (const json& block : document.at("blocks")) {
      blocks_of(block, 1, out);
      std::move(figures_.begin(), figures_.end(), std::back_inserter(out));
      figures_.clear();
    }
    add_notes(out);
    return out;
  }

  [[nodiscard]] std::vector<std::string> take_pictures() { return std::move(pictures_); }

 private:
  void meta(const json& value, std::vector<Node>& out) {
    const std::string& kind = value.at("t").get_ref<const std::string&>();
    if (kind == "MetaInlines") paragraph(value.at("c"), out, NodeType::Paragraph, 0);
    if (kind == "MetaBlocks") blocks(value.at("c"), 1, out);
    if (kind == "MetaList")
      for (const json& item : value.at("c")) meta(item, out);
  }

  void blocks(const json& list, std::size_t depth, std::vector<Node>& out) {
    for (const json& block : list) blocks_of(block, depth, out);
  }

  // One of pandoc's blocks, as however many of ours.
  void blocks_of(const json& block, std::size_t depth, std::vector<Node>& out) {
    if (depth > kDeepest) throw TooDeep{};
    const std::string& kind = block.at("t").get_ref<const std::string&>();
    if (kind == "HorizontalRule") return out.push_back(make(NodeType::HorizontalRule));
    if (kind == "Null") return;
    const json& content = block.at("c");
    if (kind == "Para" || kind == "Plain") return paragraph(content, out, NodeType::Paragraph, 0);
    if (kind == "Header") return paragraph(content.at(2), out, NodeType::Heading, content.at(0).get<int>());
    if (kind == "BulletList") return list(content, NodeType::BulletList, 1, depth, out);
    if (kind == "OrderedList") return list(content.at(1), NodeType::OrderedList, content.at(0).at(0).get<int>(), depth, out);
    if (kind == "BlockQuote") return quote(content, depth, out);
    if (kind == "Div") return blocks(content.at(1), depth + 1, out);
    if (kind == "Table") return table(content, depth, out);
    if (kind == "CodeBlock") return line(content.at(1).get_ref<const std::string&>(), out);
    if (kind == "RawBlock") return;
    if (kind == "LineBlock") {
      for (const json& one : content) paragraph(one, out, NodeType::Paragraph, 0);
      return;
    }
    if (kind == "DefinitionList")
      for (const json& item : content) {
        paragraph(item.at(0), out, NodeType::Paragraph, 0);
        for (const json& meaning : item.at(1)) blocks(meaning, depth + 1, out);
      }
  }

  void line(const std::string& text, std::vector<Node>& out) {
    std::vector<Node> content;
    put(text, {}, content);
    add_paragraph(std::move(content), out, NodeType::Paragraph, 0);
  }

  void paragraph(const json& inlines, std::vector<Node>& out, NodeType type, int level) {
    std::vector<Node> content;
    std::vector<Node> before = std::exchange(here_, {});
    run(inlines, {}, 0, content);
    add_paragraph(std::move(content), out, type, level);
    std::vector<Node> found = std::exchange(here_, std::move(before));
    if (nested_ == 0) {
      std::move(found.begin(), found.end(), std::back_inserter(out));
    } else {
      losses_.add(Loss::PictureMoved, found.size());
      std::move(found.begin(), found.end(), std::back_inserter(figures_));
    }
  }

  void add_paragraph(std::vector<Node> content, std::vector<Node>& out, NodeType type, int level) {
    trim(content);
    if (content.empty()) return;
    // A heading in a cell is how somebody made a line bold (the signer's name); it heads nothing.
    if (type == NodeType::Heading && in_table_) {
      type = NodeType::Paragraph;
      for (Node& node : content) node.marks.strong = true;
    }
    Node node = make(type);
    node.level = level;
    node.children = std::move(content);
    out.push_back(std::move(node));
  }

  // Deeper than our tree goes, what is inside stands one after the other.
  bool is_too_nested(std::size_t depth) {
    if (nested_ < kMostNested && depth < kDeepest) return false;
    losses_.add(Loss::Nesting);
    return true;
  }

  void list(const json& items, NodeType type, int start, std::size_t depth, std::vector<Node>& out) {
    if (is_too_nested(depth)) {
      for (const json& item : items) blocks(item, depth + 1, out);
      return;
    }
    Node node = make(type);
    constexpr int kMostStart = 9999;
    node.start = std::clamp(start, 1, kMostStart);
    ++nested_;
    for (const json& item : items) node.children.push_back(item_of(item, depth));
    --nested_;
    if (!node.children.empty()) out.push_back(std::move(node));
  }

  Node item_of(const json& content, std::size_t depth) {
    Node item = make(NodeType::ListItem);
    blocks(content, depth + 1, item.children);
    if (item.children.empty()) item.children.push_back(make(NodeType::Paragraph));
    return item;
  }

  void quote(const json& content, std::size_t depth, std::vector<Node>& out) {
    if (is_too_nested(depth)) return blocks(content, depth + 1, out);
    Node node = make(NodeType::Blockquote);
    ++nested_;
    blocks(content, depth + 1, node.children);
    --nested_;
    if (!node.children.empty()) out.push_back(std::move(node));
  }

  void table(const json& content, std::size_t depth, std::vector<Node>& out) {
    // [attributes, caption, columns, head, bodies, foot]; a head and a foot are [attributes, rows], a body has two lists of rows.
    blocks(content.at(1).at(1), depth + 1, out);
    std::vector<TableRow> rows;
    const bool is_nested = std::exchange(in_table_, true);
    ++nested_;
    read_rows(content.at(3).at(1), true, depth, rows);
    for (const json& body : content.at(4)) {
      read_rows(body.at(2), true, depth, rows);
      read_rows(body.at(3), false, depth, rows);
    }
    read_rows(content.at(5).at(1), false, depth, rows);
    --nested_;
    in_table_ = is_nested;
    auto made = is_nested ? std::nullopt : make_table(rows);
    if (made) return out.push_back(*std::move(made));
    losses_.add(is_nested ? Loss::NestedTable : Loss::WideTable);
    for (TableRow& row : rows)
      for (TableCell& cell : row.cells) std::move(cell.blocks.begin(), cell.blocks.end(), std::back_inserter(out));
  }

  void read_rows(const json& rows, bool is_head, std::size_t depth, std::vector<TableRow>& out) {
    for (const json& row : rows) {
      TableRow& made = out.emplace_back();
      made.is_head = is_head;
      for (const json& cell : row.at(1)) {  // [attributes, alignment, rows, columns, blocks]
        TableCell& one = made.cells.emplace_back();
        one.rows = cell.at(2).get<int>();
        one.columns = cell.at(3).get<int>();
        blocks(cell.at(4), depth + 1, one.blocks);
      }
    }
  }

  void run(const json& inlines, const Marks& marks, std::size_t depth, std::vector<Node>& out) {
    for (const json& one : inlines) inline_of(one, marks, depth, out);
  }

  void inline_of(const json& one, const Marks& marks, std::size_t depth, std::vector<Node>& out) {
    if (depth > kDeepest) throw TooDeep{};
    const std::string& kind = one.at("t").get_ref<const std::string&>();
    if (kind == "Space" || kind == "SoftBreak") return put(" ", marks, out);
    if (kind == "LineBreak") {
      Node node = make(NodeType::HardBreak);
      node.marks = marks;
      return out.push_back(std::move(node));
    }
    const json& content = one.at("c");
    if (kind == "Str") return put(content.get_ref<const std::string&>(), marks, out);
    if (kind == "Image") return image(content, depth);
    if (kind == "Link") return link(content, marks, depth, out);
    if (kind == "Note") return note(content, marks, out);
    if (kind == "Math") {
      losses_.add(Loss::Equation);
      return put(content.at(1).get_ref<const std::string&>(), marks, out);
    }
    if (kind == "Code") return put(content.at(1).get_ref<const std::string&>(), marks, out);
    if (kind == "RawInline") return;
    if (kind == "Span" || kind == "Cite") return run(content.at(1), marks, depth + 1, out);
    if (kind == "Quoted") {
      put("“", marks, out);
      run(content.at(1), marks, depth + 1, out);
      return put("”", marks, out);
    }
    if (kind == "Strikeout") losses_.add(Loss::Strike);
    run(content, with(kind, marks), depth + 1, out);
  }

  static Marks with(const std::string& kind, Marks marks) {
    if (kind == "Strong") marks.strong = true;
    if (kind == "Emph") marks.em = true;
    if (kind == "Underline") marks.underline = true;
    if (kind == "Superscript") marks.sup = !(marks.sub = false);
    if (kind == "Subscript") marks.sub = !(marks.sup = false);
    return marks;
  }

  void put(std::string_view text, const Marks& marks, std::vector<Node>& out) {
    VisibleText visible = visible_text(text);
    losses_.add(Loss::SymbolCharacter, visible.dropped);
    if (!visible.text.empty()) out.push_back(text_node(std::move(visible.text), marks));
  }

  void link(const json& content, Marks marks, std::size_t depth, std::vector<Node>& out) {
    const std::string& target = content.at(2).at(0).get_ref<const std::string&>();
    // An address within the file leads nowhere on a page; a table of contents is full of them.
    auto href = target.starts_with('#') ? base::fail(base::FaultKind::Invalid, "") : richtext::clean_href(target);
    if (href)
      marks.link = richtext::Link{*std::move(href), {}};
    else
      losses_.add(Loss::Link);
    run(content.at(1), marks, depth + 1, out);
  }

  void image(const json& content, std::size_t depth) {
    const std::string& path = content.at(2).at(0).get_ref<const std::string&>();
    const auto known = numbers_.find(path);
    if (known == numbers_.end()) {
      const PictureUse use = look_(path);
      if (use == PictureUse::OtherFormat) losses_.add(Loss::PictureFormat);
      if (use == PictureUse::Missing) losses_.add(Loss::PictureMissing);
      if (use != PictureUse::Usable) return;
      pictures_.push_back(path);
      numbers_.emplace(path, static_cast<int>(pictures_.size()));
    }
    Node node = make(NodeType::Figure);
    node.file = numbers_.at(path);
    std::vector<Node> words;
    run(content.at(1), {}, depth + 1, words);
    node.alt = one_line(plain(words), richtext::kMaxAlt);
    here_.push_back(std::move(node));
  }

  void note(const json& content, Marks marks, std::vector<Node>& out) {
    losses_.add(Loss::Note);
    Node item = make(NodeType::ListItem);
    ++nested_;
    blocks(content, 2, item.children);
    --nested_;
    if (item.children.empty()) item.children.push_back(make(NodeType::Paragraph));
    notes_.push_back(std::move(item));
    marks.link.reset();
    marks.sub = false;
    marks.sup = true;
    out.push_back(text_node(std::to_string(notes_.size()), marks));
  }

  void add_notes(std::vector<Node>& out) {
    if (notes_.empty()) return;
    Node heading = make(NodeType::Heading);
    heading.level = kNotes;
    heading.children.push_back(text_node("Chú thích", {}));
    out.push_back(std::move(heading));
    Node all = make(NodeType::OrderedList);
    all.children = std::move(notes_);
    out.push_back(std::move(all));
    std::move(figures_.begin(), figures_.end(), std::back_inserter(out));
    figures_.clear();
  }

 public:
  static constexpr int kNotes = 0;  // the level of the notes' heading: that of the text's first ones

 private:
  const LookAtPicture& look_;
  Losses& losses_;
  std::vector<Node> here_;     // pictures of the paragraph that is being read
  std::vector<Node> figures_;  // pictures of the block at the top that is being read, for behind it
  std::vector<Node> notes_;
  std::vector<std::string> pictures_;
  std::map<std::string, int> numbers_;
  std::size_t nested_ = 0;  // lists, quotations, tables and notes around
  bool in_table_ = false;
};

// The headings' levels, whatever their author began with, become 2 to 4.
void set_levels(std::vector<Node>& blocks, int highest) {
  for (Node& node : blocks) {
    if (node.type == NodeType::Heading) node.level = node.level == Reader::kNotes ? kFirstLevel : std::min(node.level - highest + kFirstLevel, kLastLevel);
    set_levels(node.children, highest);
  }
}

int highest_level(const std::vector<Node>& blocks) {
  int highest = 9;
  for (const Node& node : blocks) {
    if (node.type == NodeType::Heading && node.level != Reader::kNotes) highest = std::min(highest, node.level);
    highest = std::min(highest, highest_level(node.children));
  }
  return highest;
}

tl::unexpected<base::Fault> refuse(std::string why) { return base::fail(base::FaultKind::Invalid, std::move(why)); }

}  // namespace

base::Result<PandocTree> read_pandoc(std::string_view text, std::string_view title, const LookAtPicture& look, Losses& losses) {
  constexpr std::string_view kBroken = "Không đọc được nội dung tệp. Hãy mở tệp bằng Word hoặc Writer, lưu lại rồi gửi lại.";
  const json document = json::parse(text, nullptr, false);
  if (document.is_discarded()) return refuse(std::string{kBroken});
  Node root = make(NodeType::Doc);
  Reader reader(look, losses);
  try {
    root.children = reader.read(document);
  } catch (const json::exception&) {  // not the tree of the pandoc that we know
    return refuse(std::string{kBroken});
  } catch (const TooDeep&) {
    return refuse("Nội dung tệp lồng nhau quá sâu, không phải một văn bản bình thường.");
  }
  if (!root.children.empty() && root.children.front().type == NodeType::Heading && plain(root.children.front().children) == title)
    root.children.erase(root.children.begin());
  set_levels(root.children, highest_level(root.children));
  auto tree = richtext::check_tree(root);
  constexpr std::size_t kLongestReason = 200;  // core_file.reason has 300 with what is around it
  if (!tree) return refuse("Tệp không vừa một bài: " + one_line(tree.error().front().message, kLongestReason));
  return PandocTree{*std::move(tree), reader.take_pictures()};
}

}  // namespace portal::converter
