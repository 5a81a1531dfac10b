// First line the boundary, the rest a multipart/form-data body. Promises: accepted fields are clean
// text; written again under another boundary they read back the same; a part that carries a file is
// never taken for a field.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzz/fields_check.h"

using namespace portal::http;

namespace {

std::string multipart(const Fields& fields, std::string_view boundary) {
  std::string out;
  for (const auto& [name, value] : fields.pairs()) {
    out += "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; name=\"" + name +
           "\"\r\n\r\n" + value + "\r\n";
  }
  return out + "--" + std::string(boundary) + "--\r\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const auto fields =
      parse_multipart(bytes.substr(std::min(line + 1, bytes.size())), bytes.substr(0, line));
  if (!fields) return 0;
  check_fields(*fields);
  if (fields->empty()) return 0;
  const auto again = parse_multipart(multipart(*fields, "again"), "again");
  CHECK(again.has_value() && again->pairs() == fields->pairs());
  return 0;
}
