// A line of an item's trail that leaves the item where it is: a pause of its clock, a posting by date, a reminder. The trail's last row says where the item
// is, so such a line repeats state, version and digest of the row before it; verify_audit finds one that does not.
#pragma once

#include <string>

#include "shared/workflow/act_name.h"
#include "shared/workflow/item.h"

namespace portal::workflow {

// Who did it and under what right; unset ids: the system.
struct By {
  base::PersonId person{};
  base::AccountId account{};
  std::string authority{};
};

// Must run inside the caller's transaction, with the item's row locked (find_item for_update).
void note_on_item(db::Connection& db, const Item& item, ActName action, const By& by, const std::string& note, base::UtcTime now);

}  // namespace portal::workflow
