// PeopleStore: units, people and accounts as the core tables hold them. The writing functions must run inside the caller's transaction;
// each gives Stale when the row changed since `row_version` was read.
#pragma once

#include <string>
#include <vector>

#include "modules/admin/model.h"
#include "shared/base/result.h"
#include "shared/db/connection.h"

namespace portal::admin {

class PeopleStore {
 public:
  explicit PeopleStore(db::Connection& db) : db_(db) {}

  [[nodiscard]] std::vector<Unit> units();
  [[nodiscard]] base::Result<Unit> unit(base::UnitId id);
  [[nodiscard]] bool is_unit_code_taken(std::string_view code, base::UnitId but);
  base::UnitId add_unit(const Unit& unit);
  [[nodiscard]] base::Result<bool> save_unit(const Unit& unit);

  [[nodiscard]] std::vector<UnitChangeLine> unit_changes();
  // A second plan that waits for the unit breaks a key (db::SqlError::is_duplicate).
  std::uint64_t add_unit_change(base::UnitId unit, base::UnitId into, const std::string& from, const std::string& document_number, base::PersonId by,
                                base::UtcTime now);
  [[nodiscard]] base::Result<bool> confirm_unit_change(std::uint64_t id, base::PersonId by, base::UtcTime now);
  [[nodiscard]] base::Result<bool> cancel_unit_change(std::uint64_t id, base::PersonId by, base::UtcTime now);

  [[nodiscard]] std::vector<Person> people();
  [[nodiscard]] base::Result<Person> person(base::PersonId id);
  [[nodiscard]] bool is_person_code_taken(std::string_view code, base::PersonId but);
  base::PersonId add_person(const Person& person);
  [[nodiscard]] base::Result<bool> save_person(const Person& person);

  [[nodiscard]] std::vector<Account> accounts();
  [[nodiscard]] std::vector<Account> accounts_of(base::PersonId person);
  [[nodiscard]] base::Result<Account> account(base::AccountId id);
  [[nodiscard]] bool is_username_taken(std::string_view username);
  // `password_phc` is of a one-time password: the account must choose its own at the first login.
  base::AccountId add_account(base::PersonId person, const std::string& username, const std::string& password_phc, bool totp_required,
                              base::UtcTime now);
  [[nodiscard]] base::Result<bool> set_active(base::AccountId id, bool is_active, unsigned row_version);
  [[nodiscard]] base::Result<bool> reset_password(base::AccountId id, const std::string& password_phc, unsigned row_version);
  // Content roles of the account wait for the board's head (the head's own: for a director) again. True when there were any (D6.3).
  bool unconfirm_content_roles(base::AccountId id, base::PersonId by);
  [[nodiscard]] base::Result<bool> ask_totp(base::AccountId id, bool is_required, unsigned row_version);
  [[nodiscard]] base::Result<bool> clear_totp(base::AccountId id, unsigned row_version);

 private:
  db::Connection& db_;
};

// "dd/mm/yyyy" as the database's DATE ("yyyy-mm-dd"); NULL for "". REQUIRES a real date.
[[nodiscard]] std::optional<std::string> sql_date(std::string_view shown);

// The answer to an UPDATE … WHERE row_version = ? that met no row.
[[nodiscard]] base::Result<bool> expect_one(const db::Outcome& outcome);

}  // namespace portal::admin
