// Every SQL statement about who may send in by the import API, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::sender_sql {

#define PORTAL_SENDER                                                                                                                              \
  "SELECT s.id, s.name, COALESCE(u.name, ''), COALESCE(p.full_name, ''), s.token_hint, s.per_minute, DATE_FORMAT(s.valid_from, '%d/%m/%Y'), "      \
  "COALESCE(DATE_FORMAT(s.valid_to, '%d/%m/%Y'), ''), m.full_name, s.made_at, COALESCE(r.full_name, ''), s.revoked_at, s.revoked_why, l.last_used_at, " \
  "(SELECT COUNT(*) FROM core_import i WHERE i.sender_id = s.id), s.row_version FROM core_import_sender s LEFT JOIN core_unit u ON u.id = s.unit_id " \
  "LEFT JOIN core_person p ON p.id = s.person_id JOIN core_person m ON m.id = s.made_by LEFT JOIN core_person r ON r.id = s.revoked_by "            \
  "LEFT JOIN core_import_use l ON l.sender_id = s.id "
inline constexpr db::Sql kSenders{PORTAL_SENDER "ORDER BY s.revoked_at IS NOT NULL, s.name, s.id LIMIT 500"};
inline constexpr db::Sql kSender{PORTAL_SENDER "WHERE s.id = ?"};
#undef PORTAL_SENDER
inline constexpr db::Sql kHoldSender{"SELECT row_version FROM core_import_sender WHERE id = ? FOR UPDATE"};
inline constexpr db::Sql kAddSender{
    "INSERT INTO core_import_sender (name, unit_id, person_id, token_digest, token_hint, per_minute, valid_from, valid_to, made_by, made_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kRevokeSender{
    "UPDATE core_import_sender SET revoked_by = ?, revoked_at = ?, revoked_why = ?, row_version = row_version + 1 WHERE id = ? AND revoked_at IS NULL"};
inline constexpr db::Sql kSenderUnits{
    "SELECT id, name FROM core_unit WHERE kind <> 'board' AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY kind = 'local', position, id"};
inline constexpr db::Sql kSenderPeople{
    "SELECT p.id, p.full_name, COALESCE(u.short_name, '') FROM core_person p LEFT JOIN core_unit u ON u.id = p.unit_id ORDER BY p.full_name, p.id LIMIT 2000"};

inline constexpr std::array kAllQueries{kSenders, kSender, kHoldSender, kAddSender, kRevokeSender, kSenderUnits, kSenderPeople};

}  // namespace portal::admin::sender_sql
