// portal check and portal rebuild-published: is everything as it should be, and writing the published tables again.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "modules/admin/site_publisher.h"
#include "modules/news/article_writer.h"
#include "migrations.h"
#include "modules/news/publisher.h"
#include "modules/qa/store.h"
#include "queries.h"
#include "shared/db/grants.h"
#include "shared/files/sweep.h"
#include "shared/intake/store.h"
#include "shared/malware/scanner.h"
#include "shared/workflow/audit.h"
#include "shared/workflow/clocks.h"
#include "sql/grants.h"

namespace portal::cli {
namespace {

struct Finding {
  std::string part;
  std::string fault;
};

void check_grants(const base::Config& config, std::vector<Finding>& findings) {
  for (const std::string_view account : sql::kAccounts) {
    const auto db = connect_as(config, std::string{account});
    for (const std::string& difference : db::grant_differences(*db, sql::kGrants, account, config.text("db_name")))
      findings.push_back({"grants", std::string{account} + ": " + difference});
  }
}

// Each program's file: unknown keys, missing ones, values outside their limits.
void check_configuration(const Settings& settings, std::vector<Finding>& findings) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(settings.dir + "/conf"))
    if (entry.path().extension() == ".conf") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    try {
      static_cast<void>(base::Config::load(file.string()));
    } catch (const base::ConfigError& error) {
      findings.push_back({"configuration", error.what()});
    }
  }
}

struct VersionRow {
  base::ItemId item;
  unsigned version = 0;
  std::string digest;
  bool is_purged = false;
};

std::vector<VersionRow> versions_after(db::Connection& db, const VersionRow& last) {
  std::vector<VersionRow> block;
  auto rows = db.query(kArticleVersions, last.item.value, last.item.value, last.version);
  while (rows.next()) block.push_back({rows.id<base::ItemId>(0), static_cast<unsigned>(rows.number(1)), std::string{rows.text(2)}, rows.flag(3)});
  return block;
}

// The words of every version against the digest that the trail vouches for: a text that was changed by hand, before or after it was posted, shows.
void check_words(db::Connection& db, std::vector<Finding>& findings) {
  constexpr std::size_t kShown = 20;
  VersionRow last;
  std::size_t found = 0;
  for (auto block = versions_after(db, last); !block.empty() && found < kShown; block = versions_after(db, last)) {
    for (const VersionRow& row : block) {
      const auto content = news::read_even_hidden(db, row.item, row.version);
      // Purged under two people's approval (D12.3b): no word is left, and the digest stays as the trail has it.
      if (row.is_purged) {
        if (content && content->title.empty() && content->summary.empty() && content->body_json.empty()) continue;
        findings.push_back({"audit", "item:" + std::to_string(row.item.value) + ": version " + std::to_string(row.version) + " was purged and has words again"});
        ++found;
        continue;
      }
      if (content && news::content_digest(*content) == row.digest) continue;
      findings.push_back({"audit", "item:" + std::to_string(row.item.value) + ": the words of version " + std::to_string(row.version) +
                                       (content ? " were changed after they were saved" : " are missing")});
      ++found;
    }
    last = block.back();
  }
}

// What looks through the files that are received, by the converter's own configuration: off, or which one; one that does not answer is a fault, because every
// file waits for it.
std::string scanner_words(const Settings& settings, std::vector<Finding>& findings) {
  const std::string file = settings.dir + "/conf/converter.conf";
  if (!std::filesystem::exists(file)) return "off: no converter is configured here";
  try {
    const base::Config config = base::Config::load(file);
    const malware::Scanner scanner(config.text("clamd"), std::chrono::seconds{config.number("clamd_seconds")});
    if (!scanner.is_configured()) return "off: clamd is not configured";
    const malware::Scanned version = scanner.version();
    if (version.end == malware::End::Clean) return "on: " + version.words + " at " + scanner.address();
    findings.push_back({"malware", "clamd at " + scanner.address() + " does not answer: " + version.words});
    return "on, and it does not answer";
  } catch (const base::ConfigError&) {
    return "unknown: the converter's configuration cannot be read";  // told above
  }
}

int check(const Settings& settings) {
  const base::Config config = settings.config();
  std::vector<Finding> findings;
  say("configuration…");
  check_configuration(settings, findings);
  say("schema…");
  for (const std::string& difference : schema_differences(*connect_as(config, "portal_migrate"), settings.sql_dir)) findings.push_back({"schema", difference});
  say("grants…");
  check_grants(config, findings);
  const auto db = connect_as(config, "portal_cli");
  say("audit trail…");
  if (const auto fault = workflow::verify_audit(*db, [](std::size_t rows) { say("  " + std::to_string(rows) + " rows"); }))
    findings.push_back({"audit", *fault});
  say("words of every version…");
  check_words(*db, findings);
  say("questions and feedback…");
  for (const std::string& fault : qa::check_matters(*db)) findings.push_back({"audit", fault});
  for (const std::string& fault : intake::check_intake(*db)) findings.push_back({"audit", fault});
  say("clocks…");
  constexpr std::size_t kShownClocks = 20;
  for (const std::string& fault : workflow::check_clocks(*db, kShownClocks)) findings.push_back({"clocks", fault});
  say("published tables…");
  for (const std::string& difference : admin::compare_site(*db)) findings.push_back({"published", difference});
  for (const std::string& difference : news::compare(*db)) findings.push_back({"published", difference});
  say("malware scanner…");
  const std::string scanner = scanner_words(settings, findings);
  say("  " + scanner);
  say("files…");
  constexpr std::size_t kShownFiles = 20;
  std::size_t shown = 0;
  files::check(*db, files::Store(config.text("store_dir")), base::SystemClock{}.now(), [&](std::string fault) {
    findings.push_back({"files", std::move(fault)});
    return ++shown < kShownFiles;
  });
  if (settings.json) {
    nlohmann::json faults = nlohmann::json::array();
    for (const Finding& finding : findings) faults.push_back({{"part", finding.part}, {"fault", finding.fault}});
    std::cout << // A sentence may quote a value that was cut between two bytes of a character.
        nlohmann::json{{"ok", findings.empty()}, {"faults", faults}, {"malware_scanner", scanner}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
  for (const Finding& finding : findings) say(finding.part + ": " + finding.fault);
  if (findings.empty()) say("everything is as it should be");
  return findings.empty() ? 0 : 1;
}

int rebuild(const Settings& settings) {
  const auto db = connect_as(settings.config(), "portal_cli");
  const std::size_t site_rows = admin::rebuild_site(*db);
  const std::size_t articles = news::rebuild(*db, [](std::size_t done) { say("  " + std::to_string(done) + " articles"); });
  if (settings.json) std::cout << nlohmann::json{{"site_rows", site_rows}, {"articles", articles}}.dump() << '\n';
  say(std::to_string(site_rows) + " rows of the site and " + std::to_string(articles) + " articles written again");
  return 0;
}

}  // namespace

void add_check(CLI::App& app, Settings& settings, Run& run) {
  app.add_subcommand("check", "kiểm tra cấu hình, lược đồ, quyền, chuỗi nhật ký, chữ của từng phiên bản, bảng công khai, kho tệp; mã thoát 1 và lỗi đầu tiên nếu có gì sai")->callback([&settings, &run] {
    run = [&settings] { return check(settings); };
  });
  app.add_subcommand("rebuild-published", "ghi lại toàn bộ bảng công khai từ dữ liệu của văn phòng")->callback([&settings, &run] {
    run = [&settings] { return rebuild(settings); };
  });
}

}  // namespace portal::cli
