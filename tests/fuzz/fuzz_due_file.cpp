// Any bytes as the file of `portal due --vectors`. Promises: what is refused is refused in clean words; what is read can be answered, each date once and
// in order, a due moment is not before its start, and the answer says why when there is none.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/calendar/case_file.h"
#include "shared/calendar/explain.h"
#include "shared/calendar/time_left.h"
#include "shared/text/unicode.h"
#include "tests/fuzz/check.h"

using namespace portal::calendar;

namespace {

void check_answer(const Calendar& calendar, const DutyClock& clock) {
  const Explanation answer = explain(calendar, clock);
  CHECK(answer.due == due_of(calendar, clock));
  if (answer.due) {
    CHECK(*answer.due >= std::chrono::floor<std::chrono::seconds>(clock.start));
    CHECK(!answer.days.empty());
  } else {
    CHECK(!message_of(answer.due.error()).empty());
  }
  for (std::size_t i = 1; i < answer.days.size(); ++i)
    CHECK(std::chrono::sys_days{answer.days[i].date} == std::chrono::sys_days{answer.days[i - 1].date} + std::chrono::days{1});
  CHECK(!time_left(calendar, clock, answer.due, clock.start + std::chrono::hours{30}).words.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = read_cases({reinterpret_cast<const char*>(data), size});
  if (!file) {
    CHECK(portal::text::is_valid(file.error().message));
    return 0;
  }
  for (const DueCase& one : file->cases) {
    check_answer(file->calendars[one.calendar], one.clock);
    CHECK(differences(*file, one).empty() || one.expected.is_given);
  }
  return 0;
}
