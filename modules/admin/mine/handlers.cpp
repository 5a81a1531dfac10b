#include "modules/admin/mine/handlers.h"

#include "modules/admin/work/store.h"
#include "modules/admin/work/views.h"
#include "shared/access/capability.h"
#include "shared/office/chrome.h"

namespace portal::admin {

http::Response show_mine(App& app, server::Context& context) {
  constexpr std::string_view kMine = "/quan-tri/bai-cua-toi";
  WorkStore store(context.db(), context.actor, context.now);
  const auto cursor = Cursor::parse(context.request.query.get("sau"));
  const WorkList list = store.mine(cursor);
  office::OfficePage page(context, {.title = "Bài của tôi", .menu = "mine"}, "admin/mine.tpl");
  view::Dict& content = page.content();
  content.show("CAN_WRITE", access::may(context.actor, access::Capability::WriteItem));
  if (list.rows.empty()) {
    content.show("EMPTY");
  } else {
    view::Dict table = content.section("HAS_ROWS").include("TABLE", "admin/work_table.tpl");
    table.set("CAPTION", "Bài của tôi, thay đổi gần nhất ở trên");
    std::vector<base::ItemId> items;
    for (const WorkRow& row : list.rows) items.push_back(row.id);
    fill_work_rows(table, list, office::read_clock_chips(context.db(), app.books, items, context.now), store.secretary_name(), context.now);
  }
  if (cursor || list.next) {
    view::Dict pager = content.section("PAGER");
    if (cursor) pager.set_if("HAS_FIRST", "FIRST_URL", kMine);
    if (list.next) pager.set_if("HAS_NEXT", "NEXT_URL", std::string{kMine} + "?sau=" + list.next->text());
  }
  return std::move(page).respond();
}

}  // namespace portal::admin
