// Versions: one alone, two beside each other, and an earlier one made the newest.
#include <algorithm>

#include "modules/news/article_writer.h"
#include "modules/news/office/comparison.h"
#include "modules/news/office/editing.h"
#include "modules/news/office/handlers.h"
#include "modules/news/office/queries.h"

namespace portal::news {
namespace {

using base::FaultKind;
using office::OfficePage;

struct VersionChoice {
  unsigned version = 0;
  std::string name;
  base::UtcTime at;
};

std::vector<VersionChoice> versions_of(db::Connection& db, base::ItemId id) {
  std::vector<VersionChoice> versions;
  auto rows = db.query(office_sql::kVersionsBy, id);
  while (rows.next()) versions.push_back({static_cast<unsigned>(rows.number(0)), std::string{rows.text(1)}, rows.time(2)});
  return versions;
}

void fill_options(view::Dict& part, const char* section, const std::vector<VersionChoice>& versions, unsigned chosen) {
  for (const VersionChoice& version : versions) {
    view::Dict option = part.section(section);
    option.set("OPTION_VALUE", std::to_string(version.version));
    option.set("OPTION_LABEL", "Bản " + std::to_string(version.version) + ", " + base::format_date_time(version.at));
    option.show("OPTION_SELECTED", version.version == chosen);
  }
}

office::Frame frame_of(const workflow::Item& item, std::string here) {
  office::Frame frame;
  frame.title = here + ": " + item.title;
  frame.menu = "news";
  frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}, {std::string{kOfficePath} + std::to_string(item.id.value), item.code}};
  frame.here = std::move(here);
  return frame;
}

// The button that makes an earlier version the newest, for whoever holds the step.
void offer_restore(OfficeApp& app, server::Context& context, view::Dict& content, const workflow::Item& item, unsigned version) {
  if (version == 0 || version >= item.working_version) return;
  if (!workflow::authorize(context.db(), context.actor, workflow::Action::Save, item, context.now)) return;
  view::Dict part = content.section("RESTORE");
  part.set("RESTORE_URL", app.host.item_url(item.id) + "/phien-ban/" + std::to_string(version) + "/lay-lai");
  part.set("RESTORE_VERSION", std::int64_t{version});
  part.set("KEY", workflow::new_form_key());
  part.set("ROW_VERSION", std::int64_t{item.row_version});
}

base::Fault no_version() { return {FaultKind::NotFound, "Bài không có phiên bản này.", {}}; }

// One version as a side of the comparison, or nothing when there is none.
std::optional<Side> side_of(db::Connection& db, const workflow::Item& item, const std::vector<VersionChoice>& versions, unsigned number) {
  const auto found = std::find_if(versions.begin(), versions.end(), [number](const VersionChoice& version) { return version.version == number; });
  auto fields = version_fields(db, item, number);
  if (found == versions.end() || !fields) return {};
  return Side{"Bản " + std::to_string(number), found->name + ", " + base::format_date_time(found->at), *std::move(fields)};
}

// The number that the address names; `otherwise` when it names none; 0 for what is no number of a version.
unsigned asked_for(const http::Fields& query, std::string_view key, unsigned otherwise) { return query.has(key) ? number_in(query, key) : otherwise; }

}  // namespace

http::Response show_version(OfficeApp& app, server::Context& context) {
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  const auto number = static_cast<unsigned>(std::min<std::uint64_t>(context.path.number("version"), UINT32_MAX));
  const auto version = read_version(context.db(), item->id, number);
  if (!version) return server::fault_response(context, no_version());
  OfficePage page(context, frame_of(*item, "Phiên bản " + std::to_string(number)), "news-office/version.tpl");
  view::Dict& content = page.content();
  content.set("ITEM_TITLE", version->title);
  content.set("ITEM_URL", app.host.item_url(item->id));
  content.set("VERSION_NUMBER", std::int64_t{number});
  office::fill_state_chip(content, *item);
  view::Dict words = content.include("WORDS", "news-office/words.tpl");
  fill_content(words, *version, item->kind, ItemPictures(context.db(), item->id, Audience::Office));
  if (number != item->working_version)
    content.section("COMPARE").set("COMPARE_URL", app.host.item_url(item->id) + "/so-sanh?cu=" + std::to_string(number) + "&moi=" + std::to_string(item->working_version));
  offer_restore(app, context, content, *item, number);
  return std::move(page).respond();
}

http::Response show_comparison(OfficeApp& app, server::Context& context) {
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  const http::Fields& query = context.request.query;
  const auto versions = versions_of(context.db(), item->id);
  const bool is_alone = versions.size() < 2 && !query.has("cu") && !query.has("moi");
  const unsigned newest = item->working_version;
  const unsigned after = asked_for(query, "moi", newest);
  const unsigned before = asked_for(query, "cu", after > 1 ? after - 1 : 1);
  const auto old_side = side_of(context.db(), *item, versions, before);
  const auto new_side = side_of(context.db(), *item, versions, after);
  if (!is_alone && (!old_side || !new_side)) return server::fault_response(context, no_version());
  const std::string heading = is_alone ? std::string{"So sánh phiên bản"} : "So sánh phiên bản " + std::to_string(before) + " và " + std::to_string(after);
  OfficePage page(context, frame_of(*item, "So sánh"), "news-office/compare.tpl");
  view::Dict& content = page.content();
  content.set("HEADING", heading);
  content.set("ITEM_TITLE", item->title);
  content.set("ITEM_URL", app.host.item_url(item->id));
  office::fill_state_chip(content, *item);
  if (is_alone) {
    content.show("ONLY_ONE");
    return std::move(page).respond();
  }
  const bool is_one_column = query.get("kieu") == "mot-cot";
  view::Dict part = content.section("CHOOSE");
  part.set("COMPARE_URL", app.host.item_url(item->id) + "/so-sanh");
  fill_options(part, "OLD_OPTION", versions, before);
  fill_options(part, "NEW_OPTION", versions, after);
  part.show("ONE_SELECTED", is_one_column);
  fill_comparison(part, *old_side, *new_side, OfficeStore(context.db()).sections(), {is_one_column});
  offer_restore(app, context, content, *item, before);
  return std::move(page).respond();
}

http::Response restore_version(OfficeApp& app, server::Context& context) {
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const auto permit = workflow::authorize(context.db(), context.actor, workflow::Action::Save, *item, context.now);
  if (!permit) return server::fault_response(context, permit.error());
  const auto number = static_cast<unsigned>(std::min<std::uint64_t>(context.path.number("version"), UINT32_MAX));
  const auto content = read_version(context.db(), item->id, number);
  if (!content) return server::fault_response(context, no_version());
  const auto newest = read_version(context.db(), item->id, item->working_version);
  if (newest && *newest == *content)
    return server::fault_response(context, {FaultKind::NotAllowedNow, "Bản mới nhất đã giống hệt phiên bản " + std::to_string(number) + ".", {}});
  // The words of a version, on top of what the person saw; where the article belongs is not taken back with them.
  const Save save{{*content, {}, {}}, {}, number_in(context.request.form, "row_version"), "lấy lại nội dung phiên bản " + std::to_string(number), {}};
  const auto done = once(context, [&] { return save_version(app, context, item->id, save); });
  if (done) return http::redirect(*done);
  base::Fault fault = done.error();
  if (fault.kind == FaultKind::Stale) fault.message = "Bài đã có bản mới hơn khi ông, bà lấy lại: " + fault.message + " Xin so sánh lại rồi lấy lại.";
  return server::fault_response(context, fault);
}

}  // namespace portal::news
