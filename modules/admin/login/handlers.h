// Logging in: name and password, second factor, logging out; and bringing back what a person was writing when the session ended.
//
// A POST whose session has ended is answered by the server with a page that sends everything on to the login form as held_path and
// held_<name>. Login and second factor carry these fields along (nothing is stored); after it a form sends them to held_path again, with the
// new session's token. Works without JavaScript.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response show_login(App& app, server::Context& context);
[[nodiscard]] http::Response do_login(App& app, server::Context& context);
[[nodiscard]] http::Response show_code(App& app, server::Context& context);
[[nodiscard]] http::Response do_code(App& app, server::Context& context);
[[nodiscard]] http::Response do_logout(App& app, server::Context& context);

}  // namespace portal::admin
