// Rules of matters (D9.3e, D11.2–D11.5): what is possible in which state, which limits and dates are allowed; the names under which clocks and notices know one.
#include <boost/test/unit_test.hpp>

#include <set>

#include "modules/qa/rights.h"
#include "shared/duty/reckon.h"

namespace portal::qa {
namespace {

using namespace std::chrono;
using base::UtcTime;

base::LocalDate on(int y, unsigned m, unsigned d) { return year{y} / month{m} / day{d}; }

UtcTime at(const char* text) { return base::parse_iso(std::string{text} + ":00+07:00").value(); }

duty::Duty duty_of(std::uint64_t id, std::string_view code, unsigned amount, std::optional<unsigned> extended) {
  duty::Duty duty;
  duty.id = duty::DutyId{id};
  duty.code = code;
  duty.valid_from = on(2020, 1, 1);
  duty.amount = amount;
  duty.unit = "working_days";
  duty.extended_amount = extended;
  return duty;
}

// Monday to Friday in 2026, and a day off on 24/11/2026.
duty::Books office() {
  duty::StoredCalendar rows;
  rows.id = duty::CalendarId{1};
  rows.code = "co-quan";
  for (unsigned weekday = 1; weekday <= 5; ++weekday) rows.hours.push_back({weekday, 450, 1050, on(2020, 1, 1), {}, "Quy chế"});
  rows.years = {{2026, true, "Thông báo", {}, {}}};
  rows.days = {{on(2026, 11, 24), "public_holiday", "Ngày Văn hóa Việt Nam", "Luật", ""}};
  rows.calendar = duty::make_calendar(rows).value();
  duty::Books books;
  books.own = rows.id;
  books.calendars = {rows};
  books.duties = {duty_of(1, kAnswerDuty, 15, 30), duty_of(2, kQuestionUnitDuty, 15, 30), duty_of(3, kFeedbackUnitDuty, 15, {})};
  return books;
}

duty::Clock answer_clock(const duty::Books& books, UtcTime from, std::optional<unsigned> amount = {}) {
  duty::Clock clock;
  clock.id = duty::ClockId{9};
  clock.duty = books.duties.front().id;
  clock.calendar = books.own;
  clock.started_at = from;
  clock.amount = amount;
  clock.times = duty::reckon(books.duties.front(), from, amount, {}, books.calendars.front());
  return clock;
}

Matter matter_in(State state, Kind kind = Kind::Question) {
  Matter matter;
  matter.id = MatterId{7};
  matter.kind = kind;
  matter.state = state;
  matter.state_key = key_of(state);
  return matter;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matters)

BOOST_AUTO_TEST_CASE(every_act_is_possible_exactly_where_the_regulation_has_it) {
  const std::set<std::pair<Act, State>> never{
      // what a unit does needs the matter at a unit; what the board does instead of a unit waits for it
      {Act::Assign, State::Received}, {Act::Assign, State::Returned}, {Act::Assign, State::UnitAnswered}, {Act::Progress, State::Received},
      {Act::Progress, State::Returned}, {Act::Progress, State::UnitAnswered}, {Act::Result, State::Received}, {Act::Result, State::Returned},
      {Act::Result, State::UnitAnswered}, {Act::Opinion, State::Received}, {Act::Opinion, State::Returned}, {Act::Opinion, State::UnitAnswered},
      {Act::Return, State::Received}, {Act::Return, State::Returned}, {Act::Return, State::UnitAnswered}, {Act::Outside, State::WithUnit}, {Act::Drop, State::WithUnit}};
  for (const ActRow& row : act_table()) {
    BOOST_TEST(!row.clause.empty());
    for (const State state : kAllStates) {
      const bool is_over = state == State::Answered || state == State::Outside || state == State::Dropped;
      BOOST_TEST(why_not_now(row.act, matter_in(state)).empty() == (!is_over && !never.contains({row.act, state})), row.slug << " in " << key_of(state));
    }
  }
  BOOST_TEST(!why_not_now(Act::Extend, matter_in(State::Received, Kind::Feedback)).empty());
  Matter unknown = matter_in(State::Received);
  unknown.state.reset();
  for (const ActRow& row : act_table()) BOOST_TEST(!why_not_now(row.act, unknown).empty());
}

BOOST_AUTO_TEST_CASE(slugs_and_rows_find_each_other) {
  for (const ActRow& row : act_table()) {
    BOOST_TEST(find_act(row.slug) == &row);
    BOOST_TEST(&row_of(row.act) == &row);
  }
  BOOST_TEST(find_act("khong-co") == nullptr);
}

BOOST_AUTO_TEST_CASE(d11_3_a_limit_is_at_most_that_of_the_answer_and_ends_before_it) {
  const duty::Books books = office();
  const UtcTime monday = at("2026-11-02T08:00");
  const duty::Clock answer = answer_clock(books, monday);  // due 23/11/2026
  BOOST_TEST(base::format_date(*answer.times.due) == "23/11/2026");
  struct Case {
    const char* label;
    UtcTime now;
    unsigned days;
    bool may;
  };
  for (const Case& one : {Case{"the whole time on the day of receipt", monday, 15, true}, Case{"a day more", monday, 16, false}, Case{"none", monday, 0, false},
                          Case{"what is left after a week", at("2026-11-09T08:00"), 10, true}, Case{"a day past the answer's", at("2026-11-09T08:00"), 11, false},
                          Case{"when the answer is late already", at("2026-11-25T08:00"), 15, true}})
    BOOST_TEST_CONTEXT(one.label) BOOST_TEST(why_not_limit(books, &answer, {}, one.days, one.now).empty() == one.may);
  BOOST_TEST(why_not_limit(books, &answer, {}, 11, at("2026-11-09T08:00")).find("nhiều nhất 10 ngày") != std::string::npos);
  BOOST_TEST(why_not_limit(books, &answer, {}, 1, at("2026-11-23T08:00")).find("không còn ngày làm việc nào") != std::string::npos);
  const duty::Clock extended = answer_clock(books, monday, 30);
  BOOST_TEST(why_not_limit(books, &extended, {}, 30, monday).empty());
  BOOST_TEST(!why_not_limit(books, &extended, {}, 31, monday).empty());
}

BOOST_AUTO_TEST_CASE(d11_2_a_promised_date_is_a_working_day_within_the_time) {
  const duty::Books books = office();
  const UtcTime friday = at("2026-11-20T15:00");
  const auto days = [&](base::LocalDate day, unsigned most = 15) { return days_until(books.duties.back(), friday, books.calendars.front(), day, most); };
  BOOST_TEST(days(on(2026, 11, 23)).value() == 1U);
  BOOST_TEST(days(on(2026, 11, 25)).value() == 2U, "the 24th is a day off");
  BOOST_TEST(!days(on(2026, 11, 24)));
  BOOST_TEST(!days(on(2026, 11, 22)));
  BOOST_TEST(!days(on(2026, 11, 20)), "today");
  BOOST_TEST(!days(on(2026, 11, 19)));
  BOOST_TEST(!days(on(2026, 11, 25), 1));
  BOOST_TEST(!days(on(2027, 1, 4), 60), "nothing is promised over a year that is not entered");
}

BOOST_AUTO_TEST_CASE(d11_4_two_units_need_an_instruction) {
  const base::UnitId lead{1};
  const std::vector<base::UnitId> none, other{base::UnitId{2}}, same{lead};
  BOOST_TEST(why_not_units(none, lead, false, "").empty());
  BOOST_TEST(!why_not_units(other, lead, false, "").empty());
  BOOST_TEST(why_not_units(other, lead, true, "").empty());
  BOOST_TEST(why_not_units(other, lead, false, "Giám đốc Sở, họp giao ban").empty());
  BOOST_TEST(!why_not_units(same, lead, true, "").empty());
}

BOOST_AUTO_TEST_CASE(a_clock_and_a_notice_lead_to_their_matter_and_to_no_other_thing) {
  struct Case {
    const char* text;
    std::uint64_t id;
  };
  for (const Case& one : {Case{"question:7:1", 7}, Case{"feedback:12:3", 12}, Case{"item:7:1", 0}, Case{"question:", 0}, Case{"question:7x:1", 0}, Case{"unit:5:2026-11", 0}, Case{"", 0}})
    BOOST_TEST(matter_of_subject(one.text).value == one.id, one.text);
  for (const Case& one : {Case{"matter:7:3", 7}, Case{"matter:7", 7}, Case{"item:7:3", 0}, Case{"matter:-7", 0}, Case{"clock:5:late", 0}})
    BOOST_TEST(matter_of_cause(one.text).value == one.id, one.text);
}

BOOST_AUTO_TEST_CASE(stored_names_come_back) {
  for (const State state : kAllStates) {
    BOOST_TEST((parse_state(key_of(state)) == state));
    BOOST_TEST(!label_of(state).empty());
    BOOST_TEST(key_of(state).size() <= 15U);
  }
  for (const Kind kind : {Kind::Question, Kind::Feedback}) BOOST_TEST((parse_kind(key_of(kind)) == kind));
  for (const Channel channel : {Channel::Web, Channel::Email, Channel::Phone, Channel::Paper}) BOOST_TEST((parse_channel(key_of(channel)) == channel));
  BOOST_TEST(!parse_state("ready"));
}

BOOST_AUTO_TEST_CASE(d9_3e_thirty_days_are_offered_once_and_before_the_time_has_run_out) {
  const duty::Books books = office();
  const duty::Clock answer = answer_clock(books, at("2026-11-02T08:00"));
  Standing head;
  head.extender = "Trưởng Ban Biên tập";
  const auto offers = [&](const duty::Clock* clock, UtcTime now) {
    const auto acts = acts_now(head, matter_in(State::Received), clock, now);
    return acts.size() == 1 && acts.front()->act == Act::Extend;
  };
  BOOST_TEST(offers(&answer, at("2026-11-10T08:00")));
  BOOST_TEST(!offers(&answer, at("2026-11-24T08:00")));
  BOOST_TEST(!offers(nullptr, at("2026-11-10T08:00")));
  duty::Clock extended = answer;
  extended.extended_at = at("2026-11-09T08:00");
  BOOST_TEST(!offers(&extended, at("2026-11-10T08:00")));
  BOOST_TEST(acts_now(Standing{}, matter_in(State::Received), &answer, at("2026-11-10T08:00")).empty(), "denied by default");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace portal::qa
