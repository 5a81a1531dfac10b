// The verbs of `portal`. Each answers an exit code: 0 answered, 1 refused or found wrong, 2 wrong use (docs/operations.md).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "shared/base/config.h"
#include "shared/db/connection.h"

namespace CLI {
class App;
}

namespace portal::cli {

// What every verb has: where the instance is and how to answer.
struct Settings {
  std::string dir = ".portal";
  std::string sql_dir;
  bool json = false;

  [[nodiscard]] base::Config config() const { return base::Config::load(dir + "/conf/portal.conf"); }
};

// A connection as one of the accounts, its password from the instance's secrets; long statements allowed.
[[nodiscard]] std::unique_ptr<db::Connection> connect_as(const base::Config& config, const std::string& account);

// Progress on standard error, so that --json keeps standard output to itself.
void say(const std::string& line);

// Each adds its subcommands; the chosen one sets `run`.
using Run = std::function<int()>;
void add_migrate(CLI::App& app, Settings& settings, Run& run);
void add_seed(CLI::App& app, Settings& settings, Run& run);
void add_user(CLI::App& app, Settings& settings, Run& run);
void add_check(CLI::App& app, Settings& settings, Run& run);
void add_archive(CLI::App& app, Settings& settings, Run& run);
void add_workflow(CLI::App& app, Settings& settings, Run& run);
void add_clocks(CLI::App& app, Settings& settings, Run& run);
void add_due(CLI::App& app, Settings& settings, Run& run);
void add_decode(CLI::App& app, Settings& settings, Run& run);
void add_signatures(CLI::App& app, Settings& settings, Run& run);
void add_convert(CLI::App& app, Settings& settings, Run& run);

}  // namespace portal::cli
