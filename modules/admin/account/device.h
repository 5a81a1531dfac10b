// A browser's name for itself (User-Agent) in words that a person recognises among their sessions. Pure.
#pragma once

#include <string>
#include <string_view>

namespace portal::admin {

// "Chrome trên Windows"; the agent's own text, shortened, when nothing in it is known; "không rõ thiết bị" when it sent none.
[[nodiscard]] std::string words_of_device(std::string_view agent);

}  // namespace portal::admin
