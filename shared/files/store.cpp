#include "shared/files/store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "shared/base/crypto.h"

namespace portal::files {
namespace {

namespace fs = std::filesystem;

// Who may come into the store is decided at its root (docs/operations.md); inside it the programs that keep it share one group.
constexpr mode_t kFolderMode = 02775;
constexpr mode_t kFileMode = 0644;

[[noreturn]] void fail(const std::string& what) { throw std::system_error(errno, std::generic_category(), what); }

// Forces a file or folder to disk.
void sync(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path);
  const int done = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  errno = error;
  if (done != 0) fail(path);
}

// Makes the folder unless it is there; its own name is on disk then too.
void make_folder(const std::string& path, const std::string& parent) {
  if (::mkdir(path.c_str(), kFolderMode) != 0) {
    if (errno == EEXIST) return;
    fail(path);
  }
  ::chmod(path.c_str(), kFolderMode);  // past the umask
  sync(parent);
}

std::chrono::system_clock::time_point changed_at(const struct stat& status) {
  return std::chrono::system_clock::time_point{std::chrono::seconds{status.st_mtim.tv_sec}};
}

}  // namespace

bool is_digest(std::string_view text) {
  constexpr std::size_t kLength = 64;
  return text.size() == kLength && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string accel_path(std::string_view sha256) {
  if (!is_digest(sha256)) throw std::logic_error("not a digest");
  return "/_store/" + std::string{sha256.substr(0, 2)} + '/' + std::string{sha256};
}

Store::Store(std::string root, std::function<void(std::string_view step)> after) : root_(std::move(root)), after_(std::move(after)) {}

std::string Store::path_of(std::string_view sha256) const {
  if (!is_digest(sha256)) throw std::logic_error("not a digest");
  return root_ + '/' + std::string{sha256.substr(0, 2)} + '/' + std::string{sha256};
}

std::string Store::new_temporary() const {
  make_folder(root_ + "/tmp", root_);
  return root_ + "/tmp/" + base::random_hex(16);
}

void Store::put(const std::string& temporary, std::string_view sha256) const {
  const auto told = [this](std::string_view step) {
    if (after_) after_(step);
  };
  const std::string path = path_of(sha256);
  const std::string folder = path.substr(0, path.rfind('/'));
  ::chmod(temporary.c_str(), kFileMode);
  sync(temporary);
  told(kSteps[0]);
  make_folder(folder, root_);
  // A link instead of a rename: it is as atomic, never replaces what is there, and the temporary name stays for ensure().
  if (::link(temporary.c_str(), path.c_str()) != 0 && errno != EEXIST) fail(path);
  told(kSteps[1]);
  sync(folder);
  told(kSteps[2]);
}

void Store::ensure(const std::string& temporary, std::string_view sha256) const {
  if (!has(sha256)) put(temporary, sha256);
}

bool Store::has(std::string_view sha256) const {
  struct stat status {};
  return ::stat(path_of(sha256).c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::string Store::read(std::string_view sha256) const {
  const std::string path = path_of(sha256);
  std::ifstream in(path, std::ios::binary);
  if (!in) fail(path);
  return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

void Store::remove(std::string_view sha256) const {
  const std::string path = path_of(sha256);
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail(path);
}

void Store::each(const std::function<bool(std::string_view, std::uint64_t, std::chrono::system_clock::time_point)>& visit) const {
  std::error_code error;
  for (const auto& folder : fs::directory_iterator(root_)) {
    const std::string shard = folder.path().filename().string();
    if (shard.size() != 2) continue;
    for (auto at = fs::directory_iterator(folder.path(), error); !error && at != fs::directory_iterator(); at.increment(error)) {
      const std::string name = at->path().filename().string();
      struct stat status {};
      // A sweep elsewhere may take it away under us.
      if (!is_digest(name) || !name.starts_with(shard) || ::stat(at->path().c_str(), &status) != 0) continue;
      if (!visit(name, static_cast<std::uint64_t>(status.st_size), changed_at(status))) return;
    }
  }
}

std::size_t Store::drop_temporary(std::chrono::system_clock::time_point before) const {
  std::size_t dropped = 0;
  std::error_code error;
  for (auto at = fs::directory_iterator(root_ + "/tmp", error); !error && at != fs::directory_iterator(); at.increment(error)) {
    struct stat status {};
    if (::lstat(at->path().c_str(), &status) != 0 || changed_at(status) >= before) continue;
    std::error_code ignored;
    if (fs::remove_all(at->path(), ignored) > 0) ++dropped;
  }
  return dropped;
}

std::uint64_t Store::free_bytes() const {
  struct statvfs status {};
  if (::statvfs(root_.c_str(), &status) != 0) fail(root_);
  return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

}  // namespace portal::files
