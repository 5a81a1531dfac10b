#include "modules/admin/list_view.h"

#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

void fill_action(view::Dict& slot, const RowAction& action) {
  view::Dict part = slot.section(action.is_post ? "ACTION_FORM" : "ACTION_LINK");
  part.set("ACTION_URL", action.url);
  part.set("ACTION_LABEL", action.label);
  part.show("ACTION_DANGER", action.is_danger);
  if (!action.is_post) return;
  part.set("KEY", workflow::new_form_key());
  for (const auto& [name, value] : action.hidden) {
    view::Dict hidden = part.section("HIDDEN");
    hidden.set("HIDDEN_NAME", name);
    hidden.set("HIDDEN_VALUE", value);
  }
}

void fill_row(view::Dict& table, const ListRow& data) {
  view::Dict row = table.section("ROW");
  row.show("IS_CHILD", data.is_child);
  if (data.url.empty()) {
    row.section("PLAIN_TITLE").set("ROW_TITLE", data.title);
  } else {
    view::Dict link = row.section("LINK_TITLE");
    link.set("ROW_URL", data.url);
    link.set("ROW_TITLE", data.title);
  }
  for (const std::string& line : data.lines)
    if (!line.empty()) row.section("LINE").set("LINE_TEXT", line);
  for (const RowChip& chip : data.chips) {
    view::Dict made = row.section("CHIP");
    made.set("CHIP_KIND", chip.kind);
    made.set("CHIP_ICON", chip.icon);
    made.set("CHIP_TEXT", chip.text);
  }
  for (const RowAction& action : data.actions) {
    view::Dict slot = row.section("ACTION");
    fill_action(slot, action);
  }
}

std::string_view words_of(std::string_view done) {
  if (done == "luu") return "Đã lưu.";
  if (done == "them") return "Đã thêm.";
  if (done == "thu-hoi") return "Đã thu hồi, có hiệu lực ngay.";
  if (done == "xac-nhan") return "Đã xác nhận, có hiệu lực ngay.";
  if (done == "khoa") return "Đã khóa tài khoản và kết thúc mọi phiên của tài khoản.";
  if (done == "mo") return "Đã mở lại tài khoản.";
  return {};
}

}  // namespace

office::Frame admin_frame(server::Context& context, std::string title, std::string_view menu) {
  office::Frame frame;
  frame.title = std::move(title);
  frame.menu = menu;
  if (const std::string_view words = words_of(context.request.query.get("xong")); !words.empty()) frame.flashes.push_back({"ok", std::string{words}});
  return frame;
}

http::Response show_list(server::Context& context, office::Frame frame, const ListPage& list) {
  office::OfficePage page(context, std::move(frame), "admin/list.tpl");
  view::Dict& content = page.content();
  content.set("HEADING", list.heading);
  content.set_if("HAS_LEAD", "LEAD", list.lead);
  for (const RowAction& button : list.buttons) {
    view::Dict slot = content.section("BUTTON");
    slot.set("BUTTON_URL", button.url);
    slot.set("BUTTON_LABEL", button.label);
  }
  bool is_empty = true;
  for (const ListGroup& group : list.groups) {
    if (group.rows.empty()) continue;
    is_empty = false;
    view::Dict part = content.section("GROUP");
    part.set_if("HAS_GROUP_TITLE", "GROUP_TITLE", group.title);
    for (const ListRow& row : group.rows) fill_row(part, row);
  }
  if (is_empty) content.section("NOTHING").set("EMPTY_TEXT", list.empty_text);
  return std::move(page).respond();
}

}  // namespace portal::admin
