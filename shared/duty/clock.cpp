#include "shared/duty/clock.h"

#include <nlohmann/json.hpp>

#include "shared/duty/clock_rows.h"
#include "shared/duty/queries.h"
#include "shared/duty/reckon.h"
#include "shared/text/unicode.h"

namespace portal::duty {
namespace {

using base::FaultKind;

constexpr std::size_t kLongestGround = 300;
constexpr std::size_t kLongestReason = 500;

std::string_view key_of(ClockState state) {
  if (state == ClockState::Open) return "open";
  return state == ClockState::Closed ? "closed" : "cancelled";
}

ClockState state_of(std::string_view key) {
  if (key == "open") return ClockState::Open;
  return key == "closed" ? ClockState::Closed : ClockState::Cancelled;
}

base::Result<Clock> hold_open(db::Connection& db, ClockId id) {
  auto rows = db.query(kClockForUpdate, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không có thời hạn này.");
  Clock clock = clock_of(rows);
  if (!clock.is_open()) return base::fail(FaultKind::NotAllowedNow, "Thời hạn này đã kết thúc.");
  return clock;
}

std::string in_words(base::UtcTime at) { return base::format_date_time(at); }

// A pause that still runs ends at `at`, and the clock is reckoned anew.
void end_pause(db::Connection& db, const Books& books, Clock& clock, base::UtcTime at) {
  db.execute(kEndPause, at, clock.id);
  clock.times = reckon_clock(books, clock, pauses_of(db, clock.id));
}

}  // namespace

Clock clock_of(const db::Rows& rows) {
  Clock clock;
  clock.id = rows.id<ClockId>(0);
  clock.duty = rows.id<DutyId>(1);
  clock.calendar = rows.id<CalendarId>(2);
  clock.item = rows.id<base::ItemId>(3);
  clock.unit = rows.id<base::UnitId>(4);
  clock.subject = rows.text(5);
  clock.started_at = rows.time(6);
  if (!rows.is_null(7)) clock.amount = static_cast<unsigned>(rows.number(7));
  clock.extended_at = rows.optional_time(8);
  clock.extended_by = rows.id<base::PersonId>(9);
  clock.extension_reason = rows.text(10);
  clock.times.due = rows.optional_time(11);
  clock.times.amber = rows.optional_time(12);
  clock.times.remind = rows.optional_time(13);
  clock.times.no_due = rows.text(14);
  if (!rows.is_null(15)) clock.times.missing_year = static_cast<int>(rows.number(15));
  if (!rows.is_null(16)) clock.times.remaining = std::chrono::seconds{rows.number(16)};
  clock.state = state_of(rows.text(17));
  clock.closed_at = rows.optional_time(18);
  clock.outcome = rows.text(19);
  clock.stopped_by = rows.text(20);
  clock.row_version = static_cast<unsigned>(rows.number(21));
  return clock;
}

std::map<ClockId, std::vector<Pause>> pauses_in(db::Rows rows) {
  std::map<ClockId, std::vector<Pause>> pauses;
  while (rows.next())
    pauses[rows.id<ClockId>(0)].push_back({rows.time(1), rows.optional_time(2), std::string{rows.text(3)}, std::string{rows.text(4)}});
  return pauses;
}

void write_clock(db::Connection& db, const Clock& after) {
  const auto seconds = after.times.remaining ? std::optional{after.times.remaining->count()} : std::nullopt;
  const auto done = db.execute(kSetClock, after.duty, after.unit, after.started_at, after.amount, after.extended_at, after.extended_by,
                               after.extension_reason, after.times.due, after.times.amber, after.times.remind, after.times.no_due,
                               after.times.missing_year, seconds, key_of(after.state), after.closed_at, after.outcome, after.stopped_by, after.id,
                               after.row_version);
  if (done.affected != 1) throw std::logic_error("the clock changed under us");
}

void log_change(db::Connection& db, ClockId id, std::string_view cause, const std::optional<base::UtcTime>& old_due,
                const std::optional<base::UtcTime>& new_due, const std::string& note, const Act& act) {
  db.execute(kAddChange, id, act.now, act.person, act.account, cause, old_due, new_due, note.substr(0, text::offset_of_character(note, kLongestReason)));
}

Times reckon_clock(const Books& books, const Clock& clock, const std::vector<Pause>& pauses) {
  const Duty* duty = find_duty(books.duties, clock.duty);
  const StoredCalendar* calendar = books.find(clock.calendar);
  if (duty == nullptr || calendar == nullptr) throw std::logic_error("a clock without its duty or calendar");
  return reckon(*duty, clock.started_at, clock.amount, pauses, *calendar);
}

std::string_view outcome_of(const std::optional<base::UtcTime>& due, base::UtcTime at) {
  if (!due) return "";
  return calendar::is_in_time(*due, at) ? "in_time" : "late";
}

void set_closed(Clock& clock, base::UtcTime at, std::string_view stop_event) {
  clock.state = ClockState::Closed;
  clock.closed_at = at;
  clock.outcome = outcome_of(clock.times.due, at);
  clock.stopped_by = stop_event;
}

void set_cancelled(Clock& clock, base::UtcTime at, std::string_view stop_event) {
  clock.state = ClockState::Cancelled;
  clock.closed_at = at;
  clock.outcome.clear();
  clock.stopped_by = stop_event;
}

void set_open(Clock& clock) {
  clock.state = ClockState::Open;
  clock.closed_at.reset();
  clock.outcome.clear();
  clock.stopped_by.clear();
}

base::Result<ClockId> open_clock(db::Connection& db, const Books& books, const NewClock& wanted, const Act& act) {
  const Duty* duty = find_duty(books.duties, wanted.code, base::local_date(wanted.started_at));
  const StoredCalendar* calendar = duty == nullptr ? nullptr : books.calendar_for(*duty, wanted.unit);
  if (calendar == nullptr) return base::fail(FaultKind::NotFound, "Chưa có quy định thời hạn hoặc lịch làm việc cho việc này.");
  // The same code may have another row that rules the subject's clock already.
  if (const auto known = clock_of_subject(db, wanted.code, wanted.subject)) return known->id;
  const Times times = reckon(*duty, wanted.started_at, wanted.amount, {}, *calendar);
  const auto made = db.execute(kAddClock, duty->id, calendar->id, wanted.item, wanted.unit, wanted.subject, wanted.started_at, wanted.amount, times.due,
                               times.amber, times.remind, times.no_due, times.missing_year,
                               times.remaining ? std::optional{times.remaining->count()} : std::nullopt);
  const ClockId id{made.last_id};
  // Two at once: the second finds the row of the first, which has its log already.
  if (made.affected == 1) log_change(db, id, "open", {}, times.due, in_words(wanted.started_at), act);
  return id;
}

namespace {

base::Result<Clock> close(db::Connection& db, const Books& books, ClockId id, base::UtcTime at, std::string_view stop_event, std::string_view cause,
                          const std::string& note, const Act& act) {
  auto held = hold_open(db, id);
  if (!held) return held;
  Clock clock = *held;
  if (clock.is_paused()) end_pause(db, books, clock, at);
  set_closed(clock, at, stop_event);
  write_clock(db, clock);
  log_change(db, id, cause, held->times.due, clock.times.due, note, act);
  return find_clock(db, id);
}

}  // namespace

base::Result<Clock> close_clock(db::Connection& db, const Books& books, ClockId id, base::UtcTime at, std::string_view stop_event, const Act& act) {
  return close(db, books, id, at, stop_event, "close", std::string{stop_event} + " " + in_words(at), act);
}

base::Result<Clock> report_clock(db::Connection& db, const Books& books, ClockId id, base::UtcTime at, const std::string& document, const Act& act) {
  return close(db, books, id, at, event::kReported, "report", document, act);
}

base::Result<Clock> miss_clock(db::Connection& db, ClockId id, base::UtcTime at, std::string_view stop_event, const Act& act) {
  auto held = hold_open(db, id);
  if (!held) return held;
  Clock clock = *held;
  set_closed(clock, at, stop_event);
  clock.outcome = "late";
  write_clock(db, clock);
  log_change(db, id, "miss", clock.times.due, clock.times.due, std::string{stop_event} + " " + in_words(at), act);
  return find_clock(db, id);
}

base::Result<Clock> cancel_clock(db::Connection& db, ClockId id, std::string_view stop_event, const std::string& note, const Act& act) {
  auto held = hold_open(db, id);
  if (!held) return held;
  Clock clock = *held;
  set_cancelled(clock, act.now, stop_event);
  write_clock(db, clock);
  log_change(db, id, "cancel", clock.times.due, clock.times.due, note, act);
  return find_clock(db, id);
}

base::Result<Clock> pause_clock(db::Connection& db, const Books& books, ClockId id, base::UtcTime from, const std::string& ground,
                                const std::string& evidence, const Act& act) {
  auto held = hold_open(db, id);
  if (!held) return held;
  Clock clock = *held;
  if (clock.is_paused()) return base::fail(FaultKind::NotAllowedNow, "Thời hạn này đang tạm dừng.");
  const Duty* duty = find_duty(books.duties, clock.duty);
  if (duty == nullptr || (duty->unit != "working_days" && duty->unit != "working_hours"))
    return base::fail(FaultKind::NotAllowedNow, "Thời hạn tính theo ngày lịch không tạm dừng được.");
  std::vector<base::FieldError> errors;
  const auto length_of = [](const std::string& words) { return text::count_code_points(words); };
  if (length_of(ground) < 5 || length_of(ground) > kLongestGround) errors.push_back({"ground", "Nêu lý do tạm dừng, từ 5 đến 300 ký tự.", "D12.1"});
  if (evidence.empty() || length_of(evidence) > kLongestGround)
    errors.push_back({"evidence", "Ghi số văn bản hoặc căn cứ của việc tạm dừng, không quá 300 ký tự.", "D12.1"});
  const auto pauses = pauses_of(db, id);
  if (from < clock.started_at || from > act.now || (!pauses.empty() && pauses.back().to && from < *pauses.back().to))
    errors.push_back({"from", "Thời điểm tạm dừng phải sau khi thời hạn bắt đầu, sau lần tạm dừng trước và không ở tương lai.", "D12.1"});
  if (!errors.empty()) return base::fail(FaultKind::Invalid, "Chưa tạm dừng được thời hạn.", std::move(errors));
  db.execute(kAddPause, id, from, ground, evidence, act.person, act.account);
  clock.times = reckon_clock(books, clock, pauses_of(db, id));
  if (clock.times.no_due != "paused") return base::fail(FaultKind::NotAllowedNow, "Chưa tạm dừng được: lịch làm việc chưa đủ để tính thời hạn.");
  write_clock(db, clock);
  log_change(db, id, "pause", held->times.due, clock.times.due, in_words(from) + ": " + ground + " (" + evidence + ")", act);
  return find_clock(db, id);
}

base::Result<Clock> resume_clock(db::Connection& db, const Books& books, ClockId id, base::UtcTime at, const Act& act) {
  auto held = hold_open(db, id);
  if (!held) return held;
  Clock clock = *held;
  const auto pauses = pauses_of(db, id);
  if (pauses.empty() || pauses.back().to) return base::fail(FaultKind::NotAllowedNow, "Thời hạn này không đang tạm dừng.");
  if (at < pauses.back().from || at > act.now)
    return base::fail(FaultKind::Invalid, "Chưa tiếp tục được thời hạn.",
                      {{"at", "Thời điểm tiếp tục phải sau khi tạm dừng và không ở tương lai.", "D12.1"}});
  end_pause(db, books, clock, at);
  write_clock(db, clock);
  log_change(db, id, "resume", held->times.due, clock.times.due, in_words(at), act);
  return find_clock(db, id);
}

base::Result<Clock> extend_clock(db::Connection& db, const Books& books, ClockId id, unsigned amount, const std::string& reason, const Act& act) {
  auto held = hold_open(db, id);
  if (!held) return held;
  Clock clock = *held;
  const Duty* duty = find_duty(books.duties, clock.duty);
  if (duty == nullptr || !duty->extended_amount || duty->unit != "working_days")
    return base::fail(FaultKind::NotAllowedNow, "Thời hạn này không gia hạn được.");
  // The clock must not have run out: what is late is late (D9.3e).
  if (clock.times.due && act.now > *clock.times.due) return base::fail(FaultKind::NotAllowedNow, "Đã quá hạn nên không gia hạn được nữa.");
  std::vector<base::FieldError> errors;
  const unsigned now_has = clock.amount ? *clock.amount : duty->amount.value_or(0);
  if (amount <= now_has || amount > *duty->extended_amount)
    errors.push_back({"amount", "Số ngày phải nhiều hơn " + std::to_string(now_has) + " và không quá " + std::to_string(*duty->extended_amount) + ".",
                      duty->clause});
  if (text::count_code_points(reason) < 5 || text::count_code_points(reason) > kLongestReason)
    errors.push_back({"reason", "Nêu lý do gia hạn, từ 5 đến 500 ký tự.", duty->clause});
  if (!errors.empty()) return base::fail(FaultKind::Invalid, "Chưa gia hạn được.", std::move(errors));
  clock.amount = amount;
  clock.extended_at = act.now;
  clock.extended_by = act.person;
  clock.extension_reason = reason;
  clock.times = reckon_clock(books, clock, pauses_of(db, id));
  write_clock(db, clock);
  log_change(db, id, "extend", held->times.due, clock.times.due,
             std::to_string(now_has) + " → " + std::to_string(amount) + " ngày làm việc: " + reason, act);
  return find_clock(db, id);
}

base::Result<Clock> find_clock(db::Connection& db, ClockId id) {
  auto rows = db.query(kClock, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không có thời hạn này.");
  return clock_of(rows);
}

std::vector<Clock> clocks_of_item(db::Connection& db, base::ItemId item) {
  std::vector<Clock> clocks;
  auto rows = db.query(kClocksOfItem, item);
  while (rows.next()) clocks.push_back(clock_of(rows));
  return clocks;
}

ItemsClocks clocks_of_items(db::Connection& db, base::ItemId first, base::ItemId last) {
  ItemsClocks found;
  {
    auto rows = db.query(kClocksOfItems, first, last);
    while (rows.next()) found.clocks[rows.id<base::ItemId>(3)].push_back(clock_of(rows));
  }
  found.pauses = pauses_in(db.query(kPausesOfItems, first, last));
  return found;
}

std::vector<Clock> open_clocks_of(db::Connection& db, const std::vector<base::ItemId>& items) {
  std::vector<Clock> clocks;
  if (items.empty()) return clocks;
  nlohmann::json ids = nlohmann::json::array();
  for (const base::ItemId id : items) ids.push_back(id.value);
  auto rows = db.query(kOpenOfItems, ids.dump());
  while (rows.next()) clocks.push_back(clock_of(rows));
  return clocks;
}

std::vector<Clock> find_clocks(db::Connection& db, const std::vector<ClockId>& ids) {
  std::vector<Clock> clocks;
  if (ids.empty()) return clocks;
  nlohmann::json list = nlohmann::json::array();
  for (const ClockId id : ids) list.push_back(id.value);
  auto rows = db.query(kClocksById, list.dump());
  while (rows.next()) clocks.push_back(clock_of(rows));
  return clocks;
}

std::vector<Clock> open_clocks_of_duty(db::Connection& db, std::string_view code) {
  std::vector<Clock> clocks;
  auto rows = db.query(kOpenOfCode, code);
  while (rows.next()) clocks.push_back(clock_of(rows));
  return clocks;
}

std::optional<Clock> clock_of_subject(db::Connection& db, std::string_view code, std::string_view subject) {
  auto rows = db.query(kClockBySubject, code, subject);
  if (!rows.next()) return {};
  return clock_of(rows);
}

std::vector<Pause> pauses_of(db::Connection& db, ClockId id) {
  auto pauses = pauses_in(db.query(kPauses, id));
  return std::move(pauses[id]);
}

std::vector<ClockChange> changes_of(db::Connection& db, ClockId id) {
  std::vector<ClockChange> changes;
  auto rows = db.query(kChanges, id);
  while (rows.next())
    changes.push_back({rows.time(0), std::string{rows.text(1)}, std::string{rows.text(2)}, rows.optional_time(3), rows.optional_time(4),
                       std::string{rows.text(5)}});
  return changes;
}

}  // namespace portal::duty
