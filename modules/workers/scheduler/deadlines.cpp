#include "modules/workers/scheduler/deadlines.h"

#include "modules/workers/scheduler/queries.h"
#include "shared/base/log.h"
#include "shared/duty/show.h"
#include "shared/workflow/awaited.h"

namespace portal::scheduler {
namespace {

using base::UtcTime;
using notices::People;

class Teller {
 public:
  Teller(db::Connection& db, const duty::Books& books, const duty::Clock& clock, UtcTime now)
      : db_(db), books_(books), clock_(clock), duty_(duty::find_duty(books.duties, clock.duty)), now_(now) {}

  // Gives how many people learn of it.
  std::size_t tell() {
    if (duty_ == nullptr || !clock_.times.due) return 0;
    const bool is_late = *clock_.times.due <= now_;
    const People people = people_of(is_late);
    const duty::Shown shown = duty::show_clock(books_, clock_, now_);
    const bool is_asked = workflow::is_asked(*duty_);
    notices::tell(db_, people,
                  {.kind = is_late ? notices::Kind::Overdue : notices::Kind::DueSoon, .item = is_asked ? base::ItemId{} : clock_.item, .unit = clock_.unit,
                   .clock = clock_.id.value,
                   .cause = "clock:" + std::to_string(clock_.id.value) + (is_late ? ":late:" : ":soon:") + base::format_iso(*clock_.times.due),
                   .text = shown.words + ", hạn " + shown.due + ": " + shown.title + " (" + shown.clause + ")." + (is_asked ? " Mở Hộp việc để trả lời." : "")},
                  now_);
    return people.size();
  }

 private:
  // Whom it waits for; once it is late also who answers for it and who follows that. Of what was asked nobody learns but who is asked (D9.1a, D12.1):
  // who asked sees the clock at the item.
  People people_of(bool is_late) {
    People people = workflow::awaited_by(db_, *duty_, clock_, now_);
    if (!is_late || workflow::is_asked(*duty_) || (clock_.item.is_set() && duty_->party == "supplier")) return people;
    if (clock_.item.is_set()) add_role(people, duty_->role);
    add_role(people, clock_.item.is_set() || !clock_.unit.is_set() ? "board_head" : "secretary");
    return people;
  }

  void add_role(People& people, std::string_view role) { notices::add_all(people, notices::people_with_role(db_, role, {}, now_)); }

  db::Connection& db_;
  const duty::Books& books_;
  const duty::Clock& clock_;
  const duty::Duty* duty_;
  UtcTime now_;
};

}  // namespace

std::size_t tell_of_clock(db::Connection& db, const duty::Books& books, const duty::Clock& clock, UtcTime now) { return Teller(db, books, clock, now).tell(); }

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
      people += tell_of_clock(db, books, *clock, now);
      return true;
    });
  }
  base::log(base::Level::Info, "clocks_told", {{"clocks", static_cast<std::int64_t>(ids.size())}, {"people", static_cast<std::int64_t>(people)}});
}

}  // namespace portal::scheduler
