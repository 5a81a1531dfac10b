// Revocation: what a file carries about whether certificates were revoked: CRLs (RFC 5280) and OCSP answers (RFC 6960), of its DSS and of its signatures.
// Nothing is fetched from anywhere. Inside shared/signatures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <openssl/cms.h>
#include <openssl/ocsp.h>

#include "shared/signatures/certificates.h"
#include "shared/signatures/openssl.h"

namespace portal::signatures {

enum class Revocation : std::uint8_t { Good, Unknown, Revoked };

inline constexpr std::size_t kMaxProofs = 256;  // of each kind; what is beyond is not read

// Certificates and statements that a file or a signature carries. None is believed for being there: a certificate must lead to an anchor, a statement must be
// signed by the issuer of whom it speaks, or by whom that issuer named for it.
struct Evidence {
  Stack certificates{sk_X509_new_null()};
  std::vector<Owned<X509_CRL, X509_CRL_free>> crls;
  std::vector<Owned<OCSP_BASICRESP, OCSP_BASICRESP_free>> answers;

  void add_certificate(X509* certificate);
  void add_crl(std::string_view der);
  void add_ocsp(std::string_view der);
  // The certificates and CRLs in a CMS, and Adobe's signed attribute revocationInfoArchival.
  void add_cms(CMS_ContentInfo* cms, CMS_SignerInfo* info);
};

[[nodiscard]] Stack certificates_of(const std::vector<const Evidence*>& known);

// The time that is asked about: good is who was not revoked at `at`. When `at` is not proved, any revocation before `now` counts.
struct Moment {
  base::UtcTime at;
  bool is_proved = false;
  base::UtcTime now;
};

// Of every certificate of the chain below its anchor, which is trusted by whom it was configured.
[[nodiscard]] Revocation revocation_of(const Chain& chain, const Anchors& anchors, const std::vector<const Evidence*>& known, const Moment& moment);

}  // namespace portal::signatures
