// The regulation's time limits (D9.3, D11.3) and the board's own targets: what starts and stops each, how long it takes, whose time it is. A change is a new
// row from a date on, so that what began before keeps its rule; it is shown with what it does to the open clocks before it is made (clock_preview.h).
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"
#include "shared/server/server.h"

namespace portal::admin {

[[nodiscard]] http::Response list_duties(App& app, server::Context& context);
[[nodiscard]] http::Response show_duty(App& app, server::Context& context);
[[nodiscard]] http::Response edit_duty(App& app, server::Context& context);
[[nodiscard]] http::Response save_duty(App& app, server::Context& context);
// "Vì sao hạn này?" of a clock that belongs to no item: of a month, a question, a day.
[[nodiscard]] http::Response show_duty_clock(App& app, server::Context& context);
// «Đã báo cáo»: who the duty names says that the month's report was sent, and by which document (D18.5, D20.1).
[[nodiscard]] http::Response new_report(App& app, server::Context& context);
[[nodiscard]] http::Response save_report(App& app, server::Context& context);

}  // namespace portal::admin
