#include "shared/access/authority.h"

#include "shared/access/queries.h"

namespace portal::access {

std::string_view delegated_act_of(Capability capability) {
  if (capability == Capability::ManageSections) return "manage_sections";
  if (capability == Capability::ManageDuties) return "manage_duties";
  if (capability == Capability::SeeAllItems || capability == Capability::ManageMail) return "act_as_secretary";
  if (capability == Capability::HandleMatters || capability == Capability::SeeMatters || capability == Capability::HandleIntake)
    return "act_as_secretary";
  return capability == Capability::Remind || capability == Capability::ExtendMatters ? "act_as_head" : "";
}

std::optional<Authority> authority_for(db::Connection& db, const Actor& actor, Capability capability, base::UtcTime now) {
  for (const CapabilityRow& row : capability_table())
    if (row.capability == capability && actor.has(row.role)) return Authority{std::string{label_of(row.role)}, row.role, {}};
  const std::string_view act = delegated_act_of(capability);
  if (act.empty() || !actor.has_content_role()) return {};
  auto rows = db.query(kDelegationInForce, actor.person, act, now, now);
  if (!rows.next()) return {};
  return Authority{"Ủy quyền " + std::string{rows.text(1)}, {}, rows.id<base::DelegationId>(0)};
}

}  // namespace portal::access
