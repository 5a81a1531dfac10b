#include "modules/qa/store.h"

#include <nlohmann/json.hpp>

#include "modules/qa/queries.h"
#include "shared/access/authority.h"

namespace portal::qa {
namespace {

using access::Capability;
using access::Role;

Matter read_matter(const db::Rows& rows) {
  Matter matter;
  matter.id = rows.id<MatterId>(0);
  matter.code = rows.text(1);
  matter.kind = parse_kind(rows.text(2)).value_or(Kind::Question);
  matter.channel = parse_channel(rows.text(3)).value_or(Channel::Web);
  matter.title = rows.text(4);
  matter.received_at = rows.time(5);
  matter.registered_at = rows.time(6);
  matter.registered_by = rows.text(7);
  matter.state_key = rows.text(8);
  matter.state = parse_state(matter.state_key);
  matter.state_since = rows.time(9);
  matter.awaits_direction = rows.flag(10);
  matter.is_directed = rows.flag(11);
  matter.forward = rows.id<ForwardId>(12);
  matter.unit = rows.id<base::UnitId>(13);
  matter.unit_name = rows.text(14);
  matter.clocks = static_cast<unsigned>(rows.number(15));
  matter.row_version = static_cast<unsigned>(rows.number(16));
  return matter;
}

// % and _ in what a person types mean themselves.
std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

template <typename Ids>
std::string json_of(const Ids& ids) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& id : ids) list.push_back(id.value);
  return list.dump();
}

// Units in which the actor works at all: a matter given to somebody is theirs only while they are in that unit.
std::string units_of(const access::Actor& actor) {
  std::vector<base::UnitId> units;
  for (const access::RoleGrant& grant : actor.roles)
    if (grant.role == Role::Contributor || grant.role == Role::UnitHead || grant.role == Role::LocalUnit) units.push_back(grant.unit);
  return base::list_of(units);
}

std::vector<Named> named(db::Rows rows) {
  std::vector<Named> list;
  while (rows.next()) list.push_back({static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(1)}});
  return list;
}

std::string day_of(base::UtcTime at) { return base::format_iso(at).substr(0, 10); }

std::string named_matter(const db::Rows& rows) { return "matter:" + std::to_string(rows.number(0)); }

}  // namespace

base::Result<Matter> find_matter(db::Connection& db, MatterId id) {
  auto rows = db.query(sql::kMatter, id);
  if (!rows.next()) return base::fail(base::FaultKind::NotFound, "Không tìm thấy câu hỏi, phản hồi này.");
  return read_matter(rows);
}

std::optional<Body> read_body(db::Connection& db, MatterId id) {
  auto rows = db.query(sql::kBody, id);
  if (!rows.next()) return {};
  Body body;
  body.text = rows.text(0);
  body.asker = {std::string{rows.text(1)}, std::string{rows.text(2)}, std::string{rows.text(3)}, std::string{rows.text(4)}};
  return body;
}

std::vector<Route> routes_of(db::Connection& db, MatterId id) {
  std::vector<Route> routes;
  auto rows = db.query(sql::kRoutes, id);
  while (rows.next())
    routes.push_back({rows.id<ForwardId>(0), rows.id<base::UnitId>(1), std::string{rows.text(2)}, rows.flag(3), rows.flag(4), rows.id<base::PersonId>(5)});
  return routes;
}

std::optional<Forward> find_forward(db::Connection& db, ForwardId id) {
  auto rows = db.query(sql::kForward, id);
  if (!rows.next()) return {};
  Forward forward;
  forward.id = rows.id<ForwardId>(0);
  forward.unit = rows.id<base::UnitId>(1);
  forward.unit_name = rows.text(2);
  forward.batch = rows.text(3);
  if (!rows.is_null(4)) forward.limit_days = static_cast<unsigned>(rows.number(4));
  forward.forwarded_at = rows.time(5);
  forward.state = rows.text(6);
  forward.assigned_to = rows.id<base::PersonId>(7);
  forward.assigned_name = rows.text(8);
  forward.clock = rows.id<duty::ClockId>(9);
  return forward;
}

std::vector<Event> events_of(db::Connection& db, MatterId id) {
  std::vector<Event> events;
  auto rows = db.query(sql::kEvents, id);
  while (rows.next()) {
    Event& event = events.emplace_back();
    event.forward = rows.id<ForwardId>(0);
    event.act = rows.text(1);
    event.person = rows.text(2);
    event.authority = rows.text(3);
    event.unit = rows.text(4);
    event.text = rows.text(5);
    event.facts = rows.text(6);
    event.at = rows.time(7);
  }
  return events;
}

MatterList list_matters(db::Connection& db, const access::Actor& actor, const Filter& filter, base::UtcTime now, std::size_t limit) {
  const base::UtcTime far{std::chrono::sys_days{std::chrono::year{2900} / 1 / 1}};
  const base::UtcTime before = filter.before.value_or(far);
  const std::uint64_t before_id = filter.before_id.is_set() ? filter.before_id.value : UINT64_MAX / 2;
  const std::string kind{filter.kind ? key_of(*filter.kind) : std::string_view{}};
  const bool handles = access::authority_for(db, actor, Capability::HandleMatters, now).has_value();
  const bool directs = access::may(actor, Capability::DirectMatters);
  const auto headed = actor.headed_units();
  const auto read = [&](db::Sql statement, const auto&... whose) {
    return db.query(statement, whose..., before, before, before_id, kind, kind, filter.state, filter.state, filter.state, filter.unit.value, filter.unit.value,
                    filter.from.value_or(base::UtcTime{}), filter.to.value_or(far), filter.words, like_pattern(filter.words), filter.words, filter.clock,
                    filter.clock, now, now, now, filter.for_me, handles, directs, base::list_of(headed), actor.person, limit + 1);
  };
  const bool sees_all = access::authority_for(db, actor, Capability::SeeMatters, now).has_value();
  auto rows = sees_all ? read(sql::kListAll) : read(sql::kListRouted, json_of(headed), actor.person, units_of(actor));
  MatterList list;
  while (rows.next()) list.matters.push_back(read_matter(rows));
  list.has_more = list.matters.size() > limit;
  if (list.has_more) list.matters.resize(limit);
  return list;
}

std::vector<duty::Clock> clocks_of(db::Connection& db, MatterId id) {
  std::vector<duty::ClockId> ids;
  {
    auto rows = db.query(sql::kClockIds, id);
    while (rows.next()) ids.push_back(rows.id<duty::ClockId>(0));
  }
  return duty::find_clocks(db, ids);
}

std::map<MatterId, std::vector<duty::Clock>> clocks_of(db::Connection& db, const std::vector<Matter>& matters) {
  std::map<duty::ClockId, MatterId> of_clock;
  std::vector<duty::ClockId> ids;
  {
    std::vector<MatterId> asked;
    for (const Matter& matter : matters) asked.push_back(matter.id);
    auto rows = db.query(sql::kClockIdsOf, json_of(asked));
    while (rows.next()) {
      of_clock[rows.id<duty::ClockId>(1)] = rows.id<MatterId>(0);
      ids.push_back(rows.id<duty::ClockId>(1));
    }
  }
  std::map<MatterId, std::vector<duty::Clock>> found;
  for (duty::Clock& clock : duty::find_clocks(db, ids)) found[of_clock[clock.id]].push_back(std::move(clock));
  return found;
}

std::optional<duty::Clock> open_clock_of(db::Connection& db, MatterId id, std::string_view duty_code) {
  duty::ClockId clock;
  {
    auto rows = db.query(sql::kOpenClock, id, duty_code);
    if (!rows.next()) return {};
    clock = rows.id<duty::ClockId>(0);
  }
  auto found = duty::find_clock(db, clock);
  if (!found) return {};
  return *std::move(found);
}

std::vector<Named> units_to_forward_to(db::Connection& db, base::UtcTime now) { return named(db.query(sql::kUnits, day_of(now), day_of(now))); }

std::vector<Named> staff_of_unit(db::Connection& db, base::UnitId unit, base::UtcTime now) {
  return named(db.query(sql::kStaffOfUnit, unit, day_of(now), day_of(now)));
}

std::vector<std::string> check_matters(db::Connection& db) {
  std::vector<std::string> faults;
  {
    auto rows = db.query(sql::kStateMismatch);
    while (rows.next())
      faults.push_back(named_matter(rows) + ": its state (" + std::string{rows.text(1)} + ") is not the last one of its trail (" + std::string{rows.text(2)} + ")");
  }
  {
    auto rows = db.query(sql::kBodyMismatch);
    while (rows.next()) faults.push_back(named_matter(rows) + ": its words were changed after they were registered, or are missing");
  }
  auto rows = db.query(sql::kEventMismatch);
  while (rows.next()) faults.push_back(named_matter(rows) + ": line " + std::to_string(rows.number(1)) + " of its timeline is not what the trail saw");
  return faults;
}

}  // namespace portal::qa
