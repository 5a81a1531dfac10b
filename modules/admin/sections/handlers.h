// Sections (board_head or a delegate of manage_sections: D5.9f, D12.1) and settings (D5.10).
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response list_sections(App& app, server::Context& context);
[[nodiscard]] http::Response new_section(App& app, server::Context& context);
[[nodiscard]] http::Response add_section(App& app, server::Context& context);
[[nodiscard]] http::Response edit_section(App& app, server::Context& context);
[[nodiscard]] http::Response save_section(App& app, server::Context& context);
[[nodiscard]] http::Response move_section(App& app, server::Context& context);

// Decisions on a section, with dates (rules.cpp): its steps (D12.1) and how long its articles stay in lists (D13.2).
[[nodiscard]] http::Response show_rules(App& app, server::Context& context);
[[nodiscard]] http::Response add_rule(App& app, server::Context& context);
[[nodiscard]] http::Response drop_rule(App& app, server::Context& context);

[[nodiscard]] http::Response list_settings(App& app, server::Context& context);
// Who changed it, when, from what to what.
[[nodiscard]] http::Response show_setting_history(App& app, server::Context& context);
[[nodiscard]] http::Response edit_setting(App& app, server::Context& context);
[[nodiscard]] http::Response save_setting(App& app, server::Context& context);

}  // namespace portal::admin
