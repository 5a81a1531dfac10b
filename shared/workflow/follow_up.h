// What an act leaves behind beside the item's state: who must still look at it, flags, secrecy, papers around it. Called by apply_transition,
// and by a schedule whose time has come, in the act's transaction.
#pragma once

#include "shared/workflow/apply.h"

namespace portal::workflow {

// What somebody must still look at afterwards (D12.3, D15.3, D13.3).
void keep_awaited(const Permit& permit, const ActRequest& request, Item& item, base::UtcTime now);

// "This is outdated" (D9.3f): every open flag is settled by a new version, an answer, or the end of what it was about.
void keep_flags(db::Connection& db, const Permit& permit, const ActRequest& request, Item& item, base::UtcTime now);

// Hides the words on the state-secret ground, shows them again, asks for their purge (D12.3b); `is_secret`: the act was done on that ground.
void keep_secrecy(db::Connection& db, const Permit& permit, const ActRequest& request, bool is_secret, Item& item, Publisher& publisher, base::UtcTime now);

// What the purge leaves: digests, names, times, grounds. The database itself asks the trail whether two people wanted it before it gives up what is
// append-only (sql/core/0076, sql/news/0020). After the act's row of the trail.
void purge_words(db::Connection& db, const Permit& permit, const Item& item, Publisher& publisher);

// What readers see changed: every page that shows the item is made again where an older one is kept. In the act's transaction, after the publisher's work.
void renew_cache(db::Connection& db, const Item& item, Publisher& publisher, base::UtcTime now);

// What the act means for the papers around the item: its sender is told (D4.2, D12.3), and nobody goes on answering what nobody asks any more.
void keep_papers(db::Connection& db, const Permit& permit, const ActRequest& request, const Item& before, const Item& item, base::UtcTime now);

}  // namespace portal::workflow
