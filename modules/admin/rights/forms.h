// Forms of roles and delegations: typed fields -> a draft, or what is wrong with each field. Pure.
#pragma once

#include <utility>
#include <vector>

#include "modules/admin/form_view.h"
#include "modules/admin/rights/store.h"
#include "shared/base/result.h"
#include "shared/http/fields.h"

namespace portal::admin {

using SectionTitles = std::vector<std::pair<base::SectionId, std::string>>;

[[nodiscard]] FormPage role_form(const Account& account, const std::vector<Unit>& units);
// Roles that end at a unit's border need one, the others have none (requirements, actors). Fault: Invalid, by field.
[[nodiscard]] base::Result<RoleDraft> parse_role_form(const http::Fields& form);

[[nodiscard]] FormPage delegation_form(const access::Actor& giver, const std::vector<Delegate>& delegates, const SectionTitles& titles);
// What `giver` may delegate, to whom, for which section and how long (D15.2, D15.3, D19.2). Fault: Invalid, by field.
[[nodiscard]] base::Result<DelegationDraft> parse_delegation(const http::Fields& form, const std::vector<Delegate>& delegates, const SectionTitles& titles,
                                                             base::PersonId giver, base::UtcTime now);

}  // namespace portal::admin
