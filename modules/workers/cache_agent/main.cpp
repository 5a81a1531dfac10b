// cache-agent: one per web node. Take-downs reach this node's nginx cache and are confirmed by asking (modules/workers/cache_agent/README.md).
#include <csignal>
#include <ctime>
#include <iostream>

#include "modules/workers/cache_agent/agent.h"
#include "shared/base/log.h"
#include "sql/grants.h"

namespace {

using namespace portal;

constexpr std::string_view kName = "cache-agent";
constexpr int kExitUsage = 64;
constexpr std::chrono::milliseconds kReconnect{500};

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

// Waits for a stop signal; they are blocked for the whole program, so that none is lost between two waits.
bool stop_within(std::chrono::milliseconds wait) {
  const sigset_t set = stop_signals();
  const timespec limit{static_cast<time_t>(wait.count() / 1000), static_cast<long>(wait.count() % 1000) * 1'000'000L};
  return sigtimedwait(&set, nullptr, &limit) > 0;
}

db::ConnectOptions connect_options(const base::Config& config) {
  db::ConnectOptions options;
  options.socket = config.text("db_socket");
  options.database = config.text("db_name");
  options.user = config.text("db_user");
  if (!config.text("db_password_file").empty()) options.password = config.secret("db_password_file");
  options.statement_ms = static_cast<long>(config.number("db_statement_ms"));
  return options;
}

bool has_wrong_grants(db::Connection& db, const base::Config& config) {
  const auto differences = db::grant_differences(db, sql::kGrants, config.text("db_user"), config.text("db_name"));
  for (const std::string& difference : differences) std::cerr << "grants: " << difference << " (mend: portal migrate)\n";
  return !differences.empty();
}

int serve(const base::Config& config) {
  const base::SystemClock clock;
  bool is_stopping = false;
  const auto should_stop = [&is_stopping] { return is_stopping = is_stopping || stop_within(std::chrono::milliseconds{0}); };
  cache_agent::Agent agent(config, clock, should_stop);
  const std::chrono::milliseconds poll{config.number("poll_ms")};
  bool was_away = false;
  while (!should_stop()) {
    try {
      db::Connection db(connect_options(config));
      if (has_wrong_grants(db, config)) return base::kExitConfig;
      if (was_away) base::log(base::Level::Info, "database_back");
      was_away = false;
      while (!should_stop() && db.is_usable()) {
        agent.work(db);
        is_stopping = is_stopping || stop_within(poll);
      }
    } catch (const db::Unavailable& error) {
      if (!was_away) base::log(base::Level::Warning, "database_away", {{"why", std::string_view{error.what()}}});
      was_away = true;
      is_stopping = is_stopping || stop_within(kReconnect);
    } catch (const db::SqlError& error) {
      base::log(base::Level::Error, "statement_failed", {{"why", std::string_view{error.what()}}});
      is_stopping = is_stopping || stop_within(kReconnect);
    }
  }
  return 0;
}

int run(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2 || arguments[0] != "--config" || arguments.size() > 3) {
    std::cerr << "usage: cache-agent --config FILE [--check-config | --print-config]\n";
    return kExitUsage;
  }
  const base::Config config = base::Config::load(std::string{arguments[1]});
  const std::string_view task = arguments.size() == 3 ? arguments[2] : std::string_view{};
  if (task == "--print-config") {
    std::cout << config.describe();
    return 0;
  }
  for (const std::string_view key : {"purge_socket", "nginx_socket", "cache_dir", "db_socket", "db_user"})
    if (config.text(key).empty()) throw base::ConfigError("cache-agent needs " + std::string{key});
  if (task == "--check-config") return 0;
  if (!task.empty()) return kExitUsage;
  return serve(config);
}

}  // namespace

int main(int argc, char** argv) {
  base::set_log_program(kName);
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << kName << ": " << error.what() << '\n';
    return base::kExitConfig;
  }
}
