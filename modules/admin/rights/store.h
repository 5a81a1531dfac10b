// RightsStore: roles and delegations as the core tables hold them.
#pragma once

#include <vector>

#include "modules/admin/model.h"
#include "shared/base/result.h"
#include "shared/db/connection.h"

namespace portal::admin {

class RightsStore {
 public:
  // `today`: the day in Viet Nam on which roles are judged ("over" or not).
  RightsStore(db::Connection& db, base::UtcTime now) : db_(db), today_(base::format_iso(now).substr(0, 10)) {}

  [[nodiscard]] std::vector<RoleEntry> roles_of(base::AccountId account);
  // Locks the row until the transaction ends. Fault: NotFound.
  [[nodiscard]] base::Result<RoleEntry> role(std::uint64_t id);
  [[nodiscard]] std::vector<RoleEntry> waiting();
  [[nodiscard]] std::vector<RoleEntry> in_force();
  [[nodiscard]] std::vector<Delegation> delegations();

 private:
  db::Connection& db_;
  std::string today_;
};

}  // namespace portal::admin
