#include "modules/workers/scheduler/scheduler.h"

#include "modules/workers/scheduler/calendar.h"
#include "modules/workers/scheduler/deadlines.h"
#include "modules/workers/scheduler/months.h"
#include "modules/workers/scheduler/postings.h"
#include "modules/workers/scheduler/queries.h"
#include "modules/workers/scheduler/sweep.h"
#include "modules/workers/scheduler/units.h"
#include "shared/base/crypto.h"
#include "shared/base/log.h"
#include "shared/files/sweep.h"
#include "shared/text/unicode.h"

namespace portal::scheduler {
namespace {

using namespace std::chrono_literals;
using base::UtcTime;

constexpr auto kRound = 1s;             // rounds more often than this find nothing new
constexpr auto kClaimLimit = 60s;
constexpr auto kAgainAfterFailure = 30s;
constexpr std::size_t kLongestError = 500;

UtcTime next_midnight(UtcTime now) { return base::start_of(std::chrono::sys_days{base::local_date(now)} + std::chrono::days{1}); }

// Says that a scheduler runs (docs/operations.md, "Health").
void beat(db::Connection& /*db*/, const std::optional<UtcTime>& /*last*/, UtcTime /*now*/) {}

}  // namespace

const Scheduler::Task Scheduler::kTasks[] = {
    {"heartbeat", beat, [](UtcTime now) -> UtcTime { return now + 10s; }},
    {"open_months", open_months, next_midnight},
    {"quota", watch_quota, [](UtcTime now) -> UtcTime { return now + 60s; }},
    {"calendar", watch_calendar, next_midnight},
    {"recompute", finish_recomputes, [](UtcTime now) -> UtcTime { return now + 60s; }},
    {"units", follow_units, [](UtcTime now) -> UtcTime { return now + 60s; }},
    {"sweep", sweep, [](UtcTime now) -> UtcTime { return now + 1h; }},
    {"files", nullptr, [](UtcTime now) -> UtcTime { return now + 10min; }, &Scheduler::sweep_files},
};

Scheduler::Scheduler(const base::Clock& clock, std::function<bool()> should_stop, std::string store)
    : clock_(clock), should_stop_(std::move(should_stop)), store_(std::move(store)), me_(base::random_hex(8)) {}

// What lies in the file store without being used, a day after it was so (shared/files/sweep.h).
void Scheduler::sweep_files(db::Connection& db, UtcTime now) {
  if (store_.root().empty()) return;
  const files::Swept swept = files::sweep(db, store_, now, should_stop_);
  if (swept.temporary + swept.unused + swept.orphans == 0) return;
  base::log(base::Level::Info, "files_swept",
            {{"temporary", static_cast<std::int64_t>(swept.temporary)}, {"unused", static_cast<std::int64_t>(swept.unused)},
             {"orphans", static_cast<std::int64_t>(swept.orphans)}});
}

void Scheduler::do_task(db::Connection& db, const Task& task) {
  const UtcTime now = clock_.now();
  if (db.execute(sql::kClaimTask, me_, now, task.name, now, now - kClaimLimit).affected == 0) return;
  std::optional<UtcTime> last;
  if (auto rows = db.query(sql::kLastDone, task.name); rows.next()) last = rows.optional_time(0);
  try {
    if (task.own != nullptr) (this->*task.own)(db, now);
    else task.run(db, last, now);
    db.execute(sql::kFinishTask, task.next(now), now, task.name, me_);
  } catch (const db::Unavailable&) {
    throw;  // the claim ends by itself
  } catch (const std::runtime_error& error) {
    base::log(base::Level::Error, "task_failed", {{"task", task.name}, {"why", std::string_view{error.what()}}});
    db.execute(sql::kFailTask, now + kAgainAfterFailure, text::cut_to_bytes(error.what(), kLongestError), task.name, me_);
  }
}

void Scheduler::work(db::Connection& db) {
  if (looked_at_ == UtcTime{})
    for (const Task& task : kTasks) db.execute(sql::kAddTask, task.name, clock_.now());
  if (clock_.now() - looked_at_ < kRound) return;
  looked_at_ = clock_.now();
  carry_out_schedules(db, clock_.now(), should_stop_);
  follow_judgements(db, clock_, should_stop_);
  for (const Task& task : kTasks)
    if (!should_stop_()) do_task(db, task);
  tell_of_clocks(db, clock_.now(), should_stop_);
}

}  // namespace portal::scheduler
