// RSS 2.0, Atom (RFC 4287) and sitemaps.org maps. Times are ISO 8601 (RFC 822 in RSS), addresses absolute.
#include <algorithm>

#include "generated/tpl/news/atom.h"
#include "generated/tpl/news/rss.h"
#include "generated/tpl/news/sitemap_index.h"
#include "generated/tpl/news/sitemap_part.h"
#include "modules/news/addresses.h"
#include "modules/news/public/views.h"

namespace portal::news {
namespace {

std::string absolute(const Frame& frame, std::string_view path) { return std::string{frame.origin}.append(path); }

// Stays the same when a section gets another name and address, and its articles with it. RFC 4151.
std::string tag_of(const Frame& frame, std::string_view what, std::uint64_t id) {
  std::string_view host = frame.origin;
  host.remove_prefix(std::min(host.find("://") + 3, host.size()));
  host = host.substr(0, host.find(':'));
  return "tag:" + std::string{host} + ",2026:" + std::string{what} + "/" + std::to_string(id);
}

std::string entry_id(const Frame& frame, const ListEntry& entry) { return tag_of(frame, "tin-bai", entry.item.value); }

std::string feed_id(const Frame& frame, const site::Section* section) { return tag_of(frame, "kenh-tin", section == nullptr ? 0 : section->id.value); }

base::UtcTime last_change(std::span<const ListEntry> entries) {
  base::UtcTime last;
  for (const ListEntry& entry : entries) last = std::max(last, entry.updated_at);
  return last;
}

struct FeedHead {
  std::string title;
  std::string description;
  std::string path;
};

FeedHead head_of(const Frame& frame, const site::Section* section) {
  if (section == nullptr) return {frame.site.setting("site_name"), "Tin, bài mới trên " + frame.site.setting("site_name"), "/"};
  return {section->title + " | " + frame.site.setting("agency_full_name"), section->description.empty() ? section->title : section->description,
          section->path};
}

}  // namespace

std::string view_rss(const Frame& frame, const site::Section* section, std::span<const ListEntry> entries) {
  namespace rss = tpl::news_rss;
  const FeedHead head = head_of(frame, section);
  view::Page page(rss::kFile);
  page.set(rss::kFEED_TITLE, head.title);
  page.set(rss::kFEED_DESCRIPTION, head.description);
  page.set(rss::kLIST_URL, absolute(frame, head.path));
  page.set(rss::kSELF_URL, absolute(frame, head.path + "rss.xml"));
  if (!entries.empty()) page.set_if(rss::kHAS_UPDATED, rss::kUPDATED_RFC, base::format_rfc822(last_change(entries)));
  for (const ListEntry& entry : entries) {
    const site::Section* own = frame.site.find(entry.section);
    if (own == nullptr) continue;
    view::Dict item = page.section(rss::kITEM);
    item.set(rss::kITEM_TITLE, entry.title);
    item.set(rss::kITEM_URL, absolute(frame, article_path(own->path, entry.slug)));
    item.set(rss::kITEM_ID, entry_id(frame, entry));
    item.set(rss::kITEM_RFC, base::format_rfc822(entry.published_at));
    item.set(rss::kITEM_UNIT, entry.unit_name);
    item.set(rss::kITEM_SUMMARY, entry.summary.empty() ? entry.title : entry.summary);
  }
  return frame.templates.render(page);
}

std::string view_atom(const Frame& frame, const site::Section* section, std::span<const ListEntry> entries) {
  namespace atom = tpl::news_atom;
  const FeedHead head = head_of(frame, section);
  view::Page page(atom::kFile);
  page.set(atom::kFEED_TITLE, head.title);
  page.set(atom::kFEED_DESCRIPTION, head.description);
  page.set(atom::kFEED_ID, feed_id(frame, section));
  page.set(atom::kLIST_URL, absolute(frame, head.path));
  page.set(atom::kSELF_URL, absolute(frame, head.path + "atom.xml"));
  page.set(atom::kAGENCY_FULL, frame.site.setting("agency_full_name"));
  // RFC 4287 wants a time, also of a feed that holds nothing yet.
  page.set(atom::kUPDATED_ISO, base::format_iso(entries.empty() ? frame.now : last_change(entries)));
  for (const ListEntry& entry : entries) {
    const site::Section* own = frame.site.find(entry.section);
    if (own == nullptr) continue;
    view::Dict item = page.section(atom::kITEM);
    item.set(atom::kITEM_TITLE, entry.title);
    item.set(atom::kITEM_URL, absolute(frame, article_path(own->path, entry.slug)));
    item.set(atom::kITEM_ID, entry_id(frame, entry));
    item.set(atom::kPUBLISHED_ISO, base::format_iso(entry.published_at));
    item.set(atom::kCHANGED_ISO, base::format_iso(entry.updated_at));
    item.set(atom::kITEM_UNIT, entry.unit_name);
    item.set(atom::kITEM_SUMMARY, entry.summary.empty() ? entry.title : entry.summary);
  }
  return frame.templates.render(page);
}

std::string view_robots(const Frame& frame) { return "User-agent: *\nAllow: /\n\nSitemap: " + absolute(frame, "/sitemap.xml") + "\n"; }

std::string view_site_map_index(const Frame& frame, std::span<const MonthCount> months) {
  namespace index = tpl::news_sitemap_index;
  view::Page page(index::kFile);
  page.section(index::kPART).set(index::kPART_URL, absolute(frame, "/sitemap/trang.xml"));
  for (const MonthCount& count : months) {
    const std::string month = std::to_string(count.year) + (count.month < 10 ? "-0" : "-") + std::to_string(count.month);
    page.section(index::kPART).set(index::kPART_URL, absolute(frame, "/sitemap/" + month + ".xml"));
  }
  return frame.templates.render(page);
}

std::string view_site_map_pages(const Frame& frame, std::span<const ListEntry> pages) {
  namespace part = tpl::news_sitemap_part;
  view::Page page(part::kFile);
  const auto add = [&](std::string_view path) { page.section(part::kPAGE).set(part::kPAGE_URL, absolute(frame, path)); };
  add("/");
  for (const site::Section& section : frame.site.sections()) add(section.path);
  if (frame.site.first_of_kind("pages") != nullptr)
    for (const char* path : {"/gioi-thieu/co-cau-to-chuc", "/gioi-thieu/lanh-dao", "/gioi-thieu/danh-ba"}) add(path);
  for (const char* path : {"/lich-lam-viec", "/tinh-thoi-han", "/so-do-trang", "/kenh-tin", "/tuyen-bo-kha-nang-tiep-can", "/bao-ve-du-lieu-ca-nhan", "/en/"}) add(path);
  for (const ListEntry& entry : pages)
    if (const site::Section* section = frame.site.find(entry.section)) {
      view::Dict one = page.section(part::kPAGE);
      one.set(part::kPAGE_URL, absolute(frame, article_path(section->path, entry.slug)));
      one.set_if(part::kHAS_CHANGED, part::kCHANGED_ISO, base::format_iso(entry.updated_at));
    }
  return frame.templates.render(page);
}

std::string view_site_map_month(const Frame& frame, std::span<const SiteMapEntry> entries) {
  namespace part = tpl::news_sitemap_part;
  view::Page page(part::kFile);
  for (const SiteMapEntry& entry : entries) {
    const site::Section* section = frame.site.find(entry.section);
    if (section == nullptr) continue;
    view::Dict one = page.section(part::kPAGE);
    one.set(part::kPAGE_URL, absolute(frame, article_path(section->path, entry.slug)));
    one.set_if(part::kHAS_CHANGED, part::kCHANGED_ISO, base::format_iso(entry.updated_at));
  }
  return frame.templates.render(page);
}

}  // namespace portal::news
