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

// The calendars and duties of the reference data that are not there yet, inside the caller's transaction. What a seed file says of a calendar or a
// duty is loaded once: afterwards it is the agency's own.
void load_calendars(db::Connection& db, const nlohmann::json& file, base::UtcTime now);
void load_duties(db::Connection& db, const nlohmann::json& file);
// The demo agency's own announcements: years of its calendar that become entered.
void load_demo_calendar(db::Connection& db, const nlohmann::json& file, base::UtcTime now);

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

// The questions and feedback of `file`, each taken as far as it says; their days are counted back from `now`.
void load_demo_matters(db::Connection& db, const nlohmann::json& file, const DemoCast& cast, base::UtcTime now);

}  // namespace portal::cli
