// What `portal check` asks of an item's clocks. Stricter than follow_item() only where the item's own times say what must be; what an act decided (a
// clock that was cancelled when a working copy was given up) is believed.
#include <algorithm>

#include "shared/duty/clock_rows.h"
#include "shared/duty/item_clocks.h"

namespace portal::duty {
namespace {

std::string words(std::string_view code, const ItemFacts& item, const std::string& what) {
  return "item:" + std::to_string(item.id.value) + ": " + std::string{code} + ": " + what;
}

class Checker {
 public:
  Checker(const Books& books, const ItemFacts& item, std::span<const Clock> clocks, const std::map<ClockId, std::vector<Pause>>& pauses)
      : books_(books), item_(item), clocks_(clocks), pauses_(pauses) {}

  std::vector<std::string> run() {
    for (const Duty& duty : books_.duties) {
      if (duty.subject != kSubjectItem) continue;
      if (duty.start_event == event::kEventAt && duty.stop_event == event::kSupplied) check_supply(duty);
      if (duty.start_event == event::kSupplied && duty.stop_event == event::kPublished) check_board(duty);
    }
    for (const Clock& clock : clocks_) check_times(clock);
    return std::move(faults_);
  }

 private:
  [[nodiscard]] const Clock* last_of(const Duty& duty) const {
    const Clock* last = nullptr;
    for (const Clock& clock : clocks_)
      if (clock.duty == duty.id) last = &clock;
    return last;
  }

  void say(const Duty& duty, const std::string& what) { faults_.push_back(words(duty.code, item_, what)); }

  void check_supply(const Duty& duty) {
    const Clock* clock = last_of(duty);
    const bool rules = duty.binds(item_.kind) && item_.event_at && find_duty(books_.duties, duty.code, base::local_date(*item_.event_at)) == &duty;
    if (!rules) {
      if (clock != nullptr && clock->state != ClockState::Cancelled && !item_.first_published_at) say(duty, "has a clock that no row asks for");
      return;
    }
    const bool is_supplied = item_.stage != Stage::Writing && item_.stage != Stage::Returned && item_.stage != Stage::Discarded;
    if (item_.stage == Stage::Discarded) {
      if (clock != nullptr && clock->is_open()) say(duty, "its clock runs though the item was discarded");
    } else if (clock == nullptr) {
      say(duty, "has no clock");
    } else if (clock->started_at != *item_.event_at) {
      say(duty, "its clock does not begin with the event");
    } else if ((is_supplied || item_.first_published_at) != (clock->state == ClockState::Closed)) {
      say(duty, is_supplied ? "its clock runs though the item reached the board" : "its clock does not run");
    }
  }

  void check_board(const Duty& duty) {
    if (!duty.binds(item_.kind) || !item_.supplied_at || find_duty(books_.duties, duty.code, base::local_date(*item_.supplied_at)) != &duty) return;
    const Clock* clock = last_of(duty);
    if (item_.stage == Stage::Board || item_.stage == Stage::Published) {
      if (clock == nullptr || clock->started_at != *item_.supplied_at) return say(duty, "has no clock for the last supply");
      if (item_.stage == Stage::Published && clock->is_open()) return say(duty, "its clock runs though the item is posted");
      if (item_.stage == Stage::Board && !item_.first_published_at && !clock->is_open()) say(duty, "its clock does not run");
    } else if (clock != nullptr && clock->is_open()) {
      say(duty, "its clock runs though the board does not have the item");
    }
  }

  void check_times(const Clock& clock) {
    const Duty* duty = find_duty(books_.duties, clock.duty);
    if (duty == nullptr || books_.find(clock.calendar) == nullptr) {
      faults_.push_back("clock " + std::to_string(clock.id.value) + ": its duty or calendar is gone");
      return;
    }
    if (!clock.is_open()) {
      const std::string_view wanted = clock.state == ClockState::Closed ? outcome_of(clock.times.due, *clock.closed_at) : "";
      if (clock.outcome != wanted) say(*duty, "clock " + std::to_string(clock.id.value) + " is judged wrongly");
      return;
    }
    const auto paused = pauses_.find(clock.id);
    if (reckon_clock(books_, clock, paused == pauses_.end() ? std::vector<Pause>{} : paused->second) != clock.times)
      say(*duty, "clock " + std::to_string(clock.id.value) + " has another due time than calendar and duty give; recompute it");
  }

  const Books& books_;
  const ItemFacts& item_;
  std::span<const Clock> clocks_;
  const std::map<ClockId, std::vector<Pause>>& pauses_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of_item(const Books& books, const ItemFacts& item, std::span<const Clock> clocks,
                                        const std::map<ClockId, std::vector<Pause>>& pauses) {
  return Checker(books, item, clocks, pauses).run();
}

}  // namespace portal::duty
