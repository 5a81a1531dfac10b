// merge(): three documents by their top-level blocks (diff3: Khanna, Kunal, Pierce, "A formal investigation of diff3", 2007). A block that stayed in
// both is an anchor; between two anchors a stretch was changed by one side, by both alike, or by both differently.
#include <algorithm>
#include <unordered_map>

#include "shared/richtext/compare.h"
#include "shared/richtext/json_write.h"
#include "shared/richtext/parse.h"

namespace portal::richtext {
namespace {

constexpr std::size_t kNowhere = SIZE_MAX;

// One document as the JSON of its blocks, and the number of each.
struct Blocks {
  std::vector<std::string> json;
  std::vector<std::uint32_t> ids;
};

class Reader {
 public:
  Blocks read(const Document& document) {
    Blocks blocks;
    for (const Node& block : document.blocks()) {
      blocks.json.push_back(write_json(block));
      blocks.ids.push_back(known_.try_emplace(blocks.json.back(), static_cast<std::uint32_t>(known_.size())).first->second);
    }
    return blocks;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> known_;
};

// Where each block of the base stands in the other document, kNowhere when it is gone.
std::optional<std::vector<std::size_t>> places(const Blocks& base, const Blocks& other, text::DiffBudget& budget) {
  const text::SequenceDiff diff = text::diff_sequences(base.ids, other.ids, budget);
  if (diff.is_cut) return {};
  std::vector<std::size_t> at(base.ids.size(), kNowhere);
  for (const text::Match& match : diff.matches)
    for (std::size_t i = 0; i < match.length; ++i) at[match.old_at + i] = match.new_at + i;
  return at;
}

struct Range {
  std::size_t from, to;

  [[nodiscard]] std::size_t size() const { return to - from; }
};

bool is_same(const Blocks& a, Range x, const Blocks& b, Range y) {
  return std::equal(a.ids.begin() + static_cast<long>(x.from), a.ids.begin() + static_cast<long>(x.to), b.ids.begin() + static_cast<long>(y.from),
                    b.ids.begin() + static_cast<long>(y.to));
}

class Merger {
 public:
  Merger(Blocks base, Blocks theirs, Blocks mine) : base_(std::move(base)), theirs_(std::move(theirs)), mine_(std::move(mine)) {}

  void run(const std::vector<std::size_t>& in_theirs, const std::vector<std::size_t>& in_mine) {
    std::size_t base = 0, theirs = 0, mine = 0;
    for (std::size_t anchor = 0; anchor < in_theirs.size(); ++anchor) {
      if (in_theirs[anchor] == kNowhere || in_mine[anchor] == kNowhere) continue;
      stretch({base, anchor}, {theirs, in_theirs[anchor]}, {mine, in_mine[anchor]});
      add(base_, {anchor, anchor + 1});
      base = anchor + 1;
      theirs = in_theirs[anchor] + 1;
      mine = in_mine[anchor] + 1;
    }
    stretch({base, base_.ids.size()}, {theirs, theirs_.ids.size()}, {mine, mine_.ids.size()});
  }

  [[nodiscard]] std::string json() const {
    std::string out = R"({"type":"doc","content":[)";
    for (const std::string& block : content_) out += (out.back() == '[' ? "" : ",") + block;
    return out + "]}";
  }

  [[nodiscard]] bool is_empty() const { return content_.empty(); }

  [[nodiscard]] std::size_t conflicts() const { return conflicts_; }

 private:
  void add(const Blocks& blocks, Range range) {
    for (std::size_t i = range.from; i < range.to; ++i) content_.push_back(blocks.json[i]);
  }

  void stretch(Range base, Range theirs, Range mine) {
    if (is_same(base_, base, theirs_, theirs)) return add(mine_, mine);
    if (is_same(base_, base, mine_, mine) || is_same(theirs_, theirs, mine_, mine)) return add(theirs_, theirs);
    if (base.size() > 1 && base.size() == theirs.size() && base.size() == mine.size()) return one_by_one(base, theirs, mine);
    add(theirs_, theirs);
    add(mine_, mine);
    ++conflicts_;
  }

  // As many paragraphs on each side as there were: each is the changed form of the one in its place, and is decided alone. Without this, a paragraph that one
  // side left as it was would come back beside its changed form whenever its neighbour was changed by both.
  void one_by_one(Range base, Range theirs, Range mine) {
    for (std::size_t i = 0; i < base.size(); ++i)
      stretch({base.from + i, base.from + i + 1}, {theirs.from + i, theirs.from + i + 1}, {mine.from + i, mine.from + i + 1});
  }

  Blocks base_, theirs_, mine_;
  std::vector<std::string> content_;
  std::size_t conflicts_ = 0;
};

}  // namespace

std::optional<Merged> merge(const Document& base, const Document& theirs, const Document& mine, text::DiffBudget& budget) {
  Reader reader;
  Blocks base_blocks = reader.read(base);
  Blocks their_blocks = reader.read(theirs);
  Blocks my_blocks = reader.read(mine);
  const auto in_theirs = places(base_blocks, their_blocks, budget);
  const auto in_mine = places(base_blocks, my_blocks, budget);
  if (!in_theirs || !in_mine) return {};
  Merger merger(std::move(base_blocks), std::move(their_blocks), std::move(my_blocks));
  merger.run(*in_theirs, *in_mine);
  if (merger.is_empty()) return Merged{Document(), merger.conflicts()};
  auto document = parse_document(merger.json());
  if (!document) return {};
  return Merged{*std::move(document), merger.conflicts()};
}

}  // namespace portal::richtext
