// Fields: the decoded name-value pairs of a query string, an urlencoded or multipart form, or a
// Cookie header.
//
// Decoding refuses what no honest client sends: bad UTF-8, NUL, control characters in names,
// over-long names or values, too many fields, and a name given twice unless it ends in "[]". Values
// are NFC with LF line ends. A value may hold control characters, as pasted text does: whoever stores
// it cleans it first (shared/text/clean.h) and names the place.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"

namespace portal::http {

class Fields {
 public:
  // The value of `name`, or "" when the field is absent (ask has() where the difference matters).
  [[nodiscard]] std::string_view get(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  // Every value of a repeatable field; `name` includes the "[]".
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;

  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& pairs() const {
    return pairs_;
  }

  [[nodiscard]] bool empty() const { return pairs_.empty(); }

  // Adds a pair; used by the parsers and by tests.
  void add(std::string name, std::string value);

  // Drops every pair whose name is not among `names`.
  void keep_only(std::span<const std::string_view> names);

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

// What one form or query may hold; over any of them is a fault that names the limit.
struct FieldLimits {
  std::size_t max_fields = 400;
  std::size_t max_name_bytes = 100;
  std::size_t max_value_bytes = 2 * 1024 * 1024;
  std::size_t max_files = 20;
};

// "a=1&b=%C3%A0+b" -> pairs. Faults: BadRequest (malformed, bad text, duplicate), TooLarge.
[[nodiscard]] base::Result<Fields> parse_urlencoded(std::string_view text,
                                                    const FieldLimits& limits = {});

// RFC 7578 body with `boundary`, whole in memory; a part that carries a file is refused (BadRequest):
// files come over routes that take them (shared/http/multipart.h).
[[nodiscard]] base::Result<Fields> parse_multipart(std::string_view body, std::string_view boundary,
                                                   const FieldLimits& limits = {});

// A Cookie header. Malformed pairs are skipped, never a fault: a bad cookie is a visitor.
[[nodiscard]] Fields parse_cookies(std::string_view header);

// True for what is never sent back to a browser when a form is given back: passwords, a one-time code
// (digits; a unit's "code" is a word) and the secret of a second factor.
[[nodiscard]] bool is_secret_field(std::string_view name, std::string_view value);

// Percent-encodes for a query value or path segment (RFC 3986 unreserved characters stay).
[[nodiscard]] std::string url_encode(std::string_view text);

}  // namespace portal::http
