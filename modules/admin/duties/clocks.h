// Clocks that belong to no item, for the pages that list them.
#pragma once

#include <string>

#include "shared/duty/clock.h"
#include "shared/server/server.h"

namespace portal::admin {

// "Tháng 11/2026, Thanh tra Sở"; of an item its title, to who may see it, else its code.
[[nodiscard]] std::string clock_title(server::Context& context, const duty::Clock& clock);

// Under what right this person says that the report was sent whose clock it is (D18.5, D20.1): who the duty names, in the clock's unit. "" for nobody else,
// and for a clock that no report ends.
[[nodiscard]] std::string right_to_report(server::Context& context, const duty::Duty& duty, const duty::Clock& clock);

}  // namespace portal::admin
