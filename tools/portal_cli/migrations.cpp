#include "migrations.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "shared/base/crypto.h"

namespace portal::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kOwners{"core", "site", "news", "qa"};  // the order of their foreign keys
constexpr std::string_view kVerify = "-- verify: ";
constexpr std::string_view kSupersedes = "-- supersedes: ";

std::string read_file(const fs::path& path) {
  const std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Migration read_migration(const std::string& owner, const fs::path& path) {
  const std::string text = read_file(path);
  const auto verify = text.find(kVerify);
  if (verify == std::string::npos) throw std::runtime_error(path.string() + ": has no '-- verify:' query");
  std::string query = text.substr(verify + kVerify.size());
  while (!query.empty() && (query.back() == '\n' || query.back() == ';')) query.pop_back();
  Migration migration{owner, path.stem().string(), text.substr(0, verify), query, base::sha256_hex(text), {}};
  for (auto at = text.find(kSupersedes); at < verify; at = text.find(kSupersedes, at + 1)) {
    const auto name = at + kSupersedes.size();
    migration.supersedes.push_back(text.substr(name, text.find('\n', name) - name));
  }
  return migration;
}

}  // namespace

std::vector<Migration> read_migrations(const std::string& sql_dir) {
  std::vector<Migration> all;
  for (const std::string_view owner : kOwners) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(sql_dir) / owner))
      if (entry.path().extension() == ".sql") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) all.push_back(read_migration(std::string{owner}, file));
  }
  return all;
}

bool holds(db::Connection& db, const std::string& query) {
  const auto rows = db.script_rows(query);
  return !rows.empty() && !rows[0].empty() && rows[0][0] != "0" && !rows[0][0].empty();
}

std::vector<std::string> schema_differences(db::Connection& db, const std::string& sql_dir) {
  std::map<std::pair<std::string, std::string>, std::string> done;
  for (const auto& row : db.script_rows("SELECT owner, name, checksum FROM core_migration")) done[{row[0], row[1]}] = row[2];
  const std::vector<Migration> migrations = read_migrations(sql_dir);
  std::set<std::pair<std::string, std::string>> superseded;
  for (const Migration& one : migrations)
    for (const std::string& name : one.supersedes) superseded.insert({one.owner, name});
  std::vector<std::string> differences;
  for (const Migration& one : migrations) {
    const std::string name = one.owner + "/" + one.name;
    const auto found = done.find({one.owner, one.name});
    if (found == done.end()) {
      differences.push_back(name + " was not carried out: run portal migrate");
      continue;
    }
    if (found->second != one.checksum) differences.push_back(name + " was changed after it ran");
    if (!superseded.contains(found->first) && !holds(db, one.verify)) differences.push_back(name + " was carried out, and what it made is there no more");
    done.erase(found);
  }
  for (const auto& [name, checksum] : done)
    differences.push_back(name.first + "/" + name.second + " was carried out by a newer version: these programs are older than the schema");
  return differences;
}

}  // namespace portal::cli
