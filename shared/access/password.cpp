// Passwords (Argon2id, PHC strings) and one-time codes (TOTP, RFC 6238).
#include <argon2.h>
#include <liboath/oath.h>
#include <openssl/rand.h>

#include <array>
#include <mutex>
#include <stdexcept>

#include "shared/access/session.h"

namespace portal::access {
namespace {

constexpr std::uint32_t kPasses = 2;
constexpr std::uint32_t kMemoryKib = 19 * 1024;
constexpr std::uint32_t kLanes = 1;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr unsigned kStepSeconds = 30;

// 19 MiB each: one at a time in a process, so that a burst of logins queues instead of taking the machine's memory.
std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

struct OathReady {
  OathReady() { oath_init(); }
};

std::string decode_base32(std::string_view secret) {
  static const OathReady ready;
  char* raw = nullptr;
  std::size_t length = 0;
  if (oath_base32_decode(secret.data(), secret.size(), &raw, &length) != OATH_OK) return {};
  std::string out(raw, length);
  free(raw);  // NOLINT: allocated by the C library
  return out;
}

}  // namespace

std::string hash_password(std::string_view password) {
  std::array<unsigned char, kSaltBytes> salt{};
  if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1) throw std::runtime_error("no randomness from the system");
  std::array<char, 256> encoded{};
  const std::scoped_lock lock(one_at_a_time());
  if (argon2id_hash_encoded(kPasses, kMemoryKib, kLanes, password.data(), password.size(), salt.data(), salt.size(), kHashBytes, encoded.data(),
                            encoded.size()) != ARGON2_OK)
    throw std::runtime_error("password hashing failed");
  return encoded.data();
}

bool verify_password(std::string_view password, const std::string& phc) {
  const std::scoped_lock lock(one_at_a_time());
  return argon2id_verify(phc.c_str(), password.data(), password.size()) == ARGON2_OK;
}

std::string one_time_password() {
  constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz23456789";
  constexpr std::size_t kLength = 16;
  constexpr std::size_t kGroup = 4;
  // A byte at or above the last multiple would make the first letters likelier.
  constexpr std::size_t kFair = 256 - 256 % kLetters.size();
  std::string password;
  std::size_t used = 0;
  while (used < kLength) {
    std::array<unsigned char, kLength> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) throw std::runtime_error("no randomness from the system");
    for (const unsigned char byte : random) {
      if (byte >= kFair || used == kLength) continue;
      if (used != 0 && used % kGroup == 0) password += '-';
      password += kLetters[byte % kLetters.size()];
      ++used;
    }
  }
  return password;
}

std::string new_totp_secret() {
  static const OathReady ready;
  std::array<char, 20> raw{};
  if (RAND_bytes(reinterpret_cast<unsigned char*>(raw.data()), static_cast<int>(raw.size())) != 1)
    throw std::runtime_error("no randomness from the system");
  char* text = nullptr;
  std::size_t length = 0;
  if (oath_base32_encode(raw.data(), raw.size(), &text, &length) != OATH_OK) throw std::runtime_error("base32 failed");
  std::string out(text, length);
  free(text);  // NOLINT: allocated by the C library
  return out;
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, base::UtcTime now) {
  if (code.size() != 6) return {};
  const std::string key = decode_base32(secret);
  if (key.empty()) return {};
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  for (const std::int64_t shift : {0, -1, 1}) {
    const std::int64_t step = seconds / kStepSeconds + shift;
    std::array<char, 8> made{};
    if (oath_totp_generate(key.data(), key.size(), static_cast<time_t>(step * kStepSeconds), kStepSeconds, 0, 6, made.data()) == OATH_OK &&
        code == made.data())
      return step;
  }
  return {};
}

}  // namespace portal::access
