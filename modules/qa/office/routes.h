// The office face's contents page. First match wins.
#pragma once

#include "modules/qa/office/handlers.h"

namespace portal::qa {

using http::Cache;
using http::Method;

inline constexpr server::Route<OfficeApp> kOfficeRoutes[] = {
    {Method::Get, "/quan-tri/hoi-dap/", http::kStaff, Cache::NoStore,
     {"q", "loai", "trang-thai", "han", "don-vi", "tu-ngay", "den-ngay", "cho-toi", "sau", "xong"}, "matters", show_matters},
    {Method::Get, "/quan-tri/hoi-dap/moi", http::kStaff, Cache::NoStore, {}, "new", show_new},
    {Method::Post, "/quan-tri/hoi-dap/moi", http::kStaff, Cache::NoStore, {}, "register", create_matter},
    {Method::Get, "/quan-tri/hoi-dap/chuyen", http::kStaff, Cache::NoStore, {"viec[]"}, "forward-form", show_forward},
    {Method::Post, "/quan-tri/hoi-dap/chuyen", http::kStaff, Cache::NoStore, {}, "forward", do_forward},
    {Method::Get, "/quan-tri/hoi-dap/{id#}", http::kStaff, Cache::NoStore, {"xong"}, "matter", show_matter},
    {Method::Get, "/quan-tri/hoi-dap/{id#}/viec/{act}", http::kStaff, Cache::NoStore, {}, "act-form", show_act},
    {Method::Post, "/quan-tri/hoi-dap/{id#}/viec/{act}", http::kStaff, Cache::NoStore, {}, "act", do_act},
    {Method::Get, "/quan-tri/hoi-dap/{id#}/thoi-han/{clock#}", http::kStaff, Cache::NoStore, {}, "clock", show_clock},
};

}  // namespace portal::qa
