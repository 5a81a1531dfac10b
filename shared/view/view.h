// View: ctemplate behind three small types. The library's header is included in view.cpp only.
//
//   view::Page page(kArticleTpl);                   // template file relative to templates_dir
//   page.set(tpl::kTITLE, article.title);           // escaped by context when rendered
//   page.set_html(tpl::kBODY_HTML, body);           // Html only, for variables with :none
//   for (auto& x : related) page.section(tpl::kRELATED).set(tpl::kURL, x.url);
//   std::string html = templates.render(page);
//
// Variable names come from generated headers ("generated/tpl/news/article.h", namespace
// portal::tpl::news_article, constants kNAME), so a misspelt variable does not compile. Names as
// plain string literals are accepted for globals set by the layout.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/html.h"

namespace ctemplate {
class TemplateDictionary;
class TemplateCache;
}  // namespace ctemplate

namespace portal::view {

// A dictionary or one of its sections. A cheap handle; the Page owns everything. Valid while the
// Page lives.
class Dict {
 public:
  explicit Dict(ctemplate::TemplateDictionary* raw) : raw_(raw) {}

  void set(const char* name, std::string_view value);
  void set(const char* name, std::int64_t value);
  // For a variable that the template marks `:none` (names ending _HTML). Only Html fits.
  void set_html(const char* name, const base::Html& value);
  // Sets a variable for every template of the page, included ones too.
  void set_global(const char* name, std::string_view value);
  // Adds one repetition of {{#name}}…{{/name}}.
  Dict section(const char* name);
  // Shows {{#name}} once, without variables of its own; does nothing when `condition` is false.
  void show(const char* name, bool condition = true);
  // set() + show(): {{#HAS_x}}…{{x}}… for an optional text; nothing when `value` is empty.
  void set_if(const char* section_name, const char* name, std::string_view value);
  // Fills {{>name}} with template `file`.
  Dict include(const char* name, std::string_view file);

 protected:
  ctemplate::TemplateDictionary* raw_;
};

// One page about to be rendered: the template's file name and its dictionary.
class Page : public Dict {
 public:
  explicit Page(std::string_view file);
  ~Page();
  Page(Page&&) noexcept;
  Page& operator=(Page&&) = delete;
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  [[nodiscard]] const std::string& file() const { return file_; }

  [[nodiscard]] const ctemplate::TemplateDictionary* dictionary() const { return raw_; }

 private:
  std::string file_;
  std::unique_ptr<ctemplate::TemplateDictionary> owned_;
};

// All templates of a folder, loaded and checked at start, frozen, shared by all threads, plus the
// names of the built assets.
class Templates {
 public:
  // Throws std::runtime_error naming the file when one is missing or malformed (F38), or the
  // manifest cannot be read ("" = no assets). `office` chooses the office's set of icons (a
  // superset) for ICONS_URL. The addresses of the assets (SITE_CSS, SITE_JS, OFFICE_CSS, OFFICE_JS,
  // EDITOR_JS, FONT_400, FONT_600, FAVICON, ICONS_URL) are written into the templates here.
  Templates(const std::string& folder, const std::string& assets_manifest, bool office = false);
  ~Templates();
  Templates(const Templates&) = delete;
  Templates& operator=(const Templates&) = delete;

  // Expands the page. Throws std::runtime_error when any include is missing: a partial page is
  // never sent.
  [[nodiscard]] std::string render(const Page& page) const;
  // The same for a piece that goes into other pages by set_html().
  [[nodiscard]] base::Html render_part(const Page& part) const { return base::Html{render(part)}; }

  // Every template's name, relative to the folder, sorted.
  [[nodiscard]] std::span<const std::string> files() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace portal::view
