// Cms: what OpenSSL says of one signature. Inside shared/signatures.
#pragma once

#include <optional>
#include <string_view>

#include "shared/signatures/revocation.h"
#include "shared/signatures/signatures.h"

namespace portal::signatures {

// What a signature is asked: the string of its field, the bytes that it covers, what the file carries as proofs, the time now, and a time that a document time
// stamp over the signature proves.
struct Question {
  std::string_view cms;
  std::string_view content;
  const Anchors& anchors;
  const Evidence& file;
  base::UtcTime now;
  std::optional<base::UtcTime> later;
};

// Fills signer, times, is_intact, is_chain_trusted, is_not_revoked of `signature` and adds what speaks against it to its reasons.
void judge_cms(Signature& signature, const Question& question);

// The same for a document time stamp (ETSI.RFC3161): proved_time is its own.
void judge_timestamp(Signature& signature, const Question& question);

}  // namespace portal::signatures
