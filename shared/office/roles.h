// Roles in words, for the office header and history.
#pragma once

#include <string>
#include <string_view>

#include "shared/access/actor.h"

namespace portal::office {

// The actor's roles in one line, the weightiest first: "Trưởng Ban Biên tập, Lãnh đạo Sở". "" for nobody.
[[nodiscard]] std::string roles_line(const access::Actor& actor);

}  // namespace portal::office
