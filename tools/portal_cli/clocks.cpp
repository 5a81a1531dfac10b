// portal recompute-clocks: brings every open clock to what the instance's calendars and duties give, each change logged with both due times.
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "shared/duty/recompute.h"

namespace portal::cli {
namespace {

std::string words_of(const std::optional<base::UtcTime>& due, const std::string& no_due) { return due ? base::format_date_time(*due) : no_due; }

nlohmann::json json_of(const std::optional<base::UtcTime>& due) { return due ? nlohmann::json(base::format_iso(*due)) : nlohmann::json(); }

int recompute_clocks(const Settings& settings, bool only_preview) {
  const auto db = connect_as(settings.config(), "portal_cli");
  const duty::Books books = duty::load_books(*db);
  nlohmann::json list = nlohmann::json::array();
  std::size_t open = 0;
  for (const duty::Recomputed& made : duty::preview(*db, books)) {
    ++open;
    if (!made.is_changed()) continue;
    list.push_back({{"clock", made.clock.id.value}, {"subject", made.clock.subject}, {"old", json_of(made.clock.times.due)}, {"new", json_of(made.times.due)}});
    say(made.clock.subject + ": " + words_of(made.clock.times.due, made.clock.times.no_due) + " → " + words_of(made.times.due, made.times.no_due));
  }
  const std::size_t changed =
      only_preview ? 0 : duty::recompute(*db, books, "calendar", "portal recompute-clocks", {{}, {}, base::SystemClock{}.now()});
  if (settings.json) std::cout << nlohmann::json{{"open", open}, {"differ", list}, {"changed", changed}}.dump() << '\n';
  say(std::to_string(open) + " open clocks, " + std::to_string(list.size()) + " differ, " + std::to_string(changed) + " written");
  return 0;
}

}  // namespace

void add_clocks(CLI::App& app, Settings& settings, Run& run) {
  auto* command = app.add_subcommand("recompute-clocks", "tính lại hạn của mọi thời hạn đang mở theo lịch và quy định hiện có, ghi cả hạn cũ và mới");
  auto preview = std::make_shared<bool>(false);
  command->add_flag("--preview", *preview, "chỉ liệt kê thời hạn sẽ đổi, không ghi");
  command->callback([&settings, &run, preview] { run = [&settings, preview] { return recompute_clocks(settings, *preview); }; });
}

}  // namespace portal::cli
