// Recomputing: what a change of a calendar or of the duties does to the open clocks: shown first, then carried out, both by the same reckoning.
//
//   const Books changed = …;                                       // the books with what a person is about to enter
//   const std::vector<Recomputed> list = preview(db, changed);     // each open clock with its old and new due time
//   … the person confirms; in the transaction that writes calendar or duty: owe_recompute(db, "calendar", "Thông báo số …", act); committed …
//   settle_recomputes(db, act.now);
//
// recompute() commits in blocks of 1,000 clocks. A stop half-way leaves every clock either as before or as after; what is owed is finished by the scheduler,
// under the name of who made the change, and `portal check` names clocks that were left behind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/duty/clock.h"

namespace portal::duty {

struct Recomputed {
  Clock clock;          // as it is
  DutyId duty;          // the row that rules its start by the books given: another one when the regulation changed from a day before it
  Times times;          // by those books

  [[nodiscard]] bool is_changed() const { return duty != clock.duty || times != clock.times; }
};

// Every open clock, in the order of ids.
[[nodiscard]] std::vector<Recomputed> preview(db::Connection& db, const Books& books);

// Brings every open clock to what `books` gives and logs old and new due time of those that changed. Opens transactions of its own: not inside one.
// Gives how many changed. `cause` is "calendar" or "duty"; the note says which change it was.
std::size_t recompute(db::Connection& db, const Books& books, std::string_view cause, const std::string& note, const Act& act);

// Notes, in the transaction of the change, that the clocks have to follow it.
void owe_recompute(db::Connection& db, std::string_view cause, const std::string& note, const Act& act);
// Does what was owed up to `until`, each under the name of its person, and lets it go. Two at once change nothing twice. Not inside a transaction. Gives
// how many clocks changed.
std::size_t settle_recomputes(db::Connection& db, base::UtcTime until);

}  // namespace portal::duty
