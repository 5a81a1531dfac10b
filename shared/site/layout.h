// Layout: fills templates/layout/public.tpl (variables: templates/README.md) and the error page, the same for every public program.
//
//   view::Page page(tpl::layout_public::kFile);
//   site::PageInfo info{.title = "Tin tức", .section = section, …};
//   view::Dict content = site::fill_layout(page, frame, info, "news/section.tpl");   // the dictionary of the CONTENT include
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/site/chrome.h"
#include "shared/site/snapshot.h"
#include "shared/view/view.h"

namespace portal::site {

// What every view needs: the templates, the site as it was when the request began, its menu and foot, our address, and now.
struct Frame {
  const view::Templates& templates;
  const SiteSnapshot& site;
  const Chrome& chrome;  // of `site`
  std::string_view origin;
  base::UtcTime now;

  Frame(const view::Templates& all, const ShownSite& shown, std::string_view our_origin, base::UtcTime at)
      : templates(all), site(shown.snapshot), chrome(shown.chrome), origin(our_origin), now(at) {}
};

struct Feed {
  std::string title;
  std::string path;   // "/tin-tuc/rss.xml"
  std::string_view type = "application/rss+xml";
};

struct Crumb {
  std::string_view path;
  std::string_view label;
};

// What differs from page to page. Views: everything pointed at lives until the page is rendered.
struct PageInfo {
  std::string_view title;              // without the agency's name; "" on the home page
  std::string_view description;        // one sentence
  std::string_view canonical_path;     // "" when the page has none (errors, cursor pages)
  const Section* section = nullptr;    // where the page lies: menu and breadcrumbs
  bool is_section_itself = false;      // true when the page is the section's own list (it is then no crumb)
  std::span<const Crumb> more_crumbs;  // after the sections
  std::span<const Feed> feeds;
  bool is_home = false;
  bool is_article = false;             // Open Graph type
  bool is_noindex = false;
  bool has_crumbs = true;
  base::UtcTime updated;               // "Cập nhật"
};

// Fills the frame around `content_file` and gives the dictionary of the page itself.
view::Dict fill_layout(view::Page& page, const Frame& in, const PageInfo& info, std::string_view content_file);

// The words of an error page; `what` replaces the usual sentence when not empty.
struct ErrorWords {
  std::string_view heading;
  std::string_view what;
  std::string_view todo;
};
[[nodiscard]] ErrorWords words_of(int status);

// A whole error page in the public layout.
[[nodiscard]] std::string render_error(const Frame& in, int status, std::string_view what, std::string_view request_id);

}  // namespace portal::site
