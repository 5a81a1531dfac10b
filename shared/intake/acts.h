// Acts on what stands in the register: each writes the row, the trail and what follows for mail and notices, in the caller's transaction, under a Permit.
//
//   auto intake = hold_intake(db, id, row_version);                       // locked, and as the person had it in front of them
//   const auto permit = authorize(db, actor, Act::Release, *intake, now);
//   const auto done = release(db, *permit, *intake, now);
#pragma once

#include "shared/access/actor.h"
#include "shared/base/result.h"
#include "shared/intake/store.h"
#include "shared/intake/transition.h"

namespace portal::intake {

using Done = base::Result<bool>;  // always true; a Fault says what stood in the way

// Proof that authorize() allowed one person one act on one thing.
class Permit {
 public:
  [[nodiscard]] base::PersonId person() const { return person_; }
  [[nodiscard]] base::AccountId account() const { return account_; }
  [[nodiscard]] Act act() const { return act_; }
  [[nodiscard]] IntakeId intake() const { return intake_; }
  [[nodiscard]] const std::string& authority() const { return authority_; }

 private:
  friend base::Result<Permit> authorize(db::Connection&, const access::Actor&, Act, const Intake&, base::UtcTime);
  Permit() = default;
  base::PersonId person_;
  base::AccountId account_;
  Act act_ = Act::Release;
  IntakeId intake_;
  std::string authority_;
};

// Whether the actor may read the register and act on it: the secretary, the board's head, who stands in for the secretary by delegation (D11.1). "" when not,
// else the right in words.
[[nodiscard]] std::string right_of(db::Connection& db, const access::Actor& actor, base::UtcTime now);

// A permit, or why not: Forbidden, NotAllowedNow.
[[nodiscard]] base::Result<Permit> authorize(db::Connection& db, const access::Actor& actor, Act act, const Intake& intake, base::UtcTime now);

// The office's acts that are possible now, in the table's order.
[[nodiscard]] std::vector<const ActRow*> acts_now(const Intake& intake);

// Faults: NotFound; Stale when somebody else acted since `row_version`.
[[nodiscard]] base::Result<Intake> hold_intake(db::Connection& db, IntakeId id, unsigned row_version);

// Release and Separate also write to the sender that their thing came (queue_receipt); MarkSpam and Unspam write to nobody.
[[nodiscard]] Done release(db::Connection& db, const Permit& permit, Intake& intake, base::UtcTime now);
[[nodiscard]] Done separate(db::Connection& db, const Permit& permit, Intake& intake, base::UtcTime now);
[[nodiscard]] Done mark_spam(db::Connection& db, const Permit& permit, Intake& intake, base::UtcTime now);
[[nodiscard]] Done unspam(db::Connection& db, const Permit& permit, Intake& intake, base::UtcTime now);
// What the office knows of the sender, by telephone or from the paper (D9.1b).
[[nodiscard]] Done fill_in(db::Connection& db, const Permit& permit, Intake& intake, const Sender& sender, base::UtcTime now);
// Faults: Invalid (ground). The sender is written to when they may be; on the state-secret ground the letter has neither title nor reason (D12.3b).
[[nodiscard]] Done refuse(db::Connection& db, const Permit& permit, Intake& intake, const std::string& ground, const std::string& reason, base::UtcTime now);
// Once: `item` was made of it in the same transaction.
[[nodiscard]] Done classify(db::Connection& db, const Permit& permit, Intake& intake, base::ItemId item, base::UtcTime now);

// Data that senders completed by their links are taken over; each in a transaction of its own. Gives how many.
std::size_t take_answers(db::Connection& db, base::UtcTime now);

}  // namespace portal::intake
