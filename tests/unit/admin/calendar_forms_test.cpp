#include "modules/admin/calendar/forms.h"

#include <boost/test/unit_test.hpp>

#include "modules/admin/duties/forms.h"

using namespace portal;
using namespace portal::admin;
using namespace std::chrono;

namespace {

base::LocalDate on(int y, unsigned m, unsigned d) { return year{y} / month{m} / day{d}; }

duty::StoredCalendar agency() {
  duty::StoredCalendar rows;
  rows.id = duty::CalendarId{1};
  rows.code = "co-quan";
  rows.name = "Lịch";
  for (unsigned weekday = 1; weekday <= 5; ++weekday) {
    rows.hours.push_back({weekday, 450, 690, on(2020, 1, 1), {}, "Quy chế"});
    rows.hours.push_back({weekday, 810, 1050, on(2020, 1, 1), {}, "Quy chế"});
  }
  rows.years = {{2026, true, "Thông báo", {}, {}}};
  return rows;
}

http::Fields fields(std::initializer_list<std::pair<const char*, const char*>> pairs) {
  http::Fields out;
  for (const auto& [name, value] : pairs) out.add(name, value);
  return out;
}

std::string first_field(const base::Fault& fault) { return fault.fields.empty() ? "" : fault.fields.front().field; }

}  // namespace

BOOST_AUTO_TEST_CASE(d9_3_hours_are_read_as_people_write_them) {
  auto form = fields({{"tu", "01/06/2026"}, {"den", "31/08/2026"}, {"source", "Quyết định 5"}, {"gio-1", "07:00 – 11:00; 13:30 - 17:00"}, {"gio-2", "07:00-11:00"}});
  const auto draft = parse_hours_form(form, agency());
  BOOST_REQUIRE(draft.has_value());
  BOOST_TEST(week_words(*draft->change.hours, on(2026, 7, 1)).at(0) == "Thứ Hai: 07:00-11:00,13:30-17:00");
  BOOST_TEST(week_words(*draft->change.hours, on(2026, 7, 1)).at(2) == "Thứ Tư – Chủ nhật: nghỉ");
  BOOST_TEST(week_words(*draft->change.hours, on(2026, 9, 1)).at(0) == "Thứ Hai – Thứ Sáu: 07:30-11:30,13:30-17:30");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_calendar_form_is_told_at_its_field) {
  struct Case {
    const char* label;
    http::Fields form;
    const char* field;
  };
  const Case hours[] = {
      {"no date", fields({{"source", "QĐ"}, {"gio-1", "07:00-11:00"}}), "tu"},
      {"bad hours", fields({{"tu", "01/06/2026"}, {"source", "QĐ"}, {"gio-3", "7h-11h"}}), "gio-3"},
      {"no hours", fields({{"tu", "01/06/2026"}, {"source", "QĐ"}}), "gio-1"},
      {"ends before", fields({{"tu", "01/06/2026"}, {"den", "31/05/2026"}, {"source", "QĐ"}, {"gio-1", "07:00-11:00"}}), "den"},
      {"no source", fields({{"tu", "01/06/2026"}, {"gio-1", "07:00-11:00"}}), "source"},
  };
  for (const Case& c : hours) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(first_field(parse_hours_form(c.form, agency()).error()) == c.field);
  const Case days[] = {
      {"no kind", fields({{"day", "01/06/2026"}, {"name", "Nghỉ"}, {"source", "TB"}}), "kind"},
      {"swap without its day", fields({{"kind", "swap"}, {"day", "02/01/2026"}, {"name", "Hoán đổi"}, {"source", "TB"}}), "make_up_day"},
      {"half without hours", fields({{"kind", "half_day"}, {"day", "02/01/2026"}, {"name", "Họp"}, {"source", "TB"}}), "hours"},
      {"hours of a closure", fields({{"kind", "day_off"}, {"day", "02/01/2026"}, {"hours", "07:30-11:30"}, {"name", "Bão"}, {"source", "TB"}}), "hours"},
      {"too long", fields({{"kind", "day_off"}, {"day", "01/01/2026"}, {"last_day", "01/06/2026"}, {"name", "Bão"}, {"source", "TB"}}), "last_day"},
      {"31/02", fields({{"kind", "day_off"}, {"day", "31/02/2026"}, {"name", "Bão"}, {"source", "TB"}}), "day"},
  };
  for (const Case& c : days) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(first_field(parse_day_form(c.form, agency()).error()) == c.field);
}

BOOST_AUTO_TEST_CASE(a_swap_is_a_day_off_and_a_made_up_day_and_a_closure_its_days) {
  const auto swap = parse_day_form(fields({{"kind", "swap"}, {"day", "02/01/2026"}, {"make_up_day", "10/01/2026"}, {"name", "Hoán đổi"}, {"source", "TB 1"}}), agency());
  BOOST_REQUIRE(swap.has_value());
  BOOST_REQUIRE(swap->change.put.size() == 2U);
  BOOST_TEST(swap->change.put[0].kind == "day_off");
  BOOST_TEST(swap->change.put[1].kind == "make_up_day");
  BOOST_TEST(swap->change.put[1].hours == "07:30-11:30,13:30-17:30");
  const auto closed = parse_day_form(fields({{"kind", "day_off"}, {"day", "30/12/2026"}, {"last_day", "02/01/2027"}, {"name", "Bão"}, {"source", "TB"}}), agency());
  BOOST_REQUIRE(closed.has_value());
  BOOST_TEST(closed->change.put.size() == 4U);
  BOOST_TEST((closed->change.put.back().day == on(2027, 1, 2)));
  // A day that is there already is told as it was: the trail has old and new.
  duty::StoredCalendar known = agency();
  known.days = {{on(2026, 12, 30), "day_off", "Nghỉ tổng kết", "TB 0", ""}};
  const auto again = parse_day_form(fields({{"kind", "day_off"}, {"day", "30/12/2026"}, {"name", "Bão"}, {"source", "TB"}}), known);
  BOOST_REQUIRE(again.has_value());
  BOOST_TEST(again->lines.at(0) == "Ghi 30/12/2026, Nghỉ: Bão. Căn cứ: TB. Trước đây: 30/12/2026, Nghỉ: Nghỉ tổng kết, căn cứ TB 0");
}

BOOST_AUTO_TEST_CASE(bllđ_111_3_a_year_is_entered_with_the_laws_holidays_and_their_compensation) {
  const auto draft = parse_year_form(fields({{"announcement", "Thông báo số 98/TB-STP ngày 16/11/2026"}, {"tet", "1"}, {"quoc_khanh", "1"}}), agency(), 2027,
                                     base::PersonId{3}, {});
  BOOST_REQUIRE(draft.has_value());
  BOOST_TEST(draft->change.year->is_entered);
  const auto has = [&](base::LocalDate day) {
    for (const duty::DayRow& row : draft->change.put)
      if (row.day == day) return true;
    return false;
  };
  // Mùng một of 2027 is 06/02, a Saturday: one day before and four from then; Saturday and Sunday are made up for on the next two working days.
  for (const auto day : {on(2027, 2, 5), on(2027, 2, 6), on(2027, 2, 7), on(2027, 2, 8), on(2027, 2, 9), on(2027, 2, 10), on(2027, 2, 11), on(2027, 9, 1)})
    BOOST_TEST(has(day));
  BOOST_TEST(!has(on(2027, 2, 12)));
  BOOST_TEST(!has(on(2027, 9, 3)));
  BOOST_TEST(first_field(parse_year_form(fields({{"announcement", ""}}), agency(), 2027, base::PersonId{3}, {}).error()) == "announcement");
}

BOOST_AUTO_TEST_CASE(d9_3_a_changed_duty_is_a_row_from_a_date_and_the_one_before_ends) {
  duty::Duty now;
  now.id = duty::DutyId{7};
  now.code = now.clause = "D9.3b";
  now.title = "Cung cấp văn bản";
  now.valid_from = on(2020, 1, 1);
  now.subject = "item";
  now.start_event = "event_at";
  now.stop_event = "supplied";
  now.amount = 2;
  now.unit = "working_days";
  now.amber = 480min;
  now.remind = 240min;
  now.party = "supplier";
  now.role = "unit_head";
  now.note = "Ngày ban hành không tính.";
  const http::Fields values = duty_values(now);
  http::Fields form;
  for (const auto& [name, value] : values.pairs())
    if (name != "amount" && name != "amber") form.add(name, value);
  form.add("valid_from", "01/12/2026");
  form.add("amount", "3");
  form.add("amber", "4,5");
  const auto draft = parse_duty_form(form, now, {now});
  BOOST_REQUIRE(draft.has_value());
  BOOST_TEST(draft->duty.amber.count() == 270);
  BOOST_TEST(draft->lines.at(1) == "Thời hạn: 2 ngày làm việc → 3 ngày làm việc");
  const auto after = with_row({now}, draft->duty);
  BOOST_REQUIRE(after.size() == 2U);
  BOOST_TEST((*after[0].valid_to == on(2026, 11, 30)));
  BOOST_TEST(*duty::find_duty(after, "D9.3b", on(2026, 12, 1))->amount == 3U);
  BOOST_TEST(*duty::find_duty(after, "D9.3b", on(2026, 11, 30))->amount == 2U);
  http::Fields early;
  for (const auto& [name, value] : form.pairs()) early.add(name, name == "valid_from" ? "01/01/2020" : value);
  BOOST_TEST(first_field(parse_duty_form(early, now, {now}).error()) == "valid_from");
}
