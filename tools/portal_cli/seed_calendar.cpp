// Calendars and duties of the seed files. What does not fit together stops the seeding with its name.
#include "queries.h"
#include "seed.h"
#include "shared/duty/books.h"
#include "shared/duty/duty_edit.h"
#include "shared/duty/queries.h"
#include "shared/duty/rows.h"

namespace portal::cli {
namespace {

using nlohmann::json;

std::optional<duty::CalendarId> find_calendar(db::Connection& db, const std::string& code) {
  auto rows = db.query(kHasCalendar, code);
  if (!rows.next()) return {};
  return rows.id<duty::CalendarId>(0);
}

std::vector<duty::Span> spans_of(const std::string& text) {
  const auto spans = duty::parse_hours(text);
  if (!spans) throw std::runtime_error("not office hours: " + text);
  return *spans;
}

void load_calendar(db::Connection& db, const json& row, base::UtcTime now) {
  const std::string code = row.at("code");
  if (find_calendar(db, code)) return;
  const std::uint64_t id = db.execute(kAddCalendar, code, row.at("name").get<std::string>(), row.at("own").get<bool>()).last_id;
  for (const json& hours : row.at("hours"))
    for (const duty::Span& span : spans_of(hours.at("spans")))
      db.execute(kAddCalendarHours, id, hours.at("weekday").get<int>(), hours.at("valid_from").get<std::string>(), span.opens_minute, span.closes_minute,
                 hours.at("source").get<std::string>());
  for (const json& year : row.at("years")) {
    const bool is_entered = year.at("state") == "entered";
    db.execute(kAddCalendarYear, id, year.at("year").get<int>(), year.at("state").get<std::string>(), year.at("announcement").get<std::string>(),
               is_entered ? std::optional{now} : std::nullopt);
  }
  for (const json& day : row.at("days")) {
    const std::string hours = day.value("hours", "");
    if (!hours.empty()) static_cast<void>(spans_of(hours));
    db.execute(kAddCalendarDay, id, day.at("day").get<std::string>(), day.at("kind").get<std::string>(), day.at("name").get<std::string>(),
               day.at("source").get<std::string>(), hours);
  }
}

template <typename T>
std::optional<T> optional_of(const json& value) {
  return value.is_null() ? std::nullopt : std::optional<T>{value.get<T>()};
}

duty::Duty duty_of(const json& row) {
  duty::Duty duty;
  duty.code = row.at("code");
  duty.clause = row.at("clause");
  duty.title = row.at("title");
  duty.valid_from = duty::date_of(row.at("valid_from").get<std::string>());
  if (const auto last = optional_of<std::string>(row.at("valid_to"))) duty.valid_to = duty::date_of(*last);
  duty.subject = row.at("subject");
  duty.kinds = row.at("kinds").get<std::vector<std::string>>();
  duty.start_event = row.at("start_event");
  duty.stop_event = row.at("stop_event");
  duty.amount = optional_of<unsigned>(row.at("amount"));
  duty.unit = row.at("unit");
  duty.window_kind = row.at("window");
  duty.first_week = row.at("first_week");
  duty.roll_forward = row.at("roll_forward");
  duty.extended_amount = optional_of<unsigned>(row.at("extended_amount"));
  duty.amber = std::chrono::minutes{row.at("amber_minutes").get<int>()};
  duty.remind = std::chrono::minutes{row.at("remind_minutes").get<int>()};
  duty.party = row.at("party");
  duty.role = row.at("role");
  duty.note = row.at("note");
  return duty;
}

}  // namespace

void load_calendars(db::Connection& db, const json& file, base::UtcTime now) {
  for (const json& row : file.at("calendars")) load_calendar(db, row, now);
  for (const duty::StoredCalendar& calendar : duty::read_calendars(db))
    if (const auto made = duty::make_calendar(calendar); !made) throw std::runtime_error("calendar " + calendar.code + ": " + made.error().message);
}

void load_duties(db::Connection& db, const json& file) {
  for (const json& row : file.at("duties")) {
    const duty::Duty wanted = duty_of(row);
    if (db.query(kHasDuty, wanted.code).next()) continue;
    const auto added = duty::add_duty(db, wanted);
    if (added) continue;
    std::string reason = "duty " + wanted.code + ": " + added.error().message;
    for (const base::FieldError& field : added.error().fields) reason += " [" + field.field + ": " + field.message + "]";
    throw std::runtime_error(reason);
  }
}

void load_demo_calendar(db::Connection& db, const json& file, base::UtcTime now) {
  const auto id = find_calendar(db, file.at("calendar"));
  if (!id) throw std::runtime_error("no such calendar: " + file.at("calendar").get<std::string>());
  for (const json& year : file.at("years")) {
    const int number = year.at("year").get<int>();
    const std::string announcement = year.at("announcement").get<std::string>();
    db.execute(kEnterCalendarYear, announcement, now, *id, number);
    db.execute(kConfirmCalendarDays, announcement, *id, number);
  }
  db.execute(duty::kBumpCalendar, *id);
}

}  // namespace portal::cli
