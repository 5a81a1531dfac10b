#include "modules/admin/work/quota_card.h"

#include <algorithm>

#include "modules/admin/overview/store.h"
#include "shared/office/fields.h"

namespace portal::admin {

void fill_unit_quota(server::Context& context, view::Dict& content) {
  const auto units = context.actor.headed_units();
  if (units.empty()) return;
  const Month month = Month::of(context.now);
  view::Dict card = content.section("UNIT_QUOTA").include("QUOTA", "admin/unit_quota.tpl");
  card.set("MONTH", month.words());
  for (const UnitQuota& quota : OverviewStore(context.db()).quotas(month)) {
    if (std::find(units.begin(), units.end(), quota.unit) == units.end()) continue;
    view::Dict row = card.section("UNIT");
    row.set("NAME", quota.name);
    row.set("SUPPLIED", quota.supplied);
    if (!quota.min) {
      office::add_chip(row, "RESULT", "grey", "minus", "Không có định mức riêng");
      continue;
    }
    const std::string most = quota.max && *quota.max != *quota.min ? "–" + std::to_string(*quota.max) : std::string{};
    row.section("OWES").set("OWED", std::to_string(*quota.min) + most + " một tháng");
    if (quota.is_short())
      office::add_chip(row, "RESULT", "amber", "hourglass", "Còn thiếu " + std::to_string(*quota.min - quota.supplied));
    else
      office::add_chip(row, "RESULT", "green", "circle-check", "Đã đủ");
  }
}

}  // namespace portal::admin
