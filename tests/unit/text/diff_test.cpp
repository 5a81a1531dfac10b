// Differences by words: what a person reads is right, what is rebuilt from the runs is the text again, and no pair of texts costs more than the budget.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

#include "shared/text/diff.h"
#include "shared/text/words.h"

using namespace portal::text;
using Kind = DiffRun::Kind;

namespace {

// "Từ ngày [-30/11-][+01/12+], miễn phí"
std::string marked(std::string_view before, std::string_view after) {
  DiffBudget budget;
  std::string out;
  for (const DiffRun& run : diff_words(before, after, budget).runs)
    out += run.kind == Kind::Same ? run.text : (run.kind == Kind::Removed ? "[-" + run.text + "-]" : "[+" + run.text + "+]");
  return out;
}

// One side of the runs, without white space.
std::string side(const WordDiff& diff, Kind other) {
  std::string out;
  for (const DiffRun& run : diff.runs)
    if (run.kind != other)
      for (const char c : run.text)
        if (c != ' ' && c != '\n') out += c;
  return out;
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n') out += c;
  return out;
}

// A body of `bytes` in words of administrative Vietnamese, the same for the same seed.
std::string body(std::size_t bytes, unsigned seed) {
  constexpr const char* kWords[] = {"Sở",   "Tư",   "pháp",  "tỉnh", "tổ",   "chức", "hội", "nghị", "triển", "khai", "công",   "tác",
                                    "trợ",  "giúp", "pháp",  "lý",   "lưu",  "động", "tại", "các",  "xã",    "vùng", "cao",    "của",
                                    "người", "dân", "thuộc", "diện", "được", "miễn", "phí", "theo", "Luật",  "năm",  "2017,", "và"};
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < bytes) text += std::string{kWords[random() % std::size(kWords)]} + (random() % 60 == 0 ? ".\n" : " ");
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diff)

BOOST_AUTO_TEST_CASE(words_added_and_removed_are_marked) {
  struct Case {
    const char* label;
    const char* before;
    const char* after;
    const char* want;
  };
  const Case cases[] = {
      {"the same", "Sở Tư pháp", "Sở Tư pháp", "Sở Tư pháp"},
      {"nothing at all", "", "", ""},
      {"a date", "Từ ngày 30/11/2026, miễn phí", "Từ ngày 01/12/2026, miễn phí", "Từ ngày [-30/11/2026-][+01/12/2026+], miễn phí"},
      {"added at the end", "tư vấn miễn phí.", "tư vấn miễn phí về đất đai.", "tư vấn miễn phí [+về đất đai+]."},
      {"removed in the middle", "một hai ba bốn", "một bốn", "một [-hai ba-] bốn"},
      {"from nothing", "", "Đoạn mới", "[+Đoạn mới+]"},
      {"to nothing", "Đoạn cũ", "", "[-Đoạn cũ-]"},
      {"a mark of tone is another word", "hoà giải", "hòa giải", "[-hoà-][+hòa+] giải"},
      {"a symbol of a document is one word", "Quyết định số 27/2026/QĐ-STP", "Quyết định số 28/2026/QĐ-STP", "Quyết định số [-27/2026/QĐ-STP-][+28/2026/QĐ-STP+]"},
      {"white space does not count", "một  hai\nba", "một hai ba", "một hai ba"},
      {"a sign alone", "Có miễn phí", "Có miễn phí!", "Có miễn phí[+!+]"},
      {"crumbs become one phrase", "a b c và d e f", "x y z và u v w", "[-a b c và d e f-][+x y z và u v w+]"},
  };
  for (const Case& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(marked(c.before, c.after) == c.want);
}

BOOST_AUTO_TEST_CASE(numbers_count_words_not_signs) {
  DiffBudget budget;
  const WordDiff diff = diff_words("một hai ba", "một bốn năm, sáu", budget);
  BOOST_TEST(diff.removed == 2U);
  BOOST_TEST(diff.added == 3U);
  BOOST_TEST(!diff.is_same());
  BOOST_TEST(diff_words("như nhau", "như nhau", budget).is_same());
}

BOOST_AUTO_TEST_CASE(both_texts_are_rebuilt_from_the_runs) {
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    const auto text = [&random] {
      constexpr const char* kPieces[] = {"a", "bé", "ơ", ",", ".", " ", "  ", "\n", "27/2026", "QĐ-STP", "—", "\"", "đ"};
      std::string out;
      for (std::size_t n = random() % 24; n > 0; --n) out += kPieces[random() % std::size(kPieces)];
      return out;
    };
    const std::string before = text();
    const std::string after = text();
    DiffBudget budget;
    const WordDiff diff = diff_words(before, after, budget);
    BOOST_TEST_CONTEXT("<" << before << "> <" << after << ">") {
      BOOST_TEST(side(diff, Kind::Removed) == squeezed(after));
      BOOST_TEST(side(diff, Kind::Added) == squeezed(before));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_script_is_a_shortest_one) {
  std::mt19937 random(11);
  for (int i = 0; i < 500; ++i) {
    std::vector<std::uint32_t> a(random() % 30), b(random() % 30);
    for (auto& x : a) x = static_cast<std::uint32_t>(random() % 5);
    for (auto& x : b) x = static_cast<std::uint32_t>(random() % 5);
    std::vector<std::vector<std::size_t>> longest(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t x = a.size(); x-- > 0;)
      for (std::size_t y = b.size(); y-- > 0;)
        longest[x][y] = a[x] == b[y] ? longest[x + 1][y + 1] + 1 : std::max(longest[x + 1][y], longest[x][y + 1]);
    DiffBudget budget;
    const SequenceDiff diff = diff_sequences(a, b, budget);
    std::size_t kept = 0, old_at = 0, new_at = 0;
    for (const Match& match : diff.matches) {
      BOOST_TEST((match.old_at >= old_at && match.new_at >= new_at));
      for (std::size_t k = 0; k < match.length; ++k) BOOST_TEST(a[match.old_at + k] == b[match.new_at + k]);
      kept += match.length;
      old_at = match.old_at + match.length;
      new_at = match.new_at + match.length;
    }
    BOOST_TEST(kept == longest[0][0]);
    BOOST_TEST(!diff.is_cut);
  }
}

BOOST_AUTO_TEST_CASE(two_bodies_of_25_KB_that_a_person_edited_take_some_ten_thousand_steps) {
  const std::string before = body(25'000, 1);
  std::string edited = before;
  for (std::size_t at = 500; at + 600 < edited.size(); at += 600) {
    const std::size_t word = edited.find(' ', at);
    edited.insert(word + 1, "rất ");
  }
  DiffBudget budget(kDiffSteps / 40);
  const WordDiff diff = diff_words(before, edited, budget);
  BOOST_TEST(!diff.is_cut);
  BOOST_TEST(diff.added == static_cast<std::size_t>(std::count_if(diff.runs.begin(), diff.runs.end(), [](const DiffRun& r) { return r.kind == Kind::Added; })));
}

BOOST_AUTO_TEST_CASE(a_hostile_pair_is_cut_off_and_says_so) {
  // Two long texts of the same few words in another order: the worst that Myers' algorithm can be given.
  const std::string before = body(200'000, 2);
  const std::string after = body(200'000, 3);
  DiffBudget budget;
  const WordDiff diff = diff_words(before, after, budget);
  BOOST_TEST(budget.is_spent());
  BOOST_TEST(diff.is_cut);
  BOOST_TEST(side(diff, Kind::Removed) == squeezed(after));
  BOOST_TEST(side(diff, Kind::Added) == squeezed(before));
}

BOOST_AUTO_TEST_CASE(a_budget_is_shared_and_ends) {
  DiffBudget budget(10);
  BOOST_TEST(budget.spend(4));
  BOOST_TEST(!budget.spend(7));
  BOOST_TEST(budget.is_spent());
  BOOST_TEST(!budget.spend(0));
  DiffBudget none(1);
  const WordDiff diff = diff_words("một hai", "ba bốn", none);
  BOOST_TEST(diff.is_cut);
  BOOST_TEST(side(diff, Kind::Removed) == "babốn");
}

BOOST_AUTO_TEST_SUITE_END()
