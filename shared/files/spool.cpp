#include "shared/files/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <stdexcept>
#include <system_error>

#include "shared/base/log.h"
#include "shared/files/limits.h"

namespace portal::files {
namespace {

constexpr mode_t kPrivate = 0600;       // until it has its place

[[noreturn]] void fail(const std::string& what) { throw std::system_error(errno, std::generic_category(), what); }

}  // namespace

DiskSpool::~DiskSpool() {
  if (descriptor_ >= 0) ::close(descriptor_);
  for (const http::Upload& upload : uploads_) ::unlink(upload.path.c_str());
}

void DiskSpool::begin(std::string field, std::string name) {
  const std::string path = store_.new_temporary();
  descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kPrivate);
  if (descriptor_ < 0) fail(path);
  uploads_.push_back({std::move(field), std::move(name), path, 0, {}});
  digest_.emplace();
}

void DiskSpool::write(std::string_view bytes) {
  digest_->add(bytes);
  uploads_.back().bytes += bytes.size();
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(uploads_.back().path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void DiskSpool::end() {
  uploads_.back().sha256 = digest_->finish_hex();
  const int done = ::close(descriptor_);
  descriptor_ = -1;
  if (done != 0) fail(uploads_.back().path);
}

std::optional<http::ParseFault> Room::refuse(std::uint64_t bytes) {
  constexpr std::uint64_t kMega = 1024 * 1024;
  if (bytes > max_bytes_)
    return http::ParseFault{413, "Các tệp gửi lên cộng lại quá lớn, nhiều nhất là " + std::to_string(max_bytes_ / kMega) + " MB một lần gửi. Chưa có gì được lưu."};
  std::uint64_t floor = default_limits().floor_bytes;
  std::uint64_t left = 0;
  try {
    left = store_.free_bytes();
    const db::Lease lease = pool_.lease();
    floor = read_limits(*lease, setting_).floor_bytes;
  } catch (const db::Unavailable&) {
    // The request will be answered for that by itself.
  } catch (const std::system_error& error) {
    base::log(base::Level::Error, "store_unreadable", {{"what", std::string_view{error.what()}}});
    return http::ParseFault{507, "Kho tệp của máy chủ không dùng được. Chưa có gì được lưu; xin báo quản trị mạng."};
  }
  if (left >= bytes && left - bytes >= floor) return std::nullopt;
  base::log(base::Level::Error, "store_full", {{"free_mb", static_cast<std::int64_t>(left / kMega)}, {"floor_mb", static_cast<std::int64_t>(floor / kMega)}});
  return http::ParseFault{507, "Máy chủ gần hết chỗ lưu tệp (còn " + std::to_string(left / kMega) + " MB, phải giữ lại " + std::to_string(floor / kMega) +
                                   " MB) nên chưa nhận tệp này. Chưa có gì được lưu; xin báo quản trị mạng rồi gửi lại."};
}

std::unique_ptr<http::Spool> Room::open() { return std::make_unique<DiskSpool>(store_); }

}  // namespace portal::files
