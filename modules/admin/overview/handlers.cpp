#include "modules/admin/overview/handlers.h"

#include <algorithm>

#include "modules/admin/overview/behind.h"
#include "modules/admin/overview/reminders.h"
#include "modules/admin/work/views.h"
#include "shared/access/authority.h"
#include "shared/duty/show.h"
#include "shared/mail/outbox.h"
#include "shared/office/chrome.h"
#include "shared/office/fields.h"
#include "shared/workflow/audit.h"

namespace portal::admin {
namespace {

using base::UtcTime;

constexpr std::chrono::hours kDay{24};
constexpr std::int64_t kMostCounted = 1000;
constexpr int kMonthsOffered = 13;

std::string counted(std::int64_t number) { return number >= kMostCounted ? std::to_string(kMostCounted - 1) + "+" : std::to_string(number); }

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

void fill_behind_row(view::Dict& table, const Reader& reader, const BehindRow& row, const Reminders& reminders, std::string_view back) {
  view::Dict out = table.section("ROW");
  const BehindLine line = line_of(reader, row);
  if (!line.url.empty()) {
    view::Dict link = out.section("LINK");
    link.set("URL", line.url);
    link.set("TITLE", line.title);
  } else {
    out.section("NO_LINK").set("TITLE", line.title);
  }
  out.set("STATE", line.state);
  out.set("CODE", line.code);
  out.set("UNIT", line.unit);
  if (!line.clause.empty()) {
    view::Dict clause = out.section("HAS_DUTY");
    clause.set("CLAUSE", line.clause);
    clause.set("PARTY", line.party);
  }
  out.set("AT", base::format_date_time(line.at));
  if (!line.why_url.empty()) {
    view::Dict why = out.section("WHY");
    why.set("WHY_URL", line.why_url);
    why.set("TITLE_AGAIN", line.title);
  }
  if (row.due) {
    // In working units, as everywhere else (D9.3): nobody is five days late over Tết.
    const duty::Shown shown = duty::show_clock(reader.books, row.clock, reader.now);
    office::add_chip(out.section("OPEN_CLOCK"), "CHIP", shown.chip_kind(), shown.icon(), shown.words);
    if (!row.closed) reminders.fill(out, cause_of_clock(row.key), line.title, back);
  }
  if (row.due && row.closed) out.section("CLOSED_CLOCK").set("DUE", base::format_date_time(*row.due));
  out.set_if("HAS_HOLDER", "HOLDER", line.holder);
}

// Where a list is taken away as a file.
void fill_files(view::Dict& content, const http::Fields& query) {
  content.set("CSV_URL", behind_url(kCsvPath, query));
  content.set("ODS_URL", behind_url(kOdsPath, query));
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
  fill_files(table, context.request.query);
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

  office::Frame frame{.title = "Điều hành", .menu = "overview"};
  if (const std::string_view done = context.request.query.get("xong"); done == kReminded) frame.flashes.push_back({"ok", std::string{kRemindedWords}});
  office::OfficePage page(context, std::move(frame), "admin/overview.tpl");
  view::Dict& content = page.content();
  content.set("AS_OF", base::format_time(context.now) + " ngày " + base::format_date(context.now));
  content.set("MONTH", month.words());
  fill_months(content, month, now);
  const std::string list{kBehindPath};
  const std::string in_month = "&thang=" + month.text();
  fill_tile(content, {counted(overdue), "Việc quá hạn", "triangle-alert", list + "?loai=qua-han", overdue > 0 ? "LATE" : ""});
  fill_tile(content, {counted(today), "Đến hạn hôm nay", "alarm-clock", list + "?loai=hom-nay", today > 0 ? "SOON" : ""});
  fill_tile(content, {all.all() == 0 ? "–" : std::to_string(all.percent()) + " %", "Đúng hạn trong tháng", "circle-check", list + "?loai=da-xong" + in_month, ""});
  fill_tile(content, {std::to_string(met) + " / " + std::to_string(owing), "Đơn vị đủ định mức", "list-checks", "#dinh-muc", met < owing ? "SOON" : ""});
  fill_tile(content, {std::to_string(freshness.fresh()) + " / " + std::to_string(freshness.days.size()), "Ngày làm việc có tin mới", "calendar-check",
                      list + "?loai=ngay" + in_month, freshness.missed() > 0 ? "LATE" : ""});
  const std::int64_t urgent = workflow::count_acts(context.db(), workflow::Action::PublishUrgent, month.begin(), month.end());
  fill_tile(content, {std::to_string(urgent), "Đăng khẩn trong tháng", "megaphone", list + "?loai=dang-khan" + in_month, ""});
  if (access::authority_for(context.db(), context.actor, access::Capability::ManageMail, context.now)) {
    const std::int64_t dead = mail::count_dead(context.db());
    fill_tile(content, {counted(dead), "Thư không gửi được", "mail", "/quan-tri/thu-di/?trang-thai=khong-gui-duoc", dead > 0 ? "LATE" : ""});
  }
  content.show("NO_CALENDAR", !freshness.is_calendar_known);

  constexpr std::size_t kShown = 8;
  const Reader reader = reader_of(context, *books, store);
  const Reminders reminders = reminders_of(context);
  const auto late = store.due_clocks(UtcTime{}, context.now, {});
  if (late.rows.empty()) {
    content.show("NOTHING_LATE");
  } else {
    view::Dict table = content.section("HAS_LATE");
    for (std::size_t i = 0; i < std::min(kShown, late.rows.size()); ++i) fill_behind_row(table, reader, late.rows[i], reminders, "");
    if (late.rows.size() > kShown) table.section("MORE_LATE").set("MORE_URL", list + "?loai=qua-han");
  }
  fill_quotas(content, quotas, month, context.now, reminders);
  fill_rates(content, by_clause(*books, rates), month);
  fill_trend(content, store.trend(Month{month.value - std::chrono::months{kTrendMonths - 1}}.begin(), month.end()), month);
  fill_holders(content, store.holders(), reader.secretaries, context.now);
  for (const FileList& file : kFileLists) {
    content.set(file.csv_slot, std::string{kCsvPath} + "?loai=" + std::string{file.kind} + in_month);
    content.set(file.ods_slot, std::string{kOdsPath} + "?loai=" + std::string{file.kind} + in_month);
  }
  return std::move(page).respond();
}

http::Response show_behind(App& app, server::Context& context) {
  OverviewStore store(context.db());
  const Month month = month_in(context);
  const auto books = app.books.get(context.db());
  const http::Fields& query = context.request.query;
  if (query.get("loai") == "ngay") return show_days(context, *books, store, month);
  const auto list = behind_list(context, store, month);
  if (!list) return server::fault_response(context, {base::FaultKind::NotFound, "Không có danh sách này.", {}});
  office::Frame frame{.title = list->title, .menu = "overview", .crumbs = {{std::string{kOverviewPath}, "Điều hành"}}, .here = list->title};
  if (query.get("xong") == kReminded) frame.flashes.push_back({"ok", std::string{kRemindedWords}});
  office::OfficePage page(context, std::move(frame), "admin/overview_list.tpl");
  view::Dict& content = page.content();
  content.set("HEADING", list->title);
  const auto behind = list->read(Cursor::parse(query.get("sau")), OverviewStore::kBehindPage);
  if (behind.rows.empty()) {
    content.show("EMPTY");
    return std::move(page).respond();
  }
  view::Dict table = content.section("HAS_ROWS");
  table.set("CAPTION", list->title);
  table.set("TIME_HEAD", list->time_head);
  fill_files(table, query);
  const Reader reader = reader_of(context, *books, store);
  const Reminders reminders = reminders_of(context);
  for (const BehindRow& row : behind.rows) fill_behind_row(table, reader, row, reminders, query.get("loai"));
  const bool is_first = query.get("sau").empty();
  if (!is_first || behind.next) {
    view::Dict pager = content.section("PAGER");
    const std::string first = behind_url(kBehindPath, query);
    if (!is_first) pager.set_if("HAS_FIRST", "FIRST_URL", first);
    if (behind.next) pager.set_if("HAS_NEXT", "NEXT_URL", first + "&sau=" + behind.next->text());
  }
  return std::move(page).respond();
}

}  // namespace portal::admin
