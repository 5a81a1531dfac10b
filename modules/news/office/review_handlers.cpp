// What must be looked at again: take-downs and urgent postings that await their check (D12.3, D15.3), what somebody says is outdated (D9.3f), reviews that
// are due or asked for (D13.3), articles past their section's retention (D13.2), and readers' reports, which the secretary passes on or drops (D11.1).
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "modules/news/office/handlers.h"
#include "modules/news/office/queries.h"
#include "shared/office/chrome.h"
#include "shared/office/counts.h"
#include "shared/workflow/audit.h"
#include "shared/workflow/idempotency.h"

namespace portal::news {
namespace {

using access::Role;
using base::FaultKind;
using namespace std::chrono_literals;

constexpr std::string_view kReviewsPath = "/quan-tri/tin-bai/xem-lai";

struct Row {
  base::ItemId id;
  std::string code, title, section, unit;
  base::UtcTime at;
};

void append(db::Rows rows, std::vector<Row>& out) {
  while (rows.next())
    out.push_back({rows.id<base::ItemId>(0), std::string{rows.text(1)}, std::string{rows.text(2)}, std::string{rows.text(3)},
                   std::string{rows.text(4)}, rows.time(5)});
}

bool is_board(const access::Actor& actor) {
  constexpr std::array kBoard{Role::Secretary, Role::BoardMember, Role::BoardDeputy, Role::BoardHead};
  return std::any_of(kBoard.begin(), kBoard.end(), [&](Role role) { return actor.has(role); });
}

// Readers' reports come in where everything comes in: with the secretary, or who stands in (D11.1).
bool takes_reports(server::Context& context) {
  return context.actor.has(Role::Secretary) || office::has_delegation(context.db(), context.actor, "act_as_secretary", context.now);
}

std::vector<Row> awaiting(db::Connection& db, workflow::Awaits what) {
  std::vector<Row> rows;
  append(db.query(office_sql::kAwaiting, workflow::key_of(what)), rows);
  return rows;
}

std::vector<base::UnitId> units_seen(server::Context& context, bool sees_all) {
  if (!sees_all) return context.actor.headed_units();
  std::vector<base::UnitId> units;
  auto rows = context.db().query(office_sql::kAllUnits);
  while (rows.next()) units.push_back(rows.id<base::UnitId>(0));
  return units;
}

std::vector<Row> flagged(server::Context& context, bool sees_all) {
  std::vector<Row> rows;
  for (const base::UnitId unit : units_seen(context, sees_all)) append(context.db().query(office_sql::kFlagged, unit), rows);
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.at != b.at ? a.at < b.at : a.id < b.id; });
  return rows;
}

struct Retained {
  std::vector<Row> rows;
  std::map<base::ItemId, std::string> documents;
};
Retained past_retention(db::Connection& db, base::UtcTime now) {
  struct Rule {
    base::SectionId section;
    std::int64_t months;
    std::string document;
  };
  std::vector<Rule> rules;
  const std::string day = base::format_iso(now).substr(0, 10);
  {
    auto rows = db.query(office_sql::kRetention, day, day);
    while (rows.next()) rules.push_back({rows.id<base::SectionId>(0), rows.number(1), std::string{rows.text(2)}});
  }
  Retained due;
  for (const Rule& rule : rules) {
    const std::size_t before = due.rows.size();
    append(db.query(office_sql::kRetentionDue, rule.section, now, rule.months), due.rows);
    for (std::size_t i = before; i < due.rows.size(); ++i) due.documents[due.rows[i].id] = rule.document;
  }
  return due;
}

void fill_rows(view::Dict list, OfficeApp& app, const std::vector<Row>& rows, const office::ClockChips& clocks, std::string_view since) {
  for (const Row& row : rows) {
    view::Dict out = list.section("ROW");
    out.set("ROW_URL", app.host.item_url(row.id));
    out.set("ROW_ID", std::to_string(row.id.value));
    out.set("ROW_TITLE", row.title);
    out.set("ROW_SUB", row.code + " · " + row.section + " · " + row.unit + " · " + std::string{since} + " " + base::format_date_time(row.at));
    office::fill_clock_chip(out, clocks, row.id);
  }
}

struct Part {
  std::string_view id, heading, what, since;  // what: who does what, by when
  std::vector<Row> rows;
};

std::string urgent_words(db::Connection& db, base::UtcTime now) {
  const std::string year = base::format_iso(now).substr(0, 4);
  const std::int64_t count = workflow::count_acts(db, workflow::Action::PublishUrgent, *base::parse_iso(year + "-01-01T00:00:00+07:00"), now + std::chrono::seconds{1});
  return "Năm " + year + " đã đăng khẩn " + std::to_string(count) + " lần.";
}

// Whether there are any.
bool fill_reports(server::Context& context, view::Dict& content, OfficeApp& app) {
  auto rows = context.db().query(office_sql::kReports);
  std::optional<view::Dict> part;
  while (rows.next()) {
    if (!part) part = content.section("REPORTS");
    view::Dict row = part->section("REPORT");
    const std::string url = std::string{kReviewsPath} + "/bao/" + std::to_string(rows.number(0));
    row.set("REPORT_ITEM_URL", app.host.item_url(rows.id<base::ItemId>(1)));
    row.set("REPORT_TITLE", rows.text(3));
    row.set("REPORT_SUB", std::string{rows.text(2)} + " · bạn đọc báo lúc " + base::format_date_time(rows.time(6)));
    row.set("REPORT_NOTE", rows.text(4));
    row.set_if("REPORT_HAS_CONTACT", "REPORT_CONTACT", rows.text(5));
    row.set("PASS_URL", url + "/chuyen");
    row.set("DROP_URL", url + "/bo");
    row.set("PASS_KEY", workflow::new_form_key());
    row.set("DROP_KEY", workflow::new_form_key());
  }
  return part.has_value();
}

// Runs `work` once per form and leads back to the page.
template <typename Work>
http::Response carry_out(server::Context& context, std::string_view done_key, Work work) {
  db::Connection& db = context.db();
  const std::string location = std::string{kReviewsPath} + "?xong=" + std::string{done_key};
  const auto before = workflow::find_form(db, context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  try {
    const auto done = db::in_transaction(db, [&]() -> base::Result<bool> {
      auto result = work();
      if (result) workflow::remember_form(db, context.actor, context.request, location, context.now);
      return result;
    });
    if (!done) return server::fault_response(context, done.error());
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    const auto twin = workflow::find_form(db, context.actor, context.request);
    if (!twin || !*twin) throw;
  }
  return http::redirect(location);
}

struct Report {
  base::ItemId item;
  std::string note;
};
base::Result<Report> hold_report(db::Connection& db, std::uint64_t id) {
  auto rows = db.query(office_sql::kReport, id);
  if (!rows.next()) return base::fail(FaultKind::NotAllowedNow, "Thông báo này đã có người xử lý.");
  return Report{rows.id<base::ItemId>(0), std::string{rows.text(1)}};
}

base::Fault not_secretary() { return {FaultKind::Forbidden, "Việc này dành cho: Thư ký Ban Biên tập.", {}}; }

}  // namespace

http::Response show_reviews(OfficeApp& app, server::Context& context) {
  db::Connection& db = context.db();
  const bool sees_all = office::sees_every_item(db, context.actor, context.now);
  office::Frame frame{.title = "Cần xem lại", .menu = "reviews", .crumbs = {{std::string{kOfficePath}, "Tin, bài"}}, .here = "Cần xem lại"};
  const std::string_view done = context.request.query.get("xong");
  if (done == "luu-tru") frame.flashes.push_back({"ok", "Đã đưa các bài được chọn vào lưu trữ."});
  if (done == "chuyen") frame.flashes.push_back({"ok", "Đã chuyển thông báo của bạn đọc cho đơn vị."});
  if (done == "bo") frame.flashes.push_back({"ok", "Đã bỏ thông báo của bạn đọc."});
  office::OfficePage page(context, std::move(frame), "news-office/reviews.tpl");
  view::Dict& content = page.content();
  std::vector<Part> parts;
  if (sees_all) {
    parts.push_back({"go-bai", "Gỡ bài chờ Trưởng ban xem lại", "Trưởng Ban Biên tập giữ nguyên việc gỡ hoặc đưa bài về biên tập, trong ngày làm việc tiếp theo.", "gỡ lúc",
                     awaiting(db, workflow::Awaits::TakedownReview)});
    parts.push_back({"dang-khan", "Đăng khẩn chờ kiểm tra lại", "Trưởng Ban Biên tập hoặc người được ủy quyền kiểm tra lần cuối, trong ngày làm việc tiếp theo.", "đăng lúc",
                     awaiting(db, workflow::Awaits::UrgentCheck)});
    parts.push_back({"yeu-cau-ra-soat", "Ban Biên tập yêu cầu rà soát", "Mở bài, đọc điều cần rà soát, ghi kết luận: giữ nguyên, cần cập nhật hoặc lưu trữ.", "từ",
                     awaiting(db, workflow::Awaits::Review)});
  }
  parts.push_back({"bao-cu", "Báo thông tin đã cũ, chờ đơn vị", "Người viết cung cấp lại nội dung; hoặc người viết, lãnh đạo đơn vị trả lời là vẫn đúng.", "báo lúc",
                   flagged(context, sees_all)});
  if (sees_all) {
    std::vector<Row> due;
    constexpr auto kLookAhead = 24h * 60;
    append(db.query(office_sql::kReviewDue, context.now + kLookAhead, context.now), due);
    parts.push_back({"den-han-ra-soat", "Đến hạn rà soát", "Mở bài, xem còn đúng không, ghi kết luận: giữ nguyên, cần cập nhật hoặc lưu trữ.", "hạn",
                     std::move(due)});
    content.section("URGENT_COUNT").set("URGENT_WORDS", urgent_words(db, context.now));
  }
  const Retained retained = sees_all ? past_retention(db, context.now) : Retained{};
  std::vector<base::ItemId> items;
  for (const Part& part : parts)
    for (const Row& row : part.rows) items.push_back(row.id);
  const office::ClockChips clocks = office::read_clock_chips(db, app.books, items, context.now);
  bool any = false;
  for (const Part& part : parts) {
    if (part.rows.empty()) continue;
    any = true;
    view::Dict list = content.section("PART");
    list.set("PART_ID", part.id);
    list.set("PART_HEADING", part.heading);
    list.set("PART_WHAT", part.what);
    list.set("PART_COUNT", static_cast<std::int64_t>(part.rows.size()));
    fill_rows(list, app, part.rows, clocks, part.since);
  }
  if (takes_reports(context) && fill_reports(context, content, app)) any = true;
  if (!retained.rows.empty()) {
    any = true;
    view::Dict list = content.section("RETAINED");
    if (is_board(context.actor)) {
      view::Dict form = list.section("MAY_ARCHIVE");
      form.set("ACT_URL", std::string{kReviewsPath} + "/luu-tru");
      form.set("KEY", workflow::new_form_key());
      fill_rows(form, app, retained.rows, clocks, "đăng lúc");
    } else {
      fill_rows(list.section("MAY_SEE"), app, retained.rows, clocks, "đăng lúc");
    }
  }
  content.show("NOTHING", !any);
  return std::move(page).respond();
}

http::Response archive_due(OfficeApp& app, server::Context& context) {
  if (!is_board(context.actor)) return server::fault_response(context, {FaultKind::Forbidden, "Việc này dành cho: Thành viên Ban Biên tập.", {}});
  const auto chosen = context.request.form.all("items[]");
  if (chosen.empty()) return server::fault_response(context, {FaultKind::BadRequest, "Chọn ít nhất một bài để đưa vào lưu trữ.", {}});
  return carry_out(context, "luu-tru", [&]() -> base::Result<bool> {
    const Retained retained = past_retention(context.db(), context.now);
    for (const std::string_view text : chosen) {
      base::ItemId id;
      std::from_chars(text.data(), text.data() + text.size(), id.value);
      const auto document = retained.documents.find(id);
      if (document == retained.documents.end()) continue;  // archived, revised or withdrawn meanwhile
      const auto item = workflow::find_item(context.db(), id, true);
      if (!item) return tl::unexpected(item.error());
      workflow::ActRequest act;
      act.item = id;
      act.action = workflow::Action::Archive;
      act.row_version = item->row_version;
      act.reason = "Hết thời gian ở danh sách theo " + document->second + ".";
      const auto done = workflow::apply_transition(context.db(), context.actor, act, app.publisher, context.now);
      if (!done) return tl::unexpected(done.error());
    }
    return true;
  });
}

http::Response pass_report_on(OfficeApp& app, server::Context& context) {
  if (!takes_reports(context)) return server::fault_response(context, not_secretary());
  return carry_out(context, "chuyen", [&]() -> base::Result<bool> {
    const std::uint64_t id = context.path.number("report");
    const auto report = hold_report(context.db(), id);
    if (!report) return tl::unexpected(report.error());
    const auto item = workflow::find_item(context.db(), report->item, true);
    if (!item) return tl::unexpected(item.error());
    workflow::ActRequest act;
    act.item = item->id;
    act.action = workflow::Action::Flag;
    act.row_version = item->row_version;
    act.reason = report->note;
    act.flag_source = "reader";
    const auto done = workflow::apply_transition(context.db(), context.actor, act, app.publisher, context.now);
    if (!done) return tl::unexpected(done.error());
    context.db().execute(office_sql::kDecideReport, "passed_on", context.actor.person, context.now, id);
    return true;
  });
}

http::Response drop_report(OfficeApp& app, server::Context& context) {
  static_cast<void>(app);
  if (!takes_reports(context)) return server::fault_response(context, not_secretary());
  return carry_out(context, "bo", [&]() -> base::Result<bool> {
    const std::uint64_t id = context.path.number("report");
    const auto report = hold_report(context.db(), id);
    if (!report) return tl::unexpected(report.error());
    const auto item = workflow::find_item(context.db(), report->item, true);
    if (!item) return tl::unexpected(item.error());
    context.db().execute(office_sql::kDecideReport, "dropped", context.actor.person, context.now, id);
    const std::string state{item->state ? workflow::key_of(*item->state) : std::string_view{}};
    workflow::append_audit(context.db(),
                           {"item:" + std::to_string(item->id.value), context.actor.person, context.actor.account, "report_drop", state, state,
                            item->working_version, "", std::string{access::label_of(Role::Secretary)}, "", report->note},
                           context.now);
    return true;
  });
}

}  // namespace portal::news
