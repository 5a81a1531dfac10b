// mailer: sends what acts have put into the outbox (modules/workers/mailer/README.md).
#include "modules/workers/mailer/mailer.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  constexpr std::array<std::string_view, 4> kNeeded{"db_socket", "db_user", "smtp_url", "office_origin"};
  return worker::run(argc, argv, {"mailer", sql::kGrants, kNeeded},
                     [](const worker::Setting& setting) { return std::make_unique<mailer::Mailer>(setting.config, setting.clock, setting.should_stop); });
}
