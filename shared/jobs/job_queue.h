// Jobs: the outbox that acts write in their transaction, and how workers take from it.
//
// A job is claimed by state, never by "id greater than the last" (ids are not in commit order). Claiming is one statement,
// so any number of workers may run, and one that is frozen holds no lock. A claim that its worker did not finish (killed) is free again after
// kClaimLimit: work must be idempotent.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::jobs {

using JobId = base::Id<struct JobTag>;

struct Job {
  JobId id;
  std::string kind;      // "cache.takedown"
  std::string node;      // "" for jobs that any node may do
  base::ItemId item;
  std::string payload;   // JSON, understood by the kind's worker
  unsigned attempts = 0; // this one included
};

inline constexpr std::chrono::seconds kClaimLimit{30};

// The oldest job of `kind` for `node` that is ready, marked as claimed; nothing when there is none. Outside a transaction.
[[nodiscard]] std::optional<Job> claim_job(db::Connection& db, std::string_view kind, std::string_view node, base::UtcTime now);

// Done: what it says has been confirmed.
void finish_job(db::Connection& db, const Job& job, base::UtcTime now);

// Not yet: again after a wait that doubles from 200 ms to at most `longest`. The error is kept for the office to show (at most 500 bytes, no letter cut).
void retry_job(db::Connection& db, const Job& job, std::string_view error, base::UtcTime now,
               std::chrono::milliseconds longest = std::chrono::seconds(5));

// Not yet, and through no fault of the job's: what it needs is not there. Again after `wait`, and not counted as an attempt.
void wait_job(db::Connection& db, const Job& job, std::string_view error, base::UtcTime now, std::chrono::milliseconds wait);

// A job that any worker of its kind may do, in the caller's transaction.
void add_job(db::Connection& db, std::string_view kind, std::string_view payload, base::UtcTime now);

// Whether a job of `kind` is not done yet, whoever works at it.
[[nodiscard]] bool has_open_job(db::Connection& db, std::string_view kind);

// Jobs that this node's worker had claimed when it was killed are ready again; for a worker that starts and is the only one of its node.
void free_claims(db::Connection& db, std::string_view kind, std::string_view node);

// One job of `kind` for every web node known here (core_node), in the caller's transaction. Those of the kind that are still open are closed: the new
// one does their work too.
void renew_for_every_node(db::Connection& db, std::string_view kind, std::string_view payload, base::UtcTime available_at, base::UtcTime now);

// This node wants to be told: take-downs wait for every node known here.
void register_node(db::Connection& db, std::string_view node, base::UtcTime now);

}  // namespace portal::jobs
