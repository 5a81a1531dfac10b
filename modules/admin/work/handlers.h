// My work: what waits for me, what I sent and where it is now, the board's queues, an item's history.
#pragma once

#include "modules/admin/app.h"

namespace portal::admin {

[[nodiscard]] http::Response show_work(App& app, server::Context& context);
[[nodiscard]] http::Response show_sent(App& app, server::Context& context);
[[nodiscard]] http::Response show_queue(App& app, server::Context& context);

}  // namespace portal::admin
