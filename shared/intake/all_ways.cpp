#include "shared/intake/all_ways.h"

#include <algorithm>

#include "shared/intake/queries.h"
#include "shared/text/unicode.h"

namespace portal::intake {
namespace {

Intake item_row(const db::Rows& rows) {
  Intake row;
  row.channel = Channel::Office;
  row.item = rows.id<base::ItemId>(0);
  row.item_code = rows.text(1);
  row.code = row.item_code;
  row.item_module = rows.text(2);
  row.received_at = rows.time(3);
  row.registered_at = row.received_at;
  row.title = rows.text(4);
  row.sender.name = rows.text(5);
  row.sender.organisation = rows.text(6);
  row.state = state_of_item(rows.text(7));
  row.state_key = key_of(*row.state);
  row.is_hidden = rows.flag(8);
  return row;
}

// Of the register's states an item can only be in these.
bool can_be(std::string_view state) { return state.empty() || state == "open" || state == "received" || state == "refused" || state == "classified"; }

std::vector<Intake> items(db::Connection& db, const Filter& filter, std::size_t limit) {
  std::vector<Intake> all;
  if (!can_be(filter.state) || (filter.channel && *filter.channel != Channel::Office)) return all;
  const base::UtcTime far{std::chrono::sys_days{std::chrono::year{2900} / 1 / 1}};
  const base::UtcTime before = filter.before.value_or(far);
  // Behind a thing of the register every item of its instant is still to come.
  const std::uint64_t before_id = filter.before && filter.before_item.is_set() ? filter.before_item.value : UINT64_MAX / 2;
  const std::string_view state = filter.state == "open" ? std::string_view{"received"} : std::string_view{filter.state};
  const std::string pattern = pattern_of(filter.words);
  const std::string_view code = text::count_code_points(filter.words) == filter.words.size() ? std::string_view{filter.words} : std::string_view{};
  auto rows = db.query(sql::kListItems, before, before, before_id, filter.from.value_or(base::UtcTime{}), filter.to.value_or(far), state, state, state, state,
                       filter.words, pattern, code, pattern, pattern, static_cast<std::int64_t>(limit));
  while (rows.next()) all.push_back(item_row(rows));
  return all;
}

}  // namespace

State state_of_item(std::string_view item_state) {
  if (item_state == "submitted") return State::Received;
  return item_state == "refused" ? State::Refused : State::Classified;
}

IntakeList list_all_ways(db::Connection& db, const Filter& filter, std::size_t limit) {
  Filter things = filter;
  // Behind an item every thing of its instant has been shown.
  if (filter.before && filter.before_item.is_set()) things.before = *filter.before - std::chrono::microseconds{1};
  IntakeList list;
  if (!filter.channel || *filter.channel != Channel::Office) list = list_intake(db, things, limit);
  const auto more = items(db, filter, limit + 1);
  list.has_more = list.has_more || list.rows.size() + more.size() > limit;
  std::vector<Intake> both;
  both.reserve(list.rows.size() + more.size());
  std::merge(list.rows.begin(), list.rows.end(), more.begin(), more.end(), std::back_inserter(both),
             [](const Intake& a, const Intake& b) { return a.received_at > b.received_at; });
  if (both.size() > limit) both.resize(limit);
  list.rows = std::move(both);
  return list;
}

}  // namespace portal::intake
