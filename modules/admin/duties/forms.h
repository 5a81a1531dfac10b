// The form of a duty's next row: typed fields -> the row and what it changes, in words, or what is wrong with each field. Pure.
#pragma once

#include <string>
#include <vector>

#include "modules/admin/form_view.h"
#include "shared/duty/duty.h"

namespace portal::admin {

struct DutyDraft {
  duty::Duty duty;                 // the new row, without an id
  std::vector<std::string> lines;  // "Thời hạn: 15 ngày làm việc → 10 ngày làm việc"
};

[[nodiscard]] FormPage duty_form(const duty::Duty& now);
[[nodiscard]] http::Fields duty_values(const duty::Duty& now);
// `all` are the duties that there are: the new row must begin after every other of its code.
[[nodiscard]] base::Result<DutyDraft> parse_duty_form(const http::Fields& form, const duty::Duty& now, const std::vector<duty::Duty>& all);

// `all` with the new row and the one before it ended, for the preview. Pure.
[[nodiscard]] std::vector<duty::Duty> with_row(const std::vector<duty::Duty>& all, const duty::Duty& row);

// "12 giờ làm việc", "đến hết tháng".
[[nodiscard]] std::string length_words(const duty::Duty& duty);
// "4 giờ", "1 ngày làm việc (8 giờ)".
[[nodiscard]] std::string warning_words(std::chrono::minutes before);
[[nodiscard]] std::string role_words(std::string_view role);

}  // namespace portal::admin
