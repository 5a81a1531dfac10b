// Every SQL statement of the import API that is its own; the register's are in shared/intake. Of the register it sees the view core_import_state alone: how far
// what a sender sent has come.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::import_api::sql {

inline constexpr db::Sql kSenderByToken{
    "SELECT s.id, s.name, s.per_minute, s.valid_from, COALESCE(s.valid_to, ''), s.revoked_at, p.id, COALESCE(p.full_name, ''), COALESCE(p.job_title, ''), COALESCE(p.email, ''), "
    "COALESCE(p.phone, ''), u.id, COALESCE(u.name, ''), COALESCE(u.email, ''), COALESCE(u.phone, '') FROM core_import_sender s LEFT JOIN core_person p ON p.id = s.person_id "
    "LEFT JOIN core_unit u ON u.id = COALESCE(s.unit_id, p.unit_id) WHERE s.token_digest = ?"};
// A minute is counted from its first request. Assignments are carried out in order: `requests` still sees the minute of before.
inline constexpr db::Sql kNoteUse{
    "INSERT INTO core_import_use (sender_id, last_used_at, minute_at, requests) VALUES (?, ?, ?, 1) ON DUPLICATE KEY UPDATE "
    "requests = IF(minute_at <= ?, 1, requests + 1), minute_at = IF(minute_at <= ?, VALUES(minute_at), minute_at), last_used_at = VALUES(last_used_at)"};
inline constexpr db::Sql kUse{"SELECT requests, minute_at FROM core_import_use WHERE sender_id = ?"};

inline constexpr db::Sql kFindRequest{"SELECT body_digest, code, received_at FROM core_import WHERE sender_id = ? AND request_key = ?"};
inline constexpr db::Sql kAddRequest{"INSERT INTO core_import (sender_id, request_key, body_digest, code, intake_id, received_at) VALUES (?, ?, ?, ?, ?, ?)"};

inline constexpr db::Sql kState{"SELECT code, received_at, state, state_since, ground, reason FROM core_import_state WHERE sender_id = ? AND code = ?"};
inline constexpr db::Sql kSameContent{"SELECT code FROM core_import_state WHERE sender_id = ? AND content_digest = ?"};

inline constexpr std::array kAllQueries{kSenderByToken, kNoteUse, kUse, kFindRequest, kAddRequest, kState, kSameContent};

}  // namespace portal::import_api::sql
