// AnchorFacts: what a certificate says of itself that somebody wants to trust (D9.1c), so that an administrator can compare it with what its owner publishes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/signatures/signatures.h"

namespace portal::signatures {

struct AnchorFacts {
  std::string pem;
  std::string fingerprint;  // SHA-256, hexadecimal, without colons
  Person person;
  bool is_weak = false;     // its key, or the digest that it was signed by, is no longer safe
};

// Of one certificate: PEM, DER, or DER in base64 without its lines of dashes. Nothing for anything else, and for two at once: each is decided alone.
[[nodiscard]] std::optional<AnchorFacts> describe_anchor(std::string_view text);

}  // namespace portal::signatures
