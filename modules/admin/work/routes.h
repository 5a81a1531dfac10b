// Routes of the work pages.
#pragma once

#include <array>

#include "modules/admin/work/handlers.h"
#include "shared/access/capability.h"

namespace portal::admin {

inline constexpr std::array kWorkRoutes{
    server::Route<App>{http::Method::Get, "/quan-tri/", http::kStaff, http::Cache::NoStore, {"xem", "sau"}, "work", show_work},
    server::Route<App>{http::Method::Get, "/quan-tri/hang-doi/{state}", http::kStaff, http::Cache::NoStore, {"q", "don-vi", "loai", "sau"}, "queue", show_queue},
    server::Route<App>{http::Method::Get, "/quan-tri/nhat-ky/", access::needs(access::Capability::SeeAudit), http::Cache::NoStore,
                       {"muc", "nguoi", "den-ngay", "truoc"}, "audit", show_audit},
    server::Route<App>{http::Method::Get, "/quan-tri/nhat-ky/{id#}", http::kStaff, http::Cache::NoStore, {}, "history", show_history},
};

}  // namespace portal::admin
