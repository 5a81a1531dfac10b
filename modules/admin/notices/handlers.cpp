#include "modules/admin/notices/handlers.h"

#include <charconv>

#include "modules/admin/act.h"
#include "modules/admin/work/views.h"
#include "modules/qa/rights.h"
#include "shared/intake/acts.h"
#include "shared/notices/notices.h"
#include "shared/office/chrome.h"
#include "shared/office/clock_pages.h"
#include "shared/office/fields.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

constexpr std::string_view kNotices = "/quan-tri/thong-bao/";
constexpr std::string_view kEverything = "tat-ca";

std::optional<notices::NoticeId> notice_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number == 0 || number > UINT64_MAX / 2) return {};
  return notices::NoticeId{number};
}

// Back to the list that the form was on.
std::string list_url(std::string_view view) { return std::string{kNotices} + (view == kEverything ? "?xem=tat-ca" : ""); }

// The question or feedback that a notice is about, when this person may know of it (D11.2, D11.3).
std::optional<qa::Matter> matter_of(server::Context& context, const notices::Told& told) {
  qa::MatterId id = qa::matter_of_cause(told.cause);
  if (!id.is_set()) id = qa::matter_of_subject(told.subject);
  if (!id.is_set()) return {};
  const auto matter = qa::find_matter(context.db(), id);
  if (!matter || !qa::standing_of(context.db(), context.actor, *matter, context.now).may_see()) return {};
  return *matter;
}

void fill_notice(server::Context& context, view::Dict& list, const notices::Told& told, std::string_view view) {
  const base::UtcTime now = context.now;
  view::Dict row = list.section("ROW");
  const notices::Kind kind = told.kind.value_or(notices::Kind::Waits);
  office::add_chip(row, "KIND_CHIP", notices::chip_of(kind), notices::icon_of(kind), notices::label_of(kind));
  const std::string url = told.item.is_set() ? office_url(told.module, told.item) : "";
  if (!url.empty()) {
    view::Dict link = row.section("LINK");
    link.set("URL", url);
    link.set("TITLE", told.title);
    link.set("CODE", told.code);
  }
  if (const auto matter = matter_of(context, told)) {
    view::Dict link = row.section("LINK");
    link.set("URL", qa::url_of(matter->id));
    link.set("TITLE", matter->title);
    link.set("CODE", matter->code);
  }
  if (const intake::IntakeId id = intake::intake_of_cause(told.cause); id.is_set() && !intake::right_of(context.db(), context.actor, now).empty())
    if (const auto thing = intake::find_intake(context.db(), id)) {
      view::Dict link = row.section("LINK");
      link.set("URL", intake::url_of(id));
      link.set("TITLE", thing->title);
      link.set("CODE", thing->code);
    }
  if (!told.item.is_set() && told.clock != 0) row.section("WHY").set("WHY_URL", office::clock_url(duty::ClockId{told.clock}));
  row.set("TEXT", told.text);
  row.set("WHEN", base::format_date_time(told.at));
  row.set("WHEN_ISO", base::format_iso(told.at));
  row.set("AGE", age_words(told.at, now));
  row.show("UNREAD", !told.read_at.has_value());
  row.set("ACT_URL", std::string{kNotices} + std::to_string(told.id.value) + (told.read_at ? "/chua-doc" : "/da-doc"));
  row.set("ACT_LABEL", told.read_at ? "Để lại chưa đọc" : "Đã đọc");
  row.set("KEY", workflow::new_form_key());
  row.set("VIEW", view);
}

http::Response mark(server::Context& context, const std::function<void(db::Connection&, base::PersonId)>& work) {
  const std::string location = list_url(context.request.form.get("xem"));
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    work(context.db(), context.actor.person);
    return location;
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

notices::NoticeId notice_of(const server::Context& context) { return context.path.id<notices::NoticeId>("id"); }

}  // namespace

http::Response show_notices(App& /*app*/, server::Context& context) {
  const bool everything = context.request.query.get("xem") == kEverything;
  const std::string_view view = everything ? kEverything : std::string_view{};
  const auto before = notice_in(context.request.query.get("truoc"));
  const notices::Page page = notices::read_page(context.db(), context.actor.person, !everything, before);
  office::OfficePage out(context, {.title = "Thông báo", .menu = "notices"}, "admin/notices.tpl");
  view::Dict& content = out.content();
  content.show(everything ? "ALL_SHOWN" : "UNREAD_SHOWN");
  if (page.notices.empty()) {
    content.section("EMPTY").set("NOTHING", everything ? "Chưa có thông báo nào." : "Không có thông báo nào chưa đọc.");
    return std::move(out).respond();
  }
  view::Dict list = content.section("HAS_ROWS");
  for (const notices::Told& told : page.notices) fill_notice(context, list, told, view);
  if (!everything) {
    view::Dict all = content.section("READ_ALL");
    all.set("LAST", std::to_string(page.notices.front().id.value));
    all.set("KEY", workflow::new_form_key());
  }
  if (before || page.has_more) {
    view::Dict pager = content.section("PAGER");
    if (before) pager.set_if("HAS_FIRST", "FIRST_URL", list_url(view));
    if (page.has_more)
      pager.set_if("HAS_NEXT", "NEXT_URL",
                   list_url(view) + (everything ? "&truoc=" : "?truoc=") + std::to_string(page.notices.back().id.value));
  }
  return std::move(out).respond();
}

http::Response read_all_notices(App& /*app*/, server::Context& context) {
  const auto last = notice_in(context.request.form.get("last"));
  if (!last) return server::fault_response(context, {base::FaultKind::BadRequest, "Biểu mẫu thiếu mốc thông báo. Xin tải lại trang rồi thử lại.", {}});
  return mark(context, [&](db::Connection& db, base::PersonId person) { notices::mark_all_read(db, person, *last, context.now); });
}

http::Response read_notice(App& /*app*/, server::Context& context) {
  return mark(context, [&](db::Connection& db, base::PersonId person) { notices::mark_read(db, person, notice_of(context), context.now); });
}

http::Response unread_notice(App& /*app*/, server::Context& context) {
  return mark(context, [&](db::Connection& db, base::PersonId person) { notices::mark_unread(db, person, notice_of(context)); });
}

}  // namespace portal::admin
