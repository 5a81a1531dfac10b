// Log: one JSON object per line on standard error, where the supervisor (runit's svlogd, journald) collects it.
//
// Levels: Info (facts), Warning (handled, look at it), Error (a person must act). Never bodies, names, e-mail addresses or secrets.
// Thread-safe; a full or closed stream never stops the caller (F42).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace portal::base {

enum class Level { Info, Warning, Error };

// One "key": value of a log line. Control characters are escaped by the JSON writer, so a value cannot forge a line.
using LogField = std::pair<std::string_view, std::variant<std::string_view, std::int64_t, double, bool>>;

// Names the program in every line that follows. Call once from main().
void set_log_program(std::string_view program);

// Writes {"time":…,"level":…,"program":…,"event":event, fields…}.
void log(Level level, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace portal::base
