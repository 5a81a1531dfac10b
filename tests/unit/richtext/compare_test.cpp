// Comparing and merging documents by paragraphs: every change is shown, nothing of either side is lost.
#include <boost/test/unit_test.hpp>

#include <random>

#include "shared/richtext/builder.h"
#include "shared/richtext/compare.h"
#include "shared/richtext/json.h"
#include "shared/richtext/plain.h"

using namespace portal::richtext;
using portal::text::DiffBudget;
using portal::text::DiffRun;

namespace {

std::string letter(Change change) {
  switch (change) {
    case Change::Same: return "=";
    case Change::Words: return "w";
    case Change::Looks: return "l";
    case Change::Added: return "+";
    case Change::Removed: return "-";
  }
  return "?";
}

// "==w+": what became of each line.
std::string changes(const Document& before, const Document& after) {
  DiffBudget budget;
  std::string out;
  for (const LineDiff& line : compare(before, after, budget).lines) out += letter(line.change);
  return out;
}

Document paragraphs(const std::vector<std::string>& texts) {
  Builder builder;
  for (const std::string& text : texts) builder.paragraph(text);
  return builder.build();
}

std::string merged_text(const Document& base, const Document& theirs, const Document& mine, std::size_t conflicts) {
  DiffBudget budget;
  const auto merged = merge(base, theirs, mine, budget);
  BOOST_REQUIRE(merged.has_value());
  BOOST_TEST(merged->conflicts == conflicts);
  return to_plain_text(merged->document);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compare_documents)

BOOST_AUTO_TEST_CASE(each_line_says_what_became_of_it) {
  const Document before = paragraphs({"Một đoạn giữ nguyên.", "Từ ngày 30/11 người dân được tư vấn.", "Đoạn sẽ bỏ đi hẳn."});
  BOOST_TEST(changes(before, before) == "===");
  BOOST_TEST(changes(before, paragraphs({"Một đoạn giữ nguyên.", "Từ ngày 01/12 người dân được tư vấn.", "Đoạn sẽ bỏ đi hẳn."})) == "=w=");
  BOOST_TEST(changes(before, paragraphs({"Một đoạn giữ nguyên.", "Từ ngày 30/11 người dân được tư vấn."})) == "==-");
  BOOST_TEST(changes(before, paragraphs({"Chữ mới.", "Một đoạn giữ nguyên.", "Từ ngày 30/11 người dân được tư vấn.", "Đoạn sẽ bỏ đi hẳn."})) == "+===");
  BOOST_TEST(changes(paragraphs({"Nội dung cũ hoàn toàn"}), paragraphs({"Chuyện khác, không chung chữ nào"})) == "-+");
}

BOOST_AUTO_TEST_CASE(the_same_words_in_another_dress_are_said_to_be_so) {
  Marks strong;
  strong.strong = true;
  const Document plain = Builder().paragraph("Hạn nộp hồ sơ").build();
  BOOST_TEST(changes(plain, Builder().paragraph(std::vector<Piece>{{"Hạn nộp hồ sơ", strong}}).build()) == "l");
  BOOST_TEST(changes(plain, Builder().heading(2, "Hạn nộp hồ sơ").build()) == "l");
  BOOST_TEST(changes(plain, Builder().bullets({"Hạn nộp hồ sơ"}).build()) == "l");
}

BOOST_AUTO_TEST_CASE(lists_tables_headings_and_rules_are_lines) {
  const Document document =
      Builder().heading(2, "Đề mục").bullets({"một", "hai"}).quote("Trích").rule().table({{"Tên", "Số"}, {"A", "1"}}).build();
  const auto lines = lines_of(document);
  BOOST_REQUIRE(lines.size() == 7U);
  BOOST_TEST((lines[0].kind == LineKind::Heading));
  BOOST_TEST((lines[1].kind == LineKind::Item));
  BOOST_TEST((lines[3].kind == LineKind::Quote));
  BOOST_TEST((lines[4].kind == LineKind::Rule));
  BOOST_TEST((lines[6].kind == LineKind::Row));
  BOOST_TEST(lines[6].text == "A | 1");
}

BOOST_AUTO_TEST_CASE(a_moved_pairing_keeps_the_order) {
  const Document before = paragraphs({"Người dân mang theo căn cước công dân.", "Điểm trợ giúp mở từ tám giờ sáng."});
  const Document after = paragraphs({"Lời dẫn mới viết thêm cho bài.", "Người dân mang theo căn cước hoặc giấy tờ khác.", "Điểm trợ giúp mở từ chín giờ sáng."});
  BOOST_TEST(changes(before, after) == "+ww");
}

BOOST_AUTO_TEST_CASE(a_rewritten_body_of_25_KB_is_compared_within_the_budget_of_a_page) {
  std::mt19937 random(5);
  const auto body = [&random] {
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    while (bytes < 25'000) {
      std::string text;
      for (int i = 0; i < 60; ++i) text += std::string{"tiếng"} + std::to_string(random() % 200) + " ";
      text.pop_back();
      bytes += text.size();
      texts.push_back(text);
    }
    return paragraphs(texts);
  };
  const Document before = body();
  const Document after = body();
  DiffBudget budget;
  const auto compared = compare(before, after, budget);
  BOOST_TEST(!budget.is_spent());
  BOOST_TEST(!compared.is_cut);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(merge_documents)

BOOST_AUTO_TEST_CASE(what_only_one_side_changed_is_taken_from_it) {
  const Document base = paragraphs({"một", "hai", "ba", "bốn"});
  BOOST_TEST(merged_text(base, paragraphs({"một sửa", "hai", "ba", "bốn"}), paragraphs({"một", "hai", "ba", "bốn sửa"}), 0) == "một sửa\nhai\nba\nbốn sửa");
  BOOST_TEST(merged_text(base, paragraphs({"một", "ba", "bốn"}), paragraphs({"một", "hai", "ba", "bốn", "năm"}), 0) == "một\nba\nbốn\nnăm");
  BOOST_TEST(merged_text(base, base, paragraphs({"khác"}), 0) == "khác");
  BOOST_TEST(merged_text(base, paragraphs({"khác"}), base, 0) == "khác");
  BOOST_TEST(merged_text(base, paragraphs({"cùng"}), paragraphs({"cùng"}), 0) == "cùng");
}

BOOST_AUTO_TEST_CASE(where_both_changed_both_stand_and_it_is_counted) {
  const Document base = paragraphs({"một", "hai", "ba"});
  BOOST_TEST(merged_text(base, paragraphs({"một", "hai của họ", "ba"}), paragraphs({"một", "hai của tôi", "ba"}), 1) == "một\nhai của họ\nhai của tôi\nba");
  BOOST_TEST(merged_text(base, paragraphs({"một", "ba"}), paragraphs({"một", "hai của tôi", "ba"}), 1) == "một\nhai của tôi\nba");
}

BOOST_AUTO_TEST_CASE(neighbours_that_both_changed_are_decided_one_by_one) {
  const Document base = paragraphs({"một", "hai", "ba"});
  BOOST_TEST(merged_text(base, paragraphs({"một của họ", "hai của họ", "ba"}), paragraphs({"một", "hai của tôi", "ba"}), 1) == "một của họ\nhai của họ\nhai của tôi\nba");
  BOOST_TEST(merged_text(base, paragraphs({"một của họ", "hai", "ba"}), paragraphs({"một", "hai của tôi", "ba của tôi"}), 0) == "một của họ\nhai của tôi\nba của tôi");
}

BOOST_AUTO_TEST_CASE(no_block_that_either_side_wrote_is_lost) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> base;
    for (std::size_t i = 0, n = 1 + random() % 8; i < n; ++i) base.push_back("gốc " + std::to_string(i));
    int fresh = 0;
    std::vector<std::string> written;
    const auto edited = [&](const char* who) {
      std::vector<std::string> texts;
      for (const std::string& text : base) {
        const auto act = random() % 5;
        if (act == 0) continue;  // dropped
        if (act == 1) {          // changed
          texts.push_back(std::string{who} + " " + std::to_string(++fresh));
          written.push_back(texts.back());
          continue;
        }
        texts.push_back(text);
        if (act == 2) {  // one added behind it
          texts.push_back(std::string{who} + " " + std::to_string(++fresh));
          written.push_back(texts.back());
        }
      }
      if (texts.empty()) texts.push_back("trống");
      return texts;
    };
    const auto theirs = edited("họ");
    const auto mine = edited("tôi");
    DiffBudget budget;
    const auto merged = merge(paragraphs(base), paragraphs(theirs), paragraphs(mine), budget);
    BOOST_REQUIRE(merged.has_value());
    const std::string text = "\n" + to_plain_text(merged->document) + "\n";
    for (const std::string& line : written) BOOST_TEST(text.find("\n" + line + "\n") != std::string::npos, line << " is lost in:" << text);
    // The other way round the same lines are there.
    DiffBudget again;
    const auto mirrored = merge(paragraphs(base), paragraphs(mine), paragraphs(theirs), again);
    BOOST_REQUIRE(mirrored.has_value());
    BOOST_TEST(mirrored->conflicts == merged->conflicts);
  }
}

BOOST_AUTO_TEST_SUITE_END()
