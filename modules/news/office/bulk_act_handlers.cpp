// One act on several items (D11.1, D13.2, D15): chosen in a list, previewed with what each item would answer, carried out one by one through apply_transition,
// with an answer for each; what was done is undone by one button while nobody has touched it since. Giving to another editor is in bulk_handlers.cpp.
#include <algorithm>
#include <array>
#include <charconv>

#include "modules/news/office/handlers.h"
#include "shared/office/chrome.h"
#include "shared/office/fields.h"
#include "shared/office/queries.h"
#include "shared/text/clean.h"
#include "shared/workflow/idempotency.h"

namespace portal::news {
namespace {

using base::FaultKind;
using office::OfficePage;
using workflow::Action;
using workflow::Item;

constexpr std::string_view kBulkActs = "/quan-tri/tin-bai/hang-loat";
constexpr std::size_t kMostItems = 20;  // the answers travel in an address of 300 characters
constexpr int kDigits = 36;
constexpr std::string_view kUndoReason = "Hoàn tác việc vừa làm hàng loạt.";

struct BulkAct {
  std::string_view key;  // of the address
  Action action, undo;
  std::string_view heading, button, done, undone, hint;
};

constexpr std::array kActs{
    BulkAct{"nhan", Action::Claim, Action::HandBack, "Nhận nhiều việc", "Nhận", "Đã nhận", "Đã trả lại",
            "Việc đã nhận thì chỉ ông, bà làm, cho đến khi trả lại hoặc được giao người khác."},
    BulkAct{"tra-lai", Action::HandBack, Action::Claim, "Trả lại nhiều việc", "Trả lại", "Đã trả lại", "Đã nhận lại",
            "Người khác trong nhóm sẽ nhận được những việc này."},
    BulkAct{"tiep-nhan", Action::Receive, Action::Unreceive, "Tiếp nhận nhiều bài", "Tiếp nhận", "Đã tiếp nhận", "Đã đưa về chờ phân loại",
            "Mỗi bài giữ chuyên mục mà người gửi đã chọn; bài cần chuyển chuyên mục thì tiếp nhận riêng."},
    BulkAct{"luu-tru", Action::Archive, Action::Unarchive, "Đưa nhiều bài vào lưu trữ", "Lưu trữ", "Đã lưu trữ", "Đã đưa ra khỏi lưu trữ",
            "Bài lưu trữ rời mọi danh sách, giữ địa chỉ và ghi rõ là đã lưu trữ (Đ.13.2)."},
};

const BulkAct* find_act(std::string_view key) {
  const auto* found = std::find_if(kActs.begin(), kActs.end(), [key](const BulkAct& act) { return act.key == key; });
  return found == kActs.end() ? nullptr : &*found;
}

// What became of one item: its row version after the act, or why it was not done.
struct Answer {
  base::ItemId item;
  unsigned row_version = 0;  // 0: not done
  char why = 0;              // 's' touched by somebody else meanwhile, 'i' something is missing, 'n' not possible
};

template <typename T>
bool read_number(std::string_view& text, T& number, int base) {
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(at - text.data()));
  return true;
}

// "4b.3-4c._s": items with their row versions in digits that an address needs not escape; nothing for anything else.
std::vector<Answer> answers_in(std::string_view text) {
  std::vector<Answer> answers;
  while (!text.empty()) {
    Answer answer;
    if (!read_number(text, answer.item.value, kDigits) || !text.starts_with('.') || answers.size() == kMostItems) return {};
    text.remove_prefix(1);
    if (text.starts_with('_') && text.size() > 1) {
      answer.why = text[1];
      text.remove_prefix(2);
    } else if (!read_number(text, answer.row_version, kDigits)) {
      return {};
    }
    answers.push_back(answer);
    if (text.empty()) break;
    if (!text.starts_with('-')) return {};
    text.remove_prefix(1);
  }
  return answers;
}

std::string digits_of(std::uint64_t number) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, kDigits).ptr;
  return {digits.data(), end};
}

std::string text_of(const std::vector<Answer>& answers) {
  std::string text;
  for (const Answer& answer : answers)
    text += (text.empty() ? "" : "-") + digits_of(answer.item.value) + "." +
            (answer.row_version == 0 ? std::string{'_', answer.why} : digits_of(answer.row_version));
  return text;
}

// What is asked for beside the items, the same for all of them.
struct Typed {
  std::string reason, origin, purpose;
  base::PersonId assignee;
  bool for_group = false;
};

constexpr std::string_view kGroup = "nhom";

Typed typed_in(const http::Fields& form, std::vector<base::FieldError>& errors) {
  Typed typed;
  const auto clean = [&](const char* name, std::string_view label, std::size_t max) {
    auto text = text::clean_line(form.get(name), max);
    if (text) return *std::move(text);
    errors.push_back({name, std::string{label} + ": " + text.error().message, "D4.1a"});
    return std::string{};
  };
  typed.reason = clean("reason", "Lý do", 1000);
  typed.origin = clean("origin", "Nguồn gốc", 200);
  typed.purpose = clean("purpose", "Mục đích", 200);
  typed.for_group = form.get("assignee") == kGroup;
  std::string_view assignee = form.get("assignee");
  if (!typed.for_group && !read_number(assignee, typed.assignee.value, 10)) typed.assignee = {};
  return typed;
}

workflow::ActRequest request_of(db::Connection& db, Action action, const Item& item, unsigned row_version, const Typed& typed) {
  workflow::ActRequest request;
  request.item = item.id;
  request.action = action;
  request.row_version = row_version;
  request.reason = typed.reason;
  request.assignee = typed.assignee;
  request.for_group = typed.for_group;
  if (action != Action::Receive) return request;
  request.section = item.section;
  request.purpose = typed.purpose;
  request.origin = typed.origin;
  if (request.origin.empty()) {
    auto rows = db.query(office::kUnitName, item.unit);
    if (rows.next()) request.origin = rows.text(0);
  }
  return request;
}

// The items that were ticked and that this person may know of, each once, in the order of their numbers: two that act on the same ones wait for one another.
std::vector<std::pair<Item, unsigned>> chosen_items(OfficeApp& app, server::Context& context, const std::vector<std::string_view>& ticked) {
  std::vector<std::pair<Item, unsigned>> items;
  for (std::string_view text : ticked) {
    base::ItemId id;
    unsigned row_version = 0;
    if (items.size() == kMostItems || !read_number(text, id.value, 10)) continue;
    if (text.starts_with(':')) {
      text.remove_prefix(1);
      if (!read_number(text, row_version, 10)) continue;
    }
    const auto item = office::find_visible(context, app.host, id);
    if (!item || std::any_of(items.begin(), items.end(), [&](const auto& one) { return one.first.id == item->id; })) continue;
    items.emplace_back(*item, row_version == 0 ? item->row_version : row_version);
  }
  std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first.id < b.first.id; });
  return items;
}

std::string name_of(db::Connection& db, base::PersonId person) {
  if (!person.is_set()) return "";
  auto rows = db.query(office::kPerson, person);
  return rows.next() ? std::string{rows.text(0)} : std::string{};
}

OfficePage page_of(server::Context& context, std::string here, std::vector<office::Flash> flashes = {}) {
  office::Frame frame;
  frame.title = here;
  frame.menu = "inbox";
  frame.crumbs = {{"/quan-tri/", "Hộp việc"}};
  frame.here = std::move(here);
  frame.flashes = std::move(flashes);
  return {context, frame, "news-office/bulk_act.tpl"};
}

void fill_item(view::Dict& table, server::Context& context, const Item& item, bool is_fine, std::string_view answer) {
  view::Dict row = table.section("ITEM");
  row.set("ITEM_URL", std::string{kOfficePath} + std::to_string(item.id.value));
  row.set("ITEM_TITLE", item.title);
  row.set("ITEM_CODE", item.code);
  row.set("ITEM_STATE", item.state ? workflow::label_of(*item.state) : std::string_view{"Chỉ đọc"});
  row.set("ITEM_HOLDER", name_of(context.db(), item.holder()));
  row.show(is_fine ? "FINE" : "NOT_FINE");
  row.set("ANSWER", answer);
}

// Why the act is not possible on the item now, "" when it is.
std::string why_not(server::Context& context, Action action, const Item& item) {
  const auto permit = workflow::authorize(context.db(), context.actor, action, item, context.now);
  return permit ? std::string{} : permit.error().message;
}

void ask_assignee(view::Dict& form, server::Context& context, const Typed& typed, const std::vector<base::FieldError>& errors) {
  std::vector<office::Choice> choices{{"", "Chọn thành viên Ban Biên tập", "", !typed.assignee.is_set() && !typed.for_group}};
  const std::string today = base::format_iso(context.now).substr(0, 10);
  auto rows = context.db().query(office::kBoardMembers, today, today);
  while (rows.next()) {
    const auto id = rows.id<base::PersonId>(0);
    choices.push_back({std::to_string(id.value), std::string{rows.text(1)} + ", " + std::string{rows.text(2)}, "", id == typed.assignee});
  }
  choices.push_back({std::string{kGroup}, "Để người nào trong nhóm nhận cũng được", "", typed.for_group});
  office::add_select(form.section("ASK_ASSIGNEE"), "FIELD_ASSIGNEE",
                     {.name = "assignee", .label = "Giao biên tập cho", .hint = "Thành viên Ban Biên tập (Đ.11.1).", .required = true}, choices, errors);
}

void ask(view::Dict& form, server::Context& context, const BulkAct& act, const Typed& typed, const std::vector<base::FieldError>& errors) {
  if (act.action == Action::HandBack || act.action == Action::Archive)
    office::add_text(form.section("ASK_REASON"), "FIELD_REASON",
                     {.name = "reason", .label = "Lý do", .value = typed.reason, .hint = "Ghi vào lịch sử của từng bài.", .required = true, .max_length = 1000}, errors);
  if (act.action != Action::Receive) return;
  view::Dict part = form.section("ASK_CLASSIFICATION");
  office::add_text(part, "FIELD_ORIGIN",
                   {.name = "origin", .label = "Nguồn gốc thông tin", .value = typed.origin, .hint = "Để trống thì ghi tên đơn vị gửi của từng bài.", .max_length = 200}, errors);
  office::add_text(part, "FIELD_PURPOSE",
                   {.name = "purpose", .label = "Mục đích thông tin", .value = typed.purpose, .hint = "Ví dụ: thông tin cho người dân.", .required = true, .max_length = 200},
                   errors);
  ask_assignee(form, context, typed, errors);
}

http::Response show_preview(OfficeApp& app, server::Context& context, const BulkAct& act, const std::vector<std::string_view>& ticked, const Typed& typed,
                            const std::vector<base::FieldError>& errors, int status) {
  OfficePage page = page_of(context, std::string{act.heading});
  view::Dict& content = page.content();
  content.set("HEADING", act.heading);
  const auto items = chosen_items(app, context, ticked);
  std::vector<const Item*> possible;
  office::fill_error_summary(content, errors);
  if (!items.empty()) {
    view::Dict table = content.section("HAS_ITEMS");
    for (const auto& [item, row_version] : items) {
      const std::string why = why_not(context, act.action, item);
      if (why.empty()) possible.push_back(&item);
      fill_item(table, context, item, why.empty(), why.empty() ? std::string_view{"Làm được"} : std::string_view{why});
    }
  }
  if (ticked.size() > items.size()) content.section("LEFT_OUT").set("LEFT_COUNT", static_cast<std::int64_t>(ticked.size() - items.size()));
  if (possible.empty()) {
    content.show("NOTHING");
    return std::move(page).respond(status);
  }
  view::Dict form = content.section("PREVIEW");
  form.set("KEY", workflow::new_form_key());
  form.set("ACT", act.key);
  form.set("HINT", act.hint);
  form.set("BUTTON", std::string{act.button} + " " + std::to_string(possible.size()) + " việc");
  for (const Item* item : possible) form.section("CHOSEN").set("CHOSEN_ITEM", std::to_string(item->id.value) + ":" + std::to_string(item->row_version));
  ask(form, context, act, typed, errors);
  return std::move(page).respond(status);
}

std::string words_of(const Answer& answer, server::Context& context, const BulkAct& act, bool is_undo, const Item& item) {
  if (answer.row_version != 0) return std::string{is_undo ? act.undone : act.done};
  if (answer.why == 's') return "Không làm: người khác đã thay đổi bài sau khi ông, bà xem trước.";
  if (answer.why == 'i') return "Không làm: còn thiếu thông tin; xin mở bài để làm riêng.";
  const std::string why = why_not(context, is_undo ? act.undo : act.action, item);
  return "Không làm: " + (why.empty() ? "lúc đó chưa làm được, nay đã làm được." : why);
}

http::Response show_answers(OfficeApp& app, server::Context& context, const BulkAct& act, const std::vector<Answer>& answers, bool is_undo) {
  const auto done = std::count_if(answers.begin(), answers.end(), [](const Answer& answer) { return answer.row_version != 0; });
  const std::string heading = std::string{is_undo ? act.undone : act.done} + " " + std::to_string(done) + " trên " + std::to_string(answers.size()) + " việc";
  OfficePage page = page_of(context, heading);
  view::Dict& content = page.content();
  content.set("HEADING", heading);
  view::Dict table = content.section("HAS_ITEMS");
  std::vector<Answer> undoable;
  for (const Answer& answer : answers) {
    const auto item = office::find_visible(context, app.host, answer.item);
    if (!item) continue;
    fill_item(table, context, *item, answer.row_version != 0, words_of(answer, context, act, is_undo, *item));
    if (answer.row_version == item->row_version && why_not(context, act.undo, *item).empty()) undoable.push_back(answer);
  }
  view::Dict on = content.section("DONE");
  if (is_undo || undoable.empty()) return std::move(page).respond();
  view::Dict undo = on.section("UNDO");
  undo.set("KEY", workflow::new_form_key());
  undo.set("ACT", act.key);
  undo.set("STEPS", text_of(undoable));
  undo.set("UNDO_COUNT", static_cast<std::int64_t>(undoable.size()));
  return std::move(page).respond();
}

// What was found wrong with acts that were not done: the fields to fill in, and the first refusal.
struct Faults {
  std::vector<base::FieldError> fields;
  std::optional<FaultKind> first;
};

// One act; why it was not done, as a letter of Answer.
Answer carry_out(OfficeApp& app, server::Context& context, const workflow::ActRequest& request, Faults& faults) {
  const auto after = workflow::apply_transition(context.db(), context.actor, request, app.publisher, context.now);
  if (after) return {request.item, after->row_version, 0};
  if (!faults.first) faults.first = after.error().kind;
  if (after.error().kind == FaultKind::Stale) return {request.item, 0, 's'};
  if (after.error().kind != FaultKind::Invalid) return {request.item, 0, 'n'};
  for (const base::FieldError& error : after.error().fields)
    if (std::none_of(faults.fields.begin(), faults.fields.end(), [&error](const base::FieldError& one) { return one.field == error.field; }))
      faults.fields.push_back(error);
  return {request.item, 0, 'i'};
}

}  // namespace

http::Response show_bulk_act(OfficeApp& app, server::Context& context) {
  const http::Fields& query = context.request.query;
  const BulkAct* act = find_act(query.get("viec"));
  if (act == nullptr) return server::fault_response(context, {FaultKind::NotFound, "Không có việc này.", {}});
  for (const auto& [name, is_undo] : {std::pair{"xong", false}, std::pair{"lui-xong", true}})
    if (const auto answers = answers_in(query.get(name)); !answers.empty()) return show_answers(app, context, *act, answers, is_undo);
  return show_preview(app, context, *act, query.all("bai[]"), {}, {}, 200);
}

http::Response do_bulk_act(OfficeApp& app, server::Context& context) {
  db::Connection& db = context.db();
  const http::Fields& form = context.request.form;
  const BulkAct* act = find_act(form.get("viec"));
  if (act == nullptr) return server::fault_response(context, {FaultKind::BadRequest, "Không có việc này.", {}});
  const auto before = workflow::find_form(db, context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const bool is_undo = form.has("lui");
  Faults faults;
  Typed typed = typed_in(form, faults.fields);
  const bool is_typed = faults.fields.empty();
  if (is_undo) typed.reason = kUndoReason;
  std::vector<std::string> steps;  // "12:5": an undo's items as a list's
  for (const Answer& answer : answers_in(form.get("lui"))) steps.push_back(std::to_string(answer.item.value) + ":" + std::to_string(answer.row_version));
  std::vector<std::string_view> ticked = form.all("bai[]");
  if (is_undo) ticked.assign(steps.begin(), steps.end());
  const auto items = chosen_items(app, context, ticked);
  if (items.empty() && !ticked.empty()) return server::fault_response(context, {FaultKind::NotFound, "Không tìm thấy các bài này, hoặc bài không thuộc phần việc của ông, bà.", {}});
  if (items.empty()) return server::fault_response(context, {FaultKind::BadRequest, "Chưa chọn việc nào. Xin quay lại danh sách và đánh dấu các việc cần làm.", {}});
  std::string location;
  try {
    const bool is_done = is_typed && db::in_transaction(db, [&] {
      faults = {};
      std::vector<Answer> answers;
      for (const auto& [item, row_version] : items)
        answers.push_back(carry_out(app, context, request_of(db, is_undo ? act->undo : act->action, item, row_version, typed), faults));
      // Nothing was done: the preview says why of each item, and asks again for what is missing.
      if (std::none_of(answers.begin(), answers.end(), [](const Answer& answer) { return answer.row_version != 0; })) return false;
      location = std::string{kBulkActs} + "?viec=" + std::string{act->key} + (is_undo ? "&lui-xong=" : "&xong=") + text_of(answers);
      workflow::remember_form(db, context.actor, context.request, location, context.now);
      return true;
    });
    if (!is_done) return show_preview(app, context, *act, ticked, typed, faults.fields, server::status_of(faults.first.value_or(FaultKind::Invalid)));
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;  // its twin was carried out at this moment
    const auto twin = workflow::find_form(db, context.actor, context.request);
    if (!twin || !*twin) throw;
    location = **twin;
  }
  return http::redirect(location);
}

}  // namespace portal::news
