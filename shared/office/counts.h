// Counts: the numbers in the office menu. Open items are few and indexed by state, so these are short index ranges, never a table scan.
#pragma once

#include <cstdint>

#include "shared/access/actor.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::office {

// Items that wait for an act of this person now: their drafts and returned items, their unit's to approve, what is assigned to them, what the
// secretary receives and posts, what they may verify or last-check (four-eyes by person left out).
[[nodiscard]] std::int64_t count_waiting(db::Connection& db, const access::Actor& actor, base::UtcTime now);

// Items on their way that the actor may see: every open item for the board, the own unit's for others.
[[nodiscard]] std::int64_t count_open(db::Connection& db, const access::Actor& actor);

// Whether a delegation of `act` to the actor's person is in force (core_delegation.act: act_as_head, act_as_secretary, verify…) and this account
// may use it: it holds a role over content.
[[nodiscard]] bool has_delegation(db::Connection& db, const access::Actor& actor, std::string_view act, base::UtcTime now);

// Whether lists show the actor every item that reached the board: the board's roles, the director, and the secretary's stand-in (D11.1).
[[nodiscard]] bool sees_every_item(db::Connection& db, const access::Actor& actor, base::UtcTime now);

}  // namespace portal::office
