// «Bài của tôi»: every item of one's own with its state, who is next and when it is due (D9.3, D14.3b).
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response show_mine(App& app, server::Context& context);

}  // namespace portal::admin
