// Whose signatures are trusted (D9.1c): certificates of the Government's and the public authorities, entered by an administrator with where they come
// from. Every change makes the converter judge the signatures of stored files again.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"
#include "shared/server/server.h"

namespace portal::admin {

[[nodiscard]] http::Response list_anchors(App& app, server::Context& context);
[[nodiscard]] http::Response new_anchor(App& app, server::Context& context);
[[nodiscard]] http::Response add_anchor(App& app, server::Context& context);
[[nodiscard]] http::Response ask_anchor_removal(App& app, server::Context& context);
[[nodiscard]] http::Response remove_anchor(App& app, server::Context& context);

}  // namespace portal::admin
