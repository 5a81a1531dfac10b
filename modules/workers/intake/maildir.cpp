#include "modules/workers/intake/maildir.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <system_error>

#include "shared/base/crypto.h"

namespace portal::intake {
namespace {

constexpr std::string_view kSeen = ":2,S";
constexpr mode_t kGroup = 0640;  // as a mail server leaves it

[[noreturn]] void fail(const std::string& what) { throw std::system_error(errno, std::generic_category(), what); }

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

// The plain files of a folder that are no hidden ones: a folder, a pipe or a link among them is nobody's mail, and opening it might never end.
std::vector<std::string> names_in(const std::string& path) {
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
  if (!folder) fail(path);
  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(folder.get())) {
    if (entry->d_name[0] == '.') continue;
    struct stat status {};
    if (::lstat((path + "/" + entry->d_name).c_str(), &status) == 0 && S_ISREG(status.st_mode)) names.emplace_back(entry->d_name);
  }
  return names;
}

base::UtcTime time_of(const struct stat& status) {
  return base::UtcTime{std::chrono::seconds{status.st_mtim.tv_sec} + std::chrono::microseconds{status.st_mtim.tv_nsec / 1000}};
}

bool exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

void sync_folder(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail(path);
  const int done = ::fsync(descriptor);
  ::close(descriptor);
  if (done != 0) fail(path);
}

}  // namespace

std::vector<std::string> Maildir::waiting(std::size_t most) const {
  auto names = names_in(root_ + "/new");
  std::sort(names.begin(), names.end());
  if (names.size() > most) names.resize(most);
  return names;
}

bool Maildir::has(const std::string& name) const { return exists(path_of(name)); }

Maildir::Stat Maildir::stat(const std::string& name) const {
  struct stat status {};
  if (::stat(path_of(name).c_str(), &status) != 0) fail(path_of(name));
  return {static_cast<std::uint64_t>(status.st_size), time_of(status)};
}

void Maildir::done(const std::string& name) const {
  const std::string to = root_ + "/cur/" + name + std::string{kSeen};
  if (::rename(path_of(name).c_str(), to.c_str()) != 0 && errno != ENOENT) fail(to);
}

bool Maildir::deliver(const std::string& name, const std::string& mail, std::uint64_t at_least) const {
  if (exists(path_of(name)) || exists(root_ + "/cur/" + name + std::string{kSeen})) return false;
  const std::string temporary = root_ + "/tmp/" + name;
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kGroup);
  if (descriptor < 0) fail(temporary);
  std::string_view left = mail;
  while (!left.empty()) {
    const ssize_t written = ::write(descriptor, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int why = errno;
      ::close(descriptor);
      throw std::system_error(why, std::generic_category(), temporary);
    }
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  const bool is_long = mail.size() >= at_least || ::ftruncate(descriptor, static_cast<off_t>(at_least)) == 0;
  const bool is_synced = is_long && ::fsync(descriptor) == 0;
  if (::close(descriptor) != 0 || !is_synced) fail(temporary);
  if (::rename(temporary.c_str(), path_of(name).c_str()) != 0) fail(path_of(name));
  sync_folder(root_ + "/new");
  return true;
}

std::size_t Maildir::drop_old(base::UtcTime before) const {
  std::size_t dropped = 0;
  for (const std::string& name : names_in(root_ + "/cur")) {
    const std::string path = root_ + "/cur/" + name;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || time_of(status) >= before) continue;
    if (::unlink(path.c_str()) == 0) ++dropped;
  }
  return dropped;
}

void Maildir::erase(const std::string& source) const {
  for (const char* folder : {"/new", "/cur"})
    for (const std::string& name : names_in(root_ + folder)) {
      const std::string_view without_flags = std::string_view{name}.substr(0, name.find(":2,"));
      if (source_of(std::string{without_flags}) != source && source_of(name) != source) continue;
      const std::string path = root_ + folder + "/" + name;
      if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail(path);
      sync_folder(root_ + folder);
    }
}

std::string source_of(const std::string& name) {
  constexpr std::size_t kLongest = 280;
  const bool is_plain = name.size() <= kLongest && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
  return is_plain ? "maildir:" + name : "maildir#" + base::sha256_hex(name);
}

}  // namespace portal::intake
