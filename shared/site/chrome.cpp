#include "shared/site/chrome.h"

#include <algorithm>

#include "generated/tpl/layout/foot.h"
#include "generated/tpl/layout/menu.h"

namespace portal::site {
namespace {

namespace names = tpl::layout_foot;

void add_link(view::Dict& column, std::string_view url, std::string_view label) {
  view::Dict link = column.section(names::kFOOTER_LINK);
  link.set(names::kLINK_URL, url);
  link.set(names::kLINK_LABEL, label);
}

// `here`: position among the top sections of the one that the page lies in.
base::Html render_menu(const view::Templates& templates, const SiteSnapshot& site, std::size_t here) {
  view::Page menu(tpl::layout_menu::kFile);
  for (std::size_t i = 0; i < site.top_sections().size(); ++i) {
    const Section& section = site.sections()[site.top_sections()[i]];
    view::Dict item = menu.section(tpl::layout_menu::kNAV_ITEM);
    item.set(tpl::layout_menu::kNAV_URL, section.path);
    item.set(tpl::layout_menu::kNAV_LABEL, section.menu_label());
    item.show(tpl::layout_menu::kNAV_CURRENT, i == here);
  }
  return templates.render_part(menu);
}

base::Html render_foot(const view::Templates& templates, const SiteSnapshot& site) {
  view::Page foot(names::kFile);
  foot.set(names::kADDRESS, site.setting("address"));
  foot.set(names::kPHONE, site.setting("phone"));
  foot.set(names::kPHONE_HREF, dialable(site.setting("phone")));
  foot.set_if(names::kHAS_FAX, names::kFAX, site.setting("fax"));
  foot.set_if(names::kHAS_MAP, names::kMAP_URL, site.setting("map_url"));
  foot.set(names::kEMAIL, site.setting("email"));
  foot.set(names::kHOURS, site.setting("hours"));
  view::Dict readers = foot.section(names::kFOOTER_COLUMN);
  readers.set(names::kCOLUMN_TITLE, "Dành cho bạn đọc");
  if (const Section* contact = site.first_of_kind("contact")) add_link(readers, contact->path, contact->title);
  if (site.first_of_kind("pages") != nullptr) add_link(readers, "/gioi-thieu/danh-ba", "Danh bạ công chức, viên chức");
  add_link(readers, "/gui-tin-bai", "Gửi tin, bài");
  add_link(readers, "/lich-lam-viec", "Lịch làm việc, ngày nghỉ");
  add_link(readers, "/tinh-thoi-han", "Tính thời hạn");
  add_link(readers, "/kenh-tin", "Kênh tin RSS, Atom");
  view::Dict about = foot.section(names::kFOOTER_COLUMN);
  about.set(names::kCOLUMN_TITLE, "Về trang này");
  add_link(about, "/so-do-trang", "Sơ đồ trang");
  add_link(about, "/tuyen-bo-kha-nang-tiep-can", "Tuyên bố khả năng tiếp cận");
  add_link(about, "/bao-ve-du-lieu-ca-nhan", "Bảo vệ dữ liệu cá nhân");
  return templates.render_part(foot);
}

}  // namespace

Chrome::Chrome(const view::Templates& templates, const SiteSnapshot& site) : foot_(render_foot(templates, site)) {
  for (std::size_t here = 0; here <= site.top_sections().size(); ++here) menus_.push_back(render_menu(templates, site, here));
}

const base::Html& Chrome::menu(const SiteSnapshot& site, const Section* section) const {
  std::size_t at = site.sections().size();
  if (section != nullptr && !section->ancestors.empty())
    at = section->ancestors.front();
  else if (section != nullptr && !section->is_hidden)
    at = static_cast<std::size_t>(section - site.sections().data());
  const auto& top = site.top_sections();
  return menus_[static_cast<std::size_t>(std::find(top.begin(), top.end(), at) - top.begin())];
}

}  // namespace portal::site
