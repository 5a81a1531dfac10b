// What the handlers of the office face share: a matter with what the actor is to it, and the frame of its pages.
#pragma once

#include "modules/qa/rights.h"
#include "shared/office/chrome.h"
#include "shared/server/server.h"

namespace portal::qa {

inline constexpr std::string_view kMenu = "matters", kListLabel = "Hỏi đáp, phản hồi", kRegistered = "vao-so";

struct Visible {
  Matter matter;
  Standing standing;
};
// The matter of the address. Faults: NotFound, also for one that the actor may not know of.
[[nodiscard]] base::Result<Visible> find_visible(server::Context& context);

// `here`: the page below the matter's own, "" for that.
[[nodiscard]] office::Frame frame_of(const Matter& matter, std::string here = {});

// What the page says after an act ("xong" of the address).
void add_done(office::Frame& frame, std::string_view slug);

}  // namespace portal::qa
