// Every SQL statement of requests for confirmation and of letters, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::workflow {

// Of a hidden item nothing is read that could hold its words (D12.3b).
#define PORTAL_REQUEST                                                                                                                       \
  "SELECT r.id, r.item_id, r.version, r.to_kind, r.to_unit, r.to_person, u.name, COALESCE(q.full_name, ''), r.asked_by, a.full_name, r.authority, " \
  "r.asked_at, IF(i.secrecy = '', r.question, ''), r.state, COALESCE(e.full_name, ''), IF(i.secrecy = '', r.answer, ''), r.ended_at, i.code, "     \
  "i.title, i.module, i.secrecy <> '' FROM core_request r JOIN core_item i ON i.id = r.item_id JOIN core_unit u ON u.id = r.to_unit "              \
  "JOIN core_person a ON a.id = r.asked_by LEFT JOIN core_person q ON q.id = r.to_person LEFT JOIN core_person e ON e.id = r.ended_by "
inline constexpr db::Sql kRequest{PORTAL_REQUEST "WHERE r.item_id = ? AND r.id = ?"};
inline constexpr db::Sql kRequestsOfItem{PORTAL_REQUEST "WHERE r.item_id = ? ORDER BY r.id DESC"};
inline constexpr db::Sql kRequestsOfPerson{PORTAL_REQUEST "WHERE r.to_person = ? AND r.state = 'open' ORDER BY r.asked_at LIMIT 50"};
inline constexpr db::Sql kRequestsOfUnit{PORTAL_REQUEST "WHERE r.to_unit = ? AND r.state = 'open' ORDER BY r.asked_at LIMIT 50"};
#undef PORTAL_REQUEST
inline constexpr db::Sql kItemOfRequest{"SELECT item_id FROM core_request WHERE id = ?"};
inline constexpr db::Sql kAddRequest{
    "INSERT INTO core_request (item_id, version, to_kind, to_unit, to_person, asked_by, authority, asked_at, question) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kEndRequest{"UPDATE core_request SET state = ?, ended_by = ?, answer = ?, ended_at = ? WHERE id = ? AND state = 'open'"};
inline constexpr db::Sql kHasOpenRequest{"SELECT 1 FROM core_request WHERE item_id = ? AND state = 'open' LIMIT 1"};
inline constexpr db::Sql kIsUnit{"SELECT 1 FROM core_unit WHERE id = ? AND valid_to IS NULL"};

// A letter keeps the words of its day: names, ground and title as they were.
inline constexpr db::Sql kAddLetter{
    "INSERT INTO core_letter (item_id, kind, ground_clause, ground_label, title, reason, to_person, to_name, to_title, to_unit, signed_by, signed_name, "
    "authority, made_at) SELECT i.id, ?, g.clause, g.label, IF(g.is_secret, '', ?), ?, p.id, "
    "IF(n.id IS NULL, p.full_name, CONCAT('Người gửi nội dung mã ', CONVERT(n.code USING utf8mb4) COLLATE utf8mb4_uca1400_vietnamese_as_ci)), IF(n.id IS NULL, p.job_title, ''), IF(n.id IS NULL, COALESCE(u.name, ''), ''), s.id, s.full_name, ?, ? FROM core_item i JOIN core_ground g ON g.code = ? "
    "JOIN core_person p ON p.id = i.author_person LEFT JOIN core_unit u ON u.id = p.unit_id LEFT JOIN core_intake n ON n.item_id = i.id AND n.person_id IS NULL JOIN core_person s ON s.id = ? WHERE i.id = ?"};
// Who sent in what became the item and is nobody of the directory; of a letter to them only the code is kept, since letters stay for good (D9.1b).
inline constexpr db::Sql kOutsideSender{
    "SELECT id, code, sender_name, sender_address FROM core_intake WHERE item_id = ? AND person_id IS NULL AND may_answer = 1 AND sender_address <> ''"};
// To whom a letter is mailed: the item's sender, who has an address or has none.
inline constexpr db::Sql kLetterTo{"SELECT p.id, p.email FROM core_item i JOIN core_person p ON p.id = i.author_person WHERE i.id = ?"};
inline constexpr db::Sql kLetters{
    "SELECT l.id, l.kind, l.ground_clause, l.ground_label, IF(i.secrecy = '', l.title, ''), IF(i.secrecy = '', l.reason, ''), l.to_name, l.to_title, "
    "l.to_unit, l.signed_name, l.authority, l.made_at, i.code, i.secrecy <> '', i.module FROM core_letter l JOIN core_item i ON i.id = l.item_id "
    "WHERE l.item_id = ? AND (? = 0 OR l.id = ?) ORDER BY l.id DESC"};

inline constexpr std::array kRequestQueries{kRequest, kRequestsOfItem, kRequestsOfPerson, kRequestsOfUnit, kItemOfRequest, kAddRequest, kEndRequest,
                                            kHasOpenRequest, kIsUnit, kAddLetter, kOutsideSender, kLetterTo, kLetters};

}  // namespace portal::workflow
