// Delegations: dated, revocable, with a document's number; only the board's head gives them, so there are no chains (D15.2, D15.3, D19.2).
#include "modules/admin/act.h"
#include "modules/admin/form_view.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/store.h"
#include "modules/admin/rights/handlers.h"
#include "modules/admin/rights/queries.h"
#include "modules/admin/rights/store.h"
#include "modules/admin/rules.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;

constexpr std::string_view kUrl = "/quan-tri/uy-quyen/";

FormPage delegation_form(server::Context& context) {
  using Kind = Field::Kind;
  FormPage form;
  form.title = "Ủy quyền";
  form.lead = "Người được ủy quyền làm việc này trong thời hạn, theo văn bản; mọi việc làm theo ủy quyền đều ghi số văn bản trong lịch sử. Không ủy quyền lại.";
  form.action = std::string{kUrl} + "moi";
  form.submit = "Ủy quyền";
  form.cancel_url = kUrl;
  Field person{.kind = Kind::Select, .name = "person", .label = "Người được ủy quyền"};
  person.options.push_back({"", "Chọn người"});
  {
    auto rows = context.db().query(rights_sql::kStaff);
    while (rows.next())
      person.options.push_back({std::to_string(rows.id<base::PersonId>(0).value), std::string{rows.text(1)} + ", " + std::string{rows.text(2)}});
  }
  Field act{.kind = Kind::Select, .name = "act", .label = "Việc được ủy quyền"};
  for (const DelegableAct& one : delegable_acts()) act.options.push_back({std::string{one.key}, std::string{one.label} + " (" + std::string{one.clause} + ")"});
  Field section{.kind = Kind::Select, .name = "section", .label = "Chuyên mục"};
  section.options.push_back({"", "Mọi chuyên mục"});
  {
    auto rows = context.db().query(rights_sql::kSections);
    while (rows.next()) section.options.push_back({std::to_string(rows.id<base::SectionId>(0).value), std::string{rows.text(1)}});
  }
  form.fields = {person, act, section, {.kind = Kind::DateTime, .name = "valid_from", .label = "Từ", .required = true},
                 {.kind = Kind::DateTime, .name = "valid_to", .label = "Đến", .required = true},
                 {.kind = Kind::Text, .name = "document_number", .label = "Số văn bản ủy quyền", .hint = "Ví dụ 05/QĐ-BBT.", .required = true, .max_length = 100}};
  return form;
}

struct DelegationDraft {
  base::PersonId person;
  std::string act;
  base::SectionId section;
  base::UtcTime from, to;
  std::string document_number;
};

base::Result<DelegationDraft> parse_delegation(const http::Fields& form, base::UtcTime now) {
  FieldReader reader(form);
  DelegationDraft draft;
  draft.person = reader.id<base::PersonId>("person", "Người được ủy quyền", true);
  draft.act = form.get("act");
  draft.section = reader.id<base::SectionId>("section", "Chuyên mục", false);
  draft.document_number = reader.line("document_number", 100, true, "Số văn bản");
  const auto from = base::parse_date_time(form.get("valid_from"));
  const auto to = base::parse_date_time(form.get("valid_to"));
  if (!from) reader.fail("valid_from", "Viết ngày giờ như 25/11/2026 07:30.");
  if (!to) reader.fail("valid_to", "Viết ngày giờ như 31/12/2026 17:00.");
  if (from && to && *to <= *from) reader.fail("valid_to", "Thời điểm kết thúc phải sau thời điểm bắt đầu.", "D15.2");
  if (to && *to <= now) reader.fail("valid_to", "Thời hạn ủy quyền đã qua.", "D15.2");
  const DelegableAct* act = find_act(draft.act);
  if (act == nullptr) reader.fail("act", "Chọn việc được ủy quyền.");
  else if (!act->by_section && draft.section.is_set()) reader.fail("section", "Việc này không chia theo chuyên mục.");
  if (from) draft.from = *from;
  if (to) draft.to = *to;
  return std::move(reader).finish(draft);
}

workflow::AuditEntry entry_of(std::uint64_t id, std::string action, const access::Actor& actor, std::string text) {
  workflow::AuditEntry entry;
  entry.chain = "delegation:" + std::to_string(id);
  entry.action = std::move(action);
  entry.authority = authority_of(actor, Capability::Delegate);
  entry.note = std::move(text);
  return entry;
}

}  // namespace

http::Response show_delegations(App& app, server::Context& context) {
  static_cast<void>(app);
  ListPage list;
  list.heading = "Ủy quyền";
  list.lead = "Việc xác thực, kiểm tra lần cuối và việc thay mặt theo văn bản, có thời hạn (Điều 15, Điều 19).";
  list.buttons = {{"Ủy quyền mới", std::string{kUrl} + "moi"}};
  list.empty_text = "Chưa có ủy quyền nào.";
  ListGroup group;
  for (const Delegation& d : RightsStore(context.db(), context.now).delegations()) {
    ListRow row;
    const DelegableAct* act = find_act(d.act);
    row.title = d.full_name + ": " + (act != nullptr ? std::string{act->label} : d.act);
    row.lines = {(d.section.is_set() ? "Chuyên mục " + d.section_title : std::string{"Mọi chuyên mục"}) + " · văn bản " + d.document_number,
                 base::format_date_time(d.valid_from) + " – " + base::format_date_time(d.valid_to) + " · " + d.granted_by_name + " ủy quyền"};
    const bool is_over = d.valid_to <= context.now;
    if (d.revoked_at) row.chips.push_back({"grey", "ban", "Đã thu hồi"});
    else if (is_over) row.chips.push_back({"grey", "clock", "Hết thời hạn"});
    else if (d.valid_from > context.now) row.chips.push_back({"blue", "calendar", "Chưa bắt đầu"});
    else row.chips.push_back({"green", "circle-check", "Đang có hiệu lực"});
    if (!d.revoked_at && !is_over) row.actions.push_back({"Thu hồi", std::string{kUrl} + std::to_string(d.id) + "/thu-hoi", true, true, {}});
    group.rows.push_back(std::move(row));
  }
  list.groups.push_back(std::move(group));
  return show_list(context, admin_frame(context, "Ủy quyền", "delegations"), list);
}

http::Response show_new_delegation(App& app, server::Context& context) {
  static_cast<void>(app);
  http::Fields typed;
  typed.add("valid_from", base::format_date_time(context.now));
  return show_form(context, admin_frame(context, "Ủy quyền mới", "delegations"), delegation_form(context), typed);
}

http::Response give_delegation(App& app, server::Context& context) {
  static_cast<void>(app);
  db::Connection& db = context.db();
  const http::Fields& typed = context.request.form;
  const FormPage form = delegation_form(context);
  const auto frame = [&] { return admin_frame(context, "Ủy quyền mới", "delegations"); };
  const auto draft = parse_delegation(typed, context.now);
  if (!draft) return show_form(context, frame(), form, typed, draft.error().fields);
  const DelegableAct& act = *find_act(draft->act);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const bool is_on_board = db.query(rights_sql::kIsOnBoard, draft->person).next();
    if (std::string why = why_not_delegate(act, draft->person == context.actor.person, is_on_board); !why.empty())
      return base::fail(FaultKind::Invalid, "Chưa ủy quyền được.", {{"person", std::move(why), std::string{act.clause}}});
    const auto made = db.execute(rights_sql::kGive, draft->person, draft->act, draft->section, draft->from, draft->to, draft->document_number,
                                 context.actor.person, context.now);
    note(context, entry_of(made.last_id, "delegation_give", context.actor,
                           draft->document_number + ": " + std::string{act.label} + ", " + base::format_date_time(draft->from) + " – " +
                               base::format_date_time(draft->to)));
    return std::string{kUrl} + "?xong=them";
  });
  if (!done) return show_form(context, frame(), form, typed, errors_of(done.error(), form));
  return http::redirect(*done);
}

http::Response revoke_delegation(App& app, server::Context& context) {
  static_cast<void>(app);
  db::Connection& db = context.db();
  const auto id = context.path.number("id");
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (db.execute(rights_sql::kTakeBack, context.actor.person, context.now, id).affected == 0)
      return base::fail(FaultKind::NotAllowedNow, "Ủy quyền này không có hoặc đã được thu hồi.");
    note(context, entry_of(id, "delegation_revoke", context.actor, ""));
    return std::string{kUrl} + "?xong=thu-hoi";
  });
  if (!done) return server::fault_response(context, done.error());
  return http::redirect(*done);
}

}  // namespace portal::admin
