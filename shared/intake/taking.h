// Taking: the files of one thing that comes in, whichever way it came: each into the store's quarantine, and of a plain zip file (files/archive.h) what is in
// it beside it, as if its sender had sent it unpacked (D9.1a).
//
//   Taking taking(store, most);                      // lives until the transaction is over
//   for (…) taking.add(upload, type);
//   wanted.files = taking.files();                   // register_intake
//
// The archive keeps its row and its bytes: what was sent can be shown, and a file in it that was not taken is not lost.
#pragma once

#include <string>
#include <vector>

#include "shared/files/archive.h"
#include "shared/files/spool.h"
#include "shared/intake/register.h"

namespace portal::intake {

// Of all archives of one thing together, so that many small ones are no way round an archive's own limits.
inline constexpr std::size_t kMostPacked = 200;

class Taking {
 public:
  // `most`: bytes of one file, in an archive or not. What is unpacked is removed with this object, as far as the store has not taken it.
  Taking(const files::Store& store, std::uint64_t most) : store_(store), most_(most), unpacked_(store) {}

  // `upload` stays the caller's. Without a name it is called by its number. Throws std::system_error when the disk refuses.
  void add(const http::Upload& upload, std::string type = {});
  // One that could not even be looked at.
  void add_missing(std::string name, std::uint64_t bytes, std::string reason);

  // In the order in which they came; what an archive holds comes behind it.
  [[nodiscard]] const std::vector<NewFile>& files() const { return files_; }

  // What files in archives are called, of those that were not opened too: whoever looks for programs looks here.
  [[nodiscard]] const std::vector<std::string>& names_inside() const { return names_inside_; }

 private:
  void open(const files::Archive& archive, std::size_t at);
  void add_unpacked(const files::Unpacked& one);

  const files::Store& store_;
  std::uint64_t most_;
  files::DiskSpool unpacked_;
  std::vector<NewFile> files_;
  std::vector<std::string> names_inside_;
  std::size_t number_ = 0;
  std::size_t files_left_ = kMostPacked;
  std::uint64_t bytes_left_ = files::kMostUnpacked;
};

// How much room the files in it will want beside it; 0 for what is no archive, or is not opened.
[[nodiscard]] std::uint64_t bytes_inside(const std::string& path, std::uint64_t most);

}  // namespace portal::intake
