// Views of the public face: model -> page. Pure; nothing here reads the database or the clock.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/news/model.h"
#include "modules/news/public/store.h"
#include "shared/http/fields.h"
#include "shared/site/layout.h"
#include "shared/site/snapshot.h"
#include "shared/view/view.h"

namespace portal::news {

using site::Frame;

// Home page shell; its lists are fragments that nginx includes.
[[nodiscard]] std::string view_home(const Frame& frame);
// Fragments: the newest of the site with a lead story; the newest of one section.
// The story that leads is the first whose section is shown; `card_html` is its picture.
[[nodiscard]] const ListEntry* lead_of(const site::SiteSnapshot& site, std::span<const ListEntry> entries);
[[nodiscard]] std::string view_latest(const Frame& frame, std::span<const ListEntry> entries, const std::string& card_html);
[[nodiscard]] std::string view_section_fragment(const Frame& frame, std::span<const ListEntry> entries);

// A section's list.
struct ListView {
  const site::Section& section;
  const Period& period;
  const ListPage& page;
  std::span<const MonthCount> months;
  bool is_cursor = false;  // not the first page: nobody should index it
};
[[nodiscard]] std::string view_list(const Frame& frame, const ListView& list);

// Years (on a section's list) or the months of a year, with kept counts, for the pager.
struct Jump {
  std::string path;
  std::string label;
  bool is_current = false;

  bool operator==(const Jump&) const = default;
};
[[nodiscard]] std::vector<Jump> make_jumps(std::string_view section_path, const Period& period, std::span<const MonthCount> months);

[[nodiscard]] std::string view_gone(const Frame& frame, const GoneArticle& gone);
// The form by which a reader says that an article is outdated or wrong (D9.3f), and the page after it.
struct ReportView {
  const site::Section& section;
  const ListEntry& entry;
  std::string_view note, contact;               // as typed
  std::span<const base::FieldError> errors;
};
[[nodiscard]] std::string view_report(const Frame& frame, const ReportView& report);
[[nodiscard]] std::string view_report_sent(const Frame& frame, const site::Section& section, const ListEntry& entry);
// The form by which a sender completes their data behind a one-time link (D9.1b), and the page after it (views_sender.cpp).
struct SenderFormView {
  const NewsStore::SenderLink& link;
  std::string_view token;
  const http::Fields& typed;
  std::span<const base::FieldError> errors;
};
[[nodiscard]] std::string view_sender_form(const Frame& frame, const SenderFormView& form);
[[nodiscard]] std::string view_sender_done(const Frame& frame);
// At the address of a section that the board has hidden (D5.9f).
[[nodiscard]] std::string view_hidden_section(const Frame& frame, const site::Section& section);

// Introduction and contact (views_about.cpp). `pages` are the section's articles, oldest first.
[[nodiscard]] std::string view_pages(const Frame& frame, const site::Section& section, std::span<const ListEntry> pages);
[[nodiscard]] std::string view_contact(const Frame& frame, const site::Section& section, std::span<const ListEntry> pages);
[[nodiscard]] std::string view_organisation(const Frame& frame);
[[nodiscard]] std::string view_leaders(const Frame& frame);
[[nodiscard]] std::string view_directory(const Frame& frame);
[[nodiscard]] std::string view_site_map(const Frame& frame, std::span<const ListEntry> pages);
[[nodiscard]] std::string view_feed_list(const Frame& frame);
[[nodiscard]] std::string view_accessibility(const Frame& frame);
[[nodiscard]] std::string view_privacy(const Frame& frame);
[[nodiscard]] std::string view_english(const Frame& frame);

// Feeds and maps for machines (views_machine.cpp). `section` is nullptr for the whole site.
[[nodiscard]] std::string view_rss(const Frame& frame, const site::Section* section, std::span<const ListEntry> entries);
[[nodiscard]] std::string view_atom(const Frame& frame, const site::Section* section, std::span<const ListEntry> entries);
// Everything may be read; where the map is.
[[nodiscard]] std::string view_robots(const Frame& frame);
[[nodiscard]] std::string view_site_map_index(const Frame& frame, std::span<const MonthCount> months);
// Fixed pages, sections and introduction pages.
[[nodiscard]] std::string view_site_map_pages(const Frame& frame, std::span<const ListEntry> pages);
[[nodiscard]] std::string view_site_map_month(const Frame& frame, std::span<const SiteMapEntry> entries);

}  // namespace portal::news
