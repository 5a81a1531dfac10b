// Routes of one's own account.
#pragma once

#include <array>

#include "modules/admin/account/handlers.h"

namespace portal::admin {

inline constexpr std::array kAccountRoutes{
    server::Route<App>{http::Method::Get, "/quan-tri/ca-nhan", http::kStaff, http::Cache::NoStore, {"xong"}, "own", show_own},
    server::Route<App>{http::Method::Post, "/quan-tri/ca-nhan/mat-khau", http::kStaff, http::Cache::NoStore, {}, "own-password", change_password},
    server::Route<App>{http::Method::Post, "/quan-tri/ca-nhan/hai-lop", http::kStaff, http::Cache::NoStore, {}, "own-second-factor", set_second_factor},
    server::Route<App>{http::Method::Post, "/quan-tri/ca-nhan/phien", http::kStaff, http::Cache::NoStore, {}, "own-sessions", end_other_sessions},
};

}  // namespace portal::admin
