#include "modules/workers/scheduler/units.h"

#include "modules/admin/site_publisher.h"
#include "shared/base/log.h"
#include "shared/workflow/unit_change.h"

namespace portal::scheduler {

void follow_units(db::Connection& db, const std::optional<base::UtcTime>& last, base::UtcTime now) {
  for (const workflow::UnitChangeId id : workflow::due_unit_changes(db, now)) {
    const auto done = db::in_transaction(db, [&]() -> base::Result<bool> {
      const auto change = workflow::find_unit_change(db, id, true);
      if (!change || !change->is_waiting() || !change->confirmed_at) return false;  // cancelled, or another scheduler was first
      const auto carried = workflow::carry_out(db, *change, now);
      if (carried) admin::publish_units(db);
      return carried;
    });
    if (!done)
      base::log(base::Level::Warning, "unit_change_waits", {{"change", static_cast<std::int64_t>(id.value)}, {"why", std::string_view{done.error().message}}});
    else if (*done)
      base::log(base::Level::Info, "unit_changed", {{"change", static_cast<std::int64_t>(id.value)}});
  }
  if (last && base::local_date(*last) == base::local_date(now)) return;
  db::in_transaction(db, [&db] {
    admin::publish_units(db);
    return true;
  });
}

}  // namespace portal::scheduler
