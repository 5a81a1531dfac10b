// Every SQL statement of the leaders' page. Each goes along an index made for it and reads what it shows, so that it is the same for two hundred items
// and for two hundred thousand; a number that could grow without end is counted to a thousand.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::overview_sql {

inline constexpr db::Sql kCountDue{
    "SELECT COUNT(*) FROM (SELECT 1 FROM core_clock FORCE INDEX (core_clock_due) WHERE state = 'open' AND due_at >= ? AND due_at < ? LIMIT 1000) few"};

// On-time rates (D9.3 all): what ended in a span, by duty and outcome; and by month.
inline constexpr db::Sql kRates{
    "SELECT duty_id, outcome = 'in_time', COUNT(*) FROM core_clock FORCE INDEX (core_clock_outcome) WHERE outcome IN ('in_time', 'late') "
    "AND closed_at >= ? AND closed_at < ? GROUP BY 1, 2"};
inline constexpr db::Sql kTrend{
    "SELECT DATE_FORMAT(closed_at + INTERVAL 7 HOUR, '%Y-%m'), outcome = 'in_time', COUNT(*) FROM core_clock FORCE INDEX (core_clock_outcome) "
    "WHERE outcome IN ('in_time', 'late') AND closed_at >= ? AND closed_at < ? GROUP BY 1, 2"};

// D13.1: each day with a posting has a clock of its own, "board:2026-11-25".
inline constexpr db::Sql kPostingDays{
    "SELECT SUBSTRING(c.subject, 7) FROM core_duty d JOIN core_clock c ON c.duty_id = d.id AND c.subject >= ? AND c.subject < ? "
    "WHERE d.subject = 'board_day' ORDER BY 1"};

// D9.4: what each unit supplied in a month beside what it owes. Local units owe what a row of their own says, else nothing (D7.2).
#define PORTAL_QUOTA(COLUMN)                                                                                                             \
  "(SELECT " COLUMN " FROM core_quota q WHERE (q.unit_id = u.id OR (q.unit_id IS NULL AND u.kind <> 'local')) AND q.valid_from <= ? "      \
  "AND (q.valid_to IS NULL OR q.valid_to >= ?) ORDER BY q.unit_id IS NULL, q.valid_from DESC LIMIT 1)"
#define PORTAL_COUNTS "(i.published_version IS NOT NULL OR i.state NOT IN ('draft', 'unit_review', 'returned', 'refused', 'discarded', 'withdrawn')) "
inline constexpr db::Sql kQuotas{
    "SELECT u.id, u.name, u.kind, " PORTAL_QUOTA("q.min_items") ", " PORTAL_QUOTA("q.max_items")
    ", (SELECT COUNT(*) FROM core_item i WHERE i.unit_id = u.id AND i.first_supplied_at >= ? AND i.first_supplied_at < ? AND " PORTAL_COUNTS ") "
    "FROM core_unit u WHERE u.kind IN ('department', 'public_service', 'local') AND u.valid_from <= ? AND (u.valid_to IS NULL OR u.valid_to >= ?) "
    "ORDER BY u.kind = 'local', u.position, u.id"};
#undef PORTAL_QUOTA

// What waits for whom: open items by step and, where one person or unit has them, by whom.
inline constexpr db::Sql kHolders{
    "SELECT h.state, h.person, h.unit, COALESCE(p.full_name, u.name, ''), h.items, h.since FROM (SELECT i.state, IF(i.state = 'editing', i.assigned_to, i.checked_by) AS person, "
    "IF(i.state = 'unit_review', i.unit_id, NULL) AS unit, COUNT(*) AS items, MIN(i.state_since) AS since FROM core_item i WHERE i.state IN ('unit_review', "
    "'submitted', 'editing', 'verifying', 'final_check', 'ready') GROUP BY 1, 2, 3) h LEFT JOIN core_person p ON p.id = h.person "
    "LEFT JOIN core_unit u ON u.id = h.unit ORDER BY h.since"};
inline constexpr db::Sql kSecretaries{
    "SELECT DISTINCT p.full_name FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id AND a.state = 'active' JOIN core_person p ON p.id = a.person_id "
    "WHERE r.role = 'secretary' AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?)"};

// The lists behind the numbers: clocks, and items.
#define PORTAL_CLOCKS(INDEX)                                                                                                                       \
  "SELECT STRAIGHT_JOIN c.id, c.duty_id, c.due_at, c.closed_at, c.subject, c.item_id, i.module, i.code, i.title, i.state, i.supplied_at IS NOT NULL, "   \
  "i.published_version IS NOT NULL, i.unit_id, i.author_person, COALESCE(u.short_name, ''), COALESCE(q.full_name, ''), COALESCE(p.full_name, ''), "   \
  "c.calendar_id, c.started_at, c.amount, c.amber_at, c.outcome, c.stopped_by, (SELECT a.full_name FROM core_request r JOIN core_person a ON a.id = r.to_person WHERE r.item_id = " \
  "c.item_id AND c.subject = CONCAT('request:', r.id)), m.id, m.code, m.title "                                                                                              \
  "FROM core_clock c FORCE INDEX (" INDEX ") LEFT JOIN core_item i ON i.id = c.item_id LEFT JOIN core_unit u ON u.id = COALESCE(c.unit_id, i.unit_id) "  \
  "LEFT JOIN core_person q ON q.id = IF(i.state = 'editing', i.assigned_to, i.checked_by) LEFT JOIN core_person p ON p.id = i.author_person " \
  "LEFT JOIN qa_matter_clock k ON k.clock_id = c.id LEFT JOIN qa_matter m ON m.id = k.matter_id "
inline constexpr db::Sql kDueClocks{
    PORTAL_CLOCKS("core_clock_due") "WHERE c.state = 'open' AND c.due_at >= ? AND c.due_at < ? AND (c.due_at > ? OR c.id > ?) ORDER BY c.due_at, c.id LIMIT ?"};
inline constexpr db::Sql kClockLine{PORTAL_CLOCKS("PRIMARY") "WHERE c.id = ?"};
// Duties as a list of ids, "" for all.
inline constexpr db::Sql kEndedClocks{
    PORTAL_CLOCKS("core_clock_outcome") "WHERE c.outcome = ? AND c.closed_at >= ? AND c.closed_at < ? AND (c.closed_at > ? OR c.id > ?) "
                                        "AND (? = '' OR FIND_IN_SET(c.duty_id, ?)) ORDER BY c.closed_at, c.id LIMIT ?"};
// In time and late together: a walk of each, and the two pages as one.
#define PORTAL_ENDED_PART                                                                                                          \
  PORTAL_CLOCKS("core_clock_outcome")                                                                                              \
  "WHERE c.outcome = ? AND c.closed_at >= ? AND c.closed_at < ? AND (c.closed_at > ? OR c.id > ?) AND (? = '' OR FIND_IN_SET(c.duty_id, ?)) " \
  "ORDER BY c.closed_at, c.id LIMIT ?"
inline constexpr db::Sql kAllEndedClocks{"(" PORTAL_ENDED_PART ") UNION ALL (" PORTAL_ENDED_PART ") ORDER BY 4, 1 LIMIT ?"};
#undef PORTAL_ENDED_PART
#undef PORTAL_CLOCKS
#define PORTAL_ITEMS(INDEX)                                                                                                                          \
  "SELECT STRAIGHT_JOIN i.id, i.module, i.code, i.title, i.state, i.supplied_at IS NOT NULL, i.published_version IS NOT NULL, i.unit_id, i.author_person, " \
  "COALESCE(u.short_name, ''), COALESCE(q.full_name, ''), COALESCE(p.full_name, ''), i.first_supplied_at, i.state_since FROM core_item i FORCE INDEX (" INDEX ") " \
  "LEFT JOIN core_unit u ON u.id = i.unit_id LEFT JOIN core_person q ON q.id = IF(i.state = 'editing', i.assigned_to, i.checked_by) LEFT JOIN core_person p ON p.id = i.author_person "
inline constexpr db::Sql kSuppliedItems{
    PORTAL_ITEMS("core_item_unit_supplied") "WHERE i.unit_id = ? AND i.first_supplied_at >= ? AND i.first_supplied_at < ? AND " PORTAL_COUNTS
                                            "AND (i.first_supplied_at > ? OR i.id > ?) ORDER BY i.first_supplied_at, i.id LIMIT ?"};
inline constexpr db::Sql kHeldItems{
    PORTAL_ITEMS("core_item_state") "WHERE i.state = ? AND (? = 0 OR IF(i.state = 'editing', i.assigned_to, i.checked_by) = ?) AND (? = 0 OR i.unit_id = ?) "
                                    "AND i.state_since >= ? AND (i.state_since > ? OR i.id > ?) ORDER BY i.state_since, i.id LIMIT ?"};
// Urgent postings (D6.1, D15.3), one line each: an item may have been posted so twice.
inline constexpr db::Sql kUrgentItems{
    "SELECT STRAIGHT_JOIN i.id, i.module, i.code, i.title, i.state, i.supplied_at IS NOT NULL, i.published_version IS NOT NULL, i.unit_id, i.author_person, "
    "COALESCE(u.short_name, ''), COALESCE(q.full_name, ''), COALESCE(p.full_name, ''), i.first_supplied_at, a.at FROM core_audit a FORCE INDEX (core_audit_action) "
    "JOIN core_item i ON i.id = CAST(SUBSTRING(a.chain, 6) AS UNSIGNED) LEFT JOIN core_unit u ON u.id = i.unit_id "
    "LEFT JOIN core_person q ON q.id = IF(i.state = 'editing', i.assigned_to, i.checked_by) LEFT JOIN core_person p ON p.id = i.author_person "
    "WHERE a.action = 'publish_urgent' AND a.at >= ? AND a.at < ? AND (a.at > ? OR i.id > ?) ORDER BY a.at, a.chain LIMIT ?"};
#undef PORTAL_ITEMS
#undef PORTAL_COUNTS

// Quotas as rows (D9.4).
inline constexpr db::Sql kQuotaRows{
    "SELECT q.id, q.unit_id, COALESCE(u.name, ''), q.valid_from, q.valid_to, q.min_items, q.max_items, q.source FROM core_quota q LEFT JOIN core_unit u ON u.id = q.unit_id "
    "ORDER BY q.unit_id IS NOT NULL, u.position, q.unit_id, q.valid_from DESC"};
inline constexpr db::Sql kQuotaUnits{
    "SELECT id, name FROM core_unit WHERE kind IN ('department', 'public_service', 'local') AND valid_to IS NULL ORDER BY position, id"};
// The row before it ends the day before; a row of the same day is written over.
inline constexpr db::Sql kEndQuota{
    "UPDATE core_quota SET valid_to = ? - INTERVAL 1 DAY, row_version = row_version + 1 WHERE unit_id <=> ? AND valid_from < ? AND (valid_to IS NULL OR valid_to >= ?)"};
inline constexpr db::Sql kQuotaOfDay{"SELECT id, min_items, max_items FROM core_quota WHERE unit_id <=> ? AND valid_from = ? FOR UPDATE"};
inline constexpr db::Sql kQuotaBefore{
    "SELECT min_items, max_items FROM core_quota WHERE unit_id <=> ? AND valid_from < ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY valid_from DESC LIMIT 1"};
inline constexpr db::Sql kAddQuota{"INSERT INTO core_quota (unit_id, valid_from, min_items, max_items, source) VALUES (?, ?, ?, ?, ?)"};
inline constexpr db::Sql kSaveQuota{"UPDATE core_quota SET min_items = ?, max_items = ?, source = ?, valid_to = NULL, row_version = row_version + 1 WHERE id = ?"};

// Reminders by a person, once per cause and day (D14.3đ).
inline constexpr db::Sql kReminders{
    "SELECT r.cause, p.full_name, r.reminded_at FROM core_reminder r JOIN core_person p ON p.id = r.person_id WHERE r.day = ?"};
inline constexpr db::Sql kReminder{
    "SELECT r.cause, p.full_name, r.reminded_at FROM core_reminder r JOIN core_person p ON p.id = r.person_id WHERE r.day = ? AND r.cause = ?"};
inline constexpr db::Sql kAddReminder{"INSERT INTO core_reminder (day, cause, person_id, reminded_at) VALUES (?, ?, ?, ?)"};

inline constexpr std::array kAllQueries{kCountDue,   kRates,      kTrend,        kPostingDays,   kQuotas,    kHolders, kSecretaries, kDueClocks,
                                        kClockLine, kEndedClocks, kAllEndedClocks,
                                        kSuppliedItems, kHeldItems, kUrgentItems, kQuotaRows, kQuotaUnits, kEndQuota, kQuotaOfDay, kQuotaBefore, kAddQuota,
                                        kSaveQuota,
                                        kReminders, kReminder, kAddReminder};

}  // namespace portal::admin::overview_sql
