#include "shared/duty/recompute.h"

#include <map>
#include <nlohmann/json.hpp>

#include "shared/duty/clock_rows.h"
#include "shared/duty/queries.h"

namespace portal::duty {
namespace {

// The books' row for the clock's start, of the code that rules it. A code whose rows do not reach the start any more leaves the clock where it is.
DutyId ruling_row(const Books& books, const Clock& clock) {
  const Duty* now = find_duty(books.duties, clock.duty);
  if (now == nullptr) return clock.duty;
  const Duty* row = find_duty(books.duties, now->code, base::local_date(clock.started_at));
  return row == nullptr ? clock.duty : row->id;
}

// The block of clocks with ids after `after`, reckoned; moves `after` to its end. Empty and at its end: there are no more.
bool next_block(db::Connection& db, const Books& books, std::uint64_t& after, std::vector<Recomputed>& block) {
  block.clear();
  std::uint64_t end = 0;
  {
    auto rows = db.query(kBlockEnd, after);
    if (!rows.next() || rows.is_null(0)) return false;
    end = static_cast<std::uint64_t>(rows.number(0));
  }
  const auto pauses = pauses_in(db.query(kPausesOfBlock, after, end));
  auto rows = db.query(kOpenBlock, after, end);
  while (rows.next()) {
    Recomputed& made = block.emplace_back();
    made.clock = clock_of(rows);
    made.duty = ruling_row(books, made.clock);
    Clock as_ruled = made.clock;
    as_ruled.duty = made.duty;
    const auto paused = pauses.find(made.clock.id);
    made.times = reckon_clock(books, as_ruled, paused == pauses.end() ? std::vector<Pause>{} : paused->second);
  }
  after = end;
  return true;
}

nlohmann::json time_or_null(const std::optional<base::UtcTime>& at) { return at ? nlohmann::json(base::format_sql(*at)) : nlohmann::json(); }

nlohmann::json row_of(const Recomputed& made) {
  const Times& times = made.times;
  return {{"id", made.clock.id.value},
          {"v", made.clock.row_version},
          {"duty", made.duty.value},
          {"due", time_or_null(times.due)},
          {"amber", time_or_null(times.amber)},
          {"remind", time_or_null(times.remind)},
          {"no_due", times.no_due},
          {"year", times.missing_year ? nlohmann::json(*times.missing_year) : nlohmann::json()},
          {"left", times.remaining ? nlohmann::json(times.remaining->count()) : nlohmann::json()},
          {"old", time_or_null(made.clock.times.due)}};
}

}  // namespace

std::vector<Recomputed> preview(db::Connection& db, const Books& books) {
  std::vector<Recomputed> all;
  std::vector<Recomputed> block;
  for (std::uint64_t after = 0; next_block(db, books, after, block);)
    all.insert(all.end(), std::make_move_iterator(block.begin()), std::make_move_iterator(block.end()));
  return all;
}

std::size_t recompute(db::Connection& db, const Books& books, std::string_view cause, const std::string& note, const Act& act) {
  std::size_t changed = 0;
  std::vector<Recomputed> block;
  std::uint64_t after = 0;
  for (;;) {
    std::uint64_t end = after;
    nlohmann::json rows;
    const bool more = db::in_transaction(db, [&] {
      end = after;
      rows = nlohmann::json::array();
      if (!next_block(db, books, end, block)) return false;
      for (const Recomputed& made : block)
        if (made.is_changed()) rows.push_back(row_of(made));
      if (rows.empty()) return true;
      const std::string text = rows.dump();
      db.execute(kLogRecomputed, act.now, act.person, act.account, cause, note, text);
      db.execute(kSetRecomputed, text);
      return true;
    });
    if (!more) return changed;
    changed += rows.size();
    after = end;
  }
}

void owe_recompute(db::Connection& db, std::string_view cause, const std::string& note, const Act& act) {
  db.execute(kOweRecompute, cause, note, act.person, act.account, act.now);
}

std::size_t settle_recomputes(db::Connection& db, base::UtcTime until) {
  struct Owed {
    std::uint64_t id;
    std::string cause, note;
    Act act;
  };
  std::vector<Owed> all;
  {
    auto rows = db.query(kOwedRecomputes, until);
    while (rows.next())
      all.push_back({static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(1)}, std::string{rows.text(2)},
                     {rows.id<base::PersonId>(3), rows.id<base::AccountId>(4), rows.time(5)}});
  }
  std::size_t changed = 0;
  for (const Owed& owed : all) {
    changed += recompute(db, load_books(db), owed.cause, owed.note, owed.act);
    db.execute(kSettleRecompute, owed.id);
  }
  return changed;
}

}  // namespace portal::duty
