#include "shared/duty/duty_edit.h"

#include <algorithm>
#include <array>

#include "shared/calendar/due.h"
#include "shared/duty/item_clocks.h"
#include "shared/duty/queries.h"
#include "shared/duty/rows.h"
#include "shared/text/unicode.h"

namespace portal::duty {
namespace {

using base::FaultKind;
using base::FieldError;

constexpr std::array<std::string_view, 4> kParties{"supplier", "board", "unit", "office"};
// The ways in which a duty may bind an item (item_clocks.h), beside the tasks there; of other subjects the part of the software that opens their clocks
// knows the events.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kItemEvents{{{event::kEventAt, event::kSupplied},
                                                                                    {event::kSupplied, event::kPublished},
                                                                                    {event::kRevised, event::kSupplied},
                                                                                    {event::kPublished, event::kReviewed}}};

bool binds_items(std::string_view start, std::string_view stop) {
  const auto fits = [&](const auto& pair) {
    const auto& [first, second] = pair;
    return first == start && second == stop;
  };
  return std::any_of(kItemEvents.begin(), kItemEvents.end(), fits) || std::any_of(kItemTasks.begin(), kItemTasks.end(), fits);
}

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_length(std::string_view text, std::size_t most) { return !text.empty() && text::count_code_points(text) <= most; }

std::string joined(const std::vector<std::string>& kinds) {
  std::string list;
  for (const std::string& kind : kinds) list += (list.empty() ? "" : ",") + kind;
  return list;
}

bool has_good_window(const Duty& duty) {
  if (duty.unit != "window") return duty.window_kind.empty();
  const auto window = calendar::parse_window(duty.window_kind);
  if (!window) return false;
  return *window != calendar::WindowKind::FirstWeekOfNextMonth || calendar::parse_first_week(duty.first_week);
}

// A month says itself how long it is (D9.4).
bool has_good_amount(const Duty& duty) {
  if (duty.unit == "window") return !duty.amount;
  if (!duty.amount) return duty.subject == kSubjectUnitMonth || duty.subject == kSubjectBoardMonth;
  return *duty.amount >= 1 && *duty.amount <= static_cast<unsigned>(calendar::kMaxAmount);
}

bool has_good_extension(const Duty& duty) {
  if (!duty.extended_amount) return true;
  return duty.unit == "working_days" && duty.amount && *duty.extended_amount > *duty.amount &&
         *duty.extended_amount <= static_cast<unsigned>(calendar::kMaxAmount);
}

base::Result<bool> invalid(std::vector<FieldError> errors) {
  return base::fail(FaultKind::Invalid, "Quy định về thời hạn có chỗ chưa đúng.", std::move(errors));
}

std::optional<std::string> last_day(const Duty& duty) { return duty.valid_to ? std::optional{date_text(*duty.valid_to)} : std::nullopt; }

}  // namespace

std::vector<FieldError> faults_of(const Duty& duty) {
  std::vector<FieldError> errors;
  const auto want = [&](bool holds, const char* field, const char* message) {
    if (!holds) errors.push_back({field, message, duty.clause.empty() ? "D9.3" : duty.clause});
  };
  want(has_length(duty.code, 30), "code", "Ghi mã của quy định, không quá 30 ký tự.");
  want(has_length(duty.clause, 20), "clause", "Ghi điều khoản, không quá 20 ký tự.");
  want(has_length(duty.title, 300), "title", "Ghi tên việc phải làm, không quá 300 ký tự.");
  want(text::count_code_points(duty.note) <= 500, "note", "Ghi chú không quá 500 ký tự.");
  want(duty.valid_from.ok(), "valid_from", "Chọn ngày bắt đầu áp dụng.");
  want(!duty.valid_to || (duty.valid_to->ok() && *duty.valid_to >= duty.valid_from), "valid_to", "Ngày cuối áp dụng phải sau ngày đầu.");
  const bool is_known = duty.subject != kSubjectItem || binds_items(duty.start_event, duty.stop_event);
  want(is_known && !duty.start_event.empty() && !duty.stop_event.empty(), "events", "Chọn sự kiện bắt đầu và sự kiện kết thúc đi với nhau.");
  want(calendar::parse_unit(duty.unit).has_value(), "unit", "Chọn cách tính: giờ làm việc, ngày làm việc, ngày theo lịch hoặc kỳ.");
  want(has_good_window(duty), "window", "Chọn kỳ, và cách hiểu tuần đầu tiên của tháng.");
  want(has_good_amount(duty), "amount", "Ghi số giờ hoặc số ngày, từ 1 đến 9999; kỳ thì để trống.");
  want(has_good_extension(duty), "extended_amount", "Chỉ gia hạn được thời hạn theo ngày làm việc, và phải dài hơn thời hạn đầu.");
  want(duty.remind <= duty.amber, "warnings", "Nhắc không được sớm hơn lúc chuyển màu.");
  want(is_in(kParties, duty.party), "party", "Chọn bên chịu thời hạn.");
  want(!duty.role.empty(), "role", "Chọn vai trò chịu trách nhiệm.");
  return errors;
}

base::Result<DutyId> add_duty(db::Connection& db, const Duty& duty) {
  auto errors = faults_of(duty);
  bool has_earlier = false;
  for (const Duty& known : read_duties(db)) {
    if (known.code != duty.code) continue;
    has_earlier = true;
    if (known.valid_from >= duty.valid_from || (known.valid_to && *known.valid_to >= duty.valid_from))
      errors.push_back({"valid_from", "Ngày bắt đầu áp dụng phải sau mọi dòng trước của mã này.", duty.clause});
    if (known.subject != duty.subject || known.start_event != duty.start_event || known.stop_event != duty.stop_event)
      errors.push_back({"events", "Mọi dòng của một mã có cùng sự kiện bắt đầu và kết thúc.", duty.clause});
  }
  if (!errors.empty()) return tl::unexpected(invalid(std::move(errors)).error());
  if (has_earlier)
    db.execute(kEndDuty, date_text(base::LocalDate{std::chrono::sys_days{duty.valid_from} - std::chrono::days{1}}), duty.code, date_text(duty.valid_from));
  const auto made =
      db.execute(kAddDuty, duty.code, date_text(duty.valid_from), last_day(duty), duty.clause, duty.title, duty.subject, joined(duty.kinds),
                 duty.start_event, duty.stop_event, duty.amount, duty.unit, duty.window_kind, duty.first_week, duty.roll_forward, duty.extended_amount,
                 duty.amber.count(), duty.remind.count(), duty.party, duty.role, duty.note);
  return DutyId{made.last_id};
}

base::Result<bool> edit_duty(db::Connection& db, const Duty& duty) {
  const auto all = read_duties(db);
  const Duty* before = find_duty(all, duty.id);
  if (before == nullptr) return base::fail(FaultKind::NotFound, "Không có quy định này.");
  Duty after = duty;
  after.code = before->code;
  after.clause = before->clause;
  after.subject = before->subject;
  after.start_event = before->start_event;
  after.stop_event = before->stop_event;
  after.unit = before->unit;
  after.window_kind = before->window_kind;
  after.valid_from = before->valid_from;
  after.party = before->party;
  auto errors = faults_of(after);
  for (const Duty& known : all)
    if (known.code == after.code && known.valid_from > after.valid_from && (!after.valid_to || *after.valid_to >= known.valid_from))
      errors.push_back({"valid_to", "Dòng này phải hết áp dụng trước dòng sau của cùng mã.", after.clause});
  if (!errors.empty()) return invalid(std::move(errors));
  const auto done = db.execute(kEditDuty, last_day(after), after.title, joined(after.kinds), after.amount, after.first_week, after.roll_forward,
                               after.extended_amount, after.amber.count(), after.remind.count(), after.role, after.note, after.id, after.row_version);
  if (done.affected != 1)
    return base::fail(FaultKind::Stale, "Quy định đã được người khác thay đổi sau khi ông, bà mở trang. Xin xem lại bản mới nhất rồi làm lại.");
  return true;
}

}  // namespace portal::duty
