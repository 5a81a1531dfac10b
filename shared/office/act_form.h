// What an act's form asks for and what came back. Inside shared/office.
#pragma once

#include "shared/office/fields.h"
#include "shared/office/panel.h"

namespace portal::office {

// Instead of the codes of the checklist: every item of it is met (D12.1).
inline constexpr std::string_view kAllChecks = "moi-muc";

// Form data -> typed request, texts cleaned (D4.1a). Faults: Invalid for a text with hidden characters or over its length, by field. What is
// missing is apply_transition's to say, with the clause.
[[nodiscard]] base::Result<workflow::ActRequest> parse_act(const http::Request& request, base::ItemId item, workflow::Action action);

// The page of the form, with what was typed in `typed` (empty on the first visit) and its errors.
[[nodiscard]] http::Response show_act_form(server::Context& context, const PanelHost& host, const workflow::Item& item,
                                           const workflow::Transition& transition, const http::Fields& typed, const Errors& errors, int status);

}  // namespace portal::office
