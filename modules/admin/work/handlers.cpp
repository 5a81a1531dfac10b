#include "modules/admin/work/handlers.h"

#include <algorithm>

#include "modules/admin/rules.h"
#include "modules/admin/work/parts.h"
#include "modules/admin/work/store.h"
#include "modules/admin/work/views.h"
#include "shared/access/capability.h"
#include "shared/office/chrome.h"
#include "shared/office/counts.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"
#include "shared/workflow/act_name.h"
#include "shared/workflow/apply.h"
#include "shared/workflow/item.h"

namespace portal::admin {
namespace {

using workflow::State;

constexpr std::string_view kWork = "/quan-tri/";
std::optional<State> state_of(std::string_view slug) {
  std::string key{slug};
  std::replace(key.begin(), key.end(), '-', '_');
  return workflow::parse_state(key);
}

}  // namespace

http::Response show_queue(App& app, server::Context& context) {
  const auto state = state_of(context.path.text("state"));
  if (!state) return server::fault_response(context, {base::FaultKind::NotFound, "Không có hàng đợi này.", {}});
  WorkStore store(context.db(), context.actor, context.now);
  const http::Fields& query = context.request.query;
  QueueFilter filter;
  const auto words = text::clean_line(query.get("q"), 200);
  if (words) filter.words = *words;
  filter.kind = query.get("loai");
  const auto units = store.units();
  for (const auto& [id, name] : units)
    if (std::to_string(id.value) == query.get("don-vi")) filter.unit = id;
  const auto cursor = Cursor::parse(query.get("sau"));
  const WorkList list = store.queue(*state, filter, cursor);

  const std::string title{workflow::label_of(*state)};
  office::OfficePage page(context, {.title = title, .menu = "inbox", .crumbs = {{std::string{kWork}, "Hộp việc"}}, .here = title}, "admin/queue.tpl");
  view::Dict& content = page.content();
  const std::string path = queue_url(*state);
  content.set("HEADING", title);
  content.set("ACTION", path);
  content.set("WORDS", filter.words);
  for (const auto& [id, name] : units) {
    view::Dict option = content.section("UNIT_OPTION");
    option.set("VALUE", std::to_string(id.value));
    option.set("LABEL", name);
    option.show("SELECTED", id == filter.unit);
  }
  for (const KindWords& kind : item_kinds()) {
    view::Dict option = content.section("KIND_OPTION");
    option.set("VALUE", kind.key);
    option.set("LABEL", kind.label);
    option.show("SELECTED", kind.key == filter.kind);
  }
  if (list.rows.empty()) {
    content.section("EMPTY").set("NOTHING", "Không có tin, bài nào trong hàng đợi này, hoặc không có bài nào hợp với điều kiện lọc.");
  } else {
    view::Dict table = content.section("HAS_ROWS").include("TABLE", "admin/work_table.tpl");
    table.set("CAPTION", title);
    fill_work_rows(table, list, clocks_of(app, context, list), store.secretary_name(), context.now);
  }
  std::string base = path + "?";
  if (!filter.words.empty()) base += "q=" + http::url_encode(filter.words) + "&";
  if (filter.unit.is_set()) base += "don-vi=" + std::to_string(filter.unit.value) + "&";
  if (!filter.kind.empty()) base += "loai=" + http::url_encode(filter.kind) + "&";
  fill_pager(content, base.substr(0, base.size() - 1), !cursor, list.next, base + "sau=");
  fill_queues(content, *state);
  return std::move(page).respond();
}

http::Response show_history(App& /*app*/, server::Context& context) {
  const auto id = context.path.id<base::ItemId>("id");
  const auto item = workflow::find_item(context.db(), id);
  const bool may_read = item && workflow::may_see(context.db(), context.actor, *item, context.now);
  if (!may_read) return server::fault_response(context, {base::FaultKind::NotFound, "Không tìm thấy bài này.", {}});

  const std::string url = office_url(item->module, item->id);
  office::OfficePage page(context,
                          {.title = "Lịch sử " + item->code, .menu = "inbox", .crumbs = {{std::string{kWork}, "Hộp việc"}, {url, item->code}}, .here = "Lịch sử"},
                          "admin/history.tpl");
  view::Dict& content = page.content();
  content.set("TITLE", item->title);
  content.set("CODE", item->code);
  content.set("URL", url);
  content.set("STATE", item->state ? workflow::label_of(*item->state) : std::string_view{"Không rõ"});
  content.set("STATE_ICON", item->state ? workflow::icon_of(*item->state) : std::string_view{"info"});
  auto entries = workflow::read_history(context.db(), id);
  std::reverse(entries.begin(), entries.end());
  for (const workflow::HistoryEntry& entry : entries) {
    view::Dict row = content.section("ENTRY");
    row.set("WHEN", base::format_date_time(entry.at));
    row.set("WHO", entry.person_name);
    row.set("WHAT", workflow::words_of_act(entry.action_key));
    if (entry.version != 0) row.section("HAS_VERSION").set("VERSION", std::int64_t{entry.version});
    row.set_if("HAS_AUTHORITY", "AUTHORITY", entry.authority);
    row.set_if("HAS_GROUND", "GROUND", entry.ground_label);
    row.set_if("HAS_NOTE", "NOTE", entry.note);
  }
  return std::move(page).respond();
}

http::Response show_audit(App& /*app*/, server::Context& context) {
  const http::Fields& query = context.request.query;
  WorkStore store(context.db(), context.actor, context.now);
  AuditFilter filter;
  std::string problem;
  filter.until = context.now + std::chrono::minutes(1);
  const std::string day{text::trim(query.get("den-ngay"))};
  if (!day.empty()) {
    const auto at = base::parse_date_time(day);
    if (at)
      filter.until = std::min(filter.until, *at + std::chrono::hours(24));
    else
      problem = "Viết ngày theo dạng ngày/tháng/năm, ví dụ 25/11/2026.";
  }
  const auto people = store.people();
  for (const auto& [id, name] : people)
    if (std::to_string(id.value) == query.get("nguoi")) filter.person = id;
  // "TB-2026-0931" is an item's code; "role:7" a chain as the links of this page write it.
  const std::string thing{text::trim(query.get("muc"))};
  if (const auto item = thing.empty() ? std::nullopt : store.item_by_code(thing))
    filter.chain = "item:" + std::to_string(item->value);
  else
    filter.chain = thing.substr(0, text::offset_of_character(thing, 40));
  const auto cursor = Cursor::parse(query.get("truoc"));
  const auto list = store.audit(filter, cursor);

  office::OfficePage page(context, {.title = "Nhật ký", .menu = "audit"}, "admin/audit.tpl");
  view::Dict& content = page.content();
  content.set("THING", thing);
  content.set("DAY", day);
  content.set_if("PROBLEM", "PROBLEM_TEXT", problem);
  for (const auto& [id, name] : people) {
    view::Dict option = content.section("PERSON_OPTION");
    option.set("VALUE", std::to_string(id.value));
    option.set("LABEL", name);
    option.show("SELECTED", id == filter.person);
  }
  if (list.rows.empty()) content.section("EMPTY").set("NOTHING", "Không có việc nào hợp với điều kiện tìm.");
  const bool reads_content = office::sees_every_item(context.db(), context.actor, context.now);
  view::Dict table = content;
  if (!list.rows.empty()) table = content.section("HAS_ROWS");
  for (const AuditRow& row : list.rows) {
    view::Dict out = table.section("ROW");
    out.set("WHEN", base::format_date_time(row.at));
    out.set("WHO", row.person);
    out.set("WHAT", workflow::words_of_act(row.action));
    const std::string url = url_of_chain(row.chain);
    if (url.empty()) {
      out.section("NO_LINK").set("THING_WORDS", words_of_chain(row.chain));
    } else {
      view::Dict link = out.section("LINK");
      link.set("URL", url);
      link.set("THING_WORDS", words_of_chain(row.chain));
    }
    out.set_if("HAS_AUTHORITY", "AUTHORITY", row.authority);
    // Reasons of refusal and the like are content, over which the network administrator has no right (D6.3).
    const bool is_content = row.chain.starts_with("item:") || row.chain.starts_with("matter:") || row.chain.starts_with("intake:");
    if (is_content && !reads_content) continue;
    out.set_if("HAS_NOTE", "NOTE", row.is_purged ? std::string{"(nội dung đã ẩn hoặc đã tiêu hủy theo quy định; mã băm còn trong nhật ký)"} : row.note);
  }
  std::string base = "/quan-tri/nhat-ky/?";
  if (!thing.empty()) base += "muc=" + http::url_encode(thing) + "&";
  if (filter.person.is_set()) base += "nguoi=" + std::to_string(filter.person.value) + "&";
  if (!day.empty()) base += "den-ngay=" + http::url_encode(day) + "&";
  fill_pager(content, base.substr(0, base.size() - 1), !cursor, list.next, base + "truoc=");
  return std::move(page).respond();
}

}  // namespace portal::admin
