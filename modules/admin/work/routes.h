// Routes of the work pages.
#pragma once

#include <array>

#include "modules/admin/work/handlers.h"
#include "shared/access/capability.h"

namespace portal::admin {

inline constexpr std::array kWorkRoutes{
    server::Route<App>{http::Method::Get, "/quan-tri/", http::kStaff, http::Cache::NoStore, {}, "work", show_work},
    server::Route<App>{http::Method::Get, "/quan-tri/da-gui", http::kStaff, http::Cache::NoStore, {"tu"}, "sent", show_sent},
    server::Route<App>{http::Method::Get, "/quan-tri/hang-doi/{state}", access::needs(access::Capability::SeeAllItems), http::Cache::NoStore, {"tu"}, "queue",
                       show_queue},
};

}  // namespace portal::admin
