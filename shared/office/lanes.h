// Lane: one reason why items wait for a person, and one walk along one index (lane_sql.h). The inbox lists lanes, its tiles and the menu count them, so
// that a number and the list that it opens are of the same items.
//
//   for (const office::Lane& lane : office::lanes_waiting_for(db, actor, now)) total += office::count_lane(db, actor, lane, now);
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shared/access/actor.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::office {

enum class LaneKind { Own, Unit, State, Edited, Check, Awaited, Urgent, Ordered, Purge, OwnFlagged, UnitFlagged };

struct Lane {
  LaneKind kind = LaneKind::State;
  std::string_view key{};    // Own, Unit, State, Check: the state; Awaited: what, as stored
  std::string_view act{};    // Check, Urgent: what a delegation of it is called
  base::UnitId unit{};       // Unit, UnitFlagged
  base::PersonId person{};   // Own, Edited, Urgent, Ordered, Purge, OwnFlagged; unset for Edited: what nobody edits. Check: whose it may be beside nobody's
  bool by_head = false;      // Check, Urgent: whatever the section
};

// What waits for an act of this person: their drafts and returned items, their units' to approve, what is given to them, what the secretary receives and
// posts (also on an order before the checks, D6.1), what they may verify or last-check and nobody else has taken (four eyes), what they must look at
// afterwards, what needs a second person to be purged (D12.3b), what is said to be outdated.
[[nodiscard]] std::vector<Lane> lanes_waiting_for(db::Connection& db, const access::Actor& actor, base::UtcTime now);

// Of that, and of what nobody edits: what waits for a group in which this person is, so that they may take it (D15.1–D15.3).
[[nodiscard]] std::vector<Lane> lanes_for_taking(db::Connection& db, const access::Actor& actor, base::UtcTime now);

// Everything that is in the board's hands, whoever has it.
[[nodiscard]] std::vector<Lane> lanes_of_board();

// How many, at most kMostCounted of each lane, and since when the longest of them waits.
inline constexpr std::int64_t kMostCounted = 1000;
struct LaneCount {
  std::int64_t items = 0;
  bool has_more = false;
  std::optional<base::UtcTime> oldest{};

  void operator+=(const LaneCount& other);
  // "37", "999+": a menu is no statistic.
  [[nodiscard]] std::string words() const;
};
[[nodiscard]] LaneCount count_lane(db::Connection& db, const access::Actor& actor, const Lane& lane, base::UtcTime now);
[[nodiscard]] LaneCount count_lanes(db::Connection& db, const access::Actor& actor, const std::vector<Lane>& lanes, base::UtcTime now);

}  // namespace portal::office
