// Units, people and accounts.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response list_units(App& app, server::Context& context);
[[nodiscard]] http::Response new_unit(App& app, server::Context& context);
[[nodiscard]] http::Response add_unit(App& app, server::Context& context);
[[nodiscard]] http::Response edit_unit(App& app, server::Context& context);
[[nodiscard]] http::Response save_unit(App& app, server::Context& context);

// A unit that is merged or dissolved: the form, what would follow, the plan; confirmed by the board's head (D6.3), carried out by the scheduler.
[[nodiscard]] http::Response new_unit_end(App& app, server::Context& context);
[[nodiscard]] http::Response enter_unit_end(App& app, server::Context& context);
[[nodiscard]] http::Response show_unit_end(App& app, server::Context& context);
[[nodiscard]] http::Response confirm_unit_end(App& app, server::Context& context);
[[nodiscard]] http::Response cancel_unit_end(App& app, server::Context& context);

[[nodiscard]] http::Response list_people(App& app, server::Context& context);
[[nodiscard]] http::Response new_person(App& app, server::Context& context);
[[nodiscard]] http::Response add_person(App& app, server::Context& context);
[[nodiscard]] http::Response edit_person(App& app, server::Context& context);
[[nodiscard]] http::Response save_person(App& app, server::Context& context);

[[nodiscard]] http::Response list_accounts(App& app, server::Context& context);
[[nodiscard]] http::Response new_account(App& app, server::Context& context);
[[nodiscard]] http::Response add_account(App& app, server::Context& context);
[[nodiscard]] http::Response show_account(App& app, server::Context& context);
// One of: khoa, mo, mat-khau, hai-lop, thoi-hai-lop, go-hai-lop.
[[nodiscard]] http::Response change_account(App& app, server::Context& context);

}  // namespace portal::admin
