// Diff: what was added and removed between two texts, by words (Vietnamese: tiếng), for people who compare versions and merge them.
//
//   DiffBudget budget;
//   const WordDiff diff = diff_words("Từ ngày 30/11, miễn phí", "Từ ngày 01/12, miễn phí", budget);
//   // Same "Từ ngày ", Removed "30/11", Added "01/12", Same ", miễn phí"
//
// Myers' algorithm in linear space (E. Myers, 1986: "An O(ND) difference algorithm"), with a budget of steps: two texts made to be as unlike as
// possible cost what the budget allows and are then given as one removal and one addition, with `is_cut` set so that the page can say so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace portal::text {

// How much comparing one page may cost, shared by everything that the page compares. A step is one cell that Myers' algorithm looks at: a few
// nanoseconds. Two bodies of 25 KB that a person edited take some ten thousand.
inline constexpr std::size_t kDiffSteps = 4'000'000;

class DiffBudget {
 public:
  explicit DiffBudget(std::size_t steps = kDiffSteps) : left_(steps) {}

  // Takes `steps`; false when they are no longer there, and from then on.
  [[nodiscard]] bool spend(std::size_t steps) {
    left_ = steps > left_ ? 0 : left_ - steps;
    return left_ != 0;
  }

  [[nodiscard]] bool is_spent() const { return left_ == 0; }

 private:
  std::size_t left_;
};

// `length` elements that are the same on both sides: before[old_at …] and after[new_at …].
struct Match {
  std::size_t old_at = 0;
  std::size_t new_at = 0;
  std::size_t length = 0;

  bool operator==(const Match&) const = default;
};

// What stays, in order; everything between is removed or added. A shortest script unless the budget ran out, which `is_cut` says.
struct SequenceDiff {
  std::vector<Match> matches;
  bool is_cut = false;
};
[[nodiscard]] SequenceDiff diff_sequences(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, DiffBudget& budget);

// A piece of text of one kind. Removed stands before Added where both meet.
struct DiffRun {
  enum class Kind { Same, Removed, Added };
  Kind kind = Kind::Same;
  std::string text;

  bool operator==(const DiffRun&) const = default;
};

struct WordDiff {
  std::vector<DiffRun> runs;     // Same and Added together are the new text, Same and Removed the old one, white space aside
  std::size_t added = 0;         // words
  std::size_t removed = 0;
  bool is_cut = false;

  [[nodiscard]] bool is_same() const { return added == 0 && removed == 0 && runs.size() <= 1 && (runs.empty() || runs[0].kind == DiffRun::Kind::Same); }
};

// Compares by words and signs; how much white space stands between them does not count. A word or two that stay between longer changes are
// given as changed too: crumbs are harder to read than a whole phrase. REQUIRES valid UTF-8.
[[nodiscard]] WordDiff diff_words(std::string_view before, std::string_view after, DiffBudget& budget);

// The words and signs of a text, each with the white space before it left out: what diff_words() compares. Views into `text`.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

}  // namespace portal::text
