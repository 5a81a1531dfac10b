// Forms of matters: typed fields -> a draft, or what is wrong with each field; and the forms themselves as data. Pure.
#pragma once

#include "modules/qa/acts.h"
#include "shared/office/field_reader.h"
#include "shared/office/form_page.h"

namespace portal::qa {

// ---- the register ----
[[nodiscard]] office::FormPage register_form();
[[nodiscard]] base::Result<NewMatter> parse_matter(const http::Fields& form, base::UtcTime now);

// ---- forwarding ----
// What is asked for depends on the matters: a limit for questions (D11.3).
[[nodiscard]] office::FormPage forward_form(const std::vector<Matter>& matters, const std::vector<Named>& units);
[[nodiscard]] base::Result<NewForward> parse_forward(const http::Fields& form, bool has_question);
// The matters that a forward form names, "id:row_version" each. Empty when one is malformed.
struct Picked {
  MatterId id;
  unsigned row_version = 0;
};
[[nodiscard]] std::vector<Picked> parse_picked(const http::Fields& form);
[[nodiscard]] std::string picked_value(const Matter& matter);
inline constexpr std::size_t kMostPicked = 50;

// ---- the other acts ----
// What an act's form is made from.
struct ActPlace {
  const ActRow& row;
  const Matter& matter;
  bool is_director = false;         // an instruction of one's own names no document
  std::vector<Named> staff;         // of the lead unit (Assign)
  std::optional<unsigned> most;     // working days to which the answer can be extended
};
[[nodiscard]] office::FormPage act_form(const ActPlace& place);

// Every field that any act asks for.
struct ActDraft {
  std::string text, document, ministry, agency;
  Told told;
  unsigned days = 0;
  std::optional<unsigned> unit_days;
  base::PersonId person;
  base::LocalDate next_day{};
};
[[nodiscard]] base::Result<ActDraft> parse_act(const http::Fields& form, const ActPlace& place, base::UtcTime now);

}  // namespace portal::qa
