// Any bytes as an urlencoded form or query. Promises: accepted fields are clean text, and what they
// are encoded to reads back the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/fields_check.h"

using namespace portal::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const FieldLimits& limits : {FieldLimits{}, FieldLimits{3, 8, 32}}) {
    const auto fields = parse_urlencoded(bytes, limits);
    if (!fields) {
      CHECK(portal::text::list_problems(fields.error().message, portal::text::Lines::One).empty());
      continue;
    }
    check_fields(*fields, limits);
    const auto again = parse_urlencoded(urlencoded(*fields));
    CHECK(again.has_value() && again->pairs() == fields->pairs());
  }
  return 0;
}
