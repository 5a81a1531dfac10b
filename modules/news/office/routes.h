// The office face's contents page. First match wins.
#pragma once

#include "modules/news/office/handlers.h"
#include "shared/access/capability.h"

namespace portal::news {

using http::Cache;
using http::Method;

inline constexpr http::RouteAccess kWriter = access::needs(access::Capability::WriteItem);

inline constexpr server::Route<OfficeApp> kOfficeRoutes[] = {
    {Method::Get, "/quan-tri/tin-bai/", http::kStaff, Cache::NoStore, {"q", "trang-thai", "chuyen-muc", "don-vi", "cua-toi", "tu"}, "items", show_items},
    {Method::Get, "/quan-tri/tin-bai/moi", kWriter, Cache::NoStore, {"chuyen-muc"}, "new", show_new},
    {Method::Post, "/quan-tri/tin-bai/moi", kWriter, Cache::NoStore, {}, "create", create_article},
    {Method::Get, "/quan-tri/tin-bai/{id#}", http::kStaff, Cache::NoStore, {"xong"}, "item", show_item},
    {Method::Get, "/quan-tri/tin-bai/{id#}/sua", http::kStaff, Cache::NoStore, {}, "edit", show_edit},
    {Method::Post, "/quan-tri/tin-bai/{id#}/sua", http::kStaff, Cache::NoStore, {}, "save", save_article},
    {Method::Get, "/quan-tri/tin-bai/{id#}/xem-truoc", http::kStaff, Cache::NoStore, {}, "preview", show_preview},
    {Method::Get, "/quan-tri/tin-bai/{id#}/phien-ban/{version#}", http::kStaff, Cache::NoStore, {}, "version", show_version},
    {Method::Get, "/quan-tri/tin-bai/{id#}/viec/{act}", http::kStaff, Cache::NoStore, {}, "act-form", show_act},
    {Method::Post, "/quan-tri/tin-bai/{id#}/viec/{act}", http::kStaff, Cache::NoStore, {}, "act", do_act},
    {Method::Post, "/quan-tri/tin-bai/{id#}/phieu-kiem-tra", http::kStaff, Cache::NoStore, {}, "checks", save_checks},
};

}  // namespace portal::news
