// Every SQL statement of matters, named. Lists go along an index made for them and never read what the reader wrote.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::qa::sql {

#define PORTAL_MATTER                                                                                                                              \
  "SELECT m.id, m.code, m.kind, m.channel, m.title, m.received_at, m.registered_at, COALESCE(p.full_name, ''), m.state, m.state_since, "          \
  "m.awaits_direction, m.is_directed, m.forward_id, m.unit_id, COALESCE(u.short_name, ''), m.clocks, m.row_version "
#define PORTAL_MATTER_JOINS "LEFT JOIN core_person p ON p.id = m.registered_by LEFT JOIN core_unit u ON u.id = m.unit_id "
inline constexpr db::Sql kMatter{PORTAL_MATTER "FROM qa_matter m " PORTAL_MATTER_JOINS "WHERE m.id = ?"};
inline constexpr db::Sql kHoldMatter{"SELECT row_version FROM qa_matter WHERE id = ? FOR UPDATE"};
inline constexpr db::Sql kBody{"SELECT text, asker_name, asker_email, asker_phone, asker_address FROM qa_matter_body WHERE matter_id = ?"};

// Lists. In this order: the cursor; kind; state ('open' for all that are not ended); lead unit; received from, to; words; the clock ('late', 'near'); what
// waits for the actor.
#define PORTAL_LIST_FILTERS                                                                                                                        \
  "m.received_at <= ? AND (m.received_at < ? OR m.id < ?) AND (? = '' OR m.kind = ?) AND (? = '' OR m.state = ? OR (? = 'open' AND m.is_open = 1)) " \
  "AND (? = 0 OR m.unit_id = ?) AND m.received_at >= ? AND m.received_at < ? "                                                                      \
  "AND (? = '' OR m.title LIKE ? COLLATE utf8mb4_uca1400_ai_ci OR m.code = CONVERT(? USING ascii)) "                                                \
  "AND (? = '' OR EXISTS (SELECT 1 FROM qa_matter_clock k JOIN core_clock c ON c.id = k.clock_id WHERE k.matter_id = m.id AND c.state = 'open' "    \
  "AND IF(? = 'late', c.due_at <= ?, c.due_at > ? AND c.amber_at <= ?))) "                                                                          \
  "AND (? = 0 OR (? = 1 AND m.state IN ('received', 'returned', 'unit_answered')) OR (? = 1 AND m.awaits_direction = 1) OR (m.state = 'with_unit' "  \
  "AND (FIND_IN_SET(m.unit_id, ?) OR EXISTS (SELECT 1 FROM qa_forward f WHERE f.id = m.forward_id AND f.assigned_to = ?)))) "                        \
  "ORDER BY m.received_at DESC, m.id DESC LIMIT ?"
// Who sees every matter.
inline constexpr db::Sql kListAll{PORTAL_MATTER "FROM qa_matter m " PORTAL_MATTER_JOINS "WHERE " PORTAL_LIST_FILTERS};
// What is routed to units that the actor heads (a JSON list), or given to the actor in a unit that is still theirs.
inline constexpr db::Sql kListRouted{
    PORTAL_MATTER "FROM (SELECT r.matter_id AS id FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) j JOIN qa_forward_unit r ON r.unit_id = j.id "
    "JOIN qa_forward f ON f.id = r.forward_id AND f.state IN ('open', 'answered', 'ended') UNION SELECT f.matter_id FROM qa_forward f "
    "WHERE f.assigned_to = ? AND f.state IN ('open', 'answered', 'ended') AND FIND_IN_SET(f.unit_id, ?)) v JOIN qa_matter m ON m.id = v.id " PORTAL_MATTER_JOINS
    "WHERE " PORTAL_LIST_FILTERS};
#undef PORTAL_LIST_FILTERS
#undef PORTAL_MATTER_JOINS
#undef PORTAL_MATTER
// The parts of units in a matter, as far as they let somebody see it.
inline constexpr db::Sql kRoutes{
    "SELECT r.forward_id, r.unit_id, u.name, r.is_lead, r.forward_id = m.forward_id, f.assigned_to FROM qa_matter m JOIN qa_forward_unit r ON r.matter_id = m.id "
    "JOIN qa_forward f ON f.id = r.forward_id AND f.state IN ('open', 'answered', 'ended') JOIN core_unit u ON u.id = r.unit_id WHERE m.id = ? "
    "ORDER BY r.forward_id DESC, r.is_lead DESC, u.position, u.id"};
inline constexpr db::Sql kForward{
    "SELECT f.id, f.unit_id, u.name, f.batch, f.limit_days, f.forwarded_at, f.state, f.assigned_to, COALESCE(p.full_name, ''), f.clock_id FROM qa_forward f "
    "JOIN core_unit u ON u.id = f.unit_id LEFT JOIN core_person p ON p.id = f.assigned_to WHERE f.id = ?"};
inline constexpr db::Sql kEvents{
    "SELECT e.forward_id, e.act, COALESCE(p.full_name, 'Hệ thống'), e.authority, COALESCE(u.short_name, ''), e.text, e.facts, e.at FROM qa_event e "
    "LEFT JOIN core_person p ON p.id = e.person_id LEFT JOIN core_unit u ON u.id = e.unit_id WHERE e.matter_id = ? ORDER BY e.id"};

// Clocks.
inline constexpr db::Sql kClockIds{"SELECT clock_id FROM qa_matter_clock WHERE matter_id = ? ORDER BY clock_id"};
inline constexpr db::Sql kClockIdsOf{
    "SELECT k.matter_id, k.clock_id FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) j JOIN qa_matter_clock k ON k.matter_id = j.id "
    "ORDER BY k.matter_id, k.clock_id"};
inline constexpr db::Sql kOpenClock{
    "SELECT c.id FROM qa_matter_clock k JOIN core_clock c ON c.id = k.clock_id AND c.state = 'open' JOIN core_duty d ON d.id = c.duty_id "
    "WHERE k.matter_id = ? AND d.code = ? ORDER BY c.id DESC LIMIT 1"};
inline constexpr db::Sql kHasClock{"SELECT 1 FROM qa_matter_clock WHERE matter_id = ? AND clock_id = ?"};

// Choices of the forms.
inline constexpr db::Sql kUnits{
    "SELECT id, name FROM core_unit WHERE kind <> 'board' AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY kind = 'local', position, id"};
inline constexpr db::Sql kStaffOfUnit{
    "SELECT DISTINCT p.id, p.full_name FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id AND a.state = 'active' JOIN core_person p "
    "ON p.id = a.person_id WHERE r.unit_id = ? AND r.role IN ('contributor', 'unit_head', 'local_unit') AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL "
    "AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?) ORDER BY p.full_name, p.id"};

// Writing.
inline constexpr db::Sql kAddMatter{
    "INSERT INTO qa_matter (code, kind, channel, title, received_at, registered_at, registered_by, state, state_since) VALUES (?, ?, ?, ?, ?, ?, ?, 'received', ?)"};
inline constexpr db::Sql kAddBody{
    "INSERT INTO qa_matter_body (matter_id, text, asker_name, asker_email, asker_phone, asker_address) VALUES (?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kSetMatter{
    "UPDATE qa_matter SET state = ?, state_since = ?, awaits_direction = ?, is_directed = ?, forward_id = ?, unit_id = ?, clocks = ?, row_version = row_version + 1 "
    "WHERE id = ? AND row_version = ?"};
inline constexpr db::Sql kAddForward{"INSERT INTO qa_forward (matter_id, unit_id, batch, limit_days, forwarded_at) VALUES (?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddForwardUnit{"INSERT INTO qa_forward_unit (forward_id, unit_id, matter_id, is_lead) VALUES (?, ?, ?, ?)"};
inline constexpr db::Sql kSetForward{"UPDATE qa_forward SET state = ?, assigned_to = ?, clock_id = ?, limit_days = ? WHERE id = ?"};
inline constexpr db::Sql kAddEvent{
    "INSERT INTO qa_event (matter_id, forward_id, act, person_id, authority, unit_id, at, text, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddClock{"INSERT INTO qa_matter_clock (matter_id, clock_id) VALUES (?, ?)"};

// What `portal check` asks: a matter stands where its trail ends, and its words are those that the trail saw.
inline constexpr db::Sql kStateMismatch{
    "SELECT m.id, m.state, COALESCE(a.to_state, '') FROM qa_matter m LEFT JOIN core_audit a ON a.chain = CONCAT('matter:', m.id) "
    "AND a.seq = (SELECT MAX(b.seq) FROM core_audit b WHERE b.chain = CONCAT('matter:', m.id)) WHERE a.seq IS NULL OR a.to_state <> m.state LIMIT 20"};
inline constexpr db::Sql kBodyMismatch{
    "SELECT m.id FROM qa_matter m LEFT JOIN qa_matter_body b ON b.matter_id = m.id WHERE b.matter_id IS NULL OR NOT EXISTS (SELECT 1 FROM core_audit a "
    "WHERE a.chain = CONCAT('matter:', m.id) AND a.action = 'matter_register' AND a.content_digest = CONVERT(SHA2(CONCAT(m.title, '\\n', b.text), 256) USING ascii)) LIMIT 20"};
inline constexpr db::Sql kEventMismatch{
    "SELECT e.matter_id, e.id FROM qa_event e WHERE e.act <> 'matter_register' AND NOT EXISTS (SELECT 1 FROM core_audit a WHERE a.chain = CONCAT('matter:', e.matter_id) "
    "AND a.action = e.act AND a.at = e.at AND a.content_digest = CONVERT(SHA2(CONCAT(e.facts, '\\n', e.text), 256) USING ascii)) LIMIT 20"};

inline constexpr std::array kAllQueries{kMatter,    kHoldMatter,  kBody,       kListAll,        kListRouted, kRoutes,     kForward,       kEvents,
                                        kClockIds,  kClockIdsOf,  kOpenClock,  kHasClock,       kUnits,      kStaffOfUnit, kAddMatter,     kAddBody,
                                        kSetMatter, kAddForward,  kAddForwardUnit, kSetForward, kAddEvent,   kAddClock,   kStateMismatch, kBodyMismatch,
                                        kEventMismatch};

}  // namespace portal::qa::sql
