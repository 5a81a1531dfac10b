#include "shared/jobs/job_queue.h"

#include <algorithm>

#include "shared/jobs/queries.h"
#include "shared/text/unicode.h"

namespace portal::jobs {

namespace {

constexpr std::size_t kLongestError = 500;  // core_job.last_error is VARCHAR(500)

// Nothing also when an act that writes jobs stood in the way: the worker asks again soon.
std::optional<JobId> claim_next(db::Connection& db, std::string_view kind, std::string_view node, base::UtcTime now) {
  try {
    const auto claimed = db.execute(kClaimNext, now, kind, node, now);
    if (claimed.affected == 0) return {};
    return JobId{claimed.last_id};
  } catch (const db::SqlError& error) {
    if (error.code != 1213 && error.code != 1205) throw;
    return {};
  }
}

}  // namespace

std::optional<Job> claim_job(db::Connection& db, std::string_view kind, std::string_view node, base::UtcTime now) {
  db.execute(kFreeAbandoned, kind, node, now - kClaimLimit);
  const auto id = claim_next(db, kind, node, now);
  if (!id) return {};
  Job job;
  job.id = *id;
  job.kind = kind;
  job.node = node;
  auto rows = db.query(kJob, job.id);
  if (!rows.next()) return {};
  job.item = rows.id<base::ItemId>(0);
  job.payload = rows.text(1);
  job.attempts = static_cast<unsigned>(rows.number(2));
  return job;
}

void finish_job(db::Connection& db, const Job& job, base::UtcTime now) { db.execute(kFinish, now, job.id); }

void retry_job(db::Connection& db, const Job& job, std::string_view error, base::UtcTime now, std::chrono::milliseconds longest) {
  const auto wait = std::min(longest, std::chrono::milliseconds(200) * (1 << std::min(job.attempts, 10U)) / 2);
  db.execute(kRetry, now + wait, text::cut_to_bytes(error, kLongestError), job.id);
}

void wait_job(db::Connection& db, const Job& job, std::string_view error, base::UtcTime now, std::chrono::milliseconds wait) {
  db.execute(kWait, now + wait, text::cut_to_bytes(error, kLongestError), job.id);
}

bool has_open_job(db::Connection& db, std::string_view kind) { return db.query(kHasOpen, kind).next(); }

void add_job(db::Connection& db, std::string_view kind, std::string_view payload, base::UtcTime now) { db.execute(kAddJob, kind, payload, now, now); }

void free_claims(db::Connection& db, std::string_view kind, std::string_view node) { db.execute(kFreeClaims, kind, node); }

void renew_for_every_node(db::Connection& db, std::string_view kind, std::string_view payload, base::UtcTime available_at, base::UtcTime now) {
  db.execute(kCloseOpen, now, kind);
  db.execute(kQueueForEveryNode, kind, payload, available_at, now);
}

void register_node(db::Connection& db, std::string_view node, base::UtcTime now) { db.execute(kRegisterNode, node, now); }

}  // namespace portal::jobs
