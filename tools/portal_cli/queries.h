// Every SQL statement of the operator's tool. Reference rows are added when missing and never overwritten: an administrator may have changed them since.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::cli {

// A section that the board has given another address is not missing (D5.9f).
inline constexpr db::Sql kAddSection{
    "INSERT INTO core_section (parent_id, slug, title, short_title, clause, kind, item_kind, description, position, needs_unit_approval, "
    "needs_verify, needs_final_check, needs_original, event_at_required) SELECT (SELECT id FROM core_section p WHERE p.slug = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? "
    "FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM core_section s WHERE s.slug = ?) "
    "AND NOT EXISTS (SELECT 1 FROM core_section_address a WHERE a.slug = ?)"};
inline constexpr db::Sql kAddGround{
    "INSERT INTO core_ground (code, clause, kind, label, hint, is_secret, position) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE code = core_ground.code"};
inline constexpr db::Sql kAddChecklistItem{
    "INSERT INTO core_checklist_item (kind, code, label, hint, position) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE code = core_checklist_item.code"};
inline constexpr db::Sql kAddSetting{
    "INSERT INTO core_setting (name, value, label, help) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE name = core_setting.name"};

// A calendar's rows are seeded with it; afterwards they are the agency's own. The same for the rows of a duty's code.
inline constexpr db::Sql kHasCalendar{"SELECT id FROM core_calendar WHERE code = ?"};
inline constexpr db::Sql kFindUnit{"SELECT id FROM core_unit WHERE code = CONVERT(? USING ascii)"};
inline constexpr db::Sql kAddCalendar{"INSERT INTO core_calendar (code, name, is_own) VALUES (?, ?, ?)"};
inline constexpr db::Sql kAddCalendarHours{
    "INSERT INTO core_calendar_hours (calendar_id, weekday, valid_from, opens_minute, closes_minute, source) VALUES (?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddCalendarYear{
    "INSERT INTO core_calendar_year (calendar_id, year, state, announcement, entered_at) VALUES (?, ?, ?, ?, ?)"};
inline constexpr db::Sql kEnterCalendarYear{
    "UPDATE core_calendar_year SET state = 'entered', announcement = ?, entered_at = ? WHERE calendar_id = ? AND year = ?"};
// Days that waited for the year's announcement say so in their source.
inline constexpr db::Sql kConfirmCalendarDays{
    "UPDATE core_calendar_day SET source = REPLACE(source, CONCAT('mức chung; chưa có thông báo của năm ', YEAR(day)), ?) "
    "WHERE calendar_id = ? AND YEAR(day) = ?"};
inline constexpr db::Sql kAddCalendarDay{
    "INSERT INTO core_calendar_day (calendar_id, day, kind, name, source, hours) VALUES (?, ?, ?, ?, ?, ?)"};
// The general row and those of units that owe something else (D9.4); loaded once.
inline constexpr db::Sql kHasQuota{"SELECT 1 FROM core_quota WHERE unit_id <=> ? LIMIT 1"};
inline constexpr db::Sql kAddQuota{"INSERT INTO core_quota (unit_id, valid_from, min_items, max_items, source) VALUES (?, ?, ?, ?, ?)"};
inline constexpr db::Sql kHasDuty{"SELECT 1 FROM core_duty WHERE code = ? LIMIT 1"};

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
inline constexpr db::Sql kAddSectionRule{
    "INSERT INTO core_section_rule (section_id, valid_from, valid_to, needs_verify, needs_final_check, retention_months, document_number, decided_by, "
    "decided_at) SELECT id, ?, ?, ?, ?, ?, ?, ?, ? FROM core_section WHERE slug = ?"};
inline constexpr db::Sql kSectionBySlug{"SELECT id, item_kind FROM core_section WHERE slug = ?"};
inline constexpr db::Sql kChecklistCodes{"SELECT code FROM core_checklist_item WHERE kind = ?"};

// Accounts from the command line.
inline constexpr db::Sql kListAccounts{
    "SELECT a.username, p.full_name, a.state, COALESCE(GROUP_CONCAT(r.role ORDER BY r.role SEPARATOR ','), '') FROM core_account a "
    "JOIN core_person p ON p.id = a.person_id LEFT JOIN core_role_assignment r ON r.account_id = a.id AND r.revoked_at IS NULL GROUP BY a.id "
    "ORDER BY a.username"};
inline constexpr db::Sql kFindAccount{"SELECT id FROM core_account WHERE username = ?"};
inline constexpr db::Sql kFindPerson{"SELECT id FROM core_person WHERE code = ?"};
inline constexpr db::Sql kDisable{"UPDATE core_account SET state = 'disabled', row_version = row_version + 1 WHERE id = ?"};
inline constexpr db::Sql kResetPassword{
    "UPDATE core_account SET state = 'active', password_phc = ?, totp_secret = NULL, must_change_password = 1, row_version = row_version + 1 WHERE id = ?"};

// Every version of every article, in blocks.
inline constexpr db::Sql kArticleVersions{
    "SELECT v.item_id, v.version, v.content_digest, i.secrecy = 'purged' FROM core_item_version v JOIN core_item i ON i.id = v.item_id AND i.module = 'news' "
    "WHERE v.item_id > ? OR (v.item_id = ? AND v.version > ?) ORDER BY v.item_id, v.version LIMIT 500"};

// What was archived in a period, with what readers see of it (D13.2). A section that is hidden has its path among the hidden ones.
inline constexpr db::Sql kArchived{
    "SELECT i.id, i.code, COALESCE(s.path, h.path, '/'), p.slug, COALESCE(s.title, h.title, ''), p.kind, p.title, p.summary, p.author_line, p.source, p.unit_name, "
    "p.published_at, p.updated_at, p.archived_at, p.version, b.body_html, v.content_digest FROM news_published p JOIN core_item i ON i.id = p.item_id "
    "JOIN news_published_body b ON b.item_id = p.item_id JOIN core_item_version v ON v.item_id = p.item_id AND v.version = p.version "
    "LEFT JOIN site_section s ON s.id = p.section_id LEFT JOIN site_hidden_section h ON h.id = p.section_id "
    "WHERE p.archived_at >= ? AND p.archived_at < ? ORDER BY p.archived_at, i.id"};
inline constexpr db::Sql kTrailOf{
    "SELECT a.seq, a.at, COALESCE(p.full_name, 'Hệ thống'), a.action, a.from_state, a.to_state, a.version, a.authority, a.ground, COALESCE(n.note, ''), a.digest "
    "FROM core_audit a LEFT JOIN core_person p ON p.id = a.person_id LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq "
    "WHERE a.chain = CONVERT(? USING ascii) ORDER BY a.seq"};

inline constexpr std::array kAllQueries{
    kArchived, kTrailOf, kFindUnit, kAddSection, kAddGround, kAddChecklistItem, kAddSetting, kHasCalendar, kAddCalendar, kAddCalendarHours, kAddCalendarYear, kEnterCalendarYear, kConfirmCalendarDays,
    kAddCalendarDay, kHasQuota, kAddQuota, kHasDuty, kCountAccounts, kAddUnit, kAddPerson, kAddAccount, kAddRole, kAddDelegation, kAddSectionRule,
    kSectionBySlug, kChecklistCodes, kListAccounts, kFindAccount, kFindPerson, kDisable, kResetPassword, kArticleVersions};

}  // namespace portal::cli
