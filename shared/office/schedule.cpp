#include "shared/office/schedule.h"

#include <charconv>

#include "shared/office/chrome.h"
#include "shared/text/clean.h"
#include "shared/workflow/idempotency.h"
#include "shared/workflow/schedule.h"

namespace portal::office {
namespace {

using base::Fault;
using base::FaultKind;
using workflow::Action;
using workflow::Item;
using workflow::Schedule;

constexpr std::string_view kPosting = "/hen-dang";
constexpr std::string_view kExpiry = "/het-han";

base::ItemId item_of(const server::Context& context) { return context.path.id<base::ItemId>("id"); }

unsigned row_version_in(const http::Fields& form) {
  const std::string_view typed = form.get("row_version");
  unsigned value = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), value);
  return value;
}

std::optional<base::UtcTime> time_in(const http::Fields& form) { return base::parse_date_time(text::trim(form.get("at"))); }

// The item's page of a form, or why there is none for this person.
base::Result<Item> find_for(server::Context& context, const PanelHost& host, Action action) {
  auto item = find_visible(context, host, item_of(context));
  if (!item) return item;
  const auto permit = workflow::authorize(context.db(), context.actor, action, *item, context.now);
  if (!permit) return tl::unexpected(permit.error());
  return item;
}

struct TimeForm {
  bool is_posting;
  const http::Fields& typed;
  const Errors& errors;
  int status = 200;
};

void fill_posting(view::Dict& content, const PanelHost& host, server::Context& context, const Item& item, const TimeForm& form) {
  content.set("LEAD_TEXT", "Đến giờ, hệ thống đăng đúng phiên bản " + std::to_string(item.passed_version) +
                               " đã đạt kiểm tra lần cuối, với tư cách của ông, bà lúc đó. Nếu bài bị mở lại để sửa thì lịch hẹn không còn hiệu lực.");
  if (item.is_published()) ask_change(content, form.typed, host.publisher.change_note(context.db(), item), form.errors);
}

void fill_expiry(view::Dict& content, const TimeForm& form) {
  content.set("LEAD_TEXT", "Đến giờ, bài rời các danh sách hoặc được gỡ khỏi trang. Có thể đổi hoặc bỏ trước lúc đó.");
  view::Dict part = content.section("ASK_MODE");
  const bool withdraws = form.typed.get("mode") == "withdraw";
  add_radios(part, "FIELD_MODE", {.name = "mode", .label = "Khi hết hạn"},
             {{"unlist", "Đưa ra khỏi các danh sách, giữ ở địa chỉ cũ", "Trang bài ghi rõ đã hết thời hạn đăng.", !withdraws},
              {"withdraw", "Gỡ khỏi trang, có thông báo", "Địa chỉ cũ báo bài đã gỡ, kèm lời nhắn dưới đây.", withdraws}},
             form.errors);
  add_textarea(part, "FIELD_NOTICE",
               {.name = "notice", .label = "Lời nhắn cho bạn đọc khi gỡ (không bắt buộc)", .value = std::string{form.typed.get("notice")}, .max_length = 500},
               form.errors, 3);
}

http::Response show_form(server::Context& context, const PanelHost& host, const Item& item, const TimeForm& form) {
  const std::string label = form.is_posting ? "Hẹn giờ đăng" : "Đặt ngày hết hạn";
  OfficePage page(context,
                  {.title = label + ": " + item.title,
                   .menu = host.menu,
                   .crumbs = {{std::string{host.base_path}, std::string{host.list_label}}, {host.item_url(item.id), item.code}},
                   .here = label},
                  "office/schedule.tpl");
  view::Dict& content = page.content();
  content.set("LABEL", label);
  content.set("ITEM_TITLE", item.title);
  content.set("ITEM_URL", host.item_url(item.id));
  content.set("ACTION_URL", host.item_url(item.id) + std::string{form.is_posting ? kPosting : kExpiry});
  content.set("KEY", workflow::new_form_key());
  content.set("ROW_VERSION", std::int64_t{item.row_version});
  fill_error_summary(content, form.errors, form.errors.empty() ? "" : "Chưa đặt được, xin xem lại");
  fill_state_chip(content, item);
  const auto before = form.is_posting ? workflow::last_posting(context.db(), item.id) : workflow::last_expiry(context.db(), item.id);
  const bool waits = before && before->is_waiting();
  add_date_time(content, "FIELD_AT",
                {.name = "at", .label = form.is_posting ? "Đăng lúc" : "Hết hạn lúc",
                 .value = form.typed.has("at") ? std::string{form.typed.get("at")} : (waits ? base::format_date_time(before->at) : std::string{}),
                 .required = true},
                form.errors);
  if (form.is_posting)
    fill_posting(content, host, context, item, form);
  else
    fill_expiry(content, form);
  return std::move(page).respond(form.status);
}

// The clean text of a field, or its error.
std::string text_in(const http::Fields& form, const char* name, std::string_view label, Errors& errors) {
  auto cleaned = text::clean_text(form.get(name), 500);
  if (cleaned) return *std::move(cleaned);
  errors.push_back({name, std::string{label} + ": " + cleaned.error().message, "D4.1a"});
  return {};
}

// Carries the form out once and leads back to the item; with errors it comes again.
template <typename Work>
http::Response carry_out(server::Context& context, const PanelHost& host, bool is_posting, std::string_view done_key, Errors errors, Work work) {
  const auto action = is_posting ? Action::Publish : Action::Withdraw;
  db::Connection& db = context.db();
  const std::string location = host.item_url(item_of(context)) + "?xong=" + std::string{done_key};
  const auto before = workflow::find_form(db, context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  base::Result<Item> done = base::fail(FaultKind::Invalid, "Xin sửa các chỗ được nêu rồi gửi lại.", errors);
  if (errors.empty()) {
    try {
      done = db::in_transaction(db, [&]() -> base::Result<Item> {
        base::Result<Item> item = work(db);
        if (item) workflow::remember_form(db, context.actor, context.request, location, context.now);
        return item;
      });
    } catch (const db::SqlError& error) {
      if (!error.is_duplicate()) throw;  // its twin was carried out at this moment
    }
    if (const auto twin = workflow::find_form(db, context.actor, context.request); twin && *twin) return http::redirect(**twin);
  }
  const Fault fault = done ? Fault{FaultKind::Conflict, "Biểu mẫu vừa được gửi hai lần. Xin tải lại trang.", {}} : done.error();
  const bool may_ask_again = fault.kind == FaultKind::Invalid || fault.kind == FaultKind::Stale;
  const auto item = find_for(context, host, action);
  if (!may_ask_again || !item) return server::fault_response(context, fault);
  if (fault.fields.empty()) errors = {{"at", fault.message, ""}};
  else errors = fault.fields;
  return show_form(context, host, *item, {is_posting, context.request.form, errors, server::status_of(fault.kind)});
}

http::Response show_time(server::Context& context, const PanelHost& host, bool is_posting) {
  const auto item = find_for(context, host, is_posting ? Action::Publish : Action::Withdraw);
  if (!item) return server::fault_response(context, item.error());
  return show_form(context, host, *item, {is_posting, {}, {}});
}

http::Response drop_time(server::Context& context, const PanelHost& host, bool is_posting) {
  const auto visible = find_visible(context, host, item_of(context));
  if (!visible) return server::fault_response(context, visible.error());
  return carry_out(context, host, is_posting, "bo-hen", {}, [&](db::Connection& db) {
    return workflow::cancel_schedule(db, context.actor, visible->id, is_posting, context.now);
  });
}

void fill_one(view::Dict& part, const PanelHost& host, const Panel& panel, const Schedule& schedule) {
  const bool may = panel.allows(schedule.is_posting ? Action::Publish : Action::Withdraw);
  const std::string url = host.item_url(panel.item.id) + std::string{schedule.is_posting ? kPosting : kExpiry};
  if (schedule.is_waiting()) {
    view::Dict row = part.section("SCHEDULE");
    const std::string what = schedule.mode == workflow::ExpiryMode::Withdraw ? "gỡ khỏi trang" : "đưa ra khỏi danh sách";
    row.set("SCHEDULE_TEXT", schedule.is_posting ? "Hẹn đăng phiên bản " + std::to_string(schedule.version) + " lúc " + base::format_date_time(schedule.at)
                                                 : "Hết hạn lúc " + base::format_date_time(schedule.at) + ": " + what);
    row.set("SCHEDULE_BY", schedule.person_name);
    if (!may) return;
    view::Dict change = row.section("MAY_CHANGE");
    change.set("CHANGE_URL", url);
    change.set("DROP_URL", url + "/bo");
    change.set("KEY", workflow::new_form_key());
  } else if (schedule.state == "failed" && panel.item.state != workflow::State::Published && panel.item.state != workflow::State::Withdrawn) {
    view::Dict row = part.section("SCHEDULE_FAILED");
    row.set("FAILED_AT", base::format_date_time(schedule.at));
    row.set("FAILED_WHY", schedule.why);
  }
}

}  // namespace

void ask_change(view::Dict& content, const http::Fields& typed, const std::string& note, const Errors& errors) {
  view::Dict part = content.section("ASK_CHANGE");
  const std::string value = typed.has("change_note") ? std::string{typed.get("change_note")} : note;
  const bool is_minor = typed.has("change") ? typed.get("change") == "minor" : note.empty();
  add_radios(part, "FIELD_CHANGE", {.name = "change", .label = "Thay đổi so với bản đang đăng"},
             {{"major", "Có nội dung mới hoặc đính chính", "Bạn đọc thấy ngày sửa và câu dưới đây ở bài.", !is_minor},
              {"minor", "Sửa nhỏ: chính tả, trình bày", "Ngày sửa của bài không đổi; chỉ ghi trong lịch sử thay đổi.", is_minor}},
             errors);
  add_textarea(part, "FIELD_CHANGE_NOTE",
               {.name = "change_note", .label = "Đã thay đổi gì (D12.3)", .value = value, .hint = "Bắt buộc khi có nội dung mới hoặc đính chính.", .max_length = 500},
               errors, 3);
}

http::Response show_posting_time(server::Context& context, const PanelHost& host) { return show_time(context, host, true); }

http::Response show_expiry(server::Context& context, const PanelHost& host) { return show_time(context, host, false); }

http::Response set_posting_time(server::Context& context, const PanelHost& host) {
  const auto visible = find_visible(context, host, item_of(context));
  if (!visible) return server::fault_response(context, visible.error());
  const http::Fields& form = context.request.form;
  Errors errors;
  workflow::PostingWish wish;
  wish.item = visible->id;
  wish.row_version = row_version_in(form);
  wish.at = time_in(form);
  wish.is_minor = form.get("change") == "minor";
  wish.change_note = text_in(form, "change_note", "Đã thay đổi gì", errors);
  return carry_out(context, host, true, "hen-dang", std::move(errors),
                   [&](db::Connection& db) { return workflow::schedule_posting(db, context.actor, wish, context.now); });
}

http::Response set_expiry(server::Context& context, const PanelHost& host) {
  const auto visible = find_visible(context, host, item_of(context));
  if (!visible) return server::fault_response(context, visible.error());
  const http::Fields& form = context.request.form;
  Errors errors;
  workflow::ExpiryWish wish;
  wish.item = visible->id;
  wish.row_version = row_version_in(form);
  wish.at = time_in(form);
  wish.mode = form.get("mode") == "withdraw" ? workflow::ExpiryMode::Withdraw : workflow::ExpiryMode::Unlist;
  wish.notice = text_in(form, "notice", "Lời nhắn", errors);
  return carry_out(context, host, false, "het-han", std::move(errors),
                   [&](db::Connection& db) { return workflow::schedule_expiry(db, context.actor, wish, context.now); });
}

http::Response drop_posting_time(server::Context& context, const PanelHost& host) { return drop_time(context, host, true); }

http::Response drop_expiry(server::Context& context, const PanelHost& host) { return drop_time(context, host, false); }

void fill_schedules(view::Dict& part, const PanelHost& host, const Panel& panel) {
  const std::string url = host.item_url(panel.item.id);
  if (panel.posting) fill_one(part, host, panel, *panel.posting);
  if (panel.expiry && panel.item.is_published()) fill_one(part, host, panel, *panel.expiry);
  const bool posts = panel.posting && panel.posting->is_waiting();
  const bool expires = panel.expiry && panel.expiry->is_waiting() && panel.item.is_published();
  if (!posts && panel.allows(Action::Publish)) part.section("OFFER_POSTING").set("OFFER_POSTING_URL", url + std::string{kPosting});
  if (!expires && panel.allows(Action::Withdraw)) part.section("OFFER_EXPIRY").set("OFFER_EXPIRY_URL", url + std::string{kExpiry});
}

}  // namespace portal::office
