// Settings: the contact data of every page (D5.10) and the few rules that are rows. One at a time, each with its own version.
#include <algorithm>

#include "modules/admin/act.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/rules.h"
#include "modules/admin/sections/setting_info.h"
#include "modules/admin/sections/handlers.h"
#include "modules/admin/sections/store.h"
#include "modules/admin/site_publisher.h"
#include "shared/base/setting_limits.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;
using Kind = Field::Kind;

constexpr std::string_view kSettings = "/quan-tri/cai-dat/";

// "agency_name" <-> "agency-name": addresses have hyphens.
std::string swapped(std::string_view name, char from, char to) {
  std::string out{name};
  std::replace(out.begin(), out.end(), from, to);
  return out;
}

std::string field_of(access::Role role) { return "role_" + std::string{access::key_of(role)}; }

bool names_role(std::string_view list, access::Role role) {
  const std::string_view key = access::key_of(role);
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    if (list.substr(at, end - at) == key) return true;
    at = end + 1;
  }
  return false;
}

// As people read it: of roles their names.
std::string shown(const Setting& setting) {
  if (setting.name != base::kSecondFactorRoles || setting.value.empty()) return setting.value.empty() ? std::string{"(trống)"} : setting.value;
  std::string names;
  for (const access::Role role : access::kAllRoles)
    if (names_role(setting.value, role)) names += (names.empty() ? "" : ", ") + std::string{access::label_of(role)};
  return names;
}

FormPage setting_form(const Setting& setting) {
  FormPage page;
  page.title = setting.label;
  page.action = std::string{kSettings} + swapped(setting.name, '_', '-');
  page.submit = "Lưu cài đặt";
  page.cancel_url = kSettings;
  const SettingInfo* info = find_setting_info(setting.name);
  page.lead = setting.help;
  if (info != nullptr && !info->clause.empty()) page.lead += " Căn cứ: " + std::string{info->clause} + ".";
  std::string hint = limits_of(setting.name);
  if (info != nullptr && !info->unit.empty()) hint += (hint.empty() ? "Đơn vị tính: " : ". Đơn vị tính: ") + std::string{info->unit};
  if (!hint.empty()) hint += ".";
  if (setting.name == base::kSecondFactorRoles) {
    for (const access::Role role : access::kAllRoles)
      page.fields.push_back({.kind = Kind::Checkbox, .name = field_of(role), .label = std::string{access::label_of(role)}});
  } else {
    page.fields = {{.kind = Kind::Text, .name = "value", .label = setting.label, .hint = std::move(hint), .max_length = 500}};
  }
  page.hidden.emplace_back("row_version", std::to_string(setting.row_version));
  return page;
}

std::string why_not(const access::Actor& actor, const Setting& setting) {
  if (is_board_setting(setting.name) && !actor.has(access::Role::BoardHead)) return "Quy tắc này do Trưởng Ban Biên tập quyết định (Điều 12, khoản 1).";
  if (!is_board_setting(setting.name) && !access::may(actor, Capability::ManageSettings)) return "Cài đặt này do Quản trị mạng hoặc Văn phòng Sở sửa.";
  return "";
}

SettingGroup group_of(const Setting& setting) {
  const SettingInfo* info = find_setting_info(setting.name);
  return info == nullptr ? SettingGroup::Board : info->group;  // of a newer program: among the rules, to be looked at
}

void fill_setting(view::Dict row, const access::Actor& actor, const Setting& setting, const SettingChange* change) {
  const SettingInfo* info = find_setting_info(setting.name);
  const std::string url = std::string{kSettings} + swapped(setting.name, '_', '-');
  row.set("LABEL", setting.label);
  row.set("HELP", setting.help);
  row.set("VALUE", shown(setting));
  row.set_if("HAS_UNIT", "UNIT", info == nullptr ? std::string_view{} : info->unit);
  row.set_if("HAS_CLAUSE", "CLAUSE", info == nullptr ? std::string_view{} : info->clause);
  row.set("LIMITS", limits_of(setting.name));
  if (change != nullptr) {
    view::Dict last = row.section("CHANGED");
    last.set("WHO", change->person);
    last.set("WHEN", base::format_date_time(change->at));
    last.set("OLD_NEW", change->note);
    last.set("HISTORY_URL", url + "/lich-su");
  } else {
    row.show("NEVER");
  }
  if (const std::string why = why_not(actor, setting); why.empty())
    row.section("EDIT").set("URL", url);
  else
    row.section("FIXED").set("WHY", is_board_setting(setting.name) ? "Trưởng Ban Biên tập sửa" : "Quản trị mạng, Văn phòng Sở sửa");
}

}  // namespace

http::Response list_settings(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Cài đặt", .menu = "settings"}, "admin/settings.tpl");
  SectionStore store(context.db());
  const auto settings = store.settings();
  const auto changes = store.last_setting_changes();
  using enum SettingGroup;
  for (const SettingGroup group : {Agency, Board, Accounts, Readers, Mail, Keeping, Files}) {
    std::vector<const Setting*> own;
    for (const Setting& setting : settings)
      if (group_of(setting) == group) own.push_back(&setting);
    if (own.empty()) continue;
    view::Dict table = page.content().section("GROUP");
    table.set("GROUP_TITLE", label_of(group));
    for (const Setting* setting : own) {
      const auto change = changes.find(setting->name);
      fill_setting(table.section("ROW"), context.actor, *setting, change == changes.end() ? nullptr : &change->second);
    }
  }
  return std::move(page).respond();
}

http::Response show_setting_history(App& /*app*/, server::Context& context) {
  SectionStore store(context.db());
  const auto setting = store.setting(swapped(context.path.text("name"), '-', '_'));
  if (!setting) return server::fault_response(context, setting.error());
  office::OfficePage page(context,
                          {.title = "Lịch sử: " + setting->label, .menu = "settings", .crumbs = {{std::string{kSettings}, "Cài đặt"}}, .here = setting->label},
                          "admin/setting_history.tpl");
  view::Dict& content = page.content();
  content.set("LABEL", setting->label);
  content.set("VALUE", shown(*setting));
  const auto changes = store.setting_changes(setting->name);
  content.show("NEVER", changes.empty());
  if (changes.empty()) return std::move(page).respond();
  view::Dict table = content.section("HAS_ROWS");
  for (const SettingChange& change : changes) {
    view::Dict row = table.section("ROW");
    row.set("WHO", change.person);
    row.set("AUTHORITY", change.authority);
    row.set("WHEN", base::format_date_time(change.at));
    row.set("OLD_NEW", change.note);
  }
  return std::move(page).respond();
}

http::Response edit_setting(App& /*app*/, server::Context& context) {
  const auto setting = SectionStore(context.db()).setting(swapped(context.path.text("name"), '-', '_'));
  if (!setting) return server::fault_response(context, setting.error());
  if (std::string why = why_not(context.actor, *setting); !why.empty()) return server::fault_response(context, {FaultKind::Forbidden, std::move(why), {}});
  http::Fields values;
  values.add("value", setting->value);
  for (const access::Role role : access::kAllRoles)
    if (names_role(setting->value, role)) values.add(field_of(role), "1");
  return show_form(context, {.menu = "settings", .crumbs = {{std::string{kSettings}, "Cài đặt"}}}, setting_form(*setting), values);
}

http::Response save_setting(App& /*app*/, server::Context& context) {
  SectionStore store(context.db());
  const auto before = store.setting(swapped(context.path.text("name"), '-', '_'));
  if (!before) return server::fault_response(context, before.error());
  if (std::string why = why_not(context.actor, *before); !why.empty()) return server::fault_response(context, {FaultKind::Forbidden, std::move(why), {}});
  const FormPage form = setting_form(*before);
  FieldReader reader(context.request.form);
  Setting after = *before;
  if (before->name == base::kSecondFactorRoles) {
    after.value.clear();
    for (const access::Role role : access::kAllRoles)
      if (reader.tick(field_of(role))) after.value += (after.value.empty() ? "" : ",") + std::string{access::key_of(role)};
  } else {
    after.value = reader.line("value", 500, false, before->label);
  }
  if (reader.is_good()) reader.fail_if("value", why_not_setting(after.name, after.value));
  after.row_version = row_version_of(context.request.form);
  auto read = std::move(reader).finish(after);
  const office::Frame frame{.menu = "settings", .crumbs = {{std::string{kSettings}, "Cài đặt"}}};
  if (!read) return show_form(context, frame, form, context.request.form, errors_of(read.error(), form));
  if (after.value == before->value) return http::redirect(std::string{kSettings});  // nothing to save, nothing for the trail
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (const auto saved = store.save_setting(after); !saved) return tl::unexpected<base::Fault>(saved.error());
    Changes changes;
    changes.add(before->label, shown(*before), shown(after));
    const bool by_head = is_board_setting(after.name);
    note(context, {.chain = "setting:" + after.name, .action = "setting_edit",
                   .authority = by_head ? std::string{access::label_of(access::Role::BoardHead)} : authority_of(context.actor, Capability::ManageSettings),
                   .note = changes.text()});
    publish_site(context.db());
    return std::string{kSettings};
  });
  return done ? http::redirect(*done) : form_again(context, frame, form, done.error(), "setting:" + after.name);
}

}  // namespace portal::admin
