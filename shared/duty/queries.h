// Every SQL statement of calendars, duties and clocks, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::duty {

// What was read together stays good while these numbers are the same.
inline constexpr db::Sql kRevision{
    "SELECT (SELECT COALESCE(SUM(revision), 0) + COUNT(*) FROM core_calendar), (SELECT COALESCE(SUM(row_version), 0) + COUNT(*) FROM core_duty), "
    "(SELECT COALESCE(SUM(id * calendar_id), 0) FROM core_unit WHERE calendar_id IS NOT NULL)"};
inline constexpr db::Sql kUnitCalendars{"SELECT id, calendar_id FROM core_unit WHERE calendar_id IS NOT NULL"};

inline constexpr db::Sql kCalendars{"SELECT id, code, name, is_own, row_version FROM core_calendar ORDER BY id"};
inline constexpr db::Sql kHours{
    "SELECT calendar_id, weekday, opens_minute, closes_minute, valid_from, valid_to, source FROM core_calendar_hours ORDER BY calendar_id, weekday, valid_from, "
    "opens_minute"};
inline constexpr db::Sql kYears{"SELECT calendar_id, year, state, announcement, entered_by, entered_at FROM core_calendar_year ORDER BY calendar_id, year"};
inline constexpr db::Sql kDays{"SELECT calendar_id, day, kind, name, source, hours FROM core_calendar_day ORDER BY calendar_id, day, kind"};

inline constexpr db::Sql kHoldCalendar{"SELECT row_version FROM core_calendar WHERE id = ? FOR UPDATE"};
inline constexpr db::Sql kBumpCalendar{"UPDATE core_calendar SET revision = revision + 1, row_version = row_version + 1 WHERE id = ?"};
inline constexpr db::Sql kPutYear{
    "INSERT INTO core_calendar_year (calendar_id, year, state, announcement, entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE state = VALUES(state), announcement = VALUES(announcement), entered_by = VALUES(entered_by), entered_at = VALUES(entered_at)"};
inline constexpr db::Sql kPutDay{
    "INSERT INTO core_calendar_day (calendar_id, day, kind, name, source, hours) VALUES (?, ?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE name = VALUES(name), source = VALUES(source), hours = VALUES(hours)"};
inline constexpr db::Sql kDropDay{"DELETE FROM core_calendar_day WHERE calendar_id = ? AND day = ? AND kind = ?"};
inline constexpr db::Sql kDropHours{"DELETE FROM core_calendar_hours WHERE calendar_id = ?"};
inline constexpr db::Sql kAddHours{
    "INSERT INTO core_calendar_hours (calendar_id, weekday, valid_from, opens_minute, closes_minute, valid_to, source) VALUES (?, ?, ?, ?, ?, ?, ?)"};

inline constexpr db::Sql kDuties{
    "SELECT id, code, clause, title, valid_from, valid_to, subject, kinds, start_event, stop_event, amount, unit, window_kind, first_week, "
    "roll_forward, extended_amount, amber_minutes, remind_minutes, party, role, note, row_version FROM core_duty ORDER BY code, valid_from"};
inline constexpr db::Sql kAddDuty{
    "INSERT INTO core_duty (code, valid_from, valid_to, clause, title, subject, kinds, start_event, stop_event, amount, unit, window_kind, "
    "first_week, roll_forward, extended_amount, amber_minutes, remind_minutes, party, role, note) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kEndDuty{"UPDATE core_duty SET valid_to = ?, row_version = row_version + 1 WHERE code = ? AND valid_from < ? AND valid_to IS NULL"};
inline constexpr db::Sql kEditDuty{
    "UPDATE core_duty SET valid_to = ?, title = ?, kinds = ?, amount = ?, first_week = ?, roll_forward = ?, extended_amount = ?, amber_minutes = ?, "
    "remind_minutes = ?, role = ?, note = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ?"};

#define PORTAL_CLOCK_COLUMNS                                                                                                                    \
  "SELECT c.id, c.duty_id, c.calendar_id, c.item_id, c.unit_id, c.subject, c.started_at, c.amount, c.extended_at, c.extended_by, "            \
  "c.extension_reason, c.due_at, c.amber_at, c.remind_at, c.no_due, c.missing_year, c.remaining_seconds, c.state, c.closed_at, c.outcome, "    \
  "c.stopped_by, c.row_version FROM core_clock c "

inline constexpr db::Sql kClock{PORTAL_CLOCK_COLUMNS "WHERE c.id = ?"};
inline constexpr db::Sql kClockForUpdate{PORTAL_CLOCK_COLUMNS "WHERE c.id = ? FOR UPDATE"};
inline constexpr db::Sql kClocksOfItem{PORTAL_CLOCK_COLUMNS "WHERE c.item_id = ? ORDER BY c.id"};
inline constexpr db::Sql kClocksOfItems{PORTAL_CLOCK_COLUMNS "WHERE c.item_id >= ? AND c.item_id <= ? ORDER BY c.item_id, c.id"};
inline constexpr db::Sql kClockBySubject{PORTAL_CLOCK_COLUMNS "JOIN core_duty d ON d.id = c.duty_id WHERE d.code = ? AND c.subject = ?"};
inline constexpr db::Sql kOpenOfCode{PORTAL_CLOCK_COLUMNS "JOIN core_duty d ON d.id = c.duty_id WHERE d.code = ? AND c.state = 'open' ORDER BY c.id"};
// The open clocks of a page of items: the ids come as one text, since a list has any number.
inline constexpr db::Sql kOpenOfItems{
    PORTAL_CLOCK_COLUMNS
    "JOIN JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) j ON j.id = c.item_id WHERE c.state = 'open' ORDER BY c.item_id, c.due_at, c.id"};
// Any number of clocks, whatever they are of.
inline constexpr db::Sql kClocksById{
    PORTAL_CLOCK_COLUMNS "JOIN JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) j ON j.id = c.id ORDER BY c.id"};
// Open clocks in blocks of ids.
inline constexpr db::Sql kOpenBlock{
    PORTAL_CLOCK_COLUMNS "WHERE c.state = 'open' AND c.id > ? AND c.id <= ? ORDER BY c.id"};
inline constexpr db::Sql kBlockEnd{
    "SELECT MAX(id) FROM (SELECT id FROM core_clock WHERE id > ? ORDER BY id LIMIT 1000) block"};
inline constexpr db::Sql kPausesOfBlock{
    "SELECT p.clock_id, p.from_at, p.to_at, p.ground, p.evidence FROM core_clock_pause p WHERE p.clock_id > ? AND p.clock_id <= ? "
    "ORDER BY p.clock_id, p.from_at"};
#undef PORTAL_CLOCK_COLUMNS

inline constexpr db::Sql kPauses{"SELECT clock_id, from_at, to_at, ground, evidence FROM core_clock_pause WHERE clock_id = ? ORDER BY from_at"};
inline constexpr db::Sql kPausesOfItems{
    "SELECT p.clock_id, p.from_at, p.to_at, p.ground, p.evidence FROM core_clock c JOIN core_clock_pause p ON p.clock_id = c.id "
    "WHERE c.item_id >= ? AND c.item_id <= ? ORDER BY p.clock_id, p.from_at"};
// Units that owe something for a month: those that are there on its last day.
inline constexpr db::Sql kUnitsOfMonth{"SELECT id, kind FROM core_unit WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY id"};
inline constexpr db::Sql kAddPause{
    "INSERT INTO core_clock_pause (clock_id, from_at, ground, evidence, person_id, account_id) VALUES (?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kEndPause{"UPDATE core_clock_pause SET to_at = ? WHERE clock_id = ? AND to_at IS NULL"};

// Two at once begin one clock; the second sees two affected rows (a changed one) instead of one.
inline constexpr db::Sql kAddClock{
    "INSERT INTO core_clock (duty_id, calendar_id, item_id, unit_id, subject, started_at, amount, due_at, amber_at, remind_at, no_due, missing_year, "
    "remaining_seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(core_clock.id), row_version = core_clock.row_version + 1"};
inline constexpr db::Sql kSetClock{
    "UPDATE core_clock SET duty_id = ?, unit_id = ?, started_at = ?, amount = ?, extended_at = ?, extended_by = ?, extension_reason = ?, due_at = ?, "
    "amber_at = ?, remind_at = ?, no_due = ?, missing_year = ?, remaining_seconds = ?, state = ?, closed_at = ?, outcome = ?, stopped_by = ?, "
    "row_version = row_version + 1 WHERE id = ? AND row_version = ?"};
inline constexpr db::Sql kAddChange{
    "INSERT INTO core_clock_change (clock_id, at, person_id, account_id, cause, old_due, new_due, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kChanges{
    "SELECT g.at, COALESCE(p.full_name, 'Hệ thống'), g.cause, g.old_due, g.new_due, g.note FROM core_clock_change g "
    "LEFT JOIN core_person p ON p.id = g.person_id WHERE g.clock_id = ? ORDER BY g.id"};

// A recomputed block, as one JSON text [{id, v, duty, due, amber, remind, no_due, year, left, old}]; a clock that somebody changed in between keeps
// its row and is found again by the next run.
#define PORTAL_RECOMPUTED                                                                                                                        \
  "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$.id', v INT UNSIGNED PATH '$.v', duty BIGINT UNSIGNED PATH '$.duty', "              \
  "due DATETIME(6) PATH '$.due', amber DATETIME(6) PATH '$.amber', remind DATETIME(6) PATH '$.remind', no_due VARCHAR(25) PATH '$.no_due', "   \
  "year SMALLINT UNSIGNED PATH '$.year', left_seconds BIGINT UNSIGNED PATH '$.left', old DATETIME(6) PATH '$.old')) j "
inline constexpr db::Sql kLogRecomputed{
    "INSERT INTO core_clock_change (clock_id, at, person_id, account_id, cause, old_due, new_due, note) SELECT j.id, ?, ?, ?, ?, j.old, j.due, ? FROM "
    PORTAL_RECOMPUTED "JOIN core_clock c ON c.id = j.id AND c.row_version = j.v AND c.state = 'open'"};
inline constexpr db::Sql kSetRecomputed{
    "UPDATE core_clock c JOIN " PORTAL_RECOMPUTED
    "ON c.id = j.id AND c.row_version = j.v AND c.state = 'open' SET c.duty_id = j.duty, c.due_at = j.due, c.amber_at = j.amber, c.remind_at = j.remind, "
    "c.no_due = j.no_due, c.missing_year = j.year, c.remaining_seconds = j.left_seconds, c.row_version = c.row_version + 1"};
#undef PORTAL_RECOMPUTED

// Changes that the clocks do not all follow yet.
inline constexpr db::Sql kOweRecompute{"INSERT INTO core_recompute (cause, note, person_id, account_id, made_at) VALUES (?, ?, ?, ?, ?)"};
inline constexpr db::Sql kOwedRecomputes{"SELECT id, cause, note, person_id, account_id, made_at FROM core_recompute WHERE made_at <= ? ORDER BY id"};
inline constexpr db::Sql kSettleRecompute{"DELETE FROM core_recompute WHERE id = ?"};

// Parameters are named in the store that binds them; what each database account needs is in sql/grants.h.
inline constexpr std::array kAllQueries{kUnitCalendars, kRevision, kCalendars, kHours, kYears, kDays, kHoldCalendar, kBumpCalendar, kPutYear, kPutDay, kDropDay,
                                        kDropHours, kAddHours, kDuties, kAddDuty, kEndDuty, kEditDuty, kClock, kClockForUpdate, kClocksOfItem, kClocksOfItems,
                                        kClockBySubject, kOpenOfCode, kOpenOfItems, kClocksById, kOpenBlock, kBlockEnd, kPausesOfBlock, kPauses, kPausesOfItems,
                                        kUnitsOfMonth, kAddPause, kEndPause, kAddClock, kSetClock, kAddChange, kChanges, kLogRecomputed,
                                        kSetRecomputed, kOweRecompute, kOwedRecomputes, kSettleRecompute};

}  // namespace portal::duty
