// Timestamp: the time that a token of a time stamping authority (RFC 3161) proves for some bytes. Inside shared/signatures.
#pragma once

#include <optional>
#include <string_view>

#include <openssl/cms.h>

#include "shared/signatures/certificates.h"
#include "shared/signatures/revocation.h"

namespace portal::signatures {

// A token as it stands. It may prove nothing.
struct Stamp {
  std::optional<base::UtcTime> at;
  Certificate authority;  // nothing: no token, or its signer cannot be found
  int digest = 0;
  bool is_intact = false;  // it is over these bytes, and whole
  bool is_weak = false;
  Evidence evidence;  // what it carries itself
};

[[nodiscard]] Stamp read_stamp(std::string_view token, std::string_view stamped);

// ESS signing-certificate (RFC 2634, RFC 5035): whether the certificate is the one that the signer meant. True when the signature does not say.
[[nodiscard]] bool is_meant_certificate(CMS_SignerInfo* info, X509* certificate);

struct Proved {
  std::optional<base::UtcTime> at;  // only when every question has a good answer
  bool is_trusted = false;
  Revocation revocation = Revocation::Unknown;
};

// `known` is what the file and the signature carry beside the token. `later` is a time that a later time stamp proves: until then the authority's
// certificate must have been in force, otherwise until `now`.
[[nodiscard]] Proved prove(const Stamp& stamp, const Anchors& anchors, std::vector<const Evidence*> known, base::UtcTime now,
                           std::optional<base::UtcTime> later);

}  // namespace portal::signatures
