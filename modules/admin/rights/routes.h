// Routes of rights. Confirming and revoking are decided per role in the handler (rules.h): who may depends on whose role it is.
#pragma once

#include <array>

#include "modules/admin/rights/handlers.h"
#include "shared/access/capability.h"

namespace portal::admin {

inline constexpr std::array kRightsRoutes{
    server::Route<App>{http::Method::Get, "/quan-tri/quyen/", access::needs(access::Capability::SeeRights), http::Cache::NoStore, {}, "rights", show_rights},
    server::Route<App>{http::Method::Get, "/quan-tri/vai-tro/", access::needs(access::Capability::SeeRights), http::Cache::NoStore, {"xong"}, "roles-waiting",
                       show_waiting_roles},
    server::Route<App>{http::Method::Get, "/quan-tri/tai-khoan/{id#}/vai-tro", access::needs(access::Capability::EnterRoles), http::Cache::NoStore, {}, "role-new",
                       show_new_role},
    server::Route<App>{http::Method::Post, "/quan-tri/tai-khoan/{id#}/vai-tro", access::needs(access::Capability::EnterRoles), http::Cache::NoStore, {}, "role-enter",
                       enter_role},
    server::Route<App>{http::Method::Post, "/quan-tri/vai-tro/{id#}/xac-nhan", access::needs(access::Capability::ConfirmContentRoles), http::Cache::NoStore, {},
                       "role-confirm", confirm_role},
    server::Route<App>{http::Method::Post, "/quan-tri/vai-tro/{id#}/thu-hoi", access::needs(access::Capability::SeeRights), http::Cache::NoStore, {}, "role-revoke",
                       revoke_role},
    server::Route<App>{http::Method::Get, "/quan-tri/uy-quyen/", access::needs(access::Capability::Delegate), http::Cache::NoStore, {"xong"}, "delegations",
                       show_delegations},
    server::Route<App>{http::Method::Get, "/quan-tri/uy-quyen/moi", access::needs(access::Capability::Delegate), http::Cache::NoStore, {}, "delegation-new",
                       show_new_delegation},
    server::Route<App>{http::Method::Post, "/quan-tri/uy-quyen/moi", access::needs(access::Capability::Delegate), http::Cache::NoStore, {}, "delegation-give",
                       give_delegation},
    server::Route<App>{http::Method::Post, "/quan-tri/uy-quyen/{id#}/thu-hoi", access::needs(access::Capability::Delegate), http::Cache::NoStore, {},
                       "delegation-revoke", revoke_delegation},
};

}  // namespace portal::admin
