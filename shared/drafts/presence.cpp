#include "shared/drafts/presence.h"

#include "shared/drafts/queries.h"

namespace portal::drafts {

void arrive(db::Connection& db, base::ItemId item, const access::Actor& actor, base::UtcTime now) {
  db.execute(kArrive, item, actor.account, actor.person, now, now, now - kPresent);
}

void leave(db::Connection& db, base::ItemId item, const access::Actor& actor, base::UtcTime now) {
  db.execute(kLeave, item, actor.account);
  db.execute(kForget, now - std::chrono::hours{1});  // of browsers that ended without a word
}

std::vector<Editor> other_editors(db::Connection& db, base::ItemId item, const access::Actor& actor, base::UtcTime now) {
  std::vector<Editor> editors;
  auto rows = db.query(kOthers, item, actor.person, now - kPresent);
  while (rows.next()) editors.push_back({std::string{rows.text(0)}, rows.time(1)});
  return editors;
}

}  // namespace portal::drafts
