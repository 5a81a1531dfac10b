#include "modules/workers/intake/imap.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace portal::intake {
namespace {

constexpr long kConnectSeconds = 10, kIdleSeconds = 60, kWholeSeconds = 300;
constexpr std::uint64_t kMostAnswer = 1024 * 1024;
constexpr std::size_t kMostAtOnce = 20;

std::uint64_t number_at(std::string_view text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// One request.
struct Talk {
  std::string* body;
  std::uint64_t most;
  bool is_too_large = false;
  std::uint64_t* validity;
  const std::function<bool()>* should_stop;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* data) {
  auto& talk = *static_cast<Talk*>(data);
  if (talk.body->size() + size * count > talk.most) {
    talk.is_too_large = true;
    return 0;
  }
  talk.body->append(bytes, size * count);
  return size * count;
}

std::size_t hear(char* line, std::size_t size, std::size_t count, void* data) {
  if (const std::uint64_t validity = validity_in({line, size * count}); validity != 0) *static_cast<Talk*>(data)->validity = validity;
  return size * count;
}

int is_stopped(void* data, curl_off_t /*total*/, curl_off_t /*now*/, curl_off_t /*upload*/, curl_off_t /*uploaded*/) {
  return (*static_cast<Talk*>(data)->should_stop)() ? 1 : 0;
}

}  // namespace

struct ImapFetcher::Handle {
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

std::unique_ptr<ImapFetcher> ImapFetcher::make(const base::Config& config) {
  const std::string& url = config.text("imap_url");
  if (url.empty()) return {};
  const bool is_tls = url.starts_with("imaps://"), starts_tls = config.flag("imap_starttls");
  if (!is_tls && !url.starts_with("imap://")) throw base::ConfigError("imap_url: begins with imaps:// or imap://");
  if (config.text("imap_user").empty()) throw base::ConfigError("imap_url needs imap_user");
  const bool is_here = url.starts_with("imap://127.0.0.1") || url.starts_with("imap://localhost");
  if (!is_tls && !starts_tls && !is_here) throw base::ConfigError("imap_user: a password is not sent without TLS; set imap_starttls=1 or an imaps:// address");
  return std::unique_ptr<ImapFetcher>(new ImapFetcher(url, config.text("imap_user"), config.secret("imap_password_file"), config.text("imap_ca_file"),
                                                      is_tls || starts_tls, config.text("mailbox_dir") + "/.imap"));
}

ImapFetcher::ImapFetcher(std::string url, std::string user, std::string password, std::string ca_file, bool has_tls, std::string state_file)
    : url_(std::move(url)),
      user_(std::move(user)),
      password_(std::move(password)),
      ca_file_(std::move(ca_file)),
      has_tls_(has_tls),
      state_file_(std::move(state_file)),
      handle_(std::make_unique<Handle>()) {
  while (url_.ends_with('/')) url_.pop_back();
}

ImapFetcher::~ImapFetcher() = default;

ImapFetcher::End ImapFetcher::ask(const std::string& url, const std::string& command, std::uint64_t most, std::string& body,
                                  const std::function<bool()>& should_stop) {
  body.clear();
  Talk talk{&body, most, false, &validity_, &should_stop};
  std::array<char, CURL_ERROR_SIZE> reason{};
  curl_easy_reset(handle_->curl);  // the connection stays
  handle_->set(CURLOPT_URL, url.c_str());
  handle_->set(CURLOPT_PROTOCOLS_STR, "imap,imaps");
  handle_->set(CURLOPT_NOSIGNAL, 1L);
  handle_->set(CURLOPT_USE_SSL, static_cast<long>(has_tls_ ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  if (!ca_file_.empty()) handle_->set(CURLOPT_CAINFO, ca_file_.c_str());
  handle_->set(CURLOPT_USERNAME, user_.c_str());
  handle_->set(CURLOPT_PASSWORD, password_.c_str());
  if (!command.empty()) handle_->set(CURLOPT_CUSTOMREQUEST, command.c_str());
  handle_->set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  handle_->set(CURLOPT_TIMEOUT, kWholeSeconds);
  handle_->set(CURLOPT_MAXAGE_CONN, kIdleSeconds);
  handle_->set(CURLOPT_WRITEFUNCTION, &take);
  handle_->set(CURLOPT_WRITEDATA, static_cast<void*>(&talk));
  handle_->set(CURLOPT_HEADERFUNCTION, &hear);
  handle_->set(CURLOPT_HEADERDATA, static_cast<void*>(&talk));
  handle_->set(CURLOPT_NOPROGRESS, 0L);
  handle_->set(CURLOPT_XFERINFOFUNCTION, &is_stopped);
  handle_->set(CURLOPT_XFERINFODATA, static_cast<void*>(&talk));
  handle_->set(CURLOPT_ERRORBUFFER, reason.data());
  const CURLcode code = curl_easy_perform(handle_->curl);
  handle_->set(CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));  // it ends with this call
  if (code == CURLE_OK) return End::Done;
  if (talk.is_too_large) return End::TooLarge;
  if (code == CURLE_ABORTED_BY_CALLBACK) return End::Stopped;
  reason_ = reason[0] != '\0' ? reason.data() : curl_easy_strerror(code);
  return End::Failed;
}

ImapFetcher::Place ImapFetcher::read_place() const {
  Place place;
  std::ifstream(state_file_) >> place.validity >> place.last;
  return place;
}

void ImapFetcher::write_place(const Place& place) const {
  const std::string temporary = state_file_ + ".new", text = std::to_string(place.validity) + " " + std::to_string(place.last) + "\n";
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), temporary);
  const bool is_written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
  if (::close(descriptor) != 0 || !is_written) throw std::system_error(EIO, std::generic_category(), temporary);
  if (::rename(temporary.c_str(), state_file_.c_str()) != 0) throw std::system_error(errno, std::generic_category(), state_file_);
}

std::string ImapFetcher::fetch(const Maildir& into, std::uint64_t most_bytes, const std::function<bool()>& should_stop) {
  Place place = read_place();
  has_more_ = false;
  std::string body;
  // The mailbox is opened by the first request; only then its UIDVALIDITY is known.
  const auto failed = [this](End end) { return end == End::Stopped ? std::string{} : "Không đọc được hộp thư trên máy chủ thư: " + reason_; };
  if (const End end = ask(url_, "UID SEARCH UID " + std::to_string(place.last + 1) + ":*", kMostAnswer, body, should_stop); end != End::Done) return failed(end);
  if (validity_ != place.validity) {
    place = {validity_, 0};  // numbers of another life of the mailbox mean nothing: everything is looked at, and what is registered is known by its Message-ID
    if (const End end = ask(url_, "UID SEARCH UID 1:*", kMostAnswer, body, should_stop); end != End::Done) return failed(end);
  }
  auto uids = uids_in(body, place.last);
  has_more_ = uids.size() > kMostAtOnce;
  if (has_more_) uids.resize(kMostAtOnce);
  for (const std::uint64_t uid : uids) {
    if (should_stop()) return "";
    const std::string mail_url = url_ + "/;UID=" + std::to_string(uid);
    std::string mail;
    End end = ask(mail_url, "", most_bytes, mail, should_stop);
    const bool is_too_large = end == End::TooLarge;
    if (is_too_large) end = ask(mail_url + ";SECTION=HEADER", "", most_bytes, mail, should_stop);
    if (end != End::Done) return failed(end);
    static_cast<void>(into.deliver("imap-" + std::to_string(place.validity) + "-" + std::to_string(uid), mail, is_too_large ? most_bytes + 1 : 0));
    place.last = uid;
    write_place(place);
  }
  return "";
}

std::vector<std::uint64_t> uids_in(std::string_view answer, std::uint64_t last) {
  constexpr std::string_view kSearch = "* SEARCH";
  std::vector<std::uint64_t> uids;
  while (!answer.empty()) {
    const std::size_t end = std::min(answer.find('\n'), answer.size());
    std::string_view line = answer.substr(0, end);
    answer.remove_prefix(std::min(end + 1, answer.size()));
    if (!line.starts_with(kSearch)) continue;
    line.remove_prefix(kSearch.size());
    while (!line.empty()) {
      const std::size_t stop = std::min(line.find_first_of(" \r"), line.size());
      if (const std::uint64_t uid = number_at(line.substr(0, stop)); uid > last) uids.push_back(uid);  // "n:*" names the last one whatever n is
      line.remove_prefix(std::min(stop + 1, line.size()));
    }
  }
  std::sort(uids.begin(), uids.end());
  uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
  return uids;
}

std::uint64_t validity_in(std::string_view line) {
  constexpr std::string_view kMark = "[UIDVALIDITY ";
  const std::size_t at = line.find(kMark);
  return line.starts_with("* OK") && at != std::string_view::npos ? number_at(line.substr(at + kMark.size())) : 0;
}

}  // namespace portal::intake
