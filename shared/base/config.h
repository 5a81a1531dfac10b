// Configuration: `key=value` lines, one table row per key with its meaning and limits, parsed once at start.
//
// An unknown key, a missing required key, a value outside its limits or a secret file that others can read stops the program
// with exit code 78 and the line's number (F39); the old process goes on serving. `--print-config` prints the table with values.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace portal::base {

struct ConfigKey {
  std::string_view name;
  std::string_view fallback;  // "" with `required` means: must be given
  bool required = false;
  std::int64_t min = 0;  // limits for numbers; ignored when min == max == 0
  std::int64_t max = 0;
  std::string_view help;  // meaning, with the unit
};

// The keys every program knows. A program adds none of its own unless it has to.
[[nodiscard]] std::span<const ConfigKey> common_config_keys();

class Config {
 public:
  // Reads `path`. Throws ConfigError naming file, line and mend.
  static Config load(const std::string& path);

  // Parses text (tests).
  static Config parse(std::string_view text, std::string_view name = "config");

  [[nodiscard]] const std::string& text(std::string_view key) const;
  [[nodiscard]] std::int64_t number(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key) const { return number(key) != 0; }

  // The first line of the file that `key` names, e.g. a password. Throws ConfigError if others than the owner (and group) can read it.
  [[nodiscard]] std::string secret(std::string_view key) const;
  // The whole file, e.g. a private key, under the same condition.
  [[nodiscard]] std::string secret_text(std::string_view key) const;

  [[nodiscard]] std::string describe() const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

struct ConfigError : std::exception {
  explicit ConfigError(std::string what) : what_(std::move(what)) {}

  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::string what_;
};

inline constexpr int kExitConfig = 78;  // sysexits.h EX_CONFIG

}  // namespace portal::base
