// Sql: a statement that exists only as a compile-time literal, so text from outside can never become SQL.
#pragma once

#include <string_view>

namespace portal::db {

class Sql {
 public:
  // A string literal or another constant expression; a run-time string does not compile.
  consteval Sql(const char* text) : text_(text) {}  // NOLINT(google-explicit-constructor): literals convert

  [[nodiscard]] constexpr std::string_view text() const { return text_; }
  // The literal's address: the key of the prepared-statement cache.
  [[nodiscard]] constexpr const char* key() const { return text_; }

 private:
  const char* text_;
};

}  // namespace portal::db
