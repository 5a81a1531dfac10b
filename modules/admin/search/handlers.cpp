#include "modules/admin/search/handlers.h"

#include "modules/admin/search/store.h"
#include "shared/office/chrome.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::admin {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 200;

}  // namespace

http::Response show_search(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Tìm kiếm", .menu = ""}, "admin/search.tpl");
  view::Dict& content = page.content();
  const auto words = text::clean_line(context.request.query.get("q"), kLongest);
  content.set("WORDS", words ? *words : std::string{});
  if (!words || text::count_code_points(*words) < kShortest) {
    content.show("ASK");
    return std::move(page).respond();
  }
  const auto groups = SearchStore(context.db(), context.actor, context.now).find(*words);
  if (groups.empty()) content.section("NOTHING").set("WORDS_AGAIN", *words);
  for (const FoundGroup& group : groups) {
    view::Dict out = content.section("GROUP");
    out.set("GROUP_LABEL", group.label);
    out.set("GROUP_ICON", group.icon);
    out.show("HAS_MORE", group.has_more);
    for (const Found& found : group.found) {
      view::Dict row = out.section("FOUND");
      if (found.url.empty()) {
        row.section("NO_LINK").set("FOUND_TITLE", found.title);
      } else {
        view::Dict link = row.section("LINK");
        link.set("FOUND_URL", found.url);
        link.set("FOUND_TITLE", found.title);
      }
      row.set_if("HAS_NOTE", "FOUND_NOTE", found.note);
    }
  }
  return std::move(page).respond();
}

http::Response show_keys(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Phím tắt", .menu = "keys"}, "admin/keys.tpl");
  return std::move(page).respond();
}

}  // namespace portal::admin
