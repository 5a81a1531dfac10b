#include "shared/office/counts.h"

#include <algorithm>
#include <set>

#include "shared/access/capability.h"
#include "shared/office/queries.h"

namespace portal::office {
namespace {

using access::Role;

template <typename... Args>
std::int64_t number_of(db::Connection& db, db::Sql sql, const Args&... args) {
  auto rows = db.query(sql, args...);
  return rows.next() ? rows.number(0) : 0;
}

std::int64_t count_checks(db::Connection& db, const access::Actor& actor, std::string_view state, std::string_view act, base::UtcTime now) {
  return number_of(db, kCountChecks, state, actor.person, actor.has(Role::BoardHead), actor.person, act, now, now, actor.person);
}

}  // namespace

bool has_delegation(db::Connection& db, const access::Actor& actor, std::string_view act, base::UtcTime now) {
  if (!actor.has_content_role()) return false;
  auto rows = db.query(kHasDelegation, actor.person, act, now, now);
  return rows.next();
}

bool sees_every_item(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  return access::may(actor, access::Capability::SeeAllItems) || has_delegation(db, actor, "act_as_secretary", now);
}

std::int64_t count_waiting(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  if (!actor.is_staff()) return 0;
  std::int64_t count = number_of(db, kCountAuthor, actor.person) + number_of(db, kCountAssigned, actor.person);
  for (const base::UnitId unit : actor.headed_units()) count += number_of(db, kCountUnitReview, unit);
  if (actor.has(Role::Secretary) || has_delegation(db, actor, "act_as_secretary", now))
    count += number_of(db, kCountState, "submitted") + number_of(db, kCountState, "ready");
  if (actor.has(Role::BoardHead) || actor.has(Role::BoardMember) || actor.has(Role::BoardDeputy) || actor.has(Role::Secretary))
    count += count_checks(db, actor, "verifying", "verify", now) + count_checks(db, actor, "final_check", "final_check", now);
  return count;
}

std::int64_t count_open(db::Connection& db, const access::Actor& actor) {
  if (access::may(actor, access::Capability::SeeAllItems)) return number_of(db, kCountOpen);
  std::set<base::UnitId> units;
  if (actor.home_unit.is_set()) units.insert(actor.home_unit);
  for (const access::RoleGrant& grant : actor.roles)
    if (grant.unit.is_set()) units.insert(grant.unit);
  std::int64_t count = 0;
  for (const base::UnitId unit : units) count += number_of(db, kCountOpenUnit, unit);
  return count;
}

}  // namespace portal::office
