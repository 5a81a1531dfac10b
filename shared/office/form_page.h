// FormPage: a form as data, drawn by one template (templates/office/form.tpl) and the field partials, so that every form of the office has the same
// labels, hints, error places and buttons.
//
//   FormPage form{.title = "Thêm đơn vị", .action = "/quan-tri/don-vi/moi", .submit = "Thêm đơn vị"};
//   form.fields = {{.kind = FormField::Kind::Text, .name = "name", .label = "Tên đơn vị", .required = true}, …};
//   return show_form(context, frame, form, values, errors);
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"
#include "shared/http/fields.h"
#include "shared/http/response.h"
#include "shared/office/chrome.h"
#include "shared/server/server.h"
#include "shared/view/view.h"

namespace portal::office {

struct Option {
  std::string value{};
  std::string label{};
};

struct FormField {
  enum class Kind { Text, Email, Telephone, Password, NewPassword, Code, Area, Select, Checkbox, Checkboxes, Date, DateTime, Files };
  Kind kind = Kind::Text;
  std::string name{};
  std::string label{};
  std::string hint{};
  std::vector<Option> options{};  // of a Select; of Checkboxes, whose values are sent as "<name>[]"
  bool required = false;
  int max_length = 0;           // 0: none shown
  int rows = 4;                 // of an Area
  std::string width = "full";   // 10, 20, 30 or full (characters)
};

struct FormPage {
  std::string title{};
  std::string lead{};                // a sentence above the form, may be empty
  std::string action{};
  std::string submit{};
  std::string cancel_url{};          // "" : no way back is offered
  std::vector<FormField> fields{};
  std::vector<std::pair<std::string, std::string>> hidden{};  // beside _csrf and _key
  bool is_danger = false;          // red outline: takes something away
};

// Draws `form` into `content` (any template that includes office/form.tpl as FORM).
void fill_form(view::Dict& content, const FormPage& form, const http::Fields& values, const std::vector<base::FieldError>& errors,
               std::string_view csrf_token);

// A page that is nothing but the form: `status`, or 422 when there are errors.
[[nodiscard]] http::Response show_form(server::Context& context, Frame frame, const FormPage& form, const http::Fields& values,
                                       const std::vector<base::FieldError>& errors = {}, int status = 200);

// The answer to a fault of the form's act. What was typed stays: Invalid gives the form with its errors; Stale gives it (409) with who changed
// `chain` meanwhile and what, ready to be sent over that change, since `form` carries the row version of now. Any other fault has a page of its own.
[[nodiscard]] http::Response form_again(server::Context& context, Frame frame, const FormPage& form, const base::Fault& fault,
                                        std::string_view chain = {});

// A fault as the form's errors: its field errors, or its sentence as one error of the first field.
[[nodiscard]] std::vector<base::FieldError> errors_of(const base::Fault& fault, const FormPage& form);

}  // namespace portal::office
