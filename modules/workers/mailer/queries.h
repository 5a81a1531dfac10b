// Every SQL statement of the mailer that is its own; the outbox has the others (shared/mail).
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::mailer::sql {

// Says that a mailer runs, and why it does not come to the mail server (docs/operations.md, "Health").
inline constexpr db::Sql kBeat{
    "INSERT INTO core_task (name, due_at, done_at, last_error) VALUES ('mailer', ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE due_at = VALUES(due_at), done_at = VALUES(done_at), last_error = VALUES(last_error)"};

// Where readers see what was made of a thing of the intake register; nothing while they do not.
inline constexpr db::Sql kPosted{
    "SELECT p.title, CONCAT(s.path, p.slug), p.published_at FROM core_intake n JOIN core_item i ON i.id = n.item_id AND i.secrecy = '' "
    "JOIN news_published p ON p.item_id = i.id JOIN site_section s ON s.id = p.section_id WHERE n.id = ?"};

inline constexpr std::array kAllQueries{kBeat, kPosted};

}  // namespace portal::mailer::sql
