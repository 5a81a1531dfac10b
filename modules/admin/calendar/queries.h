// Every SQL statement of the calendar's pages, named; those of calendars themselves are shared/duty's.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::calendar_admin_sql {

inline constexpr db::Sql kCodeTaken{"SELECT 1 FROM core_calendar WHERE code = ?"};
inline constexpr db::Sql kAdd{"INSERT INTO core_calendar (code, name, is_own) VALUES (?, ?, 0)"};
inline constexpr db::Sql kStamp{"UPDATE core_calendar SET changed_at = ? WHERE id = ?"};
// What the clocks of a preview belong to. The ids come as one text, since a preview has any number.
inline constexpr db::Sql kItems{
    "SELECT i.id, i.code, IF(i.published_version IS NOT NULL OR (? = 1 AND i.supplied_at IS NOT NULL), i.title, ''), i.module FROM core_item i JOIN JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) j ON j.id = i.id"};
inline constexpr db::Sql kUnits{"SELECT id, short_name FROM core_unit"};

inline constexpr std::array kAllQueries{kCodeTaken, kAdd, kStamp, kItems, kUnits};

}  // namespace portal::admin::calendar_admin_sql
