#include "modules/admin/sections/setting_info.h"

#include <algorithm>
#include <array>

#include "shared/base/setting_limits.h"

namespace portal::admin {
namespace {

using enum SettingGroup;

constexpr std::array<std::string_view, 7> kGroups{"Thông tin cơ quan và giao dịch", "Quy tắc của Ban Biên tập", "Tài khoản và đăng nhập", "Trang cho bạn đọc", "Thư điện tử", "Thời gian lưu giữ", "Tệp gửi lên"};

constexpr std::string_view kLine = "Một dòng, không để trống, tối đa 500 ký tự";
constexpr std::string_view kAddress = "Một địa chỉ thư điện tử đầy đủ";
constexpr std::string_view kSwitch = "1 (bật) hoặc 0 (tắt)";

constexpr std::array kInfos{
    SettingInfo{"agency_name", Agency, "", kLine, "D5.1"},
    SettingInfo{"agency_full_name", Agency, "", kLine, "D5.1"},
    SettingInfo{"ubnd_line", Agency, "", kLine, "D5.1"},
    SettingInfo{"province", Agency, "", kLine, "D5.1"},
    SettingInfo{"site_name", Agency, "", kLine, "D5.1"},
    SettingInfo{"address", Agency, "", kLine, "D5.10"},
    SettingInfo{"phone", Agency, "", "6 đến 40 ký tự: chữ số, dấu cách, + ( ) - .", "D5.10"},
    SettingInfo{"fax", Agency, "", "Như số điện thoại, hoặc để trống", "D5.10"},
    SettingInfo{"email", Agency, "", kAddress, "D5.10"},
    SettingInfo{"editorial_email", Agency, "", kAddress, "D6.6, D9.1a"},
    SettingInfo{"hours", Agency, "", kLine, "D5.10"},
    SettingInfo{"reception", Agency, "", kLine, "D5.10"},
    SettingInfo{"responsible_person", Agency, "", kLine, "D19.1"},
    SettingInfo{"map_url", Agency, "", "Một liên kết bắt đầu bằng https://, hoặc để trống", "D5.10"},
    SettingInfo{"four_eyes", Board, "", kSwitch, "D15.2, D15.3"},
    SettingInfo{"urgent_publication", Board, "", kSwitch, "D6.1, D15.3"},
    SettingInfo{"quota_reminder_days", Board, "ngày trong tháng", "Từ 1 đến 28, tăng dần, cách nhau dấu phẩy; để trống thì không nhắc", "D9.4, D14.3đ"},
    SettingInfo{base::kSecondFactorRoles, Accounts, "", "Các vai trò được chọn; không chọn vai trò nào thì không bắt buộc theo vai trò", "D6.3, D7.4"},
    SettingInfo{"timezone", Readers, "", "Chỉ Asia/Ho_Chi_Minh", "D9.3"},
    SettingInfo{"list_page_size", Readers, "tin, bài", "", "D5.5"},
    SettingInfo{"mail_per_minute", Mail, "thư một phút", "", "D9.3"},
    SettingInfo{"mail_digest_hour", Mail, "giờ", "", "D9.3"},
    SettingInfo{"intake_mail_mb", Mail, "MB một thư", "", "D9.1a"},
    SettingInfo{"keep_mail_days", Keeping, "ngày", "", "D12.3"},
    SettingInfo{"keep_notices_days", Keeping, "ngày", "", "D9.3"},
    SettingInfo{"keep_drafts_days", Keeping, "ngày", "", "D9.1"},
    SettingInfo{"keep_closed_drafts_days", Keeping, "ngày", "", "D9.1"},
    SettingInfo{"keep_form_keys_days", Keeping, "ngày", "", "D14.3d"},
    SettingInfo{"keep_failures_days", Keeping, "ngày", "", "D6.3"},
    SettingInfo{"keep_sessions_days", Keeping, "ngày", "", "D6.3"},
    SettingInfo{"keep_jobs_days", Keeping, "ngày", "", "D14.3d"},
    SettingInfo{"file_picture_mb", Files, "MB", "", "D9.1"},
    SettingInfo{"file_megapixels", Files, "triệu điểm ảnh", "", "D9.1"},
    SettingInfo{"file_attachment_mb", Files, "MB", "", "D9.1"},
    SettingInfo{"file_floor_mb", Files, "MB", "", "D14.3d"},
};

// Every number that the programs keep limits of is told of, with what it counts.
constexpr bool tells_of_every_number() {
  return std::all_of(base::kSettingLimits.begin(), base::kSettingLimits.end(), [](const base::SettingLimits& limits) {
    return std::any_of(kInfos.begin(), kInfos.end(),
                       [&](const SettingInfo& info) { return info.name == limits.name && !info.unit.empty() && info.limits.empty(); });
  });
}
static_assert(tells_of_every_number(), "a setting with limits stands in kInfos with its unit");

}  // namespace

std::span<const SettingInfo> setting_infos() { return kInfos; }

const SettingInfo* find_setting_info(std::string_view name) {
  const auto found = std::find_if(kInfos.begin(), kInfos.end(), [name](const SettingInfo& info) { return info.name == name; });
  return found == kInfos.end() ? nullptr : &*found;
}

std::string_view label_of(SettingGroup group) { return kGroups.at(static_cast<std::size_t>(group)); }

std::string limits_of(std::string_view name) {
  if (const base::SettingLimits* limits = base::find_limits(name))
    return "Từ " + std::to_string(limits->min) + " đến " + std::to_string(limits->max) + "; mặc định " + std::to_string(limits->fallback);
  const SettingInfo* info = find_setting_info(name);
  return info == nullptr ? std::string{} : std::string{info->limits};
}

}  // namespace portal::admin
