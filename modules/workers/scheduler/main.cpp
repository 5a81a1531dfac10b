// scheduler: what has to happen at its time without anybody asking (modules/workers/scheduler/README.md).
#include "modules/workers/scheduler/scheduler.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  constexpr std::array<std::string_view, 2> kNeeded{"db_socket", "db_user"};
  return worker::run(argc, argv, {"scheduler", sql::kGrants, kNeeded},
                     [](const worker::Setting& setting) {
                       return std::make_unique<scheduler::Scheduler>(setting.clock, setting.should_stop, setting.config.text("store_dir"));
                     });
}
