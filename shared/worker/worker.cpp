#include "shared/worker/worker.h"

#include <csignal>
#include <ctime>
#include <iostream>
#include <optional>
#include <vector>

#include "shared/base/log.h"

namespace portal::worker {
namespace {

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

bool has_wrong_grants(db::Connection& db, const Program& program, const base::Config& config) {
  const auto differences = db::grant_differences(db, program.grants, config.text("db_user"), config.text("db_name"));
  if (!differences.empty()) std::cerr << db::describe_differences(differences, config.text("db_user"));
  return !differences.empty();
}

int check_config(const Program& program, const base::Config& config) {
  try {
    db::Connection db(connect_options(config));
    return has_wrong_grants(db, program, config) ? base::kExitConfig : 0;
  } catch (const db::Unavailable& error) {
    // The configuration may be right while the database is down for its own reasons.
    std::cerr << "warning: the database does not answer, grants were not compared: " << error.what() << '\n';
    return 0;
  }
}

int serve(const Program& program, const base::Config& config, const Make& make) {
  const base::SystemClock clock;
  bool is_stopping = false;
  const auto should_stop = [&is_stopping] { return is_stopping = is_stopping || stop_within(std::chrono::milliseconds{0}); };
  const auto worker = make({config, clock, should_stop});
  const std::chrono::milliseconds poll{config.number("poll_ms")};
  bool was_away = false;
  while (!should_stop()) {
    try {
      db::Connection db(connect_options(config));
      if (has_wrong_grants(db, program, config)) return base::kExitConfig;
      if (was_away) base::log(base::Level::Info, "database_back");
      was_away = false;
      while (!should_stop() && db.is_usable()) {
        worker->work(db);
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

int work_once(const Program& program, const base::Config& config, const Make& make, const base::Clock& clock) {
  db::Connection db(connect_options(config));
  if (has_wrong_grants(db, program, config)) return base::kExitConfig;
  try {
    make({config, clock, [] { return false; }})->work(db);
  } catch (const std::runtime_error& error) {
    std::cerr << program.name << ": " << error.what() << '\n';
    return 1;
  }
  return 0;
}

int run_task(const Program& program, const Make& make, const std::vector<std::string_view>& arguments) {
  if (arguments.size() < 2 || arguments[0] != "--config") return kExitUsage;
  const base::Config config = base::Config::load(std::string{arguments[1]});
  const std::string_view task = arguments.size() > 2 ? arguments[2] : std::string_view{};
  if (task == "--print-config" && arguments.size() == 3) {
    std::cout << config.describe();
    return 0;
  }
  if (config.text("module") != program.name)
    throw base::ConfigError(std::string{arguments[1]} + ": is the configuration of '" + config.text("module") + "', this is '" + std::string{program.name} + "'");
  for (const std::string_view key : program.needed)
    if (config.text(key).empty()) throw base::ConfigError(std::string{program.name} + " needs " + std::string{key});
  if (task.empty()) return serve(program, config, make);
  if (task == "--check-config" && arguments.size() == 3) return check_config(program, config);
  if (task != "--once") return kExitUsage;
  if (arguments.size() == 3) return work_once(program, config, make, base::SystemClock{});
  const auto now = arguments.size() == 5 && arguments[3] == "--now" ? base::parse_iso(arguments[4]) : std::nullopt;
  return now ? work_once(program, config, make, base::FixedClock{*now}) : kExitUsage;
}

}  // namespace

int run(int argc, char** argv, const Program& program, const Make& make) {
  base::set_log_program(program.name);
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  try {
    const int code = run_task(program, make, {argv + 1, argv + argc});
    if (code == kExitUsage)
      std::cerr << "usage: " << program.name << " --config FILE [--check-config | --print-config | --once [--now TIME]]\n";
    return code;
  } catch (const std::exception& error) {
    std::cerr << program.name << ": " << error.what() << '\n';
    return base::kExitConfig;
  }
}

}  // namespace portal::worker
