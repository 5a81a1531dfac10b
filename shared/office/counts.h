// Counts: the numbers in the office menu. Each stops at a thousand rows of an index ("999+"), so a page costs the same in an office of any size.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "shared/access/actor.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/office/lanes.h"

namespace portal::office {

// Items that wait for an act of this person now: the list of the inbox, counted.
[[nodiscard]] LaneCount count_waiting(db::Connection& db, const access::Actor& actor, base::UtcTime now);

// Items on their way that the actor may see: every open item for the board, the own unit's for others.
[[nodiscard]] LaneCount count_open(db::Connection& db, const access::Actor& actor);

// Roles that wait for the actor's confirmation (D6.3).
[[nodiscard]] std::int64_t count_roles(db::Connection& db, const access::Actor& actor, base::UtcTime now);

// Mails that were not sent, for who looks after them (D6.3, D11.1); 0 for others.
[[nodiscard]] std::int64_t count_dead_mail(db::Connection& db, const access::Actor& actor, base::UtcTime now);

// What of the intake register waits for who handles it (D11.1): held or to be classified; 0 for others.
[[nodiscard]] std::int64_t count_intake(db::Connection& db, const access::Actor& actor, base::UtcTime now);

// What is delegated to the actor's person now, as acts (core_delegation.act); nothing for an account without a role over content.
[[nodiscard]] std::set<std::string, std::less<>> delegated_acts(db::Connection& db, const access::Actor& actor, base::UtcTime now);

// Whether a delegation of `act` to the actor's person is in force (core_delegation.act: act_as_head, act_as_secretary, verify…) and this account
// may use it: it holds a role over content.
[[nodiscard]] bool has_delegation(db::Connection& db, const access::Actor& actor, std::string_view act, base::UtcTime now);

// Whether lists show the actor every item that reached the board: the board's roles, the director, and the secretary's stand-in (D11.1).
[[nodiscard]] bool sees_every_item(db::Connection& db, const access::Actor& actor, base::UtcTime now);

}  // namespace portal::office
