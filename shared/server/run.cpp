// Run: from the command line to the loop. Every fault of configuration ends here with exit code 78
// and a sentence that names it.
#include <iostream>

#include "shared/base/log.h"
#include "shared/server/loop.h"

namespace portal::server {
namespace {

constexpr int kExitUsage = 64;  // sysexits.h EX_USAGE
constexpr int kExitTryAgain =
    75;  // sysexits.h EX_TEMPFAIL: the supervisor starts the program again
constexpr int kDatabaseWaitSeconds = 30;

enum class Task { Serve, CheckConfig, PrintConfig, PrintRoutes };

struct CommandLine {
  std::string config;
  std::string socket;
  Task task = Task::Serve;
};

constexpr std::string_view kUsage =
    " --config FILE [--socket PATH | --check-config | --print-config | --print-routes]\n"
    "  --config FILE    key=value lines; --print-config explains every key\n"
    "  --socket PATH    listen there instead of on descriptor 0\n"
    "  --check-config   exit 0 when the program could start with this configuration, 78 and the "
    "reason when not\n"
    "  --print-config   every key with its meaning and value\n"
    "  --print-routes   one JSON line for every route\n";

std::optional<CommandLine> read_command_line(int argc, char** argv) {
  CommandLine line;
  const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string_view argument{arguments[i]};
    const bool has_value = i + 1 < arguments.size();
    if (argument == "--config" && has_value)
      line.config = arguments[++i];
    else if (argument == "--socket" && has_value)
      line.socket = arguments[++i];
    else if (argument == "--check-config")
      line.task = Task::CheckConfig;
    else if (argument == "--print-config")
      line.task = Task::PrintConfig;
    else if (argument == "--print-routes")
      line.task = Task::PrintRoutes;
    else
      return std::nullopt;
  }
  if (line.config.empty()) return std::nullopt;
  return line;
}

db::ConnectOptions connect_options(const base::Config& config) {
  db::ConnectOptions options;
  options.socket = config.text("db_socket");
  options.database = config.text("db_name");
  options.user = config.text("db_user");
  if (!config.text("db_password_file").empty())
    options.password = config.secret("db_password_file");
  options.statement_ms = static_cast<long>(config.number("db_statement_ms"));
  return options;
}

// Settings that would let the program run but not as promised (ASVS 13.1).
void check_settings(const base::Config& config, const Program& program, const std::string& file) {
  if (config.text("module") != program.name)
    throw base::ConfigError(file + ": is the configuration of '" + config.text("module") +
                            "', this is '" + std::string{program.name} + "'");
  if (program.face == Face::Office) static_cast<void>(config.secret("secret_file"));
  const std::string_view scheme = config.flag("tls") ? "https://" : "http://";
  for (const std::string_view key : {"public_origin", "office_origin"})
    if (!config.text(key).starts_with(scheme) || config.text(key).ends_with('/'))
      throw base::ConfigError(file + ": " + std::string{key} + " must begin with " +
                              std::string{scheme} + " (tls=" + config.text("tls") +
                              ") and not end with '/'");
}

// Differences between what the database account may do and what the matrix says; throws
// Unavailable.
std::vector<std::string> compare_grants(db::Pool& pool, const base::Config& config,
                                        const Program& program) {
  const db::Lease lease = pool.lease();
  return db::grant_differences(*lease, program.grants, config.text("db_user"),
                               config.text("db_name"));
}

enum class Readiness { Ready, Differs, Stopped, Unreachable };

// A database that is down at start is waited for, so that everything may be started at once.
// Nothing is served before the grants are known: a program with a wider account than its own must
// not answer a single request.
Readiness wait_for_database(db::Pool& pool, const base::Config& config, const Program& program) {
  for (int waited = 0; waited < kDatabaseWaitSeconds; ++waited) {
    try {
      const auto differences = compare_grants(pool, config, program);
      if (differences.empty()) return Readiness::Ready;
      std::cerr << db::describe_differences(differences, config.text("db_user"));
      return Readiness::Differs;
    } catch (const db::Unavailable& error) {
      if (waited % 5 == 0)
        base::log(base::Level::Warning, "waiting_for_database",
                  {{"seconds", std::int64_t{waited}}, {"what", std::string_view{error.what()}}});
    }
    if (stop_signal_within(1)) return Readiness::Stopped;
  }
  base::log(base::Level::Error, "database_unreachable",
            {{"seconds", std::int64_t{kDatabaseWaitSeconds}}});
  return Readiness::Unreachable;
}

int check_config(db::Pool& pool, const base::Config& config, const Program& program) {
  try {
    const auto differences = compare_grants(pool, config, program);
    if (!differences.empty()) {
      std::cerr << db::describe_differences(differences, config.text("db_user"));
      return base::kExitConfig;
    }
  } catch (const db::Unavailable& error) {
    // The configuration may be right while the database is down for its own reasons.
    std::cerr << "warning: the database does not answer, grants were not compared: " << error.what()
              << '\n';
  }
  return 0;
}

std::string_view name_of(http::RouteAccess::Kind kind) {
  switch (kind) {
    case http::RouteAccess::Kind::Public:
      return "public";
    case http::RouteAccess::Kind::Internal:
      return "internal";
    case http::RouteAccess::Kind::Anonymous:
      return "anonymous";
    case http::RouteAccess::Kind::Staff:
      return "staff";
    case http::RouteAccess::Kind::Capability:
      return "capability";
  }
  return "?";
}

std::string_view name_of(http::Cache cache) {
  switch (cache) {
    case http::Cache::NoStore:
      return "no-store";
    case http::Cache::Page:
      return "page";
    case http::Cache::Cursor:
      return "cursor";
    case http::Cache::File:
      return "file";
  }
  return "?";
}

// Routes are literals of ours without quotes or backslashes, so they need no escaping.
void print_routes(std::span<const ErasedRoute> routes) {
  for (const ErasedRoute& route : routes) {
    std::cout << R"({"method":")" << (route.method == http::Method::Post ? "POST" : "GET")
              << R"(","pattern":")" << route.pattern << R"(","access":")"
              << name_of(route.access.kind) << '"';
    if (route.access.kind == http::RouteAccess::Kind::Capability)
      std::cout << R"(,"capability":)" << route.access.capability;
    std::cout << R"(,"cache":")" << name_of(route.cache) << R"(","keys":[)";
    std::string_view separator;
    for (const std::string_view key : route.keys) {
      if (key.empty()) continue;
      std::cout << separator << '"' << key << '"';
      separator = ",";
    }
    std::cout << R"(],"name":")" << route.name << "\"}\n";
  }
}

int run(const CommandLine& line, const Program& program,
        const std::function<std::vector<ErasedRoute>(const Services&)>& make_routes) {
  const base::Config config = base::Config::load(line.config);
  if (line.task == Task::PrintConfig) {
    std::cout << config.describe();
    return 0;
  }
  check_settings(config, program, line.config);
  const view::Templates templates(config.text("templates_dir"), config.text("assets_manifest"),
                                  program.face == Face::Office);
  const base::SystemClock clock;
  // A request leases at most one connection, and the site's snapshot is read with one more while
  // requests hold theirs: no thread ever waits for another's.
  db::Pool pool(connect_options(config), static_cast<std::size_t>(config.number("threads")) + 1);
  const Services services{config, clock, templates, pool};

  if (line.task == Task::CheckConfig) return check_config(pool, config, program);
  if (line.task == Task::PrintRoutes) {
    print_routes(make_routes(services));
    return 0;
  }
  // Bound first: clients that come while the database starts wait in the socket instead of being
  // refused.
  Listener listener = line.socket.empty() ? Listener::inherited() : Listener::bound(line.socket);
  switch (wait_for_database(pool, config, program)) {
    case Readiness::Differs:
      return base::kExitConfig;
    case Readiness::Stopped:
      return 0;
    case Readiness::Unreachable:
      return kExitTryAgain;
    case Readiness::Ready:
      break;
  }
  const std::vector<ErasedRoute> routes = make_routes(services);
  return serve(services, program, routes, listener);
}

}  // namespace

int run_erased(int argc, char** argv, const Program& program,
               const std::function<std::vector<ErasedRoute>(const Services&)>& make_routes) {
  base::set_log_program(program.name);
  const auto line = read_command_line(argc, argv);
  if (!line) {
    std::cerr << "usage: " << program.name << kUsage;
    return kExitUsage;
  }
  block_stop_signals();
  try {
    return run(*line, program, make_routes);
  } catch (const std::exception& error) {
    std::cerr << program.name << ": " << error.what() << '\n';
    return base::kExitConfig;
  }
}

}  // namespace portal::server
