// Giving several items to another editor at once (D11.1): chosen in the list, previewed with who has each now, carried out whole or not at all, and
// undone by one button while nobody has touched them since. Each is an act of its own in the trail.
#include <algorithm>
#include <charconv>

#include "modules/news/office/handlers.h"
#include "shared/office/chrome.h"
#include "shared/office/fields.h"
#include "shared/office/queries.h"
#include "shared/workflow/idempotency.h"

namespace portal::news {
namespace {

using base::FaultKind;
using office::OfficePage;
using workflow::Action;
using workflow::Item;

constexpr std::string_view kBulk = "/quan-tri/tin-bai/giao";
constexpr std::size_t kMostItems = 15;  // what is undone travels in an address of 300 characters

// One item of an undo: who had it before, and its row version after the act.
struct Step {
  base::ItemId item;
  base::PersonId before;
  unsigned row_version = 0;
};

template <typename T>
bool read_number(std::string_view& text, T& number, char end) {
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(at - text.data()));
  if (text.empty()) return end == '\0' || end == ',';
  if (text.front() != end) return false;
  text.remove_prefix(1);
  return true;
}

// "12:5:34,13:5:9"; nothing for anything else.
std::vector<Step> steps_in(std::string_view text) {
  std::vector<Step> steps;
  while (!text.empty()) {
    Step step;
    const bool is_step = read_number(text, step.item.value, ':') && read_number(text, step.before.value, ':') && read_number(text, step.row_version, ',');
    if (!is_step || steps.size() == kMostItems) return {};
    steps.push_back(step);
  }
  return steps;
}

std::string text_of(const std::vector<Step>& steps) {
  std::string text;
  for (const Step& step : steps)
    text += (text.empty() ? "" : ",") + std::to_string(step.item.value) + ":" + std::to_string(step.before.value) + ":" + std::to_string(step.row_version);
  return text;
}

// The items that were ticked and that this person may give to somebody else now, in the order in which they were ticked.
std::vector<Item> chosen_items(OfficeApp& app, server::Context& context, const std::vector<std::string_view>& ticked) {
  std::vector<Item> items;
  for (std::string_view text : ticked) {
    base::ItemId id;
    std::string_view rest = text.substr(0, text.find(':'));
    if (items.size() == kMostItems || !read_number(rest, id.value, '\0')) continue;
    const auto item = office::find_visible(context, app.host, id);
    if (!item || !workflow::authorize(context.db(), context.actor, Action::Reassign, *item, context.now)) continue;
    if (std::none_of(items.begin(), items.end(), [&](const Item& one) { return one.id == item->id; })) items.push_back(*item);
  }
  return items;
}

std::string name_of(db::Connection& db, base::PersonId person) {
  auto rows = db.query(office::kPerson, person);
  return rows.next() ? std::string{rows.text(0)} : std::string{"Chưa giao ai"};
}

void fill_items(view::Dict& content, server::Context& context, const std::vector<Item>& items) {
  view::Dict table = content.section("HAS_ITEMS");
  for (const Item& item : items) {
    view::Dict row = table.section("ITEM");
    row.set("ITEM_URL", std::string{kOfficePath} + std::to_string(item.id.value));
    row.set("ITEM_TITLE", item.title);
    row.set("ITEM_CODE", item.code);
    row.set("ITEM_HOLDER", name_of(context.db(), item.assigned_to));
  }
}

OfficePage page_of(server::Context& context, std::string here) {
  office::Frame frame;
  frame.title = here;
  frame.menu = "news";
  frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}};
  frame.here = std::move(here);
  return {context, frame, "news-office/bulk.tpl"};
}

http::Response show_preview(server::Context& context, const std::vector<Item>& items, std::size_t ticked, std::string_view typed,
                            const std::vector<base::FieldError>& errors, int status) {
  OfficePage page = page_of(context, "Giao nhiều bài");
  view::Dict& content = page.content();
  content.set("HEADING", "Giao nhiều bài cho người khác biên tập");
  if (items.empty()) {
    content.show("NOTHING");
    return std::move(page).respond(status);
  }
  office::fill_error_summary(content, errors);
  fill_items(content, context, items);
  view::Dict form = content.section("PREVIEW");
  form.set("KEY", workflow::new_form_key());
  form.set("COUNT", static_cast<std::int64_t>(items.size()));
  if (ticked > items.size()) form.section("LEFT_OUT").set("LEFT_COUNT", static_cast<std::int64_t>(ticked - items.size()));
  for (const Item& item : items) form.section("CHOSEN").set("CHOSEN_ITEM", std::to_string(item.id.value) + ":" + std::to_string(item.row_version));
  std::vector<office::Choice> choices{{"", "Chọn thành viên Ban Biên tập", "", typed.empty()}};
  const std::string today = base::format_iso(context.now).substr(0, 10);
  auto rows = context.db().query(office::kBoardMembers, today, today);
  while (rows.next()) {
    const std::string id = std::to_string(rows.id<base::PersonId>(0).value);
    choices.push_back({id, std::string{rows.text(1)} + ", " + std::string{rows.text(2)}, "", id == typed});
  }
  office::add_select(form, "FIELD_ASSIGNEE", {.name = "assignee", .label = "Giao biên tập cho", .hint = "Thành viên Ban Biên tập (Đ.11.1).", .required = true}, choices, errors);
  return std::move(page).respond(status);
}

http::Response show_done(OfficeApp& app, server::Context& context, const std::vector<Step>& steps) {
  OfficePage page = page_of(context, "Đã giao");
  view::Dict& content = page.content();
  content.set("HEADING", "Đã giao " + std::to_string(steps.size()) + " bài");
  std::vector<Item> items;
  bool may_undo = !steps.empty();
  for (const Step& step : steps) {
    const auto item = office::find_visible(context, app.host, step.item);
    if (!item) continue;
    items.push_back(*item);
    may_undo = may_undo && item->row_version == step.row_version && step.before.is_set();
  }
  if (!items.empty()) fill_items(content, context, items);
  if (may_undo) {
    view::Dict undo = content.section("UNDO");
    undo.set("KEY", workflow::new_form_key());
    undo.set("STEPS", text_of(steps));
  }
  return std::move(page).respond();
}

// The acts of one form, whole or not at all; gives what would undo them.
struct Order {
  base::ItemId item;
  base::PersonId to;
  unsigned row_version = 0;
};

base::Result<std::vector<Step>> carry_out(OfficeApp& app, server::Context& context, const std::vector<Order>& orders) {
  std::vector<Step> steps;
  for (const Order& order : orders) {
    const auto before = workflow::find_item(context.db(), order.item, true);
    if (!before) return tl::unexpected(before.error());
    workflow::ActRequest request;
    request.item = order.item;
    request.action = Action::Reassign;
    request.row_version = order.row_version;
    request.assignee = order.to;
    const auto after = workflow::apply_transition(context.db(), context.actor, request, app.publisher, context.now);
    if (!after) {
      base::Fault fault = after.error();
      fault.message = before->code + ": " + fault.message;
      return tl::unexpected<base::Fault>(std::move(fault));
    }
    steps.push_back({order.item, before->assigned_to, after->row_version});
  }
  return steps;
}

std::vector<Order> orders_in(const http::Fields& form) {
  std::vector<Order> orders;
  if (form.has("lui")) {
    for (const Step& step : steps_in(form.get("lui"))) orders.push_back({step.item, step.before, step.row_version});
    return orders;
  }
  base::PersonId to;
  std::string_view typed = form.get("assignee");
  if (!read_number(typed, to.value, '\0')) to = {};
  for (std::string_view text : form.all("bai[]")) {
    Order order;
    order.to = to;
    if (orders.size() < kMostItems && read_number(text, order.item.value, ':') && read_number(text, order.row_version, '\0')) orders.push_back(order);
  }
  return orders;
}

}  // namespace

http::Response show_bulk(OfficeApp& app, server::Context& context) {
  const http::Fields& query = context.request.query;
  if (query.has("lui")) return show_done(app, context, steps_in(query.get("lui")));
  const auto ticked = query.all("bai[]");
  return show_preview(context, chosen_items(app, context, ticked), ticked.size(), "", {}, 200);
}

http::Response do_bulk(OfficeApp& app, server::Context& context) {
  db::Connection& db = context.db();
  const http::Fields& form = context.request.form;
  const auto before = workflow::find_form(db, context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const std::vector<Order> orders = orders_in(form);
  if (orders.empty()) return server::fault_response(context, {FaultKind::BadRequest, "Chưa chọn bài nào. Xin quay lại danh sách và đánh dấu các bài cần giao.", {}});
  std::string location;
  base::Result<std::vector<Step>> done = base::fail(FaultKind::Conflict, "Biểu mẫu vừa được gửi hai lần. Xin tải lại trang.");
  try {
    done = db::in_transaction(db, [&]() -> base::Result<std::vector<Step>> {
      auto steps = carry_out(app, context, orders);
      if (!steps) return steps;
      location = form.has("lui") ? std::string{kOfficePath} + "?trang-thai=editing" : std::string{kBulk} + "?lui=" + http::url_encode(text_of(*steps));
      workflow::remember_form(db, context.actor, context.request, location, context.now);
      return steps;
    });
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;  // its twin was carried out at this moment
  }
  if (done) return http::redirect(location);
  if (const auto twin = workflow::find_form(db, context.actor, context.request); twin && *twin) return http::redirect(**twin);
  const base::Fault& fault = done.error();
  const bool may_ask_again = !form.has("lui") && (fault.kind == FaultKind::Invalid || fault.kind == FaultKind::Stale);
  if (!may_ask_again) return server::fault_response(context, fault);
  std::vector<base::FieldError> errors = fault.fields;
  if (errors.empty()) errors.push_back({"assignee", fault.message, ""});
  const auto ticked = form.all("bai[]");
  return show_preview(context, chosen_items(app, context, ticked), ticked.size(), form.get("assignee"), errors, server::status_of(fault.kind));
}

}  // namespace portal::news
