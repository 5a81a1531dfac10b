// Units that are merged or dissolved (D9.4, D14.3đ): what follows from it, shown before it is confirmed and carried out on its day, from one reading.
//
//   const UnitChange change = *find_unit_change(db, id);
//   const Followers followers = followers_of(db, change);   // the preview
//   …
//   carry_out(db, change, now);                              // the scheduler, in a transaction of its own
//
// Items keep the unit that they came from, with its name and in its figures; the heads of the successor answer for them (Actor::roles, notices). Only what
// the board never had goes over: it will count for the unit that supplies it. Decision 0025.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/access/actor.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::workflow {

using UnitChangeId = base::Id<struct UnitChangeTag>;

struct UnitChange {
  UnitChangeId id;
  base::UnitId unit, into;       // into unset: nobody goes on with it
  std::string unit_name, into_name;
  base::LocalDate from;          // first day without the unit
  std::string document_number;
  base::PersonId entered_by;
  std::string entered_by_name;
  base::UtcTime entered_at;
  base::PersonId confirmed_by;
  std::string confirmed_by_name;
  std::optional<base::UtcTime> confirmed_at, cancelled_at, done_at;
  std::string cancelled_by_name;

  [[nodiscard]] bool is_waiting() const { return !done_at && !cancelled_at; }
};

struct RoleFollower {
  std::uint64_t id = 0;
  base::AccountId account;
  base::PersonId person;
  std::string username, full_name, role_key, valid_from, valid_to;  // days as dd/mm/yyyy, valid_to "" for none
  bool moves = false;  // to the successor; else it ends with the unit: a head has nothing to head, and nobody holds a role of a unit twice
};

struct PersonFollower {
  base::PersonId id;
  std::string full_name, job_title;
};

struct ItemFollower {
  base::ItemId id;
  std::string code, state_key;
};

struct DelegationFollower {
  std::string full_name, act, document_number;
  base::UtcTime valid_to;
};

struct ClockFollower {
  std::uint64_t id = 0;
  std::string clause, title;
  std::optional<base::UtcTime> due;
};

struct Followers {
  std::vector<ItemFollower> items;         // never with the board: go over
  std::int64_t items_with_board = 0;       // on their way: keep the unit, its successor answers for them
  std::int64_t items_done = 0;             // posted, taken down, refused…: the same
  std::vector<PersonFollower> people;      // go over
  std::vector<RoleFollower> roles;
  std::vector<DelegationFollower> delegations;  // of its people: stay with the person
  std::vector<ClockFollower> clocks;       // of the unit itself: end with it, late when they are
  std::int64_t quotas = 0;                 // rows of its own quota: end with it

  // Nobody needs to go on with it.
  [[nodiscard]] bool is_nothing() const { return items.empty() && items_with_board == 0 && items_done == 0 && people.empty() && roles.empty(); }
};

[[nodiscard]] base::Result<UnitChange> find_unit_change(db::Connection& db, UnitChangeId id, bool for_update = false);
// The plan that waits for the unit, if there is one.
[[nodiscard]] std::optional<UnitChange> waiting_change_of(db::Connection& db, base::UnitId unit);
// Confirmed plans whose day has come.
[[nodiscard]] std::vector<UnitChangeId> due_unit_changes(db::Connection& db, base::UtcTime now);

// What would follow of the change, as things stand now.
[[nodiscard]] Followers followers_of(db::Connection& db, const UnitChange& change);

// Does it. REQUIRES a transaction, a confirmed plan that waits, and its row locked (find_unit_change for_update). The public copies are the caller's.
// Fault: NotAllowedNow, with nothing done, when there is work and nobody to go on with it, or its successor has ended too.
[[nodiscard]] base::Result<bool> carry_out(db::Connection& db, const UnitChange& change, base::UtcTime now);

// "Phòng X đã sáp nhập vào Phòng Y từ ngày 01/12/2026." for a unit that ended before `now`; "" for one that works.
[[nodiscard]] std::string why_unit_ended(db::Connection& db, base::UnitId unit, base::UtcTime now);

}  // namespace portal::workflow
