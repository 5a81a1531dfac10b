// Forms of units, people and accounts: typed fields -> a draft, or what is wrong with each field. Pure.
#pragma once

#include "modules/admin/form_view.h"
#include "modules/admin/model.h"
#include "shared/base/result.h"
#include "shared/http/fields.h"

namespace portal::admin {

// Reads one line after another and collects what is wrong; `finish` gives the draft only when nothing is.
class FieldReader {
 public:
  explicit FieldReader(const http::Fields& form) : form_(form) {}

  // A single line of at most `max` characters; `required` asks for something.
  std::string line(const std::string& name, std::size_t max, bool required, std::string_view label);
  std::string text(const std::string& name, std::size_t max, bool required, std::string_view label);
  std::int64_t number(const std::string& name, std::int64_t low, std::int64_t high, std::string_view label);
  // "dd/mm/yyyy", normalised; "" when empty and not required.
  std::string day(const std::string& name, bool required, std::string_view label);
  bool tick(const std::string& name) const { return form_.get(name) == "1"; }
  template <typename IdType>
  IdType id(const std::string& name, std::string_view label, bool required) {
    return IdType{static_cast<std::uint64_t>(number_or_none(name, label, required))};
  }
  void fail(const std::string& name, std::string message, std::string clause = "");
  void fail_if(const std::string& name, std::string message, std::string clause = "") {
    if (!message.empty()) fail(name, std::move(message), std::move(clause));
  }
  [[nodiscard]] bool has_failed(std::string_view name) const;
  [[nodiscard]] std::vector<base::FieldError> errors() && { return std::move(errors_); }
  [[nodiscard]] bool is_good() const { return errors_.empty(); }

  template <typename T>
  [[nodiscard]] base::Result<T> finish(T draft) && {
    if (errors_.empty()) return draft;
    return base::fail(base::FaultKind::Invalid, "Chưa lưu được.", std::move(errors_));
  }

 private:
  std::int64_t number_or_none(const std::string& name, std::string_view label, bool required);

  const http::Fields& form_;
  std::vector<base::FieldError> errors_;
};

// The version of the row that the person had in front of them; 0 when missing or malformed, which no row has.
[[nodiscard]] unsigned row_version_of(const http::Fields& form);

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
