// Changing duties, in the caller's transaction. Whoever does it previews and confirms what follows for the open clocks (recompute.h) and appends to the
// audit trail.
#pragma once

#include "shared/base/result.h"
#include "shared/duty/duty.h"

namespace portal::duty {

// What is wrong with the row by itself, by field as the form names it (code, clause, title, valid_from, valid_to, events, amount, unit, window,
// extended_amount, warnings, party, role).
[[nodiscard]] std::vector<base::FieldError> faults_of(const Duty& duty);

// A new row. When its code has rows already, it rules from its from-date on: it must lie after theirs, must bind the same subject by the same events,
// and the row before it ends the day before. Faults: Invalid.
[[nodiscard]] base::Result<DutyId> add_duty(db::Connection& db, const Duty& duty);

// Corrects a row in place: length, readings, warnings, role, kinds, note and last day; what it binds and when it begins stay. Faults: Invalid, Stale
// (edited since it was opened), NotFound.
[[nodiscard]] base::Result<bool> edit_duty(db::Connection& db, const Duty& duty);

}  // namespace portal::duty
