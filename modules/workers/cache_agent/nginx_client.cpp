#include "modules/workers/cache_agent/nginx_client.h"

#include <curl/curl.h>

namespace portal::cache_agent {
namespace {

constexpr long kTimeoutMs = 5000;  // longer than nginx waits for a program (3 s), so that nginx answers for it

std::size_t append(char* data, std::size_t size, std::size_t count, void* out) {
  static_cast<std::string*>(out)->append(data, size * count);
  return size * count;
}

struct Headers {
  curl_slist* list = nullptr;

  Headers() = default;
  Headers(const Headers&) = delete;
  Headers& operator=(const Headers&) = delete;
  ~Headers() { curl_slist_free_all(list); }
  void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
};

}  // namespace

// One connection to one socket, kept alive between requests.
struct NginxClient::Curl {
  explicit Curl(const std::string& socket) : handle(curl_easy_init()) {
    if (handle == nullptr) throw std::runtime_error("libcurl cannot be set up");
    curl_easy_setopt(handle, CURLOPT_UNIX_SOCKET_PATH, socket.c_str());
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, kTimeoutMs);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");  // whatever the environment says
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, append);
  }

  ~Curl() { curl_easy_cleanup(handle); }
  Curl(const Curl&) = delete;
  Curl& operator=(const Curl&) = delete;

  Answer get(const std::string& path, const Headers& headers, const char* encoding) {
    Answer answer;
    const std::string url = "http://localhost" + path;
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.list);
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, encoding);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answer.body);
    const CURLcode code = curl_easy_perform(handle);
    if (code != CURLE_OK) throw NoAnswer(path + ": " + curl_easy_strerror(code));
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
  }

  CURL* handle;
};

NginxClient::NginxClient(const std::string& purge_socket, const std::string& public_socket, std::string public_host)
    : purging_(std::make_unique<Curl>(purge_socket)), asking_(std::make_unique<Curl>(public_socket)), host_(std::move(public_host)) {}

NginxClient::~NginxClient() = default;

bool NginxClient::purge(std::string_view zone, const std::string& key) {
  Headers headers;
  headers.add("X-Purge-Key: " + key);
  const Answer answer = purging_->get(std::string{zone}, headers, nullptr);
  if (answer.status != 200 && answer.status != 404) throw NoAnswer("purging " + key + ": nginx answers " + std::to_string(answer.status));
  return answer.status == 200;
}

Answer NginxClient::ask(const std::string& path, std::string_view encoding) { return get(path, encoding, false); }

Answer NginxClient::refresh(const std::string& path, std::string_view encoding) { return get(path, encoding, true); }

Answer NginxClient::get(const std::string& path, std::string_view encoding, bool is_fresh) {
  Headers headers;
  headers.add("Host: " + host_);
  if (is_fresh) headers.add("X-Portal-Refresh: 1");
  const std::string name{encoding};
  return asking_->get(path, headers, encoding == "identity" ? nullptr : name.c_str());
}

}  // namespace portal::cache_agent
