// Any bytes through shared/signatures. Promises: it answers; nothing is Valid that nobody is trusted for; what is Invalid or Unsure has a reason; ranges lie
// within the file.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/signatures/signatures.h"

#include "tests/fuzz/check.h"

using namespace portal::signatures;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const Anchors kNobody;
  const Report report = inspect(bytes, kNobody, portal::base::parse_iso("2026-11-26T00:00:00Z").value());
  CHECK(report.is_pdf || report.signatures.empty());
  CHECK(!report.is_verified());
  CHECK(report.signatures.size() <= kMaxSignatures);
  for (const Signature& signature : report.signatures) {
    CHECK(signature.verdict != Verdict::Valid);
    CHECK(!signature.reasons.empty());
    CHECK(signature.covered_to <= size);
    for (const Reason reason : signature.reasons) CHECK(!words_of(reason).empty());
  }
  Anchors anchors;
  CHECK(anchors.add(bytes) == anchors.size());
  return 0;
}
