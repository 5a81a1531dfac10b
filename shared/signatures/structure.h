// Structure: the signatures of a PDF as its structure holds them, by libqpdf. Inside shared/signatures.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/signatures/revision.h"

namespace portal::signatures {

struct FoundSignature {
  std::string field;
  std::string sub_filter;
  std::string reason, location;
  std::string claimed;             // /M as it stands: D:20261125134500+07'00'
  bool is_certification = false;   // named by /Perms /DocMDP
  bool forbids_changes = false;    // /DocMDP with /P 1
  bool has_byte_range = false;     // four numbers that go around the string exactly
  bool is_same_contents = false;   // the string in the gap is the field's
  std::uint64_t first_length = 0;  // [0, first_length) and [second_from, end) are signed
  std::uint64_t second_from = 0;
  std::uint64_t end = 0;
  std::string cms;  // the string in the gap, decoded
  Afterwards afterwards = Afterwards::Unjudged;
};

struct FoundFile {
  bool is_pdf = false;
  bool is_readable = false;  // without repairing anything, and within the limits
  bool is_encrypted = false;
  std::vector<FoundSignature> signatures;  // in the order of the revisions that they cover
  std::vector<std::string> certificates;   // of the DSS, DER
  std::vector<std::string> crls;
  std::vector<std::string> ocsps;
};

// Never throws for what the file says.
[[nodiscard]] FoundFile read_structure(std::string_view pdf);

}  // namespace portal::signatures
