// Roles: entered by the network administrator, effective when confirmed (D6.3); nobody changes their own rights, by person.
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

std::string account_url(base::AccountId id) { return "/quan-tri/tai-khoan/" + std::to_string(id.value); }

FormPage role_form(server::Context& context, const Account& account) {
  using Kind = Field::Kind;
  FormPage form;
  form.title = "Thêm vai trò cho " + account.full_name;
  form.lead = "Vai trò về nội dung có hiệu lực sau khi Trưởng Ban Biên tập xác nhận (với Trưởng ban: Lãnh đạo Sở). Không ai tự sửa quyền của mình.";
  form.action = account_url(account.id) + "/vai-tro";
  form.submit = "Nhập vai trò";
  form.cancel_url = account_url(account.id);
  Field role{.kind = Kind::Select, .name = "role", .label = "Vai trò"};
  for (const access::Role one : access::kAllRoles) role.options.push_back({std::string{access::key_of(one)}, std::string{access::label_of(one)}});
  Field unit{.kind = Kind::Select, .name = "unit", .label = "Đơn vị", .hint = "Cần cho người viết, lãnh đạo đơn vị, đơn vị địa phương, cán bộ một cửa."};
  unit.options.push_back({"", "Toàn Sở"});
  for (const Unit& one : PeopleStore(context.db()).units())
    if (one.valid_to.empty()) unit.options.push_back({std::to_string(one.id.value), one.name});
  form.fields = {role, unit, {.kind = Kind::Date, .name = "valid_from", .label = "Từ ngày", .required = true},
                 {.kind = Kind::Date, .name = "valid_to", .label = "Đến hết ngày", .hint = "Để trống nếu chưa biết."}};
  return form;
}

struct RoleDraft {
  access::Role role{};
  base::UnitId unit;
  std::string valid_from, valid_to;
};

base::Result<RoleDraft> parse_role_form(const http::Fields& form) {
  FieldReader reader(form);
  RoleDraft draft;
  if (!access::parse_role(form.get("role"), draft.role)) reader.fail("role", "Chọn vai trò.");
  draft.unit = reader.id<base::UnitId>("unit", "Đơn vị", false);
  draft.valid_from = reader.day("valid_from", true, "Từ ngày");
  draft.valid_to = reader.day("valid_to", false, "Đến hết ngày");
  if (!reader.has_failed("role") && needs_unit(draft.role) && !draft.unit.is_set()) reader.fail("unit", "Vai trò này gắn với một đơn vị.", "D9.1a");
  if (!draft.valid_to.empty() && sql_date(draft.valid_to) < sql_date(draft.valid_from)) reader.fail("valid_to", "Ngày hết hiệu lực đứng trước ngày bắt đầu.");
  if (!reader.has_failed("role") && !needs_unit(draft.role)) draft.unit = base::UnitId{};
  return std::move(reader).finish(draft);
}

workflow::AuditEntry entry_of(std::uint64_t id, std::string action, const access::Actor& actor, std::string text) {
  workflow::AuditEntry entry;
  entry.chain = "role:" + std::to_string(id);
  entry.action = std::move(action);
  std::string authority = authority_of(actor, Capability::EnterRoles);
  entry.authority = authority.empty() ? authority_of(actor, Capability::ConfirmContentRoles) : authority;
  entry.note = std::move(text);
  return entry;
}

std::string words_of(const RoleEntry& entry) {
  std::string words = entry.full_name + " (" + entry.username + "): " + (entry.role ? std::string{access::label_of(*entry.role)} : entry.role_key);
  if (!entry.unit_name.empty()) words += ", " + entry.unit_name;
  return words + ", từ " + entry.valid_from + (entry.valid_to.empty() ? "" : " đến " + entry.valid_to);
}

// Confirms or revokes one role after its rule said yes.
template <typename Why>
http::Response change_role(server::Context& context, Why why_not, db::Sql sql, const std::string& action, const std::string& done_key) {
  db::Connection& db = context.db();
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto entry = RightsStore(db, context.now).role(context.path.number("id"));
    if (!entry) return tl::unexpected(entry.error());
    if (std::string why = why_not(context.actor, *entry); !why.empty()) return base::fail(FaultKind::Forbidden, std::move(why));
    if (db.execute(sql, context.actor.person, context.now, entry->id).affected == 0)
      return base::fail(FaultKind::Stale, "Người khác vừa thay đổi vai trò này. Xin tải lại trang.");
    note(context, entry_of(entry->id, action, context.actor, words_of(*entry)));
    const bool is_account_page = context.request.form.get("tu") == "tai-khoan";
    return (is_account_page ? account_url(entry->account) : std::string{"/quan-tri/vai-tro/"}) + "?xong=" + done_key;
  });
  if (!done) return server::fault_response(context, done.error());
  return http::redirect(*done);
}

}  // namespace

ListRow role_row(const access::Actor& actor, const RoleEntry& entry) {
  ListRow row;
  row.title = entry.role ? std::string{access::label_of(*entry.role)} : entry.role_key;
  row.lines = {entry.full_name + " (" + entry.username + ")" + (entry.unit_name.empty() ? "" : " · " + entry.unit_name),
               "Từ " + entry.valid_from + (entry.valid_to.empty() ? "" : " đến hết " + entry.valid_to) + " · nhập: " + entry.entered_by_name +
                   (entry.confirmed_by_name.empty() ? "" : " · xác nhận: " + entry.confirmed_by_name) +
                   (entry.revoked_by_name.empty() ? "" : " · thu hồi: " + entry.revoked_by_name)};
  if (entry.revoked_at) row.chips.push_back({"grey", "ban", "Đã thu hồi"});
  else if (entry.is_over) row.chips.push_back({"grey", "clock", "Hết thời hạn"});
  else if (!entry.confirmed_at) row.chips.push_back({"amber", "clock", "Chờ xác nhận"});
  else row.chips.push_back({"green", "circle-check", "Đang có hiệu lực"});
  const std::string url = "/quan-tri/vai-tro/" + std::to_string(entry.id);
  if (why_not_confirm(actor, entry).empty()) row.actions.push_back({"Xác nhận", url + "/xac-nhan", true, false, {}});
  if (!entry.revoked_at && !entry.is_over && why_not_revoke(actor, entry).empty()) row.actions.push_back({"Thu hồi", url + "/thu-hoi", true, true, {}});
  return row;
}

http::Response show_waiting_roles(App& app, server::Context& context) {
  static_cast<void>(app);
  ListPage list;
  list.heading = "Vai trò chờ xác nhận";
  list.lead = "Người quản trị mạng nhập; Trưởng Ban Biên tập xác nhận (với Trưởng ban: Lãnh đạo Sở). Chưa xác nhận thì chưa có hiệu lực.";
  list.empty_text = "Không có vai trò nào chờ xác nhận.";
  ListGroup group;
  for (const RoleEntry& entry : RightsStore(context.db(), context.now).waiting()) {
    ListRow row = role_row(context.actor, entry);
    if (row.actions.empty())
      if (std::string why = why_not_confirm(context.actor, entry); !why.empty()) row.lines.push_back(std::move(why));
    group.rows.push_back(std::move(row));
  }
  list.groups.push_back(std::move(group));
  return show_list(context, admin_frame(context, list.heading, "rights"), list);
}

http::Response show_new_role(App& app, server::Context& context) {
  static_cast<void>(app);
  const auto account = PeopleStore(context.db()).account(context.path.id<base::AccountId>("id"));
  if (!account) return server::fault_response(context, account.error());
  http::Fields typed;
  typed.add("valid_from", base::format_date(context.now));
  return show_form(context, admin_frame(context, "Thêm vai trò", "accounts"), role_form(context, *account), typed);
}

http::Response enter_role(App& app, server::Context& context) {
  static_cast<void>(app);
  db::Connection& db = context.db();
  const http::Fields& typed = context.request.form;
  const auto account = PeopleStore(db).account(context.path.id<base::AccountId>("id"));
  if (!account) return server::fault_response(context, account.error());
  const auto frame = [&] { return admin_frame(context, "Thêm vai trò", "accounts"); };
  const FormPage form = role_form(context, *account);
  if (std::string why = why_not_change_rights(context.actor, account->person); !why.empty())
    return show_form(context, frame(), form, typed, {{"role", std::move(why), ""}});
  const auto draft = parse_role_form(typed);
  if (!draft) return show_form(context, frame(), form, typed, draft.error().fields);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const bool rests = is_content_role(draft->role);
    const std::optional<base::UtcTime> confirmed = rests ? std::nullopt : std::optional{context.now};
    const auto made = db.execute(rights_sql::kEnter, account->id, access::key_of(draft->role), draft->unit, sql_date(draft->valid_from),
                                 sql_date(draft->valid_to), context.actor.person, context.now, rests ? base::PersonId{} : context.actor.person, confirmed);
    const auto entry = RightsStore(db, context.now).role(made.last_id);
    if (!entry) return tl::unexpected(entry.error());
    note(context, entry_of(made.last_id, "role_enter", context.actor, words_of(*entry)));
    return account_url(account->id) + "?xong=them";
  });
  if (!done) return show_form(context, frame(), form, typed, errors_of(done.error(), form));
  return http::redirect(*done);
}

http::Response confirm_role(App& app, server::Context& context) {
  static_cast<void>(app);
  return change_role(context, why_not_confirm, rights_sql::kConfirm, "role_confirm", "xac-nhan");
}

http::Response revoke_role(App& app, server::Context& context) {
  static_cast<void>(app);
  return change_role(context, why_not_revoke, rights_sql::kRevoke, "role_revoke", "thu-hoi");
}

}  // namespace portal::admin
