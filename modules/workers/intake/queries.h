// Every SQL statement of the worker that is its own: the ledger of mails, and that it runs. The register's are in shared/intake.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::intake::worker_sql {

inline constexpr db::Sql kFindMail{"SELECT id, attempts, verdict FROM core_mail_in WHERE source = ?"};
// Before it is opened: a mail that takes the worker down is known by its attempts.
inline constexpr db::Sql kBeginMail{
    "INSERT INTO core_mail_in (source, bytes, seen_at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE attempts = attempts + 1, id = LAST_INSERT_ID(id)"};
inline constexpr db::Sql kHoldMail{"SELECT verdict FROM core_mail_in WHERE id = ? FOR UPDATE"};
inline constexpr db::Sql kEndMail{
    "UPDATE core_mail_in SET verdict = ?, reason = ?, sender_address = ?, message_id = ?, intake_id = ?, mail_id = ?, done_at = ? WHERE id = ?"};
// Says that a worker runs, and why it does not come to the mailbox (docs/operations.md, "Health").
inline constexpr db::Sql kBeat{
    "INSERT INTO core_task (name, due_at, done_at, last_error) VALUES ('intake', ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE due_at = VALUES(due_at), done_at = VALUES(done_at), last_error = VALUES(last_error)"};

// Mails whose words were purged (D12.3b) and whose files may still lie in the mailbox.
inline constexpr db::Sql kToErase{
    "SELECT m.id, m.source FROM core_intake n JOIN core_mail_in m ON m.intake_id = n.id WHERE n.purged_at IS NOT NULL AND m.erased_at IS NULL ORDER BY m.id LIMIT 50"};
inline constexpr db::Sql kErased{"UPDATE core_mail_in SET erased_at = ? WHERE id = ?"};

inline constexpr std::array kAllQueries{kFindMail, kBeginMail, kHoldMail, kEndMail, kBeat, kToErase, kErased};

}  // namespace portal::intake::worker_sql
