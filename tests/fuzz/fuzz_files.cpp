// Any bytes as a file that was sent in: what it is (shared/files/format.h: headers of pictures, PDF, RTF), what a zip file of it holds and what a compound file.
// Promises: a format is one of the table; what is told a docx or odt opens as a package and holds what makes it one; a member is never more than was asked for;
// a package that may be opened has no name twice and none that leads out of it; of an archive no name is a path, and never more is written than it was said.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

#include "shared/files/archive.h"
#include "shared/files/compound.h"
#include "shared/files/format.h"
#include "shared/files/package.h"

#include "shared/text/unicode.h"

#include "tests/fuzz/check.h"

using namespace portal;
using namespace portal::files;

namespace {

constexpr std::uint64_t kMost = 64 * 1024;

// The bytes under a path, without a disk.
class Memory {
 public:
  explicit Memory(std::string_view bytes) : number_(::memfd_create("fuzz", MFD_CLOEXEC)), path_("/proc/self/fd/" + std::to_string(number_)) {
    CHECK(number_ >= 0 && ::write(number_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  ~Memory() { ::close(number_); }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  int number_;
  std::string path_;
};

// A seed "hex:504b…" stands for its bytes: the repository holds no binary files.
std::string from_digits(std::string_view digits) {
  const auto value = [](char c) { return c >= 'a' ? c - 'a' + 10 : c - '0'; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) bytes += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
  return bytes;
}

void check(const Package& package) {
  const bool may_open = !package_fault(package);
  std::set<std::string_view> names;
  for (const Member& member : package.members()) {
    if (may_open) {
      CHECK(names.insert(member.name).second);
      CHECK(!member.name.starts_with('/') && member.name.find("..\\") == std::string::npos && !member.name.starts_with("../"));
    }
    if (const auto bytes = package.read(member.name, kMost)) CHECK(bytes->size() <= kMost);
  }
  if (const auto part = package.word_part()) CHECK(package.has(*part));
}

// What is unpacked, counted and forgotten.
class Counter final : public http::Spool {
 public:
  void begin(std::string field, std::string name) override { uploads_.push_back({std::move(field), std::move(name), {}, 0, {}}); }
  void write(std::string_view bytes) override { uploads_.back().bytes += bytes.size(); }
  void end() override {}
  [[nodiscard]] const std::vector<http::Upload>& uploads() const override { return uploads_; }

 private:
  std::vector<http::Upload> uploads_;
};

void check(const Archive& archive) {
  for (const std::string& name : archive.names()) CHECK(name.find('/') == std::string::npos);
  const ArchiveLimits limits{.files = 10, .file_bytes = kMost, .bytes = 4 * kMost};
  Counter spool;
  const Opened opened = archive.unpack(limits, spool);
  CHECK(opened.fault.empty() || opened.files.empty());
  CHECK(opened.files.size() <= limits.files);
  std::uint64_t sum = 0;
  for (const http::Upload& upload : spool.uploads()) sum += upload.bytes;
  CHECK(sum <= limits.bytes && sum <= archive.bytes(limits));
  for (const Unpacked& file : opened.files) {
    CHECK(text::is_valid(file.name) && !file.name.empty() && file.name.find('/') == std::string::npos);
    CHECK(file.upload.has_value() == file.reason.empty());
    CHECK(file.reason.size() <= 4 * 300);  // core_intake_file.reason, in code points
    if (file.upload) CHECK(file.upload->bytes <= limits.file_bytes);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("hex:") && bytes.find_first_not_of("0123456789abcdef\n", 4) == std::string::npos) bytes = from_digits(std::string_view{bytes}.substr(4));
  const Memory file(bytes);
  const Format* format = detect_file(file.path());
  if (format != nullptr) CHECK(find_format(format->key) == format);
  static_cast<void>(detect(bytes));
  const auto package = Package::open(file.path());
  if (package) check(*package);
  if (const auto archive = Archive::open(file.path())) {
    check(*archive);
    CHECK(format == nullptr);
  }
  const auto compound = Compound::read(file.path());
  if (format != nullptr && format->key == "odt") CHECK(package && package->is_odt());
  if (format != nullptr && format->key == "doc") CHECK(compound && compound->has("WordDocument"));
  if (format != nullptr && format->key == "docx") CHECK((package && package->word_part()) || (compound && compound->has("EncryptedPackage")));
  return 0;
}
