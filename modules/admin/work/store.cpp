#include "modules/admin/work/store.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "modules/admin/work/queries.h"
#include "shared/office/counts.h"

namespace portal::admin {
namespace {

namespace sql = work_sql;

// "waiting|2026-11-30 01:00:00.000000|": state, time and reason.
void read_schedule(std::string_view text, WorkRow& row) {
  const std::size_t first = text.find('|');
  const std::size_t second = first == std::string_view::npos ? first : text.find('|', first + 1);
  if (second == std::string_view::npos) return;
  row.schedule_state = text.substr(0, first);
  row.schedule_at = base::parse_sql(text.substr(first + 1, second - first - 1));
  row.schedule_why = text.substr(second + 1);
}

WorkRow read_row(const db::Rows& rows) {
  WorkRow row;
  row.id = rows.id<base::ItemId>(0);
  row.code = rows.text(1);
  row.module = rows.text(2);
  row.kind = rows.text(3);
  row.title = rows.text(4);
  row.section = rows.text(5);
  row.unit = rows.text(6);
  row.author = rows.text(7);
  row.state_key = rows.text(8);
  row.state = workflow::parse_state(row.state_key);
  row.state_since = rows.time(9);
  row.holder = rows.text(10);
  row.is_published = rows.flag(11);
  row.row_version = static_cast<unsigned>(rows.number(12));
  row.awaits = rows.text(13);
  row.is_flagged = rows.flag(14);
  row.holder_id = rows.id<base::PersonId>(15);
  read_schedule(rows.text(16), row);
  return row;
}

void append(db::Rows rows, std::vector<WorkRow>& out) {
  while (rows.next()) out.push_back(read_row(rows));
}

// What several statements gave, the longest waiting (or the newest) first and each item once.
std::vector<WorkRow> in_order(std::vector<WorkRow> rows, bool newest_first = false) {
  std::sort(rows.begin(), rows.end(), [newest_first](const WorkRow& a, const WorkRow& b) {
    const WorkRow& first = newest_first ? b : a;
    const WorkRow& second = newest_first ? a : b;
    return first.state_since != second.state_since ? first.state_since < second.state_since : first.id < second.id;
  });
  rows.erase(std::unique(rows.begin(), rows.end(), [](const WorkRow& a, const WorkRow& b) { return a.id == b.id; }), rows.end());
  return rows;
}

// One page of what was read: cut, with the cursor of what follows.
WorkList page_of(std::vector<WorkRow> rows) {
  WorkList list;
  const bool has_more = rows.size() > kWorkPage;
  if (has_more) rows.resize(kWorkPage);
  list.rows = std::move(rows);
  if (has_more) list.next = Cursor{list.rows.back().state_since, list.rows.back().id.value, ""};
  return list;
}

Cursor beginning() { return {base::UtcTime{}, 0, ""}; }

Cursor end_of_time() { return {base::UtcTime{std::chrono::microseconds{4'102'444'800'000'000}}, ~std::uint64_t{0} >> 1U, "~"}; }

template <typename... Args>
db::Rows read_filtered(db::Connection& db, db::Sql statement, const InboxFilter& filter, base::UtcTime now, const std::tuple<Args...>& whose,
                       const Cursor& from) {
  const auto due = static_cast<std::int64_t>(filter.due);
  const std::string_view state = filter.state ? workflow::key_of(*filter.state) : std::string_view{};
  return std::apply(
      [&](const auto&... args) {
        return db.query(statement, args..., filter.section.value, filter.section.value, filter.section.value, filter.unit.value, filter.unit.value, state,
                        state,
                        filter.holder.value, filter.holder.value, filter.only_free, filter.words, filter.words, filter.words, due, due, now, due, now, now, due,
                        filter.not_before(now), filter.not_after(now), from.at, from.at, from.id);
      },
      whose);
}

// The lanes as the sets that the statement by due time takes.
struct LaneSets {
  base::PersonId own, editor, flagged;
  std::string own_states, states, check_states, awaited;
  std::vector<base::UnitId> units, flagged_units;
  base::PersonId taken_by;
  bool has_free = false, by_head = false, has_urgent = false, urgent_by_head = false, has_ordered = false, has_purge = false;
};

LaneSets sets_of(const std::vector<office::Lane>& lanes) {
  using office::LaneKind;
  LaneSets sets;
  const auto add = [](std::string& list, std::string_view key) { list += (list.empty() ? "" : ",") + std::string{key}; };
  for (const office::Lane& lane : lanes) {
    switch (lane.kind) {
      case LaneKind::Own:
        sets.own = lane.person;
        add(sets.own_states, lane.key);
        break;
      case LaneKind::Unit: sets.units.push_back(lane.unit); break;
      case LaneKind::State: add(sets.states, lane.key); break;
      case LaneKind::Edited:
        if (lane.person.is_set()) sets.editor = lane.person;
        else sets.has_free = true;
        break;
      case LaneKind::Check:
        add(sets.check_states, lane.key);
        sets.taken_by = lane.person;
        sets.by_head = lane.by_head;
        break;
      case LaneKind::Awaited: add(sets.awaited, lane.key); break;
      case LaneKind::Urgent:
        sets.has_urgent = true;
        sets.urgent_by_head = lane.by_head;
        break;
      case LaneKind::Ordered: sets.has_ordered = true; break;
      case LaneKind::Purge: sets.has_purge = true; break;
      case LaneKind::OwnFlagged: sets.flagged = lane.person; break;
      case LaneKind::UnitFlagged: sets.flagged_units.push_back(lane.unit); break;
    }
  }
  return sets;
}

constexpr std::string_view kDueChain = "han";  // a cursor among what has a due time: the time and the clock

}  // namespace

void WorkStore::read_lane(const office::Lane& lane, const InboxFilter& filter, const Cursor& from, std::vector<WorkRow>& rows) {
  using office::LaneKind;
  const bool newest = filter.order == WorkOrder::Newest;
  const base::PersonId me = actor_.person;
  const auto read = [&](db::Sql oldest_first, db::Sql newest_first, const auto&... whose) {
    append(read_filtered(db_, newest ? newest_first : oldest_first, filter, now_, std::make_tuple(whose...), from), rows);
  };
  switch (lane.kind) {
    case LaneKind::Own: return read(sql::kOldestOwn, sql::kNewestOwn, lane.person, lane.key);
    case LaneKind::Unit: return read(sql::kOldestUnit, sql::kNewestUnit, lane.unit, lane.key);
    case LaneKind::State: return read(sql::kOldestState, sql::kNewestState, lane.key);
    case LaneKind::Edited: return read(sql::kOldestEdited, sql::kNewestEdited, lane.person);
    case LaneKind::Check: return read(sql::kOldestCheck, sql::kNewestCheck, lane.key, lane.person, me, me, lane.by_head, me, lane.act, now_, now_);
    case LaneKind::Awaited: return read(sql::kOldestAwaited, sql::kNewestAwaited, lane.key);
    case LaneKind::Urgent: return read(sql::kOldestUrgent, sql::kNewestUrgent, lane.person, me, me, lane.by_head, me, lane.act, now_, now_);
    case LaneKind::Ordered: return read(sql::kOldestOrdered, sql::kNewestOrdered, lane.person);
    case LaneKind::Purge: return read(sql::kOldestPurge, sql::kNewestPurge, lane.person);
    case LaneKind::OwnFlagged: return read(sql::kOldestOwnFlagged, sql::kNewestOwnFlagged, lane.person);
    case LaneKind::UnitFlagged: return read(sql::kOldestUnitFlagged, sql::kNewestUnitFlagged, lane.unit);
  }
}

std::vector<WorkRow> WorkStore::by_waiting(const std::vector<office::Lane>& lanes, const InboxFilter& filter, const Cursor& from) {
  std::vector<WorkRow> rows;
  for (const office::Lane& lane : lanes) read_lane(lane, filter, from, rows);
  return in_order(std::move(rows), filter.order == WorkOrder::Newest);
}

WorkList WorkStore::by_due(const std::vector<office::Lane>& lanes, const InboxFilter& filter, const std::optional<Cursor>& from) {
  WorkList list;
  if (!from || from->chain == kDueChain) {
    const Cursor at = from.value_or(beginning());
    const LaneSets sets = sets_of(lanes);
    const base::PersonId me = actor_.person;
    auto rows = read_filtered(db_, sql::kByDue, filter, now_,
                              std::make_tuple(sets.own, sets.own_states, base::list_of(sets.units), sets.states, sets.editor, sets.has_free, sets.check_states,
                                              sets.taken_by, me, me, sets.by_head, me, now_, now_, sets.by_head, me, now_, now_, sets.awaited, sets.has_urgent,
                                              me, me, me, sets.urgent_by_head, me, "final_check", now_, now_, sets.has_ordered, me, sets.has_purge, me, sets.flagged,
                                              base::list_of(sets.flagged_units)),
                              at);
    Cursor last;
    while (rows.next()) {
      if (list.rows.size() == kWorkPage) {
        list.next = last;
        return list;
      }
      list.rows.push_back(read_row(rows));
      last = {rows.time(17), static_cast<std::uint64_t>(rows.number(18)), std::string{kDueChain}};
    }
  }
  if (filter.due != DueFilter::Any && filter.due != DueFilter::None) return list;
  // What has no due time, the longest waiting first, on the rest of the page.
  InboxFilter without = filter;
  without.due = DueFilter::None;
  without.order = WorkOrder::Oldest;
  const bool has_begun = from && from->chain != kDueChain;
  auto rest = by_waiting(lanes, without, has_begun ? *from : beginning());
  const std::size_t room = kWorkPage - list.rows.size();
  const bool has_more = rest.size() > room;
  if (has_more) {
    list.next = room == 0 ? Cursor{base::UtcTime{}, 0, ""} : Cursor{rest[room - 1].state_since, rest[room - 1].id.value, ""};
    rest.resize(room);
  }
  std::move(rest.begin(), rest.end(), std::back_inserter(list.rows));
  return list;
}

WorkList WorkStore::lanes(const std::vector<office::Lane>& lanes, const InboxFilter& filter, const std::optional<Cursor>& from) {
  if (filter.order == WorkOrder::Due) return by_due(lanes, filter, from);
  return page_of(by_waiting(lanes, filter, from.value_or(filter.order == WorkOrder::Newest ? end_of_time() : beginning())));
}

WorkList WorkStore::sent(const InboxFilter& filter, const std::optional<Cursor>& from) {
  const bool oldest = filter.order != WorkOrder::Newest;
  std::vector<WorkRow> rows;
  const Cursor at = from.value_or(oldest ? beginning() : end_of_time());
  append(read_filtered(db_, oldest ? sql::kOldestSent : sql::kNewestSent, filter, now_, std::make_tuple(actor_.person), at), rows);
  return page_of(std::move(rows));
}

WorkStore::DueCounts WorkStore::due_counts(const std::vector<office::Lane>& lanes) {
  using office::LaneKind;
  DueCounts counts;
  const base::PersonId me = actor_.person;
  const auto add = [&](db::Sql statement, const auto&... whose) {
    auto rows = db_.query(statement, now_, now_, now_, whose...);
    if (!rows.next()) return;
    counts.overdue += {.items = rows.number(0), .has_more = rows.flag(2)};
    counts.near += {.items = rows.number(1), .has_more = rows.flag(2)};
  };
  for (const office::Lane& lane : lanes) {
    switch (lane.kind) {
      case LaneKind::Own: add(sql::kLateOwn, lane.person, lane.key); break;
      case LaneKind::Unit: add(sql::kLateUnit, lane.unit, lane.key); break;
      case LaneKind::State: add(sql::kLateState, lane.key); break;
      case LaneKind::Edited: add(sql::kLateEdited, lane.person); break;
      case LaneKind::Check: add(sql::kLateCheck, lane.key, lane.person, me, me, lane.by_head, me, lane.act, now_, now_); break;
      case LaneKind::Awaited: add(sql::kLateAwaited, lane.key); break;
      case LaneKind::Urgent: add(sql::kLateUrgent, lane.person, me, me, lane.by_head, me, lane.act, now_, now_); break;
      case LaneKind::Ordered: add(sql::kLateOrdered, lane.person); break;
      case LaneKind::Purge: add(sql::kLatePurge, lane.person); break;
      case LaneKind::OwnFlagged: add(sql::kLateOwnFlagged, lane.person); break;
      case LaneKind::UnitFlagged: add(sql::kLateUnitFlagged, lane.unit); break;
    }
  }
  return counts;
}

WorkList WorkStore::mine(const std::optional<Cursor>& before) {
  const Cursor from = before.value_or(end_of_time());
  std::vector<WorkRow> rows;
  append(db_.query(sql::kMine, actor_.person, from.at, from.at, from.id), rows);
  return page_of(std::move(rows));
}

WorkList WorkStore::queue(workflow::State state, const QueueFilter& filter, const std::optional<Cursor>& after) {
  const Cursor from = after.value_or(beginning());
  const std::string_view key = workflow::key_of(state);
  const auto read = [&](db::Sql statement, const auto&... whose) {
    return db_.query(statement, key, whose..., filter.unit.value, filter.unit.value, filter.kind, filter.kind, filter.words, filter.words, filter.words,
                     from.at, from.at, from.id);
  };
  std::vector<WorkRow> rows;
  if (office::sees_every_item(db_, actor_, now_)) {
    append(read(sql::kQueueBoard, actor_.person, base::list_of(actor_.headed_units())), rows);
    return page_of(std::move(rows));
  }
  append(read(sql::kQueueOwn, actor_.person), rows);
  for (const base::UnitId unit : actor_.headed_units()) append(read(sql::kQueueUnit, unit), rows);
  return page_of(in_order(std::move(rows)));
}

office::LaneCount WorkStore::sent_open() {
  office::LaneCount count;
  auto rows = db_.query(sql::kSentOpen, actor_.person);
  if (rows.next()) count += {.items = rows.number(0), .has_more = rows.flag(2), .oldest = rows.optional_time(1)};
  return count;
}

std::vector<SectionChoice> WorkStore::sections() {
  std::vector<SectionChoice> sections;
  auto rows = db_.query(sql::kSections);
  while (rows.next()) sections.push_back({rows.id<base::SectionId>(0), std::string{rows.text(1)}, !rows.is_null(2)});
  return sections;
}

std::vector<std::pair<base::PersonId, std::string>> WorkStore::board() {
  const std::string today = base::format_iso(now_).substr(0, 10);
  std::vector<std::pair<base::PersonId, std::string>> people;
  auto rows = db_.query(sql::kBoard, today, today);
  while (rows.next()) people.emplace_back(rows.id<base::PersonId>(0), rows.text(1));
  return people;
}

std::string WorkStore::secretary_name() {
  const std::string today = base::format_iso(now_).substr(0, 10);
  auto rows = db_.query(sql::kSecretary, today, today);
  return rows.next() ? std::string{rows.text(0)} : "Thư ký Ban Biên tập";
}

std::vector<std::pair<base::UnitId, std::string>> WorkStore::units() {
  std::vector<std::pair<base::UnitId, std::string>> units;
  auto rows = db_.query(sql::kUnits);
  while (rows.next()) units.emplace_back(rows.id<base::UnitId>(0), rows.text(1));
  return units;
}

std::vector<std::pair<base::PersonId, std::string>> WorkStore::people() {
  std::vector<std::pair<base::PersonId, std::string>> people;
  auto rows = db_.query(sql::kPeople);
  while (rows.next()) people.emplace_back(rows.id<base::PersonId>(0), rows.text(1));
  return people;
}

std::optional<base::ItemId> WorkStore::item_by_code(const std::string& code) {
  auto rows = db_.query(sql::kItemByCode, code);
  if (!rows.next()) return {};
  return rows.id<base::ItemId>(0);
}

WorkStore::Duties WorkStore::duties() {
  auto rows = db_.query(sql::kAccountState, actor_.account);
  if (!rows.next()) return {};
  return {rows.flag(0), rows.flag(1)};
}

WorkStore::AuditList WorkStore::audit(const AuditFilter& filter, const std::optional<Cursor>& before) {
  Cursor from = end_of_time();
  from.at = filter.until;
  if (before) from = *before;
  AuditList list;
  const auto read = [&list](db::Rows rows) {
    while (rows.next()) {
      AuditRow row;
      row.chain = rows.text(0);
      row.seq = static_cast<std::uint64_t>(rows.number(1));
      row.at = rows.time(2);
      row.person = rows.text(3);
      row.action = rows.text(4);
      row.from_state = rows.text(5);
      row.to_state = rows.text(6);
      row.version = rows.number(7);
      row.authority = rows.text(8);
      row.note = rows.text(9);
      row.is_purged = rows.flag(10) && row.note.empty();
      list.rows.push_back(std::move(row));
    }
  };
  if (!filter.chain.empty())
    read(db_.query(sql::kAuditOfChain, filter.chain, from.at, from.at, from.id));
  else if (filter.person.is_set())
    read(db_.query(sql::kAuditOfPerson, filter.person, from.at, from.at, from.chain, from.chain, from.id));
  else
    read(db_.query(sql::kAudit, from.at, from.at, from.chain, from.chain, from.id));
  if (list.rows.size() > kAuditPage) {
    list.rows.resize(kAuditPage);
    const AuditRow& last = list.rows.back();
    list.next = Cursor{last.at, last.seq, last.chain};
  }
  return list;
}

}  // namespace portal::admin
