// The section tree (D5.9f, D5.11, D12.1) and the settings (D5.10).
#pragma once

#include "modules/admin/app.h"

namespace portal::admin {

[[nodiscard]] http::Response show_sections(App& app, server::Context& context);
[[nodiscard]] http::Response show_new_section(App& app, server::Context& context);
[[nodiscard]] http::Response add_section(App& app, server::Context& context);
[[nodiscard]] http::Response show_section_edit(App& app, server::Context& context);
[[nodiscard]] http::Response save_section(App& app, server::Context& context);
[[nodiscard]] http::Response move_section(App& app, server::Context& context);
[[nodiscard]] http::Response show_settings(App& app, server::Context& context);
[[nodiscard]] http::Response save_settings(App& app, server::Context& context);

}  // namespace portal::admin
