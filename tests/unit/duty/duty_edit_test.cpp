#include "shared/duty/duty_edit.h"

#include <boost/test/unit_test.hpp>

namespace portal::duty {
namespace {

Duty good() {
  Duty duty;
  duty.code = "D9.3a";
  duty.clause = "D9.3a";
  duty.title = "Cung cấp tin tức, sự kiện";
  duty.valid_from = std::chrono::year{2026} / 1 / 1;
  duty.subject = "item";
  duty.start_event = "event_at";
  duty.stop_event = "supplied";
  duty.amount = 12;
  duty.unit = "working_hours";
  duty.amber = std::chrono::minutes{240};
  duty.remind = std::chrono::minutes{120};
  duty.party = "supplier";
  duty.role = "unit_head";
  return duty;
}

std::string fields(const Duty& duty) {
  std::string list;
  for (const base::FieldError& error : faults_of(duty)) list += (list.empty() ? "" : " ") + error.field;
  return list;
}

}  // namespace

BOOST_AUTO_TEST_CASE(D9_3_a_duty_row_is_refused_by_the_field_that_is_wrong) {
  struct Case {
    const char* wanted;
    void (*change)(Duty&);
  };
  const Case cases[] = {
      {"", [](Duty&) {}},
      {"code", [](Duty& d) { d.code.clear(); }},
      {"clause", [](Duty& d) { d.clause.clear(); }},
      {"title", [](Duty& d) { d.title = std::string(301, 'a'); }},
      {"valid_to", [](Duty& d) { d.valid_to = std::chrono::year{2025} / 12 / 31; }},
      {"events", [](Duty& d) { d.stop_event = "answered"; }},
      {"unit", [](Duty& d) { d.unit = "weeks"; }},
      {"amount", [](Duty& d) { d.amount.reset(); }},
      {"amount", [](Duty& d) { d.amount = 0; }},
      {"window", [](Duty& d) { d.window_kind = "first_week_of_next_month"; }},
      {"extended_amount", [](Duty& d) { d.extended_amount = 24; }},
      {"warnings", [](Duty& d) { d.remind = d.amber + std::chrono::minutes{1}; }},
      {"party", [](Duty& d) { d.party = "everybody"; }},
      {"role", [](Duty& d) { d.role.clear(); }},
  };
  for (const Case& c : cases) {
    Duty duty = good();
    c.change(duty);
    BOOST_TEST(fields(duty) == c.wanted);
  }
}

BOOST_AUTO_TEST_CASE(D9_3_windows_months_and_extensions_have_their_own_rules) {
  Duty window = good();
  window.unit = "window";
  window.window_kind = "first_week_of_next_month";
  BOOST_TEST(fields(window) == "window amount");
  window.first_week = "days_1_7";
  window.amount.reset();
  BOOST_TEST(fields(window) == "");
  Duty month = good();
  month.subject = "unit_month";
  month.start_event = "month";
  month.stop_event = "quota_met";
  month.unit = "calendar_days";
  month.amount.reset();
  BOOST_TEST(fields(month) == "");
  Duty question = good();
  question.subject = "question";
  question.start_event = "received";
  question.stop_event = "answered";
  question.unit = "working_days";
  question.amount = 15;
  question.extended_amount = 30;
  BOOST_TEST(fields(question) == "");
  question.extended_amount = 15;
  BOOST_TEST(fields(question) == "extended_amount");
}

}  // namespace portal::duty
