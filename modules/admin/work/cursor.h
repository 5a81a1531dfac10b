// Cursor: a place in a keyset list, as it stands in an address: "<microseconds since 1970>-<id>" (and "-<chain>" for the trail). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace portal::admin {

struct Cursor {
  base::UtcTime at;
  std::uint64_t id = 0;
  std::string chain;  // of the trail only

  [[nodiscard]] std::string text() const;
  // Nothing for a malformed one: the list then begins at its beginning.
  [[nodiscard]] static std::optional<Cursor> parse(std::string_view text);
};

}  // namespace portal::admin
