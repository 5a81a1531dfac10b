// The statements of the section library: what publishing reads from the office's tables and writes to the published ones.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::news::sql {

// One version, with what the page shows of the item around it. What readers see stays in the section where it was posted, wherever the secretary has
// classified its working copy meanwhile (D11.1): the next posting moves it. Parameters: whether this is that posting, twice, version, item.
#define PORTAL_POSTED(COLUMN)                                                                                                              \
  "COALESCE((SELECT n." COLUMN " FROM news_published n WHERE n.item_id = i.id AND n.version = v.version AND ? = 0), i." COLUMN ")"
inline constexpr db::Sql kVersion{
    "SELECT v.title, v.summary, IF(v.author_line = '', p.full_name, v.author_line), v.source, v.event_at, v.place, v.starts_at, v.ends_at, "
    "v.registration, v.change_note, v.body_json, " PORTAL_POSTED("section_id") ", " PORTAL_POSTED("kind") ", u.name, a.slug, a.unlisted_at, i.archived_at, v.files_json "
    "FROM core_item i JOIN news_article a ON a.item_id = i.id JOIN news_article_version v ON v.item_id = i.id AND v.version = ? "
    "JOIN core_person p ON p.id = i.author_person JOIN core_unit u ON u.id = i.unit_id WHERE i.id = ? AND i.secrecy = ''"};
#undef PORTAL_POSTED

// The same for checking what is missing (D9.1b: the supplier's identity).
inline constexpr db::Sql kForProblems{
    "SELECT v.title, v.summary, v.source, v.event_at, v.place, v.starts_at, v.ends_at, v.body_json, s.event_at_required, p.full_name, p.email, p.phone "
    "FROM core_item i JOIN news_article_version v ON v.item_id = i.id AND v.version = ? JOIN core_section s ON s.id = i.section_id "
    "JOIN core_person p ON p.id = i.author_person WHERE i.id = ? AND i.secrecy = ''"};

// The section tree, as it is and kept from changing.
inline constexpr db::Sql kTree{"SELECT id, IFNULL(parent_id, 0), slug, is_hidden FROM core_section"};
inline constexpr db::Sql kHoldTree{"SELECT id, IFNULL(parent_id, 0), slug, is_hidden FROM core_section LOCK IN SHARE MODE"};

// The words of a version; of a hidden item (D12.3b) none, whoever asks. kReadHidden is for the act that ends hiding, and for `portal check`.
#define PORTAL_VERSION                                                                                                                       \
  "SELECT v.title, v.summary, v.author_line, v.source, v.event_at, v.place, v.starts_at, v.ends_at, v.registration, v.change_note, v.body_json, " \
  "v.section_id, v.files_json FROM news_article_version v JOIN core_item i ON i.id = v.item_id WHERE v.item_id = ? AND v.version = ? "
inline constexpr db::Sql kReadVersion{PORTAL_VERSION "AND i.secrecy = ''"};
inline constexpr db::Sql kReadHidden{PORTAL_VERSION};
#undef PORTAL_VERSION
inline constexpr db::Sql kHideGone{
    "UPDATE news_gone SET mode = 'gone', title = '', notice = '', redirect_to = '' WHERE item_id = ?"};
inline constexpr db::Sql kGoneOf{"SELECT slug, mode FROM news_gone WHERE item_id = ?"};
// The words of every version, after the trail has shown that two people wanted it (sql/news/0020).
inline constexpr db::Sql kPurgeVersions{"CALL news_purge_versions(?)"};
inline constexpr db::Sql kPurgeVersionFiles{"CALL news_purge_files(?)"};
inline constexpr db::Sql kPurgeFiles{"CALL core_purge_files(?)"};
// …and what came in and became the item.
inline constexpr db::Sql kPurgeIntake{"CALL core_purge_intake(?)"};
inline constexpr db::Sql kPurgeGone{"UPDATE news_gone SET slug = ? WHERE item_id = ?"};
inline constexpr db::Sql kBeginArticle{"INSERT INTO news_article (item_id, slug) VALUES (?, ?)"};
inline constexpr db::Sql kAddVersion{
    "INSERT INTO news_article_version (item_id, version, title, summary, author_line, source, event_at, place, starts_at, ends_at, registration, "
    "change_note, body_json, files_json, section_id) SELECT i.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, i.section_id FROM core_item i WHERE i.id = ?"};

// What readers were told of each posting after the first (D12.3), newest first.
inline constexpr db::Sql kAddChange{"INSERT INTO news_change (item_id, at, version, is_minor, note) VALUES (?, ?, ?, ?, ?)"};
inline constexpr db::Sql kChanges{"SELECT at, is_minor, note FROM news_change WHERE item_id = ? ORDER BY at DESC LIMIT 50"};
inline constexpr db::Sql kUpdatedAt{"SELECT updated_at FROM news_published WHERE item_id = ?"};
inline constexpr db::Sql kSetUnlisted{"UPDATE news_article SET unlisted_at = ? WHERE item_id = ?"};

inline constexpr db::Sql kPlaceOf{"SELECT section_id, kind FROM news_published WHERE item_id = ?"};
inline constexpr db::Sql kTitleOf{"SELECT title FROM news_published WHERE item_id = ?"};
inline constexpr db::Sql kSlugOf{"SELECT slug FROM news_article WHERE item_id = ?"};
inline constexpr db::Sql kSetSlug{"UPDATE news_article SET slug = ? WHERE item_id = ?"};
// Addresses of this site (content_check.h).
inline constexpr db::Sql kIsSectionPath{"SELECT 1 FROM site_section WHERE path = CONVERT(? USING ascii)"};
#define PORTAL_IS_ARTICLE                                                                            \
  "SELECT 1 FROM news_published p JOIN site_section s ON s.id = p.section_id WHERE p.slug = CONVERT(? USING ascii) " \
  "AND s.path = CONVERT(? USING ascii)"
inline constexpr db::Sql kIsArticle{PORTAL_IS_ARTICLE};
inline constexpr db::Sql kIsOtherArticle{PORTAL_IS_ARTICLE " AND p.item_id <> ?"};
#undef PORTAL_IS_ARTICLE
inline constexpr db::Sql kIsCalendarYear{
    "SELECT 1 FROM core_calendar c JOIN core_calendar_year y ON y.calendar_id = c.id WHERE c.is_own = 1 AND y.year = ?"};
inline constexpr db::Sql kIsSectionSlug{"SELECT 1 FROM core_section WHERE slug = ?"};

inline constexpr db::Sql kPutPublished{
    "INSERT INTO news_published (item_id, slug, section_id, kind, version, title, summary, author_line, source, unit_name, published_at, updated_at, "
    "event_at, place, starts_at, ends_at, registration, change_note, unlisted_at, archived_at, card_html) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE slug = VALUES(slug), section_id = VALUES(section_id), kind = VALUES(kind), version = VALUES(version), title = VALUES(title), "
    "summary = VALUES(summary), author_line = VALUES(author_line), source = VALUES(source), unit_name = VALUES(unit_name), "
    "published_at = VALUES(published_at), updated_at = VALUES(updated_at), event_at = VALUES(event_at), place = VALUES(place), "
    "starts_at = VALUES(starts_at), ends_at = VALUES(ends_at), registration = VALUES(registration), change_note = VALUES(change_note), "
    "unlisted_at = VALUES(unlisted_at), archived_at = VALUES(archived_at), card_html = VALUES(card_html)"};
// What readers may fetch of the article.
inline constexpr db::Sql kDropFiles{"DELETE FROM news_published_file WHERE item_id = ?"};
inline constexpr db::Sql kPutFile{
    "INSERT INTO news_published_file (file_id, variant, item_id, sha256, format, bytes) VALUES (?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kFilesOf{"SELECT file_id, variant, sha256, format, bytes FROM news_published_file WHERE item_id = ? ORDER BY file_id, variant"};
inline constexpr db::Sql kStrayFiles{
    "SELECT DISTINCT f.item_id FROM news_published_file f LEFT JOIN news_published p ON p.item_id = f.item_id WHERE p.item_id IS NULL ORDER BY f.item_id"};
inline constexpr db::Sql kPutBody{
    "INSERT INTO news_published_body (item_id, body_html, changes, attachments) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE body_html = VALUES(body_html), "
    "changes = VALUES(changes), attachments = VALUES(attachments)"};
inline constexpr db::Sql kPublishedAt{"SELECT published_at, section_id, slug FROM news_published WHERE item_id = ?"};
inline constexpr db::Sql kListedOf{"SELECT section_id, published_at FROM news_listed WHERE item_id = ? ORDER BY section_id"};
// The newest rows, not those of the transaction's beginning: what is taken off the counts is what is taken off the lists.
inline constexpr db::Sql kTakeListedOf{"SELECT section_id, published_at FROM news_listed WHERE item_id = ? ORDER BY section_id FOR UPDATE"};
inline constexpr db::Sql kList{"INSERT INTO news_listed (section_id, published_at, item_id) VALUES (?, ?, ?)"};
inline constexpr db::Sql kUnlist{"DELETE FROM news_listed WHERE item_id = ?"};
inline constexpr db::Sql kCountUp{
    "INSERT INTO news_month (section_id, month, articles) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE articles = articles + 1"};
inline constexpr db::Sql kCountDown{"UPDATE news_month SET articles = articles - 1 WHERE section_id = ? AND month = ? AND articles > 0"};
inline constexpr db::Sql kDropEmptyMonth{"DELETE FROM news_month WHERE section_id = ? AND month = ? AND articles = 0"};
// The same for every article of a section at once (relist.cpp).
#define PORTAL_SECTION_MONTHS                                                                                                          \
  "SELECT l.section_id, DATE_FORMAT(l.published_at + INTERVAL 7 HOUR, '%Y-%m') AS month, COUNT(*) AS articles "                            \
  "FROM news_published p JOIN news_listed l ON l.item_id = p.item_id WHERE p.section_id = ? GROUP BY 1, 2"
inline constexpr db::Sql kCountDownSection{
    "UPDATE news_month m JOIN (" PORTAL_SECTION_MONTHS ") c ON c.section_id = m.section_id AND c.month = m.month "
    "SET m.articles = IF(m.articles > c.articles, m.articles - c.articles, 0)"};
inline constexpr db::Sql kCountUpSection{
    "INSERT INTO news_month (section_id, month, articles) SELECT c.section_id, c.month, c.articles FROM (" PORTAL_SECTION_MONTHS ") c "
    "ON DUPLICATE KEY UPDATE articles = news_month.articles + VALUES(articles)"};
#undef PORTAL_SECTION_MONTHS
inline constexpr db::Sql kUnlistSection{"DELETE l FROM news_published p JOIN news_listed l ON l.item_id = p.item_id WHERE p.section_id = ?"};
inline constexpr db::Sql kListSection{
    "INSERT INTO news_listed (section_id, published_at, item_id) SELECT ?, published_at, item_id FROM news_published "
    "WHERE section_id = ? AND unlisted_at IS NULL AND archived_at IS NULL AND (? <> 0 OR kind <> 'page')"};
inline constexpr db::Sql kDropEmptyMonths{"DELETE FROM news_month WHERE articles = 0"};
inline constexpr db::Sql kDropBody{"DELETE FROM news_published_body WHERE item_id = ?"};
inline constexpr db::Sql kDropPublished{"DELETE FROM news_published WHERE item_id = ?"};
inline constexpr db::Sql kDropGone{"DELETE FROM news_gone WHERE slug = ?"};
inline constexpr db::Sql kPutGone{
    "INSERT INTO news_gone (slug, item_id, mode, title, notice, redirect_to, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON DUPLICATE KEY UPDATE item_id = VALUES(item_id), mode = VALUES(mode), title = VALUES(title), notice = VALUES(notice), "
    "redirect_to = VALUES(redirect_to), withdrawn_at = VALUES(withdrawn_at)"};

inline constexpr db::Sql kSetArchived{"UPDATE news_published SET archived_at = ? WHERE item_id = ?"};

// The next newer of the section, kRelated of them: their pages show the article under "Cùng chuyên mục".
inline constexpr db::Sql kNewerNeighbours{
    "SELECT slug FROM news_published WHERE section_id = ? AND unlisted_at IS NULL AND archived_at IS NULL AND published_at >= ? AND (published_at > ? OR item_id > ?) "
    "ORDER BY published_at, item_id LIMIT ?"};

// The next older of a place in a section (kRelated), and the article there with the next newer (kRelated + 1); related.cpp. Kept from changing until
// the act ends.
#define PORTAL_OLDER_NEIGHBOURS                                                                                            \
  "SELECT item_id, slug, title, published_at FROM news_published WHERE section_id = ? AND unlisted_at IS NULL AND archived_at IS NULL AND published_at <= ? " \
  "AND (published_at < ? OR item_id < ?) ORDER BY published_at DESC, item_id DESC LIMIT ?"
inline constexpr db::Sql kOlderNeighbours{PORTAL_OLDER_NEIGHBOURS};
inline constexpr db::Sql kTakeOlderNeighbours{PORTAL_OLDER_NEIGHBOURS " LOCK IN SHARE MODE"};
#undef PORTAL_OLDER_NEIGHBOURS
inline constexpr db::Sql kTakeFromHere{
    "SELECT item_id, slug, title, published_at FROM news_published WHERE section_id = ? AND unlisted_at IS NULL AND archived_at IS NULL AND published_at >= ? "
    "AND (published_at > ? OR item_id >= ?) ORDER BY published_at, item_id LIMIT ? LOCK IN SHARE MODE"};
inline constexpr db::Sql kSetRelated{"UPDATE news_published_body SET related = ? WHERE item_id = ?"};

// rebuild and compare: posted items in blocks, by id.
inline constexpr db::Sql kPosted{
    "SELECT i.id, i.published_version, i.published_at, "
    "(SELECT MAX(a.at) FROM core_audit a WHERE a.chain = CONCAT('item:', i.id) AND a.action IN ('publish', 'publish_urgent') "
    "AND NOT EXISTS (SELECT 1 FROM news_change c WHERE c.item_id = i.id AND c.at = a.at AND c.is_minor = 1)) "
    "FROM core_item i WHERE i.module = 'news' AND i.published_version IS NOT NULL AND i.published_at IS NOT NULL AND i.id > ? ORDER BY i.id LIMIT 200"};
// The same of the articles that have a file.
inline constexpr db::Sql kPostedWith{
    "SELECT i.id, i.published_version, i.published_at, "
    "(SELECT MAX(a.at) FROM core_audit a WHERE a.chain = CONCAT('item:', i.id) AND a.action IN ('publish', 'publish_urgent') "
    "AND NOT EXISTS (SELECT 1 FROM news_change c WHERE c.item_id = i.id AND c.at = a.at AND c.is_minor = 1)) "
    "FROM core_item i WHERE i.module = 'news' AND i.published_version IS NOT NULL AND i.published_at IS NOT NULL "
    "AND i.id IN (SELECT u.item_id FROM core_item_file u WHERE u.file_id = ?) ORDER BY i.id"};
inline constexpr db::Sql kLockPosted{
    "SELECT published_version FROM core_item WHERE id = ? AND published_version IS NOT NULL FOR UPDATE"};
inline constexpr db::Sql kOrphans{
    "SELECT p.item_id FROM news_published p LEFT JOIN core_item i ON i.id = p.item_id AND i.module = 'news' AND i.published_version IS NOT NULL "
    "WHERE i.id IS NULL ORDER BY p.item_id"};
inline constexpr db::Sql kStrayListed{
    "SELECT l.section_id, l.item_id FROM news_listed l LEFT JOIN news_published p ON p.item_id = l.item_id WHERE p.item_id IS NULL ORDER BY l.item_id"};
inline constexpr db::Sql kDropMonths{"DELETE FROM news_month"};
inline constexpr db::Sql kCountMonths{
    "INSERT INTO news_month (section_id, month, articles) SELECT section_id, DATE_FORMAT(published_at + INTERVAL 7 HOUR, '%Y-%m'), COUNT(*) "
    "FROM news_listed GROUP BY 1, 2"};
inline constexpr db::Sql kWrongMonths{
    "SELECT c.section_id, c.month, c.articles, IFNULL(m.articles, 0) FROM (SELECT section_id, DATE_FORMAT(published_at + INTERVAL 7 HOUR, '%Y-%m') AS month, "
    "COUNT(*) AS articles FROM news_listed GROUP BY 1, 2) c LEFT JOIN news_month m ON m.section_id = c.section_id AND m.month = c.month "
    "WHERE m.articles IS NULL OR m.articles <> c.articles"};
inline constexpr db::Sql kMonthsOfNothing{
    "SELECT m.section_id, m.month, m.articles FROM news_month m WHERE NOT EXISTS (SELECT 1 FROM news_listed l WHERE l.section_id = m.section_id "
    "AND l.published_at >= CONCAT(m.month, '-01') - INTERVAL 7 HOUR AND l.published_at < CONCAT(m.month, '-01') + INTERVAL 1 MONTH - INTERVAL 7 HOUR)"};
inline constexpr db::Sql kPublishedRow{
    "SELECT p.slug, p.section_id, p.kind, p.version, p.title, p.summary, p.author_line, p.source, p.unit_name, p.published_at, p.updated_at, p.event_at, "
    "p.place, p.starts_at, p.ends_at, p.registration, p.change_note, IFNULL(b.body_html, ''), IFNULL(b.related, ''), IFNULL(b.changes, ''), p.unlisted_at, "
    "p.archived_at, p.card_html, IFNULL(b.attachments, '') FROM news_published p LEFT JOIN news_published_body b ON b.item_id = p.item_id WHERE p.item_id = ?"};

inline constexpr std::array kAllQueries{
    kReadVersion, kReadHidden, kHideGone, kGoneOf, kPurgeVersions, kPurgeVersionFiles, kPurgeFiles, kPurgeIntake,
    kDropFiles, kPutFile, kFilesOf, kStrayFiles, kPurgeGone, kIsOtherArticle, kSetArchived,
    kIsSectionPath, kIsArticle,    kIsCalendarYear, kAddChange,    kChanges,          kUpdatedAt,      kSetUnlisted,
    kBeginArticle,     kAddVersion,     kVersion,       kForProblems, kTree,            kHoldTree,   kTakeListedOf, kCountDownSection,
    kUnlistSection, kListSection,     kCountUpSection, kDropEmptyMonths, kPlaceOf,  kTitleOf, kSlugOf,
    kSetSlug,         kIsSectionSlug, kPutPublished, kPutBody,
    kPublishedAt,  kListedOf,         kList,           kUnlist,        kCountUp,     kCountDown,       kDropEmptyMonth, kDropBody,  kDropPublished,
    kDropGone,     kPutGone,          kNewerNeighbours, kOlderNeighbours, kTakeOlderNeighbours, kTakeFromHere, kSetRelated, kPosted, kPostedWith,
    kLockPosted,   kOrphans,          kStrayListed,    kDropMonths,    kCountMonths, kWrongMonths,     kMonthsOfNothing, kPublishedRow};

}  // namespace portal::news::sql
