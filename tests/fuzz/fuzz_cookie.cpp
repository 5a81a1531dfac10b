// Any bytes as a Cookie header. Promises: never a fault; what is kept is printable ASCII without
// separators, each name once, at most 50; joined again it reads back the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzz/fields_check.h"

using namespace portal::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Fields cookies = parse_cookies({reinterpret_cast<const char*>(data), size});
  CHECK(cookies.pairs().size() <= 50);
  std::string joined;
  const auto is_bad = [](char c) {
    return c <= 0x20 || c >= 0x7F || c == ';' || c == ',' || c == '"' || c == '\\';
  };
  for (const auto& [name, value] : cookies.pairs()) {
    CHECK(!name.empty() && cookies.all(name).size() == 1 && name.find('=') == std::string::npos);
    CHECK(std::none_of(name.begin(), name.end(), is_bad) &&
          std::none_of(value.begin(), value.end(), is_bad));
    joined += (joined.empty() ? "" : "; ") + name + "=" + value;
  }
  CHECK(parse_cookies(joined).pairs() == cookies.pairs());
  return 0;
}
