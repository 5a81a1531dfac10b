// Routes of units, people and accounts. "/moi" is the empty form: id 0 means "not there yet".
#pragma once

#include <array>

#include "modules/admin/people/handlers.h"
#include "shared/access/capability.h"

namespace portal::admin {

inline constexpr http::RouteAccess kUnitKeeper = access::needs(access::Capability::ManageUnits);
inline constexpr http::RouteAccess kAccountKeeper = access::needs(access::Capability::ManageAccounts);

inline constexpr std::array kPeopleRoutes{
    server::Route<App>{http::Method::Get, "/quan-tri/don-vi/", kUnitKeeper, http::Cache::NoStore, {"xong"}, "units", show_units},
    server::Route<App>{http::Method::Get, "/quan-tri/don-vi/moi", kUnitKeeper, http::Cache::NoStore, {}, "unit-new", show_unit},
    server::Route<App>{http::Method::Post, "/quan-tri/don-vi/moi", kUnitKeeper, http::Cache::NoStore, {}, "unit-add", save_unit},
    server::Route<App>{http::Method::Get, "/quan-tri/don-vi/{id#}", kUnitKeeper, http::Cache::NoStore, {}, "unit", show_unit},
    server::Route<App>{http::Method::Post, "/quan-tri/don-vi/{id#}", kUnitKeeper, http::Cache::NoStore, {}, "unit-save", save_unit},
    server::Route<App>{http::Method::Get, "/quan-tri/danh-ba/", kUnitKeeper, http::Cache::NoStore, {"xong"}, "people", show_people},
    server::Route<App>{http::Method::Get, "/quan-tri/danh-ba/moi", kUnitKeeper, http::Cache::NoStore, {}, "person-new", show_person},
    server::Route<App>{http::Method::Post, "/quan-tri/danh-ba/moi", kUnitKeeper, http::Cache::NoStore, {}, "person-add", save_person},
    server::Route<App>{http::Method::Get, "/quan-tri/danh-ba/{id#}", kUnitKeeper, http::Cache::NoStore, {}, "person", show_person},
    server::Route<App>{http::Method::Post, "/quan-tri/danh-ba/{id#}", kUnitKeeper, http::Cache::NoStore, {}, "person-save", save_person},
    server::Route<App>{http::Method::Get, "/quan-tri/tai-khoan/", kAccountKeeper, http::Cache::NoStore, {"xong"}, "accounts", show_accounts},
    server::Route<App>{http::Method::Get, "/quan-tri/tai-khoan/moi", kAccountKeeper, http::Cache::NoStore, {}, "account-new", show_new_account},
    server::Route<App>{http::Method::Post, "/quan-tri/tai-khoan/moi", kAccountKeeper, http::Cache::NoStore, {}, "account-add", add_account},
    server::Route<App>{http::Method::Get, "/quan-tri/tai-khoan/{id#}", kAccountKeeper, http::Cache::NoStore, {"xong"}, "account", show_account},
    server::Route<App>{http::Method::Post, "/quan-tri/tai-khoan/{id#}/{act}", kAccountKeeper, http::Cache::NoStore, {}, "account-change", change_account},
};

}  // namespace portal::admin
