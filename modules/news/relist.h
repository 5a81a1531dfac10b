// Relist: what the lists of articles do when the board changes the section tree (D5.9f).
//
//   db::in_transaction(db, [&] { …change core_section…; relist_below(db, moved); return true; });
#pragma once

#include "shared/base/id.h"
#include "shared/db/connection.h"

namespace portal::news {

// Writes news_listed and news_month again for every published article of the section and those below it, by the tree as the caller's transaction
// has just made it: a section under another parent, hidden or shown again. Must run inside the transaction that changed the tree. A few statements
// a section, whatever it holds.
void relist_below(db::Connection& db, base::SectionId top);

}  // namespace portal::news
