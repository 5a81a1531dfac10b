// Records: an answer as FastCGI records, all of them in one system call. Inside shared/server.
//
// libfcgi parses what comes in. Its way out is a stream that writes every 8 KB and then waits, up to two seconds, until the peer has
// hung up: four system calls and two switches of process for a page of 20 KB, a quarter of what the program spent on a rendered article (docs/decisions/0014).
#pragma once

#include <cstdint>
#include <string_view>

namespace portal::server {

// Sends head and body as STDOUT of the request, and its end. False when the peer went away or took nothing for `timeout_ms`: nothing more can
// be said to it. `head` ends with the empty line.
[[nodiscard]] bool send_answer(int connection, std::uint16_t request_id, std::string_view head, std::string_view body, int timeout_ms);

}  // namespace portal::server
