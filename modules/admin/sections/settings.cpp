// Settings: contact data (D5.10), names, rules. One page; each change is in the trail with old and new value.
#include "modules/admin/act.h"
#include "modules/admin/form_view.h"
#include "modules/admin/list_view.h"
#include "modules/admin/rules.h"
#include "modules/admin/sections/handlers.h"
#include "modules/admin/sections/queries.h"
#include "modules/admin/site_publisher.h"
#include "shared/text/clean.h"

namespace portal::admin {
namespace {

std::vector<Setting> read_settings(db::Connection& db) {
  std::vector<Setting> settings;
  auto rows = db.query(section_sql::kSettings);
  while (rows.next()) settings.push_back({std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)}, std::string{rows.text(3)}, 0});
  return settings;
}

// Rules over content are shown, but the network administrator does not turn them (D6.3).
FormPage settings_form(const std::vector<Setting>& settings) {
  FormPage form;
  form.title = "Cài đặt";
  form.lead = "Thông tin giao dịch và tên gọi hiện ở mọi trang (Điều 5 khoản 10). Quy tắc về nội dung do Trưởng Ban Biên tập quyết định, không đổi ở đây.";
  form.action = "/quan-tri/cai-dat/";
  form.submit = "Lưu cài đặt";
  for (const Setting& setting : settings) {
    if (is_board_setting(setting.name)) continue;
    Field field;
    field.kind = setting.value.size() > 80 ? Field::Kind::Area : Field::Kind::Text;
    field.name = setting.name;
    field.label = setting.label;
    field.hint = setting.help;
    field.rows = 2;
    form.fields.push_back(field);
    form.hidden.emplace_back("old_" + setting.name, setting.value);
  }
  return form;
}

http::Fields values_of(const std::vector<Setting>& settings) {
  http::Fields values;
  for (const Setting& setting : settings) values.add(setting.name, setting.value);
  return values;
}

}  // namespace

http::Response show_settings(App& app, server::Context& context) {
  static_cast<void>(app);
  const auto settings = read_settings(context.db());
  return show_form(context, admin_frame(context, "Cài đặt", "settings"), settings_form(settings), values_of(settings));
}

http::Response save_settings(App& app, server::Context& context) {
  static_cast<void>(app);
  db::Connection& db = context.db();
  const http::Fields& typed = context.request.form;
  const auto settings = read_settings(db);
  FormPage form = settings_form(settings);
  for (auto& [name, value] : form.hidden) value = typed.get(name);  // what the person had in front of them stays the version
  std::vector<base::FieldError> errors;
  std::vector<std::pair<std::string, std::string>> wanted;
  for (const Setting& setting : settings) {
    if (is_board_setting(setting.name) || !typed.has(setting.name)) continue;
    const auto cleaned = text::clean_line(typed.get(setting.name), 500);
    if (!cleaned) {
      errors.push_back({setting.name, cleaned.error().message, ""});
      continue;
    }
    if (std::string why = why_not_setting(setting.name, *cleaned); !why.empty()) errors.push_back({setting.name, std::move(why), ""});
    wanted.emplace_back(setting.name, *cleaned);
  }
  const auto frame = [&context] { return admin_frame(context, "Cài đặt", "settings"); };
  if (!errors.empty()) return show_form(context, frame(), form, typed, errors);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    for (const auto& [name, value] : wanted) {
      const std::string old{typed.get("old_" + name)};
      if (value == old) continue;
      if (db.execute(section_sql::kSaveSetting, value, name, old).affected == 0)
        return base::fail(base::FaultKind::Stale, "Chưa lưu được.", {{name, "Người khác vừa sửa mục này. Tải lại trang để xem giá trị mới.", ""}});
      Changes changes;
      changes.add(name, old, value);
      workflow::AuditEntry entry;
      entry.chain = "setting:" + name.substr(0, 30);
      entry.action = "setting_edit";
      entry.authority = authority_of(context.actor, access::Capability::ManageSettings);
      entry.note = changes.text();
      note(context, entry);
    }
    publish_site(db);
    return std::string{"/quan-tri/cai-dat/?xong=luu"};
  });
  if (!done) return show_form(context, frame(), form, typed, errors_of(done.error(), form));
  return http::redirect(*done);
}

}  // namespace portal::admin
