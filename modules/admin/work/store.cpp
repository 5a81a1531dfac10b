#include "modules/admin/work/store.h"

#include <algorithm>

#include "modules/admin/work/queries.h"
#include "shared/office/counts.h"

namespace portal::admin {
namespace {

namespace sql = work_sql;
using access::Role;

// "waiting|2026-11-30 01:00:00.000000|": state, time and reason.
void read_schedule(std::string_view text, WorkRow& row) {
  const std::size_t first = text.find('|');
  const std::size_t second = first == std::string_view::npos ? first : text.find('|', first + 1);
  if (second == std::string_view::npos) return;
  row.schedule_state = text.substr(0, first);
  row.schedule_at = base::parse_sql(text.substr(first + 1, second - first - 1));
  row.schedule_why = text.substr(second + 1);
}

void append(db::Rows rows, std::vector<WorkRow>& out) {
  while (rows.next()) {
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
    row.assigned = rows.text(10);
    row.is_published = rows.flag(11);
    row.is_excluded = rows.flag(12);
    read_schedule(rows.text(13), row);
    out.push_back(std::move(row));
  }
}

// What several statements gave, the longest waiting first and each item once.
std::vector<WorkRow> in_order(std::vector<WorkRow> rows) {
  std::sort(rows.begin(), rows.end(), [](const WorkRow& a, const WorkRow& b) {
    return a.state_since != b.state_since ? a.state_since < b.state_since : a.id < b.id;
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

}  // namespace

WorkList WorkStore::waiting(const std::optional<Cursor>& after) {
  const Cursor from = after.value_or(beginning());
  const base::PersonId me = actor_.person;
  std::vector<WorkRow> rows;
  append(db_.query(sql::kWaitingAuthor, me, from.at, from.at, from.id), rows);
  for (const base::UnitId unit : actor_.headed_units()) append(db_.query(sql::kWaitingUnit, unit, from.at, from.at, from.id), rows);
  if (actor_.has(Role::Secretary) || office::has_delegation(db_, actor_, "act_as_secretary", now_)) {
    append(db_.query(sql::kWaitingState, "submitted", from.at, from.at, from.id), rows);
    append(db_.query(sql::kWaitingState, "ready", from.at, from.at, from.id), rows);
  }
  append(db_.query(sql::kWaitingEditor, me, from.at, from.at, from.id), rows);
  if (actor_.has(Role::BoardHead) || actor_.has(Role::BoardMember) || actor_.has(Role::BoardDeputy) || actor_.has(Role::Secretary)) {
    const bool is_head = actor_.has(Role::BoardHead);
    append(db_.query(sql::kWaitingCheck, me, me, "verifying", is_head, me, "verify", now_, now_, from.at, from.at, from.id), rows);
    append(db_.query(sql::kWaitingCheck, me, me, "final_check", is_head, me, "final_check", now_, now_, from.at, from.at, from.id), rows);
  }
  if (actor_.has(Role::BoardHead) || office::has_delegation(db_, actor_, "act_as_head", now_))
    for (const char* what : {"withdrawn", "urgent"}) append(db_.query(sql::kWaitingAwaited, what, from.at, from.at, from.id), rows);
  if (actor_.has(Role::Secretary)) append(db_.query(sql::kWaitingAwaited, "review_asked", from.at, from.at, from.id), rows);
  append(db_.query(sql::kWaitingOwnFlagged, me, from.at, from.at, from.id), rows);
  for (const base::UnitId unit : actor_.headed_units()) append(db_.query(sql::kWaitingFlagged, unit, from.at, from.at, from.id), rows);
  return page_of(in_order(std::move(rows)));
}

WorkList WorkStore::in_state(workflow::State state, const std::optional<Cursor>& after) {
  const Cursor from = after.value_or(beginning());
  std::vector<WorkRow> rows;
  append(db_.query(sql::kWaitingState, workflow::key_of(state), from.at, from.at, from.id), rows);
  return page_of(std::move(rows));
}

WorkList WorkStore::sent(const std::optional<Cursor>& before) {
  const Cursor from = before.value_or(end_of_time());
  std::vector<WorkRow> rows;
  append(db_.query(sql::kSent, actor_.person, from.at, from.at, from.id), rows);
  return page_of(std::move(rows));
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

std::map<std::string, std::int64_t> WorkStore::open_counts() {
  std::map<std::string, std::int64_t> counts;
  auto rows = db_.query(sql::kOpenCounts);
  while (rows.next()) counts[std::string{rows.text(0)}] = rows.number(1);
  return counts;
}

std::int64_t WorkStore::sent_open() {
  auto rows = db_.query(sql::kSentOpen, actor_.person);
  return rows.next() ? rows.number(0) : 0;
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
