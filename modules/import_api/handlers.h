// Handlers of the import API, one per address; routes.h is the contents page. Every refusal is application/problem+json with a Vietnamese sentence.
#pragma once

#include "modules/import_api/app.h"

namespace portal::import_api {

[[nodiscard]] http::Response show_description(App& app, server::Context& context);
// One document with its files into the register, once for each Idempotency-Key.
[[nodiscard]] http::Response receive_document(App& app, server::Context& context);
// How far it has come, for the sender that sent it.
[[nodiscard]] http::Response show_state(App& app, server::Context& context);

}  // namespace portal::import_api
