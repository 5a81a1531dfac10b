// Introduction (D5.1), contact (D5.10), the site map for people and the fixed pages.
#include <algorithm>
#include <array>

#include "generated/tpl/layout/public.h"
#include "generated/tpl/news/accessibility.h"
#include "generated/tpl/news/contact.h"
#include "generated/tpl/news/directory.h"
#include "generated/tpl/news/english.h"
#include "generated/tpl/news/feeds.h"
#include "generated/tpl/news/leaders.h"
#include "generated/tpl/news/organisation.h"
#include "generated/tpl/news/pages.h"
#include "generated/tpl/news/privacy.h"
#include "generated/tpl/news/site_map.h"
#include "modules/news/addresses.h"
#include "modules/news/public/views.h"

namespace portal::news {
namespace {

// Kinds of units in the order of the regulation's organisation, each with its heading.
struct UnitGroup {
  std::string_view kind;
  std::string_view title;
};

constexpr std::array<UnitGroup, 3> kGroups{{{"department", "Các phòng thuộc Sở"},
                                            {"public_service", "Đơn vị sự nghiệp trực thuộc"},
                                            {"local", "Đơn vị tư pháp cơ sở"}}};

std::string anchor_of(base::UnitId unit) { return "don-vi-" + std::to_string(unit.value); }

struct FixedPage {
  std::string_view path;
  std::string_view title;
  std::string_view description;
  const site::Section* section = nullptr;
};

view::Dict begin_page(view::Page& page, const Frame& frame, const FixedPage& fixed, std::string_view file) {
  site::PageInfo info;
  info.title = fixed.title;
  info.description = fixed.description;
  info.canonical_path = fixed.path;
  info.section = fixed.section;
  return site::fill_layout(page, frame, info, file);
}

view::Dict begin_section(view::Page& page, const Frame& frame, const site::Section& section, std::string_view file) {
  site::PageInfo info;
  info.title = section.title;
  info.description = section.description.empty() ? section.title : section.description;
  info.canonical_path = section.path;
  info.section = &section;
  info.is_section_itself = true;
  return site::fill_layout(page, frame, info, file);
}

// Telephone and e-mail as links; the four names are the same in every template that shows a person or unit.
void add_reach(view::Dict& dict, std::string_view phone, std::string_view email) {
  namespace names = tpl::news_organisation;
  if (!phone.empty()) {
    view::Dict call = dict.section(names::kHAS_PHONE);
    call.set(names::kPHONE, phone);
    call.set(names::kPHONE_HREF, site::dialable(phone));
  }
  dict.set_if(names::kHAS_EMAIL, names::kEMAIL, email);
}

void add_agency(view::Dict& dict, const site::SiteSnapshot& site) {
  namespace names = tpl::news_privacy;
  dict.set(names::kAGENCY_FULL, site.setting("agency_full_name"));
  dict.set(names::kADDRESS, site.setting("address"));
  dict.set(names::kEMAIL, site.setting("email"));
  dict.set(names::kPHONE, site.setting("phone"));
  dict.set(names::kPHONE_HREF, site::dialable(site.setting("phone")));
}

// The first of a unit's people is its head: the directory is in the order of rank.
const site::Person* head_of(const site::SiteSnapshot& site, const site::Unit& unit) {
  const auto found = std::find_if(site.people().begin(), site.people().end(), [&](const site::Person& person) {
    return person.unit == unit.id && (person.job_title.starts_with("Trưởng") || person.job_title.starts_with("Giám đốc") ||
                                      person.job_title.starts_with("Chánh") || person.job_title.starts_with("Phụ trách"));
  });
  return found == site.people().end() ? nullptr : &*found;
}

void add_unit(view::Dict& group, const site::SiteSnapshot& site, const site::Unit& unit) {
  namespace names = tpl::news_organisation;
  view::Dict one = group.section(names::kUNIT);
  one.set(names::kUNIT_NAME, unit.name);
  one.set(names::kUNIT_ANCHOR, anchor_of(unit.id));
  one.set_if(names::kHAS_FUNCTIONS, names::kFUNCTIONS, unit.functions);
  add_reach(one, unit.phone, unit.email);
  if (const site::Person* head = head_of(site, unit)) {
    view::Dict who = one.section(names::kHAS_HEAD);
    who.set(names::kHEAD_TITLE, head->job_title);
    who.set(names::kHEAD_NAME, head->full_name);
  }
}

void add_page_links(view::Dict& dict, const char* where, const char* url, const char* title, const site::SiteSnapshot& site,
                    std::span<const ListEntry> pages) {
  for (const ListEntry& entry : pages) {
    const site::Section* section = site.find(entry.section);
    if (section == nullptr) continue;
    view::Dict one = dict.section(where);
    one.set(url, article_path(section->path, entry.slug));
    one.set(title, entry.title);
  }
}

}  // namespace

std::string view_pages(const Frame& frame, const site::Section& section, std::span<const ListEntry> pages) {
  namespace names = tpl::news_pages;
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_section(page, frame, section, names::kFile);
  content.set(names::kHEADING, section.title);
  content.set_if(names::kHAS_DESCRIPTION, names::kDESCRIPTION_TEXT, section.description);
  for (const ListEntry& entry : pages) {
    const site::Section* own = frame.site.find(entry.section);
    if (own == nullptr) continue;
    view::Dict one = content.section(names::kENTRY);
    one.set(names::kENTRY_URL, article_path(own->path, entry.slug));
    one.set(names::kENTRY_TITLE, entry.title);
    one.set_if(names::kHAS_SUMMARY, names::kENTRY_SUMMARY, entry.summary);
  }
  if (const site::Section* contact = frame.site.first_of_kind("contact")) {
    view::Dict box = content.section(names::kHAS_CONTACT);
    box.set(names::kCONTACT_URL, contact->path);
    box.set(names::kPHONE, frame.site.setting("phone"));
    box.set(names::kPHONE_HREF, site::dialable(frame.site.setting("phone")));
  }
  return frame.templates.render(page);
}

std::string view_contact(const Frame& frame, const site::Section& section, std::span<const ListEntry> pages) {
  namespace names = tpl::news_contact;
  const site::SiteSnapshot& site = frame.site;
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_section(page, frame, section, names::kFile);
  content.set(names::kHEADING, section.title);
  content.set_if(names::kHAS_DESCRIPTION, names::kDESCRIPTION_TEXT, section.description);
  add_agency(content, site);
  content.set(names::kHOURS, site.setting("hours"));
  content.set_if(names::kHAS_MAP, names::kMAP_URL, site.setting("map_url"));
  content.set_if(names::kHAS_FAX, names::kFAX, site.setting("fax"));
  content.set_if(names::kHAS_EDITORIAL, names::kEDITORIAL_EMAIL, site.setting("editorial_email"));
  content.set_if(names::kHAS_RECEPTION, names::kRECEPTION, site.setting("reception"));
  if (!site.units().empty()) {
    view::Dict units = content.section(names::kHAS_UNITS);
    for (const site::Unit& unit : site.units()) {
      view::Dict one = units.section(names::kUNIT);
      one.set(names::kUNIT_NAME, unit.name);
      add_reach(one, unit.phone, unit.email);
    }
  }
  if (!pages.empty()) {
    view::Dict more = content.section(names::kHAS_PAGES);
    add_page_links(more, names::kPAGE, names::kPAGE_URL, names::kPAGE_TITLE, site, pages);
  }
  return frame.templates.render(page);
}

std::string view_organisation(const Frame& frame) {
  namespace names = tpl::news_organisation;
  const site::SiteSnapshot& site = frame.site;
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_page(page, frame,
                                  {"/gioi-thieu/co-cau-to-chuc", "Cơ cấu tổ chức", "Các phòng, đơn vị thuộc Sở, chức năng và cách liên hệ.",
                                   site.first_of_kind("pages")},
                                  names::kFile);
  content.set(names::kAGENCY_FULL, site.setting("agency_full_name"));
  for (const site::Unit& unit : site.units()) {
    if (unit.kind != "board") continue;
    view::Dict root = content.section(names::kROOT);
    root.set(names::kUNIT_NAME, unit.name);
    root.set_if(names::kHAS_FUNCTIONS, names::kFUNCTIONS, unit.functions);
  }
  for (const UnitGroup& group : kGroups) {
    std::vector<const site::Unit*> units;
    for (const site::Unit& unit : site.units())
      if (unit.kind == group.kind) units.push_back(&unit);
    if (units.empty()) continue;
    for (const char* where : {names::kGROUP, names::kGROUP_DETAIL}) {
      view::Dict one = content.section(where);
      one.set(names::kGROUP_TITLE, group.title);
      for (const site::Unit* unit : units) add_unit(one, site, *unit);
    }
  }
  // The address of a unit that ended, or its name, still finds who does its work now.
  if (!site.former_units().empty()) {
    view::Dict former = content.section(names::kHAS_FORMER);
    for (const site::FormerUnit& unit : site.former_units()) {
      view::Dict one = former.section(names::kFORMER);
      one.set(names::kUNIT_NAME, unit.name);
      one.set(names::kUNIT_ANCHOR, anchor_of(unit.id));
      one.set(names::kENDED_ON, unit.ended_on);
      if (!unit.into.is_set()) {
        one.show(names::kDISSOLVED);
        continue;
      }
      view::Dict into = one.section(names::kMERGED);
      into.set(names::kINTO_ANCHOR, anchor_of(unit.into));
      into.set(names::kINTO_NAME, unit.into_name);
    }
  }
  return frame.templates.render(page);
}

std::string view_leaders(const Frame& frame) {
  namespace names = tpl::news_leaders;
  const site::SiteSnapshot& site = frame.site;
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_page(page, frame,
                                  {"/gioi-thieu/lanh-dao", "Lãnh đạo Sở", "Giám đốc, các Phó Giám đốc Sở và lĩnh vực phụ trách.", site.first_of_kind("pages")},
                                  names::kFile);
  content.set(names::kAGENCY_FULL, site.setting("agency_full_name"));
  const bool any = std::any_of(site.people().begin(), site.people().end(), [](const site::Person& person) { return person.is_leader; });
  content.show(names::kNO_PEOPLE, !any);
  if (!any) return frame.templates.render(page);
  view::Dict people = content.section(names::kHAS_PEOPLE);
  for (const site::Person& person : site.people()) {
    if (!person.is_leader) continue;
    view::Dict one = people.section(names::kPERSON);
    one.set(names::kNAME, person.full_name);
    one.set(names::kJOB, person.job_title);
    one.set_if(names::kHAS_BIO, names::kBIO, person.bio);
    add_reach(one, person.phone, person.email);
  }
  return frame.templates.render(page);
}

std::string view_directory(const Frame& frame) {
  namespace names = tpl::news_directory;
  const site::SiteSnapshot& site = frame.site;
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_page(page, frame,
                                  {"/gioi-thieu/danh-ba", "Danh bạ công chức, viên chức",
                                   "Điện thoại, thư điện tử của công chức, viên chức, xếp theo phòng, đơn vị.", site.first_of_kind("pages")},
                                  names::kFile);
  for (const site::Unit& unit : site.units()) {
    view::Dict jump = content.section(names::kJUMP);
    jump.set(names::kUNIT_ANCHOR, anchor_of(unit.id));
    jump.set(names::kUNIT_SHORT, unit.short_name);
    view::Dict one = content.section(names::kUNIT);
    one.set(names::kUNIT_ANCHOR, anchor_of(unit.id));
    one.set(names::kUNIT_NAME, unit.name);
    if (!unit.phone.empty()) {
      view::Dict call = one.section(names::kHAS_UNIT_PHONE);
      call.set(names::kUNIT_PHONE, unit.phone);
      call.set(names::kUNIT_PHONE_HREF, site::dialable(unit.phone));
    }
    one.set_if(names::kHAS_UNIT_EMAIL, names::kUNIT_EMAIL, unit.email);
    const bool any = std::any_of(site.people().begin(), site.people().end(), [&](const site::Person& person) { return person.unit == unit.id; });
    if (!any) continue;
    view::Dict people = one.section(names::kHAS_PEOPLE);
    people.set(names::kUNIT_NAME, unit.name);
    for (const site::Person& person : site.people()) {
      if (person.unit != unit.id) continue;
      view::Dict row = people.section(names::kPERSON);
      row.set(names::kNAME, person.full_name);
      row.set(names::kJOB, person.job_title);
      add_reach(row, person.phone, person.email);
    }
  }
  return frame.templates.render(page);
}

std::string view_site_map(const Frame& frame, std::span<const ListEntry> pages) {
  namespace names = tpl::news_site_map;
  const site::SiteSnapshot& site = frame.site;
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_page(page, frame, {"/so-do-trang", "Sơ đồ trang", "Mọi chuyên mục và trang cố định của trang thông tin."}, names::kFile);
  for (const std::size_t top : site.top_sections()) {
    const site::Section& section = site.sections()[top];
    view::Dict one = content.section(names::kTOP);
    one.set(names::kSECTION_URL, section.path);
    one.set(names::kSECTION_TITLE, section.title);
    const bool is_pages = section.kind == "pages";
    if (section.children.empty() && !is_pages) continue;
    view::Dict below = one.section(names::kHAS_BELOW);
    const auto add = [&](std::string_view path, std::string_view title) {
      view::Dict child = below.section(names::kBELOW);
      child.set(names::kBELOW_URL, path);
      child.set(names::kBELOW_TITLE, title);
    };
    for (const std::size_t at : section.children) add(site.sections()[at].path, site.sections()[at].title);
    if (!is_pages) continue;
    for (const ListEntry& entry : pages)
      if (entry.section == section.id) add(article_path(section.path, entry.slug), entry.title);
    add("/gioi-thieu/co-cau-to-chuc", "Cơ cấu tổ chức");
    add("/gioi-thieu/lanh-dao", "Lãnh đạo Sở");
    add("/gioi-thieu/danh-ba", "Danh bạ công chức, viên chức");
  }
  return frame.templates.render(page);
}

std::string view_feed_list(const Frame& frame) {
  namespace names = tpl::news_feeds;
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_page(page, frame, {"/kenh-tin", "Kênh tin RSS, Atom", "Địa chỉ kênh tin RSS 2.0 và Atom của từng chuyên mục."}, names::kFile);
  const auto add = [&](std::string_view title, const std::string& path) {
    view::Dict row = content.section(names::kROW);
    row.set(names::kROW_TITLE, title);
    row.set(names::kRSS_URL, path + "rss.xml");
    row.set(names::kATOM_URL, path + "atom.xml");
  };
  add("Toàn bộ tin, bài", "/");
  for (const site::Section& section : frame.site.sections())
    if (section.kind == "article_list" || section.kind == "event") add(section.title, section.path);
  return frame.templates.render(page);
}

std::string view_accessibility(const Frame& frame) {
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_page(page, frame,
                                  {"/tuyen-bo-kha-nang-tiep-can", "Tuyên bố khả năng tiếp cận",
                                   "Trang dùng được cho người khiếm thị, người cao tuổi, bàn phím, màn hình nhỏ; cách báo chỗ khó dùng."},
                                  tpl::news_accessibility::kFile);
  add_agency(content, frame.site);
  return frame.templates.render(page);
}

std::string view_privacy(const Frame& frame) {
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_page(page, frame,
                                  {"/bao-ve-du-lieu-ca-nhan", "Bảo vệ dữ liệu cá nhân",
                                   "Trang thông tin giữ những dữ liệu gì của bạn đọc, dùng vào việc gì và quyền của bạn đọc."},
                                  tpl::news_privacy::kFile);
  add_agency(content, frame.site);
  return frame.templates.render(page);
}

std::string view_english(const Frame& frame) {
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin_page(page, frame, {"/en/", "English", "How to reach the Department of Justice; what this site offers in English."},
                                  tpl::news_english::kFile);
  add_agency(content, frame.site);
  return frame.templates.render(page);
}

}  // namespace portal::news
