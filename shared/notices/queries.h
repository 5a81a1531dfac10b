// Every SQL statement of notices, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::notices {

// A cause is told once. Of a hidden item (D12.3b) nothing is read that may quote it.
inline constexpr db::Sql kTell{
    "INSERT INTO core_notice (person_id, kind, item_id, unit_id, clock_id, cause, text, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE id = core_notice.id"};
// What waited for an act waits no more; what was due is done.
inline constexpr db::Sql kSettle{
    "UPDATE core_notice n SET n.read_at = ? WHERE n.item_id = ? AND n.read_at IS NULL AND (n.kind = 'waits' OR (n.clock_id IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM core_clock c WHERE c.id = n.clock_id AND c.state = 'open')))"};
// The same for what is asked of people without the item, by its cause and its clock.
inline constexpr db::Sql kSettleAsked{
    "UPDATE core_notice SET read_at = ? WHERE person_id = ? AND read_at IS NULL AND (cause = ? OR clock_id = ?)"};
inline constexpr db::Sql kSettleCauses{"UPDATE core_notice SET read_at = ? WHERE cause LIKE CONVERT(? USING ascii) AND read_at IS NULL"};
inline constexpr db::Sql kCountUnread{
    "SELECT COUNT(*) FROM (SELECT 1 FROM core_notice WHERE person_id = ? AND read_at IS NULL LIMIT 100) few"};
// What was told before an item was hidden, and with the act that hid it, may hold its words; what is told afterwards does not (D12.3b).
#define PORTAL_NOTICE_COLUMNS                                                                                                                       \
  "SELECT n.id, n.kind, n.item_id, i.module, i.title, i.code, IF(COALESCE(i.secrecy, '') = '' OR n.created_at > i.hidden_at, n.text, 'Nội dung đã ẩn (D12.3b).'), " \
  "n.created_at, n.read_at, n.clock_id, n.cause, COALESCE(c.subject, '') FROM core_notice n "
#define PORTAL_NOTICE_BESIDE "LEFT JOIN core_item i ON i.id = n.item_id LEFT JOIN core_clock c ON c.id = n.clock_id WHERE n.person_id = ? "
#define PORTAL_NOTICE(INDEX) PORTAL_NOTICE_COLUMNS "FORCE INDEX (" INDEX ") " PORTAL_NOTICE_BESIDE "AND n.id < ? "
inline constexpr db::Sql kUnread{PORTAL_NOTICE("core_notice_person") "AND n.read_at IS NULL ORDER BY n.id DESC LIMIT 31"};
inline constexpr db::Sql kAll{PORTAL_NOTICE("core_notice_all") "ORDER BY n.id DESC LIMIT 31"};
#undef PORTAL_NOTICE
inline constexpr db::Sql kOne{PORTAL_NOTICE_COLUMNS PORTAL_NOTICE_BESIDE "AND n.id = ?"};
#undef PORTAL_NOTICE_BESIDE
#undef PORTAL_NOTICE_COLUMNS
// What was told at this moment and is mailed to nobody yet, for who has an address and wants each notice at once.
inline constexpr db::Sql kToMail{
    "SELECT n.id, p.email FROM core_notice n JOIN core_person p ON p.id = n.person_id AND p.email <> '' LEFT JOIN core_mail_preference w ON w.person_id = n.person_id "
    "WHERE n.person_id = ? AND n.cause = ? AND n.created_at = ? AND COALESCE(w.mode, 'at_once') = 'at_once' "
    "AND NOT EXISTS (SELECT 1 FROM core_mail m WHERE m.notice_id = n.id)"};
inline constexpr db::Sql kRead{"UPDATE core_notice SET read_at = ? WHERE id = ? AND person_id = ? AND read_at IS NULL"};
inline constexpr db::Sql kUnreadAgain{"UPDATE core_notice SET read_at = NULL WHERE id = ? AND person_id = ?"};
inline constexpr db::Sql kReadUpTo{"UPDATE core_notice SET read_at = ? WHERE person_id = ? AND read_at IS NULL AND id <= ?"};
inline constexpr db::Sql kReadOld{"UPDATE core_notice SET read_at = ? WHERE read_at IS NULL AND created_at < ? AND kind IN ('posted', 'returned', 'withdrawn')"};

// Who holds a role now; the unit is 0 for roles of the whole department, and one that was merged stands for its successor. A few hundred rows of assignments.
inline constexpr db::Sql kWithRole{
    "SELECT DISTINCT a.person_id FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id AND a.state = 'active' WHERE r.role = ? "
    "AND (? = 0 OR r.unit_id = COALESCE((SELECT u.merged_into FROM core_unit u WHERE u.id = ? AND u.valid_to < ?), ?)) "
    "AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?)"};
inline constexpr db::Sql kWithDelegation{
    "SELECT DISTINCT d.to_person FROM core_delegation d WHERE d.act = ? AND d.revoked_at IS NULL AND d.valid_from <= ? AND d.valid_to > ? "
    "AND (d.section_id IS NULL OR d.section_id = ? OR d.section_id = (SELECT s.parent_id FROM core_section s WHERE s.id = ?))"};

inline constexpr std::array kAllQueries{kTell, kSettle, kSettleAsked, kSettleCauses, kCountUnread, kUnread, kAll, kOne, kToMail, kRead,
                                        kUnreadAgain, kReadUpTo, kReadOld, kWithRole, kWithDelegation};

}  // namespace portal::notices
