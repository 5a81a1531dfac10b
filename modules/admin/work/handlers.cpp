#include "modules/admin/work/handlers.h"

#include <algorithm>
#include <charconv>

#include "modules/admin/work/store.h"
#include "shared/access/capability.h"
#include "shared/office/chrome.h"

namespace portal::admin {
namespace {

using workflow::State;

WorkCursor cursor_of(std::string_view text) {
  WorkCursor cursor;
  const auto dash = text.find('-');
  if (dash == std::string_view::npos || dash == 0) return cursor;
  std::int64_t micros = 0;
  std::from_chars(text.data(), text.data() + dash, micros);
  std::from_chars(text.data() + dash + 1, text.data() + text.size(), cursor.id.value);
  cursor.at = base::UtcTime{std::chrono::microseconds{micros}};
  return cursor;
}

std::string cursor_text(const WorkItem& last) {
  return std::to_string(last.since.time_since_epoch().count()) + "-" + std::to_string(last.id.value);
}

// How long something has waited, in the largest unit that says it. (Working hours come with the calendar.)
std::string age_of(base::UtcTime since, base::UtcTime now) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - since).count();
  if (minutes < 60) return std::to_string(std::max<std::int64_t>(minutes, 0)) + " phút";
  if (minutes < 48 * 60) return std::to_string(minutes / 60) + " giờ";
  return std::to_string(minutes / (24 * 60)) + " ngày";
}

// What the person is to do with an item that waits for them.
std::string_view task_of(const WorkItem& item) {
  if (!item.state) return "Chỉ đọc được";
  switch (*item.state) {
    case State::Draft: return "Viết tiếp, trình duyệt";
    case State::Returned: return "Sửa theo lý do trả lại, gửi lại";
    case State::UnitReview: return "Duyệt hoặc trả lại";
    case State::Submitted: return "Tiếp nhận, phân loại, giao";
    case State::Editing: return "Biên tập";
    case State::Verifying: return "Xác thực";
    case State::FinalCheck: return "Kiểm tra lần cuối";
    case State::Ready: return "Đăng";
    case State::Published:
    case State::Withdrawn:
    case State::Refused:
    case State::Discarded: return "Xem";
  }
  return "Xem";
}

// Who has the item now, for those who wait for it.
std::string holder_of(const WorkItem& item) {
  if (!item.holder.empty()) return item.holder;
  if (!item.state) return "–";
  switch (*item.state) {
    case State::UnitReview: return "Lãnh đạo " + item.unit;
    case State::Submitted:
    case State::Ready: return "Thư ký Ban Biên tập";
    case State::Editing: return "Chưa giao";
    case State::Verifying: return "Người xác thực";
    case State::FinalCheck: return "Người kiểm tra lần cuối";
    case State::Draft:
    case State::Returned: return item.author;
    case State::Published:
    case State::Withdrawn:
    case State::Refused:
    case State::Discarded: return "–";
  }
  return "–";
}

void fill_rows(view::Dict& content, const std::vector<WorkItem>& items, base::UtcTime now, bool shows_task) {
  if (items.empty()) {
    content.show("NOTHING");
    return;
  }
  view::Dict table = content.section("TABLE");
  table.show("TASK_HEAD", shows_task);
  table.show("HOLDER_HEAD", !shows_task);
  for (const WorkItem& item : items) {
    view::Dict row = table.section("ROW");
    row.set("ITEM_URL", item.url());
    row.set("ITEM_TITLE", item.title);
    row.set("ITEM_SUB", item.section + " · " + item.code + " · " + item.author + ", " + item.unit);
    row.set("STATE_ICON", item.state ? workflow::icon_of(*item.state) : "lock");
    row.set("STATE_LABEL", item.state ? workflow::label_of(*item.state) : std::string_view{item.state_key});
    row.set("AGE", age_of(item.since, now));
    row.set("SINCE", base::format_date_time(item.since));
    row.set("SINCE_ISO", base::format_iso(item.since));
    if (shows_task)
      row.section("TASK_CELL").set("TASK", task_of(item));
    else
      row.section("HOLDER_CELL").set("HOLDER", holder_of(item));
  }
}

void add_tile(view::Dict& content, std::string_view url, std::int64_t number, std::string_view icon, std::string_view label, bool is_current) {
  view::Dict tile = content.section("TILE");
  tile.set("TILE_URL", url);
  tile.set("TILE_NUMBER", number);
  tile.set("TILE_ICON", icon);
  tile.set("TILE_LABEL", label);
  tile.show("TILE_CURRENT", is_current);
}

enum class Tab { Waiting, Sent, Submitted, Ready, Other };

void fill_tiles(server::Context& context, view::Dict& content, std::int64_t waiting, Tab tab) {
  const WorkCounts counts = WorkStore(context.db()).counts(context.actor);
  const bool sees_queues = access::may(context.actor, access::Capability::SeeAllItems);
  add_tile(content, "/quan-tri/", waiting, "inbox", "Chờ tôi xử lý", tab == Tab::Waiting);
  add_tile(content, "/quan-tri/da-gui", counts.sent, "send", "Tôi đã gửi, đang xử lý", tab == Tab::Sent);
  if (sees_queues) {
    add_tile(content, "/quan-tri/hang-doi/submitted", counts.unassigned, "user-check", "Chưa phân loại, chưa giao", tab == Tab::Submitted);
    add_tile(content, "/quan-tri/hang-doi/ready", counts.ready, "file-check", "Chờ đăng", tab == Tab::Ready);
  }
  if (sees_queues && counts.unconfirmed_takedowns > 0) content.section("UNCONFIRMED").set("UNCONFIRMED_COUNT", counts.unconfirmed_takedowns);
  content.show("MAY_WRITE", access::may(context.actor, access::Capability::WriteItem));
}

office::OfficePage work_page(server::Context& context, std::string title) {
  office::Frame frame;
  frame.title = std::move(title);
  frame.menu = "inbox";
  return {context, frame, "admin/work.tpl"};
}

}  // namespace

http::Response show_work(App& app, server::Context& context) {
  static_cast<void>(app);
  const std::vector<WorkItem> items = WorkStore(context.db()).waiting(context.actor, context.now);
  office::OfficePage page = work_page(context, "Hộp việc");
  view::Dict& content = page.content();
  content.set("HEADING", "Hộp việc");
  content.set("CAPTION", "Việc chờ tôi xử lý, chờ lâu nhất trước");
  content.set("EMPTY_TITLE", "Không có việc nào chờ ông, bà");
  content.set("EMPTY_TEXT", "Khi có bài cần ông, bà làm tiếp, bài hiện ở đây.");
  fill_tiles(context, content, static_cast<std::int64_t>(items.size()), Tab::Waiting);
  fill_rows(content, items, context.now, true);
  return std::move(page).respond();
}

http::Response show_sent(App& app, server::Context& context) {
  static_cast<void>(app);
  WorkStore store(context.db());
  const WorkPage sent = store.sent(context.actor, cursor_of(context.request.query.get("tu")));
  office::OfficePage page = work_page(context, "Tôi đã gửi");
  view::Dict& content = page.content();
  content.set("HEADING", "Tôi đã gửi");
  content.set("CAPTION", "Bài tôi đã gửi và bài đang ở đâu, mới thay đổi trước");
  content.set("EMPTY_TITLE", "Ông, bà chưa gửi bài nào");
  content.set("EMPTY_TEXT", "Bài đã trình lãnh đạo đơn vị hoặc gửi Ban Biên tập hiện ở đây cho tới khi đăng.");
  fill_tiles(context, content, static_cast<std::int64_t>(store.waiting(context.actor, context.now).size()), Tab::Sent);
  fill_rows(content, sent.items, context.now, false);
  if (sent.has_more) content.section("HAS_OLDER").set("OLDER_URL", "/quan-tri/da-gui?tu=" + cursor_text(sent.items.back()));
  return std::move(page).respond();
}

http::Response show_queue(App& app, server::Context& context) {
  static_cast<void>(app);
  const auto state = workflow::parse_state([&] {
    std::string key{context.path.text("state")};
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
  }());
  const bool is_open = state && *state != State::Draft && *state != State::Discarded;
  if (!is_open) return server::fault_response(context, {base::FaultKind::NotFound, "Không có hàng đợi này.", {}});
  WorkStore store(context.db());
  const WorkPage queue = store.queue(*state, cursor_of(context.request.query.get("tu")));
  office::OfficePage page = work_page(context, std::string{workflow::label_of(*state)});
  view::Dict& content = page.content();
  content.set("HEADING", workflow::label_of(*state));
  content.set("CAPTION", "Hàng đợi, chờ lâu nhất trước");
  content.set("EMPTY_TITLE", "Không có bài nào ở trạng thái này");
  content.set("EMPTY_TEXT", "");
  const Tab tab = *state == State::Submitted ? Tab::Submitted : (*state == State::Ready ? Tab::Ready : Tab::Other);
  fill_tiles(context, content, static_cast<std::int64_t>(store.waiting(context.actor, context.now).size()), tab);
  fill_rows(content, queue.items, context.now, false);
  if (queue.has_more)
    content.section("HAS_OLDER").set("OLDER_URL", "/quan-tri/hang-doi/" + std::string{context.path.text("state")} + "?tu=" + cursor_text(queue.items.back()));
  return std::move(page).respond();
}

}  // namespace portal::admin
