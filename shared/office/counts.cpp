#include "shared/office/counts.h"

#include <algorithm>
#include <set>

#include "shared/access/authority.h"
#include "shared/mail/outbox.h"
#include "shared/office/queries.h"

namespace portal::office {
namespace {

using access::Role;

template <typename... Args>
std::int64_t number_of(db::Connection& db, db::Sql sql, const Args&... args) {
  auto rows = db.query(sql, args...);
  return rows.next() ? rows.number(0) : 0;
}

}  // namespace

bool has_delegation(db::Connection& db, const access::Actor& actor, std::string_view act, base::UtcTime now) {
  if (!actor.has_content_role()) return false;
  auto rows = db.query(kHasDelegation, actor.person, act, now, now);
  return rows.next();
}

std::set<std::string, std::less<>> delegated_acts(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  std::set<std::string, std::less<>> acts;
  if (!actor.has_content_role()) return acts;
  auto rows = db.query(kDelegatedActs, actor.person, now, now);
  while (rows.next()) acts.emplace(rows.text(0));
  return acts;
}

std::int64_t count_roles(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  if (!access::may(actor, access::Capability::ConfirmContentRoles)) return 0;
  const std::string today = base::format_iso(now).substr(0, 10);
  return number_of(db, kCountRoles, actor.person, actor.person, today, today, today, actor.has(Role::Director), actor.has(Role::BoardHead));
}

std::int64_t count_dead_mail(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  return access::authority_for(db, actor, access::Capability::ManageMail, now) ? mail::count_dead(db) : 0;
}

std::int64_t count_intake(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  return access::authority_for(db, actor, access::Capability::HandleIntake, now) ? number_of(db, kCountIntake) : 0;
}

bool sees_every_item(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  return access::authority_for(db, actor, access::Capability::SeeAllItems, now).has_value();
}

LaneCount count_waiting(db::Connection& db, const access::Actor& actor, base::UtcTime now) {
  return count_lanes(db, actor, lanes_waiting_for(db, actor, now), now);
}

LaneCount count_open(db::Connection& db, const access::Actor& actor) {
  if (access::may(actor, access::Capability::SeeAllItems)) return {.items = number_of(db, kCountOpen)};
  std::set<base::UnitId> units;
  if (actor.home_unit.is_set()) units.insert(actor.home_unit);
  for (const access::RoleGrant& grant : actor.roles)
    if (grant.unit.is_set()) units.insert(grant.unit);
  LaneCount count;
  for (const base::UnitId unit : units) count.items += number_of(db, kCountOpenUnit, unit);
  return count;
}

}  // namespace portal::office
