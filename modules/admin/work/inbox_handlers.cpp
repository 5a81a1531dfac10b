// The inbox: what waits for this person and for the groups that they belong to, with how many and since when, narrowed and ordered as the address says.
#include <algorithm>
#include <array>

#include "modules/admin/rules.h"
#include "modules/admin/work/handlers.h"
#include "modules/admin/work/matter_card.h"
#include "modules/admin/work/parts.h"
#include "modules/admin/work/quota_card.h"
#include "modules/admin/work/report_card.h"
#include "modules/admin/work/store.h"
#include "modules/admin/work/views.h"
#include "shared/access/capability.h"
#include "shared/office/chrome.h"
#include "shared/office/counts.h"
#include "shared/workflow/requests.h"

namespace portal::admin {
namespace {

using office::Lane;
using office::LaneCount;
using workflow::State;

constexpr std::string_view kWork = "/quan-tri/";

// One tab of the inbox. Its number is that of its list before any filter.
struct Tab {
  std::string_view key;  // of the address; "" is what waits for me
  std::string_view label, heading, nothing, icon;
  bool of_board;         // for who sees the board's work
};

constexpr std::array kTabs{
    Tab{"", "Chờ tôi xử lý", "Chờ tôi xử lý", "Hiện không có việc nào chờ ông, bà. Việc mới sẽ hiện ở đây.", "inbox", false},
    Tab{"nhom", "Chưa ai nhận", "Chưa ai nhận, ông, bà nhận được", "Mọi việc của nhóm đều đã có người nhận.", "user-plus", false},
    Tab{"chua-giao", "Mới nhận", "Mới nhận, chờ Thư ký phân loại", "Mọi tin, bài đã nhận đều đã được phân loại.", "tag", true},
    Tab{"cho-dang", "Chờ đăng", "Đã kiểm tra lần cuối, chờ Thư ký đăng", "Không có tin, bài nào chờ đăng.", "file-check", true},
    Tab{"ca-ban", "Ở Ban Biên tập", "Mọi việc đang ở Ban Biên tập", "Không có tin, bài nào đang ở Ban Biên tập.", "users", true},
    Tab{"da-gui", "Tôi đã gửi, đang xử lý", "Tôi đã gửi", "Ông, bà chưa gửi tin, bài nào.", "send", false},
};

std::vector<Lane> lanes_of(const Tab& tab, server::Context& context) {
  if (tab.key.empty()) return office::lanes_waiting_for(context.db(), context.actor, context.now);
  if (tab.key == "nhom") return office::lanes_for_taking(context.db(), context.actor, context.now);
  if (tab.key == "chua-giao") return {{.kind = office::LaneKind::State, .key = "submitted"}};
  if (tab.key == "cho-dang") return {{.kind = office::LaneKind::State, .key = "ready"}};
  return tab.key == "ca-ban" ? office::lanes_of_board() : std::vector<Lane>{};
}

struct Tile {
  std::string url;
  std::string_view label, icon, tone;  // tone: LATE, SOON, ""
  LaneCount count;
  bool is_current = false;
};

void fill_tile(view::Dict& content, const Tile& tile, base::UtcTime now) {
  view::Dict out = content.section("TILE");
  out.set("TILE_URL", tile.url);
  // Of due times the longest waiting were looked at, and it is said so: "0+" would say nothing.
  const bool is_of_some = !tile.tone.empty() && tile.count.has_more;
  out.set("TILE_N", is_of_some ? std::to_string(tile.count.items) : tile.count.words());
  out.show("TILE_OF_SOME", is_of_some);
  out.set("TILE_LABEL", tile.label);
  out.set("TILE_ICON", tile.icon);
  out.show("LATE", tile.tone == "LATE" && tile.count.items > 0);
  out.show("SOON", tile.tone == "SOON" && tile.count.items > 0);
  out.set_if("TILE_AGED", "TILE_AGE", tile.count.oldest ? length_words(*tile.count.oldest, now) : std::string{});
  out.show(tile.is_current ? "TILE_CURRENT" : "TILE_OTHER");
}

std::string url_of(const Tab& tab, const std::string& query) {
  std::string url{kWork};
  if (!tab.key.empty()) url += "?xem=" + std::string{tab.key};
  if (!query.empty()) url += (tab.key.empty() ? "?" : "&") + query;
  return url;
}

std::vector<office::Flash> duties_of(const WorkStore::Duties& duties) {
  std::vector<office::Flash> flashes;
  if (duties.change_password)
    flashes.push_back({"warn", "Mật khẩu đang dùng là mật khẩu một lần. Vai trò của ông, bà chỉ có tác dụng sau khi đổi mật khẩu.", "/quan-tri/ca-nhan", "Đổi mật khẩu"});
  if (duties.set_up_totp)
    flashes.push_back({"warn", "Tài khoản này phải dùng xác thực hai lớp. Vai trò của ông, bà chỉ có tác dụng sau khi cài mã xác thực.", "/quan-tri/ca-nhan/hai-lop", "Cài mã xác thực"});
  return flashes;
}

// D9.3: from 1 November on somebody must enter the next year's calendar, or nothing that runs into it has a due time.
std::optional<office::Flash> calendar_alarm(App& app, server::Context& context) {
  if (!access::may(context.actor, access::Capability::ManageCalendar)) return {};
  const auto books = app.books.get(context.db());
  const duty::StoredCalendar* own = books->find(books->own);
  if (own == nullptr) return {};
  const auto year = duty::year_to_enter(*own, base::local_date(context.now));
  if (!year) return {};
  return office::Flash{"warn", "Chưa nhập lịch làm việc năm " + std::to_string(*year) + ". Thời hạn kéo sang năm này chưa có ngày hết hạn.", "/quan-tri/lich/", "Nhập lịch"};
}

void add_option(view::Dict& form, const char* section, std::string_view value, std::string_view label, bool is_chosen) {
  view::Dict option = form.section(section);
  option.set("VALUE", value);
  option.set("LABEL", label);
  option.show("SELECTED", is_chosen);
}

void fill_filters(view::Dict& content, WorkStore& store, const Tab& tab, const InboxFilter& filter, base::PersonId me) {
  view::Dict form = content.section("FILTERS");
  form.set_if("HAS_TAB", "TAB", tab.key);
  form.set("WORDS", filter.words);
  for (const SectionChoice& section : store.sections())
    add_option(form, "SECTION_OPTION", std::to_string(section.id.value), (section.is_below ? "– " : "") + section.title, section.id == filter.section);
  for (const auto& [id, name] : store.units()) add_option(form, "UNIT_OPTION", std::to_string(id.value), name, id == filter.unit);
  for (const State state : workflow::kAllStates)
    if (state != State::Discarded) add_option(form, "STATE_OPTION", workflow::key_of(state), workflow::label_of(state), filter.state == state);
  add_option(form, "HOLDER_OPTION", "chua-nhan", "chưa ai nhận", filter.only_free);
  add_option(form, "HOLDER_OPTION", "toi", "tôi", filter.holder == me);
  for (const auto& [id, name] : store.board())
    if (id != me) add_option(form, "HOLDER_OPTION", std::to_string(id.value), name, id == filter.holder);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kDues{{{"qua-han", "quá hạn"}, {"sap-den-han", "sắp đến hạn"}, {"khong-co", "không có hạn"}}};
  for (std::size_t i = 0; i < kDues.size(); ++i) add_option(form, "DUE_OPTION", kDues.at(i).first, kDues.at(i).second, static_cast<std::size_t>(filter.due) == i + 1);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kWaiting{
      {{"moi", "trong 24 giờ qua"}, {"1", "hơn 1 ngày"}, {"3", "hơn 3 ngày"}, {"7", "hơn 1 tuần"}, {"30", "hơn 30 ngày"}}};
  for (const auto& [value, label] : kWaiting) add_option(form, "WAITING_OPTION", value, label, filter.waiting == value);
  add_option(form, "ORDER_OPTION", "lau-nhat", "chờ lâu nhất", filter.order == WorkOrder::Oldest);
  add_option(form, "ORDER_OPTION", "moi-nhat", "mới nhất", filter.order == WorkOrder::Newest);
  if (tab.key != "da-gui") add_option(form, "ORDER_OPTION", "han", "hạn gần nhất", filter.order == WorkOrder::Due);
  if (filter.is_set()) form.section("IS_FILTERED").set("ALL_URL", url_of(tab, ""));
}

void fill_tiles(view::Dict& content, WorkStore& store, server::Context& context, const Tab& current, const InboxFilter& filter, bool sees_board) {
  for (const Tab& tab : kTabs) {
    if (tab.of_board && !sees_board) continue;
    const std::vector<Lane> lanes = lanes_of(tab, context);
    if (tab.key == "nhom" && lanes.empty()) continue;
    const bool is_here = tab.key == current.key;
    const LaneCount count = tab.key == "da-gui" ? store.sent_open() : office::count_lanes(context.db(), context.actor, lanes, context.now);
    const bool by_due = is_here && tab.key.empty() && (filter.due == DueFilter::Overdue || filter.due == DueFilter::Near);
    fill_tile(content, {url_of(tab, ""), tab.label, tab.icon, "", count, is_here && !by_due}, context.now);
    if (!tab.key.empty()) continue;
    const auto due = store.due_counts(lanes);
    fill_tile(content, {url_of(tab, "han=qua-han"), "Quá hạn", "triangle-alert", "LATE", due.overdue, by_due && filter.due == DueFilter::Overdue}, context.now);
    fill_tile(content, {url_of(tab, "han=sap-den-han"), "Sắp đến hạn", "alarm-clock", "SOON", due.near, by_due && filter.due == DueFilter::Near}, context.now);
  }
}

// Where somebody whose work does not come in lists finds it (D6, D12.1): the leadership, the administrators.
void fill_next_pages(view::Dict& empty, const access::Actor& actor) {
  struct Page {
    access::Capability capability;
    std::string_view url, label;
  };
  static constexpr std::array kPages{Page{access::Capability::SeeOverview, "/quan-tri/dieu-hanh/", "Xem trang Điều hành: việc trễ, chỉ tiêu, độ mới"},
                                     Page{access::Capability::ManageAccounts, "/quan-tri/tai-khoan/", "Quản lý tài khoản"}};
  for (const Page& page : kPages) {
    if (!access::may(actor, page.capability)) continue;
    view::Dict link = empty.section("NEXT_PAGE");
    link.set("NEXT_PAGE_URL", page.url);
    link.set("NEXT_PAGE_LABEL", page.label);
  }
}

// Acts on several rows at once that this person may have a use for in this tab; what each item answers, the preview says.
bool fill_bulk(view::Dict& rows, server::Context& context, const Tab& tab) {
  using access::Role;
  const access::Actor& actor = context.actor;
  const bool is_secretary = actor.has(Role::Secretary) || office::has_delegation(context.db(), actor, "act_as_secretary", context.now);
  const bool is_on_board = actor.has(Role::Secretary) || actor.has(Role::BoardMember) || actor.has(Role::BoardDeputy) || actor.has(Role::BoardHead);
  struct Offer {
    std::string_view key;
    const char* letter;  // section of the key that presses it
    std::string_view icon, label;
    bool is_offered;
  };
  const std::array offers{Offer{"nhan", "BULK_N", "user-check", "Nhận việc", is_on_board && (tab.key == "nhom" || tab.key == "ca-ban")},
                          Offer{"tra-lai", "BULK_T", "undo-2", "Trả lại việc", is_on_board && (tab.key.empty() || tab.key == "ca-ban")},
                          Offer{"tiep-nhan", "BULK_R", "inbox", "Tiếp nhận", is_secretary && (tab.key.empty() || tab.key == "chua-giao" || tab.key == "ca-ban")}};
  const bool may_give = is_secretary && (tab.key == "ca-ban" || tab.key == "nhom");
  if (!may_give && std::none_of(offers.begin(), offers.end(), [](const Offer& offer) { return offer.is_offered; })) return false;
  view::Dict bulk = rows.section("BULK");
  for (const Offer& offer : offers) {
    if (!offer.is_offered) continue;
    view::Dict act = bulk.section("BULK_ACT");
    act.set("BULK_KEY", offer.key);
    act.show(offer.letter);
    act.set("BULK_ICON", offer.icon);
    act.set("BULK_LABEL", offer.label);
  }
  bulk.show("BULK_GIVE", may_give);
  return true;
}

// Whose next act each row offers: where the list is of what waits for this person.
Doer doer_of(server::Context& context, const Tab& tab) {
  using access::Role;
  const access::Actor& actor = context.actor;
  Doer doer;
  if (tab.key == "ca-ban" || tab.key == "da-gui") return doer;
  doer.person = actor.person;
  doer.is_secretary = actor.has(Role::Secretary) || office::has_delegation(context.db(), actor, "act_as_secretary", context.now);
  doer.is_group = tab.key == "nhom";
  doer.is_waiting = tab.key.empty() || doer.is_group;
  return doer;
}

}  // namespace

http::Response show_work(App& app, server::Context& context) {
  WorkStore store(context.db(), context.actor, context.now);
  const http::Fields& query = context.request.query;
  const bool sees_board = office::sees_every_item(context.db(), context.actor, context.now);
  const Tab* tab = kTabs.begin();
  for (const Tab& one : kTabs)
    if (one.key == query.get("xem") && (sees_board || !one.of_board)) tab = &one;
  InboxFilter filter = parse_filter(query, context.actor.person);
  const bool is_sent = tab->key == "da-gui";
  if (is_sent && !query.has("xep")) filter.order = WorkOrder::Newest;  // what happened last is what its sender looks for
  const auto cursor = Cursor::parse(query.get("sau"));

  std::vector<office::Flash> flashes = duties_of(store.duties());
  if (auto alarm = calendar_alarm(app, context)) flashes.push_back(*std::move(alarm));
  office::OfficePage page(context, {.title = "Hộp việc", .menu = "inbox", .flashes = std::move(flashes)}, "admin/work.tpl");
  view::Dict& content = page.content();
  fill_tiles(content, store, context, *tab, filter, sees_board);
  fill_filters(content, store, *tab, filter, context.actor.person);
  if (tab->key.empty() && !filter.is_set()) fill_requests(content, workflow::requests_waiting_for(context.db(), context.actor), context.now);
  const WorkList list = is_sent ? store.sent(filter, cursor) : store.lanes(lanes_of(*tab, context), filter, cursor);
  content.set("LIST_HEADING", tab->heading);
  content.show("CAN_WRITE", access::may(context.actor, access::Capability::WriteItem));
  if (list.rows.empty()) {
    view::Dict empty = content.section("EMPTY");
    empty.set("NOTHING", filter.is_set() ? std::string_view{"Không có việc nào hợp với điều kiện lọc."} : tab->nothing);
    if (!filter.is_set()) fill_next_pages(empty, context.actor);
  } else {
    view::Dict rows = content.section("HAS_ROWS");
    view::Dict table = rows.include("TABLE", "admin/work_table.tpl");
    table.set("CAPTION", tab->heading);
    const bool may_tick = fill_bulk(rows, context, *tab);
    const Doer doer = doer_of(context, *tab);
    fill_work_rows(table, list, clocks_of(app, context, list), store.secretary_name(), context.now, {.may_tick = may_tick, .doer = &doer});
  }
  const std::string here = url_of(*tab, query_of(filter));
  fill_pager(content, here, !cursor, list.next, here + (here.find('?') == std::string::npos ? "?" : "&") + "sau=");
  if (sees_board) fill_queues(content, {});
  if (tab->key.empty() && !filter.is_set()) fill_matters(app, context, content);
  fill_reports(app, context, content);
  fill_unit_quota(context, content);
  return std::move(page).respond();
}

}  // namespace portal::admin
