#include "shared/office/fields.h"

#include "shared/office/chrome.h"

namespace portal::office {
namespace {

view::Dict begin(view::Dict& dict, const char* slot, std::string_view file, const Field& field, const Errors& errors) {
  view::Dict part = dict.include(slot, file);
  part.set("NAME", field.name);
  part.set("LABEL", field.label);
  part.set("VALUE", field.value);
  part.set_if("HAS_HINT", "HINT", field.hint);
  part.set_if("HAS_ERROR", "ERROR", error_of(errors, field.name));
  part.show("REQUIRED", field.required);
  if (field.max_length > 0) part.section("MAXLENGTH_SHOWN").set("MAXLENGTH", std::int64_t{field.max_length});
  return part;
}

void add_choices(view::Dict& part, const Field& field, const std::vector<Choice>& choices, const std::string& sent_name) {
  part.set("LEGEND", field.label);
  std::size_t number = 0;
  for (const Choice& choice : choices) {
    view::Dict row = part.section("CHOICE");
    // The first choice has the group's own id, so that a link of the error summary leads to it.
    row.set("CHOICE_ID", number == 0 ? field.name : field.name + "-" + std::to_string(number + 1));
    row.set("CHOICE_NAME", sent_name);
    row.set("CHOICE_VALUE", choice.value);
    row.set("CHOICE_LABEL", choice.label);
    row.set_if("CHOICE_HINT_SHOWN", "CHOICE_HINT", choice.hint);
    row.show("CHOICE_CHECKED", choice.selected);
    ++number;
  }
}

}  // namespace

void add_text(view::Dict dict, const char* slot, const Field& field, const Errors& errors, std::string_view type,
              std::string_view autocomplete) {
  view::Dict part = begin(dict, slot, "partials/field_text.tpl", field, errors);
  part.set("TYPE", type);
  part.set("WIDTH", "full");
  part.set_if("AUTOCOMPLETE_SHOWN", "AUTOCOMPLETE", autocomplete);
}

void add_textarea(view::Dict dict, const char* slot, const Field& field, const Errors& errors, int rows) {
  begin(dict, slot, "partials/field_textarea.tpl", field, errors).set("ROWS", std::int64_t{rows});
}

void add_date_time(view::Dict dict, const char* slot, const Field& field, const Errors& errors) {
  begin(dict, slot, "partials/field_datetime.tpl", field, errors);
}

void add_select(view::Dict dict, const char* slot, const Field& field, const std::vector<Choice>& choices, const Errors& errors) {
  view::Dict part = begin(dict, slot, "partials/field_select.tpl", field, errors);
  for (const Choice& choice : choices) {
    view::Dict row = part.section("OPTION");
    row.set("OPTION_VALUE", choice.value);
    row.set("OPTION_LABEL", choice.label);
    row.show("OPTION_SELECTED", choice.selected);
  }
}

void add_radios(view::Dict dict, const char* slot, const Field& field, const std::vector<Choice>& choices, const Errors& errors) {
  view::Dict part = begin(dict, slot, "partials/field_radios.tpl", field, errors);
  add_choices(part, field, choices, field.name);
}

void add_checkboxes(view::Dict dict, const char* slot, const Field& field, const std::vector<Choice>& choices, const Errors& errors) {
  view::Dict part = begin(dict, slot, "partials/field_checkboxes.tpl", field, errors);
  add_choices(part, field, choices, field.name + "[]");
}

void add_checkbox(view::Dict dict, const char* slot, const Field& field, bool checked, const Errors& errors) {
  begin(dict, slot, "partials/field_checkbox.tpl", field, errors).show("CHECKED", checked);
}

void add_rich_editor(view::Dict dict, const char* slot, const Field& field, const Errors& errors) {
  begin(dict, slot, "partials/rich_editor.tpl", field, errors).set("BODY_JSON", field.value);
}

void add_chip(view::Dict dict, const char* slot, std::string_view kind, std::string_view icon, std::string_view text) {
  view::Dict chip = dict.include(slot, "partials/chip.tpl");
  chip.set("CHIP_KIND", kind);
  chip.set("CHIP_ICON", icon);
  chip.set("CHIP_TEXT", text);
}

}  // namespace portal::office
