#include "shared/office/requests.h"

#include <algorithm>
#include <charconv>

#include "shared/office/chrome.h"
#include "shared/office/clock_pages.h"
#include "shared/office/fields.h"
#include "shared/office/queries.h"
#include "shared/text/clean.h"
#include "shared/workflow/idempotency.h"
#include "shared/workflow/letters.h"

namespace portal::office {
namespace {

using base::FaultKind;
using workflow::Item;
using workflow::Request;
using workflow::RequestState;
using workflow::RequestTo;

std::uint64_t number_of(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

base::ItemId item_of(const server::Context& context) { return context.path.id<base::ItemId>("id"); }

std::string request_url(const PanelHost& host, base::ItemId item, workflow::RequestId request) {
  return host.item_url(item) + "/xac-nhan/" + std::to_string(request.value);
}

std::string asked_words(const Request& request) {
  return request.to == RequestTo::Unit ? request.unit_name : request.person_name + " (người cung cấp)";
}

struct StateWords {
  std::string_view kind, icon, words;
};
StateWords words_of(RequestState state) {
  switch (state) {
    case RequestState::Open: return {"amber", "hourglass", "Đang chờ trả lời"};
    case RequestState::Answered: return {"green", "circle-check", "Đã trả lời"};
    case RequestState::TakenBack: return {"grey", "circle-minus", "Đã rút"};
    case RequestState::Closed: return {"grey", "circle-minus", "Không còn cần trả lời"};
  }
  return {"grey", "circle-minus", ""};
}

base::Result<std::string> text_of(const http::Fields& form, const char* name, std::string_view label) {
  auto cleaned = text::clean_text(form.get(name), 2000);
  if (cleaned) return *std::move(cleaned);
  return base::fail(FaultKind::Invalid, "Xin sửa chỗ được nêu rồi gửi lại.", {{name, std::string{label} + ": " + cleaned.error().message, "D4.1a"}});
}

std::vector<Choice> unit_choices(db::Connection& db, std::uint64_t chosen) {
  std::vector<Choice> choices{{"", "Chọn đơn vị", "", chosen == 0}};
  auto rows = db.query(kUnitsInForce);
  while (rows.next()) {
    const auto id = rows.id<base::UnitId>(0).value;
    choices.push_back({std::to_string(id), std::string{rows.text(1)}, "", id == chosen});
  }
  return choices;
}

Frame frame_of(const PanelHost& host, const Item& item, std::string here, bool is_item_seen) {
  Frame frame;
  frame.title = here + ": " + item.code;
  frame.menu = is_item_seen ? host.menu : "inbox";
  if (is_item_seen)
    frame.crumbs = {{std::string{host.base_path}, std::string{host.list_label}}, {host.item_url(item.id), item.code}};
  else
    frame.crumbs = {{"/quan-tri/", "Hộp việc"}};
  frame.here = std::move(here);
  return frame;
}

http::Response ask_page(server::Context& context, const PanelHost& host, const Item& item, const http::Fields& typed, const Errors& errors, int status) {
  OfficePage page(context, frame_of(host, item, "Yêu cầu xác nhận", true), "office/request_new.tpl");
  view::Dict& content = page.content();
  content.set("ITEM_TITLE", item.title);
  content.set("ITEM_URL", host.item_url(item.id));
  content.set("ACT_URL", host.item_url(item.id) + "/xac-nhan/moi");
  content.set("KEY", workflow::new_form_key());
  content.set("ROW_VERSION", std::int64_t{item.row_version});
  fill_error_summary(content, errors, errors.empty() ? "" : "Chưa gửi được, xin xem lại");
  const bool to_supplier = typed.get("to") == "supplier";
  add_radios(content, "FIELD_TO", {.name = "to", .label = "Hỏi ai"},
             {{"unit", "Đơn vị quản lý lĩnh vực chuyên môn", "Chọn đơn vị ở ô dưới.", !to_supplier},
              {"supplier", "Người cung cấp bài", "Người viết hoặc lãnh đạo đơn vị của bài trả lời.", to_supplier}},
             errors);
  add_select(content, "FIELD_UNIT", {.name = "unit", .label = "Đơn vị được hỏi"}, unit_choices(context.db(), number_of(typed.get("unit"))), errors);
  add_textarea(content, "FIELD_QUESTION",
               {.name = "question", .label = "Điều cần xác nhận hoặc bổ sung", .value = std::string{typed.get("question")},
                .hint = "Nêu rõ đoạn nào, số liệu nào. Câu hỏi, câu trả lời và thời gian được lưu cùng bài.", .required = true, .max_length = 2000},
               errors, 6);
  return std::move(page).respond(status);
}

// The item and the request that the address names, when this person may see the request.
struct Named {
  Item item;
  Request request;
  bool is_item_seen = false;
};
base::Result<Named> named(server::Context& context, const PanelHost& host) {
  const base::Fault nothing{FaultKind::NotFound, "Không tìm thấy yêu cầu này, hoặc yêu cầu không thuộc phần việc của ông, bà.", {}};
  const auto item = workflow::find_item(context.db(), item_of(context));
  if (!item || item->module != host.module) return tl::unexpected(nothing);
  const auto request = workflow::find_request(context.db(), item->id, context.path.id<workflow::RequestId>("request"));
  if (!request || !workflow::may_see(context.db(), context.actor, *item, *request, context.now)) return tl::unexpected(nothing);
  return Named{*item, *request, workflow::may_see(context.db(), context.actor, *item, context.now)};
}

http::Response request_page(server::Context& context, const PanelHost& host, const Named& named, const http::Fields& typed, const Errors& errors, int status) {
  const Request& request = named.request;
  Frame frame = frame_of(host, named.item, "Yêu cầu xác nhận", named.is_item_seen);
  const std::string_view act = context.request.query.get("xong");
  if (act == "tra-loi") frame.flashes.push_back({"ok", "Đã gửi trả lời cho Ban Biên tập.", "/quan-tri/", "Về Hộp việc"});
  if (act == "rut") frame.flashes.push_back({"ok", "Đã rút yêu cầu.", host.item_url(named.item.id), "Mở trang của bài"});
  OfficePage page(context, std::move(frame), "office/request.tpl");
  view::Dict& content = page.content();
  const StateWords state = words_of(request.state);
  content.set("ITEM_TITLE", named.item.title);
  content.set("ITEM_CODE", named.item.code);
  if (named.is_item_seen) content.section("ITEM_LINK").set("ITEM_URL", host.item_url(named.item.id));
  add_chip(content, "REQUEST_CHIP", state.kind, state.icon, state.words);
  content.set("ASKED", asked_words(request));
  content.set("BY", request.asked_by_name);
  content.set("AUTHORITY", request.authority);
  content.set("AT", base::format_date_time(request.asked_at));
  content.set("VERSION", std::int64_t{request.version});
  content.set("QUESTION", request.is_hidden ? std::string{"Nội dung đã ẩn (D12.3b)."} : request.question);
  if (request.state == RequestState::Answered) {
    view::Dict done = content.section("ANSWERED");
    done.set("ANSWER", request.is_hidden ? std::string{"Nội dung đã ẩn (D12.3b)."} : request.answer);
    done.set("ANSWER_BY", request.answered_by_name);
    done.set("ANSWER_AT", base::format_date_time(*request.ended_at));
  }
  fill_error_summary(content, errors, errors.empty() ? "" : "Chưa gửi được, xin xem lại");
  const std::string url = request_url(host, named.item.id, request.id);
  const bool is_open = request.state == RequestState::Open && !request.is_hidden;
  // D12.1: whoever is asked has a time of its own.
  if (const auto clock = is_open ? workflow::clock_of_request(context.db(), request.id) : std::nullopt) {
    const duty::Shown shown = duty::show_clock(*host.books.get(context.db()), *clock, context.now);
    view::Dict part = content.section("CLOCK");
    add_chip(part, "CLOCK_CHIP", shown.chip_kind(), shown.icon(), shown.words);
    part.set("DUE", shown.due);
    part.set("WHY_URL", named.is_item_seen ? host.item_url(named.item.id) + "/thoi-han/" + std::to_string(clock->id.value) : clock_url(clock->id));
  }
  if (is_open && workflow::may_answer(context.actor, request)) {
    view::Dict form = content.section("MAY_ANSWER");
    form.set("ACT_URL", url);
    form.set("KEY", workflow::new_form_key());
    add_textarea(form, "FIELD_ANSWER",
                 {.name = "answer", .label = "Trả lời", .value = std::string{typed.get("answer")}, .hint = "Xác nhận đúng, hoặc nêu chỗ cần sửa, bổ sung.",
                  .required = true, .max_length = 2000},
                 errors, 6);
  } else if (is_open) {
    content.show(request.to == RequestTo::Unit ? "WAITS_UNIT" : "WAITS_SUPPLIER");
  }
  if (is_open && workflow::may_take_back(context.db(), context.actor, named.item, request, context.now)) {
    view::Dict form = content.section("MAY_TAKE_BACK");
    form.set("ACT_URL", url + "/rut");
    form.set("KEY", workflow::new_form_key());
  }
  host.show_words(context, content, named.item, request.version);
  return std::move(page).respond(status);
}

// Runs `work` once per form; gives where it leads.
template <typename Work>
base::Result<std::string> once(server::Context& context, Work&& work) {
  db::Connection& db = context.db();
  const auto before = workflow::find_form(db, context.actor, context.request);
  if (!before) return tl::unexpected(before.error());
  if (*before) return **before;
  try {
    auto done = db::in_transaction(db, [&]() -> base::Result<std::string> {
      base::Result<std::string> location = work();
      if (location) workflow::remember_form(db, context.actor, context.request, *location, context.now);
      return location;
    });
    if (done) return done;
    if (const auto twin = workflow::find_form(db, context.actor, context.request); twin && *twin) return **twin;
    return done;
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    const auto twin = workflow::find_form(db, context.actor, context.request);
    if (!twin) return tl::unexpected(twin.error());
    if (!*twin) throw;
    return **twin;
  }
}

bool keeps_form(const base::Fault& fault) { return fault.kind == FaultKind::Invalid || fault.kind == FaultKind::Stale || fault.kind == FaultKind::Conflict; }

Errors errors_of(const base::Fault& fault, const char* field) { return fault.fields.empty() ? Errors{{field, fault.message, ""}} : fault.fields; }

}  // namespace

http::Response show_ask(server::Context& context, const PanelHost& host) {
  const auto item = find_visible(context, host, item_of(context));
  if (!item) return server::fault_response(context, item.error());
  if (const auto may = workflow::may_ask(context.db(), context.actor, *item, context.now); !may) return server::fault_response(context, may.error());
  return ask_page(context, host, *item, {}, {}, 200);
}

http::Response do_ask(server::Context& context, const PanelHost& host) {
  const auto item = find_visible(context, host, item_of(context));
  if (!item) return server::fault_response(context, item.error());
  const http::Fields& form = context.request.form;
  const auto done = once(context, [&]() -> base::Result<std::string> {
    const auto question = text_of(form, "question", "Điều cần xác nhận");
    if (!question) return tl::unexpected(question.error());
    workflow::NewRequest request;
    request.item = item->id;
    request.row_version = static_cast<unsigned>(number_of(form.get("row_version")));
    request.to = form.get("to") == "supplier" ? RequestTo::Supplier : RequestTo::Unit;
    request.unit = base::UnitId{number_of(form.get("unit"))};
    request.question = *question;
    const auto id = workflow::ask_confirmation(context.db(), context.actor, request, context.now);
    if (!id) return tl::unexpected(id.error());
    return host.item_url(item->id) + "?xong=hoi";
  });
  if (done) return http::redirect(*done);
  const auto again = find_visible(context, host, item->id);
  if (!keeps_form(done.error()) || !again) return server::fault_response(context, done.error());
  return ask_page(context, host, *again, form, errors_of(done.error(), "question"), server::status_of(done.error().kind));
}

http::Response show_request(server::Context& context, const PanelHost& host) {
  const auto found = named(context, host);
  if (!found) return server::fault_response(context, found.error());
  return request_page(context, host, *found, {}, {}, 200);
}

http::Response answer_request(server::Context& context, const PanelHost& host) {
  const auto found = named(context, host);
  if (!found) return server::fault_response(context, found.error());
  const auto done = once(context, [&]() -> base::Result<std::string> {
    const auto answer = text_of(context.request.form, "answer", "Trả lời");
    if (!answer) return tl::unexpected(answer.error());
    const auto request = workflow::answer_confirmation(context.db(), context.actor, found->request.id, *answer, context.now);
    if (!request) return tl::unexpected(request.error());
    return request_url(host, found->item.id, found->request.id) + "?xong=tra-loi";
  });
  if (done) return http::redirect(*done);
  if (!keeps_form(done.error())) return server::fault_response(context, done.error());
  return request_page(context, host, *found, context.request.form, errors_of(done.error(), "answer"), server::status_of(done.error().kind));
}

http::Response take_back_request(server::Context& context, const PanelHost& host) {
  const auto found = named(context, host);
  if (!found) return server::fault_response(context, found.error());
  const auto done = once(context, [&]() -> base::Result<std::string> {
    const auto request = workflow::take_request_back(context.db(), context.actor, found->request.id, context.now);
    if (!request) return tl::unexpected(request.error());
    return request_url(host, found->item.id, found->request.id) + "?xong=rut";
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

http::Response show_letter(server::Context& context, const PanelHost& host) {
  const auto item = find_visible(context, host, item_of(context));
  if (!item) return server::fault_response(context, item.error());
  const auto letter = workflow::find_letter(context.db(), item->id, context.path.id<workflow::LetterId>("letter"));
  if (!letter) return server::fault_response(context, letter.error());
  OfficePage page(context, frame_of(host, *item, letter->is_refusal ? "Thông báo từ chối đăng" : "Thông báo trả lại", true), "office/letter.tpl");
  view::Dict& content = page.content();
  auto agency = context.db().query(kSetting, "agency_full_name");
  content.set("AGENCY", agency.next() ? agency.text(0) : std::string_view{"Sở Tư pháp"});
  content.set("HEADING", letter->is_refusal ? "Thông báo về việc từ chối đăng tin, bài" : "Thông báo về việc trả lại tin, bài");
  content.set("CODE", letter->item_code);
  content.set("MADE_AT", base::format_long_date(letter->made_at));
  content.set("TO", letter->to_name);
  content.set_if("HAS_TO_TITLE", "TO_TITLE", letter->to_title);
  content.set_if("HAS_TO_UNIT", "TO_UNIT", letter->to_unit);
  content.set_if("HAS_TITLE", "ITEM_TITLE", letter->title);
  content.set("CLAUSE", letter->clause);
  content.set("GROUND", letter->ground);
  content.set_if("HAS_REASON", "REASON", letter->reason);
  content.show("IS_HIDDEN", letter->is_hidden);
  content.show(letter->is_refusal ? "REFUSED" : "RETURNED");
  content.show("MAY_AMEND", letter->is_refusal && !letter->is_hidden);
  content.set("SIGNED", letter->signed_name);
  content.set("AUTHORITY", letter->authority);
  return std::move(page).respond();
}

void fill_requests(view::Dict& side, const PanelHost& host, const Panel& panel) {
  if (panel.requests.empty() && !panel.may_ask) return;
  view::Dict card = side.section("REQUESTS");
  if (panel.may_ask) card.section("ASK").set("ASK_URL", host.item_url(panel.item.id) + "/xac-nhan/moi");
  for (const Request& request : panel.requests) {
    view::Dict row = card.section("REQUEST");
    const StateWords state = words_of(request.state);
    add_chip(row, "REQUEST_CHIP", state.kind, state.icon, state.words);
    row.set("REQUEST_URL", request_url(host, panel.item.id, request.id));
    row.set("REQUEST_TO", asked_words(request));
    row.set("REQUEST_AT", base::format_date_time(request.asked_at));
    row.set_if("REQUEST_ENDED", "REQUEST_END", request.state == RequestState::Answered ? base::format_date_time(*request.ended_at) : std::string{});
  }
}

void fill_letters(view::Dict& side, const PanelHost& host, const Panel& panel) {
  if (panel.letters.empty()) return;
  view::Dict card = side.section("LETTERS");
  for (const workflow::Letter& letter : panel.letters) {
    view::Dict row = card.section("LETTER");
    row.set("LETTER_URL", host.item_url(panel.item.id) + "/thu/" + std::to_string(letter.id.value));
    row.set("LETTER_NAME", letter.is_refusal ? "Thông báo từ chối đăng" : "Thông báo trả lại");
    row.set("LETTER_AT", base::format_date_time(letter.made_at));
    row.set("LETTER_GROUND", letter.clause + ": " + letter.ground);
  }
}

}  // namespace portal::office
