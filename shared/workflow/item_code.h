// The code of a new item, from the year's counter: "TB-2026-0931".
#pragma once

#include <string>

#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::workflow {

// In the transaction that makes the item.
[[nodiscard]] std::string next_item_code(db::Connection& db, base::UtcTime now);

}  // namespace portal::workflow
