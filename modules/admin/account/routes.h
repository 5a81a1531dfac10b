// Routes of one's own account and of the audit trail.
#pragma once

#include <array>

#include "modules/admin/account/handlers.h"
#include "shared/access/capability.h"

namespace portal::admin {

inline constexpr std::array kAccountRoutes{
    server::Route<App>{http::Method::Get, "/quan-tri/ca-nhan", http::kStaff, http::Cache::NoStore, {"xong"}, "own", show_own},
    server::Route<App>{http::Method::Post, "/quan-tri/ca-nhan/mat-khau", http::kStaff, http::Cache::NoStore, {}, "own-password", change_password},
    server::Route<App>{http::Method::Post, "/quan-tri/ca-nhan/hai-lop", http::kStaff, http::Cache::NoStore, {}, "own-second-factor", set_second_factor},
    server::Route<App>{http::Method::Post, "/quan-tri/ca-nhan/phien", http::kStaff, http::Cache::NoStore, {}, "own-sessions", end_other_sessions},
    server::Route<App>{http::Method::Get, "/quan-tri/nhat-ky/", access::needs(access::Capability::SeeAudit), http::Cache::NoStore, {"den"}, "audit", show_audit},
};

}  // namespace portal::admin
