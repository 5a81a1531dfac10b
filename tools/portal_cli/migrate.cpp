// portal migrate: brings the schema and the grants to what this version needs.
//
// Forward only, one DDL statement per file (MariaDB commits at each), ordered per owner, checksum recorded. Restartable after a kill at any
// point: a step that was carried out but not recorded is recognised by its verify query (F40). migrations.h reads the files.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <map>

#include "migrations.h"
#include "shared/db/grants.h"
#include "sql/grants.h"

namespace portal::cli {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// The account's one-line password file, for the statements below.
std::string password_of(const base::Config& config, const std::string& account) {
  std::ifstream in(config.text("secrets_dir") + "/" + account);
  std::string line;
  std::getline(in, line);
  if (line.empty()) throw base::ConfigError(config.text("secrets_dir") + "/" + account + ": is missing or empty");
  return line;
}

// Schema and the migration account, as the server's own administrator.
void bootstrap(const base::Config& config) {
  db::ConnectOptions options{config.text("db_socket"), "", config.text("db_admin_user"), "", 60000};
  db::Connection admin(options);
  const std::string& schema = config.text("db_name");
  admin.run_script_statement("CREATE DATABASE IF NOT EXISTS `" + schema +
                             "` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_vietnamese_as_ci");
  const std::string migrate = "'portal_migrate'@'localhost'";
  admin.run_script_statement("CREATE USER IF NOT EXISTS " + migrate);
  admin.run_script_statement("ALTER USER " + migrate + " IDENTIFIED BY " + quoted(password_of(config, "portal_migrate")));
  admin.run_script_statement("GRANT ALL PRIVILEGES ON `" + schema + "`.* TO " + migrate + " WITH GRANT OPTION");
  admin.run_script_statement("GRANT CREATE USER ON *.* TO " + migrate);
}

void apply(db::Connection& db, const Migration& migration) {
  if (!holds(db, migration.verify)) {
    db.run_script_statement(migration.statement);
    if (!holds(db, migration.verify)) throw std::runtime_error(migration.owner + "/" + migration.name + ": ran, but its verify query says no");
  }
  db.run_script_statement("INSERT INTO core_migration (owner, name, checksum, finished_at) VALUES (" + quoted(migration.owner) + ", " +
                          quoted(migration.name) + ", " + quoted(migration.checksum) + ", UTC_TIMESTAMP(6))");
}

int run_migrations(db::Connection& db, const std::string& sql_dir) {
  db.run_script_statement(
      "CREATE TABLE IF NOT EXISTS core_migration (owner VARCHAR(20) NOT NULL, name VARCHAR(100) NOT NULL, checksum CHAR(64) NOT NULL, "
      "finished_at DATETIME(6) NOT NULL, PRIMARY KEY (owner, name)) ENGINE=InnoDB DEFAULT CHARSET=ascii");
  std::map<std::pair<std::string, std::string>, std::string> done;
  for (const auto& row : db.script_rows("SELECT owner, name, checksum FROM core_migration")) done[{row[0], row[1]}] = row[2];
  int count = 0;
  for (const Migration& migration : read_migrations(sql_dir)) {
    const auto found = done.find({migration.owner, migration.name});
    if (found != done.end()) {
      if (found->second != migration.checksum)
        throw std::runtime_error(migration.owner + "/" + migration.name + ": was changed after it ran; write a new migration instead");
      continue;
    }
    say("migrate " + migration.owner + "/" + migration.name);
    apply(db, migration);
    ++count;
  }
  return count;
}

// Accounts with the passwords of the secrets folder, and exactly the matrix's grants. Running programs keep theirs while nothing differs.
void write_grants(db::Connection& db, const base::Config& config) {
  for (const std::string_view account : sql::kAccounts) {
    const std::string name{account};
    db.run_script_statement("CREATE USER IF NOT EXISTS '" + name + "'@'localhost'");
    db.run_script_statement("ALTER USER '" + name + "'@'localhost' IDENTIFIED BY " + quoted(password_of(config, name)));
    const auto own = connect_as(config, name + "@nodb");
    if (db::grant_differences(*own, sql::kGrants, account, config.text("db_name")).empty()) continue;
    for (const std::string& statement : db::grant_statements(sql::kGrants, account, config.text("db_name"))) db.run_script_statement(statement);
    say("grants of " + name + " written");
  }
}

}  // namespace

std::unique_ptr<db::Connection> connect_as(const base::Config& config, const std::string& account) {
  const auto marker = account.find("@nodb");
  const std::string user = account.substr(0, marker);
  return std::make_unique<db::Connection>(db::ConnectOptions{
      config.text("db_socket"), marker == std::string::npos ? config.text("db_name") : "", user, password_of(config, user), 600000});
}

void say(const std::string& line) { std::cerr << line << '\n'; }

void add_migrate(CLI::App& app, Settings& settings, Run& run) {
  auto* command = app.add_subcommand("migrate", "đưa lược đồ cơ sở dữ liệu và quyền của các tài khoản về đúng phiên bản này");
  auto with_bootstrap = std::make_shared<bool>(false);
  command->add_flag("--bootstrap", *with_bootstrap, "tạo lược đồ và tài khoản portal_migrate trước (cần quyền quản trị máy chủ cơ sở dữ liệu)");
  command->callback([&settings, &run, with_bootstrap] {
    run = [&settings, with_bootstrap] {
      const base::Config config = settings.config();
      if (*with_bootstrap) bootstrap(config);
      const auto db = connect_as(config, "portal_migrate");
      const int count = run_migrations(*db, settings.sql_dir);
      write_grants(*db, config);
      if (settings.json) std::cout << "{\"migrations\":" << count << "}\n";
      say(count == 0 ? "schema is up to date" : std::to_string(count) + " migrations carried out");
      return 0;
    };
  });
}

}  // namespace portal::cli
