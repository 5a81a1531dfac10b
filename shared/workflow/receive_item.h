// What came in becomes an item (D11.1): made by who handles the intake register, in its sender's name where the directory knows them, and with the board from
// the start. Sending it in was the submission (D9.1a): the supplier's clock ends when it reached the department (D9.3).
#pragma once

#include "shared/workflow/apply.h"

namespace portal::workflow {

struct ReceivedItem {
  std::string module;
  std::string title;
  base::SectionId section;
  base::UnitId unit;
  base::PersonId author;        // unset: nobody of the directory sent it, and it is entered by the actor
  bool is_personal = false;     // D9.1a; else the unit's head has approved it
  std::optional<base::UtcTime> event_at;
  base::UtcTime received_at;
};

// State submitted, version 0, with its audit row; its kind is the section's. The Permit is that of the first version, which the caller writes in the same
// transaction. Faults: Forbidden (not who handles the register, a unit that ended), Invalid for a section that takes no items.
[[nodiscard]] base::Result<Permit> create_received_item(db::Connection& db, const access::Actor& actor, const ReceivedItem& item, base::UtcTime now);

}  // namespace portal::workflow
