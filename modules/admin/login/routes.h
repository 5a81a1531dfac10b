// Routes of login and logout.
#pragma once

#include <array>

#include "modules/admin/login/handlers.h"

namespace portal::admin {

inline constexpr std::array kLoginRoutes{
    server::Route<App>{http::Method::Get, "/quan-tri/dang-nhap", http::kAnonymous, http::Cache::NoStore, {"tiep", "xong"}, "login", show_login},
    server::Route<App>{http::Method::Post, "/quan-tri/dang-nhap", http::kAnonymous, http::Cache::NoStore, {}, "do-login", do_login},
    server::Route<App>{http::Method::Get, "/quan-tri/dang-nhap/ma", http::kAnonymous, http::Cache::NoStore, {"tiep"}, "code", show_code},
    server::Route<App>{http::Method::Post, "/quan-tri/dang-nhap/ma", http::kAnonymous, http::Cache::NoStore, {}, "do-code", do_code},
    server::Route<App>{http::Method::Post, "/quan-tri/dang-xuat", http::kStaff, http::Cache::NoStore, {}, "logout", do_logout},
};

}  // namespace portal::admin
