// Notices of acts: who has to act next and who learns what came of their item, told in the act's transaction (D11.1, D14.3đ, D15).
#pragma once

#include "shared/notices/notices.h"
#include "shared/workflow/apply.h"
#include "shared/workflow/requests.h"

namespace portal::workflow {

// `item` is as the act left it (its row version still the one before it), `by` who did it and needs no telling. Must run inside the act's transaction.
void tell_of_act(db::Connection& db, const Item& item, const ActRequest& request, base::PersonId by, base::UtcTime now);

// The asked unit's heads, and the supplier when it is the one asked, learn that an answer is awaited; who asked learns that it came (D12.1).
void tell_of_request(db::Connection& db, const Request& request, base::UtcTime now);
// It is answered, taken back or no longer needed: it waits in nobody's bell (`clock`: of its time, if it has one).
void settle_request(db::Connection& db, const Request& request, const std::optional<duty::Clock>& clock, base::UtcTime now);
[[nodiscard]] notices::People asked_by(db::Connection& db, const Request& request, base::UtcTime now);
void tell_of_answer(db::Connection& db, const Request& request, base::UtcTime now);

// Who can do the next act on the item now: its author, unit's heads, the secretary and the stand-in, the editor or the
// whole board while nobody edits it, who verifies or last-checks (never who
// wrote it, D15.2). Empty for what waits for nobody.
// While somebody has the step, only that person.
[[nodiscard]] notices::People holders_of(db::Connection& db, const Item& item, base::UtcTime now);

// Who may do the check in which the item stands, whoever has taken it (never who wrote it); empty for an item that stands in none.
[[nodiscard]] notices::People checkers_of(db::Connection& db, const Item& item, base::UtcTime now);

}  // namespace portal::workflow
