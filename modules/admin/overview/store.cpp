#include "modules/admin/overview/store.h"

#include <map>

#include "modules/admin/overview/queries.h"

namespace portal::admin {
namespace {

namespace sql = overview_sql;
using base::UtcTime;

void add(Rate& rate, bool in_time, std::int64_t count) { (in_time ? rate.in_time : rate.late) += count; }

// "2026-11-29", in Viet Nam.
std::string day_of(UtcTime at) { return base::format_iso(at).substr(0, 10); }

Cursor beginning() { return {UtcTime{}, 0, ""}; }

// Reads at most `limit` lines of a statement that gives one more.
template <typename Read>
OverviewStore::Behind page_of(db::Rows rows, std::size_t limit, Read read) {
  OverviewStore::Behind out;
  while (rows.next()) {
    if (out.rows.size() == limit) {
      out.next = Cursor{out.rows.back().at, out.rows.back().key, ""};
      break;
    }
    out.rows.push_back(read(rows));
  }
  return out;
}

BehindRow read_clock(db::Rows& rows) {
  BehindRow row;
  row.key = static_cast<std::uint64_t>(rows.number(0));
  row.duty = rows.id<duty::DutyId>(1);
  row.due = rows.optional_time(2);
  row.closed = rows.optional_time(3);
  row.at = row.closed ? *row.closed : row.due.value_or(UtcTime{});
  row.subject = rows.text(4);
  row.item = rows.id<base::ItemId>(5);
  row.module = rows.text(6);
  row.code = rows.text(7);
  row.title = rows.text(8);
  row.state_key = rows.text(9);
  row.reached_board = rows.flag(10);
  row.is_published = rows.flag(11);
  row.unit_id = rows.id<base::UnitId>(12);
  row.author_id = rows.id<base::PersonId>(13);
  row.unit = rows.text(14);
  row.editor = rows.text(15);
  row.author = rows.text(16);
  row.asked = rows.text(23);
  row.matter = rows.id<qa::MatterId>(24);
  row.matter_code = rows.text(25);
  row.matter_title = rows.text(26);
  row.clock.id = duty::ClockId{row.key};
  row.clock.duty = row.duty;
  row.clock.calendar = rows.id<duty::CalendarId>(17);
  row.clock.started_at = rows.time(18);
  if (!rows.is_null(19)) row.clock.amount = static_cast<unsigned>(rows.number(19));
  row.clock.times.due = row.due;
  row.clock.times.amber = rows.optional_time(20);
  row.clock.outcome = rows.text(21);
  row.clock.stopped_by = rows.text(22);
  row.clock.closed_at = row.closed;
  if (row.closed) row.clock.state = duty::ClockState::Closed;
  return row;
}

BehindRow read_item(db::Rows& rows, std::size_t at_column) {
  BehindRow row;
  row.item = rows.id<base::ItemId>(0);
  row.key = row.item.value;
  row.module = rows.text(1);
  row.code = rows.text(2);
  row.title = rows.text(3);
  row.state_key = rows.text(4);
  row.reached_board = rows.flag(5);
  row.is_published = rows.flag(6);
  row.unit_id = rows.id<base::UnitId>(7);
  row.author_id = rows.id<base::PersonId>(8);
  row.unit = rows.text(9);
  row.editor = rows.text(10);
  row.author = rows.text(11);
  row.since = rows.optional_time(at_column);
  row.at = row.since.value_or(UtcTime{});
  return row;
}

}  // namespace

std::int64_t OverviewStore::count_due(UtcTime from, UtcTime to) {
  auto rows = db_.query(sql::kCountDue, from, to);
  return rows.next() ? rows.number(0) : 0;
}

std::vector<DutyRate> OverviewStore::rates(const Month& month) {
  std::map<duty::DutyId, Rate> found;
  auto rows = db_.query(sql::kRates, month.begin(), month.end());
  while (rows.next()) add(found[rows.id<duty::DutyId>(0)], rows.flag(1), rows.number(2));
  std::vector<DutyRate> rates;
  for (const auto& [duty, rate] : found) rates.push_back({duty, rate});
  return rates;
}

std::vector<MonthRate> OverviewStore::trend(UtcTime from, UtcTime to) {
  std::map<std::string, Rate> found;
  auto rows = db_.query(sql::kTrend, from, to);
  while (rows.next()) add(found[std::string{rows.text(0)}], rows.flag(1), rows.number(2));
  std::vector<MonthRate> trend;
  for (const auto& [month, rate] : found) trend.push_back({month, rate});
  return trend;
}

std::set<std::string> OverviewStore::posting_days(const Month& month) {
  std::set<std::string> days;
  auto rows = db_.query(sql::kPostingDays, "board:" + month.text() + "-", "board:" + month.text() + ".");
  while (rows.next()) days.emplace(rows.text(0));
  return days;
}

std::vector<UnitQuota> OverviewStore::quotas(const Month& month) {
  const std::string first = month.text() + "-01";
  std::vector<UnitQuota> quotas;
  auto rows = db_.query(sql::kQuotas, first, first, first, first, month.begin(), month.end(), first, first);
  while (rows.next()) {
    UnitQuota& quota = quotas.emplace_back();
    quota.unit = rows.id<base::UnitId>(0);
    quota.name = rows.text(1);
    quota.kind = rows.text(2);
    if (!rows.is_null(3)) quota.min = rows.number(3);
    if (!rows.is_null(4)) quota.max = rows.number(4);
    quota.supplied = rows.number(5);
  }
  return quotas;
}

std::vector<Holder> OverviewStore::holders() {
  std::vector<Holder> holders;
  auto rows = db_.query(sql::kHolders);
  while (rows.next())
    holders.push_back({std::string{rows.text(0)}, rows.id<base::PersonId>(1), rows.id<base::UnitId>(2), std::string{rows.text(3)}, rows.number(4),
                       rows.time(5)});
  return holders;
}

std::string OverviewStore::secretaries(UtcTime now) {
  std::string names;
  auto rows = db_.query(sql::kSecretaries, day_of(now), day_of(now));
  while (rows.next()) names += (names.empty() ? "" : ", ") + std::string{rows.text(0)};
  return names;
}

OverviewStore::Behind OverviewStore::due_clocks(UtcTime from, UtcTime to, const std::optional<Cursor>& after, std::size_t limit) {
  const Cursor cursor = after.value_or(beginning());
  return page_of(db_.query(sql::kDueClocks, std::max(from, cursor.at), to, cursor.at, cursor.id, limit + 1), limit, read_clock);
}

std::optional<BehindRow> OverviewStore::clock(duty::ClockId id) {
  auto rows = db_.query(sql::kClockLine, id);
  if (!rows.next()) return {};
  return read_clock(rows);
}

OverviewStore::Behind OverviewStore::ended_clocks(const Month& month, Ended ended, const std::vector<duty::DutyId>& duties, const std::optional<Cursor>& after,
                                                  std::size_t limit) {
  const Cursor cursor = after.value_or(beginning());
  const UtcTime from = std::max(month.begin(), cursor.at);
  const UtcTime to = month.end();
  const std::string list = base::list_of(duties);
  const std::size_t one_more = limit + 1;
  if (ended == Ended::All)
    return page_of(db_.query(sql::kAllEndedClocks, "in_time", from, to, cursor.at, cursor.id, list, list, one_more, "late", from, to, cursor.at, cursor.id, list,
                             list, one_more, one_more),
                   limit, read_clock);
  return page_of(db_.query(sql::kEndedClocks, ended == Ended::Late ? "late" : "in_time", from, to, cursor.at, cursor.id, list, list, one_more), limit, read_clock);
}

OverviewStore::Behind OverviewStore::supplied_items(base::UnitId unit, const Month& month, const std::optional<Cursor>& after, std::size_t limit) {
  const Cursor cursor = after.value_or(beginning());
  return page_of(db_.query(sql::kSuppliedItems, unit, std::max(month.begin(), cursor.at), month.end(), cursor.at, cursor.id, limit + 1), limit,
                 [](db::Rows& rows) { return read_item(rows, 12); });
}

OverviewStore::Behind OverviewStore::urgent_items(const Month& month, const std::optional<Cursor>& after, std::size_t limit) {
  const Cursor cursor = after.value_or(beginning());
  return page_of(db_.query(sql::kUrgentItems, std::max(month.begin(), cursor.at), month.end(), cursor.at, cursor.id, limit + 1), limit,
                 [](db::Rows& rows) { return read_item(rows, 13); });
}

OverviewStore::Behind OverviewStore::held_items(std::string_view state, base::PersonId person, base::UnitId unit, const std::optional<Cursor>& after,
                                                std::size_t limit) {
  const Cursor cursor = after.value_or(beginning());
  return page_of(db_.query(sql::kHeldItems, state, person.value, person.value, unit.value, unit.value, cursor.at, cursor.at, cursor.id, limit + 1), limit,
                 [](db::Rows& rows) { return read_item(rows, 13); });
}

std::map<std::string, Reminded> OverviewStore::reminders(UtcTime now) {
  std::map<std::string, Reminded> reminders;
  auto rows = db_.query(sql::kReminders, day_of(now));
  while (rows.next()) reminders[std::string{rows.text(0)}] = {std::string{rows.text(1)}, rows.time(2)};
  return reminders;
}

std::optional<Reminded> OverviewStore::reminder(const std::string& cause, UtcTime now) {
  auto rows = db_.query(sql::kReminder, day_of(now), cause);
  if (!rows.next()) return {};
  return Reminded{std::string{rows.text(1)}, rows.time(2)};
}

void OverviewStore::add_reminder(const std::string& cause, base::PersonId by, UtcTime now) { db_.execute(sql::kAddReminder, day_of(now), cause, by, now); }

std::vector<QuotaRow> OverviewStore::quota_rows() {
  std::vector<QuotaRow> out;
  auto rows = db_.query(sql::kQuotaRows);
  while (rows.next())
    out.push_back({static_cast<std::uint64_t>(rows.number(0)), rows.id<base::UnitId>(1), std::string{rows.text(2)}, std::string{rows.text(3)},
                   std::string{rows.text(4)}, rows.number(5), rows.number(6), std::string{rows.text(7)}});
  return out;
}

std::vector<std::pair<base::UnitId, std::string>> OverviewStore::quota_units() {
  std::vector<std::pair<base::UnitId, std::string>> units;
  auto rows = db_.query(sql::kQuotaUnits);
  while (rows.next()) units.emplace_back(rows.id<base::UnitId>(0), std::string{rows.text(1)});
  return units;
}

std::string OverviewStore::set_quota(base::UnitId unit, const std::string& from, std::int64_t min, std::int64_t max, const std::string& source) {
  const auto words = [](const db::Rows& rows, std::size_t column) {
    return std::to_string(rows.number(column)) + "–" + std::to_string(rows.number(column + 1));
  };
  std::uint64_t same_day = 0;
  std::string before;
  if (auto rows = db_.query(sql::kQuotaOfDay, unit, from); rows.next()) {
    same_day = static_cast<std::uint64_t>(rows.number(0));
    before = words(rows, 1);
  } else if (auto earlier = db_.query(sql::kQuotaBefore, unit, from, from); earlier.next()) {
    before = words(earlier, 0);
  }
  db_.execute(sql::kEndQuota, from, unit, from, from);
  if (same_day != 0)
    db_.execute(sql::kSaveQuota, min, max, source, same_day);
  else
    db_.execute(sql::kAddQuota, unit, from, min, max, source);
  return before;
}

}  // namespace portal::admin
