#include "shared/office/lanes.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "shared/office/counts.h"
#include "shared/office/queries.h"

namespace portal::office {
namespace {

using access::Role;

bool is_on_board(const access::Actor& actor) {
  constexpr std::array kBoard{Role::BoardHead, Role::BoardMember, Role::BoardDeputy, Role::Secretary};
  return std::any_of(kBoard.begin(), kBoard.end(), [&actor](Role role) { return actor.has(role); });
}

// The checks of somebody who may do any at all: without a delegation there is nothing to walk.
void add_checks(const access::Actor& actor, const std::set<std::string, std::less<>>& acts, base::PersonId or_taken_by, std::vector<Lane>& lanes) {
  const bool by_head = actor.has(Role::BoardHead);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kChecks{{{"verifying", "verify"}, {"final_check", "final_check"}}};
  for (const auto& [state, act] : kChecks)
    if (by_head || (is_on_board(actor) && (acts.contains(act) || acts.contains("act_as_head"))))
      lanes.push_back({.kind = LaneKind::Check, .key = state, .act = act, .person = or_taken_by, .by_head = by_head});
}

LaneCount read_count(db::Rows rows) {
  LaneCount count;
  if (!rows.next()) return count;
  count.items = rows.number(0);
  count.oldest = rows.optional_time(1);
  count.has_more = rows.flag(2);
  return count;
}

}  // namespace

std::vector<Lane> lanes_waiting_for(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  std::vector<Lane> lanes;
  if (!actor.is_staff()) return lanes;
  const auto acts = delegated_acts(db, actor, now);
  const base::PersonId me = actor.person;
  for (const std::string_view state : {std::string_view{"draft"}, std::string_view{"returned"}}) lanes.push_back({.kind = LaneKind::Own, .key = state, .person = me});
  for (const base::UnitId unit : actor.headed_units()) lanes.push_back({.kind = LaneKind::Unit, .key = "unit_review", .unit = unit});
  if (actor.has(Role::Secretary) || acts.contains("act_as_secretary"))
    for (const std::string_view state : {std::string_view{"submitted"}, std::string_view{"ready"}}) lanes.push_back({.kind = LaneKind::State, .key = state});
  if (actor.has(Role::Secretary) || acts.contains("act_as_secretary")) lanes.push_back({.kind = LaneKind::Ordered, .person = me});
  if (is_on_board(actor)) lanes.push_back({.kind = LaneKind::Edited, .person = me});
  add_checks(actor, acts, me, lanes);
  const bool is_head = actor.has(Role::BoardHead);
  const bool acts_as_head = is_head || (is_on_board(actor) && acts.contains("act_as_head"));
  if (acts_as_head) lanes.push_back({.kind = LaneKind::Awaited, .key = "withdrawn"});
  if (acts_as_head || (is_on_board(actor) && acts.contains("final_check")))
    lanes.push_back({.kind = LaneKind::Urgent, .act = "final_check", .person = me, .by_head = is_head});
  if (acts_as_head || actor.has(Role::Director)) lanes.push_back({.kind = LaneKind::Purge, .person = me});
  if (actor.has(Role::Secretary)) lanes.push_back({.kind = LaneKind::Awaited, .key = "review_asked"});
  lanes.push_back({.kind = LaneKind::OwnFlagged, .person = me});
  for (const base::UnitId unit : actor.headed_units()) lanes.push_back({.kind = LaneKind::UnitFlagged, .unit = unit});
  return lanes;
}

std::vector<Lane> lanes_for_taking(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  std::vector<Lane> lanes;
  if (!is_on_board(actor)) return lanes;
  lanes.push_back({.kind = LaneKind::Edited});
  add_checks(actor, delegated_acts(db, actor, now), {}, lanes);
  return lanes;
}

std::vector<Lane> lanes_of_board() {
  std::vector<Lane> lanes;
  for (const std::string_view state : {"submitted", "editing", "verifying", "final_check", "ready"}) lanes.push_back({.kind = LaneKind::State, .key = state});
  return lanes;
}

void LaneCount::operator+=(const LaneCount& other) {
  items += other.items;
  has_more = has_more || other.has_more;
  if (other.oldest && (!oldest || *other.oldest < *oldest)) oldest = other.oldest;
}

std::string LaneCount::words() const {
  constexpr std::int64_t kMostShown = kMostCounted - 1;
  if (items > kMostShown) return std::to_string(kMostShown) + "+";
  return std::to_string(items) + (has_more ? "+" : "");
}

LaneCount count_lane(db::Connection& db, const access::Actor& actor, const Lane& lane, base::UtcTime now) {
  const base::PersonId me = actor.person;
  switch (lane.kind) {
    case LaneKind::Own: return read_count(db.query(kCountOwn, lane.person, lane.key));
    case LaneKind::Unit: return read_count(db.query(kCountUnit, lane.unit, lane.key));
    case LaneKind::State: return read_count(db.query(kCountState, lane.key));
    case LaneKind::Edited: return read_count(db.query(kCountEdited, lane.person));
    case LaneKind::Check: return read_count(db.query(kCountCheck, lane.person, me, me, lane.by_head, me, lane.act, now, now, lane.key));
    case LaneKind::Awaited: return read_count(db.query(kCountAwaited, lane.key));
    case LaneKind::Urgent: return read_count(db.query(kCountUrgent, lane.person, me, me, lane.by_head, me, lane.act, now, now));
    case LaneKind::Ordered: return read_count(db.query(kCountOrdered, lane.person));
    case LaneKind::Purge: return read_count(db.query(kCountPurge, lane.person));
    case LaneKind::OwnFlagged: return read_count(db.query(kCountOwnFlagged, lane.person));
    case LaneKind::UnitFlagged: return read_count(db.query(kCountUnitFlagged, lane.unit));
  }
  return {};
}

LaneCount count_lanes(db::Connection& db, const access::Actor& actor, const std::vector<Lane>& lanes, base::UtcTime now) {
  LaneCount count;
  for (const Lane& lane : lanes) count += count_lane(db, actor, lane, now);
  return count;
}

}  // namespace portal::office
