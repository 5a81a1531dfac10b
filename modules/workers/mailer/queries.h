// Every SQL statement of the mailer that is its own; the outbox has the others (shared/mail).
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::mailer::sql {

// Says that a mailer runs, and why it does not come to the mail server (docs/operations.md, "Health").
inline constexpr db::Sql kBeat{
    "INSERT INTO core_task (name, due_at, done_at, last_error) VALUES ('mailer', ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE due_at = VALUES(due_at), done_at = VALUES(done_at), last_error = VALUES(last_error)"};

inline constexpr std::array kAllQueries{kBeat};

}  // namespace portal::mailer::sql
