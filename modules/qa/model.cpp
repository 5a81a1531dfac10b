#include "modules/qa/model.h"

#include <array>
#include <charconv>

namespace portal::qa {
namespace {

struct KindWords {
  Kind kind;
  std::string_view key, label;
};
constexpr std::array kKinds{KindWords{Kind::Question, "question", "Câu hỏi pháp luật"}, KindWords{Kind::Feedback, "feedback", "Phản hồi, kiến nghị"}};

struct ChannelWords {
  Channel channel;
  std::string_view key, label;
};
constexpr std::array kChannels{ChannelWords{Channel::Web, "web", "Trang thông tin điện tử"}, ChannelWords{Channel::Email, "email", "Thư điện tử"},
                               ChannelWords{Channel::Phone, "phone", "Điện thoại"}, ChannelWords{Channel::Paper, "paper", "Văn bản giấy, trực tiếp"}};

struct StateWords {
  State state;
  std::string_view key, label, icon, chip;
};
constexpr std::array kStates{
    StateWords{State::Received, "received", "Mới tiếp nhận", "inbox", "grey"},
    StateWords{State::WithUnit, "with_unit", "Đơn vị đang xử lý", "building-2", "blue"},
    StateWords{State::Returned, "returned", "Đơn vị trả lại", "corner-up-left", "grey"},
    StateWords{State::UnitAnswered, "unit_answered", "Chờ trả lời bạn đọc", "message-square", "blue"},
    StateWords{State::Answered, "answered", "Đã trả lời bạn đọc", "circle-check", "green"},
    StateWords{State::Outside, "outside", "Ngoài thẩm quyền, đã hướng dẫn", "map-pin", "grey"},
    StateWords{State::Dropped, "dropped", "Đã bỏ khỏi sổ", "trash-2", "grey"},
};

// The number that stands first in `text`, up to a colon or the end; 0 for none.
std::uint64_t leading_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = end == text.data() + text.size() || *end == ':';
  return error == std::errc{} && is_whole && number < UINT64_MAX / 2 ? number : 0;
}

MatterId after(std::string_view prefix, std::string_view text) {
  return text.starts_with(prefix) ? MatterId{leading_number(text.substr(prefix.size()))} : MatterId{};
}

const StateWords& words_of(State state) { return kStates.at(static_cast<std::size_t>(state)); }

}  // namespace

std::string_view key_of(Kind kind) { return kKinds.at(static_cast<std::size_t>(kind)).key; }

std::string_view label_of(Kind kind) { return kKinds.at(static_cast<std::size_t>(kind)).label; }

std::optional<Kind> parse_kind(std::string_view key) {
  for (const KindWords& words : kKinds)
    if (words.key == key) return words.kind;
  return {};
}

std::string_view key_of(Channel channel) { return kChannels.at(static_cast<std::size_t>(channel)).key; }

std::string_view label_of(Channel channel) { return kChannels.at(static_cast<std::size_t>(channel)).label; }

std::optional<Channel> parse_channel(std::string_view key) {
  for (const ChannelWords& words : kChannels)
    if (words.key == key) return words.channel;
  return {};
}

std::string_view key_of(State state) { return words_of(state).key; }

std::string_view label_of(State state) { return words_of(state).label; }

std::string_view icon_of(State state) { return words_of(state).icon; }

std::string_view chip_of(State state) { return words_of(state).chip; }

std::optional<State> parse_state(std::string_view key) {
  for (const StateWords& words : kStates)
    if (words.key == key) return words.state;
  return {};
}

MatterId matter_of_subject(std::string_view clock_subject) {
  const MatterId question = after("question:", clock_subject);
  return question.is_set() ? question : after("feedback:", clock_subject);
}

MatterId matter_of_cause(std::string_view cause) { return after("matter:", cause); }

}  // namespace portal::qa
