// The office face's statements beside those of the section library.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::news::office_sql {

// A list of items the actor may see, newest act first. A filter is a flag (0: not set) and its value; the cursor of the first page is far in the future.
// A code is ASCII and what is looked for may not be: without CONVERT such a comparison is an error.
// May-see is the same rule as workflow::may_see: who sees the board's work walks along all items; everybody else has the own ones and those of each unit
// that they head, any number of units. core_item comes first (STRAIGHT_JOIN), along the index that has the order of
// the list, whatever is known of the tables' sizes at the moment: a list is cut at its 31st row and never sorted.
#define PORTAL_NEWS_COLUMNS(INDEX)                                                                                                                \
  "SELECT STRAIGHT_JOIN i.id, i.code, i.title, i.kind, i.state, i.state_since, s.title, u.short_name, p.full_name, COALESCE(h.full_name, ''), " \
  "i.published_version IS NOT NULL FROM core_item i FORCE INDEX (" INDEX ") JOIN core_section s FORCE INDEX (PRIMARY) ON s.id = i.section_id "       \
  "JOIN core_unit u FORCE INDEX (PRIMARY) ON u.id = i.unit_id "                                                              \
  "JOIN core_person p FORCE INDEX (PRIMARY) ON p.id = i.author_person LEFT JOIN core_person h FORCE INDEX (PRIMARY) ON h.id = IF(i.state = 'editing', i.assigned_to, i.checked_by) " \
  "WHERE i.module = 'news' AND i.state_since <= ? AND (i.state_since < ? OR i.id < ?) "
#define PORTAL_NEWS_FILTER                                                                                                                 \
  "AND (? = 0 OR i.state = ?) AND (? = 0 OR i.section_id = ?) AND (? = 0 OR i.unit_id = ?) AND (? = 0 OR i.author_person = ?) "            \
  "AND (? = 0 OR i.title LIKE ? COLLATE utf8mb4_uca1400_ai_ci OR i.code = CONVERT(? USING ascii)) "                                        \
  "ORDER BY i.state_since DESC, i.id DESC LIMIT 31"
#define PORTAL_NEWS_NO_DRAFT "(i.state NOT IN ('draft', 'discarded') OR i.published_version IS NOT NULL) "
inline constexpr db::Sql kListBoard{
    PORTAL_NEWS_COLUMNS("core_item_module, core_item_state") "AND (i.author_person = ? OR i.supplied_at IS NOT NULL OR i.published_version IS NOT NULL "
                        "OR (" PORTAL_NEWS_NO_DRAFT "AND FIND_IN_SET(i.unit_id, ?))) " PORTAL_NEWS_FILTER};
inline constexpr db::Sql kListOwn{PORTAL_NEWS_COLUMNS("core_item_author") "AND i.author_person = ? " PORTAL_NEWS_FILTER};
inline constexpr db::Sql kListUnit{PORTAL_NEWS_COLUMNS("core_item_unit_since, core_item_unit") "AND i.unit_id = ? AND " PORTAL_NEWS_NO_DRAFT PORTAL_NEWS_FILTER};
#undef PORTAL_NEWS_COLUMNS
#undef PORTAL_NEWS_FILTER
#undef PORTAL_NEWS_NO_DRAFT

inline constexpr db::Sql kSections{
    "SELECT s.id, s.title, s.item_kind, s.parent_id, s.event_at_required, s.kind FROM core_section s LEFT JOIN core_section p ON p.id = s.parent_id "
    "ORDER BY COALESCE(p.position, s.position), COALESCE(p.id, s.id), s.parent_id IS NOT NULL, s.position, s.id"};
inline constexpr db::Sql kUnits{"SELECT id, name FROM core_unit WHERE valid_to IS NULL ORDER BY position, id"};

// The page of what must be looked at again (D9.3f, D12.3, D13.2, D13.3, D15.3). Each statement walks an index of the few items that there are of its kind.
#define PORTAL_REVIEW_COLUMNS "SELECT i.id, i.code, i.title, s.title, u.short_name, "
#define PORTAL_REVIEW_JOINS " JOIN core_section s ON s.id = i.section_id JOIN core_unit u ON u.id = i.unit_id "
inline constexpr db::Sql kAwaiting{
    PORTAL_REVIEW_COLUMNS "i.state_since FROM core_item i FORCE INDEX (core_item_awaits)" PORTAL_REVIEW_JOINS
    "WHERE i.awaits = ? AND i.module = 'news' ORDER BY i.state_since LIMIT 100"};
inline constexpr db::Sql kFlagged{
    PORTAL_REVIEW_COLUMNS "i.flagged_at FROM core_item i FORCE INDEX (core_item_flagged)" PORTAL_REVIEW_JOINS
    "WHERE i.unit_id = ? AND i.flagged_at IS NOT NULL AND i.module = 'news' ORDER BY i.flagged_at LIMIT 100"};
inline constexpr db::Sql kAllUnits{"SELECT id FROM core_unit ORDER BY position, id"};
inline constexpr db::Sql kReviewDue{
    PORTAL_REVIEW_COLUMNS "c.due_at FROM core_clock c JOIN core_duty d ON d.id = c.duty_id AND d.code = 'D13.3' JOIN core_item i ON i.id = c.item_id"
    PORTAL_REVIEW_JOINS "WHERE c.state = 'open' AND c.due_at <= ? AND c.amber_at <= ? AND i.module = 'news' ORDER BY c.due_at LIMIT 100"};
// Sections with a retention in force on a day, given twice (D13.2).
inline constexpr db::Sql kRetention{
    "SELECT s.id, r.retention_months, r.document_number FROM core_section s JOIN core_section_rule r ON r.id = (SELECT q.id FROM core_section_rule q "
    "WHERE q.section_id = s.id AND q.revoked_at IS NULL AND q.valid_from <= ? AND (q.valid_to IS NULL OR q.valid_to >= ?) "
    "ORDER BY q.valid_from DESC, q.id DESC LIMIT 1) WHERE r.retention_months > 0"};
inline constexpr db::Sql kRetentionDue{
    PORTAL_REVIEW_COLUMNS "i.published_at FROM core_item i" PORTAL_REVIEW_JOINS
    "WHERE i.section_id = ? AND i.state = 'published' AND i.module = 'news' AND i.published_at <= ? - INTERVAL ? MONTH ORDER BY i.published_at LIMIT 50"};
#undef PORTAL_REVIEW_COLUMNS
#undef PORTAL_REVIEW_JOINS
inline constexpr db::Sql kReports{
    "SELECT r.id, r.item_id, i.code, i.title, r.note, r.contact, r.received_at FROM news_report r JOIN core_item i ON i.id = r.item_id AND i.secrecy = '' "
    "WHERE r.state = 'new' ORDER BY r.received_at LIMIT 50"};
inline constexpr db::Sql kReport{"SELECT item_id, note FROM news_report WHERE id = ? AND state = 'new' FOR UPDATE"};
inline constexpr db::Sql kDecideReport{"UPDATE news_report SET state = ?, decided_by = ?, decided_at = ? WHERE id = ? AND state = 'new'"};

inline constexpr db::Sql kVersionBy{
    "SELECT p.full_name, v.created_at FROM core_item_version v JOIN core_person p ON p.id = v.person_id WHERE v.item_id = ? AND v.version = ?"};
inline constexpr db::Sql kVersionsBy{
    "SELECT v.version, p.full_name, v.created_at FROM core_item_version v JOIN core_person p ON p.id = v.person_id WHERE v.item_id = ? "
    "ORDER BY v.version DESC"};

// Which section and unit were entered with the channel that a thing of the register came by (D3.2d).
inline constexpr db::Sql kFeedHint{
    "SELECT s.section_id, s.unit_id FROM core_feed_entry e JOIN core_feed_source s ON s.id = e.source_id WHERE e.intake_id = ?"};

inline constexpr std::array kAllQueries{kListBoard, kListOwn, kListUnit, kSections, kUnits, kFeedHint, kAwaiting, kFlagged, kAllUnits,
                                        kReviewDue, kRetention, kRetentionDue, kReports, kReport, kDecideReport, kVersionBy, kVersionsBy};

}  // namespace portal::news::office_sql
