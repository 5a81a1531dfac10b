// Cms: what OpenSSL says of one signature. Inside shared/signatures.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <openssl/x509.h>

#include "shared/signatures/signatures.h"

namespace portal::signatures {

struct FreeX509 {
  void operator()(X509* certificate) const { X509_free(certificate); }
};

using Certificate = std::unique_ptr<X509, FreeX509>;

struct Anchors::Impl {
  std::vector<Certificate> certificates;
};

[[nodiscard]] Certificate read_der(std::string_view der);

// What a file carries beside its signatures, DER.
struct Proofs {
  std::vector<std::string> certificates;
  std::vector<std::string> crls;
  std::vector<std::string> ocsps;
};

// Fills signer, times, is_intact, is_chain_trusted, is_not_revoked of `signature` and adds what speaks against it to its reasons. `cms` is the string of
// the field, `content` the bytes that it covers; `later` is a time that a document time stamp over the signature proves.
void judge_cms(Signature& signature, std::string_view cms, std::string_view content, const Anchors& anchors, const Proofs& proofs, base::UtcTime now,
               std::optional<base::UtcTime> later);

// The same for a document time stamp (ETSI.RFC3161): proved_time is its own.
void judge_timestamp(Signature& signature, std::string_view token, std::string_view content, const Anchors& anchors, const Proofs& proofs, base::UtcTime now);

}  // namespace portal::signatures
