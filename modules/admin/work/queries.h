// What waits for a person, what they sent, and the queues. Each list is a range of an index on open items.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::work_sql {

#define PORTAL_WORK_COLUMNS                                                                                                              \
  "SELECT i.id, i.module, i.code, i.title, i.state, i.state_since, u.short_name, p.full_name, COALESCE(h.full_name, ''), s.title "        \
  "FROM core_item i JOIN core_unit u ON u.id = i.unit_id JOIN core_person p ON p.id = i.author_person JOIN core_section s ON s.id = i.section_id " \
  "LEFT JOIN core_person h ON h.id = i.assigned_to AND i.state = 'editing' "

// The author's own: returned first.
inline constexpr db::Sql kOwn{PORTAL_WORK_COLUMNS
                              "WHERE i.author_person = ? AND i.state IN ('draft', 'returned') ORDER BY i.state DESC, i.state_since DESC LIMIT 50"};
inline constexpr db::Sql kUnit{PORTAL_WORK_COLUMNS "WHERE i.unit_id = ? AND i.state = 'unit_review' ORDER BY i.state_since LIMIT 50"};
inline constexpr db::Sql kAssigned{PORTAL_WORK_COLUMNS "WHERE i.assigned_to = ? AND i.state = 'editing' ORDER BY i.state_since LIMIT 50"};
inline constexpr db::Sql kState{PORTAL_WORK_COLUMNS "WHERE i.state = ? ORDER BY i.state_since LIMIT 50"};
// Checks that this person may make: by office or delegation, and not on what they wrote or edited in step 1 (four-eyes).
inline constexpr db::Sql kChecks{PORTAL_WORK_COLUMNS
    "WHERE i.state = ? AND (? = 1 OR EXISTS (SELECT 1 FROM core_delegation d WHERE d.to_person = ? AND d.act IN (?, 'act_as_head') "
    "AND d.revoked_at IS NULL AND d.valid_from <= ? AND d.valid_to > ? AND (d.section_id IS NULL OR d.section_id IN (i.section_id, s.parent_id)))) "
    "AND NOT EXISTS (SELECT 1 FROM core_item_version v WHERE v.item_id = i.id AND v.person_id = ? AND v.step IN ('write', 'unit', 'edit')) "
    "ORDER BY i.state_since LIMIT 50"};

// What a person sent on its way, newest first, by keyset.
inline constexpr db::Sql kSent{PORTAL_WORK_COLUMNS
    "WHERE i.author_person = ? AND i.submitted_at IS NOT NULL AND i.state_since <= ? AND (i.state_since < ? OR i.id < ?) "
    "ORDER BY i.state_since DESC, i.id DESC LIMIT 31"};
// One queue, oldest first, by keyset.
inline constexpr db::Sql kQueue{PORTAL_WORK_COLUMNS
    "WHERE i.state = ? AND i.state_since >= ? AND (i.state_since > ? OR i.id > ?) ORDER BY i.state_since, i.id LIMIT 31"};

inline constexpr db::Sql kCountUnassigned{"SELECT COUNT(*) FROM core_item WHERE state = 'submitted'"};
inline constexpr db::Sql kCountReady{"SELECT COUNT(*) FROM core_item WHERE state = 'ready'"};
inline constexpr db::Sql kCountSent{
    "SELECT COUNT(*) FROM core_item WHERE author_person = ? AND state IN ('unit_review', 'submitted', 'editing', 'verifying', 'final_check', 'ready')"};
// Take-downs that some web node has not confirmed (D12.3).
inline constexpr db::Sql kCountUnconfirmed{"SELECT COUNT(*) FROM core_job WHERE kind = 'cache.takedown' AND state <> 'done'"};

inline constexpr std::array kAllQueries{kOwn, kUnit, kAssigned, kState, kChecks, kSent, kQueue, kCountUnassigned, kCountReady, kCountSent, kCountUnconfirmed};

}  // namespace portal::admin::work_sql
