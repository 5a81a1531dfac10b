// What was computed against what a case of the file expects.
#include <algorithm>

#include "shared/calendar/case_file.h"
#include "shared/calendar/explain.h"

namespace portal::calendar {
namespace {

using namespace std::chrono;

std::string moment_words(const std::optional<base::UtcTime>& at) { return at ? base::format_iso(*at) : "không có hạn"; }

class Comparison {
 public:
  explicit Comparison(const Explanation& answer) : answer_(answer) {}

  void due(const ExpectedDue& expected) {
    const Due& due = answer_.due;
    const std::optional<base::UtcTime> moment = due ? std::optional{*due} : std::nullopt;
    if (moment != expected.due) note("hạn tính được là " + moment_words(moment) + ", tệp ghi " + moment_words(expected.due));
    const std::string error{due ? "" : key_of(due.error().reason)};
    if (!expected.error.empty() && error != expected.error) note("lỗi tính được là “" + error + "”, tệp ghi “" + expected.error + "”");
    if (expected.missing_year && (due || due.error().missing_year != *expected.missing_year))
      note("năm thiếu lịch tính được là " + std::to_string(due ? 0 : due.error().missing_year) + ", tệp ghi " + std::to_string(*expected.missing_year));
    if (expected.remaining_office_seconds && (due || due.error().remaining.count() != *expected.remaining_office_seconds))
      note("số giây còn lại tính được là " + std::to_string(due ? 0 : due.error().remaining.count()) + ", tệp ghi " + std::to_string(*expected.remaining_office_seconds));
    for (const auto& [act, in_time] : expected.acts)
      if (!due || is_in_time(*due, act) != in_time) note("việc lúc " + base::format_iso(act) + (in_time ? " phải là đúng hạn" : " phải là quá hạn"));
  }

  void days(const ExpectedDue& expected) {
    std::vector<base::LocalDate> counted;
    std::vector<std::pair<base::LocalDate, std::string>> skipped;
    std::vector<std::pair<base::LocalDate, long>> office_seconds;
    for (const ExplainedDay& day : answer_.days) {
      if (!day.is_counted) {
        skipped.emplace_back(day.date, key_of(day.reason));
        continue;
      }
      counted.push_back(day.date);
      office_seconds.emplace_back(day.date, day.office_time.count());
    }
    compare("các ngày được tính", counted, expected.counted_days);
    compare("các ngày không tính", skipped, expected.skipped_days);
    compare("số giây làm việc của từng ngày", office_seconds, expected.counted_office_seconds);
  }

  [[nodiscard]] std::vector<std::string> found() && { return std::move(found_); }

 private:
  template <typename Items>
  void compare(const std::string& what, Items computed, const std::optional<Items>& expected) {
    if (!expected) return;
    Items wanted = *expected;
    std::sort(wanted.begin(), wanted.end());
    std::sort(computed.begin(), computed.end());
    if (computed != wanted) note(what + " khác với tệp");
  }

  void note(std::string difference) { found_.push_back(std::move(difference)); }

  const Explanation& answer_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> differences(const CaseFile& file, const DueCase& one) {
  if (!one.expected.is_given) return {};
  const Explanation answer = explain(file.calendars[one.calendar], one.clock);
  Comparison comparison{answer};
  comparison.due(one.expected);
  comparison.days(one.expected);
  return std::move(comparison).found();
}

}  // namespace portal::calendar
