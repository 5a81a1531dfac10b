// Actor: who asks. A visitor, or a member of staff with the roles in force at this moment.
//
// Rights belong to the person, not the account (requirements, actors): one person with two accounts has two Actors with one PersonId,
// and four-eyes compares PersonIds. Roles have a unit and dates; an Actor carries only those in force when it was identified.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"

namespace portal::access {

enum class Role {
  Contributor, UnitHead, LocalUnit, Secretary, BoardMember, BoardDeputy, BoardHead, Office, Director, ServiceOfficer, Sysadmin
};

// "board_head" and back. The keys are those of the requirements' actor table.
[[nodiscard]] std::string_view key_of(Role role);
[[nodiscard]] bool parse_role(std::string_view key, Role& role);

// "Thư ký Ban Biên tập": the role as shown.
[[nodiscard]] std::string_view label_of(Role role);

// Every role but the network administrator's touches content and rests until the board's head confirms it (the head's own: the director); D6.3.
[[nodiscard]] constexpr bool is_content_role(Role role) { return role != Role::Sysadmin; }

inline constexpr std::array kAllRoles{Role::Contributor, Role::UnitHead,  Role::LocalUnit, Role::Secretary,      Role::BoardMember, Role::BoardDeputy,
                                      Role::BoardHead,   Role::Office,    Role::Director,  Role::ServiceOfficer, Role::Sysadmin};

// One role held by the account's person in force now; `unit` is unset for roles of the whole department.
struct RoleGrant {
  Role role;
  base::UnitId unit;
};

struct Actor {
  base::AccountId account;
  base::PersonId person;          // unset: a visitor
  base::UnitId home_unit;
  std::string display_name;       // full name, for the office header and history
  std::vector<RoleGrant> roles;   // of this account, confirmed and in force
  std::string csrf_token;         // for this session's forms
  std::string session_digest;     // SHA-256 of the session token; names the session in the database, never the token itself

  [[nodiscard]] bool is_staff() const { return person.is_set(); }
  [[nodiscard]] bool has(Role role) const;
  [[nodiscard]] bool has(Role role, base::UnitId unit) const;
  // Holds any role over content now. A delegation is the person's, but works only through such an account: one that the network administrator
  // made a minute ago, or gave a one-time password, touches no content before the board's head has confirmed a role of it (D6.3).
  [[nodiscard]] bool has_content_role() const;
  // The units whose items the actor answers for, as head of a unit or of a local one (D9.1a, D7.2); any number, each once, ascending.
  [[nodiscard]] std::vector<base::UnitId> headed_units() const;
};

}  // namespace portal::access
