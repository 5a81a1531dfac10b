// "Ai được làm gì": the capability table by role, the transition table by right, and what each person holds now.
#include <map>

#include "modules/admin/rights/handlers.h"
#include "modules/admin/rights/store.h"
#include "modules/admin/rules.h"
#include "shared/access/capability.h"
#include "shared/workflow/transition.h"

namespace portal::admin {
namespace {

using access::Capability;

std::string_view words_of(Capability capability) {
  switch (capability) {
    case Capability::WriteItem: return "Viết bài cho đơn vị mình";
    case Capability::SeeAllItems: return "Xem mọi bài đã tới Ban Biên tập";
    case Capability::ManageAccounts: return "Mở, khóa tài khoản";
    case Capability::EnterRoles: return "Nhập vai trò";
    case Capability::ConfirmContentRoles: return "Xác nhận vai trò về nội dung";
    case Capability::ManageSections: return "Quản lý chuyên mục, các bước duyệt";
    case Capability::ManageUnits: return "Quản lý đơn vị, danh bạ";
    case Capability::Delegate: return "Ủy quyền";
    case Capability::SeeRights: return "Xem bảng quyền";
    case Capability::SeeAudit: return "Xem nhật ký";
    case Capability::ManageSettings: return "Sửa thông tin giao dịch, cài đặt";
  }
  return "";
}

// One row per capability: the roles that have it, and the clauses.
void fill_capabilities(view::Dict& content) {
  std::map<Capability, std::pair<std::string, std::string>> rows;
  for (const access::CapabilityRow& row : access::capability_table()) {
    auto& [roles, clauses] = rows[row.capability];
    roles += (roles.empty() ? "" : "; ") + std::string{access::label_of(row.role)};
    if (clauses.find(row.clause) == std::string::npos) clauses += (clauses.empty() ? "" : ", ") + std::string{row.clause};
  }
  for (const auto& [capability, words] : rows) {
    view::Dict row = content.section("CAPABILITY");
    row.set("WHAT", words_of(capability));
    row.set("WHO", words.first);
    row.set("CLAUSE", words.second);
  }
}

// One row per act of the workflow: from where, whose.
void fill_transitions(view::Dict& content) {
  for (const workflow::Action action : workflow::kAllActions) {
    std::string from;
    std::string who;
    std::string clauses;
    const auto add = [](std::string& list, std::string_view word) {
      if (list.find(word) == std::string::npos) list += (list.empty() ? "" : "; ") + std::string{word};
    };
    for (const workflow::Transition& t : workflow::transitions()) {
      if (t.action != action) continue;
      add(from, workflow::label_of(t.from));
      add(who, workflow::label_of(t.right));
      add(clauses, t.clause);
    }
    view::Dict row = content.section("TRANSITION");
    row.set("ACT", workflow::label_of(action));
    row.set("FROM", from);
    row.set("WHO", who);
    row.set("CLAUSE", clauses);
  }
}

void fill_people(server::Context& context, view::Dict& content) {
  RightsStore store(context.db(), context.now);
  std::map<std::string, std::vector<std::string>> people;
  for (const RoleEntry& entry : store.in_force()) {
    std::string words = entry.role ? std::string{access::label_of(*entry.role)} : entry.role_key;
    if (!entry.unit_name.empty()) words += ", " + entry.unit_name;
    people[entry.full_name].push_back(words + " (tài khoản " + entry.username + ")");
  }
  for (const Delegation& d : store.delegations()) {
    if (d.revoked_at || d.valid_from > context.now || d.valid_to <= context.now) continue;
    const DelegableAct* act = find_act(d.act);
    people[d.full_name].push_back("Được ủy quyền: " + (act != nullptr ? std::string{act->label} : d.act) +
                                  (d.section.is_set() ? " ở " + d.section_title : "") + ", văn bản " + d.document_number + ", đến " +
                                  base::format_date_time(d.valid_to));
  }
  for (const auto& [name, rights] : people) {
    view::Dict row = content.section("PERSON");
    row.set("NAME", name);
    for (const std::string& right : rights) row.section("RIGHT").set("RIGHT_TEXT", right);
  }
}

}  // namespace

http::Response show_rights(App& app, server::Context& context) {
  static_cast<void>(app);
  office::OfficePage page(context, admin_frame(context, "Ai được làm gì", "rights"), "admin/rights.tpl");
  view::Dict& content = page.content();
  fill_people(context, content);
  fill_transitions(content);
  fill_capabilities(content);
  return std::move(page).respond();
}

}  // namespace portal::admin
