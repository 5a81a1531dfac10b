#include "shared/workflow/clocks.h"

#include <map>

#include "shared/workflow/queries.h"

namespace portal::workflow {
namespace {

duty::Stage stage_of(const std::optional<State>& state) {
  if (!state) return duty::Stage::Board;
  switch (*state) {
    case State::Draft:
    case State::UnitReview: return duty::Stage::Writing;
    case State::Returned: return duty::Stage::Returned;
    case State::Submitted:
    case State::Editing:
    case State::Verifying:
    case State::FinalCheck:
    case State::Ready: return duty::Stage::Board;
    case State::Published:
    case State::Archived: return duty::Stage::Published;
    case State::Withdrawn: return duty::Stage::Withdrawn;
    case State::Refused: return duty::Stage::Refused;
    case State::Discarded: return duty::Stage::Discarded;
  }
  return duty::Stage::Board;
}

// The items after `after`, as far as clocks care; `after` moves to the last of them.
std::vector<duty::ItemFacts> next_items(db::Connection& db, std::uint64_t& after) {
  std::vector<duty::ItemFacts> block;
  auto rows = db.query(kClockFacts, after);
  while (rows.next()) {
    duty::ItemFacts& item = block.emplace_back();
    item.id = rows.id<base::ItemId>(0);
    item.kind = rows.text(1);
    item.unit = rows.id<base::UnitId>(2);
    item.stage = stage_of(parse_state(rows.text(3)));
    item.is_up = !rows.is_null(4);
    item.event_at = rows.optional_time(5);
    item.supplied_at = rows.optional_time(6);
    item.first_published_at = rows.optional_time(7);
    item.awaits = rows.text(8);
    item.is_flagged = !rows.is_null(9);
    after = item.id.value;
  }
  return block;
}

}  // namespace

duty::ItemFacts clock_facts(const Item& item) {
  duty::ItemFacts facts;
  facts.id = item.id;
  facts.kind = item.kind;
  facts.unit = item.unit;
  facts.stage = stage_of(item.state);
  facts.is_up = item.is_published();
  facts.event_at = item.event_at;
  facts.supplied_at = item.supplied_at;
  facts.first_published_at = item.published_at;
  facts.awaits = key_of(item.awaits);
  facts.is_flagged = item.flagged_at.has_value();
  return facts;
}

void follow_clocks(db::Connection& db, const Item& item, std::string_view act_key, const duty::Act& act, bool is_minor) {
  if (!item.state) return;
  duty::follow_item(db, duty::load_books(db), clock_facts(item), {act_key, act, is_minor});
}

std::size_t open_missing_clocks(db::Connection& db, base::UtcTime now, const std::function<void(std::size_t)>& progress) {
  const duty::Books books = duty::load_books(db);
  std::size_t seen = 0;
  std::uint64_t after = 0;
  for (auto block = next_items(db, after); !block.empty(); block = next_items(db, after)) {
    const auto known = duty::clocks_of_items(db, block.front().id, block.back().id);
    const std::size_t before = seen;
    for (const duty::ItemFacts& item : block) {
      if (known.clocks.contains(item.id) || (!item.event_at && !item.supplied_at)) continue;
      db::in_transaction(db, [&] {
        // Nobody acts on the item meanwhile; what it was a moment ago, it may not be any more.
        const auto held = find_item(db, item.id, true);
        if (held) duty::follow_item(db, books, clock_facts(*held), {"", {{}, {}, now}});
        return true;
      });
      ++seen;
    }
    if (progress && seen != before) progress(seen);
  }
  return seen;
}

std::vector<std::string> check_clocks(db::Connection& db, std::size_t limit, const std::function<void(std::size_t)>& progress) {
  std::vector<std::string> faults;
  const duty::Books books = duty::load_books(db);
  std::size_t seen = 0;
  std::uint64_t after = 0;
  for (auto block = next_items(db, after); !block.empty() && faults.size() < limit; block = next_items(db, after)) {
    const auto known = duty::clocks_of_items(db, block.front().id, block.back().id);
    for (const duty::ItemFacts& item : block) {
      const auto own = known.clocks.find(item.id);
      const std::vector<duty::Clock> none;
      for (std::string& fault : duty::faults_of_item(books, item, own == known.clocks.end() ? none : own->second, known.pauses))
        if (faults.size() < limit) faults.push_back(std::move(fault));
    }
    seen += block.size();
    if (progress) progress(seen);
  }
  return faults;
}

}  // namespace portal::workflow
