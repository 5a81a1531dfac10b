#include "modules/workers/feeds/fetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "shared/base/config.h"

namespace portal::feeds {
namespace {

constexpr long kConnectSeconds = 10, kWholeSeconds = 40, kMostRedirects = 5, kSlowBytes = 200, kSlowSeconds = 15;
constexpr std::size_t kLongestValidator = 290;

struct Block {
  std::uint32_t first;
  unsigned bits;
};
// What is nobody's on the public network (RFC 6890).
constexpr std::array<Block, 9> kNobodys{{{0x00000000, 8}, {0xA9FE0000, 16}, {0xC0000000, 24}, {0xC0000200, 24}, {0xC6120000, 15}, {0xC6336400, 24},
                                         {0xCB007100, 24}, {0xE0000000, 4}, {0xF0000000, 4}}};
// Private networks (RFC 1918, 6598).
constexpr std::array<Block, 4> kPrivate{{{0x0A000000, 8}, {0x64400000, 10}, {0xAC100000, 12}, {0xC0A80000, 16}}};
constexpr Block kLoopback{0x7F000000, 8};

bool is_in(std::uint32_t address, const Block& block) { return (address >> (32 - block.bits)) == (block.first >> (32 - block.bits)); }

template <std::size_t N>
bool is_in_any(std::uint32_t address, const std::array<Block, N>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [address](const Block& block) { return is_in(address, block); });
}

bool may_v4(std::uint32_t address, Networks networks) {
  if (is_in(address, kLoopback)) return networks == Networks::Loopback;
  if (is_in_any(address, kPrivate)) return networks == Networks::Private;
  return !is_in_any(address, kNobodys);
}

std::uint32_t number_at(const std::uint8_t* bytes) {
  return (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) | (std::uint32_t{bytes[2]} << 8U) | std::uint32_t{bytes[3]};
}

bool may_v6(const in6_addr& address, Networks networks) {
  const std::uint8_t* bytes = address.s6_addr;
  const bool is_zero_to_80 = std::all_of(bytes, bytes + 10, [](std::uint8_t byte) { return byte == 0; });
  if (is_zero_to_80 && bytes[10] == 0xFF && bytes[11] == 0xFF) return may_v4(number_at(bytes + 12), networks);  // ::ffff:a.b.c.d
  if (is_zero_to_80 && bytes[10] == 0 && bytes[11] == 0) {
    const std::uint32_t last = number_at(bytes + 12);
    return last == 1 ? networks == Networks::Loopback : last != 0 && may_v4(last, networks);
  }
  constexpr std::array<std::uint8_t, 12> kNat64{0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
  if (std::equal(kNat64.begin(), kNat64.end(), bytes)) return may_v4(number_at(bytes + 12), networks);
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return may_v4(number_at(bytes + 2), networks);  // 6to4
  if ((bytes[0] & 0xFEU) == 0xFC) return networks == Networks::Private;                     // fc00::/7
  if (bytes[0] == 0xFE || bytes[0] == 0xFF) return false;                                   // fe80::/10, fec0::/10, ff00::/8
  return true;
}

// One request.
struct Talk {
  std::string* body;
  std::size_t most;
  Networks networks;
  const std::function<bool()>* should_stop;
  bool is_too_large = false, is_blocked = false;
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

int is_stopped(void* data, curl_off_t /*total*/, curl_off_t /*now*/, curl_off_t /*upload*/, curl_off_t /*uploaded*/) {
  return (*static_cast<Talk*>(data)->should_stop)() ? 1 : 0;
}

// The one place where a connection begins: after the name was looked up, for the first address and for every redirect's.
curl_socket_t open_socket(void* data, curlsocktype /*purpose*/, curl_sockaddr* address) {
  auto& talk = *static_cast<Talk*>(data);
  bool may = false;
  if (address->family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address->addr, sizeof v4);
    may = may_v4(ntohl(v4.sin_addr.s_addr), talk.networks);
  } else if (address->family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address->addr, std::min<std::size_t>(sizeof v6, address->addrlen));
    may = may_v6(v6.sin6_addr, talk.networks);
  }
  if (!may) {
    talk.is_blocked = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

struct FaultWords {
  CURLcode code;
  std::string_view words;
};
constexpr std::array<FaultWords, 8> kFaults{{{CURLE_COULDNT_RESOLVE_HOST, "Không tìm thấy máy chủ của nguồn tin, tên miền sai hoặc đã thôi dùng."},
                                             {CURLE_COULDNT_CONNECT, "Không kết nối được với máy chủ của nguồn tin."},
                                             {CURLE_OPERATION_TIMEDOUT, "Máy chủ của nguồn tin trả lời quá chậm."},
                                             {CURLE_PEER_FAILED_VERIFICATION, "Chứng thư TLS của nguồn tin không hợp lệ hoặc đã hết hạn."},
                                             {CURLE_TOO_MANY_REDIRECTS, "Địa chỉ chuyển hướng quá nhiều lần."},
                                             {CURLE_UNSUPPORTED_PROTOCOL, "Địa chỉ chuyển hướng tới nơi không phải http, https."},
                                             {CURLE_PARTIAL_FILE, "Máy chủ của nguồn tin ngắt giữa chừng."},
                                             {CURLE_GOT_NOTHING, "Máy chủ của nguồn tin ngắt giữa chừng."}}};

std::string words_of(CURLcode code, const Talk& talk) {
  if (talk.is_too_large) return "Kênh tin quá lớn, nhiều nhất là " + std::to_string(talk.most / (1024 * 1024)) + " MB.";
  if (talk.is_blocked) return "Địa chỉ dẫn tới máy trong mạng nội bộ nên không kết nối.";
  const auto found = std::find_if(kFaults.begin(), kFaults.end(), [code](const FaultWords& one) { return one.code == code; });
  return found != kFaults.end() ? std::string{found->words} : "Không lấy được kênh tin: " + std::string{curl_easy_strerror(code)} + ".";
}

std::string words_of_status(long status) {
  const std::string number = " (" + std::to_string(status) + ").";
  if (status == 404 || status == 410) return "Không còn kênh tin ở địa chỉ này" + number;
  if (status == 401 || status == 403) return "Máy chủ của nguồn tin không cho đọc" + number;
  if (status == 429) return "Máy chủ của nguồn tin đề nghị đọc thưa hơn" + number;
  return "Máy chủ của nguồn tin báo lỗi" + number;
}

}  // namespace

struct Fetcher::Handle {
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

  // Of the last answer, printable and of a length that a row takes; "" when there is none.
  [[nodiscard]] std::string header(const char* name) const {
    curl_header* found = nullptr;
    if (curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return "";
    const std::string_view value{found->value};
    const bool is_clean = value.size() <= kLongestValidator && std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return is_clean ? std::string{value} : std::string{};
  }

  CURL* curl;
};

Networks parse_networks(const std::string& word) {
  if (word == "public") return Networks::Public;
  if (word == "private") return Networks::Private;
  if (word == "loopback") return Networks::Loopback;
  throw base::ConfigError("feeds_networks: is public, private or loopback");
}

bool may_connect(std::string_view address, Networks networks) {
  const std::string text{address};
  in_addr v4{};
  if (inet_pton(AF_INET, text.c_str(), &v4) == 1) return may_v4(ntohl(v4.s_addr), networks);
  in6_addr v6{};
  return inet_pton(AF_INET6, text.c_str(), &v6) == 1 && may_v6(v6, networks);
}

Fetcher::Fetcher(Networks networks) : networks_(networks), handle_(std::make_unique<Handle>()) {}

Fetcher::~Fetcher() = default;

Fetched Fetcher::get(const std::string& address, const std::string& etag, const std::string& last_modified, std::size_t most_bytes,
                     const std::function<bool()>& should_stop) {
  struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };
  Fetched out;
  Talk talk{&out.body, most_bytes, networks_, &should_stop};
  const Handle& handle = *handle_;
  curl_easy_reset(handle.curl);
  std::unique_ptr<curl_slist, FreeList> headers(curl_slist_append(nullptr, "Accept: application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8"));
  const auto add = [&headers](const std::string& line) {
    curl_slist* longer = curl_slist_append(headers.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(headers.release());
    headers.reset(longer);
  };
  if (!etag.empty()) add("If-None-Match: " + etag);
  if (!last_modified.empty()) add("If-Modified-Since: " + last_modified);
  handle.set(CURLOPT_URL, address.c_str());
  handle.set(CURLOPT_PROTOCOLS_STR, "http,https");
  handle.set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  handle.set(CURLOPT_FOLLOWLOCATION, 1L);
  handle.set(CURLOPT_MAXREDIRS, kMostRedirects);
  handle.set(CURLOPT_PROXY, "");  // nothing of this program's surroundings sends it elsewhere
  handle.set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  handle.set(CURLOPT_NOSIGNAL, 1L);
  handle.set(CURLOPT_USERAGENT, "portal-feeds/1.0");
  handle.set(CURLOPT_ACCEPT_ENCODING, "");  // what it unpacks to is counted, not what was sent
  handle.set(CURLOPT_HTTPHEADER, headers.get());
  handle.set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  handle.set(CURLOPT_TIMEOUT, kWholeSeconds);
  handle.set(CURLOPT_LOW_SPEED_LIMIT, kSlowBytes);
  handle.set(CURLOPT_LOW_SPEED_TIME, kSlowSeconds);
  handle.set(CURLOPT_FRESH_CONNECT, 1L);
  handle.set(CURLOPT_FORBID_REUSE, 1L);  // each connection is looked at when it is opened
  handle.set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  handle.set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(&talk));
  handle.set(CURLOPT_WRITEFUNCTION, &take);
  handle.set(CURLOPT_WRITEDATA, static_cast<void*>(&talk));
  handle.set(CURLOPT_NOPROGRESS, 0L);
  handle.set(CURLOPT_XFERINFOFUNCTION, &is_stopped);
  handle.set(CURLOPT_XFERINFODATA, static_cast<void*>(&talk));
  const CURLcode code = curl_easy_perform(handle.curl);
  if (code == CURLE_ABORTED_BY_CALLBACK) {
    out.end = Fetched::End::Stopped;
    return out;
  }
  if (code != CURLE_OK) {
    out.error = words_of(code, talk);
    return out;
  }
  long status = 0;
  const char* reached = nullptr;
  curl_easy_getinfo(handle.curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle.curl, CURLINFO_EFFECTIVE_URL, &reached);
  out.address = reached != nullptr ? reached : address;
  if (status == 304 && (!etag.empty() || !last_modified.empty())) {
    out.end = Fetched::End::NotModified;
    return out;
  }
  if (status != 200) {
    out.error = words_of_status(status);
    return out;
  }
  out.end = Fetched::End::Read;
  out.etag = handle.header("ETag");
  out.last_modified = handle.header("Last-Modified");
  if (out.last_modified.size() > 100) out.last_modified.clear();
  out.charset = charset_in(handle.header("Content-Type"));
  return out;
}

std::string charset_in(std::string_view content_type) {
  std::string lower{content_type};
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  constexpr std::string_view kKey = "charset=";
  const auto at = lower.find(kKey);
  if (at == std::string::npos) return "";
  std::string value = lower.substr(at + kKey.size());
  value = value.substr(0, value.find(';'));
  std::erase_if(value, [](char c) { return c == '"' || c == '\'' || c == ' '; });
  return value;
}

}  // namespace portal::feeds
