// Revision: what was done to a file behind a signed revision of it (ISO 32000-2, 12.8.2.2 and annex; incremental updates). Inside shared/signatures.
#pragma once

#include <cstdint>
#include <string_view>

class QPDF;
class QPDFObjectHandle;

namespace portal::signatures {

enum class Afterwards : std::uint8_t {
  Nothing,   // the signature covers all
  Harmless,  // what proves signatures (DSS), and signatures that show nothing
  Added,     // what may be seen, or is not understood, and leaves alone what the signed revision shows: a visible signature, metadata
  Changed,   // what the signed revision shows or does is another thing now
  Unjudged   // one of the two cannot be read for certain, or there is something behind that is no update
};

// Compares the revision that ends at `end` with the whole file, of which `whole` is the opened form and `signature` the dictionary whose signature covers the
// revision. `forbids_changes`: its signer allowed not even signatures. Never throws for what the file says.
[[nodiscard]] Afterwards judge_afterwards(QPDF& whole, std::string_view pdf, std::uint64_t end, const QPDFObjectHandle& signature, bool forbids_changes);

}  // namespace portal::signatures
