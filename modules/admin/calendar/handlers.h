// The working calendars (D9.3): hours by weekday with their dates, years entered with their announcement, holidays, swaps, closures, half-days. Every change
// is shown with what it does to the open clocks before it is made (clock_preview.h).
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"
#include "shared/server/server.h"

namespace portal::admin {

[[nodiscard]] http::Response list_calendars(App& app, server::Context& context);
[[nodiscard]] http::Response new_calendar(App& app, server::Context& context);
[[nodiscard]] http::Response add_calendar(App& app, server::Context& context);
[[nodiscard]] http::Response show_one_calendar(App& app, server::Context& context);
[[nodiscard]] http::Response edit_hours(App& app, server::Context& context);
[[nodiscard]] http::Response save_hours(App& app, server::Context& context);
[[nodiscard]] http::Response edit_year(App& app, server::Context& context);
[[nodiscard]] http::Response save_year(App& app, server::Context& context);
[[nodiscard]] http::Response new_day(App& app, server::Context& context);
[[nodiscard]] http::Response save_day(App& app, server::Context& context);
[[nodiscard]] http::Response drop_day(App& app, server::Context& context);

}  // namespace portal::admin
