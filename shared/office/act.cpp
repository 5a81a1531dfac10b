#include "shared/office/act.h"

#include "shared/office/act_form.h"
#include "shared/office/chrome.h"
#include "shared/office/queries.h"
#include "shared/workflow/idempotency.h"

namespace portal::office {
namespace {

using base::Fault;
using base::FaultKind;
using workflow::Action;
using workflow::Item;
using workflow::Transition;

base::ItemId item_of(const server::Context& context) { return context.path.id<base::ItemId>("id"); }

// Who changed the item last, so that "edited since" has a name and a time.
std::string last_change(db::Connection& db, base::ItemId id) {
  auto rows = db.query(kLastChange, "item:" + std::to_string(id.value));
  if (!rows.next()) return {};
  return std::string{rows.text(0)} + " làm việc với bài lúc " + base::format_date_time(rows.time(1)) + ". ";
}

// A fault of the act as the form's errors.
Errors errors_of(server::Context& context, const Item& item, const Fault& fault) {
  if (!fault.fields.empty()) return fault.fields;
  const std::string who = fault.kind == FaultKind::Stale ? last_change(context.db(), item.id) : "";
  return {{"reason", who + fault.message, ""}};
}

// The answer to a fault: the form again with what was typed where there is one, else the error page (which keeps the text too).
http::Response answer_fault(server::Context& context, const PanelHost& host, Action action, const Fault& fault) {
  const bool may_ask_again = fault.kind == FaultKind::Invalid || fault.kind == FaultKind::Stale || fault.kind == FaultKind::Conflict;
  auto item = find_visible(context, host, item_of(context));
  if (!may_ask_again || !item || !item->state) return server::fault_response(context, fault);
  const Transition* transition = workflow::find_transition(*item->state, action, item->facts());
  if (transition == nullptr) return server::fault_response(context, fault);
  return show_act_form(context, host, *item, *transition, context.request.form, errors_of(context, *item, fault), server::status_of(fault.kind));
}

}  // namespace

http::Response show_act(server::Context& context, const PanelHost& host) {
  const auto action = parse_act_slug(context.path.text("act"));
  const auto item = find_visible(context, host, item_of(context));
  if (!item) return server::fault_response(context, item.error());
  if (!action || *action == Action::Save) return server::fault_response(context, {FaultKind::NotFound, "Không có việc này.", {}});
  const auto permit = workflow::authorize(context.db(), context.actor, *action, *item, context.now);
  if (!permit) return server::fault_response(context, permit.error());
  return show_act_form(context, host, *item, *workflow::find_transition(*item->state, *action, item->facts()), {}, {}, 200);
}

http::Response do_act(server::Context& context, const PanelHost& host) {
  const auto action = parse_act_slug(context.path.text("act"));
  const auto visible = find_visible(context, host, item_of(context));
  if (!visible) return server::fault_response(context, visible.error());
  if (!action || *action == Action::Save) return server::fault_response(context, {FaultKind::NotFound, "Không có việc này.", {}});

  db::Connection& db = context.db();
  const auto before = workflow::find_form(db, context.actor, context.request);
  if (!before) return answer_fault(context, host, *action, before.error());
  if (*before) return http::redirect(**before);

  auto act = parse_act(context.request, visible->id, *action);
  if (!act) return answer_fault(context, host, *action, act.error());
  if (act->checks.erase(std::string{kAllChecks}) > 0)
    for (const workflow::CheckLine& line : workflow::read_checklist(db, *visible, visible->working_version)) act->checks.insert(line.code);
  const std::string location = host.item_url(visible->id) + "?xong=" + slug_of(*action);
  try {
    const auto done = db::in_transaction(db, [&]() -> base::Result<Item> {
      auto item = workflow::apply_transition(db, context.actor, *act, host.publisher, context.now);
      if (item) workflow::remember_form(db, context.actor, context.request, location, context.now);
      return item;
    });
    if (!done) {
      // A twin that was carried out while this one waited for the row answers for both: the act is not refused, it is done.
      if (const auto twin = workflow::find_form(db, context.actor, context.request); twin && *twin) return http::redirect(**twin);
      return answer_fault(context, host, *action, done.error());
    }
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    // The same form was being carried out at this moment by its twin: answer as the twin did.
    const auto twin = workflow::find_form(db, context.actor, context.request);
    if (!twin) return answer_fault(context, host, *action, twin.error());
    if (!*twin) throw;
  }
  return http::redirect(location);
}

http::Response save_checks(server::Context& context, const PanelHost& host) {
  const auto visible = find_visible(context, host, item_of(context));
  if (!visible) return server::fault_response(context, visible.error());
  db::Connection& db = context.db();
  const auto before = workflow::find_form(db, context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  const std::string location = host.item_url(visible->id) + "?xong=phieu#phieu-kiem-tra";
  if (*before) return http::redirect(**before);
  const auto act = parse_act(context.request, visible->id, Action::Save);
  if (!act) return server::fault_response(context, act.error());
  const auto save = [&]() -> base::Result<Item> {
    auto item = workflow::find_item(db, visible->id, true);
    if (!item) return item;
    const auto permit = workflow::authorize(db, context.actor, Action::Save, *item, context.now);
    if (!permit) return tl::unexpected(permit.error());
    if (act->row_version != item->row_version)
      return base::fail(FaultKind::Stale, last_change(db, item->id) + "Xin mở lại bài rồi đánh dấu lại phiếu.");
    if (const auto kept = workflow::record_checks(db, *permit, item->working_version, act->checks, context.now); !kept) return tl::unexpected(kept.error());
    workflow::remember_form(db, context.actor, context.request, location, context.now);
    return item;
  };
  try {
    const auto done = db::in_transaction(db, save);
    if (!done) return server::fault_response(context, done.error());
  } catch (const db::SqlError& error) {
    // Its twin kept the same ticks at this moment.
    if (!error.is_duplicate()) throw;
    const auto twin = workflow::find_form(db, context.actor, context.request);
    if (!twin) return server::fault_response(context, twin.error());
    if (!*twin) throw;
  }
  return http::redirect(location);
}

}  // namespace portal::office
