// The statements of shared/site: the published site tables, whole (tens of rows each).
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::site {

inline constexpr db::Sql kSections{
    "SELECT id, IFNULL(parent_id, 0), slug, path, title, short_title, clause, kind, description FROM site_section ORDER BY position, id"};
inline constexpr db::Sql kHiddenSections{"SELECT id, IFNULL(parent_id, 0), path, title FROM site_hidden_section ORDER BY id"};
inline constexpr db::Sql kRedirects{"SELECT path, section_id FROM site_section_redirect ORDER BY path"};
inline constexpr db::Sql kUnits{"SELECT id, name, short_name, kind, phone, email, functions FROM site_unit ORDER BY position, id"};
inline constexpr db::Sql kFormerUnits{
    "SELECT id, name, DATE_FORMAT(ended_on, '%d/%m/%Y'), IFNULL(into_id, 0), into_name FROM site_former_unit ORDER BY ended_on DESC, position, id LIMIT 200"};
inline constexpr db::Sql kPeople{
    "SELECT id, full_name, job_title, IFNULL(unit_id, 0), phone, email, bio, is_leader FROM site_person ORDER BY position, id"};
inline constexpr db::Sql kSettings{"SELECT name, value FROM site_setting ORDER BY name"};

inline constexpr std::array kAllQueries{kSections, kHiddenSections, kRedirects, kUnits, kFormerUnits, kPeople, kSettings};

}  // namespace portal::site
