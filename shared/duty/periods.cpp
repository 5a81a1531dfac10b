#include "shared/duty/periods.h"

#include <set>

#include "shared/duty/queries.h"
#include "shared/duty/rows.h"

namespace portal::duty {
namespace {

using namespace std::chrono;

struct Month {
  base::LocalDate first, last;

  [[nodiscard]] std::string text() const { return date_text(first).substr(0, 7); }
  [[nodiscard]] unsigned days() const { return unsigned{last.day()}; }
};

Month month_of(base::LocalDate day) {
  const auto month = day.year() / day.month();
  return {base::LocalDate{month / 1}, base::LocalDate{month / std::chrono::last}};
}

std::vector<std::pair<base::UnitId, std::string>> units_of(db::Connection& db, const Month& month) {
  std::vector<std::pair<base::UnitId, std::string>> units;
  auto rows = db.query(kUnitsOfMonth, date_text(month.last), date_text(month.first));
  while (rows.next()) units.emplace_back(rows.id<base::UnitId>(0), rows.text(1));
  return units;
}

// One clock, when it is not there yet.
std::size_t open_one(db::Connection& db, const Books& books, const Duty& duty, const Month& month, const std::string& subject, base::UnitId unit,
                     const Act& act) {
  if (clock_of_subject(db, duty.code, subject)) return 0;
  NewClock wanted{duty.code, subject, base::start_of(month.first), {}, unit, {}};
  if (duty.unit == "calendar_days" && !duty.amount) wanted.amount = month.days() - 1;  // the day of the start is not counted
  return open_clock(db, books, wanted, act) ? 1 : 0;
}

}  // namespace

std::size_t open_month(db::Connection& db, const Books& books, const Act& act) { return open_month(db, books, act, base::local_date(act.now)); }

std::size_t open_month(db::Connection& db, const Books& books, const Act& act, base::LocalDate day) {
  if (books.find(books.own) == nullptr) return 0;
  const Month month = month_of(day);
  const auto units = units_of(db, month);
  std::size_t opened = 0;
  std::set<std::string_view> seen;
  for (const Duty& any : books.duties) {
    const Duty* duty = find_duty(books.duties, any.code, month.first);
    if (duty == nullptr || duty->start_event != event::kMonth || !seen.insert(any.code).second) continue;
    if (duty->subject == kSubjectBoardMonth) opened += open_one(db, books, *duty, month, "board:" + month.text(), {}, act);
    if (duty->subject != kSubjectUnitMonth) continue;
    for (const auto& [unit, kind] : units)
      if (duty->binds(kind)) opened += open_one(db, books, *duty, month, "unit:" + std::to_string(unit.value) + ":" + month.text(), unit, act);
  }
  return opened;
}

}  // namespace portal::duty
