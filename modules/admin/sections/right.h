// Under what right a person manages sections. The routes let every member of staff in, because a delegation is no role; so every handler of this
// folder asks here first.
#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/server/server.h"

namespace portal::admin {

// "Trưởng Ban Biên tập", or "Ủy quyền 07/QĐ-BBT" of a delegation in force at this moment. Fault: Forbidden (D12.1).
[[nodiscard]] base::Result<std::string> section_right(server::Context& context);

}  // namespace portal::admin
