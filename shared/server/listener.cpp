#include "shared/server/listener.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace portal::server {
namespace {

constexpr int kBacklog = 511;  // as nginx; the kernel cuts it to net.core.somaxconn

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

const sockaddr* as_address(const sockaddr_un& address) {
  return reinterpret_cast<const sockaddr*>(
      &address);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): the socket interface
}

bool somebody_listens(const sockaddr_un& address) {
  const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (probe < 0) fail("socket");
  const bool answers = ::connect(probe, as_address(address), sizeof address) == 0;
  ::close(probe);
  return answers;
}

}  // namespace

Listener Listener::inherited() {
  int is_listening = 0;
  socklen_t size = sizeof is_listening;
  if (::getsockopt(STDIN_FILENO, SOL_SOCKET, SO_ACCEPTCONN, &is_listening, &size) != 0 ||
      is_listening == 0)
    throw std::runtime_error(
        "descriptor 0 is not a listening socket; start the program with spawn-fcgi, systemd or "
        "--socket PATH");
  const int flags = ::fcntl(STDIN_FILENO, F_GETFL);
  if (flags < 0 || ::fcntl(STDIN_FILENO, F_SETFL, flags | O_NONBLOCK) != 0) fail("descriptor 0");
  return {STDIN_FILENO, {}};
}

Listener Listener::bound(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof address.sun_path)
    throw std::runtime_error(path + ": is too long for a socket");
  std::memcpy(address.sun_path, path.data(), path.size());

  struct stat status {};

  if (::lstat(path.c_str(), &status) == 0) {
    if (!S_ISSOCK(status.st_mode)) throw std::runtime_error(path + ": exists and is not a socket");
    if (somebody_listens(address))
      throw std::runtime_error(path + ": another process listens on it");
    if (::unlink(path.c_str()) != 0) fail(path);
  }
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) fail("socket");
  Listener listener(descriptor, path);
  listener.hidden_ = true;  // until bound there is nothing to remove
  const mode_t before = ::umask(
      0117);  // 0660 from the first moment: whoever can connect can name any visitor it likes
  const int bound = ::bind(descriptor, as_address(address), sizeof address);
  ::umask(before);
  if (bound != 0) fail(path);
  listener.hidden_ = false;
  if (::listen(descriptor, kBacklog) != 0) fail(path);
  return listener;
}

Listener::Listener(Listener&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      hidden_(other.hidden_) {
  other.path_.clear();
}

Listener::~Listener() {
  hide();
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

void Listener::hide() {
  if (path_.empty() || hidden_) return;
  ::unlink(path_.c_str());
  hidden_ = true;
}

}  // namespace portal::server
