// NginxClient: asks this node's nginx over its unix sockets: to forget an entry, to make one again, and what readers get. curl.h stays in the .cpp file.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace portal::cache_agent {

// nginx could not be asked at all (stopped, starting, over the time limit).
struct NoAnswer : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Answer {
  long status = 0;
  std::string body;  // decoded
};

class NginxClient {
 public:
  // `public_host` is the name readers use, without a port.
  NginxClient(const std::string& purge_socket, const std::string& public_socket, std::string public_host);
  ~NginxClient();
  NginxClient(const NginxClient&) = delete;
  NginxClient& operator=(const NginxClient&) = delete;

  // Removes one entry; true when there was one. Throws NoAnswer, also when nginx answers neither 200 nor 404.
  bool purge(std::string_view zone, const std::string& key);

  // GET as a reader: `encoding` is identity, gzip or br. Redirects are not followed. Throws NoAnswer.
  [[nodiscard]] Answer ask(const std::string& path, std::string_view encoding);

  // GET past the cache; the answer replaces what is kept. Otherwise as ask().
  Answer refresh(const std::string& path, std::string_view encoding);

 private:
  struct Curl;
  Answer get(const std::string& path, std::string_view encoding, bool is_fresh);

  std::unique_ptr<Curl> purging_;
  std::unique_ptr<Curl> asking_;
  std::string host_;
};

}  // namespace portal::cache_agent
