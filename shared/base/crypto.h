// Small cryptographic helpers over OpenSSL: digests, keyed digests, random tokens, constant-time comparison.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace portal::base {

// Lower-case hexadecimal SHA-256 of `data` (64 characters).
[[nodiscard]] std::string sha256_hex(std::string_view data);

// SHA-256 of what comes piece by piece: a file that is never in memory as a whole.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view data);
  // 64 hexadecimal characters; nothing may be added after.
  [[nodiscard]] std::string finish_hex();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Lower-case hexadecimal HMAC-SHA-256 of `data` under `key`.
[[nodiscard]] std::string hmac_sha256_hex(std::string_view key, std::string_view data);

// `bytes` random bytes as lower-case hexadecimal (2 characters each). Throws std::runtime_error if the system has no randomness.
[[nodiscard]] std::string random_hex(std::size_t bytes);

// Compares in time that depends on the lengths only.
[[nodiscard]] bool equal_constant_time(std::string_view a, std::string_view b);

// URL-safe base64 without padding, and back (nothing for text that is not such).
[[nodiscard]] std::string base64url(std::string_view data);
[[nodiscard]] std::optional<std::string> base64url_decode(std::string_view text);

}  // namespace portal::base
