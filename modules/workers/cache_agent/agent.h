// Agent: takes this node's take-down jobs, empties nginx's cache of the withdrawn page and confirms by asking that readers no longer get it.
#pragma once

#include <functional>
#include <string>

#include "modules/workers/cache_agent/nginx_client.h"
#include "modules/workers/cache_agent/plan.h"
#include "shared/base/config.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::cache_agent {

class Agent {
 public:
  // `should_stop` is asked between requests; a job left then is ready again at once.
  Agent(const base::Config& config, const base::Clock& clock, std::function<bool()> should_stop);

  // Registers the node when it is time to, then does every job that is ready. Throws db::Unavailable.
  void work(db::Connection& db);

 private:
  // "" when every address is confirmed, else why not.
  [[nodiscard]] std::string take_down(const Takedown& takedown);
  void purge(const Takedown& takedown);
  void empty_cursor_zone();
  [[nodiscard]] std::string confirm(const Takedown& takedown);

  const base::Clock& clock_;
  std::function<bool()> should_stop_;
  std::string node_;
  std::string cursor_folder_;
  NginxClient nginx_;
  base::UtcTime registered_at_;
};

}  // namespace portal::cache_agent
