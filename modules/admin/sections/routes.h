// Routes of sections and settings. Sections are open to every member of staff here and decided in the handler: a manage_sections delegation
// counts as well as the head's office (D5.9f, D19.2).
#pragma once

#include <array>

#include "modules/admin/sections/handlers.h"
#include "shared/access/capability.h"

namespace portal::admin {

inline constexpr std::array kSectionRoutes{
    server::Route<App>{http::Method::Get, "/quan-tri/chuyen-muc/", http::kStaff, http::Cache::NoStore, {"xong"}, "sections", show_sections},
    server::Route<App>{http::Method::Get, "/quan-tri/chuyen-muc/moi", http::kStaff, http::Cache::NoStore, {"trong"}, "section-new", show_new_section},
    server::Route<App>{http::Method::Post, "/quan-tri/chuyen-muc/moi", http::kStaff, http::Cache::NoStore, {}, "section-add", add_section},
    server::Route<App>{http::Method::Get, "/quan-tri/chuyen-muc/{id#}", http::kStaff, http::Cache::NoStore, {}, "section-edit", show_section_edit},
    server::Route<App>{http::Method::Post, "/quan-tri/chuyen-muc/{id#}", http::kStaff, http::Cache::NoStore, {}, "section-save", save_section},
    server::Route<App>{http::Method::Post, "/quan-tri/chuyen-muc/{id#}/chuyen", http::kStaff, http::Cache::NoStore, {}, "section-move", move_section},
    server::Route<App>{http::Method::Get, "/quan-tri/cai-dat/", access::needs(access::Capability::ManageSettings), http::Cache::NoStore, {"xong"}, "settings",
                       show_settings},
    server::Route<App>{http::Method::Post, "/quan-tri/cai-dat/", access::needs(access::Capability::ManageSettings), http::Cache::NoStore, {}, "settings-save",
                       save_settings},
};

}  // namespace portal::admin
