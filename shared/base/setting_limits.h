// Limits of the settings that are numbers: the office checks what is typed against them, the programs that read a setting fall back to them. One table.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace portal::base {

// Roles, by their keys and separated by commas, whose accounts must have a second factor (shared/access/second_factor_sql.h).
inline constexpr std::string_view kSecondFactorRoles = "second_factor_roles";

struct SettingLimits {
  std::string_view name;  // core_setting.name
  std::int64_t fallback;
  std::int64_t min, max;
};

inline constexpr std::array kSettingLimits{
    SettingLimits{"list_page_size", 15, 5, 50},
    // How long the scheduler keeps what nobody needs any more, in days.
    SettingLimits{"keep_form_keys_days", 7, 1, 90},
    SettingLimits{"keep_failures_days", 2, 1, 30},
    SettingLimits{"keep_sessions_days", 1, 1, 90},
    SettingLimits{"keep_drafts_days", 90, 14, 730},
    SettingLimits{"keep_closed_drafts_days", 1, 1, 30},
    SettingLimits{"keep_jobs_days", 30, 1, 365},
    SettingLimits{"keep_notices_days", 180, 30, 730},
    // What is received (shared/files/limits.h).
    SettingLimits{"file_picture_mb", 20, 1, 50},
    SettingLimits{"file_attachment_mb", 20, 1, 50},
    SettingLimits{"file_megapixels", 60, 5, 200},
    SettingLimits{"file_floor_mb", 1024, 50, 1'000'000},
    SettingLimits{"keep_mail_days", 90, 7, 730},
    // The largest mail that the board's mailbox takes.
    SettingLimits{"intake_mail_mb", 50, 1, 200},
    // How many mails leave a minute, and from which hour on digests are made (Viet Nam time).
    SettingLimits{"mail_per_minute", 300, 1, 6000},
    SettingLimits{"mail_digest_hour", 7, 0, 23},
};

[[nodiscard]] constexpr const SettingLimits* find_limits(std::string_view name) {
  for (const SettingLimits& limits : kSettingLimits)
    if (limits.name == name) return &limits;
  return nullptr;
}

// The whole number that `text` is, when it is one within the limits.
[[nodiscard]] inline std::optional<std::int64_t> parse_within(const SettingLimits& limits, std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < limits.min || number > limits.max) return {};
  return number;
}

// "20, 25": days of a month on which units are reminded (D9.4), each from 1 to 28 and later than the one before; nothing for another text.
[[nodiscard]] inline std::optional<std::vector<unsigned>> parse_month_days(std::string_view text) {
  constexpr unsigned kLastOfEveryMonth = 28;
  std::vector<unsigned> days;
  while (!text.empty()) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    unsigned day = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
    if (error != std::errc{} || day < 1 || day > kLastOfEveryMonth || (!days.empty() && day <= days.back())) return {};
    days.push_back(day);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty()) break;
    if (!text.starts_with(',')) return {};
    text.remove_prefix(1);
    if (text.empty()) return {};
  }
  return days;
}

}  // namespace portal::base
