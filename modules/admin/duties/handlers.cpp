#include "modules/admin/duties/handlers.h"

#include <algorithm>
#include <map>

#include "modules/admin/act.h"
#include "modules/admin/calendar_publisher.h"
#include "modules/admin/clock_preview.h"
#include "modules/admin/duties/clocks.h"
#include "modules/admin/duties/forms.h"
#include "modules/admin/duties/queries.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/work/views.h"
#include "shared/access/authority.h"
#include "shared/duty/duty_edit.h"
#include "shared/office/clock_pages.h"
#include "shared/office/fields.h"
#include "shared/workflow/apply.h"

namespace portal::admin {
namespace {

namespace sql = duty_admin_sql;
using access::Capability;
using base::FaultKind;

constexpr std::string_view kDuties = "/quan-tri/thoi-han/";
constexpr int kClocksShown = 200;

std::string url_of(duty::DutyId id) { return std::string{kDuties} + std::to_string(id.value); }

office::Frame list_frame() { return {.menu = "duties", .crumbs = {{std::string{kDuties}, "Quy định thời hạn"}}}; }

// Under what right this person manages the time limits: the role, or a delegation in force. The routes let every member of staff in, because a
// delegation is no role; so every handler asks here first.
base::Result<std::string> duty_right(server::Context& context) {
  if (const auto right = access::authority_for(context.db(), context.actor, Capability::ManageDuties, context.now)) return right->words;
  return base::fail(FaultKind::Forbidden, "Quy định về thời hạn do Trưởng Ban Biên tập hoặc người được ủy quyền quản lý.");
}

struct OpenCounts {
  std::int64_t open = 0, late = 0, paused = 0, waiting = 0;
};

std::map<duty::DutyId, OpenCounts> read_counts(server::Context& context) {
  std::map<duty::DutyId, OpenCounts> counts;
  auto rows = context.db().query(sql::kOpen, context.now);
  while (rows.next()) counts[rows.id<duty::DutyId>(0)] = {rows.number(1), rows.number(2), rows.number(3), rows.number(4)};
  return counts;
}

// The row of each code that rules today, or the newest.
const duty::Duty& current_of(const std::vector<duty::Duty>& duties, const std::string& code, base::LocalDate today) {
  if (const duty::Duty* now = duty::find_duty(duties, code, today)) return *now;
  const auto is_code = [&](const duty::Duty& duty) { return duty.code == code; };
  return *std::find_if(duties.rbegin(), duties.rend(), is_code);
}

// "D13.3" -> 13: the regulation's order is that of its articles, not of letters.
int article_of(std::string_view code) {
  int number = 0;
  for (std::size_t at = 1; at < code.size() && code[at] >= '0' && code[at] <= '9'; ++at) number = number * 10 + (code[at] - '0');
  return number;
}

std::string count_words(const OpenCounts& counts) {
  if (counts.open == 0) return "không có";
  std::string words = std::to_string(counts.open);
  if (counts.late > 0) words += ", " + std::to_string(counts.late) + " quá hạn";
  if (counts.paused > 0) words += ", " + std::to_string(counts.paused) + " tạm dừng";
  if (counts.waiting > 0) words += ", " + std::to_string(counts.waiting) + " chờ lịch năm sau";
  return words;
}

base::Result<duty::Duty> find_row(server::Context& context, const std::vector<duty::Duty>& duties) {
  const duty::Duty* row = duty::find_duty(duties, context.path.id<duty::DutyId>("id"));
  if (row == nullptr) return base::fail(FaultKind::NotFound, "Không có quy định này.");
  return *row;
}

void fill_row(view::Dict& row, const duty::Duty& duty) {
  row.set("URL", url_of(duty.id));
  row.set("TITLE", duty.title);
  row.set("CLAUSE", duty.clause);
  row.set("LENGTH", length_words(duty));
  row.set_if("EXTENDABLE", "EXTENDED", duty.extended_amount ? std::to_string(*duty.extended_amount) : std::string{});
  row.set("AMBER", warning_words(duty.amber));
  row.set("REMIND", warning_words(duty.remind));
  row.set("PARTY", duty::label_of_party(duty.party));
  row.set("START", office::words_of_event(duty.start_event));
  row.show("ROLLS", duty.roll_forward);
  row.show("STAYS", !duty.roll_forward);
  row.set("ROLE", role_words(duty.role));
  row.set("FROM", calendar::date_words(duty.valid_from));
  row.set_if("ENDED", "TO", duty.valid_to ? calendar::date_words(*duty.valid_to) : std::string{});
}

// Where the reason of a clock's due time is shown: at its item, or here.
std::string why_url(server::Context& context, const duty::Clock& clock) {
  if (clock.item.is_set())
    if (const auto item = workflow::find_item(context.db(), clock.item))
      if (const std::string url = office_url(item->module, item->id); !url.empty()) return url + "/thoi-han/" + std::to_string(clock.id.value);
  return office::clock_url(clock.id);
}

}  // namespace

http::Response list_duties(App& app, server::Context& context) {
  if (const auto right = duty_right(context); !right) return server::fault_response(context, right.error());
  office::Frame frame{.title = "Quy định thời hạn", .menu = "duties"};
  if (context.request.query.get("xong") == "1") frame.flashes.push_back({"ok", "Đã ghi quy định mới. Các thời hạn đang chạy đã được tính lại; hạn cũ và hạn mới có trong diễn biến của từng thời hạn."});
  office::OfficePage page(context, std::move(frame), "admin/duties.tpl");
  const auto books = app.books.get(context.db());
  const auto counts = read_counts(context);
  const base::LocalDate today = base::local_date(context.now);
  std::vector<std::string> codes;
  for (const duty::Duty& duty : books->duties)
    if (codes.empty() || codes.back() != duty.code) codes.push_back(duty.code);
  std::stable_sort(codes.begin(), codes.end(), [](const std::string& a, const std::string& b) { return article_of(a) < article_of(b); });
  for (const std::string& code : codes) {
    view::Dict row = page.content().section("ROW");
    fill_row(row, current_of(books->duties, code, today));
    OpenCounts sum;
    for (const duty::Duty& duty : books->duties) {
      const auto found = counts.find(duty.id);
      if (duty.code != code || found == counts.end()) continue;
      sum = {sum.open + found->second.open, sum.late + found->second.late, sum.paused + found->second.paused, sum.waiting + found->second.waiting};
    }
    row.set("OPEN", count_words(sum));
  }
  return std::move(page).respond();
}

http::Response show_duty(App& app, server::Context& context) {
  if (const auto right = duty_right(context); !right) return server::fault_response(context, right.error());
  const auto books = app.books.get(context.db());
  const auto duty = find_row(context, books->duties);
  if (!duty) return server::fault_response(context, duty.error());
  office::Frame frame = list_frame();
  frame.title = duty->title;
  frame.here = duty->clause;
  office::OfficePage page(context, std::move(frame), "admin/duty.tpl");
  view::Dict& content = page.content();
  content.set("HEADING", duty->title);
  view::Dict rule = content.section("DUTY");
  fill_row(rule, *duty);
  rule.set("NOTE", duty->note);
  rule.set("STOP", office::words_of_event(duty->stop_event));
  const duty::Duty* newest = nullptr;
  for (const duty::Duty& row : books->duties)
    if (row.code == duty->code) newest = &row;
  content.set("EDIT_URL", url_of(newest->id) + "/sua");
  for (const duty::Duty& row : books->duties) {
    if (row.code != duty->code) continue;
    view::Dict line = content.section("HISTORY");
    fill_row(line, row);
    line.set("HISTORY_NOTE", row.note);
    line.show("IN_FORCE", row.is_in_force(base::local_date(context.now)));
  }
  std::vector<duty::ClockId> ids;
  {
    auto rows = context.db().query(sql::kClocks, duty->code, std::int64_t{kClocksShown});
    while (rows.next()) ids.push_back(rows.id<duty::ClockId>(0));
  }
  content.show("NO_CLOCKS", ids.empty());
  if (ids.empty()) return std::move(page).respond();
  view::Dict table = content.section("CLOCKS");
  for (const duty::ClockId id : ids) {
    const auto clock = duty::find_clock(context.db(), id);
    if (!clock) continue;
    const duty::Shown shown = duty::show_clock(*books, *clock, context.now);
    view::Dict row = table.section("CLOCK");
    row.set("CLOCK_URL", why_url(context, *clock));
    row.set("CLOCK_TITLE", clock_title(context, *clock));
    office::add_chip(row, "CLOCK_CHIP", shown.chip_kind(), shown.icon(), shown.words);
    row.set("CLOCK_FROM", shown.started);
    row.set("CLOCK_DUE", shown.due.empty() ? std::string{"chưa có hạn"} : shown.due);
  }
  return std::move(page).respond();
}

http::Response edit_duty(App& app, server::Context& context) {
  if (const auto right = duty_right(context); !right) return server::fault_response(context, right.error());
  const auto books = app.books.get(context.db());
  const auto duty = find_row(context, books->duties);
  if (!duty) return server::fault_response(context, duty.error());
  office::Frame frame = list_frame();
  frame.crumbs.push_back({url_of(duty->id), duty->clause});
  return show_form(context, frame, duty_form(*duty), duty_values(*duty));
}

http::Response save_duty(App& /*app*/, server::Context& context) {
  const auto right = duty_right(context);
  if (!right) return server::fault_response(context, right.error());
  if (auto answered = answer_of_twin(context)) return *std::move(answered);
  const duty::Books books = duty::load_books(context.db());
  const auto now = find_row(context, books.duties);
  if (!now) return server::fault_response(context, now.error());
  office::Frame frame = list_frame();
  frame.crumbs.push_back({url_of(now->id), now->clause});
  const FormPage form = duty_form(*now);
  const http::Fields& typed = context.request.form;
  const std::string chain = "duty:" + std::to_string(now->id.value);
  const auto draft = parse_duty_form(typed, *now, books.duties);
  if (!draft) return form_again(context, frame, form, draft.error(), chain);
  const Step step = step_of(typed);
  if (step == Step::Edit) return show_form(context, frame, form, typed);
  if (step == Step::Preview) {
    duty::Books after = books;
    after.duties = with_row(books.duties, draft->duty);
    return show_preview(context, {frame, "Đổi thời hạn: xem trước", draft->lines, form.action, "Ghi quy định mới và tính lại thời hạn", now->row_version},
                        after);
  }
  std::string text;
  for (const std::string& line : draft->lines) text += (text.empty() ? "" : "\n") + line;
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (row_version_of(typed) != now->row_version)
      return base::fail(FaultKind::Stale, "Quy định đã được người khác thay đổi sau khi ông, bà mở trang.");
    const auto added = duty::add_duty(context.db(), draft->duty);
    if (!added) return tl::unexpected<base::Fault>(added.error());
    note(context, {.chain = "duty:" + std::to_string(added->value), .action = "duty_change", .authority = *right, .note = text});
    publish_calendar(context.db());
    owe_clocks(context, "duty", draft->lines.front());
    return std::string{kDuties} + "?xong=1";
  });
  if (!done) return form_again(context, frame, form, done.error(), chain);
  follow_clocks(context);
  return http::redirect(*done);
}

}  // namespace portal::admin
