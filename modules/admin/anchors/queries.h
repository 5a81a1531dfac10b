// Every SQL statement about the trusted certificates, named. The converter reads those that are in force (shared/files/judgement.h).
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::anchor_sql {

#define PORTAL_ANCHOR_COLUMNS                                                                                                          \
  "SELECT a.id, a.fingerprint, a.name, a.subject, a.issuer, a.serial, a.not_before, a.not_after, a.source, "                          \
  "DATE_FORMAT(a.valid_from, '%Y-%m-%d'), COALESCE(DATE_FORMAT(a.valid_to, '%Y-%m-%d'), ''), p.full_name, a.added_at, "               \
  "COALESCE(r.full_name, ''), a.removed_at, a.removed_why, a.row_version FROM core_trust_anchor a JOIN core_person p ON p.id = a.added_by " \
  "LEFT JOIN core_person r ON r.id = a.removed_by "
inline constexpr db::Sql kAnchors{PORTAL_ANCHOR_COLUMNS "ORDER BY a.removed_at IS NOT NULL, a.name, a.id"};
inline constexpr db::Sql kAnchor{PORTAL_ANCHOR_COLUMNS "WHERE a.id = ?"};
#undef PORTAL_ANCHOR_COLUMNS
inline constexpr db::Sql kIsTrusted{"SELECT id FROM core_trust_anchor WHERE fingerprint = ? AND removed_at IS NULL FOR UPDATE"};
inline constexpr db::Sql kAddAnchor{
    "INSERT INTO core_trust_anchor (fingerprint, pem, name, subject, issuer, serial, not_before, not_after, source, valid_from, valid_to, added_by, added_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kRemoveAnchor{
    "UPDATE core_trust_anchor SET removed_by = ?, removed_at = ?, removed_why = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ? "
    "AND removed_at IS NULL"};

inline constexpr std::array kAllQueries{kAnchors, kAnchor, kIsTrusted, kAddAnchor, kRemoveAnchor};

}  // namespace portal::admin::anchor_sql
