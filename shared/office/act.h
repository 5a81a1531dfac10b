// Acts of the workflow panel: one set of handlers that every office face mounts under its items.
//
//   GET  <item>/viec/{act}          what the act asks for: reason, ground, classification, declaration, checklist… (works without JavaScript)
//   POST <item>/viec/{act}          carries it out once (idempotency key), then back to the item with a message
//   POST <item>/phieu-kiem-tra      ticks of the quality checklist (D12.1)
#pragma once

#include "shared/http/response.h"
#include "shared/office/panel.h"

namespace portal::office {

[[nodiscard]] http::Response show_act(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response do_act(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response save_checks(server::Context& context, const PanelHost& host);

}  // namespace portal::office
