// Loop: worker threads between the listening socket and answer(). Inside shared/server; FCGX types
// stay in loop.cpp.
#pragma once

#include <span>

#include "shared/server/listener.h"
#include "shared/server/server.h"

namespace portal::server {

// The signals that end a program. Blocks them for this thread and every thread started after; call
// before any thread starts, since a signal that libfcgi's handlers catch would leave threads in
// accept() (reliability trap 1).
void block_stop_signals();

// Waits at most `seconds` for a stop signal; true when one came.
[[nodiscard]] bool stop_signal_within(int seconds);

// Serves with `threads` workers until SIGTERM or SIGINT, then finishes what was begun. Returns 0
// after a drain; when a handler hangs, the process ends itself 5 s after the signal with exit
// code 70.
int serve(const Services& services, const Program& program, std::span<const ErasedRoute> routes,
          Listener& listener);

}  // namespace portal::server
