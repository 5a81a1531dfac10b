// Fields: the form partials of templates/partials, filled from plain structs. `slot` is the {{>SLOT}} of the including template.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/view/view.h"

namespace portal::office {

// What every field has. Text passed in is shown as it is (escaped by the template).
struct Field {
  std::string name{};
  std::string label{};
  std::string value{};
  std::string hint{};
  bool required = false;
  int max_length = 0;  // 0: none
};

struct Choice {
  std::string value{};
  std::string label{};
  std::string hint{};
  bool selected = false;
};

using Errors = std::vector<base::FieldError>;

void add_text(view::Dict dict, const char* slot, const Field& field, const Errors& errors, std::string_view type = "text",
              std::string_view autocomplete = "off");
void add_textarea(view::Dict dict, const char* slot, const Field& field, const Errors& errors, int rows = 4);
void add_date_time(view::Dict dict, const char* slot, const Field& field, const Errors& errors);
void add_select(view::Dict dict, const char* slot, const Field& field, const std::vector<Choice>& choices, const Errors& errors);
void add_radios(view::Dict dict, const char* slot, const Field& field, const std::vector<Choice>& choices, const Errors& errors);
// Boxes of one repeatable field: `field.name` is the group's name; each box is sent as "<name>[]".
void add_checkboxes(view::Dict dict, const char* slot, const Field& field, const std::vector<Choice>& choices, const Errors& errors);
// One box; `field.value` is what is sent when it is ticked.
void add_checkbox(view::Dict dict, const char* slot, const Field& field, bool checked, const Errors& errors);
void add_rich_editor(view::Dict dict, const char* slot, const Field& field, const Errors& errors);

// A chip (partials/chip.tpl): grey, amber, red, violet, green or blue.
void add_chip(view::Dict dict, const char* slot, std::string_view kind, std::string_view icon, std::string_view text);

}  // namespace portal::office
