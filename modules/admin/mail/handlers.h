// Outgoing mail for who looks after it (D6.3, D11.1): what waits, what was not sent and why, sending it again, cancelling it (shared/mail).
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response show_mail(App& app, server::Context& context);
[[nodiscard]] http::Response resend_mail(App& app, server::Context& context);
[[nodiscard]] http::Response cancel_mail(App& app, server::Context& context);

}  // namespace portal::admin
