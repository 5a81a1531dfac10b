// cache-agent: one per web node. Take-downs reach this node's nginx cache and are confirmed by asking (modules/workers/cache_agent/README.md).
#include "modules/workers/cache_agent/agent.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  constexpr std::array<std::string_view, 5> kNeeded{"purge_socket", "nginx_socket", "cache_dir", "db_socket", "db_user"};
  return worker::run(argc, argv, {"cache-agent", sql::kGrants, kNeeded},
                     [](const worker::Setting& setting) { return std::make_unique<cache_agent::Agent>(setting.config, setting.clock, setting.should_stop); });
}
