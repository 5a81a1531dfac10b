#include "modules/news/public/views.h"

#include <algorithm>

#include "generated/tpl/layout/public.h"
#include "generated/tpl/news/empty.h"
#include "generated/tpl/news/entries.h"
#include "generated/tpl/news/gone.h"
#include "generated/tpl/news/hidden_section.h"
#include "generated/tpl/news/home.h"
#include "generated/tpl/news/latest.h"
#include "generated/tpl/news/nothing.h"
#include "generated/tpl/news/section.h"
#include "generated/tpl/partials/pager.h"
#include "modules/news/addresses.h"

namespace portal::news {
namespace {

namespace tpl_list = tpl::news_entries;

struct EntryStyle {
  bool is_top_level = false;  // h2, on a page whose list is its content
  bool has_summary = false;
  bool has_start = false;     // the start of a conference instead of the day of posting
};

void add_entries(view::Dict& list, const site::SiteSnapshot& site, std::span<const ListEntry> entries, const EntryStyle& style) {
  for (const ListEntry& entry : entries) {
    const site::Section* section = site.find(entry.section);
    if (section == nullptr) continue;  // its section is hidden
    view::Dict item = list.section(tpl_list::kENTRY);
    view::Dict title = item.section(style.is_top_level ? tpl_list::kTOP_LEVEL : tpl_list::kSUB_LEVEL);
    title.set(tpl_list::kENTRY_URL, article_path(section->path, entry.slug));
    title.set(tpl_list::kENTRY_TITLE, entry.title);
    if (style.has_summary) item.set_if(tpl_list::kHAS_SUMMARY, tpl_list::kENTRY_SUMMARY, entry.summary);
    if (style.has_start && entry.starts_at) {
      view::Dict start = item.section(tpl_list::kHAS_START);
      start.set(tpl_list::kSTART_ISO, base::format_iso(*entry.starts_at));
      start.set(tpl_list::kSTART, base::format_date_time(*entry.starts_at));
      start.set(tpl_list::kPLACE, entry.place);
      continue;
    }
    view::Dict date = item.section(tpl_list::kHAS_DATE);
    date.set(tpl_list::kENTRY_ISO, base::format_iso(entry.published_at));
    date.set(tpl_list::kENTRY_DATE, style.is_top_level ? base::format_date_time(entry.published_at) : base::format_date(entry.published_at));
    item.set_if(tpl_list::kHAS_UNIT, tpl_list::kENTRY_UNIT, entry.unit_name);
  }
}

struct Task {
  std::string path;
  std::string label;
  std::string_view note;
  std::string_view icon;
};

void add_if(std::vector<Task>& tasks, const site::Section* section, std::string_view label, std::string_view note, std::string_view icon) {
  if (section != nullptr) tasks.push_back({section->path, label.empty() ? section->title : std::string{label}, note, icon});
}

const site::Section* child_of_clause(const site::SiteSnapshot& site, std::string_view clause) {
  const site::Section* parent = site.first_of_clause(clause);
  return parent == nullptr || parent->children.empty() ? nullptr : &site.sections()[parent->children.front()];
}

// What people come for, in the order in which they ask at the reception; only what is there.
std::vector<Task> make_tasks(const site::SiteSnapshot& site) {
  std::vector<Task> tasks;
  add_if(tasks, child_of_clause(site, "D5.4"), "Chế độ, chính sách", "Hộ tịch, chứng thực: hướng dẫn từng bước", "book-open");
  add_if(tasks, site.first_of_clause("D5.4"), "Tìm hiểu pháp luật", "Quy định gắn với đời sống", "scale");
  add_if(tasks, site.first_of_kind("contact"), "Liên hệ, tiếp công dân", "Địa chỉ, điện thoại, giờ làm việc", "map-pin");
  if (site.first_of_kind("pages") != nullptr)
    tasks.push_back({"/gioi-thieu/danh-ba", "Danh bạ công chức", "Gọi, viết thư đúng người phụ trách", "phone"});
  add_if(tasks, child_of_clause(site, "D5.6"), "Kết quả xử lý kiến nghị", "Sở đã trả lời, giải quyết thế nào", "megaphone");
  add_if(tasks, site.first_of_clause("D5.9đ"), "Hội nghị, lớp tập huấn", "Thời gian, địa điểm, cách đăng ký", "calendar");
  return tasks;
}

void add_section(view::Dict& content, const char* where, const site::Section* section) {
  if (section == nullptr) return;
  view::Dict one = content.section(where);
  one.set(tpl::news_home::kSECTION_TITLE, section->title);
  one.set(tpl::news_home::kSECTION_URL, section->path);
  one.set(tpl::news_home::kSECTION_SLUG, section->slug);
}

std::string heading_of(const ListView& list) {
  std::string heading = list.section.title;
  if (list.period.month != 0)
    heading += ": tháng " + std::to_string(list.period.month) + "/" + std::to_string(list.period.year);
  else if (!list.period.is_all())
    heading += ": năm " + std::to_string(list.period.year);
  return heading;
}

void add_empty(view::Dict& content, const ListView& list) {
  view::Dict empty = content.include(tpl::news_section::kLIST, tpl::news_empty::kFile);
  const bool all = list.period.is_all();
  empty.set(tpl::news_empty::kEMPTY_TITLE, all ? "Chưa có tin, bài nào" : "Không có tin, bài nào trong thời gian này");
  empty.set(tpl::news_empty::kEMPTY_TEXT, all ? "Tin, bài của chuyên mục sẽ hiện ở đây ngay khi được đăng."
                                              : "Ông, bà chọn năm, tháng khác hoặc xem toàn bộ chuyên mục.");
  empty.set(tpl::news_empty::kEMPTY_URL, all ? std::string_view{"/"} : std::string_view{list.section.path});
  empty.set(tpl::news_empty::kEMPTY_LINK, all ? "Về trang chủ" : "Xem toàn bộ chuyên mục");
}

void add_pager(view::Dict& content, const ListView& list) {
  namespace pager = tpl::partials_pager;
  view::Dict bar = content.include(tpl::news_section::kPAGER, pager::kFile);
  const std::string base_path = list.section.path + path_of(list.period);
  const auto link = [&](std::string_view key, const ListEntry& entry) {
    return base_path + "?" + std::string{key} + "=" + format_cursor({entry.published_at, entry.item.value});
  };
  if (!list.page.entries.empty()) {
    if (list.page.has_newer) bar.section(pager::kHAS_NEWER).set(pager::kNEWER_URL, link("sau", list.page.entries.front()));
    if (list.page.has_older) bar.section(pager::kHAS_OLDER).set(pager::kOLDER_URL, link("truoc", list.page.entries.back()));
  }
  const auto jumps = make_jumps(list.section.path, list.period, list.months);
  if (jumps.empty()) return;
  view::Dict row = bar.section(pager::kHAS_JUMPS);
  for (const Jump& jump : jumps) {
    view::Dict one = row.section(pager::kJUMP);
    one.set(pager::kJUMP_URL, jump.path);
    one.set(pager::kJUMP_LABEL, jump.label);
    one.show(pager::kJUMP_CURRENT, jump.is_current);
  }
}

}  // namespace

std::vector<Jump> make_jumps(std::string_view section_path, const Period& period, std::span<const MonthCount> months) {
  std::vector<Jump> jumps;
  const std::string start{section_path};
  const auto counted = [](const std::string& label, std::uint64_t articles) { return label + " (" + std::to_string(articles) + ")"; };
  for (std::size_t i = 0; i < months.size();) {
    const int year = months[i].year;
    std::uint64_t in_year = 0;
    for (; i < months.size() && months[i].year == year; ++i) in_year += months[i].articles;
    jumps.push_back({start + "nam/" + std::to_string(year) + "/", counted("Năm " + std::to_string(year), in_year), year == period.year && period.month == 0});
  }
  if (period.is_all()) return jumps;
  for (const MonthCount& count : months) {
    if (count.year != period.year) continue;
    const std::string number = std::to_string(count.month);
    jumps.push_back({start + "nam/" + std::to_string(count.year) + "/" + (count.month < 10 ? "0" : "") + number + "/",
                     counted("Tháng " + number, count.articles), count.month == period.month});
  }
  return jumps;
}

std::string view_home(const Frame& frame) {
  namespace home = tpl::news_home;
  const site::SiteSnapshot& site = frame.site;
  view::Page page(tpl::layout_public::kFile);
  const std::vector<site::Feed> feeds{{site.setting("site_name"), "/rss.xml"}, {site.setting("site_name"), "/atom.xml", "application/atom+xml"}};
  site::PageInfo info;
  info.description = "Tin tức, phổ biến pháp luật, hướng dẫn chế độ, chính sách và thông tin liên hệ của cơ quan tư pháp địa phương.";
  info.canonical_path = "/";
  info.feeds = feeds;
  info.is_home = true;
  view::Dict content = site::fill_layout(page, frame, info, home::kFile);
  for (const Task& task : make_tasks(site)) {
    view::Dict one = content.section(home::kTASK);
    one.set(home::kTASK_URL, task.path);
    one.set(home::kTASK_LABEL, task.label);
    one.set(home::kTASK_NOTE, task.note);
    one.set(home::kTASK_ICON, task.icon);
  }
  if (const site::Section* news = site.first_of_clause("D5.5")) content.set_if(home::kHAS_NEWS, home::kNEWS_URL, news->path);
  add_section(content, home::kMAIN_SECTION, site.first_of_clause("D5.4"));
  add_section(content, home::kMAIN_SECTION, site.first_of_clause("D5.6"));
  add_section(content, home::kSIDE_SECTION, site.first_of_clause("D5.9đ"));
  content.set(home::kPHONE, site.setting("phone"));
  content.set(home::kPHONE_HREF, site::dialable(site.setting("phone")));
  content.set(home::kHOURS, site.setting("hours"));
  content.set_if(home::kHAS_RECEPTION, home::kRECEPTION, site.setting("reception"));
  if (const site::Section* contact = site.first_of_kind("contact")) content.set_if(home::kHAS_CONTACT, home::kCONTACT_URL, contact->path);
  return frame.templates.render(page);
}

const ListEntry* lead_of(const site::SiteSnapshot& site, std::span<const ListEntry> entries) {
  const auto lead = std::find_if(entries.begin(), entries.end(), [&](const ListEntry& entry) { return site.find(entry.section) != nullptr; });
  return lead == entries.end() ? nullptr : &*lead;
}

std::string view_latest(const Frame& frame, std::span<const ListEntry> entries, const std::string& card_html) {
  namespace latest = tpl::news_latest;
  const ListEntry* lead = lead_of(frame.site, entries);
  if (lead == nullptr) {
    view::Page page(tpl::news_nothing::kFile);
    return frame.templates.render(page);
  }
  view::Page page(latest::kFile);
  view::Dict story = page.section(latest::kLEAD);
  story.set(latest::kLEAD_URL, article_path(frame.site.find(lead->section)->path, lead->slug));
  story.set(latest::kLEAD_TITLE, lead->title);
  story.set(latest::kLEAD_ISO, base::format_iso(lead->published_at));
  story.set(latest::kLEAD_DATE, base::format_date_time(lead->published_at));
  story.set(latest::kLEAD_UNIT, lead->unit_name);
  if (!card_html.empty()) {
    view::Dict picture = story.section(latest::kHAS_PICTURE);
    picture.set_html(latest::kPICTURE_HTML, base::stored_html(card_html));
  }
  story.set_if(latest::kHAS_LEAD_SUMMARY, latest::kLEAD_SUMMARY, lead->summary);
  view::Dict list = page.include(latest::kENTRIES, tpl_list::kFile);
  add_entries(list, frame.site, entries.subspan(static_cast<std::size_t>(lead - entries.data()) + 1), {});
  return frame.templates.render(page);
}

std::string view_section_fragment(const Frame& frame, std::span<const ListEntry> entries) {
  view::Page page(entries.empty() ? tpl::news_nothing::kFile : tpl_list::kFile);
  add_entries(page, frame.site, entries, {.has_start = true});
  return frame.templates.render(page);
}

std::string view_list(const Frame& frame, const ListView& list) {
  namespace section = tpl::news_section;
  const site::SiteSnapshot& site = frame.site;
  view::Page page(tpl::layout_public::kFile);
  const std::string heading = heading_of(list);
  const std::string path = list.section.path + path_of(list.period);
  const std::vector<site::Feed> feeds{{list.section.title, list.section.path + "rss.xml"},
                                      {list.section.title, list.section.path + "atom.xml", "application/atom+xml"}};
  site::PageInfo info;
  info.title = heading;
  info.description = list.section.description.empty() ? std::string_view{heading} : std::string_view{list.section.description};
  info.section = &list.section;
  info.is_section_itself = list.period.is_all();
  info.feeds = feeds;
  info.is_noindex = list.is_cursor;
  if (!list.is_cursor) info.canonical_path = path;
  if (!list.page.entries.empty()) info.updated = list.page.entries.front().updated_at;
  view::Dict content = site::fill_layout(page, frame, info, section::kFile);
  content.set(section::kHEADING, heading);
  if (list.period.is_all()) content.set_if(section::kHAS_DESCRIPTION, section::kDESCRIPTION_TEXT, list.section.description);
  if (list.page.entries.empty()) {
    add_empty(content, list);
  } else {
    view::Dict entries = content.include(section::kLIST, tpl_list::kFile);
    add_entries(entries, site, list.page.entries, {.is_top_level = true, .has_summary = true});
  }
  add_pager(content, list);
  if (!list.section.children.empty()) {
    view::Dict children = content.section(section::kHAS_CHILDREN);
    for (const std::size_t at : list.section.children) {
      view::Dict child = children.section(section::kCHILD);
      child.set(section::kCHILD_URL, site.sections()[at].path);
      child.set(section::kCHILD_TITLE, site.sections()[at].title);
    }
  }
  content.set(section::kRSS_URL, list.section.path + "rss.xml");
  content.set(section::kATOM_URL, list.section.path + "atom.xml");
  return frame.templates.render(page);
}

std::string view_gone(const Frame& frame, const GoneArticle& gone) {
  namespace notice = tpl::news_gone;
  view::Page page(tpl::layout_public::kFile);
  site::PageInfo info;
  info.title = "Bài viết đã được gỡ";
  info.description = info.title;
  info.is_noindex = true;
  view::Dict content = site::fill_layout(page, frame, info, notice::kFile);
  content.set(notice::kGONE_TITLE, gone.title);
  content.set(notice::kGONE_AT, base::format_date_time(gone.withdrawn_at));
  content.set_if(notice::kHAS_NOTICE, notice::kNOTICE, gone.notice);
  content.set(notice::kPHONE, frame.site.setting("phone"));
  content.set(notice::kPHONE_HREF, site::dialable(frame.site.setting("phone")));
  return frame.templates.render(page);
}

std::string view_hidden_section(const Frame& frame, const site::Section& section) {
  namespace hidden = tpl::news_hidden_section;
  view::Page page(tpl::layout_public::kFile);
  site::PageInfo info;
  info.title = "Chuyên mục không còn hiển thị";
  info.description = info.title;
  info.section = &section;
  info.is_section_itself = true;
  info.is_noindex = true;
  view::Dict content = site::fill_layout(page, frame, info, hidden::kFile);
  content.set(hidden::kSECTION_TITLE, section.title);
  content.set(hidden::kPHONE, frame.site.setting("phone"));
  content.set(hidden::kPHONE_HREF, site::dialable(frame.site.setting("phone")));
  return frame.templates.render(page);
}

}  // namespace portal::news
