// The work pages: what waits for me, what I sent, queues per state, the history of one item, the trail.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response show_work(App& app, server::Context& context);
[[nodiscard]] http::Response show_queue(App& app, server::Context& context);
[[nodiscard]] http::Response show_history(App& app, server::Context& context);
[[nodiscard]] http::Response show_audit(App& app, server::Context& context);

}  // namespace portal::admin
