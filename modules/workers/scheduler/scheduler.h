// Scheduler: one round does what is due: recurring tasks (core_task), and rows whose time has come (clocks to tell of). Every piece of work is claimed by
// its own row, so two schedulers do nothing twice; what became due while none ran is done in the first round after.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "shared/base/time.h"
#include "shared/files/store.h"
#include "shared/worker/worker.h"

namespace portal::scheduler {

class Scheduler final : public worker::Worker {
 public:
  // `store`: folder of the file store, "" where there is none to sweep.
  Scheduler(const base::Clock& clock, std::function<bool()> should_stop, std::string store);

  void work(db::Connection& db) override;

 private:
  // A recurring task: `run` gets the moment of its last turn, if there was one; `next` says when it is due again.
  struct Task {
    std::string_view name;
    void (*run)(db::Connection& db, const std::optional<base::UtcTime>& last, base::UtcTime now);
    base::UtcTime (*next)(base::UtcTime now);
    void (Scheduler::*own)(db::Connection& db, base::UtcTime now) = nullptr;  // instead of `run`, for what needs more than the database
  };
  static const Task kTasks[];

  void do_task(db::Connection& db, const Task& task);
  void sweep_files(db::Connection& db, base::UtcTime now);

  const base::Clock& clock_;
  std::function<bool()> should_stop_;
  files::Store store_;
  std::string me_;            // in core_task.claimed_by
  base::UtcTime looked_at_;   // last round
};

}  // namespace portal::scheduler
