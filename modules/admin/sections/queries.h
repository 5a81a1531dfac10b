// Every SQL statement about sections and settings, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::section_sql {

#define PORTAL_SECTION_COLUMNS                                                                                                    \
  "SELECT id, parent_id, slug, title, short_title, item_kind, clause, kind, description, position, is_hidden, "                  \
  "needs_unit_approval, needs_verify, needs_final_check, event_at_required, consent_note, row_version, needs_original FROM core_section "
inline constexpr db::Sql kSections{PORTAL_SECTION_COLUMNS "ORDER BY position, id"};
inline constexpr db::Sql kSection{PORTAL_SECTION_COLUMNS "WHERE id = ?"};
inline constexpr db::Sql kSlugTaken{
    "SELECT 1 FROM core_section WHERE slug = ? AND id <> ? UNION ALL SELECT 1 FROM core_section_address WHERE slug = ? AND section_id <> ?"};
inline constexpr db::Sql kAdd{
    "INSERT INTO core_section (parent_id, slug, title, short_title, item_kind, clause, kind, description, position, is_hidden, needs_unit_approval, "
    "needs_verify, needs_final_check, event_at_required, consent_note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
// The place among its siblings is kept unless the siblings are others; evaluated from left to right.
inline constexpr db::Sql kSave{
    "UPDATE core_section SET position = IF(parent_id <=> ?, position, ?), parent_id = ?, slug = ?, title = ?, short_title = ?, item_kind = ?, clause = ?, "
    "description = ?, is_hidden = ?, needs_unit_approval = ?, needs_verify = ?, needs_final_check = ?, event_at_required = ?, consent_note = ?, "
    "row_version = row_version + 1 WHERE id = ? AND row_version = ?"};
inline constexpr db::Sql kLastPosition{"SELECT COALESCE(MAX(position), 0) FROM core_section WHERE COALESCE(parent_id, 0) = ?"};
inline constexpr db::Sql kSetPosition{"UPDATE core_section SET position = ? WHERE id = ?"};
inline constexpr db::Sql kKeepAddress{
    "INSERT INTO core_section_address (slug, section_id, since) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE section_id = VALUES(section_id)"};
inline constexpr db::Sql kForgetAddress{"DELETE FROM core_section_address WHERE slug = ? AND section_id = ?"};
// Where readers find the section and what lies below it now; kept when that ends.
inline constexpr db::Sql kShownPaths{
    "SELECT id, path FROM site_section WHERE path LIKE CONCAT((SELECT path FROM site_section WHERE id = ?), '%') ORDER BY path"};
inline constexpr db::Sql kKeepPath{
    "INSERT INTO core_section_path (path, section_id, since) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE section_id = VALUES(section_id)"};

inline constexpr db::Sql kRules{
    "SELECT r.id, r.section_id, DATE_FORMAT(r.valid_from, '%Y-%m-%d'), COALESCE(DATE_FORMAT(r.valid_to, '%Y-%m-%d'), ''), r.needs_verify, "
    "r.needs_final_check, r.retention_months, r.document_number, p.full_name, r.decided_at, r.revoked_at, r.needs_original FROM core_section_rule r "
    "JOIN core_person p ON p.id = r.decided_by WHERE ? = 0 OR r.section_id = ? ORDER BY r.section_id, r.valid_from DESC, r.id DESC"};
inline constexpr db::Sql kAddRule{
    "INSERT INTO core_section_rule (section_id, valid_from, valid_to, needs_verify, needs_final_check, needs_original, retention_months, document_number, "
    "decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
// A decision that has begun is part of what items were classified by: only one to come is taken back.
inline constexpr db::Sql kDropRule{
    "UPDATE core_section_rule SET revoked_by = ?, revoked_at = ? WHERE id = ? AND section_id = ? AND revoked_at IS NULL AND valid_from > ?"};

inline constexpr db::Sql kSettings{"SELECT name, value, label, help, row_version FROM core_setting ORDER BY name"};
inline constexpr db::Sql kSetting{"SELECT name, value, label, help, row_version FROM core_setting WHERE name = ?"};
inline constexpr db::Sql kSaveSetting{"UPDATE core_setting SET value = ?, row_version = row_version + 1 WHERE name = ? AND row_version = ?"};

// What the trail says of settings: it holds who, when, old and new of each change for good.
#define PORTAL_SETTING_CHANGE "COALESCE(p.full_name, 'Thiết lập'), a.authority, COALESCE(n.note, ''), a.at, SUBSTRING(a.chain, 9) "
inline constexpr db::Sql kLastSettingChanges{
    "SELECT " PORTAL_SETTING_CHANGE "FROM (SELECT chain, MAX(seq) AS seq FROM core_audit WHERE chain LIKE 'setting:%' GROUP BY chain) l JOIN core_audit a "
    "ON a.chain = l.chain AND a.seq = l.seq LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq LEFT JOIN core_person p ON p.id = a.person_id"};
inline constexpr db::Sql kSettingChanges{
    "SELECT " PORTAL_SETTING_CHANGE "FROM core_audit a LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq LEFT JOIN core_person p "
    "ON p.id = a.person_id WHERE a.chain = ? ORDER BY a.seq DESC LIMIT 100"};
#undef PORTAL_SETTING_CHANGE

#undef PORTAL_SECTION_COLUMNS

inline constexpr std::array kAllQueries{kSections, kSection, kSlugTaken, kAdd, kSave, kLastPosition, kSetPosition, kKeepAddress,
                                        kForgetAddress, kShownPaths, kKeepPath, kRules, kAddRule, kDropRule, kSettings, kSetting, kSaveSetting,
                                        kLastSettingChanges, kSettingChanges};

}  // namespace portal::admin::section_sql
