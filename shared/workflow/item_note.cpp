#include "shared/workflow/item_note.h"

#include "shared/workflow/audit.h"
#include "shared/workflow/queries.h"

namespace portal::workflow {

void note_on_item(db::Connection& db, const Item& item, ActName action, const By& by, const std::string& note, base::UtcTime now) {
  std::string digest;
  {
    auto rows = db.query(kVersionDigest, item.id, item.working_version);
    if (rows.next()) digest = rows.text(0);
  }
  const std::string state{item.state ? key_of(*item.state) : std::string_view{}};
  append_audit(db,
               {.chain = item_chain(item.id), .person = by.person, .account = by.account, .action = action, .from_state = state,
                .to_state = state, .version = item.working_version, .content_digest = digest, .authority = by.authority, .ground = {}, .note = note},
               now);
}

}  // namespace portal::workflow
