// The readers' questions and feedback that wait for an act of this person (D11.2, D11.3): a card of the inbox, the next due first.
#pragma once

#include "modules/admin/app.h"
#include "shared/server/server.h"
#include "shared/view/view.h"

namespace portal::admin {

// Adds admin/matters.tpl as MATTERS_CARD inside section MATTERS, or nothing for whom none waits.
void fill_matters(App& app, server::Context& context, view::Dict& content);

}  // namespace portal::admin
