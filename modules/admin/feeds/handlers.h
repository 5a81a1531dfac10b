// Channels of other portals that are taken into the register (D2.3, D3.2d, D11.1): which, how often, who answers for them, how their reading goes.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response list_feed_sources(App& app, server::Context& context);
[[nodiscard]] http::Response new_feed_source(App& app, server::Context& context);
[[nodiscard]] http::Response add_feed_source(App& app, server::Context& context);
[[nodiscard]] http::Response edit_feed_source(App& app, server::Context& context);
[[nodiscard]] http::Response save_feed_source(App& app, server::Context& context);
[[nodiscard]] http::Response read_feed_source(App& app, server::Context& context);

}  // namespace portal::admin
