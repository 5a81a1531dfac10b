#include "shared/workflow/clock_act.h"

#include <stdexcept>

#include "shared/workflow/item_note.h"

namespace portal::workflow {
namespace {

duty::Act act_of(const ClockPermit& permit, base::UtcTime now) { return {permit.person(), permit.account(), now}; }

void require(const ClockPermit& permit, ClockAct act) {
  if (permit.act() != act) throw std::logic_error("a permit for another act");
}

std::string due_words(const duty::Clock& clock) { return clock.times.due ? base::format_date_time(*clock.times.due) : "không có hạn"; }

// The act stands where the item's other acts stand.
base::Result<duty::Clock> keep(db::Connection& db, const ClockPermit& permit, const duty::Books& books, ActName action, const duty::Clock& before,
                               const duty::Clock& after, const std::string& why, base::UtcTime now) {
  const auto item = find_item(db, permit.item(), true);
  if (!item) return tl::unexpected<base::Fault>(item.error());
  const duty::Duty* duty = duty::find_duty(books.duties, after.duty);
  note_on_item(db, *item, action, {permit.person(), permit.account(), permit.authority()},
               (duty == nullptr ? std::string{} : duty->clause + ", ") + why + ". Hạn: " + due_words(before) + " → " + due_words(after), now);
  return after;
}

}  // namespace

base::Result<duty::Clock> pause_clock(db::Connection& db, const ClockPermit& permit, const duty::Books& books, base::UtcTime from,
                                      const std::string& ground, const std::string& evidence, base::UtcTime now) {
  require(permit, ClockAct::Pause);
  const auto before = duty::find_clock(db, permit.clock());
  if (!before) return before;
  const auto after = duty::pause_clock(db, books, permit.clock(), from, ground, evidence, act_of(permit, now));
  if (!after) return after;
  return keep(db, permit, books, "clock_pause", *before, *after, "từ " + base::format_date_time(from) + ": " + ground + " (" + evidence + ")", now);
}

base::Result<duty::Clock> resume_clock(db::Connection& db, const ClockPermit& permit, const duty::Books& books, base::UtcTime at, base::UtcTime now) {
  require(permit, ClockAct::Resume);
  const auto before = duty::find_clock(db, permit.clock());
  if (!before) return before;
  const auto after = duty::resume_clock(db, books, permit.clock(), at, act_of(permit, now));
  if (!after) return after;
  return keep(db, permit, books, "clock_resume", *before, *after, "từ " + base::format_date_time(at), now);
}

base::Result<duty::Clock> extend_clock(db::Connection& db, const ClockPermit& permit, const duty::Books& books, unsigned amount, const std::string& reason,
                                       base::UtcTime now) {
  require(permit, ClockAct::Extend);
  const auto before = duty::find_clock(db, permit.clock());
  if (!before) return before;
  const auto after = duty::extend_clock(db, books, permit.clock(), amount, reason, act_of(permit, now));
  if (!after) return after;
  return keep(db, permit, books, "clock_extend", *before, *after, "thành " + std::to_string(amount) + " ngày làm việc: " + reason, now);
}

}  // namespace portal::workflow
