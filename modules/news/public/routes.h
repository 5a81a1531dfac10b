// The public face's contents page. First match wins; the last row takes every other address and looks the section or article up.
#pragma once

#include "modules/news/public/calendar.h"
#include "modules/news/public/contribution.h"
#include "modules/news/public/handlers.h"

namespace portal::news {

using http::Cache;
using http::Method;

inline constexpr server::Route<App> kRoutes[] = {
    {Method::Get, "/", http::kPublic, Cache::Page, {}, "home", show_home},
    {Method::Get, "/_fragment/news/latest", http::kInternal, Cache::Page, {}, "latest", show_latest},
    {Method::Get, "/_fragment/news/section/{slug}", http::kInternal, Cache::Page, {}, "section-fragment", show_section_fragment},

    {Method::Get, "/rss.xml", http::kPublic, Cache::Page, {}, "site-rss", show_site_rss},
    {Method::Get, "/atom.xml", http::kPublic, Cache::Page, {}, "site-atom", show_site_atom},
    {Method::Get, "/robots.txt", http::kPublic, Cache::Page, {}, "robots", show_robots},
    {Method::Get, "/sitemap.xml", http::kPublic, Cache::Page, {}, "site-map-index", show_site_map_index},
    {Method::Get, "/sitemap/trang.xml", http::kPublic, Cache::Page, {}, "site-map-pages", show_site_map_pages},
    {Method::Get, "/sitemap/{month}.xml", http::kPublic, Cache::Page, {}, "site-map-month", show_site_map_month},

    {Method::Get, "/gioi-thieu/co-cau-to-chuc", http::kPublic, Cache::Page, {}, "organisation", show_organisation},
    {Method::Get, "/gioi-thieu/lanh-dao", http::kPublic, Cache::Page, {}, "leaders", show_leaders},
    {Method::Get, "/gioi-thieu/danh-ba", http::kPublic, Cache::Page, {}, "directory", show_directory},
    {Method::Get, "/lich-lam-viec", http::kPublic, Cache::Page, {}, "calendar", show_calendar},
    {Method::Get, "/lich-lam-viec/{year#}", http::kPublic, Cache::Page, {}, "calendar-year", show_calendar_year},
    {Method::Get, "/lich-lam-viec.ics", http::kPublic, Cache::Page, {}, "calendar-ics", show_calendar_ics},
    {Method::Get, "/api/v1/lich-lam-viec/{year#}.json", http::kPublic, Cache::Page, {}, "calendar-json", show_calendar_json},
    {Method::Get, "/tinh-thoi-han", http::kPublic, Cache::Page, {}, "deadline", show_deadline_form},
    // Any number of addresses: nginx sends them past its cache (nginx/sections-available/public-news.conf).
    {Method::Get, "/tinh-thoi-han/ket-qua", http::kPublic, Cache::NoStore, {"quy-dinh", "so", "don-vi", "tu"}, "deadline-answer", show_deadline},
    // Pictures of posted articles name their bytes in the address; an attachment's address stays when it is replaced.
    {Method::Get, "/tep/{file#}/{name}.webp", http::kPublic, Cache::File, {}, "file-webp", show_file},
    {Method::Get, "/tep/{file#}/{name}.jpg", http::kPublic, Cache::File, {}, "file-jpeg", show_file},
    {Method::Get, "/tep/{file#}/{name}.pdf", http::kPublic, Cache::NoStore, {}, "file-pdf", show_download},
    {Method::Get, "/so-do-trang", http::kPublic, Cache::Page, {}, "site-map", show_site_map},
    {Method::Get, "/kenh-tin", http::kPublic, Cache::Page, {}, "feed-list", show_feed_list},
    {Method::Get, "/tuyen-bo-kha-nang-tiep-can", http::kPublic, Cache::Page, {}, "accessibility", show_accessibility},
    {Method::Get, "/bao-ve-du-lieu-ca-nhan", http::kPublic, Cache::Page, {}, "privacy", show_privacy},
    {Method::Get, "/en/", http::kPublic, Cache::Page, {}, "english", show_english},

    {Method::Get, "/bo-sung/da-nhan", http::kPublic, Cache::NoStore, {}, "sender-data-sent", show_sender_done},
    {Method::Get, "/bo-sung/{token}", http::kPublic, Cache::NoStore, {}, "sender-data", show_sender_form},
    {Method::Post, "/bo-sung/{token}", http::kPublic, Cache::NoStore, {}, "sender-data-send", send_sender_data},

    {Method::Get, "/gui-tin-bai", http::kPublic, Cache::NoStore, {}, "contribution", show_contribution},
    {Method::Post, "/gui-tin-bai", http::kPublic, Cache::NoStore, {}, "contribution-send", send_contribution, http::Body::Files},
    {Method::Post, "/gui-tin-bai/tep.json", http::kPublic, Cache::NoStore, {}, "contribution-piece", take_piece, http::Body::Files},
    {Method::Get, "/gui-tin-bai/tra-cuu", http::kPublic, Cache::NoStore, {"ma"}, "contribution-tracking", show_tracking},
    {Method::Post, "/gui-tin-bai/tra-cuu", http::kPublic, Cache::NoStore, {}, "contribution-track", track},

    {Method::Get, "/{path*}rss.xml", http::kPublic, Cache::Page, {}, "section-rss", show_section_rss},
    {Method::Get, "/{path*}atom.xml", http::kPublic, Cache::Page, {}, "section-atom", show_section_atom},
    {Method::Get, "/{path*}nam/{year#}/{month}/", http::kPublic, Cache::Page, {"truoc", "sau"}, "month", show_month},
    {Method::Get, "/{path*}nam/{year#}/", http::kPublic, Cache::Page, {"truoc", "sau"}, "year", show_year},
    {Method::Get, "/{path*}/bao-cu", http::kPublic, Cache::NoStore, {}, "report", show_report},
    {Method::Post, "/{path*}/bao-cu", http::kPublic, Cache::NoStore, {}, "report-send", send_report},
    {Method::Get, "/{path*}/bao-cu/da-nhan", http::kPublic, Cache::NoStore, {}, "report-sent", show_report_sent},
    {Method::Get, "/{path*}/in", http::kPublic, Cache::Page, {}, "print", show_print},
    {Method::Get, "/{path*}", http::kPublic, Cache::Page, {"truoc", "sau"}, "path", show_path},
};

}  // namespace portal::news
