// Agent: takes this node's jobs, empties nginx's cache of what must no longer be read and confirms by asking that readers no longer get it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "modules/workers/cache_agent/nginx_client.h"
#include "modules/workers/cache_agent/plan.h"
#include "shared/base/config.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/jobs/job_queue.h"
#include "shared/worker/worker.h"

namespace portal::cache_agent {

class Agent final : public worker::Worker {
 public:
  // `should_stop` is asked between requests; a job left then is ready again at once.
  Agent(const base::Config& config, const base::Clock& clock, std::function<bool()> should_stop);

  // Registers the node when it is time to, then does every job that is ready, take-downs first, then what was posted. Throws db::Unavailable.
  void work(db::Connection& db) override;

 private:
  // A kind of job. `run` gives "" when everything is confirmed, else why not.
  struct Task {
    std::string_view kind;
    std::string_view done;      // names of the log lines
    std::string_view not_done;
    std::string (Agent::*run)(std::string_view payload);
  };
  static const Task kTasks[];

  // False when no job of the task is ready.
  bool work_once(db::Connection& db, const Task& task);
  [[nodiscard]] std::string take_down(std::string_view payload);
  [[nodiscard]] std::string refresh(std::string_view payload);
  [[nodiscard]] std::string follow_sections(std::string_view payload);
  // Removes every file of a zone of nginx's cache.
  void empty_zone(std::string_view zone);
  // The first question that is not answered as it should be, in words; "" when all are. `leads` looks for what is gone in a body.
  [[nodiscard]] std::string confirm(const std::vector<Question>& questions, const std::function<bool(std::string_view body)>& leads);

  const base::Clock& clock_;
  std::function<bool()> should_stop_;
  std::string node_;
  std::string cache_folder_;
  std::string origin_;
  NginxClient nginx_;
  base::UtcTime registered_at_;
};

}  // namespace portal::cache_agent
