// Held: what a person was sending when the session ended, on its way through the login. Pure.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/http/fields.h"

namespace portal::admin {

struct Held {
  std::string path;  // where it goes; always below /quan-tri/
  std::vector<std::pair<std::string, std::string>> fields;  // names without "held_"; neither the old session's token nor a password
};

// The held fields of a form; nothing when there are none or the path leads anywhere but the office (never to the login itself).
[[nodiscard]] std::optional<Held> held_of(const http::Fields& form);

// Where to go after a login: `asked` when it is a path of the office, else the work page.
[[nodiscard]] std::string next_after_login(std::string_view asked);

}  // namespace portal::admin
