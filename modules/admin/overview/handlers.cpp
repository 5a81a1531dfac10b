#include "modules/admin/overview/handlers.h"

#include <algorithm>
#include <charconv>

#include "modules/admin/overview/store.h"
#include "modules/admin/overview/views.h"
#include "modules/admin/work/views.h"
#include "shared/office/chrome.h"
#include "shared/office/counts.h"
#include "shared/office/fields.h"
#include "shared/workflow/transition.h"

namespace portal::admin {
namespace {

using base::UtcTime;

constexpr std::chrono::hours kDay{24};
constexpr std::int64_t kMostCounted = 1000;
constexpr int kMonthsOffered = 13;

std::string counted(std::int64_t number) { return number >= kMostCounted ? std::to_string(kMostCounted - 1) + "+" : std::to_string(number); }

// The month that was asked for, or this one; none that is yet to come.
Month month_in(const server::Context& context) {
  const Month now = Month::of(context.now);
  const auto asked = Month::parse(context.request.query.get("thang"));
  return asked && asked->value <= now.value ? *asked : now;
}

std::uint64_t number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number < UINT64_MAX / 2 ? number : 0;
}

// "3,7": duties by id; whatever is no number is left out.
std::vector<duty::DutyId> duties_in(std::string_view text) {
  std::vector<duty::DutyId> duties;
  while (!text.empty() && duties.size() < 50) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (const std::uint64_t id = number_in(text.substr(0, end)); id != 0) duties.push_back(duty::DutyId{id});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return duties;
}

struct Tile {
  std::string number, label, icon, url;
  std::string_view tone;  // LATE, SOON or ""
};

void fill_tile(view::Dict& content, const Tile& tile) {
  view::Dict out = content.section("TILE");
  out.set("TILE_N", tile.number);
  out.set("TILE_LABEL", tile.label);
  out.set("TILE_ICON", tile.icon);
  out.set("TILE_URL", tile.url);
  out.show("LATE", tile.tone == "LATE");
  out.show("SOON", tile.tone == "SOON");
}

void fill_months(view::Dict& content, const Month& chosen, const Month& now) {
  for (int back = 0; back < kMonthsOffered; ++back) {
    const Month month{now.value - std::chrono::months{back}};
    view::Dict option = content.section("MONTH_OPTION");
    option.set("VALUE", month.text());
    option.set("LABEL", month.words());
    option.show("SELECTED", month.value == chosen.value);
  }
}

// Whose act is next: by the item's step, by the duty where nobody holds the item, by the unit for what is no item.
std::string awaited(const BehindRow& row, const duty::Duty* duty, const std::string& secretaries) {
  if (row.closed) return "";
  if (row.state_key == "draft" || row.state_key == "returned") return row.author;
  const std::string by_step = name_of_holder({row.state_key, {}, row.unit_id, row.state_key == "unit_review" ? row.unit : row.editor, 0, {}}, secretaries);
  if (!by_step.empty() || duty == nullptr) return by_step;
  if (duty->party == "board") return secretaries.empty() ? "Thư ký Ban Biên tập" : secretaries;
  return row.unit.empty() ? std::string{duty::label_of_party(duty->party)} : "Lãnh đạo " + row.unit;
}

// What the row is of, in the words of somebody who may know it.
void fill_behind_row(view::Dict& table, const server::Context& context, bool sees_board, const duty::Books& books, const BehindRow& row,
                     const std::string& secretaries) {
  view::Dict out = table.section("ROW");
  const duty::Duty* duty = row.duty.is_set() ? duty::find_duty(books.duties, row.duty) : nullptr;
  if (row.item.is_set()) {
    const bool may = may_read_title(context.actor, sees_board, row);
    const std::string url = office_url(row.module, row.item);
    const std::string title = may ? row.title : "Bài " + row.code + " (chưa gửi Ban Biên tập)";
    if (may && !url.empty() && sees_board) {
      view::Dict link = out.section("LINK");
      link.set("URL", url);
      link.set("TITLE", title);
    } else {
      out.section("NO_LINK").set("TITLE", title);
    }
    const auto state = workflow::parse_state(row.state_key);
    out.set("STATE", state ? workflow::label_of(*state) : std::string_view{row.state_key});
  } else {
    out.section("NO_LINK").set("TITLE", duty != nullptr ? duty->title : row.subject);
    out.set("STATE", "");
  }
  out.set("CODE", row.code);
  out.set("UNIT", row.unit);
  if (duty != nullptr) {
    view::Dict clause = out.section("HAS_DUTY");
    clause.set("CLAUSE", duty->clause);
    clause.set("PARTY", duty::label_of_party(duty->party));
  }
  const UtcTime at = row.closed ? *row.closed : (row.due ? *row.due : row.since.value_or(context.now));
  out.set("AT", base::format_date_time(at));
  if (row.due && !row.closed) {
    const bool late = *row.due < context.now;
    office::add_chip(out.section("OPEN_CLOCK"), "CHIP", late ? "red" : "amber", late ? "triangle-alert" : "alarm-clock",
                     late ? "Quá hạn " + age_words(*row.due, context.now) : "Đến hạn " + base::format_time(*row.due));
  }
  if (row.due && row.closed) out.section("CLOSED_CLOCK").set("DUE", base::format_date_time(*row.due));
  out.set_if("HAS_HOLDER", "HOLDER", awaited(row, duty, secretaries));
}

struct ListHead {
  std::string title, time;
};

// Which list was asked for and what it holds; nothing for a kind that there is not.
std::optional<std::pair<ListHead, OverviewStore::Behind>> read_behind(server::Context& context, OverviewStore& store, const Month& month) {
  const http::Fields& query = context.request.query;
  const std::string_view kind = query.get("loai");
  const auto after = Cursor::parse(query.get("sau"));
  const base::UnitId unit{number_in(query.get("don-vi"))};
  const UtcTime tomorrow = base::start_of(base::local_date(context.now)) + kDay;
  const std::string in_month = " tháng " + month.words();
  if (kind == "qua-han") return std::pair{ListHead{"Đang quá hạn", "Hạn"}, store.due_clocks(UtcTime{}, context.now, after)};
  if (kind == "hom-nay") return std::pair{ListHead{"Đến hạn hôm nay", "Hạn"}, store.due_clocks(context.now, tomorrow, after)};
  if (kind == "dung-han" || kind == "tre-han") {
    const bool late = kind == "tre-han";
    return std::pair{ListHead{(late ? "Trễ hạn," : "Đúng hạn,") + in_month, "Xong lúc"}, store.ended_clocks(month, late, duties_in(query.get("dieu")), after)};
  }
  if (kind == "don-vi" && unit.is_set()) return std::pair{ListHead{"Tin, bài đơn vị cung cấp," + in_month, "Đến Ban Biên tập"}, store.supplied_items(unit, month, after)};
  const auto state = workflow::parse_state(query.get("buoc"));
  if (kind == "giu" && state)
    return std::pair{ListHead{std::string{workflow::label_of(*state)}, "Từ"},
                     store.held_items(workflow::key_of(*state), base::PersonId{number_in(query.get("nguoi"))}, unit, after)};
  return {};
}

// The same list without its place.
std::string list_url(const http::Fields& query) {
  std::string url{kBehindPath};
  for (const char* name : {"loai", "thang", "don-vi", "dieu", "buoc", "nguoi"})
    if (const std::string_view value = query.get(name); !value.empty())
      url += (url.find('?') == std::string::npos ? "?" : "&") + std::string{name} + "=" + http::url_encode(value);
  return url;
}

http::Response show_days(server::Context& context, const duty::Books& books, OverviewStore& store, const Month& month) {
  const Freshness freshness = freshness_of(books, month, store.posting_days(month), context.now);
  office::OfficePage page(context, {.title = "Ngày có tin mới", .menu = "overview", .crumbs = {{std::string{kOverviewPath}, "Điều hành"}}, .here = "Ngày có tin mới"},
                          "admin/overview_days.tpl");
  view::Dict& content = page.content();
  content.set("MONTH", month.words());
  content.show("NO_CALENDAR", !freshness.is_calendar_known);
  if (freshness.days.empty()) return std::move(page).respond();
  view::Dict table = content.section("HAS_DAYS");
  for (const Freshness::Day& day : freshness.days) {
    view::Dict row = table.section("DAY");
    row.set("DATE", base::format_date(base::start_of(day.date)));
    if (day.has_news)
      office::add_chip(row, "CHIP", "green", "circle-check", "Có tin mới");
    else
      office::add_chip(row, "CHIP", day.is_today ? "grey" : "red", day.is_today ? "clock" : "triangle-alert", day.is_today ? "Hôm nay, chưa có" : "Không có tin mới");
  }
  return std::move(page).respond();
}

}  // namespace

http::Response show_overview(App& app, server::Context& context) {
  OverviewStore store(context.db());
  const Month now = Month::of(context.now);
  const Month month = month_in(context);
  const auto books = app.books.get(context.db());
  const UtcTime tomorrow = base::start_of(base::local_date(context.now)) + kDay;
  const auto rates = store.rates(month);
  Rate all;
  for (const DutyRate& one : rates) {
    all.in_time += one.rate.in_time;
    all.late += one.rate.late;
  }
  const auto quotas = store.quotas(month);
  const auto owing = std::count_if(quotas.begin(), quotas.end(), [](const UnitQuota& quota) { return !quota.is_local() && quota.min; });
  const auto met = std::count_if(quotas.begin(), quotas.end(), [](const UnitQuota& quota) { return !quota.is_local() && quota.min && !quota.is_short(); });
  const Freshness freshness = freshness_of(*books, month, store.posting_days(month), context.now);
  const std::int64_t overdue = store.count_due(UtcTime{}, context.now);
  const std::int64_t today = store.count_due(context.now, tomorrow);

  office::OfficePage page(context, {.title = "Điều hành", .menu = "overview"}, "admin/overview.tpl");
  view::Dict& content = page.content();
  content.set("AS_OF", base::format_time(context.now) + " ngày " + base::format_date(context.now));
  content.set("MONTH", month.words());
  fill_months(content, month, now);
  const std::string list{kBehindPath};
  const std::string in_month = "&thang=" + month.text();
  fill_tile(content, {counted(overdue), "Việc quá hạn", "triangle-alert", list + "?loai=qua-han", overdue > 0 ? "LATE" : ""});
  fill_tile(content, {counted(today), "Đến hạn hôm nay", "alarm-clock", list + "?loai=hom-nay", today > 0 ? "SOON" : ""});
  fill_tile(content, {all.all() == 0 ? "–" : std::to_string(all.percent()) + " %", "Đúng hạn trong tháng", "circle-check", list + "?loai=tre-han" + in_month, ""});
  fill_tile(content, {std::to_string(met) + " / " + std::to_string(owing), "Đơn vị đủ định mức", "list-checks", "#dinh-muc", met < owing ? "SOON" : ""});
  fill_tile(content, {std::to_string(freshness.fresh()) + " / " + std::to_string(freshness.days.size()), "Ngày làm việc có tin mới", "calendar-check",
                      list + "?loai=ngay" + in_month, freshness.missed() > 0 ? "LATE" : ""});
  content.show("NO_CALENDAR", !freshness.is_calendar_known);

  const bool sees_board = office::sees_every_item(context.db(), context.actor, context.now);
  constexpr std::size_t kShown = 8;
  const std::string secretaries = store.secretaries(context.now);
  auto late = store.due_clocks(UtcTime{}, context.now, {});
  if (late.rows.empty()) {
    content.show("NOTHING_LATE");
  } else {
    view::Dict table = content.section("HAS_LATE");
    for (std::size_t i = 0; i < std::min(kShown, late.rows.size()); ++i) fill_behind_row(table, context, sees_board, *books, late.rows[i], secretaries);
    if (late.rows.size() > kShown) table.section("MORE_LATE").set("MORE_URL", list + "?loai=qua-han");
  }
  fill_quotas(content, quotas, month, context.now);
  fill_rates(content, by_clause(*books, rates), month);
  fill_trend(content, store.trend(Month{month.value - std::chrono::months{5}}.begin(), month.end()), month);
  fill_holders(content, store.holders(), secretaries, context.now);
  return std::move(page).respond();
}

http::Response show_behind(App& app, server::Context& context) {
  OverviewStore store(context.db());
  const Month month = month_in(context);
  const auto books = app.books.get(context.db());
  const http::Fields& query = context.request.query;
  if (query.get("loai") == "ngay") return show_days(context, *books, store, month);
  const auto list = read_behind(context, store, month);
  if (!list) return server::fault_response(context, {base::FaultKind::NotFound, "Không có danh sách này.", {}});
  const auto& [head, behind] = *list;
  office::OfficePage page(context, {.title = head.title, .menu = "overview", .crumbs = {{std::string{kOverviewPath}, "Điều hành"}}, .here = head.title},
                          "admin/overview_list.tpl");
  view::Dict& content = page.content();
  content.set("HEADING", head.title);
  if (behind.rows.empty()) {
    content.show("EMPTY");
    return std::move(page).respond();
  }
  view::Dict table = content.section("HAS_ROWS");
  table.set("CAPTION", head.title);
  table.set("TIME_HEAD", head.time);
  const bool sees_board = office::sees_every_item(context.db(), context.actor, context.now);
  const std::string secretaries = store.secretaries(context.now);
  for (const BehindRow& row : behind.rows) fill_behind_row(table, context, sees_board, *books, row, secretaries);
  const bool is_first = query.get("sau").empty();
  if (!is_first || behind.next) {
    view::Dict pager = content.section("PAGER");
    if (!is_first) pager.set_if("HAS_FIRST", "FIRST_URL", list_url(query));
    if (behind.next) pager.set_if("HAS_NEXT", "NEXT_URL", list_url(query) + "&sau=" + behind.next->text());
  }
  return std::move(page).respond();
}

}  // namespace portal::admin
