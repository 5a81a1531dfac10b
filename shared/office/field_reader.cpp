#include "shared/office/field_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "shared/text/clean.h"

namespace portal::office {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  return number;
}

std::string quoted(std::string_view label) { return "“" + std::string{label} + "”"; }

}  // namespace

std::string FieldReader::line(const std::string& name, std::size_t max, bool required, std::string_view label) {
  auto cleaned = text::clean_line(form_.get(name), max);
  if (!cleaned) {
    fail(name, cleaned.error().message);
    return std::string{form_.get(name)};
  }
  if (required && cleaned->empty()) fail(name, "Xin điền " + quoted(label) + ".");
  return *cleaned;
}

std::string FieldReader::text(const std::string& name, std::size_t max, bool required, std::string_view label) {
  auto cleaned = text::clean_text(form_.get(name), max);
  if (!cleaned) {
    fail(name, cleaned.error().message);
    return std::string{form_.get(name)};
  }
  if (required && cleaned->empty()) fail(name, "Xin điền " + quoted(label) + ".");
  return *cleaned;
}

std::int64_t FieldReader::number(const std::string& name, std::int64_t low, std::int64_t high, std::string_view label) {
  const auto value = whole_number(text::trim(form_.get(name)));
  if (value && *value >= low && *value <= high) return *value;
  fail(name, quoted(label) + " là một số từ " + std::to_string(low) + " đến " + std::to_string(high) + ".");
  return 0;
}

std::int64_t FieldReader::number_or_none(const std::string& name, std::string_view label, bool required) {
  const std::string_view typed = form_.get(name);
  const auto value = whole_number(typed);
  if (value && *value > 0) return *value;
  if (required || !typed.empty()) fail(name, "Xin chọn " + quoted(label) + ".");
  return 0;
}

std::string FieldReader::day(const std::string& name, bool required, std::string_view label) {
  const std::string_view typed = text::trim(form_.get(name));
  if (typed.empty()) {
    if (required) fail(name, "Xin điền " + quoted(label) + " theo dạng ngày/tháng/năm.");
    return "";
  }
  const auto at = base::parse_date_time(typed);
  if (!at || typed.find(':') != std::string_view::npos) {
    fail(name, "Viết ngày theo dạng ngày/tháng/năm, ví dụ 25/11/2026.");
    return std::string{typed};
  }
  return base::format_date(*at);
}

base::UtcTime FieldReader::moment(const std::string& name, base::UtcTime now) {
  const auto at = base::parse_date_time(text::trim(form_.get(name)));
  if (!at) {
    fail(name, "Viết ngày giờ theo dạng ngày/tháng/năm giờ:phút, ví dụ 25/11/2026 14:30.");
    return now;
  }
  if (*at > now) fail(name, "Thời điểm này không được ở tương lai.");
  return *at;
}

void FieldReader::fail(const std::string& name, std::string message, std::string clause) {
  if (!has_failed(name)) errors_.push_back({name, std::move(message), std::move(clause)});
}

bool FieldReader::has_failed(std::string_view name) const {
  return std::any_of(errors_.begin(), errors_.end(), [name](const base::FieldError& error) { return error.field == name; });
}

unsigned row_version_of(const http::Fields& form) {
  const auto value = whole_number(form.get("row_version"));
  return value && *value > 0 && *value < 4'000'000'000 ? static_cast<unsigned>(*value) : 0;
}

}  // namespace portal::office
