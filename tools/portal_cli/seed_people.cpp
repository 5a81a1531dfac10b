#include <fcntl.h>
#include <unistd.h>

#include "queries.h"
#include "seed.h"
#include "shared/access/session.h"
#include "shared/workflow/audit.h"

namespace portal::cli {
namespace {

using nlohmann::json;

constexpr std::string_view kSetUp = "Thiết lập ban đầu";
constexpr const char* kSince = "2020-01-02";  // roles of the cast hold from before the first demo article

std::string text(const json& row, const char* key) { return row.contains(key) && !row.at(key).is_null() ? row.at(key).get<std::string>() : std::string{}; }

void write_private_file(const std::string& path, const std::string& content) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error(path + ": cannot be written");
  const auto written = write(file, content.data(), content.size());
  close(file);
  if (written != static_cast<ssize_t>(content.size())) throw std::runtime_error(path + ": was not written whole");
}

void load_units(db::Connection& db, const json& file, DemoCast& cast) {
  for (const json& row : file.at("units")) {
    const auto made = db.execute(kAddUnit, row.at("key").get<std::string>(), row.at("name").get<std::string>(), row.at("short_name").get<std::string>(),
                                 row.at("kind").get<std::string>(), text(row, "phone"), text(row, "email"), text(row, "functions"),
                                 row.at("position").get<int>());
    cast.units[row.at("key")] = base::UnitId{made.last_id};
    // Who owes what the regulation says in general needs no row (D9.4).
    const json& quota = row.at("quota");
    if (!quota.is_null() && (quota.at("min") != 1 || quota.at("max") != 2))
      db.execute(kAddQuota, base::UnitId{made.last_id}, "2026-01-01", quota.at("min").get<int>(), quota.at("max").get<int>(), text(quota, "source"));
  }
}

// One account with its roles; gives the lines for the accounts file.
std::string load_account(db::Connection& db, const json& row, const std::string& person_key, base::PersonId person, DemoCast& cast, base::UtcTime now) {
  const std::string username = row.at("username");
  const std::string password = access::one_time_password();
  const auto made = db.execute(kAddAccount, person, username, access::hash_password(password), now, false);
  const base::AccountId account{made.last_id};
  DemoPerson& known = cast.people[person_key];
  known.person = person;
  if (!known.account.is_set()) known.account = account;
  std::string lines;
  std::string roles;
  for (const json& role : row.at("roles")) {
    const std::string key = role.at("role");
    const std::string unit = text(role, "unit");
    db.execute(kAddRole, account, key, unit.empty() ? base::UnitId{} : cast.units.at(unit), kSince, now, now);
    if (key == "unit_head" || key == "local_unit") cast.heads[unit] = person_key;
    if (key == "secretary") cast.secretary = person_key;
    lines += key + " " + username + " " + password + "\n";
    roles += (roles.empty() ? "" : ", ") + key;
  }
  workflow::append_audit(db, {"account:" + std::to_string(account.value), {}, {}, "account.create", "", "active", 0, "", std::string{kSetUp}, "",
                              username + ": " + roles},
                         now);
  return lines;
}

std::string load_people(db::Connection& db, const json& file, DemoCast& cast, base::UtcTime now) {
  std::string lines;
  int position = 0;
  for (const json& row : file.at("people")) {
    const std::string key = row.at("key");
    const auto made = db.execute(kAddPerson, key, row.at("full_name").get<std::string>(), row.at("position").get<std::string>(),
                                 cast.units.at(row.at("unit")), text(row, "phone"), text(row, "email"), text(row, "bio"), row.at("leader").get<bool>(),
                                 row.at("public").get<bool>(), ++position);
    const base::PersonId person{made.last_id};
    for (const json& account : row.at("accounts")) lines += load_account(db, account, key, person, cast, now);
  }
  return lines;
}

void load_delegations(db::Connection& db, const json& file, const DemoCast& cast, base::UtcTime now) {
  for (const json& row : file.at("delegations")) {
    const auto from = base::parse_iso(row.at("from").get<std::string>() + "T00:00:00+07:00");
    const auto to = base::parse_iso(row.at("to").get<std::string>() + "T23:59:59+07:00");
    std::vector<std::string> sections{""};
    if (!row.at("sections").is_null()) sections = row.at("sections").get<std::vector<std::string>>();
    for (const std::string& section : sections) {
      const auto made = db.execute(kAddDelegation, cast.people.at(row.at("person")).person, row.at("act").get<std::string>(), section, from, to,
                                   row.at("document_number").get<std::string>(), cast.people.at(row.at("granted_by")).person, now);
      workflow::append_audit(db, {"delegation:" + std::to_string(made.last_id), {}, {}, "delegation.give", "", "in_force", 0, "", std::string{kSetUp}, "",
                                  "Số văn bản: " + row.at("document_number").get<std::string>()},
                             now);
    }
  }
}

void load_rules(db::Connection& db, const json& file, const DemoCast& cast, base::UtcTime now) {
  for (const json& row : file.at("rules")) {
    const std::string to = text(row, "to");
    const auto made = db.execute(kAddSectionRule, row.at("from").get<std::string>(), to.empty() ? std::nullopt : std::optional{to}, row.at("needs_verify").get<bool>(),
                                 row.at("needs_final_check").get<bool>(), row.at("retention_months").get<int>(), row.at("document_number").get<std::string>(),
                                 cast.people.at(row.at("decided_by")).person, now, row.at("section").get<std::string>());
    if (made.affected != 1) throw std::runtime_error("rules.json: no such section: " + row.at("section").get<std::string>());
  }
}

}  // namespace

DemoCast load_demo_people(db::Connection& db, const std::string& folder, const std::string& accounts_file, base::UtcTime now) {
  DemoCast cast;
  std::string lines;
  db::in_transaction(db, [&] {
    cast = DemoCast{};
    load_units(db, read_json(folder + "/units.json"), cast);
    lines = load_people(db, read_json(folder + "/people.json"), cast, now);
    load_delegations(db, read_json(folder + "/delegations.json"), cast, now);
    load_rules(db, read_json(folder + "/rules.json"), cast, now);
    write_private_file(accounts_file, lines);
    return true;
  });
  say(std::to_string(cast.people.size()) + " demo people loaded");
  return cast;
}

}  // namespace portal::cli
