// Requests for confirmation (D12.1) and letters to the sender (D4.2, D12.3) as pages: one set of handlers that every office face mounts under its items.
//
//   GET, POST <item>/xac-nhan/moi            whom to ask, and what
//   GET, POST <item>/xac-nhan/{request}      the request with the words it is about; the answer. The asked unit's people see this page and no other of the item
//   POST      <item>/xac-nhan/{request}/rut  taken back
//   GET       <item>/thu/{letter}            a letter, ready for print
#pragma once

#include "shared/http/response.h"
#include "shared/office/panel.h"
#include "shared/workflow/requests.h"

namespace portal::office {

[[nodiscard]] http::Response show_ask(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response do_ask(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response show_request(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response answer_request(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response take_back_request(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response show_letter(server::Context& context, const PanelHost& host);

// Cards beside the item: its requests with the button that asks, its letters. Inside fill_panel.
void fill_requests(view::Dict& side, const PanelHost& host, const Panel& panel);
void fill_letters(view::Dict& side, const PanelHost& host, const Panel& panel);

}  // namespace portal::office
