#include "modules/workers/scheduler/postings.h"

#include <nlohmann/json.hpp>

#include "modules/news/model.h"
#include "modules/news/publisher.h"
#include "shared/base/log.h"
#include "shared/files/judgement.h"
#include "shared/jobs/job_queue.h"
#include "shared/workflow/schedule.h"

namespace portal::scheduler {

void carry_out_schedules(db::Connection& db, base::UtcTime now, const std::function<bool()>& should_stop) {
  news::NewsPublisher news;
  const auto publisher_of = [&news](std::string_view module) -> workflow::Publisher* { return module == news::kModule ? &news : nullptr; };
  const auto carried = workflow::carry_out_schedules(db, now, publisher_of, should_stop);
  if (carried.done + carried.failed == 0) return;
  base::log(carried.failed == 0 ? base::Level::Info : base::Level::Warning, "schedules_carried_out",
            {{"done", static_cast<std::int64_t>(carried.done)}, {"failed", static_cast<std::int64_t>(carried.failed)}});
}

void follow_judgements(db::Connection& db, const base::Clock& clock, const std::function<bool()>& should_stop) {
  while (!should_stop()) {
    const auto job = jobs::claim_job(db, files::kJudgedJob, "", clock.now());
    if (!job) return;
    const auto payload = nlohmann::json::parse(job->payload, nullptr, false);
    if (payload.is_object() && payload.contains("file") && payload["file"].is_number_unsigned())
      news::rewrite_with(db, files::FileId{payload["file"].get<std::uint64_t>()});
    jobs::finish_job(db, *job, clock.now());
  }
}

}  // namespace portal::scheduler
