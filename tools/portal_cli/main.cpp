// portal: the operator's tool on one instance.
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "shared/base/log.h"

int main(int argc, char** argv) {
  using namespace portal;
  CLI::App app;
  app.description("Công cụ của người vận hành Trang thông tin điện tử Sở Tư pháp.");
  app.require_subcommand(1);
  cli::Settings settings;
  settings.sql_dir = PORTAL_SQL_DIR;
  app.add_option("--dir", settings.dir, "thư mục của bản cài (mặc định .portal)");
  app.add_option("--sql-dir", settings.sql_dir, "thư mục các tệp SQL");
  app.add_flag("--json", settings.json, "trả một tài liệu JSON ra đầu ra chuẩn");
  app.fallthrough();
  cli::Run run;
  cli::add_migrate(app, settings, run);
  cli::add_seed(app, settings, run);
  cli::add_user(app, settings, run);
  cli::add_check(app, settings, run);
  cli::add_archive(app, settings, run);
  cli::add_workflow(app, settings, run);
  cli::add_clocks(app, settings, run);
  cli::add_due(app, settings, run);
  cli::add_decode(app, settings, run);
  cli::add_signatures(app, settings, run);
  cli::add_convert(app, settings, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : 2;
  }
  base::set_log_program("portal");
  // Who asked for JSON gets it also when the answer is that nothing could be done.
  const auto refuse = [&settings](int code, const char* what) {
    if (settings.json)
      std::cout << nlohmann::json{{"ok", false}, {"error", what}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    std::cerr << "portal: " << what << '\n';
    return code;
  };
  try {
    return run();
  } catch (const base::ConfigError& error) {
    return refuse(2, error.what());
  } catch (const std::exception& error) {
    return refuse(1, error.what());
  }
}
