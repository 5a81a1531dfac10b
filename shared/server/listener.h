// Listener: the socket that requests come from, inherited as descriptor 0 or bound here. Inside
// shared/server.
#pragma once

#include <string>

namespace portal::server {

// A listening, non-blocking descriptor. Owns the path when it bound one.
class Listener {
 public:
  // Descriptor 0, as systemd, spawn-fcgi -n and runit hand it over. Throws std::runtime_error if it
  // is not a listening socket.
  static Listener inherited();

  // Binds `path` (mode 0660, replacing a socket nobody listens on). Throws std::runtime_error
  // naming the path.
  static Listener bound(const std::string& path);

  ~Listener();
  Listener(Listener&& other) noexcept;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  Listener& operator=(Listener&&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

  // True when nobody else holds the socket: what waits in it is lost unless it is served before the
  // exit.
  [[nodiscard]] bool is_own() const { return !path_.empty(); }

  // No new client finds the socket any more; those that wait in it still do. Does nothing to an
  // inherited one.
  void hide();

 private:
  Listener(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}

  int descriptor_;
  std::string path_;
  bool hidden_ = false;
};

}  // namespace portal::server
