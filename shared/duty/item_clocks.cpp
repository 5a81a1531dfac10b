#include "shared/duty/item_clocks.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/duty/clock_rows.h"
#include "shared/duty/queries.h"
#include "shared/duty/reckon.h"
#include "shared/duty/rows.h"

namespace portal::duty {
namespace {

using base::UtcTime;

bool is_pair(const Duty& duty, std::string_view start, std::string_view stop) {
  return duty.subject == kSubjectItem && duty.start_event == start && duty.stop_event == stop;
}

bool is_posting(std::string_view key) { return key == "publish" || key == "publish_urgent"; }

bool is_with_board(Stage stage) { return stage != Stage::Writing && stage != Stage::Returned && stage != Stage::Discarded; }

// The item's clocks of one code, in the order of their beginning.
class Family {
 public:
  Family(const Books& books, const std::vector<Clock>& clocks, std::string_view code) {
    for (const Clock& clock : clocks) {
      const Duty* duty = find_duty(books.duties, clock.duty);
      if (duty != nullptr && duty->code == code) own_.push_back(clock);
    }
  }

  [[nodiscard]] const Clock* last() const { return own_.empty() ? nullptr : &own_.back(); }
  [[nodiscard]] const Clock* open() const { return last() != nullptr && last()->is_open() ? last() : nullptr; }
  [[nodiscard]] std::size_t size() const { return own_.size(); }

 private:
  std::vector<Clock> own_;
};

// One act's work on one code's clocks of one item.
class Follower {
 public:
  Follower(db::Connection& db, const Books& books, const ItemFacts& item, const ItemAct& act, const std::vector<Clock>& clocks, std::string_view code)
      : db_(db), books_(books), item_(item), act_(act), code_(code), family_(books, clocks, code) {}

  // event_at → supplied (D9.3a–đ).
  void follow_supply() {
    const Clock* last = family_.last();
    const Duty* duty = item_.event_at ? row_of(*item_.event_at) : nullptr;
    if (duty == nullptr) {
      // What was settled with the first version stays settled when a later one is of another kind.
      if (last != nullptr && last->state != ClockState::Cancelled && !item_.first_published_at) cancel(*last, "Bài không còn thời điểm hoặc loại mà quy định này tính hạn.");
      return;
    }
    if (last == nullptr) {
      if (item_.stage == Stage::Discarded) return;
      last = begin(*item_.event_at);
    } else if (last->started_at != *item_.event_at || last->duty != duty->id) {
      last = restart(*last, *duty, *item_.event_at);
    }
    if (item_.stage == Stage::Discarded) {
      if (last->is_open()) cancel(*last, "Người viết đã bỏ bản soạn.");
    } else if (is_with_board(item_.stage) || item_.first_published_at) {
      if (last->state != ClockState::Closed) close(*last, first_supply(), event::kSupplied);
    } else if (!last->is_open()) {
      reopen(*last);  // sent back by the board, or taken up again by its author
    }
  }

  // supplied → published (D9.3).
  void follow_board() {
    const Clock* last = family_.last();
    if (!item_.supplied_at || row_of(*item_.supplied_at) == nullptr) {
      if (last != nullptr && last->is_open()) cancel(*last, "Quy định này không tính hạn cho bài.");
      return;
    }
    if (last != nullptr && last->is_open() && last->started_at != *item_.supplied_at) {
      cancel(*last, "Bài được gửi lại.");
      last = nullptr;
    }
    if (last == nullptr || last->started_at != *item_.supplied_at) {
      // What the board never had open it does not get afterwards: the clock begins with the supply, or is made up for an item that had none.
      if (item_.stage != Stage::Board && !act_.key.empty()) return;
      last = begin(*item_.supplied_at);
    }
    end_or_keep(*last);
  }

  // revised → supplied (D9.3f).
  void follow_revision() {
    const Clock* open = family_.open();
    if (!item_.is_up) {
      if (open != nullptr) cancel(*open, "Bài không còn trên trang.");
      return;
    }
    switch (item_.stage) {
      case Stage::Writing:
        if (open == nullptr && row_of(act_.act.now) != nullptr) begin(act_.act.now);
        return;
      case Stage::Returned:
        if (const Clock* last = family_.last(); open == nullptr && last != nullptr && last->closed_at == item_.supplied_at) reopen(*last);
        return;
      case Stage::Board:
        if (open == nullptr) return;
        if (item_.supplied_at && *item_.supplied_at >= open->started_at)
          close(*open, *item_.supplied_at, event::kSupplied);
        else
          cancel(*open, "Ban Biên tập tự sửa bài.");
        return;
      case Stage::Published:
        // A working copy that was given up takes its own clock with it; a flag (D9.3f) lives until a new version or an answer.
        if (item_.is_flagged) {
          if (open == nullptr && row_of(act_.act.now) != nullptr) begin(act_.act.now);
        } else if (open != nullptr && (act_.key == "answer_flag" || act_.key == "archive")) {
          close(*open, act_.act.now, event::kAnswered);
        } else if (open != nullptr && act_.key == "drop_revision") {
          cancel(*open, "Bản cập nhật đã bỏ.");
        }
        return;
      case Stage::Withdrawn:
      case Stage::Refused:
      case Stage::Discarded: return;  // nothing of it is up then
    }
  }

  // published → reviewed (D13.3).
  void follow_review() {
    const Clock* open = family_.open();
    if (!item_.is_up) {
      if (open != nullptr) cancel(*open, "Bài không còn trên trang.");
      return;
    }
    const bool is_review = act_.key == "review_keep" || act_.key == "review_update" || act_.key == "archive";
    if (open != nullptr && !is_posting(act_.key) && !is_review) return;
    if (open != nullptr) close(*open, act_.act.now, is_review ? event::kReviewed : event::kPublished);
    if (act_.key == "review_update" || act_.key == "archive") return;  // the new version's posting starts it anew, or nothing does
    const bool renews = is_posting(act_.key) || act_.key == "review_keep" || act_.key == "unarchive";
    const UtcTime from = renews || !item_.first_published_at ? act_.act.now : *item_.first_published_at;
    if (row_of(from) != nullptr && (renews || family_.last() == nullptr)) begin(from);
  }

  // What somebody must look at after the fact: a take-down, an urgent posting, a review that the board asked for.
  void follow_task(const ItemTask& task) {
    const Clock* open = family_.open();
    if (item_.awaits == task.start_event) {
      if (open == nullptr && row_of(act_.act.now) != nullptr) begin(act_.act.now);
    } else if (open != nullptr) {
      if (act_.key == "withdraw") cancel(*open, "Bài đã gỡ khỏi trang.");
      else close(*open, act_.act.now, task.stop_event);
    }
  }

 private:
  [[nodiscard]] const Duty* row_of(UtcTime start) const {
    const Duty* duty = find_duty(books_.duties, code_, base::local_date(start));
    return duty != nullptr && duty->binds(item_.kind) ? duty : nullptr;
  }

  // When it reached the board: of an item whose first version is long up, the last supply is that of a later version.
  [[nodiscard]] UtcTime first_supply() const {
    UtcTime at = item_.supplied_at.value_or(act_.act.now);
    if (item_.first_published_at) at = std::min(at, *item_.first_published_at);
    return at;
  }

  void end_or_keep(const Clock& clock) {
    switch (item_.stage) {
      case Stage::Board:
        if (clock.state == ClockState::Cancelled && act_.key == "reconsider") reopen(clock);
        return;
      case Stage::Published:
        if (!clock.is_open()) return;
        if (is_posting(act_.key) || act_.key.empty())
          close(clock, act_.key.empty() ? std::max(*item_.supplied_at, item_.first_published_at.value_or(*item_.supplied_at)) : act_.act.now,
                event::kPublished);
        else
          cancel(clock, "Bản sửa đã bỏ.");
        return;
      case Stage::Writing:
      case Stage::Returned:
        if (clock.is_open()) cancel(clock, "Bài đã trả lại người gửi.");
        return;
      case Stage::Withdrawn:
      case Stage::Refused:
      case Stage::Discarded:
        if (clock.is_open()) cancel(clock, item_.stage == Stage::Refused ? "Bài bị từ chối đăng." : "Bài đã gỡ khỏi trang.");
        return;
    }
  }

  const Clock* begin(UtcTime start) {
    const std::string subject = "item:" + std::to_string(item_.id.value) + ":" + std::to_string(family_.size() + 1);
    const auto id = open_clock(db_, books_, {code_, subject, start, item_.id, item_.unit, {}}, act_.act);
    if (!id) throw std::logic_error("no row in force for a clock that was about to begin");
    return read(*id);
  }

  // The start event was entered or corrected: reckoned anew, judged anew, and both due times are in the log.
  const Clock* restart(const Clock& before, const Duty& duty, UtcTime start) {
    Clock clock = before;
    clock.started_at = start;
    clock.duty = duty.id;
    clock.times = reckon_clock(books_, clock, pauses_of(db_, clock.id));
    if (clock.state == ClockState::Closed) clock.outcome = outcome_of(clock.times.due, *clock.closed_at);
    write_clock(db_, clock);
    log_change(db_, clock.id, "event_changed", before.times.due, clock.times.due,
               base::format_date_time(before.started_at) + " → " + base::format_date_time(start), act_.act);
    return read(clock.id);
  }

  void close(const Clock& before, UtcTime at, std::string_view stop_event) {
    Clock clock = before;
    if (clock.is_paused()) {
      db_.execute(kEndPause, at, clock.id);
      clock.times = reckon_clock(books_, clock, pauses_of(db_, clock.id));
    }
    set_closed(clock, at, stop_event);
    write_clock(db_, clock);
    log_change(db_, clock.id, "close", before.times.due, clock.times.due, std::string{stop_event} + " " + base::format_date_time(at), act_.act);
  }

  void cancel(const Clock& before, const std::string& note) {
    Clock clock = before;
    set_cancelled(clock, act_.act.now, act_.key.empty() ? std::string_view{"rule"} : act_.key);
    write_clock(db_, clock);
    log_change(db_, clock.id, "cancel", clock.times.due, clock.times.due, note, act_.act);
  }

  void reopen(const Clock& before) {
    Clock clock = before;
    set_open(clock);
    write_clock(db_, clock);
    log_change(db_, clock.id, "reopen", clock.times.due, clock.times.due, std::string{act_.key}, act_.act);
  }

  const Clock* read(ClockId id) {
    auto found = find_clock(db_, id);
    if (!found) throw std::logic_error("the clock that was just written is not there");
    current_ = *found;
    return &current_;
  }

  db::Connection& db_;
  const Books& books_;
  const ItemFacts& item_;
  const ItemAct& act_;
  std::string_view code_;
  Family family_;
  Clock current_;
};

// D13.1: each day with a posting has one clock, until the next day's first posting.
void follow_posting(db::Connection& db, const Books& books, std::string_view code, const Act& act) {
  const base::LocalDate today = base::local_date(act.now);
  if (find_duty(books.duties, code, today) == nullptr) return;
  for (const Clock& clock : open_clocks_of_duty(db, code))
    if (base::local_date(clock.started_at) < today)  // a posting at the same moment may have closed it already
      static_cast<void>(close_clock(db, books, clock.id, act.now, event::kPublished, act));
  const auto opened = open_clock(db, books, {code, "board:" + date_text(today), act.now, {}, {}, {}}, act);
  if (!opened) throw std::logic_error(opened.error().message);
}

std::set<std::string_view> codes_of(const Books& books) {
  std::set<std::string_view> codes;
  for (const Duty& duty : books.duties) codes.insert(duty.code);
  return codes;
}

// A code keeps its events through all its rows (the duty form sees to it): any row tells the pair.
const Duty& any_row(const Books& books, std::string_view code) {
  return *std::find_if(books.duties.begin(), books.duties.end(), [code](const Duty& duty) { return duty.code == code; });
}

}  // namespace

void follow_item(db::Connection& db, const Books& books, const ItemFacts& item, const ItemAct& act) {
  if (books.find(books.own) == nullptr) return;
  const std::vector<Clock> clocks = clocks_of_item(db, item.id);
  for (const std::string_view code : codes_of(books)) {
    const Duty& row = any_row(books, code);
    Follower follower(db, books, item, act, clocks, code);
    if (is_pair(row, event::kEventAt, event::kSupplied)) follower.follow_supply();
    if (is_pair(row, event::kSupplied, event::kPublished)) follower.follow_board();
    if (is_pair(row, event::kRevised, event::kSupplied)) follower.follow_revision();
    if (is_pair(row, event::kPublished, event::kReviewed)) follower.follow_review();
    for (const ItemTask& task : kItemTasks)
      if (is_pair(row, task.start_event, task.stop_event)) follower.follow_task(task);
    if (row.subject == kSubjectBoardDay && row.start_event == event::kPublished && row.stop_event == event::kPublished && is_posting(act.key) && !act.is_minor)
      follow_posting(db, books, code, act.act);
  }
}

}  // namespace portal::duty
