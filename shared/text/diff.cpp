#include "shared/text/diff.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include <unicode/uchar.h>

#include "shared/text/decode.h"

namespace portal::text {
namespace {

using Kind = DiffRun::Kind;

// Letters, digits and marks make words, and so do the signs inside a number, a date or a document's symbol ("27/2026/QĐ-STP").
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
  return u_isalnum(static_cast<UChar32>(c)) != 0 || u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_GRAPHEME_EXTEND) != 0;
}

bool joins(char32_t c) { return c == '/' || c == '-' || c == '.' || c == ',' || c == ':' || c == '_' || c == '@'; }

struct Token {
  std::size_t at;      // of the word itself
  std::size_t length;
};

std::size_t length_at(std::string_view text, std::size_t at) { return std::max<std::size_t>(decode_at(text, at).length, 1); }

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_at(text, at);
    const std::size_t length = std::max<std::size_t>(d.length, 1);
    const std::size_t next = at + length;
    const bool letter = is_letter(d.code);
    if (is_space(d.code)) {
      in_word = false;
    } else if (letter || (in_word && joins(d.code) && next < text.size() && is_letter(decode_at(text, next).code))) {
      if (in_word) tokens.back().length += length;
      else tokens.push_back({at, length});
      in_word = true;
    } else {
      tokens.push_back({at, length});
      in_word = false;
    }
    at = next;
  }
  return tokens;
}

// The same number for the same word.
class Numbers {
 public:
  std::vector<std::uint32_t> of(std::string_view text, const std::vector<Token>& tokens) {
    std::vector<std::uint32_t> ids;
    ids.reserve(tokens.size());
    for (const Token& token : tokens)
      ids.push_back(known_.try_emplace(text.substr(token.at, token.length), static_cast<std::uint32_t>(known_.size())).first->second);
    return ids;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> known_;
};

// Myers' middle point, found from both ends at once; each half is then compared alone, so memory is linear.
class Myers {
 public:
  Myers(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, DiffBudget& budget)
      : a_(before), b_(after), budget_(budget), offset_(static_cast<long>(after.size()) + 1), forward_(before.size() + after.size() + 3),
        backward_(before.size() + after.size() + 3) {}

  SequenceDiff run() {
    compare(0, static_cast<long>(a_.size()), 0, static_cast<long>(b_.size()));
    return std::move(out_);
  }

 private:
  struct Point {
    long x, y;
  };

  [[nodiscard]] bool equal(long x, long y) const { return a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)]; }

  long& forward(long diagonal) { return forward_[static_cast<std::size_t>(diagonal + offset_)]; }

  long& backward(long diagonal) { return backward_[static_cast<std::size_t>(diagonal + offset_)]; }

  void keep(long x, long y, long length) {
    if (length == 0) return;
    const Match match{static_cast<std::size_t>(x), static_cast<std::size_t>(y), static_cast<std::size_t>(length)};
    if (!out_.matches.empty()) {
      Match& last = out_.matches.back();
      if (last.old_at + last.length == match.old_at && last.new_at + last.length == match.new_at) {
        last.length += match.length;
        return;
      }
    }
    out_.matches.push_back(match);
  }

  // before[a0, a1) against after[b0, b1). Depth: each call halves the number of differences.
  void compare(long a0, long a1, long b0, long b1) {
    const long head_a = a0;
    const long head_b = b0;
    while (a0 < a1 && b0 < b1 && equal(a0, b0)) ++a0, ++b0;
    keep(head_a, head_b, a0 - head_a);
    long tail = 0;
    while (a0 < a1 && b0 < b1 && equal(a1 - 1, b1 - 1)) --a1, --b1, ++tail;
    if (a0 < a1 && b0 < b1) {
      Point middle{};
      if (find_middle(a0, a1, b0, b1, middle)) {
        compare(a0, middle.x, b0, middle.y);
        compare(middle.x, a1, middle.y, b1);
      } else {
        out_.is_cut = true;
      }
    }
    keep(a1, b1, tail);
  }

  // A point on a shortest way from (a0, b0) to (a1, b1); false when the budget is spent.
  bool find_middle(long a0, long a1, long b0, long b1, Point& middle) {
    constexpr long kFar = std::numeric_limits<long>::max();
    const long least = a0 - b1;
    const long most = a1 - b0;
    const long first = a0 - b0;
    const long last = a1 - b1;
    const bool is_odd = ((first - last) & 1) != 0;
    long fmin = first, fmax = first, bmin = last, bmax = last;
    forward(first) = a0;
    backward(last) = a1;
    while (true) {
      if (!budget_.spend(static_cast<std::size_t>(fmax - fmin + bmax - bmin) / 2 + 2)) return false;
      if (fmin > least) forward(--fmin - 1) = -1;
      else ++fmin;
      if (fmax < most) forward(++fmax + 1) = -1;
      else --fmax;
      for (long d = fmax; d >= fmin; d -= 2) {
        long x = std::max(forward(d - 1) + 1, forward(d + 1));
        while (x < a1 && x - d < b1 && equal(x, x - d)) ++x;
        forward(d) = x;
        if (is_odd && bmin <= d && d <= bmax && backward(d) <= x) {
          middle = {x, x - d};
          return true;
        }
      }
      if (bmin > least) backward(--bmin - 1) = kFar;
      else ++bmin;
      if (bmax < most) backward(++bmax + 1) = kFar;
      else --bmax;
      for (long d = bmax; d >= bmin; d -= 2) {
        const long low = backward(d - 1);
        const long high = backward(d + 1);
        long x = low < high ? low : high - 1;
        while (a0 < x && b0 < x - d && equal(x - 1, x - d - 1)) --x;
        backward(d) = x;
        if (!is_odd && fmin <= d && d <= fmax && x <= forward(d)) {
          middle = {x, x - d};
          return true;
        }
      }
    }
  }

  std::span<const std::uint32_t> a_, b_;
  DiffBudget& budget_;
  long offset_;
  std::vector<long> forward_, backward_;
  SequenceDiff out_;
};

// A stretch of the script: `same` words that stay, or `removed` and `added` words that change.
struct Stretch {
  std::size_t same = 0;
  std::size_t removed = 0;
  std::size_t added = 0;

  [[nodiscard]] std::size_t changed() const { return std::max(removed, added); }
};

std::vector<Stretch> stretches_of(const SequenceDiff& diff, std::size_t before, std::size_t after) {
  std::vector<Stretch> list;
  std::size_t a = 0, b = 0;
  const auto change = [&](std::size_t to_a, std::size_t to_b) {
    if (to_a > a || to_b > b) list.push_back({0, to_a - a, to_b - b});
  };
  for (const Match& match : diff.matches) {
    change(match.old_at, match.new_at);
    list.push_back({match.length, 0, 0});
    a = match.old_at + match.length;
    b = match.new_at + match.length;
  }
  change(before, after);
  return list;
}

constexpr std::size_t kCrumb = 2;  // words that stay between two longer changes and are not worth keeping apart

void join_crumbs(std::vector<Stretch>& list) {
  std::vector<Stretch> joined;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool is_between = !joined.empty() && joined.back().same == 0 && i + 1 < list.size() && list[i].same != 0;
    if (is_between && list[i].same <= kCrumb && joined.back().changed() > list[i].same && list[i + 1].changed() > list[i].same) {
      Stretch& change = joined.back();
      change.removed += list[i].same + list[i + 1].removed;
      change.added += list[i].same + list[i + 1].added;
      ++i;
    } else {
      joined.push_back(list[i]);
    }
  }
  list = std::move(joined);
}

// Tokens [from, from + count) of `text` with the white space between them.
std::string slice(std::string_view text, const std::vector<Token>& tokens, std::size_t from, std::size_t count) {
  const Token& last = tokens[from + count - 1];
  return std::string{text.substr(tokens[from].at, last.at + last.length - tokens[from].at)};
}

// Whether white space stands before token `at`, which has one before it.
bool has_space_before(const std::vector<Token>& tokens, std::size_t at) {
  return at > 0 && at < tokens.size() && tokens[at].at > tokens[at - 1].at + tokens[at - 1].length;
}

bool has_letter(std::string_view token) {
  for (std::size_t at = 0; at < token.size(); at += length_at(token, at))
    if (is_letter(decode_at(token, at).code)) return true;
  return false;
}

std::size_t count_words(std::string_view text, const std::vector<Token>& tokens, std::size_t from, std::size_t count) {
  std::size_t words = 0;
  for (std::size_t i = from; i < from + count; ++i) words += has_letter(text.substr(tokens[i].at, tokens[i].length)) ? 1U : 0U;
  return words;
}

}  // namespace

SequenceDiff diff_sequences(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, DiffBudget& budget) {
  return Myers(before, after, budget).run();
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (const Token& token : tokens_of(text)) words.push_back(text.substr(token.at, token.length));
  return words;
}

WordDiff diff_words(std::string_view before, std::string_view after, DiffBudget& budget) {
  const std::vector<Token> old_tokens = tokens_of(before);
  const std::vector<Token> new_tokens = tokens_of(after);
  Numbers numbers;
  const std::vector<std::uint32_t> old_ids = numbers.of(before, old_tokens);
  const std::vector<std::uint32_t> new_ids = numbers.of(after, new_tokens);
  const SequenceDiff sequence = diff_sequences(old_ids, new_ids, budget);
  std::vector<Stretch> script = stretches_of(sequence, old_ids.size(), new_ids.size());
  join_crumbs(script);
  WordDiff diff;
  diff.is_cut = sequence.is_cut;
  std::size_t a = 0, b = 0;
  for (const Stretch& part : script) {
    // A space between two runs belongs to what stays: nobody wants it underlined.
    const bool is_apart = (part.same + part.added != 0 && has_space_before(new_tokens, b)) || (part.removed != 0 && has_space_before(old_tokens, a));
    if (is_apart && !diff.runs.empty()) {
      if (diff.runs.back().kind != Kind::Same) diff.runs.push_back({Kind::Same, {}});
      diff.runs.back().text += ' ';
    }
    if (part.same != 0) {
      if (diff.runs.empty() || diff.runs.back().kind != Kind::Same) diff.runs.push_back({Kind::Same, {}});
      diff.runs.back().text += slice(after, new_tokens, b, part.same);
    }
    if (part.removed != 0) diff.runs.push_back({Kind::Removed, slice(before, old_tokens, a, part.removed)});
    if (part.added != 0) diff.runs.push_back({Kind::Added, slice(after, new_tokens, b, part.added)});
    diff.removed += count_words(before, old_tokens, a, part.removed);
    diff.added += count_words(after, new_tokens, b, part.added);
    a += part.same + part.removed;
    b += part.same + part.added;
  }
  return diff;
}

}  // namespace portal::text
