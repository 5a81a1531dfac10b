// Compound: the names inside an OLE compound file (MS-CFB), the shell of Word's .doc and of a docx with a password. Nothing but the directory is read, and of
// the text its first bytes, which say whether it is encrypted.
//
// Our own hundred lines rather than libgsf, which had two faults of memory in exactly this place in 2024 (CVE-2024-36474, CVE-2024-42415): it runs where the
// upload arrives, outside the sandbox, so every number from the file is checked before it is used.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::files {

class Compound {
 public:
  // True for what begins as one.
  [[nodiscard]] static bool is_one(std::string_view beginning);
  // Nothing for what is none, or whose directory cannot be read.
  [[nodiscard]] static std::optional<Compound> read(const std::string& path);

  // A stream or storage of this name anywhere in it.
  [[nodiscard]] bool has(std::string_view name) const;

  // The text of a .doc says that it is encrypted (MS-DOC, FibBase.fEncrypted).
  [[nodiscard]] bool is_encrypted() const { return is_encrypted_; }

 private:
  std::vector<std::string> names_;  // what is not ASCII in them is '?'
  bool is_encrypted_ = false;
};

}  // namespace portal::files
