// Every SQL statement of the job table, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::jobs {

// One statement outside a transaction: a worker that is frozen in the midst of it (a paused machine) holds no lock on the jobs that acts write.
// The id of what was claimed comes back as the statement's last id.
inline constexpr db::Sql kClaimNext{
    "UPDATE core_job SET state = 'claimed', claimed_at = ?, attempts = attempts + 1, id = LAST_INSERT_ID(id) WHERE state = 'ready' AND kind = ? "
    "AND node = ? AND available_at <= ? ORDER BY available_at LIMIT 1"};
inline constexpr db::Sql kJob{"SELECT item_id, payload, attempts FROM core_job WHERE id = ?"};
inline constexpr db::Sql kFreeAbandoned{
    "UPDATE core_job SET state = 'ready' WHERE state = 'claimed' AND kind = ? AND node = ? AND claimed_at < ?"};
inline constexpr db::Sql kFreeClaims{"UPDATE core_job SET state = 'ready' WHERE state = 'claimed' AND kind = ? AND node = ?"};
// Only while it is still claimed: an act may have closed the job meanwhile.
inline constexpr db::Sql kFinish{"UPDATE core_job SET state = 'done', done_at = ?, last_error = '' WHERE id = ? AND state = 'claimed'"};
inline constexpr db::Sql kRetry{"UPDATE core_job SET state = 'ready', available_at = ?, last_error = ? WHERE id = ? AND state = 'claimed'"};
inline constexpr db::Sql kWait{"UPDATE core_job SET state = 'ready', available_at = ?, last_error = ?, attempts = 0 WHERE id = ? AND state = 'claimed'"};
inline constexpr db::Sql kCloseOpen{"UPDATE core_job SET state = 'done', done_at = ?, last_error = '' WHERE kind = ? AND state IN ('ready', 'claimed')"};
inline constexpr db::Sql kQueueForEveryNode{
    "INSERT INTO core_job (kind, node, payload, available_at, created_at) SELECT ?, node, ?, ?, ? FROM core_node"};
inline constexpr db::Sql kHasOpen{"SELECT 1 FROM core_job WHERE kind = ? AND state IN ('ready', 'claimed') LIMIT 1"};
inline constexpr db::Sql kAddJob{"INSERT INTO core_job (kind, payload, available_at, created_at) VALUES (?, ?, ?, ?)"};
inline constexpr db::Sql kRegisterNode{"INSERT INTO core_node (node, seen_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at)"};

inline constexpr std::array kAllQueries{kClaimNext, kJob, kFreeAbandoned, kFreeClaims, kFinish, kRetry, kWait,
                                        kCloseOpen, kQueueForEveryNode, kHasOpen, kAddJob, kRegisterNode};

}  // namespace portal::jobs
