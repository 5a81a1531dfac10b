// Collect: the one place where a decoded pair is checked and added, whatever encoding it came in.
// Inside shared/http.
#pragma once

#include <optional>
#include <string>

#include "shared/http/fields.h"

namespace portal::http {

// Adds the pair to `fields`, or says why not (limits, bad text, duplicate).
[[nodiscard]] std::optional<base::Fault> collect_field(Fields& fields, const FieldLimits& limits,
                                                       std::string raw_name, std::string raw_value);

}  // namespace portal::http
