// Statements of the loader. Reference rows are added when missing and never overwritten: an administrator may have changed them since.
#pragma once

#include "shared/db/sql.h"

namespace portal::cli {

inline constexpr db::Sql kAddSection{
    "INSERT INTO core_section (parent_id, slug, title, short_title, clause, kind, item_kind, description, position, needs_unit_approval, "
    "needs_verify, needs_final_check, event_at_required) SELECT (SELECT id FROM core_section p WHERE p.slug = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? "
    "FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM core_section s WHERE s.slug = ?)"};
inline constexpr db::Sql kAddGround{
    "INSERT INTO core_ground (code, clause, kind, label, hint, is_secret, position) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE code = core_ground.code"};
inline constexpr db::Sql kAddChecklistItem{
    "INSERT INTO core_checklist_item (kind, code, label, hint, position) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE code = core_checklist_item.code"};
inline constexpr db::Sql kAddSetting{
    "INSERT INTO core_setting (name, value, label, help) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE name = core_setting.name"};

inline constexpr db::Sql kCountAccounts{"SELECT COUNT(*) FROM core_account"};
inline constexpr db::Sql kAddUnit{
    "INSERT INTO core_unit (code, name, short_name, kind, phone, email, functions, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddPerson{
    "INSERT INTO core_person (code, full_name, job_title, unit_id, phone, email, bio, is_leader, is_public, position) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddAccount{"INSERT INTO core_account (person_id, username, password_phc, created_at, must_change_password) VALUES (?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddRole{
    "INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, entered_at, confirmed_at) VALUES (?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddDelegation{
    "INSERT INTO core_delegation (to_person, act, section_id, valid_from, valid_to, document_number, granted_by, granted_at) "
    "VALUES (?, ?, (SELECT id FROM core_section WHERE slug = ?), ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kSectionBySlug{"SELECT id, item_kind FROM core_section WHERE slug = ?"};
inline constexpr db::Sql kChecklistCodes{"SELECT code FROM core_checklist_item WHERE kind = ?"};

}  // namespace portal::cli
