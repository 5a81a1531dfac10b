// The intake register (D7, D9.1a, D9.1b, D11.1): everything that came in, its holding pen, who sent what, and what the secretary does with one of it
// (shared/intake). Making an item of it is the section's office face's.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response show_register(App& app, server::Context& context);
[[nodiscard]] http::Response send_register(App& app, server::Context& context);
[[nodiscard]] http::Response show_thing(App& app, server::Context& context);
[[nodiscard]] http::Response send_thing_file(App& app, server::Context& context);
[[nodiscard]] http::Response show_intake_act(App& app, server::Context& context);
[[nodiscard]] http::Response do_intake_act(App& app, server::Context& context);
// The purge of what was refused on the state-secret ground, by two people (D12.3b).
[[nodiscard]] http::Response show_intake_purge(App& app, server::Context& context);
[[nodiscard]] http::Response do_intake_purge(App& app, server::Context& context);

}  // namespace portal::admin
