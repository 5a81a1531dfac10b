// Authority: under what right an actor uses a capability. A role gives it, or a delegation of the act that stands for it (D12.1, D19.2). The one answer for
// handlers whose route a delegation opens too, for the trail's words, and for "what may this person do, and why".
//
//   const auto right = access::authority_for(context.db(), context.actor, Capability::ManageSections, context.now);
//   if (!right) return …Forbidden…;
//   note(context, {…, .authority = right->words, …});
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/access/capability.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::access {

struct Authority {
  std::string words;  // "Trưởng Ban Biên tập", "Ủy quyền 07/QĐ-BBT"
  std::optional<Role> role;
  base::DelegationId delegation;
};

// The act whose delegation gives the capability (core_delegation.act); "" for one that only roles give.
[[nodiscard]] std::string_view delegated_act_of(Capability capability);

// Nothing when the actor may not. A delegation works only through an account that holds a role over content (D6.3).
[[nodiscard]] std::optional<Authority> authority_for(db::Connection& db, const Actor& actor, Capability capability, base::UtcTime now);

}  // namespace portal::access
