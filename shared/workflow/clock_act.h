// Acts on an item's clock by a person: letting it stand with ground and evidence, letting it run on, extending it (D9.3, D9.3e, D12.1). The clocks of an
// item's way through the workflow begin and end by themselves (clocks.h); these three are decisions, so each is authorized and stands in the item's trail.
//
// Nobody stops the time that they themselves answer for: the secretary may let a supplier's clock stand, the board's own only the board's head; more time
// is given by the head alone.
#pragma once

#include <string>

#include "shared/access/actor.h"
#include "shared/base/result.h"
#include "shared/duty/clock.h"
#include "shared/workflow/item.h"

namespace portal::workflow {

enum class ClockAct { Pause, Resume, Extend };

// Proof that authorize_clock() allowed one person one act on one clock of one item.
class ClockPermit {
 public:
  [[nodiscard]] base::PersonId person() const { return person_; }
  [[nodiscard]] base::AccountId account() const { return account_; }
  [[nodiscard]] ClockAct act() const { return act_; }
  [[nodiscard]] base::ItemId item() const { return item_; }
  [[nodiscard]] duty::ClockId clock() const { return clock_; }
  [[nodiscard]] const std::string& authority() const { return authority_; }

 private:
  friend class Authorizer;
  ClockPermit() = default;
  base::PersonId person_;
  base::AccountId account_;
  ClockAct act_ = ClockAct::Pause;
  base::ItemId item_;
  duty::ClockId clock_;
  std::string authority_;
};

// A permit, or why not: NotFound (may not know of the item, or the clock is another's), Forbidden, NotAllowedNow (the clock has ended, stands already,
// does not stand, or its kind of time cannot stand or be extended).
[[nodiscard]] base::Result<ClockPermit> authorize_clock(db::Connection& db, const access::Actor& actor, ClockAct act, const Item& item,
                                                        const duty::Duty& duty, const duty::Clock& clock, base::UtcTime now);

// Each carries its act out in the caller's transaction, with the clock's log and the item's trail. Faults: those of shared/duty/clock.h.
[[nodiscard]] base::Result<duty::Clock> pause_clock(db::Connection& db, const ClockPermit& permit, const duty::Books& books, base::UtcTime from,
                                                    const std::string& ground, const std::string& evidence, base::UtcTime now);
[[nodiscard]] base::Result<duty::Clock> resume_clock(db::Connection& db, const ClockPermit& permit, const duty::Books& books, base::UtcTime at,
                                                     base::UtcTime now);
[[nodiscard]] base::Result<duty::Clock> extend_clock(db::Connection& db, const ClockPermit& permit, const duty::Books& books, unsigned amount,
                                                     const std::string& reason, base::UtcTime now);

}  // namespace portal::workflow
