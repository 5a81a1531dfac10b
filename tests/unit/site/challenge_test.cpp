// The question by which people are told from programs (shared/site/challenge.h).
#include <boost/test/unit_test.hpp>

#include <set>

#include "shared/base/crypto.h"
#include "shared/site/challenge.h"

using namespace portal;
using namespace portal::site;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kKey = "khoa-thu";
const base::UtcTime kNow = *base::parse_iso("2026-11-30T08:00:00+07:00");

// What a person answers, by reading the question alone.
std::string answer_to(const std::string& question) {
  const auto between = [&](std::string_view from, std::string_view to) {
    const auto begin = question.find(from) + from.size();
    return question.substr(begin, question.find(to, begin) - begin);
  };
  if (question.starts_with("Số ")) {
    const bool is_sum = question.find(" cộng ") != std::string::npos;
    const std::string first = between("Số ", is_sum ? " cộng " : " trừ "), second = between(is_sum ? " cộng " : " trừ ", " bằng ");
    const auto value = [](const std::string& words) {
      for (unsigned n = 0; n < 40; ++n)
        if (number_in_words(n) == words) return n;
      BOOST_FAIL(words + " is no number");
      return 0U;
    };
    return std::to_string(is_sum ? value(first) + value(second) : value(first) - value(second));
  }
  std::vector<std::string> words;
  for (auto at = question.find("“"); at != std::string::npos; at = question.find("“", at + 1)) {
    const auto begin = at + std::string_view{"“"}.size();
    words.push_back(question.substr(begin, question.find("”", begin) - begin));
  }
  BOOST_REQUIRE_EQUAL(words.size(), 4U);
  if (question.find("đầu tiên") != std::string::npos) return words[0];
  if (question.find("cuối cùng") != std::string::npos) return words[3];
  if (question.find("từ đứng thứ hai") != std::string::npos) return words[1];
  const std::set<std::string> all[] = {{"trâu", "mèo", "vịt", "cá chép", "ong", "voi"},
                                       {"cam", "xoài", "chuối", "ổi", "bưởi", "nhãn"},
                                       {"bàn", "ghế", "giường", "chổi", "nồi", "đèn"},
                                       {"thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "chủ nhật"},
                                       {"xe đạp", "ô tô", "tàu hỏa", "máy bay", "xe máy", "xe buýt"}};
  const char* names[] = {"con vật", "loại quả", "đồ dùng trong nhà", "ngày trong tuần", "phương tiện đi lại"};
  for (std::size_t i = 0; i < 5; ++i)
    if (question.find(names[i]) != std::string::npos)
      for (const std::string& word : words)
        if (all[i].contains(word)) return word;
  BOOST_FAIL("nobody could answer: " + question);
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(challenge)

BOOST_AUTO_TEST_CASE(numbers_as_they_are_said) {
  const std::pair<unsigned, const char*> cases[] = {{0, "không"}, {5, "năm"}, {10, "mười"}, {11, "mười một"}, {15, "mười lăm"}, {20, "hai mươi"}, {21, "hai mươi mốt"},
                                                    {24, "hai mươi bốn"}, {25, "hai mươi lăm"}, {101, "một trăm linh một"}, {345, "ba trăm bốn mươi lăm"}};
  for (const auto& [number, words] : cases) BOOST_TEST(number_in_words(number) == words);
}

BOOST_AUTO_TEST_CASE(every_question_can_be_answered_by_who_reads_it) {
  std::set<std::string> questions;
  for (int i = 0; i < 500; ++i) {
    const Challenge asked = make_challenge(kKey, kNow);
    questions.insert(asked.question);
    const std::string answer = answer_to(asked.question);
    BOOST_TEST_CONTEXT(asked.question << " -> " << answer) {
      BOOST_TEST((check_challenge(kKey, asked.token, answer, kNow + 10s) == Answer::Right));
      BOOST_TEST((check_challenge(kKey, asked.token, " Từ “" + answer + "”. ", kNow + 10s) == Answer::Right));
      BOOST_TEST((check_challenge(kKey, asked.token, "khác", kNow + 10s) == Answer::Wrong));
    }
  }
  BOOST_TEST(questions.size() > 200U);
}

BOOST_AUTO_TEST_CASE(a_number_may_be_written_in_words_and_without_marks) {
  for (int i = 0; i < 2000; ++i) {
    const Challenge asked = make_challenge(kKey, kNow);
    if (!asked.question.starts_with("Số ")) continue;
    const unsigned result = static_cast<unsigned>(std::stoul(answer_to(asked.question)));
    BOOST_TEST((check_challenge(kKey, asked.token, number_in_words(result), kNow + 10s) == Answer::Right));
    return;
  }
  BOOST_FAIL("no sum was asked");
}

BOOST_AUTO_TEST_CASE(only_our_own_tokens_count_within_their_time) {
  const Challenge asked = make_challenge(kKey, kNow);
  const std::string answer = answer_to(asked.question);
  BOOST_TEST((check_challenge(kKey, asked.token, answer, kNow + 1s) == Answer::Quick));
  BOOST_TEST((check_challenge(kKey, asked.token, answer, kNow + kQuickest) == Answer::Right));
  BOOST_TEST((check_challenge(kKey, asked.token, answer, kNow + kLongest) == Answer::Right));
  BOOST_TEST((check_challenge(kKey, asked.token, answer, kNow + kLongest + 1s) == Answer::Stale));
  BOOST_TEST((check_challenge(kKey, asked.token, answer, kNow - 10s) == Answer::Stale));
  BOOST_TEST((check_challenge("khoa-khac", asked.token, answer, kNow + 10s) == Answer::Foreign));
  // Its date, its number, its signature.
  std::string later = asked.token;
  later.replace(33, 1, later[33] == '1' ? "2" : "1");
  std::string other = asked.token;
  other[0] = other[0] == 'a' ? 'b' : 'a';
  for (const std::string& token : {later, other, asked.token + "0", asked.token.substr(1), std::string{}, std::string{"-"}, std::string{"--"}, std::string(500, 'a')})
    BOOST_TEST((check_challenge(kKey, token, answer, kNow + 10s) == Answer::Foreign), token);
  BOOST_TEST((check_challenge(kKey, asked.token, std::string{"\xff\xfe"}, kNow + 10s) == Answer::Wrong));
  BOOST_TEST((check_challenge(kKey, asked.token, "", kNow + 10s) == Answer::Wrong));
  BOOST_TEST(open_challenge(kKey, asked.token)->nonce == asked.token.substr(0, 32));
  BOOST_TEST(question_of(kKey, asked.token.substr(0, 32)) == asked.question);
}

BOOST_AUTO_TEST_SUITE_END()
