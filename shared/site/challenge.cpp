#include "shared/site/challenge.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <vector>

#include "shared/base/crypto.h"
#include "shared/text/fold.h"
#include "shared/text/unicode.h"

namespace portal::site {
namespace {

using base::UtcTime;

constexpr std::size_t kNonceBytes = 16, kNonceLength = 2 * kNonceBytes, kSignatureLength = 32, kLongestAnswer = 100;

// Words of a kind; a question names one of a kind among others of other kinds.
struct Family {
  std::string_view name;
  std::array<std::string_view, 6> words;
};
constexpr std::array<Family, 5> kFamilies{{{"con vật", {"trâu", "mèo", "vịt", "cá chép", "ong", "voi"}},
                                           {"loại quả", {"cam", "xoài", "chuối", "ổi", "bưởi", "nhãn"}},
                                           {"đồ dùng trong nhà", {"bàn", "ghế", "giường", "chổi", "nồi", "đèn"}},
                                           {"ngày trong tuần", {"thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "chủ nhật"}},
                                           {"phương tiện đi lại", {"xe đạp", "ô tô", "tàu hỏa", "máy bay", "xe máy", "xe buýt"}}}};
constexpr std::array<std::string_view, 3> kPlaces{"đầu tiên", "thứ hai", "cuối cùng"};

// Numbers that follow from nonce and key, each below `below`.
class Dice {
 public:
  Dice(std::string_view key, std::string_view nonce) : digits_(base::hmac_sha256_hex(key, "question:" + std::string{nonce})) {}

  unsigned roll(unsigned below) {
    constexpr std::size_t kWidth = 4;
    if (at_ + kWidth > digits_.size()) throw std::logic_error("too many rolls for one question");
    unsigned value = 0;
    std::from_chars(digits_.data() + at_, digits_.data() + at_ + kWidth, value, 16);
    at_ += kWidth;
    return value % below;
  }

 private:
  std::string digits_;
  std::size_t at_ = 0;
};

struct Asked {
  std::string question;
  std::vector<std::string> answers;  // folded
};

Asked ask_sum(Dice& dice) {
  const unsigned first = 2 + dice.roll(18), second = 2 + dice.roll(8);
  const bool is_sum = dice.roll(2) == 0 || first <= second;
  const unsigned result = is_sum ? first + second : first - second;
  return {"Số " + number_in_words(first) + (is_sum ? " cộng " : " trừ ") + number_in_words(second) + " bằng bao nhiêu? Viết bằng số hoặc bằng chữ.",
          {std::to_string(result), text::fold(number_in_words(result))}};
}

// Four words, of four families.
std::array<std::string_view, 4> four_words(Dice& dice, std::array<std::size_t, 4>& families) {
  std::array<std::size_t, kFamilies.size()> order{0, 1, 2, 3, 4};
  for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order.at(i), order.at(dice.roll(static_cast<unsigned>(i) + 1)));
  std::array<std::string_view, 4> words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    families.at(i) = order.at(i);
    const auto& all = kFamilies.at(order.at(i)).words;
    words.at(i) = all.at(dice.roll(static_cast<unsigned>(all.size())));
  }
  return words;
}

std::string listed(const std::array<std::string_view, 4>& words) {
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "“" : ", “") + std::string{word} + "”";
  return list;
}

Asked ask_family(Dice& dice) {
  std::array<std::size_t, 4> families{};
  const auto words = four_words(dice, families);
  const std::size_t chosen = dice.roll(static_cast<unsigned>(words.size()));
  return {"Trong các từ " + listed(words) + ", từ nào chỉ " + std::string{kFamilies.at(families.at(chosen)).name} + "?", {text::fold(words.at(chosen))}};
}

Asked ask_place(Dice& dice) {
  std::array<std::size_t, 4> families{};
  const auto words = four_words(dice, families);
  const std::size_t place = dice.roll(static_cast<unsigned>(kPlaces.size()));
  const std::size_t chosen = place == 2 ? words.size() - 1 : place;
  return {"Trong các từ " + listed(words) + ", từ đứng " + std::string{kPlaces.at(place)} + " là từ nào?", {text::fold(words.at(chosen))}};
}

Asked asked_by(std::string_view key, std::string_view nonce) {
  Dice dice(key, nonce);
  switch (dice.roll(3)) {
    case 0: return ask_sum(dice);
    case 1: return ask_family(dice);
    default: return ask_place(dice);
  }
}

std::string signature_of(std::string_view key, std::string_view nonce, std::string_view second) {
  return base::hmac_sha256_hex(key, "challenge:" + std::string{nonce} + ":" + std::string{second}).substr(0, kSignatureLength);
}

bool is_hex(std::string_view text) { return text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

// Quotes, full stops and the word "từ" around an answer are no mistake.
std::string bare(std::string_view answer) {
  std::string folded = text::fold(answer.substr(0, kLongestAnswer));
  std::erase_if(folded, [](char c) { return c == '"' || c == '\'' || c == '.' || c == ',' || c == '!'; });
  for (const std::string_view quote : {"“", "”"})
    for (auto at = folded.find(quote); at != std::string::npos; at = folded.find(quote)) folded.erase(at, quote.size());
  folded = text::fold(folded);
  return folded.starts_with("tu ") ? folded.substr(3) : folded;
}

}  // namespace

std::string number_in_words(unsigned number) {
  constexpr std::array<std::string_view, 10> kDigits{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
  if (number >= 1000) throw std::logic_error("number_in_words is for numbers below a thousand");
  const auto digit = [&](unsigned n) { return std::string{kDigits.at(n)}; };
  if (number >= 100) {
    const unsigned rest = number % 100;
    const std::string hundreds = digit(number / 100) + " trăm";
    if (rest == 0) return hundreds;
    return hundreds + (rest < 10 ? " linh " + digit(rest) : " " + number_in_words(rest));
  }
  if (number < 10) return digit(number);
  const unsigned tens = number / 10, ones = number % 10;
  std::string words = tens == 1 ? "mười" : digit(tens) + " mươi";
  if (ones == 0) return words;
  if (ones == 1 && tens > 1) return words + " mốt";
  return words + " " + (ones == 5 ? "lăm" : digit(ones));
}

Challenge make_challenge(std::string_view key, UtcTime now) {
  const std::string nonce = base::random_hex(kNonceBytes);
  const std::string second = std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count());
  return {nonce + "-" + second + "-" + signature_of(key, nonce, second), question_of(key, nonce)};
}

std::optional<Given> open_challenge(std::string_view key, std::string_view token) {
  const auto first = token.find('-'), last = token.rfind('-');
  if (first != kNonceLength || last == first || last == std::string_view::npos) return {};
  const std::string_view nonce = token.substr(0, first), second = token.substr(first + 1, last - first - 1);
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(second.data(), second.data() + second.size(), seconds);
  if (error != std::errc{} || end != second.data() + second.size() || !is_hex(nonce)) return {};
  if (!base::equal_constant_time(token.substr(last + 1), signature_of(key, nonce, second))) return {};
  return Given{std::string{nonce}, UtcTime{std::chrono::seconds{seconds}}};
}

std::string question_of(std::string_view key, std::string_view nonce) { return asked_by(key, nonce).question; }

Answer check_challenge(std::string_view key, std::string_view token, std::string_view answer, UtcTime now) {
  const auto given = open_challenge(key, token);
  if (!given) return Answer::Foreign;
  if (now - given->at > kLongest || given->at > now + kQuickest) return Answer::Stale;
  if (!text::is_valid(answer)) return Answer::Wrong;
  const auto answers = asked_by(key, given->nonce).answers;
  if (std::find(answers.begin(), answers.end(), bare(answer)) == answers.end()) return Answer::Wrong;
  return now - given->at < kQuickest ? Answer::Quick : Answer::Right;
}

}  // namespace portal::site
