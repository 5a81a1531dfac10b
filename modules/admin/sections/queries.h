// Every SQL statement about sections and settings, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::section_sql {

#define PORTAL_SECTION_COLUMNS                                                                                                         \
  "SELECT s.id, s.parent_id, s.slug, s.title, s.short_title, s.item_kind, s.clause, s.kind, s.description, s.position, s.is_hidden, "  \
  "s.needs_unit_approval, s.needs_verify, s.needs_final_check, s.event_at_required, s.consent_note, s.row_version FROM core_section s "
inline constexpr db::Sql kTree{PORTAL_SECTION_COLUMNS
    "LEFT JOIN core_section p ON p.id = s.parent_id ORDER BY COALESCE(p.position, s.position), COALESCE(p.id, s.id), s.parent_id IS NOT NULL, s.position, s.id"};
inline constexpr db::Sql kSection{PORTAL_SECTION_COLUMNS "WHERE s.id = ?"};
#undef PORTAL_SECTION_COLUMNS
inline constexpr db::Sql kSlugTaken{"SELECT 1 FROM core_section WHERE slug = ? AND id <> ?"};
inline constexpr db::Sql kLastPosition{"SELECT COALESCE(MAX(position), 0) FROM core_section WHERE parent_id <=> ?"};
inline constexpr db::Sql kAdd{
    "INSERT INTO core_section (parent_id, slug, title, short_title, item_kind, clause, kind, description, position, is_hidden, needs_unit_approval, "
    "needs_verify, needs_final_check, event_at_required, consent_note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kSave{
    "UPDATE core_section SET slug = ?, title = ?, short_title = ?, item_kind = ?, description = ?, is_hidden = ?, needs_unit_approval = ?, needs_verify = ?, "
    "needs_final_check = ?, event_at_required = ?, consent_note = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ?"};
inline constexpr db::Sql kKeepAddress{
    "INSERT INTO core_section_address (slug, section_id, since) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE section_id = VALUES(section_id), since = VALUES(since)"};
inline constexpr db::Sql kDropAddress{"DELETE FROM core_section_address WHERE slug = ?"};
inline constexpr db::Sql kSetPosition{"UPDATE core_section SET position = ?, row_version = row_version + 1 WHERE id = ?"};

inline constexpr db::Sql kSettings{"SELECT name, value, label, help FROM core_setting ORDER BY name = 'four_eyes', name"};
// The old value is the version: nobody overwrites what they did not see.
inline constexpr db::Sql kSaveSetting{"UPDATE core_setting SET value = ?, row_version = row_version + 1 WHERE name = ? AND value = ?"};

inline constexpr std::array kAllQueries{kTree, kSection, kSlugTaken, kLastPosition, kAdd, kSave, kKeepAddress, kDropAddress, kSetPosition,
                                        kSettings, kSaveSetting};

}  // namespace portal::admin::section_sql
