// Rules of matters, pure: which act is possible when and whose it is, and which limits and dates the regulation allows (D9.3e, D11.2, D11.3, D11.4).
// What a person may is decided from these in one place, rights.h.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/qa/model.h"
#include "shared/duty/books.h"
#include "shared/workflow/act_name.h"

namespace portal::qa {

// Whose act it is.
enum class Party {
  Board,      // the secretary, who stands in for them, the board's head (D11.1, D11.5)
  Extender,   // the board's head or who acts for them, the director (D9.3e)
  Leadership, // the director; the board, with the document of the instruction (D11.2, D11.4)
  LeadHead,   // the lead unit's head (D11.2)
  LeadUnit,   // …or whom its head gave the matter
  CoUnit      // a co-operating unit's head (D11.4)
};

struct ActRow {
  Act act;
  workflow::ActName name;  // in the trail and the timeline
  std::string_view slug;   // in addresses: /quan-tri/hoi-dap/7/viec/<slug>
  std::string_view label, icon, done;  // of its button; what the page says afterwards
  std::string_view clause;
  Party party;
  bool is_danger = false;
};

[[nodiscard]] std::span<const ActRow> act_table();
[[nodiscard]] const ActRow& row_of(Act act);
[[nodiscard]] const ActRow* find_act(std::string_view slug);

// "" when the matter as it stands allows the act, or the sentence that says why not.
[[nodiscard]] std::string why_not_now(Act act, const Matter& matter);

// The codes of the duties (sql/seeds/reference/duties.json).
inline constexpr std::string_view kAnswerDuty = "D9.3e", kQuestionUnitDuty = "D11.3", kFeedbackUnitDuty = "D11.2-don-vi", kFeedbackBoardDuty = "D11.2-ban";

// How many working days of a clock of `duty` that begins at `start` end on `day`; nothing when no number does (a day off, today, further than `most`).
[[nodiscard]] std::optional<unsigned> days_until(const duty::Duty& duty, base::UtcTime start, const duty::StoredCalendar& calendar, base::LocalDate day,
                                                 unsigned most);

// Why the board may not give a unit `days` working days from `now` for a question (D11.3): more than the answer's clock has (15, or 30 when a ministry must be
// asked), or past its due time while that is still ahead. "" when it may. `answer`: the clock of D9.3e, nullptr when there is none.
[[nodiscard]] std::string why_not_limit(const duty::Books& books, const duty::Clock* answer, base::UnitId unit, unsigned days, base::UtcTime now);

// D11.4: two or more units need an instruction of the leadership, recorded or named in the form.
[[nodiscard]] std::string why_not_units(std::span<const base::UnitId> co_units, base::UnitId lead, bool is_directed, std::string_view instruction);

// At least one way to reach the reader (D11.5).
[[nodiscard]] bool can_be_reached(const Asker& asker);

}  // namespace portal::qa
