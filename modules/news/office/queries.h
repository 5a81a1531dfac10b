// The office face's statements beside those of the section library.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::news::office_sql {

// A list of items the actor may see, newest act first. A filter is a flag (0: not set) and its value; the cursor of the first page is far in the future.
// A code is ASCII and what is looked for may not be: without CONVERT such a comparison is an error.
// May-see is the same rule as workflow::may_see: own items; the units one heads; what reached the board, for the board.
#define PORTAL_NEWS_LIST                                                                                                                   \
  "SELECT i.id, i.code, i.title, i.kind, i.state, i.state_since, s.title, u.short_name, p.full_name, COALESCE(h.full_name, ''), "          \
  "i.published_version IS NOT NULL FROM core_item i JOIN core_section s ON s.id = i.section_id JOIN core_unit u ON u.id = i.unit_id "       \
  "JOIN core_person p ON p.id = i.author_person LEFT JOIN core_person h ON h.id = i.assigned_to AND i.state = 'editing' "                   \
  "WHERE i.module = 'news' AND i.state_since <= ? AND (i.state_since < ? OR i.id < ?) "                                                     \
  "AND (i.author_person = ? OR (? = 1 AND (i.supplied_at IS NOT NULL OR i.published_version IS NOT NULL)) "                                 \
  "OR (i.state NOT IN ('draft', 'discarded') AND i.unit_id IN (?, ?, ?))) "                                                                 \
  "AND (? = 0 OR i.state = ?) AND (? = 0 OR i.section_id = ?) AND (? = 0 OR i.unit_id = ?) AND (? = 0 OR i.author_person = ?) "            \
  "AND (? = 0 OR i.title LIKE ? COLLATE utf8mb4_uca1400_ai_ci OR i.code = CONVERT(? USING ascii)) "
inline constexpr db::Sql kList{PORTAL_NEWS_LIST "ORDER BY i.state_since DESC, i.id DESC LIMIT 31"};

inline constexpr db::Sql kSections{
    "SELECT s.id, s.title, s.item_kind, s.parent_id, s.event_at_required, s.kind FROM core_section s LEFT JOIN core_section p ON p.id = s.parent_id "
    "ORDER BY COALESCE(p.position, s.position), COALESCE(p.id, s.id), s.parent_id IS NOT NULL, s.position, s.id"};
inline constexpr db::Sql kUnits{"SELECT id, name FROM core_unit WHERE valid_to IS NULL ORDER BY position, id"};

inline constexpr std::array kAllQueries{kList, kSections, kUnits};

}  // namespace portal::news::office_sql
