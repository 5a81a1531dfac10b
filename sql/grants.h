// The grant matrix: which database account may do what with which table. The only place; `portal migrate` writes it, programs compare it
// at start, tests/integration/grants.test.mjs tries every (account, table, verb).
//
// Rules: a public account reads published tables and nothing else; audit, version and ledger tables are insert-and-select for everyone.
#pragma once

#include <array>

#include "shared/db/grants.h"

namespace portal::sql {

using db::kDelete;
using db::kInsert;
using db::kSelect;
using db::kUpdate;

inline constexpr std::uint8_t kAll = kSelect | kInsert | kUpdate | kDelete;
inline constexpr std::uint8_t kAppend = kSelect | kInsert;

inline constexpr std::array kGrants{
    // news: the public face.
    db::Grant{"portal_news", "site_section", kSelect},
    db::Grant{"portal_news", "site_section_redirect", kSelect},
    db::Grant{"portal_news", "site_hidden_section", kSelect},
    db::Grant{"portal_news", "site_unit", kSelect},
    db::Grant{"portal_news", "site_person", kSelect},
    db::Grant{"portal_news", "site_setting", kSelect},
    db::Grant{"portal_news", "news_published", kSelect},
    db::Grant{"portal_news", "news_published_body", kSelect},
    db::Grant{"portal_news", "news_listed", kSelect},
    db::Grant{"portal_news", "news_month", kSelect},
    db::Grant{"portal_news", "news_gone", kSelect},

    // news-office: writes articles and takes them through the workflow.
    db::Grant{"portal_news_office", "core_unit", kSelect},
    db::Grant{"portal_news_office", "core_person", kSelect},
    db::Grant{"portal_news_office", "core_account", kSelect},
    db::Grant{"portal_news_office", "core_role_assignment", kSelect},
    db::Grant{"portal_news_office", "core_session", kSelect | kUpdate},
    db::Grant{"portal_news_office", "core_section", kSelect},
    db::Grant{"portal_news_office", "core_setting", kSelect},
    db::Grant{"portal_news_office", "core_ground", kSelect},
    db::Grant{"portal_news_office", "core_checklist_item", kSelect},
    db::Grant{"portal_news_office", "core_delegation", kSelect},
    db::Grant{"portal_news_office", "core_item", kSelect | kInsert | kUpdate},
    db::Grant{"portal_news_office", "core_item_version", kAppend},
    db::Grant{"portal_news_office", "core_item_check", kAll},
    db::Grant{"portal_news_office", "core_audit", kAppend},
    db::Grant{"portal_news_office", "core_audit_note", kAppend},
    db::Grant{"portal_news_office", "core_idempotency", kAppend},
    db::Grant{"portal_news_office", "core_job", kSelect | kInsert | kUpdate},
    db::Grant{"portal_news_office", "core_node", kSelect},
    db::Grant{"portal_news_office", "core_counter", kSelect | kInsert | kUpdate},
    // An act on an item opens and stops its clocks (D9.3).
    db::Grant{"portal_news_office", "core_calendar", kSelect},
    db::Grant{"portal_news_office", "core_calendar_hours", kSelect},
    db::Grant{"portal_news_office", "core_calendar_year", kSelect},
    db::Grant{"portal_news_office", "core_calendar_day", kSelect},
    db::Grant{"portal_news_office", "core_duty", kSelect},
    db::Grant{"portal_news_office", "core_clock", kSelect | kInsert | kUpdate},
    db::Grant{"portal_news_office", "core_clock_pause", kSelect | kUpdate},
    db::Grant{"portal_news_office", "core_clock_change", kAppend},
    db::Grant{"portal_news_office", "core_draft", kAll},
    db::Grant{"portal_news_office", "core_presence", kAll},
    // An act tells who is next; the bell counts.
    db::Grant{"portal_news_office", "core_notice", kSelect | kInsert | kUpdate},
    db::Grant{"portal_news_office", "news_article", kSelect | kInsert | kUpdate},
    db::Grant{"portal_news_office", "news_article_version", kAppend},
    db::Grant{"portal_news_office", "news_published", kAll},
    db::Grant{"portal_news_office", "news_published_body", kAll},
    db::Grant{"portal_news_office", "news_listed", kAll},
    db::Grant{"portal_news_office", "news_month", kAll},
    db::Grant{"portal_news_office", "news_gone", kAll},
    // The preview shows the article in the public layout, as the public will see it.
    db::Grant{"portal_news_office", "site_section", kSelect},
    db::Grant{"portal_news_office", "site_section_redirect", kSelect},
    db::Grant{"portal_news_office", "site_hidden_section", kSelect},
    db::Grant{"portal_news_office", "site_unit", kSelect},
    db::Grant{"portal_news_office", "site_person", kSelect},
    db::Grant{"portal_news_office", "site_setting", kSelect},

    // admin: people, rights, sections, settings, queues; it reads items and moves none.
    db::Grant{"portal_admin", "core_unit", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_person", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_account", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_role_assignment", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_session", kAll},
    db::Grant{"portal_admin", "core_login_throttle", kAll},
    db::Grant{"portal_admin", "core_section", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_section_address", kSelect | kInsert | kUpdate | kDelete},
    db::Grant{"portal_admin", "core_section_path", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_setting", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_ground", kSelect},
    db::Grant{"portal_admin", "core_checklist_item", kSelect},
    db::Grant{"portal_admin", "core_delegation", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_item", kSelect},
    db::Grant{"portal_admin", "core_item_version", kSelect},
    db::Grant{"portal_admin", "core_item_check", kSelect},
    db::Grant{"portal_admin", "core_audit", kAppend},
    db::Grant{"portal_admin", "core_audit_note", kAppend},
    db::Grant{"portal_admin", "core_idempotency", kAppend},
    db::Grant{"portal_admin", "core_job", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_node", kSelect},
    // Calendar, duties and what follows for the clocks.
    db::Grant{"portal_admin", "core_calendar", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_calendar_hours", kAll},
    db::Grant{"portal_admin", "core_calendar_year", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_calendar_day", kAll},
    db::Grant{"portal_admin", "core_duty", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_clock", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_clock_pause", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_clock_change", kAppend},
    db::Grant{"portal_admin", "core_notice", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_quota", kSelect | kInsert | kUpdate},
    db::Grant{"portal_admin", "core_task", kSelect},
    // Moving, hiding and showing a section writes the lists of its articles again.
    db::Grant{"portal_admin", "news_published", kSelect},
    db::Grant{"portal_admin", "news_listed", kSelect | kInsert | kDelete},
    db::Grant{"portal_admin", "news_month", kAll},
    db::Grant{"portal_admin", "site_section", kAll},
    db::Grant{"portal_admin", "site_section_redirect", kAll},
    db::Grant{"portal_admin", "site_hidden_section", kAll},
    db::Grant{"portal_admin", "site_unit", kAll},
    db::Grant{"portal_admin", "site_person", kAll},
    db::Grant{"portal_admin", "site_setting", kAll},

    // cache-agent: one per web node.
    db::Grant{"portal_cache_agent", "core_job", kSelect | kUpdate},
    db::Grant{"portal_cache_agent", "core_node", kSelect | kInsert | kUpdate},

    // scheduler: what is due by the clock; it deletes only what it sweeps.
    db::Grant{"portal_scheduler", "core_unit", kSelect},
    db::Grant{"portal_scheduler", "core_person", kSelect},
    db::Grant{"portal_scheduler", "core_account", kSelect},
    db::Grant{"portal_scheduler", "core_role_assignment", kSelect},
    db::Grant{"portal_scheduler", "core_section", kSelect},
    db::Grant{"portal_scheduler", "core_setting", kSelect},
    db::Grant{"portal_scheduler", "core_delegation", kSelect},
    db::Grant{"portal_scheduler", "core_item", kSelect},
    db::Grant{"portal_scheduler", "core_item_version", kSelect},
    db::Grant{"portal_scheduler", "core_calendar", kSelect},
    db::Grant{"portal_scheduler", "core_calendar_hours", kSelect},
    db::Grant{"portal_scheduler", "core_calendar_year", kSelect},
    db::Grant{"portal_scheduler", "core_calendar_day", kSelect},
    db::Grant{"portal_scheduler", "core_duty", kSelect},
    db::Grant{"portal_scheduler", "core_quota", kSelect},
    db::Grant{"portal_scheduler", "core_clock", kSelect | kInsert | kUpdate},
    db::Grant{"portal_scheduler", "core_clock_pause", kSelect | kUpdate},
    db::Grant{"portal_scheduler", "core_clock_change", kAppend},
    db::Grant{"portal_scheduler", "core_notice", kAll},
    db::Grant{"portal_scheduler", "core_task", kSelect | kInsert | kUpdate},
    db::Grant{"portal_scheduler", "core_idempotency", kSelect | kDelete},
    db::Grant{"portal_scheduler", "core_login_throttle", kSelect | kDelete},
    db::Grant{"portal_scheduler", "core_session", kSelect | kDelete},
    db::Grant{"portal_scheduler", "core_draft", kSelect | kDelete},
    db::Grant{"portal_scheduler", "core_job", kSelect | kDelete},

    // portal: the operator's tool. It seeds, checks and rebuilds; the trail stays append-only for it too.
    db::Grant{"portal_cli", "core_unit", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_person", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_account", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_role_assignment", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_session", kSelect | kUpdate | kDelete},
    db::Grant{"portal_cli", "core_login_throttle", kSelect | kDelete},
    db::Grant{"portal_cli", "core_section", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_section_address", kSelect},
    db::Grant{"portal_cli", "core_section_path", kSelect},
    db::Grant{"portal_cli", "core_setting", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_ground", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_checklist_item", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_delegation", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_item", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_item_version", kAppend},
    db::Grant{"portal_cli", "core_item_check", kAll},
    db::Grant{"portal_cli", "core_audit", kAppend},
    db::Grant{"portal_cli", "core_audit_note", kAppend},
    db::Grant{"portal_cli", "core_idempotency", kSelect},
    db::Grant{"portal_cli", "core_job", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_node", kSelect},
    db::Grant{"portal_cli", "core_counter", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_calendar", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_calendar_hours", kSelect | kInsert},
    db::Grant{"portal_cli", "core_calendar_year", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_calendar_day", kSelect | kInsert},
    db::Grant{"portal_cli", "core_duty", kSelect | kInsert},
    db::Grant{"portal_cli", "core_clock", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_clock_pause", kSelect | kUpdate},
    db::Grant{"portal_cli", "core_clock_change", kAppend},
    db::Grant{"portal_cli", "core_notice", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "core_quota", kSelect | kInsert},
    db::Grant{"portal_cli", "news_article", kSelect | kInsert | kUpdate},
    db::Grant{"portal_cli", "news_article_version", kAppend},
    db::Grant{"portal_cli", "news_published", kAll},
    db::Grant{"portal_cli", "news_published_body", kAll},
    db::Grant{"portal_cli", "news_listed", kAll},
    db::Grant{"portal_cli", "news_month", kAll},
    db::Grant{"portal_cli", "news_gone", kAll},
    db::Grant{"portal_cli", "site_section", kAll},
    db::Grant{"portal_cli", "site_section_redirect", kAll},
    db::Grant{"portal_cli", "site_hidden_section", kAll},
    db::Grant{"portal_cli", "site_unit", kAll},
    db::Grant{"portal_cli", "site_person", kAll},
    db::Grant{"portal_cli", "site_setting", kAll},
};

// Every account of the matrix; portal_migrate (DDL and grants) is made by the set-up and used by `portal migrate` alone.
inline constexpr std::array<std::string_view, 6> kAccounts{"portal_news",        "portal_news_office", "portal_admin",
                                                           "portal_cache_agent", "portal_scheduler",   "portal_cli"};

}  // namespace portal::sql
