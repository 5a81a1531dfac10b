// What `portal due --duty` asks and how it is answered.
#pragma once

#include <optional>
#include <string>

#include "commands.h"

namespace portal::cli {

struct DutyQuestion {
  std::string code;                // of a duty row: "D9.3a"
  std::string start;               // ISO 8601 with an offset
  std::optional<unsigned> amount;  // in place of the row's
  std::string unit;                // code of the unit that owes it; "" for none: by the department's calendar
};

// Prints the due moment with every day counted or skipped. Gives the exit code: 1 when there is none, 2 for a start that is no time.
[[nodiscard]] int answer_duty(const Settings& settings, const DutyQuestion& question);

}  // namespace portal::cli
