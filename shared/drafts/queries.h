// Every SQL statement of drafts and presence.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::drafts {

inline constexpr db::Sql kState{"SELECT person_id, subject, sequence, closed_at IS NOT NULL, saved_at FROM core_draft WHERE draft_key = ?"};
inline constexpr db::Sql kCountOpen{"SELECT COUNT(*) FROM core_draft WHERE person_id = ? AND closed_at IS NULL"};
inline constexpr db::Sql kAdd{
    "INSERT INTO core_draft (draft_key, person_id, subject, base_version, sequence, title, fields, began_at, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kWrite{
    "UPDATE core_draft SET base_version = ?, sequence = ?, title = ?, fields = ?, saved_at = ? WHERE draft_key = ? AND person_id = ? AND sequence < ? "
    "AND closed_at IS NULL"};
// Never one of a hidden item (D12.3b).
#define PORTAL_DRAFT                                                                                                              \
  "SELECT draft_key, subject, base_version, sequence, title, fields, began_at, saved_at FROM core_draft WHERE closed_at IS NULL " \
  "AND (subject NOT LIKE 'item:%' OR EXISTS (SELECT 1 FROM core_item i WHERE i.id = CAST(SUBSTRING(subject, 6) AS UNSIGNED) AND i.secrecy = '')) AND "
inline constexpr db::Sql kFind{PORTAL_DRAFT "draft_key = ? AND person_id = ?"};
inline constexpr db::Sql kOpen{PORTAL_DRAFT "person_id = ? AND subject = ? ORDER BY saved_at DESC LIMIT 10"};
#undef PORTAL_DRAFT
inline constexpr db::Sql kClose{
    "INSERT INTO core_draft (draft_key, person_id, subject, sequence, fields, began_at, saved_at, closed_at) VALUES (?, ?, ?, 0, '{}', ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE title = IF(person_id = VALUES(person_id), '', title), fields = IF(person_id = VALUES(person_id), '{}', fields), "
    "closed_at = IF(person_id = VALUES(person_id), COALESCE(closed_at, VALUES(closed_at)), closed_at)"};
inline constexpr db::Sql kSweep{"DELETE FROM core_draft WHERE closed_at < ? AND person_id = ?"};

inline constexpr db::Sql kArrive{
    "INSERT INTO core_presence (item_id, account_id, person_id, since, seen_at) VALUES (?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE since = IF(seen_at < ?, VALUES(since), since), seen_at = VALUES(seen_at)"};
inline constexpr db::Sql kLeave{"DELETE FROM core_presence WHERE item_id = ? AND account_id = ?"};
inline constexpr db::Sql kForget{"DELETE FROM core_presence WHERE seen_at < ? LIMIT 100"};
inline constexpr db::Sql kOthers{
    "SELECT p.full_name, MIN(e.since) FROM core_presence e JOIN core_person p ON p.id = e.person_id WHERE e.item_id = ? AND e.person_id <> ? "
    "AND e.seen_at >= ? GROUP BY e.person_id, p.full_name ORDER BY 2, 1"};

inline constexpr std::array kAllQueries{kState, kCountOpen, kAdd, kWrite, kFind, kOpen, kClose, kSweep, kArrive, kLeave, kForget, kOthers};

}  // namespace portal::drafts
