// Worker: the skeleton of a program without routes: configuration, grants, one database connection that is made again when it was lost, a stop signal
// between two rounds. A worker says only what a round does.
//
//   int main(int argc, char** argv) {
//     return worker::run(argc, argv, {"cache-agent", sql::kGrants, kNeeded}, [](const worker::Setting& setting) { return std::make_unique<Agent>(…); });
//   }
//
//   NAME --config FILE [--check-config | --print-config]
//   NAME --config FILE --once [--now TIME]      one round and the end, as if it were TIME (ISO 8601): rehearsals and tests; exit 1 when it failed
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "shared/base/config.h"
#include "shared/base/time.h"
#include "shared/db/grants.h"

namespace portal::worker {

class Worker {
 public:
  virtual ~Worker() = default;
  // One round: everything that is ready now. Throws db::Unavailable when the database is lost; the next round gets a new connection.
  virtual void work(db::Connection& db) = 0;
};

struct Program {
  std::string_view name;
  std::span<const db::Grant> grants;           // sql/grants.h
  std::span<const std::string_view> needed;    // configuration keys that may not be empty
};

// What a worker is made from; all of it lives longer than the worker.
struct Setting {
  const base::Config& config;
  const base::Clock& clock;
  std::function<bool()> should_stop;  // to be asked between two pieces of work
};

using Make = std::function<std::unique_ptr<Worker>(const Setting& setting)>;

// The whole of main(). Rounds follow each other by `poll_ms`. Gives the exit code (docs/operations.md).
[[nodiscard]] int run(int argc, char** argv, const Program& program, const Make& make);

}  // namespace portal::worker
