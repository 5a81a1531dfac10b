#include "shared/smtp/client.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace portal::smtp {
namespace {

constexpr long kConnectSeconds = 10, kIdleSeconds = 30;
constexpr std::size_t kLongestWords = 300;

// One conversation.
struct Talk {
  std::string_view left;      // of the message
  bool is_begun = false;      // the server has asked for the message
  std::string answer;         // the server's last line
  const std::function<bool()>* should_stop = nullptr;
};

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* data) {
  auto& talk = *static_cast<Talk*>(data);
  talk.is_begun = true;
  const std::size_t length = std::min(size * count, talk.left.size());
  std::memcpy(buffer, talk.left.data(), length);
  talk.left.remove_prefix(length);
  return length;
}

std::size_t hear(char* line, std::size_t size, std::size_t count, void* data) {
  const std::string_view answer{line, size * count};
  if (!answer.starts_with("221")) static_cast<Talk*>(data)->answer = answer;  // the end of a conversation says nothing of its message
  return size * count;
}

int is_stopped(void* data, curl_off_t /*total*/, curl_off_t /*now*/, curl_off_t /*upload*/, curl_off_t /*uploaded*/) {
  const auto& talk = *static_cast<Talk*>(data);
  return !talk.is_begun && (*talk.should_stop)() ? 1 : 0;
}

std::string printable(std::string_view text) {
  std::string out{text.substr(0, kLongestWords)};
  std::replace_if(out.begin(), out.end(), [](char c) { return c < ' ' || c > '~'; }, ' ');
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// Answers that are about who sends, not about this message: the configuration is wrong, and no message is to blame.
bool is_about_us(int code) { return code == 421 || code == 530 || code == 534 || code == 535 || code == 538; }

Result result_of(CURLcode code, int answer, const Talk& talk) {
  if (code == CURLE_OK) return Result::Accepted;
  if (code == CURLE_ABORTED_BY_CALLBACK) return Result::Stopped;
  // A refusal of sender, recipient or message; what comes before (greeting, TLS, login) has other codes.
  const bool is_refusal = code == CURLE_SEND_ERROR || (code == CURLE_WEIRD_SERVER_REPLY && talk.is_begun) || (code == CURLE_RECV_ERROR && talk.is_begun);
  constexpr int kForGood = 500, kLater = 400;
  if (!is_refusal || is_about_us(answer) || answer < kLater) return Result::Unreachable;
  return answer >= kForGood ? Result::Refused : Result::Deferred;
}

}  // namespace

struct SmtpClient::Handle {
  Handle() : curl(curl_easy_init()) {
    if (curl == nullptr) throw std::runtime_error("libcurl did not start");
  }
  ~Handle() { curl_easy_cleanup(curl); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  template <typename T>
  void set(CURLoption option, T value) const {
    if (curl_easy_setopt(curl, option, value) != CURLE_OK) throw std::runtime_error("libcurl does not take option " + std::to_string(option));
  }

  CURL* curl;
};

SmtpClient::SmtpClient(ServerSettings settings) : settings_(std::move(settings)), handle_(std::make_unique<Handle>()) {}

SmtpClient::~SmtpClient() = default;

Delivery SmtpClient::send(const Envelope& envelope, const std::string& message, const std::function<bool()>& should_stop) {
  Talk talk{.left = message, .is_begun = false, .answer = {}, .should_stop = &should_stop};
  std::array<char, CURL_ERROR_SIZE> reason{};
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to(curl_slist_append(nullptr, ("<" + envelope.to + ">").c_str()), curl_slist_free_all);
  if (!to) throw std::bad_alloc{};
  curl_easy_reset(handle_->curl);  // the connection stays
  const std::string from = envelope.from.empty() ? std::string{} : "<" + envelope.from + ">";
  handle_->set(CURLOPT_URL, settings_.url.c_str());
  handle_->set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  handle_->set(CURLOPT_NOSIGNAL, 1L);
  handle_->set(CURLOPT_USE_SSL, static_cast<long>(settings_.starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  if (!settings_.ca_file.empty()) handle_->set(CURLOPT_CAINFO, settings_.ca_file.c_str());
  if (!settings_.user.empty()) {
    handle_->set(CURLOPT_USERNAME, settings_.user.c_str());
    handle_->set(CURLOPT_PASSWORD, settings_.password.c_str());
  }
  handle_->set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  handle_->set(CURLOPT_TIMEOUT, static_cast<long>(settings_.timeout.count()));
  handle_->set(CURLOPT_MAXAGE_CONN, kIdleSeconds);
  handle_->set(CURLOPT_MAIL_FROM, from.c_str());
  handle_->set(CURLOPT_MAIL_RCPT, to.get());
  handle_->set(CURLOPT_UPLOAD, 1L);
  handle_->set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));
  handle_->set(CURLOPT_READFUNCTION, &give);
  handle_->set(CURLOPT_READDATA, static_cast<void*>(&talk));
  handle_->set(CURLOPT_HEADERFUNCTION, &hear);
  handle_->set(CURLOPT_HEADERDATA, static_cast<void*>(&talk));
  handle_->set(CURLOPT_NOPROGRESS, 0L);
  handle_->set(CURLOPT_XFERINFOFUNCTION, &is_stopped);
  handle_->set(CURLOPT_XFERINFODATA, static_cast<void*>(&talk));
  handle_->set(CURLOPT_ERRORBUFFER, reason.data());

  const CURLcode code = curl_easy_perform(handle_->curl);
  long answer = 0;
  curl_easy_getinfo(handle_->curl, CURLINFO_RESPONSE_CODE, &answer);
  Delivery delivery;
  delivery.result = result_of(code, static_cast<int>(answer), talk);
  delivery.code = static_cast<int>(answer);
  const bool has_said = delivery.result == Result::Accepted || delivery.result == Result::Refused || delivery.result == Result::Deferred;
  const char* words = reason[0] != '\0' ? reason.data() : curl_easy_strerror(code);
  delivery.words = printable(has_said && !talk.answer.empty() ? std::string_view{talk.answer} : std::string_view{words});
  handle_->set(CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));  // it ends with this call
  return delivery;
}

}  // namespace portal::smtp
