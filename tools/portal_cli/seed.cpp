// portal seed: reference data that every installation starts from, and the demo content of `tools/up`.
#include "seed.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "modules/admin/site_publisher.h"
#include "queries.h"
#include "shared/duty/periods.h"
#include "shared/mail/outbox.h"
#include "shared/notices/queries.h"
#include "shared/workflow/clocks.h"

namespace portal::cli {
namespace {

using nlohmann::json;

void load_sections(db::Connection& db, const json& file) {
  for (const json& row : file.at("sections")) {
    const std::string key = row.at("key");
    const json& needs = row.at("needs");
    db.execute(kAddSection, row.at("parent").is_null() ? std::string{} : row.at("parent").get<std::string>(), key, row.at("title").get<std::string>(),
               row.at("short_title").get<std::string>(), row.at("clause").get<std::string>(), row.at("kind").get<std::string>(),
               row.at("item_kind").get<std::string>(), row.at("description").get<std::string>(), row.at("position").get<int>(),
               needs.at("unit_approval").get<bool>(), needs.at("verify").get<bool>(), needs.at("final_check").get<bool>(),
               needs.value("original", false), row.at("event_at_required").get<bool>(), key, key);
  }
}

void load_grounds(db::Connection& db, const json& file) {
  int position = 0;
  for (const json& row : file.at("grounds"))
    db.execute(kAddGround, row.at("code").get<std::string>(), row.at("clause").get<std::string>(), row.at("kind").get<std::string>(),
               row.at("label").get<std::string>(), row.at("hint").get<std::string>(), row.at("secret").get<bool>(), ++position);
}

void load_checklists(db::Connection& db, const json& file) {
  for (const json& list : file.at("checklists")) {
    int position = 0;
    for (const json& row : list.at("items"))
      db.execute(kAddChecklistItem, list.at("kind").get<std::string>(), row.at("code").get<std::string>(), row.at("label").get<std::string>(),
                 row.at("hint").get<std::string>(), ++position);
  }
}

void load_settings(db::Connection& db, const json& file) {
  for (const json& row : file.at("settings"))
    db.execute(kAddSetting, row.at("key").get<std::string>(), row.at("value").get<std::string>(), row.at("label").get<std::string>(),
               row.at("help").get<std::string>());
}

void load_quotas(db::Connection& db, const json& file) {
  if (db.query(kHasQuota, base::UnitId{}).next()) return;
  for (const json& row : file.at("quotas"))
    db.execute(kAddQuota, base::UnitId{}, row.at("valid_from").get<std::string>(), row.at("min").get<int>(), row.at("max").get<int>(),
               row.at("source").get<std::string>());
}

// What the month asks of the board and of every unit (D9.4, D18.5, D20.1).
void open_month(db::Connection& db, base::UtcTime now) {
  db::in_transaction(db, [&] {
    duty::open_month(db, duty::load_books(db), {{}, {}, now});
    return true;
  });
}

void load_reference(db::Connection& db, const std::string& folder, base::UtcTime now) {
  db::in_transaction(db, [&] {
    load_sections(db, read_json(folder + "/sections.json"));
    load_grounds(db, read_json(folder + "/grounds.json"));
    load_checklists(db, read_json(folder + "/checklists.json"));
    load_settings(db, read_json(folder + "/settings.json"));
    load_calendars(db, read_json(folder + "/calendar.json"), now);
    load_duties(db, read_json(folder + "/duties.json"));
    load_quotas(db, read_json(folder + "/quotas.json"));
    return true;
  });
}

// After every calendar that is loaded: a duty of December is due in the next year.
void open_clocks(db::Connection& db, base::UtcTime now) {
  open_month(db, now);
  // An instance that is older than its duties.
  workflow::open_missing_clocks(db, now, [](std::size_t items) { say("clocks: " + std::to_string(items) + " items"); });
}

bool has_accounts(db::Connection& db) {
  auto rows = db.query(kCountAccounts);
  return rows.next() && rows.number(0) > 0;
}

}  // namespace

json read_json(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  try {
    return json::parse(in);
  } catch (const json::exception& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
}

void add_seed(CLI::App& app, Settings& settings, Run& run) {
  auto* command = app.add_subcommand("seed", "nạp dữ liệu dùng chung (chuyên mục, căn cứ, phiếu kiểm tra, thông tin liên hệ)");
  auto demo = std::make_shared<bool>(false);
  command->add_flag("--demo", *demo, "nạp thêm nội dung trình diễn và tài khoản trình diễn (chỉ khi chưa có tài khoản nào)");
  command->callback([&settings, &run, demo] {
    run = [&settings, demo] {
      const base::Config config = settings.config();
      const auto db = connect_as(config, "portal_cli");
      const std::string folder = settings.sql_dir + "/seeds";
      const auto now = base::SystemClock{}.now();
      load_reference(*db, folder + "/reference", now);
      const bool wants_demo = *demo && !has_accounts(*db);
      if (wants_demo) load_demo_calendar(*db, read_json(folder + "/demo/calendar.json"), now);
      open_clocks(*db, now);
      if (wants_demo) {
        const DemoCast cast = load_demo_people(*db, folder + "/demo", settings.dir + "/demo-accounts.txt", now);
        admin::rebuild_site(*db);
        load_demo_articles(*db, folder + "/demo/articles", cast);
        load_demo_matters(*db, read_json(folder + "/demo/matters.json"), cast, now);
        open_month(*db, now);
        // What an author learnt of long ago is no news.
        db->execute(notices::kReadOld, now, now - std::chrono::hours(24 * 4));
        // Nor is it mailed.
        mail::cancel_waiting(*db, "Thư của dữ liệu trình diễn không gửi đi.");
      } else {
        admin::rebuild_site(*db);
      }
      if (settings.json) std::cout << "{\"demo\":" << (wants_demo ? "true" : "false") << "}\n";
      return 0;
    };
  });
}

}  // namespace portal::cli
