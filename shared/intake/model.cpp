#include "shared/intake/model.h"

#include <algorithm>
#include <charconv>

namespace portal::intake {
namespace {

struct Words {
  std::string_view key, label;
};

constexpr std::array<Words, 6> kChannels{{{"mail", "Thư điện tử"},
                                           {"web", "Biểu mẫu trên trang"},
                                           {"counter", "Nộp trực tiếp"},
                                           {"api", "Kết nối từ hệ thống khác"},
                                           {"feed", "Kênh tin RSS, Atom"},
                                           {"office", "Trang quản trị, đơn vị và người viết gửi"}}};

constexpr std::array<Words, 5> kMediumWords{{{"", ""}, {"usb", "USB, thẻ nhớ"}, {"disc", "Đĩa CD, DVD"}, {"paper", "Văn bản giấy"}, {"other", "Cách khác"}}};

struct StateWords {
  std::string_view key, label, icon, chip;
};

constexpr std::array<StateWords, 7> kStates{{{"held", "Chờ kiểm tra", "shield-alert", "amber"},
                                             {"awaiting", "Chờ người gửi bổ sung", "hourglass", "grey"},
                                             {"received", "Mới nhận, chờ phân loại", "inbox", "blue"},
                                             {"joined", "Thư trao đổi", "message-square", "grey"},
                                             {"classified", "Đã phân loại", "circle-check", "green"},
                                             {"refused", "Không tiếp nhận", "ban", "red"},
                                             {"spam", "Thư rác", "trash-2", "grey"}}};

constexpr std::array<Words, 6> kTrusts{{{"none", "Không có trong danh bạ"},
                                        {"typed", "Thư ký xác nhận"},
                                        {"address", "Theo địa chỉ thư trong danh bạ, máy chủ thư chưa xác thực"},
                                        {"signed", "Địa chỉ thư trong danh bạ, máy chủ thư đã xác thực"},
                                        {"token", "Hệ thống gửi có mã truy cập"},
                                        {"source", "Nguồn tin do Ban Biên tập khai báo"}}};

constexpr std::array<Words, 10> kHolds{{{"", ""},
                                        {"unknown", "Người gửi không có trong danh bạ"},
                                        {"forged", "Nghi giả mạo người gửi"},
                                        {"spam", "Máy chủ thư đánh dấu thư rác"},
                                        {"bulk", "Thư gửi hàng loạt hoặc do máy gửi"},
                                        {"files", "Tệp đính kèm có thể gây hại"},
                                        {"thread", "Trả lời từ địa chỉ khác người nhận thư"},
                                        {"same_id", "Trùng mã thư với thư khác nội dung"},
                                        {"empty", "Thư không có nội dung"},
                                        {"unreadable", "Thư hỏng, không đọc được"}}};

constexpr std::array<Words, 3> kMissing{{{"name", "họ và tên người gửi"}, {"email", "địa chỉ thư điện tử"}, {"reach", "số điện thoại hoặc địa chỉ liên lạc"}}};

// The value whose row has that key.
template <typename Enum, typename Row, std::size_t N>
std::optional<Enum> parse(const std::array<Row, N>& rows, std::string_view key) {
  const auto found = std::find_if(rows.begin(), rows.end(), [key](const Row& row) { return row.key == key; });
  if (found == rows.end()) return {};
  return static_cast<Enum>(found - rows.begin());
}

template <typename Row, std::size_t N, typename Enum>
const Row& row_of(const std::array<Row, N>& rows, Enum value) {
  return rows.at(static_cast<std::size_t>(value));
}

}  // namespace

std::vector<Missing> missing_of(const Sender& sender) {
  std::vector<Missing> missing;
  if (sender.name.empty()) missing.push_back(Missing::Name);
  if (sender.address.empty()) missing.push_back(Missing::Email);
  if (sender.phone.empty() && sender.place.empty()) missing.push_back(Missing::Reach);
  return missing;
}

std::string_view words_of(Missing missing) { return row_of(kMissing, missing).label; }

std::string missing_keys(const Sender& sender) {
  std::string keys;
  for (const Missing missing : missing_of(sender)) keys += (keys.empty() ? "" : ",") + std::string{row_of(kMissing, missing).key};
  return keys;
}

std::string missing_words(const Sender& sender) {
  std::string words;
  for (const Missing missing : missing_of(sender)) words += (words.empty() ? "" : "; ") + std::string{words_of(missing)};
  return words;
}

std::string_view key_of(Channel channel) { return row_of(kChannels, channel).key; }

std::string_view label_of(Channel channel) { return row_of(kChannels, channel).label; }

std::optional<Channel> parse_channel(std::string_view key) { return parse<Channel>(kChannels, key); }

std::string_view key_of(Medium medium) { return row_of(kMediumWords, medium).key; }

std::string_view label_of(Medium medium) { return row_of(kMediumWords, medium).label; }

Medium parse_medium(std::string_view key) { return parse<Medium>(kMediumWords, key).value_or(Medium::None); }

std::string_view key_of(State state) { return row_of(kStates, state).key; }

std::string_view label_of(State state) { return row_of(kStates, state).label; }

std::string_view icon_of(State state) { return row_of(kStates, state).icon; }

std::string_view chip_of(State state) { return row_of(kStates, state).chip; }

std::optional<State> parse_state(std::string_view key) { return parse<State>(kStates, key); }

std::string_view key_of(Trust trust) { return row_of(kTrusts, trust).key; }

std::string_view label_of(Trust trust) { return row_of(kTrusts, trust).label; }

Trust parse_trust(std::string_view key) { return parse<Trust>(kTrusts, key).value_or(Trust::None); }

std::string_view key_of(Hold hold) { return row_of(kHolds, hold).key; }

std::string_view label_of(Hold hold) { return row_of(kHolds, hold).label; }

Hold parse_hold(std::string_view key) { return parse<Hold>(kHolds, key).value_or(Hold::None); }

IntakeId intake_of_cause(std::string_view cause) {
  constexpr std::string_view kPrefix = "intake:";
  if (!cause.starts_with(kPrefix)) return {};
  cause.remove_prefix(kPrefix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(cause.data(), cause.data() + cause.size(), number);
  const bool is_whole = end == cause.data() + cause.size() || *end == ':';
  return error == std::errc{} && is_whole && number < UINT64_MAX / 2 ? IntakeId{number} : IntakeId{};
}

}  // namespace portal::intake
