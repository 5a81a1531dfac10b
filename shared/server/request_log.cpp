#include "shared/server/request_log.h"

#include <array>
#include <charconv>

#include <unistd.h>

namespace portal::server {
namespace {

void append_number(std::string& out, std::uint64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

// Microseconds as milliseconds with three digits: 1234 -> "1.234".
void append_ms(std::string& out, std::int64_t microseconds) {
  const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(microseconds, 0));
  append_number(out, value / 1000);
  const std::uint64_t rest = value % 1000;
  out += rest < 10 ? ".00" : rest < 100 ? ".0" : ".";
  append_number(out, rest);
}

// A JSON string's inside. Bytes outside printable ASCII become '?': an exception's text may hold
// anything, and no line may be forged.
void append_text(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c >= 0x20 && c < 0x7F ? c : '?';
  }
}

// "2026-11-25T13:50:00.123+07:00"; the part up to the minute is formatted once a minute.
void append_time(std::string& out, base::UtcTime now) {
  thread_local std::int64_t known_minute = -1;
  thread_local std::string prefix;
  const std::int64_t millis =
      std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
  if (millis / 60000 != known_minute) {
    known_minute = millis / 60000;
    prefix = base::format_iso(now).substr(0, 17);  // "2026-11-25T13:50:"
  }
  const auto rest = static_cast<std::uint64_t>(millis % 60000);
  out += prefix;
  if (rest < 10000) out += '0';
  append_ms(out, static_cast<std::int64_t>(rest));
  out += "+07:00";
}

}  // namespace

std::string request_line(std::string_view program, const Facts& facts, int status,
                         std::size_t bytes, std::chrono::microseconds took, base::UtcTime now) {
  std::string out;
  out.reserve(320);
  out += R"({"time":")";
  append_time(out, now);
  out += R"(","level":")";
  out += status == 500 ? "error" : status > 500 ? "warning" : "info";
  out += R"(","program":")";
  out += program;
  out += R"(","event":"request","request_id":")";
  append_text(out, facts.request_id);
  out += R"(","route":")";
  append_text(out, facts.route);
  out += R"(","status":)";
  append_number(out, static_cast<std::uint64_t>(status));
  out += R"(,"ms":)";
  append_ms(out, took.count());
  out += R"(,"db_ms":)";
  append_ms(out, facts.db.microseconds);
  out += R"(,"queries":)";
  append_number(out, facts.db.queries);
  if (facts.account != 0) {
    out += R"(,"account":)";
    append_number(out, facts.account);
  }
  out += R"(,"bytes":)";
  append_number(out, bytes);
  if (!facts.error.empty()) {
    out += R"(,"error":")";
    append_text(out, std::string_view{facts.error}.substr(0, 1000));
    out += '"';
  }
  out += "}\n";
  return out;
}

void write_line(const std::string& line) {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace portal::server
