#include "modules/admin/work/store.h"

#include <algorithm>

#include "modules/admin/work/queries.h"
#include "shared/office/counts.h"

namespace portal::admin {
namespace {

using access::Role;
using workflow::State;

WorkItem read_item(const db::Rows& rows) {
  WorkItem item;
  item.id = rows.id<base::ItemId>(0);
  item.module = rows.text(1);
  item.code = rows.text(2);
  item.title = rows.text(3);
  item.state_key = rows.text(4);
  item.state = workflow::parse_state(item.state_key);
  item.since = rows.time(5);
  item.unit = rows.text(6);
  item.author = rows.text(7);
  item.holder = rows.text(8);
  item.section = rows.text(9);
  return item;
}

void append(std::vector<WorkItem>& items, db::Rows rows) {
  while (rows.next()) {
    WorkItem item = read_item(rows);
    const bool known = std::any_of(items.begin(), items.end(), [&](const WorkItem& other) { return other.id == item.id; });
    if (!known) items.push_back(std::move(item));
  }
}

WorkPage read_page(db::Rows rows) {
  WorkPage page;
  while (rows.next()) {
    if (page.items.size() == kWorkPage) {
      page.has_more = true;
      break;
    }
    page.items.push_back(read_item(rows));
  }
  return page;
}

std::int64_t read_count(db::Rows rows) { return rows.next() ? rows.number(0) : 0; }

bool is_draft(const WorkItem& item) { return item.state == State::Draft; }

}  // namespace

std::string WorkItem::url() const {
  // One office face today; a module of a newer release is shown without a link's target of its own.
  return module == "news" ? "/quan-tri/tin-bai/" + std::to_string(id.value) : "/quan-tri/";
}

std::vector<WorkItem> WorkStore::waiting(const access::Actor& actor, base::UtcTime now) {
  std::vector<WorkItem> items;
  append(items, db_.query(work_sql::kOwn, actor.person));
  for (const access::RoleGrant& grant : actor.roles)
    if ((grant.role == Role::UnitHead || grant.role == Role::LocalUnit) && grant.unit.is_set())
      append(items, db_.query(work_sql::kUnit, grant.unit));
  append(items, db_.query(work_sql::kAssigned, actor.person));
  if (actor.has(Role::Secretary) || office::has_delegation(db_, actor.person, "act_as_secretary", now)) {
    append(items, db_.query(work_sql::kState, "submitted"));
    append(items, db_.query(work_sql::kState, "ready"));
  }
  const bool is_board = actor.has(Role::BoardMember) || actor.has(Role::BoardDeputy) || actor.has(Role::BoardHead) || actor.has(Role::Secretary);
  if (is_board) {
    const bool is_head = actor.has(Role::BoardHead);
    append(items, db_.query(work_sql::kChecks, "verifying", is_head, actor.person, "verify", now, now, actor.person));
    append(items, db_.query(work_sql::kChecks, "final_check", is_head, actor.person, "final_check", now, now, actor.person));
  }
  std::stable_sort(items.begin(), items.end(), [](const WorkItem& a, const WorkItem& b) {
    if (is_draft(a) != is_draft(b)) return is_draft(b);
    return a.since < b.since;
  });
  return items;
}

WorkPage WorkStore::sent(const access::Actor& actor, const WorkCursor& cursor) {
  const base::UtcTime far{std::chrono::sys_days{std::chrono::year{2900} / 1 / 1}};
  const base::UtcTime at = cursor.at.value_or(far);
  const std::uint64_t id = cursor.id.is_set() ? cursor.id.value : UINT64_MAX / 2;
  return read_page(db_.query(work_sql::kSent, actor.person, at, at, id));
}

WorkPage WorkStore::queue(State state, const WorkCursor& cursor) {
  const base::UtcTime begin{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};
  const base::UtcTime at = cursor.at.value_or(begin);
  return read_page(db_.query(work_sql::kQueue, workflow::key_of(state), at, at, cursor.id.value));
}

WorkCounts WorkStore::counts(const access::Actor& actor) {
  WorkCounts counts;
  counts.unassigned = read_count(db_.query(work_sql::kCountUnassigned));
  counts.ready = read_count(db_.query(work_sql::kCountReady));
  counts.sent = read_count(db_.query(work_sql::kCountSent, actor.person));
  counts.unconfirmed_takedowns = read_count(db_.query(work_sql::kCountUnconfirmed));
  return counts;
}

}  // namespace portal::admin
