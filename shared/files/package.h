// Package: a zip file from outside (docx, odt), looked at before any tool opens it. What it claims of itself is not believed: a member is unpacked up to a
// limit.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace portal::files {

struct Member {
  std::string name;
  std::uint64_t bytes = 0;   // unpacked, as the package claims
  std::uint64_t packed = 0;
  bool is_encrypted = false;
};

class Package {
 public:
  // Nothing for what is no zip file, or a broken one.
  [[nodiscard]] static std::optional<Package> open(const std::string& path);

  [[nodiscard]] const std::vector<Member>& members() const { return members_; }

  [[nodiscard]] bool has(std::string_view name) const;
  // The bytes of a member; nothing when there is none, it is broken, or it has more than `most`, counted while it is unpacked.
  [[nodiscard]] std::optional<std::string> read(std::string_view name, std::uint64_t most) const;

  // The member that holds a Word document's text, by the package's list of content types; nothing when this is none.
  [[nodiscard]] std::optional<std::string> word_part() const;
  [[nodiscard]] bool is_odt() const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };

  std::unique_ptr<zip, Close> archive_;
  std::vector<Member> members_;
};

// Why no tool may open the package, in words for its sender; nothing when it may. Too many members, more or denser than any document is (a bomb), names that
// lead out of the package or stand twice, or a password.
[[nodiscard]] std::optional<std::string> package_fault(const Package& package);

}  // namespace portal::files
