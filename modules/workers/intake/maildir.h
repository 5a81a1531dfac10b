// Maildir: the folder into which a mail server delivers: a file a mail, whole in `new` before it has a name there. This worker moves it to `cur` once it is
// registered; nothing else is changed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/time.h"

namespace portal::intake {

class Maildir {
 public:
  explicit Maildir(std::string root) : root_(std::move(root)) {}

  // The names of the files in `new`, in order of delivery (they begin with the time), at most `most`. Throws std::system_error when the folder cannot be read.
  [[nodiscard]] std::vector<std::string> waiting(std::size_t most) const;

  // Whether it still lies in `new`.
  [[nodiscard]] bool has(const std::string& name) const;

  struct Stat {
    std::uint64_t bytes = 0;
    base::UtcTime at;  // when it was delivered
  };
  // Throws std::system_error when it is not there (any more).
  [[nodiscard]] Stat stat(const std::string& name) const;
  [[nodiscard]] std::string path_of(const std::string& name) const { return root_ + "/new/" + name; }

  // Registered: to `cur`, as seen. Nothing when somebody else has moved it. Throws std::system_error.
  void done(const std::string& name) const;
  // Puts a mail into `new` under `name`, safe on disk before it has that name; false when `new` or `cur` has it already. `at_least`: the file is made that long
  // (with a hole that takes no room), so that of a mail that is too large its headers are enough. Throws std::system_error.
  bool deliver(const std::string& name, const std::string& mail, std::uint64_t at_least = 0) const;
  // Deletes the mail that source_of() names so, wherever it lies; nothing when it is not there any more. Throws std::system_error.
  void erase(const std::string& source) const;
  // Deletes what has lain in `cur` since before `before`; gives how many.
  [[nodiscard]] std::size_t drop_old(base::UtcTime before) const;

 private:
  std::string root_;
};

// What tells a mail of the mailbox from every other for good: "maildir:<name>", or a digest of a name that is no plain ASCII.
[[nodiscard]] std::string source_of(const std::string& name);

}  // namespace portal::intake
