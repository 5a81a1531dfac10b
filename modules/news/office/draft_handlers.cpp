// Drafts and presence: what an open edit form sends every few seconds, what it is told, and the draft that is offered back.
#include "modules/news/office/comparison.h"
#include "modules/news/office/editing.h"
#include "modules/news/office/encoding_offer.h"
#include "modules/news/office/handlers.h"
#include "shared/drafts/presence.h"

namespace portal::news {
namespace {

using base::FaultKind;
using office::OfficePage;

http::Response json(std::string body, int status = 200) {
  http::Response response;
  response.status = status;
  response.content_type = status == 200 ? "application/json" : "application/problem+json";
  response.body = std::move(body);
  return response;
}

// The page reads the status; the title is for whoever looks at the traffic.
http::Response problem(const base::Fault& fault) {
  const int status = server::status_of(fault.kind);
  return json(R"({"type":"about:blank","status":)" + std::to_string(status) + "}", status);
}

// Keeps what came with the form, if anything did; says in `watch` what became of it.
std::optional<base::Fault> keep_typed(server::Context& context, std::string subject, drafts::Watch& watch) {
  const http::Fields& form = context.request.form;
  watch.at = context.now;
  if (!form.has("title")) return {};  // only a sign of life
  const auto kept = drafts::keep(context.db(), context.actor.person, draft_of(form, std::move(subject)), context.now);
  if (!kept) return kept.error();
  if (const LegacyText read = read_form(form); read.is_legacy()) watch.encoding = encoding::label_of(read.encoding);
  watch.state = *kept == drafts::Kept::Closed ? "closed" : "saved";
  return {};
}

void look_around(server::Context& context, const workflow::Item& item, unsigned known_version, drafts::Watch& watch) {
  watch.at = context.now;
  watch.version = item.working_version;
  if (known_version != item.working_version) {
    if (const auto by = version_by(context.db(), item.id, item.working_version)) {
      watch.version_by = by->name;
      watch.version_at = by->at;
    }
  }
  watch.editors = drafts::other_editors(context.db(), item.id, context.actor, context.now);
}

// The draft that the address names, when it is this person's and its item may still be seen.
struct Named {
  drafts::Draft draft;
  std::optional<workflow::Item> item;
};
base::Result<Named> named_draft(OfficeApp& app, server::Context& context) {
  const base::Fault nothing{FaultKind::NotFound, "Không có bản nháp này, hoặc bản nháp đã được lưu hay đã bỏ.", {}};
  auto draft = drafts::find(context.db(), context.actor.person, context.path.text("key"));
  if (!draft) return tl::unexpected(nothing);
  Named named{*std::move(draft), {}};
  const base::ItemId id = drafts::item_of(named.draft.subject);
  if (!id.is_set()) return named;
  const auto item = office::find_visible(context, app.host, id);
  if (!item) return tl::unexpected(nothing);
  named.item = *item;
  return named;
}

std::string form_url(OfficeApp& app, const Named& named) {
  return named.item ? app.host.item_url(named.item->id) + "/sua" : std::string{kOfficePath} + "moi";
}

}  // namespace

http::Response keep_new_draft(OfficeApp& app, server::Context& context) {
  static_cast<void>(app);
  drafts::Watch watch;
  if (const auto fault = keep_typed(context, std::string{kNewSubject}, watch)) return problem(*fault);
  return json(drafts::to_json(watch));
}

http::Response keep_draft(OfficeApp& app, server::Context& context) {
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return problem(item.error());
  const auto permit = workflow::authorize(context.db(), context.actor, workflow::Action::Save, *item, context.now);
  if (!permit) return problem(permit.error());
  drafts::Watch watch;
  if (context.request.form.get("leave") == "1") {
    drafts::leave(context.db(), item->id, context.actor, context.now);
    watch.at = context.now;
    return json(drafts::to_json(watch));
  }
  drafts::arrive(context.db(), item->id, context.actor, context.now);
  if (const auto fault = keep_typed(context, drafts::subject_of(item->id), watch)) return problem(*fault);
  look_around(context, *item, number_in(context.request.form, "base"), watch);
  return json(drafts::to_json(watch));
}

http::Response show_editors(OfficeApp& app, server::Context& context) {
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return problem(item.error());
  drafts::Watch watch;
  look_around(context, *item, item->working_version, watch);
  return json(drafts::to_json(watch));
}

http::Response show_draft(OfficeApp& app, server::Context& context) {
  const auto named = named_draft(app, context);
  if (!named) return server::fault_response(context, named.error());
  const drafts::Draft& draft = named->draft;
  const bool may_use = !named->item || workflow::authorize(context.db(), context.actor, workflow::Action::Save, *named->item, context.now).has_value();
  office::Frame frame;
  frame.title = "Bản nháp chưa lưu";
  frame.menu = "news";
  frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}};
  if (named->item) frame.crumbs.push_back({app.host.item_url(named->item->id), named->item->code});
  frame.here = "Bản nháp";
  OfficePage page(context, frame, "news-office/draft.tpl");
  view::Dict& content = page.content();
  content.set("DRAFT_TITLE", draft.title.empty() ? "Chưa có tiêu đề" : draft.title);
  content.set("DROP_URL", std::string{kOfficePath} + "nhap/" + draft.key + "/bo");
  content.set("BACK_URL", named->item ? app.host.item_url(named->item->id) : std::string{kOfficePath});
  content.show("NO_STEP", !may_use);
  if (may_use) content.section("MAY_USE").set("USE_URL", form_url(app, *named) + "?nhap=" + draft.key);
  Side before{"Chưa có bản nào", "", {}};
  if (named->item) {
    const unsigned newest = named->item->working_version;
    const auto by = version_by(context.db(), named->item->id, newest);
    before.label = "Bản " + std::to_string(newest) + ", đang lưu";
    before.note = by ? by->name + ", " + base::format_date_time(by->at) : std::string{};
    if (auto fields = version_fields(context.db(), *named->item, newest)) before.fields = *std::move(fields);
  }
  Side after{"Bản nháp", "gõ đến " + base::format_date_time(draft.saved_at), draft.fields};
  // What the form did not have is not "removed" by the draft.
  for (const FormField& field : kFormFields)
    if (!after.fields.has(field.name)) after.fields.add(std::string{field.name}, std::string{before.fields.get(field.name)});
  fill_comparison(content, before, after, OfficeStore(context.db()).sections());
  return std::move(page).respond();
}

http::Response drop_draft(OfficeApp& app, server::Context& context) {
  const std::string_view key = context.path.text("key");
  const auto subject = drafts::subject_of_key(context.db(), context.actor.person, key);
  if (!subject) return server::fault_response(context, {FaultKind::NotFound, "Không có bản nháp này.", {}});
  drafts::close(context.db(), context.actor.person, key, *subject, context.now);
  const base::ItemId id = drafts::item_of(*subject);
  if (!id.is_set()) return http::redirect(std::string{kOfficePath} + "moi");
  const auto item = office::find_visible(context, app.host, id);
  if (!item) return http::redirect(std::string{kOfficePath});
  const bool may_save = workflow::authorize(context.db(), context.actor, workflow::Action::Save, *item, context.now).has_value();
  return http::redirect(app.host.item_url(id) + (may_save ? "/sua" : ""));
}

}  // namespace portal::news
