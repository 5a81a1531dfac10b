#include "modules/workers/scheduler/deadlines.h"

#include "modules/workers/scheduler/queries.h"
#include "shared/base/log.h"
#include "shared/duty/show.h"
#include "shared/workflow/notify.h"

namespace portal::scheduler {
namespace {

using base::UtcTime;
using notices::People;

// Nobody but its author knows of a draft.
bool is_private(const workflow::Item& item) {
  return !item.is_published() && (item.state == workflow::State::Draft || item.state == workflow::State::Discarded);
}

class Teller {
 public:
  Teller(db::Connection& db, const duty::Books& books, const duty::Clock& clock, UtcTime now)
      : db_(db), books_(books), clock_(clock), duty_(duty::find_duty(books.duties, clock.duty)), now_(now) {}

  // Gives how many people learn of it.
  std::size_t tell() {
    if (duty_ == nullptr) return 0;
    const bool is_late = *clock_.times.due <= now_;
    const People people = clock_.item.is_set() ? people_of_item(is_late) : people_of_duty(is_late);
    const duty::Shown shown = duty::show_clock(books_, clock_, now_);
    notices::tell(db_, people,
                  {.kind = is_late ? notices::Kind::Overdue : notices::Kind::DueSoon, .item = clock_.item, .unit = clock_.unit, .clock = clock_.id.value,
                   .cause = "clock:" + std::to_string(clock_.id.value) + (is_late ? ":late:" : ":soon:") + base::format_iso(*clock_.times.due),
                   .text = shown.words + ", hạn " + shown.due + ": " + shown.title + " (" + shown.clause + ")."},
                  now_);
    return people.size();
  }

 private:
  People with_role(std::string_view role, base::UnitId unit = {}) { return notices::people_with_role(db_, role, unit, now_); }

  People heads(base::UnitId unit) { return notices::unit_heads(db_, unit, now_); }

  People people_of_item(bool is_late) {
    const auto item = workflow::find_item(db_, clock_.item);
    if (!item) return {};
    People people;
    if (duty_->party == "supplier") {
      people.push_back(item->author);
      if (!is_private(*item)) notices::add_all(people, heads(item->unit));
      return people;
    }
    people = workflow::holders_of(db_, *item, now_);
    if (people.empty() || is_late) notices::add_all(people, with_role(duty_->role));
    if (is_late) notices::add_all(people, with_role("board_head"));
    return people;
  }

  People people_of_duty(bool is_late) {
    People people = clock_.unit.is_set() ? heads(clock_.unit) : with_role(duty_->role);
    if (is_late) notices::add_all(people, with_role(clock_.unit.is_set() ? "secretary" : "board_head"));
    return people;
  }

  db::Connection& db_;
  const duty::Books& books_;
  const duty::Clock& clock_;
  const duty::Duty* duty_;
  UtcTime now_;
};

}  // namespace

void tell_of_clocks(db::Connection& db, UtcTime now, const std::function<bool()>& should_stop) {
  std::vector<duty::ClockId> ids;
  {
    auto rows = db.query(sql::kClocksToTell, now);
    while (rows.next()) ids.push_back(rows.id<duty::ClockId>(0));
  }
  if (ids.empty()) return;
  const duty::Books books = duty::load_books(db);
  std::size_t people = 0;
  for (const duty::ClockId id : ids) {
    if (should_stop()) return;
    db::in_transaction(db, [&] {
      if (db.execute(sql::kTakeClock, now, id, now).affected == 0) return false;  // another scheduler has it
      const auto clock = duty::find_clock(db, id);
      if (!clock || !clock->times.due) return false;
      people += Teller(db, books, *clock, now).tell();
      return true;
    });
  }
  base::log(base::Level::Info, "clocks_told", {{"clocks", static_cast<std::int64_t>(ids.size())}, {"people", static_cast<std::int64_t>(people)}});
}

}  // namespace portal::scheduler
