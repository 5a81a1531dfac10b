// converter: makes what was received fit to be seen, each file in a sandbox (modules/workers/converter/README.md).
#include "modules/workers/converter/converter.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  constexpr std::array<std::string_view, 3> kNeeded{"db_socket", "db_user", "store_dir"};
  return worker::run(argc, argv, {"converter", sql::kGrants, kNeeded},
                     [](const worker::Setting& setting) { return std::make_unique<converter::Converter>(setting); });
}
