// Roles, delegations and the matrix of who may do what.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response new_role(App& app, server::Context& context);
[[nodiscard]] http::Response add_role(App& app, server::Context& context);
[[nodiscard]] http::Response list_waiting_roles(App& app, server::Context& context);
[[nodiscard]] http::Response confirm_role(App& app, server::Context& context);
[[nodiscard]] http::Response revoke_role(App& app, server::Context& context);

[[nodiscard]] http::Response list_delegations(App& app, server::Context& context);
[[nodiscard]] http::Response new_delegation(App& app, server::Context& context);
[[nodiscard]] http::Response give_delegation(App& app, server::Context& context);
[[nodiscard]] http::Response revoke_delegation(App& app, server::Context& context);

[[nodiscard]] http::Response show_rights(App& app, server::Context& context);
// What one person may do and why, of an item, in a section, or at all.
[[nodiscard]] http::Response explain_person(App& app, server::Context& context);

}  // namespace portal::admin
