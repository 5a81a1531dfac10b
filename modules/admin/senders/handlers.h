// Systems that may send in by the import API (D3.2đ, D6.3, D7): who they are, when they were last here, a token for a new one, shown once, and taking one away.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response list_senders(App& app, server::Context& context);
[[nodiscard]] http::Response new_sender(App& app, server::Context& context);
[[nodiscard]] http::Response add_sender(App& app, server::Context& context);
[[nodiscard]] http::Response ask_revoke_sender(App& app, server::Context& context);
[[nodiscard]] http::Response revoke_sender(App& app, server::Context& context);

}  // namespace portal::admin
