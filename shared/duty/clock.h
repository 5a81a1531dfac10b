// Clock: one duty of one thing, from its start event to its stop event: opening, closing, pausing, extending, in the caller's transaction.
//
//   db::in_transaction(db, [&] {
//     const Books books = load_books(db);
//     const auto clock = open_clock(db, books, {"D9.3e", "question:7:1", received_at, {}, unit}, act);   // Fault when no row is in force
//     …
//     return close_clock(db, books, *clock, answered_at, event::kAnswered, act);
//   });
//
// Every act leaves a row of core_clock_change (append only) with the due time before and after it. Handlers that let a person pause, extend or end a
// clock append to the audit trail as well, as for any other change. The clocks of an item's way through the workflow are opened and closed by
// follow_item() (item_clocks.h) alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/duty/books.h"

namespace portal::duty {

enum class ClockState { Open, Closed, Cancelled };

// Office time that does not count, [from, to); an unset end: still paused.
struct Pause {
  base::UtcTime from;
  std::optional<base::UtcTime> to;
  std::string ground, evidence;
};

// What calendar and duty give for a clock. Without a due time `no_due` says why: "calendar_not_entered" (missing_year) or "paused" (remaining: the
// office time left, as far as it is known).
struct Times {
  std::optional<base::UtcTime> due, amber, remind;
  std::string no_due;
  std::optional<int> missing_year;
  std::optional<std::chrono::seconds> remaining;

  bool operator==(const Times&) const = default;
};

struct Clock {
  ClockId id;
  DutyId duty;
  CalendarId calendar;
  base::ItemId item;
  base::UnitId unit;
  std::string subject;  // "item:12:1": what, and which time over
  base::UtcTime started_at;
  std::optional<unsigned> amount;  // in place of the duty's: an extension, a month's days, a limit that the board set
  std::optional<base::UtcTime> extended_at;
  base::PersonId extended_by;
  std::string extension_reason;
  Times times;
  ClockState state = ClockState::Open;
  std::optional<base::UtcTime> closed_at;
  std::string outcome;     // in_time | late | "" (open, cancelled, or no due time was known)
  std::string stopped_by;  // the event that closed or cancelled it
  unsigned row_version = 0;

  [[nodiscard]] bool is_open() const { return state == ClockState::Open; }
  [[nodiscard]] bool is_paused() const { return times.no_due == "paused"; }
};

// Who did something and when, for the log. An unset person: the system.
struct Act {
  base::PersonId person;
  base::AccountId account;
  base::UtcTime now;
};

// What begins a clock.
struct NewClock {
  std::string_view code;  // of a duty
  std::string subject;
  base::UtcTime started_at;
  base::ItemId item;
  base::UnitId unit;
  std::optional<unsigned> amount = {};
};

// Opens a clock under the row of `code` in force on the day of its start, by the calendar of who owes it
// (Books::calendar_for). A subject that has its clock already keeps it
// and its id is given. Faults: NotFound when no row is in force then, or there is no calendar.
[[nodiscard]] base::Result<ClockId> open_clock(db::Connection& db, const Books& books, const NewClock& wanted, const Act& act);

// The stop event happened at `at`: the clock is closed, in time when `at` is not later than its due time (D9.3: exactly then is in time). A pause that
// still runs ends with it. Faults: NotFound, NotAllowedNow for a clock that is not open.
[[nodiscard]] base::Result<Clock> close_clock(db::Connection& db, const Books& books, ClockId id, base::UtcTime at, std::string_view stop_event,
                                              const Act& act);

// The same for a report that a person says was sent (D18.5, D20.1): `document` is its number and date, which the clock's log keeps.
[[nodiscard]] base::Result<Clock> report_clock(db::Connection& db, const Books& books, ClockId id, base::UtcTime at, const std::string& document,
                                               const Act& act);

// The time ran out at `at` and what was owed cannot be given any more: late, whatever else is known (D9.4). Faults: NotFound, NotAllowedNow.
[[nodiscard]] base::Result<Clock> miss_clock(db::Connection& db, ClockId id, base::UtcTime at, std::string_view stop_event, const Act& act);

// The obligation fell away (refused, discarded, entered by mistake). Faults: NotFound, NotAllowedNow.
[[nodiscard]] base::Result<Clock> cancel_clock(db::Connection& db, ClockId id, std::string_view stop_event, const std::string& note, const Act& act);

// Stops the time at `from` with its ground and evidence; resume_clock lets it run on from `at`. Faults: Invalid by field (ground, evidence, from, at),
// NotFound, NotAllowedNow (not open; paused already, or not).
[[nodiscard]] base::Result<Clock> pause_clock(db::Connection& db, const Books& books, ClockId id, base::UtcTime from, const std::string& ground,
                                              const std::string& evidence, const Act& act);
[[nodiscard]] base::Result<Clock> resume_clock(db::Connection& db, const Books& books, ClockId id, base::UtcTime at, const Act& act);

// Extends a clock of working days to `amount` days from its original start day (D9.3e: 15 to 30), with the reason; never beyond what the duty allows and
// never after its due time. Faults: Invalid, NotFound, NotAllowedNow.
[[nodiscard]] base::Result<Clock> extend_clock(db::Connection& db, const Books& books, ClockId id, unsigned amount, const std::string& reason,
                                               const Act& act);

// ---- reading ----
[[nodiscard]] base::Result<Clock> find_clock(db::Connection& db, ClockId id);
[[nodiscard]] std::vector<Clock> clocks_of_item(db::Connection& db, base::ItemId item);
// The clocks of the items with ids from `first` to `last`, each item's in the order of their beginning, and their pauses.
struct ItemsClocks {
  std::map<base::ItemId, std::vector<Clock>> clocks;
  std::map<ClockId, std::vector<Pause>> pauses;
};
[[nodiscard]] ItemsClocks clocks_of_items(db::Connection& db, base::ItemId first, base::ItemId last);
// The open clocks of a page of items, in the items' and then the due times' order.
[[nodiscard]] std::vector<Clock> open_clocks_of(db::Connection& db, const std::vector<base::ItemId>& items);
// Those of the ids that there are, in the ids' order.
[[nodiscard]] std::vector<Clock> find_clocks(db::Connection& db, const std::vector<ClockId>& ids);
[[nodiscard]] std::vector<Clock> open_clocks_of_duty(db::Connection& db, std::string_view code);
[[nodiscard]] std::optional<Clock> clock_of_subject(db::Connection& db, std::string_view code, std::string_view subject);
[[nodiscard]] std::vector<Pause> pauses_of(db::Connection& db, ClockId id);

// One line of a clock's log, for people.
struct ClockChange {
  base::UtcTime at;
  std::string person, cause;
  std::optional<base::UtcTime> old_due, new_due;
  std::string note;
};
[[nodiscard]] std::vector<ClockChange> changes_of(db::Connection& db, ClockId id);

// "in_time" or "late" for an act at `at` under a due time; "" without one.
[[nodiscard]] std::string_view outcome_of(const std::optional<base::UtcTime>& due, base::UtcTime at);

}  // namespace portal::duty
