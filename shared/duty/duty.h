// Duty: an obligation of the regulation that has a time, as a row (D9.3, D9.4, D11.2, D11.3, D13.1, D13.3, D18.5, D20.1).
//
// A row says what it binds, which event starts it and which stops it, how long it takes and whose time that is. Numbers are data: the board changes
// them without a release. A change of the regulation is another row of the same code with a from-date; a clock is ruled by the row that was in force
// on the day of its start event.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::duty {

using DutyId = base::Id<struct DutyTag>;
using CalendarId = base::Id<struct CalendarTag>;
using ClockId = base::Id<struct ClockTag>;

// Start and stop events as stored. Those of an item are drawn by follow_item() (item_clocks.h); the others are named by the part of the software in
// which they happen, when it opens and closes a clock.
namespace event {
inline constexpr std::string_view kEventAt = "event_at";        // what the item tells of took place, was issued, approved or decided
inline constexpr std::string_view kSupplied = "supplied";       // the item reached the board (supplied_at)
inline constexpr std::string_view kPublished = "published";
inline constexpr std::string_view kRevised = "revised";         // a published item is no longer right: flagged, or taken up again (D9.3f)
inline constexpr std::string_view kReviewed = "reviewed";       // D13.3
inline constexpr std::string_view kWithdrawn = "withdrawn";     // taken down by a member of the board (D12.3)
inline constexpr std::string_view kUrgent = "urgent";           // posted on an order before the checks
inline constexpr std::string_view kReviewAsked = "review_asked";
inline constexpr std::string_view kReceived = "received";       // a question or feedback came in
inline constexpr std::string_view kForwarded = "forwarded";     // …was sent to a unit
inline constexpr std::string_view kUnitAnswered = "unit_answered";
inline constexpr std::string_view kProgressTold = "progress_told";  // …it told the board how far it is, and a next date (D11.2)
inline constexpr std::string_view kAnswered = "answered";       // the reader has the answer
inline constexpr std::string_view kMonth = "month";             // the month began
inline constexpr std::string_view kQuotaMet = "quota_met";      // D9.4
inline constexpr std::string_view kReported = "reported";       // the month's report was sent (D18.5, D20.1)
inline constexpr std::string_view kMonthOver = "month_over";    // …and what was owed for it cannot be given any more (D9.4)
}  // namespace event

// What a duty binds: its clocks' subjects.
inline constexpr std::string_view kSubjectItem = "item";
inline constexpr std::string_view kSubjectUnitMonth = "unit_month";
inline constexpr std::string_view kSubjectBoardMonth = "board_month";
inline constexpr std::string_view kSubjectBoardDay = "board_day";
inline constexpr std::string_view kSubjectQuestion = "question";  // a matter of qa (D9.3e, D11.3)
inline constexpr std::string_view kSubjectFeedback = "feedback";  // …(D11.2)
inline constexpr std::string_view kSubjectRequest = "request";  // a unit or the supplier was asked to confirm something (D12.1)

struct Duty {
  DutyId id;
  std::string code;    // "D9.3a", "D9.3đ-thang"
  std::string clause;  // "D9.3a"
  std::string title;
  base::LocalDate valid_from;
  std::optional<base::LocalDate> valid_to;  // last day
  std::string subject;
  std::vector<std::string> kinds;  // of items (unit_month: of units); empty: every kind
  std::string start_event, stop_event;
  std::optional<unsigned> amount;  // unset: a window, or the clock itself says
  std::string unit;                // working_hours | working_days | calendar_days | window
  std::string window_kind;         // first_week_of_next_month | first_10_days_of_next_quarter
  std::string first_week;          // days_1_7 | first_mon_fri_week
  bool roll_forward = false;
  std::optional<unsigned> extended_amount;  // the most that it may be extended to
  std::chrono::minutes amber{0};            // office time before the due time from which it is shown amber
  std::chrono::minutes remind{0};           // …and reminded of
  std::string party;                        // supplier | board | unit | office
  std::string role;                         // role key of who answers for it
  std::string note;                         // how the clause was read
  unsigned row_version = 0;

  [[nodiscard]] bool binds(std::string_view kind) const;
  // Rules what starts on `day`.
  [[nodiscard]] bool is_in_force(base::LocalDate day) const;
};

// Every row, by code and from-date.
[[nodiscard]] std::vector<Duty> read_duties(db::Connection& db);

// The row of `code` in force on `day`, or nullptr. The pointer lives as long as `duties`.
[[nodiscard]] const Duty* find_duty(const std::vector<Duty>& duties, std::string_view code, base::LocalDate day);
[[nodiscard]] const Duty* find_duty(const std::vector<Duty>& duties, DutyId id);

// "Người cung cấp", "Ban Biên tập", "Đơn vị", "Văn phòng Sở": whose time it is.
[[nodiscard]] std::string_view label_of_party(std::string_view party);

}  // namespace portal::duty
