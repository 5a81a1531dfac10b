// Reckoning and showing clocks, and what is asked of an item's clocks: all without a database.
#include <boost/test/unit_test.hpp>

#include "shared/duty/item_clocks.h"
#include "shared/duty/reckon.h"
#include "shared/duty/show.h"

namespace portal::duty {
namespace {

using namespace std::chrono;
using base::UtcTime;

base::LocalDate on(int y, unsigned m, unsigned d) { return year{y} / month{m} / day{d}; }

UtcTime at(const char* text) { return base::parse_iso(std::string{text} + ":00+07:00").value(); }

std::string words(const std::optional<UtcTime>& time) { return time ? base::format_date_time(*time) : "–"; }

Duty duty_of(std::uint64_t id, const char* code, const char* start, const char* stop, unsigned amount, const char* unit) {
  Duty duty;
  duty.id = DutyId{id};
  duty.code = code;
  duty.clause = code;
  duty.title = "Cung cấp tin tức, sự kiện";
  duty.valid_from = on(2020, 1, 1);
  duty.subject = "item";
  duty.start_event = start;
  duty.stop_event = stop;
  duty.amount = amount;
  duty.unit = unit;
  duty.amber = 240min;
  duty.remind = 120min;
  duty.party = "supplier";
  duty.role = "unit_head";
  return duty;
}

Books office() {
  StoredCalendar rows;
  rows.id = CalendarId{1};
  rows.code = "co-quan";
  for (unsigned weekday = 1; weekday <= 5; ++weekday) {
    rows.hours.push_back({weekday, 450, 690, on(2020, 1, 1), {}, "Quy chế"});
    rows.hours.push_back({weekday, 810, 1050, on(2020, 1, 1), {}, "Quy chế"});
  }
  rows.years = {{2026, true, "Thông báo", {}, {}}};
  rows.days = {{on(2026, 11, 24), "public_holiday", "Ngày Văn hóa Việt Nam", "Luật", ""}};
  rows.calendar = make_calendar(rows).value();
  Books books;
  books.own = rows.id;
  books.calendars = {rows};
  books.duties = {duty_of(1, "D9.3a", "event_at", "supplied", 12, "working_hours"), duty_of(2, "D9.3-ban", "supplied", "published", 2, "working_days"),
                  duty_of(3, "D9.3e", "received", "answered", 15, "working_days")};
  books.duties[0].kinds = {"news", "event"};
  return books;
}

Clock clock_of(const Books& books, std::size_t duty, UtcTime start, const std::vector<Pause>& pauses = {}, std::optional<unsigned> amount = {}) {
  Clock clock;
  clock.id = ClockId{7};
  clock.duty = books.duties.at(duty).id;
  clock.calendar = books.own;
  clock.started_at = start;
  clock.amount = amount;
  clock.times = reckon(books.duties.at(duty), start, amount, pauses, books.calendars.front());
  return clock;
}

}  // namespace

BOOST_AUTO_TEST_CASE(D9_3a_twelve_office_hours_over_the_holiday_with_its_warnings) {
  const Books books = office();
  const Clock clock = clock_of(books, 0, at("2026-11-23T13:30"));
  BOOST_TEST(words(clock.times.due) == "25/11/2026 17:30");
  BOOST_TEST(words(clock.times.amber) == "25/11/2026 11:30");
  BOOST_TEST(words(clock.times.remind) == "25/11/2026 15:30");
}

BOOST_AUTO_TEST_CASE(a_warning_never_stands_before_the_start) {
  Books books = office();
  books.duties[0].amount = 1;
  const Clock clock = clock_of(books, 0, at("2026-11-25T08:00"));
  BOOST_TEST(words(clock.times.due) == "25/11/2026 09:00");
  BOOST_TEST(words(clock.times.amber) == "25/11/2026 08:00");
}

BOOST_AUTO_TEST_CASE(a_year_without_an_entered_calendar_gives_no_due_time_and_says_which) {
  const Books books = office();
  const Clock clock = clock_of(books, 1, at("2026-12-31T09:00"));
  BOOST_TEST(!clock.times.due.has_value());
  BOOST_TEST(clock.times.no_due == "calendar_not_entered");
  BOOST_TEST(clock.times.missing_year.value_or(0) == 2027);
  BOOST_TEST(show_clock(books, clock, at("2026-12-31T10:00")).words == "Chưa có lịch năm 2027 để tính hạn");
}

BOOST_AUTO_TEST_CASE(D9_3e_fifteen_days_extended_to_thirty_from_the_original_start) {
  const Books books = office();
  BOOST_TEST(words(clock_of(books, 2, at("2026-11-02T10:00")).times.due) == "23/11/2026 17:30");
  BOOST_TEST(words(clock_of(books, 2, at("2026-11-02T10:00"), {}, 30).times.due) == "15/12/2026 17:30");
}

BOOST_AUTO_TEST_CASE(a_pause_without_an_end_leaves_what_is_left_and_an_ended_one_moves_the_due_time) {
  const Books books = office();
  const Clock standing = clock_of(books, 0, at("2026-11-25T08:00"), {{at("2026-11-25T10:00"), {}, "Chờ xác nhận", "CV 12"}});
  BOOST_TEST(standing.is_paused());
  BOOST_TEST(standing.times.remaining->count() == 10 * 3600);
  const Shown shown = show_clock(books, standing, at("2026-11-26T10:00"));
  BOOST_TEST(shown.chip_kind() == "violet");
  BOOST_TEST(shown.words.starts_with("Tạm dừng, còn 10 giờ làm việc"));
  const Clock ended = clock_of(books, 0, at("2026-11-25T08:00"), {{at("2026-11-25T10:00"), at("2026-11-25T14:30"), "Chờ xác nhận", "CV 12"}});
  BOOST_TEST(words(clock_of(books, 0, at("2026-11-25T08:00")).times.due) == "26/11/2026 14:00");
  BOOST_TEST(words(ended.times.due) == "26/11/2026 16:30");
}

BOOST_AUTO_TEST_CASE(D9_3_an_act_at_the_due_time_is_in_time_and_a_second_later_late) {
  const UtcTime due = at("2026-11-25T17:30");
  BOOST_TEST(outcome_of(due, due) == "in_time");
  BOOST_TEST(outcome_of(due, due + 1s) == "late");
  BOOST_TEST(outcome_of({}, due) == "");
}

BOOST_AUTO_TEST_CASE(colour_icon_and_words_go_together_in_working_units) {
  const Books books = office();
  const Clock clock = clock_of(books, 0, at("2026-11-25T08:00"));  // due 26/11/2026 14:00
  struct Case {
    const char* now;
    const char* chip;
    const char* icon;
    const char* words;
  };
  const Case cases[] = {
      {"2026-11-25T08:30", "grey", "clock", "Còn 11 giờ làm việc"},
      {"2026-11-26T09:30", "amber", "alarm-clock", "Còn 2 giờ làm việc"},
      {"2026-11-26T13:40", "amber", "alarm-clock", "Còn 20 phút làm việc"},
      {"2026-11-26T14:00", "amber", "alarm-clock", "Hạn hết hôm nay"},
      {"2026-11-26T15:00", "red", "triangle-alert", "Quá hạn 1 giờ làm việc"},
  };
  for (const Case& c : cases) BOOST_TEST_CONTEXT(c.now) {
      const Shown shown = show_clock(books, clock, at(c.now));
      BOOST_TEST(shown.chip_kind() == c.chip);
      BOOST_TEST(shown.icon() == c.icon);
      BOOST_TEST(shown.words == c.words);
      BOOST_TEST(shown.due == "26/11/2026 14:00");
      BOOST_TEST(shown.clause == "D9.3a");
    }
  Clock evening = clock_of(books, 0, at("2026-11-25T07:30"));
  evening.times.due = at("2026-11-25T17:30");
  BOOST_TEST(show_clock(books, evening, at("2026-11-25T19:00")).words == "Vừa quá hạn");
  Clock done = clock;
  done.state = ClockState::Closed;
  done.closed_at = at("2026-11-26T13:59");
  done.outcome = "in_time";
  BOOST_TEST(show_clock(books, done, at("2026-12-01T08:00")).words == "Xong đúng hạn");
  done.closed_at = at("2026-11-26T16:00");
  done.outcome = "late";
  const Shown late = show_clock(books, done, at("2026-12-01T08:00"));
  BOOST_TEST(late.words == "Xong, trễ 2 giờ làm việc");
  BOOST_TEST(late.chip_kind() == "red");
}

BOOST_AUTO_TEST_CASE(a_list_shows_the_next_due_and_a_far_review_not_at_all) {
  Books books = office();
  books.duties.push_back(duty_of(4, "D13.3", "published", "reviewed", 20, "calendar_days"));
  const Clock supply = clock_of(books, 0, at("2026-11-25T08:00"));
  const Clock board = clock_of(books, 1, at("2026-11-25T08:00"));
  const Clock review = clock_of(books, 3, at("2026-11-25T08:00"));
  const std::vector<Clock> all{board, supply, review};
  BOOST_TEST((clock_for_list(books, all, at("2026-11-25T09:00")) == &all[1]));
  const std::vector<Clock> only{review};
  BOOST_TEST((clock_for_list(books, only, at("2026-11-25T09:00")) == nullptr));
  BOOST_TEST((clock_for_list(books, only, at("2026-12-16T09:00")) == &only[0]));
}

BOOST_AUTO_TEST_CASE(the_row_in_force_on_the_day_of_the_start_rules) {
  Books books = office();
  books.duties[0].valid_to = on(2026, 6, 30);
  Duty changed = duty_of(9, "D9.3a", "event_at", "supplied", 8, "working_hours");
  changed.valid_from = on(2026, 7, 1);
  books.duties.push_back(changed);
  BOOST_TEST(find_duty(books.duties, "D9.3a", on(2026, 6, 30))->id.value == 1U);
  BOOST_TEST(find_duty(books.duties, "D9.3a", on(2026, 7, 1))->id.value == 9U);
  BOOST_TEST((find_duty(books.duties, "D9.3a", on(2019, 12, 31)) == nullptr));
  BOOST_TEST(books.duties[0].binds("news"));
  BOOST_TEST(!books.duties[0].binds("page"));
  BOOST_TEST(books.duties[1].binds("page"));
}

BOOST_AUTO_TEST_CASE(what_portal_check_finds_wrong_with_an_items_clocks) {
  const Books books = office();
  ItemFacts item;
  item.id = base::ItemId{12};
  item.kind = "news";
  item.stage = Stage::Board;
  item.event_at = at("2026-11-25T08:00");
  item.supplied_at = at("2026-11-25T10:00");
  Clock supply = clock_of(books, 0, *item.event_at);
  supply.state = ClockState::Closed;
  supply.closed_at = item.supplied_at;
  supply.outcome = "in_time";
  Clock board = clock_of(books, 1, *item.supplied_at);
  board.id = ClockId{8};
  const auto faults = [&](const std::vector<Clock>& clocks) { return faults_of_item(books, item, clocks, {}).size(); };
  BOOST_TEST(faults({supply, board}) == 0U);
  BOOST_TEST(faults({supply}) == 1U);
  BOOST_TEST(faults({board}) == 1U);
  BOOST_TEST(faults({}) == 2U);
  Clock running = supply;
  running.state = ClockState::Open;
  running.closed_at.reset();
  running.outcome.clear();
  BOOST_TEST(faults({running, board}) == 1U);
  Clock judged = supply;
  judged.outcome = "late";
  BOOST_TEST(faults({judged, board}) == 1U);
  Clock moved = board;
  moved.times.due = *moved.times.due + 1h;
  BOOST_TEST(faults({supply, moved}) == 1U);
  Clock early = supply;
  early.started_at -= 1h;
  BOOST_TEST(faults({early, board}) == 1U);
  item.stage = Stage::Discarded;
  BOOST_TEST(faults({}) == 0U);
  item.stage = Stage::Returned;  // not supplied after all
  BOOST_TEST(faults({running, board}) == 1U);
  BOOST_TEST(faults({supply}) == 1U);
  item.kind = "page";
  item.stage = Stage::Board;
  BOOST_TEST(faults({supply, board}) == 1U);
}

}  // namespace portal::duty
