// Units, people and the public directory (D5.1, D7.2); accounts (D6.3).
#pragma once

#include "modules/admin/app.h"

namespace portal::admin {

[[nodiscard]] http::Response show_units(App& app, server::Context& context);
[[nodiscard]] http::Response show_unit(App& app, server::Context& context);
[[nodiscard]] http::Response save_unit(App& app, server::Context& context);
[[nodiscard]] http::Response show_people(App& app, server::Context& context);
[[nodiscard]] http::Response show_person(App& app, server::Context& context);
[[nodiscard]] http::Response save_person(App& app, server::Context& context);
[[nodiscard]] http::Response show_accounts(App& app, server::Context& context);
[[nodiscard]] http::Response show_new_account(App& app, server::Context& context);
[[nodiscard]] http::Response add_account(App& app, server::Context& context);
[[nodiscard]] http::Response show_account(App& app, server::Context& context);
[[nodiscard]] http::Response change_account(App& app, server::Context& context);

}  // namespace portal::admin
