// portal due: when a deadline of the regulation runs out, and why (D9.3).
#include "due.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "due_duty.h"
#include "shared/calendar/case_file.h"
#include "shared/calendar/time_left.h"

namespace portal::cli {
namespace {

using calendar::NoDueReason;

// False for a clock that can never run: its rule, pauses or extension contradict each other.
bool is_answered(const calendar::Due& due) {
  return due || due.error().reason == NoDueReason::CalendarNotEntered || due.error().reason == NoDueReason::Paused;
}

std::optional<std::string> read_all(const std::string& name) {
  if (name == "-") return std::string{std::istreambuf_iterator<char>{std::cin}, {}};
  std::ifstream in{name, std::ios::binary};
  if (!in) return {};
  try {
    return std::string{std::istreambuf_iterator<char>{in}, {}};
  } catch (const std::ios_base::failure&) {  // a folder opens and cannot be read
    return {};
  }
}

// A terminal's column: Vietnamese letters are more bytes than columns.
std::string padded(std::string text, std::size_t columns) {
  const auto width = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

std::string moment_words(base::UtcTime at) {
  const std::string iso = base::format_iso(at);
  const std::string seconds = iso.substr(17, 2);
  return base::format_date_time(at) + (seconds == "00" ? "" : ":" + seconds) + ", " + std::string{calendar::weekday_name(calendar::weekday_of(base::local_date(at)))};
}

int answer_file(const std::string& name, bool json) {
  const auto text = read_all(name);
  if (!text) {
    say("Không đọc được tệp " + name + ".");
    return 2;
  }
  const auto file = calendar::read_cases(*text);
  if (!file) {
    say(file.error().message);
    return 2;
  }
  int code = 0;
  nlohmann::ordered_json answers = nlohmann::ordered_json::array();
  for (const calendar::DueCase& one : file->cases) {
    const calendar::Explanation answer = calendar::explain(file->calendars[one.calendar], one.clock);
    if (!is_answered(answer.due)) {
      say(one.label + ": " + calendar::message_of(answer.due.error()));
      code = 1;
    }
    if (json) {
      answers.push_back(due_json(one.label, one.clock, answer));
      continue;
    }
    std::cout << due_table(one.label, one.clock, answer);
    const auto found = calendar::differences(*file, one);
    for (const std::string& difference : found) std::cout << "  KHÁC VỚI TỆP: " << difference << '\n';
    if (!found.empty()) code = 1;
    std::cout << '\n';
  }
  if (json) std::cout << answers.dump() << '\n';
  return code;
}

}  // namespace

nlohmann::ordered_json due_json(const std::string& label, const calendar::DutyClock& clock, const calendar::Explanation& answer) {
  const bool has_office_time = calendar::counts_office_time(clock.rule.unit);
  nlohmann::ordered_json out{{"label", label}, {"due", nullptr}};
  if (answer.due) {
    out["due"] = base::format_iso(*answer.due);
  } else {
    const calendar::NoDue& no_due = answer.due.error();
    out["error"] = calendar::key_of(no_due.reason);
    out["message"] = calendar::message_of(no_due);
    if (no_due.reason == NoDueReason::CalendarNotEntered) out["missing_year"] = no_due.missing_year;
    if (no_due.reason == NoDueReason::Paused) out["remaining_office_seconds"] = no_due.remaining.count();
  }
  nlohmann::ordered_json days = nlohmann::ordered_json::array();
  nlohmann::ordered_json given = nlohmann::ordered_json::object();
  for (const calendar::ExplainedDay& day : answer.days) {
    const std::string date = calendar::date_key(day.date);
    days.push_back({{"date", date}, {"counted", day.is_counted}, {"reason", calendar::key_of(day.reason)}, {"name", day.name}, {"source", day.source}});
    if (!has_office_time || !day.is_counted) continue;
    days.back()["office_seconds"] = day.office_time.count();
    given[date] = day.office_time.count();
  }
  out["explanation"] = std::move(days);
  if (has_office_time) out["counted_office_seconds"] = std::move(given);
  return out;
}

std::string due_table(const std::string& label, const calendar::DutyClock& clock, const calendar::Explanation& answer) {
  std::string out = label + "\n  " + calendar::describe(clock.rule) + ", bắt đầu " + moment_words(clock.start) + "\n";
  if (clock.extension) out += "  Gia hạn thành " + std::to_string(clock.extension->days) + " ngày làm việc, quyết định lúc " + moment_words(clock.extension->decided_at) + "\n";
  for (const calendar::Pause& pause : clock.pauses)
    out += "  Tạm dừng từ " + moment_words(pause.from) + (pause.to ? " đến " + moment_words(*pause.to) : ", chưa kết thúc") + "\n";
  out += answer.due ? "  Hạn: " + moment_words(*answer.due) + "\n" : "  Không có hạn. " + calendar::message_of(answer.due.error()) + "\n";
  for (const calendar::ExplainedDay& day : answer.days) {
    out += "    " + calendar::date_words(day.date) + "  " + padded(std::string{calendar::weekday_name(calendar::weekday_of(day.date))}, 9) +
           padded(day.is_counted ? "tính" : "không tính", 12) + padded(std::string{calendar::label_of(day.reason)}, 33);
    if (day.office_time.count() > 0) out += padded(calendar::office_time_words(day.office_time), 25);
    const bool has_name = day.name != calendar::weekday_name(calendar::weekday_of(day.date));
    out += (has_name ? day.name + " – " : "") + day.source + "\n";
  }
  return out;
}

void add_due(CLI::App& app, Settings& settings, Run& run) {
  auto* due = app.add_subcommand("due", "tính hạn xử lý và giải thích từng ngày (D9.3)");
  auto file = std::make_shared<std::string>();
  auto question = std::make_shared<DutyQuestion>();
  auto* what = due->add_option_group("what");
  what->add_option("--vectors", *file, "tệp JSON có lịch làm việc và các trường hợp cần tính; - là đầu vào chuẩn");
  auto* duty = what->add_option("--duty", question->code, "mã quy định về thời hạn của bản cài, ví dụ D9.3a; tính theo lịch của cơ quan");
  what->require_option(1);
  auto* start = due->add_option("--start", question->start, "thời điểm bắt đầu, ví dụ 2027-01-29T16:30:00+07:00")->needs(duty);
  due->add_option("--unit", question->unit, "mã đơn vị có thời hạn này, khi đơn vị có lịch riêng")->needs(duty);
  due->add_option("--amount", question->amount, "số giờ hoặc số ngày, thay cho số của quy định (gia hạn)")->needs(duty);
  duty->needs(start);
  due->callback([file, question, &settings, &run] {
    run = [file, question, &settings] { return question->code.empty() ? answer_file(*file, settings.json) : answer_duty(settings, *question); };
  });
}

}  // namespace portal::cli
