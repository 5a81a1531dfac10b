// Every act on a matter but forwarding: its form, and carrying it out once.
#include "modules/qa/office/forms.h"
#include "modules/qa/office/handlers.h"
#include "modules/qa/office/pages.h"
#include "shared/office/deed.h"
#include "shared/workflow/idempotency.h"

namespace portal::qa {
namespace {

using base::FaultKind;

base::Result<const ActRow*> act_in(const server::Context& context) {
  const ActRow* row = find_act(context.path.text("act"));
  if (row == nullptr || row->act == Act::Forward) return base::fail(FaultKind::NotFound, "Không có việc này.");
  return row;
}

ActPlace place_of(OfficeApp& app, server::Context& context, const ActRow& row, const Visible& visible) {
  ActPlace place{row, visible.matter, !visible.standing.director.empty(), {}, {}};
  if (row.act == Act::Assign) place.staff = staff_of_unit(context.db(), visible.matter.unit, context.now);
  if (row.act == Act::Extend) {
    const auto books = app.books.get(context.db());
    const duty::Duty* duty = duty::find_duty(books->duties, kAnswerDuty, base::local_date(visible.matter.received_at));
    if (duty != nullptr) place.most = duty->extended_amount;
  }
  return place;
}

// The form as it is first shown.
http::Fields first_values(const ActPlace& place, base::UtcTime now) {
  http::Fields values;
  if (place.row.act == Act::Answer || place.row.act == Act::Outside) values.add("at", base::format_date_time(now));
  if (place.row.act == Act::Extend && place.most) values.add("days", std::to_string(*place.most));
  return values;
}

Done carry_out_act(server::Context& context, const Permit& permit, Matter& matter, const ActDraft& draft) {
  db::Connection& db = context.db();
  const base::UtcTime now = context.now;
  switch (*permit.act()) {
    case Act::AskDirection: return ask_direction(db, permit, matter, draft.text, now);
    case Act::Direct: return direct_matter(db, permit, matter, draft.text, draft.document, now);
    case Act::Extend: return extend_matter(db, permit, matter, {draft.days, draft.ministry, draft.text, draft.unit_days}, now);
    case Act::Assign: return assign_matter(db, permit, matter, draft.person, draft.text, now);
    case Act::Progress: return tell_progress(db, permit, matter, draft.text, draft.next_day, now);
    case Act::Result: return give_result(db, permit, matter, draft.text, now);
    case Act::Opinion: return give_opinion(db, permit, matter, draft.text, now);
    case Act::Return: return give_back(db, permit, matter, draft.text, now);
    case Act::Answer: return answer_reader(db, permit, matter, draft.told, draft.text, now);
    case Act::Outside: return refer_reader(db, permit, matter, draft.told, draft.agency, draft.text, now);
    case Act::Drop: return drop_matter(db, permit, matter, draft.text, now);
    case Act::Forward: break;
  }
  return base::fail(FaultKind::NotFound, "Không có việc này.");
}

}  // namespace

http::Response show_act(OfficeApp& app, server::Context& context) {
  const auto row = act_in(context);
  if (!row) return server::fault_response(context, row.error());
  const auto visible = find_visible(context);
  if (!visible) return server::fault_response(context, visible.error());
  const auto may = authorize(context.db(), context.actor, (*row)->act, visible->matter, context.now);
  if (!may) return server::fault_response(context, may.error());
  const ActPlace place = place_of(app, context, **row, *visible);
  return office::show_form(context, frame_of(visible->matter, std::string{(*row)->label}), act_form(place), first_values(place, context.now));
}

http::Response do_act(OfficeApp& app, server::Context& context) {
  const auto row = act_in(context);
  if (!row) return server::fault_response(context, row.error());
  // A form that was carried out finds the matter moved on, or no longer its sender's to see: its answer comes first.
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const auto visible = find_visible(context);
  if (!visible) return server::fault_response(context, visible.error());
  const auto may = authorize(context.db(), context.actor, (*row)->act, visible->matter, context.now);
  if (!may) return server::fault_response(context, may.error());
  const ActPlace place = place_of(app, context, **row, *visible);
  const office::FormPage form = act_form(place);
  const auto again = [&](const base::Fault& fault) {
    return office::form_again(context, frame_of(visible->matter, std::string{(*row)->label}), form, fault, chain_of(visible->matter.id));
  };
  const auto draft = parse_act(context.request.form, place, context.now);
  if (!draft) return again(draft.error());
  const auto done = office::carry_out(context, [&]() -> base::Result<std::string> {
    auto matter = hold_matter(context.db(), visible->matter.id, office::row_version_of(context.request.form));
    if (!matter) return tl::unexpected<base::Fault>(matter.error());
    const auto permit = authorize(context.db(), context.actor, (*row)->act, *matter, context.now);
    if (!permit) return tl::unexpected<base::Fault>(permit.error());
    if (const auto acted = carry_out_act(context, *permit, *matter, *draft); !acted) return tl::unexpected<base::Fault>(acted.error());
    // Who gave it back has no page of it any more.
    const std::string where = (*row)->act == Act::Return ? std::string{kPath} : url_of(matter->id);
    return where + "?xong=" + std::string{(*row)->slug};
  });
  return done ? http::redirect(*done) : again(done.error());
}

}  // namespace portal::qa
