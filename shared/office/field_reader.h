// FieldReader: the fields of a form one after another, typed and cleaned, with what is wrong at each. Pure.
//
//   FieldReader reader(context.request.form);
//   draft.title = reader.line("title", 300, true, "Tiêu đề");
//   return std::move(reader).finish(std::move(draft));   // the draft, or Invalid with every FieldError
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/http/fields.h"

namespace portal::office {

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
  // "dd/mm/yyyy hh:mm", not after `now`; `now` itself when it is malformed (and an error).
  base::UtcTime moment(const std::string& name, base::UtcTime now);
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

}  // namespace portal::office
