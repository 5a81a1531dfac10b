// A report as JSON: what `portal signatures` prints, and what the judge in the sandbox tells the converter (modules/workers/pdf_inspector).
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "shared/base/time.h"
#include "shared/signatures/signatures.h"

namespace portal::signatures {

[[nodiscard]] nlohmann::json to_json(const Report& report, base::UtcTime at);

}  // namespace portal::signatures
