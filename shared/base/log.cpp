#include "shared/base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

#include "shared/base/time.h"

namespace portal::base {
namespace {

std::string& program_name() {
  static std::string name = "portal";
  return name;
}

spdlog::logger& sink() {
  static const std::shared_ptr<spdlog::logger> logger = [] {
    auto made = spdlog::stderr_logger_mt("portal");
    made->set_pattern("%v");
    made->flush_on(spdlog::level::trace);
    return made;
  }();
  return *logger;
}

constexpr std::string_view level_name(Level level) {
  switch (level) {
    case Level::Info: return "info";
    case Level::Warning: return "warning";
    case Level::Error: return "error";
  }
  return "error";
}

}  // namespace

void set_log_program(std::string_view program) { program_name() = program; }

void log(Level level, std::string_view event, std::initializer_list<LogField> fields) {
  nlohmann::ordered_json line;
  line["time"] = format_iso(SystemClock{}.now());
  line["level"] = level_name(level);
  line["program"] = program_name();
  line["event"] = event;
  for (const auto& [key, value] : fields)
    std::visit([&, name = std::string{key}](const auto& v) { line[name] = v; }, value);
  // Bad UTF-8 in a value is replaced, never thrown: logging must not fail a request.
  sink().info("{}", line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace portal::base
