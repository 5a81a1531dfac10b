#include "shared/office/form_page.h"

#include <algorithm>

#include "shared/office/deed.h"
#include "shared/office/fields.h"
#include "shared/workflow/idempotency.h"

namespace portal::office {
namespace {

using Kind = FormField::Kind;

std::string_view partial_of(Kind kind) {
  switch (kind) {
    case Kind::Area: return "partials/field_textarea.tpl";
    case Kind::Select: return "partials/field_select.tpl";
    case Kind::Checkbox: return "partials/field_checkbox.tpl";
    case Kind::Date: return "partials/field_date.tpl";
    case Kind::DateTime: return "partials/field_datetime.tpl";
    case Kind::Text:
    case Kind::Email:
    case Kind::Telephone:
    case Kind::Password:
    case Kind::NewPassword:
    case Kind::Code: return "partials/field_text.tpl";
    case Kind::Checkboxes: return "partials/field_checkboxes.tpl";
    case Kind::Files: return "partials/field_files.tpl";
  }
  return "partials/field_text.tpl";
}

std::string_view type_of(Kind kind) {
  if (kind == Kind::Email) return "email";
  if (kind == Kind::Telephone) return "tel";
  if (kind == Kind::Password || kind == Kind::NewPassword) return "password";
  return "text";
}

std::string_view autocomplete_of(Kind kind) {
  if (kind == Kind::Password) return "current-password";
  if (kind == Kind::NewPassword) return "new-password";
  if (kind == Kind::Code) return "one-time-code";
  return "";
}

void fill_field(view::Dict dict, const FormField& field, const http::Fields& values, const std::vector<base::FieldError>& errors) {
  const bool is_secret = field.kind == Kind::Password || field.kind == Kind::NewPassword;
  dict.set("NAME", field.name);
  dict.set("LABEL", field.label);
  dict.set_if("HAS_HINT", "HINT", field.hint);
  dict.set_if("HAS_ERROR", "ERROR", error_of(errors, field.name));
  dict.show("REQUIRED", field.required);
  if (field.max_length > 0) dict.set_if("MAXLENGTH_SHOWN", "MAXLENGTH", std::to_string(field.max_length));
  if (field.kind == Kind::Files) return;  // a browser chooses its files itself
  if (field.kind == Kind::Checkbox) {
    dict.set("VALUE", "1");
    dict.show("CHECKED", values.get(field.name) == "1");
    return;
  }
  dict.set("VALUE", is_secret ? std::string_view{} : values.get(field.name));  // a password is never sent back
  if (field.kind == Kind::Area) {
    dict.set("ROWS", std::int64_t{field.rows});
  } else if (field.kind == Kind::Select) {
    for (const Option& option : field.options) {
      view::Dict row = dict.section("OPTION");
      row.set("OPTION_VALUE", option.value);
      row.set("OPTION_LABEL", option.label);
      row.show("OPTION_SELECTED", option.value == values.get(field.name));
    }
  } else if (field.kind != Kind::Date && field.kind != Kind::DateTime) {
    dict.set("TYPE", type_of(field.kind));
    dict.set("WIDTH", field.width);
    dict.set_if("AUTOCOMPLETE_SHOWN", "AUTOCOMPLETE", autocomplete_of(field.kind));
  }
}

// Boxes of one repeatable field.
void fill_boxes(view::Dict& content, const FormField& field, const http::Fields& values, const std::vector<base::FieldError>& errors) {
  const auto ticked = values.all(field.name + "[]");
  std::vector<Choice> choices;
  for (const Option& option : field.options)
    choices.push_back({option.value, option.label, "", std::find(ticked.begin(), ticked.end(), option.value) != ticked.end()});
  add_checkboxes(content, "FIELD", {.name = field.name, .label = field.label, .hint = field.hint}, choices, errors);
}

}  // namespace

void fill_form(view::Dict& content, const FormPage& form, const http::Fields& values, const std::vector<base::FieldError>& errors,
               std::string_view csrf_token) {
  content.set("ACTION", form.action);
  content.set("CSRF", csrf_token);
  content.set("KEY", workflow::new_form_key());
  content.set("SUBMIT", form.submit);
  content.show(form.is_danger ? "DANGER" : "PLAIN");
  content.set_if("HAS_CANCEL", "CANCEL_URL", form.cancel_url);
  fill_error_summary(content, errors);
  content.show("WITH_FILES", std::any_of(form.fields.begin(), form.fields.end(), [](const FormField& one) { return one.kind == Kind::Files; }));
  for (const auto& [name, value] : form.hidden) {
    view::Dict row = content.section("HIDDEN");
    row.set("HIDDEN_NAME", name);
    row.set("HIDDEN_VALUE", value);
  }
  for (const FormField& field : form.fields) {
    if (field.kind == Kind::Checkboxes)
      fill_boxes(content, field, values, errors);
    else
      fill_field(content.include("FIELD", partial_of(field.kind)), field, values, errors);
  }
}

http::Response show_form(server::Context& context, Frame frame, const FormPage& form, const http::Fields& values,
                         const std::vector<base::FieldError>& errors, int status) {
  if (frame.title.empty()) frame.title = form.title;
  if (frame.here.empty()) frame.here = form.title;
  OfficePage page(context, std::move(frame), "office/form_page.tpl");
  page.content().set("HEADING", form.title);
  page.content().set_if("HAS_LEAD", "LEAD", form.lead);
  view::Dict drawn = page.content().include("FORM", "office/form.tpl");
  fill_form(drawn, form, values, errors, context.csrf_token());
  return std::move(page).respond(errors.empty() ? status : 422);
}

http::Response form_again(server::Context& context, Frame frame, const FormPage& form, const base::Fault& fault, std::string_view chain) {
  if (fault.kind == base::FaultKind::Invalid) return show_form(context, std::move(frame), form, context.request.form, errors_of(fault, form));
  if (fault.kind != base::FaultKind::Stale) return server::fault_response(context, fault);
  frame.flashes.push_back({"warn", last_change(context.db(), chain) + "Nội dung ông, bà vừa nhập còn ở dưới và chưa được lưu. Xem lại, rồi lưu nếu vẫn muốn thay."});
  return show_form(context, std::move(frame), form, context.request.form, {}, server::status_of(fault.kind));
}

std::vector<base::FieldError> errors_of(const base::Fault& fault, const FormPage& form) {
  if (!fault.fields.empty()) return fault.fields;
  return {{form.fields.empty() ? "" : form.fields.front().name, fault.message, ""}};
}

}  // namespace portal::office
