#include "modules/admin/rights/views.h"

#include "modules/admin/rules.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {

std::string label_of_role(const RoleEntry& entry) { return entry.role ? std::string{access::label_of(*entry.role)} : entry.role_key; }

std::string words_of_roles(const std::vector<RoleEntry>& roles, base::AccountId account) {
  std::string line;
  for (const RoleEntry& entry : roles)
    if (entry.account == account) line += (line.empty() ? "" : "; ") + label_of_role(entry) + (entry.unit_name.empty() ? "" : " (" + entry.unit_name + ")");
  return line.empty() ? "chưa có vai trò" : line;
}

void fill_role_rows(view::Dict& content, const std::vector<RoleEntry>& roles, const access::Actor& actor, std::string_view csrf_token,
                    std::string_view revoke_path) {
  if (roles.empty()) {
    content.show("NO_ROLES");
    return;
  }
  view::Dict table = content.section("ROLES");
  for (const RoleEntry& entry : roles) {
    view::Dict row = table.section("ROLE");
    row.set("ROLE_LABEL", label_of_role(entry));
    row.set("ROLE_NAME", entry.full_name);
    row.set("ROLE_USERNAME", entry.username);
    row.set("ROLE_UNIT", entry.unit_name.empty() ? std::string{"toàn Sở"} : entry.unit_name);
    row.set("ROLE_FROM", entry.valid_from);
    row.set("ROLE_TO", entry.valid_to.empty() ? std::string{"không thời hạn"} : entry.valid_to);
    std::string state = "Chờ " + confirmer_of(entry) + " xác nhận; " + entry.entered_by_name + " nhập";
    if (entry.revoked_at) state = "Đã thu hồi " + base::format_date(*entry.revoked_at) + ", " + entry.revoked_by_name;
    else if (entry.is_over) state = "Đã hết thời hạn";
    else if (entry.confirmed_at) state = "Có hiệu lực; " + entry.confirmed_by_name + " xác nhận " + base::format_date(*entry.confirmed_at);
    row.set("ROLE_STATE", state);
    row.set("ROLE_ICON", entry.revoked_at || entry.is_over ? "ban" : entry.confirmed_at ? "circle-check" : "hourglass");
    const std::string url = "/quan-tri/vai-tro/" + std::to_string(entry.id);
    if (entry.is_waiting() && why_not_confirm(actor, entry).empty()) {
      view::Dict act = row.section("CONFIRM");
      act.set("ACT_URL", url + "/xac-nhan");
      act.set("CSRF", csrf_token);
      act.set("KEY", workflow::new_form_key());
    }
    if (!entry.is_over && why_not_revoke(actor, entry).empty()) {
      view::Dict act = row.section("REVOKE");
      act.set("ACT_URL", url + "/" + std::string{revoke_path});
      act.set("CSRF", csrf_token);
      act.set("KEY", workflow::new_form_key());
    }
  }
}

}  // namespace portal::admin
