// intake: registers the mail of the board's mailbox (modules/workers/intake/README.md).
#include "modules/workers/intake/intake_worker.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  constexpr std::array<std::string_view, 5> kNeeded{"db_socket", "db_user", "store_dir", "incoming_dir", "mailbox_dir"};
  return worker::run(argc, argv, {"intake", sql::kGrants, kNeeded},
                     [](const worker::Setting& setting) { return std::make_unique<intake::IntakeWorker>(setting); });
}
