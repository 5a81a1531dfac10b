// What the loader's parts share.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "commands.h"
#include "shared/base/id.h"
#include "shared/base/time.h"

namespace portal::cli {

// Reads a seed file; throws with its name when it is missing or not JSON.
[[nodiscard]] nlohmann::json read_json(const std::string& path);

// Demo people by key: who they are and the account that carries their content roles (the first).
struct DemoPerson {
  base::PersonId person;
  base::AccountId account;
};

struct DemoCast {
  std::map<std::string, base::UnitId> units;
  std::map<std::string, DemoPerson> people;
  std::map<std::string, std::string> heads;  // unit key -> person key of its head
  std::string secretary;                     // person key
};

// Units, people, accounts with fresh passwords (written to `accounts_file`, 0600) and delegations, in one transaction.
[[nodiscard]] DemoCast load_demo_people(db::Connection& db, const std::string& folder, const std::string& accounts_file, base::UtcTime now);

// The articles of `folder`, each taken through the real workflow by the people that its file names, at the times that it says.
void load_demo_articles(db::Connection& db, const std::string& folder, const DemoCast& cast);

}  // namespace portal::cli
