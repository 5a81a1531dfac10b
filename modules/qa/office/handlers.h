// One function per page or form post of the office face: parse -> store/acts -> view -> Response.
#pragma once

#include "modules/qa/office/app.h"
#include "shared/http/response.h"

namespace portal::qa {

[[nodiscard]] http::Response show_matters(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_new(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response create_matter(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_matter(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_clock(OfficeApp& app, server::Context& context);
// One matter or several to a unit (forward_handlers.cpp).
[[nodiscard]] http::Response show_forward(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response do_forward(OfficeApp& app, server::Context& context);
// Every other act (act_handlers.cpp).
[[nodiscard]] http::Response show_act(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response do_act(OfficeApp& app, server::Context& context);

}  // namespace portal::qa
