// Every SQL statement of the worker that is its own; the register's are in shared/intake.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::feeds::sql {

// Longest overdue first, so that no source keeps the others waiting.
inline constexpr db::Sql kDue{
    "SELECT s.id, s.name, s.address, s.contact_name, s.contact_address, s.contact_phone, s.contact_place, s.every_minutes, s.valid_from, COALESCE(t.failures, 0) "
    "FROM core_feed_source s LEFT JOIN core_feed_state t ON t.source_id = s.id WHERE s.is_on = 1 AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?) "
    "AND (t.next_at IS NULL OR t.next_at <= ? OR t.address <> s.address) ORDER BY t.next_at, s.id LIMIT 20"};
inline constexpr db::Sql kBeginState{"INSERT IGNORE INTO core_feed_state (source_id, address, next_at) VALUES (?, ?, ?)"};
// Whoever moves the time has the source until then. A worker that it takes down has counted a failure, and comes back to it ever later. Assignments are carried
// out in order: the first two still see the old address.
inline constexpr db::Sql kClaim{
    "UPDATE core_feed_state SET etag = IF(address = ?, etag, ''), last_modified = IF(address = ?, last_modified, ''), address = ?, next_at = ?, tried_at = ?, "
    "failures = failures + 1 WHERE source_id = ? AND (next_at <= ? OR address <> ?)"};
inline constexpr db::Sql kValidators{"SELECT etag, last_modified FROM core_feed_state WHERE source_id = ?"};
inline constexpr db::Sql kRead{
    "UPDATE core_feed_state SET etag = ?, last_modified = ?, read_at = ?, failures = 0, last_error = '', next_at = ? WHERE source_id = ? AND address = ?"};
inline constexpr db::Sql kFailed{"UPDATE core_feed_state SET last_error = ?, next_at = ? WHERE source_id = ? AND address = ?"};

inline constexpr db::Sql kHasEntry{"SELECT 1 FROM core_feed_entry WHERE source_id = ? AND entry_key = ?"};
inline constexpr db::Sql kAddEntry{"INSERT INTO core_feed_entry (source_id, entry_key, seen_at, intake_id) VALUES (?, ?, ?, ?)"};

// Says that a worker runs (docs/operations.md, "Health").
inline constexpr db::Sql kBeat{
    "INSERT INTO core_task (name, due_at, done_at, last_error) VALUES ('feeds', ?, ?, '') "
    "ON DUPLICATE KEY UPDATE due_at = VALUES(due_at), done_at = VALUES(done_at), last_error = VALUES(last_error)"};

inline constexpr std::array kAllQueries{kDue, kBeginState, kClaim, kValidators, kRead, kFailed, kHasEntry, kAddEntry, kBeat};

}  // namespace portal::feeds::sql
