// The words of rules and errors: keys of rows and files, and sentences for people.
#include <array>

#include "shared/calendar/due.h"
#include "shared/calendar/time_left.h"

namespace portal::calendar {
namespace {

template <typename Value>
struct Key {
  Value value;
  std::string_view word;
};

constexpr std::array<Key<Unit>, 4> kUnits{{{Unit::WorkingHours, "working_hours"},
                                           {Unit::WorkingDays, "working_days"},
                                           {Unit::CalendarDays, "calendar_days"},
                                           {Unit::Window, "window"}}};
constexpr std::array<Key<WindowKind>, 2> kWindows{{{WindowKind::FirstWeekOfNextMonth, "first_week_of_next_month"},
                                                   {WindowKind::First10DaysOfNextQuarter, "first_10_days_of_next_quarter"}}};
constexpr std::array<Key<FirstWeek>, 2> kFirstWeeks{{{FirstWeek::Days1To7, "days_1_7"}, {FirstWeek::FirstMonFriWeek, "first_mon_fri_week"}}};
constexpr std::array<Key<NoDueReason>, 8> kReasons{{{NoDueReason::CalendarNotEntered, "calendar_not_entered"},
                                                    {NoDueReason::Paused, "paused"},
                                                    {NoDueReason::NotPausable, "not_pausable"},
                                                    {NoDueReason::NotExtendable, "not_extendable"},
                                                    {NoDueReason::ExtendedTooLate, "extended_too_late"},
                                                    {NoDueReason::BadAmount, "bad_amount"},
                                                    {NoDueReason::BadPause, "bad_pause"},
                                                    {NoDueReason::NoWorkingWeek, "no_working_week"}}};

template <typename Keys, typename Value>
std::string_view word_of(const Keys& keys, Value value) {
  for (const auto& key : keys)
    if (key.value == value) return key.word;
  return {};
}

template <typename Value, std::size_t kCount>
std::optional<Value> value_of(const std::array<Key<Value>, kCount>& keys, std::string_view word) {
  for (const auto& key : keys)
    if (key.word == word) return key.value;
  return {};
}

std::string describe_window(const Rule& rule) {
  if (rule.window == WindowKind::First10DaysOfNextQuarter) return "10 ngày đầu của quý sau";
  return rule.first_week == FirstWeek::Days1To7 ? "tuần đầu tiên của tháng sau (từ ngày 01 đến ngày 07)"
                                                : "tuần đầu tiên của tháng sau (tuần đầu có ngày làm việc từ thứ Hai đến thứ Sáu)";
}

}  // namespace

std::string_view key_of(Unit unit) { return word_of(kUnits, unit); }

std::string_view key_of(WindowKind window) { return word_of(kWindows, window); }

std::string_view key_of(FirstWeek reading) { return word_of(kFirstWeeks, reading); }

std::string_view key_of(NoDueReason reason) { return word_of(kReasons, reason); }

std::optional<Unit> parse_unit(std::string_view key) { return value_of(kUnits, key); }

std::optional<WindowKind> parse_window(std::string_view key) { return value_of(kWindows, key); }

std::optional<FirstWeek> parse_first_week(std::string_view key) { return value_of(kFirstWeeks, key); }

std::string describe(const Rule& rule) {
  switch (rule.unit) {
    case Unit::WorkingHours: return office_time_words(rule.office_time);
    case Unit::WorkingDays: return std::to_string(rule.days) + " ngày làm việc";
    case Unit::CalendarDays: return std::to_string(rule.days) + " ngày";
    case Unit::Window: return describe_window(rule);
  }
  return {};
}

std::string message_of(const NoDue& no_due) {
  switch (no_due.reason) {
    case NoDueReason::CalendarNotEntered:
      return "Chưa nhập lịch làm việc năm " + std::to_string(no_due.missing_year) + " nên chưa tính được hạn; quản trị cần nhập và xác nhận lịch năm này.";
    case NoDueReason::Paused: return "Hạn đang tạm dừng; khi tiếp tục còn " + office_time_words(no_due.remaining) + ".";
    case NoDueReason::NotPausable: return "Chỉ tạm dừng được thời hạn tính bằng giờ làm việc hoặc ngày làm việc.";
    case NoDueReason::NotExtendable: return "Chỉ gia hạn được thời hạn tính bằng ngày làm việc.";
    case NoDueReason::ExtendedTooLate: return "Quyết định gia hạn có sau thời điểm hết hạn nên không thay được hạn đó.";
    case NoDueReason::BadAmount: return "Độ dài thời hạn phải lớn hơn 0 và không quá " + std::to_string(kMaxAmount) + " giờ hoặc ngày.";
    case NoDueReason::BadPause: return "Có lần tạm dừng kết thúc trước khi bắt đầu.";
    case NoDueReason::NoWorkingWeek: return "Tháng sau không có ngày làm việc nào từ thứ Hai đến thứ Sáu nên không xác định được tuần đầu tiên.";
  }
  return {};
}

}  // namespace portal::calendar
