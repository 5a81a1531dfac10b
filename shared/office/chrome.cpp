#include "shared/office/chrome.h"

#include <algorithm>

#include "shared/base/log.h"
#include "shared/notices/notices.h"
#include "shared/office/counts.h"
#include "shared/office/menu.h"
#include "shared/office/queries.h"
#include "shared/office/roles.h"

namespace portal::office {
namespace {

constexpr std::int64_t kMostNotices = 99;

struct Numbers {
  std::string agency = "Quản trị nội dung";
  LaneCount waiting;
  LaneCount open;
  std::int64_t notices = 0;
  std::int64_t roles = 0;
  std::int64_t dead_mail = 0;
  std::int64_t intake = 0;
  std::set<std::string, std::less<>> delegated;
};

Numbers read_numbers(server::Context& context) {
  Numbers numbers;
  try {
    auto rows = context.db().query(kSetting, "agency_full_name");
    if (rows.next()) numbers.agency = std::string{rows.text(0)};
  } catch (const std::runtime_error& error) {  // the frame of an error page must not fail for want of a number
    base::log(base::Level::Warning, "chrome_without_numbers", {{"what", std::string_view{error.what()}}});
    return numbers;
  }
  try {
    if (!context.actor.is_staff()) return numbers;
    numbers.waiting = count_waiting(context.db(), context.actor, context.now);
    numbers.open = count_open(context.db(), context.actor);
    numbers.notices = notices::count_unread(context.db(), context.actor.person);
    numbers.roles = count_roles(context.db(), context.actor, context.now);
    numbers.delegated = delegated_acts(context.db(), context.actor, context.now);
    numbers.dead_mail = count_dead_mail(context.db(), context.actor, context.now);
    numbers.intake = count_intake(context.db(), context.actor, context.now);
  } catch (const std::runtime_error& error) {
    base::log(base::Level::Warning, "chrome_without_numbers", {{"what", std::string_view{error.what()}}});
  }
  return numbers;
}

LaneCount count_of(MenuCount count, const Numbers& numbers) {
  switch (count) {
    case MenuCount::Waiting: return numbers.waiting;
    case MenuCount::Open: return numbers.open;
    case MenuCount::Roles: return {.items = numbers.roles};
    case MenuCount::DeadMail: return {.items = numbers.dead_mail};
    case MenuCount::Intake: return {.items = numbers.intake};
    case MenuCount::None: return {};
  }
  return {};
}

void fill_menu(view::Page& page, const access::Actor& actor, std::string_view current, const Numbers& numbers) {
  std::string_view group = "?";
  std::optional<view::Dict> list;
  for (const MenuRow* row : menu_of(actor, numbers.delegated)) {
    if (row->group != group) {
      group = row->group;
      list = page.section("MENU_GROUP");
      list->set_if("GROUP_TITLE_SHOWN", "GROUP_TITLE", group);
    }
    view::Dict item = list->section("MENU_ITEM");
    item.set("MENU_URL", row->url);
    item.set("MENU_ICON", row->icon);
    item.set("MENU_LABEL", row->label);
    item.show("MENU_CURRENT", row->key == current);
    const LaneCount count = count_of(row->count, numbers);
    if (count.items > 0) item.section("MENU_COUNT_SHOWN").set("MENU_COUNT", count.words());
  }
}

std::string_view flash_icon(std::string_view kind) {
  if (kind == "ok") return "circle-check";
  if (kind == "warn") return "triangle-alert";
  return kind == "error" ? "circle-alert" : "info";
}

}  // namespace

OfficePage::OfficePage(server::Context& context, const Frame& frame, std::string_view content_template)
    : context_(context), page_("layout/office.tpl"), content_(page_.include("CONTENT", content_template)) {
  const Numbers numbers = read_numbers(context);
  page_.set("TITLE", frame.title + " | Quản trị nội dung");
  page_.set("AGENCY_FULL", numbers.agency);
  page_.set_global("CSRF_TOKEN", context.csrf_token());
  view::Dict search = page_.section("HAS_SEARCH");
  search.set("SEARCH_URL", "/quan-tri/tim");
  search.set("SEARCH_QUERY", context.request.query.get("q"));
  if (context.actor.is_staff()) {
    view::Dict bell = page_.section("HAS_NOTICES");
    bell.set("NOTICES_URL", "/quan-tri/thong-bao/");
    bell.set("NOTICES_COUNT", numbers.notices > kMostNotices ? std::to_string(kMostNotices) + "+" : std::to_string(numbers.notices));
  }
  page_.set("USER_NAME", context.actor.display_name);
  page_.set("USER_ROLE", roles_line(context.actor));
  page_.set("ACCOUNT_URL", "/quan-tri/ca-nhan");
  page_.set("LOGOUT_URL", "/quan-tri/dang-xuat");
  fill_menu(page_, context.actor, frame.menu, numbers);
  if (!frame.crumbs.empty()) {
    view::Dict crumbs = page_.section("CRUMBS");
    for (const Crumb& crumb : frame.crumbs) {
      view::Dict row = crumbs.section("CRUMB");
      row.set("CRUMB_URL", crumb.url);
      row.set("CRUMB_LABEL", crumb.label);
    }
    crumbs.set("CRUMB_HERE", frame.here);
  }
  for (const Flash& flash : frame.flashes) {
    view::Dict row = page_.section("FLASH");
    row.set("FLASH_KIND", flash.kind);
    row.set("FLASH_ICON", flash_icon(flash.kind));
    row.set("FLASH_TEXT", flash.text);
    if (flash.url.empty()) continue;
    view::Dict link = row.section("FLASH_LINK");
    link.set("FLASH_URL", flash.url);
    link.set("FLASH_LABEL", flash.label);
  }
  page_.show("HAS_EDITOR", frame.has_editor);
}

http::Response OfficePage::respond(int status) && {
  return http::page(context_.services.templates.render(page_), status, http::Cache::NoStore);
}

void fill_error_summary(view::Dict& content, const std::vector<base::FieldError>& fields, std::string_view title) {
  if (fields.empty()) return;
  view::Dict summary = content.section("HAS_ERRORS").include("ERROR_SUMMARY", "partials/error_summary.tpl");
  if (title.empty())
    summary.section("COUNT_SHOWN").set("COUNT", static_cast<std::int64_t>(fields.size()));
  else
    summary.section("SUMMARY_TITLE_SHOWN").set("SUMMARY_TITLE", title);
  for (const base::FieldError& error : fields) {
    view::Dict row = summary.section("ITEM");
    row.set("FIELD", error.field);
    row.set("MESSAGE", error_of({error}, error.field));
  }
}

std::string error_of(const std::vector<base::FieldError>& fields, std::string_view field) {
  for (const base::FieldError& error : fields)
    if (error.field == field) return error.clause.empty() ? error.message : error.message + " (" + error.clause + ")";
  return {};
}

}  // namespace portal::office
