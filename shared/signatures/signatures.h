// Signatures: what can be said of the digital signatures of a PDF (D9.1c), read from its structure (ISO 32000, PAdES) and its CMS (RFC 5652).
//
//   Anchors anchors;
//   anchors.add(pem);
//   const Report report = inspect(bytes, anchors, clock.now());
//   report.signatures[0].verdict      // Valid only when every question has a good answer
//   report.signatures[0].reasons      // otherwise why not
//
// The rule: never Valid when unsure. A signature is Valid when its bytes are whole and unchanged, its algorithms are not broken, its certificate leads to an
// anchor that an administrator configured, was in force at a proved time or else is now, and is known not to be revoked by what the file carries; and nothing
// that a reader could see was added afterwards. Invalid says that something is wrong; everything else is Unsure, with reasons. Nothing is fetched from
// anywhere. Reads any bytes: a broken or hostile file is a Report, never an exception. What libqpdf inflates to find a file's objects has no limit of its
// own: whoever reads a stranger's file does so in a process with a limit of memory, as `portal signatures` sets one for itself (docs/decisions/0034).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/signatures/reasons.h"

namespace portal::signatures {

struct Person {
  std::string name;  // common name
  std::string organisation;
  std::string subject;  // whole, RFC 2253
  std::string issuer;
  std::string serial;  // hexadecimal
  std::optional<base::UtcTime> not_before;
  std::optional<base::UtcTime> not_after;
};

struct Signature {
  std::string field;       // full name; "" when it is in no field
  std::string sub_filter;  // "adbe.pkcs7.detached", "ETSI.CAdES.detached", "ETSI.RFC3161" …
  Kind kind = Kind::Approval;
  std::optional<Person> signer;
  std::string digest;                         // "SHA256"
  std::optional<base::UtcTime> claimed_time;  // by the signer's clock
  std::optional<base::UtcTime> proved_time;   // by a time stamp that leads to an anchor
  std::string reason, location;               // as the signer wrote them
  std::uint64_t covered_to = 0;               // end of the signed revision, in bytes
  bool covers_all = false;                    // to the end of the file
  bool is_intact = false;                     // digest and signature are right for the covered bytes
  bool is_chain_trusted = false;
  bool is_not_revoked = false;
  Verdict verdict = Verdict::Unsure;
  std::vector<Reason> reasons;
};

struct Report {
  bool is_pdf = false;
  std::vector<Signature> signatures;  // in the order of the revisions that they cover
  std::vector<Reason> reasons;        // of the file as a whole
  std::size_t anchors = 0;

  // A signature of a person or an organisation is Valid, covers the document as it is shown, and none is Invalid: what D9.1c asks for.
  [[nodiscard]] bool is_verified() const;
};

// The certificates that an administrator trusts.
class Anchors {
 public:
  Anchors();
  ~Anchors();
  Anchors(Anchors&&) noexcept;
  Anchors& operator=(Anchors&&) noexcept;
  Anchors(const Anchors&) = delete;
  Anchors& operator=(const Anchors&) = delete;

  // Adds every certificate of a PEM text, or the one of a DER file; the number added. 0: there is none, or one of them is broken, and none was added.
  std::size_t add(std::string_view pem_or_der);
  [[nodiscard]] std::size_t size() const;

  struct Impl;

  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

inline constexpr std::size_t kMaxFileBytes = 64 * 1024 * 1024;
inline constexpr std::size_t kMaxSignatures = 64;

// Judges every signature of the file at `now`. A file over the limits is Unreadable, and none of its signatures is Valid.
[[nodiscard]] Report inspect(std::string_view pdf, const Anchors& anchors, base::UtcTime now);

}  // namespace portal::signatures
