#include "shared/workflow/awaited.h"

#include "shared/workflow/notify.h"

namespace portal::workflow {
namespace {

using notices::People;

// Nobody but its author knows of a draft.
bool is_private(const Item& item) { return !item.is_published() && (item.state == State::Draft || item.state == State::Discarded); }

}  // namespace

People awaited_by(db::Connection& db, const duty::Duty& duty, const duty::Clock& clock, base::UtcTime now) {
  if (!clock.item.is_set())
    return clock.unit.is_set() ? notices::unit_heads(db, clock.unit, now) : notices::people_with_role(db, duty.role, {}, now);
  const auto item = find_item(db, clock.item);
  if (!item) return {};
  if (duty.party == "supplier") {
    People people{item->author};
    if (!is_private(*item)) notices::add_all(people, notices::unit_heads(db, item->unit, now));
    return people;
  }
  People people = holders_of(db, *item, now);
  if (people.empty()) notices::add_all(people, notices::people_with_role(db, duty.role, {}, now));
  return people;
}

}  // namespace portal::workflow
