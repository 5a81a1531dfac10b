// Rights over a matter, in one place: who may know of it, who may see who the reader is, and whose act is next (D9.1b, D11.1–D11.5). Denied by default.
#pragma once

#include <string>
#include <vector>

#include "modules/qa/rules.h"
#include "modules/qa/store.h"

namespace portal::qa {

// What an actor is to a matter. The words are the right under which they act, "" when they have none.
struct Standing {
  std::string board, extender, director, lead_head, lead_unit, co_unit;
  bool sees_all = false;
  bool sees_asker = false;          // who the reader is: for who handles the matter alone
  base::UnitId co_unit_id;
  std::vector<ForwardId> forwards;  // of those who do not see all: the forwards that are theirs

  [[nodiscard]] bool may_see() const { return sees_all || !forwards.empty(); }
  [[nodiscard]] const std::string& right(Party party) const;
};
[[nodiscard]] Standing standing_of(db::Connection& db, const access::Actor& actor, const Matter& matter, base::UtcTime now);

// Proof that authorize() allowed one person one act on one matter. Every function of acts.h takes one.
class Permit {
 public:
  [[nodiscard]] base::PersonId person() const { return person_; }
  [[nodiscard]] base::AccountId account() const { return account_; }
  [[nodiscard]] std::optional<Act> act() const { return act_; }  // nothing: registering a new matter
  [[nodiscard]] MatterId matter() const { return matter_; }
  [[nodiscard]] const std::string& authority() const { return authority_; }
  [[nodiscard]] base::UnitId unit() const { return unit_; }  // of an act of a unit

 private:
  friend base::Result<Permit> authorize(db::Connection&, const access::Actor&, Act, const Matter&, base::UtcTime);
  friend base::Result<Permit> authorize_registering(db::Connection&, const access::Actor&, base::UtcTime);
  Permit() = default;
  base::PersonId person_;
  base::AccountId account_;
  std::optional<Act> act_;
  MatterId matter_;
  std::string authority_;
  base::UnitId unit_;
};

// The acts that are the actor's now, in the table's order. `answer`: the running clock of D9.3e, if any; what is late, or has its thirty days, is
// extended no more.
[[nodiscard]] std::vector<const ActRow*> acts_now(const Standing& standing, const Matter& matter, const duty::Clock* answer, base::UtcTime now);

// A permit, or why not: NotFound (may not know of the matter), Forbidden, NotAllowedNow.
[[nodiscard]] base::Result<Permit> authorize(db::Connection& db, const access::Actor& actor, Act act, const Matter& matter, base::UtcTime now);
// To enter a new one in the register (D11.1). Faults: Forbidden.
[[nodiscard]] base::Result<Permit> authorize_registering(db::Connection& db, const access::Actor& actor, base::UtcTime now);

}  // namespace portal::qa
