// Certificates: who a certificate names, what it may be used for, and whether it leads to an anchor. Inside shared/signatures.
#pragma once

#include <string_view>
#include <vector>

#include "shared/signatures/openssl.h"
#include "shared/signatures/signatures.h"

namespace portal::signatures {

struct Anchors::Impl {
  std::vector<Certificate> certificates;
};

[[nodiscard]] Certificate read_der(std::string_view der);
[[nodiscard]] Person person_of(X509* certificate);

// A digest for which two documents with the same sum can be made, or one that nobody knows.
[[nodiscard]] bool is_weak_digest(int nid);
// A statement (CRL, OCSP answer) whose signature algorithm is built on such a digest.
[[nodiscard]] bool is_weak_signature(int nid);
[[nodiscard]] bool is_weak_key(EVP_PKEY* key);

[[nodiscard]] bool may_sign(X509* certificate);   // documents
[[nodiscard]] bool may_stamp(X509* certificate);  // time stamps (RFC 3161)
[[nodiscard]] bool is_in_force(X509* certificate, base::UtcTime at);

// From a certificate to an anchor, each in force at one time.
struct Chain {
  Stack certificates;  // from the leaf; as far as it could be built
  bool is_trusted = false;
  bool is_out_of_time = false;  // it would be trusted at another time
  bool is_weak = false;         // it would be trusted if its algorithms were
};

// `others` are certificates that nobody vouches for: they may only fill the gap.
[[nodiscard]] Chain build_chain(X509* leaf, STACK_OF(X509) * others, const Anchors& anchors, base::UtcTime at);
[[nodiscard]] bool is_anchor(const Anchors& anchors, X509* certificate);

}  // namespace portal::signatures
