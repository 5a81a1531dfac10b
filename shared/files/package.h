// Package: a zip file from outside (docx, odt), looked at before any tool opens it. What it claims of itself is not believed: a member is unpacked up to a
// limit.
#pragma once

#include <cstdint>
#include <functional>
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
  enum class Unpacked { Whole, Broken, More };  // More: than was allowed

  // Nothing for what is no zip file, or a broken one.
  [[nodiscard]] static std::optional<Package> open(const std::string& path);

  [[nodiscard]] const std::vector<Member>& members() const { return members_; }

  [[nodiscard]] bool has(std::string_view name) const;
  // The bytes of a member; nothing when there is none, it is broken, or it has more than `most`, counted while it is unpacked.
  [[nodiscard]] std::optional<std::string> read(std::string_view name, std::uint64_t most) const;

  // The bytes of members()[number] go piece by piece to `take`, at most `most` of them, counted while they are unpacked. Broken as well: another method
  // than stored or deflated, a password, another sum or size than the package says; what has been taken by then is worth nothing.
  [[nodiscard]] Unpacked unpack(std::size_t number, std::uint64_t most, const std::function<void(std::string_view)>& take) const;
  // The name of members()[number] as its packer wrote it: in UTF-8 where the package says so (its flag, or Info-ZIP's Unicode Path field), otherwise bytes of
  // an encoding that nobody names. Member::name is libzip's guess, which knows no Vietnamese.
  [[nodiscard]] std::string raw_name(std::size_t number) const;

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
