// Forms of the register's acts as data, and what was typed in them. Pure.
#pragma once

#include <vector>

#include "shared/base/result.h"
#include "shared/intake/purge.h"
#include "shared/intake/store.h"
#include "shared/intake/transition.h"
#include "shared/office/field_reader.h"
#include "shared/office/form_page.h"

namespace portal::admin {

struct UnitChoice {
  base::UnitId id;
  std::string name;
};

// What an act's form is made from.
struct IntakeActPlace {
  const intake::ActRow& row;
  const intake::Intake& thing;
  std::vector<UnitChoice> units;         // FillIn
  std::vector<intake::Ground> grounds;   // Refuse
};

[[nodiscard]] office::FormPage intake_act_form(const IntakeActPlace& place);
[[nodiscard]] http::Fields first_values(const IntakeActPlace& place);

// The form of a purge's step; it asks for nothing but the click.
[[nodiscard]] office::FormPage purge_form(const intake::Intake& thing, intake::PurgeStep step, const intake::Purge& purge);

struct IntakeActDraft {
  intake::Sender sender;        // FillIn: what was typed; whose it is the directory says
  std::string ground, reason;   // Refuse
};
// Faults: Invalid with one FieldError per mistake.
[[nodiscard]] base::Result<IntakeActDraft> parse_intake_act(const http::Fields& form, const IntakeActPlace& place);

}  // namespace portal::admin
