// Forms of units, people and accounts: typed fields -> a draft, or what is wrong with each field. Pure.
#pragma once

#include "modules/admin/form_view.h"
#include "modules/admin/model.h"
#include "shared/base/result.h"
#include "shared/http/fields.h"
#include "shared/office/field_reader.h"

namespace portal::admin {

using office::FieldReader;
using office::row_version_of;

// `calendars`: every one that there is; the department's own is offered as none.
[[nodiscard]] base::Result<Unit> parse_unit(const http::Fields& form, const std::vector<duty::StoredCalendar>& calendars, bool is_new);
[[nodiscard]] FormPage unit_form(const Unit* existing, const std::vector<duty::StoredCalendar>& calendars);
[[nodiscard]] http::Fields fields_of(const Unit& unit);

// A unit that is merged or dissolved.
struct UnitEnd {
  base::UnitId into;      // unset: nobody goes on with its work
  std::string from;       // first day without it, dd/mm/yyyy
  std::string document_number;
};
// The successor is another of `units` that works; the day is today or later.
[[nodiscard]] base::Result<UnitEnd> parse_unit_end(const http::Fields& form, const Unit& unit, const std::vector<Unit>& units, base::UtcTime now);
[[nodiscard]] FormPage unit_end_form(const Unit& unit, const std::vector<Unit>& units);

[[nodiscard]] base::Result<Person> parse_person(const http::Fields& form, bool is_new);
[[nodiscard]] FormPage person_form(const Person* existing, const std::vector<Unit>& units);
[[nodiscard]] http::Fields fields_of(const Person& person);

struct AccountDraft {
  base::PersonId person;
  std::string username;
  bool totp_required = false;
};
[[nodiscard]] base::Result<AccountDraft> parse_account(const http::Fields& form);
[[nodiscard]] FormPage account_form(const std::vector<Person>& people);

}  // namespace portal::admin
