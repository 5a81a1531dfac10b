// What `portal due` prints of one clock; the same for a file of cases and, later, for a duty row of the instance.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "shared/calendar/explain.h"

namespace portal::cli {

// {label, due, explanation: [{date, counted, reason, …}], error?, missing_year?, remaining_office_seconds?, counted_office_seconds?} (design contract).
[[nodiscard]] nlohmann::ordered_json due_json(const std::string& label, const calendar::DutyClock& clock, const calendar::Explanation& answer);

// The same as lines for a terminal: the due moment or why there is none, then a line for each date.
[[nodiscard]] std::string due_table(const std::string& label, const calendar::DutyClock& clock, const calendar::Explanation& answer);

}  // namespace portal::cli
