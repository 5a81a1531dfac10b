// Who sent in what became an item and is nobody of the directory (D7.3, D9.1b): the item stands under the name of who entered it, and its sender is told by
// mail what becomes of it (D4.2, D12.3). Their data stay in the intake register.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/id.h"
#include "shared/db/connection.h"

namespace portal::workflow {

struct OutsideSender {
  std::uint64_t intake = 0;  // core_intake.id
  std::string code;          // "TN-2026-0001"
  std::string name, address;
};

// Nothing for an item of somebody of the directory, and for a sender to whom no program may write.
[[nodiscard]] std::optional<OutsideSender> outside_sender(db::Connection& db, base::ItemId item);

}  // namespace portal::workflow
