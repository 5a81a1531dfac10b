// The reports that this person still has to say were sent (D18.5, D20.1): a card of the inbox, the next due first.
#pragma once

#include "modules/admin/app.h"
#include "shared/server/server.h"
#include "shared/view/view.h"

namespace portal::admin {

// Adds admin/reports.tpl as REPORTS_CARD inside section REPORTS, or nothing for who owes none.
void fill_reports(App& app, server::Context& context, view::Dict& content);

}  // namespace portal::admin
