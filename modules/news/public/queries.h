// Every statement of the public face: the published tables and nothing else.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::news {

// The whole page in one row (related.h).
inline constexpr db::Sql kArticle{
    "SELECT p.item_id, p.slug, p.section_id, p.title, p.summary, p.unit_name, p.published_at, p.updated_at, p.starts_at, p.place, "
    "p.kind, p.author_line, p.source, p.event_at, p.ends_at, p.registration, p.change_note, b.body_html, b.related, b.changes, p.unlisted_at, "
    "p.archived_at, b.attachments "
    "FROM news_published p JOIN news_published_body b ON b.item_id = p.item_id WHERE p.slug = ?"};

// The leading picture of one article, as a card shows it.
inline constexpr db::Sql kCard{"SELECT card_html FROM news_published WHERE item_id = ?"};

// A picture or attachment of something that is posted.
inline constexpr db::Sql kFile{"SELECT sha256, format FROM news_published_file WHERE file_id = ? AND variant = CONVERT(? USING ascii)"};

// By its slug, or by what is left of it after a purge.
inline constexpr db::Sql kGone{"SELECT mode, title, notice, redirect_to, withdrawn_at FROM news_gone WHERE slug IN (?, ?)"};

// A page of a list, newest first: everything of the section in [from, before) by (published_at, item_id). The form with <= and OR walks the primary key
// to the place at any depth; the tuple form reads the whole list (architecture: "The database").
inline constexpr db::Sql kListOlder{
    "SELECT p.item_id, p.slug, p.section_id, p.title, p.summary, p.unit_name, p.published_at, p.updated_at, p.starts_at, p.place "
    "FROM news_listed l STRAIGHT_JOIN news_published p ON p.item_id = l.item_id WHERE l.section_id = ? AND l.published_at >= ? AND l.published_at <= ? "
    "AND (l.published_at < ? OR l.item_id < ?) ORDER BY l.published_at DESC, l.item_id DESC LIMIT ?"};

// The nearest newer ones, oldest first: (after, before_end).
inline constexpr db::Sql kListNewer{
    "SELECT p.item_id, p.slug, p.section_id, p.title, p.summary, p.unit_name, p.published_at, p.updated_at, p.starts_at, p.place "
    "FROM news_listed l STRAIGHT_JOIN news_published p ON p.item_id = l.item_id WHERE l.section_id = ? AND l.published_at < ? AND l.published_at >= ? "
    "AND (l.published_at > ? OR l.item_id > ?) ORDER BY l.published_at, l.item_id LIMIT ?"};

inline constexpr db::Sql kMonths{"SELECT month, articles FROM news_month WHERE section_id = ? ORDER BY month DESC"};

inline constexpr db::Sql kSiteMapMonth{
    "SELECT p.slug, p.section_id, p.updated_at FROM news_listed l STRAIGHT_JOIN news_published p ON p.item_id = l.item_id "
    "WHERE l.section_id = 0 AND l.published_at >= ? AND l.published_at < ? ORDER BY l.published_at, l.item_id LIMIT 50000"};

// A one-time link by which a sender completes their data (D9.1b), by the digest of its secret; and what they wrote, once for each link.
inline constexpr db::Sql kSenderLink{"SELECT code, missing, expires_at FROM core_intake_link WHERE token_digest = ? AND expires_at > ?"};
inline constexpr db::Sql kAddSenderData{
    "INSERT INTO core_intake_answer (token_digest, name, phone, place, organisation, position, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?)"};
// Into the inbox of the public form, once for each question (D7.3); what a receipt's owner is told; and where a posted item stands.
inline constexpr db::Sql kAddContribution{
    "INSERT IGNORE INTO core_intake_web (nonce, track_digest, code, content_digest, name, address, phone, place, organisation, position, title, text, event_at, "
    "files, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kTrack{"SELECT core_track_intake(?)"};
inline constexpr db::Sql kPlaceOfItem{"SELECT slug, title, section_id FROM news_published WHERE item_id = ?"};
// How much the disk of what comes in must have left.
inline constexpr db::Sql kSiteSetting{"SELECT value FROM site_setting WHERE name = ?"};
// Into the inbox of reports (D9.3f); the same report twice is one.
inline constexpr db::Sql kAddReport{"INSERT IGNORE INTO news_report (item_id, digest, note, contact, received_at) VALUES (?, ?, ?, ?, ?)"};

// When the agency works and the regulation's time limits (published by admin; docs/decisions/0018).
inline constexpr db::Sql kCalendar{"SELECT code, name, changed_at FROM site_calendar"};
inline constexpr db::Sql kCalendarHours{
    "SELECT weekday, opens_minute, closes_minute, valid_from, valid_to, source FROM site_calendar_hours ORDER BY weekday, valid_from, opens_minute"};
inline constexpr db::Sql kCalendarYears{"SELECT year, announcement, entered_at FROM site_calendar_year ORDER BY year"};
inline constexpr db::Sql kCalendarDays{"SELECT day, kind, name, source, hours FROM site_calendar_day ORDER BY day, kind"};
inline constexpr db::Sql kDuties{
    "SELECT id, code, clause, title, valid_from, valid_to, start_event, amount, unit, window_kind, first_week, roll_forward, note FROM site_duty "
    "ORDER BY id"};

inline constexpr std::array kAllQueries{kArticle, kCard, kFile, kGone, kSenderLink, kAddSenderData, kAddReport,
                                        kAddContribution, kTrack, kPlaceOfItem, kSiteSetting,
                                        kListOlder, kListNewer, kMonths, kSiteMapMonth, kCalendar, kCalendarHours, kCalendarYears,
                                        kCalendarDays, kDuties};

}  // namespace portal::news
