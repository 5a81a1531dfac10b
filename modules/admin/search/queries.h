// Every SQL statement of the office's search. What is typed is matched whatever its accents and case; each kind gives at most a page's worth.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::search_sql {

// Items as workflow::may_see() allows them (work/queries.h): the board's walk along all, everybody else's along the own and those of the units that they head.
#define PORTAL_FOUND(INDEX)                                                                                                                        \
  "SELECT STRAIGHT_JOIN i.id, i.module, i.code, i.title, i.state, u.short_name, i.state_since FROM core_item i FORCE INDEX (" INDEX ") "             \
  "JOIN core_unit u ON u.id = i.unit_id WHERE "
#define PORTAL_MATCHES "(i.title LIKE ? COLLATE utf8mb4_uca1400_ai_ci OR i.code = CONVERT(? USING ascii)) ORDER BY i.state_since DESC, i.id DESC LIMIT 11"
#define PORTAL_NO_DRAFT "(i.state NOT IN ('draft', 'discarded') OR i.published_version IS NOT NULL) "
inline constexpr db::Sql kItemsBoard{
    PORTAL_FOUND("core_item_module") "i.module = 'news' AND (i.author_person = ? OR i.supplied_at IS NOT NULL OR i.published_version IS NOT NULL OR (" PORTAL_NO_DRAFT
                                     "AND FIND_IN_SET(i.unit_id, ?))) AND " PORTAL_MATCHES};
inline constexpr db::Sql kItemsOwn{PORTAL_FOUND("core_item_author") "i.author_person = ? AND " PORTAL_MATCHES};
inline constexpr db::Sql kItemsUnit{PORTAL_FOUND("core_item_unit_since") "i.unit_id = ? AND " PORTAL_NO_DRAFT "AND " PORTAL_MATCHES};
#undef PORTAL_FOUND
#undef PORTAL_MATCHES
#undef PORTAL_NO_DRAFT

// The directory, as every member of staff has it on the wall.
inline constexpr db::Sql kPeople{
    "SELECT p.id, p.full_name, p.job_title, COALESCE(u.short_name, ''), p.phone FROM core_person p LEFT JOIN core_unit u ON u.id = p.unit_id "
    "WHERE p.full_name LIKE ? COLLATE utf8mb4_uca1400_ai_ci ORDER BY p.full_name, p.id LIMIT 11"};
inline constexpr db::Sql kUnits{
    "SELECT id, name, phone, email FROM core_unit WHERE (valid_to IS NULL OR valid_to >= ?) AND (name LIKE ? COLLATE utf8mb4_uca1400_ai_ci OR short_name LIKE ? COLLATE utf8mb4_uca1400_ai_ci) "
    "ORDER BY position, id LIMIT 11"};
inline constexpr db::Sql kSections{
    "SELECT id, title, clause FROM core_section WHERE title LIKE ? COLLATE utf8mb4_uca1400_ai_ci OR slug = CONVERT(? USING ascii) ORDER BY position, id LIMIT 11"};

inline constexpr std::array kAllQueries{kItemsBoard, kItemsOwn, kItemsUnit, kPeople, kUnits, kSections};

}  // namespace portal::admin::search_sql
