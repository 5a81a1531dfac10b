#include "shared/smtp/retry.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace portal::smtp {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kFirstAgain = 1min, kLongestAgain = 6h;
constexpr std::chrono::seconds kFirstServer = 5s, kLongestServer = 5min;

std::chrono::seconds doubled(std::chrono::seconds first, unsigned times, std::chrono::seconds longest) {
  constexpr unsigned kMost = 20;
  return std::min(longest, first * (1L << std::min(times, kMost)));
}

struct CodeWords {
  int code;
  std::string_view words;
};

constexpr std::array<CodeWords, 7> kCodes{{{450, "hộp thư người nhận tạm thời không nhận thư"},
                                           {451, "máy chủ thư hẹn gửi lại sau"},
                                           {452, "máy chủ thư tạm thời hết chỗ"},
                                           {550, "địa chỉ người nhận không có hoặc không nhận thư"},
                                           {551, "người nhận không còn ở máy chủ này"},
                                           {552, "hộp thư người nhận đã đầy"},
                                           {553, "địa chỉ người nhận không đúng"}}};

std::string_view words_of(int code) {
  const auto found = std::find_if(kCodes.begin(), kCodes.end(), [code](const CodeWords& one) { return one.code == code; });
  return found == kCodes.end() ? std::string_view{} : found->words;
}

}  // namespace

Next next_of(Result result, unsigned attempts, base::UtcTime since, base::UtcTime now) {
  if (result == Result::Accepted) return {Fate::Sent, now};
  if (result == Result::Refused) return {Fate::Dead, now};
  if (result == Result::Stopped) return {Fate::Again, now};
  const base::UtcTime last = since + kGiveUpAfter;
  if (now >= last) return {Fate::Dead, now};
  const unsigned before = attempts == 0 ? 0 : attempts - 1;
  const auto wait = result == Result::Deferred ? doubled(kFirstAgain, before, kLongestAgain) : doubled(kFirstServer, before, kLongestServer);
  return {Fate::Again, std::min<base::UtcTime>(now + wait, last)};
}

std::chrono::seconds pause_of(unsigned failures) { return failures == 0 ? 0s : doubled(1s, failures - 1, 1min); }

std::string reason_of(const Delivery& delivery) {
  const std::string_view known = words_of(delivery.code);
  const std::string meaning = known.empty() ? "" : " – " + std::string{known};
  const std::string said = delivery.words.empty() ? "" : ": " + delivery.words;
  switch (delivery.result) {
    case Result::Accepted: return "";
    case Result::Refused: return "Máy chủ thư từ chối (mã " + std::to_string(delivery.code) + meaning + ")" + said;
    case Result::Deferred: return "Máy chủ thư chưa nhận (mã " + std::to_string(delivery.code) + meaning + ")" + said;
    case Result::Unreachable: return "Không gửi được tới máy chủ thư" + said;
    case Result::Stopped: return "Chương trình gửi thư dừng lại trước khi gửi";
  }
  return "";
}

}  // namespace portal::smtp
