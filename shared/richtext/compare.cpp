#include "shared/richtext/compare.h"

#include <algorithm>
#include <unordered_map>

#include "shared/richtext/json_write.h"
#include "shared/richtext/schema.h"
#include "shared/text/words.h"

namespace portal::richtext {
namespace {

using text::DiffBudget;
using text::DiffRun;

void append_text(std::string& out, const Node& node) {
  if (node.type == NodeType::HardBreak) out += '\n';
  else out += node.text;
  for (const Node& child : node.children) append_text(out, child);
}

// The words of a cell on one line.
std::string cell_text(const Node& cell) {
  std::string out;
  for (const Node& block : cell.children) {
    if (!out.empty()) out += ' ';
    append_text(out, block);
  }
  return text::one_line(out);
}

std::string row_text(const Node& row) {
  std::string out;
  for (const Node& cell : row.children) {
    if (&cell != &row.children.front()) out += " | ";
    out += cell_text(cell);
  }
  return out;
}

// A picture as a line: its number, what it shows, what stands below it.
std::string figure_text(const Node& node) {
  std::string out = "[Ảnh số " + std::to_string(node.file) + (node.alt.empty() ? "]" : ": " + node.alt + "]");
  if (!node.caption.empty()) out += ' ' + node.caption;
  return out;
}

// `where` names what the node stands in, so that a paragraph taken out of a list is not "the same".
void collect(const Node& node, LineKind inside, const std::string& where, std::vector<Line>& out) {
  const std::string shape = where + write_json(node);
  switch (node.type) {
    case NodeType::Paragraph:
    case NodeType::Heading: {
      Line line{node.type == NodeType::Heading ? LineKind::Heading : inside, {}, shape};
      append_text(line.text, node);
      out.push_back(std::move(line));
      return;
    }
    case NodeType::Figure: out.push_back({LineKind::Figure, figure_text(node), shape}); return;
    case NodeType::HorizontalRule: out.push_back({LineKind::Rule, "―", shape}); return;
    case NodeType::TableRow: out.push_back({LineKind::Row, row_text(node), shape}); return;
    case NodeType::Blockquote: inside = LineKind::Quote; break;
    case NodeType::BulletList:
    case NodeType::OrderedList: inside = LineKind::Item; break;
    case NodeType::Doc:
    case NodeType::ListItem:
    case NodeType::HardBreak:
    case NodeType::Table:
    case NodeType::TableCell:
    case NodeType::TableHeader:
    case NodeType::Text: break;
  }
  const std::string deeper = node.type == NodeType::Doc ? where : where + std::string{rule_of(node.type).name} + "/";
  for (const Node& child : node.children) collect(child, inside, deeper, out);
}

// The same number for the same text, over all the sequences that one comparison looks at.
class Numbers {
 public:
  std::uint32_t of(std::string text) { return known_.try_emplace(std::move(text), static_cast<std::uint32_t>(known_.size())).first->second; }

 private:
  std::unordered_map<std::string, std::uint32_t> known_;
};

std::vector<std::uint32_t> shapes_of(const std::vector<Line>& lines, Numbers& numbers) {
  std::vector<std::uint32_t> ids;
  for (const Line& line : lines) ids.push_back(numbers.of(line.shape));
  return ids;
}

// The words of a line as sorted numbers: how alike two lines are is what they share.
std::vector<std::uint32_t> bag_of(const Line& line, Numbers& numbers) {
  std::vector<std::uint32_t> bag;
  for (const std::string_view word : text::split_words(line.text)) bag.push_back(numbers.of(std::string{word}));
  std::sort(bag.begin(), bag.end());
  return bag;
}

double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.empty() && b.empty()) return 1;
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++shared, ++i, ++j;
    else if (a[i] < b[j]) ++i;
    else ++j;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

constexpr double kAlike = 0.35;            // below, two lines are another text rather than a changed one
constexpr std::size_t kMostPairs = 10'000; // lines on one side times lines on the other; above, they are paired in order

// Builds the rows of a comparison.
class Comparer {
 public:
  Comparer(const std::vector<Line>& before, const std::vector<Line>& after, DiffBudget& budget) : before_(before), after_(after), budget_(budget) {}

  DocumentDiff run() {
    Numbers numbers;
    const std::vector<std::uint32_t> old_ids = shapes_of(before_, numbers);
    const std::vector<std::uint32_t> new_ids = shapes_of(after_, numbers);
    const text::SequenceDiff sequence = text::diff_sequences(old_ids, new_ids, budget_);
    std::size_t a = 0, b = 0;
    for (const text::Match& match : sequence.matches) {
      gap(a, match.old_at, b, match.new_at);
      for (std::size_t i = 0; i < match.length; ++i) same(after_[match.new_at + i]);
      a = match.old_at + match.length;
      b = match.new_at + match.length;
    }
    gap(a, before_.size(), b, after_.size());
    return std::move(out_);
  }

 private:
  void add(LineDiff line, std::size_t added, std::size_t removed) {
    out_.added += added;
    out_.removed += removed;
    out_.changes += line.change == Change::Same ? 0 : 1;
    out_.is_cut = out_.is_cut || line.is_cut;
    out_.lines.push_back(std::move(line));
  }

  void same(const Line& line) { add({Change::Same, line.kind, {{DiffRun::Kind::Same, line.text}}, false}, 0, 0); }

  void removed(const Line& line) { add({Change::Removed, line.kind, {{DiffRun::Kind::Removed, line.text}}, false}, 0, text::count_words(line.text)); }

  void added(const Line& line) { add({Change::Added, line.kind, {{DiffRun::Kind::Added, line.text}}, false}, text::count_words(line.text), 0); }

  void changed(const Line& old_line, const Line& new_line) {
    if (old_line.text == new_line.text) return add({Change::Looks, new_line.kind, {{DiffRun::Kind::Same, new_line.text}}, false}, 0, 0);
    text::WordDiff words = text::diff_words(old_line.text, new_line.text, budget_);
    add({Change::Words, new_line.kind, std::move(words.runs), words.is_cut}, words.added, words.removed);
  }

  // Lines [a0, a1) became lines [b0, b1).
  void gap(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1) {
    std::size_t a = a0, b = b0;
    for (const auto& [x, y] : pairs(a0, a1, b0, b1)) {
      while (a < x) removed(before_[a++]);
      while (b < y) added(after_[b++]);
      changed(before_[a++], after_[b++]);
    }
    while (a < a1) removed(before_[a++]);
    while (b < b1) added(after_[b++]);
  }

  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

  // Which old line became which new one: the pairing in order that keeps the most likeness.
  Pairs pairs(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1) {
    const std::size_t rows = a1 - a0;
    const std::size_t columns = b1 - b0;
    Pairs found;
    if (rows == 0 || columns == 0) return found;
    if (rows * columns > kMostPairs || !budget_.spend(rows * columns)) {
      for (std::size_t i = 0; i < std::min(rows, columns); ++i) found.emplace_back(a0 + i, b0 + i);
      return found;
    }
    Numbers numbers;
    std::vector<std::vector<std::uint32_t>> old_bags, new_bags;
    for (std::size_t i = a0; i < a1; ++i) old_bags.push_back(bag_of(before_[i], numbers));
    for (std::size_t i = b0; i < b1; ++i) new_bags.push_back(bag_of(after_[i], numbers));
    std::vector<double> alike(rows * columns);
    std::vector<double> best((rows + 1) * (columns + 1));
    const auto at = [columns](std::size_t i, std::size_t j) { return i * (columns + 1) + j; };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        if (budget_.spend(old_bags[i].size() + new_bags[j].size())) alike[i * columns + j] = likeness(old_bags[i], new_bags[j]);
        const double pair = alike[i * columns + j] >= kAlike ? alike[i * columns + j] + best[at(i + 1, j + 1)] : -1;
        best[at(i, j)] = std::max({best[at(i + 1, j)], best[at(i, j + 1)], pair});
      }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      const double value = best[at(i, j)];
      if (alike[i * columns + j] >= kAlike && value == alike[i * columns + j] + best[at(i + 1, j + 1)]) {
        found.emplace_back(a0 + i++, b0 + j++);
      } else if (value == best[at(i + 1, j)]) {
        ++i;
      } else {
        ++j;
      }
    }
    return found;
  }

  const std::vector<Line>& before_;
  const std::vector<Line>& after_;
  DiffBudget& budget_;
  DocumentDiff out_;
};

}  // namespace

std::vector<Line> lines_of(const Document& document) {
  std::vector<Line> lines;
  collect(document.root(), LineKind::Paragraph, "", lines);
  return lines;
}

DocumentDiff compare(const Document& before, const Document& after, DiffBudget& budget) {
  return Comparer(lines_of(before), lines_of(after), budget).run();
}

}  // namespace portal::richtext
