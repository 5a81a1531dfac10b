// What the office's administration works on: plain structs as the core tables hold them. Days are "dd/mm/yyyy" as typed and shown; "" is none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/access/actor.h"
#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/duty/calendar_rows.h"

namespace portal::admin {

struct Unit {
  base::UnitId id;
  std::string code, name, short_name, kind, phone, email, functions;
  std::int64_t position = 0;
  std::string valid_from, valid_to;
  duty::CalendarId calendar;  // unset: the department's
  unsigned row_version = 0;
};

// A plan to merge or dissolve a unit, or one that was carried out, in a list.
struct UnitChangeLine {
  std::uint64_t id = 0;
  base::UnitId unit;
  std::string unit_name, into_name, from;
  bool is_confirmed = false, is_done = false;
  base::PersonId entered_by;
};

struct Person {
  base::PersonId id;
  std::string code, full_name, job_title;
  base::UnitId unit;
  std::string unit_name, phone, email, bio;
  bool is_leader = false;
  bool is_public = false;  // named in the public directory (D5.1)
  std::int64_t position = 0;
  unsigned row_version = 0;
};

struct Account {
  base::AccountId id;
  std::string username;
  base::PersonId person;
  std::string full_name, job_title, unit_name;
  bool is_active = true;
  bool has_totp = false;
  bool totp_required = false;     // by its own row
  bool needs_totp = false;        // that, or by a role (second_factor_roles)
  bool must_change_password = false;
  std::optional<base::UtcTime> last_login_at;
  unsigned row_version = 0;
};

// One role of one account, from entering to revoking.
struct RoleEntry {
  std::uint64_t id = 0;
  base::AccountId account;
  std::string username;
  base::PersonId person;  // whose right it is
  std::string full_name;
  std::string role_key;
  std::optional<access::Role> role;  // nothing: a role of a newer program
  base::UnitId unit;
  std::string unit_name;
  std::string valid_from, valid_to;
  base::PersonId entered_by;
  std::string entered_by_name;
  std::optional<base::UtcTime> confirmed_at;
  std::string confirmed_by_name;
  std::optional<base::UtcTime> revoked_at;
  std::string revoked_by_name;
  bool is_over = false;       // its last day has passed
  bool is_board_head = false; // the person holds board_head now (by any account)

  [[nodiscard]] bool is_waiting() const { return !confirmed_at && !revoked_at && !is_over; }
};

struct Delegation {
  std::uint64_t id = 0;
  base::PersonId person;
  std::string full_name;
  std::string act;
  base::SectionId section;  // unset: every section
  std::string section_title;
  base::UtcTime valid_from, valid_to;
  std::string document_number;
  std::string granted_by_name;
  std::optional<base::UtcTime> revoked_at;
  std::string revoked_by_name;
};

struct Section {
  base::SectionId id, parent;
  std::string slug, title, short_title, item_kind, clause, kind, description;
  std::int64_t position = 0;
  bool is_hidden = false;
  bool needs_unit_approval = true, needs_verify = true, needs_final_check = true;
  bool event_at_required = false;
  bool needs_original = false;  // D9.1c
  std::string consent_note;
  unsigned row_version = 0;
};

// What the board decided for a section, with dates (D9.1c, D12.1, D13.2). Days are ISO ("2026-12-01"); `valid_to` is the last day, "" without one.
struct SectionRule {
  std::uint64_t id = 0;
  base::SectionId section;
  std::string valid_from, valid_to;
  bool needs_verify = true, needs_final_check = true;
  bool needs_original = false;        // no posting before the signed original is confirmed (D9.1c)
  std::int64_t retention_months = 0;  // 0: never archived by age
  std::string document_number;
  std::string decided_by;
  base::UtcTime decided_at;
  std::optional<base::UtcTime> revoked_at;
};

// One change of a setting, from the trail; `note` has old and new.
struct SettingChange {
  std::string person, authority, note;
  base::UtcTime at;
};

struct Setting {
  std::string name, value, label, help;
  unsigned row_version = 0;
};

}  // namespace portal::admin
