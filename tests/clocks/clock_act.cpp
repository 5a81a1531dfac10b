// clock_act SOCKET SECRETS_DIR ACCOUNT VERB [ARGUMENT…]: the store functions of shared/duty on an instance, with the database account of the program
// that will call them, for tests/integration/clocks.test.mjs and tests/bench/duty.mjs. Answers one JSON document; exit 1 with {"fault": …}.
//
//   open CODE SUBJECT START [AMOUNT]      close CLOCK AT EVENT        cancel CLOCK EVENT NOTE
//   pause CLOCK FROM GROUND EVIDENCE      resume CLOCK AT             extend CLOCK AMOUNT REASON
//   show CLOCK                            month
//   day CALENDAR_CODE DAY KIND NAME SOURCE [HOURS]     year CALENDAR_CODE YEAR ANNOUNCEMENT
//   duty CODE FROM AMOUNT                 a row like the one before, from that day on
//   preview                               recompute CAUSE NOTE        reckon TIMES
// Every verb takes --now ISO (default: the system's) and --person ID.
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "modules/admin/calendar_publisher.h"
#include "shared/db/connection.h"
#include "shared/duty/duty_edit.h"
#include "shared/duty/periods.h"
#include "shared/duty/reckon.h"
#include "shared/duty/recompute.h"
#include "shared/duty/show.h"

namespace {

using namespace portal;
using nlohmann::json;

struct Call {
  db::Connection& db;
  std::vector<std::string> arguments;
  duty::Act act;

  [[nodiscard]] const std::string& text(std::size_t i) const { return arguments.at(i); }
  [[nodiscard]] std::uint64_t number(std::size_t i) const { return std::stoull(arguments.at(i)); }
  [[nodiscard]] base::UtcTime time(std::size_t i) const {
    const auto at = base::parse_iso(arguments.at(i));
    if (!at) throw std::runtime_error("not a time: " + arguments.at(i));
    return *at;
  }
  [[nodiscard]] base::LocalDate day(std::size_t i) const { return base::local_date(*base::parse_iso(arguments.at(i) + "T12:00:00+07:00")); }
};

struct Refused {
  base::Fault fault;
};

template <typename T>
T must(base::Result<T> result) {
  if (!result) throw Refused{result.error()};
  return *std::move(result);
}

json time_json(const std::optional<base::UtcTime>& at) { return at ? json(base::format_iso(*at)) : json(); }

json clock_json(const duty::Clock& clock) {
  constexpr std::array kStates{"open", "closed", "cancelled"};
  return {{"id", clock.id.value},
          {"subject", clock.subject},
          {"started", base::format_iso(clock.started_at)},
          {"due", time_json(clock.times.due)},
          {"amber", time_json(clock.times.amber)},
          {"no_due", clock.times.no_due},
          {"missing_year", clock.times.missing_year ? json(*clock.times.missing_year) : json()},
          {"remaining_seconds", clock.times.remaining ? json(clock.times.remaining->count()) : json()},
          {"state", kStates.at(static_cast<std::size_t>(clock.state))},
          {"closed_at", time_json(clock.closed_at)},
          {"outcome", clock.outcome},
          {"stopped_by", clock.stopped_by}};
}

// One change in a transaction, as a handler makes it.
template <typename Work>
json carry_out(Call& call, Work work) {
  const auto clock = db::in_transaction(call.db, [&]() -> base::Result<duty::Clock> { return work(duty::load_books(call.db)); });
  return clock_json(must(clock));
}

duty::ClockId clock_in(const Call& call) { return duty::ClockId{call.number(0)}; }

json open_one(Call& call) {
  return carry_out(call, [&](const duty::Books& books) -> base::Result<duty::Clock> {
    std::optional<unsigned> amount;
    if (call.arguments.size() > 3) amount = static_cast<unsigned>(call.number(3));
    const auto id = duty::open_clock(call.db, books, {call.text(0), call.text(1), call.time(2), {}, {}, amount}, call.act);
    if (!id) return tl::unexpected(id.error());
    return duty::find_clock(call.db, *id);
  });
}

json close_one(Call& call) {
  return carry_out(call, [&](const duty::Books& books) { return duty::close_clock(call.db, books, clock_in(call), call.time(1), call.text(2), call.act); });
}

json cancel_one(Call& call) {
  return carry_out(call, [&](const duty::Books&) { return duty::cancel_clock(call.db, clock_in(call), call.text(1), call.text(2), call.act); });
}

json pause_one(Call& call) {
  return carry_out(call, [&](const duty::Books& books) {
    return duty::pause_clock(call.db, books, clock_in(call), call.time(1), call.text(2), call.text(3), call.act);
  });
}

json resume_one(Call& call) {
  return carry_out(call, [&](const duty::Books& books) { return duty::resume_clock(call.db, books, clock_in(call), call.time(1), call.act); });
}

json extend_one(Call& call) {
  return carry_out(call, [&](const duty::Books& books) {
    return duty::extend_clock(call.db, books, clock_in(call), static_cast<unsigned>(call.number(1)), call.text(2), call.act);
  });
}

json show_one(Call& call) {
  const duty::Clock clock = must(duty::find_clock(call.db, clock_in(call)));
  const duty::Shown shown = duty::show_clock(duty::load_books(call.db), clock, call.act.now);
  json answer = clock_json(clock);
  answer["words"] = shown.words;
  answer["chip"] = shown.chip_kind();
  json changes = json::array();
  for (const duty::ClockChange& change : duty::changes_of(call.db, clock.id))
    changes.push_back({{"cause", change.cause}, {"person", change.person}, {"old", time_json(change.old_due)}, {"new", time_json(change.new_due)},
                       {"note", change.note}});
  answer["changes"] = changes;
  return answer;
}

json open_month(Call& call) {
  std::size_t opened = 0;
  db::in_transaction(call.db, [&] {
    opened = duty::open_month(call.db, duty::load_books(call.db), call.act);
    return true;
  });
  return {{"opened", opened}};
}

duty::CalendarId calendar_in(Call& call) {
  for (const duty::StoredCalendar& calendar : duty::read_calendars(call.db))
    if (calendar.code == call.text(0)) return calendar.id;
  throw std::runtime_error("no such calendar: " + call.text(0));
}

// As in the office, readers' copy follows in the same transaction.
template <typename T>
base::Result<T> published(db::Connection& db, base::Result<T> done) {
  if (done) admin::publish_calendar(db);
  return done;
}

json put_day(Call& call) {
  const auto id = calendar_in(call);
  const duty::DayRow day{call.day(1), call.text(2), call.text(3), call.text(4), call.arguments.size() > 5 ? call.text(5) : std::string{}};
  must(db::in_transaction(call.db, [&] { return published(call.db, duty::put_day(call.db, id, day)); }));
  return json::object();
}

json put_year(Call& call) {
  const auto id = calendar_in(call);
  must(db::in_transaction(call.db, [&] {
    return published(call.db, duty::put_year(call.db, id, {static_cast<int>(call.number(1)), true, call.text(2), call.act.person, call.act.now}));
  }));
  return json::object();
}

json add_row(Call& call) {
  const auto duties = duty::read_duties(call.db);
  const duty::Duty* before = duty::find_duty(duties, call.text(0), call.day(1));
  if (before == nullptr) throw std::runtime_error("no such duty: " + call.text(0));
  duty::Duty row = *before;
  row.valid_from = call.day(1);
  row.amount = static_cast<unsigned>(call.number(2));
  return {{"duty", must(db::in_transaction(call.db, [&] { return published(call.db, duty::add_duty(call.db, row)); })).value}};
}

json preview_all(Call& call) {
  json list = json::array();
  for (const duty::Recomputed& made : duty::preview(call.db, duty::load_books(call.db)))
    list.push_back({{"id", made.clock.id.value},
                    {"subject", made.clock.subject},
                    {"changed", made.is_changed()},
                    {"old", time_json(made.clock.times.due)},
                    {"new", time_json(made.times.due)},
                    {"no_due", made.times.no_due}});
  return list;
}

json recompute_all(Call& call) {
  const auto began = std::chrono::steady_clock::now();
  const std::size_t changed = duty::recompute(call.db, duty::load_books(call.db), call.text(0), call.text(1), call.act);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  return {{"changed", changed}, {"seconds", took.count()}};
}

// How long one due time takes: fifteen working days from moments all over the year.
json reckon_many(Call& call) {
  const duty::Books books = duty::load_books(call.db);
  const duty::Duty* row = duty::find_duty(books.duties, "D9.3e", base::local_date(call.act.now));
  const duty::StoredCalendar* calendar = books.find(books.own);
  if (row == nullptr || calendar == nullptr) throw std::runtime_error("no D9.3e or no calendar");
  const base::UtcTime from = *base::parse_iso("2026-01-05T09:00:00+07:00");
  const std::uint64_t times = call.number(0);
  std::uint64_t known = 0;
  const auto began = std::chrono::steady_clock::now();
  for (std::uint64_t i = 0; i < times; ++i)
    known += duty::reckon(*row, from + std::chrono::minutes{5 * (i % 100'000)}, {}, {}, *calendar).due ? 1U : 0U;
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - began;
  return {{"known", known}, {"microseconds", took.count() / static_cast<double>(times)}};
}

int run(std::vector<std::string> arguments) {
  const std::map<std::string, json (*)(Call&)> verbs{{"open", open_one},     {"close", close_one},   {"cancel", cancel_one},   {"pause", pause_one},
                                                     {"resume", resume_one}, {"extend", extend_one}, {"show", show_one},       {"day", put_day},
                                                     {"year", put_year},     {"preview", preview_all}, {"recompute", recompute_all}, {"reckon", reckon_many},
                                                     {"month", open_month},  {"duty", add_row}};
  db::ConnectOptions options;
  options.socket = arguments.at(0);
  options.database = "portal";
  options.user = arguments.at(2);
  options.statement_ms = 60000;
  std::ifstream secret(arguments.at(1) + "/" + arguments.at(2));
  std::getline(secret, options.password);
  db::Connection connection(options);
  const std::string verb = arguments.at(3);
  arguments.erase(arguments.begin(), arguments.begin() + 4);
  Call call{connection, {}, {{}, {}, base::SystemClock{}.now()}};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--now")
      call.act.now = base::parse_iso(arguments.at(++i)).value();
    else if (arguments[i] == "--person")
      call.act.person = base::PersonId{std::stoull(arguments.at(++i))};
    else
      call.arguments.push_back(arguments[i]);
  }
  // The account is that of the person, as in a session.
  if (call.act.person.is_set()) call.act.account = base::AccountId{call.act.person.value};
  try {
    std::cout << verbs.at(verb)(call).dump() << '\n';
    return 0;
  } catch (const Refused& refused) {
    json fields = json::object();
    for (const base::FieldError& error : refused.fault.fields) fields[error.field] = error.message;
    std::cout << json{{"fault", refused.fault.message}, {"fields", fields}}.dump() << '\n';
    return 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: clock_act SOCKET SECRETS_DIR ACCOUNT VERB [ARGUMENT...]\n";
    return 2;
  }
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "clock_act: " << error.what() << '\n';
    return 2;
  }
}
