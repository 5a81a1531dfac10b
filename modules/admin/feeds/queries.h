// Every SQL statement of the page of channels that are read, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::feed_sql {

#define PORTAL_FEED_SOURCE                                                                                                                           \
  "SELECT s.id, s.name, s.address, s.contact_name, s.contact_address, s.contact_phone, s.contact_place, s.section_id, COALESCE(c.title, ''), s.unit_id, " \
  "s.every_minutes, DATE_FORMAT(s.valid_from, '%d/%m/%Y'), COALESCE(DATE_FORMAT(s.valid_to, '%d/%m/%Y'), ''), s.is_on, s.row_version, t.next_at, t.read_at, t.tried_at, " \
  "COALESCE(t.failures, 0), COALESCE(t.last_error, ''), (SELECT COUNT(*) FROM core_feed_entry e WHERE e.source_id = s.id AND e.intake_id IS NOT NULL) "   \
  "FROM core_feed_source s LEFT JOIN core_feed_state t ON t.source_id = s.id LEFT JOIN core_section c ON c.id = s.section_id "
inline constexpr db::Sql kSources{PORTAL_FEED_SOURCE "ORDER BY s.is_on DESC, s.name, s.id LIMIT 500"};
inline constexpr db::Sql kSource{PORTAL_FEED_SOURCE "WHERE s.id = ?"};
#undef PORTAL_FEED_SOURCE
inline constexpr db::Sql kHoldSource{"SELECT row_version FROM core_feed_source WHERE id = ? FOR UPDATE"};
inline constexpr db::Sql kHasAddress{"SELECT 1 FROM core_feed_source WHERE address = ? AND id <> ?"};
inline constexpr db::Sql kAddSource{
    "INSERT INTO core_feed_source (name, address, contact_name, contact_address, contact_phone, contact_place, section_id, unit_id, every_minutes, valid_from, valid_to, "
    "is_on, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kSaveSource{
    "UPDATE core_feed_source SET name = ?, address = ?, contact_name = ?, contact_address = ?, contact_phone = ?, contact_place = ?, section_id = ?, unit_id = ?, "
    "every_minutes = ?, valid_from = ?, valid_to = ?, is_on = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ?"};
// Read now, whatever was planned; what its server said of the last version is forgotten, so that everything is looked at again.
inline constexpr db::Sql kReadNow{
    "INSERT INTO core_feed_state (source_id, address, next_at) SELECT id, address, ? FROM core_feed_source WHERE id = ? "
    "ON DUPLICATE KEY UPDATE next_at = VALUES(next_at), etag = '', last_modified = ''"};
inline constexpr db::Sql kFeedSections{"SELECT id, title FROM core_section WHERE kind = 'article_list' AND is_hidden = 0 ORDER BY position, id"};
inline constexpr db::Sql kFeedUnits{
    "SELECT id, name FROM core_unit WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY kind = 'local', position, id"};

inline constexpr std::array kAllQueries{kSources, kSource, kHoldSource, kHasAddress, kAddSource, kSaveSource, kReadNow, kFeedSections, kFeedUnits};

}  // namespace portal::admin::feed_sql
