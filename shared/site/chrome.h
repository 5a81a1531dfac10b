// Chrome: what every public page shows alike as long as the site stays as it is, menu and foot. Rendered once for each SiteSnapshot: a page of one
// article is otherwise for a quarter the same menu and addresses again.
#pragma once

#include <vector>

#include "shared/base/html.h"
#include "shared/site/snapshot.h"
#include "shared/view/view.h"

namespace portal::site {

class Chrome {
 public:
  Chrome(const view::Templates& templates, const SiteSnapshot& site);

  // The entries of the main menu for a page that lies in `section` of the snapshot that the chrome was made from (nullptr: in none).
  [[nodiscard]] const base::Html& menu(const SiteSnapshot& site, const Section* section) const;
  // Contact data (D5.10) and links.
  [[nodiscard]] const base::Html& foot() const { return foot_; }

 private:
  std::vector<base::Html> menus_;  // by position among the top sections; the last one for pages in none
  base::Html foot_;
};

// A snapshot with its chrome: what requests share.
struct ShownSite {
  SiteSnapshot snapshot;
  Chrome chrome;

  ShownSite(const view::Templates& templates, SiteSnapshot of) : snapshot(std::move(of)), chrome(templates, snapshot) {}
};

}  // namespace portal::site
