// Answer: one request from raw bytes to a Response that only needs sending, and what the log says
// of it. Inside shared/server.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/server/server.h"

namespace portal::server {

// What the log line holds (style §6): no bodies, names or addresses of people.
struct Facts {
  std::string request_id;
  std::string_view route = "-";  // the matched route's name, or what answered instead ("health",
                                 // "no-route", "bad-request")
  std::uint64_t account = 0;
  db::Connection::Usage db;
  std::string error;  // what() of the exception that became a 500 or 503
};

struct Answer {
  http::Response response;
  Facts facts;
};

// The whole decision, headers included. Never throws.
[[nodiscard]] Answer answer(const Services& services, const Program& program,
                            std::span<const ErasedRoute> routes, const http::RawRequest& raw);

// Whether who asks for the address is a machine: its errors are application/problem+json (RFC 9457), and it is sent to no login page.
[[nodiscard]] bool is_machine_address(std::string_view path);

// The page for `status` in the program's layout, or a bare one when that cannot be made.
[[nodiscard]] http::Response error_response(Context& context, const Program& program, int status,
                                            std::string_view what);

// A 401 for a form whose session ended: a page that carries everything typed on to the login page.
[[nodiscard]] http::Response session_expired(Context& context);

// "/_health/<program>": 200 when the program and its database answer, 503 with the reason when not.
[[nodiscard]] http::Response health(Context& context, const Program& program);

// Adds what every answer carries (request id, cache and validator headers), compresses a cacheable
// body, turns into a 304 or a bodiless HEAD answer. `request` may be null when none could be
// parsed.
void finish_response(http::Response& response, const http::Request* request,
                     std::string_view request_id);

}  // namespace portal::server
