// Purge: what came in and was refused on the state-secret ground (D12.3b) is given up for good, with every answer in its conversation, when two people want it:
// one asks, another approves. The trail stays, with digests only. What became an item is purged with the item (shared/workflow).
#pragma once

#include "shared/intake/acts.h"

namespace portal::intake {

struct Purge {
  base::PersonId asked_by;
  std::string asked_name;                 // "" while nobody has asked
  std::optional<base::UtcTime> asked_at, purged_at;
};
[[nodiscard]] Purge purge_of(db::Connection& db, IntakeId id);

enum class PurgeStep { Ask, Approve };
// What the actor may do about it now, or why not: Forbidden (not who handles the register; who asked does not approve), NotAllowedNow.
[[nodiscard]] base::Result<PurgeStep> purge_step(db::Connection& db, const access::Actor& actor, const Intake& intake, const Purge& purge,
                                                 base::UtcTime now);

// In the caller's transaction, `intake` held (hold_intake). Asking tells the others who handle the register; approving empties every table of its words, and
// the worker `intake` erases the mail itself.
[[nodiscard]] Done do_purge_step(db::Connection& db, const access::Actor& actor, Intake& intake, base::UtcTime now);

}  // namespace portal::intake
