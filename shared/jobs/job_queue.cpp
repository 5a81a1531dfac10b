#include "shared/jobs/job_queue.h"

#include <algorithm>

#include "shared/jobs/queries.h"

namespace portal::jobs {

std::optional<Job> claim_job(db::Connection& db, std::string_view kind, std::string_view node, base::UtcTime now) {
  db.execute(kFreeAbandoned, kind, node, now - kClaimLimit);
  return db::in_transaction(db, [&]() -> std::optional<Job> {
    Job job;
    {
      auto rows = db.query(kNextReady, kind, node, now);
      if (!rows.next()) return {};
      job.id = rows.id<JobId>(0);
      job.kind = kind;
      job.node = node;
      job.item = rows.id<base::ItemId>(1);
      job.payload = rows.text(2);
      job.attempts = static_cast<unsigned>(rows.number(3)) + 1;
    }
    db.execute(kClaim, now, job.id);
    return job;
  });
}

void finish_job(db::Connection& db, const Job& job, base::UtcTime now) { db.execute(kFinish, now, job.id); }

void retry_job(db::Connection& db, const Job& job, std::string_view error, base::UtcTime now, std::chrono::milliseconds longest) {
  const auto wait = std::min(longest, std::chrono::milliseconds(200) * (1 << std::min(job.attempts, 10U)) / 2);
  db.execute(kRetry, now + wait, error.substr(0, 500), job.id);
}

void free_claims(db::Connection& db, std::string_view kind, std::string_view node) { db.execute(kFreeClaims, kind, node); }

void renew_for_every_node(db::Connection& db, std::string_view kind, std::string_view payload, base::UtcTime available_at, base::UtcTime now) {
  db.execute(kCloseOpen, now, kind);
  db.execute(kQueueForEveryNode, kind, payload, available_at, now);
}

void register_node(db::Connection& db, std::string_view node, base::UtcTime now) { db.execute(kRegisterNode, node, now); }

}  // namespace portal::jobs
