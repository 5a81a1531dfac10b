// One matter or several to a unit (D11.2, D11.3 "in batches or singly", D11.4): all of them or none.
#include <algorithm>

#include "modules/qa/office/forms.h"
#include "modules/qa/office/handlers.h"
#include "modules/qa/office/pages.h"
#include "shared/office/deed.h"
#include "shared/workflow/idempotency.h"

namespace portal::qa {
namespace {

using base::FaultKind;

// The matters that were picked, each one to be forwarded now.
base::Result<std::vector<Matter>> find_picked(server::Context& context, const std::vector<Picked>& picked) {
  if (picked.empty()) return base::fail(FaultKind::BadRequest, "Chưa chọn việc nào, hoặc chọn quá " + std::to_string(kMostPicked) + " việc. Xin đánh dấu lại ở danh sách.");
  std::vector<Matter> matters;
  for (const Picked& one : picked) {
    auto matter = find_matter(context.db(), one.id);
    if (!matter) return tl::unexpected<base::Fault>(matter.error());
    if (const auto permit = authorize(context.db(), context.actor, Act::Forward, *matter, context.now); !permit) {
      base::Fault fault = permit.error();
      if (fault.kind == FaultKind::NotAllowedNow) fault.message = matter->code + ": " + fault.message;
      return tl::unexpected<base::Fault>(std::move(fault));
    }
    matters.push_back(*std::move(matter));
  }
  return matters;
}

office::Frame frame_for(const std::vector<Matter>& matters, const std::string& title) {
  if (matters.size() == 1) return frame_of(matters.front(), title);
  return {.title = title, .menu = kMenu, .crumbs = {{std::string{kPath}, std::string{kListLabel}}}, .here = title};
}

// The form with what the sentence above it names: every matter of the batch.
office::FormPage form_for(server::Context& context, const std::vector<Matter>& matters) {
  office::FormPage form = forward_form(matters, units_to_forward_to(context.db(), context.now));
  for (const Matter& matter : matters) form.lead += (form.lead.empty() ? "" : "; ") + matter.code + ", “" + matter.title + "”";
  form.lead += ".";
  return form;
}

}  // namespace

http::Response show_forward(OfficeApp& /*app*/, server::Context& context) {
  const auto matters = find_picked(context, parse_picked(context.request.query));
  if (!matters) return server::fault_response(context, matters.error());
  const office::FormPage form = form_for(context, *matters);
  return office::show_form(context, frame_for(*matters, form.title), form, {});
}

http::Response do_forward(OfficeApp& /*app*/, server::Context& context) {
  // A form that was carried out finds its matters moved on: its answer comes first.
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const auto picked = parse_picked(context.request.form);
  const auto matters = find_picked(context, picked);
  if (!matters) return server::fault_response(context, matters.error());
  const office::FormPage form = form_for(context, *matters);
  const bool has_question = std::any_of(matters->begin(), matters->end(), [](const Matter& matter) { return matter.is_question(); });
  const auto wanted = parse_forward(context.request.form, has_question);
  if (!wanted) return office::form_again(context, frame_for(*matters, form.title), form, wanted.error());
  const auto done = office::carry_out(context, [&]() -> base::Result<std::string> {
    NewForward forward = *wanted;
    if (picked.size() > 1) forward.batch = next_batch(context.db(), context.now);
    for (const Picked& one : picked) {
      auto matter = hold_matter(context.db(), one.id, one.row_version);
      if (!matter) return tl::unexpected<base::Fault>(matter.error());
      const auto permit = authorize(context.db(), context.actor, Act::Forward, *matter, context.now);
      if (!permit) return tl::unexpected<base::Fault>(permit.error());
      if (const auto sent = forward_matter(context.db(), *permit, *matter, forward, context.now); !sent) return tl::unexpected<base::Fault>(sent.error());
    }
    const std::string where = picked.size() > 1 ? std::string{kPath} : url_of(picked.front().id);
    return where + "?xong=" + std::string{row_of(Act::Forward).slug};
  });
  if (done) return http::redirect(*done);
  return office::form_again(context, frame_for(*matters, form.title), form, done.error(), matters->size() == 1 ? chain_of(matters->front().id) : std::string{});
}

}  // namespace portal::qa
