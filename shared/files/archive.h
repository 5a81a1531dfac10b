// Archive: a plain zip file that a sender packed files into ("ảnh hội nghị.zip"). Each file in it comes out as one that was sent by itself, with its name in
// Unicode (D4.1a, D9.1a). A docx, an odt, a workbook, a book, a program of Java are zip files too and none of these: they are one file.
//
//   const auto archive = Archive::open(path);
//   if (archive && archive->fault(limits).empty()) Opened opened = archive->unpack(limits, spool);
//
// Nothing that it says of itself is believed: it is counted while it is unpacked, no member becomes a path, an archive in it is not opened.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/files/package.h"
#include "shared/http/upload.h"

namespace portal::files {

inline constexpr std::uint64_t kMostUnpacked = std::uint64_t{200} * 1024 * 1024;

struct ArchiveLimits {
  std::size_t files = 50;
  std::uint64_t file_bytes = 0;  // of each: as if it had come by itself
  std::uint64_t bytes = kMostUnpacked;
};

// One file of it. Without `upload` it was not taken, and `reason` says why.
struct Unpacked {
  std::string name;         // clean_name(), in Unicode
  std::uint64_t bytes = 0;  // as it says, where it was not taken
  std::optional<http::Upload> upload{};
  std::string reason{};
};

// All of them in their order, or why there are none, in words for its sender.
struct Opened {
  std::vector<Unpacked> files;
  std::string fault;
};

class Archive {
 public:
  // Nothing for what does not begin as a zip file, and for packages of another kind.
  [[nodiscard]] static std::optional<Archive> open(const std::string& path);

  // It begins as a zip file and is none, or is cut off.
  [[nodiscard]] bool is_broken() const { return !package_; }

  // What its files are called, in Unicode, however many they are. Folders and what macOS and Windows leave beside files (__MACOSX/, .DS_Store, Thumbs.db,
  // desktop.ini) are no files. Two may have one name.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  // Why nothing of it is unpacked, in words for its sender; "" when it may be.
  [[nodiscard]] std::string fault(const ArchiveLimits& limits) const;

  // How many bytes unpack() writes at most.
  [[nodiscard]] std::uint64_t bytes(const ArchiveLimits& limits) const;

  // Unpacks it into `spool`, whose uploads the result names. One that cannot be taken (too large, a password, broken) says why and leaves the others alone;
  // one that holds more than it says gives all up. Throws std::system_error when the disk refuses.
  [[nodiscard]] Opened unpack(const ArchiveLimits& limits, http::Spool& spool) const;

 private:
  std::optional<Package> package_;
  std::uint64_t packed_ = 0;          // of the whole file
  std::vector<std::size_t> members_;  // of the package: its files
  std::vector<std::string> names_;    // of each of them
};

}  // namespace portal::files
