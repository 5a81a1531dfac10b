// Who may do what: roles entered and confirmed (D6.3), delegations (D15.2, D15.3, D19.2), the matrix.
#pragma once

#include "modules/admin/app.h"
#include "modules/admin/list_view.h"
#include "modules/admin/model.h"

namespace portal::admin {

[[nodiscard]] http::Response show_rights(App& app, server::Context& context);
[[nodiscard]] http::Response show_waiting_roles(App& app, server::Context& context);
[[nodiscard]] http::Response show_new_role(App& app, server::Context& context);
[[nodiscard]] http::Response enter_role(App& app, server::Context& context);
[[nodiscard]] http::Response confirm_role(App& app, server::Context& context);
[[nodiscard]] http::Response revoke_role(App& app, server::Context& context);
[[nodiscard]] http::Response show_delegations(App& app, server::Context& context);
[[nodiscard]] http::Response show_new_delegation(App& app, server::Context& context);
[[nodiscard]] http::Response give_delegation(App& app, server::Context& context);
[[nodiscard]] http::Response revoke_delegation(App& app, server::Context& context);

// A role as a row of a list, with the acts that `actor` may do on it; `back` is where they lead.
[[nodiscard]] ListRow role_row(const access::Actor& actor, const RoleEntry& entry);

}  // namespace portal::admin
