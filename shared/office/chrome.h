// Chrome: the frame around every office page (templates/layout/office.tpl): menu by capability, counts, who is logged in, log-out form,
// messages after an act. A handler fills the content's dictionary and answers.
//
//   office::OfficePage page(context, {.title = "Tin, bài", .menu = "news"}, "news-office/list.tpl");
//   page.content().set("COUNT", n);
//   return std::move(page).respond();
//
// CSRF_TOKEN is a template-global of every page: any form may write <input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}">.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/http/response.h"
#include "shared/server/server.h"
#include "shared/view/view.h"

namespace portal::office {

struct Crumb {
  std::string url{};
  std::string label{};
};

// A message above the page. `kind` is ok, info, warn or error; the icon follows from it. `url` and `label`: where to go next, if anywhere.
struct Flash {
  std::string kind{};
  std::string text{};
  std::string url{};
  std::string label{};
};

// What the frame needs to know of a page.
struct Frame {
  std::string title{};          // of the browser's tab; " | Quản trị nội dung" is put behind it
  std::string_view menu{};      // key of the current menu row (menu.h), "" for none
  std::vector<Crumb> crumbs{};  // ancestors, links
  std::string here{};           // this page in the crumbs, plain text; "" hides the crumbs when there are no ancestors either
  std::vector<Flash> flashes{};
  bool has_editor = false;    // loads editor.js
};

class OfficePage {
 public:
  // Reads the counts and the agency's name; a page is still made when the database is away (without them).
  OfficePage(server::Context& context, const Frame& frame, std::string_view content_template);

  // The dictionary of the content template.
  [[nodiscard]] view::Dict& content() { return content_; }

  // Renders. Office pages are never stored by anybody.
  [[nodiscard]] http::Response respond(int status = 200) &&;

 private:
  server::Context& context_;
  view::Page page_;
  view::Dict content_;
};

// Adds partials/error_summary.tpl as ERROR_SUMMARY inside section HAS_ERRORS, or nothing when `fields` is empty. `title` replaces the
// standard heading.
void fill_error_summary(view::Dict& content, const std::vector<base::FieldError>& fields, std::string_view title = {});

// The sentence for `field` with its clause in brackets, "" when it has no error.
[[nodiscard]] std::string error_of(const std::vector<base::FieldError>& fields, std::string_view field);

// The error page of an office program (Program::error_page). A POST whose text would be lost (session ended, role taken away, database
// away) gets a page that shows what was sent and offers to send it again with a fresh token.
[[nodiscard]] http::Response error_page(server::Context& context, int status, std::string_view what);

}  // namespace portal::office
