// feeds: takes what other portals publish in their channels into the register (modules/workers/feeds/README.md).
#include "modules/workers/feeds/feed_worker.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  constexpr std::array<std::string_view, 2> kNeeded{"db_socket", "db_user"};
  return worker::run(argc, argv, {"feeds", sql::kGrants, kNeeded}, [](const worker::Setting& setting) { return std::make_unique<feeds::FeedWorker>(setting); });
}
