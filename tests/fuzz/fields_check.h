// What every decoded set of fields promises. For the fuzz targets of shared/http.
#pragma once

#include <string>

#include "shared/http/fields.h"
#include "shared/text/unicode.h"

#include "tests/fuzz/check.h"

// Names are NFC text without a fault, values NFC text that can be shown again, both without a
// carriage return; a name comes twice only with "[]".
inline void check_fields(const portal::http::Fields& fields,
                         const portal::http::FieldLimits& limits = {}) {
  CHECK(fields.pairs().size() <= limits.max_fields);
  for (const auto& [name, value] : fields.pairs()) {
    CHECK(!name.empty() && portal::text::is_valid(name) && portal::text::is_nfc(name));
    CHECK(portal::text::is_readable(value) && portal::text::is_nfc(value));
    CHECK(name.find_first_of("\t\r\n") == std::string::npos);
    CHECK(value.find('\r') == std::string::npos);
    CHECK(name.ends_with("[]") || fields.all(name).size() == 1);
  }
}

// The pairs as a browser would send them.
inline std::string urlencoded(const portal::http::Fields& fields) {
  std::string out;
  for (const auto& [name, value] : fields.pairs()) {
    if (!out.empty()) out += '&';
    out += portal::http::url_encode(name) + "=" + portal::http::url_encode(value);
  }
  return out;
}
