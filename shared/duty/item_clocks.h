// The clocks of an item: what each act of its way through the workflow means for them. The workflow calls follow_item() in the transaction of every act;
// nothing else opens or closes them.
//
// Four kinds of duty bind items, told apart by their rows' events (the numbers are the rows'):
//   event_at  → supplied   the supplier's (D9.3a–đ): from what the item tells of until the item reaches the board. Sent back by the board (D4.2) it has
//                          not been supplied after all: the clock is open again with the due time that it had.
//   supplied  → published  the board's own (D9.3, "the board's time is a second clock"): from each supply until it is posted, refused or sent back.
//   revised   → supplied   D9.3f: what is published is no longer right; from the flag, or from the working copy, until the new version is supplied.
//   published → reviewed   D13.3: every posting and every review that keeps the item starts it anew.
//   withdrawn → takedown_reviewed, urgent → urgent_checked, review_asked → review_done
//                          what somebody must look at after the fact (D12.3, D15.3, D13.3): while the item awaits that (ItemFacts::awaits).
// A duty with subject board_day from published to published (D13.1) has one clock for each day with a posting: until the next posting.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/duty/clock.h"

namespace portal::duty {

// What somebody must look at after the fact, by the mark that starts it, and the event that ends it.
struct ItemTask {
  std::string_view start_event, stop_event;
};
inline constexpr std::array<ItemTask, 3> kItemTasks{{{event::kWithdrawn, "takedown_reviewed"}, {event::kUrgent, "urgent_checked"}, {event::kReviewAsked, "review_done"}}};

// Where the item is, as far as clocks care.
enum class Stage {
  Writing,    // at its author or its unit's head
  Returned,   // back at its author
  Board,      // supplied, in the board's hands
  Published,  // readers see it and nobody works on it
  Withdrawn,
  Refused,
  Discarded
};

struct ItemFacts {
  base::ItemId id;
  std::string kind;
  base::UnitId unit;
  Stage stage = Stage::Writing;
  bool is_up = false;  // readers see a version of it
  std::optional<base::UtcTime> event_at;
  std::optional<base::UtcTime> supplied_at;         // last time
  std::optional<base::UtcTime> first_published_at;
  std::string awaits;        // start event of what somebody must still look at; "" for nothing
  bool is_flagged = false;   // somebody says that it is no longer right (D9.3f)
};

// What happened: the act's key as the trail has it ("approve_unit", "return_to_sender", "save"…); "" when clocks are made up for an item that had none.
struct ItemAct {
  std::string_view key;
  Act act;
  bool is_minor = false;  // a posting that only mends spelling or layout: no new information (D13.1)
};

// Opens, closes, reopens, cancels and reckons anew what the item's clocks need after the act. Must run inside the act's transaction; doing it twice
// changes nothing. Does nothing while no duty or calendar is known.
void follow_item(db::Connection& db, const Books& books, const ItemFacts& item, const ItemAct& act);

// What is wrong with the item's clocks, one sentence each: a clock that the duties want and that is missing, one that is open, closed or started when it
// should not be, a due time that calendar and duty do not give. For `portal check`.
[[nodiscard]] std::vector<std::string> faults_of_item(const Books& books, const ItemFacts& item, std::span<const Clock> clocks,
                                                      const std::map<ClockId, std::vector<Pause>>& pauses);

}  // namespace portal::duty
