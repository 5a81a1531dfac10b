#include "modules/admin/clock_preview.h"

#include <algorithm>
#include <map>
#include <span>

#include "modules/admin/calendar/queries.h"
#include "modules/admin/work/views.h"
#include "shared/office/counts.h"
#include "shared/sheet/sheet.h"
#include "shared/text/unicode.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

namespace sql = calendar_admin_sql;

constexpr std::size_t kMostShown = 300;
constexpr std::string_view kStep = "buoc";
constexpr std::string_view kFile = "tep";  // a preview as a file

struct ItemWords {
  std::string code, title, url;
};

// A title is for who may know the item; of the others the code is named (D9.1a).
std::map<base::ItemId, ItemWords> read_items(server::Context& context, const std::vector<const duty::Recomputed*>& shown) {
  std::map<base::ItemId, ItemWords> items;
  std::string ids;
  for (const duty::Recomputed* one : shown)
    if (one->clock.item.is_set()) ids += (ids.empty() ? "" : ",") + std::to_string(one->clock.item.value);
  if (ids.empty()) return items;
  const bool sees_board = office::sees_every_item(context.db(), context.actor, context.now);
  auto rows = context.db().query(sql::kItems, sees_board, "[" + ids + "]");
  while (rows.next()) {
    const auto id = rows.id<base::ItemId>(0);
    const std::string code{rows.text(1)};
    items[id] = {code, rows.text(2).empty() ? "Bài " + code : std::string{rows.text(2)}, office_url(rows.text(3), id)};
  }
  return items;
}

std::map<base::UnitId, std::string> read_units(db::Connection& db) {
  std::map<base::UnitId, std::string> units;
  auto rows = db.query(sql::kUnits);
  while (rows.next()) units[rows.id<base::UnitId>(0)] = rows.text(1);
  return units;
}

std::string due_words(const duty::Times& times) {
  if (times.due) return base::format_date_time(*times.due);
  if (times.no_due == "paused") return "đang tạm dừng";
  if (times.missing_year) return "chưa có lịch năm " + std::to_string(*times.missing_year);
  return "chưa tính được";
}

bool moves(const duty::Recomputed& one) { return one.clock.times.due != one.times.due || one.clock.times.no_due != one.times.no_due; }

void fill_row(view::Dict& table, const duty::Recomputed& one, const duty::Books& after, const std::map<base::ItemId, ItemWords>& items,
              const std::map<base::UnitId, std::string>& units) {
  view::Dict row = table.section("ROW");
  const duty::Duty* duty = duty::find_duty(after.duties, one.duty);
  const auto item = items.find(one.clock.item);
  const auto unit = units.find(one.clock.unit);
  const std::string duty_title = duty == nullptr ? std::string{} : duty->title;
  std::string sub = duty == nullptr ? std::string{} : duty->clause + " · " + std::string{duty::label_of_party(duty->party)};
  if (item != items.end()) sub += " · " + item->second.code;
  if (unit != units.end()) sub += " · " + unit->second;
  if (item != items.end() && !item->second.url.empty()) {
    view::Dict link = row.section("LINK");
    link.set("URL", item->second.url + "/thoi-han/" + std::to_string(one.clock.id.value));
    link.set("TITLE", item->second.title);
  } else {
    row.section("NO_LINK").set("TITLE", item == items.end() ? duty_title : item->second.title);
  }
  row.set("SUB", sub);
  row.set("OLD_DUE", due_words(one.clock.times));
  row.set("NEW_DUE", due_words(one.times));
  row.show("CHANGED", moves(one));
  row.show("SAME", !moves(one));
}

// Every clock as a line of a file: a change may move more of them than a page can show.
http::Response preview_file(server::Context& context, const std::vector<const duty::Recomputed*>& all, const duty::Books& after) {
  sheet::Sheet out{"Xem trước thay đổi thời hạn", {"Việc", "Mã", "Quy định", "Bên chịu thời hạn", "Đơn vị", "Hạn hiện nay", "Hạn sau thay đổi", "Kết quả"}, {}};
  const auto items = read_items(context, all);
  const auto units = read_units(context.db());
  for (const duty::Recomputed* one : all) {
    const duty::Duty* duty = duty::find_duty(after.duties, one->duty);
    const auto item = items.find(one->clock.item);
    const auto unit = units.find(one->clock.unit);
    const std::string duty_title = duty == nullptr ? std::string{} : duty->title;
    out.rows.push_back({item == items.end() ? duty_title : item->second.title, item == items.end() ? std::string{} : item->second.code,
                        duty == nullptr ? std::string{} : duty->clause, duty == nullptr ? std::string_view{} : duty::label_of_party(duty->party),
                        unit == units.end() ? std::string{} : unit->second, due_words(one->clock.times), due_words(one->times), moves(*one) ? "Đổi hạn" : "Giữ nguyên"});
  }
  http::Response response;
  response.content_type = sheet::kCsvType;
  response.body = sheet::to_csv(out);
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"xem-truoc-thoi-han-" + base::format_iso(context.now).substr(0, 10) + ".csv\"");
  return response;
}

// A table of clocks; nothing when there is none.
void fill_table(view::Dict& content, const char* name, std::span<const duty::Recomputed* const> shown, const duty::Books& after,
                const std::map<base::ItemId, ItemWords>& items, const std::map<base::UnitId, std::string>& units) {
  if (shown.empty()) return;
  view::Dict table = content.section(name).include("ROWS", "admin/clock_rows.tpl");
  for (const duty::Recomputed* one : shown) fill_row(table, *one, after, items, units);
}

}  // namespace

Step step_of(const http::Fields& form) {
  if (form.get(kStep) == "xac-nhan") return Step::Confirm;
  return form.get(kStep) == "sua" ? Step::Edit : Step::Preview;
}

std::optional<http::Response> answer_of_twin(server::Context& context) {
  if (step_of(context.request.form) != Step::Confirm) return {};
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (!*before) return {};
  return http::redirect(**before);
}

http::Response show_preview(server::Context& context, Proposal proposal, const duty::Books& after) {
  const auto all = duty::preview(context.db(), after);
  std::vector<const duty::Recomputed*> shown;
  for (const duty::Recomputed& one : all) shown.push_back(&one);
  std::stable_sort(shown.begin(), shown.end(), [&](const auto* a, const auto* b) {
    if (moves(*a) != moves(*b)) return moves(*a);
    return a->times.due.value_or(base::UtcTime{}) < b->times.due.value_or(base::UtcTime{});
  });
  if (context.request.form.get(kStep) == kFile) return preview_file(context, shown, after);
  const auto moved = std::count_if(all.begin(), all.end(), moves);
  const std::size_t left_out = shown.size() > kMostShown ? shown.size() - kMostShown : 0;
  shown.resize(shown.size() - left_out);
  const std::size_t first_same = std::min(static_cast<std::size_t>(moved), shown.size());

  if (proposal.frame.title.empty()) proposal.frame.title = proposal.title;
  if (proposal.frame.here.empty()) proposal.frame.here = "Xem trước";
  office::OfficePage page(context, std::move(proposal.frame), "admin/clock_preview.tpl");
  view::Dict& content = page.content();
  content.set("HEADING", proposal.title);
  for (const std::string& line : proposal.lines) content.section("CHANGE").set("CHANGE_TEXT", line);
  content.set("OPEN_COUNT", static_cast<std::int64_t>(all.size()));
  content.set("MOVED_COUNT", std::int64_t{moved});
  content.show("NONE_MOVED", moved == 0);
  content.show("SOME_MOVED", moved > 0);
  if (left_out > 0) content.section("LEFT_OUT").set("LEFT_OUT_COUNT", static_cast<std::int64_t>(left_out));
  const auto items = read_items(context, shown);
  const auto units = read_units(context.db());
  fill_table(content, "TABLE", std::span{shown}.first(first_same), after, items, units);
  fill_table(content, "SAME_TABLE", std::span{shown}.subspan(first_same), after, items, units);
  content.set("ACTION", proposal.action);
  content.set("SUBMIT", proposal.submit);
  content.set("KEY", workflow::new_form_key());
  content.set("ROW_VERSION", std::int64_t{proposal.row_version});
  for (const auto& [name, value] : context.request.form.pairs()) {
    if (name == "_csrf" || name == "_key" || name == "row_version" || name == kStep) continue;
    for (const char* section : {"SENT", "SENT_FOR_FILE"}) {
      view::Dict field = content.section(section);
      field.set("SENT_NAME", name);
      field.set("SENT_VALUE", value);
    }
  }
  return std::move(page).respond();
}

void owe_clocks(server::Context& context, std::string_view cause, const std::string& note) {
  constexpr std::size_t kLongestNote = 400;
  const std::string told = note.substr(0, text::offset_of_character(note, kLongestNote));
  duty::owe_recompute(context.db(), cause, told, {context.actor.person, context.actor.account, context.now});
}

void follow_clocks(server::Context& context) { duty::settle_recomputes(context.db(), context.now); }

}  // namespace portal::admin
