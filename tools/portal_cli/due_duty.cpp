// portal due --duty: the same answer by a duty row and the calendar of the instance, with the row that is in force on the day of the start.
#include "due_duty.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "due.h"
#include "queries.h"
#include "shared/duty/books.h"
#include "shared/duty/reckon.h"

namespace portal::cli {
namespace {

int refuse(const DutyQuestion& question, bool json, std::string_view error, const std::string& message) {
  if (json) std::cout << nlohmann::json{{"label", question.code}, {"due", nullptr}, {"error", error}, {"message", message}}.dump() << '\n';
  say(message);
  return 1;
}

}  // namespace

int answer_duty(const Settings& settings, const DutyQuestion& question) {
  const auto start = base::parse_iso(question.start);
  if (!start) {
    say("Thời điểm bắt đầu viết như 2027-01-29T16:30:00+07:00: " + question.start);
    return 2;
  }
  const auto db = connect_as(settings.config(), "portal_cli");
  const duty::Books books = duty::load_books(*db);
  const duty::Duty* row = duty::find_duty(books.duties, question.code, base::local_date(*start));
  if (row == nullptr) return refuse(question, settings.json, "no_such_duty", "Không có quy định nào mã " + question.code + " áp dụng cho ngày bắt đầu này.");
  base::UnitId unit;
  if (!question.unit.empty()) {
    auto found = db->query(kFindUnit, question.unit);
    if (!found.next()) return refuse(question, settings.json, "no_such_unit", "Không có đơn vị nào mã " + question.unit + ".");
    unit = found.id<base::UnitId>(0);
  }
  const duty::StoredCalendar* calendar = books.calendar_for(*row, unit);
  if (calendar == nullptr || !calendar->calendar)
    return refuse(question, settings.json, "no_calendar", "Chưa có lịch làm việc của cơ quan: chạy portal seed, hoặc nhập lịch trong văn phòng.");
  const calendar::DutyClock clock = duty::duty_clock_of(*row, *start, question.amount, {});
  const calendar::Explanation answer = calendar::explain(*calendar->calendar, clock);
  if (settings.json) {
    nlohmann::ordered_json out = due_json(question.code, clock, answer);
    out["duty"] = {{"code", row->code}, {"clause", row->clause}, {"title", row->title}, {"rule", calendar::describe(clock.rule)}, {"note", row->note}};
    out["calendar"] = calendar->name;
    std::cout << out.dump() << '\n';
  } else {
    std::cout << due_table(row->code + ": " + row->title, clock, answer);
  }
  return answer.due ? 0 : 1;
}

}  // namespace portal::cli
