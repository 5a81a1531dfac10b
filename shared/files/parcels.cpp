#include "shared/files/parcels.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "shared/base/crypto.h"
#include "shared/files/files.h"
#include "shared/files/size.h"

namespace portal::files {
namespace {

namespace fs = std::filesystem;
using base::fail;
using base::FaultKind;
using base::UtcTime;

// The programs that bring and those that take share the folder's group.
constexpr mode_t kFolderMode = 02770, kFileMode = 0660;
constexpr std::size_t kTokenBytes = 16;
constexpr std::string_view kAbout = ".about";

[[noreturn]] void fail_with(const std::string& what) { throw std::system_error(errno, std::generic_category(), what); }

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags) : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, kFileMode)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const {
    if (number_ < 0) fail_with(path_);
    return number_;
  }

 private:
  std::string path_;
  int number_;
};

void make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), kFolderMode) != 0) {
    if (errno == EEXIST) return;
    fail_with(path);
  }
  ::chmod(path.c_str(), kFolderMode);  // past the umask
}

void write_whole(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_with(path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// The bytes of `from`, told piece by piece.
template <typename Take>
void read_pieces(const std::string& from, Take take) {
  constexpr std::size_t kBlock = 256 * 1024;
  std::ifstream in(from, std::ios::binary);
  std::string block(kBlock, '\0');
  while (in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    take(std::string_view{block}.substr(0, static_cast<std::size_t>(in.gcount())));
  }
  if (!in.eof()) throw std::system_error(EIO, std::generic_category(), from);
}

std::uint64_t size_of(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
}

void sync(const std::string& path) {
  const Descriptor file(path, O_RDONLY);
  if (::fsync(file.number()) != 0) fail_with(path);
}

std::string in_quotes(std::string_view name) { return "“" + std::string{name} + "”"; }

std::chrono::system_clock::time_point changed_at(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return {};
  return std::chrono::system_clock::time_point{std::chrono::seconds{status.st_mtim.tv_sec}};
}

}  // namespace

bool is_form_number(std::string_view text) {
  return text.size() == 2 * kTokenBytes && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string Parcels::folder_of(std::string_view form) const {
  if (!is_form_number(form)) throw std::logic_error("no number of a form");
  return root_ + "/forms/" + std::string{form};
}

std::vector<Parcel> Parcels::of_form(std::string_view form) const {
  const std::string folder = folder_of(form);
  std::vector<std::pair<std::int64_t, Parcel>> found;
  std::error_code error;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!name.ends_with(kAbout) || !is_form_number(name.substr(0, name.size() - kAbout.size()))) continue;
    Parcel parcel;
    parcel.token = name.substr(0, name.size() - kAbout.size());
    std::ifstream in(at->path());
    std::string total;
    if (!std::getline(in, total) || !std::getline(in, parcel.name)) continue;  // being made at this moment
    std::from_chars(total.data(), total.data() + total.size(), parcel.total);
    parcel.bytes = size_of(folder + "/" + parcel.token);
    struct stat status {};
    if (::lstat(at->path().c_str(), &status) != 0) continue;
    found.emplace_back(std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec, std::move(parcel));
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : a.second.token < b.second.token; });
  std::vector<Parcel> all;
  for (auto& [at, parcel] : found) all.push_back(std::move(parcel));
  return all;
}

std::optional<base::Fault> Parcels::too_much(std::string_view form, std::string_view name, std::uint64_t bytes, const ParcelLimits& limits) const {
  if (bytes == 0) return base::Fault{FaultKind::Invalid, "Tệp " + in_quotes(name) + " trống, không có nội dung.", {}};
  if (bytes > limits.file_bytes)
    return base::Fault{FaultKind::TooLarge, "Tệp " + in_quotes(name) + " nặng " + size_words(bytes) + ", nhiều nhất là " + size_words(limits.file_bytes) + ".", {}};
  std::uint64_t all = bytes;
  const auto there = of_form(form);
  for (const Parcel& one : there) all += one.total;
  if (there.size() >= limits.files)
    return base::Fault{FaultKind::Invalid, "Mỗi lần gửi nhiều nhất " + std::to_string(limits.files) + " tệp; chưa nhận tệp " + in_quotes(name) + ".", {}};
  if (all > limits.form_bytes)
    return base::Fault{FaultKind::TooLarge,
                       "Các tệp cộng lại nặng quá " + size_words(limits.form_bytes) + "; chưa nhận tệp " + in_quotes(name) + ". Xin gửi làm nhiều lần.", {}};
  return {};
}

bool Parcels::charge(std::string_view address, std::uint64_t bytes, std::uint64_t most, UtcTime now) const {
  if (address.empty() || most == 0) return true;
  if (!is_form_number(address)) throw std::logic_error("no digest of an address");
  const std::string day = root_ + "/quota/" + base::format_iso(now).substr(0, 10);
  make_folder(root_ + "/quota");
  make_folder(day);
  const std::string path = day + "/" + std::string{address};
  const Descriptor file(path, O_RDWR | O_CREAT);
  if (::flock(file.number(), LOCK_EX) != 0) fail_with(path);
  std::array<char, 32> text{};
  const ssize_t got = ::pread(file.number(), text.data(), text.size() - 1, 0);
  if (got < 0) fail_with(path);
  std::uint64_t used = 0;
  std::from_chars(text.data(), text.data() + got, used);
  if (used + bytes > most) return false;
  const std::string sum = std::to_string(used + bytes);
  if (::pwrite(file.number(), sum.data(), sum.size(), 0) != static_cast<ssize_t>(sum.size())) fail_with(path);
  return true;
}

void Parcels::write_about(std::string_view form, const Parcel& parcel) const {
  const std::string folder = folder_of(form);
  make_folder(root_ + "/forms");
  make_folder(folder);
  const std::string path = folder + "/" + parcel.token + std::string{kAbout};
  const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
  ::fchmod(file.number(), kFileMode);
  write_whole(file.number(), std::to_string(parcel.total) + "\n" + parcel.name + "\n", path);
}

base::Result<Parcel> Parcels::finished(std::string_view form, Parcel parcel) const {
  // Now, with a reason, rather than by a letter tomorrow.
  if (detect_file(folder_of(form) + "/" + parcel.token) != nullptr) return parcel;
  drop(form, parcel.token);
  return fail(FaultKind::Invalid, "Tệp " + in_quotes(parcel.name) +
                                      " không phải Word, Writer, PDF hoặc ảnh (jpg, gif, bmp, png, webp, tiff), dù tên có thể ghi như vậy; chưa nhận tệp này.");
}

base::Result<Parcel> Parcels::put(std::string_view form, const http::Upload& upload, const ParcelLimits& limits, std::string_view address, UtcTime now) const {
  Parcel parcel{base::random_hex(kTokenBytes), clean_name(upload.name), upload.bytes, upload.bytes};
  if (auto fault = too_much(form, parcel.name, parcel.total, limits)) return tl::unexpected(*std::move(fault));
  if (!charge(address, parcel.total, limits.address_bytes, now))
    return fail(FaultKind::Throttled, "Hôm nay địa chỉ mạng này đã gửi nhiều nhất là " + size_words(limits.address_bytes) + "; chưa nhận tệp " + in_quotes(parcel.name) +
                                          ". Xin gửi tiếp vào ngày mai, hoặc nộp bằng USB, đĩa cho Thư ký Ban Biên tập.");
  const std::string folder = folder_of(form);
  make_folder(root_ + "/forms");
  make_folder(folder);
  const std::string path = folder + "/" + parcel.token;
  if (::link(upload.path.c_str(), path.c_str()) != 0) fail_with(path);
  ::chmod(path.c_str(), kFileMode);
  write_about(form, parcel);
  return limits.takes_any ? base::Result<Parcel>{parcel} : finished(form, std::move(parcel));
}

base::Result<Parcel> Parcels::begin(std::string_view form, std::string_view name, std::uint64_t total, const ParcelLimits& limits) const {
  const std::string clean = clean_name(name);
  for (const Parcel& one : of_form(form))
    if (one.name == clean && one.total == total) return one;
  if (auto fault = too_much(form, clean, total, limits)) return tl::unexpected(*std::move(fault));
  Parcel parcel{base::random_hex(kTokenBytes), clean, 0, total};
  write_about(form, parcel);
  return parcel;
}

base::Result<Parcel> Parcels::append(std::string_view form, std::string_view token, std::uint64_t offset, const http::Upload& upload,
                                     const ParcelLimits& limits, std::string_view address, UtcTime now) const {
  const auto there = of_form(form);
  const auto known = std::find_if(there.begin(), there.end(), [token](const Parcel& one) { return one.token == token; });
  if (known == there.end()) return fail(FaultKind::NotFound, "Tệp này không còn trên máy chủ; xin chọn lại tệp.");
  Parcel parcel = *known;
  const std::string path = folder_of(form) + "/" + parcel.token;
  {
    const Descriptor file(path, O_WRONLY | O_CREAT);
    ::fchmod(file.number(), kFileMode);
    if (::flock(file.number(), LOCK_EX) != 0) fail_with(path);
    parcel.bytes = size_of(path);
    // Another piece came first, or this one came before and its answer was lost: the sender goes on from what is there.
    if (parcel.bytes != offset) return fail(FaultKind::Conflict, "Phần này của tệp không nối tiếp phần đã nhận.");
    if (upload.bytes == 0 || upload.bytes > parcel.total - parcel.bytes)
      return fail(FaultKind::TooLarge, "Phần gửi lên dài hơn tệp " + in_quotes(parcel.name) + ".");
    if (!charge(address, upload.bytes, limits.address_bytes, now))
      return fail(FaultKind::Throttled, "Hôm nay địa chỉ mạng này đã gửi nhiều nhất là " + size_words(limits.address_bytes) + "; phần còn lại của tệp " +
                                            in_quotes(parcel.name) + " chưa được nhận. Xin gửi tiếp vào ngày mai, hoặc nộp bằng USB, đĩa cho Thư ký Ban Biên tập.");
    if (::lseek(file.number(), static_cast<off_t>(offset), SEEK_SET) < 0) fail_with(path);
    read_pieces(upload.path, [&](std::string_view piece) { write_whole(file.number(), piece, path); });
    parcel.bytes += upload.bytes;
  }
  return parcel.is_whole() && !limits.takes_any ? finished(form, std::move(parcel)) : base::Result<Parcel>{std::move(parcel)};
}

void Parcels::drop(std::string_view form, std::string_view token) const {
  if (!is_form_number(token)) return;
  const std::string path = folder_of(form) + "/" + std::string{token};
  ::unlink((path + std::string{kAbout}).c_str());
  ::unlink(path.c_str());
}

void Parcels::seal(std::string_view form) const {
  const auto all = of_form(form);
  if (all.empty()) return;
  const std::string folder = folder_of(form);
  for (const Parcel& parcel : all)
    if (parcel.is_whole()) {
      sync(folder + "/" + parcel.token);
      sync(folder + "/" + parcel.token + std::string{kAbout});
    }
  sync(folder);
  sync(root_ + "/forms");
}

base::Result<http::Upload> Parcels::copy(std::string_view form, const Parcel& parcel, const Store& store) const {
  const std::string from = folder_of(form) + "/" + parcel.token;
  if (!is_form_number(parcel.token) || size_of(from) != parcel.total)
    return fail(FaultKind::NotFound, "Tệp " + in_quotes(parcel.name) + " không còn trên máy chủ.");
  http::Upload upload{{}, parcel.name, store.new_temporary(), 0, {}};
  base::Sha256 digest;
  {
    const Descriptor to(upload.path, O_WRONLY | O_CREAT | O_EXCL);
    read_pieces(from, [&](std::string_view piece) {
      digest.add(piece);
      write_whole(to.number(), piece, upload.path);
      upload.bytes += piece.size();
    });
  }
  upload.sha256 = digest.finish_hex();
  return upload;
}

void Parcels::drop_form(std::string_view form) const {
  std::error_code error;
  fs::remove_all(folder_of(form), error);
}

std::vector<std::string> Parcels::old_forms(UtcTime before) const {
  std::vector<std::string> old;
  std::error_code error;
  for (auto at = fs::directory_iterator(root_ + "/forms", error); !error && at != fs::directory_iterator(); at.increment(error)) {
    std::string name = at->path().filename().string();
    if (!is_form_number(name)) continue;
    auto last = changed_at(at->path().string());
    std::error_code inside;
    for (auto file = fs::directory_iterator(at->path(), inside); !inside && file != fs::directory_iterator(); file.increment(inside))
      last = std::max(last, changed_at(file->path().string()));
    if (last < before) old.push_back(std::move(name));
  }
  return old;
}

std::size_t Parcels::sweep(UtcTime before, UtcTime now) const {
  std::size_t dropped = Store(root_).drop_temporary(before);
  const std::string today = base::format_iso(now).substr(0, 10);
  std::error_code error;
  for (auto at = fs::directory_iterator(root_ + "/quota", error); !error && at != fs::directory_iterator(); at.increment(error)) {
    std::error_code ignored;
    if (at->path().filename().string() < today && fs::remove_all(at->path(), ignored) > 0) ++dropped;
  }
  return dropped;
}

}  // namespace portal::files
