// What the units that a person heads have supplied this month, against what they owe (D9.4): a card of the inbox, for who has no leaders' page.
#pragma once

#include "shared/server/server.h"
#include "shared/view/view.h"

namespace portal::admin {

// Adds admin/unit_quota.tpl as QUOTA inside section UNIT_QUOTA, or nothing for who heads no unit.
void fill_unit_quota(server::Context& context, view::Dict& content);

}  // namespace portal::admin
