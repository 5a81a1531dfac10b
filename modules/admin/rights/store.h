// RightsStore: roles and delegations. Writing functions must run inside the caller's transaction.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modules/admin/model.h"
#include "shared/base/result.h"
#include "shared/db/connection.h"

namespace portal::admin {

struct RoleDraft {
  access::Role role = access::Role::Contributor;
  base::UnitId unit;
  std::string valid_from, valid_to;  // dd/mm/yyyy
};

struct DelegationDraft {
  base::PersonId person;
  std::string act;
  base::SectionId section;
  base::UtcTime valid_from, valid_to;  // valid_to: the first instant at which it no longer holds
  std::string document_number;
};

struct Delegate {
  base::PersonId person;
  std::string full_name, job_title;
  bool is_on_board = false;
};

class RightsStore {
 public:
  RightsStore(db::Connection& db, base::UtcTime now) : db_(db), now_(now), today_(base::format_iso(now).substr(0, 10)) {}

  [[nodiscard]] std::vector<RoleEntry> roles_of(base::AccountId account);
  [[nodiscard]] base::Result<RoleEntry> role(std::uint64_t id);
  [[nodiscard]] std::vector<RoleEntry> roles_waiting();
  [[nodiscard]] std::vector<RoleEntry> roles_in_force();
  [[nodiscard]] bool has_same_role(base::AccountId account, const RoleDraft& draft);
  // A role that needs no confirmation is in force at once.
  std::uint64_t add_role(base::AccountId account, const RoleDraft& draft, base::PersonId by, bool is_confirmed);
  [[nodiscard]] base::Result<bool> confirm(std::uint64_t id, base::PersonId by);
  [[nodiscard]] base::Result<bool> revoke(std::uint64_t id, base::PersonId by);

  [[nodiscard]] std::vector<Delegation> delegations();
  // Of one person, whatever became of them.
  [[nodiscard]] std::vector<Delegation> delegations_to(base::PersonId person);
  // An item by its code ("TB-2026-0931").
  [[nodiscard]] std::optional<base::ItemId> item_with_code(std::string_view code);
  [[nodiscard]] base::Result<Delegation> delegation(std::uint64_t id);
  std::uint64_t add_delegation(const DelegationDraft& draft, base::PersonId by);
  [[nodiscard]] base::Result<bool> revoke_delegation(std::uint64_t id, base::PersonId by);
  [[nodiscard]] std::vector<Delegate> delegates();
  [[nodiscard]] std::vector<std::pair<base::SectionId, std::string>> sections();

 private:
  db::Connection& db_;
  base::UtcTime now_;
  std::string today_;
};

}  // namespace portal::admin
