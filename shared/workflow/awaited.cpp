#include "shared/workflow/awaited.h"

#include "shared/workflow/notify.h"
#include "shared/workflow/requests.h"

namespace portal::workflow {
namespace {

using notices::People;

// Nobody but its author knows of a draft.
bool is_private(const Item& item) { return !item.is_published() && (item.state == State::Draft || item.state == State::Discarded); }

}  // namespace

bool is_asked(const duty::Duty& duty) { return duty.subject == duty::kSubjectRequest; }

People awaited_by(db::Connection& db, const duty::Duty& duty, const duty::Clock& clock, base::UtcTime now) {
  if (!clock.item.is_set())
    return clock.unit.is_set() ? notices::unit_heads(db, clock.unit, now) : notices::people_with_role(db, duty.role, {}, now);
  if (is_asked(duty)) {
    const auto request = request_of_clock(db, clock);
    return request ? asked_by(db, *request, now) : People{};
  }
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
