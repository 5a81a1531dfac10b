// Fetcher: one channel over HTTP (libcurl), within limits of size and time, only if it changed, and never from a machine that is not on the public network.
//
// The address is typed by the office, where it leads is decided by the other side: names may point anywhere and answers may redirect. So each connection is
// looked at when it is opened, by the address that it really goes to, the first as well as every redirect's.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace portal::feeds {

// Which machines may be asked: those of the public network; of private networks as well (a province's own); or this machine itself (tests).
enum class Networks { Public, Private, Loopback };

// The key feeds_networks. Throws base::ConfigError for another word.
[[nodiscard]] Networks parse_networks(const std::string& word);

// Whether "203.0.113.7" or "2001:db8::1" may be connected to. IPv4 inside IPv6 is taken for what it is; what is no address may not.
[[nodiscard]] bool may_connect(std::string_view address, Networks networks);

struct Fetched {
  enum class End { Read, NotModified, Failed, Stopped };
  End end = End::Failed;
  std::string body;
  std::string charset;                // of Content-Type, "" when it says none
  std::string etag, last_modified;    // as they are sent back next time
  std::string address;                // where the answer came from, after redirects
  std::string error;                  // why it failed, in Vietnamese
};

class Fetcher {
 public:
  explicit Fetcher(Networks networks);
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  // `etag` and `last_modified` of the version that is known, "" for none.
  [[nodiscard]] Fetched get(const std::string& address, const std::string& etag, const std::string& last_modified, std::size_t most_bytes,
                            const std::function<bool()>& should_stop);

 private:
  struct Handle;
  Networks networks_;
  std::unique_ptr<Handle> handle_;
};

// "utf-8" of "application/rss+xml; charset=UTF-8".
[[nodiscard]] std::string charset_in(std::string_view content_type);

}  // namespace portal::feeds
