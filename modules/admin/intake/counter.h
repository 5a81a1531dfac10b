// The secretary's counter (D9.1a): what came by USB, on a disc or on paper is entered into the register by hand: who, when, on what, its files through the same
// quarantine; the sender takes away a slip with code, second secret and a QR code to the page that tells what became of it (D7.3).
#pragma once

#include "modules/admin/app.h"
#include "modules/admin/intake/forms.h"
#include "shared/files/parcels.h"
#include "shared/http/response.h"
#include "shared/intake/register.h"

namespace portal::admin {

[[nodiscard]] http::Response show_counter(App& app, server::Context& context);
[[nodiscard]] http::Response add_counter(App& app, server::Context& context);
[[nodiscard]] http::Response show_slip(App& app, server::Context& context);

// The counter's form as data. `kept`: files that came with an earlier send of it, which is given back for a mistake.
[[nodiscard]] office::FormPage counter_form(const std::vector<UnitChoice>& units, std::span<const files::Parcel> kept, std::string_view number);

// What was typed in it; its files and whose the sender is are the handler's. Faults: Invalid with one FieldError per mistake. Pure.
[[nodiscard]] base::Result<intake::NewIntake> parse_counter(const http::Fields& form, const std::vector<UnitChoice>& units, std::size_t files,
                                                            base::UtcTime now);

}  // namespace portal::admin
