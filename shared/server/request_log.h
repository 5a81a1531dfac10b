// Request log: one JSON line a request on standard error. Inside shared/server.
//
// Formatted by hand into one buffer and written with one write(), which costs a tenth of a JSON
// library and cannot be torn.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/server/answer.h"

namespace portal::server {

// The line, with its end:
// {"time":…,"level":…,"program":…,"event":"request","request_id":…,"route":…,"status":…,"ms":…,"db_ms":…,"queries":…,
// "account":…,"bytes":…} and "error" when there was one. 500 is an error (a person must look), 503
// a warning.
[[nodiscard]] std::string request_line(std::string_view program, const Facts& facts, int status,
                                       std::size_t bytes, std::chrono::microseconds took,
                                       base::UtcTime now);

// Writes the line; a full or closed stream is ignored (F42).
void write_line(const std::string& line);

}  // namespace portal::server
