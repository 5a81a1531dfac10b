// Every SQL statement of the site publisher, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::site_sql {

// The newest rows, kept from changing until the act ends: two acts at once must not each publish the site without the other.
inline constexpr db::Sql kSections{
    "SELECT id, parent_id, slug, is_hidden, title, short_title, item_kind, clause, kind, description, position FROM core_section ORDER BY id "
    "LOCK IN SHARE MODE"};
inline constexpr db::Sql kOldSlugs{"SELECT section_id, slug FROM core_section_address ORDER BY section_id, slug LOCK IN SHARE MODE"};
inline constexpr db::Sql kOldPaths{"SELECT section_id, path FROM core_section_path ORDER BY section_id, path LOCK IN SHARE MODE"};
inline constexpr db::Sql kSettings{"SELECT name, value FROM core_setting ORDER BY name LOCK IN SHARE MODE"};

inline constexpr db::Sql kDeleteSections{"DELETE FROM site_section"};
inline constexpr db::Sql kDeleteHiddenSections{"DELETE FROM site_hidden_section"};
inline constexpr db::Sql kDeleteRedirects{"DELETE FROM site_section_redirect"};
inline constexpr db::Sql kDeleteUnits{"DELETE FROM site_unit"};
inline constexpr db::Sql kDeletePeople{"DELETE FROM site_person"};
inline constexpr db::Sql kDeleteSettings{"DELETE FROM site_setting"};

inline constexpr db::Sql kAddSection{
    "INSERT INTO site_section (id, parent_id, slug, path, title, short_title, item_kind, clause, kind, description, position) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddHiddenSection{"INSERT INTO site_hidden_section (id, parent_id, path, title) VALUES (?, ?, ?, ?)"};
inline constexpr db::Sql kAddRedirect{"INSERT INTO site_section_redirect (path, section_id) VALUES (?, ?)"};
inline constexpr db::Sql kAddSetting{"INSERT INTO site_setting (name, value) VALUES (?, ?)"};

// Units from their first day on until they end, which the scheduler writes down on the day; those that ended apart, with who goes on with their work; the
// directory names only people who are public (D5.1).
#define PORTAL_PUBLIC_UNITS                                                                                                          \
  "SELECT id, name, short_name, kind, phone, email, functions, position FROM core_unit WHERE valid_to IS NULL "                       \
  "AND valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)"
#define PORTAL_FORMER_UNITS                                                                                                          \
  "SELECT u.id, u.name, u.valid_to, u.merged_into, COALESCE(n.name, ''), u.position FROM core_unit u LEFT JOIN core_unit n "          \
  "ON n.id = u.merged_into WHERE u.valid_to IS NOT NULL"
#define PORTAL_PUBLIC_PEOPLE \
  "SELECT id, full_name, job_title, unit_id, phone, email, bio, is_leader, position FROM core_person WHERE is_public = 1"
inline constexpr db::Sql kAddUnits{"INSERT INTO site_unit (id, name, short_name, kind, phone, email, functions, position) " PORTAL_PUBLIC_UNITS};
inline constexpr db::Sql kDeleteFormerUnits{"DELETE FROM site_former_unit"};
inline constexpr db::Sql kAddFormerUnits{"INSERT INTO site_former_unit (id, name, ended_on, into_id, into_name, position) " PORTAL_FORMER_UNITS};
inline constexpr db::Sql kAddPeople{
    "INSERT INTO site_person (id, full_name, job_title, unit_id, phone, email, bio, is_leader, position) " PORTAL_PUBLIC_PEOPLE};

// For the comparison: each row as one line of text, made alike on both sides.
inline constexpr db::Sql kUnitsWanted{
    "SELECT CONCAT_WS('|', u.id, u.name, u.short_name, u.kind, u.phone, u.email, u.functions, u.position) FROM (" PORTAL_PUBLIC_UNITS ") u ORDER BY u.id"};
inline constexpr db::Sql kUnitsPublished{
    "SELECT CONCAT_WS('|', id, name, short_name, kind, phone, email, functions, position) FROM site_unit ORDER BY id"};
inline constexpr db::Sql kFormerUnitsWanted{
    "SELECT CONCAT_WS('|', u.id, u.name, u.valid_to, COALESCE(u.merged_into, 0), u.into_name, u.position) FROM (SELECT f.id, f.name, f.valid_to, f.merged_into, "
    "COALESCE(n.name, '') AS into_name, f.position FROM core_unit f LEFT JOIN core_unit n ON n.id = f.merged_into WHERE f.valid_to IS NOT NULL) u ORDER BY u.id"};
inline constexpr db::Sql kFormerUnitsPublished{
    "SELECT CONCAT_WS('|', id, name, ended_on, COALESCE(into_id, 0), into_name, position) FROM site_former_unit ORDER BY id"};
inline constexpr db::Sql kPeopleWanted{
    "SELECT CONCAT_WS('|', p.id, p.full_name, p.job_title, COALESCE(p.unit_id, 0), p.phone, p.email, p.bio, p.is_leader, p.position) "
    "FROM (" PORTAL_PUBLIC_PEOPLE ") p ORDER BY p.id"};
inline constexpr db::Sql kPeoplePublished{
    "SELECT CONCAT_WS('|', id, full_name, job_title, COALESCE(unit_id, 0), phone, email, bio, is_leader, position) FROM site_person ORDER BY id"};
inline constexpr db::Sql kSectionsPublished{
    "SELECT CONCAT_WS('|', id, COALESCE(parent_id, 0), slug, path, title, short_title, item_kind, clause, kind, description, position) FROM site_section ORDER BY id"};
inline constexpr db::Sql kHiddenSectionsPublished{
    "SELECT CONCAT_WS('|', id, COALESCE(parent_id, 0), path, title) FROM site_hidden_section ORDER BY id"};
inline constexpr db::Sql kRedirectsPublished{"SELECT CONCAT_WS('|', path, section_id) FROM site_section_redirect ORDER BY path"};
inline constexpr db::Sql kSettingsPublished{"SELECT CONCAT_WS('|', name, value) FROM site_setting ORDER BY name"};

#undef PORTAL_PUBLIC_UNITS
#undef PORTAL_FORMER_UNITS
#undef PORTAL_PUBLIC_PEOPLE

// What the scheduler writes when a unit begins or ends.
inline constexpr std::array kUnitQueries{kDeleteUnits, kAddUnits, kDeleteFormerUnits, kAddFormerUnits, kDeletePeople, kAddPeople};

inline constexpr std::array kAllQueries{kSections, kOldSlugs, kOldPaths, kSettings, kDeleteSections, kDeleteHiddenSections, kDeleteRedirects, kDeleteUnits,
                                        kDeletePeople, kDeleteFormerUnits, kAddFormerUnits, kFormerUnitsWanted, kFormerUnitsPublished, kDeleteSettings,
                                        kAddSection, kAddHiddenSection, kAddRedirect, kAddSetting, kAddUnits, kAddPeople,
                                        kUnitsWanted, kUnitsPublished, kPeopleWanted, kPeoplePublished, kSectionsPublished, kHiddenSectionsPublished,
                                        kRedirectsPublished, kSettingsPublished};

}  // namespace portal::admin::site_sql
