// What the office tells of a setting besides its value (D6.4): to which part it belongs, what its number counts, which values it takes and which clause
// it carries out. One row for each setting that there is; the numbers' limits are those that the programs keep (shared/base/setting_limits.h).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace portal::admin {

enum class SettingGroup { Agency, Board, Accounts, Readers, Mail, Keeping, Files };

struct SettingInfo {
  std::string_view name;
  SettingGroup group;
  std::string_view unit;    // "ngày", "tin, bài"; "" for what is no number
  std::string_view limits;  // in words; "" for a number, which has its own
  std::string_view clause;  // "" for what the regulation says nothing of
};

[[nodiscard]] std::span<const SettingInfo> setting_infos();
// nullptr for a setting of a newer program.
[[nodiscard]] const SettingInfo* find_setting_info(std::string_view name);

// "Thông tin cơ quan và giao dịch".
[[nodiscard]] std::string_view label_of(SettingGroup group);

// "Từ 5 đến 50; mặc định 15", or the words of the row; "" when nothing is known.
[[nodiscard]] std::string limits_of(std::string_view name);

}  // namespace portal::admin
