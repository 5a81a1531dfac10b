// Writing any node as JSON, validated or not. Inside shared/richtext; the public form is to_json()
// in json.h.
#pragma once

#include <string>

#include "shared/richtext/document.h"

namespace portal::richtext {

[[nodiscard]] std::string write_json(const Node& node);

}  // namespace portal::richtext
