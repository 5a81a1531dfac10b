// Every SQL statement of the scheduler.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::scheduler::sql {

// Recurring tasks, claimed by row.
inline constexpr db::Sql kAddTask{"INSERT INTO core_task (name, due_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE name = core_task.name"};
inline constexpr db::Sql kClaimTask{
    "UPDATE core_task SET claimed_by = ?, claimed_at = ? WHERE name = ? AND due_at <= ? AND (claimed_at IS NULL OR claimed_at < ?)"};
inline constexpr db::Sql kLastDone{"SELECT done_at FROM core_task WHERE name = ?"};
inline constexpr db::Sql kFinishTask{
    "UPDATE core_task SET due_at = ?, done_at = ?, claimed_at = NULL, last_error = '' WHERE name = ? AND claimed_by = ?"};
inline constexpr db::Sql kFailTask{"UPDATE core_task SET due_at = ?, claimed_at = NULL, last_error = ? WHERE name = ? AND claimed_by = ?"};

inline constexpr db::Sql kSetting{"SELECT value FROM core_setting WHERE name = ?"};

// Clocks of which something is to be told; taking one is the claim.
inline constexpr db::Sql kClocksToTell{"SELECT id FROM core_clock WHERE tell_at <= ? ORDER BY tell_at, id LIMIT 100"};
inline constexpr db::Sql kTakeClock{
    "UPDATE core_clock SET told_late = IF(due_at <= ?, due_at, told_late), told_due = due_at WHERE id = ? AND tell_at <= ?"};

// Quota (D9.4): open clocks that a met quota stops, with the least that the unit owes for that month.
inline constexpr db::Sql kQuotaClocks{
    "SELECT c.id, c.unit_id, c.started_at, (SELECT q.min_items FROM core_quota q WHERE (q.unit_id = c.unit_id OR q.unit_id IS NULL) "
    "AND q.valid_from <= DATE(c.started_at + INTERVAL 7 HOUR) AND (q.valid_to IS NULL OR q.valid_to >= DATE(c.started_at + INTERVAL 7 HOUR)) "
    "ORDER BY q.unit_id IS NULL, q.valid_from DESC LIMIT 1), u.name FROM core_duty d JOIN core_clock c ON c.duty_id = d.id AND c.state = 'open' "
    "JOIN core_unit u ON u.id = c.unit_id WHERE d.stop_event = 'quota_met' ORDER BY c.id"};
// What counts for a unit and month: what reached the board then and was not sent back, refused or taken down since.
inline constexpr db::Sql kSupplies{
    "SELECT first_supplied_at FROM core_item WHERE unit_id = ? AND first_supplied_at >= ? AND first_supplied_at < ? "
    "AND (published_version IS NOT NULL OR state NOT IN ('draft', 'unit_review', 'returned', 'refused', 'discarded', 'withdrawn')) "
    "ORDER BY first_supplied_at LIMIT ?"};

// What nobody needs any more, a block at a time.
inline constexpr db::Sql kSweepForms{"DELETE FROM core_idempotency WHERE created_at < ? LIMIT 1000"};
inline constexpr db::Sql kSweepFailures{"DELETE FROM core_login_throttle WHERE last_at < ? AND blocked_until < ? LIMIT 1000"};
inline constexpr db::Sql kSweepSessions{"DELETE FROM core_session WHERE expires_at < ? LIMIT 1000"};
inline constexpr db::Sql kSweepDrafts{"DELETE FROM core_draft WHERE closed_at IS NULL AND saved_at < ? LIMIT 1000"};
inline constexpr db::Sql kSweepClosedDrafts{"DELETE FROM core_draft WHERE closed_at < ? LIMIT 1000"};
// The confirmations of a withdrawal that still stands are shown beside the item (D12.3) and stay.
inline constexpr db::Sql kSweepJobs{
    "DELETE FROM core_job WHERE state = 'done' AND done_at < ? AND NOT EXISTS (SELECT 1 FROM core_item i WHERE i.id = core_job.item_id "
    "AND i.withdrawn_at IS NOT NULL) LIMIT 1000"};
inline constexpr db::Sql kSweepNotices{"DELETE FROM core_notice WHERE created_at < ? LIMIT 1000"};

// What the public form took, emptied when it was registered (D7.3).
inline constexpr db::Sql kSweepWeb{"DELETE FROM core_intake_web WHERE state = 'taken' AND sent_at < ? LIMIT 1000"};
// What waits or is being sent stays.
inline constexpr db::Sql kSweepMail{"DELETE FROM core_mail WHERE created_at < ? AND state IN ('sent', 'dead', 'cancelled') LIMIT 1000"};

// One-time links that ended long ago (D9.1b); and what came by such a link, of which the row holds nobody's data any more, once no link could be used again.
inline constexpr db::Sql kSweepLinks{"DELETE FROM core_intake_link WHERE expires_at < ? LIMIT 1000"};
inline constexpr db::Sql kSweepAnswers{
    "DELETE FROM core_intake_answer WHERE state <> 'new' AND sent_at < ? AND NOT EXISTS (SELECT 1 FROM core_intake_link l "
    "WHERE l.token_digest = core_intake_answer.token_digest) LIMIT 1000"};

inline constexpr std::array kAllQueries{kAddTask,      kClaimTask,     kLastDone,      kFinishTask,  kFailTask,          kSetting,   kClocksToTell, kTakeClock,
                                        kQuotaClocks,  kSupplies,      kSweepForms,    kSweepFailures, kSweepSessions,   kSweepDrafts, kSweepClosedDrafts,
                                        kSweepJobs,    kSweepNotices, kSweepMail,     kSweepLinks,    kSweepAnswers,    kSweepWeb};

}  // namespace portal::scheduler::sql
